"""Lineage of ids between two editions, as far as editors must declare it (sections 3.2.2 and 3.2.5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from macros.changes.records import Subject
from macros.changes.rows import records_by_subject
from macros.model.changes import ChangeNotes, LineageEvent
from macros.model.edition import Edition


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """``successor`` (in the newer edition) continues ``origin`` (in the older), wholly or in part."""

    origin: Subject
    successor: Subject


@dataclass(frozen=True)
class Lineage:
    """Who continues whom, and which ids of earlier editions are back."""

    links: frozenset[Link] = frozenset()
    reinstated: frozenset[Subject] = frozenset()

    @classmethod
    def of(cls, notes: ChangeNotes) -> Lineage:
        """The lineage that ``changes/OLD-NEW.yml`` declares."""
        links, reinstated = set(), set()
        for entry in notes.lineage:
            for origin in entry.ids:
                subject = Subject(kind=entry.subject, id=origin)
                if entry.event is LineageEvent.REINSTATED:
                    reinstated.add(subject)
                links |= {Link(subject, Subject(kind=entry.subject, id=name)) for name in entry.successors}
        return cls(frozenset(links), frozenset(reinstated))

    @cached_property
    def _successors(self) -> dict[Subject, tuple[Subject, ...]]:
        return _grouped((link.origin, link.successor) for link in self.links)

    @cached_property
    def _predecessors(self) -> dict[Subject, tuple[Subject, ...]]:
        return _grouped((link.successor, link.origin) for link in self.links)

    def successors(self, subject: Subject) -> tuple[Subject, ...]:
        """Who continues ``subject``, besides itself."""
        return self._successors.get(subject, ())

    def predecessors(self, subject: Subject) -> tuple[Subject, ...]:
        """Whom ``subject`` continues, besides itself."""
        return self._predecessors.get(subject, ())

    def reversed(self) -> Lineage:
        """The same seen from the newer edition: who came from whom."""
        return Lineage(frozenset(Link(link.successor, link.origin) for link in self.links))


def _grouped(pairs: Iterable[tuple[Subject, Subject]]) -> dict[Subject, tuple[Subject, ...]]:
    found: dict[Subject, tuple[Subject, ...]] = {}
    for key, value in sorted(pairs):
        if key != value:
            found[key] = (*found.get(key, ()), value)
    return found


def subjects(edition: Edition) -> frozenset[Subject]:
    """Every package and activity of an edition."""
    return frozenset(records_by_subject(edition))
