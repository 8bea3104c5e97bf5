"""Every macro over one programme, and the guide that shows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, partial

from markupsafe import Markup

from macros.facts.guideline_text import GuideText
from macros.facts.page_index import PageIndex
from macros.facts.printed_document import PrintedDocument
from macros.model.programme import Programme
from macros.render import (
    calendar,
    changes,
    circular,
    figures,
    filling,
    forms,
    guide,
    menu,
    offline,
    plan,
    scan,
    search,
    tables,
    taking_part,
)
from macros.render.calls import macro_calls
from macros.render.context import Context, SourceOf
from macros.render.registry import Manual, Place, macro, macro_names, manual, manuals
from macros.render.template_names import define_names

GROUPS = (
    *(calendar, changes, circular, figures, filling, forms, guide),
    *(menu, offline, plan, scan, search, tables, taking_part),
)
"""Modules of macros; importing them makes them known."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A macro in the guide: how it is called, and what comes of it (``None`` where that is long)."""

    manual: Manual
    call: str
    result: Markup | None


LONGEST_SAMPLE = 6_000
"""Characters of a result up to which the guide shows it."""


@macro(Place.PAGE)
def macro_guide(context: Context) -> Markup:
    """Panduan semua makro, dengan hasil contohnya.

    Contoh: macro_guide()
    """
    samples = _samples(context)
    shown = [_show(context, one, samples) for one in manuals(Place.BLOCK, Place.INLINE)]
    return context.templates.block(
        "macro_guide", shown=[one for one in shown if one is not None], pages=manuals(Place.PAGE)
    )


def _show(context: Context, manual: Manual, samples: Mapping[str, str | None]) -> Shown | None:
    """A macro's example, called on this programme; ``None`` when the data has nothing for it."""
    call = manual.example
    for key, value in samples.items():
        if f"{{{key}}}" in call and value is None:
            return None
        call = call.replace(f"{{{key}}}", str(value))
    found = macro_calls(f"{{{{ {call} }}}}")[0]
    result = manual.call(context, *found.args, **found.kwargs)
    shown = result if manual.alone and len(result) <= LONGEST_SAMPLE else None
    return Shown(manual, f"{{{{ {call} }}}}", shown)


def _samples(context: Context) -> dict[str, str | None]:
    """Values for the placeholders of the examples: the first of each kind."""
    edition = context.programme.current or next(iter(context.programme.editions), None)
    package = edition.packages[0] if edition else None
    activity = package.activities[0] if package else None
    note = next(iter(context.programme.discrepancies), None)
    figures, legal = context.guideline.figures, context.guideline.legal
    bodies = context.guideline.bodies
    sections, acronyms = context.guideline.sections, context.guideline.acronyms
    old, new = next(reversed(context.logs.chronicle.pairs), (None, None))
    return {
        "edition": edition.id if edition else None,
        "package": package.number if package else None,
        "activity": activity.number if activity else None,
        "id": activity.id if activity else None,
        "unit": activity.target_units.kinds[0] if activity else None,
        "note": note.id if note else None,
        "body": next((one.bodies[0] for one in (bodies.structures if bodies else ())), None),
        "form": next((form.id for form in context.guideline.forms), None),
        "figure": next((f.id for f in (figures.figures if figures else ())), None),
        "law": next((law.id for law in (legal.laws if legal else ())), None),
        "revision": next((text.revision for text in context.guideline.texts), None),
        "acronym": next((a.short for a in (acronyms.acronyms if acronyms else ())), None),
        "chapter": next((one.chapter for one in (sections.sections if sections else ())), None),
        "force": next(iter(context.terms.forces), None),
        "section": next((one.id for one in (sections.sections if sections else ())), None),
        "old": old.id if old else None,
        "new": new.id if new else None,
    }


class Renderer:
    """The macros over one programme, each by its name as a method.

    Arguments that name nothing raise ``ValueError`` with the mend.
    """

    def __init__(
        self,
        programme: Programme,
        text: GuideText | None = None,
        source: SourceOf | None = None,
        page_index: PageIndex = (),
        document: PrintedDocument | None = None,
    ) -> None:
        """The arguments are those of ``Context``."""
        self._context = Context(programme, text or GuideText(), source, page_index, document)
        define_names(self._context)

    def __getattr__(self, name: str) -> Callable[..., Markup]:
        """A macro, with the programme as its first argument."""
        if name not in macro_names():
            raise AttributeError(name)
        return partial(manual(name).call, self._context)

    @cached_property
    def macros(self) -> dict[str, Callable[..., Markup]]:
        """Every macro by name; a call with the same arguments is worked out once."""
        return {name: cache(getattr(self, name)) for name in sorted(macro_names())}
