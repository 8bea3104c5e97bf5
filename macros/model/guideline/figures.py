"""Figures of the text and how they are drawn."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from macros.model.base import Id, Line, Prose, Record
from macros.model.guideline.base import Actors, Flag, Label, Note, Notes, Source, Title


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
