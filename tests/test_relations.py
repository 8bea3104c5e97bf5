"""What must be implemented together, worked out."""

from __future__ import annotations

from macros.relations import Relations
from tests.factories import activity, edition, package

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
    """b1 names paket-a and c1, so it requires a1, a2 and c1."""
    required = RELATIONS.required(MENU.activity("b1"))
    assert ids(required) == ["a1", "a2", "c1"]
    assert [r.via.number if r.via else None for r in required] == ["1", "1", None]


def test_a_package_reference_leaves_out_the_activity_itself() -> None:
    """b2 names its own package and so requires only b1."""
    assert ids(RELATIONS.required(MENU.activity("b2"))) == ["b1"]


def test_the_reverse_direction_is_known() -> None:
    """a1 is required by a2 and, through its package, by b1."""
    assert ids(RELATIONS.required_by(MENU.activity("a1"))) == ["a2", "b1"]


def test_mutual_and_one_way_pairs_are_told_apart() -> None:
    """a1 and a2 require each other; b1's three requirements are one way."""
    assert ids(RELATIONS.mutual(MENU.activity("a1"))) == ["a2"]
    assert ids(RELATIONS.one_way_in(MENU.activity("a1"))) == ["b1"]
    assert [(p.activity.id, p.companion.id) for p in RELATIONS.one_way()] == [
        ("b1", "a1"),
        ("b1", "a2"),
        ("b1", "c1"),
        ("b2", "b1"),
    ]


def test_the_complete_set_is_closed_transitively() -> None:
    """b2 brings b1, which brings a1, a2 and c1; the set is complete in April, but for the undated."""
    found = RELATIONS.complete_set(MENU.activity("b2"))
    assert ids(found.activities) == ["a1", "a2", "b1", "b2", "c1"]
    assert found.complete_from == "2030-04"
    assert ids(found.last) == ["a1"]
    assert ids(found.undated) == ["b2", "c1"]


def test_a_set_without_dates_has_no_month() -> None:
    """c1 stands alone and undated."""
    found = RELATIONS.complete_set(MENU.activity("c1"))
    assert (ids(found.activities), found.complete_from, found.last) == (["c1"], None, ())


def test_pairs_whose_months_cannot_fit_are_found() -> None:
    """An activity is late for its companion only where both have a month and the companion's is later."""
    assert [(p.activity.id, p.companion.id) for p in RELATIONS.late()] == [
        ("a2", "a1"),
        ("b1", "a1"),
        ("b1", "a2"),
    ]
