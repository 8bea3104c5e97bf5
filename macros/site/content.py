"""What a site is made from, gathered and checked once for the hook of MkDocs, mkdocs-macros and the commands.

Every command and every build come here, so that none of them publishes what another refuses.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

from macros.exports import exports, for_scripts
from macros.exports.artifact import Artifact
from macros.facts.guideline_text import GuideText, read_text
from macros.facts.page_index import PageIndex, list_pages, stamp
from macros.facts.printed_document import PrintedDocument, printed_document
from macros.loading.load import Loaded, load_once
from macros.model.base import Record
from macros.page_checks.attached_files import check_files
from macros.page_checks.frozen_text import check_revisions
from macros.page_checks.markdown_policy import check_pages
from macros.page_checks.readability import check_reading
from macros.page_checks.vocabulary import check_words
from macros.postprocess.css_bundles import loader, loader_source
from macros.postprocess.minify import is_source, minified
from macros.render import Renderer
from macros.search import check_addresses, search_files
from macros.site.generated_pages import Page, pages
from macros.source.problem import Level, Problem, as_text
from macros.wording.dates import content_of

NOTHING: Mapping[str, Any] = {}
_WAYS = re.compile(r"\{(root|site|issue)\}")


@dataclass(frozen=True, eq=False)
class Content:
    """What a site is made from: the data, the guideline's text, the generated pages, and the index of all."""

    loaded: Loaded
    docs: Path
    text: GuideText = field(default_factory=GuideText)
    pages: tuple[Page, ...] = ()
    page_index: PageIndex = ()

    @property
    def store(self) -> str:
        """The name under which the site stores on a device."""
        programme = self.loaded.programme
        return programme.catalogue.programme.key if programme is not None else ""

    def paths(self) -> frozenset[str]:
        """Paths of everything that is published beside pages."""
        every = chain(self.written(), (item.path for item in self.files))
        return frozenset(path for path in every if not path.endswith(".md"))

    def written(self) -> list[str]:
        """Paths of the files of ``docs``, below that folder, as they lie there now."""
        found = (path for path in sorted(self.docs.rglob("*")) if path.is_file())
        return [path.relative_to(self.docs).as_posix() for path in found]

    def published(self) -> Iterator[tuple[str, bytes]]:
        """What is published beside the files of ``docs`` or in their place: path below ``docs``, and bytes.

        Raises:
            ValueError: Two sources lead to one address, or a stylesheet or script has an error.
        """
        written = self.written()
        taken = {address(path): path for path in written}
        generated = chain(
            ((page.src_uri, outward(page.text).encode()) for page in self.pages),
            ((item.path, item.content) for item in self.files),
        )
        for path, made in generated:
            if address(path) in taken:
                message = f"{taken[address(path)]} dan {path} menuju alamat yang sama, {address(path)}."
                raise ValueError(message)
            taken[address(path)] = path
            yield path, made
        for path in filter(is_source, written):
            yield path, minified(path, (self.docs / path).read_text(encoding="utf-8")).encode()

    @cached_property
    def files(self) -> tuple[Artifact, ...]:
        """Open data, what the scripts read, and the search index; none while the data cannot be published."""
        programme = self.loaded.programme
        if programme is None:
            return ()
        search = search_files(programme, self.text, self.page_index)
        return (*exports(programme), *for_scripts(programme), *search)


def address(path: str) -> str:
    """Where a file of ``docs`` lies in the site: ``a/b.md`` at ``a/b/index.html``."""
    if not path.endswith(".md"):
        return path
    folder, _, name = path.removesuffix(".md").rpartition("/")
    return "/".join(filter(None, (folder, "" if name == "index" else name, "index.html")))


def outward(text: str) -> str:
    """Text of a page with ways to the root that no engine takes for a path beside the page."""
    return _WAYS.sub(r"/{\1}", text)


class UnpublishableError(Exception):
    """What cannot be published; the message names every problem with its place and mend."""


def sound(project: Path, docs: Path, extra: Mapping[str, Any]) -> tuple[Content, list[Problem]]:
    """What a site is made from, and what only asks for attention.

    Args:
        project: The folder of ``mkdocs.yml``, against which messages name files.
        docs: The folder of hand-written pages.
        extra: Settings of that name in ``mkdocs.yml``.

    Raises:
        UnpublishableError: Data or pages hold an error.
    """
    data = project / str(extra.get("menu_data", "menu_data"))
    content = gather(load_once(data, _label(data, project)), docs)
    try:
        problems = check(content, _label(docs, project), extra)
    except ValueError as error:
        raise UnpublishableError(str(error)) from error
    if content.loaded.programme is None or any(problem.level is Level.ERROR for problem in problems):
        raise UnpublishableError(as_text(problems))
    return content, problems


