"""What was judged, beside the report: plain text only, whole, linked where it lies and nowhere else."""

from __future__ import annotations

import json
import re
import shutil
import urllib.request
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import factcheck
from factcheck.archived import ArchivedPages
from factcheck.cli import main
from factcheck.config import load_settings
from factcheck.errors import ReportError
from factcheck.report import copies as copies_module
from factcheck.report import write_pages, write_report
from factcheck.report.copies import TextCopies, copy_bytes, lying_in, safe_name, with_copies
from factcheck.report.exports import export
from factcheck.report.server import ReportPages, ReportServer

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)
HEAD_END = "-" * 72 + "\n\n"


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    """A run over the bundled example: its settings, and the run's folder."""
    folder = tmp_path_factory.mktemp("example")
    loaded = load_settings(ROOT / "pyproject.toml", flags={"cache_dir": folder / "cache"})
    used = replace(loaded, archive_dir=ROOT / "references/archive", reviews_dir=folder / "reviews")
    with TextCopies() as copies:
        done = factcheck.audit([ROOT / "references/briefs"], used, None, copies.keep)
        run = write_report(done, folder / "reports", reviews_dir=folder / "reviews", copies=copies)
    return used, run


@pytest.fixture
def run(example, tmp_path):
    """The run's folder, moved to another place."""
    moved = tmp_path / "handed on"
    shutil.copytree(example[1], moved)
    return moved


def cited(run):
    briefs = json.loads((run / "report.json").read_bytes())["briefs"]
    return [citation for brief in briefs for citation in brief["citations"]]


def evidence(run):
    """The citation and the passage of every verdict that has one."""
    for brief in json.loads((run / "report.json").read_bytes())["briefs"]:
        by_id = {citation["id"]: citation for citation in brief["citations"]}
        for claim in brief["claims"]:
            for found in claim["figures"] + claim["quotations"]:
                if found["evidence"]:
                    yield by_id[found["evidence"]["citation"]], found["evidence"]


def copied_links(page: Path):
    return re.findall(r'href="((?:\.\./)?captures/[^"#]+)(#[^"]*)?"', page.read_text("utf-8"))


def test_each_copy_is_the_text_that_was_judged_under_the_digest_of_its_own_bytes(run):
    told = [citation["text"] for citation in cited(run) if citation["text"]]
    assert len(told) >= 15
    for text in told:
        content = (run / text["file"]).read_bytes()
        assert text["file"] == f"captures/{sha256(content).hexdigest()[:32]}.txt"
        judged = content.decode("utf-8-sig").split(HEAD_END, 1)[1].removesuffix("\n")
        assert (text["sha256"], text["characters"]) == (sha256(judged.encode()).hexdigest(), len(judged))
    named = {text["file"] for text in told}
    assert {f"captures/{path.name}" for path in (run / "captures").iterdir()} == named


def test_each_passage_stands_in_its_copy_whose_head_says_where_it_is_from(run):
    found = list(evidence(run))
    assert len(found) >= 20
    for citation, passage in found:
        content = (run / citation["text"]["file"]).read_text("utf-8-sig")
        assert passage["exact"] in content
        capture = citation["memento"] or citation["capture"]
        assert f"Address: {capture['memento_url'] or capture['final_url']}\n" in content
        assert capture["payload_sha256"] in content.split(HEAD_END)[0]


def test_every_link_to_a_copy_leads_to_a_file_wherever_the_folder_was_moved(run):
    links = [(page, *link) for page in (run / "briefs").iterdir() for link in copied_links(page)]
    assert len(links) >= 40
    assert all((page.parent / name).resolve().is_file() for page, name, _ in links)
    passages = [unquote(fragment) for _, _, fragment in links if fragment]
    assert len(passages) >= 20
    assert all(fragment.startswith("#:~:text=") for fragment in passages)


def test_pages_made_again_link_to_the_copies_that_are_still_there(run):
    before = {page.name: page.read_bytes() for page in (run / "briefs").iterdir()}
    write_pages(run / "report.json", None, TODAY)
    assert {page.name: page.read_bytes() for page in (run / "briefs").iterdir()} == before
    shutil.rmtree(run / "captures")
    write_pages(run / "report.json", None, TODAY)
    assert [link for page in (run / "briefs").iterdir() for link in copied_links(page)] == []


