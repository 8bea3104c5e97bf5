"""Machine-readable files, one module per format, each ``export(programme)`` giving artifacts."""

from __future__ import annotations

from collections.abc import Iterator

from macros.exports import editions, schema
from macros.exports.artifact import Artifact
from macros.model import Programme

__all__ = ["Artifact", "exports"]


def exports(programme: Programme) -> Iterator[Artifact]:
    """Every file of the API."""
    for module in (editions, schema):
        yield from module.export(programme)
