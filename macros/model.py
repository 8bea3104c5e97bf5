"""The menu as frozen records: what an edition holds, and nothing about files, dates of today or wording.

Field titles and descriptions are Indonesian because editors read them on hover (they become the JSON
Schema in ``menu_data/schema``). Terms follow section 3.2 and Lampiran I of the guideline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    SerializeAsAny,
    WithJsonSchema,
    model_validator,
)

MONTHS_PER_YEAR = 12


class Record(BaseModel):
    """Base of every record: frozen, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))


def _one_line(value: str) -> str:
    if not value.strip():
        message = "tidak boleh kosong"
        raise ValueError(message)
    if value != value.strip():
        message = "tidak boleh diawali atau diakhiri spasi"
        raise ValueError(message)
    if "\n" in value:
        message = "harus satu baris; hapus ganti baris, atau pakai '>-' agar baris disambung"
        raise ValueError(message)
    return value


def _paragraphs(value: str) -> str:
    if not value.strip():
        message = "tidak boleh kosong"
        raise ValueError(message)
    return value.strip("\n")


def _one_target(activity: str | None, package: str | None) -> None:
    if activity is not None and package is not None:
        message = "isi package atau activity, jangan keduanya"
        raise ValueError(message)


Id = Annotated[
    str,
    Field(strict=True, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60, examples=["kepemimpinan-camat"]),
]
"""A slug that never changes and is never reused."""
Number = Annotated[
    str, Field(strict=True, pattern=r"^[0-9]+[a-z]?(\.[0-9]+[a-z]?)*$", max_length=12, examples=["1.1"])
]
"""A printed number; unique in an edition, free to change between editions."""
Line = Annotated[str, Field(strict=True, max_length=600), AfterValidator(_one_line)]
"""One line of plain text; no markup has any effect in it."""
Prose = Annotated[str, Field(strict=True, max_length=6000), AfterValidator(_paragraphs)]
"""Paragraphs of plain text, a line each (``>-`` in YAML); no markup has any effect in it."""
Month = Annotated[
    str, Field(strict=True, pattern=r"^(19|20)\d{2}-(0[1-9]|1[0-2])$", examples=["2030-04"], max_length=7)
]
"""A calendar month, ISO 8601 reduced precision (``2030-04``); sorts as text."""
Date = Annotated[
    str,
    Field(
        strict=True,
        pattern=r"^(19|20)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$",
        examples=["2030-06-30"],
        max_length=10,
    ),
]
"""A calendar day, ISO 8601 (``2030-06-30``)."""
Year = Annotated[int, Field(strict=True, ge=1900, le=2099)]
Digest = Annotated[
    str,
    Field(
        strict=True,
        pattern=r"^sha256:[0-9a-f]{64}$",
        max_length=71,
        examples=["sha256:" + 64 * "0"],
    ),
]
"""A digest of an edition's canonical content, see ``macros.changes.digest``."""


def natural(number: str) -> tuple[tuple[int, str], ...]:
    """Sort key of a printed number: ``2`` before ``10``, ``1.2`` before ``1.10``."""
    parts = re.findall(r"(\d*)([a-z]*)\.?", number)
    return tuple((int(digits or 0), letters) for digits, letters in parts if digits or letters)


class Role(StrEnum):
    """Class of an activity as sections 3.2.3 and 3.2.4 print it."""

    CORE = "core"
    SUPPORTING = "supporting"
    FLEXIBLE = "flexible"
    NOT_STATED = "not_stated"


class Status(StrEnum):
    """State of an edition; ``printed`` is as the text prints it, and no approval of it is recorded."""

    DRAFT = "draft"
    PRINTED = "printed"
    APPROVED = "approved"
    SUPERSEDED = "superseded"


class Stage(StrEnum):
    """How ready an activity is in the month when it becomes available."""

    PROTOTYPE = "prototype"


