"""The tables, annexes and references of the guideline as frozen records; no files, no wording of pages.

Every table of the text has a record of its own. Names, labels, numbers, dates and official wording (outcomes,
outputs, indicators) are kept as printed; running prose (duties, steps, assumptions, criteria, summaries) is
said in plain words, a printed sentence at a time. Titles and descriptions are Indonesian because editors
read them on hover (they become the JSON Schema in ``menu_data/schema``).
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from macros.model import (
    Alias,
    Date,
    Edition,
    ForceWord,
    Id,
    Line,
    Number,
    Package,
    Programme,
    Prose,
    Record,
    SourceRef,
    Year,
)
from macros.revisions import Decisions, FrozenText, Revisions
from macros.settings import Also, Calendar, Participation

RegisterId = Annotated[str, Field(strict=True, pattern=r"^[A-Z][0-9]{0,3}$", max_length=4, examples=["A10"])]
"""Id of an entry in the register of discrepancies."""
LEAP_YEAR = 2024
"""A year in which every printed day exists."""
Flag = Annotated[bool, Field(strict=True)]
Cell = Annotated[int, Field(strict=True, ge=1, le=99)]
"""A column or row of a grid, from 1."""
Label = Annotated[
    Line, Field(title="Sebutan", description="Sebutan persis seperti tercetak.", examples=["Tabel 1"])
]
Title = Annotated[Line, Field(title="Judul", description="Judul persis seperti tercetak.")]
Columns = Annotated[
    tuple[Line, ...],
    Field(title="Kepala kolom", description="Kepala kolom tercetak, urut cetak.", min_length=1),
]
Note = Annotated[
    Prose | None, Field(title="Keterangan", description="Keterangan penyunting tentang cara tercetaknya.")
]
Notes = Annotated[
    tuple[RegisterId, ...],
    Field(title="Catatan", description="Id catatan perbedaan yang menyangkut isi ini."),
]
Source = Annotated[SourceRef, Field(title="Sumber", description="Bagian dan halaman naskah sumber.")]
MenuEdition = Annotated[
    Id, Field(title="Edisi menu", description="Id edisi menu yang paket dan kegiatannya dirujuk di sini.")
]


class TableNote(Record):
    """A note printed under a table, in plain words."""

    mark: Line | None = Field(None, title="Tanda", description="Tanda tercetak.", examples=["*)"])
    text: Line = Field(title="Isi", description="Isi dengan bahasa sehari-hari.")


class Actors(Record):
    """Who does something: the printed words and the bodies meant."""

    printed: Line = Field(title="Tercetak", description="Sebutan persis seperti tercetak.")
    bodies: tuple[Id, ...] = Field(
        (), title="Lembaga", description="Id lembaga dari catalogue.yml yang disebut di sini."
    )


class Parties(Record):
    """Who fills in a form, or receives it: in printed words, or in ours where no one phrase is printed."""

    printed: Line | None = Field(None, title="Tercetak", description="Sebutan persis seperti tercetak.")
    named: Line | None = Field(
        None,
        title="Disebut situs ini",
        description="Sebutan yang dirangkai situs ini dari beberapa tempat; pengganti printed.",
    )
    bodies: tuple[Id, ...] = Field(
        (), title="Lembaga", description="Id lembaga dari catalogue.yml yang disebut di sini."
    )

    @model_validator(mode="after")
    def _said_once(self) -> Self:
        if (self.printed is None) == (self.named is None):
            message = "tulis printed atau named, salah satu saja"
            raise ValueError(message)
        return self

    @property
    def words(self) -> str:
        """The words to show, whoever's they are."""
        return self.printed or self.named or ""


