"""The generator of the site; this module binds its macros to mkdocs-macros and to Zensical."""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:  # noqa: ANN401
    """Register every macro over the data beside ``mkdocs.yml``; called again on each rebuild or page.

    Data and pages that did not change since the last call are not read again. Raises ``SystemExit`` with
    every problem when the data hold an error.
    """
    from pathlib import Path  # noqa: PLC0415 - imported for every command, so kept cheap

    from macros.site.content import macros_of  # noqa: PLC0415

    for name, call in macros_of(Path(env.project_dir), Path(env.conf["docs_dir"]), env.conf["extra"]).items():
        env.macro(call, name)
