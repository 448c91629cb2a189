"""A record is what a frozen, slotted dataclass is."""

from __future__ import annotations

import copy
import inspect
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace

import pytest

from factcheck.records import record


@record
class Place:
    """Where a note stands."""

    page: int
    lines: tuple[int, ...] = ()
    words: dict[str, int] = field(default_factory=dict)

    @property
    def first(self) -> int | None:
        """The first of its lines."""
        return next(iter(self.lines), None)


@dataclass(frozen=True, slots=True)
class Model:
    """What the library makes of the same fields."""

    page: int
    lines: tuple[int, ...] = ()
    words: dict[str, int] = field(default_factory=dict)


@record
class Single:
    """A record of one field."""

    page: int


@record
class Checked:
    """A record that looks at what it is given."""

    page: int

    def __post_init__(self) -> None:
        if self.page < 1:
            raise ValueError(self.page)


def test_holds_what_it_is_given_or_its_defaults():
    assert (Place(3).page, Place(3).lines, Place(3).words) == (3, (), {})
    assert Place(3, lines=(1, 2), words={"a": 1}).first == 1
    assert Place(1).words is not Place(1).words


@pytest.mark.parametrize("given", [{}, {"page": 1, "line": 2}])
def test_refuses_other_arguments(given):
    with pytest.raises(TypeError):
        Place(**given)


def test_is_shown_and_hashed_and_called_as_the_library_has_it():
    assert repr(Place(3, (1,))) == repr(Model(3, (1,))).replace("Model", "Place")
    assert str(inspect.signature(Place)) == str(inspect.signature(Model))
    assert hash(Single(3)) == hash((3,))
    assert Place.__match_args__ == Model.__match_args__
    assert [one.name for one in fields(Place)] == [one.name for one in fields(Model)]
    assert is_dataclass(Place)


def test_is_equal_by_its_fields_to_its_own_kind_alone():
    assert Place(3) == Place(3)
    assert Place(3) != Place(4)
    assert Single(3) != Checked(3)
    assert len({Single(3), Single(3), Single(4)}) == 2


def test_cannot_be_changed():
    place = Single(3)
    with pytest.raises(FrozenInstanceError):
        place.page = 4
    with pytest.raises(FrozenInstanceError):
        del place.page
    with pytest.raises(FrozenInstanceError):
        place.other = 4
    assert not hasattr(place, "__dict__")


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one)), replace])
def test_can_be_copied(copied):
    place = Place(3, (1, 2), {"a": 1})
    assert copied(place) == place


def test_is_looked_at_after_it_is_made():
    with pytest.raises(ValueError, match="0"):
        Checked(0)
    with pytest.raises(ValueError, match="0"):
        replace(Checked(1), page=0)
