"""Processor time of this site's build beside stock Material with search over the same text."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml
from lxml import html

from benchmarks.generated import ROOT

GOAL = 0.6
"""Of stock Material's processor time, warm."""
RUNS = 3
ENGINES = ("mkdocs", "zensical")
HEADINGS = {"h1": "# ", "h2": "## ", "h3": "### ", "h4": "#### "}
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "CI": "true", "SOURCE_DATE_EPOCH": "1795478400"}


def main() -> bool:
    """Print the table; whether the goal is met with the default engine."""
    with tempfile.TemporaryDirectory(prefix="lini-bench-") as name:
        folder = Path(name)
        ours = {engine: _best(_command(engine, folder / engine), ROOT) for engine in ENGINES}
        write_same_text(folder / ENGINES[0], folder / "stock")
        stock = _best(["-m", "mkdocs", "build", "--quiet"], folder / "stock")
    print(f"stock Material with search, same text: {stock:.2f} s of processor time")
    for engine, seconds in ours.items():
        print(f"this site by {engine}: {seconds:.2f} s, {seconds / stock:.2f} of stock (goal {GOAL})")
    return ours[ENGINES[0]] / stock <= GOAL


def write_same_text(site: Path, folder: Path) -> None:
    """A stock Material project in ``folder`` whose pages hold the headings and text of the built ``site``."""
    for path in sorted(site.rglob("index.html")):
        tree = html.parse(str(path)).getroot()
        main = tree.find(".//main")
        target = folder / "docs" / path.relative_to(site).with_suffix(".md")
        target.parent.mkdir(parents=True, exist_ok=True)
        blocks = main.iter(*HEADINGS, "p", "li", "td", "th", "dt", "dd") if main is not None else ()
        lines = [
            HEADINGS.get(str(one.tag), "") + text
            for one in blocks
            if (text := " ".join(one.text_content().split()))
        ]
        target.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    config = {"site_name": "Stock", "theme": {"name": "material", "font": False}, "plugins": ["search"]}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config))


def _command(engine: str, out: Path) -> list[str]:
    return ["-m", "macros", "build", "--engine", engine, "--out", str(out)]


def _best(command: list[str], folder: Path) -> float:
    """Least processor time of several runs (user and system, children too), in seconds."""
    return min(_measure(command, folder) for _ in range(RUNS))


def _measure(command: list[str], folder: Path) -> float:
    process = subprocess.Popen(
        [sys.executable, *command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=ENVIRONMENT,
    )
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        raise RuntimeError(f"{' '.join(command)} failed in {folder}")
    return usage.ru_utime + usage.ru_stime
