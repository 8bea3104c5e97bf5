"""The sheet digest: one digest over everything that is published, whatever the files look like.

A decision rests on a sheet, and the sheet on this digest (Pengantar; section 3.3.1; Tabel 4). So it leaves
out what the decision itself brings about: the decision's record, the status and approvals of editions and
revisions, their digests, the frozen copy of the text, and the decision that reasons name. An approval can
then be checked against the sheet both before and after it is carried out, and one sheet can carry two.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from macros.changes import canonical, canonical_edition, fingerprint
from macros.facts.guideline_text import GuideText
from macros.model.base import Record
from macros.model.catalogue import Catalogue
from macros.model.edition import Edition
from macros.model.guideline.guideline import PARTS, Guideline
from macros.model.programme import Programme
from macros.model.registers import Report, Resource
from macros.review.attached import Attached
from macros.review.pages import Pages

Plain = Any
DECIDED = ("status", "approvals", "digest")
"""Fields of ``edition.yml`` that an approval writes."""
DECIDED_OF_REVISION = ("status", "date", "decision", "digest")
"""Fields of a revision that an approval writes."""
DECIDED_APART = frozenset({"revisions"})
"""Parts of the guideline that are treated on their own."""


def sheet_digest(programme: Programme, text: GuideText, pages: Pages, attached: Attached) -> str:
    """``sha256:`` and the digest of the canonical content of a programme, its guideline, pages and documents.

    Order of files, of keys and of entries that are sets, blanks and line ends change nothing.
    """
    guideline, registers = programme.guideline, programme.registers
    working = tuple(passage.section for passage in text.passages)
    return fingerprint(
        {
            "catalogue": _catalogue(programme.catalogue),
            "editions": {edition.id: _edition(edition) for edition in programme.editions},
            "discrepancies": {entry.id: canonical(entry) for entry in programme.discrepancies},
            "changes": {f"{notes.old} {notes.new}": _notes(canonical(notes)) for notes in programme.changes},
            "guideline": {name: canonical(part) for name, part in _parts(guideline)},
            "forms": {form.id: canonical(form) for form in guideline.forms},
            "revisions": [
                _without(canonical(revision), DECIDED_OF_REVISION)
                for revision in (guideline.revisions.revisions if guideline.revisions else ())
            ],
            "texts": {
                text.revision: canonical(text.sections)
                for text in guideline.texts
                if text.sections != working
            },
            "resources": _by_id(registers.all_resources),
            "reports": _by_id(registers.all_reports),
            "sections": [canonical(section) for section in working],
            "pages": {file: [page.paragraphs, page.links] for file, page in pages.items()},
            "documents": dict(attached),
        }
    )


def _parts(guideline: Guideline) -> Iterable[tuple[str, Record]]:
    for name in PARTS:
        part: Record | None = getattr(guideline, name)
        if part is not None and name not in DECIDED_APART:
            yield name, part


def _by_id(entries: Iterable[Resource | Report]) -> Plain:
    return {entry.id: canonical(entry) for entry in entries}


def _catalogue(catalogue: Catalogue) -> Plain:
    """The catalogue; its lists are looked up by id, so their order says nothing."""
    return {
        name: _sorted(part) if isinstance(part, list) else part for name, part in canonical(catalogue).items()
    }


def _edition(edition: Edition) -> Plain:
    content = canonical_edition(edition)
    content["info"] = _without(content["info"], DECIDED)
    return content


def _notes(content: Plain) -> Plain:
    """Notes on changes; reasons, questions and lineage are sets, and which decision came is left out."""
    reasons = [
        {**_without(reason, ("decision",)), "covers": _sorted(reason["covers"])}
        for reason in content.get("reasons", ())
    ]
    lists = {name: _sorted(content.get(name, ())) for name in ("lineage", "questions")}
    return {**content, **lists, "reasons": _sorted(reasons)}


def _without(content: Plain, names: Iterable[str]) -> Plain:
    return {name: value for name, value in content.items() if name not in names}


def _sorted(items: Iterable[Plain]) -> list[Plain]:
    return sorted(items, key=lambda item: json.dumps(item, ensure_ascii=False, sort_keys=True))
