"""A copy of the data beside them, in which a change is tried before anything of it reaches them."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Self

from macros.editing.yaml_document import UnusualError, YamlDocument
from macros.loading.load import Loaded, load
from macros.model.edition import Edition
from macros.model.programme import Programme
from macros.source.characters import unseen
from macros.source.problem import as_text, did_you_mean, plain, quote


class RefusedError(Exception):
    """Nothing was changed; the message says why and what to do, in Indonesian."""

    @classmethod
    def because(cls, message: str, mend: str) -> Self:
        """What is wrong, and the mend."""
        return cls(f"{message} Perbaikan: {mend}")


@dataclass(frozen=True, slots=True)
class Transaction:
    """The data folder and the copy of it; files are named relative to either, with forward slashes."""

    data: Path
    draft: Path

    def load(self) -> Loaded:
        """The draft as it is now, its problems named as if they were in the data."""
        return load(self.draft, self.data.as_posix())

    def shown(self, name: str) -> str:
        """A file as it is called in messages."""
        return f"{self.data.as_posix()}/{name}"

    def document(self, name: str) -> YamlDocument:
        """A file of the draft, to be edited."""
        return YamlDocument.of((self.draft / name).read_bytes(), self.shown(name))

    def save(self, name: str, content: bytes) -> None:
        """Write a file of the draft."""
        (self.draft / name).parent.mkdir(parents=True, exist_ok=True)
        (self.draft / name).write_bytes(content)

    def deliver(self, *names: str) -> None:
        """Move files and new folders of the draft to their place, all of them or none."""
        former = self.draft.parent / "former"
        done: list[str] = []
        try:
            for name in names:
                outermost = name if (self.data / name).parent.is_dir() else PurePosixPath(name).parts[0]
                if (self.data / outermost).is_file():
                    (former / outermost).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy2(self.data / outermost, former / outermost)
                (self.draft / outermost).replace(self.data / outermost)
                done.append(outermost)
        except BaseException:
            for name in reversed(done):
                (self.data / name).replace(self.draft / name)
                if (former / name).is_file():
                    (former / name).replace(self.data / name)
            raise


@contextmanager
def open_transaction(data: Path) -> Iterator[Transaction]:
    """Edit a copy of ``data``, which is removed afterwards.

    Raises:
        RefusedError: There is no such folder, a link stands in it, it cannot be written, or a file that is
            to be edited is written in a way not foreseen.
    """
    root = data.resolve()
    if not root.is_dir() or any(path.is_symlink() for path in root.rglob("*")):
        raise RefusedError(as_text(load(data, data.as_posix()).problems))
    bench = None
    try:
        bench = Path(tempfile.mkdtemp(prefix=f".{root.name}-", dir=root.parent))
        yield Transaction(data, Path(shutil.copytree(root, bench / root.name)))
    except OSError as error:
        reason = plain(error.strerror or type(error).__name__)
        raise RefusedError.because(
            f"tidak dapat menulis di {quote(root.parent)} ({reason}).",
            "Periksa izin folder dan ruang disk, lalu ulangi.",
        ) from error
    except UnusualError as error:
        raise RefusedError.because(
            f"{plain(str(error))} ditulis dengan cara yang tidak dapat disunting perintah ini.",
            "Tulis tiap kunci pada barisnya sendiri, tanpa kurung, lalu ulangi.",
        ) from error
    finally:
        if bench is not None:
            shutil.rmtree(bench, ignore_errors=True)


def sound(loaded: Loaded) -> Programme:
    """What was loaded; ``RefusedError`` with every problem when there are errors."""
    if loaded.programme is None:
        raise RefusedError(as_text(loaded.problems))
    return loaded.programme


def sayable(said: Mapping[str, str]) -> None:
    """Refuse a text that no file could hold, by the option that gave it."""
    for field, value in said.items():
        if (flaw := unseen(value)) is not None:
            raise RefusedError.because(f"--{field.replace('_', '-')}: {flaw[0]}", flaw[1])


def find(programme: Programme, edition_id: str) -> Edition:
    """An edition by its id; ``RefusedError`` when there is none."""
    known = [edition.id for edition in programme.editions]
    if edition_id not in known:
        mend = f"{did_you_mean(edition_id, known)} Yang ada: {', '.join(known)}."
        raise RefusedError.because(f"edisi {quote(edition_id)} tidak ada.", mend.strip())
    return programme.edition(edition_id)
