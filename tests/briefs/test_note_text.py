"""A note's text on one line: words and URLs that its printed lines broke are whole in it."""

from __future__ import annotations

import pytest

from factcheck.briefs import lay_out
from factcheck.citations import find_citations
from factcheck.documents import read_document


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("Coun-\ncil, minutes of 4 May.", "Council, minutes of 4 May."),
        ("Council, peace-\nloving as it is, minutes.", "Council, peace-loving as it is, minutes."),
        ("Report of the years 2018-\n2019 and after.", "Report of the years 2018-2019 and after."),
        ("Council and/\nor mayor, letter.", "Council and/or mayor, letter."),
        ("Council, minutes\nof 4 May.", "Council, minutes of 4 May."),
        (
            "Kurier, https://kurier.example/news/2025/the-\ncouncil-votes, p. 3, after a de-\nbate.",
            "Kurier, https://kurier.example/news/2025/the-council-votes, p. 3, after a debate.",
        ),
        (
            "Kurier, https://kurier.example/news/\n2025/votes and https://tag.example/a/\nb",
            "Kurier, https://kurier.example/news/2025/votes and https://tag.example/a/b",
        ),
        ("Lind (2019), doi:10.1234/quays.\n2019.17, Tab. 3.", "Lind (2019), doi:10.1234/quays.2019.17, Tab. 3."),
    ],
)
def test_lines_of_a_note_are_joined(printed, text):
    body = "The council met once more in the spring, and it met again in the autumn.1 It put the vote off.2\n\n"
    source = f"{body}1 {printed}\n2 Chronicle, https://chronicle.example/votes\n"
    brief = lay_out(read_document(source.encode(), name="brief.txt"), "brief.txt", "0" * 64)
    assert find_citations(brief).footnotes[0].text == text