class PartOfMonth(StrEnum):
    """A part of a month where no day is printed."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class RelativeDate(Record):
    """A month (or day) counted from a year that is not fixed, such as fiscal year N."""

    year: Annotated[int, Field(strict=True, ge=-5, le=5)] = Field(
        title="Tahun", description="Selisih dari tahun yang bersangkutan: 0 tahun itu, -1 tahun sebelumnya."
    )
    month: Annotated[int, Field(strict=True, ge=1, le=12)] = Field(
        title="Bulan", description="Bulan, 1 sampai 12."
    )
    day: Annotated[int, Field(strict=True, ge=1, le=31)] | None = Field(
        None, title="Hari", description="Tanggal, bila tercetak."
    )
    part: PartOfMonth | None = Field(
        None, title="Bagian bulan", description="start (awal), middle (pertengahan), atau end (akhir)."
    )

    @model_validator(mode="after")
    def _day_or_part(self) -> Self:
        if self.day is not None and self.part is not None:
            message = "isi day atau part, jangan keduanya"
            raise ValueError(message)
        if self.day is not None and self.day > monthrange(LEAP_YEAR, self.month)[1]:
            message = f"bulan {self.month} tidak punya tanggal {self.day}"
            raise ValueError(message)
        return self


class Timing(Record):
    """When something happens, as printed and as months of a year N."""

    printed: Line = Field(title="Tercetak", description="Waktu persis seperti tercetak.")
    start: RelativeDate | None = Field(
        None, title="Mulai", description="Awal, terhadap tahun N; kosong bila tidak tercetak."
    )
    until: RelativeDate | None = Field(
        None, title="Sampai", description="Akhir atau tenggat, terhadap tahun N; kosong bila tidak tercetak."
    )

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.start is not None and self.until is not None and _end(self.until) < _begin(self.start):
            message = "until mendahului start"
            raise ValueError(message)
        return self


def _begin(date: RelativeDate) -> tuple[int, int, int]:
    return date.year, date.month, date.day or 1


def _end(date: RelativeDate) -> tuple[int, int, int]:
    return date.year, date.month, date.day or 31


# Targets of basic services


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


# Theory of change and framework of results


class TheoryItem(Record):
    """A numbered or unnumbered line of the theory of change."""

    id: Id = Field(title="Id", description="Id butir.")
    label: Line | None = Field(None, title="Sebutan", description="Sebutan tercetak.", examples=["EOPO 1"])
    text: Line = Field(title="Bunyi", description="Bunyi persis seperti tercetak.")


class TheoryBlock(Record):
    """A block of the theory of change with its printed heading."""

    heading: Line = Field(title="Kepala", description="Kepala blok persis seperti tercetak.")
    lead: Line | None = Field(None, title="Pengantar", description="Kata pengantar tercetak, bila ada.")
    items: tuple[TheoryItem, ...] = Field(title="Butir", description="Butir, urut cetak.", min_length=1)


class PrintedOutcome(Record):
    """An outcome in the wording of one table."""

    outcome: Id = Field(title="Capaian", description="Id capaian dari catalogue.yml.")
    label: Line = Field(title="Sebutan", description="Sebutan tercetak.", examples=["Hasil 1"])
    printed: Line = Field(title="Tercetak", description="Bunyi persis seperti tercetak di tabel ini.")


class PrintedOutput(Record):
    """An output in the wording of one table."""

    output: Id = Field(title="Keluaran", description="Id keluaran dari catalogue.yml.")
    label: Line = Field(title="Sebutan", description="Sebutan tercetak.", examples=["Output 1.1"])
    printed: Line = Field(title="Tercetak", description="Bunyi persis seperti tercetak di tabel ini.")


class Goal(Record):
    """The goal in the wording of one table."""

    label: Line = Field(title="Sebutan", description="Sebutan tercetak.", examples=["TUJUAN"])
    printed: Line = Field(title="Tercetak", description="Bunyi persis seperti tercetak di tabel ini.")


class Theory(Record):
    """``theory.yml``: the theory of change (section 1.3)."""

    label: Label
    title: Title
    edition: MenuEdition
    goal: Goal = Field(title="Tujuan", description="Tujuan seperti tercetak.")
    end_of_programme: tuple[TheoryItem, ...] = Field(
        title="Hasil akhir program", description="Hasil akhir program, urut cetak.", min_length=1
    )
    outcomes_heading: Line = Field(title="Kepala capaian", description="Kepala tercetak di atas capaian.")
    outcomes: tuple[PrintedOutcome, ...] = Field(
        title="Capaian", description="Capaian, urut cetak.", min_length=1
    )
    outputs: tuple[PrintedOutput, ...] = Field(
        title="Keluaran", description="Keluaran, urut cetak.", min_length=1
    )
    changes: TheoryBlock = Field(title="Perubahan", description="Perubahan yang dibutuhkan.")
    interventions: TheoryBlock = Field(title="Intervensi", description="Intervensi utama yang diharapkan.")
    note: Note = None
    discrepancies: Notes = ()
    source: Source


class ResultsCell(Record):
    """A package cell of the framework of results, as printed."""

    label: Line = Field(title="Sebutan", description="Sebutan tercetak.", examples=["Paket 1"])
    printed: Line = Field(title="Tercetak", description="Nama persis seperti tercetak di sel ini.")
    below: Flag = Field(
        default=False, title="Di bawah tabel", description="true bila tercetak di bawah baris paket."
    )


class Results(Record):
    """``results.yml``: the framework of results (section 3.2.5)."""

    label: Label
    title: Title
    edition: MenuEdition
    goal: Goal = Field(title="Tujuan", description="Tujuan seperti tercetak.")
    outcomes_heading: Line = Field(title="Kepala capaian", description="Kepala tercetak di atas capaian.")
    outcomes: tuple[PrintedOutcome, ...] = Field(
        title="Capaian", description="Capaian, urut cetak.", min_length=1
    )
    outputs_heading: Line = Field(title="Kepala keluaran", description="Kepala tercetak di atas keluaran.")
    outputs: tuple[PrintedOutput, ...] = Field(
        title="Keluaran", description="Keluaran, urut cetak.", min_length=1
    )
    cells_heading: Line = Field(title="Kepala paket", description="Kepala tercetak di atas sel paket.")
    cells: tuple[ResultsCell, ...] = Field(title="Sel paket", description="Sel paket, urut cetak.")
    note: Note = None
    discrepancies: Notes = ()
    source: Source


# Institutions


class Member(Record):
    """A unit or official listed as a member."""

    name: Line = Field(title="Nama", description="Nama persis seperti tercetak.")
    body: Id | None = Field(None, title="Lembaga", description="Id lembaga dari catalogue.yml, bila ada.")
    position: Line | None = Field(
        None, title="Kedudukan", description="Kedudukan tercetak.", examples=["Ketua"]
    )


class MinistryRow(Record):
    """A ministry's row: members and duties."""

    id: Id = Field(title="Id", description="Id baris.")
    name: Line = Field(title="Kementerian/lembaga", description="Nama persis seperti tercetak.")
    bodies: tuple[Id, ...] = Field(
        (), title="Lembaga", description="Id lembaga dari catalogue.yml yang disebut baris ini."
    )
    members: tuple[Member, ...] = Field(
        title="Anggota", description="Anggota, urut cetak; [] bila kosong di naskah."
    )
    duties: tuple[Line, ...] = Field(
        title="Peran dan tanggung jawab",
        description="Tugas dengan bahasa sehari-hari, urut cetak.",
        min_length=1,
    )
    force: ForceWord = None
    note: Note = None
    discrepancies: Notes = ()


