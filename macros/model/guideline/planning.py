"""Steps and deadlines of the yearly planning cycle (section 3.3, Lampiran 5)."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from macros.model.base import ForceWord, Id, Line, Number, Record, SourceRef
from macros.model.guideline.base import Actors, Columns, Label, Note, Notes, Source, Timing, Title


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
