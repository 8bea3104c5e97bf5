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
from macros.review.finding import Finding, Item, Matter, Place, error
from macros.review.lookups import unlike
from macros.wording import change_titles, dates
from macros.wording import changes as change_words
from macros.wording import review_menu as words
from macros.wording.review_kinds import Topic


@dataclass(frozen=True, slots=True)
class _Pair:
    """The notes of one pair of editions on both sides, and the editions they may name."""

    old: ChangeNotes | None
    new: ChangeNotes | None
    notes: ChangeNotes
    editions: tuple[Edition, ...]
    loaded: Loaded


def note_findings(
    before: Programme, after: Programme, loaded: Loaded, decisions: Decisions | None, told: Collection[str]
) -> Iterator[Finding]:
    """What changes in the notes of every pair of editions; new reasons in ``told`` stand elsewhere."""
    was, now = ({(notes.old, notes.new): notes for notes in side.changes} for side in (before, after))
    for key, old, new in unlike(was, now):
        notes = new or old
        if notes is None:
            continue
        editions = tuple(
            edition for side in (after, before) for edition in side.editions if edition.id in key
        )
        pair = _Pair(old, new, notes, editions, loaded)
        yield from _reasons(pair, decisions, told)
        yield from _questions(pair)
        yield from _lineage(pair)
        approach = tuple(side.approach if side else None for side in (old, new))
        if approach[0] != approach[1]:
            yield _noted(words.approach_changed(notes), Shown(old=approach[0], new=approach[1]))
        if old and new and old.date != new.date:
            yield Item(
                about=words.notes_date_changed(notes),
                matter=Matter.KEEPING,
                shown=(Shown(old=dates.day(old.date), new=dates.day(new.date), exchange=True),),
                place=loaded.position(new, "date"),
            )


def _noted(about: Topic, *shown: Shown, place: Place | None = None) -> Item:
    return Item(about=about, matter=Matter.NOTES, shown=shown, place=place)


def _reasons(pair: _Pair, decisions: Decisions | None, told: Collection[str]) -> Iterator[Finding]:
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
        matters = _matters(pair, reason.covers)
        if former is None and reason.reason not in told:
            yield _noted(words.reason_added(pair.notes, reason.reason, matters), place=place)
        elif former is not None and (shown := tuple(_rewritten(former, reason))):
            yield _noted(words.reason_changed(pair.notes, matters), *shown, place=place)
        before = former.decision if former else PROPOSED
        if reason.decision != before:
            decided.setdefault((before, reason.decision), []).append(reason)
    for (before, after), reasons in decided.items():
        yield from _decided(pair, before, after, reasons, decisions)
    for reason in gone:
        about = words.reason_removed(pair.notes, _matters(pair, reason.covers))
        yield _noted(about, Shown(old=reason.reason, new=None))


def _former(reason: Reason, gone: Sequence[Reason]) -> Reason | None:
    """What a reason was before: one of the same text, or that speaks of any of the same."""
    same = [one for one in gone if one.reason == reason.reason]
    return next(iter([*same, *(one for one in gone if set(one.covers) & set(reason.covers))]), None)


def _rewritten(old: Reason, new: Reason) -> Iterator[Shown]:
    for label, before, after in (
        (change_words.REASON, old.reason, new.reason),
        (words.FOR_READERS, old.note, new.note),
        (words.REGISTER_NOTE, old.discrepancy, new.discrepancy),
    ):
        if before != after:
            yield Shown(label=label, old=before, new=after)


def _decided(
    pair: _Pair, before: str, after: str, reasons: Sequence[Reason], decisions: Decisions | None
) -> Iterator[Finding]:
    """Reasons that name another decision than before; the decision must be recorded."""
    place = pair.loaded.position(reasons[0], "decision")
    yield Item(
        about=words.reasons_decided(pair.notes, [_matters(pair, reason.covers) for reason in reasons]),
        matter=Matter.DECISION,
        shown=(Shown(old=change_words.decision(before), new=change_words.decision(after), exchange=True),),
        place=place,
    )
    if after != PROPOSED and not (decisions and decisions.find(after)):
        yield error(words.decision_unknown(after), place)


def _questions(pair: _Pair) -> Iterator[Item]:
    old, new = (notes.questions if notes else () for notes in (pair.old, pair.new))
    for question in new:
        if question not in old:
            about = words.question_added(pair.notes, question.question, _asked(pair, question))
            yield _noted(about, place=pair.loaded.position(question))
    for question in old:
        if question not in new:
            about = words.question_removed(pair.notes, _asked(pair, question))
            yield _noted(about, Shown(old=question.question, new=None))


def _lineage(pair: _Pair) -> Iterator[Item]:
    old, new = (notes.lineage if notes else () for notes in (pair.old, pair.new))
    for entry in new:
        if entry not in old:
            shown = Shown(old=None, new=words.lineage(entry))
            yield _noted(words.lineage_added(pair.notes), shown, place=pair.loaded.position(entry))
    for entry in old:
        if entry not in new:
            yield _noted(words.lineage_removed(pair.notes), Shown(old=words.lineage(entry), new=None))


def _matters(pair: _Pair, covers: Sequence[Covered]) -> list[str]:
    """What a reason explains, in words."""
    return [words.covered(one, _record(pair, one.activity, one.package)) for one in dict.fromkeys(covers)]


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
