"""The list of places as scripts and lines of text need it (Lampiran 2): printed names, and others."""

from __future__ import annotations

from typing import Any

from macros.model.guideline.guideline import Guideline
from macros.model.guideline.locations import District, Locations, Province, Regency
from macros.model.programme import Programme
from macros.model.settings import PlaceName
from macros.wording.phrases import count, listed


def held(guideline: Guideline) -> bool:
    """Whether the programme says where it begins and who may take part."""
    return guideline.locations is not None and guideline.participation is not None


def sizes(guideline: Guideline) -> str:
    """How many regencies and districts are on the list, counted: ``16 kabupaten dan 24 kecamatan``."""
    locations = guideline.locations
    if locations is None or not held(guideline):
        return ""
    regencies = [regency for province in locations.provinces for regency in province.regencies]
    districts = sum(len(regency.districts) for regency in regencies)
    return listed(
        [
            count(len(regencies), locations.columns[1].lower()),
            count(districts, locations.columns[-1].lower()),
        ]
    )


def names(locations: Locations, *, printed: bool) -> tuple[str, ...]:
    """Names by which people look for a place of the list, those that are not printed, and if asked all."""
    found: list[str] = []
    for province in locations.provinces:
        places_of: list[Province | Regency | District] = [province, *province.regencies]
        places_of += [district for regency in province.regencies for district in regency.districts]
        for one in places_of:
            found += [one.name] if printed else []
            found += [also.name for also in one.also]
    return tuple(dict.fromkeys(found))


def places(programme: Programme, guideline: Guideline) -> dict[str, Any]:
    """The list for scripts: every place with its names, and what is said around them; empty without a list.

    Returns:
        Plain data; ``level`` is the printed head of each column, ``contact`` the short name of whom to ask.
    """
    locations, held_by = guideline.locations, guideline.participation
    if locations is None or held_by is None:
        return {}
    body = programme.body(held_by.contact)
    return {
        "year": held_by.year,
        "level": dict(zip(("province", "regency", "district"), locations.columns, strict=True)),
        "contact": body.short_name or body.name,
        "titles": held_by.titles.model_dump(mode="json"),
        "provinces": [_province(province, locations) for province in locations.provinces],
    }


def _province(province: Province, locations: Locations) -> dict[str, Any]:
    return {
        "name": province.name,
        "also": _also(province.also),
        "regencies": [_regency(regency, locations) for regency in province.regencies],
    }


def _regency(regency: Regency, locations: Locations) -> dict[str, Any]:
    return {
        "name": regency.name,
        "also": _also(regency.also),
        "namesakes": list(regency.namesakes),
        "number": regency.number,
        "size": count(len(regency.districts), locations.columns[-1].lower()),
        "note": regency.note or "",
        "districts": [_district(one) for one in regency.districts],
    }


def _district(district: District) -> dict[str, Any]:
    return {"name": district.name, "also": _also(district.also)}


def _also(names_of: tuple[PlaceName, ...]) -> list[dict[str, str]]:
    return [{"name": one.name, "standing": one.standing.value} for one in names_of]
