"""Judging what stands between a reader and the page: bot walls, login walls, consent walls, paywalls."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.model import Capture, PageProblem, UncheckedReason
from factcheck.pages.judged import Judged, host_of, split_url
from factcheck.pages.phrases import is_bare_number, phrases

if TYPE_CHECKING:
    from collections.abc import Iterable


# Answer headers that only a challenge carries: name, beginning of the value, whose wall it is.
_HEADERS = (
    ("cf-mitigated", "challenge", "Cloudflare"),
    ("x-datadome", "protected", "DataDome"),
    ("x-dd-b", "", "DataDome"),
    ("x-amzn-waf-action", "", "AWS WAF"),
    ("x-vercel-mitigated", "", "Vercel"),
    ("x-sucuri-block", "", "Sucuri"),
    ("x-px-blocked", "", "PerimeterX"),
)
# Pieces of the challenge scripts themselves; ordinary pages behind the same services carry some of them too, so that
# they count only in a body of few words.
_SCRIPTS = (
    ("_cf_chl_opt", "Cloudflare"),
    ("captcha-delivery.com", "DataDome"),
    ("px-captcha", "PerimeterX"),
    ("/_sec/cp_challenge", "Akamai"),
    ("sec-if-cpt-container", "Akamai"),
    ("errors.edgesuite.net", "Akamai"),
    ("awswafcookiedomainlist", "AWS WAF"),
    (".awswaf.com/challenge", "AWS WAF"),
    (".token.awswaf.com", "AWS WAF"),
    ("sucuri_cloudproxy_js", "Sucuri"),
    ("/.well-known/ddos-guard", "DDoS-Guard"),
    ("servicepipe.ru", "ServicePipe"),
    ("/showcaptcha", "Yandex"),
    ("anubis_challenge", "Anubis"),
    ("vcrct", "Vercel"),
)
# Pieces that the same services put into the pages behind them as well: a wall only where there is no sentence at all.
_EVERYWHERE = (
    ("/cdn-cgi/challenge-platform/h/", "Cloudflare"),
    ("_incapsula_resource", "Imperva"),
    (".awswaf.com", "AWS WAF"),
    ("ddos-guard", "DDoS-Guard"),
    ("qrator", "Qrator"),
    ("smartcaptcha", "Yandex"),
    ("kpsdk", "Kasada"),
    ("f5_cspm", "F5"),
    ("bobcmn", "F5"),
    ("_pxappid", "PerimeterX"),
)
_CAPTCHAS = ("g-recaptcha", "h-captcha", "hcaptcha.com/1/api.js", "cf-turnstile", "smart-captcha")
_WORDLESS = 40
_LOGIN_PATH = re.compile(
    r"/(?:log-?in|sign-?in|logon|sso|authwall|oauth2?|saml2?|cas|wp-login\.php|anmelden|logowanie|zaloguj|"
    r"checkpoint|accounts?/login|users?/(?:login|sign_in)|session/new|auth(?:/login)?|idp)(?:[/.?]|$)",
    re.IGNORECASE,
)
_CONSENT_HOST = re.compile(r"^(?:consent|privacy|cookieconsent|cmp|guce)\.", re.IGNORECASE)
_TEASER_WORDS = 120
_CAPTCHA_WORDS = 60


def judge_challenge_headers(capture: Capture) -> PageProblem | None:
    """A bot wall that names itself in the answer's headers, whatever the status."""
    headers = {name.lower(): value.strip().lower() for name, value in capture.headers}
    for name, beginning, whose in _HEADERS:
        if name in headers and headers[name].startswith(beginning):
            return _blocked("bot_wall", f"{whose} asks for proof that no robot is reading (header {name}).")
    return None


def judge_challenge(page: Judged) -> PageProblem | None:
    """A bot wall by its title, or by its script or words in a body that holds little else."""
    if page.short:
        for piece, whose in _SCRIPTS:
            if piece in page.source and page.words < _TEASER_WORDS:
                return _blocked("bot_wall", f"{whose} asks for proof that no robot is reading.")
        for piece, whose in _EVERYWHERE:
            if piece in page.source and page.words < _WORDLESS and not page.prose and not _says_gone(page):
                return _blocked("bot_wall", f"{whose} asks for proof that no robot is reading.")
        if any(captcha in page.source for captcha in _CAPTCHAS) and page.words < _CAPTCHA_WORDS and not page.prose:
            return _blocked("captcha", "The page is a captcha.")
        if found := _said("challenge", page):
            return _blocked("bot_wall", f"The page only says “{found}”.")
    return None


def judge_login(page: Judged) -> PageProblem | None:
    """A login page in place of the page: by where the request ended, or by a title beside a password field."""
    requested, final = split_url(page.capture.requested_url), split_url(page.capture.final_url)
    if (
        _LOGIN_PATH.search(final.path)
        and not _LOGIN_PATH.search(requested.path)
        and (page.short or page.password_field)
    ):
        return _walled("login_redirect", f"The request ended at a login page ({final.path}).")
    found = _whole("login", page.titles)
    if found and (page.password_field or page.short):
        return _walled("login_wall", f"The page is a login form (“{found}”).")
    if page.short and (demand := phrases("demand").sentence(page.body)):
        return _walled("login_wall", f"The page only asks for a login (“{demand}”).")
    if page.short and (page.password_field or phrases("login").inside(page.body)) and _demands_login(page):
        return _walled("login_wall", "The page shows a login form and hardly any text.")
    return None


def judge_consent(page: Judged) -> PageProblem | None:
    """A consent page in place of the page."""
    final = page.capture.final_url
    if _CONSENT_HOST.match(split_url(final).hostname or "") and host_of(final) != host_of(page.capture.requested_url):
        return _blocked("consent_wall", "The request ended at a consent page.")
    if page.short and (found := _said("consent", page)):
        return _blocked("consent_wall", f"The page only asks for consent (“{found}”).")
    return None


def judge_region(page: Judged) -> PageProblem | None:
    """A page that is shown in other countries only."""
    found = _whole("region", page.titles) or (phrases("region").sentence(page.body) if page.short else None)
    return _blocked("region_wall", f"The page is not shown in this country (“{found}”).") if found else None


def judge_paywall(page: Judged) -> PageProblem | None:
    """An article of which only the beginning is shown: it says so itself, and there is little running text."""
    if page.prose >= _TEASER_WORDS:
        return None
    if page.metadata.free is False:
        return _walled("paywall", "The page says that it is not free to read, and shows only its beginning.")
    if page.short and (found := phrases("paywall").inside(page.body)):
        return _walled("paywall", f"The page shows only its beginning (“{found}”).")
    return None


def _says_gone(page: Judged) -> bool:
    return any(phrases("gone").whole(title) or is_bare_number(title) for title in page.titles)


def _demands_login(page: Judged) -> bool:
    return page.password_field and bool(phrases("login").inside(page.body)) and page.words < _TEASER_WORDS // 2


def _said(name: str, page: Judged) -> str | None:
    return _whole(name, page.titles) or phrases(name).inside(page.body)


def _whole(name: str, titles: Iterable[str]) -> str | None:
    return next((found for title in titles if (found := phrases(name).whole(title))), None)


def _blocked(signal: str, detail: str) -> PageProblem:
    return PageProblem(dead=False, reason=UncheckedReason.BLOCKED, signal=signal, detail=detail)


def _walled(signal: str, detail: str) -> PageProblem:
    return PageProblem(dead=False, reason=UncheckedReason.LOGIN_REQUIRED, signal=signal, detail=detail)
