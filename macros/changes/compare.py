"""``compare``: everything that differs between two editions, as records (sections 3.2.5 and 3.3.1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from macros.changes.canonical import same
from macros.changes.fields import FIELDS, ROWS, FieldRule, Weight
from macros.changes.kinds import Effect, Kind, Substance
from macros.changes.lineage import Lineage, subjects
from macros.changes.records import EDITION, Change, Comparison, Subject, Value
from macros.changes.rows import (
    Order,
    indicators_by_subject,
    printed_order,
    questions_by_subject,
    records_by_subject,
    subject_of,
)
from macros.changes.special import SPECIAL, ActivitySide, FieldDifference, companions
from macros.changes.weigh import substance
from macros.model.changes import SubjectKind
from macros.model.edition import Edition, EditionInfo, Indicators, Screening
from macros.model.menu import Activity, Package


def compare(
    old: Edition, new: Edition, lineage: Lineage | None = None, history: Sequence[Edition] = ()
) -> Comparison:
    """Compare two editions, which need not follow each other.

    ``lineage`` says who continues whom; without it a vanished id has ended and a new one is added.
    ``history`` holds editions before ``old``: an id of theirs that is back counts as reinstated.
    """
    return _Pair(old, new, lineage or Lineage(), history).compare()


class _Pair:
    """Two editions, indexed once."""

    def __init__(self, old: Edition, new: Edition, lineage: Lineage, history: Sequence[Edition]) -> None:
        self.old, self.new = old, new
        self.lineage, self.back = lineage, lineage.reversed()
        self.before, self.after = records_by_subject(old), records_by_subject(new)
        self.returning = lineage.reinstated.union(*(subjects(edition) for edition in history))
        self.order = {**printed_order(old), **printed_order(new)}

    def compare(self) -> Comparison:
        found = [
            *self._edition(),
            *(change for subject in {**self.before, **self.after} for change in self._record(subject)),
            *self._rows("screening", questions_by_subject(self.old), questions_by_subject(self.new)),
            *self._rows("indicators", indicators_by_subject(self.old), indicators_by_subject(self.new)),
        ]
        found.sort(key=lambda change: self._place(change.subject))
        return Comparison(
            old=self.old.info,
            new=self.new.info,
            changes=tuple(change for change in found if change.kind is not Kind.RECORD_KEEPING),
            record_keeping=tuple(change for change in found if change.kind is Kind.RECORD_KEEPING),
        )

    def _place(self, subject: Subject) -> Order:
        """The edition first, then the printed order; what a row names wrongly comes last."""
        if subject == EDITION:
            return (0, (), 0, (), "")
        kind = int(subject.kind is SubjectKind.ACTIVITY)
        return self.order.get(subject, (2, (), kind, (), subject.id))

    def _package(self, subject: Subject) -> str | None:
        if subject.kind is SubjectKind.PACKAGE:
            return subject.id
        for edition in (self.new, self.old):
            if subject.kind is SubjectKind.ACTIVITY and edition.has_activity(subject.id):
                return edition.package_of(subject.id).id
        return None

    def _edition(self) -> Iterator[Change]:
        yield from self._fields(EDITION, EditionInfo, self.old.info, self.new.info)
        old, new = self.old, self.new
        yield from self._fields(EDITION, Screening, old.screening, new.screening, "screening.")
        yield from self._fields(EDITION, Indicators, old.indicators, new.indicators, "indicators.")

    def _fields(
        self,
        subject: Subject,
        model: type[Activity | Package | EditionInfo | Screening | Indicators],
        old: object,
        new: object,
        prefix: str = "",
    ) -> Iterator[Change]:
        for name, rule in FIELDS[model].items():
            before, after = getattr(old, name, None), getattr(new, name, None)
            if rule.weight is Weight.IDENTITY or same(before, after, unordered=rule.unordered):
                continue
            for finding in self._field(subject, name, rule, before, after):
                yield self._change(subject, prefix + name, finding)

    def _field(
        self, subject: Subject, name: str, rule: FieldRule, old: Value, new: Value
    ) -> Iterator[FieldDifference]:
        if name == "implement_with":
            here = ActivitySide(
                activity=self.old.activity(subject.id), edition=self.old, lineage=self.lineage
            )
            there = ActivitySide(activity=self.new.activity(subject.id), edition=self.new, lineage=self.back)
            yield from companions(here, there)
        elif name in SPECIAL:
            yield from SPECIAL[name](rule, old, new)
        elif rule.kind is not None:
            yield FieldDifference(rule.kind, old, new, substance(rule, old, new))

    def _record(self, subject: Subject) -> Iterator[Change]:
        old, new = self.before.get(subject), self.after.get(subject)
        yield from self._event(subject, old, new)
        if old is None or new is None:
            return
        if subject.kind is SubjectKind.ACTIVITY:
            yield from self._move(subject)
        yield from self._fields(subject, type(old), old, new)

    def _event(self, subject: Subject, old: Value, new: Value) -> Iterator[Change]:
        successors = self._successors(subject)
        predecessors = self._predecessors(subject)
        if old is None:
            kind = self._coming(subject, predecessors)
        elif new is None:
            kind = self._going(successors)
        elif predecessors:
            kind = Kind.MERGED
        elif successors:
            kind = Kind.SPLIT
        else:
            return
        effect = Effect.NEUTRAL
        if not successors and not predecessors:
            effect = Effect.HARDER if kind is Kind.ENDED else Effect.EASIER
        yield Change(
            subject=subject,
            kind=kind,
            field="",
            old=old,
            new=new,
            substance=Substance.SUBSTANTIVE,
            effect=effect,
            package=self._package(subject),
            successors=tuple(successor.id for successor in successors),
            predecessors=tuple(predecessor.id for predecessor in predecessors),
        )

    def _successors(self, subject: Subject) -> tuple[Subject, ...]:
        """Who continues a subject of the old edition in the new one, besides itself."""
        known = subject in self.before
        return tuple(s for s in self.lineage.successors(subject) if known and s in self.after)

    def _predecessors(self, subject: Subject) -> tuple[Subject, ...]:
        """Whom of the old edition a subject of the new one continues, besides itself."""
        known = subject in self.after
        return tuple(s for s in self.lineage.predecessors(subject) if known and s in self.before)

    def _coming(self, subject: Subject, predecessors: Sequence[Subject]) -> Kind:
        if subject in self.returning:
            return Kind.REINSTATED
        if len(predecessors) > 1:
            return Kind.MERGED
        for origin in predecessors:
            if origin in self.after or len(self._successors(origin)) > 1:
                return Kind.SPLIT
        return Kind.ADDED

    def _going(self, successors: Sequence[Subject]) -> Kind:
        if len(successors) > 1:
            return Kind.SPLIT
        for successor in successors:
            if successor in self.before or len(self._predecessors(successor)) > 1:
                return Kind.MERGED
        return Kind.ENDED

    def _move(self, subject: Subject) -> Iterator[Change]:
        old, new = self.old.package_of(subject.id), self.new.package_of(subject.id)
        if old.id != new.id:
            follows = subject_of(new) in self.lineage.successors(subject_of(old))
            weight = Substance.EDITORIAL if follows else Substance.SUBSTANTIVE
            yield self._change(subject, "package", FieldDifference(Kind.MOVED, old.id, new.id, weight))

    def _rows(
        self, name: str, old: Mapping[Subject, Value], new: Mapping[Subject, Value]
    ) -> Iterator[Change]:
        for subject in {**old, **new}:
            before, after = old.get(subject, ()), new.get(subject, ())
            if not same(before, after):
                for finding in self._field(subject, name, ROWS[name], before, after):
                    yield self._change(subject, name, finding)

    def _change(self, subject: Subject, field: str, finding: FieldDifference) -> Change:
        return Change(
            subject=subject,
            kind=finding.kind,
            field=field,
            old=finding.old,
            new=finding.new,
            substance=finding.substance,
            effect=finding.effect,
            package=self._package(subject),
        )
