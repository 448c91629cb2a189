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


SHORT = replace(PAGE, title="Pools: the new hours of opening", authors=("Ida Holm",), published="2021-05-03")


@pytest.mark.parametrize(
    ("reference", "page", "differs"),
    [
        # a title too short for its language to be sure is known by its words of grammar
        (Reference(title="Empty villages without the young"), SHORT, True),
        (Reference(title="Alte Dörfer und die Jugend"), SHORT, None),
        # another author, and another year
        (Reference(title="Alte Dörfer", authors=("Otto Brandt",), published="2014"), SHORT, True),
        (Reference(title="Alte Dörfer", authors=("Otto Brandt",), published="2021-04"), SHORT, None),
        (Reference(title="Alte Dörfer", authors=("I. Holm",), published="2014"), SHORT, False),
        (Reference(title="Alte Dörfer", published="2014"), SHORT, None),
        (Reference(title="Alte Dörfer", authors=("Otto Brandt",), published="n.d."), SHORT, None),
        (Reference(title="Hours of opening", authors=("Otto Brandt",), published="2014"), SHORT, False),
        # one word in common of many is chance
        (Reference(title="The city and the decline of population, farms and villages in the north"), PAGE, True),
    ],
)
def test_author_and_year_and_grammar_speak_too(reference, page, differs):
    assert reference_differs(reference, page) is differs
