"""Macro of "may we take part": the places of the pilot, and criteria to be answered (Lampiran 2 and 3)."""

from __future__ import annotations

from markupsafe import Markup

from macros.model.guideline.institutions import Contact
from macros.render.context import Context
from macros.render.island import island
from macros.render.listed import places
from macros.render.places import anchor
from macros.render.registry import Place, macro
from macros.wording import places as words


@macro(Place.BLOCK, alone=False)
def taking_part(context: Context) -> Markup:
    """Memeriksa daerah: ada di daftar lokasi atau tidak, dan tiap kriteria dengan tiga jawaban.

    Contoh: taking_part()
    """
    held, criteria = context.guideline.participation, context.guideline.criteria
    locations = context.guideline.locations
    if held is None or criteria is None or locations is None:
        return context.templates.block("no_table")
    return context.templates.block(
        "taking_part",
        held=held,
        criteria=criteria,
        locations=locations,
        guidance={one.criterion: one for one in held.guidance},
        contact=_contact(context, held.contact),
        places=context.places,
        register=context.register,
        anchor=anchor,
        said=island(words.script_words()),
        listed=island(places(context.programme, context.guideline)),
    )


@macro(Place.BLOCK, alone=False)
def may_ask(context: Context) -> Markup:
    """Siapa dapat meminta bantuan, dan pada awalnya di daerah mana, masing-masing dengan sumbernya.

    Contoh: may_ask()
    """
    return _statements(context, "may_ask")


@macro(Place.BLOCK, alone=False)
def outside_list(context: Context) -> Markup:
    """Bagi daerah di luar daftar: kata naskah tentang perluasan, dan yang tetap dapat dipakai.

    Contoh: outside_list()
    """
    return _statements(context, "outside_list")


def _statements(context: Context, template: str) -> Markup:
    held = context.guideline.participation
    if held is None or context.guideline.locations is None:
        return context.templates.block("no_table")
    return context.templates.block(template, held=held, places=context.places)


def _contact(context: Context, body_id: str) -> Contact | None:
    contacts = context.guideline.bodies.contacts if context.guideline.bodies else ()
    return next((one for one in contacts if one.body == body_id), None)
