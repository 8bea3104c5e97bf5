"""Plain language, measured: words a sentence, and acronyms explained where they first occur."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from macros.page_checks.readability import check_reading, words_a_sentence
from tests.paths import ROOT

GUIDE = sorted((ROOT / "docs/panduan").rglob("*.md"))
ORDINARY = {"Frontline", "T", "TA", "PP", "UU", "PPN", "FY", "KK"}
"""Short names that are words of a title, of a form or of an address."""
ACRONYMS = {
    one["short"]
    for one in yaml.safe_load((ROOT / "menu_data/guideline/acronyms.yml").read_text())["acronyms"]
    if one.get("expansion")
} - ORDINARY


@pytest.mark.parametrize(
    ("markdown", "average"),
    [
        ("Satu dua tiga. Empat lima.", 2.5),
        ("- satu dua;\n- tiga empat", 3.0),
        ("{{ targets_table() }}\n", 0.0),
        ("# Judul { #x }\n\nSatu dua tiga.", 2.0),
        ("---\ntitle: T\n---\n\nSatu dua.\n", 2.0),
    ],
)
def test_sentences_are_counted_as_readers_meet_them(markdown: str, average: float) -> None:
    """List items count as sentences, tables not at all."""
    assert words_a_sentence(markdown) == average


def test_a_page_of_long_sentences_is_reported(tmp_path: Path) -> None:
    """A warning with the mend; short pages pass."""
    (tmp_path / "panjang.md").write_text("---\ntitle: T\n---\n\n" + "kata " * 30 + ".\n")
    (tmp_path / "pendek.md").write_text("---\ntitle: T\n---\n\nSatu dua.\n")
    (problem,) = check_reading(tmp_path, "docs")
    assert (problem.file, problem.level) == ("docs/panjang.md", "warning")
    assert "30 kata" in problem.message or "31 kata" in problem.message


def test_every_page_of_the_guideline_reads_easily() -> None:
    """At most 20 words a sentence on average; the whole site has no warning."""
    assert list(check_reading(ROOT / "docs", "docs")) == []
    assert len(GUIDE) >= 18


@pytest.mark.parametrize("path", GUIDE, ids=lambda path: path.relative_to(ROOT / "docs").as_posix())
def test_an_acronym_is_explained_where_it_first_occurs(path: Path) -> None:
    """Everywhere but in headings, links, and the list of acronyms itself."""
    if path.name == "akronim.md":
        return
    body = path.read_text().split("---\n", 2)[2]
    lines = [line for line in body.split("\n") if not line.startswith(("#", "    "))]
    plain = re.sub(r"\[[^\]]*\]\([^)]*\)", "", "\n".join(lines))
    explained = set(re.findall(r'\{\{ acr\("([^"]+)"\) \}\}', plain))
    outside = re.sub(r"\{\{.*?\}\}", "", plain)
    used = {short for short in ACRONYMS if re.search(rf"(?<![\w-]){re.escape(short)}(?![\w-])", outside)}
    assert used <= explained
