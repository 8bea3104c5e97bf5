"""Records common to the files of the API, from which their JSON Schema is made too.

Titles and descriptions are Indonesian, as in ``macros.model``: readers of the API meet them.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from macros.changes.textdiff import plain
from macros.model.base import Record
from macros.model.edition import Edition, Status
from macros.model.menu import Activity, Package
from macros.model.terms import Terms

AUTHOR = Field(title="Penulis", description="Penyunting situs ini, atau pemilik bila sudah disahkan.")
STANDING = Field(title="Kedudukan", description="Siapa yang berdiri di balik isinya; kosong bila disahkan.")
ROOT = "../../.."
"""The way from a file in a folder of ``api/v1`` to the site's root."""


class ApiRecord(BaseModel):
    """Base of every record of the API: frozen, every key always there."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Named(ApiRecord):
    """A package or activity, by what readers know it by."""

    id: str = Field(title="Id", description="Tetap selamanya.")
    number: str = Field(title="Nomor", description="Nomor tercetak di edisi yang dimaksud.")
    name: str = Field(title="Nama", description="Nama di edisi yang dimaksud.")

    @classmethod
    def of(cls, record: Package | Activity) -> Named:
        """The name of a record."""
        return cls(id=record.id, number=record.number, name=record.name)


class EditionName(ApiRecord):
    """An edition, and whether it is only proposed."""

    id: str = Field(title="Id", description="Id edisi.")
    title: str = Field(title="Judul", description="Judul menu edisi itu.")
    status: Status = Field(title="Status", description="draft, printed, approved, atau superseded.")
    draft: bool = Field(title="Usulan", description="true bila edisi itu belum disahkan.")

    @classmethod
    def of(cls, edition: Edition) -> EditionName:
        """The name of an edition."""
        info = edition.info
        return cls(id=info.id, title=info.title, status=info.status, draft=is_draft(edition))


def is_draft(edition: Edition) -> bool:
    """Whether an edition is only proposed."""
    return edition.info.status is Status.DRAFT


def told(text: str) -> str:
    """Words for readers with plain blanks only: no-break spaces are of use on pages alone."""
    return plain(text)


def stated(data: Any, terms: Terms, *, result: bool = False) -> Any:  # noqa: ANN401 - plain data of any shape
    """Plain data in which every word of force also says what it stands for, perhaps for a ``result``."""
    if isinstance(data, list):
        return [stated(item, terms, result=result) for item in data]
    if isinstance(data, dict):
        return {
            name: _force(held, terms, result=result)
            if name == "force" or name.endswith("_force")
            else stated(held, terms, result=result or name == "expected_results")
            for name, held in data.items()
        }
    return data


def _force(printed: str | None, terms: Terms, *, result: bool) -> dict[str, str] | None:
    if printed is None:
        return None
    return {"kind": terms.force_of(printed, result=result).value, "printed": printed}


def as_data(value: object) -> Any:  # noqa: ANN401 - whatever a field holds
    """A value of the model as JSON data, as typed; a package names its activities by id."""
    if isinstance(value, Package):
        held = value.model_dump(mode="json", exclude={"activities"})
        return {**held, "activities": [activity.id for activity in value.activities]}
    if isinstance(value, Record):
        return value.model_dump(mode="json")
    if isinstance(value, tuple):
        return [as_data(item) for item in value]
    return value
