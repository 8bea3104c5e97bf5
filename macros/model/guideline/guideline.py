"""Everything under ``menu_data/guideline`` as one record."""

from __future__ import annotations

from collections.abc import Iterator

from macros.model.base import Record
from macros.model.guideline.annexes import Assumptions, Criteria
from macros.model.guideline.contents import Contents, Section, Sections
from macros.model.guideline.figures import Figure, Figures
from macros.model.guideline.forms import Form
from macros.model.guideline.institutions import Bodies, Ministries
from macros.model.guideline.locations import Locations
from macros.model.guideline.overview import Overview
from macros.model.guideline.planning import Planning
from macros.model.guideline.references import Acronyms, LegalReference, LegalReferences
from macros.model.guideline.reporting import Reporting
from macros.model.guideline.targets import Targets
from macros.model.guideline.theory import Results, Theory
from macros.model.revisions import Decisions, FrozenText, Revisions
from macros.model.settings import Calendar, Participation


class Guideline(Record):
    """Everything under ``guideline`` but the register of discrepancies; ``None`` where a file is absent."""

    targets: Targets | None = None
    theory: Theory | None = None
    results: Results | None = None
    ministries: Ministries | None = None
    bodies: Bodies | None = None
    overview: Overview | None = None
    reporting: Reporting | None = None
    assumptions: Assumptions | None = None
    locations: Locations | None = None
    criteria: Criteria | None = None
    planning: Planning | None = None
    calendar: Calendar | None = None
    participation: Participation | None = None
    acronyms: Acronyms | None = None
    legal: LegalReferences | None = None
    figures: Figures | None = None
    contents: Contents | None = None
    sections: Sections | None = None
    revisions: Revisions | None = None
    decisions: Decisions | None = None
    forms: tuple[Form, ...] = ()
    texts: tuple[FrozenText, ...] = ()

    def parts(self) -> Iterator[Record]:
        """The record of every file that is there."""
        for name in PARTS:
            part: Record | None = getattr(self, name)
            if part is not None:
                yield part
        if self.decisions is not None:
            yield self.decisions
        yield from self.forms
        yield from self.texts

    def text(self, revision_id: str) -> FrozenText:
        """The frozen text of a revision; ``KeyError`` when there is none."""
        return {text.revision: text for text in self.texts}[revision_id]

    def form(self, form_id: str) -> Form:
        """The form with this id; ``KeyError`` when there is none."""
        return {form.id: form for form in self.forms}[form_id]

    def law(self, law_id: str) -> LegalReference:
        """The regulation with this id; ``KeyError`` when there is none."""
        return {law.id: law for law in (self.legal.laws if self.legal else ())}[law_id]

    def section(self, section_id: str) -> Section:
        """The section with this id; ``KeyError`` when there is none."""
        return {one.id: one for one in (self.sections.sections if self.sections else ())}[section_id]

    def figure(self, figure_id: str) -> Figure:
        """The figure with this id; ``KeyError`` when there is none."""
        return {figure.id: figure for figure in (self.figures.figures if self.figures else ())}[figure_id]


PARTS: dict[str, type[Record]] = {
    "targets": Targets,
    "theory": Theory,
    "results": Results,
    "ministries": Ministries,
    "bodies": Bodies,
    "overview": Overview,
    "reporting": Reporting,
    "assumptions": Assumptions,
    "locations": Locations,
    "criteria": Criteria,
    "planning": Planning,
    "calendar": Calendar,
    "participation": Participation,
    "acronyms": Acronyms,
    "legal": LegalReferences,
    "figures": Figures,
    "contents": Contents,
    "sections": Sections,
    "revisions": Revisions,
}
"""The record of each file ``guideline/NAME.yml``; forms have a file each."""
