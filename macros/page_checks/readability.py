"""How easily a hand-written page reads: sentences stay short (the published edition is in plain language)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from macros.facts.guideline_text import FRONT, paragraphs
from macros.source.problem import Level, Problem

LONGEST_AVERAGE = 20
"""Words a sentence that a page may have on average."""
SENTENCE_END = re.compile(r"(?<=[.!?:;])\s+(?=[\"'(A-Z0-9])")


def check_reading(docs: Path, label: str) -> Iterator[Problem]:
    """A warning for every page under ``docs`` whose sentences are too long on average."""
    for path in sorted(docs.rglob("*.md")):
        average = words_a_sentence(path.read_text(encoding="utf-8", errors="replace"))
        if average > LONGEST_AVERAGE:
            yield Problem(
                file=f"{label}/{path.relative_to(docs).as_posix()}",
                line=1,
                column=1,
                where="",
                message=f"kalimatnya rata-rata {average:.0f} kata, lebih dari {LONGEST_AVERAGE}.",
                hint="Pecah kalimat yang panjang; satu gagasan satu kalimat.",
                level=Level.WARNING,
            )


def words_a_sentence(markdown: str) -> float:
    """Words a sentence on average, list items counted as sentences; 0 for a page without text."""
    sentences = [
        sentence
        for line in paragraphs(FRONT.sub("", markdown).split("\n"))
        if not line.startswith("[")
        for sentence in SENTENCE_END.split(line)
    ]
    return sum(len(sentence.split()) for sentence in sentences) / len(sentences) if sentences else 0.0
