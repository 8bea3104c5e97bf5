"""Decisions that are recorded, and revisions of the guideline on their way to one (Pengantar, Tabel 4)."""

from __future__ import annotations

from collections.abc import Iterator

from macros.changelog import Shown
from macros.model.revisions import Revision, RevisionStatus
from macros.review.differences import differences, shown_of
from macros.review.finding import Finding, Item, Matter, Notice, error, warning
from macros.review.lookups import by_id, decisions_of, revisions_of, unlike
from macros.review.side import Side
from macros.wording import guide as guide_words
from macros.wording import review_guideline as words


def decision_findings(base: Side, head: Side) -> Iterator[Finding]:
    """Decisions that are new, changed or gone."""
    was, now = by_id(decisions_of(base.guideline)), by_id(decisions_of(head.guideline))
    for _, new, old in unlike(now, was):
        place = head.loaded.position(new) if new else None
        if old is None:
            if new is not None:
                about = words.decision_added(new, head.digest)
                yield Item(about=about, matter=Matter.DECISION, place=place)
            continue
        kind = words.decision_changed if new else words.decision_removed
        yield Item(
            about=kind(old), matter=Matter.DECISION, shown=shown_of(differences(old, new)), place=place
        )
        yield (
            warning(words.recorded_decision_changed(old), place)
            if new
            else error(words.recorded_decision_removed(old))
        )


def revision_findings(base: Side, head: Side) -> Iterator[Finding]:
    """Revisions that are new, changed, approved or gone; what they say of sections stands with these."""
    was, now = by_id(revisions_of(base.guideline)), by_id(revisions_of(head.guideline))
    for _, new, old in unlike(now, was):
        if new is not None:
            yield from _revision(old, new, head)
        elif old is not None:
            yield Item(about=words.revision_removed(old), matter=Matter.DECISION)
            if old.status is not RevisionStatus.DRAFT:
                yield error(words.closed_revision_changed(old))


def _revision(old: Revision | None, new: Revision, head: Side) -> Iterator[Finding]:
    closed = old is not None and old.status is not RevisionStatus.DRAFT
    place = head.loaded.position(new)
    status = old.status if old else None
    shown: tuple[Shown, ...] = ()
    if status is not new.status:
        before = guide_words.STATUS[status] if status else None
        shown = (Shown(old=before, new=guide_words.STATUS[new.status], exchange=status is not None),)
    yield Item(
        about=words.revision_changed(new) if old else words.revision_added(new),
        matter=Matter.DECISION if shown or closed else Matter.NOTES,
        shown=(*shown, *(_details(old, new) if old else ())),
        place=place,
    )
    if old is not None and closed:
        if not _only_corrected(old, new):
            yield error(words.closed_revision_changed(new), place)
    elif new.status is not RevisionStatus.DRAFT:
        yield from _unfounded(new, head, proposed=old is not None)


def _only_corrected(old: Revision, new: Revision) -> bool:
    """Whether a closed revision gained no more than its digest, and a printed one corrections and its note.

    A text without any decision may also stop calling itself approved.
    """
    may_change = {"digest"} if old.digest is None else set()
    grown = new.corrections[: len(old.corrections)] == old.corrections
    if new.status is RevisionStatus.PRINTED and old.decision is None and grown:
        may_change |= {"status", "note", "corrections"}
    return new.model_copy(update={name: getattr(old, name) for name in may_change}) == old


def _unfounded(revision: Revision, head: Side, *, proposed: bool) -> Iterator[Notice]:
    """What a revision lacks that is in the making no more; ``proposed`` tells that it was so before."""
    place = head.loaded.position(revision, "status")
    decisions = head.guideline.decisions
    if revision.status is RevisionStatus.PRINTED:
        if proposed:
            yield error(words.revision_as_printed(revision), place)
    elif not (decisions and decisions.find(revision.decision)):
        yield error(words.revision_without_decision(revision), place)


def _details(old: Revision, new: Revision) -> Iterator[Shown]:
    """Fields that changed, but the status; a digest that is written at last takes nothing back."""
    for found in differences(old, new):
        sealed = found.fields[0] == "digest" and old.digest is None
        if found.fields[0] != "status" and found.shown is not None and not sealed:
            label = words.trail(found.trail, "") if found.trail else found.shown.label
            yield Shown(label=label, old=found.shown.old, new=found.shown.new, exchange=found.shown.exchange)
