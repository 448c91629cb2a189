"""Every word of the report stands in factcheck.report.words: the templates, scripts and modules only place it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

import factcheck.report
from factcheck.report.html import css_string
from factcheck.report.words import NOUNS, PAGE, SCRIPT, SENTENCES, VERDICT_MEANINGS, VERDICT_WORDS, when_words

HERE = Path(factcheck.report.__file__).parent
TEMPLATES = sorted((HERE / "templates").glob("*.html"))
SCRIPTS = sorted((HERE / "assets").glob("*.js"))
MODULES = [
    path
    for path in sorted([*HERE.glob("*.py"), *(HERE / "exports").glob("*.py")])
    # What is not read on the page or in a file: a server's answers to requests, and messages of errors.
    if path.name not in {"server.py", "pdf.py", "write.py"} and path.parts[-2:] != ("exports", "__init__.py")
]
SPOKEN = {"aria-label", "title", "alt", "placeholder", "content"}
KEYS_OF_A_KEYBOARD = {"j", "k", "c"}


def shown_texts(template: str) -> list[str]:
    """The words that a template itself shows: between tags, and in attributes that are read out."""
    tree = Environment(autoescape=True).parse(template)
    placed = "".join(
        part.data if isinstance(part, nodes.TemplateData) else "\0"
        for output in tree.find_all(nodes.Output)
        for part in output.nodes
    )
    attributes = re.findall(rf'\b({"|".join(SPOKEN)})="([^"]*)"', placed)
    settings = {"width=device-width, initial-scale=1", "light dark", "no-referrer"}
    read_out = [value for name, value in attributes if value not in settings]
    between = re.sub(r"<(style|script)>\0</\1>|<!DOCTYPE html>", "", placed)
    text = re.split(r'<(?:[^<>"]|"[^"]*")*>?|>', between)
    shown = [re.sub(r"&\w+;", " ", words).strip("\0 \n") for words in (*text, *read_out)]
    made_of_attributes = re.compile(r'(?:\s*\w*="[^"]*")+')  # a macro that makes them
    return [words for words in shown if re.search("[A-Za-z]", words) and not made_of_attributes.fullmatch(words)]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_words_of_its_own(template):
    assert set(shown_texts(template.read_text("utf-8"))) <= KEYS_OF_A_KEYBOARD


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("<p>Two words</p>", ["Two words"]),
        ('<p title="Said {{ aloud }}">{{ x }}</p>', ["Said"]),
        ("{% if x %}<b>{{ x }} left</b>{% endif %}", ["left"]),
        ('<p class="a b">{{ x }}</p>', []),
    ],
)
def test_the_test_hears_words(template, words):
    assert shown_texts(template) == words


def literals(module: Path) -> list[str]:
    """The strings of a module that are no documentation and no message of an error."""
    tree = ast.parse(module.read_text("utf-8"))
    apart = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise) or (
            isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
        ):
            apart |= {id(inner) for inner in ast.walk(node)}
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in apart]
    return [node.value for node in found if isinstance(node.value, str)]


TECHNICAL = {
    "List Bullet": "a style of Word",
    "Quote": "another",
    "Caption": "another",
    "Sources": "the name of an Excel sheet",
    " and ": "BibTeX's own sign between names",
}
CODE = re.compile(r"(?:default|img|script|connect)-src|sha256-|:root|@page|const WORDS")


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.name)
def test_no_module_has_sentences_of_its_own(module):
    prose = re.compile(r"[a-z]{2,} |^[A-Z][a-z]+[:.]? ?$| [a-z]{2,}$")
    assert {text for text in literals(module) if prose.search(text) and not CODE.search(text)} <= set(TECHNICAL)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_no_script_has_words_of_its_own(script):
    code = re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*", "", script.read_text("utf-8"), flags=re.DOTALL)
    strings = re.findall(r'"((?:[^"\\\n]|\\.)*)"|`([^`]*)`', code)
    spoken = [text for pair in strings for text in pair if re.search(r"\b[A-Z]?[a-z]+ [a-z]+\b|^[A-Z][a-z]+$", text)]
    technical = {"use strict", "Escape", "Content"}
    assert [text for text in spoken if text not in technical and not re.search(r"[.#>\[{=]", text)] == []


def test_no_style_sheet_has_words_of_its_own():
    css = (HERE / "assets/report.css").read_text("utf-8")
    contents = re.findall(r"content: ([^;]+);", css)
    strings = [text for content in contents for text in re.findall(r'"([^"]*)"', content)]
    assert [text for text in strings if re.search("[A-Za-z]{2}", re.sub(r"\\[0-9a-f]{6}", "", text))] == []


def test_every_word_is_placed_somewhere_and_none_is_missing():
    templates = "".join(path.read_text("utf-8") for path in TEMPLATES)
    assert set(re.findall(r"\bw\.(\w+)", templates)) == set(PAGE)
    scripts = "".join(path.read_text("utf-8") for path in SCRIPTS)
    assert set(re.findall(r"\bWORDS\.(\w+)", scripts)) == set(SCRIPT)
    modules = [text for path in HERE.rglob("*.py") if path.parent.name != "words" for text in literals(path)]
    assert set(SENTENCES) - set(modules) == set()
    assert set(NOUNS) - set(modules) <= {"pair_agrees"}
    assert set(VERDICT_WORDS) == set(VERDICT_MEANINGS)


@pytest.mark.parametrize("text", ['"', "\\", "</style>", "a\nb", "\u202e", "} * {", "\U0001f9ca"])
def test_a_title_stays_one_string_of_the_style_sheet(text):
    assert re.fullmatch(r'"(?:[A-Za-z0-9]|\\[0-9a-f]{6})*"', css_string(text))


@pytest.mark.parametrize(
    ("time", "words"),
    [
        ("2021", "2021"), ("2021-09", "Sep 2021"), ("2021-09-07", "7 Sep 2021"), ("2014/2016", "2014 to 2016"),
        ("2021-01-02/2021-03", "2 Jan 2021 to Mar 2021"), ("2021-13", "2021-13"),
        ("spring", "spring"),
        ("--09-06", "6 Sep"), ("--09", "Sep"), ("--13-06", "--13-06"), ("-0400", "-0400"), ("--", "--"),
    ],
)  # fmt: skip
def test_a_date_is_said_at_the_precision_it_has(time, words):
    assert when_words(time) == words
