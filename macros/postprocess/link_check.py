"""The built site, read as a browser would: every link, fragment and image leads somewhere inside it.

MkDocs checks Markdown links only; this covers raw ``href`` and ``src`` too, and refuses what no page of
the site may hold: event handlers, ``javascript:`` links, and scripts in the page but for the one that begins
the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from lxml import etree, html

from macros.postprocess.css_bundles import loader

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_PARSER = html.HTMLParser(encoding="utf-8")
_IDS = etree.XPath("//@id")
_NAMES = etree.XPath("//a/@name")
_LINKS = etree.XPath(
    "//@href[not(../@rel = 'icon' and starts-with(., 'data:image/'))]"
    " | //@src | //@action | //@formaction | //@poster | //object/@data | //template/@data-load"
)
_SOURCES = etree.XPath("//@srcset")
_REFRESHES = etree.XPath("//meta[translate(@http-equiv, 'REFSH', 'refsh') = 'refresh']/@content")
_HANDLERS = etree.XPath("//@*[starts-with(name(), 'on')]")
_SCRIPTS = etree.XPath("//script[not(@src)][not(@type = 'application/json')]/text()")


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
        here = f"{base}{name.removesuffix('index.html')}"
        for kind, target in page.links:
            message = _follow(here, kind, target, pages, files, base)
            if message is not None:
                faults.append(Fault(name, message))
    return sorted(set(faults))


def _read(path: Path) -> _Page:
    tree = html.document_fromstring(path.read_bytes(), parser=_PARSER)
    ids = _IDS(tree)
    faults = [f'id "{value}" dipakai dua kali' for value, count in Counter(ids).items() if count > 1]
    faults += [f'atribut "{found.attrname}" tidak boleh ada' for found in _HANDLERS(tree)]
    if any(script.strip() not in {"", loader()} for script in _SCRIPTS(tree)):
        faults.append("skrip di dalam halaman tidak boleh ada")
    links = [("href" if found.attrname == "href" else "src", str(found)) for found in _LINKS(tree)]
    links += [
        ("src", part.split()[0]) for found in _SOURCES(tree) for part in found.split(",") if part.strip()
    ]
    links += [("href", str(found).partition("url=")[2]) for found in _REFRESHES(tree)]
    return _Page(frozenset(ids) | frozenset(_NAMES(tree)), tuple(dict.fromkeys(links)), tuple(faults))


def _follow(
    here: str, kind: str, target: str, pages: dict[str, _Page], files: set[str], base: str
) -> str | None:
    """What is wrong with a link from a page whose folder is ``here``; ``None`` when it leads somewhere."""
    path, _, fragment = target.strip().partition("#")
    path = path.partition("?")[0]
    if ":" in path or path.startswith("//"):
        split = urlsplit(target.strip())
        if split.scheme and split.scheme not in SCHEMES:
            return f'{kind} "{target}" memakai skema yang tidak boleh'
        return None if kind == "href" else f'{kind} "{target}" memuat berkas dari luar situs'
    if path == "":
        path = here
    else:
        folder = path.endswith(("/", "/.", "/..")) or path in {".", ".."}
        path = normpath(f"{here.rpartition('/')[0]}/{unquote(path)}" if path[0] != "/" else unquote(path))
        path += "/" if folder and path != "/" else ""
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
