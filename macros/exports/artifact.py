"""A machine-readable file of the site."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Artifact:
    """Where a file stands in the site, and its bytes."""

    path: str
    content: bytes
