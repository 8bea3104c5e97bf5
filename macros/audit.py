"""The built site, read as a browser would: every link, fragment and image leads somewhere inside it.

MkDocs checks Markdown links only; this covers raw ``href`` and ``src`` too, and refuses what no page of
the site may hold: inline scripts, event handlers and ``javascript:`` links.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lxml import html

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
ORIGIN = "http://situs"


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something wrong on a page: its path in the site, and what."""

    page: str
    message: str


@dataclass(frozen=True, slots=True)
class _Page:
    ids: frozenset[str]
    links: tuple[tuple[str, str], ...]
    faults: tuple[str, ...]


def audit(site: Path, base: str = "/") -> list[Fault]:
    """Every fault of the site in folder ``site``, served under the path ``base``; sorted."""
    pages = {path.relative_to(site).as_posix(): _read(path) for path in sorted(site.rglob("*.html"))}
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    faults = [Fault(name, message) for name, page in pages.items() for message in page.faults]
    for name, page in pages.items():
        for kind, target in page.links:
            message = _follow(name, kind, target, pages, files, base)
            if message is not None:
                faults.append(Fault(name, message))
    return sorted(set(faults))


def _read(path: Path) -> _Page:
    tree = html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    ids: set[str] = set()
    links: list[tuple[str, str]] = []
    faults: list[str] = []
    for element in tree.iter(tag=html.etree.Element):
        attributes = element.attrib
        if not attributes and element.tag != "script":
            continue
        for name, value in attributes.items():
            if name == "id":
                if value in ids:
                    faults.append(f'id "{value}" dipakai dua kali')
                ids.add(value)
            elif name == "name" and element.tag == "a":
                ids.add(value)
            elif name in {"href", "src", "action", "formaction", "poster", "data"}:
                links.append((name, value))
            elif name == "srcset":
                links += [("src", part.split()[0]) for part in value.split(",") if part.strip()]
            elif name.startswith("on"):
                faults.append(f'atribut "{name}" tidak boleh ada')
        if element.tag == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
            _, _, target = attributes.get("content", "").partition("url=")
            links.append(("href", target))
        if element.tag == "script" and "src" not in attributes and (element.text or "").strip():
            faults.append("skrip di dalam halaman tidak boleh ada")
    return _Page(frozenset(ids), tuple(links), tuple(faults))


def _follow(
    name: str, kind: str, target: str, pages: dict[str, _Page], files: set[str], base: str
) -> str | None:
    """What is wrong with a link from page ``name``; ``None`` when it leads somewhere."""
    split = urlsplit(target.strip())
    if split.scheme and split.scheme not in SCHEMES:
        return f'{kind} "{target}" memakai skema yang tidak boleh'
    if split.scheme or split.netloc:
        return None if kind == "href" else f'{kind} "{target}" memuat berkas dari luar situs'
    here = f"{ORIGIN}{base}{name.removesuffix('index.html')}"
    whole, fragment = urldefrag(urljoin(here, target.strip()))
    path = unquote(urlsplit(whole).path)
    if not path.startswith(base):
        return f'{kind} "{target}" keluar dari situs'
    path = path.removeprefix(base)
    if path == "" or path.endswith("/"):
        path += "index.html"
    if path not in files:
        return f'{kind} "{target}" tidak menuju apa pun'
    if fragment and path in pages and unquote(fragment) not in pages[path].ids:
        return f'{kind} "{target}": tidak ada "#{unquote(fragment)}" di sana'
    return None


def lines(faults: list[Fault]) -> Iterator[str]:
    """One line per fault for a terminal."""
    for fault in faults:
        yield f"site/{fault.page}: {fault.message}."
