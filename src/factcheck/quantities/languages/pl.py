"""Polish.

Paradigms after *Wielki słownik ortograficzny PWN*,
sections on numerals; abbreviations after PN-83/N-01202.

"""

from __future__ import annotations

from factcheck.quantities.languages.record import Language

LANGUAGE = Language(
    code="pl",
    numerals="""
0 zero, zera
2 dwa, dwie, dwóch, dwu, dwóm, dwoma, dwiema, dwaj, dwoje, dwojga
3 trzy, trzech, trzem, trzema, trzej, troje, trojga
4 cztery, czterech, czterem, czterema, czterej, czworo, czworga
5 pięć, pięciu, pięcioma, pięcioro, pięciorga
6 sześć, sześciu, sześcioma, sześcioro
7 siedem, siedmiu, siedmioma
8 osiem, ośmiu, ośmioma
9 dziewięć, dziewięciu, dziewięcioma
10 dziesięć, dziesięciu, dziesięcioma
11 jedenaście, jedenastu, jedenastoma
12 dwanaście, dwunastu, dwunastoma
13 trzynaście, trzynastu, trzynastoma
14 czternaście, czternastu, czternastoma
15 piętnaście, piętnastu, piętnastoma
16 szesnaście, szesnastu, szesnastoma
17 siedemnaście, siedemnastu
18 osiemnaście, osiemnastu
19 dziewiętnaście, dziewiętnastu
20 dwadzieścia, dwudziestu, dwudziestoma
30 trzydzieści, trzydziestu, trzydziestoma
40 czterdzieści, czterdziestu
50 pięćdziesiąt, pięćdziesięciu
60 sześćdziesiąt, sześćdziesięciu
70 siedemdziesiąt, siedemdziesięciu
80 osiemdziesiąt, osiemdziesięciu
90 dziewięćdziesiąt, dziewięćdziesięciu
100 sto, stu, stoma
200 dwieście, dwustu
300 trzysta, trzystu
400 czterysta, czterystu
500 pięćset, pięciuset
600 sześćset, sześciuset
700 siedemset, siedmiuset
800 osiemset, ośmiuset
900 dziewięćset, dziewięciuset
""",
    one="jeden, jedna, jedno, jednego, jednej, jedną, jednemu, jednym",
    scales="""
3 tysiąc||a|e|om|ami|ach|em|owi, tysięcy, tys
6 milion||a|y|ów|om|ami|ach|em|owi, mln
9 miliard||a|y|ów|om|ami|ach|em|owi, mld, mrd
12 bilion||a|y|ów|om|ami|ach|em, bln
15 biliard||a|y|ów
18 trylion||a|y|ów
""",
    dozen="tuzin||a|y|ów",
    bare_scale=True,
    vague="""
10 dziesiątk|i|ów|om|ami|ach, dziesiątek
100 setk|i|om|ami|ach, setek
1000 tysiąc|e|ami|ach
1000000 milion|y|ami|ach
1000000000 miliard|y|ami|ach
""",
    several="kilka, kilku, kilkoma, parę, paru",
    several_scales="""
200-999 kilkaset, kilkuset, paręset
11-19 kilkanaście, kilkunastu
20-99 kilkadziesiąt, kilkudziesięciu
""",
    fractions="""
2 połow|a|y|ie|ę|ą, pół
4 ćwierć, ćwierci
""",
    denominators="""
2 drugie, drugich
3 trzecia, trzecie, trzecich, trzeciej, trzecią
4 czwarta, czwarte, czwartych, czwartej, czwartą
5 piąta, piąte, piątych, piątej, piątą
6 szósta, szóste, szóstych, szóstej, szóstą
7 siódma, siódme, siódmych, siódmej
8 ósma, ósme, ósmych, ósmej
9 dziewiąta, dziewiąte, dziewiątych
10 dziesiąta, dziesiąte, dziesiątych, dziesiątej, dziesiątą
100 setna, setne, setnych
""",
    fraction_veto="""
pierwsza, pierwszej, pierwszą, druga, drugiej, drugą, inna, innej, ostatnia, ostatniej, roku, miesiąca, wieku,
  dnia, lat, meczu, kadencji,
stycznia, lutego, marca, kwietnia, maja, czerwca, lipca, sierpnia, września, października, listopada, grudnia,
  tygodnia
""",
    halves="""
0.5 pół, połowa, połowę, połowy
1.5 półtora, półtorej
0.25 ćwierć
""",
    and_half="""
0.5 i pół, i połowę
0.25 i ćwierć
""",
    every="co, każdy, każda, każde, każdego, każdej, każdą",
    ordinals="""
1 pierwsz|y|a|e|ego|ej|ą|ym|emu
2 drug|i|a|ie|iego|iej|ą|im, drugiemu
3 trzec|i|ia|ie|iego|iej|ią|im|iemu
4 czwart|y|a|e|ego|ej|ą|ym|emu
5 piąt|y|a|e|ego|ej|ą|ym|emu
6 szóst|y|a|e|ego|ej|ą|ym|emu
7 siódm|y|a|e|ego|ej|ą|ym|emu
8 ósm|y|a|e|ego|ej|ą|ym|emu
9 dziewiąt|y|a|e|ego|ej|ą|ym
10 dziesiąt|y|a|e|ego|ej|ą|ym|emu
11 jedenast|y|a|e|ego|ej|ą|ym
12 dwunast|y|a|e|ego|ej|ą|ym
13 trzynast|y|a|e|ego|ej|ą|ym
14 czternast|y|a|e|ego|ej|ą|ym
15 piętnast|y|a|e|ego|ej|ą|ym
20 dwudziest|y|a|e|ego|ej|ą|ym
30 trzydziest|y|a|e|ego|ej|ą|ym
40 czterdziest|y|a|e|ego|ej|ą|ym
50 pięćdziesiąt|y|a|e|ego|ej|ą|ym
100 setn|y|a|e|ego|ej|ą|ym
""",
    ordinal_suffixes="ty, go, ta, te, tego, tej, my, ma, ego, szy, sza, gi, ga, ci, cia, tych",
    stop_ordinal=True,
    ordinal_names="""
armi*, brygad*, pułk*, dywizj*, korpus*, batalion*, flot*, wiek, wieku, stuleci*, kadencj*, zmechanizowan*,
  pancern*, desantow*, gwardi*, ulic*, piętr*, eskadr*, kwarta*,
  minuc*, minut*, godzin*, kolejk*, kilomet*, posiedzen*, sesj*, eskadr*, lubusk*, pomorsk*, podhala*, południk*,
  równoleżnik*,
  kolejc*, kilometr*, rund*, etap*
""",
    times="raz, razy, raza, krotn, krotnie, razu",
    times_words="""
2 dwukrotn|ie|y|a|e, dwakroć, podwójn|ie|y|a|e
3 trzykrotn|ie|y|a|e, potrójn|y|ie
4 czterokrotn|ie|y|a|e
5 pięciokrotn|ie|y|a|e
6 sześciokrotn|ie|y
7 siedmiokrotn|ie|y
8 ośmiokrotn|ie|y
10 dziesięciokrotn|ie|y|a|e
20 dwudziestokrotn|ie|y
100 stukrotn|ie|y
""",
    wholes="""
10/year dekad|a|y|zie|ę, dziesięcioleci|e|a|u, dziesięciolecie
50/year półwiecze, półwiecza
100/year stuleci|e|a|u
6/month półrocz|e|a|u
30/minute półgodziny
20/year dwudziestoleci|e|a|u
30/year trzydziestoleci|e|a|u
""",
    once="""
1 raz
2 dwukrotnie, dwa razy
3 trzykrotnie
""",
    once_follow="w, na, za",
    units="""
percent procent||a|u|ów|om|ami|ach|em, proc, %, procentow|y|a|e|ego|ej|ą|ym|ych
percentage_points punkt procentowy, punktu procentowego, punkty procentowe, punktów procentowych,
  punktami procentowymi, punktom procentowym, pkt proc, pkt. proc, pkt procentowych, pkt procentowe, p.p.,
  pkt. proc., p. proc., pp, pkt proc., punktu proc., pp., p. p., punktów proc., pkt. procentowych
basis_points punktów bazowych, punkty bazowe, pb
year rok, roku, rokiem, lat, lata, latami, latach, latom, letni|ego|ej|emu|m|ch|ą, letni, letnia, letnie,
  roczn|y|a|e|ego|ej|ą|ym
month miesiąc||a|e|om|ami|ach|em|owi, miesięcy, mies, miesięczn|y|a|e|ego|ej|ą|ym
week ty|dzień|godnia|godnie|godni|godniom|godniami|godniach|godniem, tygodniow|y|a|e|ego|ej
day dzień, dnia, dni, dniom, dniami, dniach, dniem, dob|a|y|ę, dób, dniow|y|a|e|ego|ej|ą|ym
hour godzin||a|y|ę|ą|om|ami|ach|ie, godz, godzinn|y|a|e|ego|ej|ą|ym, h
minute minut||a|y|ę|om|ami|ach, min, minutow|y|a|e|ego
second sekund||a|y|ę|om|ami|ach, sek
decade dekad||a|y|ę|om|ami|ach, dziesięcioleci||e|a|u|om|ami|ach
century wiek||u|i|ów|om|ami|ach, stuleci||e|a|u|om
km kilometr||a|y|ów|om|ami|ach, km, kilometrow|y|a|e|ego|ej
m metr||a|y|ów|om|ami|ach, m, metrow|y|a|e|ego
cm centymetr||a|y|ów|om, cm
mm milimetr||a|y|ów|om, mm
km2 km kw, km kw., km², km2, kilometrów kwadratowych, kilometry kwadratowe, kilometra kwadratowego,
  kilometr kwadratowy
m2 m kw, m kw., m², m2, mkw, metrów kwadratowych, metry kwadratowe, metra kwadratowego, metr kwadratowy,
  metrom kwadratowym
m3 m sześc, m sześc., m³, m3, metrów sześciennych, metry sześcienne, metra sześciennego, metr sześcienny,
  metrów sześc, metrów sześc., m sześciennych, metrów szesc.
ha hektar||a|y|ów|om|ami|ach, ha
t ton||a|y|ę|om|ami|ach|ie, tona, t
kg kilogram||a|y|ów|om, kg, kilo
g gram||a|y|ów|om, g
l litr||a|y|ów|om|ami|ach, l
ml mililitr||a|ów|y, ml
barrel barył|ka|ki|ek|kę|kom|ce|kami
kWh kwh, kilowatogodzin||a|y|ę
MWh mwh, megawatogodzin||a|y|ę
GWh gwh, gigawatogodzin||a|y
TWh twh, terawatogodzin||a|y
MW mw, megawat||a|y|ów
GW gw, gigawat||a|y|ów
kW kw, kilowat||a|y|ów
celsius °c, stopni celsjusza, stopnie celsjusza, stopień celsjusza, stopni c, st. c., st. celsjusza, stopnia celsjusza
degree stopni||e|a|om, stopień, °
km/h km/h, kilometrów na godzinę, km na godzinę, kilometry na godzinę, km/godz
mile mil||a|e|ę|i
inch cal||a|e|i
ft stop|a|y, stóp
""",
    currencies="""
USD dolar||a|y|ów|om|ami|ach|em|owi, dol, usd, $, dolarów amerykańskich, dol. usa
EUR euro, eur, €
PLN złot|y|ego|e|ych|ym|ymi|emu, zł, pln, złotówek, złotówki, zl
RUB rubl|a|e|i|om|ami|ach, rubel, rub, ₽
GBP funt||a|y|ów|om|ami|ach, funtów szterlingów, £, gbp
UAH hrywn||a|y|ę|ie|ami, hrywien, uah, ₴
CHF frank||a|i|ów|ami|om, franków szwajcarskich, chf
JPY jen||a|y|ów
CNY juan||a|y|ów|om, yuanów
CZK koron||a|y|ę|om, koron czeskich, korony czeskie
SEK koron szwedzkich
NOK koron norweskich
DKK koron duńskich
TRY lir||a|y|ę
HUF forint||a|y|ów
RON lei
KZT tenge
ILS szekl|a|i|e, szekel
INR rupi||a|i|e, rupii
LTL lit||a|y|ów
EUR_CENT cent||a|y|ów, eurocent||a|y|ów
PLN_CENT grosz||a|e|y
""",
    money_adjectives="",
    unit_adjectives="""
ostatni|ch|e|ego|m, kolejn|ych|e|ego|y|a, następn|ych|e|ego, pełn|ych|e|y|ego, cał|ych|e|y, robocz|ych|e|y|ego,
  kalendarzow|ych|e|y, dług|ich|ie, najbliższ|ych|e|ego,
minion|ych|e, ubiegł|ych|e, pierwsz|ych|e, długich""",
    prefixes="""
0.5 pół
1 jedno
1.5 półtora
2 dwu
3 trzy, trój
4 cztero
5 pięcio
6 sześcio
7 siedmio
8 ośmio
9 dziewięcio
10 dziesięcio
11 jedenasto
12 dwunasto
13 trzynasto
14 czternasto
15 piętnasto
16 szesnasto
17 siedemnasto
18 osiemnasto
19 dziewiętnasto
20 dwudziesto
25 dwudziestopięcio
30 trzydziesto
40 czterdziesto
50 pięćdziesięcio
60 sześćdziesięcio
70 siedemdziesięcio
80 osiemdziesięcio
90 dziewięćdziesięcio
100 stu
""",
    suffixes="""
year letni, leci
month miesięczn
week tygodniow
day dniow, dobow
hour godzinn
minute minutow
percent procentow
km kilometrow
m metrow
times krotn
""",
    months="""
1 styczni|owi|em|u
2 lutym, lutemu
3 marc|u|em|owi
4 kwietni|u|em|owi
5 maj|u|em|owi
6 czerwc|u|em|owi
7 lipc|u|em|owi
8 sierpni|u|em|owi
9 wrześni|u|em|owi
10 październik||u|iem|owi
11 listopad||zie|em|owi
12 grudni|u|em|owi
""",
    month_before="""
w, we, z, od, do, po, na, za, początku, końcu, połowie, końca, połowy, zeszłego, tego, ubiegłego, tym, ubiegłym,
zeszłym, przełomie, pod, koniec, już, i, między, a, minionym, przyszłego, każdego, przez, cały
""",
    day_words="dnia",
    day_before="dnia, dniu, dniach",
    year_words="rok, roku, rokiem, latach, lata, lat, r, rokowi",
    year_before="""
w, we, z, od, do, po, na, za, roku, rok, wiosną, jesienią, latem, zimą, wiosny, jesieni, lata, zimy, między,
początku, końca, końcu, połowie, już, przed, rokiem, lat, latach, przez, jesień, wiosnę
""",
    decade_before="lata, lat, latach, latami",
    decade_after="tych, te, ych, e",
    decade_part="początku, początek, końca, końcu, koniec, połowy, połowie, wczesne, wczesnych, późne, późnych",
    open_between="między, pomiędzy",
    between_joins="a, i, do",
    open_from="od, z, ze",
    open_change="z, ze",
    to="do, aż do",
    to_change="",
    alternatives="lub, albo, czy, bądź",
    conjunctions="i, oraz, a",
    out_of="z, spośród, ze, z ogółu, z obiecanych",
    one_in="na, z",
    hedges="""
about około, ok, ok., mniej więcej, w przybliżeniu, rzędu, circa, ca, ca., w granicach, gdzieś, koło, szacunkowo,
  orientacyjnie, ~, ≈, jakieś, z grubsza, średnio, przeciętnie, w okolicach, plus minus, w rejonie, szacowane na
almost prawie, niemal, niemalże, blisko, niespełna, nieco mniej niż, nieco poniżej, bez mała, o mało, tuż poniżej,
  omal, praktycznie, bliska, bliskie, niecałe, niecałych, niecały, niecałego, niecała
over ponad, więcej niż, powyżej, przeszło, przekracza, przekroczył, przekroczyła, przekroczyło, przekroczyły,
  przekraczając|a|y|e|ych|ej|ego, z górą, z okładem, wyższ|y|a|e niż, większ|y|a|e niż, przekraczają, >, ponad o,
  starsi niż, dłużej niż, więcej aniżeli, o ponad
under mniej niż, poniżej, <, niższ|y|a|e niż, mniejsz|y|a|e niż, młodsi niż, krócej niż, nie osiąga
up_to do, nie więcej niż, co najwyżej, maksymalnie, najwyżej, nie przekracza, nie przekroczy, nie przekroczył, ≤,
  maksimum, nie dłużej niż, aż do, nie wyżej niż, nie później niż, nawet
at_least co najmniej, przynajmniej, nie mniej niż, minimum, najmniej, ≥, od co najmniej, minimalnie,
  nie mniejsza niż, chociaż, conajmniej, nie wcześniej niż
""",
    hedges_after="""
over z okładem, z hakiem, z górą, +, z czymś, z kawałkiem
at_least lub więcej, i więcej, albo więcej, czy więcej, i starszych, i starsi, wzwyż, co najmniej
up_to lub mniej, i mniej, albo mniej, maksymalnie
about mniej więcej, w przybliżeniu
""",
    hedge_skips="z, na, o, do, w, tych, te, tylko, jedynie, łącznie, zaledwie, sumę, kwotę, poziomie, aż",
    rise="""
wzr*, wzrost*, zwiększ*, podni*, rośni*, rosn*, podrożał*, podwoi*, potroi*, więcej, wyższ*, wyżej, przybył*,
  skoczy*, przyspiesz*, poszerz*, urosł*, urós*, podwyż*
""",
    fall="""
spad*, zmniejsz*, obniż*, zmala*, male*, skurcz*, reduk*, zredukowa*, ograniczy*, mniej, niższ*, niżej, stracił*,
  utrat*, potania*, ubył*, spowoln*, zwoln*, tańsz*, załama*
""",
    references="""
kompilacja, kompilacji, kompilację, pas startowy, pasie startowym, nabrzeże, nabrzeżu, nabrzeża,
artykuł, artykułu, artykule, artykułem, art, art., strona, stronie, strony, stron, str, str., s., rys, rys.,
  rysunek, rysunku, tab, tab., tabela, tabeli, tabl., nr, numer, numerem, numeru, ust, ust., ustęp, ustępu, pkt,
  pkt., punkt, punktu,
punkcie, par., paragraf, §, rozdział, rozdziale, rozdz., część, części, cz., tom, t., załącznik, załącznika, zał.,
  poz, poz., tel, tel., telefon, fax, faks, wersja, wersji, etap, etapie, etapu, faza, fazie, fazy, poziom, krok,
  blok, jw, dz. urz. ue l, dz.urz. ue l, przypis, przyp, przyp., przypisie, isbn, issn, doi, lp, lit.,
rezolucja, rezolucji, ustawa nr, lot, rejs, linia, grupa, kategoria, zob., wykres, wykresie, sektor, szkoła nr,
  rozporządzenie, dyrektywa, dyrektywy, sezon, odcinek, dz.u., formuła, sali, pokój, klasy, klasa,
  budynek, budynku, mieszkanie, mieszkania, m., lok., lokal, lokalu, kolejka, kolejce, kolejki, peron, peronie,
  tor, torze, sektorze,
  batalion, batalionu, brygada, pułk, projekt, projektu, wzgórze, wzgórza, hala, hali, autobus, tramwaj, pociąg,
  strefa, strefie, kl., działka,
  działki, działce, sygn., sygn. akt, druk, druk nr, druku nr, uchwała, uchwały, decyzja, art.art., miejsce, kanał,
  zdjęcie, fot., mapa, mk,
  wniosek, motyw, etapie, tydzień, przystanek, dystrykt, węzeł, zasada, terminal, zarządzenie,
  piętro, piętra, piętrze, program, programu, fala, fali, wejście, wyjście, gate, bramka, bramki, pas, pasie,
  okręg, okręgu, obwód, obwodu, świadek, pacjent, lekcja, przepis, dzień, dniu, odcinku, runda, rundzie, pozycja,
  pozycji, akapit, lit, zd., strefy, ławka, rząd, okno, okienko, stanowisko, wariant, próbka, seria, serii, psalm,
  sura, motywie, opus, op., droga, drodze, autostrada, dk, dw, s, trasa, kadencja, protokół, protokołu, akta,
  poprawka, poprawki, poprawkę, poprawce, poprawką, wersem, zasadzie
""",
    references_after="",
    event_names="""
zapad, zapad-, euro, expo, olimpiada, agenda, eurowizja, tarcza sojuszu, tarcza związku, defender,
defender europe, strategia, wizja, smoleńsk
""",
    event_nouns="ćwiczenia, ćwiczeń, manewry, manewrów, forum, igrzyska, mistrzostwa, edycja",
    name_nouns="porozumienie, porozumienia, projekt, projektu",
    age_before="w wieku, wieku, wiek, ukończył, ukończyła, w wieku od, skończył, skończyła, ukończone",
    age_after="""
lat życia, roku życia, latek, letni|ego|ej|emu|m|ch|ą, letni, letnia, letnie, latk|a|i|ów, lat|ek|ka|ki
""",
    clock="rano, wieczorem, po południu, w nocy, nad ranem",
    clock_before="godz, godzina, godzinie, godziny, godziną",
    structural_before="te, tych, obie, obu, oba, między, nasze, naszych, obydwa, obydwu, oboma, tymi, pomiędzy",
    structural_nouns="""
kraj*, państw*, prezydent*, stron*, narod*, lider*, przywódc*, armi*, rząd*, gospodar*, stolic*
""",
    structural_after="",
    countables="""
osób, osoby, osobami, ludzi, żołnierz*, kobiet*, mężczyzn*, dzieci*, przypadk*, pracownik*, student*, uczestnik*,
  respondent*, obywatel*, mieszkań*, uchodźc*, więźni*, więźniów, jednost*, pojazd*, czołg*, samolot*, rakiet*,
  szkół, firm*, nowych, zabit*, rann*, miejsc*, głos*,
ucieczk*, polaków, białorusin*, rosjan, ukraińc*, migrant*, zakażeń, zgon*, sztuk, egzemplarz*, rodzin*, razy,
  badanych, stron, domów, pacjent*
""",
    stopwords="""
i, oraz, a, w, we, na, z, ze, od, do, dla, przy, przez, po, za, nie, ale, że, jak, to, ten, ta, te, tych, tego,
  tej, tym, tak, że, by, czy, lub, albo, który, która, które, których, jego, jej, ich, on, ona, oni, my, wy, ja,
  był, była, było, były,
jest, są, będzie, być, także, też, już, jeszcze, tylko, jedynie, więcej, mniej, niż, nad, pod, między, wśród, bez,
  przeciw, jeśli, gdy, gdzie, wszyscy, wszystkich, co, o, u, się, odpowiednio, ponad, około, raz, przed, względem,
  wobec, zaś, natomiast, m, r, podał, powiedział
""",
    modifier_endings="ych, ich, ego, skie, cka, ckie, owe, owa, jne, lne, zne, nne, ymi, imi",
    verb_endings="ało, ały, ali, iło, iły, ili, eli, yło, yły, yli, ają, ują, uje, ało się",
    noun_joins="z, ze, spośród",
    noun_skips="wszystkich, tych, swoich, ich, jej, jego, całego, całej",
    per="""
year rocznie, na rok, w skali roku, co roku, każdego roku, w ciągu roku, w roku
month miesięcznie, na miesiąc, co miesiąc, w miesiącu
week tygodniowo, na tydzień, co tydzień, w tygodniu
day dziennie, na dzień, na dobę, codziennie, każdego dnia, w ciągu doby
hour na godzinę, godzinowo, co godzinę
capita na osobę, na mieszkańca, na głowę, per capita, na jednego mieszkańca, na głowę mieszkańca
""",
    decimal_words="przecinek",
    part_words="część, części, częścią",
    per_round="na",
    changing="zmieni*, przesz*",
)
