from pathlib import Path

import pytest

from factcheck.errors import BriefError, UsageError
from factcheck.intake import expand_paths, read_brief, read_briefs
from factcheck.model import CitationStatus, VerdictKind

REFERENCES = Path(__file__).parents[2] / "references" / "briefs"


def test_a_folder_gives_its_briefs_sorted_and_passes_hidden_and_other_files_over(tmp_path):
    for name in ("b.md", "a.TXT", "notes.docx.bak", ".hidden.md", "sub/c.html", ".git/d.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    assert [p.relative_to(tmp_path).as_posix() for p in expand_paths([tmp_path])] == ["a.TXT", "b.md", "sub/c.html"]


def test_a_file_is_taken_whatever_it_is_called_and_only_once(tmp_path):
    path = tmp_path / "brief.old"
    path.write_text("x")
    assert expand_paths([path, str(path)]) == [path]


def test_a_file_is_one_brief_however_it_is_named_or_linked_to(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.md").write_text("x")
    (tmp_path / "sub" / "b.md").symlink_to(tmp_path / "a.md")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    assert expand_paths(["a.md", "./a.md", tmp_path / "a.md", tmp_path, "sub"]) == [Path("a.md")]


def test_the_reports_of_earlier_runs_are_no_briefs_of_a_folder(tmp_path):
    run = tmp_path / "reports" / "2030-01-01T00-00-00Z"
    run.mkdir(parents=True)
    (run / "report.json").write_text('{\n "format": 1,\n "tool": {\n  "name": "factcheck",\n  "version": "9"\n }\n}\n')
    for name in ("report.html", "report.md", "mine.md"):
        (run / name).write_text("x")
    other = tmp_path / "annual"
    other.mkdir()
    (other / "report.json").write_text('{"tool": {"name": "another"}}')
    (other / "report.md").write_text("x")
    (tmp_path / "report.md").write_text("x")
    found = [path.relative_to(tmp_path).as_posix() for path in expand_paths([tmp_path])]
    assert found == ["annual/report.md", "report.md", "reports/2030-01-01T00-00-00Z/mine.md"]
    assert expand_paths([run / "report.html"]) == [run / "report.html"]


def test_a_missing_path_is_a_wrong_invocation(tmp_path):
    with pytest.raises(UsageError, match=r"nowhere\.md: no such file or folder"):
        expand_paths([tmp_path / "nowhere.md"])


def test_a_folder_without_a_brief_says_what_a_brief_is(tmp_path):
    with pytest.raises(BriefError, match=r"no brief in this folder; briefs are files ending in .*\.md"):
        expand_paths([tmp_path])


def test_a_brief_that_cannot_be_read_is_named_and_the_others_go_on(tmp_path):
    (tmp_path / "empty.md").write_bytes(b"")
    (tmp_path / "good.md").write_text("Exports rose by 12 percent.\n")
    read, problems = read_briefs(expand_paths([tmp_path]))
    assert [finding.brief.path for finding in read] == [(tmp_path / "good.md").as_posix()]
    assert [problem.path for problem in problems] == [(tmp_path / "empty.md").as_posix()]
    assert problems[0].message.startswith((tmp_path / "empty.md").as_posix())


def test_a_read_brief_has_everything_and_nothing_checked():
    found = read_brief(REFERENCES / "energy.md")
    assert found.brief.title == "After the pipeline: what Talvia's energy figures say"
    assert [note.label for note in found.apparatus.footnotes] == [str(n) for n in range(1, 13)]
    assert {c.status for c in found.citations} == {CitationStatus.UNCHECKED}
    assert {f.verdict for claim in found.claims for f in claim.figures} == {VerdictKind.UNCHECKED}


def test_a_brief_that_names_no_language_gets_the_one_it_is_written_in():
    assert read_brief(REFERENCES / "census.txt").brief.language == "en"


def test_a_device_is_no_brief():
    with pytest.raises(BriefError, match="/dev/zero: not a regular file"):
        read_brief("/dev/zero")


def test_a_file_larger_than_any_brief_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(17 * 1024 * 1024)
    with pytest.raises(BriefError, match=r"huge\.txt: 17,825,792 bytes, more than the 16,777,216"):
        read_brief(path)


@pytest.mark.parametrize("name", ["note.md", "note.html"])
def test_a_password_in_a_cited_url_is_dotted_out_everywhere(tmp_path, name):
    url = "https://anna:hunter2@data.example.org/x"
    text = {
        "note.md": f"# Growth\n\nGrowth was 4.2 percent in 2024.[^1] [Here]({url}).\n\n[^1]: Office, {url}, 2024.\n",
        "note.html": f"<h1>Growth</h1><p>Growth was 4.2 percent in 2024 (<a href='{url}'>{url}</a>).</p>",
    }[name]
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    finding = read_brief(path)
    assert "hunter2" not in repr(finding)
    assert "data.example.org" in repr(finding)
    assert name == "note.html" or len(finding.brief.text) == len(text)
    assert all(citation.citation.url is None or "•" in citation.citation.url for citation in finding.citations)
