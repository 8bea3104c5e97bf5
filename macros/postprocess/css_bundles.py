"""What a page needs before its first paint: one stylesheet, and no script.

A page names one stylesheet per component in its head; a build puts them together, in the same order, since
each further one delays the paint by a round trip. Scripts are named by ``<template data-load="ADDRESS">`` and
begin after the paint; what begins them stands in the page, and the page's policy allows exactly that text.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Callable
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


def joined(page: str, bundle: Callable[[str, tuple[str, ...]], None]) -> str:
    """The HTML of a page with one link to a stylesheet in the place of several.

    Args:
        page: The HTML.
        bundle: Called with the address of the one stylesheet and of those that it stands for, in their order.
    """

    def one(found: re.Match[str]) -> str:
        links = _SHEET.findall(found[0])
        parts = tuple(dict.fromkeys(part for _, part in links))
        name = f"{_FOLDER}/{'.'.join(basename(part).removesuffix('.css') for part in parts)}.css"
        bundle(name, parts)
        return f'<link rel="stylesheet" href="{links[0][0]}{name}">\n'

    return _SHEETS.sub(one, page)
