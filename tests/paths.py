"""Folders that tests read."""

from __future__ import annotations

from pathlib import Path

TESTS = Path(__file__).parent
ROOT = TESTS.parent
CASES = TESTS / "cases"
TINY = TESTS / "tiny"
TINY_NEXT = TESTS / "tiny-next"
"""A second edition of the tiny programme, to be laid over the first."""
TINY_CALENDAR = TESTS / "tiny-calendar"
"""A calendar of the tiny programme, to be laid over it."""
