"""A typed name and the printed list: no district of the pilot is refused, and no other is let in unasked."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
import yaml
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from macros.model.guideline.locations import District, Regency
from macros.render.listed import places, sizes
from macros.wording.places import ANSWERS_TO_A_NAME
from tests.office import node
from tests.paths import CASES, TESTS
from tests.sample import real

TABLE: list[dict[str, Any]] = yaml.safe_load((CASES / "places.yml").read_text())
LETTERS = "abcdefghijklmnopqrstuvwxyz"
BEFORE = {
    "regency": ("", "Kabupaten ", "kab. ", "KAB ", "Pemkab ", "Pemerintah Kabupaten "),
    "district": ("", "Kecamatan ", "kec. ", "KEC "),
}
CASE: tuple[Callable[[str], str], ...] = (str, str.lower, str.upper, str.title, str.swapcase)
BETWEEN = (" ", "-", "  ", "", " - ", "\u00a0", "\u2013")


def answers(typed: list[str]) -> list[dict[str, Any]]:
    """What the site's own script answers to each name."""
    given_data = {"listed": places(real(), real().guideline), "words": ANSWERS_TO_A_NAME, "typed": typed}
    done = subprocess.run(
        [node(), str(TESTS / "js/names.mjs")],
        input=json.dumps(given_data),
        capture_output=True,
        text=True,
        check=True,
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@cache
def table() -> list[dict[str, Any]]:
    """The answers to the names of the table, all asked at once."""
    return answers([case["typed"] for case in TABLE])


@pytest.mark.parametrize("number", range(len(TABLE)), ids=[case["typed"] for case in TABLE])
def test_a_typed_name_is_answered_as_written_out(number: int) -> None:
    """Found, asked about or not on the list, with what is printed."""
    case, answer = TABLE[number], table()[number]
    assert (answer["code"], answer["entries"]) == (case["code"], case["means"]), answer["said"]
    said = answer["said"].replace("\u00a0", " ")
    assert case["says"] in said
    assert case.get("never", "\0") not in said
    assert "{" not in said


def pilot() -> list[tuple[str, str, str]]:
    """Every name of the sixteen regencies and twenty-four districts: kind, name, and the printed one."""
    locations = real().guideline.locations
    assert locations is not None
    regencies = [regency for province in locations.provinces for regency in province.regencies]
    records: list[tuple[str, Regency | District]] = [("regency", one) for one in regencies]
    records += [("district", one) for regency in regencies for one in regency.districts]
    assert [kind for kind, _ in records].count("regency") == 16
    assert [kind for kind, _ in records].count("district") == 24
    return [
        (kind, name, one.name) for kind, one in records for name in (one.name, *(a.name for a in one.also))
    ]


def slip(name: str, kind: int, at: int, letter: str) -> str:
    """The name with one letter changed, missing, too many, or swapped with the next."""
    at %= len(name)
    after = name[at + 1 :]
    return (
        name,
        f"{name[:at]}{letter}{after}",
        f"{name[:at]}{after}",
        f"{name[:at]}{letter}{name[at:]}",
        f"{name[:at]}{after[:1]}{name[at]}{after[1:]}",
    )[kind]


@st.composite
def spellings(draw: st.DrawFn) -> tuple[str, str]:
    """A name of the pilot as a hurried person writes it, and the printed one.

    A name of three letters has no slip, since it would be another name.
    """
    kind, name, printed = draw(st.sampled_from(pilot()))
    changes = 4 if len(name) > 3 else 0
    text = slip(
        name,
        draw(st.integers(0, changes)),
        draw(st.integers(0, 40)),
        draw(st.sampled_from(LETTERS)),
    )
    text = draw(st.sampled_from(BETWEEN)).join(text.split())
    before = draw(st.sampled_from(BEFORE[kind]))
    tail = draw(st.sampled_from(("", " ", ".", "\n")))
    return f"{draw(st.sampled_from(CASE))(before + text)}{tail}", printed


@settings(max_examples=12, phases=[Phase.generate])
@given(st.lists(spellings(), min_size=200, max_size=400))
def test_no_place_of_the_pilot_is_refused_in_any_spelling(typed: list[tuple[str, str]]) -> None:
    """Case, blanks, hyphens, words before the name, other names, and one slip of the finger."""
    refused = [
        (text, answer)
        for (text, printed), answer in zip(typed, answers([text for text, _ in typed]), strict=True)
        if answer is None or answer["code"] == "outside" or printed not in answer["said"]
    ]
    assert refused == []


def test_names_of_the_list_lead_to_one_place_each() -> None:
    """No printed or other name is taken for that of another place."""
    names = pilot()
    for (kind, name, printed), answer in zip(names, answers([name for _, name, _ in names]), strict=True):
        assert (kind, answer["code"], answer["entries"]) == (kind, "found", [printed]), name


def test_no_name_is_no_question() -> None:
    """Blanks, signs and a title alone are answered by nothing."""
    assert answers(["", "   ", "?!", "Kabupaten", "kec.", "/"]) == [None] * 6


def test_the_size_of_the_pilot_is_counted() -> None:
    """As the list is, not as a sentence says."""
    guideline = real().guideline
    assert guideline.locations is not None
    assert sizes(guideline).replace("\u00a0", " ") == "16 kabupaten dan 24 kecamatan"
    one = guideline.locations.model_copy(update={"provinces": guideline.locations.provinces[:1]})
    fewer = guideline.model_copy(update={"locations": one})
    assert sizes(fewer).replace("\u00a0", " ") == "3 kabupaten dan 3 kecamatan"
