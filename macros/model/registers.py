"""Registers beside the guideline: instruments for each activity, and the reports that were published.

Both registers begin empty of files. An entry without a file says that the text names the thing and nothing
more. Titles and descriptions are Indonesian because editors read them on hover.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from macros.model.base import Date, Id, Line, Prose, Record, SourceRef, Year

FileName = Annotated[
    str,
    Field(
        strict=True,
        pattern=r"^[a-z0-9]+([._-][a-z0-9]+)*\.(pdf|docx|odt|xlsx|ods|pptx|odp|csv|zip)$",
        max_length=80,
        examples=["modul-perencanaan.pdf"],
    ),
]
"""A document's name: lower case, no spaces, no folders."""
Address = Annotated[
    str,
    Field(
        strict=True,
        pattern=r"^https://[A-Za-z0-9][A-Za-z0-9.-]*(:[0-9]+)?(/[A-Za-z0-9._~:/?#@!$&()*+,;=%-]*)?$",
        max_length=600,
        examples=["https://contoh.example/modul"],
    ),
]
"""An address elsewhere; nothing of it is fetched by this site."""
Language = Annotated[str, Field(strict=True, pattern=r"^[a-z]{2,3}$", max_length=3, examples=["id"])]
NoteId = Annotated[str, Field(strict=True, pattern=r"^[A-Z][0-9]{0,3}$", max_length=4, examples=["A10"])]
"""Id of an entry in the register of discrepancies."""


class ResourceKind(StrEnum):
    """What a resource is."""

    CURRICULUM = "curriculum"
    MODULE = "module"
    MANUAL = "manual"
    TRAINING = "training"
    TOOL = "tool"
    APPLICATION = "application"
    SYSTEM = "system"
    OTHER = "other"


class Resource(Record):
    """An instrument, manual or learning material; with neither address nor file, only its name is known."""

    id: Id = Field(title="Id", description="Id materi, tidak pernah dipakai ulang.")
    activity: Id | None = Field(
        None, title="Kegiatan", description="Id kegiatan di menu edisi mana pun; kosong bila milik paket."
    )
    package: Id | None = Field(
        None, title="Paket", description="Id paket bila naskah tidak menyebut kegiatannya."
    )
    title: Line = Field(title="Judul", description="Nama materi; persis seperti tercetak bila dari naskah.")
    kind: ResourceKind = Field(
        title="Jenis",
        description="curriculum, training, module, manual, tool, application, system, atau other.",
    )
    url: Address | None = Field(
        None, title="Alamat", description="Alamat di luar situs ini, diawali https://; atau isi file."
    )
    file: FileName | None = Field(
        None,
        title="Berkas",
        description="Nama berkas di docs/instrumen: huruf kecil, angka, tanda hubung, dan akhirannya.",
    )
    language: Language | None = Field(
        None, title="Bahasa", description="Kode bahasa dua atau tiga huruf kecil: id, en."
    )
    note: Prose | None = Field(None, title="Keterangan", description="Yang perlu diketahui pemakainya.")
    discrepancies: tuple[NoteId, ...] = Field(
        (), title="Catatan", description="Id catatan perbedaan yang menyangkut materi ini."
    )
    source: SourceRef | None = Field(
        None, title="Sumber", description="Bagian naskah yang menyebutnya; kosong bila bukan dari naskah."
    )

    @model_validator(mode="after")
    def _one_owner_one_place(self) -> Self:
        if self.activity is not None and self.package is not None:
            message = "isi activity atau package, jangan keduanya"
            raise ValueError(message)
        if self.url is not None and self.file is not None:
            message = "isi url atau file, jangan keduanya"
            raise ValueError(message)
        return self

    @property
    def available(self) -> bool:
        """Whether a reader can get it."""
        return self.url is not None or self.file is not None


class Resources(Record):
    """``resources.yml``: the data base of instruments, manuals and materials (Tabel 4, Sekretariat)."""

    resources: tuple[Resource, ...] = Field(title="Materi", description="Materi, urut tampil; boleh [].")


class Report(Record):
    """A report that was published."""

    id: Id = Field(title="Id", description="Id laporan, tidak pernah dipakai ulang.")
    period: Id | None = Field(
        None,
        title="Periode",
        description="Id periode dari guideline/reporting.yml; kosong untuk laporan setahun.",
    )
    year: Year = Field(title="Tahun", description="Tahun kegiatan yang dilaporkan, bukan tahun terbitnya.")
    body: Id = Field(title="Penyusun", description="Id lembaga dari catalogue.yml yang menyusunnya.")
    title: Line = Field(title="Judul", description="Judul persis seperti di sampul laporan.")
    file: FileName = Field(
        title="Berkas",
        description="Nama berkas di docs/laporan: huruf kecil, angka, tanda hubung, dan akhirannya.",
    )
    published: Date = Field(title="Terbit", description='Tanggal terbit, ditulis "2030-08-15".')
    note: Prose | None = Field(None, title="Keterangan", description="Yang perlu diketahui pembacanya.")


class Reports(Record):
    """``reports.yml``: the reports that were published (section 4.2.3)."""

    reports: tuple[Report, ...] = Field(title="Laporan", description="Laporan, urutan bebas; boleh [].")


class Registers(Record):
    """Both registers; ``None`` where a file is absent."""

    resources: Resources | None = None
    reports: Reports | None = None

    @property
    def all_resources(self) -> tuple[Resource, ...]:
        """Every resource in its order."""
        return self.resources.resources if self.resources else ()

    @property
    def all_reports(self) -> tuple[Report, ...]:
        """Every report, the newest first."""
        found = self.reports.reports if self.reports else ()
        return tuple(sorted(found, key=lambda report: (report.published, report.id), reverse=True))


RESOURCE_FOLDER = "instrumen"
"""Folder below ``docs`` that holds the files of resources, and their address in the site."""
REPORT_FOLDER = "laporan"
"""Folder below ``docs`` that holds the files of reports, and their address in the site."""
