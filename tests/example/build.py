"""Build the bundled example's archive from the pages beside this file.

usage: python tests/example/build.py [pdf | PATH]

Writes references/archive/example.warc.gz (or PATH), byte for byte the same at every call; ``pdf`` makes
pages/annual-report-2025.pdf out of its text first (needs reportlab).  The country, its offices and its newspapers are
made up; RFC 2606 keeps their names off the network.
"""

from __future__ import annotations

import io
import sys
import uuid
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HERE = Path(__file__).parent
PAGES = HERE / "pages"
ARCHIVE = HERE.parents[1] / "references" / "archive" / "example.warc.gz"
CAPTURED = "2026-04-20T08:00:00Z"
HTML = "text/html; charset=utf-8"

# URL → (HTTP status line, content type or redirect target, file of the body)
ANSWERS = {
    "https://energy.talvia.example/reports/annual-report-2025.pdf": (
        "200 OK",
        "application/pdf",
        "annual-report-2025.pdf",
    ),
    "https://kurier.example/2025/02/11/rozmowa-z-premier": ("200 OK", HTML, "kurier-rozmowa.html"),
    "https://regulator.talvia.example/news/winter-review-2025": ("200 OK", HTML, "regulator-winter.html"),
    "https://stat.talvia.example/energy/electricity-by-source": ("200 OK", HTML, "stat-electricity.html"),
    "https://wochenblatt.example/wirtschaft/braunkohle-bleibt-talvia": ("200 OK", HTML, "wochenblatt-braunkohle.html"),
    "https://vecher.example/news/2025/06/17/remont-setej": ("200 OK", "text/html", "vecher-remont.html"),
    "https://energy.talvia.example/archive/coal-plan-2030": ("404 Not Found", HTML, "not-found.html"),
    "https://chamber.example/prices/monitor-2025": ("403 Forbidden", HTML, "chamber-wall.html"),
    "https://heating.example/about/network": ("200 OK", HTML, "heating-network.html"),
    "https://law.talvia.example/acts/energy-act": ("200 OK", HTML, "energy-act.html"),
    "https://grid.talvia.example/map": ("200 OK", HTML, "grid-map.html"),
    "https://stat.talvia.example/census/2025/about-the-census": ("200 OK", HTML, "census-about.html"),
    "https://stat.talvia.example/census/2025/first-results/population-and-households": (
        "200 OK",
        HTML,
        "census-first-results.html",
    ),
    "https://forecast.example/talvia/population-outlook-2018-2040": ("200 OK", HTML, "forecast-outlook.html"),
    "https://vecher.example/news/2026/03/20/perepis-goroda-i-sela": ("200 OK", HTML, "vecher-perepis.html"),
    "https://stat.talvia.example/towns-and-villages": (
        "301 Moved Permanently",
        "https://stat.talvia.example/population/towns",
        None,
    ),
    "https://stat.talvia.example/population/towns": (
        "302 Found",
        "https://stat.talvia.example/population/towns-and-villages-2025",
        None,
    ),
    "https://stat.talvia.example/population/towns-and-villages-2025": ("200 OK", HTML, "stat-towns.html"),
    "https://lind-today.example/interviews/the-mayor-on-empty-houses": ("200 OK", HTML, "lind-mayor.html"),
    "https://kurier.example/2026/01/18/talwijczycy-w-polsce": ("200 OK", HTML, "kurier-talwijczycy.html"),
    "https://foreign.talvia.example/diaspora/table-of-citizens-abroad": ("200 OK", HTML, "foreign-gone.html"),
    "https://stat.talvia.example/news/2026/census-press-conference": ("200 OK", HTML, "stat-press.html"),
}


def body_of(name: str | None) -> bytes:
    """The bytes of a page as its server sends them: in the character set that the page itself declares."""
    if name is None:
        return b""
    data = (PAGES / name).read_bytes()
    return data.decode().encode("windows-1251") if b'charset="windows-1251"' in data else data


def record_id(url: str, kind: str) -> str:
    return f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{kind} {url}')}>"


def write_archive(path: Path = ARCHIVE) -> None:
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=True, warc_version="1.1")
    info = writer.create_warcinfo_record(path.name, {"software": "factcheck example", "format": "WARC File Format 1.1"})
    info.rec_headers.replace_header("WARC-Record-ID", record_id(path.name, "info"))
    info.rec_headers.replace_header("WARC-Date", CAPTURED)
    writer.write_record(info)
    for url, (status, content, name) in ANSWERS.items():
        for record in exchange(writer, url, status, content, body_of(name)):
            writer.write_record(record)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(stream.getvalue())


def exchange(writer: WARCWriter, url: str, status: str, content: str, body: bytes) -> list:
    """A response record and the request that it answers."""
    code = int(status[:3])
    headers = [("Location" if 300 <= code < 400 else "Content-Type", content), ("Content-Length", str(len(body)))]
    response = writer.create_warc_record(
        url,
        "response",
        payload=io.BytesIO(body),
        http_headers=StatusAndHeaders(status, headers, protocol="HTTP/1.1"),
        warc_headers_dict={"WARC-Record-ID": record_id(url, "response"), "WARC-Date": CAPTURED},
    )
    host, _, path = url.removeprefix("https://").partition("/")
    request = writer.create_warc_record(
        url,
        "request",
        http_headers=StatusAndHeaders(f"GET /{path} HTTP/1.1", [("Host", host)], is_http_request=True),
        warc_headers_dict={
            "WARC-Record-ID": record_id(url, "request"),
            "WARC-Date": CAPTURED,
            "WARC-Concurrent-To": record_id(url, "response"),
        },
    )
    return [response, request]


def write_pdf() -> None:
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    text = (PAGES / "annual-report-2025.txt").read_text(encoding="utf-8")
    canvas = Canvas(str(PAGES / "annual-report-2025.pdf"), pagesize=A4, invariant=True)
    canvas.setTitle("Annual Report 2025")
    for number, page in enumerate(text.split("=====\n"), start=1):
        lines = canvas.beginText(72, 760)
        lines.setFont("Helvetica", 9)
        for line in page.splitlines():
            lines.textLine(line)
        canvas.drawText(lines)
        canvas.drawString(290, 40, str(number))
        canvas.showPage()
    canvas.save()


if __name__ == "__main__":
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    if wanted == "pdf":
        write_pdf()
    target = Path(wanted) if wanted not in {"", "pdf"} else ARCHIVE
    write_archive(target)
    sys.stdout.write(f"{target} written\n")
