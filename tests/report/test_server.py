"""The served report: over real sockets, to this machine and with its token alone."""

from __future__ import annotations

import http.client
import json
import re
import signal
import socket
import subprocess
import sys
import threading
import tomllib
from datetime import date
from typing import TYPE_CHECKING

import pytest

from factcheck.errors import ReportError
from factcheck.history import kept_reviews
from factcheck.report import full_data, json_bytes, served_pages, write_data
from factcheck.report.server import ReportPages, ReportServer
from factcheck.report.site import page_name

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 22)


@pytest.fixture
def run(audit, tmp_path) -> Path:
    return write_data(full_data(audit, tmp_path / "none"), tmp_path / "reports", audit.generated_at)


def serving(stored, reviews):
    server = ReportServer(ReportPages(stored, reviews, lambda: TODAY))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    return server, thread


@pytest.fixture
def served(run, tmp_path):
    server, thread = serving(run / "report.json", tmp_path / "reviews")
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def ask(server, path=None, method="GET", body=None, **headers):
    """An answer to a request whose headers are those given, and no others."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=20)
    connection.putrequest(method, path or f"/{server.token}/report.html", skip_host=True, skip_accept_encoding=True)
    given = {"Host": f"127.0.0.1:{server.server_port}"} | {name.replace("_", "-"): v for name, v in headers.items()}
    if body is not None:
        given |= {"Content-Length": str(len(body))} | given
    for name, value in given.items():
        if value is not None:
            connection.putheader(name, value)
    connection.endheaders(body)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer, content.decode()


def review_for(run, **changed):
    found = json.loads((run / "report.json").read_bytes())["briefs"][0]["claims"][0]["figures"][0]
    return {
        "brief": "references/briefs/heat.md", "finding": found["key"], "subject": found["text"], "verdict": "not_found",
        "reason": "It is not there.", "initials": "AB", "reviewed": "2026-11-22", "expires": "2027-05-21",
        "evidence": found["evidence_digest"],
    } | changed  # fmt: skip


def save(server, entry, **headers):
    own = {"Origin": f"http://127.0.0.1:{server.server_port}", "Content_Type": "application/json"}
    return ask(server, f"/{server.token}/reviews", "POST", json.dumps(entry).encode(), **(own | headers))


def test_it_listens_on_this_machine_only(served):
    assert served.socket.getsockname()[0] == "127.0.0.1"


def test_the_page_is_served_with_a_place_to_save_to(served):
    answer, text = ask(served)
    assert answer.status == 200
    assert f'<meta name="factcheck-save" content="/{served.token}/reviews">' in text
    assert "connect-src &#39;self&#39;" in text
    assert "Save review" in text
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_head_has_no_body(served):
    answer, text = ask(served, method="HEAD")
    assert (answer.status, text) == (200, "")


def test_tokens_are_long_and_never_the_same(served, run, tmp_path):
    other = ReportServer(ReportPages(run / "report.json", tmp_path, lambda: TODAY))
    other.server_close()
    assert len(served.token) >= 32
    assert served.token != other.token


@pytest.mark.parametrize("path", ["/", "/report.html", "/x/report.html", "//report.html", "/%C3%A9/report.html", "*"])
def test_without_the_token_nothing_is_answered(served, path):
    answer, text = ask(served, path)
    assert answer.status == 403
    assert "Heat" not in text
    assert served.token not in text


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.evil.example:{port}", "", None],
)
def test_another_host_s_name_is_refused(served, host):
    named = host.format(port=served.server_port) if host else host
    answer, text = ask(served, Host=named)
    assert answer.status == 403
    assert "Heat" not in text


@pytest.mark.parametrize(
    "sent", [b"PUT /<b> HTTP/1.1\r\n\r\n", b"<b>\r\n", b"GET /" + b"<" * 70_000 + b" HTTP/1.1\r\n\r\n"]
)
def test_what_is_no_request_is_refused_in_plain_words(served, sent):
    with socket.create_connection(("127.0.0.1", served.server_port), timeout=20) as connection:
        connection.sendall(sent)
        head, _, text = connection.makefile("rb").read().partition(b"\r\n\r\n")
    assert re.match(rb"HTTP/1\.[01] [45]\d\d ", head)
    assert b"text/plain" in head
    assert b"nosniff" in head
    assert text
    assert b"<html" not in text.lower()


def test_localhost_is_this_machine_too(served):
    assert ask(served, Host=f"localhost:{served.server_port}")[0].status == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_request_that_another_site_caused_is_refused(served, site):
    assert ask(served, Sec_Fetch_Site=site)[0].status == 403


@pytest.mark.parametrize(
    "name",
    [
        "../report.json", "report.json", "..%2f..%2fetc/passwd", "%2e%2e/report.json", "briefs/../report.json",
        "/etc/passwd", "..\\report.json", "briefs/heat.html", "report.html/", "\x00",
    ],
)  # fmt: skip
def test_nothing_in_an_address_is_a_path_on_disk(served, name):
    with socket.create_connection(("127.0.0.1", served.server_port), timeout=20) as connection:
        line = f"GET /{served.token}/{name} HTTP/1.1\r\nHost: 127.0.0.1:{served.server_port}\r\n\r\n"
        connection.sendall(line.encode())
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    assert re.match(rb"HTTP/1\.\d 404 ", answer)
    assert b"generated_at" not in answer


def test_a_review_is_saved_and_stands_on_the_page_at_once(served, run, tmp_path):
    answer, said = save(served, review_for(run))
    assert answer.status == 200
    (file,) = (tmp_path / "reviews").iterdir()
    assert said == f"Saved in {file}."
    assert re.fullmatch(r"reviews-heat-[0-9a-f]{10}\.toml", file.name)
    assert tomllib.loads(file.read_text("utf-8"))["review"][0]["reason"] == "It is not there."
    assert "It is not there." in ask(served)[1]


def test_a_later_review_replaces_the_one_in_whatever_file_it_is(served, run, tmp_path):
    save(served, review_for(run))
    (file,) = (tmp_path / "reviews").iterdir()
    file.rename(file.with_name("reviews-zz.toml"))
    save(served, review_for(run, reason="It is in a footnote.", verdict="supported"))
    kept = kept_reviews(tmp_path / "reviews")
    assert [review.reason for review in kept.reviews.values()] == ["It is in a footnote."]
    assert not kept.superseded


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"brief": "other.md"}, "none of this report"),
        ({"verdict": "fine"}, "verdict: expected one of"),
        ({"finding": "../../x"}, "hexadecimal"),
        ({"expires": "soon"}, "expected a day"),
        ({"expires": "2026-11-21"}, "that day is past"),
        ({"reason": " "}, "reason: expected a text"),
        ({"file": "/etc/x"}, "unknown key"),
    ],
)
def test_what_is_no_review_is_refused_in_one_line(served, run, tmp_path, changed, said):
    answer, text = save(served, review_for(run, **changed))
    assert answer.status == 400
    assert said in text
    assert not (tmp_path / "reviews").exists()


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"[" * 60_000, b"\xff"])
def test_what_cannot_be_read_is_refused(served, body):
    own = {"Origin": f"http://127.0.0.1:{served.server_port}", "Content_Type": "application/json"}
    assert ask(served, f"/{served.token}/reviews", "POST", body, **own)[0].status == 400


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": None}, 403),
        ({"Host": "evil.example", "Origin": "http://evil.example"}, 403),
        ({"Content_Type": "text/plain"}, 415),
        ({"Content_Type": "application/x-www-form-urlencoded"}, 415),
        ({"Content_Length": "9999999"}, 413),
        ({"Content_Length": "-1"}, 413),
        ({"Content_Length": "000000000099999999"}, 413),
        ({"Content_Length": None}, 413),
        ({"Sec_Fetch_Site": "cross-site"}, 403),
    ],
)
def test_only_the_page_itself_may_save(served, run, tmp_path, headers, status):
    answer, _ = save(served, review_for(run), **headers)
    assert answer.status == status
    assert not (tmp_path / "reviews").exists()


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH"])
def test_other_methods_are_unknown(served, method):
    assert ask(served, method=method)[0].status == 501


def test_posting_to_a_page_saves_nothing(served, run):
    assert ask(served, method="POST", body=b"{}")[0].status == 404


def test_a_client_that_says_nothing_keeps_nobody_waiting(served):
    with socket.create_connection(("127.0.0.1", served.server_port), timeout=20) as silent:
        silent.sendall(b"GET / HT")
        assert ask(served)[0].status == 200


def test_each_of_several_briefs_has_its_page(audit, tmp_path):
    data = full_data(audit, tmp_path / "none")
    second = json.loads(json.dumps(data["briefs"][0])) | {"path": "calm.md", "name": "calm.md", "title": "Calm days"}
    run = write_data({**data, "briefs": [data["briefs"][0], second]}, tmp_path / "reports", audit.generated_at)
    server, thread = serving(run / "report.json", tmp_path / "reviews")
    try:
        _, index = ask(server)
        for href in re.findall(r'href="(briefs/[^"#]+)"', index):
            answer, text = ask(server, f"/{server.token}/{href}")
            assert answer.status == 200
            assert ("Calm days" in text) == ("calm" in href)
            assert 'href="../report.html"' in text
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_a_report_that_has_gone_is_named(served, run):
    (run / "report.json").unlink()
    answer, text = ask(served)
    assert answer.status == 500
    assert "there is no report" in text


def test_the_list_is_made_again_only_when_the_report_or_a_review_has_changed(audit, tmp_path, monkeypatch):
    data = full_data(audit, tmp_path / "none")
    data["briefs"] = [data["briefs"][0], {**data["briefs"][0], "path": "b.md", "name": "b.md"}]
    run = write_data(data, tmp_path / "reports", audit.generated_at)
    made = []
    make = served_pages.list_page
    monkeypatch.setattr(served_pages, "list_page", lambda *given: made.append(given) or make(*given))
    report = ReportPages(run / "report.json", tmp_path / "reviews", lambda: TODAY)
    first = [report.page("report.html", "/save") for _ in range(3)]
    assert (len(made), len(set(first))) == (1, 1)
    report.save(review_for(run))
    assert b"1 finding reviewed by a person" in report.page("report.html", "/save")
    assert len(made) == 2
    data["briefs"].append({**data["briefs"][0], "path": "c.md", "name": "c.md"})
    (run / "report.json").write_bytes(json_bytes(data))
    assert b"3 briefs" in report.page("report.html", "/save")
    assert report.page(f"briefs/{page_name('c.md', set())}", "/save") is not None


def test_what_is_no_report_is_not_served(tmp_path):
    with pytest.raises(ReportError):
        ReportPages(tmp_path / "report.json", tmp_path, lambda: TODAY)


def test_a_reviewer_saves_in_the_browser_and_other_pages_are_kept_out(served, in_browser):
    seen = in_browser("serve.mjs", served.address)
    assert (seen["button"], seen["before"]) == ("Save review", "Nothing is kept until you save it.")
    assert seen["status"] == 200
    assert seen["said"].startswith("Saved in ")
    assert "AB decided: not found" in seen["decided"]
    assert seen["drafts"] is False
    assert seen["other"] == ["refused", "refused", "refused"]
    assert seen["noise"] == []


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent otherwise there")
def test_ctrl_c_ends_it_cleanly(run):
    command = [sys.executable, "-m", "factcheck", "serve", str(run)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    first = process.stdout.readline()
    assert re.fullmatch(r"Report: http://127\.0\.0\.1:\d+/[\w-]{32}/report\.html\n", first)
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (0, "ended\n", "")


def test_a_port_that_is_taken_is_named(run):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-m", "factcheck", "serve", str(run), "--port", port],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert re.fullmatch(
        rf"factcheck: --port {port}: cannot be listened on \(.*\); leave it out for any free port\n", done.stderr
    )
