"""What every macro stands on: the programme, its templates, and looking up what a page asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TypeVar

from markupsafe import Markup

from macros.changelog import ChangeLog, ChangeLogs
from macros.changes import Kind, Subject
from macros.facts import availability
from macros.facts.decision_index import Rulings
from macros.facts.guideline_text import GuideText
from macros.facts.page_index import Shelf
from macros.facts.printed_document import PrintedDocument
from macros.model.base import Record
from macros.model.changes import OpenQuestion, SubjectKind
from macros.model.discrepancies import Discrepancy
from macros.model.edition import Edition, Erratum
from macros.model.guideline.figures import Figure
from macros.model.guideline.forms import Form
from macros.model.guideline.references import LegalReference
from macros.model.menu import Activity, Package
from macros.model.programme import Programme
from macros.render import listed, signs, views
from macros.render.markup import Templates
from macros.render.printed_pages import PrintedPages
from macros.render.views import EditionView
from macros.source.problem import nearest
from macros.wording import force as force_words
from macros.wording import macro_guide

SourceOf = Callable[[Record, str], str]
"""The address of the source of a record's field (or of the whole record, for ``""``), at its line."""
Identified = TypeVar("Identified", Form, Figure, LegalReference)
Numbered = TypeVar("Numbered", Package, Activity)


