"""What is published of stylesheets and scripts: the same rules and names, without comments and blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.postprocess.minify import is_source, minified
from tests.paths import ROOT

SOURCES = sorted(
    path.relative_to(ROOT / "docs").as_posix()
    for path in (ROOT / "docs/assets").rglob("*")
    if is_source(path.relative_to(ROOT / "docs").as_posix())
)
PLACES = {"assets/offline/worker.js": "sw.js"}
"""What is published at another address, after its settings."""


@pytest.mark.parametrize("path", SOURCES)
def test_what_is_published_is_smaller(site: Path, path: str) -> None:
    """No remark of its editors is left; types are for editors alone."""
    published = (site / PLACES.get(path, path)).read_text(encoding="utf-8").rpartition("};\n")[2]
    source = (ROOT / "docs" / path).read_text(encoding="utf-8")
    assert len(published) <= len(source) + sum(map(len, _taken_in(source)))
    assert "/**" not in published
    assert bool(published) is not path.endswith("/types.js")


def _taken_in(source: str) -> Iterator[str]:
    """The modules that the build puts into one: those that it imports for what they do alone."""
    for name in re.findall(r'^import "\.\./([^"]+)";$', source, re.MULTILINE):
        text = (ROOT / "docs/assets" / name).read_text(encoding="utf-8")
        yield text
        yield from _taken_in(text)


def test_names_that_others_import_stay() -> None:
    """Only what no other module can see is renamed."""
    source = "/** Adds. */\nexport function add(first, second) {\n  return first + second; // a sum\n}\n"
    assert minified("assets/sum/sum.js", source) == "export function add(e,t){return e+t}"


def test_an_error_names_the_file_and_the_line() -> None:
    """A slip in a script stops the build instead of being published."""
    with pytest.raises(ValueError, match=r"assets/sum/sum\.js: .*line 2"):
        minified("assets/sum/sum.js", "const one = 1;\nconst = 2;\n")


@pytest.mark.parametrize(
    ("path", "ours"),
    [
        ("assets/site/site.css", True),
        ("assets/scan/scan.js", True),
        ("assets/kit/vendor/fflate.js", False),
        ("assets/site/photo.svg", False),
        ("laporan/skrip.js", False),
    ],
)
def test_only_our_stylesheets_and_scripts_are_made_smaller(path: str, *, ours: bool) -> None:
    """Libraries come as their makers publish them; documents are not touched."""
    assert is_source(path) is ours
