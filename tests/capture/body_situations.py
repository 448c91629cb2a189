"""Pages that answer well and are not what was cited, and pages that only look like that: body, headers, what is right.

What is right is ``page``, ``dead`` or the reason of an unchecked one.
"""

from __future__ import annotations

PROSE = " ".join(
    f"In {year} the council of Velm spent {year % 9}.{year % 7} million crowns on its bridges, which the auditors "
    "found to be less than the engineers had asked for in their letter of the spring before."
    for year in range(2001, 2021)
)
FIGURE = "<h1>Bridges of Velm</h1><p>The council spent 4.2 million crowns on bridges in 2019, the auditors say.</p>"
NAV = "".join(f"<li><a href='/s/{n}'>Section {n} of the portal</a></li>" for n in range(60))


def html(title="", body="", head="", lang=""):
    return f"<!doctype html><html lang='{lang}'><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def article(title, extra="", head=""):
    return html(title, f"<h1>{title}</h1><p>{PROSE}</p>{extra}", head)


# name → (body, what is right) or (body, what is right, status, headers)
ALIVE = {
    "article": article("Bridges of Velm"),
    "short page": html("Velm", FIGURE),
    "essay on dead pages": article("Page not found: why the web forgets"),
    "essay on dead pages, dash": article("Page not found – why so much of the web forgets"),
    "essay on dead pages, ru": article("Страница не найдена: почему исчезают ссылки"),
    "essay on dead pages, de": article("Seite nicht gefunden: warum Links sterben"),
    "essay on dead pages, pl": article("Nie znaleziono strony: dlaczego znikają linki"),
    "essay on dead pages, fr": article("Page introuvable : pourquoi les liens meurent"),
    "encyclopaedia on 404": article("HTTP 404 - Encyclopaedia"),
    "news of a 404": article("Ministry's tax portal showed “404 Not Found” for two days"),
    "news of a suspended account": article("Account suspended: how a network silenced the mayor"),
    "news of a login leak": article("Login required? Not for these 4,000 records"),
    "news of a captcha": article("Captcha: the end of a nuisance"),
    "news of maintenance": article("Site under maintenance: the story of a bridge"),
    "short news of a parked domain": html(
        "Velm Courier",
        "<h1>Court rules on old name</h1><p>The judge said that the parked domain had been bought for 4.2 million "
        "crowns by a firm whose owners are not known.</p>",
    ),
    "short news of a domain for sale": html(
        "Velm Courier",
        "<h1>Party loses its name</h1><p>Visitors read on Monday that the domain is for sale, which the party's "
        "treasurer called a mistake of 4.2 million crowns.</p>",
    ),
    "short news of a lapsed domain": html(
        "Velm Courier",
        "<p>The ministry confirmed that its domain has expired because a bill of 42 crowns was lost.</p>",
    ),
    "short news in ru of a domain": html(
        "Вестник", "<p>Как сообщает агентство, домен партии продаётся на аукционе за 4,2 млн крон.</p>"
    ),
    "404 in a script": html("Velm", FIGURE + "<script>var codes={404:'Page not found'};if(x==404){gone()}</script>"),
    "404 in a template": html("Velm", FIGURE + "<template><h1>404 Not Found</h1></template>"),
    "404 in the style": html("Velm", FIGURE, "<style>.error404 h1:before{content:'Page not found'}</style>"),
    "404 in a hidden dialogue": html("Velm", FIGURE + "<div hidden>Page not found</div>"),
    "portal with links": html("Velm portal", f"<ul>{NAV}</ul>{FIGURE}"),
    "captcha on a comment form": html("Velm", f"<p>{PROSE}</p><form><div class=g-recaptcha></div></form>"),
    "login box on a page": html("Velm", f"<form><input name=u><input type=password>Log in</form><p>{PROSE}</p>"),
    "consent banner over a page": html(
        "Velm", f"<div>We value your privacy. Accept all</div><h1>Bridges</h1><p>{PROSE}</p>"
    ),
    "cloudflare's beacon on a short page": html(
        "Velm", FIGURE + "<script>a.src='/cdn-cgi/challenge-platform/h/b/scripts/jsd/main.js'</script>"
    ),
    "turnstile on a form": html("Velm", f"{FIGURE}<p>{PROSE[:900]}</p><form><div class=cf-turnstile></div></form>"),
    "imperva's script on a short page": html(
        "Velm", FIGURE + "<script src='/_Incapsula_Resource?SWJIYLWA=1'></script>"
    ),
    "perimeterx's script on a page": html("Velm", FIGURE + "<script>window._pxAppId='PX1'</script>"),
    "paywall said, all shown": html(
        "Velm",
        f"<p>{PROSE}</p>",
        '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>',
    ),
    "free, subscribe below": html("Velm", f"<p>{PROSE}</p><p>Subscribe now to continue reading our letters.</p>"),
    "list of domains": article("Domain names for sale: a market of 4.2 million"),
    "statute page titled forbidden": article("Forbidden: the books that Velm burnt"),
    "privacy policy": article("Privacy settings"),
    "javascript course": html("Velm", f"<p>JavaScript must be enabled for the exercises.</p><p>{PROSE}</p>"),
    "short page with a video gone": html("Velm", f"{FIGURE * 3}<p>This video is unavailable</p>"),
    "index of a folder": html("Index of /reports", "<h1>Index of /reports</h1><pre><a>a-2019.pdf</a> 4.2M</pre>"),
    "manual with a program's output": html(
        "velm-ping", f"{FIGURE}<pre><code>$ velm ping\n404 Not Found\n</code></pre><p>See also the manual.</p>"
    ),
    "under a redirect script that is not taken": html(
        "Velm", f"<script>if(screen.width<400){{location.href='/m/'}}</script><p>{PROSE}</p>"
    ),
}

