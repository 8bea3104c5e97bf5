"""What editors write in their own words, and what is offered for it."""

from __future__ import annotations

import re
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.model.changes import LineageEvent
from macros.model.edition import Status
from macros.model.menu import Phase, Role
from macros.wording.entries import LABELS, as_date, as_month, labelled, spoken


@pytest.mark.parametrize(
    ("written", "year", "month"),
    [
        ("April", 2018, "2018-04"),
        ("april 2017", 2018, "2017-04"),
        ("2017 April", 2018, "2017-04"),
        ("Agt 2017", None, "2017-08"),
        ("Nopember", 2018, "2018-11"),
        ("Sept", 2018, "2018-09"),
        ("4", 2018, "2018-04"),
        ("4/2017", None, "2017-04"),
        ("2017/4", None, "2017-04"),
        ("01/04/2017", None, "2017-04"),
        ("2017-04-01", None, "2017-04"),
        ("1 April 2017", None, "2017-04"),
        ("April", None, None),
        ("2018-13", 2018, None),
        ("triwulan dua", 2018, None),
        ("April Mei", 2018, None),
        ("Ap", 2018, None),
        ("¹", 2018, None),
        ("", 2018, None),
    ],
)
def test_a_month_is_understood_as_spoken(written: str, year: int | None, month: str | None) -> None:
    """In any order; the year of the edition serves where none is named."""
    assert as_month(written, year) == month


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("30 Juni 2018", "2018-06-30"),
        ("30/6/2018", "2018-06-30"),
        ("2018-6-3", "2018-06-03"),
        ("31 Juni 2018", None),
        ("Juni 2018", None),
        ("30 Juni", None),
    ],
)
def test_a_day_is_understood_as_spoken(written: str, day: str | None) -> None:
    """The day stands first, unless the year does; a day that is not in the calendar is none."""
    assert as_date(written, None) == day


@given(st.text(max_size=20), st.none() | st.integers(1900, 2099))
def test_whatever_is_written_gives_a_month_and_a_day_or_nothing(text: str, year: int | None) -> None:
    """Nothing is offered that the model would refuse."""
    for found, shape in ((as_month(text, year), r"\d{4}-\d\d"), (as_date(text, year), r"\d{4}-\d\d-\d\d")):
        assert found is None or re.fullmatch(shape, found, re.ASCII)


@pytest.mark.parametrize(
    ("word", "member"),
    [
        ("pendukung", Role.SUPPORTING),
        ("supporting", Role.SUPPORTING),
        ("inti", Role.CORE),
        ("usulan", Status.DRAFT),
        ("dihentikan", LineageEvent.ENDED),
        ("jangka panjang", Phase.LONG_TERM),
    ],
)
def test_a_value_is_known_by_its_label_and_by_other_words(word: str, member: Enum) -> None:
    """As readers see it on the site, or as editors say it."""
    assert spoken(type(member))[word] is member


def test_every_value_of_a_labelled_enumeration_has_its_label() -> None:
    """None is offered with its English word alone."""
    for kind in LABELS:
        for member in kind:
            assert re.fullmatch(r"[a-z_]+ \([^()]+\)", labelled(member))