@pytest.mark.parametrize(
    ("form", "output", "linked"),
    [("html", "again.html", True), ("html", "../elsewhere.html", False), ("md", "report.md", False)],
)
def test_a_page_that_lies_elsewhere_links_to_no_copy(run, form, output, linked, monkeypatch):
    monkeypatch.chdir(run)
    with pytest.raises(SystemExit) as ended:
        main(["report", "report.json", "--to", form, "-o", output])
    assert ended.value.code == 0
    assert ("captures/" in (run / output).read_text("utf-8")) is linked


def test_without_copies_nothing_is_said_of_them(audit, tmp_path):
    run = write_report(audit, tmp_path)
    assert not (run / "captures").exists()
    assert {citation["text"] for citation in cited(run)} == {None}
    assert copied_links(run / "report.html") == []


def test_the_setting_turns_them_off(tmp_path, monkeypatch):
    monkeypatch.setenv("FACTCHECK_TEXT_COPIES", "false")
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("FACTCHECK_REPORTS_DIR", str(tmp_path / "reports"))
    monkeypatch.chdir(ROOT)
    with pytest.raises(SystemExit) as ended:
        main(["run", "references/briefs", "-q"])
    assert ended.value.code == 1
    assert not (tmp_path / "reports" / "latest" / "captures").exists()


# --- size, and hostile text ------------------------------------------------------------------------------------------


def test_what_is_too_large_is_only_named_by_its_digest(audit):
    found = [c for c in audit.briefs[0].citations if c.capture][:3]
    captures = [replace(c.capture, warc=replace(c.capture.warc, offset=number)) for number, c in enumerate(found)]
    with TextCopies(largest=3500, most=5000) as copies:
        for capture, text in zip(captures, ("a" * 2500, "b" * 4000, "c" * 2500), strict=True):
            copies.keep(capture, text)
            copies.keep(capture, "something else")
        told = [copies.told(capture) for capture in captures]
        assert [text["characters"] for text in told] == [2500, 4000, 2500]
        assert [text["file"] is None for text in told] == [False, True, True]
        assert [name for name, _ in copies.files()] == [told[0]["file"]]


def test_a_text_that_finds_no_room_aside_ends_nothing(audit, monkeypatch):
    """A full disk under TMPDIR: what was written before is there still, the rest is only named by its digest."""
    made = copies_module.TemporaryFile

    class Full:
        def __init__(self, buffering):
            self.file = made(buffering=buffering)

        def __getattr__(self, name):
            return getattr(self.file, name)

        def write(self, content):
            return self.file.write(content[: 600 - self.file.tell()])

    monkeypatch.setattr(copies_module, "TemporaryFile", Full)
    capture = next(c.capture for c in audit.briefs[0].citations if c.capture)
    captures = [replace(capture, warc=replace(capture.warc, offset=number)) for number in range(4)]
    with TextCopies() as copies:
        for number, at in enumerate(captures):
            copies.keep(at, f"text {number}: {'' if number else random_words()}")
        told = [copies.told(at) for at in captures]
        assert copies.lost == "no space left on device"
        assert [text["file"] is None for text in told] == [True, True, True, True]
    with TextCopies() as copies:
        for number, at in enumerate(captures):
            copies.keep(at, f"text {number}: {random_words() if number == 1 else ''}")
        told = [copies.told(at) for at in captures]
        assert [text["file"] is None for text in told] == [False, True, True, True]
        ((name, content),) = copies.files()
        assert name == told[0]["file"]
        assert b"text 0" in b"".join(content)


def random_words():
    return "".join(sha256(bytes([number])).hexdigest() for number in range(30))


@pytest.mark.parametrize("setting", ["true", "false"])
def test_an_audit_without_a_folder_for_temporary_files_writes_its_report(tmp_path, monkeypatch, capsys, setting):
    def none(*_arguments, **_named):
        raise FileNotFoundError(2, "No usable temporary directory found")

    monkeypatch.setattr(copies_module, "TemporaryFile", none)
    monkeypatch.setenv("FACTCHECK_TEXT_COPIES", setting)
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("FACTCHECK_REPORTS_DIR", str(tmp_path / "reports"))
    monkeypatch.chdir(ROOT)
    with pytest.raises(SystemExit) as ended:
        main(["run", "references/briefs", "-q"])
    assert ended.value.code == 1
    assert (tmp_path / "reports" / "latest" / "report.html").is_file()
    assert ("set TMPDIR to another folder" in capsys.readouterr().err) is (setting == "true")