class Force(StrEnum):
    """How binding a statement of the text is; the printed word that says so decides it (``macros.terms``)."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"
    PLAN = "plan"
    AIM = "aim"


ForceWord = Annotated[
    Line | None,
    Field(
        title="Daya ikat",
        description="Kata naskah yang menyatakannya, salah satu dari terms.yml; null bila tidak ada.",
        examples=["harus"],
    ),
    WithJsonSchema(
        {
            "anyOf": [
                {
                    "type": "object",
                    "properties": {
                        "kind": {"enum": [force.value for force in Force]},
                        "printed": {"type": "string"},
                    },
                    "required": ["kind", "printed"],
                    "additionalProperties": False,
                },
                {"type": "null"},
            ]
        },
        mode="serialization",
    ),
]
"""The printed word on which the force of a statement rests; files of the API add what it stands for."""


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


class Alias(Record):
    """Another printed name."""

    name: Line = Field(title="Nama lain", description="Nama lain persis seperti tercetak.")
    where: tuple[Line, ...] = Field(
        title="Tempat tercetak",
        description="Bagian naskah yang memakai nama ini.",
        min_length=1,
        examples=[["Tabel 5"]],
    )


class SourceRef(Record):
    """Where the 2017 text (or a later one) holds what a record renders."""

    section: Line = Field(
        title="Bagian", description="Bagian naskah sumber.", examples=["Lampiran 1, Kegiatan 1.1"]
    )
    page: Annotated[int, Field(strict=True, ge=1, le=9999)] | None = Field(
        None, title="Halaman", description="Halaman naskah sumber menurut daftar isinya."
    )


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


class ListedElsewhere(Record):
    """An activity that the text numbers outside Lampiran I only; recorded, not offered."""

    number: Number = Field(title="Nomor", description="Nomor tercetak.")
    name: Line = Field(title="Nama", description="Nama tercetak.")
    package: Id = Field(title="Paket", description="Id paket tempat ia tercetak.")
    target_units: Line | None = Field(None, title="Unit sasaran", description="Unit sasaran tercetak.")
    where: Line = Field(title="Tempat tercetak", description="Di mana saja ia tercetak.")
    discrepancy: Line = Field(title="Catatan", description="Id catatan perbedaan.")


class RoleNote(Record):
    """What the text says of a class of activities, and where."""

    role: Role | None = Field(None, title="Golongan", description="Golongan; kosong untuk set minimal.")
    name: Line = Field(title="Sebutan", description="Sebutan di naskah.")
    where: Line = Field(title="Tempat", description="Bagian naskah.")
    text: Prose = Field(title="Penjelasan", description="Penjelasan singkat.")
    force: ForceWord = None


class Approval(Record):
    """Who approved an edition, when, by which decision."""

    body: Id = Field(title="Lembaga", description="Id lembaga dari catalogue.yml.")
    date: Date | None = Field(None, title="Tanggal", description="Tanggal putusan.")
    decision: Line | None = Field(None, title="Putusan", description="Nomor putusan di decisions.yml.")
    note: Prose | None = Field(None, title="Catatan", description="Apa yang tercetak tentang persetujuan.")


class Erratum(Record):
    """A correction of a frozen edition: what was wrong, why it changes, who decided (section 3.2.5).

    Without ``decided_by`` it is a correction by the site's editors, who bring their rendering into line with
    the print. Nobody approved that rendering, so it may concern a whole record (no ``field``) or the whole
    edition (no ``field``, no record); ``checks.errata`` allows it in a printed edition only.
    """

    date: Date = Field(title="Tanggal", description="Tanggal ralat.")
    what: Prose = Field(title="Apa yang diralat", description="Yang keliru, dan bunyinya sekarang.")
    why: Prose = Field(title="Mengapa", description="Sebab ralat ini.")
    decided_by: Id | None = Field(
        None,
        title="Pemutus",
        description="Id lembaga dari catalogue.yml yang memutus ralat; kosong untuk koreksi penyunting situs"
        " pada edisi printed.",
    )
    decision: Line | None = Field(None, title="Putusan", description="Nomor putusan, bila ada.")
    activity: Id | None = Field(None, title="Kegiatan", description="Id kegiatan yang diralat.")
    package: Id | None = Field(None, title="Paket", description="Id paket yang diralat.")
    field: Line | None = Field(
        None,
        title="Kolom",
        description="Nama kolom yang diralat; kosong bila koreksi penyunting mengenai banyak kolom.",
        examples=["availability"],
        max_length=60,
    )
    digest_after: Digest = Field(
        title="Sidik sesudahnya",
        description="Sidik digital isi edisi sesudah ralat; salin dari pesan pemeriksaan.",
    )

    @model_validator(mode="after")
    def _one_value_where_a_body_decided(self) -> Self:
        _one_target(self.activity, self.package)
        if self.decided_by is not None and self.field is None:
            message = "ralat yang diputus menyebut satu kolom (field)"
            raise ValueError(message)
        if self.decided_by is None and self.decision is not None:
            message = "ralat dengan decision menyebut juga lembaga yang memutusnya (decided_by)"
            raise ValueError(message)
        return self

    @property
    def by_editors(self) -> bool:
        """Whether the site's editors corrected their rendering, without any decision."""
        return self.decided_by is None


