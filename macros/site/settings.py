"""The settings of a site: ``mkdocs.yml``, read without any engine."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import construct_env_tag  # type: ignore[import-untyped]


class _Loader(yaml.SafeLoader):
    """Plain YAML and ``!ENV``, as MkDocs reads it."""


_Loader.add_constructor("!ENV", construct_env_tag)


def read_settings(path: Path) -> dict[str, Any]:
    """The settings in a file, values of the environment filled in.

    Raises:
        ValueError: It is no YAML, or no mapping; the message names the place.
    """
    try:
        found = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        raise ValueError(f"{path.name}: {error}") from error
    if not isinstance(found, dict):
        raise ValueError(f"{path.name}: harus pasangan kunci dan nilai.")  # noqa: TRY004 - a setting that cannot be
    return found
