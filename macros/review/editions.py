"""Editions as a whole: new and removed ones, status, approvals, what freezes them, and errata.

An approval rests on a recorded decision (Tabel 4); what was approved changes by erratum alone (section
3.2.5).
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.changelog import Shown
from macros.changes import EDITION, digest
from macros.loading.load import Loaded
from macros.model.edition import Edition, EditionInfo, Status
from macros.model.programme import Programme
from macros.review.differences import Difference, differences
from macros.review.finding import Finding, Item, Matter, Notice, error
from macros.review.lookups import by_id, justifications, predecessor, unlike
from macros.review.menu import Revised, begun
from macros.wording import review_menu as words

HEADING = (
    *("title", "short_title", "lede", "text_name", "fiscal_year", "availability_note"),
    *("source", "source_pages"),
)
"""Fields of ``edition.yml`` that name the edition; the change log does not tell them."""
KEPT = frozenset({"source", "source_pages"})
WORDING = frozenset({"lede", "availability_note"})
"""Fields that are never of substance."""


def edition_findings(before: Programme, after: Programme, loaded: Loaded) -> Iterator[Finding]:
    """What changes of every edition, on either side or both."""
    for _, old, new in unlike(by_id(before.editions), by_id(after.editions)):
        if old is not None and new is not None:
            yield from _both(Revised(old, new, before, after, loaded))
        elif new is not None:
            yield from _new(after, new, loaded)
        elif old is not None:
            yield Item(about=words.edition_removed(old), matter=Matter.DECISION)
            if old.info.status is not Status.DRAFT:
                yield error(words.frozen_edition_removed(old))


def _new(programme: Programme, edition: Edition, loaded: Loaded) -> Iterator[Finding]:
    place = loaded.position(edition.info)
    yield Item(about=words.edition_added(edition), matter=Matter.DECISION, place=place)
    if edition.info.status is not Status.DRAFT:
        late = edition.info.status is Status.PRINTED and predecessor(programme, edition) is not None
        yield from _unfounded(programme, edition, loaded, proposed=late)
    yield from begun(programme, edition, loaded)


def _both(revised: Revised) -> Iterator[Finding]:
    old, new = revised.old.info, revised.new.info
    if old.status is not new.status:
        yield from _status(revised)
    yield from _approvals(revised)
    yield from _heading(revised)
    yield from _errata(revised)
    yield from revised.items()
    if revised.frozen and old.digest is not None and new.digest != old.digest:
        yield error(words.digest_rewritten(revised.new), revised.loaded.position(new, "digest"))
    elif old.digest is None and new.digest is not None:
        yield Item(about=words.edition_frozen(revised.new), matter=Matter.KEEPING)


def _status(revised: Revised) -> Iterator[Finding]:
    old, new = revised.old.info.status, revised.new.info.status
    place = revised.loaded.position(revised.new.info, "status")
    yield Item(
        about=words.edition_status_changed(revised.new),
        matter=Matter.DECISION,
        shown=(Shown(old=words.STATUSES[old], new=words.STATUSES[new], exchange=True),),
        place=place,
    )
    if new is Status.DRAFT:
        yield error(words.frozen_edition_reopened(revised.new), place)
    elif old in {Status.DRAFT, Status.PRINTED}:
        yield from _unfounded(revised.after, revised.new, revised.loaded, proposed=old is Status.DRAFT)


def _unfounded(programme: Programme, edition: Edition, loaded: Loaded, *, proposed: bool) -> Iterator[Notice]:
    """What an edition lacks that is no proposal any more: a recorded decision, and its digest.

    ``proposed`` tells that it began as a proposal of this site, so that it cannot be what the print says.
    """
    place = loaded.position(edition.info, "status")
    decisions = programme.guideline.decisions
    if edition.info.status is Status.PRINTED:
        if proposed:
            yield error(words.edition_as_printed(edition), place)
    elif not any(decisions and decisions.find(approval.decision) for approval in edition.info.approvals):
        yield error(words.edition_without_decision(edition), place)
    if edition.info.digest is None:
        yield error(words.edition_without_digest(edition), place)


def _approvals(revised: Revised) -> Iterator[Finding]:
    old, new = revised.old.info.approvals, revised.new.info.approvals
    for approval in new:
        if approval not in old:
            about = words.approval_recorded(revised.new, approval, _body(revised.after, approval.body))
            yield Item(about=about, matter=Matter.DECISION, place=revised.loaded.position(approval))
    for approval in old:
        if approval not in new:
            former = words.approval(approval, _body(revised.before, approval.body))
            yield Item(
                about=words.approval_removed(revised.new),
                matter=Matter.DECISION,
                shown=(Shown(old=former, new=None),),
            )
            if revised.frozen:
                yield error(words.recorded_approval_lost(revised.new))


def _heading(revised: Revised) -> Iterator[Item]:
    """What the edition says of itself: title, year, where it is printed."""
    for found in differences(_only_heading(revised.old.info), _only_heading(revised.new.info)):
        name = found.fields[0]
        about = words.edition_heading_changed(revised.new, EditionInfo.model_fields[name].title or name)
        place = revised.loaded.position(revised.new.info, name)
        yield Item(
            about=about,
            matter=_weighed(name, found),
            shown=(found.shown,) if found.shown else (),
            justifications=justifications(revised.errata, EDITION, name),
            unless_justified=revised.unless_corrected(about, place),
            place=place,
        )


def _only_heading(info: EditionInfo) -> EditionInfo:
    """What an edition says of itself, and of all else what a default says."""
    kept = {name: getattr(info, name) for name in HEADING}
    return EditionInfo.model_construct(id=info.id, status=Status.DRAFT, **kept)


def _weighed(name: str, found: Difference) -> Matter:
    if name in KEPT:
        return Matter.KEEPING
    return Matter.NEUTRAL if found.substantive and name not in WORDING else Matter.EDITORIAL


def _errata(revised: Revised) -> Iterator[Finding]:
    new = revised.new
    for erratum in revised.errata:
        about = words.erratum_added(new, erratum, _body(revised.after, erratum.decided_by or ""))
        yield Item(about=about, matter=Matter.DECISION, place=revised.loaded.position(erratum))
    if any(erratum not in new.info.errata for erratum in revised.old.info.errata):
        yield error(words.errata_rewritten(new), revised.loaded.position(new.info, "errata"))
    if revised.errata and digest(revised.old) == digest(new):
        yield error(words.erratum_without_change(new), revised.loaded.position(revised.errata[0]))


def _body(programme: Programme, body_id: str) -> str:
    body = by_id(programme.catalogue.bodies).get(body_id)
    return (body.short_name or body.name) if body else body_id
