"""Macros that draw: figures of the guideline, the theory of change, the map of locations."""

from __future__ import annotations

from markupsafe import Markup

from macros.render.context import Context
from macros.render.drawings import drawn, paths, tile_map
from macros.render.registry import Place, macro


@macro(Place.BLOCK, alone=False)
def figure(context: Context, figure: str) -> Markup:
    """Satu gambar panduan, disusun dari teks.

    figure: id gambar

    Contoh: figure("{figure}")
    """
    found = context.figure(figure)
    drawing = drawn(found.drawing, context.guideline.bodies) if found.drawing else None
    return context.templates.block("figure", figure=found, drawn=drawing)


@macro(Place.BLOCK, alone=False)
def theory_of_change(context: Context) -> Markup:
    """Teori perubahan sebagai gambar yang dapat diikuti dari tujuan sampai paket, dan sebaliknya.

    Contoh: theory_of_change()
    """
    theory = context.guideline.theory
    if theory is None:
        return context.templates.block("theory_of_change", theory=None)
    edition = context.programme.edition(theory.edition)
    return context.templates.block(
        "theory_of_change",
        theory=theory,
        edition=edition,
        paths=paths(theory, context.programme.catalogue, edition),
    )


@macro(Place.BLOCK, alone=False)
def locations_map(context: Context) -> Markup:
    """Peta skema lokasi: satu kotak tiap provinsi.

    Contoh: locations_map()
    """
    locations = context.guideline.locations
    return context.templates.block(
        "locations_map", locations=locations, map=tile_map(locations) if locations else None
    )