class Ministries(Record):
    """``ministries.yml``: ministries, their members and duties (chapter 2)."""

    label: Label
    title: Title
    columns: Columns
    ministries: tuple[MinistryRow, ...] = Field(
        title="Kementerian/lembaga", description="Baris tabel, urut cetak.", min_length=1
    )
    note: Note = None
    discrepancies: Notes = ()
    source: Source


class BodyRow(Record):
    """A body's duties at its level of government."""

    id: Id = Field(title="Id", description="Id baris.")
    level: Line = Field(title="Tingkat", description="Tingkat persis seperti tercetak.")
    structure: Line | None = Field(
        None, title="Struktur", description="Struktur persis seperti tercetak; kosong bila kosong di naskah."
    )
    body: Id | None = Field(None, title="Lembaga", description="Id lembaga dari catalogue.yml, bila ada.")
    intro: Line | None = Field(
        None, title="Pembuka", description="Pembuka dengan bahasa sehari-hari, bila ada di naskah."
    )
    duties: tuple[Line, ...] = Field(
        title="Peran dan tanggung jawab",
        description="Tugas dengan bahasa sehari-hari, urut cetak.",
        min_length=1,
    )
    force: ForceWord = None
    note: Note = None
    discrepancies: Notes = ()


class Post(Record):
    """A position within a structure and who holds it."""

    name: Line = Field(title="Jabatan", description="Jabatan dalam kata biasa.", examples=["Pimpinan"])
    printed: Line = Field(title="Tercetak", description="Pemegangnya persis seperti tercetak.")
    bodies: tuple[Id, ...] = Field(
        (), title="Lembaga", description="Id lembaga dari catalogue.yml yang disebut di sini."
    )
    force: ForceWord = None


class Structure(Record):
    """How a body is composed, or one of the options for composing it (section 2.1)."""

    id: Id = Field(title="Id", description="Id susunan.")
    label: Line = Field(title="Sebutan", description="Sebutan tercetak.", examples=["Pilihan 1"])
    bodies: tuple[Id, ...] = Field(
        title="Lembaga", description="Id lembaga dari catalogue.yml yang susunannya diatur.", min_length=1
    )
    text: Prose = Field(title="Isi", description="Ketentuan susunan dengan bahasa sehari-hari.")
    posts: tuple[Post, ...] = Field((), title="Jabatan", description="Jabatan dan pemegangnya.")
    members_rank: Line | None = Field(
        None, title="Eselon anggota", description="Eselon anggota seperti tercetak.", examples=["Eselon 1"]
    )
    members: tuple[Member, ...] = Field((), title="Anggota", description="Anggota, urut cetak.")
    laws: tuple[Id, ...] = Field(
        (), title="Dasar hukum", description="Id peraturan dari legal.yml yang disebut di sini."
    )
    force: ForceWord = None
    note: Note = None
    discrepancies: Notes = ()
    source: Source


class Contact(Record):
    """A printed address."""

    body: Id = Field(title="Lembaga", description="Id lembaga dari catalogue.yml pemilik alamat.")
    name: Line = Field(title="Nama", description="Nama di atas alamat, persis seperti tercetak.")
    address: Line = Field(title="Alamat", description="Alamat persis seperti tercetak.")
    phone: Line | None = Field(None, title="Telepon", description="Nomor telepon seperti tercetak.")
    fax: Line | None = Field(None, title="Faksimile", description="Nomor faksimile seperti tercetak.")
    note: Note = None
    source: Source


class Bodies(Record):
    """``bodies.yml``: bodies, their duties, composition and addresses (sections 2.1 and 2.2)."""

    label: Label
    title: Title
    columns: Columns
    rows: tuple[BodyRow, ...] = Field(title="Baris", description="Baris tabel, urut cetak.", min_length=1)
    structures: tuple[Structure, ...] = Field(
        (), title="Susunan", description="Susunan lembaga dan pilihannya, urut cetak."
    )
    contacts: tuple[Contact, ...] = Field((), title="Alamat", description="Alamat yang tercetak.")
    force_source: SourceRef | None = Field(
        None,
        title="Tempat kata daya ikat",
        description="Bagian naskah yang memuat kata itu, bila tercetak di luar tabel.",
    )
    note: Note = None
    discrepancies: Notes = ()
    source: Source


# Overview of the menu


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


# Reporting


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


# Annexes: assumptions, locations, criteria, planning


class Assumption(Record):
    """A column of the table of assumptions."""

    id: Id = Field(title="Id", description="Id bidang asumsi.")
    title: Line = Field(title="Bidang", description="Nama bidang persis seperti tercetak.")
    statements: tuple[Prose, ...] = Field(
        title="Asumsi", description="Asumsi dengan bahasa sehari-hari, urut cetak.", min_length=1
    )
    note: Note = None
    discrepancies: Notes = ()


class Assumptions(Record):
    """``assumptions.yml``: what the programme assumes."""

    label: Label
    title: Title
    heading: Line = Field(title="Kepala tabel", description="Kepala tabel persis seperti tercetak.")
    assumptions: tuple[Assumption, ...] = Field(title="Bidang", description="Bidang, urut cetak.")
    note: Note = None
    discrepancies: Notes = ()
    source: Source


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


class Criterion(Record):
    """A criterion of participation."""

    id: Id = Field(title="Id", description="Id kriteria.")
    text: Line = Field(title="Isi", description="Isi dengan bahasa sehari-hari.")
    kinds: tuple[Id, ...] = Field(
        (), title="Tingkat", description="Id dari target_unit_kinds: tingkat yang disebut; [] bila tidak ada."
    )
    force: ForceWord = None
    note: Note = None
    discrepancies: Notes = ()


