"""The change log as readers meet it: entries with a title, old and new, reason, and what it means."""

from __future__ import annotations

from macros.changelog.corrections import EditionErratum, corrections
from macros.changelog.log import (
    ChangeLog,
    ChangeLogs,
    Cluster,
    Entry,
    Group,
    Groups,
    Sign,
    grouped,
    record,
)
from macros.changelog.telling import Shown

__all__ = [
    "ChangeLog",
    "ChangeLogs",
    "Cluster",
    "EditionErratum",
    "Entry",
    "Group",
    "Groups",
    "Shown",
    "Sign",
    "corrections",
    "grouped",
    "record",
]
