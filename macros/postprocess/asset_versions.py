"""Addresses of stylesheets and scripts that name their version.

``assets/a/a.js`` is asked for as ``assets/a/a.js?v=DIGEST`` and begins with ``/*!DIGEST*/``. The digest
covers the file and every module that it reaches, so a page of one version never works with the script of
another, wherever caches stand between. A module imported for its effects alone is put in place of its import:
it costs no request.

Data files that a page names to its script, in a ``data-`` attribute or in its JSON, get the digest of their
content in the same way.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from posixpath import join, normpath

LENGTH = 10
"""Hexadecimal digits of a version."""
_EFFECT = re.compile(r'\bimport"(\.[^"?]+)";?')
_IMPORT = re.compile(r'(\bfrom"|\bimport"|\bimport\(")(\.[^"?]+)(?=")')
_EXPORT = re.compile(r"(?<![\w$.])export (?=(?:async |const |let |class |function))")
_NAMED = re.compile(
    r'(<(?:link|template)\b[^>]*? (?:href|data-load)=")([^"]*?)(assets/[^"?]+\.(?:css|js))(?=")'
)
_DATA = re.compile(
    r"""(\bdata-[a-z-]+="[^"]*"|<script type="application/json"[^>]*>.*?</script>)""", re.DOTALL
)
_FILE = re.compile(r'"([\w./-]+\.(?:json|xlsx|docx|csv))"')
_VENDOR = "vendor"


Shrink = Callable[[str, str], str]
"""Makes a stylesheet or script smaller, given its path and content."""


class Assets:
    """Stylesheets and scripts of a built site, published with their versions."""

    def __init__(self, site: Path, shrink: Shrink = lambda _, text: text) -> None:
        """Write versions into the assets of ``site``; ``shrink`` takes scripts that took in another."""
        self._site = site
        paths = sorted(path for kind in ("css", "js") for path in (site / "assets").rglob(f"*.{kind}"))
        self._sources = {
            path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in paths
        }
        made, self.versions = versioned(self._sources, shrink)
        self._bundles: dict[str, tuple[str, ...]] = {}
        for name, text in made.items():
            (site / name).write_text(text, encoding="utf-8")

    def bundle(self, name: str, parts: tuple[str, ...]) -> None:
        """Publish the stylesheets ``parts`` as one called ``name``.

        Raises:
            ValueError: Another combination has that name already.
        """
        known = self._bundles.setdefault(name, parts)
        if known != parts:
            message = f"{name} would stand for {known} and for {parts}: rename a stylesheet."
            raise ValueError(message)
        if name not in self.versions:
            made, versions = versioned({name: "".join(self._sources[part] for part in parts)})
            self.versions |= versions
            (self._site / name).parent.mkdir(exist_ok=True)
            (self._site / name).write_text(made[name], encoding="utf-8")

    def addressed(self, page: str, folder: Path) -> str:
        """The HTML of the page in ``folder`` with versions in what it asks for."""
        page = _NAMED.sub(lambda found: f"{found[0]}{_query(found[3], self.versions)}", page)
        return _DATA.sub(partial(_with_data, self._site, folder), page)


def versioned(
    sources: Mapping[str, str], shrink: Shrink = lambda _, text: text
) -> tuple[dict[str, str], dict[str, str]]:
    """Assets with their versions inside, and the version of each.

    Args:
        sources: Stylesheets and scripts as a minifier leaves them, by path below the site's root.
        shrink: Called for scripts that took in another one.
    """
    whole = {name: _inlined(name, sources) for name in sources}
    whole |= {name: shrink(name, text) for name, text in whole.items() if text != sources[name]}

    @cache
    def reached(name: str) -> frozenset[str]:
        found, new = {name}, [name]
        while new:
            here = new.pop()
            more = {_resolve(here, one[2]) for one in _IMPORT.finditer(whole[here])} & whole.keys() - found
            found |= more
            new += more
        return frozenset(found)

    versions = {}
    for name in whole:
        parts = (part for one in sorted(reached(name)) for part in (one, whole[one]))
        versions[name] = hashlib.sha256("\0".join(parts).encode()).hexdigest()[:LENGTH]
    made = {name: _marked(name, text, versions) for name, text in whole.items() if text}
    return made, versions


def _inlined(name: str, sources: Mapping[str, str], above: tuple[str, ...] = ()) -> str:
    """A module with those that it imports for their effects alone in the place of the imports.

    Not those that import others by name or when asked: these imports would not hold elsewhere.
    """
    if not name.endswith(".js"):
        return sources[name]

    def inner(found: re.Match[str]) -> str:
        other = _resolve(name, found[1])
        if other not in sources or other in (*above, name):
            return found[0]
        text = _inlined(other, sources, (*above, name))
        return found[0] if _IMPORT.search(text) else f"{{{_EXPORT.sub('', text)}}}"

    return _EFFECT.sub(inner, sources[name])


def _marked(name: str, text: str, versions: Mapping[str, str]) -> str:
    if name.endswith(".js"):
        text = _IMPORT.sub(
            lambda found: f"{found[1]}{found[2]}{_query(_resolve(name, found[2]), versions)}", text
        )
    return text if _VENDOR in name.split("/") else f"/*!{versions[name]}*/{text}"


def _with_data(site: Path, folder: Path, found: re.Match[str]) -> str:
    """Data that a page hands to its script, with the versions of the files that they name.

    A file stands below the page's folder or below the site's root; its version is the digest of its content.
    """

    def versioned_file(name: re.Match[str]) -> str:
        for path in (folder / name[1], site / name[1]):
            if path.is_file():
                version = hashlib.sha256(path.read_bytes()).hexdigest()[:LENGTH]
                return f'"{name[1]}?v={version}"'
        return name[0]

    return _FILE.sub(versioned_file, found[0])


def _query(name: str, versions: Mapping[str, str]) -> str:
    return f"?v={versions[name]}" if name in versions else ""


def _resolve(name: str, target: str) -> str:
    return normpath(join(name.rpartition("/")[0], target))
