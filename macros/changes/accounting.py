"""The proof that every id of one edition is accounted for in the next, and the reverse (section 3.2.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from macros.changes.lineage import subjects
from macros.changes.records import Subject
from macros.model.changes import ChangeNotes, LineageEntry, LineageEvent
from macros.model.edition import Edition


class Flaw(StrEnum):
    """How a declared lineage fails to fit the two editions."""

    UNACCOUNTED = "unaccounted"
    """Vanished, and nothing says what became of it."""
    RETURNED = "returned"
    """Of an earlier edition, absent in between, and not said to be reinstated."""
    UNKNOWN = "unknown"
    """Said to be gone or split, but the old edition never had it."""
    STILL_THERE = "still_there"
    """Said to be gone, but the new edition has it."""
    NOT_THERE = "not_there"
    """Said to stay beside what was split off, but the new edition lacks it."""
    NOT_RETURNED = "not_returned"
    """Said to be reinstated, but it was not away, is not back, or never was."""
    DANGLING = "dangling"
    """A successor that the new edition lacks."""
    CYCLE = "cycle"
    """Continues itself, over however many entries."""
    NOT_MERGED = "not_merged"
    """Said to be merged, but nothing else went into the same new entry."""
    TWICE = "twice"
    """Two entries say what became of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One flaw; ``entry`` counts from 0 in the notes, ``None`` where an entry is missing."""

    flaw: Flaw
    subject: Subject
    entry: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """The ids of the old and the new edition, and those of earlier ones that the old one lacks."""

    old: frozenset[Subject]
    new: frozenset[Subject]
    past: frozenset[Subject]
    links: Mapping[Subject, frozenset[Subject]]


def gaps(old: Edition, new: Edition, notes: ChangeNotes | None, earlier: Iterable[Edition]) -> list[Gap]:
    """Everything that keeps ids from being accounted for; an empty list is the proof."""
    before = subjects(old)
    scene = _Scene(
        old=before,
        new=subjects(new),
        past=frozenset[Subject]().union(*(subjects(edition) for edition in earlier)) - before,
        links=_links(notes),
    )
    found: list[Gap] = []
    said: set[Subject] = set()
    for index, entry in enumerate(notes.lineage if notes else ()):
        for subject in _named(entry, entry.ids):
            flaw = Flaw.TWICE if subject in said else _flaw(scene, entry, subject)
            if flaw is not None:
                found.append(Gap(flaw=flaw, subject=subject, entry=index))
            said.add(subject)
        missing = (subject for subject in _named(entry, entry.successors) if subject not in scene.new)
        found += (Gap(flaw=Flaw.DANGLING, subject=subject, entry=index) for subject in missing)
    found += (Gap(flaw=Flaw.UNACCOUNTED, subject=s) for s in sorted(scene.old - scene.new - said))
    found += (Gap(flaw=Flaw.RETURNED, subject=s) for s in sorted((scene.new & scene.past) - said))
    return found


def _flaw(scene: _Scene, entry: LineageEntry, subject: Subject) -> Flaw | None:
    if entry.event is LineageEvent.REINSTATED:
        back = subject in scene.past and subject in scene.new
        return None if back else Flaw.NOT_RETURNED
    if subject not in scene.old:
        return Flaw.UNKNOWN
    if subject in _reached(scene.links, subject):
        return Flaw.CYCLE
    if entry.partial != (subject in scene.new):
        return Flaw.NOT_THERE if entry.partial else Flaw.STILL_THERE
    if entry.event is LineageEvent.MERGED and not any(
        successor in scene.old or _origins(scene.links, successor) > 1
        for successor in _named(entry, entry.successors)
    ):
        return Flaw.NOT_MERGED
    return None


def _named(entry: LineageEntry, ids: Iterable[str]) -> Iterator[Subject]:
    return (Subject(kind=entry.subject, id=name) for name in ids)


def _links(notes: ChangeNotes | None) -> dict[Subject, frozenset[Subject]]:
    return {
        origin: frozenset(_named(entry, entry.successors))
        for entry in (notes.lineage if notes else ())
        for origin in _named(entry, entry.ids)
    }


def _origins(links: Mapping[Subject, frozenset[Subject]], successor: Subject) -> int:
    return sum(successor in successors for successors in links.values())


def _reached(links: Mapping[Subject, frozenset[Subject]], start: Subject) -> set[Subject]:
    """Everything that continues ``start``, over however many entries."""
    reached: set[Subject] = set()
    waiting = [start]
    while waiting:
        for successor in links.get(waiting.pop(), frozenset()) - reached:
            reached.add(successor)
            waiting.append(successor)
    return reached