class Criteria(Record):
    """``criteria.yml``: who may take part."""

    label: Label
    title: Title
    intro: Prose = Field(title="Pembuka", description="Pembuka daftar dengan bahasa sehari-hari.")
    intro_force: ForceWord = None
    criteria: tuple[Criterion, ...] = Field(title="Kriteria", description="Kriteria, urut cetak.")
    note: Note = None
    discrepancies: Notes = ()
    source: Source


class PlanningStep(Record):
    """A step of annual planning."""

    number: Number = Field(title="Nomor", description="Nomor langkah, dalam tanda kutip.")
    label: Line = Field(title="Sebutan", description="Sebutan tercetak.", examples=["Langkah 1"])
    what: Line = Field(title="Apa", description="Isi kolom Apa, dengan bahasa sehari-hari.")
    who: Actors = Field(title="Siapa", description="Isi kolom Siapa.")
    when: Timing | None = Field(None, title="Kapan", description="Isi kolom Kapan; kosong bila kosong.")
    forms: tuple[Id, ...] = Field((), title="Formulir", description="Id formulir yang disebut langkah ini.")
    force: ForceWord = None
    note: Note = None
    discrepancies: Notes = ()


class PlanningDeadline(Record):
    """A date of annual planning that the text prints outside the table (section 3.3)."""

    id: Id = Field(title="Id", description="Id waktu.")
    what: Line = Field(title="Apa", description="Apa yang terjadi, dengan bahasa sehari-hari.")
    who: Actors | None = Field(None, title="Siapa", description="Pelaksana; kosong bila tidak tercetak.")
    to: Actors | None = Field(None, title="Kepada", description="Penerima; kosong bila tidak tercetak.")
    when: Timing = Field(title="Kapan", description="Waktu seperti tercetak.")
    force: ForceWord = None
    note: Note = None
    discrepancies: Notes = ()
    source: Source


class Planning(Record):
    """``planning.yml``: the steps of annual planning and the dates beside them."""

    label: Label
    title: Title
    heading: Line = Field(title="Kepala tabel", description="Kepala tabel persis seperti tercetak.")
    columns: Columns
    steps: tuple[PlanningStep, ...] = Field(title="Langkah", description="Langkah, urut cetak.", min_length=1)
    deadlines: tuple[PlanningDeadline, ...] = Field(
        (), title="Waktu lain", description="Waktu yang tercetak di luar tabel."
    )
    announces_menu: Id | None = Field(
        None,
        title="Pengumuman menu",
        description="Id di deadlines: kapan dan oleh siapa perubahan menu diumumkan.",
    )
    force_source: SourceRef | None = Field(
        None,
        title="Tempat kata daya ikat",
        description="Bagian naskah yang memuat kata itu, bila tercetak di luar tabel.",
    )
    note: Note = None
    discrepancies: Notes = ()
    source: Source

    @model_validator(mode="after")
    def _announces_at_a_listed_time(self) -> Self:
        if self.announces_menu is not None and self.announces_menu not in {one.id for one in self.deadlines}:
            message = f'announces_menu menyebut "{self.announces_menu}", yang tidak ada di deadlines'
            raise ValueError(message)
        return self


# Forms


