"""The way from a project to its site: gathered and checked, staged for an engine, built by it, finished."""

from __future__ import annotations

import gc
import tempfile
from pathlib import Path

from macros.postprocess.link_check import lines
from macros.site.content import UnpublishableError, page_settings, sound
from macros.site.engines import DEFAULT, run
from macros.site.finish import finish
from macros.site.settings import read_settings
from macros.site.stage import SETTINGS, SITE, stage
from macros.source.problem import Problem


def build(project: Path, out: Path, engine: str = DEFAULT, address: str | None = None) -> list[Problem]:
    """Build a project strictly.

    Args:
        project: The folder of ``mkdocs.yml``.
        out: Where the site is to lie; what lies there is replaced once the build is whole.
        engine: What turns pages into HTML.
        address: Address that the site will have; by default that of the settings.

    Returns:
        What only asks for attention.

    Raises:
        UnpublishableError: Data, pages, settings or links hold an error.
        EngineError: The engine is not installed, or does not build.
    """
    try:
        settings = read_settings(project / SETTINGS)
        if address is not None:
            settings["site_url"] = address
        extra = settings.setdefault("extra", {})
        docs = project / settings.get("docs_dir", "docs")
        content, problems = sound(project, docs, extra)
        gc.freeze()  # the data live until the build ends, so the collector need not visit them
        extra |= page_settings(content)
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".site-", dir=out.parent) as held:
            folder = Path(held).resolve()
            run(
                engine,
                stage(content, project / str(extra.get("menu_data", "menu_data")), settings, project, folder),
            )
            faults = finish(content, folder / SITE, content.paths(), settings)
            if faults:
                raise UnpublishableError("\n".join(lines(faults)))
            _replace(folder / SITE, out, folder / "old")
    except ValueError as error:
        raise UnpublishableError(str(error)) from error
    return problems


def _replace(fresh: Path, out: Path, old: Path) -> None:
    """Put the new site in the place of the old one, which comes back when that is interrupted."""
    fresh.chmod(0o755)
    if out.exists():
        out.rename(old)
    try:
        fresh.rename(out)
    except BaseException:
        if old.exists():
            old.rename(out)
        raise
