"""English.

Words from CLDR's root of usage: Quirk et al., *A Comprehensive Grammar of the English Language*,
5.63-5.68.

"""

from __future__ import annotations

from factcheck.quantities.languages.record import Language

LANGUAGE = Language(
    code="en",
    numerals="""
0 zero
2 two
3 three
4 four
5 five
6 six
7 seven
8 eight
9 nine
10 ten
11 eleven
12 twelve
13 thirteen
14 fourteen
15 fifteen
16 sixteen
17 seventeen
18 eighteen
19 nineteen
20 twenty
30 thirty
40 forty, fourty
50 fifty
60 sixty
70 seventy
80 eighty
90 ninety
""",
    hundred="hundred",
    joins="and",
    one="one, a single",
    article="a, an, per, every, each",
    scales="""
2 hundred
3 thousand, thou, tsd
5 lakh, lakhs
6 million, mil, mln, mn, mio, mill, millions
7 crore, crores
9 billion, bln, bn, bio, mrd, milliard, billions
12 trillion, trn, tn, tln, trln, trillions
15 quadrillion
""",
    scale_letters="""
3 k
6 m, mm
9 b
12 t
""",
    dozen="dozen, dozens",
    vague="""
10 dozens, tens, scores
100 hundreds
1000 thousands
1000000 millions
1000000000 billions
1000000000000 trillions
""",
    vague_follow="of",
    several="several, a few, few, some few, many, a couple",
    fractions="2 half, halves",
    denominators="""
3 third, thirds
4 quarter, quarters, fourth, fourths
5 fifth, fifths
6 sixth, sixths
7 seventh, sevenths
8 eighth, eighths
9 ninth, ninths
10 tenth, tenths
12 twelfth, twelfths
20 twentieth, twentieths
100 hundredth, hundredths
1000 thousandth, thousandths
""",
    fraction_article="a, an, one, the",
    half_followers="""
of, the, a, an, its, their, his, her, our, your, my, as, all, that, this, what, say, said, think, thought, believe,
  want, wanted, support, oppose, favour, favor, prefer, trust, distrust, feel, consider, see, saw, expect, know, plan,
  hope, live, work, own, use, report, come, came, belong, remain, agree, disagree, rely, fear, blame, chose, went,
  fell, rose, lost, voted, consist, identify, took, got, spoke""",
    fraction_veto="""
first, second, last, latter, other, former, better, party, parties, country, time, times, person, option, way,
round, term, state, player, world, reading, wave, version, group, category, possibility, reason, factor, final,
  finals,
generation, grade, finger, column, hour, brother, sister, back, pole, each, 1st, 2nd, 3rd, 4th, q""",
    halves="""
0.5 half, half a, half an, half of a, a half
0.25 quarter, a quarter, a quarter of a, quarter of a
0.333333 a third of a
0.666667 two thirds of a, two-thirds of a
0.75 three quarters of a, three-quarters of a
""",
    and_half="""
0.5 and a half, and one half, and one-half, and half
0.25 and a quarter, and one quarter
0.75 and three quarters, and three-quarters
0.333333 and a third
""",
    every="every, each",
    ordinals="""
1 first
2 second
3 third
4 fourth
5 fifth
6 sixth
7 seventh
8 eighth
9 ninth
10 tenth
11 eleventh
12 twelfth
13 thirteenth
14 fourteenth
15 fifteenth
16 sixteenth
17 seventeenth
18 eighteenth
19 nineteenth
20 twentieth
30 thirtieth
40 fortieth
50 fiftieth
60 sixtieth
70 seventieth
80 eightieth
90 ninetieth
100 hundredth
1000 thousandth
""",
    ordinal_suffixes="st, nd, rd, th, º, ª",
    ordinal_names="""
army, armies, corps, division, regiment, brigade, battalion, squadron, fleet, centre, center, century,
centuries, infantry, airborne, guards, avenue, street, floor, arrondissement, parallel, congress, amendment,
  district, grade, edition, quarter, base, motorised, motorized, mechanised,
  mechanized,
  minute, hour, mechanised, armoured, armored, tank, rifle, assault, separate, mile, lap, inning,
  legislature, convocation, session, district
""",
    times="times, time, fold, x, ×, -fold",
    times_words="""
2 twice, twofold, two-fold, double
3 thrice, threefold, triple
4 fourfold, quadruple
5 fivefold
6 sixfold
7 sevenfold
8 eightfold
10 tenfold
100 hundredfold
""",
    times_follow="""
less, more, as, the, fewer, larger, bigger, higher, lower, smaller, greater, that, its, what, their, longer
""",
    wholes="10/year decade",
    once="""
1 once
2 twice
3 thrice
""",
    once_follow="a, an, per, every, each",
    units="""
percent percent, per cent, pct, percents, %, percentage
percentage_points percentage points, percentage point, percentage-point, percent points, per cent points, pp, p.p.,
  ppt, ppts, pps, pct points
year years, year, yr, yrs, year's, years'
month months, month, mths
week weeks, week, wk, wks
day days, day
hour hours, hour, hrs, hr, h
minute minutes, minute, mins
second seconds, second, secs
decade decades, decade
century centuries, century
weekend weekends
night nights
fortnight fortnights, fortnight
km km, kms, kilometre, kilometres, kilometer, kilometers
m metre, metres, meter, meters, m
cm centimetre, centimetres, centimeter, centimeters
mm millimetre, millimetres, millimeter, millimeters
km2 sq km, sq. km, square kilometre, square kilometres, square kilometers, square km, km², km2
m2 sq m, sq. m, square metre, square metres, square meters, m², m2, sqm
m3 cubic metre, cubic metres, cubic meters, cubic meter, cu m, cu. m, m³, m3, cbm
bcm bcm
mcm mcm
tcm tcm
km3 cubic km, cubic kilometres, km³
mile mile, miles, mi
mile2 square mile, square miles, sq mi
nmi nautical mile, nautical miles
ft foot, feet, ft
inch inch, inches
yd yard, yards
acre acre, acres
ha hectare, hectares, ha
t tonne, tonnes, metric ton, metric tons, metric tonnes, ton, tons, t
kt kilotonne, kilotonnes, kt, kiloton, kilotons
Mt mt, megatonne, megatonnes, megaton, megatons
kg kilo, kilos, kilogramme, kilogrammes, kilograms, kilogram, kg, kgs
g gram, grams, gramme, grammes, g
lb lb, lbs
oz ounce, ounces, oz
l litre, litres, liter, liters
barrel barrel, barrels, bbl
gallon gallon, gallons
pint pint, pints
kWh kwh, kilowatt-hour, kilowatt-hours, kilowatt hours
MWh mwh, megawatt-hour, megawatt-hours, megawatt hours
GWh gwh, gigawatt-hours, gigawatt hours
TWh twh, terawatt-hour, terawatt-hours, terawatt hours
MW mw, megawatt, megawatts
GW gw, gigawatt, gigawatts
kW kw, kilowatts, kilowatt
W watts, watt
celsius °c, degrees celsius, degrees centigrade, degree celsius, degrees c, ° c, deg c
fahrenheit °f, degrees fahrenheit, degree fahrenheit, degrees f, ° f
degree degrees, degree, °
km/h km/h, kph, kmph, km/hr, kmh, kilometers per hour, kilometres per hour, kilometres an hour, km per hour
mph mph, miles per hour, miles an hour
knot knots
MB mb, megabytes
GB gb, gigabytes
TB tb, terabytes
basis_points basis points, basis point, bps
""",
    currencies="""
USD dollar, dollars, us$, usd, u.s. dollar, u.s. dollars, american dollars, american dollar, us dollar, us dollars, $
EUR euro, euros, eur, €
GBP pound, pounds, pounds sterling, pound sterling, sterling, gbp, £, british pounds, quid
RUB rouble, roubles, ruble, rubles, rub, rur, ₽, rbl, rbls
BYN byn, byr
UAH hryvnia, hryvnias, hryvnya, hryvnyas, uah, ₴
PLN zloty, zlotys, zloties, pln, złoty
CHF swiss francs, swiss franc, chf, francs, franc
JPY yen, jpy, japanese yen
CNY yuan, cny, rmb, renminbi, chinese yuan
INR rupee, rupees, inr, ₹
KZT tenge
CZK koruna, korunas, czk
SEK swedish kronor, swedish krona, kronor, sek
NOK norwegian kroner, norwegian krone
DKK danish kroner, danish krone
TRY lira, liras
ILS shekel, shekels
HUF forint, forints, huf
RON leu, lei
GEL lari
LTL litas, litai
MDL moldovan lei
KRW won
US_CENT cents, cent, ¢
""",
    money_adjectives="""
BYN RUB belarusian, belarussian, belarus
RUB RUB russian
CAD USD canadian
AUD USD australian
NZD USD new zealand
HKD USD hong kong
SGD USD singapore, singaporean
TWD USD taiwan
EGP GBP egyptian
PKR INR pakistani
LKR INR sri lankan
""",
    unit_joins="of",
    unit_adjectives="""
full, whole, consecutive, calendar, working, long, short, more, other, additional, further, last, past,
extra, straight, successive, business, solid, light, old, good""",
    months="9 sept, sept.",
    month_capital="may, march, mar, dec, jan",
    month_before="""
the, in, since, until, till, by, from, to, of, before, after, during, late, early, mid, last, this, next, through,
throughout, between, for, mid-, every, each, previous, and, back in, around, in late, in early, as of""",
    date_joins="of, the",
    year_words="year",
    year_before="""
in, since, until, till, by, from, before, after, during, late, early, mid, year, to, of, through, circa, fy, the,
back, spring, summer, autumn, fall, winter, between, throughout, as of, for, fiscal, pre, post, end, start,
  beginning, middle
""",
    decade_after="s, 's",
    decade_part="early, mid, late",
    open_between="between, anywhere between, somewhere between",
    between_joins="and, to",
    open_from="from",
    to="to, till, until, through, up to",
    alternatives="or",
    conjunctions="and, &",
    out_of="out of, of, of the, out of the, from among",
    one_in="in, in every, out of every, out of",
    hedges="""
about about, around, approximately, roughly, circa, ca, ca., c., some, approx, approx., an estimated, estimated at,
  estimated, ~, ≈,
about in the region of, somewhere around, in the order of, on the order of, something like, or so, an average of,
  estimated to, estimated to be, estimated at some, approximate, more or less
almost almost, nearly, close to, just under, just below, not quite, just short of, near, virtually, practically,
  approaching, nearing
over over, more than, above, exceeding, in excess of, upwards of, greater than, exceeded, exceeds, exceed,
  higher than, well over, just over, better than, larger than, older than, >, surpassing, surpassed, north of,
  beyond, bigger than, longer than, upward of
under less than, under, below, fewer than, lower than, smaller than, younger than, <, shorter than, short of
up_to up to, no more than, at most, not more than, as many as, as much as, maximum of, a maximum of, maximum,
  at the most, not exceeding, lower or equal than, until, till, no later than, until the end of, by the end of,
  not over, ≤,
  a ceiling of, capped at, limited to, less than or equal to, a cap of, as high as
at_least at least, no less than, higher or equal than, not less than, no fewer than, not fewer than, a minimum of,
  minimum of, minimum,
  at the very least, at least until, ≥, more than or equal to, since at least, upwards from, as few as,
  as little as
""",
    hedges_after="""
at_least or more, or over, or older, or above, or greater, or higher, and more, and over, or longer, and older,
  and above, at least
over plus, +, -plus, odd, -odd, and counting
about or so, or thereabouts, approximately, roughly
up_to or less, or fewer, or under, or younger, or below, at most, or lower, and under, maximum, or shorter, max
""",
    hedge_skips="the, a, an, only, just, its, their, another, total, of, these, those",
    period_over="over",
    period_over_after="""
for, of, just, well, little, slightly, after, lasted, lasting, took, taken, is, was, in, spent, by, somewhat,
been, far
""",
    rise="""
up, rose, risen, ris*, increas*, grow*, grew, gain*, climb*, jump*, surg*, soar*, higher, expand*, hike*,
  accelerat*,
doubl*, tripl*, upward*, rebound*, boost*, raise*, raising""",
    fall="""
down, fell, fall*, decreas*, declin*, drop*, reduc*, shrank, shrunk, shrink*, shrinking, cut, cuts, cutting,
  lower*, plunge*,
plummet*, slump*, lost, lose, losing, slid, slide*, contract*, dip*, less, fewer, downward*, tumble*, halv*,
  slash*, diminish*
""",
    references="""
build, firmware, kernel, dock, quay, runway no, ios, ipados, macos, ubuntu, debian, firefox,
article, articles, art, art., arts, arts., page, pages, p, p., pp, pp., §, §§, section, sec, sec., chapter, ch.,
  chap., figure, fig, fig.,
figs, figs., table, tab., annex, appendix, no, no., nos, nos., №, #, number, nr, nr., para, para., paragraph,
  paragraphs, paras, point, vol, vol., volume, issue, item, step,
fn, fn., row, oj l, oj c, notes, endnote, footnotes, phase, stage, level, type, version, ver., v., note, footnote,
  note no., part,
  room, flight, route, channel,
  law no., resolution, decree no.,
decree, directive, regulation, protocol, clause, rule, line, verse, line no., column, lot, unit, track, episode,
  season, act, scene, schedule,
isbn, issn, doi, id, tel, tel., phone, fax, ref, ref., case, case no., order no., block, reactor, grade, class,
  category, tier, zone, group, gate,
exhibit, box, apt, suite, myth, myth no., highway, interstate, windows, formula, nord stream,
  catch, area, team, pmid, arxiv, mhc, orcid, question, recommendation, principle, pillar, goal, scenario, option,
  method, model, generation, mark,
  hill, building, week, mk, mk., hull no, hull no., project, policy brief, working paper, discussion note,
  discussion paper, brief,
  briefing, memo, paper no., ftse, dax, mdax, cac, nikkei, s&p, stoxx, euro stoxx, russell, nasdaq, dow jones,
  battalion, brigade, regiment,
  squadron, platform, pier, terminal, berth, hangar, ward, precinct, district, sector, camp, campus, bus, tram,
  train, seat, row, floor, bay,
  shed, warehouse, school no., school no, station, site, borehole, well, log, batch, lot no., serial no.,
  serial number, invoice, order,
  docket, bill, motion, amendment, appendix, sura, psalm, sonnet, symphony no., opus, op., booth, stand, hall,
  sheet, map, plate, panel, photo,
  image, slide, part no., crew, task force, cluster, expedition, article no., convention no., communication,
  notice, circular, code, error, gate no.,
  wave, lane, recipe, hotline, extension, ext., lesson, module, experiment, specimen, patient, participant,
  respondent, witness, defendant, charge, lap, exit, junction, cell, stop, channel, frequency, cohort, shelf,
  drawer, folder, file, dossier, entry, field, book, col., locker, shelter, bunker, checkpoint, post, gallery,
  runway, gear, size, group of, sub-group, working group, subgroup, footage, reel, cabin, deck, window, counter,
  desk, polling station, constituency, base, depot, section no., bus line, metro line, dataset, sample no., pt.,
  cl., r., reg., regs., sched., sch., cmnd, cm, hc, hl, cap., ecli, celex, wp, doc., doc, document, annexes,
  petition, recital, recitals, indent, subparagraph, sub-paragraph, sentence, stanza, canto, homily, hymn, bwv, kv,
  op. cit., dept., plot, parcel, tower, gateway, pavilion, stage no., heat, pool, court, bout, round, day,
  matchday, fixture, leg,
  chart, diagram, graph, exhibit no., poster
""",
    references_after="",
    event_names="""
zapad, defender europe, defender, euro, expo, olympics, agenda, horizon, vision, strategy, eurovision,
  union shield, shield of the union,
rio, sochi, tokyo, beijing, world cup, slavic brotherhood, davos, edition, report, cop, election, g""",
    event_nouns="""
exercise, exercises, drill, drills, manoeuvres, maneuvers, conference, olympics, games, forum, edition, festival,
  cup,
championship, programme, strategy, agenda""",
    name_nouns="""
agreement, agreements, accords, protocol, process, format, project, pipeline, reactor, programme, mission,
series
""",
    age_before="""
aged, age, ages, at age, at the age of, age of, under the age of, over the age of, turned, turns, died at, dies at,
  dead at""",
    age_after="""
year-old, year-olds, years old, year old, year olds, years of age, years-old, yr old, yr-old, yrs old, -year-old,
  -year-olds,
-year old, -year olds, yo, month-old, months old, weeks old, days old, month old""",
    clock="o'clock, o’clock, a.m, p.m, am, pm, hrs gmt, gmt, utc",
    structural_before="the, these, those, both, all, our, their, other, its, between",
    structural_nouns="""
countr*, state, states, president*, sides, parties, armies, nations, peoples, leaders, governments, capitals,
  neighbours,
neighbors, men, women, brothers, partners, allies, societies, economies, ministers, regimes, powers, groups,
  sisters, sets, former, latter, first, last, things, systems, questions, ways
""",
    structural_after="""
way, off, dimensional, sided, fold, party, tier, handed, legged, time, by, pronged, faced, star, stage, storey,
hander, piece, and-a-half
""",
    countables="""
people, soldiers, troops, men, women, children, coaches, specialists, cases, deaths, persons, workers, employees,
  students,
voters, respondents, participants, tanks, vehicles, units, companies, jobs, homes, households, citizens, residents,
  refugees, migrants,
prisoners, detainees, members, officers, personnel, civilians, victims, casualties, protesters, demonstrators,
  patients, schools, villages, species,
tonnes, items, pages, words, seats, votes, delegates, visitors, tourists, passengers, aircraft, ships, missiles,
  drones, rounds, shells, sorties, servicemen, conscripts, reservists, observers, journalists, arrests, firms,
  buses, trucks, cars, copies, books, families, inhabitants, signatures, guests, dead, wounded, injured, killed,
  others, doctors, nurses, teachers, farmers, pensioners, flights, new, more, additional, russian, ukrainian,
  belarusian, american
""",
    stopwords="""
the, a, an, of, in, on, at, to, for, from, by, with, and, or, but, as, is, are, was, were, be, been, being, that,
  which, who, whom,
whose, it, its, this, these, those, he, she, they, we, you, i, his, her, their, our, not, no, nor, so, than, then,
  there, here, have, has, had, do, does,
did, will, would, can, could, may, might, shall, should, must, when, where, while, if, because, since, until,
  after, before, during, between, into,
onto, over, under, about, against, among, through, per, up, down, out, off, also, only, just, now, ago, later,
  earlier, each, both, all, any, some, such,
respectively, compared, according, more, less, too, very, however, although, though, said, says, s, t, via, versus,
  vs, etc, respectively
""",
    short_m=True,
    noun_joins="of",
    noun_skips="the, all, its, their, his, her, our, these, those, such, this, that, any",
    modifiers="""
new, more, additional, russian, ukrainian, belarusian, american, other, former, various, different, whole,
people's
""",
    plural_endings="s",
    noun_last=True,
    per="""
year a year, per year, per annum, annually, each year, every year, yearly, p.a, an annum
month a month, per month, monthly, each month, every month
week a week, per week, weekly, each week, every week
day a day, per day, daily, each day, every day, per diem
hour an hour, per hour, hourly, each hour, every hour
capita per capita, per head, per person, a head, per inhabitant, per head of population
""",
    per_open="per",
    decimal_words="point",
    year_joins="in",
    per_round="per, every",
    changing="went, going, goes, gone, go, moved, chang*, shift*, mov*",
)
