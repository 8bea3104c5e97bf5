"""Base class of all records, and types of ids, lines, dates and the force of a statement.

Field titles and descriptions are Indonesian because editors read them on hover (they become the JSON
Schema in ``menu_data/schema``).
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cached_property
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema

MONTHS_PER_YEAR = 12


class Record(BaseModel):
    """Base of every record: frozen, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))


def _one_line(value: str) -> str:
    if not value.strip():
        message = "tidak boleh kosong"
        raise ValueError(message)
    if value != value.strip():
        message = "tidak boleh diawali atau diakhiri spasi"
        raise ValueError(message)
    if "\n" in value:
        message = "harus satu baris; hapus ganti baris, atau pakai '>-' agar baris disambung"
        raise ValueError(message)
    return value


def _paragraphs(value: str) -> str:
    if not value.strip():
        message = "tidak boleh kosong"
        raise ValueError(message)
    return value.strip("\n")


Id = Annotated[
    str,
    Field(strict=True, pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60, examples=["kepemimpinan-camat"]),
]
"""A slug that never changes and is never reused."""
Number = Annotated[
    str, Field(strict=True, pattern=r"^[0-9]+[a-z]?(\.[0-9]+[a-z]?)*$", max_length=12, examples=["1.1"])
]
"""A printed number; unique in an edition, free to change between editions."""
Line = Annotated[str, Field(strict=True, max_length=600), AfterValidator(_one_line)]
"""One line of plain text; no markup has any effect in it."""
Prose = Annotated[str, Field(strict=True, max_length=6000), AfterValidator(_paragraphs)]
"""Paragraphs of plain text, a line each (``>-`` in YAML); no markup has any effect in it."""
Month = Annotated[
    str, Field(strict=True, pattern=r"^(19|20)\d{2}-(0[1-9]|1[0-2])$", examples=["2030-04"], max_length=7)
]
"""A calendar month, ISO 8601 reduced precision (``2030-04``); sorts as text."""
Date = Annotated[
    str,
    Field(
        strict=True,
        pattern=r"^(19|20)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$",
        examples=["2030-06-30"],
        max_length=10,
    ),
]
"""A calendar day, ISO 8601 (``2030-06-30``)."""
Year = Annotated[int, Field(strict=True, ge=1900, le=2099)]
Digest = Annotated[
    str,
    Field(
        strict=True,
        pattern=r"^sha256:[0-9a-f]{64}$",
        max_length=71,
        examples=["sha256:" + 64 * "0"],
    ),
]
"""A digest of an edition's canonical content, see ``macros.changes.digest``."""


def natural(number: str) -> tuple[tuple[int, str], ...]:
    """Sort key of a printed number: ``2`` before ``10``, ``1.2`` before ``1.10``."""
    parts = re.findall(r"(\d*)([a-z]*)\.?", number)
    return tuple((int(digits or 0), letters) for digits, letters in parts if digits or letters)


class Force(StrEnum):
    """How binding a statement of the text is; its printed word decides it (``macros.model.terms``)."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"
    PLAN = "plan"
    AIM = "aim"


ForceWord = Annotated[
    Line | None,
    Field(
        title="Daya ikat",
        description="Kata naskah yang menyatakannya, salah satu dari terms.yml; null bila tidak ada.",
        examples=["harus"],
    ),
    WithJsonSchema(
        {
            "anyOf": [
                {
                    "type": "object",
                    "properties": {
                        "kind": {"enum": [force.value for force in Force]},
                        "printed": {"type": "string"},
                    },
                    "required": ["kind", "printed"],
                    "additionalProperties": False,
                },
                {"type": "null"},
            ]
        },
        mode="serialization",
    ),
]
"""The printed word on which the force of a statement rests; files of the API add what it stands for."""


class Alias(Record):
    """Another printed name."""

    name: Line = Field(title="Nama lain", description="Nama lain persis seperti tercetak.")
    where: tuple[Line, ...] = Field(
        title="Tempat tercetak",
        description="Bagian naskah yang memakai nama ini.",
        min_length=1,
        examples=[["Tabel 5"]],
    )


class SourceRef(Record):
    """Where the 2017 text (or a later one) holds what a record renders."""

    section: Line = Field(
        title="Bagian", description="Bagian naskah sumber.", examples=["Lampiran 1, Kegiatan 1.1"]
    )
    page: Annotated[int, Field(strict=True, ge=1, le=9999)] | None = Field(
        None, title="Halaman", description="Halaman naskah sumber menurut daftar isinya."
    )
