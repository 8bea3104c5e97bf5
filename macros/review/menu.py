"""The menu told: an edition as both sides have it, and a new one beside the edition before (section 3.2.5).

An edition has one id on both sides, and the change log tells two editions apart by their ids. So the older
state takes part under an id that no edition can have, in a chronicle of these two, with the reasons that
readers find: those from the edition before to this one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from macros.changelog import ChangeLog, ChangeLogs, Entry
from macros.changelog import record as record_of
from macros.changelog.telling import Pair
from macros.changes import Change, Chronicle, Subject, Substance
from macros.loading.load import Loaded
from macros.model.base import Record
from macros.model.changes import PROPOSED, ChangeNotes, Reason
from macros.model.edition import Edition, Erratum, Status
from macros.model.menu import Activity, Package
from macros.model.programme import Programme
from macros.review.differences import differences, shown_of
from macros.review.finding import Item, Justification, Matter, Notice, Place, error
from macros.review.lookups import (
    covering,
    joined,
    justifications,
    notes_into,
    place_of,
    predecessor,
    whose,
)
from macros.source.problem import Level
from macros.wording import history, phrases
from macros.wording import review_menu as words
from macros.wording.review_kinds import Topic

FORMER = "~"
"""Id of the older state of an edition; no edition can have it."""


@dataclass(frozen=True)
class Revised:
    """An edition on both sides of a review; ``loaded`` is what was read of the newer side."""

    old: Edition
    new: Edition
    before: Programme
    after: Programme
    loaded: Loaded

    @cached_property
    def frozen(self) -> bool:
        """Whether it was approved or printed before, so that it changes by erratum alone."""
        return self.old.info.status is not Status.DRAFT

    @cached_property
    def errata(self) -> tuple[Erratum, ...]:
        """Errata that are new."""
        known = set(self.old.info.errata)
        return tuple(erratum for erratum in self.new.info.errata if erratum not in known)

    @cached_property
    def predecessor(self) -> Edition | None:
        """The edition before, on the newer side."""
        return predecessor(self.after, self.new)

    @cached_property
    def notes(self) -> ChangeNotes | None:
        """The notes from the edition before to this one."""
        return notes_into(self.after, self.new)

    @cached_property
    def log(self) -> ChangeLog:
        """What changed from the older to the newer state."""
        year = self.new.info.fiscal_year
        info = self.old.info.model_copy(update={"id": FORMER, "fiscal_year": year})
        former = self.old.model_copy(update={"info": info})
        notes = [self.notes.model_copy(update={"old": FORMER, "new": self.new.id})] if self.notes else []
        pair = Pair(old=former, new=self.new, programme=joined(self.before, self.after))
        return ChangeLog(Chronicle((former, self.new), notes), pair)

    @cached_property
    def _known_reasons(self) -> frozenset[str]:
        notes = notes_into(self.before, self.old)
        return frozenset(reason.reason for reason in notes.reasons) if notes else frozenset()

    @cached_property
    def _lasting(self) -> frozenset[tuple[Subject, str]]:
        """What differs in substance from the edition before; all else is as it was there."""
        if self.predecessor is None:
            return frozenset()
        found = Chronicle.of(self.after).comparison(self.predecessor.id, self.new.id)
        return frozenset((change.subject, change.field) for change in found.substantive)

    def unless_corrected(self, about: Topic, place: Place | None) -> Notice | None:
        """What is told of a change that no erratum explains; nothing while the edition is a draft."""
        return (
            error(words.edited_without_erratum(self.new, about.words.title), place) if self.frozen else None
        )

    def items(self) -> Iterator[Item]:
        """Everything that changed in it, with what explains it."""
        for entry in self.log.entries:
            yield self._item(entry)
        for change in self.log.comparison.record_keeping:
            yield self._kept(change)

    def _item(self, entry: Entry) -> Item:
        item = _told(entry, self.new, self._justifications(entry), self.loaded, self.notes)
        if self.frozen:
            return replace(item, unless_justified=self.unless_corrected(item.about, item.place))
        if not item.substantive or self.predecessor is None:
            return item
        if self._lasts(entry):
            return replace(item, unless_justified=_unless_reasoned(item, entry, self.predecessor, self.new))
        lines = (*item.lines, words.reverted(self.predecessor))  # nobody chose what was only proposed
        return replace(item, matter=Matter.NEUTRAL, for_reader=(), lines=lines)

    def _lasts(self, entry: Entry) -> bool:
        """Whether what changed also differs from the edition before; all of a new activity does."""
        return not self._lasting.isdisjoint({(entry.subject, entry.field), (entry.subject, "")})

    def _justifications(self, entry: Entry) -> tuple[Justification, ...]:
        if self.frozen:
            return justifications(self.errata, entry.subject, entry.field)
        reasons = entry.reasons
        if not reasons and self.predecessor is not None:  # of a new activity, the reason why it is there
            years = ChangeLogs(self.after).log(self.predecessor, self.new)
            events = (event for event in years.by_subject.get(entry.subject, ()) if not event.field)
            reasons = tuple(reason for event in events for reason in event.reasons)
        return tuple(_justification(reason, old=reason.reason in self._known_reasons) for reason in reasons)

    def _kept(self, change: Change) -> Item:
        """What keeps the record: reviews and sources, which an approved edition does not change either."""
        old, new = (value if isinstance(value, Record) else None for value in (change.old, change.new))
        record = record_of(self.new, change.subject)
        place = self.loaded.position(record, change.field) if record else None
        about = words.record_keeping_changed(self.new, change.field, whose(change.subject, self.new))
        return Item(
            about=about,
            matter=Matter.KEEPING,
            shown=shown_of(differences(old, new)),
            justifications=justifications(self.errata, change.subject, change.field),
            unless_justified=self.unless_corrected(about, place),
            place=place,
        )


def begun(programme: Programme, edition: Edition, loaded: Loaded) -> Iterator[Item]:
    """What a new edition changes from the edition before."""
    before = predecessor(programme, edition)
    if before is None:
        return
    notes = notes_into(programme, edition)
    for entry in ChangeLogs(programme).log(before, edition).entries:
        reasons = tuple(_justification(reason, old=False) for reason in entry.reasons)
        item = _told(entry, edition, reasons, loaded, notes)
        if item.substantive:
            item = replace(item, unless_justified=_unless_reasoned(item, entry, before, edition))
        yield replace(item, lines=(*item.lines, words.compared_with(before)))


def _told(
    entry: Entry,
    edition: Edition,
    reasons: tuple[Justification, ...],
    loaded: Loaded,
    notes: ChangeNotes | None,
) -> Item:
    """An entry of a change log as an item."""
    cited = {reason.discrepancy for reason in reasons}
    return Item(
        about=words.entry(edition, entry.subject, entry.kinds[0], entry.title),
        matter=Matter(entry.group.value),
        shown=entry.shown,
        lines=tuple(_related(entry)),
        justifications=reasons,
        for_reader=entry.for_reader if entry.substance is Substance.SUBSTANTIVE else (),
        draft=edition.info.status is Status.DRAFT,
        place=place_of(loaded, edition, entry, notes),
        discrepancies=tuple(note for note in _discrepancies(entry, edition) if note not in cited),
    )


def _unless_reasoned(item: Item, entry: Entry, before: Edition, edition: Edition) -> Notice:
    """What is told of a change without a reason: a warning while the edition is a draft."""
    level = Level.WARNING if item.draft else Level.ERROR
    about = words.reason_missing(item.about.words.title, before.id, edition.id, covering(entry))
    return Notice(level, about, item.place)


def _justification(reason: Reason, *, old: bool) -> Justification:
    proposed = reason.decision == PROPOSED
    return Justification(
        text=reason.reason,
        decision="" if proposed else reason.decision,
        proposed=proposed,
        discrepancy=reason.discrepancy,
        old=old,
    )


def _related(entry: Entry) -> Iterator[str]:
    for label, related in (
        (history.CONTINUED_BY, entry.successors),
        (history.CONTINUES, entry.predecessors),
    ):
        if related:
            yield f"{label} {phrases.listed(f'{record.number} {record.name}' for record in related)}"


def _discrepancies(entry: Entry, edition: Edition) -> Iterator[str]:
    """Register entries that concern the changed field."""
    record = entry.new or entry.old
    if isinstance(record, Activity | Package) and entry.field:
        for discrepancy in entry.log.pair.programme.discrepancies_of(edition, record, entry.field):
            yield discrepancy.id
