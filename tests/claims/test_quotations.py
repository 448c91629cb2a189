import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.quotations import find_quotations, quotation_spans


def texts(text):
    return [q.text for q in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("She said “we will pay the bill” and left.", ["we will pay the bill"]),
        ("the “oil for gas” deal", []),
        ('He "is (now) a changed man in office", they say.', ["is (now) a changed man in office"]),
        ('"one two three four" and "five six seven eight"', ["one two three four", "five six seven eight"]),
        ("caught “in someone else’s old wars”, again", ["in someone else’s old wars"]),
        ("the allies’ view and 'the point of no return', gone", ["the point of no return"]),
        ("It's the states' right to 'keep what they once had'.", ["keep what they once had"]),
        ("“not a free “election” to be held” says he", ["not a free “election” to be held"]),
        ("an ‘either you come or you go’ approach.”", ["either you come or you go"]),
        ("“Must I buy it? Is that normal here?”. Next", ["Must I buy it? Is that normal here?"]),
        ("Сказал: «Мы не будем платить вам», и ушёл", ["Мы не будем платить вам"]),
        ("Powiedział: „nie będziemy płacić za nic”.", ["nie będziemy płacić za nic"]),
        ("Er sagte: „Wir werden nichts mehr zahlen“, und ging", ["Wir werden nichts mehr zahlen"]),
        ("Er sagte: »Wir werden nichts mehr zahlen«, und ging", ["Wir werden nichts mehr zahlen"]),
        ("il a dit : « nous ne paierons plus rien » hier", ["nous ne paierons plus rien"]),
        ("a “mark that never closes and goes on", []),
        ("closes” only", []),
    ],
)
def test_quotations_of_four_words_are_found_between_their_marks(text, quotations):
    assert texts(text) == quotations


@given(st.text(alphabet="“”„«»‘’‚‹›\"' abc.,(—", max_size=200))
@settings(deadline=None)
def test_spans_ascend_and_lie_between_marks(text):
    at = 0
    for span in quotation_spans(text):
        assert span.start >= at
        assert span.end >= span.start
        assert text[span.end] in "“”»«’‘'›\""
        at = span.end


def test_marks_without_end_take_linear_time():
    assert quotation_spans("“" * 200_000) == []
    assert quotation_spans("'a" * 100_000) is not None
