"""What is no page: refusals, walls, soft 404s, parked domains, redirects; and what is one and looks like none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.model import CaptureSource, Page, PageProblem, UncheckedReason
from factcheck.pages import meta_refresh, read_page

PROSE = " ".join(
    f"In year {year} the ministry reported that imports of gas came to {year % 7}.{year % 10} billion cubic metres, "
    "a figure which the statistical office confirmed in its own yearbook some months later."
    for year in range(2001, 2021)
)
LINKS = "".join(f"<li><a href='/n/{n}'>Headline number {n} of this morning's news</a></li>" for n in range(40))


def html(title, body="", head=""):
    return f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>".encode()


ARTICLE = html("Gas imports fell", f"<h1>Gas imports fell</h1><p>{PROSE}</p>")


@pytest.mark.parametrize(
    ("status", "dead", "reason"),
    [
        (404, True, None),
        (410, True, None),
        (400, False, UncheckedReason.BLOCKED),
        (401, False, UncheckedReason.LOGIN_REQUIRED),
        (402, False, UncheckedReason.LOGIN_REQUIRED),
        (403, False, UncheckedReason.BLOCKED),
        (405, False, UncheckedReason.BLOCKED),
        (408, False, UncheckedReason.TIMEOUT),
        (429, False, UncheckedReason.RATE_LIMITED),
        (451, False, UncheckedReason.BLOCKED),
        (999, False, UncheckedReason.BLOCKED),
        (500, False, UncheckedReason.SERVER_ERROR),
        (503, False, UncheckedReason.SERVER_ERROR),
        (302, False, UncheckedReason.CONNECTION_ERROR),
        (204, False, UncheckedReason.NO_TEXT),
        (206, False, UncheckedReason.CONNECTION_ERROR),
    ],
)
def test_a_status_other_than_success_is_named(captured, status, dead, reason):
    problem = read_page(captured(status=status), ARTICLE)
    assert isinstance(problem, PageProblem)
    assert (problem.dead, problem.reason, problem.signal) == (dead, reason, f"http_{status}")
    assert str(status) in problem.detail


GONE_TITLES = [
    "404 Not Found",
    "Page not found - Ministry of Energy",
    "Error 404 | Statistical Office",
    "404",
    "Sorry, page not found!",
    "The page you requested could not be found | BBC",
    "Oops! That page can’t be found. – My Blog",
    "Страница не найдена — Министерство",
    "Ошибка 404",
    "404 — Страница не существует",
    "Запрашиваемая страница не найдена",
    "Старонка не знойдзена | Навіны",
    "Сторінку не знайдено - Новини",
    "Nie znaleziono strony – Urząd",
    "Strona nie istnieje | GUS",
    "Błąd 404",
    "Seite nicht gefunden | Bundesamt",
    "Die angeforderte Seite wurde nicht gefunden",
    "Page introuvable - Ministère",
    "Erreur 404 : page non trouvée",
    "Puslapis nerastas | Ministerija",
    "Página no encontrada - Gobierno",
    "Pagina non trovata",
    "Página não encontrada",
    "Pagina niet gevonden",
    "Sidan kunde inte hittas",
    "Siden blev ikke fundet",
    "Sivua ei löytynyt",
    "Stránka nenalezena",
    "Az oldal nem található",
    "Страницата не е намерена",
    "Sayfa bulunamadı",
]


@pytest.mark.parametrize("title", GONE_TITLES)
def test_a_title_that_says_not_found_is_dead_however_long_the_page(captured, title):
    problem = read_page(captured(), html(title, f"<ul>{LINKS}</ul>"))
    assert isinstance(problem, PageProblem)
    assert (problem.dead, problem.signal) == (True, "soft_404")


@pytest.mark.parametrize(
    ("body", "signal"),
    [
        ("<h1>Not Found</h1><p>The requested URL /a was not found on this server.</p>", "soft_404"),
        ("<h2>К сожалению, такой страницы нет</h2><a href=/>На главную</a>", "soft_404"),
        ("<p>Szukana strona została usunięta.</p>", "soft_404"),
        ("<p>Der gesuchte Artikel ist nicht mehr verfügbar.</p>", "soft_404"),
        ("<p>Šis puslapis neegzistuoja</p>", "soft_404"),
        ("<p>This domain is for sale! Make an offer today and own it.</p>", "parked"),
        ("<p>Домен ministry.example продаётся</p>", "parked"),
        ("<p>Diese Domain steht zum Verkauf</p>", "parked"),
        ("<p>Ta domena jest na sprzedaż</p>", "parked"),
        ("<script src='https://www.parkingcrew.net/jsparkcaf.php'></script><p>Related searches: loans</p>", "parked"),
        ("<h1>Welcome to nginx!</h1><p>If you see this page, the web server is installed.</p>", "parked"),
    ],
)
def test_a_short_body_that_says_so_is_dead(captured, body, signal):
    problem = read_page(captured(), html("ministry.example", body))
    assert isinstance(problem, PageProblem)
    assert (problem.dead, problem.signal) == (True, signal)


NEWS = [
    "<h1>Search in the river</h1><p>Police searched the river on Monday. The body was not found, the mayor said.</p>",
    "<p>The file was deleted by mistake, the ministry said on Tuesday.</p>",
    "<p>Пожар произошёл в понедельник. Другая информация отсутствует.</p>",
    "<p>По его словам, статья удалена с сайта по требованию властей.</p>",
    "<p>The company said that the page was removed after complaints by the ministry, which had paid for it.</p>",
    "<p>Der Minister sagte, das Video ist nicht mehr verfügbar, weil es gelöscht wurde. Mehr dazu morgen.</p>",
    "<p>Sprengstoff wurde nicht gefunden, sagte die Polizei am Montag.</p>",
    "<p>Rzecznik powiedział, że dokument nie istnieje, a sprawa jest zamknięta.</p>",
    "<p>The document does not exist, the spokesman said in a statement on Friday.</p>",
    "<p>Traces of explosives were not found.</p>",
    f"<h1>Press conference</h1><p>{'Imports fell to a third of their old sum. ' * 4}</p><p>Video unavailable</p>",
]


@pytest.mark.parametrize("body", NEWS)
def test_short_news_of_something_lost_is_a_page(captured, body):
    assert isinstance(read_page(captured(), html("The Velm Courier", body)), Page)


LOST = [
    "<p>Sorry, the page you requested could not be found on our site. Please use the search.</p>",
    "<p>The requested URL /docs/x was not found on this server.</p>",
    "<p>Przepraszamy, strona, której szukasz, nie istnieje.</p>",
    "<div>Ministry</div><div>Home</div><div>Page not found</div><div>Contact</div>",
    "<p>Ошибка 404. Страница не найдена. Перейдите на главную.</p>",
    "<p>Возможно, запрашиваемая страница не существует или была перемещена</p>",
    "<p>Error: this page does not exist anymore</p>",
    "<p>Unfortunately we could not find the page you were looking for.</p>",
    "<p>Материал удалён</p>",
    "<p>This video is unavailable</p>",
]


@pytest.mark.parametrize("body", LOST)
def test_a_short_body_that_says_so_among_other_words_is_dead(captured, body):
    problem = read_page(captured(), html("The Velm Courier", body))
    assert isinstance(problem, PageProblem)
    assert (problem.dead, problem.signal) == (True, "soft_404")


WALLS = {
    "cloudflare title": (
        html("Just a moment...", "<noscript>Enable JavaScript and cookies to continue</noscript>"),
        "blocked",
    ),
    "cloudflare german": (html("Nur einen Moment…", "<p>x</p>"), "blocked"),
    "cloudflare block": (html("Attention Required! | Cloudflare", "<h1>Sorry, you have been blocked</h1>"), "blocked"),
    "cloudflare script": (
        html("ministry.example", "<script>window._cf_chl_opt={}</script><p>Verifying</p>"),
        "blocked",
    ),
    "datadome": (html("ministry.example", "<script src=https://ct.captcha-delivery.com/c.js></script>"), "blocked"),
    "imperva": (html("", "<iframe src='/_Incapsula_Resource?x'>Request unsuccessful.</iframe>"), "blocked"),
    "akamai": (
        html("Access Denied", "<h1>Access Denied</h1>You don't have permission to access this page."),
        "blocked",
    ),
    "perimeterx": (html("Access to this page has been denied", "<div id=px-captcha></div>"), "blocked"),
    "distil": (
        html("Pardon Our Interruption", "<p>As you were browsing something made us think you were a bot.</p>"),
        "blocked",
    ),
    "yandex": (html("Вы не робот?", "<p>Подтвердите, что запросы отправляли вы, а не робот</p>"), "blocked"),
    "captcha": (html("Check", "<div class='g-recaptcha'></div><p>One more step</p>"), "blocked"),
    "ddos guard": (html("DDoS-Guard", "<p>Checking your browser before accessing</p>"), "blocked"),
    "login": (html("Log in | Intranet", "<form><input name=u><input type=password></form>"), "login_required"),
    "login ru": (html("Авторизация", "<form><input type='password'></form>"), "login_required"),
    "login de": (html("Anmelden – Portal", "<input type=password>"), "login_required"),
    "login pl": (html("Logowanie", "<input type=password>"), "login_required"),
    "sign in to": (html("Sign in to continue", "<p>You must be logged in to view this page.</p>"), "login_required"),
    "consent": (html("Before you continue to Search", "<p>We use cookies and data</p>"), "blocked"),
    "consent fr": (html("x", "<p>Le respect de votre vie privée est notre priorité</p>"), "blocked"),
}


@pytest.mark.parametrize(("payload", "reason"), WALLS.values(), ids=WALLS)
def test_a_wall_is_named_and_never_dead(captured, payload, reason):
    problem = read_page(captured(), payload)
    assert isinstance(problem, PageProblem)
    assert (problem.dead, problem.reason) == (False, UncheckedReason(reason))


@pytest.mark.parametrize("status", [200, 403, 404, 429, 503])
def test_a_challenge_header_is_believed_whatever_the_status(captured, status):
    problem = read_page(captured(status=status, headers=(("CF-Mitigated", "challenge"),)), ARTICLE)
    assert isinstance(problem, PageProblem)
    assert (problem.dead, problem.reason, problem.signal) == (False, UncheckedReason.BLOCKED, "bot_wall")


@pytest.mark.parametrize("headers", [(), (("cf-mitigated", "challenge"),)])
def test_a_wall_is_told_with_the_status_that_it_came_with(captured, headers):
    moment = html("Just a moment...", "<p>Checking your browser before accessing the site.</p>")
    problem = read_page(captured(status=403, headers=headers), moment)
    assert (problem.signal, "(HTTP 403)." in problem.detail) == ("bot_wall", True)
    problem = read_page(captured(headers=headers), moment)
    assert (problem.signal, "HTTP" in problem.detail) == ("bot_wall", False)


@pytest.mark.parametrize(
    ("final", "stand_in", "title", "gone"),
    [
        ("https://m.example/404.html", None, "Velm", True),
        ("https://m.example/", None, "Velm", True),
        ("https://m.example/b", "shared", "Velm", False),
        ("https://m.example/b", "shared", "404, alas: Velm", True),
    ],
)
def test_what_is_read_wherever_it_lies(captured, final, stand_in, title, gone):
    capture = replace(captured("https://m.example/a/b", final=final), stand_in=stand_in)
    page = read_page(capture, html(title, f"<p>{PROSE}</p>"), wherever=True)
    assert isinstance(page, PageProblem if gone else Page)


def test_a_server_error_that_is_a_challenge_is_blocked(captured):
    problem = read_page(captured(status=503), html("Just a moment..."))
    assert isinstance(problem, PageProblem)
    assert problem.reason is UncheckedReason.BLOCKED


def test_a_paywalled_beginning_is_login_required_and_a_whole_article_is_a_page(captured):
    head = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>'
    teaser = read_page(captured(), html("Gas", f"<p>{PROSE[:300]}</p><ul>{LINKS}</ul>", head))
    whole = read_page(captured(), html("Gas", f"<p>{PROSE}</p>", head))
    assert isinstance(teaser, PageProblem)
    assert (teaser.reason, teaser.signal) == (UncheckedReason.LOGIN_REQUIRED, "paywall")
    assert isinstance(whole, Page)
    assert whole.warnings


@pytest.mark.parametrize(
    ("requested", "final", "signal"),
    [
        ("https://m.example/reports/2021.pdf", "https://m.example/", "redirected_home"),
        ("https://m.example/reports/2021", "https://www.m.example/index.html", "redirected_home"),
        ("https://m.example/?p=123", "https://m.example/", "redirected_home"),
        ("https://m.example/ru/news/5", "https://m.example/ru/", "redirected_home"),
        ("https://old.example/news/5", "https://new.example/", "redirected_home"),
        ("https://m.example/a", "https://m.example/404", "redirected_error_page"),
        ("https://m.example/a", "https://m.example/errors/404.html", "redirected_error_page"),
        ("https://m.example/a", "https://m.example/page-not-found/", "redirected_error_page"),
        ("https://m.example/a", "https://m.example/error?code=404", "redirected_error_page"),
        ("https://m.example/a", "https://m.example/errors.aspx?aspxerrorpath=/a&e=not_found", "redirected_error_page"),
        ("https://m.example/reports/2021", "https://m.example/search", "redirected_search"),
        ("https://m.example/reports/2021", "https://m.example/de/Suche.aspx?q=reports+2021", "redirected_search"),
        ("https://m.example/reports/2021", "https://m.example/site-search/?text=2021", "redirected_search"),
        ("https://m.example/ru/a", "https://m.example/ru/%D0%BF%D0%BE%D0%B8%D1%81%D0%BA/", "redirected_search"),
        ("https://m.example/2021/harvest", "https://m.example/?s=harvest", "redirected_search"),
        ("https://m.example/a", "https://www.hugedomains.com/domain_profile.cfm?d=m", "parked"),
    ],
)
def test_a_deep_link_that_ends_elsewhere_is_dead(captured, requested, final, signal):
    problem = read_page(captured(requested, final=final), ARTICLE)
    assert isinstance(problem, PageProblem)
    assert (problem.dead, problem.signal) == (True, signal)


@pytest.mark.parametrize(
    ("requested", "final"),
    [
        ("http://m.example/", "https://www.m.example/"),
        ("https://m.example/index.php", "https://m.example/"),
        ("https://m.example/en", "https://m.example/"),
        ("https://bit.ly/3xYz", "https://m.example/"),
        ("https://doi.org/10.1000/1", "https://journal.example/"),
        ("https://m.example/reports/2021", "https://m.example/reports/2021/"),
        ("https://m.example/reports/2021", "https://m.example/archive/2021"),
        ("https://m.example/energy", "https://energy.m.example/"),
        ("https://m.example/a", "https://m.example/#/reports/a"),
        ("https://m.example/history/404-day", "https://m.example/history/404-day/"),
        ("https://m.example/error", "https://m.example/errors/measurement?id=404"),
        ("https://m.example/error?code=404", "https://www.m.example/error?code=404"),
        ("https://[broken", "https://m.example/a"),
        ("https://m.example/find?q=rye", "https://m.example/search?q=rye"),
        ("https://m.example/suche/roggen/search.html", "https://m.example/en/search"),
        ("https://bit.ly/3xYz", "https://m.example/search?q=rye"),
        ("https://m.example/", "https://m.example/search"),
        ("https://m.example/laboratory", "https://m.example/fr/recherche/"),
        ("https://m.example/a", "https://m.example/search-and-rescue"),
        ("https://m.example/services/old", "https://m.example/services/search"),
    ],
)
def test_other_redirects_lead_to_the_page(captured, requested, final):
    assert isinstance(read_page(captured(requested, final=final), ARTICLE), Page)


def test_a_memento_is_not_judged_by_where_it_lies(captured):
    capture = captured("https://m.example/a/b", final="https://web.archive.org/", source=CaptureSource.MEMENTO)
    assert isinstance(read_page(capture, ARTICLE), Page)


def test_a_redirect_to_a_login_page_is_a_wall(captured):
    capture = captured("https://m.example/r/1", final="https://m.example/login?next=/r/1")
    problem = read_page(capture, html("Portal", "<input type=password>"))
    assert isinstance(problem, PageProblem)
    assert problem.reason is UncheckedReason.LOGIN_REQUIRED


@pytest.mark.parametrize(
    "payload",
    [
        html("Body of missing man not found, police say", f"<p>{PROSE}</p>"),
        html("Lost and not found: a memoir", f"<p>{PROSE}</p>"),
        html(
            "Why pages are not found: a history of link rot", f"<p>{PROSE} The page was not found. 404 Not Found.</p>"
        ),
        html("Login trouble for thousands of users", f"<p>{PROSE}</p><input type=password>"),
        html("HTTP 404 - Encyclopaedia", f"<p>{PROSE} {PROSE}</p>"),
        html("Access denied: how borders work", f"<p>{PROSE}</p>"),
        html("Gas", f"<p>{PROSE}</p><script src=/cdn-cgi/challenge-platform/h/b/x.js></script><div class=g-recaptcha>"),
        html("Gas", f"<p>{PROSE}</p><p>Subscribe to continue reading our newsletter. Already a subscriber?</p>"),
        html("Domain names for sale: the market in 2020", f"<p>{PROSE}</p>"),
        html("Census 2019", "<table><tr><td>Population<td>9 475 174</table>"),
    ],
)
def test_no_alarm_on_live_pages_that_speak_of_such_things(captured, payload):
    assert isinstance(read_page(captured(), payload), Page)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (b'<meta http-equiv="refresh" content="0; url=https://m.example/b">', "https://m.example/b"),
        (b"<META HTTP-EQUIV=Refresh CONTENT='5;URL=/b?x=1'>", "/b?x=1"),
        (b'<meta content="0;url=\'b.html\'" http-equiv="refresh">', "b.html"),
        (b'<meta http-equiv="refresh" content="600; url=/again">', None),
        (b'<meta http-equiv="refresh" content="30">', None),
        (b'<meta name="description" content="0; url=/b">', None),
        (b'<noscript><meta http-equiv="refresh" content="0; url=/plain"></noscript>', None),
        (b'<!-- <meta http-equiv="refresh" content="0; url=/old"> --><p>text', None),
        (b"<script>x = '<meta http-equiv=refresh content=\"0;url=/b\">'</script>", None),
        (b'<style>p {}</style><meta http-equiv="refresh" content="0; url=/b?x=1&amp;y=2">', "/b?x=1&y=2"),
        (b'<!-- never closed <meta http-equiv="refresh" content="0; url=/b">', None),
        (b"", None),
    ],
)
def test_meta_refresh(source, target):
    assert meta_refresh(source) == target


def test_meta_refresh_within_a_shorter_time():
    source = b'<meta http-equiv="refresh" content="6; url=/b">'
    assert (meta_refresh(source), meta_refresh(source, 5.0)) == ("/b", None)
