"""Machine-readable files, one module per format, each with an ``export`` that gives artifacts."""

from __future__ import annotations

from collections.abc import Iterator

from macros.changelog import ChangeLogs
from macros.exports import (
    activities,
    calendars,
    changes,
    editions,
    feeds,
    guideline,
    openapi,
    places,
    registers,
    schema,
    workbooks,
)
from macros.exports.artifact import Artifact
from macros.model.programme import Programme

__all__ = ["Artifact", "exports", "for_scripts"]


def exports(programme: Programme) -> Iterator[Artifact]:
    """Every file of the API, the feeds and the calendars."""
    logs = ChangeLogs(programme)
    yield from editions.export(programme)
    yield from changes.export(logs)
    yield from activities.export(programme, logs)
    yield from feeds.export(programme, logs)
    yield from calendars.export(programme)
    yield from registers.export(programme)
    yield from guideline.export(programme)
    yield from schema.export(programme)
    yield from openapi.export(programme, logs)
    yield from workbooks.export(programme)


def for_scripts(programme: Programme) -> Iterator[Artifact]:
    """Files that only the site's own pages load; they may change with the scripts."""
    yield from places.export(programme)