class EditionInfo(Record):
    """``edition.yml``: what an edition says of itself."""

    id: Id = Field(title="Id", description='Id edisi, sama dengan nama foldernya: "2030".')
    fiscal_year: Year = Field(title="Tahun anggaran", description="Tahun anggaran pertama edisi ini.")
    title: Line = Field(title="Judul", description="Judul menu edisi ini.")
    short_title: Line = Field(title="Judul pendek", description='Misalnya "Menu 2030".')
    lede: Line = Field(title="Satu kalimat", description="Kalimat di bawah judul menu.")
    text_name: Line = Field(
        title="Nama naskah", description='Sebutan naskah dalam kalimat, misalnya "teks 2030".'
    )
    status: Status = Field(
        title="Status",
        description="draft (usulan), printed (seperti tercetak di naskah, tanpa pengesahan yang tercatat),"
        " approved, atau superseded.",
    )
    approvals: tuple[Approval, ...] = Field((), title="Persetujuan", description="Persetujuan yang tercatat.")
    availability_note: Line | None = Field(
        None,
        title="Keterangan bulan",
        description="Dari mana bulan tersedia di edisi ini, bila bukan dari edisi ini sendiri.",
    )
    roles: tuple[RoleNote, ...] = Field((), title="Golongan", description="Arti golongan menurut naskah.")
    listed_elsewhere: tuple[ListedElsewhere, ...] = Field(
        (), title="Tercetak di tempat lain", description="Kegiatan yang hanya tercetak di luar lampiran menu."
    )
    source: SourceRef = Field(title="Sumber", description="Bagian dan halaman naskah sumber.")
    source_pages: Line | None = Field(None, title="Rentang halaman", description='Misalnya "33–55".')
    digest: Digest | None = Field(
        None,
        title="Sidik",
        description="Sidik digital isi edisi saat dibekukan; sejak itu isinya hanya berubah lewat ralat.",
    )
    errata: tuple[Erratum, ...] = Field((), title="Ralat", description="Ralat edisi ini, urut tanggal.")


class Answer(StrEnum):
    """An answer to a screening question."""

    YES = "yes"
    NO = "no"
    TEXT = "text"


class Question(Record):
    """A screening question of Lampiran 4."""

    activity: Id | None = Field(None, title="Kegiatan", description="Id kegiatan yang disarankan.")
    package: Id | None = Field(None, title="Paket", description="Id paket bila naskah menyebut paket saja.")
    shared: tuple[Id, ...] = Field(
        (),
        title="Paket sebaris",
        description="Id paket lain pada baris yang sama, bila pertanyaannya tidak dibagi.",
    )
    respondent: Line = Field(title="Siapa ditanya", description="Siapa yang menjawab.")
    text: Line = Field(title="Pertanyaan", description="Pertanyaan persis seperti tercetak.")
    shows_need: Answer = Field(title="Jawaban penanda", description="Jawaban yang menunjukkan kebutuhan.")
    follow_up: Annotated[bool, Field(strict=True)] = Field(
        default=False, title="Lanjutan", description="true bila pertanyaan lanjutan dari yang di atasnya."
    )
    options: tuple[Line, ...] = Field(
        (), title="Pilihan", description="Pilihan jawaban persis seperti tercetak di bawah pertanyaan."
    )
    note: Line | None = Field(None, title="Catatan", description="Catatan tentang cara tercetaknya.")