class Base:
    """Lookups over one programme. Arguments that name nothing raise ``ValueError`` with the mend."""

    def __init__(
        self,
        programme: Programme,
        text: GuideText | None = None,
        source: SourceOf | None = None,
        shelf: Shelf = (),
        document: PrintedDocument | None = None,
    ) -> None:
        """Bind the macros to a programme.

        Args:
            programme: Checked by the loader.
            text: The guideline's working text.
            source: Where editors find a value; ``None`` when the sources have no address.
            shelf: Every page of the site, for its index from A to Z.
            document: The official document, into which printed pages lead.
        """
        self._programme = programme
        self._shelf = shelf
        self._views: dict[str, EditionView] = {}
        self._logs = ChangeLogs(programme)
        self._rulings = Rulings(programme)
        self._guideline = programme.guideline
        self._text = text or GuideText()
        self._templates = Templates(
            text_name=programme.editions[0].info.text_name if programme.editions else "",
            document=programme.catalogue.programme.long_name,
            plan_forms=self._plan_forms,
            asking=self._guideline.participation if listed.held(self._guideline) else None,
            pilot=listed.sizes(self._guideline),
            programme=programme,
            info=programme.catalogue.programme,
            decides=programme.body(programme.catalogue.programme.decides),
            role_groups=views.role_groups,
            printed_names=views.printed_names,
            month_span=availability.span,
            touched=self._touched,
            readings_on=views.readings_on,
            notes_of=programme.discrepancies_of,
            notes_of_all=programme.discrepancies_of_all,
            other_notes=self._other_notes,
            tone=signs.tone,
            log_into=self._logs.into,
            came=self._came,
            counterparts=self._counterparts,
            errata_of=self._errata_of,
            asked_of=self._asked_of,
            source_of=source,
            rulings=self._rulings,
        )
        self._to_print = PrintedPages(self._templates, document)
        self._templates.define_filter("to_print", self._to_print)
        self._terms = programme.terms
        made = signs.Signs(self._templates)
        self._templates.define(
            diamond=self._templates.inline("_diamond"),
            url_edition=made.url_edition,
            url_package=made.url_package,
            url_activity=made.url_activity,
            number_link=made.number,
            member_of=made.member,
            shape=made.shape,
            status=made.status,
            force=self._force,
        )

    @cached_property
    def _touched(self) -> dict[str, dict[str, list[views.Touched]]]:
        """What every register entry concerns, by field."""
        return {entry.id: views.touched(self._programme, entry) for entry in self._programme.discrepancies}

    def _force(self, printed: str | None, *, result: bool = False) -> Markup:
        """The mark of a printed word that ``terms.yml`` has, perhaps of a result; nothing for ``None``."""
        if printed is None:
            return Markup()
        label = force_words.force_label(self._terms.force_of(printed, result=result), self._programme)
        return self._templates.inline("force", label=label, printed=printed)

    def _other_notes(
        self, edition: Edition, record: Package | Activity, placed: Iterable[str]
    ) -> tuple[Discrepancy, ...]:
        """Register entries of a record that stand beside none of the fields ``placed``."""
        shown = {
            entry.id for field in placed for entry in self._programme.discrepancies_of(edition, record, field)
        }
        return tuple(
            entry for entry in self._programme.discrepancies_of(edition, record) if entry.id not in shown
        )

    def _block(self, name: str, view: EditionView, **values: object) -> Markup:
        return self._templates.block(name, view=view, current=self._programme.current, **values)

    def _view(self, edition: str | None) -> EditionView:
        known = [found.id for found in self._programme.editions]
        if edition is None:
            if self._programme.current is None:
                message = "belum ada edisi yang disahkan; tulis id edisinya."
                raise ValueError(message)
            edition = self._programme.current.id
        if edition not in self._views:
            if edition not in known:
                raise unknown("edisi", edition, known)
            self._views[edition] = EditionView(self._programme, self._programme.edition(edition))
        return self._views[edition]

    def _package(self, edition: Edition, wanted: str) -> Package:
        if edition.has_package(wanted):
            return edition.package(wanted)
        return _by_number("paket", wanted, edition.packages)

    def _activity(self, edition: Edition, wanted: str) -> Activity:
        if edition.has_activity(wanted):
            return edition.activity(wanted)
        return _by_number("kegiatan", wanted, edition.activities)

    @cached_property
    def _register(self) -> dict[str, Discrepancy]:
        """The register by id."""
        return {entry.id: entry for entry in self._programme.discrepancies}

    def _note(self, wanted: str) -> Discrepancy:
        for entry in self._programme.discrepancies:
            if entry.id == wanted:
                return entry
        raise unknown("catatan", wanted, [entry.id for entry in self._programme.discrepancies])

    def _counterparts(self, edition: Edition, record: Package | Activity) -> tuple[Package | Activity, ...]:
        """What a package or activity of ``edition`` is in the current edition, by lineage."""
        current = self._programme.current
        if current is None:
            return ()
        kind = SubjectKind.PACKAGE if isinstance(record, Package) else SubjectKind.ACTIVITY
        found = self._logs.chronicle.successors(Subject(kind=kind, id=record.id), edition.id, current.id)
        if kind is SubjectKind.PACKAGE:
            return tuple(current.package(one.id) for one in found)
        return tuple(current.activity(one.id) for one in found)

    def _came(self, edition: Edition, activity: Activity) -> Kind | None:
        """How an activity came into ``edition``; ``None`` in the first edition, which has none before."""
        log = self._logs.into(edition)
        if log is None:
            return None
        changes = [change for entry in log.of_activity(activity.id) for change in entry.changes]
        return next((change.kind for change in changes if change.appears), Kind.ADDED)

    def _form(self, wanted: str) -> Form:
        return _by_id("formulir", wanted, self._guideline.forms)

    @cached_property
    def _plan_forms(self) -> tuple[Form, Form] | None:
        """The form that a district's plan fills in, and that in which a province sums them up."""
        province = next((one for one in self._guideline.forms if one.summarises is not None), None)
        if province is None or province.summarises is None:
            return None
        return self._form(province.summarises), province

    def _figure(self, wanted: str) -> Figure:
        return _by_id("gambar", wanted, self._guideline.figures.figures if self._guideline.figures else ())

    def _law(self, wanted: str) -> LegalReference:
        return _by_id("peraturan", wanted, self._guideline.legal.laws if self._guideline.legal else ())

    @cached_property
    def _errata(self) -> dict[tuple[str, str], list[Erratum]]:
        """Errata by edition and by the id of the activity or package that they touch, or ``""``."""
        found: dict[tuple[str, str], list[Erratum]] = {}
        for edition in self._programme.editions:
            for erratum in edition.info.errata:
                found.setdefault((edition.id, erratum.activity or erratum.package or ""), []).append(erratum)
        return found

    def _errata_of(self, edition: Edition, record: Package | Activity | None = None) -> list[Erratum]:
        return self._errata.get((edition.id, record.id if record else ""), [])

    def _asked_of(
        self, edition: Edition, record: Package | Activity | None = None
    ) -> tuple[OpenQuestion, ...]:
        """Questions that a draft leaves open on a package or activity, or on the edition."""
        log = self._logs.into(edition)
        wanted = record.id if record else None
        return tuple(
            question
            for question in (log.questions if log else ())
            if (question.activity or question.package) == wanted
        )

    def _log(self, old: str, new: str) -> ChangeLog:
        known = [edition.id for edition in self._programme.editions]
        for wanted in (old, new):
            if wanted not in known:
                raise unknown("edisi", wanted, known)
        if old == new:
            message = "tulis dua edisi yang berlainan."
            raise ValueError(message)
        return self._logs.log(self._programme.edition(old), self._programme.edition(new))


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
