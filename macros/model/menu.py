"""Packages and activities of the menu (section 3.2 and Lampiran I of the guideline)."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from macros.model.base import Alias, Date, ForceWord, Id, Line, Month, Number, Prose, Record, SourceRef


class Role(StrEnum):
    """Class of an activity as sections 3.2.3 and 3.2.4 print it."""

    CORE = "core"
    SUPPORTING = "supporting"
    FLEXIBLE = "flexible"
    NOT_STATED = "not_stated"


class Stage(StrEnum):
    """How ready an activity is in the month when it becomes available."""

    PROTOTYPE = "prototype"


class Phase(StrEnum):
    """Who carries an activity, by phase, in the printed order of *Mekanisme penyelenggaraan*."""

    DESIGN = "design"
    SHORT_TERM = "short_term"
    LONG_TERM = "long_term"
    DELIVERY_AND_SUPPORT = "delivery_and_support"
    MANAGEMENT = "management"


class ReviewState(StrEnum):
    """Whether this edition confirmed the entry."""

    NEW = "new"
    CHANGED = "changed"
    REVIEWED = "reviewed"
    NOT_REVIEWED = "not_reviewed"


class Availability(Record):
    """When an activity can be asked for: a month, on request, or not said in the text."""

    month: Month | None = Field(None, title="Bulan", description='Bulan mulai tersedia, ditulis "2030-04".')
    stage: Stage | None = Field(
        None, title="Tahap", description="Isi prototype bila baru purwarupa yang diuji."
    )
    on_request: Annotated[bool, Field(strict=True)] = Field(
        default=False, title="Menurut permintaan", description="Isi true bila naskah menyebut kapan saja."
    )
    unknown: Annotated[bool, Field(strict=True)] = Field(
        default=False, title="Tanpa tanggal", description="Isi true bila naskah tidak menyebut tanggal."
    )
    printed: Line | None = Field(None, title="Tercetak", description="Kata-kata naskah, bila ada.")

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        said = (self.month is not None, self.on_request, self.unknown)
        if sum(said) != 1:
            message = "pilih tepat satu: month, on_request: true, atau unknown: true"
            raise ValueError(message)
        if self.stage is not None and self.month is None:
            message = "stage hanya bersama month"
            raise ValueError(message)
        return self


class TargetUnits(Record):
    """*Unit sasaran*: the printed wording, and the kinds it falls under."""

    kinds: tuple[Id, ...] = Field(
        title="Jenis unit", description="Id dari target_unit_kinds di catalogue.yml.", min_length=1
    )
    printed: Line = Field(title="Tercetak", description="Unit sasaran seperti disebut naskah.")


class DeliveryPart(Record):
    """One deliverer or group of deliverers within a phase."""

    text: Line = Field(title="Penyelenggara", description="Siapa dan lewat apa, dalam kalimat biasa.")
    bodies: tuple[Id, ...] = Field(
        (), title="Lembaga", description="Id lembaga dari catalogue.yml yang disebut di sini."
    )
    funding: tuple[Line, ...] = Field(
        (), title="Pendanaan", description="Sumber dana bila naskah menyebutnya.", examples=[["APBN"]]
    )


class Delivery(Record):
    """One phase of *Mekanisme penyelenggaraan*."""

    phase: Phase = Field(title="Tahap penyelenggaraan", description="Tahap menurut naskah.")
    printed: Line | None = Field(
        None,
        title="Tercetak",
        description="Sebutan tahap seperti tercetak, bila lain dari sebutan umum tahap itu.",
        examples=["Desain kegiatan"],
    )
    parts: tuple[DeliveryPart, ...] = Field(
        title="Rincian", description="Satu atau lebih penyelenggara.", min_length=1
    )


class Point(Record):
    """A list item with an optional lead."""

    title: Line | None = Field(None, title="Judul butir", description="Kata kunci di depan butir.")
    text: Prose | None = Field(None, title="Isi butir", description="Isi butir.")
    force: ForceWord = None

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if self.title is None and self.text is None:
            message = "isi title atau text"
            raise ValueError(message)
        return self


class Passage(Record):
    """Text with an optional list."""

    intro: Prose | None = Field(None, title="Pembuka", description="Kalimat pembuka.")
    points: tuple[Point, ...] = Field((), title="Butir", description="Daftar butir.")
    force: ForceWord = None

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if self.intro is None and not self.points:
            message = "isi intro atau points"
            raise ValueError(message)
        return self


class Footnote(Record):
    """A printed footnote."""

    mark: Line = Field(title="Tanda", description="Tanda catatan kaki yang tercetak.", examples=["a"])
    text: Prose = Field(title="Isi", description="Isi catatan kaki.")
    field: Line = Field(title="Kolom", description="Kolom tempat tanda itu tercetak.", examples=["delivery"])


class Companion(Record):
    """One entry of *Harus diimplementasikan bersama*: an activity or a whole package."""

    activity: Id | None = Field(None, title="Kegiatan", description="Id kegiatan yang harus jalan bersama.")
    package: Id | None = Field(None, title="Paket", description="Id paket yang harus jalan bersama.")
    printed: Line | None = Field(None, title="Tercetak", description="Sebutan di naskah, bila lain.")

    @model_validator(mode="after")
    def _one_target(self) -> Self:
        if (self.activity is None) == (self.package is None):
            message = "isi salah satu: activity atau package"
            raise ValueError(message)
        return self


class Review(Record):
    """Whether and by whom the entry was looked at for this edition."""

    state: ReviewState = Field(
        title="Keadaan tinjauan", description="new, changed, reviewed, atau not_reviewed."
    )
    date: Date | None = Field(None, title="Ditinjau pada", description="Tanggal tinjauan.")
    by: Line | None = Field(None, title="Ditinjau oleh", description="Lembaga yang meninjau.")

    @model_validator(mode="after")
    def _reviewed_is_signed(self) -> Self:
        if self.state is ReviewState.REVIEWED and (self.date is None or self.by is None):
            message = "reviewed perlu date (tanggal) dan by (lembaga)"
            raise ValueError(message)
        return self


class Activity(Record):
    """A *Kegiatan* of Lampiran I."""

    id: Id = Field(title="Id", description="Tetap selamanya, tidak pernah dipakai ulang.")
    number: Number = Field(title="Nomor", description='Nomor tercetak, dalam tanda kutip: "1.1".')
    name: Line = Field(title="Nama", description="Nama kegiatan persis seperti di lampiran menu.")
    short_name: Line | None = Field(
        None, title="Nama pendek", description="Untuk tempat sempit; nama penuh selalu ada di halamannya."
    )
    aliases: tuple[Alias, ...] = Field((), title="Nama lain", description="Nama lain yang tercetak.")
    lede: Line = Field(title="Satu kalimat", description="Apa gunanya, dalam satu kalimat biasa.")
    role: Role = Field(title="Golongan", description="Golongan menurut naskah.")
    minimal_set: Annotated[bool, Field(strict=True)] = Field(
        default=False, title="Set minimal", description="true bila termasuk set minimal."
    )
    target_units: TargetUnits = Field(title="Unit sasaran", description="Untuk siapa kegiatan ini.")
    delivery: tuple[Delivery, ...] = Field(
        title="Penyelenggaraan", description="Siapa merancang dan menyelenggarakan.", min_length=1
    )
    availability: Availability = Field(title="Tanggal tersedia", description="Sejak kapan dapat diminta.")
    rationale: Prose = Field(title="Dasar pemikiran", description="Mengapa kegiatan ini ada.")
    description: Passage = Field(title="Deskripsi kegiatan", description="Apa yang dilakukan.")
    expected_results: Passage = Field(title="Hasil yang diharapkan", description="Apa hasilnya.")
    implement_with: tuple[Companion, ...] = Field(
        title="Harus bersama", description="Kegiatan atau paket yang harus jalan bersama; [] bila tidak ada."
    )
    footnotes: tuple[Footnote, ...] = Field((), title="Catatan kaki", description="Catatan kaki tercetak.")
    review: Review = Field(title="Tinjauan", description="Keadaan tinjauan untuk edisi ini.")
    source: SourceRef = Field(title="Sumber", description="Bagian dan halaman naskah sumber.")


class PackageTable(Record):
    """The table at the head of each package: target unit, functional fields, activities, results."""

    target_units: Line = Field(title="Unit sasaran", description="Unit sasaran di tabel paket.")
    fields: tuple[Line, ...] = Field(
        title="Bidang sasaran", description="Bidang fungsional yang disasar.", min_length=1
    )
    activities: tuple[Line, ...] = Field(
        title="Kegiatan", description="Kegiatan di tabel paket.", min_length=1
    )
    expected_results: tuple[Line, ...] = Field(
        title="Hasil", description="Hasil yang diharapkan.", min_length=1
    )


class Package(Record):
    """A *Paket* of Lampiran I with its activities."""

    id: Id = Field(title="Id", description="Tetap selamanya, tidak pernah dipakai ulang.")
    number: Number = Field(title="Nomor", description='Nomor tercetak, dalam tanda kutip: "1".')
    name: Line = Field(title="Nama", description="Nama paket persis seperti di lampiran menu.")
    aliases: tuple[Alias, ...] = Field((), title="Nama lain", description="Nama lain yang tercetak.")
    lede: Line = Field(title="Satu kalimat", description="Apa gunanya, dalam satu kalimat biasa.")
    summary: Prose = Field(title="Ringkasan", description="Ringkasan paket.")
    summary_force: ForceWord = None
    outcomes: tuple[Id, ...] = Field(
        title="Capaian", description="Id capaian dari catalogue.yml; [] bila tidak tercetak."
    )
    outputs: tuple[Id, ...] = Field(
        title="Keluaran", description="Id keluaran dari catalogue.yml; [] bila tidak tercetak."
    )
    table: PackageTable | None = Field(
        None, title="Tabel paket", description="Tabel di kepala paket, bila ada."
    )
    source: SourceRef = Field(title="Sumber", description="Bagian dan halaman naskah sumber.")
    activities: tuple[Activity, ...] = Field(
        title="Kegiatan", description="Kegiatan paket ini, urut cetak.", min_length=1
    )
