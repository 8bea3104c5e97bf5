"""Macros that show the tables and annexes of the guideline, each from its own file of data."""

from __future__ import annotations

from markupsafe import Markup

from macros.model.base import Record
from macros.model.edition import Edition
from macros.render import table_views
from macros.render.context import Context, unknown
from macros.render.places import anchor
from macros.render.registry import Place, macro

BODY_PARTS = ("duties", "structures", "contacts")
"""Parts of the table of bodies that can be shown alone."""
ORDERS = ("activity", "collector")
"""What the indicators can be ordered by."""


@macro(Place.BLOCK, alone=False)
def targets_table(context: Context) -> Markup:
    """Tabel target dan indikator layanan dasar.

    Contoh: targets_table()
    """
    return _table(context, "targets_table", context.guideline.targets)


@macro(Place.BLOCK, alone=False)
def theory_table(context: Context) -> Markup:
    """Teori perubahan sebagai tabel: tujuan, hasil, keluaran, perubahan, dan intervensi.

    Contoh: theory_table()
    """
    table = context.guideline.theory
    if table is None:
        return _table(context, "theory_table", None)
    edition = context.view(table.edition).edition
    rows = table_views.chain(context.programme, edition, table)
    return _table(context, "theory_table", table, edition=edition, rows=rows)


@macro(Place.BLOCK, alone=False)
def results_table(context: Context) -> Markup:
    """Kerangka hasil seperti tercetak, dan kaitan yang dibaca dari menu.

    Contoh: results_table()
    """
    table = context.guideline.results
    if table is None:
        return _table(context, "results_table", None)
    edition = context.view(table.edition).edition
    return _table(
        context,
        "results_table",
        table,
        edition=edition,
        rows=table_views.chain(context.programme, edition, table),
        cells=table_views.cells(edition, table),
    )


@macro(Place.BLOCK, alone=False)
def ministries_table(context: Context) -> Markup:
    """Kementerian dan lembaga, anggota, dan tugasnya.

    Contoh: ministries_table()
    """
    return _table(context, "ministries_table", context.guideline.ministries)


@macro(Place.BLOCK, alone=False)
def bodies_table(context: Context, part: str | None = None) -> Markup:
    """Lembaga menurut tingkat, tugasnya, susunannya, dan alamat yang tercetak.

    part: duties (tugas), structures (susunan), atau contacts (alamat); tanpa ini, semuanya

    Contoh: bodies_table()
    """
    if part is not None and part not in BODY_PARTS:
        raise unknown("bagian", part, BODY_PARTS)
    return _table(context, "bodies_table", context.guideline.bodies, part=part)


@macro(Place.BLOCK, alone=False)
def overview_table(context: Context) -> Markup:
    """Gambaran umum menu seperti tercetak, dan nama tiap kegiatan di menu.

    Contoh: overview_table()
    """
    table = context.guideline.overview
    if table is None:
        return _table(context, "overview_table", None)
    return _table(context, "overview_table", table, edition=context.view(table.edition).edition)


@macro(Place.BLOCK, alone=False)
def reporting_table(context: Context) -> Markup:
    """Jadwal pelaporan, dengan tenggat menurut teks di sebelahnya, dan tugas berkala.

    Contoh: reporting_table()
    """
    table = context.guideline.reporting
    if table is None:
        return _table(context, "reporting_table", None)
    return _table(
        context,
        "reporting_table",
        table,
        reports=table_views.reports(table),
        calendar=table_views.calendar(table),
    )


@macro(Place.BLOCK, alone=False)
def assumptions_table(context: Context) -> Markup:
    """Asumsi program menurut bidang.

    Contoh: assumptions_table()
    """
    return _table(context, "assumptions_table", context.guideline.assumptions)


@macro(Place.BLOCK, alone=False)
def locations_table(context: Context) -> Markup:
    """Provinsi, kabupaten, dan kecamatan, dengan jumlahnya.

    Contoh: locations_table()
    """
    table = context.guideline.locations
    if table is None:
        return _table(context, "locations_table", None)
    return _table(context, "locations_table", table, counts=table_views.counts(table))


@macro(Place.BLOCK, alone=False)
def criteria_list(context: Context) -> Markup:
    """Kriteria keikutsertaan.

    Contoh: criteria_list()
    """
    return _table(context, "criteria_list", context.guideline.criteria)


@macro(Place.BLOCK, alone=False)
def planning_table(context: Context) -> Markup:
    """Langkah perencanaan tahunan: siapa, apa, dan kapan; dan waktu yang tercetak di luar tabel.

    Contoh: planning_table()
    """
    return _table(context, "planning_table", context.guideline.planning)


@macro(Place.BLOCK, alone=False)
def acronyms_table(context: Context) -> Markup:
    """Akronim dari A sampai Z: yang terdaftar, dan yang dipakai di luar daftar.

    Contoh: acronyms_table()
    """
    table = context.guideline.acronyms
    if table is None:
        return _table(context, "acronyms_table", None)
    listed = [one for one in table.acronyms if one.listed]
    others = [one for one in table.acronyms if not one.listed]
    return _table(
        context,
        "acronyms_table",
        table,
        listed=table_views.letters(listed),
        others=table_views.letters(others),
    )


@macro(Place.BLOCK, alone=False)
def legal_table(context: Context) -> Markup:
    """Peraturan yang disebut naskah, di mana, dan dengan bunyi apa.

    Contoh: legal_table()
    """
    return _table(context, "legal_table", context.guideline.legal)


@macro(Place.BLOCK, alone=False)
def screening_table(context: Context, edition: str | None = None) -> Markup:
    """Pertanyaan pemindai menurut kegiatan: siapa ditanya, dan jawaban mana menandai kebutuhan.

    edition: id edisi; tanpa ini, edisi terkini

    Contoh: screening_table("{edition}")
    """
    found = context.view(edition).edition
    rows = found.screening.questions if found.screening else ()
    return _table(
        context,
        "screening_table",
        found,
        groups=table_views.asked(found),
        missing=table_views.missing(found, rows),
        ids=_edition_notes(context, found, "screening"),
    )


@macro(Place.BLOCK, alone=False)
def indicators_table(context: Context, edition: str | None = None, by: str = "activity") -> Markup:
    """Indikator pemantauan menurut kegiatan, atau menurut pengumpul datanya.

    edition: id edisi; tanpa ini, edisi terkini
    by: activity atau collector

    Contoh: indicators_table("{edition}", by="collector")
    """
    if by not in ORDERS:
        raise unknown("urutan", by, ORDERS)
    found = context.view(edition).edition
    rows = found.indicators.indicators if found.indicators else ()
    return _table(
        context,
        "indicators_table",
        found,
        by_collector=by == "collector",
        groups=table_views.measured(found, by_collector=by == "collector"),
        missing=table_views.missing(found, rows),
        ids=_edition_notes(context, found, "indicators"),
    )


def _table(context: Context, name: str, record: Record | None, **values: object) -> Markup:
    """A table from its record; words where the guideline has none."""
    if record is None:
        return context.templates.block("no_table")
    return context.templates.block(
        name,
        table=record,
        guideline=context.guideline,
        places=context.places,
        register=context.register,
        anchor=anchor,
        current=context.programme.current,
        **values,
    )


def _edition_notes(context: Context, edition: Edition, field: str) -> list[str]:
    """Ids of register entries that concern a field of an edition as a whole."""
    return [
        entry.id
        for entry in context.programme.discrepancies
        if any(
            touch.edition == edition.id
            and touch.field == field
            and touch.package is None
            and touch.activity is None
            for touch in entry.touches
        )
    ]