GONE_BODIES = {
    "en title": html("Page not found | Velm", f"<ul>{NAV}</ul>"),
    "en h1": html("City of Velm", f"<h1>Page not found</h1><ul>{NAV}</ul>"),
    "en body": html("City of Velm", "<p>Sorry, the page you are looking for does not exist.</p>"),
    "en 404 number": html("404", "<h1>404</h1><p>Go home</p>"),
    "en server": html(
        "The resource you are looking for has been removed, had its name changed, or is temporarily unavailable.",
        f"<ul>{NAV}</ul>",
    ),
    "et title": html("Lehekülge ei leitud", f"<ul>{NAV}</ul>"),
    "ka title": html("გვერდი ვერ მოიძებნა", f"<ul>{NAV}</ul>"),
    "hy title": html("Էջը չի գտնվել", f"<ul>{NAV}</ul>"),
    "az title": html("Səhifə tapılmadı", f"<ul>{NAV}</ul>"),
    "kk title": html("Бет табылмады", f"<ul>{NAV}</ul>"),
    "sq title": html("Faqja nuk u gjet", f"<ul>{NAV}</ul>"),
    "en oops": html("Oops!", "<h1>Oops! We can't find that page</h1>"),
    "en moved": html("Velm", "<p>The page you requested may have been moved or deleted.</p>"),
    "en article": html("Velm", "<h1>This article is no longer available</h1><p>Back to the front page</p>"),
    "en h2": html(
        "Velm",
        "<h2>404 - File or directory not found.</h2><p>The resource you are looking for might have "
        "been removed, had its name changed, or is temporarily unavailable.</p>",
    ),
    "en nothing": html("Velm", "<h1>Nothing found</h1><p>It looks like nothing was found at this location.</p>"),
    "en heading long": html("Velm", f"<h1>Sorry, this page isn’t available</h1><ul>{NAV}</ul>"),
    "ru title": html("Страница не найдена — Вельм", f"<ul>{NAV}</ul>"),
    "ru body": html("Вельм", "<p>К сожалению, запрашиваемая вами страница не найдена.</p>"),
    "ru deleted": html("Вельм", "<h1>Материал удалён</h1>"),
    "ru 404": html("Ошибка 404", "<p>Такой страницы нет на нашем сайте</p>"),
    "ru moved": html("Вельм", "<p>Страница, которую вы ищете, не существует или была удалена.</p>"),
    "uk title": html("Сторінку не знайдено", f"<ul>{NAV}</ul>"),
    "uk body": html("Вельм", "<p>На жаль, сторінка, яку ви шукаєте, не існує.</p>"),
    "uk 404": html("Помилка 404", "<h1>Такої сторінки не існує</h1>"),
    "be title": html("Старонка не знойдзена", f"<ul>{NAV}</ul>"),
    "be body": html("Вельм", "<p>На жаль, такой старонкі няма.</p>"),
    "be 404": html("Памылка 404", "<h1>Старонка не існуе</h1>"),
    "pl title": html("Nie znaleziono strony – Urząd", f"<ul>{NAV}</ul>"),
    "pl body": html("Urząd", "<p>Przepraszamy, podana strona nie istnieje lub została przeniesiona.</p>"),
    "pl 404": html("Błąd 404", "<h1>Ups! Strona nie została znaleziona</h1>"),
    "de title": html("Seite nicht gefunden – Amt", f"<ul>{NAV}</ul>"),
    "de body": html("Amt", "<p>Die von Ihnen gesuchte Seite existiert leider nicht mehr.</p>"),
    "de 404": html("Fehler 404", "<h1>Diese Seite wurde nicht gefunden</h1>"),
    "fr title": html("Page introuvable - Mairie", f"<ul>{NAV}</ul>"),
    "fr body": html("Mairie", "<p>Désolé, la page que vous recherchez n'existe pas ou n'existe plus.</p>"),
    "fr 404": html("Erreur 404", "<h1>Oups ! Cette page est introuvable</h1>"),
    "lt title": html("Puslapis nerastas | Ministerija", f"<ul>{NAV}</ul>"),
    "lt body": html("Ministerija", "<p>Atsiprašome, jūsų ieškomas puslapis neegzistuoja.</p>"),
    "lt 404": html("Klaida 404", "<h1>Puslapis nerastas</h1>"),
    "es title": html("Página no encontrada", f"<ul>{NAV}</ul>"),
    "it title": html("Pagina non trovata", f"<ul>{NAV}</ul>"),
    "cs title": html("Stránka nenalezena", f"<ul>{NAV}</ul>"),
    "plain text": "404 page not found\n",
}
PARKED_BODIES = {
    "for sale": html("velm.example", "<h1>This domain is for sale!</h1><p>Make an offer</p>"),
    "for sale, named": html("velm.example", "<h1>velm.example is for sale</h1><p>Buy it now, pay in 12 rates</p>"),
    "for sale, the name": html("x", "<h1>The domain velm.example is for sale</h1><p>Inquire</p>"),
    "buy": html("Buy this domain", "<p>velm.example</p>"),
    "owner": html(
        "velm.example", "<p>The owner of velm.example is offering it for sale for an asking price of 999.</p>"
    ),
    "links": html(
        "velm.example", "<p>Related Searches</p><a>Loans</a><script src=//www.parkingcrew.net/j.js></script>"
    ),
    "sedo": html("velm.example", "<p>This webpage was generated by the domain owner using Sedo Domain Parking.</p>"),
    "courtesy": html("velm.example", "<p>This Web page is parked free, courtesy of GoDaddy.com</p>"),
    "expired": html("velm.example", "<h1>This domain has expired</h1><p>If you own it, renew it now.</p>"),
    "expired 2": html("Domain expired", "<p>The domain name velm.example has expired and is pending renewal.</p>"),
    "ru": html("вельм", "<p>Домен velm.example продаётся</p>"),
    "ru 2": html("вельм", "<h1>Срок регистрации домена истёк</h1>"),
    "uk": html("вельм", "<p>Домен velm.example продається</p>"),
    "pl": html("velm", "<p>Domena velm.example jest na sprzedaż</p>"),
    "de": html("velm", "<p>Diese Domain steht zum Verkauf</p>"),
    "fr": html("velm", "<p>Ce nom de domaine est à vendre</p>"),
    "lt": html("velm", "<p>Šis domenas parduodamas</p>"),
    "nginx": html(
        "Welcome to nginx!",
        "<h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is "
        "successfully installed and working. Further configuration is required.</p>",
    ),
    "apache": html("", "<h1>It works!</h1>"),
    "apache ubuntu": html("Apache2 Ubuntu Default Page: It works", f"<p>{PROSE[:900]}</p>"),
    "apache centos": html("Test Page for the Apache HTTP Server on Fedora", f"<p>{PROSE[:600]}</p>"),
    "iis": html("IIS Windows Server", "<img src=iisstart.png>"),
    "plesk": html("Domain Default page", "<h1>Web Server's Default Page</h1><p>This page is generated by Plesk.</p>"),
    "cpanel": html(
        "Default Web Site Page", "<p>If you are the owner of this website, please contact your hosting provider.</p>"
    ),
    "cpanel sorry": html(
        "velm",
        "<h1>SORRY!</h1><p>If you are the owner of this website, please contact your hosting "
        "provider: webmaster@velm.example</p>",
    ),
    "suspended": html(
        "Account Suspended",
        "<p>This Account has been suspended. Contact your hosting provider for more information.</p>",
    ),
    "suspended 2": html("velm.example", "<h1>This site has been suspended</h1>"),
    "suspended ru": html("Аккаунт заблокирован", "<p>Сайт отключён за неуплату</p>"),
    "hosting ru": html(
        "velm", "<p>Сайт временно приостановлен. Владельцу: обратитесь в службу поддержки хостинга.</p>"
    ),
    "empty index": html("Index of /", "<h1>Index of /</h1><pre><a href=cgi-bin/>cgi-bin/</a></pre>"),
    "no site": html("velm", "<h1>There is no website configured at this address</h1>"),
    "wordpress gone": html(
        "velm", "<p>velm.wordpress.example is no longer available. The authors have deleted this site.</p>"
    ),
    "future home": html("velm", "<p>Future home of something quite cool.</p>"),
    "caddy": html(
        "Caddy works!", "<h1>Congratulations!</h1><p>Your web server is working. Now make it work for you.</p>"
    ),
    "github pages": html("Site not found · GitHub Pages", "<p>There isn't a GitHub Pages site here.</p>"),
    "s3": "<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1><ul><li>Code: NoSuchBucket"
    "</li></ul></body></html>",
}
BLOCKED_BODIES = {
    "cloudflare": html("Just a moment...", "<script>window._cf_chl_opt={cvId:'3'}</script>"),
    "cloudflare ru": html("Один момент…", "<p>Проверяем ваш браузер</p>"),
    "cloudflare pl": html("Cierpliwości...", "<p>Trwa weryfikacja</p>"),
    "cloudflare 1020": html("Access denied | velm.example used Cloudflare to restrict access", "<h1>Error 1020</h1>"),
    "cloudflare attention": html("Attention Required! | Cloudflare", "<h1>Sorry, you have been blocked</h1>"),
    "akamai": html(
        "Access Denied",
        '<h1>Access Denied</h1>You don\'t have permission to access "/a" on this server.'
        "<p>Reference #18.2d351ab8.1557333295.a4e16ab</p>",
    ),
    "akamai script": html("", "<script src='/_sec/cp_challenge/ak-challenge-4-3.htm'></script>"),
    "datadome": html(
        "velm.example", "<p>Please enable JS and disable any ad blocker</p><script>var dd={'rt':'c'}</script>"
    ),
    "perimeterx": html("Access to this page has been denied", "<div id='px-captcha'></div>"),
    "perimeterx 2": html("velm", "<p>Press &amp; Hold to confirm you are a human (and not a bot).</p>"),
    "imperva": html(
        "", "<iframe src='/_Incapsula_Resource?CWUDNSAI=9'>Request unsuccessful. Incapsula incident ID: 1</iframe>"
    ),
    "aws waf": html("", "<script src='https://x.token.awswaf.com/challenge.js'></script><div id=challenge-container>"),
    "aws human": html("Human Verification", "<p>Confirm you are human</p>"),
    "sucuri": html("Sucuri WebSite Firewall - Access Denied", "<h1>Access Denied - Sucuri Website Firewall</h1>"),
    "anubis": html("Making sure you're not a bot!", "<p>Loading...</p><script id='anubis_challenge'></script>"),
    "ddos-guard": html("DDoS-Guard", "<h1>Checking your browser before accessing velm.example</h1>"),
    "qrator": html("velm", "<script src='/__qrator/qauth.js'></script>"),
    "yandex": html("Вы не робот?", "<p>Подтвердите, что запросы отправляли вы, а не робот</p>"),
    "google sorry": html(
        "Sorry...", "<p>We're sorry... our systems have detected unusual traffic from your computer network.</p>"
    ),
    "generic captcha": html("Security check", "<div class='h-captcha'></div>"),
    "captcha ru": html("Проверка", "<p>Введите символы с картинки</p><div class=smart-captcha></div>"),
    "captcha de": html("Sicherheitsabfrage", "<p>Bitte bestätigen Sie, dass Sie kein Roboter sind.</p>"),
    "captcha fr": html("Vérification", "<p>Veuillez confirmer que vous n'êtes pas un robot.</p>"),
    "captcha pl": html("Weryfikacja", "<p>Potwierdź, że nie jesteś robotem.</p>"),
    "captcha uk": html("Перевірка", "<p>Підтвердьте, що ви не робот.</p>"),
    "captcha be": html("Праверка", "<p>Пацвердзіце, што вы не робат.</p>"),
    "captcha lt": html("Patikra", "<p>Patvirtinkite, kad nesate robotas.</p>"),
    "captcha en": html("velm", "<p>Please complete the security check to continue.</p>"),
    "not available in region": html("velm", "<h1>This content is not available in your country</h1>"),
    "gdpr 451 page": html(
        "velm",
        "<p>We recognize you are attempting to access this website from a country belonging "
        "to the European Economic Area (EEA) and therefore access cannot be granted.</p>",
    ),
    "consent en": html("Before you continue to Velm", "<p>We use cookies and data to</p><button>Accept all</button>"),
    "consent de": html("Velm", "<p>Wir brauchen Ihre Zustimmung</p><button>Alle akzeptieren</button>"),
    "consent de 2": html("Velm", "<h1>Mit Werbung weiterlesen</h1><button>Akzeptieren und weiter</button>"),
    "consent fr": html("Velm", "<p>Le respect de votre vie privée est notre priorité</p><button>Accepter</button>"),
    "consent pl": html("Velm", "<p>Szanujemy Twoją prywatność</p><button>Przejdź do serwisu</button>"),
    "consent ru": html("Вельм", "<h1>Мы ценим вашу конфиденциальность</h1><button>Принять все</button>"),
    "consent uk": html("Вельм", "<h1>Ми цінуємо вашу приватність</h1><button>Прийняти все</button>"),
    "consent be": html("Вельм", "<h1>Мы паважаем вашу прыватнасць</h1><button>Прыняць усё</button>"),
    "consent lt": html("Velm", "<h1>Mes gerbiame jūsų privatumą</h1><button>Sutinku</button>"),
}
_PASSWORD = "<form><input name=u><input type=password><button>OK</button></form>"
LOGIN_BODIES = {
    "login en": html("Log in | Velm", _PASSWORD),
    "login en 2": html("Velm", f"<h1>Sign in to continue</h1>{_PASSWORD}"),
    "login must": html("Velm", "<p>You must be logged in to view this page.</p>"),
    "login de": html("Anmelden – Velm", _PASSWORD),
    "login fr": html("Connexion", _PASSWORD),
    "login pl": html("Zaloguj się", _PASSWORD),
    "login ru": html("Вход на сайт", _PASSWORD),
    "login uk": html("Увійти", _PASSWORD),
    "login be": html("Увайсці", _PASSWORD),
    "login lt": html("Prisijungimas", _PASSWORD),
    "login must ru": html("Вельм", "<p>Для просмотра этой страницы необходимо авторизоваться.</p>"),
    "login must de": html("Velm", "<p>Bitte melden Sie sich an, um diese Seite zu sehen.</p>"),
    "login must pl": html("Velm", "<p>Musisz się zalogować, aby zobaczyć tę stronę.</p>"),
    "paywall json-ld": html(
        "Velm",
        f"<h1>Bridges</h1><p>{PROSE[:250]}</p>",
        '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>',
    ),
    "paywall json-ld part": html(
        "Velm",
        f"<h1>Bridges</h1><p>{PROSE[:250]}</p>",
        '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":true,"hasPart":'
        '{"@type":"WebPageElement","isAccessibleForFree":false,"cssSelector":".paid"}}</script>',
    ),
    "paywall meta": html(
        "Velm", f"<h1>Bridges</h1><p>{PROSE[:250]}</p>", '<meta property="article:content_tier" content="locked">'
    ),
    "paywall en": html("Velm", f"<h1>Bridges</h1><p>{PROSE[:250]}</p><p>Subscribe to continue reading</p>"),
    "paywall en 2": html("Velm", f"<h1>Bridges</h1><p>{PROSE[:250]}</p><p>This article is for subscribers only.</p>"),
    "paywall de": html("Velm", f"<h1>Brücken</h1><p>{PROSE[:250]}</p><p>Weiterlesen mit Velm+</p>"),
    "paywall fr": html("Velm", f"<h1>Ponts</h1><p>{PROSE[:250]}</p><p>Cet article est réservé aux abonnés</p>"),
    "paywall pl": html("Velm", f"<h1>Mosty</h1><p>{PROSE[:250]}</p><p>Artykuł dostępny tylko dla prenumeratorów</p>"),
    "paywall ru": html("Вельм", f"<h1>Мосты</h1><p>{PROSE[:250]}</p><p>Материал доступен только по подписке</p>"),
    "paywall uk": html("Вельм", f"<h1>Мости</h1><p>{PROSE[:250]}</p><p>Матеріал доступний лише за передплатою</p>"),
    "paywall be": html("Вельм", f"<h1>Масты</h1><p>{PROSE[:250]}</p><p>Матэрыял даступны толькі падпісчыкам</p>"),
    "paywall lt": html("Velm", f"<h1>Tiltai</h1><p>{PROSE[:250]}</p><p>Šis straipsnis tik prenumeratoriams</p>"),
}
NO_TEXT_BODIES = {
    "empty shell": html("Velm", "<div id=root></div><script src=/main.js></script>"),
    "shell with words": html(
        "Velm",
        "<header>City of Velm</header><div id='app'></div><footer>© 2026 City of Velm</footer>"
        "<script src=/main.js></script>",
    ),
    "angular shell": html("Velm", "<app-root>Loading...</app-root><script src=/main.js type=module></script>"),
    "needs script": html(
        "Velm", "<noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div>"
    ),
    "needs script ru": html("Вельм", "<noscript>Для работы сайта включите JavaScript</noscript><div id=app></div>"),
    "only a picture": html("Velm", "<img src=/scan.png>"),
    "empty document": html(),
    "blank": "   \n\n",
    "loading": html("Loading…", "<div class=spinner>Loading…</div><script src=/app.js></script>"),
}
SERVER_BODIES = {
    "maintenance": html("Site under maintenance", "<h1>We'll be back soon!</h1><p>We are performing maintenance.</p>"),
    "maintenance wp": html(
        "Maintenance", "<p>Briefly unavailable for scheduled maintenance. Check back in a minute.</p>"
    ),
    "maintenance ru": html("Технические работы", "<p>На сайте ведутся технические работы. Зайдите позже.</p>"),
    "maintenance de": html(
        "Wartungsarbeiten", "<p>Wegen Wartungsarbeiten ist die Seite vorübergehend nicht erreichbar.</p>"
    ),
    "maintenance pl": html("Przerwa techniczna", "<p>Trwają prace techniczne. Zapraszamy później.</p>"),
    "maintenance fr": html("Maintenance en cours", "<p>Le site est en maintenance.</p>"),
    "under construction": html("Under construction", "<p>This site is under construction</p>"),
    "database": html("Database Error", "<h1>Error establishing a database connection</h1>"),
    "internal": html("500 Internal Server Error", "<h1>Internal Server Error</h1>"),
    "bad gateway": html("502 Bad Gateway", "<h1>502 Bad Gateway</h1><hr>nginx"),
    "php": "<br />\n<b>Fatal error</b>: Uncaught Error: Call to undefined function in /var/www/index.php:7",
    "drupal": html("Velm", "<p>The website encountered an unexpected error. Please try again later.</p>"),
}
TABLES = {
    "page": ALIVE,
    "dead": GONE_BODIES | PARKED_BODIES,
    "blocked": BLOCKED_BODIES,
    "login_required": LOGIN_BODIES,
    "no_text": NO_TEXT_BODIES,
    "server_error": SERVER_BODIES,
}
