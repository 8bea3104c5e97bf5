"""What every macro is given: one programme, the templates, and looking up what a page asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from markupsafe import Markup

from macros.changelog import ChangeLog, ChangeLogs
from macros.changes import Subject
from macros.facts.decision_index import DecisionIndex
from macros.facts.guideline_text import GuideText
from macros.facts.page_index import PageIndex
from macros.facts.printed_document import PrintedDocument
from macros.model.base import Record
from macros.model.changes import SubjectKind
from macros.model.discrepancies import Discrepancy
from macros.model.edition import Edition
from macros.model.guideline.contents import Section
from macros.model.guideline.figures import Figure
from macros.model.guideline.forms import Form
from macros.model.guideline.guideline import Guideline
from macros.model.guideline.references import Acronym, LegalReference
from macros.model.menu import Activity, Package
from macros.model.programme import Programme
from macros.model.terms import Terms
from macros.render.markup import Templates
from macros.render.places import Places
from macros.render.versions import Versions
from macros.render.views import EditionView
from macros.source.problem import nearest
from macros.wording import force, macro_guide

SourceOf = Callable[[Record, str], str]
"""The address of the source of a record's field (or of the whole record, for ``""``), at its line."""
Identified = TypeVar("Identified", Form, Figure, LegalReference)
Numbered = TypeVar("Numbered", Package, Activity)


