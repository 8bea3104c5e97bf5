"""The files of the whole current menu, for keeping it on a device: pages, tools, forms, and what they need.

A tool is found by what it is, a page with an element of class ``tool``.
"""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import unquote

_TOOL = re.compile(r'class="(?:[^"]* )?tool[ "]')
_VERSIONED = re.compile(r"""["']([^"'\s<>]+\.\w+\?v=[0-9a-f]+)["']""")
_DATA = re.compile(r"""["']([\w./%-]+\.(?:json|csv|xlsx|docx|ics))["']""")
_API = "api/"


@dataclass(frozen=True, slots=True, order=True)
class Item:
    """A published file: its address below the site's root, bytes, bytes after gzip, and digest."""

    path: str
    size: int
    transfer: int
    digest: str


def digest(content: bytes) -> str:
    """The first 64 bits of SHA-256, in hexadecimal: what the worker compares."""
    return hashlib.sha256(content).hexdigest()[:16]


class Listing:
    """Files of a built site that belong together."""

    def __init__(self, site: Path) -> None:
        """``site`` is the built site, its assets with versions."""
        self._site = site

    def pages(self, folders: Sequence[str], single: Sequence[str] = ()) -> Iterator[str]:
        """Addresses of the pages below ``folders``, of every tool, and of the ``single`` pages; each once."""
        folders_of_pages = sorted(path.parent for path in self._site.rglob("index.html"))
        names = [folder.relative_to(self._site).as_posix() for folder in folders_of_pages]
        found = [f"{name}/" if name != "." else "" for name in names]
        ranked = [page for folder in folders for page in found if page.startswith(folder)]
        tools = [page for page in found if _TOOL.search(self._text(page)) is not None]
        yield from dict.fromkeys([*ranked, *tools, *(page for page in found if page in single)])

    def files(self, pages: Iterable[str]) -> list[str]:
        """The pages, each followed by the assets and data that it needs and that come not before."""
        found: dict[str, None] = {}
        for page in pages:
            found[page] = None
            self._add(page, self._text(page), found)
        return list(found)

    def item(self, path: str) -> Item:
        """What is published under an address."""
        content = self._read(path)
        return Item(path, len(content), len(gzip.compress(content, 6, mtime=0)), digest(content))

    def _add(self, here: str, text: str, found: dict[str, None]) -> None:
        targets = [match[1] for match in _VERSIONED.finditer(text)]
        tool = _TOOL.search(text) is not None or here.partition("?")[0].endswith(".js")
        targets += [unquote(match[1]) for match in _DATA.finditer(text)] if tool else []
        for target in targets:
            for path in (normpath(join(here.rpartition("/")[0], target)), normpath(target)):
                if not path.startswith((_API, "..")):
                    self._take(path, found)

    def _take(self, path: str, found: dict[str, None]) -> None:
        if path in found or not (self._site / path.partition("?")[0]).is_file():
            return
        found[path] = None
        if path.partition("?")[0].endswith(".js"):
            self._add(path, self._read(path).decode(), found)

    def _read(self, path: str) -> bytes:
        name = path.partition("?")[0]
        return (self._site / (f"{name}index.html" if name == "" or name.endswith("/") else name)).read_bytes()

    def _text(self, page: str) -> str:
        return self._read(page).decode()
