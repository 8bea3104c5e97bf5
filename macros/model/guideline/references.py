"""Acronyms and legal references."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from macros.model.base import Alias, Date, Id, Line, Record, Year
from macros.model.guideline.base import Flag, Note, Notes, Source, Title


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
