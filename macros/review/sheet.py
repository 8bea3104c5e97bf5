"""The sheet put together: what both sides differ in, what must be mended, and what it comes to.

The sheet is for officials who decide (Pengantar; 3.3.1; Tabel 4): it says first what the change amounts to,
and every substantive change carries the note that readers will see.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from macros.changes import digest
from macros.model.programme import Programme
from macros.review.alarms import branch_alarms, date_alarms, relation_alarms
from macros.review.attached import attached_items
from macros.review.decisions import decision_items, revision_items
from macros.review.editions import edition_items
from macros.review.grounds import Grounds
from macros.review.guide import page_items, text_items
from macros.review.items import (
    OF_THE_MENU,
    Claim,
    Demand,
    Described,
    Digests,
    Item,
    Matter,
    Notice,
    Sheet,
    Told,
)
from macros.review.notes import note_items
from macros.review.side import Side
from macros.review.tables import table_items
from macros.source.problem import Level
from macros.wording import review as words
from macros.wording import review_menu as menu_words

LEVELS = {Demand.WARNING: Level.WARNING, Demand.ERROR: Level.ERROR}


def make_sheet(base: Side, head: Side, here: Path, claim: Claim | None = None) -> Sheet:
    """The sheet of what changes from ``base`` to ``head``, read by ``read_sides``.

    Args:
        base: The older side.
        head: The newer side.
        here: A folder in the repository, to ask how commits follow each other.
        claim: What the pull request says of itself.

    Returns:
        The sheet; the same for the same sides.
    """
    told = list(_told(base, head))
    order = list(Matter)
    items = sorted((one for one in told if isinstance(one, Item)), key=lambda one: order.index(one.matter))
    notices = [one for one in told if isinstance(one, Notice)]
    notices += _unexplained(items)
    notices += chain(_alarms(base, head, items), branch_alarms(base, head, here))
    notices = _with_problems(notices, base, head)
    substantive = [item for item in items if item.substantive]
    notices += _claimed(claim, substantive)
    if not items and not notices and base.digest and head.digest and base.digest != head.digest:
        message, mend = words.UNTOLD
        notices.append(Notice(level=Level.ERROR, message=message, mend=mend))
    notices.sort(key=lambda one: one.level is not Level.ERROR)
    errors = [one for one in notices if one.level is Level.ERROR]
    known = head.programme or base.programme
    info = known.catalogue.programme if known else None
    return Sheet(
        programme=info.name if info else "",
        decides=_decides(known, items) if known else (),
        base=Described(name=base.name, commit=base.commit, without=base.without),
        head=Described(name=head.name, commit=head.commit),
        claim=claim,
        verdict=_verdict(items, notices, base, head, claim),
        items=tuple(items),
        notices=tuple(notices),
        to_do=tuple(
            (item.where, item.title, " ".join(item.means)) for item in items if item.matter is Matter.HARDER
        ),
        aside=tuple(sorted({*base.aside, *head.aside})),
        digests=tuple(_digests(base, head)),
        status=int(bool(errors)),
    )


def _verdict(
    items: Sequence[Item], notices: Sequence[Notice], base: Side, head: Side, claim: Claim | None
) -> str:
    if not items and not notices and not base.aside and not head.aside:
        return words.QUIET
    counts = Counter(item.matter for item in items)
    harder = [item for item in items if item.matter is Matter.HARDER]
    return words.verdict(
        broken=len(head.errors),
        errors=sum(one.level is Level.ERROR for one in notices),
        decisions=counts[Matter.DECISION],
        substantive=sum(item.substantive for item in items) - counts[Matter.DECISION],
        editorial=counts[Matter.EDITORIAL],
        other=counts[Matter.NOTES] + counts[Matter.KEEPING],
        harder=len(harder),
        draft=all(item.draft for item in harder),
        claimed=claim is Claim.EDITORIAL,
    )


def _decides(programme: Programme, items: Sequence[Item]) -> tuple[str, ...]:
    """Names of the body that decides, and of the one that approves the menu where that changes."""
    info = programme.catalogue.programme
    bodies = [info.decides]
    if info.approves_menu is not None and any(item.matter in OF_THE_MENU for item in items):
        bodies.append(info.approves_menu.body)
    named = {body.id: body.name for body in programme.catalogue.bodies}
    return tuple(named[body] for body in dict.fromkeys(bodies) if body in named)


def _told(base: Side, head: Side) -> Iterator[Told]:
    """Everything that differs, in the order of reading within each matter."""
    before, after = base.programme, head.programme
    if before is None or after is None:
        return
    grounds = Grounds(base.guideline, head.guideline)
    yield from decision_items(base, head)
    yield from revision_items(base, head)
    menu = list(edition_items(before, after, head.loaded))
    yield from menu
    yield from table_items(base, head, grounds)
    seen = {why.text for one in menu if isinstance(one, Item) for why in one.whys}
    yield from note_items(before, after, head.loaded, head.guideline.decisions, seen)
    yield from text_items(base, head, grounds)
    yield from page_items(base, head)
    yield from attached_items(base.attached, head.attached)


def _unexplained(items: Iterable[Item]) -> Iterator[Notice]:
    """What lacks the note that readers would see."""
    for item in items:
        if item.unexplained:
            yield Notice(
                level=LEVELS[item.demand],
                message=words.missing(item.title, item.missing),
                mend=item.mend,
                place=item.place,
            )


def _alarms(base: Side, head: Side, items: Sequence[Item]) -> Iterator[Notice]:
    if base.programme is not None and head.programme is not None:
        yield from relation_alarms(base.programme, head.programme, head.loaded)
        yield from date_alarms(base.programme, head.programme, head.loaded, items)


def _with_problems(notices: list[Notice], base: Side, head: Side) -> list[Notice]:
    """The notices with the problems of the newer side: every error, and warnings that are new.

    A problem with the place and the mend of a notice tells the same again, and is left out.
    """
    told = {(one.place, one.mend) for one in notices}
    known = {(problem.file, problem.message) for problem in base.warnings}
    fresh = [problem for problem in head.warnings if (problem.file, problem.message) not in known]
    problems = map(Notice.of, chain(head.errors, fresh))
    return notices + [one for one in problems if (one.place, one.mend) not in told]


def _claimed(claim: Claim | None, substantive: Sequence[Item]) -> Iterator[Notice]:
    """What the pull request says of itself, against what was derived."""
    if claim is Claim.EDITORIAL and substantive:
        message, mend = words.claim_broken(len(substantive))
        lines = tuple(f"{item.where}: {item.title}" for item in substantive)
        yield Notice(level=Level.ERROR, message=message, lines=lines, mend=mend)
    elif claim is Claim.SUBSTANTIVE and not substantive:
        message, mend = words.CLAIM_UNNEEDED
        yield Notice(level=Level.WARNING, message=message, mend=mend)


def _digests(base: Side, head: Side) -> Iterator[Digests]:
    yield Digests(label=words.SHEET_DIGEST, base=base.digest, head=head.digest)
    was, now = (
        {edition.id: edition for edition in (side.programme.editions if side.programme else ())}
        for side in (base, head)
    )
    for key in sorted({**was, **now}):
        edition = now.get(key) or was[key]
        yield Digests(
            label=menu_words.edition(edition),
            base=digest(was[key]) if key in was else None,
            head=digest(now[key]) if key in now else None,
        )
