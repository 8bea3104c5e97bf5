"""All editions in a row: every comparison, and the history of every id (section 3.2.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from macros.changes.compare import compare
from macros.changes.lineage import Lineage, Link
from macros.changes.records import EDITION, Change, Comparison, Subject
from macros.changes.rows import printed_order, records_by_subject
from macros.model.changes import ChangeNotes, SubjectKind
from macros.model.edition import Edition
from macros.model.menu import Activity, Package
from macros.model.programme import Programme


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What one edition says of an id: its record (``None`` where it is gone), and what changed that year."""

    edition: Edition
    record: Activity | Package | None
    package: str | None
    changes: tuple[Change, ...]


class Chronicle:
    """Editions by fiscal year with the lineage between them; comparisons are made once, when asked for."""

    def __init__(self, editions: Iterable[Edition], notes: Iterable[ChangeNotes] = ()) -> None:
        """``notes`` of pairs that do not follow each other are disregarded; a rule reports them."""
        self.editions = tuple(sorted(editions, key=lambda edition: edition.info.fiscal_year))
        self._place = {edition.id: index for index, edition in enumerate(self.editions)}
        self._notes = {(found.old, found.new): found for found in notes}
        self._comparisons: dict[tuple[str, str], Comparison] = {}

    @classmethod
    def of(cls, programme: Programme) -> Chronicle:
        """The chronicle of a programme."""
        return cls(programme.editions, programme.changes)

    @property
    def pairs(self) -> tuple[tuple[Edition, Edition], ...]:
        """Every edition with the next, oldest first."""
        return tuple(zip(self.editions, self.editions[1:], strict=False))

    def notes(self, old: str, new: str) -> ChangeNotes | None:
        """What ``changes/OLD-NEW.yml`` says."""
        return self._notes.get((old, new))

    def comparison(self, old: str, new: str) -> Comparison:
        """The comparison of any two editions, by id; ``KeyError`` for an unknown one."""
        if (old, new) not in self._comparisons:
            first, second = self._edition(old), self._edition(new)
            earlier = self.editions[: self._place[old]] if self._place[old] < self._place[new] else ()
            self._comparisons[old, new] = compare(first, second, self._told(old, new), earlier)
        return self._comparisons[old, new]

    def steps(self, old: str, new: str) -> Iterator[tuple[Comparison, ChangeNotes | None]]:
        """The comparison and notes of every year from ``old`` to ``new``; none backwards."""
        for place in range(self._place[old], self._place[new]):
            first, second = self.editions[place].id, self.editions[place + 1].id
            yield self.comparison(first, second), self.notes(first, second)

    def lineage(self, old: str, new: str) -> Lineage:
        """Who continues whom from one edition to any other, over all years between; also backwards."""
        start, end = self._place[old], self._place[new]
        if start > end:
            return self.lineage(new, old).reversed()
        return Lineage(
            frozenset(
                Link(origin, successor)
                for origin in self._records[start]
                for successor in self._descendants(origin, start, end)
                if successor != origin
            )
        )

    def _told(self, old: str, new: str) -> Lineage:
        """The lineage that a comparison tells.

        An id that was away in between and is back continues itself alone: whoever stood in for it is new.
        """
        start, end = sorted((self._place[old], self._place[new]))
        found = self.lineage(self.editions[start].id, self.editions[end].id)
        away = {
            link.origin
            for link in found.links
            if link.origin in self._records[end]
            and link.origin not in self._descendants(link.origin, start, end)
        }
        kept = Lineage(frozenset(link for link in found.links if link.origin not in away))
        return kept if self._place[old] < self._place[new] else kept.reversed()

    def successors(self, subject: Subject, old: str, new: str) -> tuple[Subject, ...]:
        """What ``subject`` of edition ``old`` has become in edition ``new``, over all years between.

        Itself first if it is there, then others in printed order; nothing where it has ended.
        """
        start, end = self._place[old], self._place[new]
        if start > end:
            found = set(self.lineage(old, new).successors(subject))
        else:
            found = set(self._descendants(subject, start, end))
        if subject in self._records[start]:
            found.add(subject)
        order = printed_order(self.editions[end])
        there = (one for one in found if one in self._records[end])
        return tuple(sorted(there, key=lambda one: (one != subject, order[one])))

    def standing(self, subject: Subject, current: Edition | None) -> Moment:
        """The edition that speaks for a subject: ``current``, else the last before it, else the newest.

        What is only proposed speaks for nothing that was ever offered. ``KeyError`` where no edition has it.
        """
        held = [moment for moment in self._histories[subject] if moment.record is not None]
        year = current.info.fiscal_year if current is not None else 0
        offered = [moment for moment in held if moment.edition.info.fiscal_year <= year]
        return (offered or held)[-1]

    def history(self, subject: Subject) -> tuple[Moment, ...]:
        """Every edition that has the subject, or in which it vanished, oldest first."""
        return self._histories.get(subject, ())

    def _edition(self, edition_id: str) -> Edition:
        return self.editions[self._place[edition_id]]

    @cached_property
    def _steps(self) -> tuple[Lineage, ...]:
        declared = (self.notes(old.id, new.id) for old, new in self.pairs)
        return tuple(Lineage.of(notes) if notes else Lineage() for notes in declared)

    @cached_property
    def _records(self) -> tuple[dict[Subject, Activity | Package], ...]:
        return tuple(records_by_subject(edition) for edition in self.editions)

    def _descendants(self, subject: Subject, start: int, end: int) -> set[Subject]:
        """What continues ``subject`` from ``start`` to ``end``, itself too if it is there throughout."""
        found = {subject} if subject in self._records[start] else set()
        for place in range(start, end):
            step = self._steps[place]
            reached = {successor for origin in found for successor in step.successors(origin)}
            found = {one for one in found | reached if one in self._records[place + 1]}
        return found

    @cached_property
    def _histories(self) -> dict[Subject, tuple[Moment, ...]]:
        found: dict[Subject, list[Moment]] = {}
        for place, edition in enumerate(self.editions):
            changes = self._changes_into(place)
            for subject in {**self._records[place], **changes}:
                record = self._records[place].get(subject)
                if subject != EDITION and (record is not None or subject in found):
                    found.setdefault(subject, []).append(
                        Moment(
                            edition=edition,
                            record=record,
                            package=_package(edition, subject, record),
                            changes=tuple(changes.get(subject, ())),
                        )
                    )
        return {subject: tuple(moments) for subject, moments in found.items()}

    def _changes_into(self, place: int) -> dict[Subject, list[Change]]:
        """Changes by subject, from the edition before."""
        found: dict[Subject, list[Change]] = {}
        if place > 0:
            comparison = self.comparison(self.editions[place - 1].id, self.editions[place].id)
            for change in comparison.changes:
                found.setdefault(change.subject, []).append(change)
        return found


def _package(edition: Edition, subject: Subject, record: Activity | Package | None) -> str | None:
    if record is None:
        return None
    return edition.package_of(subject.id).id if isinstance(record, Activity) else subject.id


def history(
    activity_id: str, editions: Iterable[Edition], notes: Iterable[ChangeNotes] = ()
) -> tuple[Moment, ...]:
    """The history of one activity; for many, ask one ``Chronicle``."""
    return Chronicle(editions, notes).history(Subject(kind=SubjectKind.ACTIVITY, id=activity_id))
