"""The built site, read as a browser would: every link, fragment and image leads somewhere inside it.

MkDocs checks Markdown links only; this covers raw ``href`` and ``src`` too, and refuses what no page of
the site may hold: event handlers, ``javascript:`` links, and scripts in the page but for the one that begins
the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
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


class LinkCheck:
    """Reads the pages of a site one by one, then follows their links."""

    def __init__(self, base: str = "/") -> None:
        """``base`` is the path under which the site is served."""
        self._base = base
        self._pages: dict[str, _Page] = {}

    def read(self, name: str, content: bytes) -> None:
        """Take in a page: its path in the site, and its bytes."""
        self._pages[name] = _read(content)

    def faults(self, files: Collection[str]) -> list[Fault]:
        """Every fault of the pages, sorted; ``files`` are the paths of all files of the site."""
        found = {Fault(name, message) for name, page in self._pages.items() for message in page.faults}
        for name, page in self._pages.items():
            here = f"{self._base}{name.removesuffix('index.html')}"
            for kind, target in page.links:
                message = _follow(here, kind, target, self._pages, files, self._base)
                if message is not None:
                    found.add(Fault(name, message))
        return sorted(found)


def audit(site: Path, base: str = "/") -> list[Fault]:
    """Every fault of the site in folder ``site``, served under the path ``base``; sorted."""
    check = LinkCheck(base)
    for path in sorted(site.rglob("*.html")):
        check.read(path.relative_to(site).as_posix(), path.read_bytes())
    return check.faults({path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()})


def _read(content: bytes) -> _Page:
    tree = html.document_fromstring(content, parser=_PARSER)
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
    here: str, kind: str, target: str, pages: dict[str, _Page], files: Collection[str], base: str
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
