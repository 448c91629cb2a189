"""Settings: defaults < file < environment < flags, and every mistake is one line that says where and what."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import fields
from importlib.resources import files
from pathlib import Path
from typing import get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.config import Settings, find_config, load_settings, setting_keys
from factcheck.config_values import read_value
from factcheck.errors import ConfigError
from factcheck.model import CitationStatus

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(folder: Path, text: str, name: str = "factcheck.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def loaded(text: str, folder: Path) -> Settings:
    return load_settings(written(folder, text), environment={})


VALUES = [
    ('max_age = "7d"', "max_age_s", 604_800.0),
    ('max-age = "12h"', "max_age_s", 43_200.0),
    ("max_age = 90", "max_age_s", 90.0),
    ("read_timeout = 2.5", "read_timeout_s", 2.5),
    ('total_timeout = "1.5 min"', "total_timeout_s", 90.0),
    ('delay = "250ms"', "delay_s", 0.25),
    ('max_body = "25MB"', "max_body_bytes", 26_214_400),
    ('max_body = "1 GiB"', "max_body_bytes", 1_073_741_824),
    ("max_body = 1000", "max_body_bytes", 1000),
    ("attempts = 5", "attempts", 5),
    ("offline = true", "offline", True),
    ('fail_on = "none"', "fail_on", frozenset()),
    ("fail_on = []", "fail_on", frozenset()),
    ('fail_on = ["dead"]', "fail_on", frozenset({CitationStatus.DEAD})),
    ('fail-on = "Dead, unsupported"', "fail_on", frozenset({CitationStatus.DEAD, CitationStatus.UNSUPPORTED})),
    ("allow_ports = [8080, 9000]", "allow_ports", (8080, 9000)),
    ('allow_hosts = "a.example,b.example"', "allow_hosts", ("a.example", "b.example")),
    ('contact = "desk@institute.example"', "contact", "desk@institute.example"),
    ('cache_dir = "/var/cache/fc"', "cache_dir", Path("/var/cache/fc")),
    ('briefs = ["a", "b.md"]', "briefs", (Path("a"), Path("b.md"))),
]


@pytest.mark.parametrize(("line", "name", "value"), VALUES)
def test_a_line_of_the_file_sets_its_field(line, name, value, folder):
    assert getattr(loaded(line, folder), name) == value


WRONG = [
    ("max_age = true", "max_age: expected a time like 20, '90s', '12h' or '7d', not true"),
    ('max_age = "7 parsecs"', "max_age: expected a time"),
    ('max_age = "-1d"', "max_age: expected a time"),
    ("max_age = -1", "at least 0, not -1"),
    ("max_age = nan", "at least 0, not nan"),
    ("max_age = inf", "at least 0, not inf"),
    ("read_timeout = 0", "above 0, not 0"),
    ('max_body = "25 parsecs"', "expected a size like 1048576 or '25MB'"),
    ('max_body = "7d"', "expected a size"),
    ("attempts = 0", "expected a number, at least 1, not 0"),
    ("attempts = 1.5", "expected a whole number, not 1.5"),
    ('attempts = "many"', "expected a number, not 'many'"),
    ('offline = "perhaps"', "expected true or false, not 'perhaps'"),
    ("offline = 1979-05-27", "expected true or false"),
    ('fail_on = ["ded"]', "(did you mean 'dead'?), not 'ded'"),
    ("fail_on = 3", "expected a list, or one text with commas, not 3"),
    ("fail_on = [3]", "expected one of verified, mismatched"),
    ("allow_ports = [0]", "expected a port from 1 to 65535"),
    ("allow_ports = [70000]", "expected a port from 1 to 65535"),
    ("contact = 7", "expected a text of one line, not 7"),
    ('contact = "a\\r\\nX-Evil: b"', "expected a text of one line"),
    ('reports_dir = ""', "expected a path, not ''"),
    ('reports_dir = "a\\u0000b"', "expected a path"),
    ("reports_dir = []", "expected a path, not []"),
    (f'contact = ["{"x" * 500}"]', "…"),
    ("ofline = true", "unknown key 'ofline'; did you mean 'offline'?"),
    ("verbosity = 2", "unknown key 'verbosity'"),
    ("xyzzy = 1", "unknown key 'xyzzy'; known are allow_hosts, "),
    ("offline = ", "not valid TOML: Invalid value"),
    ("a = " + "[" * 5000, "not valid TOML"),
    ("attempts = " + "9" * 5000, "not valid TOML"),
]


@pytest.mark.parametrize(("line", "message"), WRONG)
def test_a_mistake_is_one_line_that_names_the_file(line, message, folder):
    with pytest.raises(ConfigError) as caught:
        loaded(line, folder)
    assert str(caught.value).startswith(f"{folder / 'factcheck.toml'}: ")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_utf8_is_named_with_the_offset(folder):
    (folder / "factcheck.toml").write_bytes(b'contact = "\xff"')
    with pytest.raises(ConfigError, match=r"not UTF-8: byte 0xff at offset 11"):
        load_settings(environment={})


def test_a_named_file_that_is_missing_is_an_error(folder):
    with pytest.raises(ConfigError, match=r"gone\.toml: cannot be read: No such file"):
        load_settings(folder / "gone.toml", environment={})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[tool.other]\n", "has no [tool.factcheck] table"),
        ("[tool]\nfactcheck = 1\n", "tool.factcheck must be a table"),
    ],
)
def test_a_pyproject_must_hold_our_table(text, message, folder):
    with pytest.raises(ConfigError) as caught:
        load_settings(written(folder, text, "pyproject.toml"), environment={})
    assert message in str(caught.value)


def test_each_source_goes_over_the_one_before(folder):
    written(folder, "attempts = 4\nconcurrency = 4\nper_host = 4\n")
    environment = {"FACTCHECK_CONCURRENCY": "5", "FACTCHECK_PER_HOST": "5"}
    got = load_settings(environment=environment, flags={"per_host": "6"})
    assert (got.max_redirects, got.attempts, got.concurrency, got.per_host) == (10, 4, 5, 6)


def test_the_process_environment_is_read_unless_another_is_given(folder, monkeypatch):
    monkeypatch.setenv("FACTCHECK_ATTEMPTS", "7")
    assert load_settings().attempts == 7


@pytest.mark.parametrize(
    ("variable", "text", "name", "value"),
    [
        ("FACTCHECK_ALLOW_HOSTS", "127.0.0.1,localhost", "allow_hosts", ("127.0.0.1", "localhost")),
        ("FACTCHECK_OFFLINE", "1", "offline", True),
        ("FACTCHECK_OFFLINE", "off", "offline", False),
        ("FACTCHECK_OFFLINE", "", "offline", False),
        ("FACTCHECK_CACHE_DIR", "/x", "cache_dir", Path("/x")),
        ("FACTCHECK_MAX_AGE", "30", "max_age_s", 30.0),
        ("FACTCHECK_ALLOW_PORTS", "81, 82", "allow_ports", (81, 82)),
        ("FACTCHECK_SHARED", "/elsewhere", "offline", False),
        ("ATTEMPTS", "9", "attempts", 3),
    ],
)
def test_a_variable_sets_its_field(variable, text, name, value, folder):
    assert getattr(load_settings(environment={variable: text}), name) == value


@pytest.mark.parametrize(
    ("variable", "text", "message"),
    [
        ("FACTCHECK_OFLINE", "1", "unknown variable FACTCHECK_OFLINE; did you mean FACTCHECK_OFFLINE?"),
        ("FACTCHECK_OFFLINE", "perhaps", "FACTCHECK_OFFLINE: expected true or false, not 'perhaps'"),
    ],
)
def test_a_wrong_variable_is_named(variable, text, message, folder):
    with pytest.raises(ConfigError) as caught:
        load_settings(environment={variable: text})
    assert str(caught.value) == message


def test_a_wrong_flag_is_named_as_it_is_typed(folder):
    with pytest.raises(ConfigError, match=r"^--max-age: expected a time"):
        load_settings(environment={}, flags={"max_age": "soon"})


def test_the_nearest_file_upward_is_found_and_factcheck_toml_goes_first(folder):
    pyproject = written(folder, "[tool.factcheck]\nattempts = 2\n", "pyproject.toml")
    below = folder / "a" / "b"
    below.mkdir(parents=True)
    (folder / "a" / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert find_config(below) == pyproject
    first = written(folder, "attempts = 3\n")
    assert find_config(below) == first
    nearest = written(folder / "a", "attempts = 4\n")
    assert find_config(below) == nearest


def test_the_search_does_not_leave_the_repository(folder):
    written(folder, "attempts = 4\n")
    inner = folder / "inner"
    (inner / ".git").mkdir(parents=True)
    assert find_config(inner) is None


def test_a_named_file_may_hold_our_table_or_be_all_ours(folder):
    table = written(folder, "[tool.factcheck]\nattempts = 2\n", "any.toml")
    assert load_settings(table, environment={}).attempts == 2
    assert load_settings(written(folder, "attempts = 9\n", "other.toml"), environment={}).attempts == 9


def test_paths_of_a_file_are_beside_it_and_others_in_the_working_directory(folder, monkeypatch):
    written(folder, 'briefs = ["drafts", "/abs"]\n')
    below = folder / "below"
    below.mkdir()
    monkeypatch.chdir(below)
    got = load_settings(environment={"FACTCHECK_ARCHIVE_DIR": "kept"}, flags={"cache_dir": Path("c")})
    assert got.briefs == (Path("../drafts"), Path("/abs"))
    assert got.reports_dir == Path("../reports")
    assert got.archive_dir == Path("kept")
    assert got.cache_dir == Path("c")


def test_a_home_folder_is_meant_by_a_tilde(folder, monkeypatch):
    monkeypatch.setenv("HOME", "/home/someone")
    assert loaded('cache_dir = "~/fc"', folder).cache_dir == Path("/home/someone/fc")


def test_without_a_file_the_defaults_stand(folder):
    assert load_settings(environment={}) == Settings()


def test_the_starter_file_says_the_defaults(folder):
    text = files("factcheck").joinpath("starter.toml").read_text(encoding="utf-8")
    assert loaded(text, folder) == Settings()
    commented = re.sub(r"^# (?=[a-z_]+ =)", "", text, flags=re.MULTILINE)
    assert loaded(commented, folder).contact is not None


def test_the_documentation_names_every_key_and_only_these():
    text = (ROOT / "docs/configuration.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)) == set(setting_keys())


@pytest.mark.parametrize("key", sorted(setting_keys()))
def test_a_documented_default_is_the_default(key):
    text = (ROOT / "docs/configuration.md").read_text(encoding="utf-8")
    shown = re.search(rf"^\| `{key}` \|[^|]+\| `?(.+?)`? \|", text, re.MULTILINE)[1]
    name = setting_keys()[key]
    default = getattr(Settings(), name)
    if shown in {"not set", "the user's cache folder", "the Internet Archive's"}:
        assert default is None or "archive.org" in default[0]
    else:
        raw = json.loads(shown) if shown.startswith("[") else shown
        assert read_value(get_type_hints(Settings)[name], name, raw, key) == default


def test_the_documented_example_is_valid(folder):
    text = (ROOT / "docs/configuration.md").read_text(encoding="utf-8")
    example = re.search(r"```toml\n(.*?)```", text, re.DOTALL)
    assert loaded(example[1], folder).max_age_s == 604_800


def test_every_field_is_a_key_but_those_that_only_flags_set():
    assert {field.name for field in fields(Settings)} - set(setting_keys().values()) == {"verbosity"}


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=5,
)


@settings(deadline=None, max_examples=150)
@given(name=st.sampled_from(sorted(setting_keys().values())), raw=ANY)
def test_any_value_is_either_read_or_a_config_error(name, raw):
    kind = get_type_hints(Settings)[name]
    with suppress(ConfigError):
        hash((read_value(kind, name, raw, "here"),))
