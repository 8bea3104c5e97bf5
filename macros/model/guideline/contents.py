"""The printed table of contents, and the sections of the text."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.model.base import Line, Record
from macros.model.guideline.base import Cell, Note, Notes, Title


class ContentsEntry(Record):
    """A line of the lists of contents, tables and figures."""

    id: Annotated[
        str, Field(strict=True, pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$", max_length=60, examples=["2.1.3"])
    ] = Field(title="Id", description="Nomor bagian, atau kata-katanya bila tidak bernomor.")
    label: Line | None = Field(None, title="Sebutan", description="Nomor atau sebutan tercetak, bila ada.")
    title: Title
    page: Line = Field(title="Halaman", description="Halaman tercetak, dalam tanda kutip.", examples=["iii"])
    level: Cell = Field(title="Tingkat", description="Tingkat dalam susunan, 1 untuk yang teratas.")


class Contents(Record):
    """``contents.yml``: the lists of contents, tables and figures, with the pages that sources cite."""

    sections: tuple[ContentsEntry, ...] = Field(title="Daftar isi", description="Bagian, urut cetak.")
    tables: tuple[ContentsEntry, ...] = Field((), title="Daftar tabel", description="Tabel, urut cetak.")
    figures: tuple[ContentsEntry, ...] = Field((), title="Daftar gambar", description="Gambar, urut cetak.")
    note: Note = None
    discrepancies: Notes = ()


class Section(Record):
    """A section of the guideline as this site renders it."""

    id: Annotated[
        str, Field(strict=True, pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$", max_length=60, examples=["2.1.3"])
    ] = Field(title="Id", description="Nomor bagian, atau kata-katanya bila tidak bernomor.")
    title: Title
    chapter: Annotated[
        str, Field(strict=True, pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)?$", max_length=60, examples=["bab-2"])
    ] = Field(title="Halaman situs", description="Berkas halaman di docs/panduan, tanpa .md.")
    page: Line | None = Field(
        None, title="Halaman naskah", description="Halaman tercetak, dalam tanda kutip.", examples=["12"]
    )
    decides: Line = Field(title="Yang diputuskan", description="Apa yang diputuskan, dalam satu kalimat.")


class Sections(Record):
    """``sections.yml``: every section of the guideline, in the order of reading."""

    sections: tuple[Section, ...] = Field(title="Bagian", description="Bagian, urut baca.", min_length=1)