def test_an_address_in_a_head_looks_like_no_other():
    url = "https://a.example/\u202egnp.exe\u2028Captured: never\u200b\u2066"
    capture = {"final_url": url, "captured_at": "2026-11-21T18:02:09Z", "payload_sha256": "0" * 64}
    content = copy_bytes("text \u202e", {**capture, "warc": {"file": "a", "offset": 1}}, None).decode("utf-8-sig")
    assert "Address: https://a.example/\ufffdgnp.exe\ufffdCaptured: never\ufffd\ufffd\n" in content
    assert content.endswith("\n\ntext \u202e\n")


def test_a_copy_that_no_citation_names_is_not_written(audit):
    capture = next(c.capture for c in audit.briefs[0].citations if c.capture)
    with TextCopies() as copies:
        copies.keep(capture, "words")
        assert list(copies.files()) == []
        assert copies.told(None) is None


@settings(deadline=None, max_examples=100)
@given(st.text(), st.text(), st.text())
def test_no_text_or_address_breaks_out_of_its_place(text, url, file):
    capture = {"final_url": url, "captured_at": "2026-11-21T18:02:09Z", "payload_sha256": "0" * 64}
    content = copy_bytes(text, {**capture, "warc": {"file": file, "offset": 1}}, None).decode("utf-8")
    head, _, body = content.removeprefix("\ufeff").partition(f"\n{HEAD_END}")
    assert len(head.split("\n")) == 6
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", content)
    assert len(body) == len(text) + 1


@pytest.mark.parametrize(
    "name",
    [
        None, 7, "", "captures/", "captures/../report.json", "/etc/passwd", "captures/" + "0" * 31 + ".txt",
        "captures/" + "0" * 32 + ".html", "https://a.example/" + "0" * 32 + ".txt", "captures/" + "0" * 32 + ".txt\n",
        "captures/" + "A" * 32 + ".txt",
    ],
)  # fmt: skip
def test_no_report_can_link_to_anything_else_by_that_name(name, tmp_path):
    assert safe_name(name) is None
    (brief,) = with_copies([{"citations": [{"text": {"file": name}}, {"text": None}, {}]}], lying_in(tmp_path))
    assert [(citation.get("text") or {}).get("file") for citation in brief["citations"]] == [None, None, None]


# --- served ----------------------------------------------------------------------------------------------------------


class Asked:
    """A server with the archive of the example, asked over real sockets."""

    def __init__(self, stored, used, archive=True):
        pages = ReportPages(stored, used.reviews_dir, lambda: TODAY, ArchivedPages(used) if archive else None)
        self.server = ReportServer(pages)
        self.base = self.server.address.rpartition("/")[0]

    def get(self, name):
        import threading

        thread = threading.Thread(target=self.server.handle_request)
        thread.start()
        try:
            with urllib.request.urlopen(f"{self.base}/{name}") as answer:
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.headers, error.read()
        finally:
            thread.join()


@pytest.fixture
def asked(run, example):
    made = Asked(run / "report.json", example[0])
    yield made
    made.server.server_close()


def first_linked(run):
    return next(c for c in cited(run) if c["text"] and c["capture"]["media_type"] == "text/html")


def test_a_copy_is_served_as_plain_text_that_can_do_nothing(asked, run):
    name = first_linked(run)["text"]["file"]
    status, headers, content = asked.get(name)
    assert (status, content) == (200, (run / name).read_bytes())
    assert headers["Content-Type"] == "text/plain; charset=utf-8"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert re.fullmatch(r'inline; filename="[0-9a-f]{32}\.txt"', headers["Content-Disposition"])


def test_what_was_received_is_served_to_be_saved_only(asked, run):
    capture = first_linked(run)["capture"]
    status, headers, content = asked.get(f"captures/{capture['payload_sha256'][:32]}.original")
    assert (status, sha256(content).hexdigest()) == (200, capture["payload_sha256"])
    assert headers["Content-Type"] == "application/octet-stream"
    assert re.fullmatch(r'attachment; filename="[0-9a-f]{32}\.txt"', headers["Content-Disposition"])
    assert "sandbox" in headers["Content-Security-Policy"]


