"""MkDocs hook: stops a build with every problem named, adds generated pages and exports, checks links.

Each function only unpacks what MkDocs gives and delegates.
"""

from __future__ import annotations

import gc
import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

from macros.postprocess.link_check import lines
from macros.site.content import Content, UnpublishableError, page_settings, sound
from macros.site.finish import finish
from macros.source.problem import as_text

log = logging.getLogger("mkdocs.hooks.lini-depan")
_contents: dict[str, Content] = {}
_serving: list[str] = []


def on_startup(*, command: str, dirty: bool) -> None:  # noqa: ARG001 - MkDocs gives both by name
    """Remember whether pages are served while they are edited."""
    _serving.clear()
    if command == "serve":
        _serving.append(command)


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check all data and pages, before any plugin; ``Abort`` with every problem on an error."""
    project = Path(config.config_file_path).parent
    serving = bool(_serving or config.extra.get("serving"))
    try:
        content, problems = sound(project, Path(config.docs_dir), config.extra)
    except UnpublishableError as error:
        raise Abort(str(error)) from error
    if problems:
        log.info(as_text(problems))
    _contents[config.config_file_path] = content
    config.extra.update(page_settings(content, serving=serving))
    if not serving:
        gc.freeze()  # the data live until the build ends, so the collector need not visit them; kept for good
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages and files that come from data; two sources for one address are refused."""
    try:
        for path, content in _contents[config.config_file_path].published():
            written = files.get_file_from_path(path)
            if written is not None:
                files.remove(written)
            files.append(File.generated(config, path, content=content))
    except ValueError as error:
        raise Abort(str(error)) from error
    return files


def on_post_build(config: MkDocsConfig) -> None:
    """Finish the built site; faults of its links stop a strict build and are warnings otherwise."""
    content = _contents[config.config_file_path]
    faults = list(lines(finish(content, Path(config.site_dir), content.paths(), config)))
    if faults and config.strict:
        raise Abort("\n".join(faults))
    for line in faults:
        log.warning(line)
