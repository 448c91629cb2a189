"""Two sentences → how they stand; "unrelated" is no pair at all.  Sentences of our own about places that are not."""
# ruff: noqa: E501 - a table of sentences is read more easily whole

from __future__ import annotations

import pytest

CONTRADICTING = [
    # a value, in one brief
    ("en", "Gas imports of Talvia fell to 4.2 billion cubic metres in 2025.",
     "In 2025 gas imports of Talvia came to 4.9 billion cubic metres."),
    ("en", "The census of Talvia cost 11.8 million euros.", "The census of Talvia took 14.1 million euros."),
    ("en", "Wind supplied 18.4% of the electricity generated in 2025.",
     "In 2025, according to the ministry, wind supplied 21% of the electricity generated."),
    ("en", "The port of Lind employs 1,200 dockers.", "The port of Lind employs 1,450 dockers."),
    ("en", "Over 400 villages of the Varga district had no doctor in 2024.",
     "In 2024, 310 villages of the Varga district had no doctor."),
    ("en", "Two fifths of the households in Merrow own a boat.", "Three fifths of the households in Merrow own a boat."),
    ("en", "In 2025, the ministry of energy says, wind supplied 18.4% of the electricity that the power stations of Talvia generated.",
     "The power stations of Talvia generated 21% of their electricity from wind in 2025, as the ministry, which supplied the data on energy, told us."),
    # a date
    ("en", "The Energy Act of Talvia was adopted on 3 May 2019.", "The Energy Act of Talvia was adopted on 30 May 2019."),
    ("en", "The Merrow Institute was founded in 1994.", "The Merrow Institute was founded in 1996."),
    ("en", "On 12 June 2023 the Inland Water Board of Talvia and the Lind Harbour Authority held a founding congress by video link.",
     "A founding congress of the Inland Water Board of Talvia, with guests of the Lind Harbour Authority, was held as a video link on 21 June 2023."),
    # other languages
    ("de", "Die Volkszählung in Talvia kostete 11,8 Millionen Euro.", "Die Volkszählung in Talvia kostete 14,1 Millionen Euro."),
    ("de", "Das Institut Merrow wurde 1994 gegründet.", "Das Institut Merrow wurde 1996 gegründet."),
    ("fr", "Le recensement de la Talvie a coûté 11,8 millions d’euros.", "Le recensement de la Talvie a coûté 14,1 millions d’euros."),
    ("pl", "Spis powszechny w Talwii kosztował 11,8 mln euro.", "Spis powszechny w Talwii kosztował 14,1 mln euro."),
    ("pl", "W 2024 r. bezrobocie w Talwii wyniosło 6,2%.", "W 2024 r. bezrobocie w Talwii sięgnęło 8,1%."),
    ("lt", "Talvijos surašymas kainavo 11,8 mln. eurų.", "Talvijos surašymas kainavo 14,1 mln. eurų."),
    ("ru", "Перепись населения в Талвии стоила 11,8 млн евро.", "Перепись населения в Талвии обошлась в 14,1 млн евро."),
    ("ru", "В 2024 году безработица в Талвии составила 6,2%.", "В 2024 году безработица в Талвии достигла 8,1%."),
    ("be", "У 2024 годзе беспрацоўе ў Талвіі склала 6,2%.", "У 2024 годзе беспрацоўе ў Талвіі дасягнула 8,1%."),
    ("uk", "У 2024 році безробіття в Талвії склало 6,2%.", "У 2024 році безробіття в Талвії досягло 8,1%."),
]  # fmt: skip

TENSION = [
    ("en", "Talvia has 2.9 million inhabitants.", "Talvia has 2,912,000 inhabitants."),
    ("en", "Almost 75% of the pupils in Lind learn Polish.", "More than 75% of the pupils in Lind learn Polish."),
    ("en", "About 60% of the pupils in Lind learn Polish.", "In Lind, 62% of the pupils learn Polish."),
    ("en", "The port of Lind employs over 1,200 dockers.", "The port of Lind employs 1,340 dockers."),
    ("en", "The grid of Talvia lost 3-5% of its current in 2020.", "The grid of Talvia lost 4% of its current in 2020."),
    ("de", "In Lind lernen fast 75 Prozent der Schüler Polnisch.", "In Lind lernen 75 Prozent der Schüler Polnisch."),
    ("ru", "В Линде почти 75% школьников учат польский.", "В Линде 75% школьников учат польский."),
]  # fmt: skip

