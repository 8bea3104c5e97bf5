"""Words that people type and the text does not print: ``search.yml``, which editors extend.

Every entry carries a query that must lead to a page, so that a test holds what the entry is for. Titles and
descriptions are Indonesian because editors read them on hover.
"""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from macros.model.base import Id, Record

Words = Annotated[
    str,
    Field(strict=True, pattern=r"^[a-z0-9][a-z0-9./' -]*[a-z0-9]$|^[a-z0-9]$", max_length=80),
    StringConstraints(strict=True),
]
"""Words as one types them: lower case, letters, digits and blanks."""
PagePath = Annotated[
    str,
    Field(
        strict=True,
        pattern=r"^([a-z0-9][a-z0-9.-]*/)+(#[a-z0-9][a-z0-9._-]*)?$",
        max_length=160,
        examples=["tata-kelola/"],
    ),
]
"""An address below the site's root."""


class Target(Record):
    """What a query leads to: exactly one of these."""

    activity: Id | None = Field(None, title="Kegiatan", description="Id kegiatan di menu terkini.")
    package: Id | None = Field(None, title="Paket", description="Id paket di menu terkini.")
    section: (
        Annotated[str, Field(strict=True, pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$", max_length=60)] | None
    ) = Field(None, title="Bagian", description='Id bagian di guideline/sections.yml, misalnya "2.3".')
    form: Id | None = Field(None, title="Formulir", description="Id formulir, misalnya lampiran-9.")
    page: PagePath | None = Field(
        None, title="Halaman", description="Alamat halaman lain, tanpa garis miring di depan: tata-kelola/."
    )

    @model_validator(mode="after")
    def _one(self) -> Self:
        if sum(value is not None for value in (getattr(self, name) for name in type(self).model_fields)) != 1:
            message = "isi tepat satu: activity, package, section, form, atau page"
            raise ValueError(message)
        return self


class Same(Record):
    """Words that mean the same; whoever types one finds the others too."""

    words: tuple[Words, ...] = Field(
        title="Kata",
        description="Kata atau ungkapan yang searti, huruf kecil.",
        min_length=2,
        examples=[["akte", "akta"]],
    )
    query: Words = Field(title="Uji", description="Kueri untuk menguji, memakai salah satu kata itu.")
    finds: Target = Field(title="Menemukan", description="Yang harus muncul di antara tiga hasil pertama.")


class Lead(Record):
    """Words by which people look for a page that does not print them."""

    words: tuple[Words, ...] = Field(
        title="Kata",
        description="Kata atau ungkapan sehari-hari, huruf kecil.",
        min_length=1,
        examples=[["surat lahir", "akta bayi"]],
    )
    to: tuple[Target, ...] = Field(
        title="Menuju",
        description="Kegiatan, paket, bagian, formulir, atau halaman yang dimaksud.",
        min_length=1,
    )
    query: Words = Field(title="Uji", description="Kueri untuk menguji, memakai salah satu kata itu.")

    @property
    def finds(self) -> Target:
        """What the query must lead to."""
        return self.to[0]


class SearchWords(Record):
    """``search.yml``: words for the search."""

    ignored: tuple[Words, ...] = Field(
        (),
        title="Diabaikan",
        description="Kata yang tidak ikut dicari: dan, yang, bagaimana, dan sejenisnya.",
    )
    same: tuple[Same, ...] = Field((), title="Searti", description="Kelompok kata yang searti.")
    leads: tuple[Lead, ...] = Field((), title="Penunjuk", description="Kata yang menunjuk ke halaman.")

    def targets(self) -> tuple[Target, ...]:
        """Everything that an entry leads to."""
        found = [one.finds for one in self.same]
        return tuple(found + [target for lead in self.leads for target in lead.to])
