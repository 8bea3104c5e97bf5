"""What must be implemented together, worked out."""

from __future__ import annotations

import pytest

from macros.facts.companions import Relations
from tests.factories import activity, edition, package
from tests.sample import real

MENU = edition(
    "1",
    package(
        "paket-a",
        "1",
        activity("a1", "1.1", month="2030-04", needs=("a2",)),
        activity("a2", "1.2", month="2030-02", needs=("a1",)),
    ),
    package(
        "paket-b",
        "2",
        activity("b1", "2.1", month="2030-01", needs=("paket-a", "c1")),
        activity("b2", "2.2", needs=("paket-b",)),
    ),
    package("paket-c", "3", activity("c1", "3.1")),
)
RELATIONS = Relations(MENU)


def ids(records: object) -> list[str]:
    """Ids of activities or of requirements."""
    return [getattr(r, "activity", r).id for r in records]  # type: ignore[attr-defined]


def test_a_package_reference_stands_for_each_of_its_activities() -> None:
    """b1 names paket-a and c1, so it goes with a1, a2 and c1."""
    required = RELATIONS.required(MENU.activity("b1"))
    assert ids(required) == ["a1", "a2", "c1"]
    assert [r.via.number if r.via else None for r in required] == ["1", "1", None]


def test_a_package_reference_leaves_out_the_activity_itself() -> None:
    """b2 names its own package and so goes with b1 alone."""
    assert ids(RELATIONS.required(MENU.activity("b2"))) == ["b1"]


def test_the_reverse_direction_is_known() -> None:
    """a1 is named by a2 and, through its package, by b1."""
    assert ids(RELATIONS.required_by(MENU.activity("a1"))) == ["a2", "b1"]


def test_mutual_and_one_way_pairs_are_told_apart() -> None:
    """a1 and a2 name each other; b1's three companions do not."""
    assert ids(RELATIONS.mutual(MENU.activity("a1"))) == ["a2"]
    assert ids(RELATIONS.one_way_in(MENU.activity("a1"))) == ["b1"]
    assert [(p.activity.id, p.companion.id) for p in RELATIONS.one_way()] == [
        ("b1", "a1"),
        ("b1", "a2"),
        ("b1", "c1"),
        ("b2", "b1"),
    ]


def test_the_chain_takes_companions_of_companions_and_what_is_printed_does_not() -> None:
    """b2 names b1 alone, undated with January; the chain brings a1, a2 and c1 and lasts till April."""
    printed, chain = RELATIONS.printed(MENU.activity("b2")), RELATIONS.chain(MENU.activity("b2"))
    assert ids(printed.activities) == ["b1", "b2"]
    assert (printed.complete_from, ids(printed.last), ids(printed.undated)) == ("2030-01", ["b1"], ["b2"])
    assert ids(RELATIONS.through(MENU.activity("b2"))) == ["a1", "a2", "c1"]
    assert ids(chain.activities) == ["a1", "a2", "b1", "b2", "c1"]
    assert (chain.complete_from, ids(chain.last), ids(chain.undated)) == ("2030-04", ["a1"], ["b2", "c1"])


def test_a_group_without_dates_has_no_month() -> None:
    """c1 stands alone and undated."""
    for found in (RELATIONS.printed(MENU.activity("c1")), RELATIONS.chain(MENU.activity("c1"))):
        assert (ids(found.activities), found.complete_from, found.last) == (["c1"], None, ())


ONE, FOUR, SEVEN = ("1.1", "1.2", "1.3"), ("4.1", "4.2", "4.3"), ("7.1", "7.2")
THREE, MAY, JUNE = ("3.1", "3.2"), "2017-05", "2017-06"
TABLE = {
    "1.1": (("1.2", "1.3"), MAY, (), MAY),
    "1.2": (("1.1", "1.3"), MAY, (), MAY),
    "1.3": (("1.1",), MAY, ("1.2",), MAY),
    "2.1": ((*ONE, *SEVEN), MAY, (*THREE, *FOUR), JUNE),
    "2.2": ((*ONE, *SEVEN), MAY, (*THREE, *FOUR), JUNE),
    "2.3": ((), None, (), None),
    "3.1": (("3.2", *SEVEN), MAY, (*ONE, *FOUR), JUNE),
    "3.2": (("3.1",), MAY, (*ONE, *FOUR, *SEVEN), JUNE),
    "4.1": (("3.2", *SEVEN), MAY, (*ONE, "3.1", "4.2", "4.3"), JUNE),
    "4.2": (SEVEN, "2017-04", (*ONE, *THREE, "4.1", "4.3"), JUNE),
    "4.3": (SEVEN, JUNE, (*ONE, *THREE, "4.1", "4.2"), JUNE),
    "5.1": (("5.2",), JUNE, (*ONE, *THREE, *FOUR, "5.3", *SEVEN), JUNE),
    "5.2": ((*THREE, "5.3"), JUNE, (*ONE, *FOUR, *SEVEN), JUNE),
    "5.3": (THREE, JUNE, (*ONE, *FOUR, *SEVEN), JUNE),
    "6.1": (FOUR, JUNE, (*ONE, *THREE, *SEVEN), JUNE),
    "7.1": ((*ONE, *FOUR), JUNE, (*THREE, "7.2"), JUNE),
    "7.2": ((*ONE, "7.1"), MAY, (*THREE, *FOUR), JUNE),
    "8.1": ((), None, (), None),
    "9.1": ((), None, (), None),
}
"""The menu of 2017 by number: printed companions (lines 758 to 1035 of the text) and the month from which
they and the activity are available; what the chain adds, and the month of the whole chain."""


@pytest.mark.parametrize("number", TABLE)
def test_the_menu_of_2017_has_its_printed_companions_its_chain_and_both_months(number: str) -> None:
    """7.2, say, must go together with Paket 1 and 7.1 (line 1001), and with nothing else."""
    menu = real().edition("2017")
    relations, (one,) = Relations(menu), [a for a in menu.activities if a.number == number]
    assert {a.number for a in menu.activities} == set(TABLE)
    assert (
        tuple(found.activity.number for found in relations.required(one)),
        relations.printed(one).complete_from,
        tuple(found.number for found in relations.through(one)),
        relations.chain(one).complete_from,
    ) == TABLE[number]


def test_pairs_whose_months_cannot_fit_are_found() -> None:
    """An activity is late for its companion only where both have a month and the companion's is later."""
    assert [(p.activity.id, p.companion.id) for p in RELATIONS.late()] == [
        ("a2", "a1"),
        ("b1", "a1"),
        ("b1", "a2"),
    ]
