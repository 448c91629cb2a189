"""Digits that are no figure are kept apart with the reason."""

from __future__ import annotations

import pytest

from factcheck.quantities import scan

CASES = [
    ("en", "They sent an S-400, MiG-29s and a Su-27SM3.", {"designation"}),
    ("en", "The Covid-19 pandemic and the G20 summit.", {"designation"}),
    ("en", "The decree approved the programmes.7", {"note marker"}),
    ("en", "It is extremely modest (of GDP)117, they say.", {"note marker"}),
    ("en", "As said on p. 569 and in Article 5, § 3 and Fig. 2.", {"reference"}),
    ("en", "See Articles 3, 17 and 18; pp. 23-25.", {"reference"}),
    ("en", "doi:10.1080/09668136.2014.899769", {"identifier"}),
    ("en", "https://example.org/2020/05/a-17", {"link"}),
    ("en", "Write to desk7@example.org.", {"address"}),
    ("en", "Version 2.1.3 of the tool.", {"version"}),
    ("en", "Call +375 29 123-45-67.", {"phone number"}),
    ("en", "ISBN 978-3-16-148410-0", {"code"}),
    ("en", "It began at 15:30 and ended at 5 p.m.", {"time of day"}),
    ("fr", "À 6 heures du matin.", {"time of day"}),
    ("en", "They won 3:1.", {"score or ratio"}),
    ("en", "They won 3-1.", {"score"}),
    ("en", "The 20th army and the 689th aviation regiment.", {"name of a unit or a century"}),
    ("en", "Since the 19th century.", {"name of a unit or a century"}),
    ("en", "The Zapad 2013 exercises.", {"name"}),
    ("en", "Under the Minsk 2 agreement.", {"name"}),
    ("ru", "См. рис. 2 и стр. 14.", {"reference"}),
    ("ru", "Учения «Запад-2017».", {"designation"}),
    ("ru", "103-я бригада, статья 342.", {"reference", "name of a unit or a century"}),
    ("pl", "Zob. str. 12, godz. 15.30.", {"reference", "time of day"}),
    ("de", "Um 15 Uhr, S. 14.", {"reference", "time of day"}),
    ("fr", "À 15h30, voir p. 27.", {"reference", "time of day"}),
    ("lt", "15.30 val., 342 straipsnis.", {"reference", "time of day"}),
]


@pytest.mark.parametrize(("language", "text", "reasons"), CASES)
def test_what_counts_nothing_is_no_figure(language, text, reasons):
    found = scan(text, language)
    assert found.quantities == ()
    assert {name.reason for name in found.non_figures} == reasons
    assert all(text[name.start : name.end] == name.text for name in found.non_figures)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("6 Su-27SM3 fighter jets", ["6"]),
        ("1,300 T-72 tanks", ["1300"]),
        ("Zapad 2013 involved 22,000 men", ["22000"]),
        ("held back in 2016.163", ["2016"]),
        ("more than 75%.88", ["75"]),
        ("the two countries met", []),
        ("the two divisions left", ["2"]),
        ("a two-way street, phase two, the Big Four", []),
        ("they may go, and a third country too", []),
        ("in the second half of 2019", ["2019"]),
    ],
)
def test_figures_beside_names_are_still_read(text, values):
    assert [str(quantity.low) for quantity in scan(text, "en").quantities] == values
