"""One word for one thing: pages, data, labels, messages, templates and scripts use the site's vocabulary."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.model.terms import Terms
from macros.page_checks.vocabulary import check_words, sentences
from tests.paths import ROOT
from tests.sample import real

TERMS = real().terms
KEBUN = Terms.model_validate(
    {
        "words": [
            {"use": "kebun", "instead_of": ["ladang", "tegal rata"], "why": "Satu kata untuk satu hal."},
            {"use": "tanah", "instead_of": ["tegal"], "why": "Sama."},
        ]
    }
)
IDENTIFIER = re.compile(r"[a-z0-9_./#{}:-]+")
"""A key, a path, a name of code: no word for readers, unless it stands among the labels."""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Merawat ladang.", [("ladang", 8, "kebun")]),
        ("Ladang dan LADANG", [("Ladang", 0, "kebun"), ("LADANG", 11, "kebun")]),
        ("tegal  rata", [("tegal  rata", 0, "kebun")]),
        ("tegal\nrata dan tegal", [("tegal\nrata", 0, "kebun"), ("tegal", 15, "tanah")]),
        ("peladang, ladangnya", []),
        ('"ladang", “ladang”, `ladang`', []),
        ('Kata "ladang" bukan ladang', [("ladang", 20, "kebun")]),
    ],
)
def test_a_replaced_word_is_found_where_it_stands(text: str, found: list[tuple[str, int, str]]) -> None:
    """As a whole word, the longest first, in any case; not in what a sentence quotes."""
    assert [(one.written, one.start, one.word.use) for one in KEBUN.replaced_in(text)] == found


def test_a_page_is_refused_with_line_column_and_the_word_to_use(tmp_path: Path) -> None:
    """Its sentences and front matter are read; code, addresses, attributes and calls are not."""
    (tmp_path / "a.md").write_text(
        "---\ntitle: Ladang\nsection: ladang\n---\n\n# Judul { #ladang }\n\n"
        "Lihat [ini](ladang.md) `ladang`\n{{ acr('ladang') }} di ladang.\n\n```\nladang\n```\n"
    )
    first, second = check_words(tmp_path, "docs", KEBUN)
    assert (first.file, first.line, first.column) == ("docs/a.md", 2, 8)
    assert (second.line, second.column) == (9, 24)
    assert second.message == '"ladang" tidak dipakai di situs ini.'
    assert second.hint == 'Tulis "kebun". Satu kata untuk satu hal.'


def test_without_vocabulary_nothing_is_refused(tmp_path: Path) -> None:
    """A programme need not have one."""
    (tmp_path / "a.md").write_text("ladang")
    assert list(check_words(tmp_path, "docs", Terms())) == []
    assert list(check_words(tmp_path, "docs", None)) == []


def test_a_word_replaced_twice_is_refused() -> None:
    """Nobody would know which word to use."""
    word = {"use": "kebun", "instead_of": ["ladang"], "why": "Satu."}
    with pytest.raises(ValueError, match="tercantum dua kali: ladang"):
        Terms.model_validate({"words": [word, {**word, "instead_of": ["Ladang"]}]})


def test_no_page_of_the_site_uses_a_replaced_word() -> None:
    """Hand-written pages."""
    assert [str(one) for one in check_words(ROOT / "docs", "docs", TERMS)] == []


def test_no_label_or_message_uses_a_replaced_word() -> None:
    """Every string of the generator that is no name of code."""
    found = [
        f"{path.relative_to(ROOT)}:{line}: {one.written} -> {one.word.use}"
        for path in sorted((ROOT / "macros").rglob("*.py"))
        for line, text in strings(path)
        for one in TERMS.replaced_in(text)
    ]
    assert found == []


def test_no_template_or_script_uses_a_replaced_word() -> None:
    """What they say themselves, outside their code."""
    templates = [*(ROOT / "macros/templates").glob("*.jinja"), *(ROOT / "overrides").rglob("*.html")]
    said = [(path, spoken(path.read_text())) for path in sorted(templates)]
    scripts = [path for path in sorted((ROOT / "docs/assets").rglob("*.js")) if path.name != "minisearch.js"]
    said += [(path, literals(path.read_text())) for path in scripts]
    found = [
        f"{path.relative_to(ROOT)}: {one.written} -> {one.word.use}"
        for path, text in said
        for one in TERMS.replaced_in(text)
    ]
    assert found == []


def strings(path: Path) -> Iterator[tuple[int, str]]:
    """The strings of a module with their lines, without docstrings and names of code."""
    tree = ast.parse(path.read_text())
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in silent:
            continue
        if node.value in UNDERSTOOD:
            continue
        if path.parent.name == "wording" or not IDENTIFIER.fullmatch(node.value):
            yield node.lineno, CODE.sub(" ", node.value)


COMMENT = re.compile(r"/\*.*?\*/|^\s*//.*$", re.DOTALL | re.MULTILINE)
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
UNDERSTOOD = {"rancangan", "draft"}
"""What editors may have typed and messages understand; a value of the data, and part of an address."""


def literals(script: str) -> str:
    """The strings of a script that hold more than one word: a single one is a name of code."""
    texts = (match[1] or "" for match in LITERAL.finditer(COMMENT.sub("", script)))
    return " ".join(text for text in texts if " " in text)


CODE = re.compile(r"\{\w+\}|status: draft|panduan/ketidaksepakatan|draft, |draft/|draft \(usulan\)|draft\|")
"""Values and addresses of the data's language, which keep their names."""


def spoken(template: str) -> str:
    """The words of a template, without code, tags and attributes that nobody reads."""
    return sentences(re.sub(r"\{[{%#].*?[}%#]\}", " ", template, flags=re.DOTALL))
