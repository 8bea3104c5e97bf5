"""A site as an ordinary project: every page and file in one ``docs`` folder, with settings for any engine.

What is generated lies there as if written by hand, and pages call their macros from the installed package.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from macros.site.content import Content

DOCS = "docs"
SITE = "site"
SETTINGS = "mkdocs.yml"


def stage(content: Content, data: Path, settings: Mapping[str, Any], project: Path, folder: Path) -> Path:
    """Write a project for an engine into the empty ``folder``.

    Args:
        content: What the site is made from.
        data: The folder of the data.
        settings: ``mkdocs.yml`` of the project, with what the pages need to know in ``extra``.
        project: The folder of ``mkdocs.yml``.
        folder: Where to write.

    Returns:
        The settings file that the engine is to read; it builds into ``site`` beside it.

    Raises:
        ValueError: Two sources lead to one address, or a stylesheet or script has an error.
    """
    docs = folder / DOCS
    shutil.copytree(content.docs, docs, copy_function=shutil.copyfile)
    for path, made in content.published():
        target = docs / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(made)
    theme = dict(settings.get("theme", {}))
    if "custom_dir" in theme:
        shutil.copytree(project / theme["custom_dir"], folder / "overrides")
        theme["custom_dir"] = "overrides"
    staged = {
        **{name: held for name, held in settings.items() if name not in {"hooks", "watch"}},
        "docs_dir": DOCS,
        "site_dir": SITE,
        "theme": theme,
        "plugins": [_installed(plugin) for plugin in settings.get("plugins", [])],
        "extra": {
            **settings.get("extra", {}),
            "menu_data": str(data.resolve()),
            "pages": str(content.docs.resolve()),
        },
    }
    (folder / SETTINGS).write_text(json.dumps(staged, ensure_ascii=False, indent=1), encoding="utf-8")
    return folder / SETTINGS


def _installed(plugin: Any) -> Any:  # noqa: ANN401 - whatever stands in the settings
    """A plugin of the settings; the copy has no generator beside it, so the installed one is named."""
    if isinstance(plugin, Mapping) and "macros" in plugin:
        held = {name: value for name, value in plugin["macros"].items() if name != "module_name"}
        return {"macros": {**held, "modules": ["macros"]}}
    return plugin