class FieldKind(StrEnum):
    """What is filled in, and how."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    MONEY = "money"
    DATE = "date"
    CHOICE = "choice"
    TICK = "tick"
    SIGNATURE = "signature"
    LIST = "list"
    TABLE = "table"


CHOSEN = frozenset({FieldKind.CHOICE, FieldKind.TICK, FieldKind.LIST})
"""Kinds whose options are printed."""
_SMALL = "text, long_text, number, money, date, choice (satu), tick (centang), signature, atau list."
_KIND = "text, long_text, number, money, date, choice (satu), tick (centang), signature, list, atau table."


class VisitValue(StrEnum):
    """What a field, a column or a part of a cell says of a visit, or gathers from visits in a report."""

    DATE = "date"
    PLACE = "place"
    QUARTER = "quarter"
    YEAR = "year"
    PACKAGE = "package"
    INDICATOR = "indicator"
    ACHIEVED = "achieved"
    PERSON = "person"
    POST = "post"
    UNIT = "unit"
    SEX = "sex"
    OBSERVED = "observed"
    CHALLENGE = "challenge"
    FOLLOW_UP = "follow_up"
    RESPONSIBLE = "responsible"
    RECOMMENDATION = "recommendation"
    DISTRICT = "district"
    SUBDISTRICT = "subdistrict"
    PROGRESS = "progress"
    STAKEHOLDERS = "stakeholders"
    LESSONS = "lessons"


VisitPart = Annotated[
    VisitValue | None,
    Field(
        title="Isi kunjungan",
        description=(
            "Apa yang dicatat di sini tentang kunjungan, agar laporan dapat merangkumnya. Laporan memakai "
            "district, subdistrict, progress, stakeholders, dan lessons."
        ),
    ),
]


class FormOption(Record):
    """A printed option, tick box or list item."""

    id: Id = Field(title="Id", description="Id pilihan.")
    label: Line = Field(title="Label", description="Label persis seperti tercetak, tanpa nomor.")
    number: Number | None = Field(None, title="Nomor", description="Nomor tercetak, dalam tanda kutip.")
    package: Id | None = Field(None, title="Paket", description="Id paket di menu yang dimaksud.")


class FormPart(Record):
    """A small field inside a table cell."""

    id: Id = Field(title="Id", description="Id isian.")
    label: Line = Field(title="Label", description="Label persis seperti tercetak, tanpa titik dua.")
    kind: FieldKind = Field(title="Jenis", description=_SMALL)
    options: tuple[FormOption, ...] = Field((), title="Pilihan", description="Pilihan, urut cetak.")
    visit: VisitPart = None


class Choices(StrEnum):
    """Where the values of a column are taken from, so that a workbook or a page can offer them."""

    ACTIVITIES = "activities"
    PACKAGES = "packages"
    MONTHS = "months"


class PlanValue(StrEnum):
    """What of a district's or province's plan a field or a column of a form holds."""

    YEAR = "year"
    PROVINCE = "province"
    DISTRICT = "district"
    ACTIVITY = "activity"
    LOCATION = "location"
    UNITS = "units"
    WOMEN = "women"
    MEN = "men"
    PEOPLE = "people"
    FROM = "from"
    UNTIL = "until"
    DISTRICT_MONEY = "apbd"
    VILLAGE_MONEY = "village"
    OWN_MONEY = "own"
    REQUEST = "request"
    TOTAL = "total"
    PRIORITY = "priority"
    REASON = "reason"
    CONTACT = "contact"
    NAME = "name"
    ACTIVITIES = "activities"


PlanPart = Annotated[
    PlanValue | None,
    Field(
        title="Isi rencana", description="Nilai rencana yang masuk ke sini, agar rencana dapat mengisinya."
    ),
]


class FormColumn(Record):
    """A column of a table to be filled in."""

    id: Id = Field(title="Id", description="Id kolom.")
    number: Line | None = Field(None, title="Nomor kolom", description="Nomor kolom tercetak, bila ada.")
    group: Line | None = Field(None, title="Kelompok kolom", description="Kepala bersama beberapa kolom.")
    label: Line = Field(title="Label", description="Kepala kolom persis seperti tercetak.")
    kind: FieldKind = Field(title="Jenis", description=_SMALL)
    help: Prose | None = Field(None, title="Petunjuk", description="Petunjuk persis seperti tercetak.")
    parts: tuple[FormPart, ...] = Field((), title="Isian", description="Isian kecil di dalam sel.")
    sum_of: tuple[Id, ...] = Field(
        (), title="Jumlah dari", description="Id kolom yang dijumlahkan menjadi kolom ini."
    )
    options_from: Choices | None = Field(
        None,
        title="Pilihan dari",
        description="activities (kegiatan di menu), packages (paket di menu), atau months (nama bulan).",
    )
    plan: PlanPart = None
    basis: Line | None = Field(None, title="Dasar", description="Untuk usulan: dari mana kolom ini diambil.")
    visit: VisitPart = None


class FormRow(Record):
    """A printed row of a table to be filled in."""

    id: Id = Field(title="Id", description="Id baris.")
    label: Line = Field(title="Label", description="Isi tercetak di kolom pertama.")
    placeholder: Flag = Field(
        default=False, title="Diganti", description="true bila labelnya diganti dengan nama."
    )
    repeat: Flag = Field(default=False, title="Berulang", description="true bila baris boleh ditambah.")
    total: Flag = Field(default=False, title="Jumlah", description="true bila menjumlahkan baris di atasnya.")


class FormField(Record):
    """A field of a form."""

    id: Id = Field(title="Id", description="Id isian, satu kali dalam formulir.")
    label: Line | None = Field(
        None,
        title="Label",
        description="Label tercetak, tanpa titik dua; kosong bila judul bagian menjadi labelnya.",
    )
    lead: Line | None = Field(
        None, title="Kepala isian", description="Kata bersama di depan beberapa isian.", examples=["Kontak"]
    )
    kind: FieldKind = Field(title="Jenis", description=_KIND)
    help: Prose | None = Field(None, title="Petunjuk", description="Petunjuk persis seperti tercetak.")
    options: tuple[FormOption, ...] = Field((), title="Pilihan", description="Pilihan, urut cetak.")
    columns: tuple[FormColumn, ...] = Field((), title="Kolom", description="Kolom tabel, urut cetak.")
    rows: tuple[FormRow, ...] = Field((), title="Baris", description="Baris tercetak; [] bila bebas.")
    plan: PlanPart = None
    basis: Line | None = Field(None, title="Dasar", description="Untuk usulan: dari mana isian ini diambil.")
    note: Note = None
    discrepancies: Notes = ()
    visit: VisitPart = None

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        message = None
        if (self.kind is FieldKind.TABLE) != bool(self.columns):
            message = "columns hanya bersama kind: table, dan wajib di sana"
        elif self.rows and self.kind is not FieldKind.TABLE:
            message = "rows hanya bersama kind: table"
        elif (self.kind in CHOSEN) != bool(self.options):
            message = "options hanya bersama kind: choice, tick, atau list, dan wajib di sana"
        known = {column.id for column in self.columns}
        for column in self.columns:
            if lost := [other for other in column.sum_of if other not in known or other == column.id]:
                message = f'sum_of kolom "{column.id}" menyebut "{lost[0]}", yang bukan kolom lain tabel ini'
        if message is not None:
            raise ValueError(message)
        return self


class FormSection(Record):
    """A part of a form under one heading."""

    id: Id = Field(title="Id", description="Id bagian.")
    number: Number | None = Field(None, title="Nomor", description="Nomor tercetak, dalam tanda kutip.")
    title: Line | None = Field(None, title="Judul", description="Judul bagian persis seperti tercetak.")
    help: Prose | None = Field(None, title="Petunjuk", description="Petunjuk persis seperti tercetak.")
    points: tuple[Line, ...] = Field((), title="Butir", description="Butir petunjuk, urut cetak.")
    fields: tuple[FormField, ...] = Field(title="Isian", description="Isian, urut cetak.", min_length=1)


class Form(Record):
    """``forms/ID.yml``: a form, from which a page, a workbook and a print can be made."""

    id: Id = Field(title="Id", description="Id formulir, sama dengan nama berkasnya.")
    label: Label
    title: Title
    edition: Id | None = Field(
        None, title="Edisi menu", description="Id edisi menu yang paketnya dirujuk, bila ada."
    )
    proposal: Flag = Field(
        default=False,
        title="Usulan",
        description="true bila isinya dirancang di sini karena tidak ada dalam teks sumber.",
    )
    filled_by: Parties = Field(title="Diisi oleh", description="Siapa yang mengisi.")
    submitted_to: Parties | None = Field(
        None, title="Diserahkan kepada", description="Penerima; kosong bila tidak tercetak."
    )
    summarises: Id | None = Field(
        None, title="Merangkum", description="Id formulir yang dirangkum, satu baris untuk tiap pengaju."
    )
    intro: Prose | None = Field(None, title="Pembuka", description="Pembuka persis seperti tercetak.")
    sections: tuple[FormSection, ...] = Field(
        title="Bagian", description="Bagian formulir, urut cetak.", min_length=1
    )
    laws: tuple[Id, ...] = Field(
        (), title="Dasar hukum", description="Id peraturan dari legal.yml yang disebut formulir."
    )
    note: Note = None
    discrepancies: Notes = ()
    source: Source

    def fields(self) -> Iterator[FormField]:
        """Every field in printed order."""
        for section in self.sections:
            yield from section.fields


# References


class Acronym(Record):
    """An acronym or short name used in the text."""

    id: Id = Field(title="Id", description="Id akronim.")
    short: Line = Field(title="Singkatan", description="Singkatan persis seperti tercetak.")
    expansion: Line | None = Field(
        None,
        title="Kepanjangan",
        description="Persis seperti tercetak; kosong bila naskah tidak menyebutnya.",
    )
    meaning: Line | None = Field(
        None,
        title="Penjelasan situs ini",
        description="Arti menurut situs ini bila naskah tidak menyebutnya; kosong bila tidak pasti.",
    )
    listed: Flag = Field(
        default=True,
        title="Ada di daftar",
        description="false bila dipakai tetapi tidak ada di daftar akronim.",
    )
    where: tuple[Line, ...] = Field(
        (), title="Tempat", description="Untuk yang di luar daftar: bagian naskah yang memakainya."
    )
    aliases: tuple[Alias, ...] = Field(
        (), title="Kepanjangan lain", description="Kepanjangan lain yang tercetak, dan tempatnya."
    )
    variants: tuple[Alias, ...] = Field(
        (), title="Singkatan lain", description="Singkatan atau sebutan lain yang tercetak, dan tempatnya."
    )
    note: Note = None
    discrepancies: Notes = ()

    @model_validator(mode="after")
    def _printed_or_ours(self) -> Self:
        if self.expansion is not None and self.meaning is not None:
            message = "isi expansion (tercetak) atau meaning (penjelasan situs ini), jangan keduanya"
            raise ValueError(message)
        return self


class Acronyms(Record):
    """``acronyms.yml``: the list of acronyms, and those used outside it."""

    title: Title
    acronyms: tuple[Acronym, ...] = Field(title="Akronim", description="Yang terdaftar dahulu, urut cetak.")
    note: Note = None
    discrepancies: Notes = ()
    source: Source


class Mention(Record):
    """A place that names a regulation, and how."""

    where: Line = Field(title="Tempat", description="Bagian naskah.", examples=["Bagian 1.1"])
    printed: Line = Field(title="Tercetak", description="Sebutan persis seperti tercetak di sana.")


class LegalStatus(Record):
    """What became of a regulation since the text was written, as far as this site knows for certain."""

    text: Line = Field(title="Keadaan", description="Apa yang pasti diketahui, dalam satu kalimat.")
    checked: Date = Field(title="Diperiksa pada", description="Tanggal pemeriksaan.")


class LegalReference(Record):
    """A regulation or official guide that the text names, by the kind it is printed with."""

    id: Id = Field(title="Id", description="Jenis, nomor, dan tahun, misalnya pp-1-2030.")
    kind: Line = Field(
        title="Jenis", description="Jenis seperti tercetak.", examples=["Peraturan Pemerintah"]
    )
    short_kind: Line = Field(
        title="Singkatan jenis", description="Jenis dalam sebutan pendek.", examples=["PP"]
    )
    number: Line | None = Field(None, title="Nomor", description="Nomor; kosong bila tidak tercetak.")
    year: Year | None = Field(None, title="Tahun", description="Tahun; kosong bila tidak tercetak.")
    title: Line | None = Field(
        None, title="Tentang", description="Judul atau pokoknya, seperti tercetak; kosong bila tidak ada."
    )
    mentions: tuple[Mention, ...] = Field(
        title="Disebut di", description="Tempat dan sebutannya, urut cetak.", min_length=1
    )
    today: LegalStatus | None = Field(
        None, title="Kini", description="Hanya bila pasti; kosong bila belum diperiksa."
    )
    note: Note = None
    discrepancies: Notes = ()


class LegalReferences(Record):
    """``legal.yml``: every regulation that the text names."""

    laws: tuple[LegalReference, ...] = Field(title="Peraturan", description="Peraturan yang dirujuk naskah.")


class DrawingKind(StrEnum):
    """How the nodes of a drawing stand to each other."""

    SIDES = "sides"
    STACK = "stack"
    LEVELS = "levels"
    CYCLE = "cycle"


FEWEST_STEPS, MOST_STEPS = 3, 8
"""How many nodes a cycle can have and still be read on a page."""
_DRAWING = (
    "sides (dua sisi bertemu di tengah), stack (dari atas dan dari bawah bertemu), levels (bertingkat),"
    " atau cycle (berputar)."
)


class FigureNode(Record):
    """A box of a drawing; its name and level can come from a row of the bodies' table."""

    id: Id = Field(title="Id", description="Id simpul, satu kali dalam gambar.")
    label: Line | None = Field(None, title="Sebutan", description="Kata kecil di atas nama, bila ada.")
    name: Line | None = Field(
        None, title="Nama", description="Nama di dalam kotak; kosong bila diambil dari body_row."
    )
    body_row: Id | None = Field(
        None, title="Baris lembaga", description="Id baris di bodies.yml: tingkat dan nama diambil dari sana."
    )
    text: Line | None = Field(None, title="Isi", description="Isi kotak dengan bahasa sehari-hari.")
    points: tuple[Line, ...] = Field((), title="Butir", description="Butir di bawah isi.")
    who: Actors | None = Field(None, title="Siapa", description="Pelaku; kosong bila tidak tercetak.")
    where: Line = Field(title="Tempat", description="Bagian naskah yang menyebutnya.", examples=["Tabel 4"])
    discrepancies: Notes = ()

    @model_validator(mode="after")
    def _has_a_name(self) -> Self:
        if self.name is None and self.body_row is None:
            message = "isi name atau body_row"
            raise ValueError(message)
        return self


