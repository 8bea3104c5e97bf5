"""Assumptions and criteria of the annexes."""

from __future__ import annotations

from pydantic import Field

from macros.model.base import ForceWord, Id, Line, Prose, Record
from macros.model.guideline.base import Label, Note, Notes, Source, Title


class Assumption(Record):
    """A column of the table of assumptions."""

    id: Id = Field(title="Id", description="Id bidang asumsi.")
    title: Line = Field(title="Bidang", description="Nama bidang persis seperti tercetak.")
    statements: tuple[Prose, ...] = Field(
        title="Asumsi", description="Asumsi dengan bahasa sehari-hari, urut cetak.", min_length=1
    )
    note: Note = None
    discrepancies: Notes = ()


class Assumptions(Record):
    """``assumptions.yml``: what the programme assumes."""

    label: Label
    title: Title
    heading: Line = Field(title="Kepala tabel", description="Kepala tabel persis seperti tercetak.")
    assumptions: tuple[Assumption, ...] = Field(title="Bidang", description="Bidang, urut cetak.")
    note: Note = None
    discrepancies: Notes = ()
    source: Source


class Criterion(Record):
    """A criterion of participation."""

    id: Id = Field(title="Id", description="Id kriteria.")
    text: Line = Field(title="Isi", description="Isi dengan bahasa sehari-hari.")
    kinds: tuple[Id, ...] = Field(
        (), title="Tingkat", description="Id dari target_unit_kinds: tingkat yang disebut; [] bila tidak ada."
    )
    force: ForceWord = None
    note: Note = None
    discrepancies: Notes = ()


class Criteria(Record):
    """``criteria.yml``: who may take part."""

    label: Label
    title: Title
    intro: Prose = Field(title="Pembuka", description="Pembuka daftar dengan bahasa sehari-hari.")
    intro_force: ForceWord = None
    criteria: tuple[Criterion, ...] = Field(title="Kriteria", description="Kriteria, urut cetak.")
    note: Note = None
    discrepancies: Notes = ()
    source: Source