class Screening(Record):
    """``screening.yml``: Lampiran 4."""

    rule: Prose = Field(title="Aturan", description="Aturan membaca jawaban menurut naskah.")
    reading: Prose | None = Field(
        None, title="Penjelasan situs", description="Yang ditambahkan situs ini pada aturan itu, bila ada."
    )
    source: SourceRef = Field(title="Sumber", description="Bagian dan halaman naskah sumber.")
    questions: tuple[Question, ...] = Field(title="Pertanyaan", description="Urut cetak.")


class Indicator(Record):
    """An indicator row of Lampiran 8."""

    activity: Id | None = Field(None, title="Kegiatan", description="Id kegiatan baris itu.")
    package: Id | None = Field(None, title="Paket", description="Id paket bila kegiatannya tidak tercetak.")
    name: Line = Field(title="Indikator", description="Nama indikator persis seperti tercetak.")
    source: tuple[Line, ...] = Field((), title="Sumber data", description="Sumber data; [] bila kosong.")
    collector: Line | None = Field(None, title="Pengumpul", description="Penanggung jawab pengumpulan data.")
    frequency: Line | None = Field(None, title="Frekuensi", description="Frekuensi pengumpulan data.")
    note: Line | None = Field(None, title="Catatan", description="Catatan tentang cara tercetaknya.")


class Indicators(Record):
    """``indicators.yml``: Lampiran 8."""

    source: SourceRef = Field(title="Sumber", description="Bagian dan halaman naskah sumber.")
    indicators: tuple[Indicator, ...] = Field(title="Indikator", description="Urut cetak.")


class Edition(Record):
    """One year's menu, whole."""

    info: EditionInfo
    packages: tuple[Package, ...]
    screening: Screening | None = None
    indicators: Indicators | None = None

    @property
    def id(self) -> str:
        """Id of the edition, as in its URL."""
        return self.info.id

    @cached_property
    def activities(self) -> tuple[Activity, ...]:
        """All activities in printed order."""
        return tuple(activity for package in self.packages for activity in package.activities)

    @cached_property
    def _activity_by_id(self) -> dict[str, Activity]:
        return {activity.id: activity for activity in self.activities}

    @cached_property
    def _package_by_id(self) -> dict[str, Package]:
        return {package.id: package for package in self.packages}

    @cached_property
    def _package_of(self) -> dict[str, Package]:
        return {activity.id: package for package in self.packages for activity in package.activities}

    def activity(self, activity_id: str) -> Activity:
        """The activity with this id; ``KeyError`` when the edition has none."""
        return self._activity_by_id[activity_id]

    def package(self, package_id: str) -> Package:
        """The package with this id; ``KeyError`` when the edition has none."""
        return self._package_by_id[package_id]

    def package_of(self, activity_id: str) -> Package:
        """The package that holds an activity; ``KeyError`` when the edition has none."""
        return self._package_of[activity_id]

    def has_activity(self, activity_id: str) -> bool:
        """Whether the edition offers this activity."""
        return activity_id in self._activity_by_id

    def has_package(self, package_id: str) -> bool:
        """Whether the edition offers this package."""
        return package_id in self._package_by_id

    def indicators_of(self, activity: Activity) -> tuple[Indicator, ...]:
        """Indicators printed in the row of this activity."""
        return self._indicators_by_activity.get(activity.id, ())

    @cached_property
    def _indicators_by_activity(self) -> dict[str, tuple[Indicator, ...]]:
        rows: dict[str, tuple[Indicator, ...]] = {}
        for row in self.indicators.indicators if self.indicators else ():
            if row.activity is not None:
                rows[row.activity] = (*rows.get(row.activity, ()), row)
        return rows


class Outcome(Record):
    """*Capaian* (also *Hasil*) of the theory of change, Tabel 2 and Lampiran I."""

    id: Id = Field(title="Id", description="Id capaian.")
    number: Number = Field(title="Nomor", description="Nomor tercetak.")
    name: Line = Field(title="Bunyi", description="Bunyi di lampiran menu.")
    aliases: tuple[Alias, ...] = Field((), title="Kutipan lain", description="Kutipan lain yang tercetak.")


