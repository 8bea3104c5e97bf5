"""Plain data to records: reads every file under ``menu_data``, collecting every problem of all of them.

A file that breaks a rule is mended provisionally (``macros.salvage``) so that the checks across files
still run and an editor sees everything at once; such a programme is never published.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from macros.checks import RULES, references
from macros.guideline import PARTS, Form, Guideline
from macros.messages import translate
from macros.model import (
    Catalogue,
    ChangeNotes,
    Companion,
    Discrepancies,
    Edition,
    EditionInfo,
    Indicators,
    Package,
    Programme,
    Record,
    Screening,
    TargetUnits,
    natural,
)
from macros.problems import Level, Problem, trail
from macros.registers import Registers, Reports, Resources
from macros.revisions import Decisions, FrozenText
from macros.salvage import salvage
from macros.search_words import SearchWords
from macros.source import Source, read
from macros.terms import Terms

T = TypeVar("T", bound=Record)

FOLLOWED = (Package, TargetUnits, Companion)
"""Records whose ids are followed when changes are told; one that leads nowhere cannot be."""
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


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: its file and the path within it."""

    source: Source
    path: tuple[str | int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Loaded:
    """What was read: the programme (``None`` when there are errors) and every problem."""

    programme: Programme | None
    problems: list[Problem]
    places: dict[int, Place] = field(default_factory=dict)
    """Places of records, by ``id()`` of the record; valid while ``programme`` is kept."""
    files: tuple[Path, ...] = ()
    comparable: Programme | None = None
    """The programme even if it breaks rules, so long as every value was accepted and what the menu names
    is there: fit to be compared with another, never to be published."""
    refused: tuple[Problem, ...] = ()
    """Problems of reading; where there are any, others may only follow from them."""

    def position(self, record: Record, *path: str | int) -> tuple[str, int]:
        """File and line of a value of ``record``; ``KeyError`` for a record not loaded from a file."""
        return self.place(record, *path)[:2]

    def place(self, record: Record, *path: str | int) -> tuple[str, int, int]:
        """File, line and column of a value of ``record``; ``KeyError`` for one not loaded from a file."""
        place = self.places[id(record)]
        position = place.source.position((*place.path, *path))
        return place.source.file, position.line, position.column


def load(root: Path, label: str | None = None) -> Loaded:
    """Read ``root``; ``label`` is how the folder is called in messages (default: its name)."""
    return _Loader(root, root.name if label is None else label).run()


def load_once(root: Path, label: str | None = None) -> Loaded:
    """Read ``root`` unless nothing under it changed since the last call."""
    seen = [(path, path.stat()) for path in sorted(root.rglob("*")) if path.is_file()]
    return _remembered(
        root, label, tuple((path.as_posix(), stat.st_mtime_ns, stat.st_size) for path, stat in seen)
    )


@lru_cache(maxsize=2)
def _remembered(root: Path, label: str | None, _: tuple[tuple[str, int, int], ...]) -> Loaded:
    return load(root, label)


class _Loader:
    def __init__(self, root: Path, label: str) -> None:
        self.root = root
        self.label = label
        self.problems: list[Problem] = []
        self.places: dict[int, Place] = {}
        self.files: list[Path] = []
        self.dangling = False

    def run(self) -> Loaded:
        paths = self._paths()
        catalogue = self._record(Catalogue, "catalogue.yml", required=True)
        discrepancies = self._record(Discrepancies, "guideline/discrepancies.yml")
        editions = [
            edition
            for folder in sorted({p.split("/")[1] for p in paths if re.match(r"editions/[^/]+/", p)})
            if (edition := self._edition(folder, paths)) is not None
        ]
        if not editions and not any(p.startswith("editions/") for p in paths):
            self._missing("editions", "Buat editions/<tahun>/edition.yml beserta packages/.")
        names = [path for path in paths if path.startswith("changes/")]
        notes = [found for name in names if (found := self._notes(name)) is not None]
        guideline = self._guideline(paths)
        registers = Registers.model_construct(
            resources=self._record(Resources, "resources.yml"), reports=self._record(Reports, "reports.yml")
        )
        programme = None
        refused, salvaged = tuple(self.problems), self._broken()
        if catalogue is not None:
            programme = Programme.model_construct(
                catalogue=catalogue,
                editions=tuple(sorted(editions, key=lambda edition: edition.info.fiscal_year)),
                discrepancies=discrepancies.discrepancies if discrepancies else (),
                changes=tuple(notes),
                guideline=guideline,
                registers=registers,
                search_words=self._record(SearchWords, "search.yml"),
                terms=self._record(Terms, "terms.yml"),
            )
            self._check(programme)
        return Loaded(
            programme=None if self._broken() else programme,
            problems=sorted(self.problems),
            places=self.places,
            files=tuple(self.files),
            comparable=None if salvaged or self.dangling else programme,
            refused=refused,
        )

    def _broken(self) -> bool:
        """Whether anything found so far keeps the data from being published."""
        return any(problem.level is Level.ERROR for problem in self.problems)

    def _paths(self) -> list[str]:
        """Every known file, relative; the others are problems."""
        found = []
        for path in sorted(self.root.rglob("*")):
            if path.is_dir() and not path.is_symlink():
                continue
            relative = path.relative_to(self.root).as_posix()
            if path.is_symlink():
                self._missing(
                    relative, "Ganti dengan berkas biasa.", "tautan simbolis tidak boleh ada di sini."
                )
            elif any(re.fullmatch(pattern, relative) for pattern in KNOWN_FILES):
                found.append(relative)
            elif not path.name.startswith("."):
                self._missing(
                    relative,
                    "Periksa nama dan akhirannya (.yml), atau pindahkan ke luar folder data.",
                    "berkas ini tidak dikenal dan tidak akan dibaca.",
                )
        return found

    def _missing(self, relative: str, hint: str, message: str = "tidak ada.") -> None:
        self.problems.append(
            Problem(file=f"{self.label}/{relative}", line=1, column=1, where="", message=message, hint=hint)
        )

    def _record(self, model: type[T], relative: str, *, required: bool = False) -> T | None:
        path = self.root / relative
        if path.is_symlink() or not path.is_file():
            if required:
                self._missing(relative, "Berkas ini wajib ada.", "berkas tidak ada.")
            return None
        self.files.append(path)
        source, problems = read(path.read_bytes(), f"{self.label}/{relative}")
        self.problems += problems
        if source is None:
            return None
        try:
            record = model.model_validate(source.data)
        except ValidationError as error:
            self.problems += translate(error, model, source)
            mended = salvage(model, source.data)
            if mended is None:
                return None
            record = mended
        self._place(record, Place(source, ()))
        return record

    def _place(self, record: Record, place: Place) -> None:
        self.places[id(record)] = place
        for name in type(record).model_fields:
            value = getattr(record, name)
            if isinstance(value, Record):
                self._place(value, Place(place.source, (*place.path, name)))
            elif isinstance(value, tuple):
                for index, item in enumerate(value):
                    if isinstance(item, Record):
                        self._place(item, Place(place.source, (*place.path, name, index)))

    def _edition(self, folder: str, paths: list[str]) -> Edition | None:
        base = f"editions/{folder}"
        info = self._record(EditionInfo, f"{base}/edition.yml", required=True)
        names = [p for p in paths if p.startswith(f"{base}/packages/")]
        if not names:
            self._missing(f"{base}/packages", "Tambahkan paling sedikit satu paket.", "tidak ada paket.")
        packages = [p for name in names if (p := self._record(Package, name)) is not None]
        screening = self._record(Screening, f"{base}/screening.yml")
        indicators = self._record(Indicators, f"{base}/indicators.yml")
        if info is None:
            return None
        if info.id != folder:
            self.problems.append(
                self._problem(
                    Place(self.places[id(info)].source, ("id",)),
                    f'id edisi "{info.id}" tidak sama dengan nama foldernya "{folder}".',
                    f'Tulis id: "{folder}".',
                )
            )
            source = self.places[id(info)].source
            info = info.model_copy(update={"id": folder})
            self._place(info, Place(source, ()))
        return Edition.model_construct(
            info=info,
            packages=tuple(sorted(packages, key=lambda package: natural(package.number))),
            screening=screening,
            indicators=indicators,
        )

    def _guideline(self, paths: list[str]) -> Guideline:
        parts = {name: self._record(model, f"guideline/{name}.yml") for name, model in PARTS.items()}
        names = [path for path in paths if path.startswith("guideline/forms/")]
        forms = [form for name in names if (form := self._form(name)) is not None]
        forms.sort(key=lambda form: natural(form.id.rpartition("-")[2]))
        names = [path for path in paths if path.startswith("guideline/texts/")]
        texts = [text for name in names if (text := self._record(FrozenText, name)) is not None]
        return Guideline.model_validate(
            {
                **parts,
                "decisions": self._record(Decisions, "decisions.yml"),
                "forms": tuple(forms),
                "texts": tuple(texts),
            }
        )

    def _form(self, relative: str) -> Form | None:
        form = self._record(Form, relative)
        if form is not None and relative != f"guideline/forms/{form.id}.yml":
            self.problems.append(
                self._problem(
                    Place(self.places[id(form)].source, ("id",)),
                    f'id formulir "{form.id}" tidak sama dengan nama berkasnya.',
                    f"Ganti nama berkas menjadi {form.id}.yml, atau betulkan id.",
                )
            )
        return form

    def _notes(self, relative: str) -> ChangeNotes | None:
        notes = self._record(ChangeNotes, relative)
        if notes is not None and relative != f"changes/{notes.old}-{notes.new}.yml":
            self.problems.append(
                self._problem(
                    Place(self.places[id(notes)].source, ("old",)),
                    f'isi berkas ini tentang "{notes.old}" dan "{notes.new}", lain dari namanya.',
                    f"Ganti nama berkas menjadi {notes.old}-{notes.new}.yml, atau betulkan old dan new.",
                )
            )
        return notes

    def _check(self, programme: Programme) -> None:
        taken = {(problem.file, problem.line) for problem in self.problems}
        for rule in RULES:
            for finding in rule.check(programme):
                self.dangling |= rule is references and isinstance(finding.subject, FOLLOWED)
                place = self.places.get(id(finding.subject))
                if place is None:
                    continue
                problem = self._problem(
                    replace(place, path=(*place.path, *finding.path)),
                    finding.message,
                    finding.hint,
                    finding.level,
                )
                if (problem.file, problem.line) not in taken:
                    self.problems.append(problem)

    def _problem(self, place: Place, message: str, hint: str, level: Level = Level.ERROR) -> Problem:
        position = place.source.position(place.path)
        return Problem(
            file=place.source.file,
            line=position.line,
            column=position.column,
            where=trail(place.path),
            message=message,
            hint=hint,
            level=level,
        )
