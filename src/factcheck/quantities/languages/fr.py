"""French.

Words after Grevisse, *Le bon usage*,
on numerals; abbreviations after the *Lexique* of the Imprimerie nationale.

"""

from __future__ import annotations

from factcheck.quantities.languages.record import Language

LANGUAGE = Language(
    code="fr",
    numerals="""
0 zéro
2 deux
3 trois
4 quatre
5 cinq
6 six
7 sept
8 huit
9 neuf
10 dix
11 onze
12 douze
13 treize
14 quatorze
15 quinze
16 seize
20 vingt, vingts
30 trente
40 quarante
50 cinquante
60 soixante
70 septante
80 huitante, octante
90 nonante
""",
    sixty_up="soixante",
    ten_up="dix",
    twenties="vingt, vingts",
    hundred="cent, cents",
    joins="et",
    one="un, une",
    article="un, une, par, chaque",
    scales="""
3 mille, milliers, millier, mil
6 million, millions, mio, mln
9 milliard, milliards, mds, md, mrd, mia
12 billion, billions, bn
""",
    scale_letters="""
3 k
6 m
9 md
""",
    dozen="douzaine, douzaines",
    bare_scale=True,
    vague="""
10 dizaines, douzaines
100 centaines
1000 milliers
1000000 millions
1000000000 milliards
""",
    vague_follow="de, d",
    several="plusieurs, quelques",
    several_scales="""
10-10 dizaine
15-15 quinzaine
20-20 vingtaine
30-30 trentaine
40-40 quarantaine
50-50 cinquantaine
60-60 soixantaine
100-100 centaine
""",
    fractions="""
2 moitié, moitiés
""",
    denominators="""
2 demi, demie, demis
3 tiers
4 quart, quarts
5 cinquième, cinquièmes
6 sixième, sixièmes
7 septième, septièmes
8 huitième, huitièmes
9 neuvième, neuvièmes
10 dixième, dixièmes
20 vingtième, vingtièmes
100 centième, centièmes
1000 millième, millièmes
""",
    fraction_article="un, une, la, le, du, au, l",
    fraction_veto="""
première, seconde, deuxième, dernière, autre, premier, second, dernier, troisième, pays, personne, personnes,
siècle, heure, finale, état, monde, temps
""",
    halves="""
0.5 un demi, demi, une demi, d'un demi, la moitié d'un, une demie
0.25 un quart de, un quart d
""",
    and_half="""
0.5 et demi, et demie
0.25 et quart, et un quart
0.75 et trois quarts
""",
    every="",
    ordinals="""
1 premier, première, unième, 1er
2 deuxième, second, seconde
3 troisième
4 quatrième
5 cinquième
6 sixième
7 septième
8 huitième
9 neuvième
10 dixième
11 onzième
12 douzième
13 treizième
14 quatorzième
15 quinzième
16 seizième
20 vingtième
30 trentième
40 quarantième
50 cinquantième
60 soixantième
100 centième
""",
    ordinal_suffixes="er, re, e, è, ème, eme, nd, nde, ère, es, ers",
    ordinal_names="""
armée*, brigade*, régiment*, division*, corps, bataillon*, flotte*, escadr*, siècle*, arrondissement*, légion*,
  étage, république, avenue, rue, législature, édition, circonscription, trimestre*, semestre*,
  minute, heure, journée, tour, kilomètre, chambre, parallèle, session, régiment, division, semaine, chasseurs
""",
    times="fois",
    times_words="""
2 double, doublement
3 triple
4 quadruple
5 quintuple
10 décuple
""",
    times_follow="du, de, des, d",
    wholes="""
10/year décennie
""",
    once="",
    units="""
percent pour cent, pourcent, pourcents, %, p. 100, pour-cent, pourcentage, pourcentages
percentage_points points de pourcentage, point de pourcentage, points de pour cent, points de %, points, point, pp,
  pts, point d'écart
basis_points points de base, point de base
year an, ans, année, années
month mois
week semaine, semaines
day jour, jours, journée, journées, j
hour heure, heures, h
minute minute, minutes, mn, min, mins
second seconde, secondes, s, sec
decade décennie, décennies
century siècle, siècles
km kilomètre, kilomètres, km
m mètre, mètres, m, metre, metres
cm centimètre, centimètres, cm
mm millimètre, millimètres, mm
km2 kilomètres carrés, kilomètre carré, km², km2, km carrés
m2 mètres carrés, mètre carré, m², m2
m3 mètres cubes, mètre cube, m³, m3
km3 kilomètres cubes, km³
ha hectare, hectares, ha
t tonne, tonnes, t
kt kilotonnes
kg kilogramme, kilogrammes, kilo, kilos, kg
g gramme, grammes, g
l litre, litres, l
ml millilitre, millilitres, ml
barrel baril, barils
kWh kilowattheure, kilowattheures, kwh, kilowatt-heure, kilowatts-heures
MWh mégawattheure, mégawattheures, mwh, mégawatt-heure
GWh gigawattheures, gwh
TWh térawattheure, térawattheures, twh
MW mégawatt, mégawatts, mw
GW gigawatt, gigawatts, gw
kW kilowatt, kilowatts, kw
W watts
celsius °c, degrés celsius, degré celsius, ° c
fahrenheit degrés fahrenheit, °f
degree degrés, degré, °
km/h km/h, kilomètres par heure, kilomètres à l'heure, kilomètres-heure, km à l'heure, kilomètres heure
mile mile, miles
nmi milles marins, milles nautiques, mille marin
inch pouce, pouces
ft pied, pieds
""",
    currencies="""
USD dollar, dollars, dollars américains, dollar américain, us$, $us, $, usd, dollars us, $ us, $ usd
EUR euro, euros, eur, €
GBP livre, livres, livres sterling, livre sterling, gbp, £
RUB rouble, roubles, rub, ₽
PLN zloty, zlotys, pln
UAH hryvnia, hryvnias, uah, ₴, hryvnas
CHF franc suisse, francs suisses, chf, fs, franc, francs
FRF francs français, franc français, ff
XOF francs cfa, franc cfa
JPY yen, yens, jpy
CNY yuan, yuans, renminbi, cny
CZK couronnes, couronnes tchèques
SEK couronnes suédoises
NOK couronnes norvégiennes
DKK couronnes danoises
TRY livres turques, livre turque
EGP livres égyptiennes
CAD dollars canadiens, dollar canadien, $ ca
AUD dollars australiens, dollar australien
INR roupies, roupie
KZT tenge, tenges
ILS shekels
BYN roubles biélorusses, roubles bélarusses, roubles bélarussiens
EUR_CENT centimes, centime, cents d'euro, centimes d'euro
""",
    money_adjectives="",
    unit_joins="de, d, des, '",
    unit_adjectives="""
dernières, derniers, longues, longs, pleines, prochaines, prochains, bonnes, premières, premiers, courtes,
petites
""",
    months="""
1 jan
2 fév, fev, fevrier
4 avr
7 juil, jui
8 aout
9 sep
12 dec, decembre
""",
    month_before="""
en, depuis, jusqu, jusqu'en, fin, début, mi, de, d, mois, dès, à, au, avril, et, entre, courant, mi-, milieu,
jusqu'à, dernier, chaque, ce, avant, après, pour, jusque
""",
    date_joins="",
    year_words="",
    year_before="""
en, depuis, fin, début, an, année, années, l'an, ici, avant, après, de, dès, vers, entre, mi, été, automne,
hiver, printemps, jusqu'en, à, courant, pour, horizon, et, d, l, exercice, rentrée
""",
    decade_before="années, décennie",
    decade_after="",
    decade_part="début, fin, milieu, mi",
    open_between="entre",
    between_joins="et, à",
    open_from="de, d, du, des",
    open_change="passant de, passé de",
    to="à, jusqu'à, au, aux",
    to_change="",
    alternatives="ou, soit",
    conjunctions="et",
    out_of="sur, sur les, sur un total de, des, parmi, sur l'ensemble des, des quelque, parmi les, de ses, de leurs",
    one_in="sur",
    one_in_apart="sur",
    hedges="""
about environ, à peu près, autour de, aux alentours de, aux environs de, quelque, quelques, approximativement, ~,
  ≈, de l'ordre de, dans les, une moyenne de, en moyenne, estimé à, estimés à, estimée à, estimées à, grosso modo,
  peu ou prou, plus ou moins
almost près de, près d, près des, près du, presque, quasi, quasiment, un peu moins de, un peu moins d, pas loin de,
  proche de, juste sous, à peine moins de, presqu, pratiquement
over plus de, plus d, plus des, plus du, au-delà de, au-dessus de, dépasse, dépassant, dépassé, excède, excédant,
  supérieur à, supérieure à, supérieurs à, supérieures à, dépassent, a dépassé, dépassait, >, plus que, au delà de,
  au dessus de, passé la barre des, franchi la barre des, plus âgés que
under moins de, moins d, moins des, moins du, en dessous de, au-dessous de, en deçà de, inférieur à, inférieure à,
  inférieurs à, inférieures à, sous la barre des, <, sous, en-dessous de, plus jeune que, en deça de
up_to jusqu'à, jusqu'a, au plus, tout au plus, au maximum, maximum, pas plus de, pas plus d, n'excédant pas,
  ne dépassant pas, jusqu'en, jusqu'à près de, ≤, inférieur ou égal à, inférieure ou égale à,
  inférieurs ou égaux à, inférieures ou égales à, jusqu'au, un maximum de, un plafond de, d'ici à, maximum de
at_least au moins, au minimum, minimum, pas moins de, pas moins d, du moins, à tout le moins, ≥, un minimum de,
  supérieur ou égal à, supérieurs ou égaux à,
  supérieure ou égale à, supérieures ou égales à,
  à partir de, dès, minimum de, au bas mot
""",
    hedges_after="""
at_least ou plus, et plus, au moins, au minimum, minimum, au bas mot
over +, et quelques
up_to ou moins, et moins, au plus, au maximum, maximum, tout au plus, max
about environ, à peu près, ou presque
""",
    hedge_skips="les, la, le, l, un, une, des, ces, de, seulement, à, d, leurs, ses, du, total, quelque",
    rise="""
hausse*, augment*, croî*, croiss*, cru, grimp*, bondi*, accru*, accroiss*, progress*, relev*, doubl*, tripl*,
  supérieur*, gagn*, élev*, envol*, plus, remont*, mont*, accélér*, renchéri*
""",
    fall="""
baiss*, diminu*, recul*, chut*, rédui*, réduct*, décrû, décroiss*, tomb*, perd*, perte*, inférieur*, repli*, moins,
  effondr*, descend*, contract*, rédu*, ralenti*, abaiss*, coup*
""",
    references="""
piste, pistes, quai, build, compilation,
article, articles, art, art., page, pages, p, p., pp, pp., figure, fig, fig., tableau, tabl., n°, no, nº, n,
  numéro, numéros, paragraphe, par., §, §§, chapitre, chap, chap., section, alinéa, al., annexe, partie, point,
  tome, t., jo l, jo c, volume, vol, vol., note, tél, tél., téléphone,
fax, résolution, version, phase, étape, niveau, bloc, isbn, issn, doi, vol, groupe, catégorie, ligne, chambre,
  salle, règlement, directive, décret, titre, graphique, encadré, voie, porte, route, question, classe, bus,
  saison, épisode, réacteur, tranche, loi n°, paragraphes, formule, appartement,
  ligue, bâtiment, bât., bât, escalier, immeuble, quai, kilomètre, pk, sortie, semaine, lot, parcelle, hangar,
  secteur, zone, cellule,
  place, siège, rang, projet, mk, cote, colline, régiment, brigade, photo, carte, planche, diapositive, feuillet,
  pièce, dossier n°, rg, rg n°,
  étage, cac, dax, ftse, décision, délibération, arrêté, arrêté n°, considérant, considérants, résolutions, train,
  tgv, rer,
  considérant, chapitres, lot, vague, couloir, recette, leçon, témoin, patient, cas, circonscription, journée,
  jour, rang, tableau n°, terminal, hall, guichet, fenêtre, cabine, pont, couleur, taille, essai, échantillon,
  arrêt, rp, bp, cs, cedex, km, borne, autoroute, rn, rd, psaume, sourate, verset, acte, scène, opus, op., celex,
  france, canal, radio, groupe des, g,
  amendement, amendements, pas de tir, proposition, projet de loi n°
""",
    references_after="",
    event_names="""
zapad, defender, defender europe, euro, expo, agenda, jo, eurovision, horizon, vision, cop, coupe du monde,
paris, stratégie
""",
    event_nouns="exercice, manœuvres, forum, jeux",
    age_before="""
âgé de, âgée de, âgés de, âgées de, âge de, l'âge de, à l'âge de, agé de, agée de, agés de, âgé d, agés d,
âgés entre, âgés d'au moins, âgées d'au moins, âgés de plus de, âgés de moins de
""",
    age_after="ans révolus, ans d'âge",
    clock="h, heures du matin, heures du soir, heures de l'après-midi, heures gmt",
    structural_before="les, ces, aux, des, entre, leurs, nos, ses",
    structural_nouns="""
pays, état*, président*, parti*, camps, côtés, peuples, armées, nations, gouvernements, capitales, voisins,
dirigeants, hommes
""",
    structural_after="",
    countables="""
personnes, habitants, soldats, hommes, femmes, enfants, cas, salariés, employés, étudiants, participants, citoyens,
  réfugiés, prisonniers, unités, véhicules, chars, avions, missiles, écoles, entreprises, nouveaux, nouvelles,
  morts, blessés, places, voix, emplois,
logements, maisons, pages, fois, policiers, manifestants, arrestations, contaminations, patients, lits, migrants,
  membres, militaires, victimes, sièges, exemplaires, familles, décès, élèves, votants, détenus, journalistes
""",
    stopwords="""
le, la, les, l, un, une, des, du, de, d, et, ou, mais, à, au, aux, en, dans, par, pour, sur, avec, sans, sous,
  entre, vers, chez, contre, depuis, pendant, avant, après, que, qui, quoi, dont, où, ce, cet, cette, ces, il,
  elle, ils, elles, on, nous, vous, je, se, s, n, ne, pas,
plus, moins, très, est, sont, était, étaient, a, ont, avait, avaient, sera, été, être, avoir, y, son, sa, ses,
  leur, leurs, même, aussi, comme, si, soit, selon, ainsi, alors, puis, seulement, environ, respectivement, dit,
  contre, qu, c, j, m, tout, tous
""",
    noun_joins="de, des, du, d",
    noun_skips="la, le, les, l, ses, leurs, ces, son, sa, leur",
    modifiers="""
nouveaux, nouvelles, nouvelle, nouveau, grands, grandes, petits, petites, autres, jeunes, anciens, anciennes,
premiers, premières, derniers, dernières, principaux, principales, différents, différentes, mille, millions,
milliards, gros, grosses
""",
    plural_endings="s, x",
    per="""
year par an, par année, annuels, annuelles, annuellement, l'an, chaque année, annuel
month par mois, mensuels, mensuellement, chaque mois
week par semaine, hebdomadaires, chaque semaine
day par jour, quotidiennement, chaque jour, journaliers
hour par heure, l'heure, de l'heure
capita par habitant, par personne, par tête, par tête d'habitant
""",
    per_open="par",
    decimal_words="virgule",
    accents_optional=True,
    year_joins="de",
    part_words="partie",
    per_round="pour, par, sur",
    changing="passe, passé, passée, passés, passées, passer, passent, passait, évolu*, chang*",
)
