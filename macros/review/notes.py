"""Reasons, open questions and lineage between editions, and the day from which feeds tell them (3.3.1)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from macros.changelog import Shown
from macros.loading.load import Loaded
from macros.model.changes import PROPOSED, ChangeNotes, Covered, OpenQuestion, Reason
from macros.model.edition import Edition
from macros.model.menu import Activity, Package
from macros.model.programme import Programme
from macros.model.revisions import Decisions
from macros.review.items import Item, Matter, Notice, Told
from macros.source.problem import Level
from macros.wording import change_titles, review_notes
from macros.wording import changes as change_words


@dataclass(frozen=True, slots=True)
class _Pair:
    """The notes of one pair of editions on both sides, and the editions they may name."""

    old: ChangeNotes | None
    new: ChangeNotes | None
    editions: tuple[Edition, ...]
    loaded: Loaded

    @property
    def where(self) -> str:
        held = self.new or self.old
        return review_notes.notes(held.old, held.new) if held else ""


def note_items(
    before: Programme, after: Programme, loaded: Loaded, decisions: Decisions | None, told: Collection[str]
) -> Iterator[Told]:
    """What changes in the notes of every pair of editions; new reasons in ``told`` stand elsewhere."""
    was = {(notes.old, notes.new): notes for notes in before.changes}
    now = {(notes.old, notes.new): notes for notes in after.changes}
    for key in {**was, **now}:
        if was.get(key) == now.get(key):
            continue
        editions = tuple(one for side in (after, before) for one in side.editions if one.id in key)
        pair = _Pair(was.get(key), now.get(key), editions, loaded)
        yield from _reasons(pair, decisions, told)
        yield from _questions(pair)
        yield from _lineage(pair)
        approach = tuple(notes.approach if notes else None for notes in (pair.old, pair.new))
        if approach[0] != approach[1]:
            shown = (Shown(old=approach[0], new=approach[1]),)
            title = change_words.APPROACH
            yield Item(matter=Matter.NOTES, where=pair.where, title=title, shown=shown)
        if pair.old and pair.new and pair.old.date != pair.new.date:
            moved = Shown(
                old=review_notes.day(pair.old.date), new=review_notes.day(pair.new.date), exchange=True
            )
            title = review_notes.FEED_DATE
            place = loaded.position(pair.new, "date")
            yield Item(matter=Matter.KEEPING, where=pair.where, title=title, shown=(moved,), place=place)


def _reasons(pair: _Pair, decisions: Decisions | None, told: Collection[str]) -> Iterator[Told]:
    old, new = (notes.reasons if notes else () for notes in (pair.old, pair.new))
    gone = [reason for reason in old if reason not in new]
    decided: dict[tuple[str, str], list[Reason]] = {}
    for reason in new:
        if reason in old:
            continue
        former = _former(reason, gone)
        if former is not None:
            gone.remove(former)
        place = pair.loaded.position(reason)
        named = _matters(pair, reason.covers)
        if former is None and reason.reason not in told:
            title = review_notes.reason_added(named)
            yield Item(matter=Matter.NOTES, where=pair.where, title=title, said=(reason.reason,), place=place)
        elif former is not None and (shown := tuple(_rewritten(former, reason))):
            title = review_notes.reason_changed(named)
            yield Item(matter=Matter.NOTES, where=pair.where, title=title, shown=shown, place=place)
        before = former.decision if former else PROPOSED
        if reason.decision != before:
            decided.setdefault((before, reason.decision), []).append(reason)
    for (before, after), reasons in decided.items():
        yield from _decided(pair, before, after, reasons, decisions)
    for reason in gone:
        yield Item(
            matter=Matter.NOTES,
            where=pair.where,
            title=review_notes.reason_removed(_matters(pair, reason.covers)),
            shown=(Shown(old=reason.reason, new=None),),
        )


def _former(reason: Reason, gone: Sequence[Reason]) -> Reason | None:
    """What a reason was before: one of the same text, or that speaks of any of the same."""
    same = [one for one in gone if one.reason == reason.reason]
    return next(iter([*same, *(one for one in gone if set(one.covers) & set(reason.covers))]), None)


def _rewritten(old: Reason, new: Reason) -> Iterator[Shown]:
    for label, before, after in (
        (change_words.REASON, old.reason, new.reason),
        (review_notes.FOR_READERS, old.note, new.note),
        (review_notes.REGISTER_NOTE, old.discrepancy, new.discrepancy),
    ):
        if before != after:
            yield Shown(label=label, old=before, new=after)


def _decided(
    pair: _Pair, before: str, after: str, reasons: Sequence[Reason], decisions: Decisions | None
) -> Iterator[Told]:
    """Reasons that name another decision than before; the decision must be recorded."""
    place = pair.loaded.position(reasons[0], "decision")
    yield Item(
        matter=Matter.DECISION,
        where=pair.where,
        title=review_notes.reasons_decided(len(reasons)),
        shown=(Shown(old=change_words.decision(before), new=change_words.decision(after), exchange=True),),
        said=tuple(review_notes.named(_matters(pair, reason.covers)) for reason in reasons),
        place=place,
    )
    if after != PROPOSED and not (decisions and decisions.find(after)):
        message, mend = review_notes.decision_unknown(after)
        yield Notice(level=Level.ERROR, message=message, mend=mend, place=place)


def _questions(pair: _Pair) -> Iterator[Item]:
    old, new = (notes.questions if notes else () for notes in (pair.old, pair.new))
    for question in new:
        if question not in old:
            yield Item(
                matter=Matter.NOTES,
                where=pair.where,
                title=review_notes.question_added(_asked(pair, question)),
                said=(question.question,),
                place=pair.loaded.position(question),
            )
    for question in old:
        if question not in new:
            title = review_notes.question_removed(_asked(pair, question))
            shown = (Shown(old=question.question, new=None),)
            yield Item(matter=Matter.NOTES, where=pair.where, title=title, shown=shown)


def _lineage(pair: _Pair) -> Iterator[Item]:
    old, new = (notes.lineage if notes else () for notes in (pair.old, pair.new))
    for entries, others in ((new, old), (old, new)):
        for entry in entries:
            if entry not in others:
                said = review_notes.lineage(entry)
                added = entries is new
                yield Item(
                    matter=Matter.NOTES,
                    where=pair.where,
                    title=review_notes.LINEAGE,
                    shown=(Shown(old=None if added else said, new=said if added else None),),
                    place=pair.loaded.position(entry) if added else None,
                )


def _matters(pair: _Pair, covers: Sequence[Covered]) -> list[str]:
    """What a reason explains, in words."""
    return [
        review_notes.covered(one, _record(pair, one.activity, one.package)) for one in dict.fromkeys(covers)
    ]


def _asked(pair: _Pair, question: OpenQuestion) -> str:
    record = _record(pair, question.activity, question.package)
    return change_titles.matter(question.field, record).rstrip(":")


def _record(pair: _Pair, activity: str | None, package: str | None) -> Activity | Package | None:
    """An activity or package in the first edition that has it."""
    for edition in pair.editions:
        if activity is not None and edition.has_activity(activity):
            return edition.activity(activity)
        if package is not None and edition.has_package(package):
            return edition.package(package)
    return None
