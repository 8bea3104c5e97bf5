"""The change log as readers meet it: titles, old and new, groups, reasons, and what it means."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given

from macros.changelog import ChangeLog, ChangeLogs, Entry, Group
from macros.changes import Kind, Substance
from macros.model.changes import ChangeNotes
from macros.model.edition import Edition
from macros.model.menu import Companion
from tests.changes.build import build
from tests.changes.strategies import editions
from tests.factories import programme
from tests.paths import CASES

TOLD = yaml.safe_load((CASES / "changelog.yml").read_text())


def log_of(
    old: Edition, new: Edition, *, lineage: Any = (), reasons: Any = (), questions: Any = ()
) -> ChangeLog:
    """The change log of two editions with these notes."""
    notes = ChangeNotes.model_validate(
        {
            "old": old.id,
            "new": new.id,
            "date": "2031-01-02",
            "lineage": lineage,
            "reasons": reasons,
            "questions": questions,
        }
    )
    return ChangeLogs(programme(old, new, changes=(notes,))).log(old, new)


def told(entry: Entry) -> str:
    """An entry as one line of a case."""
    parts = [f"[{entry.group}/{entry.sign}] {entry.title}"]
    for shown in entry.shown:
        label = f"{shown.label}: " if shown.label else ""
        parts.append(f"{label}{shown.old or '-'} > {shown.new or '-'}{' !' if shown.apart else ''}")
    if entry.substance is Substance.SUBSTANTIVE:
        parts.append(f"= {' '.join(entry.for_reader)}")
    return " | ".join(parts).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("case", TOLD, ids=lambda case: case["it"])
def test_changes_are_told(case: dict[str, Any]) -> None:
    """Each kind of change, in the words that readers see."""
    log = log_of(
        build(case["old"], 2030),
        build({**case["new"], "info": {"status": "draft", **case["new"].get("info", {})}}, 2031),
        lineage=case.get("lineage", ()),
    )
    assert [told(entry) for entry in log.entries] == case["told"]


def resolved(edition: Edition) -> Edition:
    """The edition as the loader would insist: no companion that it does not hold, a year of its own."""

    def stands(companion: Companion) -> bool:
        if companion.activity is not None:
            return edition.has_activity(companion.activity)
        return edition.has_package(companion.package or "")

    packages = [
        package.model_copy(
            update={
                "activities": tuple(
                    activity.model_copy(
                        update={"implement_with": tuple(filter(stands, activity.implement_with))}
                    )
                    for activity in package.activities
                ),
                "outcomes": (),
                "outputs": (),
            }
        )
        for package in edition.packages
    ]
    return Edition(
        info=edition.info.model_copy(update={"fiscal_year": 2030 + int(edition.id)}),
        packages=tuple(packages),
        screening=edition.screening,
        indicators=edition.indicators,
    )


@given(editions("1").map(resolved), editions("2").map(resolved))
def test_every_change_is_told_once(old: Edition, new: Edition) -> None:
    """Entries hold all changes, none twice; each stands in one group, with a title of one line."""
    log = ChangeLogs(programme(old, new)).log(old, new)
    held = [change for entry in log.entries for change in entry.changes]
    assert sorted(map(id, held)) == sorted(map(id, log.comparison.changes))
    grouped = [entry for _, clusters in log.groups for cluster in clusters for entry in cluster.entries]
    assert sorted(entry.key for entry in grouped) == sorted({entry.key for entry in log.entries})
    for entry in log.entries:
        assert entry.title.strip()
        assert "\n" not in entry.title
        assert all(line.strip() for line in entry.for_reader)
        is_event = any(change.is_event for change in entry.changes)
        assert entry.shown or is_event, entry.kinds
        assert (entry.group is Group.EDITORIAL) is (entry.substance is Substance.EDITORIAL)
    assert log.numbers["substantive"] + log.numbers["editorial"] == len(log.entries)


def test_one_reason_for_several_entries_is_told_once() -> None:
    """Entries with the same reasons stand together; others apart, and without a reason alone."""
    old = build({"a": {"role": "core"}, "b": {"role": "core"}, "c": {"role": "core"}}, 2030)
    new = build({"a": None, "b": None, "c": None}, 2031)
    reason = {
        "covers": [{"activity": "a", "field": "role"}, {"activity": "c", "field": "role"}],
        "reason": "Sebab.",
        "decision": "usulan",
        "note": "Pilih lagi.",
    }
    log = log_of(old, new, reasons=[reason])
    ((group, clusters),) = log.groups
    assert group is Group.NEUTRAL
    assert [[entry.subject.id for entry in cluster.entries] for cluster in clusters] == [["a", "c"], ["b"]]
    assert clusters[0].for_reader == ("Pilih lagi.",)
    assert clusters[1].reasons == ()


def test_editions_apart_carry_the_reasons_of_every_year_between() -> None:
    """2030 against 2032 tells what both change notes say of the same field."""
    years = [
        build({"a": {"role": role}}, 2030 + n) for n, role in enumerate(["core", "flexible", "supporting"])
    ]
    notes = [
        ChangeNotes.model_validate(
            {
                "old": str(year),
                "new": str(year + 1),
                "date": f"{year}-01-02",
                "reasons": [
                    {
                        "covers": [{"activity": "a", "field": "role"}],
                        "reason": f"Sebab {year}.",
                        "decision": "1",
                    }
                ],
            }
        )
        for year in (2030, 2031)
    ]
    log = ChangeLogs(programme(*years, changes=tuple(notes))).log(years[0], years[2])
    assert [reason.reason for reason in log.entries[0].reasons] == ["Sebab 2030.", "Sebab 2031."]


def differing(log: ChangeLog) -> dict[str, tuple[str, ...]]:
    """By activity: ids of printed companions added and dropped, and what the chain adds and loses."""
    parts = ("added", "dropped", "chain_added", "chain_dropped")
    return {
        one.activity.id: tuple(" ".join(a.id for a in getattr(one, part)) for part in parts)
        for one in log.partners
    }


def test_companions_that_differ_follow_lineage() -> None:
    """Chosen a has become c, which goes with b; b itself and what it goes with stay as they were."""
    old = build({"a": None, "b": {"needs": ["d"]}, "d": None}, 2030)
    new = build({"c": {"needs": ["b"]}, "b": {"needs": ["d"]}, "d": None}, 2031)
    log = log_of(old, new, lineage=[{"event": "ended", "ids": ["a"], "successors": ["c"]}])
    assert differing(log) == {"a": ("b", "", "d", "")}


def test_a_companion_that_only_the_chain_held_before_is_told_as_printed_alone() -> None:
    """A went with b, b with d; now a names d itself. And dropped companions are told, what ended is not."""
    old = build({"a": {"needs": ["b", "e"]}, "b": {"needs": ["d"]}, "d": {"needs": ["a"]}, "e": None}, 2030)
    new = build({"a": {"needs": ["b", "d"]}, "b": {"needs": ["d"]}, "d": None}, 2031)
    log = log_of(old, new, lineage=[{"event": "ended", "ids": ["e"]}])
    assert differing(log) == {
        "a": ("d", "", "", ""),
        "b": ("", "", "", "a"),
        "d": ("", "a", "", "b"),
    }


def test_what_did_not_change_is_not_told() -> None:
    """The same companions in both editions, by a package or by themselves."""
    old = build({"a": {"needs": ["b"]}, "b": None}, 2030)
    assert differing(log_of(old, build({"a": {"needs": ["b"]}, "b": None}, 2031))) == {}


def test_a_summary_counts_events_and_substance() -> None:
    """One ended, one new, one editorial."""
    old = build({"a": None, "b": {"lede": "Satu."}}, 2030)
    new = build({"c": None, "b": {"lede": "Dua."}}, 2031)
    log = log_of(old, new, lineage=[{"event": "ended", "ids": ["a"]}])
    assert log.numbers == {
        "new": 1,
        "ended": 1,
        "moved": 0,
        "changed": 1,
        "substantive": 2,
        "harder": 1,
        "editorial": 1,
    }
    assert {kind for entry in log.entries for kind in entry.kinds} >= {Kind.ENDED, Kind.ADDED, Kind.TEXT}
