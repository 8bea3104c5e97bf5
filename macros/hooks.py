"""MkDocs hook: stops a build with every problem named, adds generated pages and exports, checks links.

Each function only unpacks what MkDocs gives and delegates.
"""

from __future__ import annotations

import gc
import logging
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

from macros import wording
from macros.attachments import check_files
from macros.audit import audit, lines
from macros.exports import exports, for_scripts
from macros.first_view import Sheets, loader, loader_source
from macros.foreign import mark
from macros.guide_text import GuideText, read_text
from macros.guideline import guideline_of
from macros.lean import is_source, minified
from macros.load import Loaded, load_once
from macros.offline import Menu, publish
from macros.page_words import check_words
from macros.pages import MENU, RELATIONS, SCHEDULE, Page, pages
from macros.policy import write
from macros.problems import Level, as_text
from macros.prose import check_pages
from macros.reading import check_reading
from macros.revising import check_revisions
from macros.search import check_addresses, search_files
from macros.shelf import Shelf, shelve
from macros.terms import terms_of

log = logging.getLogger("mkdocs.hooks.lini-depan")
_prepared: dict[str, _Prepared] = {}
_sheets: dict[str, Sheets] = {}
_serving: list[str] = []


@dataclass(frozen=True, slots=True)
class _Prepared:
    """What a build is made from: the data, the guideline's text, the generated pages, and every page."""

    loaded: Loaded
    text: GuideText
    pages: tuple[Page, ...]
    shelf: Shelf


def on_startup(*, command: str, dirty: bool) -> None:  # noqa: ARG001 - MkDocs gives both by name
    """Remember whether pages are served while they are edited."""
    _serving.clear()
    if command == "serve":
        _serving.append(command)


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check all data and pages, before any plugin; ``Abort`` with every problem on an error."""
    if _serving:
        config.extra["serving"] = True
    project = Path(config.config_file_path).parent
    data = project / str(config.extra.get("menu_data", "menu_data"))
    loaded = load_once(data, _label(data, project))
    docs = Path(config.docs_dir)
    label = _label(docs, project)
    text = (check_revisions(loaded, docs, label), check_reading(docs, label))
    prepared = _prepare(loaded, docs)
    files = (
        check_pages(docs, label, loaded.programme, prepared.text, prepared.shelf),
        check_words(docs, label, terms_of(loaded.programme) if loaded.programme else None),
        check_files(loaded, docs, label),
    )
    named = check_addresses(loaded, prepared.shelf)
    problems = sorted([*loaded.problems, *chain.from_iterable((*files, *text, named))])
    if loaded.programme is None or any(problem.level is Level.ERROR for problem in problems):
        raise Abort(as_text(problems))
    if problems:
        log.info(as_text(problems))
    _prepared[config.config_file_path] = prepared
    if loaded.programme.current is not None:
        config.extra["edition_name"] = loaded.programme.current.info.short_title
    config.extra["loader"], config.extra["loader_source"] = loader(), loader_source()
    _sheets[config.config_file_path] = Sheets()
    made = _commit_time()
    config.extra["dated"] = wording.content_of(f"{made:%Y-%m-%d}") if made else ""
    gc.freeze()  # the data stay for the whole build; looking at them again and again costs a twelfth of it
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages and files that come from data; two sources for one address are refused."""
    prepared = _prepared[config.config_file_path]
    programme = prepared.loaded.programme
    if programme is None:
        return files
    taken = {file.dest_uri: file.src_uri for file in files}
    data = chain(
        exports(programme), for_scripts(programme), search_files(programme, prepared.text, prepared.shelf)
    )
    generated = [
        *(File.generated(config, page.src_uri, content=page.text) for page in prepared.pages),
        *(File.generated(config, item.path, content=item.content) for item in data),
    ]
    for file in generated:
        if file.dest_uri in taken:
            message = f"{taken[file.dest_uri]} dan {file.src_uri} menuju alamat yang sama, {file.url}."
            raise Abort(message)
        taken[file.dest_uri] = file.src_uri
        files.append(file)
    _make_smaller(files, config)
    return files


def _make_smaller(files: Files, config: MkDocsConfig) -> None:
    """Publish our stylesheets and scripts without what only their editors read."""
    for file in [one for one in files if is_source(one.src_uri)]:
        try:
            content = minified(file.src_uri, file.content_string)
        except ValueError as error:
            raise Abort(str(error)) from error
        files.remove(file)
        files.append(File.generated(config, file.src_uri, content=content))


def on_post_page(output: str, *, page: object, config: MkDocsConfig) -> str:  # noqa: ARG001 - MkDocs names them
    """One stylesheet per page."""
    return _sheets[config.config_file_path].join(output)


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:
    """The same for the page of a wrong address."""
    return _sheets[config.config_file_path].join(output) if template_name.endswith(".html") else output


def on_post_build(config: MkDocsConfig) -> None:
    """Finish the built site, then follow its links; faults stop a strict build and are warnings otherwise."""
    _finish(config)
    base = urlsplit(config.site_url or "/").path or "/"
    faults = audit(Path(config.site_dir), base if base.endswith("/") else f"{base}/")
    if faults and config.strict:
        raise Abort("\n".join(lines(faults)))
    for line in lines(faults):
        log.warning(line)


def _prepare(loaded: Loaded, docs: Path) -> _Prepared:
    """Everything that pages and files are made from; nothing while the data cannot be published."""
    programme = loaded.programme
    if programme is None:
        return _Prepared(loaded, GuideText(), (), ())
    text = read_text(docs, guideline_of(programme))
    made = tuple(pages(programme, text))
    return _Prepared(loaded, text, made, shelve(((page.src_uri, page.text) for page in made), docs))


def _finish(config: MkDocsConfig) -> None:
    """Versions, what works without a signal, and what hosts and finders of faults are told."""
    site, made = Path(config.site_dir), _commit_time()
    programme = _prepared[config.config_file_path].loaded.programme
    current = programme.current if programme is not None else None
    also = map(str, config.extra.get("offline_also", []))
    built = f"{made:%Y-%m-%d}" if made else None
    menu = None
    if current is not None:
        entrances = ["", f"{MENU}/", f"{MENU}/{SCHEDULE}/", f"{MENU}/{RELATIONS}/"]
        menu = Menu(current.info.short_title, [f"{MENU}/{current.id}/", *also], entrances, built)
    _sheets[config.config_file_path].write(site)
    mark(site, list(map(str, config.extra.get("english", []))))
    publish(site, str(config.extra.get("offline_page") or ""), menu, minified)
    write(site, config.repo_url or "", config.site_url or "", made)


def _commit_time() -> datetime | None:
    """The time that the build counts from, set from the last commit; the clock is never asked."""
    found = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(found), UTC) if found.isdigit() and int(found) else None


def _label(path: Path, project: Path) -> str:
    return Path(os.path.relpath(path, project)).as_posix()
