"""MkDocs hook: stops a build with every problem named, adds generated pages and exports, checks links.

Each function only unpacks what MkDocs gives and delegates.
"""

from __future__ import annotations

import gc
import logging
import os
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
from macros.exports import exports
from macros.guide_text import read_text
from macros.guideline import guideline_of
from macros.lean import is_source, minified
from macros.load import Loaded, load_once
from macros.pages import pages
from macros.problems import Level, as_text
from macros.prose import check_pages
from macros.reading import check_reading
from macros.revising import check_revisions

log = logging.getLogger("mkdocs.hooks.lini-depan")
_loaded: dict[str, Loaded] = {}


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check all data and pages, before any plugin; ``Abort`` with every problem on an error."""
    project = Path(config.config_file_path).parent
    data = project / str(config.extra.get("menu_data", "menu_data"))
    loaded = load_once(data, _label(data, project))
    docs = Path(config.docs_dir)
    label = _label(docs, project)
    text = (check_revisions(loaded, docs, label), check_reading(docs, label))
    files = (check_pages(docs, label), check_files(loaded, docs, label))
    problems = sorted([*loaded.problems, *chain.from_iterable((*files, *text))])
    if loaded.programme is None or any(problem.level is Level.ERROR for problem in problems):
        raise Abort(as_text(problems))
    if problems:
        log.info(as_text(problems))
    _loaded[config.config_file_path] = loaded
    config.extra["dated"] = _dated(os.environ.get("SOURCE_DATE_EPOCH", ""))
    gc.freeze()  # the data stay for the whole build; looking at them again and again costs a twelfth of it
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages and files that come from data; two sources for one address are refused."""
    programme = _loaded[config.config_file_path].programme
    if programme is None:
        return files
    text = read_text(Path(config.docs_dir), guideline_of(programme))
    taken = {file.dest_uri: file.src_uri for file in files}
    generated = [
        *(File.generated(config, page.src_uri, content=page.text) for page in pages(programme, text)),
        *(File.generated(config, item.path, content=item.content) for item in exports(programme)),
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


def on_post_build(config: MkDocsConfig) -> None:
    """Follow every link of the built site; faults stop a strict build and are warnings otherwise."""
    base = urlsplit(config.site_url or "/").path or "/"
    faults = audit(Path(config.site_dir), base if base.endswith("/") else f"{base}/")
    if faults and config.strict:
        raise Abort("\n".join(lines(faults)))
    for line in lines(faults):
        log.warning(line)


def _dated(epoch: str) -> str:
    """The day of the commit that is published, in words; empty when the build does not know it."""
    if not epoch.isdecimal() or int(epoch) == 0:
        return ""
    return wording.content_of(datetime.fromtimestamp(int(epoch), UTC).date().isoformat())


def _label(path: Path, project: Path) -> str:
    return Path(os.path.relpath(path, project)).as_posix()
