"""The command ``review``: one sheet on what changes from one side to the other, in one of four forms."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

from macros.documents import terminal
from macros.documents.forms import as_bytes, show
from macros.review.data import as_json
from macros.review.document import document
from macros.review.finding import Claim
from macros.review.repository import GitError
from macros.review.sheet import make_sheet
from macros.review.side import PageChecks, Side, before_edition, read_sides
from macros.review.snapshot import UsageError, snapshot
from macros.source.problem import plain, quote
from macros.wording import review as words
from macros.wording.phrases import NBSP

FORMATS = ("text", "markdown", "html", "json")
CLAIMS = tuple(claim.value for claim in Claim)


def review(
    base: str,
    head: str,
    *,
    form: str = "text",
    claim: str | None = None,
    edition: str | None = None,
    out: Path | None = None,
    checks: PageChecks,
    here: Path,
    stream: TextIO,
    err: TextIO,
    environment: Mapping[str, str],
) -> int:
    """Write the sheet of what changes from ``base`` to ``head``, two revisions or folders (3.3.1, Tabel 4).

    Args:
        base: The older side.
        head: The newer side.
        form: One of ``FORMATS``.
        claim: What the pull request says of itself, one of ``CLAIMS``.
        edition: Id of an edition to approve: ``base`` is taken without it, so that the sheet tells all of it.
        out: The file to write, wholly or not at all; without one the sheet goes to ``stream``.
        checks: Gives the problems of pages.
        here: Where names of folders and the repository are looked for.
        stream: Takes the sheet, or its verdict.
        err: Takes what is wrong with the command.
        environment: Says what the terminal shows.

    Returns:
        0 when nothing must be mended, 1 when something must, 2 when the command names nothing to compare or
        the file cannot be written.
    """
    try:
        with snapshot(base, here) as older, snapshot(head, here) as newer:
            before, after = read_sides(older, newer, checks)
            if edition is not None:
                before = before_edition(before, _known(after, edition))
            sheet = make_sheet(before, after, here, Claim(claim) if claim else None)
    except (UsageError, GitError) as error:
        err.write(f"{plain(str(error))}\n")
        return 2
    if out is None:
        if form == "json":
            terminal.write(as_json(sheet), stream)
        else:
            show(document(sheet), form, stream, environment)
        return sheet.status
    try:
        _write(out, as_json(sheet).encode() if form == "json" else as_bytes(document(sheet), form))
    except OSError as error:
        err.write(f"{plain(f'{out}: {error.strerror}')}\n")
        return 2
    terminal.write(f"{sheet.verdict.replace(NBSP, ' ')}\n", stream)
    return sheet.status


def _known(side: Side, edition_id: str) -> str:
    """The id of an edition that ``side`` has; ``UsageError`` for another."""
    known = [edition.id for edition in side.programme.editions] if side.programme else [edition_id]
    if edition_id not in known:
        raise UsageError(words.no_edition(quote(edition_id), known))
    return edition_id


def _write(path: Path, content: bytes) -> None:
    """Write a file wholly or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