class FigureLink(Record):
    """An arrow of a drawing."""

    start: Id = Field(title="Dari", description="Id simpul asal panah.")
    end: Id = Field(title="Ke", description="Id simpul tujuan panah.")
    label: Line = Field(title="Hubungan", description="Kata di samping panah.")
    mutual: Flag = Field(default=False, title="Dua arah", description="true bila berlaku ke dua arah.")
    where: Line = Field(title="Tempat", description="Bagian naskah yang menyebutnya.", examples=["Tabel 4"])


class Drawing(Record):
    """What a drawing is made of; only what can be drawn is accepted, so that nothing is left out."""

    kind: DrawingKind = Field(title="Bentuk", description=_DRAWING)
    hub: Id | None = Field(
        None,
        title="Pusat",
        description="Id simpul titik temu (sides, stack) atau simpul di samping tingkat-tingkat (levels).",
    )
    nodes: tuple[FigureNode, ...] = Field(title="Simpul", description="Kotak, urut baca.", min_length=2)
    links: tuple[FigureLink, ...] = Field(
        (), title="Hubungan", description="Panah; cycle tidak memakainya, sebab urutannya sudah menentukan."
    )

    @model_validator(mode="after")
    def _can_be_drawn(self) -> Self:
        message = self._unknown() or (
            self._no_cycle()
            if self.kind is DrawingKind.CYCLE
            else self._no_levels()
            if self.kind is DrawingKind.LEVELS
            else self._no_meeting()
        )
        if message is not None:
            raise ValueError(message)
        return self

    def _unknown(self) -> str | None:
        known = {node.id for node in self.nodes}
        named = [*([self.hub] if self.hub else []), *(i for x in self.links for i in (x.start, x.end))]
        lost = next((one for one in named if one not in known), None)
        return f'simpul "{lost}" tidak ada di nodes' if lost is not None else None

    def _no_cycle(self) -> str | None:
        if self.hub is not None or self.links:
            return "kind: cycle tidak memakai hub dan links"
        if not FEWEST_STEPS <= len(self.nodes) <= MOST_STEPS:
            return f"kind: cycle memuat {FEWEST_STEPS} sampai {MOST_STEPS} nodes"
        return None

    def _no_levels(self) -> str | None:
        at = {node.id: n for n, node in enumerate(node for node in self.nodes if node.id != self.hub)}
        for link in self.links:
            ends = {link.start, link.end}
            if len(ends) == 1 or (self.hub not in ends and abs(at[link.start] - at[link.end]) != 1):
                return (
                    f'panah "{link.start}" ke "{link.end}" tidak dapat digambar: kind: levels menghubungkan'
                    " simpul yang berurutan, atau simpul dengan hub"
                )
        return None

    def _no_meeting(self) -> str | None:
        into = [link.start for link in self.links if link.end == self.hub]
        onward = [link.end for link in self.links if link.start == self.hub]
        others = sorted(node.id for node in self.nodes if node.id != self.hub)
        if len(into) != 2 or sorted(into + onward) != others or len(self.links) != len(others):  # noqa: PLR2004
            return (
                f"kind: {self.kind} memuat dua panah menuju hub dan satu panah dari hub ke tiap simpul lain"
            )
        if self.kind is DrawingKind.STACK and onward:
            return "kind: stack hanya memuat hub dan dua simpul yang menuju ke sana"
        return None