class Output(Record):
    """*Keluaran* (also *Output*) of the theory of change."""

    id: Id = Field(title="Id", description="Id keluaran.")
    number: Number = Field(title="Nomor", description="Nomor tercetak.")
    outcome: Id = Field(title="Capaian", description="Id capaian yang didukung.")
    name: Line = Field(title="Bunyi", description="Bunyi di lampiran menu.")
    aliases: tuple[Alias, ...] = Field((), title="Kutipan lain", description="Kutipan lain yang tercetak.")


class TargetUnitKind(Record):
    """A kind of unit that may be supported; the menu can be filtered by it."""

    id: Id = Field(title="Id", description="Id jenis unit.")
    name: Line = Field(title="Nama", description="Nama yang dilihat pembaca.")


class Body(Record):
    """A body or institution named in the text."""

    id: Id = Field(title="Id", description="Id lembaga.")
    name: Line = Field(title="Nama", description="Nama lengkap seperti tercetak.")
    short_name: Line | None = Field(None, title="Sebutan", description="Akronim atau sebutan pendek.")
    aliases: tuple[Alias, ...] = Field((), title="Nama lain", description="Nama lain yang tercetak.")


class MenuApproval(Record):
    """Whose approval makes a year's menu valid: one setting, because the text may name several bodies."""

    body: Id = Field(title="Lembaga", description="Id lembaga dari catalogue.yml yang menyetujui menu.")
    where: Line = Field(
        title="Tempat tercetak", description="Bagian naskah yang menjadi dasarnya.", examples=["Tabel 1"]
    )
    discrepancy: Line | None = Field(
        None, title="Catatan", description="Id catatan perbedaan, bila naskah menyebut yang lain juga."
    )


class ProgrammeInfo(Record):
    """What the programme is called, who owns it, and which text prevails."""

    name: Line = Field(title="Nama", description="Nama pendek program, kepala situs.")
    long_name: Line = Field(title="Nama lengkap", description="Nama lengkap program.")
    owner: Line = Field(title="Pemilik", description="Lembaga pemilik, di atas nama program.")
    menu_name: Line = Field(title="Nama menu", description="Sebutan menu, misalnya Menu Dukungan Teknis.")
    editors: Line = Field(
        title="Penyunting",
        description="Siapa yang menyusun situs ini; penulis semua yang belum disahkan.",
        examples=["penyunting situs ini"],
    )
    proposal_note: Prose = Field(
        title="Keterangan usulan", description="Siapa yang menyusun usulan, dan usulan siapa ia bukan."
    )
    decides: Id = Field(title="Pemutus", description="Id lembaga yang memutus perbedaan dalam naskah.")
    approves_menu: MenuApproval | None = Field(
        None,
        title="Penyetuju menu",
        description="Aturan yang dipakai: lembaga mana yang menyetujui menu tiap tahun.",
    )
    prevailing: Line = Field(title="Yang berlaku", description="Kalimat naskah mana yang berlaku.")
    text_page: Line | None = Field(
        None,
        title="Tentang naskah",
        description="Alamat halaman yang menjelaskan sebutan naskah dan teks sumber, bila ada.",
        examples=["panduan/naskah/"],
    )


class Catalogue(Record):
    """``catalogue.yml``: what editions refer to."""

    programme: ProgrammeInfo = Field(title="Program", description="Nama dan pemilik program.")
    outcomes: tuple[Outcome, ...] = Field(title="Capaian", description="Capaian teori perubahan.")
    outputs: tuple[Output, ...] = Field(title="Keluaran", description="Keluaran teori perubahan.")
    target_unit_kinds: tuple[TargetUnitKind, ...] = Field(
        title="Jenis unit sasaran", description="Jenis unit."
    )
    bodies: tuple[Body, ...] = Field(title="Lembaga", description="Lembaga yang disebut naskah.")


class DiscrepancyKind(StrEnum):
    """What a register entry records.

    Places that contradict each other (content, name, reference), what the text names and holds nowhere
    (missing), and what reads oddly in the file that we have, whether or not the print does (conversion).
    """

    CONTENT = "content"
    NAME = "name"
    REFERENCE = "reference"
    MISSING = "missing"
    CONVERSION = "conversion"