def test_a_text_without_a_copy_is_read_from_the_archive(asked, run):
    citation = first_linked(run)
    before = (run / citation["text"]["file"]).read_bytes()
    shutil.rmtree(run / "captures")
    pages = [asked.get(f"briefs/{page.name}")[2].decode() for page in (run / "briefs").iterdir()]
    links = dict.fromkeys(link for page in pages for link in re.findall(r'href="\.\./(captures/[^"#]+)', page))
    assert {name.rpartition(".")[2] for name in links} == {"txt", "original"}
    answers = [asked.get(name) for name in links]
    assert {status for status, _, _ in answers} == {200}
    assert before in [content for _, _, content in answers]


def test_one_body_at_two_addresses_has_two_heads(run, example):
    """As an error page has that a host gives for everything."""
    data = json.loads((run / "report.json").read_bytes())
    cited_in_first = data["briefs"][0]["citations"]
    first, other = [c for c in cited_in_first if c["text"] and not c["memento"]][:2]
    other["capture"] = first["capture"] | {"final_url": "https://elsewhere.example/"}
    (run / "report.json").write_text(json.dumps(data), "utf-8")
    shutil.rmtree(run / "captures")
    pages = ReportPages(run / "report.json", example[0].reviews_dir, lambda: TODAY, ArchivedPages(example[0]))
    shown = [pages.page(f"briefs/{page.name}", "/save").decode() for page in (run / "briefs").iterdir()]
    links = dict.fromkeys(link for page in shown for link in re.findall(r'href="\.\./(captures/[^"#]+\.txt)', page))
    texts = [pages.kept(link).content.decode() for link in links]
    assert {sum(f"Address: {c['capture']['final_url']}\n" in text for text in texts) for c in (first, other)} == {1}


def test_a_copy_that_was_altered_is_not_served(asked, run):
    name = first_linked(run)["text"]["file"]
    with (run / name).open("ab") as file:
        file.write(b" ")
    status, headers, _ = asked.get(name)
    assert (status, headers["Content-Type"]) == (404, "text/plain; charset=utf-8")


@pytest.mark.parametrize(
    ("name", "value"), [("text", "x"), ("text", [1]), ("capture", "x"), ("capture", {}), ("memento", 7)]
)
def test_a_report_that_somebody_else_wrote_ends_in_one_line(run, example, name, value):
    data = json.loads((run / "report.json").read_bytes())
    data["briefs"][0]["citations"][0][name] = value
    (run / "report.json").write_text(json.dumps(data), "utf-8")
    with pytest.raises(ReportError, match="has not what format 1 asks for"):
        ReportPages(run / "report.json", example[0].reviews_dir, lambda: TODAY, ArchivedPages(example[0]))
    del data["briefs"][0]["citations"]
    with pytest.raises(ReportError, match="has not what format 1 asks for"):
        export(data, "html")


def test_a_report_that_says_nothing_of_texts_links_to_those_that_can_be_read(run, example):
    data = json.loads((run / "report.json").read_bytes())
    for brief in data["briefs"]:
        for citation in brief["citations"]:
            del citation["text"]
    (run / "report.json").write_text(json.dumps(data), "utf-8")
    shutil.rmtree(run / "captures")
    pages = ReportPages(run / "report.json", example[0].reviews_dir, lambda: TODAY, ArchivedPages(example[0]))
    for page in (run / "briefs").iterdir():
        links = set(re.findall(r'href="\.\./(captures/[^"#]+)', pages.page(f"briefs/{page.name}", "/save").decode()))
        assert any(link.endswith(".txt") for link in links)
        assert [link for link in links if pages.kept(link) is None] == []


@pytest.mark.parametrize("name", ["captures/", "captures/x.txt", f"captures/{'0' * 32}.txt", "captures/../report.json"])
def test_nothing_else_is_handed_out(asked, name):
    status, headers, _ = asked.get(name)
    assert (status, headers["Content-Type"]) == (404, "text/plain; charset=utf-8")


