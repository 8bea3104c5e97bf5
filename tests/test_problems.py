"""Problems as a terminal, GitHub and a program read them."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.source.problem import (
    Level,
    Problem,
    ProblemStage,
    as_github,
    as_json,
    as_text,
    did_you_mean,
    nearest,
    quote,
    trail,
)

MONTH = Problem(
    file="menu_data/editions/2017/packages/1.yml",
    line=12,
    column=14,
    where="activities[0].availability.month",
    message='bulan "2017-13" tidak ada.',
    hint="Tulis 01 sampai 12.",
)
NAME = Problem(file="menu_data/catalogue.yml", line=9, column=3, where="", message="nama kosong.", hint="")
WARNING = Problem(
    file="menu_data/catalogue.yml",
    line=10,
    column=3,
    where="",
    message="nama panjang.",
    hint="Ringkaskan.",
    level=Level.WARNING,
)
HOSTILE = Problem(
    file="a,b:c.yml",
    line=1,
    column=1,
    where="x,line=9::y",
    message="100%\n::error::\x1b[31mpalsu\r\u202e",
    hint="",
)
ANY = st.builds(
    Problem,
    file=st.text(),
    line=st.integers(1),
    column=st.integers(1),
    where=st.text(),
    message=st.text(st.characters(exclude_categories=())),
    hint=st.text(),
    level=st.sampled_from(Level),
)


def test_text_names_the_place_the_fault_and_the_mend_in_order_of_place() -> None:
    """Line 9 comes before line 10, whatever the order of finding, and a count ends the list."""
    assert as_text([MONTH, WARNING, NAME]) == (
        "menu_data/catalogue.yml:9:3: nama kosong.\n"
        "menu_data/catalogue.yml:10:3: peringatan: nama panjang. Perbaikan: Ringkaskan.\n"
        'menu_data/editions/2017/packages/1.yml:12:14: bulan "2017-13" tidak ada.'
        " Perbaikan: Tulis 01 sampai 12.\n"
        "2 galat, 1 peringatan."
    )


@pytest.mark.parametrize(
    ("problems", "count"),
    [([], "Tidak ada masalah."), ([NAME], "1 galat."), ([WARNING, WARNING], "2 peringatan.")],
)
def test_the_count_names_only_what_there_is(problems: list[Problem], count: str) -> None:
    """Nobody reads of zero warnings."""
    assert as_text(problems).split("\n")[-1] == count


def test_what_was_found_while_reading_comes_first_whatever_the_file() -> None:
    """Others may follow from it; what waits for it stands between them, in every form."""
    cause = replace(MONTH, stage=ProblemStage.READING)
    waiting = replace(MONTH, stage=ProblemStage.WAITING, level=Level.WARNING)
    found = [NAME, waiting, cause]
    assert [line.split(":")[0] for line in as_text(found).split("\n")[:-1]] == [
        "menu_data/editions/2017/packages/1.yml",
        "menu_data/editions/2017/packages/1.yml",
        "menu_data/catalogue.yml",
    ]
    assert as_github(found).startswith("::error file=menu_data/editions/2017/packages/1.yml")
    assert [one["level"] for one in json.loads(as_json(found))] == ["error", "warning", "error"]


def test_hostile_data_cannot_steer_a_terminal_or_begin_a_line() -> None:
    """Escapes, line ends and bidi controls are shown, not obeyed."""
    assert as_text([HOSTILE]).split("\n") == [
        r"a,b:c.yml:1:1: 100% ::error::\x1b[31mpalsu\r\u202e",
        "1 galat.",
    ]


def test_github_gets_one_command_for_each_problem() -> None:
    """The trail is the title; a warning stays one."""
    assert as_github([MONTH, WARNING]) == (
        "::warning file=menu_data/catalogue.yml,line=10,col=3,title=Peringatan"
        "::nama panjang. Perbaikan: Ringkaskan.\n"
        "::error file=menu_data/editions/2017/packages/1.yml,line=12,col=14"
        ',title=activities[0].availability.month::bulan "2017-13" tidak ada. Perbaikan: Tulis 01 sampai 12.'
    )


def test_hostile_data_cannot_give_github_a_command() -> None:
    """Percent signs, line ends, and in properties colons and commas, are escaped as GitHub's toolkit does."""
    assert as_github([HOSTILE]) == (
        "::error file=a%2Cb%3Ac.yml,line=1,col=1,title=x%2Cline=9%3A%3Ay"
        r"::100%25%0A::error::\x1b[31mpalsu%0D\u202e"
    )


def test_json_has_every_field_in_a_stable_order() -> None:
    """Programs get the same list, sorted by place, whatever the order of finding."""
    assert as_json([MONTH, NAME]) == as_json([NAME, MONTH])
    assert json.loads(as_json([NAME])) == [
        {
            "file": "menu_data/catalogue.yml",
            "line": 9,
            "column": 3,
            "where": "",
            "message": "nama kosong.",
            "hint": "",
            "level": "error",
        }
    ]


@given(st.lists(ANY))
def test_every_form_is_inert_and_whole_whatever_the_problem_holds(problems: list[Problem]) -> None:
    """One line for each problem, no control character, nothing that cannot be written as UTF-8."""
    text, github, listed = as_text(problems), as_github(problems), as_json(problems)
    assert text.count("\n") == len(problems)
    assert github.count("\n") == max(len(problems) - 1, 0)
    assert [one["message"] for one in json.loads(listed)] == [one.message for one in sorted(problems)]
    for form in (text, github, listed):
        form.encode()
        assert not set(form) & {"\x00", "\x1b", "\r", "\x7f", "\x85", "\u2028", "\u202e", "\u200b"}


def test_quoted_values_are_short_and_inert() -> None:
    """A text of a megabyte or with escapes takes 80 characters of a message at most."""
    assert quote("x" * 1_000_000) == f'"{"x" * 79}…"'
    assert quote("a\nb\x1b") == r'"a b\x1b"'
    assert quote(2017) == '"2017"'


@pytest.mark.parametrize(
    ("word", "close"),
    [("cores", "core"), ("CORE", "core"), ("suporting", "supporting"), ("zzz", None), ("", None)],
)
def test_the_word_meant_is_guessed(word: str, close: str | None) -> None:
    """A slip or another case finds its word; a stranger finds none."""
    assert nearest(word, ["core", "supporting", "flexible"]) == close


def test_a_word_is_guessed_among_very_many() -> None:
    """Those that share most letters are weighed."""
    words = [f"kegiatan-{at}" for at in range(2_000)]
    assert nearest("kegatan-1234", words) == "kegiatan-1234"
    assert nearest("zzz", words) is None


def test_a_guess_is_put_as_a_question() -> None:
    """The phrase is empty when there is no guess."""
    assert did_you_mean("cores", ["core"]) == 'Maksud Anda "core"?'
    assert did_you_mean("zzz", ["core"]) == ""


def test_a_trail_reads_like_a_path_through_the_file() -> None:
    """Positions in lists stand in brackets."""
    assert trail(("activities", 0, "availability", "month")) == "activities[0].availability.month"
    assert trail(()) == ""
