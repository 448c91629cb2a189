"""A page is read only where it can matter, and what comes out is what comes out of reading all of it."""

import importlib.util
import json
import os
import random
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.checks import check_against
from factcheck.evidence import figures
from factcheck.evidence.agreement import agree
from factcheck.evidence.dates import is_date, may_be_year, parts
from factcheck.evidence.location import _shares_date
from factcheck.evidence.page_figures import PageFigures
from factcheck.evidence.reading import PageReading, read_page
from factcheck.evidence.traces import Traces
from factcheck.model import CitedQuantity, Claim, MatchLevel, Page
from factcheck.quantities import find_quantities

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("FACTCHECK_SHARED", HERE.parents[1].parent / "shared"))

PIECES = {
    "en": [
        "In 2019 Norland exported 460,000 tonnes of grain.",
        "Some 1.5 million people lived in Torv.",
        "Two thirds of the teachers are women.",
        "It rose by 8% in May 2021, to 66.5 percent.",
        "28 out of 31 voted.",
        "The town had three hundred and twelve houses.",
        "It opened on 4 November 2018.",
        "He paid $2 billion.",
        "Read more",
        "Contents",
        "The road is 85 miles long.",
        "It took six decades.",
        "Costs, in million euros:\n- roads: 31",
        "Torv | 2019 | 2020\nHouses | 312 | 330",
        "Half of them stayed.",
        "Fig. 3: the tower, 74 metres high.",
        "1. Velm 2. Osk (Norland) 99 cents",
        "5/12/2019",
        "July 2019\nJune 2019\nMay 2019",
    ],
    "ru": [
        "В 2019 году Норландия вывезла 460 тысяч тонн зерна.",
        "В Торве жили 1,5 млн человек.",
        "Две трети учителей — женщины.",
        "Доля выросла на 8% — до 66,5 процента.",
        "Проголосовали 28 из 31.",
        "Триста двенадцать домов.",
        "4 ноября 2018 г.",
        "Он заплатил 2 млрд долларов.",
        "Восьмимесячная стройка.",
        "Дорога длиной 137 км.",
        "Читать далее",
        "Расходы (млн рублей):\n— дороги: 31",
        "Половина осталась.",
        "1 млн 200 тыс. рублей",
        "двадцать пять лет",
    ],
    "de": [
        "Im Jahr 2019 exportierte Norland 460.000 Tonnen Getreide.",
        "In Torv lebten 1,5 Mio. Menschen.",
        "Zwei Drittel sind Frauen.",
        "Der Anteil stieg um 8 % auf 66,5 Prozent.",
        "28 von 31 stimmten zu.",
        "dreihundertzwölf Häuser",
        "Am 4. November 2018.",
        "Er zahlte 2 Mrd. Dollar.",
        "Die Straße ist 137 Kilometer lang.",
        "Mehr lesen",
        "Die Hälfte blieb.",
        "siebzigjährige Frau",
    ],
}


def read_everything(monkeypatch):
    """Makes a page's reader look at all of its figures, whatever is asked."""

    def agreeing(self, quantity, dated=None):
        compared = [(figure, self.agreement(quantity, figure, dated)) for figure in self.figures]
        return [(f, a) for f, a in compared if a is not None and a.level is not MatchLevel.RIVAL]

    def dates_shared(self, _):
        return [(f, parts(f.quantity)) for f in self.figures if is_date(f.quantity) or may_be_year(f.quantity)]

    def all_rivals(quantity, context, _most, _least, explained):
        reading = context.reading
        dated = reading.dated_for(quantity)
        compared = [(figure, reading.agreement(quantity, figure, dated)) for figure in reading.figures]
        rivals = [(f, a) for f, a in compared if a is not None and a.level is MatchLevel.RIVAL]
        return [(f, a) for f, a in rivals if not explained(f)]

    def datelines(self, _):
        return inner(self, range(10**6))

    inner = PageFigures.datelines
    monkeypatch.setattr(PageFigures, "datelines", datelines)
    monkeypatch.setattr(PageFigures, "items", property(lambda self: range(len(self._sentences))))
    monkeypatch.setattr(Traces, "most", lambda _self, _number: 10**6)
    monkeypatch.setattr(PageReading, "agreeing", agreeing)
    monkeypatch.setattr(PageReading, "dates_shared", dates_shared)
    monkeypatch.setattr(figures, "likely_rivals", all_rivals)


def asked(text, language):
    quantities = tuple(map(CitedQuantity, find_quantities(text, language)))
    return Claim("c", text, 0, len(text), 0, figures=quantities, language=language)


def both(claim, page):
    """The check as it is made, and the check after everything was read."""
    read_page.cache_clear()
    lazy = check_against(claim, page)
    with pytest.MonkeyPatch.context() as monkeypatch:
        read_everything(monkeypatch)
        read_page.cache_clear()
        full = check_against(claim, page)
    read_page.cache_clear()
    return lazy, full


