"""The change sheet of a pull request in every form, and the number that the comment will need.

    sheet.py BASE HEAD OUT --number N [--claim editorial|substantive]

Writes ``lembar.md``, ``lembar.html``, ``lembar.json`` and ``nomor.txt`` into OUT. The exit status is that of
``macros review``: 0 well, 1 something to mend, 2 it could not be made.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

FORMS = {"markdown": "lembar.md", "html": "lembar.html", "json": "lembar.json"}
CONTENT = ("menu_data/", "docs/")
PYTHON = Path(".venv/Scripts/python.exe" if os.name == "nt" else ".venv/bin/python")
NOT_MADE = 2
"""Exit status when a sheet could not be made."""
UNCLAIMED = "Usulan ini mengubah isi situs, tetapi pertanyaan 2 belum dijawab dengan tepat satu centang."


def output(*command: str) -> str:
    """What a command prints, without the last line's end."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.rstrip("\n")


def touches_content(base: str, head: str) -> bool:
    """Whether anything that readers see in the data or the pages differs between two commits."""
    names = output("git", "diff", "--name-only", "-z", base, head).split("\0")
    return any(name.startswith(CONTENT) for name in names)


def review(python: Path, base: str, head: str, out: Path, claim: str | None) -> int:
    """Write the sheet in every form; the gravest exit status."""
    claimed = ["--claim", claim] if claim else []
    worst = 0
    for form, name in FORMS.items():
        command = [str(python), "-m", "macros", "review", base, head, "--format", form, *claimed]
        done = subprocess.run([*command, "--out", str(out / name)], check=False)
        worst = max(worst, done.returncode if done.returncode in {0, 1} else NOT_MADE)
    return worst


def main(arguments: list[str] | None = None) -> int:
    """Write everything that the comment is made of."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base")
    parser.add_argument("head")
    parser.add_argument("out", type=Path)
    parser.add_argument("--number", type=int, required=True)
    parser.add_argument("--claim", choices=["editorial", "substantive", ""], default="")
    parser.add_argument("--python", type=Path, default=PYTHON if PYTHON.exists() else Path(sys.executable))
    asked = parser.parse_args(arguments)
    asked.out.mkdir(parents=True, exist_ok=True)
    (asked.out / "nomor.txt").write_text(f"{asked.number}\n", encoding="ascii")
    base = output("git", "merge-base", asked.base, asked.head)
    worst = review(asked.python, base, asked.head, asked.out, asked.claim or None)
    if not asked.claim and touches_content(base, asked.head):
        print(f"::error title=Pertanyaan 2::{UNCLAIMED}")
        worst = max(worst, 1)
    return worst


if __name__ == "__main__":
    sys.exit(main())
