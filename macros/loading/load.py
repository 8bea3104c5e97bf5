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

from macros.loading.data_files import DataFiles
from macros.loading.inspection import Inspection, RecordPlace
from macros.loading.losses import Loss
from macros.loading.placeholders import salvage
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
from macros.source.problem import Problem

_YEAR = re.compile(r"\bfiscal_year\W{1,5}((?:19|20)\d\d)\b")
_STATUS = re.compile(r"\bstatus\W{1,5}(draft|approved|superseded)\b")


@dataclass(frozen=True, slots=True, eq=False)
class Loaded:
    """What was read: the programme (``None`` when there are errors) and every problem."""

    programme: Programme | None
    problems: list[Problem]
    places: dict[int, RecordPlace] = field(default_factory=dict)
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
    return _Loader(DataFiles(root, root.name if label is None else label)).run()


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
    def __init__(self, data: DataFiles) -> None:
        self.data = data
        self.dangling = False

    def run(self) -> Loaded:
        paths = self.data.paths()
        catalogue = self.data.read(Catalogue, "catalogue.yml", required=True)
        if catalogue is None and "catalogue.yml" in self.data.named:
            catalogue = salvage(Catalogue, {})[0]
        discrepancies = self.data.read(Discrepancies, "guideline/discrepancies.yml")
        editions = [
            edition
            for folder in sorted({p.split("/")[1] for p in paths if re.match(r"editions/[^/]+/", p)})
            if (edition := self._edition(folder, paths)) is not None
        ]
        if not editions and not any(p.startswith("editions/") for p in paths):
            self.data.missing("editions", "Buat editions/<tahun>/edition.yml beserta packages/.")
        names = [path for path in paths if path.startswith("changes/")]
        notes = [found for name in names if (found := self._notes(name)) is not None]
        guideline = self._guideline(paths)
        registers = Registers.model_construct(
            resources=self.data.read(Resources, "resources.yml"),
            reports=self.data.read(Reports, "reports.yml"),
        )
        search_words = self.data.read(SearchWords, "search.yml")
        terms = self.data.read(Terms, "terms.yml")
        programme = None
        refused, salvaged = tuple(self.data.problems), self.data.broken()
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
            programme=None if self.data.broken() else programme,
            problems=sorted(self.data.problems),
            places=self.data.places,
            files=tuple(self.data.files),
            comparable=None if salvaged or self.dangling else programme,
            refused=refused,
        )

    def _inspect(self, programme: Programme) -> None:
        """Run the rules over what was read."""
        names = {relative: f"{self.data.label}/{actual}" for relative, actual in self.data.named.items()}
        inspection = Inspection(self.data.places, self.data.losses, names, self.data.problems)
        inspection.run(programme)
        self.dangling = inspection.dangling

    def _edition(self, folder: str, paths: list[str]) -> Edition | None:
        base = f"editions/{folder}"
        info = self.data.read(EditionInfo, f"{base}/edition.yml", required=True)
        if info is None:
            info = self._supposed(folder)
        year = info.fiscal_year if info is not None else None
        names = [p for p in paths if p.startswith(f"{base}/packages/")]
        if not names:
            self.data.missing(f"{base}/packages", "Tambahkan paling sedikit satu paket.", "tidak ada paket.")
        packages = [p for name in names if (p := self.data.read(Package, name, year=year)) is not None]
        screening = self.data.read(Screening, f"{base}/screening.yml")
        indicators = self.data.read(Indicators, f"{base}/indicators.yml")
        if info is None:
            self.data.losses.append(Loss("editions/"))
            return None
        if info.id != folder:
            message = f'id edisi "{info.id}" tidak sama dengan nama foldernya "{folder}".'
            self.data.misfit(info, ("id",), message, f'Tulis id: "{folder}".')
            source = self.data.places[id(info)].source
            info = info.model_copy(update={"id": folder})
            self.data.locate(info, RecordPlace(source, ()))
        return Edition.model_construct(
            info=info,
            packages=tuple(sorted(packages, key=lambda package: natural(package.number))),
            screening=screening,
            indicators=indicators,
        )

    def _supposed(self, folder: str) -> EditionInfo | None:
        """What an ``edition.yml`` that cannot be read says most probably; ``None`` without a year."""
        path = self.data.root / self.data.named.get(f"editions/{folder}/edition.yml", "")
        text = path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""
        year = _YEAR.search(text) or re.search(r"\b((?:19|20)\d\d)\b", folder)
        status = _STATUS.search(text)
        if year is None:
            return None
        supposed = {"id": folder, "fiscal_year": int(year[1]), "status": status[1] if status else "draft"}
        return salvage(EditionInfo, supposed)[0]

    def _guideline(self, paths: list[str]) -> Guideline:
        parts = {name: self.data.read(model, f"guideline/{name}.yml") for name, model in PARTS.items()}
        names = [path for path in paths if path.startswith("guideline/forms/")]
        forms = [form for name in names if (form := self._form(name)) is not None]
        forms.sort(key=lambda form: natural(form.id.rpartition("-")[2]))
        names = [path for path in paths if path.startswith("guideline/texts/")]
        texts = [text for name in names if (text := self.data.read(FrozenText, name)) is not None]
        return Guideline.model_validate(
            {
                **parts,
                "decisions": self.data.read(Decisions, "decisions.yml"),
                "forms": tuple(forms),
                "texts": tuple(texts),
            }
        )

    def _form(self, relative: str) -> Form | None:
        form = self.data.read(Form, relative)
        if form is not None and relative != f"guideline/forms/{form.id}.yml":
            self.data.misfit(
                form,
                ("id",),
                f'id formulir "{form.id}" tidak sama dengan nama berkasnya.',
                f"Ganti nama berkas menjadi {form.id}.yml, atau betulkan id.",
            )
            self.data.losses.append(Loss(relative))
        return form

    def _notes(self, relative: str) -> ChangeNotes | None:
        notes = self.data.read(ChangeNotes, relative)
        if notes is not None and relative != f"changes/{notes.old}-{notes.new}.yml":
            self.data.misfit(
                notes,
                ("old",),
                f'isi berkas ini tentang "{notes.old}" dan "{notes.new}", lain dari namanya.',
                f"Ganti nama berkas menjadi {notes.old}-{notes.new}.yml, atau betulkan old dan new.",
            )
            self.data.losses.append(Loss(relative))
            self.data.losses.append(Loss(f"changes/{notes.old}-{notes.new}.yml"))
        return notes
