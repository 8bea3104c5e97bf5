"""Plain data to records: reads every file under ``menu_data``, collecting every problem of all of them.

A file that breaks a rule gets stand-ins (``macros.loading.placeholders``), so that the checks across files
still run and an editor sees everything at once; such a programme is never published. What could not be read
comes first, and a check that rests on it waits: its findings would only follow from that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from macros.loading.inspection import Inspection, Place
from macros.loading.losses import Loss, words_of
from macros.loading.messages import problem_at, translate
from macros.loading.placeholders import lost_ids, respelled, salvage
from macros.model.base import Record, natural
from macros.model.catalogue import Catalogue
from macros.model.changes import ChangeNotes
from macros.model.discrepancies import Discrepancies
from macros.model.edition import Edition, EditionInfo, Indicators, Screening
from macros.model.guideline.forms import Form
from macros.model.guideline.guideline import PARTS, Guideline
from macros.model.menu import Package
from macros.model.programme import Programme
from macros.model.registers import Registers, Reports, Resources
from macros.model.revisions import Decisions, FrozenText
from macros.model.search_words import SearchWords
from macros.model.terms import Terms
from macros.source.problem import Level, Problem, Stage
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
_YEAR = re.compile(r"\bfiscal_year\W{1,5}((?:19|20)\d\d)\b")
_STATUS = re.compile(r"\bstatus\W{1,5}(draft|approved|superseded)\b")


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
        self.named: dict[str, str] = {}
        self.losses: list[Loss] = []

    def run(self) -> Loaded:
        paths = self._paths()
        catalogue = self._record(Catalogue, "catalogue.yml", required=True)
        if catalogue is None and "catalogue.yml" in self.named:
            catalogue = salvage(Catalogue, {})[0]
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
        search_words = self._record(SearchWords, "search.yml")
        terms = self._record(Terms, "terms.yml")
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
                search_words=search_words or SearchWords(),
                terms=terms or Terms(),
            )
            self._inspect(programme)
        return Loaded(
            programme=None if self._broken() else programme,
            problems=sorted(self.problems),
            places=self.places,
            files=tuple(self.files),
            comparable=None if salvaged or self.dangling else programme,
            refused=refused,
        )

    def _inspect(self, programme: Programme) -> None:
        """Run the rules over what was read."""
        names = {relative: f"{self.label}/{actual}" for relative, actual in self.named.items()}
        inspection = Inspection(self.places, self.losses, names, self.problems)
        inspection.run(programme)
        self.dangling = inspection.dangling

    def _broken(self) -> bool:
        """Whether anything found so far keeps the data from being published."""
        return any(problem.level is Level.ERROR for problem in self.problems)

    def _paths(self) -> list[str]:
        """Every known file, relative; the others are problems, though one with a wrong ending is read."""
        misnamed: dict[str, str] = {}
        for path in sorted(self.root.rglob("*")):
            if path.is_dir() and not path.is_symlink():
                continue
            relative = path.relative_to(self.root).as_posix()
            meant = _ENDING.sub(".yml", relative)
            if path.is_symlink():
                self._missing(
                    relative, "Ganti dengan berkas biasa.", "tautan simbolis tidak boleh ada di sini."
                )
            elif _known(relative):
                self.named[relative] = relative
            elif meant != relative and _known(meant) and not (self.root / meant).exists():
                misnamed.setdefault(meant, relative)
                self._missing(
                    relative,
                    f"Ganti namanya menjadi {meant.rpartition('/')[2]}.",
                    "akhiran nama berkas ini harus .yml.",
                )
            elif not path.name.startswith("."):
                self._missing(
                    relative,
                    "Periksa nama dan akhirannya (.yml), atau pindahkan ke luar folder data.",
                    "berkas ini tidak dikenal dan tidak akan dibaca.",
                )
        self.named.update(misnamed)
        return sorted(self.named)

    def _missing(self, relative: str, hint: str, message: str = "tidak ada.") -> None:
        self.problems.append(
            Problem(
                stage=Stage.READING,
                file=f"{self.label}/{relative}",
                line=1,
                column=1,
                where="",
                message=message,
                hint=hint,
            )
        )

    def _record(
        self, model: type[T], relative: str, *, required: bool = False, year: int | None = None
    ) -> T | None:
        path = self.root / self.named.get(relative, relative)
        if relative not in self.named:
            if required:
                self._missing(relative, "Berkas ini wajib ada.", "berkas tidak ada.")
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
            self._place(record, Place(source, ()))
        return record

    def _unread(self, relative: str, content: bytes, problems: list[Problem]) -> None:
        """Report a file of which nothing is known but its words."""
        self.problems += problems
        self.losses.append(Loss(relative, words=words_of(content.decode("utf-8", "replace"))))

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
        if info is None:
            info = self._supposed(folder)
        year = info.fiscal_year if info is not None else None
        names = [p for p in paths if p.startswith(f"{base}/packages/")]
        if not names:
            self._missing(f"{base}/packages", "Tambahkan paling sedikit satu paket.", "tidak ada paket.")
        packages = [p for name in names if (p := self._record(Package, name, year=year)) is not None]
        screening = self._record(Screening, f"{base}/screening.yml")
        indicators = self._record(Indicators, f"{base}/indicators.yml")
        if info is None:
            self.losses.append(Loss("editions/"))
            return None
        if info.id != folder:
            message = f'id edisi "{info.id}" tidak sama dengan nama foldernya "{folder}".'
            self._misfit(info, ("id",), message, f'Tulis id: "{folder}".')
            source = self.places[id(info)].source
            info = info.model_copy(update={"id": folder})
            self._place(info, Place(source, ()))
        return Edition.model_construct(
            info=info,
            packages=tuple(sorted(packages, key=lambda package: natural(package.number))),
            screening=screening,
            indicators=indicators,
        )

    def _supposed(self, folder: str) -> EditionInfo | None:
        """What an ``edition.yml`` that cannot be read says most probably; ``None`` without a year."""
        path = self.root / self.named.get(f"editions/{folder}/edition.yml", "")
        text = path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""
        year = _YEAR.search(text) or re.search(r"\b((?:19|20)\d\d)\b", folder)
        status = _STATUS.search(text)
        if year is None:
            return None
        supposed = {"id": folder, "fiscal_year": int(year[1]), "status": status[1] if status else "draft"}
        return salvage(EditionInfo, supposed)[0]

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
            self._misfit(
                form,
                ("id",),
                f'id formulir "{form.id}" tidak sama dengan nama berkasnya.',
                f"Ganti nama berkas menjadi {form.id}.yml, atau betulkan id.",
            )
            self.losses.append(Loss(relative))
        return form

    def _notes(self, relative: str) -> ChangeNotes | None:
        notes = self._record(ChangeNotes, relative)
        if notes is not None and relative != f"changes/{notes.old}-{notes.new}.yml":
            self._misfit(
                notes,
                ("old",),
                f'isi berkas ini tentang "{notes.old}" dan "{notes.new}", lain dari namanya.',
                f"Ganti nama berkas menjadi {notes.old}-{notes.new}.yml, atau betulkan old dan new.",
            )
            self.losses.append(Loss(relative))
            self.losses.append(Loss(f"changes/{notes.old}-{notes.new}.yml"))
        return notes

    def _misfit(self, record: Record, path: tuple[str | int, ...], message: str, hint: str) -> None:
        """Report a value that does not fit the name of its file."""
        self.problems.append(problem_at(self.places[id(record)].source, path, message, hint))


def _known(relative: str) -> bool:
    return any(re.fullmatch(pattern, relative) for pattern in KNOWN_FILES)
