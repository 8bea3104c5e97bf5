"""A copy of a built site that can be read from a folder, with the pages that a proposal changes marked.

    preview.py BASE HEAD OUT

BASE and HEAD are built sites. In OUT, every new or changed page says so at its top, ``pratinjau.html`` lists
them all, and links name files, so that a browser can follow them without a server.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote

LIST = "pratinjau.html"
NEW, CHANGED, GONE = "Halaman baru", "Halaman berubah", "Halaman dihapus"
MAIN = re.compile(r"<main\b[^>]*>")
LINK = re.compile(
    r"""(?P<before>\bhref="|\bcontent="0; url=)"""
    r"""(?P<path>(?:[^":?#/]+/)*(?:[^":?#/]+/|\.\.?))(?P<rest>[?#][^"]*)?(?P<after>")"""
)
"""A link to a folder of the same site."""
TOLD = ("href", "src", "alt", "title", "aria-label", "id")
"""Attributes that a reader meets."""
STYLE = "border:3px dashed #6a2c91;padding:8px 14px;margin:0 0 16px;background:#f6effb;color:#14191f"
NO_BASE = "Situs sebelum usulan tidak dapat dibangun, jadi halaman yang berubah tidak ditandai."


class _Main(HTMLParser):
    """What stands in the main part of a page, without how it is written."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = 0
        self.held: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside += tag == "main"
        if self.inside:
            self.held += [tag, *(f"{name}={value}" for name, value in attrs if name in TOLD)]

    def handle_endtag(self, tag: str) -> None:
        self.inside -= tag == "main"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.held += data.split()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Pages by what became of them, as paths below the site."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]


def told(page: str) -> list[str]:
    """Words, elements and links of the main part of a page."""
    parser = _Main()
    parser.feed(page)
    parser.close()
    return parser.held


def pages(site: Path) -> dict[str, str]:
    """Every page of a site by its path."""
    found = sorted(site.rglob("*.html"))
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in found}


def compare(base: dict[str, str], head: dict[str, str]) -> Comparison:
    """What a proposal does to each page."""
    return Comparison(
        new=tuple(name for name in head if name not in base),
        changed=tuple(name for name in head if name in base and told(base[name]) != told(head[name])),
        gone=tuple(name for name in base if name not in head),
    )


def with_files(page: str, name: str, known: frozenset[str]) -> str:
    """The page with links to folders made links to their files."""
    folder = name.rpartition("/")[0]

    def named(match: re.Match[str]) -> str:
        path, rest = match["path"], match["rest"] or ""
        file = normpath("/".join(filter(None, (folder, unquote(path), "index.html"))))
        if file not in known:
            return match[0]
        return f"{match['before']}{path.rstrip('/')}/index.html{rest}{match['after']}"

    return LINK.sub(named, page)


def marked(page: str, word: str, name: str) -> str:
    """The page with a note at its top."""
    up = "../" * name.count("/")
    note = (
        f'<div role="note" style="{STYLE}"><b>{word}</b> dalam usulan ini.'
        f' <a style="color:#ad0f1f" href="{up}{LIST}">Semua halaman yang berubah</a></div>'
    )
    return MAIN.sub(lambda match: match[0] + note, page, count=1)


def _item(name: str, *, linked: bool) -> str:
    shown = escape(name)
    return f'<li><a href="{shown}">{shown}</a></li>' if linked else f"<li>{shown}</li>"


def listing(found: Comparison, *, compared: bool) -> str:
    """The page that lists what became of pages."""
    parts = []
    for heading, names in ((NEW, found.new), (CHANGED, found.changed), (GONE, found.gone)):
        if not names:
            continue
        shown = (_item(name, linked=heading != GONE) for name in names)
        parts.append(f"<h2>{heading} ({len(names)})</h2><ul>{''.join(shown)}</ul>")
    if not compared:
        parts.insert(0, f"<p>{NO_BASE}</p>")
    elif not parts:
        parts.append("<p>Tidak ada halaman yang berubah.</p>")
    return (
        '<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Pratinjau usulan</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1"></head>'
        '<body style="font:1rem/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem">'
        '<h1>Pratinjau usulan</h1><p><a href="index.html">Beranda situs</a></p>'
        f"{''.join(parts)}</body></html>\n"
    )


def write(base: Path, head: Path, out: Path) -> Comparison:
    """Write the preview of ``head`` beside ``base``."""
    now = pages(head)
    compared = base.is_dir()
    found = compare(pages(base) if compared else now, now)
    shutil.copytree(head, out, dirs_exist_ok=True)
    known = frozenset(now)
    words = {**dict.fromkeys(found.new, NEW), **dict.fromkeys(found.changed, CHANGED)}
    for name, page in now.items():
        text = with_files(page, name, known)
        if name in words:
            text = marked(text, words[name], name)
        (out / name).write_text(text, encoding="utf-8")
    (out / LIST).write_text(listing(found, compared=compared), encoding="utf-8")
    return found


def main(arguments: list[str] | None = None) -> int:
    """Write the preview and say how many pages changed."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("base", "head", "out"):
        parser.add_argument(name, type=Path)
    asked = parser.parse_args(arguments)
    found = write(asked.base, asked.head, asked.out)
    print(f"{len(found.new)} baru, {len(found.changed)} berubah, {len(found.gone)} dihapus")
    return 0


if __name__ == "__main__":
    sys.exit(main())
