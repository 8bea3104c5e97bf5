"""``sitemap.xml`` (sitemaps.org 0.9), from the pages themselves, whatever engine made them."""

from __future__ import annotations

import re
from datetime import datetime
from html import unescape
from pathlib import Path
from xml.sax.saxutils import escape

_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)">')
_HIDDEN = '<meta name="robots" content="noindex">'


class Sitemap:
    """Takes in the pages of a site one by one, then writes the map."""

    def __init__(self) -> None:
        """Begin with none."""
        self._addresses: list[str] = []

    def read(self, text: str) -> None:
        """Take in a page; one that only leads on, or that names no address of its own, is left out."""
        found = _CANONICAL.search(text)
        if found is not None and _HIDDEN not in text:
            self._addresses.append(unescape(found[1]))

    def write(self, site: Path, made: datetime | None) -> None:
        """Write the map into ``site``; ``made`` is when its content was last changed."""
        day = f"<lastmod>{made:%Y-%m-%d}</lastmod>" if made else ""
        entries = "".join(f"<url><loc>{escape(one)}</loc>{day}</url>\n" for one in self._addresses)
        (site / "sitemap.xml").write_text(
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n',
            encoding="utf-8",
        )
