"""Documents that the registers name: reports that were published (4.2.3), and instruments (Tabel 4).

A document is published as it is, so that only its digest can be compared.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.changelog import Shown
from macros.model.registers import REPORT_FOLDER, RESOURCE_FOLDER
from macros.review.finding import Item, Matter
from macros.wording import review_guideline as words

FOLDERS = (REPORT_FOLDER, RESOURCE_FOLDER)
"""Folders below ``docs`` whose files are published as they are."""

Attached = Mapping[str, str]
"""Digests of documents by file."""


def read_attached(docs: Path, label: str) -> dict[str, str]:
    """``sha256:`` and the digest of each document below ``docs``, which messages call ``label``."""
    found = [path for folder in FOLDERS for path in sorted((docs / folder).glob("*"))]
    return {
        f"{label}/{path.relative_to(docs).as_posix()}": _digest(path)
        for path in found
        if path.is_file() and not path.is_symlink()
    }


def _digest(path: Path) -> str:
    return f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"


def attached_items(base: Attached, head: Attached) -> Iterator[Item]:
    """Documents that came, went, or are others under the same name."""
    for file in sorted({*base, *head}):
        old, new = base.get(file), head.get(file)
        if old != new:
            kind = words.document_replaced if old and new else words.document_added
            yield Item(
                about=(kind if new else words.document_removed)(file),
                matter=Matter.RECORDS,
                shown=(Shown(label=words.DOCUMENT_DIGEST, old=old, new=new, exchange=True),),
                place=(file, 1) if new else None,
            )