def _label(path: Path, project: Path) -> str:
    return Path(os.path.relpath(path, project)).as_posix()


def gather(loaded: Loaded, docs: Path) -> Content:
    """Everything that pages and files are made from; nothing while the data cannot be published.

    What was made last is given again while neither the data nor the pages below ``docs`` changed.
    """
    return _gathered(loaded, docs, stamp(docs))


@lru_cache(maxsize=2)
def _gathered(loaded: Loaded, docs: Path, _: object) -> Content:
    programme = loaded.programme
    if programme is None:
        return Content(loaded, docs)
    text = read_text(docs, programme.guideline)
    made = tuple(pages(programme, text))
    return Content(loaded, docs, text, made, list_pages(((page.src_uri, page.text) for page in made), docs))


def check(content: Content, label: str, extra: Mapping[str, Any] = NOTHING) -> list[Problem]:
    """Every problem of data and pages, the causes first; ``label`` is how messages call ``docs``.

    Raises:
        ValueError: ``extra``, the settings of that name in ``mkdocs.yml``, holds what cannot be.
    """
    return sorted([*content.loaded.problems, *page_problems(content, label, extra)])


def page_problems(content: Content, label: str, extra: Mapping[str, Any] = NOTHING) -> Iterator[Problem]:
    """Problems of the pages below ``docs`` alone."""
    loaded, docs, programme = content.loaded, content.docs, content.loaded.programme
    return chain(
        check_pages(docs, label, renderer_of(content, extra)),
        check_words(docs, label, programme.terms if programme is not None else None),
        check_revisions(loaded, docs, label),
        check_reading(docs, label),
        check_files(loaded, docs, label),
        check_addresses(loaded, content.page_index),
    )


def renderer_of(content: Content, extra: Mapping[str, Any]) -> Renderer | None:
    """What renders the pages' macros, kept while neither data nor pages change; ``None`` without sound data.

    Raises:
        ValueError: The address of the printed document is set up wrongly.
    """
    return _renderer(content, str(extra.get("source") or ""), printed_document(extra))


@lru_cache(maxsize=1)
def _renderer(content: Content, source: str, document: PrintedDocument | None) -> Renderer | None:
    if content.loaded.programme is None:
        return None
    source_of = _source_address(content.loaded, source) if source else None
    return Renderer(content.loaded.programme, content.text, source_of, content.page_index, document)


def macros_of(project: Path, docs: Path, extra: Mapping[str, Any]) -> dict[str, Callable[..., str]]:
    """What pages may call, by name.

    Args:
        project: The folder of ``mkdocs.yml``.
        docs: The folder of its pages; ``extra.pages`` names the hand-written ones where others lie beside.
        extra: Settings of that name in ``mkdocs.yml``.

    Raises:
        SystemExit: The data hold an error, or a setting is wrong; every problem is named.
    """
    data = project / str(extra.get("menu_data", "menu_data"))
    content = gather(load_once(data, data.name), Path(extra.get("pages", docs)))
    try:
        renderer = renderer_of(content, extra)
    except ValueError as error:
        raise SystemExit(str(error)) from error
    if renderer is None:
        raise SystemExit(as_text(content.loaded.problems))
    return {name: _outward(call) for name, call in renderer.macros.items()}


def _outward(call: Callable[..., str]) -> Callable[..., str]:
    """A macro whose results hold ways that any engine leaves alone."""
    return lambda *args, **kwargs: outward(call(*args, **kwargs))


def _source_address(loaded: Loaded, source: str) -> Callable[[Record, str], str]:
    """The address of the line that holds a value, below the address ``source``."""

    def address(record: Record, field: str) -> str:
        file, line = loaded.position(record, *([field] if field else []))
        return f"{source.rstrip('/')}/{file}#L{line}"

    return address


def page_settings(content: Content, *, serving: bool = False) -> dict[str, Any]:
    """What every page needs to know beside ``extra`` of ``mkdocs.yml``: names as templates use them."""
    programme, made = content.loaded.programme, content_time()
    current = programme.current if programme is not None else None
    return {
        **({"edition_name": current.info.short_title} if current is not None else {}),
        **({"serving": True} if serving else {}),
        "store": content.store,
        "loader": loader(),
        "loader_source": loader_source(),
        "dated": content_of(f"{made:%Y-%m-%d}") if made else "",
    }


def content_time() -> datetime | None:
    """The time that the build counts from, set from the last commit; the clock is never asked."""
    found = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(found), UTC) if found.isdigit() and int(found) else None
