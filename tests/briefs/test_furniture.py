"""Running heads, page numbers and the furniture of web sites."""

from __future__ import annotations

import pytest

from factcheck.briefs.furniture import furniture
from factcheck.briefs.lines import read_lines


def outside(text, page_starts=()):
    lines = read_lines(text, page_starts)
    return [lines[n].text for n in sorted(furniture(lines))]


def paged(*pages):
    starts, text = [], ""
    for page in pages:
        starts.append(len(text))
        text += "\n".join(page) + "\n"
    return text, tuple(starts)


WORDS = ["coal", "gas", "wind", "sun", "peat", "wood", "oil"]
BODY = [f"the use of {word} fell" for word in WORDS]


def body(n):
    """Seven lines that are on no other page."""
    return [f"in province {chr(97 + n) * 3} {line}" for line in BODY]


def test_heads_are_taken_off_from_the_edges_only():
    head = ["A paper", "Series 12"]
    text, starts = paged(*([str(n), *head, *body(n), "A paper", *body(n + 9)] for n in (1, 2, 3)))
    assert outside(text, starts) == ["1", *head, "2", *head, "3", *head]


@pytest.mark.parametrize("form", ["{}", "- {} -", "Page {}", "{} / 40", "Seite {} von 40", "стр. {}", "[{}]"])
def test_page_numbers_of_many_forms(form):
    text, starts = paged(*([*body(n), form.format(n)] for n in range(7, 11)))
    assert outside(text, starts) == [form.format(n) for n in range(7, 11)]


def test_numbers_that_count_up_far_apart_are_page_numbers():
    text = "\n".join("\n".join([*body(n), str(n)]) for n in range(1, 6))
    assert outside(text) == ["1", "2", "3", "4", "5"]


def test_a_column_of_figures_is_no_page_numbers():
    assert outside("\n".join(["Households", "12", "13", "14", "15", *BODY])) == []


def test_rows_of_figures_are_no_running_heads():
    text, starts = paged(*([f"{n} 12,5 13", *body(n), f"x {n}1 {n}2"] for n in range(3)))
    assert outside(text, starts) == []


@pytest.mark.parametrize("form", ["Brief {n} of May 2021", "{n} | A paper, series 12", "Part 2 / {n}"])
def test_a_head_may_hold_the_page_number_and_numbers_that_stay(form):
    text, starts = paged(*([form.format(n=n), *body(n)] for n in (1, 2, 3)))
    assert outside(text, starts) == [form.format(n=n) for n in (1, 2, 3)]


def test_notes_at_the_edges_of_pages_are_no_heads_though_but_for_their_digits_alike():
    text, starts = paged(*([f"{n}. Interview, {7 * n % 30} June 2023.", *body(n)] for n in (4, 14, 28)))
    assert outside(text, starts) == []


@pytest.mark.parametrize("foot", ["https://example.org/ships-count 1/3", "file:///home/clerk/a.html | 1/3"])
def test_the_foot_that_browsers_print_is_none_of_the_text(foot):
    feet = [foot.replace("1/3", f"{n}/3") for n in (1, 2, 3)]
    text, starts = paged(*([*body(n), line] for n, line in enumerate(feet)))
    assert outside(text, starts) == feet


def test_repeated_urls_are_no_running_heads():
    url = "https://stat.example/census/2021"
    text, starts = paged(*([*body(n), f"{n}{url}", "ability-role-of-provinces/"] for n in range(3)))
    assert outside(text, starts) == []


@pytest.mark.parametrize("order", [["GAS AND PEOPLE", "2"], ["2", "GAS AND PEOPLE"]])
def test_a_head_that_was_left_once_is_told_by_the_sentence_around_it(order):
    assert outside("\n".join(["The office of the census", *order, "thanked 5,200 people."])) == order
    assert outside("\n".join(["The census is over.", *order, "Thanks were said."])) == []
