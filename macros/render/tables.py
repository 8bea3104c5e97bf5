"""Macros that show the tables and annexes of the guideline, each from its own file of data."""

from __future__ import annotations

from functools import cached_property

from markupsafe import Markup

from macros.model.base import Record
from macros.model.edition import Edition
from macros.render import table_views
from macros.render.base import Base, unknown
from macros.render.places import Places, anchor
from macros.render.registry import Place, macro

BODY_PARTS = ("duties", "structures", "contacts")
"""Parts of the table of bodies that can be shown alone."""
ORDERS = ("activity", "collector")
"""What the indicators can be ordered by."""


class TableMacros(Base):
    """The tables of the guideline."""

    @macro(Place.BLOCK, alone=False)
    def targets_table(self) -> Markup:
        """Tabel target dan indikator layanan dasar.

        Contoh: targets_table()
        """
        return self._table("targets_table", self._guideline.targets)

    @macro(Place.BLOCK, alone=False)
    def theory_table(self) -> Markup:
        """Teori perubahan sebagai tabel: tujuan, hasil, keluaran, perubahan, dan intervensi.

        Contoh: theory_table()
        """
        table = self._guideline.theory
        if table is None:
            return self._table("theory_table", None)
        edition = self._view(table.edition).edition
        rows = table_views.chain(self._programme, edition, table)
        return self._table("theory_table", table, edition=edition, rows=rows)

    @macro(Place.BLOCK, alone=False)
    def results_table(self) -> Markup:
        """Kerangka hasil seperti tercetak, dan kaitan yang dibaca dari menu.

        Contoh: results_table()
        """
        table = self._guideline.results
        if table is None:
            return self._table("results_table", None)
        edition = self._view(table.edition).edition
        return self._table(
            "results_table",
            table,
            edition=edition,
            rows=table_views.chain(self._programme, edition, table),
            cells=table_views.cells(edition, table),
        )

    @macro(Place.BLOCK, alone=False)
    def ministries_table(self) -> Markup:
        """Kementerian dan lembaga, anggota, dan tugasnya.

        Contoh: ministries_table()
        """
        return self._table("ministries_table", self._guideline.ministries)

    @macro(Place.BLOCK, alone=False)
    def bodies_table(self, part: str | None = None) -> Markup:
        """Lembaga menurut tingkat, tugasnya, susunannya, dan alamat yang tercetak.

        part: duties (tugas), structures (susunan), atau contacts (alamat); tanpa ini, semuanya

        Contoh: bodies_table()
        """
        if part is not None and part not in BODY_PARTS:
            raise unknown("bagian", part, BODY_PARTS)
        return self._table("bodies_table", self._guideline.bodies, part=part)

    @macro(Place.BLOCK, alone=False)
    def overview_table(self) -> Markup:
        """Gambaran umum menu seperti tercetak, dan nama tiap kegiatan di menu.

        Contoh: overview_table()
        """
        table = self._guideline.overview
        if table is None:
            return self._table("overview_table", None)
        return self._table("overview_table", table, edition=self._view(table.edition).edition)

    @macro(Place.BLOCK, alone=False)
    def reporting_table(self) -> Markup:
        """Jadwal pelaporan, dengan tenggat menurut teks di sebelahnya, dan tugas berkala.

        Contoh: reporting_table()
        """
        table = self._guideline.reporting
        if table is None:
            return self._table("reporting_table", None)
        return self._table(
            "reporting_table",
            table,
            reports=table_views.reports(table),
            calendar=table_views.calendar(table),
        )

    @macro(Place.BLOCK, alone=False)
    def assumptions_table(self) -> Markup:
        """Asumsi program menurut bidang.

        Contoh: assumptions_table()
        """
        return self._table("assumptions_table", self._guideline.assumptions)

    @macro(Place.BLOCK, alone=False)
    def locations_table(self) -> Markup:
        """Provinsi, kabupaten, dan kecamatan, dengan jumlahnya.

        Contoh: locations_table()
        """
        table = self._guideline.locations
        if table is None:
            return self._table("locations_table", None)
        return self._table("locations_table", table, counts=table_views.counts(table))

    @macro(Place.BLOCK, alone=False)
    def criteria_list(self) -> Markup:
        """Kriteria keikutsertaan.

        Contoh: criteria_list()
        """
        return self._table("criteria_list", self._guideline.criteria)

    @macro(Place.BLOCK, alone=False)
    def planning_table(self) -> Markup:
        """Langkah perencanaan tahunan: siapa, apa, dan kapan; dan waktu yang tercetak di luar tabel.

        Contoh: planning_table()
        """
        return self._table("planning_table", self._guideline.planning)

    @macro(Place.BLOCK, alone=False)
    def acronyms_table(self) -> Markup:
        """Akronim dari A sampai Z: yang terdaftar, dan yang dipakai di luar daftar.

        Contoh: acronyms_table()
        """
        table = self._guideline.acronyms
        if table is None:
            return self._table("acronyms_table", None)
        listed = [one for one in table.acronyms if one.listed]
        others = [one for one in table.acronyms if not one.listed]
        return self._table(
            "acronyms_table", table, listed=table_views.letters(listed), others=table_views.letters(others)
        )

    @macro(Place.BLOCK, alone=False)
    def legal_table(self) -> Markup:
        """Peraturan yang disebut naskah, di mana, dan dengan bunyi apa.

        Contoh: legal_table()
        """
        return self._table("legal_table", self._guideline.legal)

    @macro(Place.BLOCK, alone=False)
    def screening_table(self, edition: str | None = None) -> Markup:
        """Pertanyaan pemindai menurut kegiatan: siapa ditanya, dan jawaban mana menandai kebutuhan.

        edition: id edisi; tanpa ini, edisi terkini

        Contoh: screening_table("{edition}")
        """
        found = self._view(edition).edition
        rows = found.screening.questions if found.screening else ()
        return self._table(
            "screening_table",
            found,
            groups=table_views.asked(found),
            missing=table_views.missing(found, rows),
            ids=self._edition_notes(found, "screening"),
        )

    @macro(Place.BLOCK, alone=False)
    def indicators_table(self, edition: str | None = None, by: str = "activity") -> Markup:
        """Indikator pemantauan menurut kegiatan, atau menurut pengumpul datanya.

        edition: id edisi; tanpa ini, edisi terkini
        by: activity atau collector

        Contoh: indicators_table("{edition}", by="collector")
        """
        if by not in ORDERS:
            raise unknown("urutan", by, ORDERS)
        found = self._view(edition).edition
        rows = found.indicators.indicators if found.indicators else ()
        return self._table(
            "indicators_table",
            found,
            by_collector=by == "collector",
            groups=table_views.measured(found, by_collector=by == "collector"),
            missing=table_views.missing(found, rows),
            ids=self._edition_notes(found, "indicators"),
        )

    def _table(self, name: str, record: Record | None, **values: object) -> Markup:
        """A table from its record; words where the guideline has none."""
        if record is None:
            return self._templates.block("no_table")
        return self._templates.block(
            name,
            table=record,
            guideline=self._guideline,
            places=self._places,
            register=self._register,
            anchor=anchor,
            current=self._programme.current,
            **values,
        )

    @cached_property
    def _places(self) -> Places:
        return Places(self._programme, self._guideline)

    def _edition_notes(self, edition: Edition, field: str) -> list[str]:
        """Ids of register entries that concern a field of an edition as a whole."""
        return [
            entry.id
            for entry in self._programme.discrepancies
            if any(
                touch.edition == edition.id
                and touch.field == field
                and touch.package is None
                and touch.activity is None
                for touch in entry.touches
            )
        ]
