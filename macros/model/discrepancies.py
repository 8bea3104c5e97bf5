"""The register of places where the text contradicts itself."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from macros.model.base import Id, Line, Prose, Record


def _one_target(activity: str | None, package: str | None) -> None:
    if activity is not None and package is not None:
        message = "isi package atau activity, jangan keduanya"
        raise ValueError(message)


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