pages = st.sampled_from(sorted(PIECES)).flatmap(
    lambda language: st.tuples(
        st.just(language),
        st.lists(st.sampled_from(PIECES[language]), min_size=1, max_size=30),
        st.sampled_from([" ", "\n", "\n\n"]),
        st.sampled_from([one for pieces in PIECES.values() for one in pieces]),
        st.sampled_from(sorted(PIECES)),
    )
)


@settings(max_examples=120, deadline=None)
@given(pages)
def test_a_page_made_up_of_pieces(made):
    language, pieces, between, claim, claimed_in = made
    page = Page(between.join(pieces), "text/html", language=language)
    lazy, full = both(asked(claim, claimed_in), page)
    assert lazy == full


def corpus():
    spec = importlib.util.spec_from_file_location("scoring", HERE.parent / "accuracy" / "scoring.py")
    scoring = importlib.util.module_from_spec(spec)
    # a dataclass looks its own module up
    sys.modules["scoring"] = scoring
    spec.loader.exec_module(scoring)
    return scoring.pairs()


def test_the_pages_of_the_corpus_of_accuracy():
    pairs = corpus()
    for pair in pairs:
        lazy, full = both(asked(pair.claim, pair.language), pair.page)
        assert lazy == full, (pair.name, pair.claim)


def test_claims_put_to_pages_of_many_of_the_corpus():
    """Long pages, on which something is left out."""
    pairs = corpus()
    by_language = {}
    for pair in pairs:
        by_language.setdefault(pair.page.language, []).append(pair)
    drawn = random.Random(7)
    for language, those in by_language.items():
        texts = list(dict.fromkeys(pair.page.text for pair in those))
        drawn.shuffle(texts)
        page = Page("\n".join(texts)[:12_000], "text/html", language=language)
        for pair in those[::3]:
            lazy, full = both(asked(pair.claim, pair.language), page)
            assert lazy == full, (language, pair.claim)


@pytest.mark.skipif(not (SHARED / "gold" / "checks-dev.jsonl").exists(), reason="the labelled pairs are not at hand")
def test_labelled_pairs_of_real_pages():
    lines = (SHARED / "gold" / "checks-dev.jsonl").read_text(encoding="utf-8").splitlines()
    for line in lines[::4]:
        row = json.loads(line)
        lazy, full = both(
            asked(row["claim"], row["claim_lang"]), Page(row["page_text"], "text/html", language=row["page_lang"])
        )
        assert lazy == full, row["claim"]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(PIECES)), st.randoms(use_true_random=False), st.sampled_from([" ", "\n"]))
def test_no_agreeing_figure_stands_where_none_may(language, drawn, between):
    pieces = drawn.sample(PIECES[language], len(PIECES[language]))
    reading = PageReading(Page(between.join(pieces), "text/html", language=language))
    quantities = [q for pieces in PIECES.values() for one in pieces for q in find_quantities(one, None)]
    for quantity in [*drawn.sample(quantities, 12), *(f.quantity for f in reading.figures)]:
        agreeing = {id(figure) for figure, _ in reading.agreeing(quantity)}
        for figure in reading.figures:
            stands = agree(quantity, figure.quantity)
            comparable = is_date(quantity) == is_date(figure.quantity)
            if comparable and stands is not None and stands.level is not MatchLevel.RIVAL:
                assert id(figure) in agreeing, (quantity.text, figure.quantity.text)
        if is_date(quantity):
            sharing = {id(figure) for figure, _ in reading.dates_shared(quantity)}
            for figure in reading.figures:
                if is_date(figure.quantity) and _shares_date(parts(quantity), parts(figure.quantity)):
                    assert id(figure) in sharing, (quantity.text, figure.quantity.text)


def test_a_sentence_that_cannot_matter_is_not_read(monkeypatch):
    read = []
    inner = PageReading.figures_in
    monkeypatch.setattr(PageReading, "figures_in", lambda self, number: read.append(number) or inner(self, number))
    text = "\n".join(
        ["Norland exported 460,000 tonnes of grain in 2019.", *(f"Row of trees number {n}." for n in range(99))]
    )
    read_page.cache_clear()
    check = check_against(
        asked("Norland exported 460,000 tonnes of grain.", "en"), Page(text, "text/html", language="en")
    )
    assert check.figures[0].verdict == "supported"
    assert len(set(read)) < 20
    read_page.cache_clear()


@pytest.mark.parametrize("text", ["", "\n", "1" * 5000, "²½ ‘ ", "1/0 0/1 00 ." * 50, "1.1.1.1" * 400, "٣٬٥٠٠ ۱۲"])
def test_odd_pages(text):
    page = Page(text, "text/html", language="en")
    for claim in ("It was 0.", "Half of 3 stayed, 12% of 1/3.", "In 2019 it was -10 to 15."):
        lazy, full = both(asked(claim, "en"), page)
        assert lazy == full
