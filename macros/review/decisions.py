"""Decisions that are recorded, and revisions of the guideline on their way to one (Pengantar, Tabel 4)."""

from __future__ import annotations

from collections.abc import Iterator

from macros.changelog import Shown
from macros.model.guideline.guideline import Guideline
from macros.model.revisions import Decision, Revision, RevisionStatus
from macros.review.differences import differences
from macros.review.items import Item, Matter, Notice, Told
from macros.review.side import Side
from macros.source.problem import Level
from macros.wording import guide as guide_words
from macros.wording import review_guideline as words


def decision_items(base: Side, head: Side) -> Iterator[Told]:
    """Decisions that are new, changed or gone."""
    was, now = _decisions(base.guideline), _decisions(head.guideline)
    where = words.file("decisions", "")
    for key in {**now, **was}:
        old, new = was.get(key), now.get(key)
        if old == new:
            continue
        place = head.loaded.position(new) if new else None
        if old is None and new is not None:
            said = tuple(words.decision_lines(new, head.digest))
            title = words.decision_added(new)
            yield Item(matter=Matter.DECISION, where=where, title=title, said=said, place=place)
            continue
        shown = tuple(found.shown for found in differences(old, new) if found.shown is not None)
        if old is not None:
            title = words.decision_changed(old, gone=new is None)
            yield Item(matter=Matter.DECISION, where=where, title=title, shown=shown, place=place)
            message, mend = words.decision_rewritten(old, gone=new is None)
            level = Level.ERROR if new is None else Level.WARNING
            yield Notice(level=level, message=message, mend=mend, place=place)


def revision_items(base: Side, head: Side) -> Iterator[Told]:
    """Revisions that are new, changed, approved or gone; what they say of sections stands with these."""
    was, now = _revisions(base.guideline), _revisions(head.guideline)
    for key in {**now, **was}:
        old, new = was.get(key), now.get(key)
        if new is None and old is not None:
            yield Item(matter=Matter.DECISION, where=guide_words.GUIDE, title=words.revision_gone(old))
            if old.status is not RevisionStatus.DRAFT:
                message, mend = words.closed_revision_changed(old)
                yield Notice(level=Level.ERROR, message=message, mend=mend)
        elif new is not None and old != new:
            yield from _revision(old, new, head)


def _revision(old: Revision | None, new: Revision, head: Side) -> Iterator[Told]:
    closed = old is not None and old.status is not RevisionStatus.DRAFT
    place = head.loaded.position(new)
    status = old.status if old else None
    shown: tuple[Shown, ...] = ()
    if status is not new.status:
        before = guide_words.STATUS[status] if status else None
        shown = (Shown(old=before, new=guide_words.STATUS[new.status], exchange=status is not None),)
    details = tuple(_details(old, new)) if old else ()
    yield Item(
        matter=Matter.DECISION if old is None or shown or closed else Matter.NOTES,
        where=guide_words.GUIDE,
        title=words.revision_changed(new, is_new=old is None),
        shown=(*shown, *details),
        said=(new.note,) if old is None else (),
        place=place,
    )
    if closed and old is not None and not _only_corrected(old, new):
        message, mend = words.closed_revision_changed(new)
        yield Notice(level=Level.ERROR, message=message, mend=mend, place=place)
    elif not closed and new.status is not RevisionStatus.DRAFT:
        yield from _founded(new, head, proposed=old is not None)


def _only_corrected(old: Revision, new: Revision) -> bool:
    """Whether a closed revision gained no more than its digest, and a printed one corrections and its note.

    A text without any decision may also stop calling itself approved.
    """
    may_change = {"digest"} if old.digest is None else set()
    grown = new.corrections[: len(old.corrections)] == old.corrections
    if new.status is RevisionStatus.PRINTED and old.decision is None and grown:
        may_change |= {"status", "note", "corrections"}
    return new.model_copy(update={name: getattr(old, name) for name in may_change}) == old


def _founded(revision: Revision, head: Side, *, proposed: bool) -> Iterator[Notice]:
    """What a revision lacks that is in the making no more; ``proposed`` tells that it was so before."""
    if revision.status is RevisionStatus.PRINTED:
        if proposed:
            message, mend = words.revision_as_printed(revision)
            place = head.loaded.position(revision, "status")
            yield Notice(level=Level.ERROR, message=message, mend=mend, place=place)
        return
    decisions = head.guideline.decisions
    if not (decisions and decisions.find(revision.decision)):
        message, mend = words.revision_without_decision(revision)
        place = head.loaded.position(revision, "status")
        yield Notice(level=Level.ERROR, message=message, mend=mend, place=place)


def _details(old: Revision, new: Revision) -> Iterator[Shown]:
    """Fields that changed, but the status; a digest that is written at last takes nothing back."""
    for found in differences(old, new):
        sealed = found.fields[0] == "digest" and old.digest is None
        if found.fields[0] != "status" and found.shown is not None and not sealed:
            label = words.trail(found.trail, "") if found.trail else found.shown.label
            yield Shown(label=label, old=found.shown.old, new=found.shown.new, exchange=found.shown.exchange)


def _decisions(guideline: Guideline) -> dict[str, Decision]:
    return {one.id: one for one in (guideline.decisions.decisions if guideline.decisions else ())}


def _revisions(guideline: Guideline) -> dict[str, Revision]:
    return {one.id: one for one in (guideline.revisions.revisions if guideline.revisions else ())}
