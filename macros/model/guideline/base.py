"""Types that the tables of the guideline share, and times as they are printed.

Every table of the text has a record of its own. Names, labels, numbers, dates and official wording (outcomes,
outputs, indicators) are kept as printed; running prose is said in plain words, a printed sentence at a time.
Titles and descriptions are Indonesian because editors read them on hover (they become the JSON Schema in
``menu_data/schema``).
"""

from __future__ import annotations

from calendar import monthrange
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from macros.model.base import Id, Line, Prose, Record, SourceRef

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