class Reading(Record):
    """One place of the text and what it says there."""

    where: Line = Field(title="Tempat", description="Bagian naskah.", examples=["Tabel 5"])
    printed: Line = Field(
        title="Kutipan",
        description="Kutipan pendek; keterangan yang bukan kutipan ditulis seluruhnya dalam tanda kurung.",
    )


class Touch(Record):
    """A value that a discrepancy concerns; the note is shown beside it."""

    edition: Id = Field(title="Edisi", description="Id edisi.")
    package: Id | None = Field(None, title="Paket", description="Id paket.")
    activity: Id | None = Field(None, title="Kegiatan", description="Id kegiatan.")
    field: Line = Field(
        title="Kolom",
        description="Nama kolom paket atau kegiatan, misalnya availability; indicators dan screening juga.",
        examples=["availability"],
    )

    @model_validator(mode="after")
    def _at_most_one_target(self) -> Self:
        _one_target(self.activity, self.package)
        return self


class Discrepancy(Record):
    """One place where the text differs from itself or leaves a gap; what is printed, decided by nobody."""

    id: Annotated[str, Field(strict=True, pattern=r"^[A-Z][0-9]{0,3}$", examples=["A10"])] = Field(
        title="Id", description="Huruf bagian dan nomor."
    )
    title: Line = Field(title="Judul", description="Perkara dalam paling banyak delapan kata.")
    kind: DiscrepancyKind = Field(
        title="Jenis", description="content, name, reference, missing, atau conversion."
    )
    readings: tuple[Reading, ...] = Field(
        title="Yang tercetak", description="Tempat dan kutipannya.", min_length=1
    )
    question: Prose = Field(title="Perkara", description="Apa yang berbeda atau tidak ada, tanpa memihak.")
    shown: Line = Field(title="Yang ditampilkan", description="Nilai mana yang situs ini tampilkan.")
    safe: Prose | None = Field(
        None,
        title="Yang aman dilakukan",
        description="Saran bagi pembaca yang tidak memutus perkaranya; tanpa alamat atau aturan karangan.",
    )
    touches: tuple[Touch, ...] = Field((), title="Menyangkut", description="Nilai menu yang disangkut.")
    decision: Line | None = Field(None, title="Putusan", description="Nomor putusan; kosong bila belum ada.")


class Discrepancies(Record):
    """``guideline/discrepancies.yml``: the register."""

    discrepancies: tuple[Discrepancy, ...] = Field(title="Catatan", description="Urut id.")


class SubjectKind(StrEnum):
    """What a change concerns."""

    ACTIVITY = "activity"
    PACKAGE = "package"
    EDITION = "edition"


class LineageEvent(StrEnum):
    """What became of ids that vanish, or why an ended id is back."""

    ENDED = "ended"
    MERGED = "merged"
    SPLIT = "split"
    REINSTATED = "reinstated"


class LineageEntry(Record):
    """What became of an id of the older edition, where the data alone cannot say it (section 3.2.5)."""

    event: LineageEvent = Field(
        title="Peristiwa",
        description="ended (diakhiri), merged (digabung), split (dipecah), atau reinstated (diadakan lagi).",
    )
    subject: SubjectKind = Field(
        SubjectKind.ACTIVITY, title="Jenis", description="activity (bawaan) atau package."
    )
    ids: tuple[Id, ...] = Field(title="Id", description="Id yang mengalami peristiwa ini.", min_length=1)
    successors: tuple[Id, ...] = Field(
        (), title="Penerus", description="Id di edisi baru yang meneruskan; [] bila tidak ada."
    )
    partial: Annotated[bool, Field(strict=True)] = Field(
        default=False, title="Sebagian", description="true bila dipecah sebagian dan yang lama tetap ada."
    )

    @model_validator(mode="after")
    def _fits_the_event(self) -> Self:
        message = None
        if self.subject is SubjectKind.EDITION:
            message = "subject harus activity atau package"
        elif self.partial and self.event is not LineageEvent.SPLIT:
            message = "partial hanya bersama event: split"
        elif self.event is LineageEvent.REINSTATED and self.successors:
            message = "reinstated tidak punya successors"
        elif self.event is LineageEvent.MERGED and len(self.successors) != 1:
            message = "merged perlu tepat satu successors"
        elif self.event is LineageEvent.SPLIT and len(self.successors) < (1 if self.partial else 2):
            message = "split perlu paling sedikit dua successors, atau satu bila partial: true"
        elif self.event is LineageEvent.SPLIT and len(self.ids) > 1:
            message = "split hanya untuk satu id; tulis satu catatan untuk tiap id"
        if message is not None:
            raise ValueError(message)
        return self


