"""Targets of the programme by basic need (Tabel 1)."""

from __future__ import annotations

from pydantic import Field

from macros.model.base import Id, Line, Record
from macros.model.guideline.base import Columns, Label, Note, Notes, Source, TableNote, Title


class Amount(Record):
    """A number of a table: in Indonesian notation, and as printed where that differs."""

    display: Line = Field(
        title="Nilai", description="Nilai dengan koma desimal, tanpa tanda catatan.", examples=["0,62"]
    )
    printed: Line | None = Field(
        None, title="Tercetak", description="Bunyi tercetak, bila lain dari nilai.", examples=["0.62"]
    )
    mark: Line | None = Field(
        None, title="Tanda", description="Tanda catatan di bawah tabel.", examples=["*)"]
    )


class TargetIndicator(Record):
    """A row of the table of targets."""

    id: Id = Field(title="Id", description="Id indikator.")
    name: Line = Field(title="Indikator", description="Nama indikator persis seperti tercetak.")
    coverage: Amount = Field(title="Cakupan", description="Target cakupan pada penduduk termiskin.")
    ratio: Amount = Field(title="Rasio", description="Rasio cakupan kuintil 1 terhadap kuintil 5.")
    note: Note = None
    discrepancies: Notes = ()


class BasicNeed(Record):
    """A basic need with its package of services and its indicators."""

    id: Id = Field(title="Id", description="Id kebutuhan dasar.")
    name: Line = Field(title="Kebutuhan dasar", description="Nama persis seperti tercetak.")
    services: tuple[Line, ...] = Field(
        title="Paket layanan",
        description="Layanan dalam paket, dipisah pada titik koma tercetak.",
        min_length=1,
    )
    indicators: tuple[TargetIndicator, ...] = Field(
        title="Indikator", description="Indikator, urut cetak.", min_length=1
    )


class Targets(Record):
    """``targets.yml``: indicators and targets of basic services (section 1.3)."""

    label: Label
    title: Title
    columns: Columns
    needs: tuple[BasicNeed, ...] = Field(
        title="Kebutuhan dasar", description="Baris tabel menurut kebutuhan dasar.", min_length=1
    )
    table_notes: tuple[TableNote, ...] = Field(
        (), title="Catatan tabel", description="Catatan tercetak di bawah tabel."
    )
    note: Note = None
    discrepancies: Notes = ()
    source: Source
