"""Instruments and published reports as JSON, with the addresses of their files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.exports.artifact import Artifact
from macros.exports.editions import to_json
from macros.facts import urls
from macros.model.programme import Programme
from macros.model.registers import REPORT_FOLDER, RESOURCE_FOLDER, Report, Resource


def export(programme: Programme) -> Iterator[Artifact]:
    """``api/v1/resources.json`` and ``api/v1/reports.json``; both exist while nothing is registered yet."""
    found = programme.registers
    yield Artifact(
        urls.api("resources"),
        to_json({"resources": [_entry(one, RESOURCE_FOLDER) for one in found.all_resources]}),
    )
    yield Artifact(
        urls.api("reports"),
        to_json({"reports": [_entry(one, REPORT_FOLDER) for one in found.all_reports]}),
    )


def _entry(record: Resource | Report, folder: str) -> dict[str, Any]:
    """An entry whose ``file`` leads from this file to the document."""
    data = record.model_dump(mode="json")
    if data["file"] is not None:
        data["file"] = f"../../{folder}/{data['file']}"
    return data
