"""The site's editors bring their rendering of a printed guideline into line with the print, and say so.

Nobody approved that rendering, so nothing is decided here: the correction is noted with its date, what and
why, and the text is frozen anew. Whatever was approved changes by a new revision alone (Pengantar).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from macros.editing.transaction import RefusedError, Transaction, open_transaction, sayable, sound
from macros.editing.yaml_document import YamlDocument
from macros.facts.guideline_text import read_text
from macros.model.revisions import Revision, RevisionStatus
from macros.page_checks.frozen_text import REVISIONS, check_revisions, freeze_text, text_digest
from macros.review.lookups import revision_at
from macros.review.snapshot import DOCS
from macros.source.problem import as_text
from macros.wording import approval as words


def correct_text(data: Path, docs: Path, revision_id: str, said: Mapping[str, str]) -> str:
    """Note a correction of a printed revision, and freeze the text of the pages as it stands now.

    Args:
        data: The data folder.
        docs: The folder of pages, which hold the corrected text.
        revision_id: Id of the revision.
        said: ``date``, ``what`` and ``why`` of the correction; empty to renew the last one.

    Returns:
        What was done.

    Raises:
        RefusedError: There is no such revision, it is not printed or not frozen yet, its text is as it was
            frozen, there is no correction to renew, or the data have errors or cannot be written.
    """
    sayable(said)
    with open_transaction(data) as shop:
        programme = sound(shop.load())
        place, revision = revision_at(programme, revision_id)
        _correctable(revision, said)
        guideline = programme.guideline
        if all(text.revision != revision_id for text in guideline.texts):
            raise RefusedError.because(*words.text_not_frozen(revision_id))
        name = f"guideline/texts/{revision_id}.yml"
        shop.save(
            name, freeze_text(guideline, read_text(docs, guideline, DOCS), revision_id, again=True).encode()
        )
        sealed = text_digest(sound(shop.load()).guideline.text(revision_id))
        if said and sealed == revision.expected_digest:
            raise RefusedError.because(*words.text_unchanged(revision_id))
        shop.save(REVISIONS, _noted(shop, place, {**said, "digest_after": sealed}, new=bool(said)).content)
        loaded = shop.load()
        sound(loaded)
        if problems := list(check_revisions(loaded, docs, DOCS)):
            raise RefusedError(as_text(problems))
        shop.deliver(REVISIONS, name)
    return words.text_corrected(revision_id, sealed, new=bool(said))


def _correctable(revision: Revision, said: Mapping[str, str]) -> None:
    if revision.status is not RevisionStatus.PRINTED:
        raise RefusedError.because(*words.not_printed(revision))
    if not said and not revision.corrections:
        raise RefusedError.because(*words.no_correction(revision.id))


def _noted(shop: Transaction, place: int, item: Mapping[str, Any], *, new: bool) -> YamlDocument:
    """The file of revisions with a correction more, or the last one with its new digest."""
    page, path = shop.document(REVISIONS), ("revisions", place)
    corrections = page.source.data["revisions"][place].get("corrections") or []
    if not new:
        return page.put((*path, "corrections", len(corrections) - 1, "digest_after"), item["digest_after"])
    page = page.without((*path, "corrections"))
    return page.with_entry("corrections", [*corrections, dict(item)], after="note", within=path)
