"""The generator of the site; this module binds its macros to mkdocs-macros (``module_name: macros``)."""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:  # noqa: ANN401
    """Register every macro over the data beside ``mkdocs.yml``; called again on each rebuild.

    Data and pages that did not change since the last call are not read again. Raises one clean ``Abort`` with
    every problem when the data hold an error.
    """
    from pathlib import Path  # noqa: PLC0415 - imported for every command, so kept cheap

    from macros.site.hooks import renderer_for  # noqa: PLC0415

    data = Path(env.project_dir) / str(env.conf["extra"].get("menu_data", "menu_data"))
    for name, call in renderer_for(env.conf, data).macros().items():
        env.macro(call, name)
