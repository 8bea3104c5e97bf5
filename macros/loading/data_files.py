"""Files of the data folder as records, each with its problems and the position of every record."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from macros.loading.inspection import RecordPlace
from macros.loading.losses import Loss, words_of
from macros.loading.messages import problem_at, translate
from macros.loading.placeholders import lost_ids, respelled, salvage
from macros.model.base import Record
from macros.model.guideline.guideline import PARTS
from macros.source.problem import Level, Problem, ProblemStage
from macros.source.yaml_reader import read

T = TypeVar("T", bound=Record)

KNOWN_FILES = (
    r"README\.md",
    r"schema/[a-z]+\.schema\.json",
    r"(catalogue|resources|reports|search|terms)\.yml",
    r"editions/[a-z0-9-]+/(edition|screening|indicators)\.yml",
    r"editions/[a-z0-9-]+/packages/[A-Za-z0-9._-]+\.yml",
    rf"guideline/(discrepancies|{'|'.join(PARTS)})\.yml",
    r"guideline/(forms|texts)/[a-z0-9-]+\.yml",
    r"decisions\.yml",
    r"changes/[a-z0-9-]+\.yml",
)
_ENDING = re.compile(r"(\.(ya?ml|txt))+$", re.IGNORECASE)


class DataFiles:
    """Reads files one by one and collects what is wrong with them."""

    def __init__(self, root: Path, label: str) -> None:
        """``label`` is how the folder ``root`` is called in messages."""
        self.root = root
        self.label = label
        self.problems: list[Problem] = []
        self.places: dict[int, RecordPlace] = {}
        """Places of records, by ``id()`` of the record."""
        self.files: list[Path] = []
        self.named: dict[str, str] = {}
        """Files as they are called, by the name that they should have; relative to ``root``."""
        self.losses: list[Loss] = []

    def broken(self) -> bool:
        """Whether anything found so far keeps the data from being published."""
        return any(problem.level is Level.ERROR for problem in self.problems)

    def paths(self) -> list[str]:
        """Every known file, relative; the others are problems, though one with a wrong ending is read."""
        misnamed: dict[str, str] = {}
        for path in sorted(self.root.rglob("*")):
            if path.is_dir() and not path.is_symlink():
                continue
            relative = path.relative_to(self.root).as_posix()
            meant = _ENDING.sub(".yml", relative)
            if path.is_symlink():
                self.missing(
                    relative, "Ganti dengan berkas biasa.", "tautan simbolis tidak boleh ada di sini."
                )
            elif _known(relative):
                self.named[relative] = relative
            elif meant != relative and _known(meant) and not (self.root / meant).exists():
                misnamed.setdefault(meant, relative)
                self.missing(
                    relative,
                    f"Ganti namanya menjadi {meant.rpartition('/')[2]}.",
                    "akhiran nama berkas ini harus .yml.",
                )
            elif not path.name.startswith("."):
                self.missing(
                    relative,
                    "Periksa nama dan akhirannya (.yml), atau pindahkan ke luar folder data.",
                    "berkas ini tidak dikenal dan tidak akan dibaca.",
                )
        self.named.update(misnamed)
        return sorted(self.named)

    def missing(self, relative: str, hint: str, message: str = "tidak ada.") -> None:
        """Report a file that is missing, or that is there in the wrong way."""
        self.problems.append(
            Problem(
                stage=ProblemStage.READING,
                file=f"{self.label}/{relative}",
                line=1,
                column=1,
                where="",
                message=message,
                hint=hint,
            )
        )

    def read(
        self, model: type[T], relative: str, *, required: bool = False, year: int | None = None
    ) -> T | None:
        """A file as a record, with stand-ins for what breaks a rule; ``None`` where nothing can be read.

        Args:
            model: What the file holds.
            relative: Its name from the data folder.
            required: Whether its absence is a problem.
            year: The fiscal year that hints about months name, if there is one.
        """
        path = self.root / self.named.get(relative, relative)
        if relative not in self.named:
            if required:
                self.missing(relative, "Berkas ini wajib ada.", "berkas tidak ada.")
                self.losses.append(Loss(relative))
            return None
        self.files.append(path)
        content = path.read_bytes()
        source, problems = read(content, f"{self.label}/{self.named[relative]}")
        if source is None:
            self._unread(relative, content, problems)
            return None
        source, renamed = respelled(model, source)
        problems += renamed
        record: T | None
        losses: list[Loss] = []
        try:
            record = model.model_validate(source.data)
        except ValidationError as error:
            if source.guessed:
                self._unread(relative, content, problems)
                return None
            told = {(problem.line, problem.column) for problem in problems}
            found = translate(error, model, source, year)
            problems += [one for one in found if (one.line, one.column) not in told or not told]
            record, losses = salvage(model, source.data, relative)
        words = words_of(content.decode("utf-8", "replace")) if source.flaws else frozenset()
        losses += [
            Loss(relative, flaw, lost_ids(source.data, model, flaw) if flaw else None, words)
            for flaw in source.flaws
        ]
        self.problems += problems
        self.losses += losses
        if record is not None:
            self.locate(record, RecordPlace(source, ()))
        return record

    def _unread(self, relative: str, content: bytes, problems: list[Problem]) -> None:
        """Report a file of which nothing is known but its words."""
        self.problems += problems
        self.losses.append(Loss(relative, words=words_of(content.decode("utf-8", "replace"))))

    def locate(self, record: Record, place: RecordPlace) -> None:
        """Remember where a record and those within it stand."""
        self.places[id(record)] = place
        for name in type(record).model_fields:
            value = getattr(record, name)
            if isinstance(value, Record):
                self.locate(value, RecordPlace(place.source, (*place.path, name)))
            elif isinstance(value, tuple):
                for index, item in enumerate(value):
                    if isinstance(item, Record):
                        self.locate(item, RecordPlace(place.source, (*place.path, name, index)))

    def misfit(self, record: Record, path: tuple[str | int, ...], message: str, hint: str) -> None:
        """Report a value that does not fit the name of its file."""
        self.problems.append(problem_at(self.places[id(record)].source, path, message, hint))


def _known(relative: str) -> bool:
    return any(re.fullmatch(pattern, relative) for pattern in KNOWN_FILES)
