"""What a page needs before its first paint: one stylesheet, and no script.

A page names one stylesheet per component in its head; a build puts them together, in the same order, since
each further one delays the paint by a round trip. Scripts are named by ``<template data-load="ADDRESS">`` and
begin after the paint; what begins them stands in the page, and the page's policy allows exactly that text.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from posixpath import basename

from macros.postprocess.minify import minified

_SOURCE = Path(__file__).parent / "late.js"
_SHEETS = re.compile(r'(?:<link rel="stylesheet" href="[^"?]*assets/[^"?]+\.css">\s*){2,}')
_SHEET = re.compile(r'href="([^"]*?)(assets/[^"]+\.css)"')
_FOLDER = "assets/sheets"


@cache
def loader() -> str:
    """The script that stands in every page and begins the others."""
    return minified("assets/late.js", _SOURCE.read_text(encoding="utf-8"))


def loader_source() -> str:
    """The loader as a source of a policy: ``'sha256-…'`` (CSP Level 3, section 2.3.1)."""
    return f"'sha256-{b64encode(hashlib.sha256(loader().encode()).digest()).decode()}'"


@dataclass
class Sheets:
    """The stylesheets of a build that are put together."""

    _parts: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def join(self, page: str) -> str:
        """The HTML of a page with one link in the place of several."""
        return _SHEETS.sub(self._one, page)

    def write(self, site: Path) -> None:
        """Write into the built ``site`` what its pages now name."""
        for name, parts in self._parts.items():
            texts = [(site / part).read_text(encoding="utf-8") for part in parts]
            (site / name).parent.mkdir(exist_ok=True)
            (site / name).write_text("".join(texts), encoding="utf-8")

    def _one(self, found: re.Match[str]) -> str:
        links = _SHEET.findall(found[0])
        parts = tuple(dict.fromkeys(part for _, part in links))
        name = f"{_FOLDER}/{'.'.join(basename(part).removesuffix('.css') for part in parts)}.css"
        if self._parts.setdefault(name, parts) != parts:
            message = f"{name} would stand for {self._parts[name]} and for {parts}: rename a stylesheet."
            raise ValueError(message)
        return f'<link rel="stylesheet" href="{links[0][0]}{name}">\n'
