"""What turns a staged project into HTML: MkDocs, its drop-in fork ProperDocs, or Zensical.

Each reads the same settings and the same folder of pages; none is imported before it is asked for.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

DEFAULT = "mkdocs"


class EngineError(Exception):
    """An engine did not build; the message is its own."""


def run(engine: str, settings: Path) -> None:
    """Build the project of a settings file into the folder that the file names.

    Args:
        engine: One of ``ENGINES``.
        settings: The staged ``mkdocs.yml``.

    Raises:
        EngineError: It is not installed, or does not build.
    """
    try:
        ENGINES[engine](engine, settings)
    except ModuleNotFoundError as error:
        raise EngineError(f"Mesin {engine} belum terpasang: pip install {engine} ({error}).") from error


def _mkdocs(engine: str, settings: Path) -> None:
    """MkDocs, or a fork with the same modules; a warning stops the build."""
    config = import_module(f"{engine}.config")
    failure = import_module(f"{engine}.exceptions").MkDocsException
    counter = import_module(f"{engine}.utils").CountHandler()
    counter.setLevel(logging.WARNING)
    log = logging.getLogger(engine)
    log.addHandler(counter)
    try:
        import_module(f"{engine}.commands.build").build(config.load_config(str(settings), strict=False))
    except (failure, SystemExit) as error:
        raise EngineError(str(error)) from error
    finally:
        log.removeHandler(counter)
    warned = sum(number for _, number in counter.get_counts())
    if warned:
        raise EngineError(f"Mesin {engine} memberi {warned} peringatan; lihat di atas.")


def _properdocs(engine: str, settings: Path) -> None:
    """ProperDocs, under whose own name every ``mkdocs`` module is found that a plugin asks for."""
    import_module(f"{engine}.replacement")
    _mkdocs(engine, settings)


def _zensical(engine: str, settings: Path) -> None:
    """Zensical; its link check is left to ours, which follows every link of the finished site."""
    import_module(engine).build(str(settings), {"clean": True, "strict": False})


ENGINES: dict[str, Callable[[str, Path], None]] = {
    "mkdocs": _mkdocs,
    "properdocs": _properdocs,
    "zensical": _zensical,
}
"""How each engine is run, by name."""
