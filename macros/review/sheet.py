"""The sheet put together: what both sides differ in, what must be mended, and what it comes to.

The sheet is for officials who decide (Pengantar; 3.3.1; Tabel 4): it says first what the change amounts to,
and every substantive change carries the note that readers will see.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from macros.changes import digest
from macros.model.programme import Programme
from macros.review.decisions import decision_findings, revision_findings
from macros.review.editions import edition_findings
from macros.review.finding import (
    OF_THE_MENU,
    Claim,
    Digests,
    Finding,
    Item,
    Matter,
    Notice,
    Sheet,
    error,
    warning,
)
from macros.review.guide import attached_items, page_items, text_items
from macros.review.justifications import Justifications
from macros.review.lookups import by_id
from macros.review.notes import note_findings
from macros.review.side import Side
from macros.review.tables import table_findings
from macros.review.warnings import branch_warnings, companion_warnings, date_warnings
from macros.source.problem import Level
from macros.wording import review as words
from macros.wording import review_menu as menu_words


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
    findings = list(_findings(base, head))
    order = list(Matter)
    items = sorted(
        (one for one in findings if isinstance(one, Item)), key=lambda item: order.index(item.matter)
    )
    notices = [one for one in findings if isinstance(one, Notice)]
    notices += filter(None, (item.missing for item in items))
    notices += _warnings(base, head, here, items)
    notices += _problems(notices, base, head)
    notices += _claimed(claim, [item for item in items if item.substantive])
    if not items and not notices and base.digest and head.digest and base.digest != head.digest:
        notices.append(error(words.change_untold()))
    notices.sort(key=lambda notice: notice.level is not Level.ERROR)
    programme = head.programme or base.programme
    return Sheet(
        programme=programme.catalogue.programme.name if programme else "",
        decides=_decides(programme, items) if programme else (),
        base=base,
        head=head,
        claim=claim,
        verdict=_verdict(items, notices, base, head, claim),
        items=tuple(items),
        notices=tuple(notices),
        aside=tuple(sorted({*base.aside, *head.aside})),
        digests=tuple(_digests(base, head)),
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
        errors=sum(notice.level is Level.ERROR for notice in notices),
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
    known = by_id(programme.catalogue.bodies)
    return tuple(known[body].name for body in dict.fromkeys(bodies) if body in known)


def _findings(base: Side, head: Side) -> Iterator[Finding]:
    """Everything that differs, in the order of reading within each matter."""
    before, after = base.programme, head.programme
    if before is None or after is None:
        return
    justifications = Justifications(base.guideline, head.guideline)
    yield from decision_findings(base, head)
    yield from revision_findings(base, head)
    menu = list(edition_findings(before, after, head.loaded))
    yield from menu
    yield from table_findings(base, head, justifications)
    told = {found.text for one in menu if isinstance(one, Item) for found in one.justifications}
    yield from note_findings(before, after, head.loaded, head.guideline.decisions, told)
    yield from text_items(base, head, justifications)
    yield from page_items(base, head)
    yield from attached_items(base, head)


def _warnings(base: Side, head: Side, here: Path, items: Sequence[Item]) -> Iterator[Notice]:
    if base.programme is not None and head.programme is not None:
        yield from companion_warnings(base.programme, head.programme, head.loaded)
        yield from date_warnings(base.programme, head.programme, head.loaded, items)
    yield from branch_warnings(base, head, here)


def _problems(notices: Sequence[Notice], base: Side, head: Side) -> list[Notice]:
    """Problems of the newer side: every error, and warnings that are new.

    A problem with the place and the mend of a notice tells the same again, and is left out.
    """
    told = {(notice.place, notice.about.words.mend) for notice in notices}
    known = {(problem.file, problem.message) for problem in base.warnings}
    fresh = (problem for problem in head.warnings if (problem.file, problem.message) not in known)
    return [
        Notice(problem.level, words.data_problem(problem), (problem.file, problem.line))
        for problem in (*head.errors, *fresh)
        if ((problem.file, problem.line), problem.hint) not in told
    ]


def _claimed(claim: Claim | None, substantive: Sequence[Item]) -> Iterator[Notice]:
    """What the pull request says of itself, against what was derived."""
    if claim is Claim.EDITORIAL and substantive:
        told = (item.about.words for item in substantive)
        yield error(words.claim_broken([f"{about.where}: {about.title}" for about in told]))
    elif claim is Claim.SUBSTANTIVE and not substantive:
        yield warning(words.claim_unneeded())


def _digests(base: Side, head: Side) -> Iterator[Digests]:
    yield Digests(label=words.SHEET_DIGEST, base=base.digest, head=head.digest)
    was, now = (by_id(side.programme.editions if side.programme else ()) for side in (base, head))
    for edition in sorted(was | now):
        yield Digests(
            label=menu_words.label_of(now.get(edition) or was[edition]),
            base=digest(was[edition]) if edition in was else None,
            head=digest(now[edition]) if edition in now else None,
        )