@dataclass(eq=False)
class Context:
    """One programme, and lookups in it. Arguments that name nothing raise ``ValueError`` with the mend."""

    programme: Programme
    """Checked by the loader."""
    text: GuideText = field(default_factory=GuideText)
    """The guideline's working text."""
    source: SourceOf | None = None
    """Where editors find a value; ``None`` when the sources have no address."""
    page_index: PageIndex = ()
    """Every page of the site, for its index from A to Z."""
    document: PrintedDocument | None = None
    """The official document, into which printed pages lead."""
    templates: Templates = field(default_factory=Templates)
    _views: dict[str, EditionView] = field(default_factory=dict, init=False)

    @property
    def guideline(self) -> Guideline:
        """The guideline's data."""
        return self.programme.guideline

    @property
    def terms(self) -> Terms:
        """The programme's own words, those of force among them."""
        return self.programme.terms

    @cached_property
    def logs(self) -> ChangeLogs:
        """The changes between editions."""
        return ChangeLogs(self.programme)

    @cached_property
    def rulings(self) -> DecisionIndex:
        """The recorded decisions."""
        return DecisionIndex(self.programme)

    @cached_property
    def versions(self) -> Versions:
        """The texts of the guideline."""
        return Versions(self.guideline, self.text)

    @cached_property
    def places(self) -> Places:
        """Where the site shows the places of the text."""
        return Places(self.programme, self.guideline)

    @cached_property
    def register(self) -> dict[str, Discrepancy]:
        """The register by id."""
        return {entry.id: entry for entry in self.programme.discrepancies}

    @property
    def sections(self) -> tuple[Section, ...]:
        """Sections of the guideline, in the order of reading."""
        return self.guideline.sections.sections if self.guideline.sections else ()

    @cached_property
    def sections_by_id(self) -> dict[str, Section]:
        """The same by id."""
        return {section.id: section for section in self.sections}

    @cached_property
    def acronyms(self) -> dict[str, Acronym]:
        """Acronyms by every spelling that the text has."""
        found: dict[str, Acronym] = {}
        for acronym in self.guideline.acronyms.acronyms if self.guideline.acronyms else ():
            for spelling in (acronym.short, *(variant.name for variant in acronym.variants)):
                found.setdefault(spelling, acronym)
        return found

    @cached_property
    def plan_forms(self) -> tuple[Form, Form] | None:
        """The form that a district's plan fills in, and that in which a province sums them up."""
        province = next((one for one in self.guideline.forms if one.summarises is not None), None)
        if province is None or province.summarises is None:
            return None
        return self.form(province.summarises), province

    def force(self, printed: str | None, *, result: bool = False) -> Markup:
        """The mark of a printed word that ``terms.yml`` has, perhaps of a result; nothing for ``None``."""
        if printed is None:
            return Markup()
        label = force.force_label(self.terms.force_of(printed, result=result), self.programme)
        return self.templates.inline("force", label=label, printed=printed)

    def block(self, name: str, view: EditionView, **values: object) -> Markup:
        """A template about an edition, as one block."""
        return self.templates.block(name, view=view, current=self.programme.current, **values)

    def view(self, edition: str | None) -> EditionView:
        """An edition by its id, as templates show it; the current one for ``None``."""
        known = [found.id for found in self.programme.editions]
        if edition is None:
            if self.programme.current is None:
                message = "belum ada edisi yang disahkan; tulis id edisinya."
                raise ValueError(message)
            edition = self.programme.current.id
        if edition not in self._views:
            if edition not in known:
                raise unknown("edisi", edition, known)
            self._views[edition] = EditionView(self.programme, self.programme.edition(edition))
        return self._views[edition]

    def package(self, edition: Edition, wanted: str) -> Package:
        """A package by its id or number."""
        if edition.has_package(wanted):
            return edition.package(wanted)
        return _by_number("paket", wanted, edition.packages)

    def activity(self, edition: Edition, wanted: str) -> Activity:
        """An activity by its id or number."""
        if edition.has_activity(wanted):
            return edition.activity(wanted)
        return _by_number("kegiatan", wanted, edition.activities)

    def note(self, wanted: str) -> Discrepancy:
        """An entry of the register by its id."""
        if wanted not in self.register:
            raise unknown("catatan", wanted, self.register)
        return self.register[wanted]

    def form(self, wanted: str) -> Form:
        """A form by its id."""
        return _by_id("formulir", wanted, self.guideline.forms)

    def figure(self, wanted: str) -> Figure:
        """A figure by its id."""
        return _by_id("gambar", wanted, self.guideline.figures.figures if self.guideline.figures else ())

    def law(self, wanted: str) -> LegalReference:
        """A law or regulation by its id."""
        return _by_id("peraturan", wanted, self.guideline.legal.laws if self.guideline.legal else ())

    def counterparts(self, edition: Edition, record: Package | Activity) -> tuple[Package | Activity, ...]:
        """What a package or activity of ``edition`` is in the current edition, by lineage."""
        current = self.programme.current
        if current is None:
            return ()
        kind = SubjectKind.PACKAGE if isinstance(record, Package) else SubjectKind.ACTIVITY
        found = self.logs.chronicle.successors(Subject(kind=kind, id=record.id), edition.id, current.id)
        if kind is SubjectKind.PACKAGE:
            return tuple(current.package(one.id) for one in found)
        return tuple(current.activity(one.id) for one in found)

    def log(self, old: str, new: str) -> ChangeLog:
        """What changed between two editions, by their ids."""
        known = [edition.id for edition in self.programme.editions]
        for wanted in (old, new):
            if wanted not in known:
                raise unknown("edisi", wanted, known)
        if old == new:
            message = "tulis dua edisi yang berlainan."
            raise ValueError(message)
        return self.logs.log(self.programme.edition(old), self.programme.edition(new))


def _by_id(kind: str, wanted: str, records: Sequence[Identified]) -> Identified:
    for record in records:
        if record.id == wanted:
            return record
    raise unknown(kind, wanted, [record.id for record in records])


def _by_number(kind: str, wanted: str, records: Sequence[Numbered]) -> Numbered:
    for record in records:
        if record.number == wanted:
            return record
    raise unknown(kind, wanted, [name for record in records for name in (record.number, record.id)])


def unknown(kind: str, wanted: str, allowed: Iterable[str]) -> ValueError:
    """The complaint that an argument of a macro names nothing."""
    known = list(allowed)
    return ValueError(macro_guide.no_such(kind, str(wanted), nearest(str(wanted), known), known))