class Covered(Record):
    """A change that a reason explains: whose it is, and which column or event."""

    activity: Id | None = Field(None, title="Kegiatan", description="Id kegiatan yang berubah.")
    package: Id | None = Field(None, title="Paket", description="Id paket yang berubah.")
    field: Line | None = Field(
        None,
        title="Kolom",
        description="Kolom yang berubah; package bila pindah paket.",
        examples=["availability"],
    )
    event: Line | None = Field(
        None,
        title="Peristiwa",
        description="added, ended, merged, split, atau reinstated.",
        examples=["ended"],
    )

    @model_validator(mode="after")
    def _one_subject_one_matter(self) -> Self:
        _one_target(self.activity, self.package)
        if (self.field is None) == (self.event is None):
            message = "isi salah satu: field atau event"
            raise ValueError(message)
        return self


class Reason(Record):
    """Why something changed and who decided it (sections 3.2.5 and 3.3.1)."""

    covers: tuple[Covered, ...] = Field(
        title="Menjelaskan", description="Perubahan yang dijelaskan alasan ini.", min_length=1
    )
    reason: Prose = Field(title="Alasan", description="Mengapa berubah, dalam bahasa sehari-hari.")
    decision: Line = Field(
        title="Putusan",
        description='Nomor putusan; tulis "usulan" selama belum diputus.',
        examples=["usulan"],
    )
    discrepancy: Line | None = Field(
        None, title="Catatan", description="Id catatan perbedaan yang diselesaikan, bila ada."
    )
    note: Prose | None = Field(
        None, title="Bagi Anda", description="Apa artinya bagi daerah yang sudah memilih, bila perlu."
    )


class OpenQuestion(Record):
    """What only the deciding body can know: the value stays as printed until it answers (section 3.2.5)."""

    activity: Id | None = Field(None, title="Kegiatan", description="Id kegiatan yang ditanyakan.")
    package: Id | None = Field(None, title="Paket", description="Id paket yang ditanyakan.")
    field: Line = Field(
        title="Kolom", description="Kolom yang ditanyakan.", examples=["availability"], max_length=60
    )
    question: Prose = Field(title="Pertanyaan", description="Apa yang perlu diputus, tanpa memihak.")
    discrepancy: Line | None = Field(None, title="Catatan", description="Id catatan perbedaan, bila ada.")

    @model_validator(mode="after")
    def _at_most_one_target(self) -> Self:
        _one_target(self.activity, self.package)
        return self


class ChangeNotes(Record):
    """``changes/OLD-NEW.yml``: lineage and reasons between two editions; never the change itself."""

    old: Id = Field(title="Edisi lama", description="Id edisi lama, sama dengan di nama berkas.")
    new: Id = Field(title="Edisi baru", description="Id edisi berikutnya, sama dengan di nama berkas.")
    date: Date = Field(
        title="Tanggal",
        description="Kapan catatan ini terakhir diperbarui; dari sinilah tanggal di langganan.",
    )
    approach: Prose | None = Field(
        None, title="Cara menyusun", description="Aturan yang dipakai untuk semua perubahan, bagi pembaca."
    )
    lineage: tuple[LineageEntry, ...] = Field(
        (), title="Asal-usul", description="Apa jadinya id yang hilang, atau id lama yang diadakan lagi."
    )
    reasons: tuple[Reason, ...] = Field((), title="Alasan", description="Alasan tiap perubahan yang berarti.")
    questions: tuple[OpenQuestion, ...] = Field(
        (),
        title="Pertanyaan",
        description="Yang hanya dapat dijawab pemutus; nilainya tetap seperti tercetak.",
    )


