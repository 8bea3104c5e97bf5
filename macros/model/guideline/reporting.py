"""Reports, their periods and deadlines (section 4.2.3, Tabel 7)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.model.base import ForceWord, Id, Line, Record
from macros.model.guideline.base import Actors, Label, Note, Notes, RelativeDate, Source, Timing, Title


class ReportDeadline(Record):
    """A deadline of a report: what the table prints and, beside it, what the text prints."""

    body: Id = Field(title="Lembaga", description="Id lembaga dari catalogue.yml yang menyerahkan.")
    to: Id | None = Field(None, title="Kepada", description="Id lembaga dari catalogue.yml yang menerima.")
    table: Timing = Field(title="Menurut tabel", description="Tenggat menurut tabel.")
    text: Timing | None = Field(None, title="Menurut teks", description="Tenggat menurut teks di bawahnya.")
    within: Line | None = Field(
        None, title="Jangka waktu", description="Jangka waktu menurut teks, dengan bahasa sehari-hari."
    )
    force: ForceWord = None
    note: Note = None
    discrepancies: Notes = ()


class ReportPeriod(Record):
    """A reporting period and its deadlines."""

    id: Id = Field(title="Id", description="Id periode.")
    label: Label
    start: RelativeDate = Field(title="Mulai", description="Bulan pertama periode; tahun 0 ialah Tahun 1.")
    until: RelativeDate = Field(title="Sampai", description="Bulan terakhir periode; tahun 0 ialah Tahun 1.")
    deadlines: tuple[ReportDeadline, ...] = Field(
        title="Tenggat", description="Tenggat, urut cetak.", min_length=1
    )


class Recurring(Record):
    """A task of monitoring and reporting that comes back (chapter 4)."""

    id: Id = Field(title="Id", description="Id tugas.")
    what: Line = Field(title="Tugas", description="Tugas dengan bahasa sehari-hari.")
    who: Actors | None = Field(None, title="Siapa", description="Pelaksana; kosong bila tidak tercetak.")
    to: Id | None = Field(None, title="Kepada", description="Id lembaga dari catalogue.yml yang menerima.")
    every: Line | None = Field(
        None, title="Setiap", description="Keseringan persis seperti tercetak.", examples=["setiap triwulan"]
    )
    within: Line | None = Field(None, title="Jangka waktu", description="Jangka waktu seperti tercetak.")
    days: Annotated[int, Field(strict=True, ge=1, le=366)] | None = Field(
        None, title="Hari", description="Jangka waktu itu dalam hari, bila naskah menyebut satu angka."
    )
    forms: tuple[Id, ...] = Field((), title="Formulir", description="Id formulir yang dipakai.")
    force: ForceWord = None
    note: Note = None
    discrepancies: Notes = ()
    source: Source


class ReportYear(Record):
    """A year in the head of the table, with its months as printed."""

    label: Label
    year: Annotated[int, Field(strict=True, ge=0, le=5)] = Field(
        title="Tahun", description="Tahun di start dan until: 0 yang pertama, 1 yang kedua."
    )
    months: tuple[Line, ...] = Field(
        title="Bulan", description="Bulan persis seperti tercetak, mulai Januari.", min_length=1
    )


class Reporting(Record):
    """``reporting.yml``: periods, deadlines and recurring tasks (section 4.2)."""

    label: Label
    title: Title
    head: Line = Field(title="Kepala kolom pertama", description="Persis seperti tercetak.")
    years: tuple[ReportYear, ...] = Field(title="Tahun", description="Tahun dan bulannya, urut cetak.")
    row_label: Line = Field(title="Kepala baris", description="Kepala baris persis seperti tercetak.")
    periods: tuple[ReportPeriod, ...] = Field(title="Periode", description="Periode, urut cetak.")
    form: Id | None = Field(None, title="Formulir", description="Id formulir laporan.")
    recurring: tuple[Recurring, ...] = Field(
        (), title="Tugas berkala", description="Tugas pemantauan dan pelaporan yang berulang."
    )
    note: Note = None
    discrepancies: Notes = ()
    source: Source