class Figure(Record):
    """A figure: its caption, what the text around it says it shows, and how that is drawn."""

    id: Id = Field(title="Id", description="Id gambar.")
    label: Label
    title: Title
    about: Prose = Field(title="Isi", description="Apa yang ditunjukkan gambar menurut teks di sekitarnya.")
    drawing: Drawing | None = Field(
        None, title="Gambar", description="Kotak dan panah, hanya dari yang dikatakan naskah."
    )
    note: Note = None
    discrepancies: Notes = ()
    source: Source


class Figures(Record):
    """``figures.yml``: the figures of the text."""

    figures: tuple[Figure, ...] = Field(title="Gambar", description="Gambar, urut cetak.")


class ContentsEntry(Record):
    """A line of the lists of contents, tables and figures."""

    id: Annotated[
        str, Field(strict=True, pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$", max_length=60, examples=["2.1.3"])
    ] = Field(title="Id", description="Nomor bagian, atau kata-katanya bila tidak bernomor.")
    label: Line | None = Field(None, title="Sebutan", description="Nomor atau sebutan tercetak, bila ada.")
    title: Title
    page: Line = Field(title="Halaman", description="Halaman tercetak, dalam tanda kutip.", examples=["iii"])
    level: Cell = Field(title="Tingkat", description="Tingkat dalam susunan, 1 untuk yang teratas.")


class Contents(Record):
    """``contents.yml``: the lists of contents, tables and figures, with the pages that sources cite."""

    sections: tuple[ContentsEntry, ...] = Field(title="Daftar isi", description="Bagian, urut cetak.")
    tables: tuple[ContentsEntry, ...] = Field((), title="Daftar tabel", description="Tabel, urut cetak.")
    figures: tuple[ContentsEntry, ...] = Field((), title="Daftar gambar", description="Gambar, urut cetak.")
    note: Note = None
    discrepancies: Notes = ()


class Section(Record):
    """A section of the guideline as this site renders it."""

    id: Annotated[
        str, Field(strict=True, pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$", max_length=60, examples=["2.1.3"])
    ] = Field(title="Id", description="Nomor bagian, atau kata-katanya bila tidak bernomor.")
    title: Title
    chapter: Annotated[
        str, Field(strict=True, pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)?$", max_length=60, examples=["bab-2"])
    ] = Field(title="Halaman situs", description="Berkas halaman di docs/panduan, tanpa .md.")
    page: Line | None = Field(
        None, title="Halaman naskah", description="Halaman tercetak, dalam tanda kutip.", examples=["12"]
    )
    decides: Line = Field(title="Yang diputuskan", description="Apa yang diputuskan, dalam satu kalimat.")


class Sections(Record):
    """``sections.yml``: every section of the guideline, in the order of reading."""

    sections: tuple[Section, ...] = Field(title="Bagian", description="Bagian, urut baca.", min_length=1)


# The whole


class Guideline(Record):
    """Everything under ``guideline`` but the register of discrepancies; ``None`` where a file is absent."""

    targets: Targets | None = None
    theory: Theory | None = None
    results: Results | None = None
    ministries: Ministries | None = None
    bodies: Bodies | None = None
    overview: Overview | None = None
    reporting: Reporting | None = None
    assumptions: Assumptions | None = None
    locations: Locations | None = None
    criteria: Criteria | None = None
    planning: Planning | None = None
    calendar: Calendar | None = None
    participation: Participation | None = None
    acronyms: Acronyms | None = None
    legal: LegalReferences | None = None
    figures: Figures | None = None
    contents: Contents | None = None
    sections: Sections | None = None
    revisions: Revisions | None = None
    decisions: Decisions | None = None
    forms: tuple[Form, ...] = ()
    texts: tuple[FrozenText, ...] = ()

    def parts(self) -> Iterator[Record]:
        """The record of every file that is there."""
        for name in PARTS:
            part: Record | None = getattr(self, name)
            if part is not None:
                yield part
        if self.decisions is not None:
            yield self.decisions
        yield from self.forms
        yield from self.texts

    def text(self, revision_id: str) -> FrozenText:
        """The frozen text of a revision; ``KeyError`` when there is none."""
        return {text.revision: text for text in self.texts}[revision_id]

    def form(self, form_id: str) -> Form:
        """The form with this id; ``KeyError`` when there is none."""
        return {form.id: form for form in self.forms}[form_id]

    def law(self, law_id: str) -> LegalReference:
        """The regulation with this id; ``KeyError`` when there is none."""
        return {law.id: law for law in (self.legal.laws if self.legal else ())}[law_id]

    def section(self, section_id: str) -> Section:
        """The section with this id; ``KeyError`` when there is none."""
        return {one.id: one for one in (self.sections.sections if self.sections else ())}[section_id]

    def figure(self, figure_id: str) -> Figure:
        """The figure with this id; ``KeyError`` when there is none."""
        return {figure.id: figure for figure in (self.figures.figures if self.figures else ())}[figure_id]


PARTS: dict[str, type[Record]] = {
    "targets": Targets,
    "theory": Theory,
    "results": Results,
    "ministries": Ministries,
    "bodies": Bodies,
    "overview": Overview,
    "reporting": Reporting,
    "assumptions": Assumptions,
    "locations": Locations,
    "criteria": Criteria,
    "planning": Planning,
    "calendar": Calendar,
    "participation": Participation,
    "acronyms": Acronyms,
    "legal": LegalReferences,
    "figures": Figures,
    "contents": Contents,
    "sections": Sections,
    "revisions": Revisions,
}
"""The record of each file ``guideline/NAME.yml``; forms have a file each."""


def guideline_of(programme: Programme) -> Guideline:
    """The guideline of a programme; an empty one when it has none."""
    return programme.guideline if isinstance(programme.guideline, Guideline) else Guideline()


def packages_of_output(edition: Edition, output_id: str) -> tuple[Package, ...]:
    """Packages whose own table in the menu names this output, in printed order (Tabel 6 cannot be read)."""
    return tuple(package for package in edition.packages if output_id in package.outputs)


def packages_of_outcome(edition: Edition, outcome_id: str) -> tuple[Package, ...]:
    """Packages whose own table in the menu names this outcome, in printed order."""
    return tuple(package for package in edition.packages if outcome_id in package.outcomes)
