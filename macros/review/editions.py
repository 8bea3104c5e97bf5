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
from macros.review.items import Demand, Item, Matter, Notice, Place, Told
from macros.review.lookups import covers, predecessor, why_of
from macros.review.menu import Revised, begun
from macros.source.problem import Level
from macros.wording import editions
from macros.wording import review_menu as words

HEADING = (
    *("title", "short_title", "lede", "text_name", "fiscal_year", "availability_note"),
    *("source", "source_pages"),
)
"""Fields of ``edition.yml`` that name the edition; the change log does not tell them."""
KEPT = frozenset({"source", "source_pages"})
WORDING = frozenset({"lede", "availability_note"})
"""Fields that are never of substance."""


def edition_items(before: Programme, after: Programme, loaded: Loaded) -> Iterator[Told]:
    """What changes of every edition, on either side or both."""
    was = {edition.id: edition for edition in before.editions}
    now = {edition.id: edition for edition in after.editions}
    for key in {**was, **now}:
        if key not in now:
            yield from _removed(was[key])
        elif key not in was:
            yield from _new(after, now[key], loaded)
        else:
            yield from _both(Revised(was[key], now[key], before, after, loaded))


def _removed(edition: Edition) -> Iterator[Told]:
    yield Item(matter=Matter.DECISION, where=words.edition(edition), title=words.removed(edition))
    if edition.info.status is not Status.DRAFT:
        message, mend = words.frozen_removed(edition)
        yield Notice(level=Level.ERROR, message=message, mend=mend)


def _new(programme: Programme, edition: Edition, loaded: Loaded) -> Iterator[Told]:
    yield Item(
        matter=Matter.DECISION,
        where=words.edition(edition),
        title=words.new_edition(edition),
        said=(editions.holds(edition),),
        place=loaded.position(edition.info),
    )
    if edition.info.status is not Status.DRAFT:
        late = edition.info.status is Status.PRINTED and predecessor(programme, edition) is not None
        yield from _founded(programme, edition, loaded, proposed=late)
    yield from begun(programme, edition, loaded)


def _both(one: Revised) -> Iterator[Told]:
    old, new = one.old.info, one.new.info
    if old.status is not new.status:
        yield from _status(one)
    yield from _approvals(one)
    yield from _heading(one)
    yield from _errata(one)
    yield from one.items()
    if one.frozen and old.digest is not None and new.digest != old.digest:
        message, mend = words.digest_rewritten(one.new)
        yield Notice(level=Level.ERROR, message=message, mend=mend, place=one.loaded.position(new, "digest"))
    elif old.digest is None and new.digest is not None:
        yield Item(matter=Matter.KEEPING, where=words.edition(one.new), title=words.now_frozen(one.new))


def _status(one: Revised) -> Iterator[Told]:
    old, new = one.old.info, one.new.info
    yield Item(
        matter=Matter.DECISION,
        where=words.edition(one.new),
        title=words.status_changed(one.new),
        shown=(Shown(old=words.STATUSES[old.status], new=words.STATUSES[new.status], exchange=True),),
        place=one.loaded.position(new, "status"),
    )
    if new.status is Status.DRAFT:
        message, mend = words.no_draft_again(one.new)
        yield Notice(level=Level.ERROR, message=message, mend=mend, place=one.loaded.position(new, "status"))
    elif old.status in {Status.DRAFT, Status.PRINTED}:
        yield from _founded(one.after, one.new, one.loaded, proposed=old.status is Status.DRAFT)


def _founded(programme: Programme, edition: Edition, loaded: Loaded, *, proposed: bool) -> Iterator[Notice]:
    """What an edition lacks that is no proposal any more: a recorded decision, and its digest.

    ``proposed`` tells that it began as a proposal of this site, so that it cannot be what the print says.
    """
    place = loaded.position(edition.info, "status")
    decisions = programme.guideline.decisions
    named = [approval.decision for approval in edition.info.approvals]
    if edition.info.status is Status.PRINTED:
        if proposed:
            message, mend = words.proposal_as_printed(edition)
            yield Notice(level=Level.ERROR, message=message, mend=mend, place=place)
    elif not any(decisions and decisions.find(name) for name in named):
        message, mend = words.approved_without_decision(edition)
        yield Notice(level=Level.ERROR, message=message, mend=mend, place=place)
    if edition.info.digest is None:
        message, mend = words.unfrozen(edition)
        yield Notice(level=Level.ERROR, message=message, mend=mend, place=place)


def _approvals(one: Revised) -> Iterator[Told]:
    old, new = one.old.info.approvals, one.new.info.approvals
    for approval in new:
        if approval not in old:
            yield Item(
                matter=Matter.DECISION,
                where=words.edition(one.new),
                title=words.approval_recorded(one.new),
                said=(words.approval(approval, _body(one.after, approval.body)),),
                place=one.loaded.position(approval),
            )
    for approval in old:
        if approval not in new:
            said = words.approval(approval, _body(one.before, approval.body))
            yield Item(
                matter=Matter.DECISION,
                where=words.edition(one.new),
                title=words.approval_removed(one.new),
                shown=(Shown(old=said, new=None),),
            )
            if one.frozen:
                message, mend = words.approval_lost(one.new)
                yield Notice(level=Level.ERROR, message=message, mend=mend)


def _heading(one: Revised) -> Iterator[Item]:
    """What the edition says of itself: title, year, where it is printed."""
    for found in differences(_only_heading(one.old.info), _only_heading(one.new.info)):
        name = found.fields[0]
        whys = tuple(why_of(e) for e in one.errata if covers(e, EDITION, name))
        yield Item(
            matter=_weighed(name, found),
            where=words.edition(one.new),
            title=words.heading_changed(one.new, EditionInfo.model_fields[name].title or name),
            shown=(found.shown,) if found.shown else (),
            whys=whys,
            demand=Demand.ERROR if one.frozen else Demand.NOTHING,
            missing=words.no_erratum(one.new),
            mend=words.mend_by_erratum(one.new) if one.frozen else "",
            place=one.loaded.position(one.new.info, name),
        )


def _only_heading(info: EditionInfo) -> EditionInfo:
    """What an edition says of itself, and of all else what a default says."""
    kept = {name: getattr(info, name) for name in HEADING}
    return EditionInfo.model_construct(id=info.id, status=Status.DRAFT, **kept)


def _weighed(name: str, found: Difference) -> Matter:
    if name in KEPT:
        return Matter.KEEPING
    return Matter.NEUTRAL if found.substantive and name not in WORDING else Matter.EDITORIAL


def _errata(one: Revised) -> Iterator[Told]:
    for erratum in one.errata:
        yield Item(
            matter=Matter.DECISION,
            where=words.edition(one.new),
            title=words.erratum_added(one.new, erratum),
            said=tuple(words.erratum_lines(erratum, _body(one.after, erratum.decided_by or ""))),
            place=one.loaded.position(erratum),
        )
    if any(erratum not in one.new.info.errata for erratum in one.old.info.errata):
        message, mend = words.errata_rewritten(one.new)
        place: Place = one.loaded.position(one.new.info, "errata")
        yield Notice(level=Level.ERROR, message=message, mend=mend, place=place)
    if one.errata and digest(one.old) == digest(one.new):
        message, mend = words.erratum_of_nothing(one.new)
        yield Notice(level=Level.ERROR, message=message, mend=mend, place=one.loaded.position(one.errata[0]))


def _body(programme: Programme, body_id: str) -> str:
    known = {body.id: body for body in programme.catalogue.bodies}
    found = known.get(body_id)
    return (found.short_name or found.name) if found else body_id
