"""Words with a settled meaning: ``terms.yml``, which editors extend.

``words`` is the vocabulary of the site's own sentences: one word for one thing, and what it replaces.

``force_words`` says which words of the text make a statement binding, and how much. Data and pages name the
printed word alone, so that what it means stands once. Titles and descriptions are Indonesian because
editors read them on hover.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from pydantic import Field, model_validator

from macros.model.base import Force, Line, Record


class ForceWords(Record):
    """The printed words that stand for each force."""

    must: tuple[Line, ...] = Field(
        (), title="Wajib", description="Kata yang mewajibkan atau melarang.", examples=[["harus", "wajib"]]
    )
    should: tuple[Line, ...] = Field(
        (), title="Disarankan", description="Kata yang menyarankan.", examples=[["disarankan", "sebaiknya"]]
    )
    may: tuple[Line, ...] = Field(
        (), title="Boleh", description="Kata yang membolehkan.", examples=[["dapat", "boleh"]]
    )
    plan: tuple[Line, ...] = Field(
        (), title="Rencana", description="Kata yang menyatakan rencana.", examples=[["akan"]]
    )
    aim: tuple[Line, ...] = Field(
        (), title="Tujuan", description="Kata yang menyatakan tujuan.", examples=[["bertujuan"]]
    )

    @model_validator(mode="after")
    def _each_word_once(self) -> Self:
        words = [word.lower() for force in Force for word in getattr(self, force.value)]
        twice = sorted({word for word in words if words.count(word) > 1})
        if twice:
            message = f"satu kata satu arti; tercantum dua kali: {', '.join(twice)}"
            raise ValueError(message)
        return self


class Word(Record):
    """The word that the site uses for one thing, and the words that it replaces."""

    use: Line = Field(title="Pakai", description="Kata yang dipakai.")
    instead_of: tuple[Line, ...] = Field(
        title="Bukan", description="Kata yang diganti; huruf besar dan kecil sama saja.", min_length=1
    )
    printed: tuple[Line, ...] = Field(
        (),
        title="Tercetak",
        description="Judul atau sebutan naskah yang memuat kata yang diganti; di situ kata itu tetap.",
    )
    why: Line = Field(title="Mengapa", description="Alasannya, dalam satu kalimat.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """A replaced word in a text: ``written`` at ``start`` (characters from 0), where ``word`` is to stand."""

    written: str
    start: int
    word: Word

    @property
    def message(self) -> str:
        """What is wrong, for the text's author."""
        return f'"{self.written}" tidak dipakai di situs ini.'

    @property
    def hint(self) -> str:
        """What to write instead, and why."""
        return f'Tulis "{self.word.use}". {self.word.why}'


QUOTED = re.compile('"[^"\\n]*"|“[^”\\n]*”|`[^`\\n]*`')
"""What a sentence quotes: printed wording and code keep their own words."""


class Terms(Record):
    """``terms.yml``: what the text's words mean here."""

    words: tuple[Word, ...] = Field(
        (), title="Kosakata", description="Satu kata untuk satu hal, dan kata yang digantikannya."
    )
    force_words: ForceWords = Field(
        ForceWords(),
        title="Kata daya ikat",
        description="Kata naskah yang menyatakan wajib, disarankan, boleh, rencana, atau tujuan.",
    )

    @model_validator(mode="after")
    def _one_word_for_one_thing(self) -> Self:
        given = [written.lower() for word in self.words for written in word.instead_of]
        twice = sorted({one for one in given if given.count(one) > 1})
        if twice:
            message = f"satu kata diganti satu kali; tercantum dua kali: {', '.join(twice)}"
            raise ValueError(message)
        return self

    @cached_property
    def _own(self) -> re.Pattern[str]:
        """What keeps its own words: what is quoted, and printed names."""
        printed = [re.escape(name).replace("\\ ", r"\s+") for word in self.words for name in word.printed]
        return re.compile("|".join([QUOTED.pattern, *printed]))

    @cached_property
    def _replaced(self) -> tuple[re.Pattern[str] | None, dict[str, Word]]:
        words = {written.lower(): word for word in self.words for written in word.instead_of}
        longest_first = sorted(words, key=lambda written: (-len(written), written))
        pattern = "|".join(re.escape(written).replace("\\ ", r"\s+") for written in longest_first)
        return (re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE) if words else None), words

    def replaced_in(self, text: str) -> Iterator[Replaced]:
        """Every replaced word of a text in order; not in what it quotes."""
        pattern, words = self._replaced
        if pattern is None:
            return
        for match in pattern.finditer(self._own.sub(lambda match: " " * len(match[0]), text)):
            key = " ".join(match[0].lower().split())
            yield Replaced(written=match[0], start=match.start(), word=words[key])

    @cached_property
    def forces(self) -> dict[str, Force]:
        """What each printed word stands for; words in lower case."""
        return {word.lower(): force for force in Force for word in getattr(self.force_words, force.value)}

    def force_of(self, printed: str, *, result: bool = False) -> Force:
        """What a printed word stands for; ``KeyError`` for a word that is not listed.

        A result that is only expected advises nobody: it is an aim.
        """
        force = self.forces[printed.lower()]
        return Force.AIM if result and force is Force.SHOULD else force
