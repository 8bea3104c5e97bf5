"""What is compared, as plain files in a folder of their own: from a revision of git, or from a folder.

A revision comes from anyone. Links are not followed, odd names are not written, and there is an end to how
much is taken; each such thing is a problem with its place, as any other in the data.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from macros.review.attached import FOLDERS
from macros.review.repository import FILES, LINK, Blob, Commit, contents, files, find
from macros.source.problem import Problem, plain, quote
from macros.wording import review as words

DATA, DOCS = "menu_data", "docs"
"""The folders that hold what is published, at the top of either side."""
MOST_FILES = 5_000
LARGEST = 1024 * 1024
"""Bytes of one file; the loader refuses smaller ones than this."""
LARGEST_DOCUMENT = 25 * 1024 * 1024
"""Bytes of one document that is published as it is."""


class UsageError(Exception):
    """The command names nothing that can be compared; the message says what it may name."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One side, copied: ``root`` holds ``menu_data`` and ``docs``; ``commit`` is ``None`` of a folder."""

    name: str
    root: Path
    commit: Commit | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _File:
    """A file that may be taken; ``link`` for what leads elsewhere."""

    path: str
    size: int
    link: bool
    blob: Blob | None = None


@contextmanager
def snapshot(name: str, here: Path) -> Iterator[Snapshot]:
    """Copy what ``name`` means: a folder that holds ``menu_data``, else a revision of the repository.

    Raises:
        UsageError: It means neither, or a revision without ``menu_data``.
        GitError: Git is not there or does not answer.
    """
    folder = here / name
    commit = None if (folder / DATA).is_dir() else find(name, here)
    if commit is None and not (folder / DATA).is_dir():
        raise UsageError(words.no_such_side(quote(name)))
    found = list(_listed(folder) if commit is None else _of_commit(commit, here))
    if not any(file.path.startswith(f"{DATA}/") for file in found):
        raise UsageError(words.nothing_to_compare(quote(name)))
    problems: list[Problem] = []
    taken = list(_accepted(found, problems))
    with tempfile.TemporaryDirectory(prefix="lembar-") as held:
        root = Path(held)
        for top in (DATA, DOCS):
            (root / top).mkdir()
        for file, content in zip(taken, _contents(taken, folder, here), strict=True):
            try:
                (root / file.path).parent.mkdir(parents=True, exist_ok=True)
                (root / file.path).write_bytes(content)
            except OSError:
                problems.append(_problem(file.path, words.BAD_NAME))
        yield Snapshot(name, root, commit, tuple(problems))


def _listed(folder: Path) -> Iterator[_File]:
    """Every file of a folder's own two, whatever it is."""
    for top in (DATA, DOCS):
        for parent, folders, names in os.walk(folder / top):
            folders.sort()
            here = Path(parent)
            for name in (*folders, *names):
                path = here / name
                shown = path.relative_to(folder).as_posix()
                if path.is_symlink():
                    yield _File(shown, 0, link=True)
                elif path.is_file():
                    yield _File(shown, path.stat().st_size, link=False)


def _of_commit(commit: Commit, here: Path) -> Iterator[_File]:
    for blob in files(commit, here, (DATA, DOCS)):
        path = blob.path.decode("utf-8", "surrogateescape")
        if blob.mode == LINK or blob.mode in FILES:
            yield _File(path, blob.size, link=blob.mode == LINK, blob=blob)


def _accepted(found: list[_File], problems: list[Problem]) -> Iterator[_File]:
    """What is read of a side: all data, pages and documents; the first so many files, none too large."""
    read = [file for file in sorted(found, key=lambda file: file.path) if _is_read(file)]
    for file in read[:MOST_FILES]:
        if file.link:
            problems.append(_problem(file.path, words.LINK))
        elif not _is_plain(file.path):
            problems.append(_problem(file.path, words.BAD_NAME))
        elif file.size > (LARGEST_DOCUMENT if _is_document(file.path) else LARGEST):
            too_large = words.DOCUMENT_TOO_LARGE if _is_document(file.path) else words.TOO_LARGE
            problems.append(_problem(file.path, too_large))
        else:
            yield file
    if len(read) > MOST_FILES:
        problems.append(_problem(read[MOST_FILES].path, words.TOO_MANY))


def _is_read(file: _File) -> bool:
    page = file.path.endswith(".md") or _is_document(file.path)
    return file.path.startswith(f"{DATA}/") or file.link or page


def _is_document(path: str) -> bool:
    return path.startswith(tuple(f"{DOCS}/{folder}/" for folder in FOLDERS)) and not path.endswith(".md")


def _is_plain(path: str) -> bool:
    """Whether a path stays where it is written, and can be named in a message."""
    parts = path.split("/")
    encodable = not any("\ud800" <= character <= "\udfff" for character in path)
    return encodable and "\\" not in path and not {"", ".", ".."} & set(parts)


def _contents(taken: list[_File], folder: Path, here: Path) -> Iterator[bytes]:
    blobs = [file.blob for file in taken if file.blob is not None]
    if blobs:
        return contents(blobs, here)
    return ((folder / file.path).read_bytes() for file in taken)


def _problem(path: str, said: tuple[str, str]) -> Problem:
    message, hint = said
    return Problem(file=plain(path), line=1, column=1, where="", message=message, hint=hint)