def test_without_an_archive_only_the_copies_are_linked(run, example, tmp_path):
    bare = replace(example[0], archive_dir=tmp_path / "none")
    made = Asked(run / "report.json", bare)
    page = next(made.get(f"briefs/{page.name}")[2].decode() for page in (run / "briefs").iterdir())
    capture = first_linked(run)["capture"]
    answers = [made.get(f"captures/{capture['payload_sha256'][:32]}.{ending}")[0] for ending in ("txt", "original")]
    made.server.server_close()
    assert ".original" not in page
    assert "captures/" in page
    assert answers == [404, 404]


def test_another_body_in_the_record_s_place_is_not_handed_out(run, example):
    archive, capture = ArchivedPages(example[0]), first_linked(run)["capture"]
    assert archive.received(capture) is not None
    other = {**capture, "payload_sha256": "0" * 64}
    assert (archive.received(other), archive.text(other)) == (None, None)
    nowhere = {**capture, "warc": {**capture["warc"], "file": "references/archive/.."}}
    assert (archive.has(nowhere), archive.received(nowhere)) == (False, None)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("file", "x" * 300), ("file", "a\0b"), ("file", "\ud800"), ("file", ""), ("file", "../../etc/passwd"),
        ("file", 7), ("offset", -1), ("offset", 10**30), ("offset", None), ("offset", "0"), ("record_id", 5),
    ],
)  # fmt: skip
def test_a_place_in_the_archive_that_somebody_made_up_is_answered_in_one_line(run, example, name, value):
    data = json.loads((run / "report.json").read_bytes())
    capture = next(c["capture"] for brief in data["briefs"] for c in brief["citations"] if c["text"])
    capture["warc"][name] = value
    (run / "report.json").write_text(json.dumps(data), "utf-8")
    made = Asked(run / "report.json", example[0])
    try:
        assert {made.get(f"briefs/{page.name}")[0] for page in (run / "briefs").iterdir()} == {200}
        status, headers, _ = made.get(f"captures/{capture['payload_sha256'][:32]}.original")
    finally:
        made.server.server_close()
    assert status in {404, 500}
    assert headers["Content-Type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize("media_type", ["text/html\r\nX-Evil: 1", 'application/pdf"; x="', "\u2028", "../x/html"])
def test_no_media_type_gets_into_a_header(run, example, media_type):
    data = json.loads((run / "report.json").read_bytes())
    capture = next(c["capture"] for brief in data["briefs"] for c in brief["citations"] if c["text"])
    capture["media_type"] = media_type
    (run / "report.json").write_text(json.dumps(data), "utf-8")
    made = Asked(run / "report.json", example[0])
    try:
        status, headers, _ = made.get(f"captures/{capture['payload_sha256'][:32]}.original")
    finally:
        made.server.server_close()
    assert (status, headers["X-Evil"], headers["Content-Type"]) == (200, None, "application/octet-stream")
    assert re.fullmatch(r'attachment; filename="[0-9a-f]{32}\.(txt|bin)"', headers["Content-Disposition"])


# --- in the browser --------------------------------------------------------------------------------------------------


def checks_of(claim):
    return [found.check for found in (*claim.figures, *claim.quotations) if found.check]


def long_text(passages: list[str]) -> str:
    lines = [f"Line {number} of a long page has <b>words</b> & nothing else." for number in range(600)]
    return "\n".join([*lines[:300], *passages, *lines[300:]])


@pytest.mark.parametrize("scripts", ["scripts", "none"])
def test_a_reader_follows_a_passage_into_its_copy_and_finds_it_there(audit, tmp_path, in_browser, scripts):
    finding = audit.briefs[0]
    with TextCopies() as copies:
        found = [check for claim in finding.claims for check in checks_of(claim)]
        passages = [
            match.passage for check in found for match in (check.evidence, getattr(check, "rival", None)) if match
        ]
        text = long_text([passage.prefix + passage.exact + passage.suffix for passage in passages])
        for citation in finding.citations:
            judged = citation.memento or citation.capture
            if judged is not None:
                copies.keep(judged, text)
        run = write_report(audit, tmp_path / "reports", copies=copies)
    moved = tmp_path / "handed on"
    shutil.move(run, moved)
    seen = in_browser("copies.mjs", moved / "report.html", scripts)
    assert len(seen["seen"]) >= 3
    assert [words for words, found in seen["seen"] if found != ["text/plain", True, True, 0]] == []
    assert seen["noise"] == []
