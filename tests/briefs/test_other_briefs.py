"""Briefs of other makes than the ones we know, as extractors leave them: their notes, markers and URLs."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from factcheck.briefs import lay_out
from factcheck.citations import find_citations
from factcheck.documents import read_document
from factcheck.model import FootnoteKind


@dataclass(frozen=True)
class Case:
    """A brief's text; the labels of its markers in order; per note its URLs (None: the URL is cut off)."""

    text: str
    markers: str
    notes: dict[str, tuple[str | None, ...]] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    body_urls: tuple[str, ...] = ()


CASES = {
    "glued to words, years and quotes": Case(
        """\
The tanks were T-72 and the missiles S-400 (see Fig.1), as Article 5 asks.1 In Fall 2020.2 nothing
moved. Exports16, which fell by 4.5%, never came back; “they went anywhere.”3 The Covid-19 year
was the worst since 1998,4 says the ministry. Item 3 of the list was struck.5

1 Army list, https://army.example/list-2020
2 Chronicle, https://chronicle.example/2020/autumn
3 Interview, 4 May 2021.
4 Ministry, https://ministry.example/years
5 Council, minutes of 7 June.
""",
        "1 2 3 4 5",
        {
            "1": ("https://army.example/list-2020",),
            "2": ("https://chronicle.example/2020/autumn",),
            "3": (),
            "4": ("https://ministry.example/years",),
            "5": (),
        },
    ),
    "Russian, notes at page ends, running head with a page number": Case(
        """\
Экспорт вырос на 12,5% в 2023 году1, а импорт упал. По словам министра, «мы сде-
лали всё, что могли»2. В регионе работают комплексы С-400 и танки Т-72.

1 Белстат, https://stat.example/2023/export
2 Интервью, https://news.example/интервью

АНАЛИТИЧЕСКАЯ ЗАПИСКА № 4                                         3

Во втором полугодии добыча упала до 3,2 млн тонн3, что на 7% меньше плана4. Рост
возобновился лишь в декабре.

3 Там же, с. 12.
4 Министерство энергетики, https://energy.example/plan

АНАЛИТИЧЕСКАЯ ЗАПИСКА № 4                                         4

Выводы просты: план не выполнен5.

5 См. https://energy.example/otchet
""",
        "1 2 3 4 5",
        {
            "1": ("https://stat.example/2023/export",),
            "2": ("https://news.example/интервью",),
            "3": ("https://news.example/интервью",),
            "4": ("https://energy.example/plan",),
            "5": ("https://energy.example/otchet",),
        },
    ),
    "German, marker before the full stop": Case(
        """\
Die Ausgaben stiegen 2022 um 3,4 Prozent1. Der Haushalt der Stadt2 wuchs langsamer, und nach Art. 5
GG bleibt das so3. Im Jahr 2023 sank der CO2-Ausstoß auf 1.200 Tonnen4.

1 Statistisches Amt, https://amt.example/ausgaben
2 Vgl. Haushaltsplan, S. 14.
3 Siehe https://gesetze.example/gg/art-5
4 Umweltamt, https://umwelt.example/co2-2023
""",
        "1 2 3 4",
        {
            "1": ("https://amt.example/ausgaben",),
            "2": (),
            "3": ("https://gesetze.example/gg/art-5",),
            "4": ("https://umwelt.example/co2-2023",),
        },
    ),
    "French, guillemets and spaces before marks": Case(
        """\
Le ministre a dit « nous ne céderons pas »1. Les dépenses ont atteint 4,5 milliards d’euros2 en 2021 ;
la Cour en doute3 : selon elle, il manque 300 millions.4

1 Le Courrier, 3 mars 2022, https://courrier.example/2022/03/03/discours
2 Cour des comptes, rapport annuel, p. 45.
3 Ibid.
4 Voir https://cour.example/rapport?annee=2022
""",
        "1 2 3 4",
        {
            "1": ("https://courrier.example/2022/03/03/discours",),
            "2": (),
            "3": (),
            "4": ("https://cour.example/rapport?annee=2022",),
        },
    ),
    "Polish, one line to a paragraph": Case(
        """\
Rząd przeznaczył na to 2,5 mld zł1, a w 2022 r. jeszcze 300 mln2. Minister mówił o „sukcesie”3.

W 2023 r. wydatki wzrosły o 12%.4

1 Ministerstwo Finansów, https://mf.example/budzet
2 Tamże, s. 3.
3 „Kurier”, 4 maja 2022, https://kurier.example/sukces
4 GUS, https://stat.example/wydatki
""",
        "1 2 3 4",
        {
            "1": ("https://mf.example/budzet",),
            "2": ("https://mf.example/budzet",),
            "3": ("https://kurier.example/sukces",),
            "4": ("https://stat.example/wydatki",),
        },
    ),
    "endnotes in brackets, ranges and lists": Case(
        """\
Turnout fell in three of four districts [1], [2]. Later studies agree [3-5], one does not [6]. The rest
[1, 6] is noise: between 1998-2003 nothing was counted.

References

[1] Board of Elections, https://board.example/1
[2] Board of Elections, https://board.example/2
[3] A. Lind, https://lind.example/a
[4] B. Moor, https://moor.example/b
[5] C. Nord, https://nord.example/c
[6] D. Oder, https://oder.example/d
""",
        "1 2 3 4 5 6 1 6",
        {
            "1": ("https://board.example/1",),
            "2": ("https://board.example/2",),
            "3": ("https://lind.example/a",),
            "4": ("https://moor.example/b",),
            "5": ("https://nord.example/c",),
            "6": ("https://oder.example/d",),
        },
    ),
    "raised digits, a range, two in a row, an exponent": Case(
        """\
The lake covers 12 km² and holds 10⁶ m³ of water.¹ Three surveys²⁻⁴ say that it shrinks, two deny it.⁵,⁶
The last was made in 2019.⁷ ⁸

¹ Water board, https://water.example/lake
² Survey of 2015.
³ Survey of 2016.
⁴ Survey of 2018.
⁵ A. Lind, letter.
⁶ B. Moor, letter.
⁷ Survey of 2019, https://water.example/survey-2019
⁸ Ibid.
""",
        "1 2 3 4 5 6 7 8",
        {
            "1": ("https://water.example/lake",),
            "2": (),
            "3": (),
            "4": (),
            "5": (),
            "6": (),
            "7": ("https://water.example/survey-2019",),
            "8": ("https://water.example/survey-2019",),
        },
    ),
    "asterisk and dagger": Case(
        """\
The author* thanks the town. In 2021 the port earned EUR 3 million† and lost 2 million‡ of them again.
Five * three is fifteen.

* Ada Lind works at the university.
† Port office, https://port.example/2021
‡ Auditor, https://auditor.example/2021
""",
        "* † ‡",
        {"*": (), "†": ("https://port.example/2021",), "‡": ("https://auditor.example/2021",)},
    ),
    "notes begin anew in every chapter": Case(
        """\
Chapter One

The quay was built in 1898.1 It was widened in 1912 and again in 1954.2

Notes

1. Town archive, https://archive.example/quay
2. Town archive, https://archive.example/widening

Chapter Two

The mole was built in 1903.1 It broke in the storm of 1911.2

Notes

1. Town archive, https://archive.example/mole
2. Kurier, https://kurier.example/1911
""",
        "1 2 1 (2) 2 (2)",
        {
            "1": ("https://archive.example/quay",),
            "2": ("https://archive.example/widening",),
            "1 (2)": ("https://archive.example/mole",),
            "2 (2)": ("https://kurier.example/1911",),
        },
    ),
    "a note text is missing": Case(
        """\
The first claim has its note.1 The second has none.2 The third has one again.3 And so has the fourth.4

1 Register, https://register.example/1
3 Register, https://register.example/3
4 Register, https://register.example/4
""",
        "1 2 3 4",
        {
            "1": ("https://register.example/1",),
            "3": ("https://register.example/3",),
            "4": ("https://register.example/4",),
        },
        missing=("2",),
    ),
    "figures, designations and decimals that are no markers": Case(
        """\
Water is H2O, and CO2 is in it; 25 m2 or 4 m3 of it fit. MiG-29 and Su-27 flew 1.5 times as often as
in 2019, says table 2.3. Section 4.2 adds that COVID-19 cost 3,5 per cent. The G20, the EU27 and the A2/AD
debate are older. Windows 11 runs on it. The motorway A4 was closed.1 Rule 2.1 holds.2

1 Roads office, https://roads.example/a4
2 Rule book, § 2.
""",
        "1 2",
        {"1": ("https://roads.example/a4",), "2": ()},
    ),
    "a list with numbers in the body": Case(
        """\
Three things follow from the survey.1 They are these:

1. The quay must be mended before the winter of 2026.
2. The mole can wait.
3. The council ought to ask the harbour master, who has said so since 2019.2

1 Survey of the coast, https://survey.example/2025
2 Letter to the council, https://council.example/letters/44
""",
        "1 2",
        {"1": ("https://survey.example/2025",), "2": ("https://council.example/letters/44",)},
    ),
    "URLs broken with and without a hyphen": Case(
        """\
The river froze in 2012 and in 2017.1 The ferry ran all the same.2 A third winter passed.3 And a
fourth one did.4

1 River board, https://river.example/reports/win-
ter-2012.html; River board, https://river.example/reports/winter-2017.html
2 Ferry line, https://ferry.example/news/201
2/the-ferry-runs
3 Chronicle, https://chronicle.example/a/long/way/to/the/third-
winter-of-all
4 See https://river.example/reports/winter-2017.html.
""",
        "1 2 3 4",
        {
            "1": ("https://river.example/reports/winter-2012.html", "https://river.example/reports/winter-2017.html"),
            "2": ("https://ferry.example/news/2012/the-ferry-runs",),
            "3": ("https://chronicle.example/a/long/way/to/the/third-winter-of-all",),
            "4": ("https://river.example/reports/winter-2017.html",),
        },
    ),
    "every line followed by a blank one, a note inside a sentence": Case(
        """\
The council of Merrow met four times in the winter of 2024, and each time it put

off the vote on the quay, since nobody knew what the new quay would cost.1 In

February the auditor said that it would be between 12 and 14 million euros, which

was twice as much as the harbour office had told the coun-

1 Council, minutes of 4 December 2024, https://council.example/
minutes/2024-12-04

cil in the autumn.2 The vote was then put off again, to May. In May the council

voted at last, by nine to eight, for a quay that is 40 metres shorter than the old

one, and the harbour master went home early.3 He has not been seen at the meet-

ings since, and sends his deputy.

2 Auditor, https://auditor.example/quay-2025
3 Kurier, 16 May 2025, https://kurier.example/2025/05/
16/nine-to-eight
""",
        "1 2 3",
        {
            "1": ("https://council.example/minutes/2024-12-04",),
            "2": ("https://auditor.example/quay-2025",),
            "3": ("https://kurier.example/2025/05/16/nine-to-eight",),
        },
    ),
    "form feeds and page numbers between": Case(
        "The first page says that 40 ships came.1 It says no more than\n\n1 Port office, https://port.example/40\n\n"
        "- 1 -\n\fthat, and stops.2 The second page goes on to 2023.3\n\n2 Ibid., p. 3.\n"
        "3 Port office, https://port.example/2023\n\n- 2 -\n\f"
        "On the third page 12 ships leave.4\n\n4 Port office, https://port.example/12\n\n- 3 -\n",
        "1 2 3 4",
        {
            "1": ("https://port.example/40",),
            "2": ("https://port.example/40",),
            "3": ("https://port.example/2023",),
            "4": ("https://port.example/12",),
        },
    ),
    "form feeds, notes begin anew on each page": Case(
        "Forty ships came in 2021.1 Six left.2\n\n1 Port office, https://port.example/40\n2 Kurier, https://kurier.example/6\n\f"
        "Twelve came in 2022.1 None left.2\n\n1 Port office, https://port.example/12\n2 Kurier, https://kurier.example/0\n",
        "1 2 1 (p. 2) 2 (p. 2)",
        {
            "1": ("https://port.example/40",),
            "2": ("https://kurier.example/6",),
            "1 (p. 2)": ("https://port.example/12",),
            "2 (p. 2)": ("https://kurier.example/0",),
        },
    ),
    "a DOI, a bare host and a trailing bracket": Case(
        """\
Papers differ on it.1 The map shows it well.2 So does the site (see there).3

1 Lind, A. (2019), Quays. doi:10.1234/quays.2019.17.
2 Map office (https://maps.example/quays_(old)).
3 www.quays.example/home.
""",
        "1 2 3",
        {
            "1": ("https://doi.org/10.1234/quays.2019.17",),
            "2": ("https://maps.example/quays_(old)",),
            "3": ("http://www.quays.example/home",),
        },
    ),
    "markers behind brackets, before colons, in mid-sentence": Case(
        """\
The budget (1.3% of GDP)1 grew; the ministry said so2: it must. The space3 justifies it, the town (NATO).4
thinks. Was that normal?”5 It was “sharp power”6 – no more.

1 Budget law 2021.
2 Ministry, https://ministry.example/2
3 Ibid.
4 Town, https://town.example/4
5 Kurier, https://kurier.example/5
6 Ibid., p. 6.
""",
        "1 2 3 4 5 6",
        {
            "1": (),
            "2": ("https://ministry.example/2",),
            "3": ("https://ministry.example/2",),
            "4": ("https://town.example/4",),
            "5": ("https://kurier.example/5",),
            "6": ("https://kurier.example/5",),
        },
    ),
    "spaced markers": Case(
        """\
The order came from the Ministry. 1 It went to Kyiv. 2 “We obeyed the order.” 3 Nobody else did, and 40
people left. 4

1 Ministry, https://ministry.example/order
2 Post office list.
3 Interview, 5 May 2022.
4 Register, https://register.example/40
""",
        "1 2 3 4",
        {
            "1": ("https://ministry.example/order",),
            "2": (),
            "3": (),
            "4": ("https://register.example/40",),
        },
    ),
    "a link list at the page's end": Case(
        """\
The two banks merged in 2014.1 Their staff fell from 4000 to 2900.2

1 Bank of the North, https://bank.example/press/2014/the-mer-
ger-of-two-banks
2 Bank of the North, https://bank.example/staff

https://bank.example/press/2014/the-merger-of-two-banks
https://bank.example/press/2014/the-merger-of-two-banks
https://bank.example/staff
""",
        "1 2",
        {
            "1": ("https://bank.example/press/2014/the-merger-of-two-banks",),
            "2": ("https://bank.example/staff",),
        },
    ),
    "Ukrainian and Belarusian": Case(
        """\
Експорт зерна впав на 18% у 2022 році1. «Ми не здамося»2, – сказав він. У 2023 годзе Беларусь
вывезла 4 млн тон3.

1 Держстат, https://stat.example/zerno
2 Див. https://news.example/promova
3 Белстат, https://belstat.example/2023
""",
        "1 2 3",
        {
            "1": ("https://stat.example/zerno",),
            "2": ("https://news.example/promova",),
            "3": ("https://belstat.example/2023",),
        },
    ),
    "numbers above a hundred": Case(
        """\
The last chapter tells of the winter.98 It was hard.99 It was long.100 In 2010 it came back.101 Twice
as cold.102

98 Diary, 3 January.
99 Diary, 4 January.
100 Weather office, https://weather.example/100
101 Weather office, https://weather.example/2010
102 Ibid.
""",
        "98 99 100 101 102",
        {
            "98": (),
            "99": (),
            "100": ("https://weather.example/100",),
            "101": ("https://weather.example/2010",),
            "102": ("https://weather.example/2010",),
        },
    ),
    "labels with a stop or a bracket, no blank behind": Case(
        """\
The toll rose in 2015.1 It rose again in 2018.2 The town kept a third of it.3

1.Toll office, https://toll.example/2015
2.Toll office, https://toll.example/2018
3.Town, budget 2019, p. 7.
""",
        "1 2 3",
        {"1": ("https://toll.example/2015",), "2": ("https://toll.example/2018",), "3": ()},
    ),
    "notes that begin with their URL": Case(
        """\
Rents doubled in ten years.1 Wages did not.2 The gap is widest in Merrow.3

1https://rents.example/ten-years
2 https://wages.example/report.pdf, p. 4
3www.merrow.example/gap
""",
        "1 2 3",
        {
            "1": ("https://rents.example/ten-years",),
            "2": ("https://wages.example/report.pdf",),
            "3": ("http://www.merrow.example/gap",),
        },
    ),
    "labels on lines of their own, behind their notes and before": Case(
        """\
The quay is 40 years old.1 It was mended in 2011, and it was mended in 2017.2 The council
does not say what it cost.3 The auditor does.4

Town archive, https://archive.example/quay-
plans
1

2

Council, minutes of 4 May 2017.

Council, letter to the authors, in which it is said that nobody knows
what became of the bills.
3

Auditor, https://auditor.example/2018
4
""",
        "1 2 3 4",
        {
            "1": ("https://archive.example/quay-plans",),
            "2": (),
            "3": (),
            "4": ("https://auditor.example/2018",),
        },
    ),
    "labels on lines of their own, above their notes": Case(
        """\
The quay is 40 years old.1 It was mended in 2011, and it was mended in 2017.2 The council
does not say what it cost.3

1
 Town archive, https://archive.example/plans
2
    Council, minutes of 4 May 2017.
3
 Council, letter to the authors, in which it is said that nobody knows
what became of the bills.

2
""",
        "1 2 3",
        {"1": ("https://archive.example/plans",), "2": (), "3": ()},
    ),
    "page numbers are no labels": Case(
        """\
The quay is 40 years old. It was mended in 2011, and it was mended in 2017.

1

The council does not say what it cost. The auditor does, in a report of two pages.

2

It says that nobody knows what became of the bills.

3
""",
        "",
    ),
    "a text whose notes were all left out": Case(
        """\
The council met 4 times in 2024.1 It put off the vote twice.2 “We shall vote in May,” said the mayor.3

1. Dues brought in 27.5 million euros in 2024.4
2. Dredging cost 9.1 million euros,5 and it went on until 2027.6
""",
        "1 2 3 4 5 6",
        missing=("1", "2", "3", "4", "5", "6"),
    ),
    "a list of notes at the end without a heading, a list in the text": Case(
        """\
The three harbours handled 18.6 million tonnes in 2024, which is 7% more than they
did in 2020.1 The harbour master says “we have outgrown the quay” and looks to the
town.2 What the port pays is this:

1. Dues brought in 27.5 million euros in 2024.3
2. Dredging cost 9.1 million euros; the contract runs until 30 June
2027.4

The ministry did not answer our questions.
1. Port Office, Sea harbours 2024, p. 1.
https://ports.example/statistics/traf
fic-2024.xlsx
2. Tageblatt, 14 May 2025.
3. Ministry of Transport, https://transport.example/otchet?razdel=porty
4. Contract notice, https://tenders.example/notice/118; amended by
https://tenders.example/notice/7.
""",
        "1 2 3 4",
        {
            "1": ("https://ports.example/statistics/traffic-2024.xlsx",),
            "2": (),
            "3": ("https://transport.example/otchet?razdel=porty",),
            "4": ("https://tenders.example/notice/118", "https://tenders.example/notice/7"),
        },
    ),
    "two columns side by side on each line": Case(
        """\
                       The winter of the quays

The council of Merrow met four          the old one, and the harbour
times in the winter of 2024, and        master went home early.3 He has
each time it put off the vote on        not been seen since, and sends
the quay, since nobody knew what        his deputy.
the new quay would cost.1 In Feb-
ruary the auditor said that it            The deputy says that there
would be between 12 and 14 mil-         are two ways to build a quay:
lion euros, twice as much as the        quickly, or twice. In 1998 the
harbour office had told the coun-       town built it quickly.4 The
cil in the autumn.2 The vote was        mole was built twice, and both
then put off again, to May. In          times the storm of the autumn
May the council voted at last, by       took it. Nobody wants to build
nine to eight, for a quay that is       it a third time, least of all
forty metres shorter than               the harbour master.

1 Council, minutes, https://            3 Kurier, 16 May 2025.
council.example/2024-12-04              4 Town archive, https://archive
2 Auditor, https://audit.example        .example/quays/1998
""",
        "1 2 3 4",
        {
            "1": ("https://council.example/2024-12-04",),
            "2": ("https://audit.example",),
            "3": (),
            "4": ("https://archive.example/quays/1998",),
        },
    ),
    "no notes at all": Case(
        """\
Key points

1. The council met 4 times in 2024, and once in 2025.
2. It put off the vote. In 2024 it had 17 members, of whom 9 were new.

In Fall 2020 nobody asked. See https://council.example/members for a list. T-72 and S-400 are no markers.
""",
        "",
        {},
        body_urls=("https://council.example/members",),
    ),
    "a table in the text": Case(
        """\
The harbours differ in size.1 The table shows by how much.

Harbour       2023      2024
1 Merrow      1,204     1,318
2 Ost-Merrow  866       902
3 Sund        140       97

Sund is the smallest by far.2

1 Port office, https://port.example/sizes
2 Ibid.
""",
        "1 2",
        {"1": ("https://port.example/sizes",), "2": ("https://port.example/sizes",)},
    ),
    "Lithuanian and Latvian": Case(
        """\
Eksportas 2023 m. augo 7,5 proc.1, o importas sumažėjo2. Latvijā tas auga par 3%3.

1 Statistikos departamentas, https://stat.example/lt
2 Ten pat.
3 Statistikas pārvalde, https://stat.example/lv
""",
        "1 2 3",
        {"1": ("https://stat.example/lt",), "2": ("https://stat.example/lt",), "3": ("https://stat.example/lv",)},
    ),
}


def cited(text):
    brief = lay_out(read_document(text.encode(), name="brief.txt"), "brief.txt", "0" * 64)
    return find_citations(brief)


@pytest.mark.parametrize("name", CASES)
def test_markers_notes_and_urls(name):
    case = CASES[name]
    found = cited(case.text)
    urls = {citation.id: citation.url for citation in found.citations}
    notes = {n.label: tuple(urls[i] for i in n.citations if urls[i]) for n in found.footnotes if n.text}
    assert " ".join(marker.label for marker in found.markers) == case.markers
    assert notes == case.notes
    assert {n.label for n in found.footnotes if n.kind is FootnoteKind.MISSING} == set(case.missing)
    assert tuple(c.url for c in found.citations if c.footnote is None) == case.body_urls
