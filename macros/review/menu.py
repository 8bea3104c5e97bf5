"""The menu told: an edition as both sides have it, and a new one beside the edition before (section 3.2.5).

An edition has one id on both sides, and the change log tells two editions apart by their ids. So the older
state takes part under an id that no edition can have, in a chronicle of these two, with the reasons that
readers find: those from the edition before to this one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from macros.changelog import ChangeLog, ChangeLogs, Entry, Group
from macros.changelog import record as record_of
from macros.changelog.telling import Pair
from macros.changes import Change, Chronicle, Subject, Substance
from macros.loading.load import Loaded
from macros.model.base import Record
from macros.model.changes import ChangeNotes, Reason
from macros.model.edition import Edition, Erratum, Status
from macros.model.menu import Activity, Package
from macros.model.programme import Programme
from macros.review.differences import differences
from macros.review.items import Demand, Item, Matter, Place, Why
from macros.review.lookups import (
    covering,
    covers,
    joined,
    notes_into,
    place_of,
    predecessor,
    whose,
    why_of,
)
from macros.wording import data as data_words
from macros.wording import history, phrases
from macros.wording import review_menu as words

FORMER = "~"
"""Id of the older state of an edition; no edition can have it."""
MATTERS = {
    Group.HARDER: Matter.HARDER,
    Group.EASIER: Matter.EASIER,
    Group.NEUTRAL: Matter.NEUTRAL,
    Group.EDITORIAL: Matter.EDITORIAL,
}


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

    def items(self) -> Iterator[Item]:
        """Everything that changed in it, with what explains it."""
        for entry in self.log.entries:
            yield self._item(entry)
        for change in self.log.comparison.record_keeping:
            yield from self._kept(change)

    def _item(self, entry: Entry) -> Item:
        substantive = entry.substance is Substance.SUBSTANTIVE
        whys = tuple(self._whys(entry))
        place = place_of(self.loaded, self.new, entry, self.notes)
        if self.frozen:
            mend, missing = words.mend_by_erratum(self.new), words.no_erratum(self.new)
            return told(entry, self.new, whys, place, demand=Demand.ERROR, missing=missing, mend=mend)
        if not substantive or self.predecessor is None:
            return told(entry, self.new, whys, place)
        if not self._lasts(entry):  # nobody chose what was only proposed
            found = told(entry, self.new, whys, place)
            said = (*found.said, words.reverted(self.predecessor))
            return replace(found, matter=Matter.NEUTRAL, means=(), said=said)
        mend = words.mend_by_reason(self.predecessor.id, self.new.id, covering(entry))
        return told(
            entry, self.new, whys, place, demand=_demand(self.new), missing=words.NO_REASON, mend=mend
        )

    def _lasts(self, entry: Entry) -> bool:
        """Whether what changed also differs from the edition before; all of a new activity does."""
        return not self._lasting.isdisjoint({(entry.subject, entry.field), (entry.subject, "")})

    def _whys(self, entry: Entry) -> Iterator[Why]:
        if self.frozen:
            yield from (why_of(one) for one in self.errata if covers(one, entry.subject, entry.field))
            return
        reasons = entry.reasons
        if not reasons and self.predecessor is not None:  # of a new activity, the reason why it is there
            years = ChangeLogs(self.after).log(self.predecessor, self.new)
            events = (one for one in years.by_subject.get(entry.subject, ()) if not one.field)
            reasons = tuple(reason for one in events for reason in one.reasons)
        yield from (_why(reason, old=reason.reason in self._known_reasons) for reason in reasons)

    def _kept(self, change: Change) -> Iterator[Item]:
        """What keeps the record: reviews and sources, which an approved edition does not change either."""
        old, new = (held if isinstance(held, Record) else None for held in (change.old, change.new))
        pieces = [found.shown for found in differences(old, new) if found.shown is not None]
        whys = tuple(why_of(e) for e in self.errata if covers(e, change.subject, change.field))
        yield Item(
            matter=Matter.KEEPING,
            where=words.edition(self.new),
            title=words.kept(change.field, whose(change.subject, self.new)),
            shown=tuple(pieces),
            whys=whys,
            place=self._kept_place(change),
            demand=Demand.ERROR if self.frozen else Demand.NOTHING,
            missing=words.no_erratum(self.new),
            mend=words.mend_by_erratum(self.new) if self.frozen else "",
        )

    def _kept_place(self, change: Change) -> Place | None:
        record = record_of(self.new, change.subject)
        return self.loaded.position(record, change.field) if record else None


def begun(programme: Programme, edition: Edition, loaded: Loaded) -> Iterator[Item]:
    """What a new edition changes from the edition before."""
    before = predecessor(programme, edition)
    if before is None:
        return
    notes = notes_into(programme, edition)
    for entry in ChangeLogs(programme).log(before, edition).entries:
        whys = tuple(_why(reason, old=False) for reason in entry.reasons)
        place = place_of(loaded, edition, entry, notes)
        if entry.substance is Substance.SUBSTANTIVE:
            mend = words.mend_by_reason(before.id, edition.id, covering(entry))
            found = told(
                entry, edition, whys, place, demand=_demand(edition), missing=words.NO_REASON, mend=mend
            )
        else:
            found = told(entry, edition, whys, place)
        yield replace(found, said=(*found.said, words.compared_with(before)))


def told(
    entry: Entry,
    edition: Edition,
    whys: tuple[Why, ...],
    place: Place | None,
    *,
    demand: Demand = Demand.NOTHING,
    missing: str = "",
    mend: str = "",
) -> Item:
    """An entry of a change log as an item."""
    substantive = entry.substance is Substance.SUBSTANTIVE
    named = {why.discrepancy for why in whys}
    return Item(
        matter=MATTERS[entry.group],
        where=words.edition(edition),
        title=data_words.headline(entry.title, entry.kinds[0]),
        shown=entry.shown,
        said=tuple(_related(entry)),
        whys=whys,
        means=entry.for_reader if substantive else (),
        draft=edition.info.status is Status.DRAFT,
        demand=demand,
        missing=missing,
        mend=mend,
        place=place,
        touching=tuple(note for note in _touching(entry, edition) if note not in named),
    )


def _demand(edition: Edition) -> Demand:
    return Demand.WARNING if edition.info.status is Status.DRAFT else Demand.ERROR


def _why(reason: Reason, *, old: bool) -> Why:
    return Why(
        text=reason.reason,
        decision="" if reason.is_proposal else reason.decision,
        proposed=reason.is_proposal,
        discrepancy=reason.discrepancy,
        old=old,
    )


def _related(entry: Entry) -> Iterator[str]:
    for label, related in (
        (history.CONTINUED_BY, entry.successors),
        (history.CONTINUES, entry.predecessors),
    ):
        if related:
            yield f"{label} {phrases.listed(f'{one.number} {one.name}' for one in related)}"


def _touching(entry: Entry, edition: Edition) -> Iterator[str]:
    """Register entries that concern the changed field."""
    record = entry.new or entry.old
    if isinstance(record, Activity | Package) and entry.field:
        for found in entry.log.pair.programme.discrepancies_of(edition, record, entry.field):
            yield found.id
