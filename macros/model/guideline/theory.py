"""Goal, outcomes and outputs, and which package serves which of them (chapter 2, Tabel 6)."""

from __future__ import annotations

from pydantic import Field

from macros.model.base import Id, Line, Record
from macros.model.guideline.base import Flag, Label, MenuEdition, Note, Notes, Source, Title


class TheoryItem(Record):
    """A numbered or unnumbered line of the theory of change."""

    id: Id = Field(title="Id", description="Id butir.")
    label: Line | None = Field(None, title="Sebutan", description="Sebutan tercetak.", examples=["EOPO 1"])
    text: Line = Field(title="Bunyi", description="Bunyi persis seperti tercetak.")


class TheoryBlock(Record):
    """A block of the theory of change with its printed heading."""

    heading: Line = Field(title="Kepala", description="Kepala blok persis seperti tercetak.")
    lead: Line | None = Field(None, title="Pengantar", description="Kata pengantar tercetak, bila ada.")
    items: tuple[TheoryItem, ...] = Field(title="Butir", description="Butir, urut cetak.", min_length=1)


class PrintedOutcome(Record):
    """An outcome in the wording of one table."""

    outcome: Id = Field(title="Capaian", description="Id capaian dari catalogue.yml.")
    label: Line = Field(title="Sebutan", description="Sebutan tercetak.", examples=["Hasil 1"])
    printed: Line = Field(title="Tercetak", description="Bunyi persis seperti tercetak di tabel ini.")


class PrintedOutput(Record):
    """An output in the wording of one table."""

    output: Id = Field(title="Keluaran", description="Id keluaran dari catalogue.yml.")
    label: Line = Field(title="Sebutan", description="Sebutan tercetak.", examples=["Output 1.1"])
    printed: Line = Field(title="Tercetak", description="Bunyi persis seperti tercetak di tabel ini.")


class Goal(Record):
    """The goal in the wording of one table."""

    label: Line = Field(title="Sebutan", description="Sebutan tercetak.", examples=["TUJUAN"])
    printed: Line = Field(title="Tercetak", description="Bunyi persis seperti tercetak di tabel ini.")


class Theory(Record):
    """``theory.yml``: the theory of change (section 1.3)."""

    label: Label
    title: Title
    edition: MenuEdition
    goal: Goal = Field(title="Tujuan", description="Tujuan seperti tercetak.")
    end_of_programme: tuple[TheoryItem, ...] = Field(
        title="Hasil akhir program", description="Hasil akhir program, urut cetak.", min_length=1
    )
    outcomes_heading: Line = Field(title="Kepala capaian", description="Kepala tercetak di atas capaian.")
    outcomes: tuple[PrintedOutcome, ...] = Field(
        title="Capaian", description="Capaian, urut cetak.", min_length=1
    )
    outputs: tuple[PrintedOutput, ...] = Field(
        title="Keluaran", description="Keluaran, urut cetak.", min_length=1
    )
    changes: TheoryBlock = Field(title="Perubahan", description="Perubahan yang dibutuhkan.")
    interventions: TheoryBlock = Field(title="Intervensi", description="Intervensi utama yang diharapkan.")
    note: Note = None
    discrepancies: Notes = ()
    source: Source


class ResultsCell(Record):
    """A package cell of the framework of results, as printed."""

    label: Line = Field(title="Sebutan", description="Sebutan tercetak.", examples=["Paket 1"])
    printed: Line = Field(title="Tercetak", description="Nama persis seperti tercetak di sel ini.")
    below: Flag = Field(
        default=False, title="Di bawah tabel", description="true bila tercetak di bawah baris paket."
    )


class Results(Record):
    """``results.yml``: the framework of results (section 3.2.5)."""

    label: Label
    title: Title
    edition: MenuEdition
    goal: Goal = Field(title="Tujuan", description="Tujuan seperti tercetak.")
    outcomes_heading: Line = Field(title="Kepala capaian", description="Kepala tercetak di atas capaian.")
    outcomes: tuple[PrintedOutcome, ...] = Field(
        title="Capaian", description="Capaian, urut cetak.", min_length=1
    )
    outputs_heading: Line = Field(title="Kepala keluaran", description="Kepala tercetak di atas keluaran.")
    outputs: tuple[PrintedOutput, ...] = Field(
        title="Keluaran", description="Keluaran, urut cetak.", min_length=1
    )
    cells_heading: Line = Field(title="Kepala paket", description="Kepala tercetak di atas sel paket.")
    cells: tuple[ResultsCell, ...] = Field(title="Sel paket", description="Sel paket, urut cetak.")
    note: Note = None
    discrepancies: Notes = ()
    source: Source