PROPOSED = "usulan"
"""``Reason.decision`` while nobody has decided."""


class Programme(Record):
    """Everything under ``menu_data``."""

    catalogue: Catalogue
    editions: tuple[Edition, ...]
    discrepancies: tuple[Discrepancy, ...] = ()
    changes: tuple[ChangeNotes, ...] = ()
    guideline: SerializeAsAny[Record] | None = None
    """Tables of the guideline, read with ``macros.guideline.guideline_of``; none is known here."""
    registers: SerializeAsAny[Record] | None = None
    """Instruments and published reports, read with ``macros.registers.registers_of``."""
    search_words: SerializeAsAny[Record] | None = None
    """Words for the search, read with ``macros.search_words.search_words_of``."""
    terms: SerializeAsAny[Record] | None = None
    """Words with a settled meaning, read with ``macros.terms.terms_of``."""

    @cached_property
    def _edition_by_id(self) -> dict[str, Edition]:
        return {edition.id: edition for edition in self.editions}

    def edition(self, edition_id: str) -> Edition:
        """The edition with this id; ``KeyError`` when there is none."""
        return self._edition_by_id[edition_id]

    @cached_property
    def current(self) -> Edition | None:
        """The latest edition that is approved or printed, or ``None`` while there is none."""
        held = [e for e in self.editions if e.info.status in {Status.APPROVED, Status.PRINTED}]
        return max(held, key=lambda e: e.info.fiscal_year, default=None)

    @cached_property
    def _outcome_by_id(self) -> dict[str, Outcome]:
        return {outcome.id: outcome for outcome in self.catalogue.outcomes}

    @cached_property
    def _output_by_id(self) -> dict[str, Output]:
        return {output.id: output for output in self.catalogue.outputs}

    @cached_property
    def _body_by_id(self) -> dict[str, Body]:
        return {body.id: body for body in self.catalogue.bodies}

    @cached_property
    def _kind_by_id(self) -> dict[str, TargetUnitKind]:
        return {kind.id: kind for kind in self.catalogue.target_unit_kinds}

    def outcome(self, outcome_id: str) -> Outcome:
        """The outcome with this id."""
        return self._outcome_by_id[outcome_id]

    def output(self, output_id: str) -> Output:
        """The output with this id."""
        return self._output_by_id[output_id]

    def body(self, body_id: str) -> Body:
        """The body with this id."""
        return self._body_by_id[body_id]

    def kind(self, kind_id: str) -> TargetUnitKind:
        """The target-unit kind with this id."""
        return self._kind_by_id[kind_id]

    @cached_property
    def _touching(self) -> dict[tuple[str, str, str], tuple[tuple[Discrepancy, str], ...]]:
        found: dict[tuple[str, str, str], tuple[tuple[Discrepancy, str], ...]] = {}
        for discrepancy in self.discrepancies:
            for touch in discrepancy.touches:
                for kind, target in (("package", touch.package), ("activity", touch.activity)):
                    if target is not None:
                        key = (touch.edition, kind, target)
                        found[key] = (*found.get(key, ()), (discrepancy, touch.field))
        return found

    def discrepancies_of(
        self, edition: Edition, record: Package | Activity, field: str | None = None
    ) -> tuple[Discrepancy, ...]:
        """Register entries that concern a package or activity (or one field of it), in register order."""
        kind = "package" if isinstance(record, Package) else "activity"
        return tuple(
            dict.fromkeys(
                discrepancy
                for discrepancy, touched in self._touching.get((edition.id, kind, record.id), ())
                if field is None or touched == field
            )
        )

    def discrepancies_of_all(self, edition: Edition, field: str) -> tuple[Discrepancy, ...]:
        """Register entries on a field of all activities of an edition at once, in register order."""
        wanted = Touch(edition=edition.id, package=None, activity=None, field=field)
        return tuple(one for one in self.discrepancies if wanted in one.touches)

    def walk(self) -> Iterator[tuple[Edition, Package, Activity]]:
        """Every activity of every edition with its package."""
        for edition in self.editions:
            for package in edition.packages:
                for activity in package.activities:
                    yield edition, package, activity
