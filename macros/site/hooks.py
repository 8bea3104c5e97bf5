"""MkDocs hook: stops a build with every problem named, adds generated pages and exports, checks links.

Each function only unpacks what MkDocs gives and delegates.
"""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

from macros.facts.page_index import stamp
from macros.loading.load import Loaded, load_once
from macros.postprocess.css_bundles import Sheets, loader, loader_source
from macros.postprocess.link_check import audit, lines
from macros.postprocess.minify import is_source, minified
from macros.render import Renderer
from macros.site.build import Content, check, content_time, finish, gather, renderer
from macros.source.problem import Level, as_text
from macros.wording import dates

log = logging.getLogger("mkdocs.hooks.lini-depan")
_contents: dict[str, Content] = {}
_renderers: dict[Any, Renderer] = {}
_sheets: dict[str, Sheets] = {}
_serving: list[str] = []


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
    docs = Path(config.docs_dir)
    content = gather(load_once(data, _label(data, project)), docs)
    problems = check(content, _label(docs, project))
    programme = content.loaded.programme
    if programme is None or any(problem.level is Level.ERROR for problem in problems):
        raise Abort(as_text(problems))
    if problems:
        log.info(as_text(problems))
    _contents[config.config_file_path] = content
    if programme.current is not None:
        config.extra["edition_name"] = programme.current.info.short_title
    config.extra["loader"], config.extra["loader_source"] = loader(), loader_source()
    _sheets[config.config_file_path] = Sheets()
    made = content_time()
    config.extra["dated"] = dates.content_of(f"{made:%Y-%m-%d}") if made else ""
    if not config.extra.get("serving"):
        gc.freeze()  # the data live until the build ends, so the collector need not visit them; kept for good
    return config


def renderer_for(config: Mapping[str, Any], data: Path) -> Renderer:
    """What renders the macros of a project's pages; the last one while neither data nor pages changed.

    Raises:
        Abort: The data hold an error, or a setting is wrong; every problem is named.
    """
    docs, extra = Path(config["docs_dir"]), config["extra"]
    loaded = load_once(data, data.name)
    if loaded.programme is None:
        raise Abort(as_text(loaded.problems))
    key = (loaded, stamp(docs), repr(sorted(extra.items(), key=str)))
    if key not in _renderers:
        _renderers.clear()
        try:
            _renderers[key] = renderer(_content(loaded, docs), extra)
        except ValueError as error:
            raise Abort(str(error)) from error
    return _renderers[key]


def _content(loaded: Loaded, docs: Path) -> Content:
    """What this build was begun with, or what a build without the hook is made from."""
    begun = (one for one in _contents.values() if one.loaded is loaded and one.docs == docs)
    return next(begun, None) or gather(loaded, docs)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages and files that come from data; two sources for one address are refused."""
    content = _contents[config.config_file_path]
    taken = {file.dest_uri: file.src_uri for file in files}
    generated = [
        *(File.generated(config, page.src_uri, content=page.text) for page in content.pages),
        *(File.generated(config, item.path, content=item.content) for item in content.files()),
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
    settings = {**config.extra, "repo_url": config.repo_url, "site_url": config.site_url}
    key = config.config_file_path
    finish(_contents[key], Path(config.site_dir), _sheets[key], settings)
    base = urlsplit(config.site_url or "/").path or "/"
    faults = audit(Path(config.site_dir), base if base.endswith("/") else f"{base}/")
    if faults and config.strict:
        raise Abort("\n".join(lines(faults)))
    for line in lines(faults):
        log.warning(line)


def _label(path: Path, project: Path) -> str:
    return Path(os.path.relpath(path, project)).as_posix()
