"""Lithuanian.

Paradigms after *Dabartinės lietuvių kalbos gramatika* (1997),
on numerals; abbreviations as the State Language Commission lists them.

"""

from __future__ import annotations

from factcheck.quantities.languages.record import Language

LANGUAGE = Language(
    code="lt",
    numerals="""
0 nulis, nulio
2 du, dvi, dviejų, dviem, dviejose, dviejuose, dvejus, dveji, dvejų, dvejoms
3 trys, trijų, trims, tris, trimis, trijose, trijuose, treji, trejus, trejų
4 keturi, keturios, keturių, keturiems, keturioms, keturis, keturias, keturiais, ketveri, ketverius, ketverių
5 penki, penkios, penkių, penkiems, penkioms, penkis, penkias, penkiais, penkeri, penkerius, penkerių
6 šeši, šešios, šešių, šešiems, šešis, šešias, šešiais, šešeri, šešerius, šešerių
7 septyni, septynios, septynių, septynis, septynias, septyniems, septyneri, septynerius, septynerių
8 aštuoni, aštuonios, aštuonių, aštuonis, aštuonias, aštuoniems, aštuoneri, aštuonerius, aštuonerių
9 devyni, devynios, devynių, devynis, devynias, devyneri, devynerius, devynerių
10 dešimt, dešimties, dešimčiai
11 vienuolika, vienuolikos, vienuolikai
12 dvylika, dvylikos, dvylikai
13 trylika, trylikos
14 keturiolika, keturiolikos
15 penkiolika, penkiolikos
16 šešiolika, šešiolikos
17 septyniolika, septyniolikos
18 aštuoniolika, aštuoniolikos
19 devyniolika, devyniolikos
20 dvidešimt, dvidešimties
30 trisdešimt, trisdešimties
40 keturiasdešimt, keturiasdešimties
50 penkiasdešimt, penkiasdešimties
60 šešiasdešimt, šešiasdešimties
70 septyniasdešimt, septyniasdešimties
80 aštuoniasdešimt, aštuoniasdešimties
90 devyniasdešimt, devyniasdešimties
""",
    hundred="šimtas, šimtai, šimtų, šimto, šimtą, šimtus, šimtui, šimtais",
    one="vienas, viena, vieno, vienos, vieną, vienam, vienai, vieneri, vienerius, vienerių",
    scales="""
3 tūkstan|tis|čio|čiui|tį|čiu|tyje|čiai|čių|čiams|čius|čiais, tūkst, tūks
6 milijon|as|o|ui|ą|u|e|ai|ų|ams|us|ais|uose, mln
9 milijard|as|o|ui|ą|u|e|ai|ų|ams|us|ais|uose, mlrd
12 trilijon|as|o|ui|ą|u|ai|ų|ams|us|ais, trln
""",
    bare_scale=True,
    vague="""
10 dešimtys, dešimtis, dešimtimis, dešimtims, dešimčių, dešimtyse
100 šimtai, šimtus, šimtais, šimtams, šimtų
1000 tūkstanč|iai|ius|iais|iams
1000000 milijon|ai|us|ais|ams
1000000000 milijard|ai|us|ais|ams
""",
    several="keli, kelios, kelių, kelis, kelias, keliais, keliems, keletą, keletas, keleto",
    several_scales="""
11-19 keliolik|a|os|ą|ai
20-99 keliasdešimt, keliasdešimties
200-999 kelišimtai
""",
    fractions="""
2 pus|ė|ės|ę|ei|e
3 trečdal|is|io|į|iui|iu|iai|ius|ių
4 ketvirtadal|is|io|į|iui|iu|iai|ius|ių
5 penktadal|is|io|į|iui|iu|iai|ius|ių
6 šeštadal|is|io|į|iai|ius
7 septintadal|is|io|į
8 aštuntadal|is|io|į|iai
10 dešimtadal|is|io|į|iui|iu|iai|ius|ių
100 šimtadal|is|io|į
""",
    denominators="""
4 ketvirč|iai|iais|ius|ių, ketvirtis, ketvirčio, ketvirtį
""",
    fraction_veto="""
pirma, pirmoji, pirmąją, pirmojoje, pirmosios, antra, antroji, antrąją, antrosios, antrojoje, kita, kitos, metų,
  mėnesio, amžiaus,
sausio, vasario, kovo, balandžio, gegužės, birželio, liepos, rugpjūčio, rugsėjo, spalio, lapkričio, gruodžio,
  dienos
""",
    halves="""
0.5 pusė, pusę, pusės
1.5 pusantro, pusantros, pusantrų
2.5 pustrečio, pustrečios
""",
    and_half="0.5 su puse, ir pusė, ir puse",
    every="kas, kiekvienas, kiekviena",
    ordinals="""
1 pirm|as|a|o|os|ą|asis|oji|ojo|ąją|ąjį
2 antr|as|a|o|os|ą|asis|oji|ojo|ąjį|ąją
3 treč|ias|ia|io|ios|ią|iasis|ioji|iojo
4 ketvirt|as|a|o|os|ą|asis|oji|ojo
5 penkt|as|a|o|os|ą|asis|oji|ojo
6 šešt|as|a|o|os|ą|asis|oji|ojo
7 septint|as|a|o|os|ą|asis|oji|ojo
8 aštunt|as|a|o|os|ą|asis|oji|ojo
9 devint|as|a|o|os|ą|asis|oji|ojo
10 dešimt|as|a|o|os|ą|asis|oji|ojo
20 dvidešimt|as|a|o|os|ą|asis|oji|ojo
30 trisdešimt|as|a|o|os|ą|asis|oji|ojo
50 penkiasdešimt|as|a|o|os|ą|asis|oji|ojo
100 šimt|asis|oji|ojo
""",
    ordinal_suffixes="""
asis, oji, ojo, ąjį, ąją, osios, ajam, ajai, as, a, ą, ąjį, aisiais, uoju, ojoje, ieji, ųjų, uosius, aisiais,
ioji, iosios, iojo, iasis, iąją, iojoje, čioji
""",
    ordinal_names="""
armij*, brigad*, pulk*, divizij*, korpus*, batalion*, laivyn*, amžius, amžiaus, amžiuje, amžių, a., desant*,
gvardij*, aukšt*, gatv*, ketvirt*, ketvirč*, kadencij*, klasė*, klasės,
  minut*, valand*, tur*, posėd*, sesij*, kilometr*, lygiagret*
""",
    times="kart|as|ai|ų|us|ą|ais|o, kartus, sykių, sykius",
    times_words="""
2 dvigubai, dukart, dviguba, dvigubas, dvigubą, dvigubo, dvigubos
3 trigubai, triskart, triguba, trigubas
4 keturgubai, keturiskart
5 penkiskart, penkeriopai
10 dešimteriopai
""",
    wholes="""
10/year dešimtmet|is|į|yje|io|iui
20/year dvidešimtmet|is|į|yje|io
30/year trisdešimtmet|is|į|io
50/year pusamž|is|į|io, penkiasdešimtmet|is|į|io
100/year šimtmet|is|į|yje|io
6/month pusmet|is|į|yje|io|iui
30/minute pusvaland|į|is|žio|žiui|žiu
""",
    once="""
1 kartą, sykį
2 dukart, du kartus
3 triskart
""",
    once_follow="per, į, kas",
    units="""
percent procent|as|o|ui|ą|u|ai|ų|ams|us|ais, proc, %, nuošimč|io|ių|iai|ius, nuošimtis
percentage_points procentinis punktas, procentinio punkto, procentinį punktą, procentiniai punktai,
  procentinių punktų, procentinius punktus, procentiniais punktais, procentiniu punktu, proc. punkto, proc. punktų,
  proc. punktais, proc. punktus, proc. p., p.p., proc. punktai, proc. punktą, proc. punktu, procentinį punktą,
  p. p.
basis_points baziniai punktai, bazinių punktų, bazinius punktus
year met|ai|ų|us|ams|ais|uose, m, meti|s|nis|nė|nį, metų
month mėnes|is|io|į|iui|iu|yje|iai|ių|ius|iams|iais, mėn
week savait|ė|ės|ę|ei|e|ėje|ių|es|ėms|ėmis, sav
day dien|a|os|ą|ai|oje|ų|as|oms|omis, d, par|a|os|ą|ų|as, paromis
hour valand|a|os|ą|ai|ų|as|oms|omis, val, h
minute minut|ė|ės|ę|ei|ių|es|ėms|ėmis, min
second sekund|ė|ės|ę|ei|ių|žių|es|ėms, sek, s
decade dešimtmet|is|io|į|yje|čiai|čių|čius|čiams|čiais
century šimtmet|is|io|į|čiai|čių|čius, amžius, amžiai, amžių
km kilometr|as|o|ą|ai|ų|us|ams|ais, km
m metr|as|o|ą|ai|ų|us|ams|ais
cm centimetr|as|o|ą|ai|ų|us|ais, cm
mm milimetr|as|o|ai|ų|us, mm
km2 kv. km, km², km2, kvadratinių kilometrų, kvadratinius kilometrus, kvadratiniai kilometrai,
  kvadratinį kilometrą, kvadratinio kilometro
m2 kv. m, m², m2, kvadratinių metrų, kvadratinius metrus, kvadratiniai metrai, kvadratinį metrą, kvadratinio metro,
  kv. metrų, kv. metro, kv.m
m3 kub. m, m³, m3, kubinių metrų, kubinius metrus, kubiniai metrai, kubinio metro, kubinį metrą, kub. metrų, kubų,
  kubometr|ų|ai|us, kub.m
ha hektar|as|o|ą|ai|ų|us|ams|ais, ha
t ton|a|os|ą|ų|as|oms|omis, t
kg kilogram|as|o|ą|ai|ų|us|ams|ais, kg
g gram|as|o|ą|ai|ų|us, g
l litr|as|o|ą|ai|ų|us|ams|ais, l
barrel barel|is|io|į|iai|ių|ius, statin|ė|ės|ių|es|ę
kWh kwh, kilovatvaland|ė|ės|ių|ę|es
MWh mwh, megavatvaland|ė|ės|ių|ę|es
GWh gwh, gigavatvaland|ių|ės|es
TWh twh, teravatvaland|ė|ės|ių|es
MW mw, megavat|as|o|ai|ų|us
GW gw, gigavat|as|o|ai|ų|us
kW kw, kilovat|as|o|ai|ų|us
celsius °c, laipsn|ių|iai|is|ius celsijaus, laipsnių celsijaus, laipsniai celsijaus, laipsnius celsijaus,
  laipsnių šilumos, laipsnių šalčio, laips. celsijaus
degree laipsn|is|io|iai|ių|ius|į, °
km/h km/h, km/val, kilometrų per valandą, km per valandą
mile myl|ia|ios|ių|ias|ią
""",
    currencies="""
USD doleri|s|o|ui|u|ai|ų|us|ams|ais, dolerį, dol, jav doleri|s|o|ų|ai|us|ais, jav dol, $, usd
EUR eur|as|o|ą|ui|u|ai|ų|us|ams|ais, eur, €
RUB rubl|is|io|į|iui|iu|iai|ių|ius|iams|iais, rub, ₽
GBP svar|as|o|ą|ai|ų|us|ams|ais, svarų sterlingų, svarai sterlingų, £, gbp
UAH grivin|a|os|ą|ų|as, grivn|a|os|ų|as, uah, ₴, grivinų
PLN zlot|as|o|ą|ai|ų|us|ais, pln
LTL lit|as|o|ą|ai|ų|us|ais, lt
CHF frank|as|o|ai|ų|us, šveicarijos frankų
JPY jen|a|os|ų|as
CNY juan|is|io|iai|ių|ius, juanų
CZK kron|a|os|ų|as, čekijos kronų
SEK švedijos kronų
NOK norvegijos kronų
TRY lir|a|os|ų|as
KZT teng|ė|ės|ių
EUR_CENT cent|as|o|ą|ai|ų|us
""",
    money_adjectives="""
BYN RUB baltarusi*, baltarus*
RUB RUB rusijos, rusišk*
USD USD jav, amerikos
CAD USD kanados
AUD USD australijos
""",
    unit_adjectives="""
pastar|uosius|ųjų|aisiais|ųjų, paskutin|ių|ius|iai, kit|ų|us, ateinanč|ius|ių, iš, darbo, kalendorin|ių|ius,
iln|ų, ilgų, artimiaus|ius|ių, praėjus|ių|ius, pilnų, ištisus
""",
    prefixes="""
0.5 pus
1 vien
1.5 pusantr
2 dvi
3 tri
4 keturi, ketur, ketver
5 penki, penk, penker
6 šeši, šeš
7 septyn
8 aštuon
9 devyn
10 dešimt
20 dvidešimt
30 trisdešimt
50 penkiasdešimt
100 šimt
""",
    suffixes="""
year metin, meč
month mėnesin
day dienin
hour valandin
percent procentin
times gub, kart
""",
    months="""
1 saus|is|į|yje|iui|iu
2 vasar|is|į|yje|iui
3 kov|as|ą|ui|e
4 balan|dis|dį|dyje|džiui
5 geguž|ė|ę|ėje|ei
6 birž|elis|elį|elyje|eliui
7 liep|a|ą|oje|ai
8 rugpjūt|is|į|yje, rugpjūčiui
9 rugsėj|is|į|yje, rugsėjui
10 spal|is|į|yje|iui
11 lapkrit|is|į|yje, lapkričiui
12 gruod|is|į|yje, gruodžiui
""",
    month_before="""
iki, nuo, nuo pat, kaip, ir, metų, m, šių, praėjusių, pernai, šiemet, jau, dar, per, kovo, praėjusį, šį, kitų
""",
    month_alone="""
sausį, vasarį, kovą, balandį, gegužę, birželį, liepą, rugpjūtį, rugsėjį, spalį, lapkritį, gruodį, gruodyje,
  lapkrityje, rugsėjyje, spalyje, rugpjūtyje, birželyje,
sausyje, vasaryje, balandyje""",
    day_words="d, dieną, diena, dienos, dienai, dienų",
    year_words="m, metų, metais, metai, metus, metams, metuose",
    year_before="nuo, iki, po, prieš, apie, dar, tarp, jau, pernai, per, kaip",
    decade_before="",
    decade_after="",
    decade_part="pradžioje, viduryje, pabaigoje, pradžia, pabaiga, pradžios, vidurio, pabaigos",
    open_between="tarp",
    between_joins="ir, iki",
    open_from="nuo",
    open_change="",
    to="iki",
    to_change="",
    alternatives="ar, arba",
    conjunctions="ir, bei, o",
    out_of="iš, iš visų, iš žadėtų, iš pažadėtų, iš viso",
    one_in="iš",
    hedges="""
about apie, maždaug, apytiksliai, apytikriai, apytikriai apie, ~, ≈, vidutiniškai, kokius, kokie, kokių,
  maždaug apie, aplink, apytikriai po
almost beveik, bemaž, arti, kone, netoli, mažne, vos ne, šiek tiek mažiau nei, kiek mažiau nei, praktiškai,
  be maža, truputį mažiau nei, beveik iki
over daugiau nei, daugiau kaip, daugiau negu, virš, viršija, viršijo, viršijantis, viršijanti, viršys,
  aukštesnis nei, didesnis nei, didesnė nei, didesnis kaip, >, su viršum, viršijančią, viršijantį, vyresni nei,
  vyresni kaip, ilgiau nei, ilgiau kaip, daugiau
under mažiau nei, mažiau kaip, mažiau negu, žemiau, <, mažesnis nei, mažesnė nei, jaunesni nei, trumpiau nei,
  mažiau, nesiekia, nesiekė
up_to iki, ne daugiau kaip, ne daugiau nei, daugiausia, daugiausiai, ne daugiau, neviršija, ≤, maksimaliai,
  neviršijo, neviršys, ne ilgiau kaip, ne vėliau kaip, net iki, ne aukštesnis kaip, ne didesnis kaip,
  neviršijantis
at_least bent, mažiausiai, ne mažiau kaip, ne mažiau nei, ne mažiau, ≥, ne mažesnis kaip, ne mažesnė kaip,
  minimaliai, bent jau, ne trumpiau kaip, ne anksčiau kaip
""",
    hedges_after="""
over su viršum, su trupučiu, +
at_least ir daugiau, ar daugiau, arba daugiau, ir vyresni, ir vyresnių
up_to ir mažiau, ar mažiau, arba mažiau
about maždaug, apytiksliai
""",
    hedge_skips="iš, į, po, tik, tiktai, vos, net, šie, šių, tuos, visų, viso, sumą, suma",
    rise="""
augo, auga*, augi*, išaug*, padid*, didėj*, pakil*, kil*, paaug*, paaukšt*, padvigub*, patrigub*, daugiau, didesn*,
  aukštesn*, pabrang*, ūgtel*, šoktel*, paspart*, iškil*
""",
    fall="""
sumaž*, mažėj*, krit*, nukri*, krent*, smuk*, suma*, mažiau, mažesn*, žemesn*, praras*, prarad*, susitrauk*,
  traukėsi, kritim*, atpig*, sulėt*, apmaž*, nusmuk*
""",
    references="""
pr, pr., krantinė, krantinėje, takas, take,
straipsnis, straipsnio, straipsnyje, str, str., puslapis, puslapyje, psl, psl., p, p., pp., pav, pav., paveikslas,
  lentelė, lentelėje, lent., nr, nr., numeris, punktas, punkto, punkte, dalis, dalies, dalyje, skyrius, skyriuje,
  sk., §, tomas, t., priedas, priede,
tel, tel., telefonas, faks., rezoliucija, rezoliucijos, versija, etapas, etape, fazė, fazėje, lygis, žingsnis,
  blokas, išnaša, isbn, issn, doi, skrydis, grupė, kategorija, maršrutas, reisas, direktyva, reglamentas, reglamento,
  serija, sezonas, klausimas,
  pastatas, pastate, butas, bute, korpusas, aukštas, kabinetas, kabinete, auditorija, autobusas, troleibusas,
  traukinys, vagonas, vieta,
  platforma, terminalas, zona, sektorius, mokykla, batalionas, brigada, pulkas, projektas, projekto, savaitė,
  kelias, kilometras, byla, byloje,
  nuotrauka, žemėlapis, įsakymas, nutarimas, sprendimas, turas, išvažiavimas, sklypas, linija, kanalas, principas,
  kategorijos,
  banga, bangos, takelis, langas, eilė, liudytojas, pacientas, pamoka, diena, apygarda, apygardos, apylinkė,
  pozicija, pavyzdys, dydis, psalmė, opusas, op., kelyje, lapas, b. l., t. 1, objektas, programa, programos,
  angaras, ck, bk, bpk, cpk, dk, vartai, terminalas, perėja, postas,
  kambarys, kambaryje, peronas, užkarda,
  pataisa, pataisos, pataisą
""",
    references_after="""
straipsnis, straipsnio, straipsnyje, straipsnį, puslapis, puslapyje, punktas, punkto, punkte, dalis, dalies,
dalyje, str, psl, pav, dalį, straipsniu, išnaša, išnašą, išnašos, išnašoje, lentelė, lentelę, lentelės, lentelėje,
  priedas, priedą, priedo, skyrius, skyrių, punktą
""",
    event_names="""
zapad, vakarai, expo, euro, defender, defender europe, olimpiada, eurovizija, sąjungos skydas, strategija,
darbotvarkė
""",
    event_nouns="pratybos, pratybų, pratybose, pratybas, forumas, olimpiada",
    age_before="""
sulaukęs, sulaukusi, sulaukę, amžius, vyresni nei, vyresni kaip, jaunesni nei, jaunesni kaip, amžiaus nuo,
sulaukus
""",
    age_after="""
metų amžiaus, m. amžiaus, metų amžiuje, metis, metė, metį, metę, mečiai, mečio, metų vyras, metų moteris,
metų vyr., metų vaikas
""",
    clock="val. ryto, val. vakaro, val. nakties, valandą ryto, valandą vakaro",
    clock_dotted="val, valandą, valandos",
    structural_before="šios, šių, abi, abiejų, abu, tarp, mūsų, tos, tų",
    structural_nouns="šal*, valstyb*, prezident*, pus*, taut*, lyder*, armij*, vyriausyb*, kaimyn*",
    structural_after="",
    countables="""
žmon*, asmen*, kari*, karių, moter*, vyr*, vaik*, atvej*, darbuotoj*, student*, dalyv*, respondent*, apklaust*,
  pilieč*, gyventoj*, pabėgėl*, kalin*, kalini*, vienet*, mašin*, tank*, lėktuv*, raket*, mokykl*, įmon*, nauj*,
  žuvus*, sužeist*, viet*, bals*,
lietuv*, migrant*, pacient*, šeim*, kart*, programų, narių, policinink*, butų, namų, studentų""",
    stopwords="""
ir, bei, o, arba, ar, į, iš, nuo, iki, su, be, už, po, per, prie, prieš, apie, ant, tarp, dėl, kad, kaip, ne, bet,
  tai, tas, ta, tie, tos, šis, ši, šie, šios, jis, ji, jie, jos, jo, jų, mes, jūs, aš, yra, buvo, bus, būti, taip,
  pat, jau, dar, tik, tiktai, daugiau, mažiau, nei, negu,
kuris, kuri, kurie, kurios, kurių, kurį, savo, visi, visų, pagal, virš, pasak, sakė, teigė, atitinkamai, siekia,
  siekė, sudarė, sudaro, jei, jeigu, kai, kur, mano, net, m, d, vis, nes, tada, ten, čia
""",
    modifier_endings="inių, iniai, iškų, ųjų, ieji, iosios, inės, inio",
    modifiers="""
naujų, nauji, naujos, kitų, kiti, kitos, visų, didelių, mažų, jaunų, buvusių, lietuvos, rusijos, baltarusijos,
ukrainos
""",
    verb_endings="avo, ėjo, asi, osi, ama, oma, ojo, uoja, iasi",
    noun_joins="iš",
    noun_skips="visų, šių, tų, savo, jų, jo, jos",
    per="""
year per metus, kasmet, per vienerius metus, į metus, metinių, kiekvienais metais
month per mėnesį, kas mėnesį, į mėnesį
week per savaitę, kas savaitę, į savaitę
day per dieną, per parą, kasdien, į dieną
hour per valandą, kas valandą, į valandą
capita vienam gyventojui, vienam asmeniui, gyventojui, žmogui
""",
    decimal_words="kablelis",
    part_words="dalis, dalį, dalies, dalimi, dalyje",
    changing="pasikei*, pakit*",
)
