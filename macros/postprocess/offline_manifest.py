"""What a built site needs to work without a signal: its worker, and the list of the current menu's files.

The list names pages, tools, forms, and what they need. A tool is found by what it is, a page with an element
of class ``tool``. Everything is derived from the published files, so that the same site gives the same bytes.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from posixpath import join, normpath
from urllib.parse import unquote

from macros.facts import urls

WORKER = "sw.js"
"""Address of the worker: its folder is all that it may answer for."""
SOURCE = "assets/offline/worker.js"
LIST = "daftar.json"
_TOOL = re.compile(r'class="(?:[^"]* )?tool[ "]')
_VERSIONED = re.compile(r"""["']([^"'\s<>]+\.\w+\?v=[0-9a-f]+)["']""")
_DATA = re.compile(r"""["']([\w./%-]+\.(?:json|csv|xlsx|docx|ics))["']""")


@dataclass(frozen=True, slots=True)
class Menu:
    """The menu that can be kept whole: its name, folders of its pages, single pages, the day of the site."""

    name: str
    folders: Sequence[str]
    pages: Sequence[str]
    built: str | None


@dataclass(frozen=True, slots=True, order=True)
class Item:
    """A published file: its address below the site's root, bytes, bytes after gzip, and digest."""

    path: str
    size: int
    transfer: int
    digest: str


@dataclass(frozen=True, slots=True)
class _Page:
    """A page of the list: the file, whether it is a tool, and what it names."""

    item: Item
    tool: bool
    targets: tuple[str, ...]


def digest(content: bytes) -> str:
    """The first 64 bits of SHA-256, in hexadecimal: what the worker compares."""
    return hashlib.sha256(content).hexdigest()[:16]


class OfflineManifest:
    """Takes in the pages of a site one by one, then writes the worker and the list."""

    def __init__(self, site: Path, store: str, page: str, menu: Menu | None) -> None:
        """Begin.

        Args:
            site: Folder of the built site.
            store: Name under which the site stores on a device.
            page: Address of the page about reading without a signal, ``"luring/"``; ``""`` for none.
            menu: ``None`` when no edition is approved yet.
        """
        self._site = site
        self._store = store
        self._page = page
        self._menu = menu
        self._pages: dict[str, _Page] = {}

    def read(self, name: str, text: str) -> None:
        """Take in a page as it is published: its path in the site, and its HTML."""
        address = name.removesuffix("index.html")
        if address == name and name != "index.html":
            return
        tool = _TOOL.search(text) is not None
        folders, single = (self._menu.folders, self._menu.pages) if self._menu else ((), ())
        if tool or address == self._page or address.startswith(tuple(folders)) or address in single:
            self._pages[address] = _Page(
                _item(address, text.encode()), tool, tuple(_targets(text, data=tool))
            )

    def write(self, digests: Mapping[str, str]) -> None:
        """Write the worker, and the list where there is a menu; nothing without a page that tells of them.

        Args:
            digests: Digest of every other published file, by path.
        """
        worker = self._site / SOURCE
        source = worker.read_text(encoding="utf-8") if worker.is_file() else ""
        worker.unlink(missing_ok=True)
        if not source or self._page not in self._pages:
            return
        items = [self._item(path) for path in self._files(self._listed())]
        known = _version((item.path, item.digest) for item in items)
        published = {path: held for path, held in digests.items() if path not in {WORKER, SOURCE}}
        if self._menu is not None:
            content = _json(
                {
                    "version": known,
                    "edition": self._menu.name,
                    "built": self._menu.built,
                    "files": [[item.path, item.size, item.transfer, item.digest] for item in items],
                }
            )
            (self._site / self._page / LIST).write_text(content, encoding="utf-8")
            published[f"{self._page}{LIST}"] = digest(content.encode())
        base = [self._item(path) for path in self._files([self._page])]
        settings = {
            "store": self._store,
            "version": _version(sorted(published.items())),
            "menu": known,
            "page": self._page,
            "base": [[item.path, item.digest] for item in base],
        }
        (self._site / WORKER).write_text(f"self.SITE={_json(settings)};\n{source}", encoding="utf-8")

    def _listed(self) -> Iterator[str]:
        """Addresses of the pages of the menu's folders, of every tool, and of the single pages; each once."""
        if self._menu is None:
            return
        found = sorted(self._pages, key=PurePosixPath)
        ranked = [page for folder in self._menu.folders for page in found if page.startswith(folder)]
        tools = [page for page in found if self._pages[page].tool]
        yield from dict.fromkeys([*ranked, *tools, *(page for page in found if page in self._menu.pages)])

    def _files(self, pages: Iterable[str]) -> list[str]:
        """The pages, each followed by the assets and data that it needs and that come not before."""
        found: dict[str, None] = {}
        for page in pages:
            found[page] = None
            self._add(page, self._pages[page].targets, found)
        return list(found)

    def _add(self, here: str, targets: Iterable[str], found: dict[str, None]) -> None:
        for target in targets:
            for path in (normpath(join(here.rpartition("/")[0], target)), normpath(target)):
                if not path.startswith((urls.API, "..")):
                    self._take(path, found)

    def _take(self, path: str, found: dict[str, None]) -> None:
        name = path.partition("?")[0]
        if path in found or not (self._site / name).is_file():
            return
        found[path] = None
        if name.endswith(".js"):
            self._add(path, _targets((self._site / name).read_text(encoding="utf-8"), data=True), found)

    def _item(self, path: str) -> Item:
        known = self._pages.get(path)
        return known.item if known else _item(path, (self._site / path.partition("?")[0]).read_bytes())


def _item(path: str, content: bytes) -> Item:
    return Item(path, len(content), len(gzip.compress(content, 6, mtime=0)), digest(content))


def _targets(text: str, *, data: bool) -> Iterator[str]:
    """What a page or script names: assets with versions, and files of ``data``."""
    yield from (match[1] for match in _VERSIONED.finditer(text))
    if data:
        yield from (unquote(match[1]) for match in _DATA.finditer(text))


def _version(files: Iterable[tuple[str, str]]) -> str:
    lines = "".join(f"{path} {held}\n" for path, held in files)
    return hashlib.sha256(lines.encode()).hexdigest()[:16]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
