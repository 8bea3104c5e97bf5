"""The proof that what is published is what was frozen: digests, counted anew (sections 3.2.5 and 3.3.1)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from macros.changes import digest
from macros.facts import urls
from macros.model.base import Record
from macros.model.edition import Edition, EditionInfo, Indicators, Screening, Status
from macros.model.guideline.guideline import Guideline
from macros.model.menu import Activity, Package
from macros.model.programme import Programme
from macros.model.revisions import Revision, RevisionStatus
from macros.page_checks.frozen_text import text_digest
from macros.source.problem import plain
from macros.wording import approval as words
from macros.wording import dates
from macros.wording.phrases import NBSP

PUBLISHED = f"{urls.API}editions"
"""Where a built site holds editions as data."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One thing that was frozen: what it is, what was found of it, and whether all is well."""

    heading: str
    lines: tuple[tuple[str, str], ...]
    well: bool


def verify(programme: Programme, site: Path | None = None) -> tuple[str, int]:
    """Count the digests of everything approved or printed, and of what a site publishes of it.

    Args:
        programme: The data.
        site: A built site, or one file of an edition from it.

    Returns:
        What was found, and the exit status: 1 when anything is not what was frozen.
    """
    published = _published(site) if site is not None else None
    checked = [*_editions(programme, published, site), *_revisions(programme.guideline)]
    if not checked:
        return words.FROZEN_NOTHING, 0
    told = ["\n".join([one.heading, *(f"  {label}: {text}" for label, text in one.lines)]) for one in checked]
    well = all(one.well for one in checked) and (published is None or bool(published))
    if published is not None and not published:
        told.append(words.no_published_edition(plain(str(site))))
    return "\n".join([*told, words.ALL_WELL if well else words.SOME_WRONG]).replace(NBSP, " "), int(not well)


def _editions(
    programme: Programme, published: Mapping[str, Edition | None] | None, site: Path | None
) -> Iterator[Checked]:
    for edition in programme.editions:
        if edition.info.status is Status.DRAFT:
            continue
        frozen, found = expected(edition), digest(edition)
        state = words.MATCHES if frozen == found else words.DIFFERS if frozen else words.UNFROZEN
        lines = [(words.DIGEST, found), *_on_sheet(edition), (words.CONTENT, state)]
        lines += _approvals(programme, edition)
        well = frozen == found and not any(text.startswith(words.NOT_FOUND) for _, text in lines)
        if published is not None and (edition.id in published or (site and site.is_dir())):
            state = _on_site(published, edition.id, frozen or found)
            lines.append((words.ON_SITE, state))
            well = well and state == words.SITE_MATCHES
        yield Checked(words.edition_heading(edition), tuple(lines), well)


def _on_sheet(edition: Edition) -> Iterator[tuple[str, str]]:
    """The digest on the sheet that was decided on: that before the approval was written down."""
    if edition.info.approvals and not edition.info.errata:
        info = edition.info.model_copy(update={"approvals": edition.info.approvals[:-1]})
        yield words.ON_SHEET, digest(edition.model_copy(update={"info": info}))


def expected(edition: Edition) -> str | None:
    """What the digest of a frozen edition must be: that of its last erratum, or as it was frozen."""
    return edition.info.errata[-1].digest_after if edition.info.errata else edition.info.digest


def _approvals(programme: Programme, edition: Edition) -> Iterator[tuple[str, str]]:
    """What approvals rest on; an edition may be older than its record of decisions."""
    decisions = programme.guideline.decisions
    bodies = {body.id: body.short_name or body.name for body in programme.catalogue.bodies}
    for approval in edition.info.approvals:
        decision = words.rests_on(bodies.get(approval.body), approval.decision, approval.date)
        if approval.decision and not (decisions and decisions.find(approval.decision)):
            decision = f"{words.NOT_FOUND}: {decision}"
        yield words.DECISION, decision
    if not edition.info.approvals:
        yield words.DECISION, words.NO_APPROVAL
    corrected = [erratum.date for erratum in edition.info.errata if erratum.by_editors]
    if corrected:
        yield words.CORRECTED, dates.day(corrected[-1])


def _revisions(guideline: Guideline) -> Iterator[Checked]:
    texts = {text.revision: text for text in guideline.texts}
    for revision in guideline.revisions.revisions if guideline.revisions else ():
        if revision.status is RevisionStatus.DRAFT:
            continue
        text = texts.get(revision.id)
        if text is None:
            lines: tuple[tuple[str, str], ...] = ((words.CONTENT, words.NO_TEXT),)
            yield Checked(words.revision_heading(revision), lines, well=False)
            continue
        found = text_digest(text)
        wanted = revision.expected_digest
        state = words.NO_DIGEST if wanted is None else words.MATCHES if found == wanted else words.DIFFERS
        rests = _decision(guideline, revision)
        lines = ((words.DIGEST, found), (words.CONTENT, state), (words.DECISION, rests))
        if revision.corrections:
            lines = (*lines, (words.CORRECTED, dates.day(revision.corrections[-1].date)))
        well = state is not words.DIFFERS and not rests.startswith(words.NOT_FOUND)
        yield Checked(words.revision_heading(revision), lines, well)


def _decision(guideline: Guideline, revision: Revision) -> str:
    if revision.decision is None:
        return words.NO_APPROVAL if revision.date is None else words.rests_on(None, None, revision.date)
    found = guideline.decisions.find(revision.decision) if guideline.decisions else None
    if found is None:
        return f"{words.NOT_FOUND}: {revision.decision}"
    return words.rests_on(found.by, found.cited, found.date)


def _on_site(published: Mapping[str, Edition | None], edition_id: str, wanted: str) -> str:
    if edition_id not in published:
        return words.SITE_LACKS
    edition = published[edition_id]
    if edition is None:
        return words.SITE_UNREADABLE
    found = digest(edition)
    return words.SITE_MATCHES if found == wanted else f"{words.SITE_DIFFERS}: {found}"


def _published(site: Path) -> dict[str, Edition | None]:
    """Editions that a site publishes, by id; ``None`` for a file that holds none."""
    files = sorted((site / PUBLISHED).glob("*.json")) if site.is_dir() else [site]
    found: dict[str, Edition | None] = {}
    for file in files:
        if file.is_file():
            edition = _edition(file)
            found[edition.id if edition else file.stem] = edition
    return found


def _edition(file: Path) -> Edition | None:
    """An edition out of its published file; what the site adds to the data is left out."""
    try:
        data = _as_kept(json.loads(file.read_bytes()))
        packages = [
            {**_only(Package, package), "activities": [_only(Activity, one) for one in package["activities"]]}
            for package in data["packages"]
        ]
        return Edition(
            info=EditionInfo.model_validate(_only(EditionInfo, data)),
            packages=tuple(Package.model_validate(package) for package in packages),
            screening=Screening.model_validate(data["screening"]) if data["screening"] else None,
            indicators=Indicators.model_validate(data["indicators"]) if data["indicators"] else None,
        )
    except (ValueError, ValidationError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _as_kept(data: Any) -> Any:  # noqa: ANN401 - plain data of any shape
    """Published data as the files keep them: of a force the printed word alone."""
    if isinstance(data, list):
        return [_as_kept(item) for item in data]
    if isinstance(data, dict):
        return (
            data["printed"]
            if data.keys() == {"kind", "printed"}
            else {k: _as_kept(v) for k, v in data.items()}
        )
    return data


def _only(model: type[Record], data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name in model.model_fields}
