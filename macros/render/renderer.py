"""Every macro, and the guide that shows them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property

from markupsafe import Markup

from macros.render.calendar import CalendarMacros
from macros.render.calls import macro_calls
from macros.render.changes import ChangeMacros
from macros.render.circular import CircularMacros
from macros.render.figures import FigureMacros
from macros.render.filling import FillingMacros
from macros.render.forms import FormMacros
from macros.render.guide import GuideMacros
from macros.render.menu import MenuMacros
from macros.render.offline import OfflineMacros
from macros.render.plan import PlanMacros
from macros.render.registry import Manual, Place, macro, macro_names, manuals
from macros.render.scan import ScanMacros
from macros.render.search import SearchMacros
from macros.render.tables import TableMacros
from macros.render.taking_part import TakingPartMacros


@dataclass(frozen=True, slots=True)
class Shown:
    """A macro in the guide: how it is called, and what comes of it (``None`` where that is long)."""

    manual: Manual
    call: str
    result: Markup | None


LONGEST_SAMPLE = 6_000
"""Characters of a result up to which the guide shows it."""


class Renderer(
    MenuMacros,
    PlanMacros,
    ChangeMacros,
    CircularMacros,
    GuideMacros,
    TableMacros,
    FormMacros,
    FigureMacros,
    ScanMacros,
    CalendarMacros,
    TakingPartMacros,
    FillingMacros,
    SearchMacros,
    OfflineMacros,
):
    """The macros over one programme. Arguments that name nothing raise ``ValueError`` with the mend."""

    @cached_property
    def macros(self) -> dict[str, Callable[..., Markup]]:
        """Every macro by name; a call with the same arguments is worked out once."""
        return {name: cache(getattr(self, name)) for name in sorted(macro_names())}

    @macro(Place.PAGE)
    def macro_guide(self) -> Markup:
        """Panduan semua makro, dengan hasil contohnya.

        Contoh: macro_guide()
        """
        shown = [shown for manual in manuals(Place.BLOCK, Place.INLINE) if (shown := self._show(manual))]
        return self._templates.block("macro_guide", shown=shown, pages=manuals(Place.PAGE))

    def _show(self, manual: Manual) -> Shown | None:
        """A macro's example, called on this programme; ``None`` when the data has nothing for it."""
        call = manual.example
        for key, value in self._samples.items():
            if f"{{{key}}}" in call and value is None:
                return None
            call = call.replace(f"{{{key}}}", str(value))
        found = macro_calls(f"{{{{ {call} }}}}")[0]
        result = self.macros[found.name](*found.args, **found.kwargs)
        shown = result if manual.alone and len(result) <= LONGEST_SAMPLE else None
        return Shown(manual, f"{{{{ {call} }}}}", shown)

    @cached_property
    def _samples(self) -> dict[str, str | None]:
        """Values for the placeholders of the examples: the first of each kind."""
        edition = self._programme.current or next(iter(self._programme.editions), None)
        package = edition.packages[0] if edition else None
        activity = package.activities[0] if package else None
        note = next(iter(self._programme.discrepancies), None)
        figures, legal = self._guideline.figures, self._guideline.legal
        sections, acronyms = self._guideline.sections, self._guideline.acronyms
        old, new = next(reversed(self._logs.chronicle.pairs), (None, None))
        return {
            "edition": edition.id if edition else None,
            "package": package.number if package else None,
            "activity": activity.number if activity else None,
            "id": activity.id if activity else None,
            "unit": activity.target_units.kinds[0] if activity else None,
            "note": note.id if note else None,
            "body": next((one.bodies[0] for one in self._structures), None),
            "form": next((form.id for form in self._guideline.forms), None),
            "figure": next((f.id for f in (figures.figures if figures else ())), None),
            "law": next((law.id for law in (legal.laws if legal else ())), None),
            "revision": next((text.revision for text in self._guideline.texts), None),
            "acronym": next((a.short for a in (acronyms.acronyms if acronyms else ())), None),
            "chapter": next((one.chapter for one in (sections.sections if sections else ())), None),
            "force": next(iter(self._terms.forces), None),
            "section": next((one.id for one in (sections.sections if sections else ())), None),
            "old": old.id if old else None,
            "new": new.id if new else None,
        }
