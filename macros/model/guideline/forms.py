"""Forms of the annexes: their sections, fields and columns."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from macros.model.base import Id, Line, Number, Prose, Record
from macros.model.guideline.base import Flag, Label, Note, Notes, Parties, Source, Title


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
