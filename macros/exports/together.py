"""Companions of an activity in the files on editions and on activities: printed, and the chain."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from macros.exports.shapes import ApiRecord
from macros.facts.companions import CompanionGroup, Relations
from macros.model.base import Month
from macros.model.menu import Activity
from macros.wording import together as words


class PartnersShape(ApiRecord):
    """``companions``: what the list of an activity names, packages expanded."""

    reading: Literal["printed"] = Field(title="Dasar", description="printed: tercetak dalam naskah.")
    activities: tuple[str, ...] = Field(
        title=words.PARTNERS, description="Id kegiatan yang harus bersama; paket dibaca sebagai isinya."
    )
    complete_from: Month | None = Field(
        title=words.COMPLETE,
        description="Bulan saat kegiatan ini dan pasangannya semua tersedia; null bila tidak bertanggal.",
    )
    undated: tuple[str, ...] = Field(
        title="Tanpa tanggal", description="Id di antaranya, termasuk kegiatan ini, yang tidak bertanggal."
    )


class ChainShape(ApiRecord):
    """``chain``: what the companions of companions would add; the site's own reading."""

    reading: Literal["site"] = Field(title="Dasar", description="site: bacaan situs ini.")
    name: str = Field(title="Nama", description="Sebutan bacaan ini di semua halaman.")
    note: str = Field(title="Keterangan", description="Bahwa naskah tidak mengatakannya.")
    activities: tuple[str, ...] = Field(
        title=words.THROUGH,
        description="Id kegiatan yang hanya ikut lewat pasangan; pasangan sendiri ada di companions.",
    )
    complete_from: Month | None = Field(
        title=words.COMPLETE,
        description="Bulan saat kegiatan ini, pasangannya, dan yang lewat pasangannya semua tersedia.",
    )
    undated: tuple[str, ...] = Field(
        title="Tanpa tanggal", description="Id di antaranya, termasuk kegiatan ini, yang tidak bertanggal."
    )


def companions(relations: Relations, activity: Activity) -> PartnersShape:
    """The printed companions of an activity."""
    group = relations.printed(activity)
    return PartnersShape(
        reading="printed",
        activities=tuple(found.activity.id for found in relations.required(activity)),
        complete_from=group.complete_from,
        undated=_undated(group),
    )


def chain(relations: Relations, activity: Activity) -> ChainShape:
    """What the chain through them would add."""
    group = relations.chain(activity)
    return ChainShape(
        reading="site",
        name=words.CHAIN,
        note=words.CHAIN_NOTE,
        activities=tuple(one.id for one in relations.through(activity)),
        complete_from=group.complete_from,
        undated=_undated(group),
    )


def _undated(group: CompanionGroup) -> tuple[str, ...]:
    return tuple(one.id for one in group.undated)
