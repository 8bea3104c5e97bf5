"""The one place where a site is put together: what is read, what is checked, what is made, what is finished.

``dev.py build`` and ``serve``, the hook of MkDocs, mkdocs-macros and the commands all come here, so that none
of them publishes what another would refuse.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any

from macros.exports import exports, for_scripts
from macros.exports.artifact import Artifact
from macros.facts.guideline_text import GuideText, read_text
from macros.facts.page_index import Shelf, shelve
from macros.facts.printed_document import printed_document
from macros.loading.load import Loaded
from macros.model.base import Record
from macros.offline import Menu, publish
from macros.page_checks.attached_files import check_files
from macros.page_checks.frozen_text import check_revisions
from macros.page_checks.markdown_policy import check_pages
from macros.page_checks.readability import check_reading
from macros.page_checks.vocabulary import check_words
from macros.postprocess import language_marks, security_headers
from macros.postprocess.css_bundles import Sheets
from macros.postprocess.minify import minified
from macros.render import Renderer
from macros.search import check_addresses, search_files
from macros.site.generated_pages import MENU, RELATIONS, SCHEDULE, Page, pages
from macros.source.problem import Problem


@dataclass(frozen=True, slots=True)
class Content:
    """What a site is made from: the data, the guideline's text, the generated pages, and the index of all."""

    loaded: Loaded
    docs: Path
    text: GuideText = field(default_factory=GuideText)
    pages: tuple[Page, ...] = ()
    shelf: Shelf = ()

    def files(self) -> Iterator[Artifact]:
        """Open data, what the scripts read, and the search index; none while the data cannot be published."""
        programme = self.loaded.programme
        if programme is not None:
            yield from exports(programme)
            yield from for_scripts(programme)
            yield from search_files(programme, self.text, self.shelf)


def gather(loaded: Loaded, docs: Path) -> Content:
    """Everything that pages and files are made from; nothing while the data cannot be published."""
    programme = loaded.programme
    if programme is None:
        return Content(loaded, docs)
    text = read_text(docs, programme.guideline)
    made = tuple(pages(programme, text))
    return Content(loaded, docs, text, made, shelve(((page.src_uri, page.text) for page in made), docs))


def check(content: Content, label: str) -> list[Problem]:
    """Every problem of data and pages, the causes first; ``label`` is how messages call ``docs``."""
    return sorted([*content.loaded.problems, *page_problems(content, label)])


def page_problems(content: Content, label: str) -> Iterator[Problem]:
    """Problems of the pages below ``docs`` alone."""
    loaded, docs, programme = content.loaded, content.docs, content.loaded.programme
    text = content.text if programme is not None else None
    return chain(
        check_pages(docs, label, programme, text, content.shelf),
        check_words(docs, label, programme.terms if programme is not None else None),
        check_revisions(loaded, docs, label),
        check_reading(docs, label),
        check_files(loaded, docs, label),
        check_addresses(loaded, content.shelf),
    )


def renderer(content: Content, extra: Mapping[str, Any]) -> Renderer:
    """What renders the macros of the pages; ``extra`` are the settings of that name in ``mkdocs.yml``.

    Raises:
        ValueError: The address of the printed document is set up wrongly.
    """
    programme = content.loaded.programme
    if programme is None:
        message = "data that cannot be published have no pages"
        raise ValueError(message)
    source = str(extra.get("source") or "")
    return Renderer(
        programme,
        content.text,
        _source_address(content.loaded, source) if source else None,
        content.shelf,
        printed_document(dict(extra)),
    )


def _source_address(loaded: Loaded, source: str) -> Callable[[Record, str], str]:
    """The address of the line that holds a value, below the address ``source``."""

    def address(record: Record, field: str) -> str:
        file, line = loaded.position(record, *([field] if field else []))
        return f"{source.rstrip('/')}/{file}#L{line}"

    return address


def finish(content: Content, site: Path, sheets: Sheets, settings: Mapping[str, Any]) -> None:
    """Versions, what works without a signal, and what hosts and those who find faults are told.

    Args:
        content: What the site was made from.
        site: Folder of the built site.
        sheets: Stylesheets that the pages were given.
        settings: Values of ``extra`` in ``mkdocs.yml``, with ``repo_url`` and ``site_url``.
    """
    made = content_time()
    programme = content.loaded.programme
    current = programme.current if programme is not None else None
    menu = None
    if current is not None:
        entrances = ["", f"{MENU}/", f"{MENU}/{SCHEDULE}/", f"{MENU}/{RELATIONS}/"]
        kept = [f"{MENU}/{current.id}/", *map(str, settings.get("offline_also", []))]
        menu = Menu(current.info.short_title, kept, entrances, f"{made:%Y-%m-%d}" if made else None)
    sheets.write(site)
    language_marks.mark(site, list(map(str, settings.get("english", []))))
    publish(site, str(settings.get("offline_page") or ""), menu, minified)
    security_headers.write(site, settings.get("repo_url") or "", settings.get("site_url") or "", made)


def content_time() -> datetime | None:
    """The time that the build counts from, set from the last commit; the clock is never asked."""
    found = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(found), UTC) if found.isdigit() and int(found) else None
