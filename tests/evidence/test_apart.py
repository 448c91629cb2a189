"""Places of a page that are not its own statement."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import check_claim
from factcheck.evidence.apart import Apart

ARTICLE = "The council of the town met on Monday evening to speak of its budget."

PLACES = [
    (f"{ARTICLE}\nComments\nRudi, 2 hours ago: 300 sheep\nReply", "in a reader's comment"),
    (f"{ARTICLE}\n12 комментариев\nГость: 300 овец", "in a reader's comment"),
    (f"Comments\n{ARTICLE} The town has 300 sheep.", None),
    (f"{ARTICLE}\nRelated articles\n300 sheep lost in Velm\n", "in a link to another article"),
    (f"{ARTICLE}\nЧитайте также: 300 овец пропали", "in a link to another article"),
    (f"Read also\n{ARTICLE}\nThe town has 300 sheep", None),
    (f"{ARTICLE}\n© 300 Gazette", "in a copyright line"),
    (f"You searched for 300 sheep\n{ARTICLE}", "in a search box"),
    (f"{ARTICLE} The town has 300 sheep.", None),
    (f"{ARTICLE} " + "A law on copyright was read. " * 9 + "The town has 300 sheep.", None),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_a_place_is_known_by_the_line_above_it(text, place):
    assert Apart(text).at(text.index("300")) == place


def test_a_figure_of_a_comment_is_left_to_a_person():
    page = f"{ARTICLE}\nComments\nRudi, 2 hours ago: the town has 300 sheep\nReply"
    (figure,) = check_claim("The town has 300 sheep.", page, "en", "en").figures
    assert (figure.verdict, figure.rule) == ("unchecked", "said_differently")


@settings(deadline=None, max_examples=60)
@given(st.text(st.sampled_from("Comments ©\nRead also:.1 "), max_size=200))
def test_places_ascend_and_lie_in_the_text(text):
    places = Apart(text).places
    assert all(0 <= start <= end <= len(text) for start, end, _ in places)
    assert [start for start, _, _ in places] == sorted(start for start, _, _ in places)
