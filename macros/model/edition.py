"""An edition of the menu: its packages, screening questions, indicators, approval and errata."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import Annotated, Self

from pydantic import Field, model_validator

from macros.model.base import Date, Digest, ForceWord, Id, Line, Number, Prose, Record, SourceRef, Year
from macros.model.discrepancies import _one_target
from macros.model.menu import Activity, Package, Role


class Status(StrEnum):
    """State of an edition; ``printed`` is as the text prints it, and no approval of it is recorded."""

    DRAFT = "draft"
    PRINTED = "printed"
    APPROVED = "approved"
    SUPERSEDED = "superseded"


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

    def named(self, activity: str | None, package: str | None) -> Activity | Package | None:
        """An activity or package by id, ``None`` for neither; ``KeyError`` if the edition lacks it."""
        if activity is not None:
            return self.activity(activity)
        return self.package(package) if package is not None else None

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
