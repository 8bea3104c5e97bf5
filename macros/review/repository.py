"""Git, asked for nothing but facts: which commit a name means, and which bytes it holds.

Nothing is checked out and nothing of a revision is run. Files are read from the objects themselves: an
archive would obey the ``.gitattributes`` of the very revision under review, which can leave files out.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

LINK = "120000"
"""Mode of a symbolic link."""
FILES = frozenset({"100644", "100755"})
"""Modes of plain files."""
NAME = re.compile(r"[0-9a-f]{40,64}")
"""The full name of a commit."""
STEADY = ("-c", "log.showSignature=false", "-c", "core.quotePath=false", "-c", "i18n.logOutputEncoding=utf-8")
"""Settings of a user that would change what git prints."""


class GitError(Exception):
    """Git is not there, or did not answer."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: its full name, its day (ISO 8601) and the first line of its message, as typed."""

    id: str
    date: str
    subject: str

    @property
    def short(self) -> str:
        """Enough of its name to find it."""
        return self.id[:10]


@dataclass(frozen=True, slots=True)
class Blob:
    """A file of a commit; ``size`` is -1 for what is no file."""

    path: bytes
    mode: str
    id: str
    size: int


def find(name: str, folder: Path) -> Commit | None:
    """The commit that ``name`` means in the repository around ``folder``; ``None`` when it means none.

    ``GitError`` when git cannot answer.
    """
    found = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if found.stderr.startswith(b"fatal:") and b"not a git repository" not in found.stderr:
        raise GitError(_said(found))
    known = found.stdout.decode("ascii", "replace").strip()
    if found.returncode != 0 or not NAME.fullmatch(known):
        return None
    shown = _git(folder, "show", "--no-patch", "--format=%H%x00%cs%x00%s", known)
    if shown.returncode != 0:
        raise GitError(_said(shown))
    commit, date, subject = shown.stdout.decode("utf-8", "replace").rstrip("\n").split("\0", 2)
    return Commit(commit, date, subject)


def files(commit: Commit, folder: Path, names: Iterable[str]) -> list[Blob]:
    """Everything that a commit holds below the folders ``names`` at its top, in order of path."""
    listed = _git(folder, "ls-tree", "-r", "-z", "--long", "--full-tree", commit.id, "--", *names)
    if listed.returncode != 0:
        raise GitError(_said(listed))
    found = []
    for line in listed.stdout.split(b"\0"):
        if line:
            about, path = line.split(b"\t", 1)
            mode, _, known, size = about.decode("ascii").split()
            found.append(Blob(path, mode, known, int(size) if size.isdigit() else -1))
    return sorted(found, key=lambda blob: blob.path)


def contents(blobs: Iterable[Blob], folder: Path) -> Iterator[bytes]:
    """The bytes of files, one after the other."""
    wanted = "".join(f"{blob.id}\n" for blob in blobs)
    answered = _git(folder, "cat-file", "--batch", stdin=wanted.encode("ascii"))
    if answered.returncode != 0:
        raise GitError(_said(answered))
    data, start = answered.stdout, 0
    while start < len(data):
        end = data.index(b"\n", start)
        length = data[start:end].split()[-1]
        if not length.isdigit():
            raise GitError(data[start:end].decode("ascii", "replace"))
        size = int(length)
        yield data[end + 1 : end + 1 + size]
        start = end + 2 + size


def continues(base: Commit, head: Commit, folder: Path) -> bool:
    """Whether ``head`` holds all of ``base``; taken for granted where history is cut short."""
    if _git(folder, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true":
        return True
    return _git(folder, "merge-base", "--is-ancestor", base.id, head.id).returncode != 1


def _git(folder: Path, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    program = shutil.which("git")
    if program is None:
        message = "git tidak ditemukan."
        raise GitError(message)
    settings = {
        "LC_ALL": "C",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_LITERAL_PATHSPECS": "1",
        "GIT_NO_LAZY_FETCH": "1",
    }
    return subprocess.run(  # noqa: S603 - arguments that a user types stand after --end-of-options
        [program, "--no-pager", "--no-replace-objects", *STEADY, *arguments],
        cwd=folder,
        input=stdin,
        capture_output=True,
        env={**os.environ, **settings},
        check=False,
    )


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    return done.stderr.decode("utf-8", "replace").strip() or f"git: {done.returncode}"
