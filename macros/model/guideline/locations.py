"""Provinces, regencies and districts of the pilot (Lampiran 2)."""

from __future__ import annotations

from pydantic import Field

from macros.model.base import Id, Line, Number, Record
from macros.model.guideline.base import Cell, Columns, Label, Note, Notes, Source, Title
from macros.model.settings import Also


class District(Record):
    """A *kecamatan*."""

    number: Number = Field(title="Nomor", description="Nomor tercetak, dalam tanda kutip.")
    id: Id = Field(title="Id", description="Id kecamatan.")
    name: Line = Field(title="Kecamatan", description="Nama persis seperti tercetak.")
    also: Also = ()
    note: Note = None


class Regency(Record):
    """A *kabupaten* with its districts."""

    number: Number = Field(title="Nomor", description="Nomor tercetak, dalam tanda kutip.")
    id: Id = Field(title="Id", description="Id kabupaten.")
    name: Line = Field(title="Kabupaten", description="Nama persis seperti tercetak.")
    also: Also = ()
    namesakes: tuple[Line, ...] = Field(
        (),
        title="Senama",
        description="Daerah lain yang senama dan tidak tercetak.",
        examples=[["Kota Bima"]],
    )
    districts: tuple[District, ...] = Field(
        title="Kecamatan", description="Kecamatan, urut cetak.", min_length=1
    )
    note: Note = None
    discrepancies: Notes = ()


class Province(Record):
    """A *provinsi* with its regencies and its tile in a schematic map."""

    id: Id = Field(title="Id", description="Id provinsi.")
    name: Line = Field(title="Provinsi", description="Nama persis seperti tercetak.")
    also: Also = ()
    column: Cell = Field(title="Kolom peta", description="Kolom ubin di peta skematis, dari barat.")
    row: Cell = Field(title="Baris peta", description="Baris ubin di peta skematis, dari utara.")
    regencies: tuple[Regency, ...] = Field(
        title="Kabupaten", description="Kabupaten, urut cetak.", min_length=1
    )
    note: Note = None
    discrepancies: Notes = ()


class LocationTotals(Record):
    """The counts printed in the last row."""

    provinces: Line = Field(title="Provinsi", description="Jumlah persis seperti tercetak.")
    regencies: Line = Field(title="Kabupaten", description="Jumlah persis seperti tercetak.")
    districts: Line = Field(title="Kecamatan", description="Jumlah persis seperti tercetak.")


class Locations(Record):
    """``locations.yml``: where the strategy is tried out."""

    label: Label
    title: Title
    columns: Columns
    provinces: tuple[Province, ...] = Field(title="Provinsi", description="Provinsi, urut cetak.")
    totals: LocationTotals = Field(title="Jumlah", description="Jumlah di baris terakhir.")
    note: Note = None
    discrepancies: Notes = ()
    source: Source
