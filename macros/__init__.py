"""The generator of the site; this module binds its macros to mkdocs-macros (``module_name: macros``)."""

from __future__ import annotations

from typing import Any, cast

_renderers: dict[Any, Any] = {}


def define_env(env: Any) -> None:  # noqa: ANN401
    """Register every macro over the data beside ``mkdocs.yml``; called again on each rebuild.

    Data that did not change since the last call are not read again. Raises one clean ``Abort`` with every
    problem when the data hold an error.
    """
    from pathlib import Path  # noqa: PLC0415 - imported for every command, so kept cheap

    extra = cast("dict[str, Any]", env.conf["extra"])
    folder = Path(env.project_dir) / str(extra.get("menu_data", "menu_data"))
    docs, source = Path(env.conf["docs_dir"]), str(extra.get("source") or "")
    for name, call in _renderer(folder, docs, source, extra).macros().items():
        env.macro(call, name)


def _renderer(folder: Any, docs: Any, source: str, extra: dict[str, Any]) -> Any:  # noqa: ANN401
    from mkdocs.exceptions import Abort  # noqa: PLC0415

    from macros.guide_text import read_text  # noqa: PLC0415
    from macros.guideline import guideline_of  # noqa: PLC0415
    from macros.load import load_once  # noqa: PLC0415
    from macros.pages import pages  # noqa: PLC0415
    from macros.printed_document import printed_document  # noqa: PLC0415
    from macros.problems import as_text  # noqa: PLC0415
    from macros.render import Renderer  # noqa: PLC0415
    from macros.shelf import shelve, stamp  # noqa: PLC0415

    loaded = load_once(folder, folder.name)
    if loaded.programme is None:
        raise Abort(as_text(loaded.problems))
    text = read_text(docs, guideline_of(loaded.programme))
    try:
        document = printed_document(extra)
    except ValueError as error:
        raise Abort(str(error)) from error
    key = (loaded, text, source, document, stamp(docs))
    if key not in _renderers:
        _renderers.clear()

        def source_of(record: Any, field: str) -> str:  # noqa: ANN401
            file, line = loaded.position(record, *([field] if field else []))
            return f"{source.rstrip('/')}/{file}#L{line}"

        shelf = shelve(((page.src_uri, page.text) for page in pages(loaded.programme, text)), docs)
        _renderers[key] = Renderer(loaded.programme, text, source_of if source else None, shelf, document)
    return _renderers[key]
