"""German.

Words after *Duden: Die Grammatik*,
sections on numerals; abbreviations after *Duden: Die deutsche Rechtschreibung*.

"""

from __future__ import annotations

from factcheck.quantities.languages.record import Language

LANGUAGE = Language(
    code="de",
    numerals="""
1500 anderthalbtausend, eineinhalbtausend
2500 zweieinhalbtausend
0 null
2 zwei, zwo, zweien, zweier
3 drei, dreien, dreier
4 vier, vieren
5 fünf, fuenf
6 sechs
7 sieben
8 acht
9 neun
10 zehn
11 elf
12 zwölf, zwoelf
13 dreizehn
14 vierzehn
15 fünfzehn
16 sechzehn
17 siebzehn
18 achtzehn
19 neunzehn
20 zwanzig
30 dreißig, dreissig
40 vierzig
50 fünfzig
60 sechzig
70 siebzig
80 achtzig
90 neunzig
""",
    glue="und",
    hundred="hundert",
    joins="und",
    one="eins, einer, einziges, einzige, einziger, einzigen",
    article="ein, eine, einen, einem, einer, eines, pro, je, 'ne, ne",
    scales="""
2 hundert
3 tausend, tsd, tausende, tausenden
6 million, millionen, mio, mill, mio
9 milliarde, milliarden, mrd, md, mia
12 billion, billionen, bio
15 billiarde, billiarden
18 trillion, trillionen
""",
    dozen="dutzend",
    bare_scale=True,
    vague="""
10 dutzende, dutzenden, zehner
100 hunderte, hunderten, hunderter, aberhunderte
1000 tausende, tausenden, tausender, abertausende
10000 zehntausende, zehntausenden
100000 hunderttausende, hunderttausenden
1000000 millionen
1000000000 milliarden
""",
    several="mehrere, mehreren, mehrerer, einige, einigen, ein paar, etliche, etlichen, wenige, wenigen",
    fractions="""
2 hälfte, hälften
3 drittel, drittels, dritteln
4 viertel, viertels, vierteln
5 fünftel, fünfteln
6 sechstel
7 siebtel
8 achtel
9 neuntel
10 zehntel
20 zwanzigstel
100 hundertstel
1000 tausendstel
""",
    denominators="""
2 halbe
3 dritteln
""",
    fraction_article="ein, eine, einen, einem, einer, eines, die, der, das, dem, den",
    fraction_veto="""
erste, ersten, zweite, zweiten, andere, anderen, letzte, letzten, jahres, monats, jahrhunderts, spielzeit, nächste,
  finale, viertel,
januars, stunde, stunden, januar, februar, märz, april, mai, juni, juli, august, september, oktober, november,
  dezember, erster, zweiter, dritter, vor, nach
""",
    halves="""
0.5 halbe, halben, halber, halbes, eine halbe, einer halben, einen halben, ein halbes, einem halben, eines halben,
  die hälfte einer, ein halber, einen halbe
1.5 anderthalb, eineinhalb, einundeinhalb, anderthalbe
2.5 zweieinhalb, zweiundeinhalb
3.5 dreieinhalb
4.5 viereinhalb
5.5 fünfeinhalb
6.5 sechseinhalb
7.5 siebeneinhalb
8.5 achteinhalb
9.5 neuneinhalb
10.5 zehneinhalb
0.75 dreiviertel, eine dreiviertel
0.25 viertel, eine viertel, ein viertel
""",
    and_half="""
0.5 und eine halbe, einhalb, und ein halb, und ein halbes, und einen halben
""",
    every="jeder, jede, jedes, jeden, jedem",
    ordinals="""
1 erste, ersten, erster, erstes
2 zweite, zweiten, zweiter, zweites
3 dritte, dritten, dritter, drittes
4 vierte, vierten, vierter, viertes
5 fünfte, fünften, fünfter, fünftes
6 sechste, sechsten, sechster
7 siebte, siebten, siebter, siebente
8 achte, achten, achter
9 neunte, neunten, neunter
10 zehnte, zehnten, zehnter
11 elfte, elften
12 zwölfte, zwölften, zwölfter
13 dreizehnte, dreizehnten
14 vierzehnte, vierzehnten
15 fünfzehnte, fünfzehnten
16 sechzehnte, sechzehnten
20 zwanzigste, zwanzigsten, zwanzigster
25 fünfundzwanzigste, fünfundzwanzigsten
30 dreißigste, dreißigsten
40 vierzigste, vierzigsten
50 fünfzigste, fünfzigsten
60 sechzigste, sechzigsten
70 siebzigste, siebzigsten
75 fünfundsiebzigste, fünfundsiebzigsten
80 achtzigste, achtzigsten
90 neunzigste, neunzigsten
100 hundertste, hundertsten
""",
    ordinal_suffixes="te, ten, ter, tes, ste, sten",
    ordinal_glued="ste, sten, ster, stes",
    stop_ordinal=True,
    ordinal_names="""
armee*, brigade*, regiment*, division*, korps, bataillon*, flotte*, geschwader*, jahrhundert*, panzer*, luftlande*,
  jägerbataillon, garde*, legislatur*, quartal*, halbjahr*, stock, stockwerk, bundestag*, klasse, straße, bezirk,
  minute, minuten, runde, stunde, spieltag, kilometer, sitzung, etage, jäger*, fallschirmjäger*, kalenderwoche,
  kammer, senat, zivilsenat, strafsenat, wahlperiode, breitengrad*, längengrad*
""",
    times="mal, fach, fache, faches, fachen, -mal, -fache, -fach, fachem, malig, malige",
    times_words="""
2 doppelt, doppelte, doppelten, doppelter, doppeltes, zweimal, zweifach, zweifache, zweifachen, zweifaches
3 dreifach, dreifache, dreifachen, dreimal, dreifaches
4 vierfach, vierfache, vierfachen, viermal
5 fünffach, fünffache, fünffachen, fünfmal
6 sechsfach, sechsfache, sechsmal
7 siebenfach, siebenmal, siebenfache
8 achtfach, achtmal, achtfache
9 neunfach, neunmal
10 zehnfach, zehnfache, zehnmal, zehnfachen
11 elfmal, elffach
12 zwölfmal, zwölffach
20 zwanzigfach, zwanzigmal, zwanzigfache
50 fünfzigfach, fünfzigmal, fünfzigfache
100 hundertfach, hundertmal, hundertfache
""",
    wholes="""
10/year jahrzehnt, jahrzehnts, jahrzehntes, dekade
50/year halbjahrhundert
100/year jahrhundertelang
6/month halbjahr, halbjahres, halbjährig
30/minute halbstündig
15/minute viertelstunde
""",
    once="""
1 einmal
2 zweimal
3 dreimal
4 viermal
5 fünfmal
10 zehnmal
""",
    once_follow="im, pro, am, jährlich, täglich, wöchentlich, monatlich, in, die, jede, jeden",
    units="""
percent prozent, prozents, prozente, prozenten, %, v.h., prozentig, prozentige, prozentigen, prozentiger, proz,
  vom hundert
percentage_points prozentpunkt, prozentpunkte, prozentpunkten, prozentpunkts, prozentpunktes, %-punkte, %-punkten, pp
basis_points basispunkte, basispunkten, basispunkt
year jahr, jahre, jahren, jahres, jahrs, jährig, jährige, jährigen, jähriger, jähriges, jährigem, jährlich, j
month monat, monate, monaten, monats, monatig, monatige, monatigen, monatiger, monatiges, mon
week woche, wochen, wöchig, wöchige, wöchigen, wöchiger, wöchiges
day tag, tage, tagen, tages, tägig, tägige, tägigen, tägiger, tägiges
hour stunde, stunden, std, stündig, stündige, stündigen, stündiger, stündiges, h
minute minute, minuten, min, minütig, minütige, minütigen
second sekunde, sekunden, sek, s
decade jahrzehnt, jahrzehnte, jahrzehnten, jahrzehnts, dekade, dekaden
century jahrhundert, jahrhunderte, jahrhunderten, jahrhunderts
km kilometer, kilometern, kilometers, km, kilometerlang
m meter, metern, meters, m
cm zentimeter, zentimetern, cm
mm millimeter, millimetern, mm
km2 quadratkilometer, quadratkilometern, km², km2, qkm
m2 quadratmeter, quadratmetern, quadratmeters, m², m2, qm
m3 kubikmeter, kubikmetern, kubikmeters, m³, m3, cbm
km3 kubikkilometer, km³
ha hektar, hektare, hektaren, ha
t tonne, tonnen, t
kt kilotonnen
Mt megatonnen
kg kilogramm, kilo, kg, kilos, kilogrammen
g gramm, g
l liter, litern, l
ml milliliter, ml
barrel barrel, fass, fässer
kWh kilowattstunde, kilowattstunden, kwh
MWh megawattstunde, megawattstunden, mwh
GWh gigawattstunde, gigawattstunden, gwh
TWh terawattstunde, terawattstunden, twh
MW megawatt, mw
GW gigawatt, gw
kW kilowatt, kw
W watt
celsius °c, grad celsius, grad, ° c
fahrenheit grad fahrenheit, °f
km/h km/h, stundenkilometer, stundenkilometern, kilometer pro stunde, kilometern pro stunde
mile meile, meilen
inch zoll
""",
    currencies="""
USD dollar, dollars, us-dollar, us-dollars, us dollar, $, usd, us$, amerikanische dollar
EUR euro, euros, eur, €
GBP pfund, britische pfund, britischen pfund, pfund sterling, gbp, £, britisches pfund
RUB rubel, rubeln, rub, ₽
PLN zloty, złoty, pln, zlotys
UAH hrywnja, hrywnia, griwna, hrywnjas, uah, ₴
CHF franken, schweizer franken, chf, sfr, fr
JPY yen, jpy
CNY yuan, renminbi, cny
CZK kronen, tschechische kronen
SEK schwedische kronen
NOK norwegische kronen
DKK dänische kronen
TRY lira, türkische lira
HUF forint
INR rupien, rupie
KZT tenge
ILS schekel
EUR_CENT cent, cents, eurocent
""",
    money_adjectives="""
BYN RUB belarussisch*, belarusisch*, weißrussisch*
RUB RUB russisch*
CAD USD kanadisch*
AUD USD australisch*
HKD USD hongkong
USD USD amerikanisch*
""",
    unit_adjectives="""
letzten, letzte, volle, vollen, ganze, ganzen, weitere, weiteren, lange, langen, vergangenen, vergangene,
  folgenden, folgende, nächsten, nächste, aufeinanderfolgenden,
aufeinanderfolgende, komplette, ersten, zusätzliche""",
    prefixes="""
0.5 halb
1 ein
2 zwei
3 drei
4 vier
5 fünf
6 sechs
7 sieben
8 acht
9 neun
10 zehn
11 elf
12 zwölf
14 vierzehn
15 fünfzehn
16 sechzehn
18 achtzehn
20 zwanzig
25 fünfundzwanzig
30 dreißig
40 vierzig
50 fünfzig
60 sechzig
70 siebzig
80 achtzig
90 neunzig
100 hundert, einhundert
1.5 anderthalb, eineinhalb
2.5 zweieinhalb
3.5 dreieinhalb
4.5 viereinhalb
""",
    suffixes="""
times fach, mal
year jährig
month monatig
week wöchig
day tägig
hour stündig
minute minütig
percent prozentig
""",
    numeral_hint="tausend, hundert",
    months="""
1 jänner, januars
2 feber
3 maerz, mär, mrz
5 mai
6 jun
7 jul
9 sep
12 dezembers
""",
    month_capital="mai, mär",
    month_before="""
im, seit, bis, ab, anfang, mitte, ende, vom, zum, von, in, letzten, diesen, vergangenen, diesem, und, zwischen,
nächsten, monat, den, der, gegen, noch, schon, seit anfang, vor, nach, bereits, vorigen, kommenden, jeden,
ersten
""",
    date_joins="",
    day_before="am, vom, den, zum, bis",
    year_words="",
    year_before="""
in, im, seit, bis, ab, vor, nach, jahr, jahre, jahres, jahren, von, zwischen, anfang, mitte, ende, frühjahr,
sommer, herbst, winter, um, gegen, für, frühling, wahljahr, noch, schon, bereits
""",
    decade_before="",
    decade_after="er, ern, erjahre, er-jahre",
    decade_part="anfang, mitte, ende, frühen, späten, frühe, späte",
    open_between="zwischen",
    between_joins="und, bis",
    open_from="von, vom, ab",
    open_change="",
    to="bis, bis zu",
    to_change="auf",
    alternatives="oder, bzw, beziehungsweise",
    conjunctions="und, sowie",
    out_of="von, von den, von insgesamt, der, aus, unter, von den versprochenen, der insgesamt, der versprochenen",
    one_in="von, aus, in",
    hedges="""
about etwa, ungefähr, circa, ca, ca., rund, zirka, schätzungsweise, um die, an die, gegen, in etwa, geschätzt,
  geschätzte, geschätzten, grob, so um, ~, ≈, durchschnittlich, im schnitt, im durchschnitt, um rund,
  annähernd rund
almost fast, beinahe, nahezu, knapp, annähernd, bald, knappe, knappen, kurz vor, etwas weniger als, beinah,
  so gut wie, um fast, um knapp
over mehr als, über, gut, oberhalb von, übersteigt, überstieg, überschreitet, überschritten, überschritt,
  größer als, höher als, älter als, >, deutlich über, mehr denn, übertrifft, um mehr als, länger als, jenseits von
under weniger als, unter, unterhalb von, geringer als, kleiner als, jünger als, <, niedriger als, kürzer als
up_to bis zu, höchstens, maximal, nicht mehr als, bis, bis auf, allerhöchstens, ≤, höchstenfalls, längstens,
  bis maximal, bis spätestens, spätestens
at_least mindestens, wenigstens, zumindest, nicht weniger als, minimal, ≥, mindestens um, ab, allermindestens,
  mindestens bis
""",
    hedges_after="""
at_least oder mehr, und mehr, oder darüber, und älter, oder älter, oder höher, mindestens
over +, plus, und ein paar
up_to oder weniger, und weniger, oder jünger, maximal, höchstens
about ungefähr, circa, oder so, in etwa
""",
    hedge_skips="""
der, die, das, den, dem, des, ein, eine, einen, einem, nur, auf, insgesamt, diese, diesen, seine, ihre, in, bei
""",
    rise="""
gestiegen, stieg*, steig*, erhöh*, zunahm*, zugenommen, zunehm*, zuleg*, zugelegt, wuchs*, gewachsen, wachs*,
  anstieg*, angestieg*, ansteig*, verdoppel*, verdreifach*, mehr, höher*, plus, kletter*, anhob*, angehoben,
  zuwachs*, aufgestockt, teurer, beschleunig*
""",
    fall="""
gesunken, sank*, sink*, gefallen, fiel*, fall*, rückgang, verringer*, reduz*, abnahm*, abgenommen, abnehm*,
  schrumpf*, geschrumpft, gesenkt, senk*, weniger, niedriger*, minus, verlor*, zurückgegangen, halbier*, gekürzt,
  kürz*, einbruch, einbrach, eingebrochen, billiger, verlangsam*
""",
    references="""
build, kai, kais, bahn, startbahn, landebahn, dock,
artikel, artikels, art, art., seite, seiten, s., abb, abb., abbildung, tab, tab., tabelle, nr, nr., nummer,
  nummern, absatz, abs, abs., §, §§, paragraf, paragraph, kapitel, kap, kap., abschnitt, ziffer, ziff., band, bd,
  bd., anhang, anlage, teil, punkt,
fußnote, fn, fn., anm., tel, tel., telefon, fax, resolution, version, phase, stufe, schritt, block, isbn, issn,
  doi, flug, gruppe, kategorie, klasse, linie, zimmer, raum, satz, ausgabe, heft, grafik, tor, gleis, route, zeile,
  kanal, frage, randnummer, rn, rz, staffel, folge, verordnung, formel, bahnhof, dekret, drucksache, drs, drs., az,
  az., aktenzeichen, abl. l, abl. eu l, abl. c, ebene, satz,
  kilometer, anschlussstelle, panzerbataillon, bataillon, brigade, regiment, panzerbrigade, halle, gebäude, haus,
  wohnung, höhe, woche,
  kalenderwoche, kw, platz, startnummer, wagen, zug, ice, bus, buslinie, sektor, bezirk, spieltag, einheit,
  arbeitspapier, dax, mdax, ftse,
  bundestagsdrucksache, bt-drs., br-drs., urteil, beschluss, rn., rz., rdnr., sitzplatz, reihe, akte, vorlage,
  steig, bahnsteig, terminal,
  hausnummer, postfach, projekt, modell, mk, bild, karte, blatt, etage, zelle, folie,
  listenplatz, bverfge, bghz, bgbl. i, bgbl. i s., bgbl. ii s., bgbl, welle, spur, startplatz, bahn, runde, gate,
  ausgang, ausfahrt, tabellenplatz, rang, wahlkreis, zeuge, zeugin, fall, rezept, lektion, tag, erwägungsgrund,
  unterabsatz, buchstabe, los, kabine, deck, fenster, schalter, saal, pavillon, gebäudeteil, flurstück, posten,
  verhandlungstag, größe, versuch, patient, probe, ausschussdrucksache, a, bab, sure, psalm, vers, opus, op.,
  liste, diagramm, schaubild, bahnhof,
  änderungsantrag, antrag, zusatzartikel, petition
""",
    references_after="",
    event_names="""
zapad, sapad, defender, defender europe, euro, em, wm, expo, agenda, olympia, horizont, vision, eurovision,
strategie, documenta, air defender
""",
    event_nouns="manöver, übung, übungen, forum, olympia, spiele, konferenz",
    age_before="""
im alter von, alter von, alter, im alter zwischen, im alter ab, alter bis, vollendeten, im alter von über,
im alter von etwa
""",
    age_after="""
jahre alt, jahre alte, jahre alten, jahre alter, jahren alt, jährig, jährige, jährigen, jähriger, jähriges,
jährigem, jahre altes, monate alt, monate alte, lebensjahr, lebensjahre
""",
    clock="uhr, h uhr",
    structural_before="die, diese, beiden, diesen, der, den, dieser, beide, zwischen, unsere, ihre, seine",
    structural_nouns="""
länder*, staat*, präsident*, seiten, parteien, völker*, armeen, nationen, regierung*, hauptstädt*, nachbar*
""",
    structural_after="mal",
    countables="""
menschen, personen, soldaten, männer*, frauen, kinder*, fälle*, mitarbeiter*, arbeiter*, studenten, studierende,
  teilnehmer*, befragte*, bürger*, einwohner*, flüchtlinge*, häftlinge*, gefangene*, einheiten, fahrzeuge*,
  panzer*, flugzeuge*, raketen,
schulen, unternehmen, firmen, neue*, tote*, verletzte*, plätze*, stimmen, arbeitsplätze*, wohnungen, häuser*,
  seiten, mal, polizisten, demonstranten, festnahmen, infektionen, neuinfektionen, patienten, betten, migranten,
  bewohner*, mitglieder*, betriebe*, haushalte*, exemplare*, opfer*
""",
    stopwords="""
und, oder, aber, der, die, das, den, dem, des, ein, eine, einen, einem, einer, eines, in, im, an, am, auf, aus,
  bei, bis, durch, für, gegen, mit, nach, ohne, seit, über, um, unter, von, vom, vor, während, wegen, zu, zum, zur,
  zwischen,
als, wie, dass, ob, wenn, weil, nicht, kein, keine, auch, nur, noch, schon, sehr, mehr, weniger, ist, sind, war,
  waren, wird, werden, wurde, wurden, hat, haben, hatte, hatten, sein, sich, er, sie, es, wir, ihr, ich, sein,
  seine, ihre, dieser, diese, dieses, diesem,
welche, welcher, davon, darunter, damit, so, sowie, jeweils, beziehungsweise, bzw, sagte, laut, pro, je, gut, rund,
  etwa, fanden, starben, kamen, wurden, entfielen, insgesamt
""",
    capital_nouns=True,
    noun_joins="der, des, von, an",
    noun_skips="den, der, dem, allen, aller, ihrer, seiner, unserer, dieser",
    per="""
year pro jahr, im jahr, jährlich, je jahr, p.a, per annum, jedes jahr, pro anno
month pro monat, im monat, monatlich, je monat, jeden monat
week pro woche, in der woche, wöchentlich, je woche, jede woche
day pro tag, am tag, täglich, je tag, jeden tag
hour pro stunde, in der stunde, stündlich, je stunde
capita pro kopf, pro person, je einwohner, je person, pro einwohner, pro kopf der bevölkerung
""",
    per_open="pro, je",
    decimal_words="komma",
    umlauts_spelled=True,
    part_words="teil, teils",
    per_round="je, pro, auf",
    changing="ging, änder*, veränder*",
)
