"""The menu at a glance as chapter 3 prints it."""

from __future__ import annotations

from pydantic import Field

from macros.model.base import ForceWord, Id, Line, Number, Prose, Record
from macros.model.guideline.base import Columns, Label, MenuEdition, Note, Notes, Source, Title


class OverviewActivity(Record):
    """An activity cell of the overview, as printed."""

    number: Number | None = Field(
        None, title="Nomor", description="Nomor tercetak, dalam tanda kutip; kosong bila tidak tercetak."
    )
    printed: Line = Field(title="Tercetak", description="Nama persis seperti tercetak di sini, tanpa nomor.")
    activity: Id | None = Field(
        None, title="Kegiatan", description="Id kegiatan di menu; kosong bila menu tidak memuatnya."
    )
    target_units: Line | None = Field(
        None, title="Unit sasaran", description="Persis seperti tercetak; kosong bila kosong di naskah."
    )
    note: Note = None
    discrepancies: Notes = ()


class OverviewPackage(Record):
    """A package of the overview with its activities and summary."""

    package: Id = Field(title="Paket", description="Id paket di menu.")
    label: Line = Field(title="Sebutan", description="Sebutan tercetak.", examples=["Paket 1"])
    printed: Line = Field(title="Tercetak", description="Nama persis seperti tercetak di sini.")
    activities: tuple[OverviewActivity, ...] = Field(
        title="Kegiatan", description="Kegiatan, urut cetak.", min_length=1
    )
    summary: Prose = Field(title="Ringkasan", description="Ringkasan paket dengan bahasa sehari-hari.")
    force: ForceWord = None
    note: Note = None
    discrepancies: Notes = ()


class Overview(Record):
    """``overview.yml``: the overview of packages and activities (section 3.2.5)."""

    label: Label
    title: Title
    edition: MenuEdition
    columns: Columns
    packages: tuple[OverviewPackage, ...] = Field(
        title="Paket", description="Paket, urut cetak.", min_length=1
    )
    note: Note = None
    discrepancies: Notes = ()
    source: Source
