"""The tiny programme with hostile text in every text field."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

import yaml

from tests.paths import CASES

STRINGS: list[str] = yaml.safe_load((CASES / "hostile.yml").read_text())
LINES: list[str] = yaml.safe_load((CASES / "hostile_lines.yml").read_text())
TEXTS = frozenset(
    {
        *("name", "menu_name", "title", "short_title", "short_name", "lede", "text_name", "text", "mark"),
        *("where", "section", "prevailing", "printed", "summary", "rationale", "intro", "question", "shown"),
        *(
            "owner",
            "reason",
            "note",
            "what",
            "why",
            "editors",
            "proposal_note",
            "approach",
            "availability_note",
        ),
    }
)
PROSE = frozenset(
    {
        *("summary", "rationale", "intro", "question", "reason", "note", "what", "why"),
        *("proposal_note", "approach"),
    }
)


def poison(data: Path, offset: int) -> dict[str, list[str]]:
    """Put hostile strings into every text field of every file under ``data``; gives those used, by file.

    A different ``offset`` puts other strings into the same fields, so that after as many offsets as there
    are strings each has been in each field.
    """
    used: dict[str, list[str]] = {}
    strings = cycle(STRINGS[offset:] + STRINGS[:offset])
    lines = cycle(LINES)

    for path in sorted(data.rglob("*.yml")):
        here = used.setdefault(path.stem, [])

        def hostile(key: str, here: list[str] = here) -> str:
            text = next(lines) if key in PROSE and len(here) % 3 == 0 else next(strings)
            here.append(text)
            return text

        content = yaml.safe_load(path.read_text())
        path.write_text(yaml.safe_dump(_replaced(content, hostile), allow_unicode=True, sort_keys=False))
    return used


def _replaced(value: Any, hostile: Callable[[str], str], key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _replaced(item, hostile, name) for name, item in value.items()}
    if isinstance(value, list):
        return [_replaced(item, hostile, key) for item in value]
    return hostile(key) if key in TEXTS and isinstance(value, str) else value


def visible_lines(text: str) -> Iterator[str]:
    """The lines of a text as they are looked for on a page."""
    yield from (" ".join(line.split()) for line in text.split("\n") if line.strip())
