"""Decisions on the guideline and the menu, and the revisions of the guideline's text, as frozen records.

The guideline is a living document: every change of it is decided, and what a revision said stays readable
(Pengantar, section *Revisi dan perubahan panduan*).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from macros.model.base import Date, Digest, Id, Line, Prose, Record

SectionId = Annotated[
    str,
    Field(strict=True, pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$", max_length=60, examples=["2.1.3"]),
]
"""Number of a section of the guideline, or its words."""
Paragraph = Annotated[str, Field(strict=True, max_length=6000)]
"""A paragraph or list item of plain text."""


class Decision(Record):
    """What a body decided; number and date stay empty where the text does not print them."""

    id: Id = Field(title="Id", description="Id putusan, tetap selamanya.")
    number: Line | None = Field(None, title="Nomor", description="Nomor putusan; kosong bila tidak tercetak.")
    date: Date | None = Field(None, title="Tanggal", description="Tanggal; kosong bila tidak tercetak.")
    body: Id | None = Field(None, title="Lembaga", description="Id lembaga yang memutus, dari catalogue.yml.")
    by: Line = Field(title="Diputus oleh", description="Sebutan pemutus persis seperti tercetak.")
    about: Prose = Field(title="Isi", description="Apa yang diputuskan, dalam bahasa sehari-hari.")
    where: Line = Field(
        title="Tempat", description="Bagian naskah yang menyebutnya.", examples=["Bagian 2.1.1"]
    )
    sections: tuple[SectionId, ...] = Field(
        (), title="Bagian panduan", description="Bagian panduan yang dikenai putusan ini."
    )
    discrepancies: tuple[Line, ...] = Field(
        (), title="Catatan", description="Id catatan perbedaan yang menyangkut putusan ini."
    )
    sheet: Digest | None = Field(
        None,
        title="Sidik digital lembar",
        description="Sidik digital lembar perubahan yang diputus, seperti tertulis padanya.",
    )

    @property
    def cited(self) -> str:
        """What other records write to name it: its number, or its id where none is printed."""
        return self.number or self.id


class Decisions(Record):
    """``decisions.yml``: decisions, oldest first."""

    decisions: tuple[Decision, ...] = Field(title="Putusan", description="Putusan, yang terlama di atas.")

    def find(self, named: str | None) -> Decision | None:
        """The decision with this id or number, or ``None``."""
        return next((one for one in self.decisions if named in {one.id, one.number} - {None}), None)


class RevisionStatus(StrEnum):
    """State of a revision of the guideline's text; ``printed`` as of ``model.Status``."""

    DRAFT = "draft"
    PRINTED = "printed"
    APPROVED = "approved"


class SectionChange(Record):
    """What a revision changes in one section, and why."""

    section: SectionId = Field(title="Bagian", description="Nomor atau id bagian.")
    what: Prose = Field(title="Apa yang berubah", description="Apa yang berubah, dalam bahasa sehari-hari.")
    why: Prose = Field(title="Mengapa", description="Sebab perubahan.")
    discrepancy: Line | None = Field(
        None, title="Catatan", description="Id catatan perbedaan yang diselesaikan, bila ada."
    )


class Correction(Record):
    """What the site's editors corrected in their rendering, so that it says what is printed."""

    date: Date = Field(title="Tanggal", description="Tanggal koreksi.")
    what: Prose = Field(title="Apa yang dikoreksi", description="Yang keliru, dan bunyinya sekarang.")
    why: Prose = Field(title="Mengapa", description="Sebab koreksi ini.")
    digest_after: Digest = Field(
        title="Sidik sesudahnya", description="Sidik teks sesudah koreksi; ditulis oleh perintah freeze-text."
    )


class Revision(Record):
    """A revision of the guideline's text."""

    id: Id = Field(title="Id", description="Id revisi, sama dengan nama berkas teksnya.", examples=["2030"])
    title: Line = Field(title="Judul", description="Sebutan revisi.")
    status: RevisionStatus = Field(
        title="Status",
        description="draft (usulan), printed (seperti tercetak di naskah, tanpa pengesahan yang tercatat),"
        " atau approved.",
    )
    date: Date | None = Field(
        None, title="Tanggal", description="Tanggal disahkan; kosong bila tidak tercetak."
    )
    decision: Id | None = Field(None, title="Putusan", description="Id putusan dari decisions.yml, bila ada.")
    digest: Digest | None = Field(
        None, title="Sidik", description="Sidik teks saat dibekukan; ditulis oleh perintah approve."
    )
    note: Prose = Field(title="Keterangan", description="Apa revisi ini, dalam beberapa kalimat.")
    changes: tuple[SectionChange, ...] = Field(
        (), title="Perubahan", description="Bagian yang berubah dari revisi sebelumnya, dan sebabnya."
    )
    corrections: tuple[Correction, ...] = Field(
        (),
        title="Koreksi penyunting",
        description="Koreksi penyajian situs ini, urut tanggal; hanya pada revisi printed.",
    )

    @model_validator(mode="after")
    def _printed_without_decision(self) -> Self:
        if self.status is RevisionStatus.PRINTED and self.decision is not None:
            message = "revisi printed tidak punya putusan; tulis approved, atau hapus decision"
            raise ValueError(message)
        if self.corrections and self.status is not RevisionStatus.PRINTED:
            message = "hanya revisi printed dapat dikoreksi penyunting; perubahan lain menjadi revisi baru"
            raise ValueError(message)
        days = [correction.date for correction in self.corrections]
        if days != sorted(days):
            message = "koreksi diurutkan menurut tanggal, yang terbaru paling bawah"
            raise ValueError(message)
        return self

    @property
    def expected_digest(self) -> str | None:
        """What the digest of the frozen text must be: after the last correction, or as it was frozen."""
        return self.corrections[-1].digest_after if self.corrections else self.digest


class Revisions(Record):
    """``guideline/revisions.yml``: revisions of the text, oldest first; at most the last is a draft."""

    revisions: tuple[Revision, ...] = Field(title="Revisi", description="Revisi, yang terlama di atas.")

    @model_validator(mode="after")
    def _only_the_last_is_a_draft(self) -> Self:
        early = [one.id for one in self.revisions[:-1] if one.status is RevisionStatus.DRAFT]
        if early:
            message = f'hanya revisi terakhir boleh status: draft, bukan "{early[0]}"'
            raise ValueError(message)
        return self

    @property
    def current(self) -> Revision | None:
        """The last revision that is printed or approved."""
        found = [one for one in self.revisions if one.status is not RevisionStatus.DRAFT]
        return found[-1] if found else None

    @property
    def draft(self) -> Revision | None:
        """The revision in the making."""
        found = [one for one in self.revisions if one.status is RevisionStatus.DRAFT]
        return found[-1] if found else None


class FrozenSection(Record):
    """The plain text of a section as a revision has it."""

    id: SectionId = Field(title="Bagian", description="Nomor atau id bagian.")
    title: Line = Field(title="Judul", description="Judul bagian.")
    paragraphs: tuple[Paragraph, ...] = Field(title="Teks", description="Paragraf dan butir, urut baca.")

    @property
    def text(self) -> str:
        """The paragraphs, one a line."""
        return "\n".join(self.paragraphs)


class FrozenText(Record):
    """``guideline/texts/ID.yml``: the text of a revision, section by section; commands alone write it."""

    revision: Id = Field(title="Revisi", description="Id revisi, sama dengan nama berkas.")
    sections: tuple[FrozenSection, ...] = Field(
        title="Bagian", description="Bagian, urut baca.", min_length=1
    )