AGREEING = [
    ("en", "Wind supplied 18.4% of the electricity generated in 2025.",
     "The electricity generated from wind was 18.4% in 2025, a record."),
    ("en", "The treaty that created the Varga Customs League was signed in March 1998.",
     "Talvia joined the Varga Customs League by the treaty of March 1998."),
    ("en", "The cabinet of Talvia approved 28 out of 31 irrigation schemes.",
     "The 28 irrigation schemes of the cabinet are late."),
    ("en", "The treaty that created the Varga Customs League was signed on 9 March 1998.",
     "The treaty of the Varga Customs League was signed in March 1998."),
    ("pl", "Spis powszechny w Talwii kosztował 11,8 mln euro.", "Koszt: 11,8 mln euro za spis powszechny w Talwii."),
    ("uk", "У 2024 році безробіття дорослих у Талвії склало 6,2%.", "Безробіття серед дорослих у Талвії 2024 року: 6,2%."),
]  # fmt: skip

UNRELATED = [
    # another year, another wave
    ("en", "A third of the citizens of Talvia trusted the courts in 2020.",
     "A quarter of the citizens of Talvia trusted the courts in 2021."),
    ("en", "In a poll of December 2019 by the Merrow Opinion Laboratory, 40.4% of Talvians chose the union with Varga.",
     "In a poll of August 2019 by the Merrow Opinion Laboratory, 54.5% of Talvians chose the union with Varga."),
    ("en", "The poll of the Merrow Opinion Laboratory among the young citizens of Talvia was made on 3 May 2021.",
     "The poll of the Merrow Opinion Laboratory among the young citizens of Talvia was made on 28 May 2021."),
    ("en", "Unemployment in Talvia was 6.2% in 2023, said the ministry.", "Unemployment in Talvia was 8.1%."),
    # another population, place or part
    ("en", "Exports of Talvia to Varga were worth 3 billion euros in 2024.",
     "Exports of Varga to Ostrov were worth 5 billion euros in 2024."),
    ("en", "Russian exports fell by 9% in 2022.", "Belarusian exports fell by 14% in 2022."),
    ("en", "The cabinet approved 28 out of 31 integration programmes.", "Varga speaks of 31 integration roadmaps."),
    ("en", "In 2024 unemployment among women in Talvia was 7%.", "In 2024 unemployment in Talvia was 6%."),
    ("en", "Youth unemployment in Talvia was 17% in 2024.", "Unemployment in Talvia was 6% in 2024."),
    ("en", "In Lind, rents rose by 8% in 2024.", "In Merrow, rents rose by 3% in 2024."),
    ("en", "A 38% share of Talvian exports and 60% of imports depend on Varga.",
     "A 60% share of Talvian imports and 38% of exports depend on Varga."),
    # another thing said of it
    ("en", "Rents in Merrow rose by 40 euros in 2024.", "Rents in Merrow rose to 640 euros in 2024."),
    ("en", "Rents in Merrow rose by almost 40 euros in 2024.", "Rents in Merrow rose to about 640 euros in 2024."),
    ("en", "Its share of the electricity market was 18% in 2024.", "Its share of the electricity market was 6% in 2024."),
    ("en", "The Lind refinery will employ 300 chemists.", "The Lind refinery employs 120 chemists."),
    ("en", "The Lind refinery planned 300 tanks.", "The Lind refinery built 120 tanks."),
    ("en", "Parliament set aside 340 million euros for the grid of Talvia.",
     "Parliament set aside 340 million dollars for the grid of Talvia."),
    # nothing says that it is one ministry, one poll or one day
    ("en", "NAV per share reaches 517.8p.", "NAV per share reaches 521.1p, a record."),
    ("en", "Of the respondents 30% trust the courts.", "Of the respondents 41% trust the courts."),
    # no sentence
    ("en", "Table CA3.", "Table CA7."),
    ("en", "Talvia boats: 30.", "Talvia boats: 12."),
    ("en", "Table CA3 of the atlas of Lind.", "Table CA7 of the atlas of Lind."),
    ("en", "[order the Lind atlas, $7.99]", "[order the Lind atlas, $3.99]"),
    # another event
    ("en", "Sir John Talver was born on 4 August 1716.", "Sir John Talver was born on 25 April 1896."),
    ("en", "On 5 March 2020 the Constitutional Court of Talvia ruled that the customs law was void.",
     "On 19 March 2020 the Constitutional Court of Talvia ruled that the harbour law was void."),
    ("en", "On 5 March 2020 Talvia and Varga signed the customs agreement in the town hall of Lind.",
     "On 19 March 2020 Talvia and Varga signed the transit agreement in the town hall of Lind."),
    ("en", "At the conference of the Lind Harbour Authority on 5 March 2020 Talvia and Varga sealed the customs treaty in the town hall.",
     "At the conference of the Lind Harbour Authority on 19 March 2020 Talvia and Varga sealed the transit treaty in the town hall."),
    ("en", "In the town hall of Lind the ministry of labour of Talvia put unemployment among women at 7% in 2024.",
     "In the town hall of Lind the ministry of labour of Talvia put unemployment at 6% in 2024."),
    ("en", "A webinar on customs was held by the Merrow Institute and the Lind Harbour Observatory on 3 March 2022.",
     "A webinar on fisheries was held by the Merrow Institute and the Lind Harbour Observatory on 9 March 2022."),
    ("en", "The presidents of Talvia and Varga met in Lind on 5 May 2021 to speak of the new customs union and its court.",
     "The presidents of Talvia and Varga met in Ostrov on 25 May 2021 to speak of the new customs union and its court."),
    ("en", "The Talvian Statistics Office published its monthly report on consumer prices in the euro area on 3 May 2021.",
     "The Talvian Statistics Office published its monthly report on consumer prices in the euro area on 3 June 2021."),
    ("en", "Since 5 May 2021 the Customs Court of Talvia and Varga has heard appeals of small traders from Lind.",
     "Until 9 June 2021 the Customs Court of Talvia and Varga has heard appeals of small traders from Lind."),
    ("en", "Exports fell in 2019.", "Exports fell in 2020."),
    ("de", "Im Jahr 2020 lag die Arbeitslosigkeit in Talvia bei 6,2 Prozent.", "Im Jahr 2021 lag die Arbeitslosigkeit in Talvia bei 8,1 Prozent."),
    ("ru", "Российский экспорт в 2022 году сократился на 9%.", "Белорусский экспорт в 2022 году сократился на 14%."),
    ("ru", "Согласно опросу, в мае 2021 года власти доверяли 30% жителей Талвии.",
     "Согласно опросу, в декабре 2021 года власти доверяли 41% жителей Талвии."),
    ("pl", "Eksport Talwii wzrósł o 9% w 2022 r.", "Eksport Talwii wzrósł o 14% w 2023 r."),
]  # fmt: skip


def cases():
    for relation, table in (
        ("contradicting", CONTRADICTING),
        ("tension", TENSION),
        ("agreeing", AGREEING),
        ("unrelated", UNRELATED),
    ):
        for language, left, right in table:
            yield pytest.param(language, left, right, relation, id=f"{relation}: {left[:50]}")


@pytest.mark.parametrize(("language", "left", "right", "relation"), list(cases()))
def test_two_sentences_of_one_brief(find, language, left, right, relation):
    pairs = find((left, right), language=language)
    shown = [pair.relation.value for pair in pairs] or ["unrelated"]
    if relation == "unrelated":
        shown = ["unrelated" if word == "agreeing" else word for word in shown]
    assert set(shown) == {relation}


@pytest.mark.parametrize(("language", "left", "right", "relation"), list(cases()))
def test_the_order_of_two_sentences_does_not_matter(find, language, left, right, relation):
    one, other = find((left, right), language=language), find((right, left), language=language)
    assert sorted(pair.relation for pair in one) == sorted(pair.relation for pair in other)
