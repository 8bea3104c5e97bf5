"""Programmes to test with: this project's own, and the tiny one with its next year."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

import yaml

from macros.loading.load import load
from macros.model.programme import Programme
from tests.hostile import poison
from tests.paths import ROOT, TINY, TINY_NEXT


@cache
def real() -> Programme:
    """This project's own data, read once; records do not change."""
    return programme_of(ROOT / "menu_data")


def two_years(folder: Path) -> Path:
    """The data of the tiny programme with its second edition, below ``folder``."""
    data = Path(shutil.copytree(TINY / "menu_data", folder / "menu_data"))
    return Path(shutil.copytree(TINY_NEXT / "menu_data", data, dirs_exist_ok=True))


def programme_of(data: Path) -> Programme:
    """The programme in a folder that has no errors."""
    loaded = load(data)
    assert loaded.programme is not None, loaded.problems
    return loaded.programme


def poisoned(folder: Path, offset: int) -> tuple[Path, dict[str, list[str]]]:
    """The same with hostile texts, and those used by file; what both editions have keeps one name."""
    data = two_years(folder)
    used = poison(data, offset)
    old, new = (yaml.safe_load((data / f"editions/{key}/packages/1.yml").read_text()) for key in "12")
    new["name"], new["activities"][0]["name"] = old["name"], old["activities"][0]["name"]
    (data / "editions/2/packages/1.yml").write_text(yaml.safe_dump(new, allow_unicode=True))
    return data, used
