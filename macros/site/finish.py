"""What is done to a built site, whatever engine built it; each page is read once and written once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from macros.facts import urls
from macros.postprocess import security_headers
from macros.postprocess.asset_versions import Assets
from macros.postprocess.css_bundles import joined
from macros.postprocess.language_marks import LanguageMarks
from macros.postprocess.link_check import Fault, LinkCheck
from macros.postprocess.minify import minified
from macros.postprocess.offline_manifest import Menu, OfflineManifest, digest
from macros.postprocess.sitemap import Sitemap
from macros.site.content import Content, content_time

PAGE = ".html"


def finish(
    content: Content, site: Path, published: Collection[str], settings: Mapping[str, Any]
) -> list[Fault]:
    """Finish the site in the folder ``site``.

    Stylesheets are joined, English words marked, addresses of assets versioned. The worker, the list of the
    menu, the map, and what hosts are told are written. What the engine added of its own is removed.

    Args:
        content: What the site was made from.
        site: Folder of the built site.
        published: Paths of the files that the site is to hold beside its pages.
        settings: ``mkdocs.yml``.

    Returns:
        Everything that is wrong with the links of its pages, sorted.
    """
    extra, address, made = settings.get("extra", {}), settings.get("site_url") or "", content_time()
    _remove_others(site, published)
    assets, marks, sitemap = Assets(site, minified), LanguageMarks(extra.get("english", [])), Sitemap()
    manifest = OfflineManifest(
        site, content.store, str(extra.get("offline_page") or ""), _menu(content, extra)
    )
    base = urlsplit(address).path.rstrip("/")
    links, digests, first = LinkCheck(f"{base}/"), dict[str, str](), ""
    for path in sorted(site.rglob(f"*{PAGE}")):
        name, before = path.relative_to(site).as_posix(), path.read_text(encoding="utf-8")
        after = assets.addressed(marks.marked(joined(before, assets.bundle)), path.parent)
        if after != before:
            path.write_text(after, encoding="utf-8")
        links.read(name, after.encode())
        manifest.read(name, after)
        sitemap.read(after)
        digests[name] = digest(after.encode())
        first = after if name == "index.html" else first
    sitemap.write(site, made)
    security_headers.write(site, first, settings.get("repo_url") or "", address, made)
    for path in site.rglob("*"):
        if path.is_file() and path.suffix != PAGE:
            digests[path.relative_to(site).as_posix()] = digest(path.read_bytes())
    manifest.write(digests)
    return links.faults({path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()})


def _menu(content: Content, extra: Mapping[str, Any]) -> Menu | None:
    """What is kept on a device together: the current menu, its ways in, and what the settings add."""
    programme, made = content.loaded.programme, content_time()
    current = programme.current if programme is not None else None
    if current is None:
        return None
    entrances = ["", urls.MENU, urls.menu(urls.SCHEDULE), urls.menu(urls.RELATIONS)]
    kept = [urls.menu(current.id), *map(str, extra.get("offline_also", []))]
    return Menu(current.info.short_title, kept, entrances, f"{made:%Y-%m-%d}" if made else None)


def _remove_others(site: Path, published: Collection[str]) -> None:
    """Remove files that are neither pages nor ``published``, and folders that this empties.

    What is hidden stays, as engines leave it: a site may be built into a checkout.
    """
    for path in sorted(site.rglob("*"), reverse=True):
        name = path.relative_to(site)
        if any(part.startswith(".") for part in name.parts):
            continue
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.suffix != PAGE and name.as_posix() not in published:
            path.unlink()
