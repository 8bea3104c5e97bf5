"""What differs between two editions, case by case."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from macros.changes import Change, Kind, apply, canonical, canonical_edition, compare
from macros.model.changes import SubjectKind
from macros.model.edition import Edition
from macros.model.menu import Companion
from tests.changes.build import build, compared, shown
from tests.paths import CASES

CASE_LIST: list[dict[str, Any]] = yaml.safe_load((CASES / "changes.yml").read_text())


@pytest.mark.parametrize("case", CASE_LIST, ids=[case["it"] for case in CASE_LIST])
def test_two_editions_differ_in_exactly_this(case: dict[str, Any]) -> None:
    """Each case names every change, in reading order."""
    assert [shown(change) for change in compared(case).changes] == case["changes"]


@pytest.mark.parametrize("case", CASE_LIST, ids=[case["it"] for case in CASE_LIST])
def test_the_changes_lead_from_the_old_edition_to_the_new(case: dict[str, Any]) -> None:
    """Nothing that differs is missing from the comparison."""
    found = apply(build(case["old"], 2030), compared(case))
    assert canonical_edition(found) == canonical_edition(build(case["new"], 2031))


def held(change: Change, edition: Edition) -> Any:
    """What an edition holds at the field of a change."""
    if change.subject.kind is SubjectKind.ACTIVITY:
        return getattr(edition.activity(change.subject.id), change.field)
    return getattr(edition.package(change.subject.id), change.field)


@pytest.mark.parametrize("case", CASE_LIST, ids=[case["it"] for case in CASE_LIST])
def test_a_change_holds_the_values_of_both_editions(case: dict[str, Any]) -> None:
    """The whole field as each edition has it."""
    old, new = build(case["old"], 2030), build(case["new"], 2031)
    for change in compared(case).changes:
        part = change.field in {"screening", "indicators", "package", "implement_with"}
        if change.subject.kind is not SubjectKind.EDITION and change.field and not part:
            assert canonical(change.old) == canonical(held(change, old))
            assert canonical(change.new) == canonical(held(change, new))


def test_companions_are_held_one_by_one() -> None:
    """An added one has no old value, one printed otherwise has both."""
    old = build({"a": {"implement_with": [{"activity": "c", "printed": "1.3"}]}, "b": {}, "c": {}}, 2030)
    needs = [{"package": "paket-1"}, {"activity": "c"}, {"activity": "b"}]
    changes = compare(old, build({"a": {"implement_with": needs}, "b": {}, "c": {}}, 2031)).changes
    assert [(change.kind, change.old, change.new) for change in changes] == [
        ("companion_added", None, Companion(activity="b")),
        ("printed", Companion(activity="c", printed="1.3"), Companion(activity="c")),
        ("companion_added", None, Companion(package="paket-1")),
    ]
    back = compare(
        build({"a": {"implement_with": needs[1:2]}, "b": {}, "c": {}}, 2030), build({"a": {}}, 2031)
    )
    assert [(change.old, change.new) for change in back.changes if change.field] == [
        (Companion(activity="c"), None)
    ]


def test_every_change_knows_its_package() -> None:
    """In the new edition, or in the old where it is gone; the edition has none."""
    rows = {
        "indicators": [{"activity": "a", "name": "J"}, {"package": "paket-2", "name": "J"}, {"name": "J"}]
    }
    lost = {"indicators": [{"activity": "x", "name": "J"}]}
    old = build({"a": {}, "b": {}, "c": {"in": "paket-2"}, "indicators": lost}, 2030)
    new = build(
        {"a": {"role": "core"}, "c": {"in": "paket-3"}, "d": {"in": "paket-2"}, "indicators": rows}, 2031
    )
    assert [(change.subject.id, change.kind, change.package) for change in compare(old, new).changes] == [
        ("", "indicators", None),
        ("a", "role", "paket-1"),
        ("a", "indicators", "paket-1"),
        ("b", "ended", "paket-1"),
        ("paket-3", "added", "paket-3"),
        ("c", "moved", "paket-3"),
        ("paket-2", "renumbered", "paket-2"),
        ("paket-2", "indicators", "paket-2"),
        ("d", "added", "paket-2"),
        ("x", "indicators", None),
    ]


def test_texts_are_compared_where_a_change_has_texts() -> None:
    """Names and passages are; ids, numbers and whole records are not."""
    old = build({"a": {"name": "Kursus Camat", "role": "core"}, "b": {"in": "paket-2"}}, 2030)
    new = build({"a": {"name": "Kursus Bupati", "number": "1.7", "in": "paket-2"}}, 2031)
    texts = {change.kind: change.texts for change in compare(old, new).changes}
    assert {kind: len(found) for kind, found in texts.items()} == {
        "ended": 0,
        "moved": 0,
        "renumbered": 0,
        "renamed": 1,
        "role": 0,
    }
    assert [(op.kind, op.text) for op in texts[Kind.RENAMED][0].diff.ops] == [
        ("equal", "Kursus "),
        ("delete", "Camat"),
        ("insert", "Bupati"),
    ]


def test_rows_that_were_not_there_are_none_at_all() -> None:
    """All rows of an activity are held, in their order; before, an empty list."""
    rows = {
        "indicators": [{"activity": "a", "name": "Satu"}, {"name": "Umum"}, {"activity": "a", "name": "Dua"}]
    }
    old, new = (
        build({"a": {}, "indicators": {"indicators": []}}, 2030),
        build({"a": {}, "indicators": rows}, 2031),
    )
    assert new.indicators is not None
    first, general, second = new.indicators.indicators
    there, back = compare(old, new).changes, compare(new, old).changes
    assert [(change.old, change.new) for change in there] == [((), (general,)), ((), (first, second))]
    assert [(change.old, change.new) for change in back] == [((general,), ()), ((first, second), ())]


def test_an_event_has_no_field() -> None:
    """It holds the whole record."""
    old, new = build({"a": {}}, 2030), build({"a": {}, "b": {}}, 2031)
    (added,) = compare(old, new).changes
    assert (added.field, added.old, added.new) == ("", None, new.activity("b"))
    assert (added.is_event, added.appears, added.vanishes) == (True, True, False)
