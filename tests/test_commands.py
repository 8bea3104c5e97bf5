"""What the terminal says of a command: everything in Indonesian, whatever argparse says by itself."""

from __future__ import annotations

import re

import pytest

from macros.cli import COMMANDS, main

ENGLISH = re.compile(
    r"\b(usage|options|arguments?|positional|show|this|help message|exit|the|are|is|error|required|invalid|"
    r"choice|choose|from|expected|one|not|with|value|unrecognized|allowed|default|optional|commands?|of)\b"
)
MISTAKES: tuple[list[str], ...] = (
    [],
    ["chek"],
    ["freeze"],
    ["freeze", "1", "2"],
    ["freeze", "--bebas"],
    ["approve"],
    ["approve", "--edition", "1", "--revision", "1", "--decision", "a", "--sheet", "b"],
    ["serve", "--port", "x"],
    ["diff", "1", "2", "--format", "pdf"],
    ["review", "a", "b", "--claim"],
    ["diff", "1", "2", "--no-editorial=ya"],
)


def plain(text: str) -> str:
    """A text without the names of options and the values that stand in braces or quotes."""
    return re.sub(r"--?[a-z][a-z-]*|\{[^}]*\}|'[^']*'|\"[^\"]*\"", "", text)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_indonesian(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Headings, every option and argparse's own lines."""
    with pytest.raises(SystemExit) as left:
        main([*([command] if command else []), "--help"])
    said = capsys.readouterr().out
    assert (left.value.code, said.startswith("cara pakai: python3 dev.py")) == (0, True)
    assert "tampilkan bantuan ini" in said
    named = [name.replace("-", "") for name in COMMANDS]
    found = [word for word in ENGLISH.findall(plain(said).lower()) if word not in named]
    assert found == []


@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_option_is_explained(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """No option stands there with its name alone."""
    with pytest.raises(SystemExit):
        main([command, "--help"])
    lines = capsys.readouterr().out.split("\n")
    options = [at for at, line in enumerate(lines) if line.startswith("  -")]
    assert options
    for at in options:
        following = lines[at + 1] if at + 1 < len(lines) else ""
        assert re.search(r"\S  +\S", lines[at]) or re.match(r" {10,}\S", following), lines[at]


@pytest.mark.parametrize("typed", MISTAKES, ids=" ".join)
def test_mistakes_are_told_in_indonesian(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Usage, and one line that says what is wrong; the exit status is 2."""
    with pytest.raises(SystemExit) as left:
        main(typed)
    said = capsys.readouterr().err
    assert left.value.code == 2
    assert said.startswith("cara pakai: python3 dev.py")
    assert ENGLISH.findall(plain(said).lower()) == []


def test_a_mistake_names_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    """Written out once, so that the sentence reads well."""
    with pytest.raises(SystemExit):
        main(["approve", "--edition", "1"])
    assert capsys.readouterr().err.split("\n")[-2] == (
        "python3 dev.py approve: yang masih kurang: --decision, --sheet. Semua pilihan ada di --help."
    )
