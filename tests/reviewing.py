"""A scratch git repository with the tiny programme, and pull requests made in it."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.changes import digest
from macros.editing import erratum, freeze
from macros.loading.load import load
from tests.paths import TESTS, TINY, TINY_NEXT

TINY_REVIEW = TESTS / "tiny-review"
"""Decisions, a revision and a page of a guideline, to be laid over the tiny programme."""
EMPTY_NOTES = 'old: "1"\nnew: "2"\ndate: "2031-01-02"\nlineage: []\nreasons: []\nquestions: []\n'
STEADY = {
    "GIT_AUTHOR_NAME": "Penyunting",
    "GIT_AUTHOR_EMAIL": "penyunting@contoh.example",
    "GIT_COMMITTER_NAME": "Penyunting",
    "GIT_COMMITTER_EMAIL": "penyunting@contoh.example",
    "GIT_AUTHOR_DATE": "2031-02-03T04:05:06Z",
    "GIT_COMMITTER_DATE": "2031-02-03T04:05:06Z",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}
Edit = dict[str, Any]


def git(folder: Path, *arguments: str) -> str:
    """What git says, the same on every machine."""
    done = subprocess.run(
        ["git", *arguments],  # noqa: S607 - the git of the machine
        cwd=folder,
        env={**os.environ, **STEADY},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@dataclass(frozen=True)
class Repository:
    """A repository; its branches ``begun`` and ``proposed`` hold a draft as begun, and as proposed."""

    folder: Path

    def pull_request(self, base: str, edits: list[Edit], subject: str = "Usulan") -> tuple[str, str]:
        """Names of the commits before and after some edits."""
        git(self.folder, "checkout", "--quiet", "--force", "-B", "usulan", base)
        git(self.folder, "clean", "-fdq")
        for one in edits:
            change(self.folder, one)
        git(self.folder, "add", "--all")
        git(self.folder, "commit", "--quiet", "--allow-empty", "--message", subject)
        return git(self.folder, "rev-parse", base), git(self.folder, "rev-parse", "HEAD")


def change(folder: Path, one: Edit) -> None:
    """One edit: replace a text in a file, write or remove it, lay files over, or record an erratum."""
    if "overlay" in one:
        shutil.copytree(TESTS / one["overlay"], folder, dirs_exist_ok=True)
        return
    if "seal" in one:
        seal(folder / "menu_data", one["seal"])
        return
    if "erratum" in one:
        erratum(folder / "menu_data", "1", one["erratum"])
        return
    path = folder / one["file"]
    if "link" in one:
        path.symlink_to(one["link"])
    elif one.get("remove"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    elif "write" in one:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one["write"].encode())
    else:
        text = path.read_text(encoding="utf-8")
        assert one["old"] in text, f"{one['file']} holds no {one['old']!r}"
        path.write_text(text.replace(one["old"], one["new"], 1), encoding="utf-8")


def seal(data: Path, edition_id: str) -> None:
    """Give an edition the digest of its content, whatever it had: what no command does."""
    loaded = load(data).comparable
    assert loaded is not None
    found = loaded.edition(edition_id)
    path = data / "editions" / edition_id / "edition.yml"
    path.write_text(path.read_text().replace(str(found.info.digest), digest(found)))


def programme(folder: Path) -> Path:
    """The tiny programme with a guideline, the first edition frozen; its folder."""
    for source in (TINY, TINY_REVIEW):
        shutil.copytree(source, folder, dirs_exist_ok=True)
    freeze(folder / "menu_data", "1")
    return folder


def repository(folder: Path) -> Repository:
    """The repository, below ``folder``."""
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch", "main")
    programme(folder)
    _commit(folder, "main", "Edisi pertama")
    data = folder / "menu_data"
    shutil.copytree(data / "editions/1", data / "editions/2")
    shutil.copy(TINY_NEXT / "menu_data/editions/2/edition.yml", data / "editions/2/edition.yml")
    package = data / "editions/2/packages/1.yml"
    package.write_text(package.read_text().replace("state: new", "state: not_reviewed"))
    (data / "changes").mkdir()
    (data / "changes/1-2.yml").write_text(EMPTY_NOTES)
    _commit(folder, "begun", "Draft tahun berikutnya")
    shutil.copytree(TINY_NEXT, folder, dirs_exist_ok=True)
    _commit(folder, "proposed", "Usulan tahun berikutnya")
    return Repository(folder)


def _commit(folder: Path, branch: str, subject: str) -> None:
    git(folder, "checkout", "--quiet", "-B", branch)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", subject)
