"""Editors' notes on the changes between two editions: lineage, reasons, open questions."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from macros.model.base import Date, Id, Line, Prose, Record
from macros.model.discrepancies import _one_target


class SubjectKind(StrEnum):
    """What a change concerns."""

    ACTIVITY = "activity"
    PACKAGE = "package"
    EDITION = "edition"


class LineageEvent(StrEnum):
    """What became of ids that vanish, or why an ended id is back."""

    ENDED = "ended"
    MERGED = "merged"
    SPLIT = "split"
    REINSTATED = "reinstated"


class LineageEntry(Record):
    """What became of an id of the older edition, where the data alone cannot say it (section 3.2.5)."""

    event: LineageEvent = Field(
        title="Peristiwa",
        description="ended (diakhiri), merged (digabung), split (dipecah), atau reinstated (diadakan lagi).",
    )
    subject: SubjectKind = Field(
        SubjectKind.ACTIVITY, title="Jenis", description="activity (bawaan) atau package."
    )
    ids: tuple[Id, ...] = Field(title="Id", description="Id yang mengalami peristiwa ini.", min_length=1)
    successors: tuple[Id, ...] = Field(
        (), title="Penerus", description="Id di edisi baru yang meneruskan; [] bila tidak ada."
    )
    partial: Annotated[bool, Field(strict=True)] = Field(
        default=False, title="Sebagian", description="true bila dipecah sebagian dan yang lama tetap ada."
    )

    @model_validator(mode="after")
    def _fits_the_event(self) -> Self:
        message = None
        if self.subject is SubjectKind.EDITION:
            message = "subject harus activity atau package"
        elif self.partial and self.event is not LineageEvent.SPLIT:
            message = "partial hanya bersama event: split"
        elif self.event is LineageEvent.REINSTATED and self.successors:
            message = "reinstated tidak punya successors"
        elif self.event is LineageEvent.MERGED and len(self.successors) != 1:
            message = "merged perlu tepat satu successors"
        elif self.event is LineageEvent.SPLIT and len(self.successors) < (1 if self.partial else 2):
            message = "split perlu paling sedikit dua successors, atau satu bila partial: true"
        elif self.event is LineageEvent.SPLIT and len(self.ids) > 1:
            message = "split hanya untuk satu id; tulis satu catatan untuk tiap id"
        if message is not None:
            raise ValueError(message)
        return self


class Covered(Record):
    """A change that a reason explains: whose it is, and which column or event."""

    activity: Id | None = Field(None, title="Kegiatan", description="Id kegiatan yang berubah.")
    package: Id | None = Field(None, title="Paket", description="Id paket yang berubah.")
    field: Line | None = Field(
        None,
        title="Kolom",
        description="Kolom yang berubah; package bila pindah paket.",
        examples=["availability"],
    )
    event: Line | None = Field(
        None,
        title="Peristiwa",
        description="added, ended, merged, split, atau reinstated.",
        examples=["ended"],
    )

    @model_validator(mode="after")
    def _one_subject_one_matter(self) -> Self:
        _one_target(self.activity, self.package)
        if (self.field is None) == (self.event is None):
            message = "isi salah satu: field atau event"
            raise ValueError(message)
        return self


class Reason(Record):
    """Why something changed and who decided it (sections 3.2.5 and 3.3.1)."""

    covers: tuple[Covered, ...] = Field(
        title="Menjelaskan", description="Perubahan yang dijelaskan alasan ini.", min_length=1
    )
    reason: Prose = Field(title="Alasan", description="Mengapa berubah, dalam bahasa sehari-hari.")
    decision: Line = Field(
        title="Putusan",
        description='Nomor putusan; tulis "usulan" selama belum diputus.',
        examples=["usulan"],
    )
    discrepancy: Line | None = Field(
        None, title="Catatan", description="Id catatan perbedaan yang diselesaikan, bila ada."
    )
    note: Prose | None = Field(
        None, title="Bagi Anda", description="Apa artinya bagi daerah yang sudah memilih, bila perlu."
    )

    @property
    def is_proposal(self) -> bool:
        """Whether nobody has decided yet."""
        return self.decision == PROPOSED


class OpenQuestion(Record):
    """What only the deciding body can know: the value stays as printed until it answers (section 3.2.5)."""

    activity: Id | None = Field(None, title="Kegiatan", description="Id kegiatan yang ditanyakan.")
    package: Id | None = Field(None, title="Paket", description="Id paket yang ditanyakan.")
    field: Line = Field(
        title="Kolom", description="Kolom yang ditanyakan.", examples=["availability"], max_length=60
    )
    question: Prose = Field(title="Pertanyaan", description="Apa yang perlu diputus, tanpa memihak.")
    discrepancy: Line | None = Field(None, title="Catatan", description="Id catatan perbedaan, bila ada.")

    @model_validator(mode="after")
    def _at_most_one_target(self) -> Self:
        _one_target(self.activity, self.package)
        return self


class ChangeNotes(Record):
    """``changes/OLD-NEW.yml``: lineage and reasons between two editions; never the change itself."""

    old: Id = Field(title="Edisi lama", description="Id edisi lama, sama dengan di nama berkas.")
    new: Id = Field(title="Edisi baru", description="Id edisi berikutnya, sama dengan di nama berkas.")
    date: Date = Field(
        title="Tanggal",
        description="Kapan catatan ini terakhir diperbarui; dari sinilah tanggal di langganan.",
    )
    approach: Prose | None = Field(
        None, title="Cara menyusun", description="Aturan yang dipakai untuk semua perubahan, bagi pembaca."
    )
    lineage: tuple[LineageEntry, ...] = Field(
        (), title="Asal-usul", description="Apa jadinya id yang hilang, atau id lama yang diadakan lagi."
    )
    reasons: tuple[Reason, ...] = Field((), title="Alasan", description="Alasan tiap perubahan yang berarti.")
    questions: tuple[OpenQuestion, ...] = Field(
        (),
        title="Pertanyaan",
        description="Yang hanya dapat dijawab pemutus; nilainya tetap seperti tercetak.",
    )


PROPOSED = "usulan"
"""``Reason.decision`` while nobody has decided."""
