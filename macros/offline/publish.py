"""Finish a built site: versions, the list of the menu's files, and the worker that reads both."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.offline.listing import Item, Listing
from macros.offline.stamp import Shrink, stamp

WORKER = "sw.js"
"""Address of the worker: its folder is all that it may answer for."""
SOURCE = "assets/offline/worker.js"
LIST = "daftar.json"


@dataclass(frozen=True, slots=True)
class Menu:
    """The menu that can be kept whole: its name, folders of its pages, single pages, the day of the site."""

    name: str
    folders: Sequence[str]
    pages: Sequence[str]
    built: str | None


def publish(site: Path, page: str, menu: Menu | None, shrink: Shrink) -> None:
    """Write versions into the pages of the built ``site``; with ``page``, also the worker and the list.

    Args:
        site: The folder of the built site.
        page: Address of the page about reading without a signal, ``"luring/"``; ``""`` for none.
        menu: ``None`` when no edition is approved yet.
        shrink: Makes a script smaller that took in another one.
    """
    stamp(site, shrink)
    worker = site / SOURCE
    source = worker.read_text(encoding="utf-8") if worker.is_file() else ""
    worker.unlink(missing_ok=True)
    if not source or not page or not (site / page / "index.html").is_file():
        return
    listing = Listing(site)
    pages = listing.pages(menu.folders, menu.pages) if menu else ()
    items = [listing.item(path) for path in listing.files(pages)]
    known = _version(items)
    if menu is not None:
        _write_list(site / page / LIST, menu, known, items)
    base = [listing.item(path) for path in listing.files([page])]
    settings = {
        "version": _site_version(site),
        "menu": known,
        "page": page,
        "base": [[item.path, item.digest] for item in base],
    }
    (site / WORKER).write_text(f"self.SITE={_json(settings)};\n{source}", encoding="utf-8")


def _write_list(path: Path, menu: Menu, version: str, items: Sequence[Item]) -> None:
    content = {
        "version": version,
        "edition": menu.name,
        "built": menu.built,
        "files": [[item.path, item.size, item.transfer, item.digest] for item in items],
    }
    path.write_text(_json(content), encoding="utf-8")


def _version(items: Sequence[Item]) -> str:
    lines = "".join(f"{item.path} {item.digest}\n" for item in items)
    return hashlib.sha256(lines.encode()).hexdigest()[:16]


def _site_version(site: Path) -> str:
    """The digest of every published file but those that only repeat others."""
    found = hashlib.sha256()
    for path in sorted(site.rglob("*")):
        if path.is_file() and path.name not in {WORKER, "sitemap.xml.gz"}:
            found.update(path.relative_to(site).as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()[:16]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
