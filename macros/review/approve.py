"""What was decided on a sheet, carried out on the files (Pengantar; sections 3.2.5 and 3.3.1; Tabel 4).

Both commands first make sure that the content is the content of the sheet, that every substantive change
has its public note, and that the decision is recorded. All is tried on a copy; the data are as before or
wholly changed. What is written here is what the sheet digest leaves out, so that one sheet can carry the
approval of an edition and of a revision.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.changelog import ChangeLogs
from macros.changes import Chronicle, digest, unreasoned
from macros.editing.transaction import RefusedError, Transaction, find, open_transaction, sound
from macros.editing.yaml_document import YamlDocument
from macros.facts.guideline_text import read_text
from macros.model.changes import ChangeNotes
from macros.model.edition import Edition, Status
from macros.model.programme import Programme
from macros.model.revisions import Decision, RevisionStatus
from macros.page_checks.frozen_text import REVISIONS, check_revisions, freeze_text, text_digest
from macros.review.lookups import notes_into, predecessor, revision_at
from macros.review.side import content_digest
from macros.review.snapshot import DOCS
from macros.source.problem import as_text, did_you_mean, quote
from macros.wording import approval as words


def approve_edition(data: Path, docs: Path, edition_id: str, decision_id: str, sheet: str) -> str:
    """Approve the draft of an edition as it stands on a sheet; the one before is superseded.

    A printed edition is replaced as well, and stays printed: no approval of it was ever recorded.

    Args:
        data: The data folder.
        docs: The folder of pages, which the sheet covers too.
        edition_id: Id of the edition.
        decision_id: Id or number of the decision in ``decisions.yml``.
        sheet: The sheet digest that was decided on.

    Returns:
        What was done.

    Raises:
        RefusedError: There is no such edition or decision, the edition is no draft, the content is not that
            of the sheet, a substantive change lacks a reason, or the data have errors or cannot be written.
    """
    with open_transaction(data) as shop:
        programme = sound(shop.load())
        edition = find(programme, edition_id)
        if edition.info.status is not Status.DRAFT:
            raise RefusedError.because(*words.not_a_draft(edition))
        decision = _decision(programme, decision_id, sheet)
        _same_content(programme, docs, sheet)
        _reasoned(programme, edition, shop)
        former = [
            older
            for older in programme.editions
            if older.info.status is Status.APPROVED and older.info.fiscal_year < edition.info.fiscal_year
        ]
        replaced = [old for old in programme.editions if old in former or old == programme.current]
        names = [_approved(shop, edition, decision)]
        names += [_superseded(shop, older) for older in former]
        notes = notes_into(programme, edition)
        names += _decided(shop, notes, decision) if notes else []
        sealed = digest(sound(shop.load()).edition(edition_id))
        _sealed(shop, names[0], sealed)
        _same_content(sound(shop.load()), docs, sheet)
        shop.deliver(*names)
    return "\n".join(
        [
            words.edition_approved(edition, decision, sealed),
            *map(words.edition_archived, replaced),
            *([words.questions_left(len(notes.questions))] if notes and notes.questions else []),
            words.NEXT,
        ]
    )


def approve_revision(data: Path, docs: Path, revision_id: str, decision_id: str, sheet: str) -> str:
    """Approve the revision in the making as it stands on a sheet, and freeze its text.

    Args:
        data: The data folder.
        docs: The folder of pages, which hold the text.
        revision_id: Id of the revision.
        decision_id: Id or number of the decision in ``decisions.yml``.
        sheet: The sheet digest that was decided on.

    Returns:
        What was done.

    Raises:
        RefusedError: There is no such revision or decision, the revision is no draft, the content is not
            that of the sheet, a changed section is not noted, or the data have errors or cannot be written.
    """
    with open_transaction(data) as shop:
        loaded = shop.load()
        programme = sound(loaded)
        guideline = programme.guideline
        place, revision = revision_at(programme, revision_id)
        if revision.status is not RevisionStatus.DRAFT:
            raise RefusedError.because(*words.revision_not_a_draft(revision))
        decision = _decision(programme, decision_id, sheet)
        _same_content(programme, docs, sheet)
        if problems := list(check_revisions(loaded, docs, DOCS)):
            raise RefusedError(as_text(problems))
        text = f"guideline/texts/{revision_id}.yml"
        shop.save(text, freeze_text(guideline, read_text(docs, guideline, DOCS), revision_id).encode())
        sealed = text_digest(sound(shop.load()).guideline.text(revision_id))
        written = {"status": RevisionStatus.APPROVED.value, "date": decision.date, "decision": decision.id}
        written["digest"] = sealed
        path = ("revisions", place)
        page, after = shop.document(REVISIONS), "status"
        for key, value in written.items():
            page = _with_value(page, key, value, after=after, within=path)
            after = key
        shop.save(REVISIONS, page.content)
        tried = shop.load()
        _same_content(sound(tried), docs, sheet)
        if problems := list(check_revisions(tried, docs, DOCS)):
            raise RefusedError(as_text(problems))
        shop.deliver(REVISIONS, text)
    return "\n".join([words.revision_approved(revision_id, decision, sealed), words.NEXT])


def _decision(programme: Programme, named: str, sheet: str) -> Decision:
    """The decision, complete enough to rest an approval on, and on this sheet if it says on which."""
    decisions = programme.guideline.decisions
    if decisions is None:
        raise RefusedError.because(*words.NO_DECISIONS)
    decision = decisions.find(named)
    if decision is None:
        known = [recorded.id for recorded in decisions.decisions]
        raise RefusedError.because(*words.no_decision(quote(named), known, did_you_mean(named, known)))
    if decision.body is None or decision.date is None:
        raise RefusedError.because(*words.incomplete(decision))
    if decision.sheet is not None and decision.sheet != sheet:
        raise RefusedError.because(*words.other_sheet(decision))
    return decision


def _same_content(programme: Programme, docs: Path, sheet: str) -> None:
    if not docs.is_dir():
        raise RefusedError.because(*words.NO_DOCS)
    found = content_digest(programme, docs)
    if found != sheet:
        raise RefusedError.because(*words.other_content(found))


def _reasoned(programme: Programme, edition: Edition, shop: Transaction) -> None:
    before = predecessor(programme, edition)
    if before is None:
        return
    notes = notes_into(programme, edition)
    missing = list(unreasoned(Chronicle.of(programme).comparison(before.id, edition.id), notes))
    if missing:
        matters = {(change.subject, change.field) for change in missing}
        entries = ChangeLogs(programme).log(before, edition).entries
        titles = [entry.title for entry in entries if (entry.subject, entry.field) in matters]
        file = shop.shown(f"changes/{before.id}-{edition.id}.yml")
        raise RefusedError.because(*words.unreasoned(edition, titles, file))


def _approved(shop: Transaction, edition: Edition, decision: Decision) -> str:
    name = f"editions/{edition.id}/edition.yml"
    page = shop.document(name).put(("status",), Status.APPROVED.value)
    approval = {"body": decision.body, "date": decision.date, "decision": decision.cited}
    if page.has(("approvals",)):
        page = page.appended("approvals", approval)
    else:
        page = page.with_entry("approvals", [approval], after="status")
    shop.save(name, page.content)
    return name


def _superseded(shop: Transaction, edition: Edition) -> str:
    name = f"editions/{edition.id}/edition.yml"
    shop.save(name, shop.document(name).put(("status",), Status.SUPERSEDED.value).content)
    return name


def _decided(shop: Transaction, notes: ChangeNotes, decision: Decision) -> Iterator[str]:
    """Reasons that were proposals name the decision."""
    name = f"changes/{notes.old}-{notes.new}.yml"
    page = shop.document(name)
    proposals = [place for place, reason in enumerate(notes.reasons) if reason.is_proposal]
    for place in proposals:
        page = page.put(("reasons", place, "decision"), decision.cited)
    if proposals:
        shop.save(name, page.content)
        yield name


def _sealed(shop: Transaction, name: str, sealed: str) -> None:
    shop.save(name, _with_value(shop.document(name), "digest", sealed, after="errata").content)


def _with_value(
    page: YamlDocument, key: str, value: object, *, after: str, within: tuple[str | int, ...] = ()
) -> YamlDocument:
    """A file with a value under ``key``: in the place of what stood there, or as a new entry."""
    if page.has((*within, key)):
        return page.put((*within, key), value)
    return page.with_entry(key, value, after=after, within=within)
