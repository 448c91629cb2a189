"""A live page that is another work than the note names; on any doubt nothing is said."""

from dataclasses import replace

import pytest

from factcheck.evidence import reference_differs
from factcheck.model import Page, Reference

PAGE = Page(
    "Cookies help us to run this site.\nOpening hours of the swimming pools\nThe pools are open from 7 to 21.\n"
    "In July the outdoor pool will be closed for repairs, and the entrance fee will not be raised this year.\n",
    "text/html",
    title="Opening hours of the swimming pools in the city",
    language="en",
)
OTHER = "The decline of the population in the villages of the north"


@pytest.mark.parametrize(
    ("reference", "page", "differs"),
    [
        (Reference(title=OTHER), PAGE, True),
        (Reference(title="The swimming pools of the city: a survey of the prices"), PAGE, False),
        (Reference(title="Population outlook"), PAGE, None),
        (Reference(), PAGE, None),
        (Reference(title=OTHER), replace(PAGE, title=None), None),
        (Reference(title=OTHER), replace(PAGE, title="Home"), None),
        (Reference(title=OTHER), replace(PAGE, language=None), None),
        (Reference(title=OTHER), replace(PAGE, language="pl"), None),
        (Reference(title="Der Rückgang der Bevölkerung in den Dörfern und in der Stadt"), PAGE, None),
        (Reference(title=OTHER), replace(PAGE, text="By the population office.\n" + PAGE.text), False),
        (Reference(title=OTHER), replace(PAGE, text=PAGE.text * 4 + OTHER), False),
        (Reference(title=OTHER, authors=("Brandt, O.",)), replace(PAGE, authors=("Orla Brandt",)), False),
    ],
)
def test_a_page_is_another_work_only_where_nothing_speaks_for_it(reference, page, differs):
    assert reference_differs(reference, page) is differs
