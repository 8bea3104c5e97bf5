"""The change log as readers meet it: entries with a title, old and new, reason, and what it means."""

from __future__ import annotations

from macros.changelog.log import ChangeLog, ChangeLogs, Entry, Group, Sign, record
from macros.changelog.telling import Shown

__all__ = ["ChangeLog", "ChangeLogs", "Entry", "Group", "Shown", "Sign", "record"]
