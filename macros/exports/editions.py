"""Editions as JSON: the list, and each whole, in the vocabulary of the YAML files (section 3.2.5)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from macros.exports.artifact import Artifact
from macros.exports.shapes import is_draft, stated, told
from macros.exports.together import chain, companions
from macros.facts import urls
from macros.facts.companions import Relations
from macros.model.edition import Edition
from macros.model.menu import Activity, Package
from macros.model.programme import Programme
from macros.wording import editions


def export(programme: Programme) -> Iterator[Artifact]:
    """``api/v1/editions.json`` and one file per edition."""
    current = programme.current
    yield Artifact(
        urls.api("editions"),
        to_json(
            {
                "programme": programme.catalogue.programme.name,
                "menu_name": programme.catalogue.programme.menu_name,
                "current": current.id if current else None,
                "editions": [_line(programme, edition) for edition in programme.editions],
            }
        ),
    )
    for edition in programme.editions:
        yield Artifact(urls.api("editions", edition.id), to_json(whole(programme, edition)))


def to_json(data: object) -> bytes:
    """UTF-8 JSON, readable, the same bytes for the same data."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def _line(programme: Programme, edition: Edition) -> dict[str, Any]:
    return {
        "id": edition.id,
        "fiscal_year": edition.info.fiscal_year,
        "title": edition.info.title,
        "status": edition.info.status,
        "draft": is_draft(edition),
        **_written(programme, edition),
        "packages": len(edition.packages),
        "activities": len(edition.activities),
        "url": f"editions/{edition.id}.json",
    }


def _written(programme: Programme, edition: Edition) -> dict[str, str]:
    """Who wrote it, and what stands behind it."""
    info = programme.catalogue.programme
    return {"author": editions.author(info, edition), "standing": told(editions.standing(info, edition))}


def whole(programme: Programme, edition: Edition) -> dict[str, Any]:
    """An edition with all it refers to, as plain data."""
    catalogue = programme.catalogue
    info = edition.info.model_dump(mode="json")
    relations = Relations(edition)
    made: dict[str, Any] = {
        **info,
        "draft": is_draft(edition),
        **_written(programme, edition),
        "packages": [_package(programme, edition, package, relations) for package in edition.packages],
        "catalogue": {
            "outcomes": [outcome.model_dump(mode="json") for outcome in catalogue.outcomes],
            "outputs": [output.model_dump(mode="json") for output in catalogue.outputs],
            "target_unit_kinds": [kind.model_dump(mode="json") for kind in catalogue.target_unit_kinds],
            "bodies": [body.model_dump(mode="json") for body in catalogue.bodies],
        },
        "screening": edition.screening.model_dump(mode="json") if edition.screening else None,
        "indicators": edition.indicators.model_dump(mode="json") if edition.indicators else None,
        "discrepancies": [
            discrepancy.model_dump(mode="json")
            for discrepancy in programme.discrepancies
            if any(touch.edition == edition.id for touch in discrepancy.touches)
        ],
    }
    return {name: stated(held, programme.terms) for name, held in made.items()}


def _package(
    programme: Programme, edition: Edition, package: Package, relations: Relations
) -> dict[str, Any]:
    data = package.model_dump(mode="json", exclude={"activities"})
    data["discrepancies"] = [found.id for found in programme.discrepancies_of(edition, package)]
    data["activities"] = [
        {
            **activity.model_dump(mode="json"),
            "companions": companions(relations, activity).model_dump(mode="json"),
            "chain": chain(relations, activity).model_dump(mode="json"),
            **_around(programme, edition, package, activity),
        }
        for activity in package.activities
    ]
    return data


def _around(programme: Programme, edition: Edition, package: Package, activity: Activity) -> dict[str, Any]:
    """What the package and the register say of an activity."""
    return {
        "package": package.id,
        "outcomes": list(package.outcomes),
        "outputs": list(package.outputs),
        "discrepancies": [found.id for found in programme.discrepancies_of(edition, activity)],
    }
