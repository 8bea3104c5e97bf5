"""Documents that the registers name: reports that were published (4.2.3), and instruments (Tabel 4).

A document is published as it is, so that only its digest can be compared.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from macros.model.registers import REPORT_FOLDER, RESOURCE_FOLDER

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
