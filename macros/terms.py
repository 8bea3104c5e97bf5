"""Words with a settled meaning: ``terms.yml``, which editors extend.

``force_words`` says which words of the text make a statement binding, and how much. Data and pages name the
printed word alone, so that what it means stands once. Titles and descriptions are Indonesian because
editors read them on hover.
"""

from __future__ import annotations

from functools import cached_property
from typing import Self

from pydantic import Field, model_validator

from macros.model import Force, Line, Programme, Record


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


class Terms(Record):
    """``terms.yml``: what the text's words mean here."""

    force_words: ForceWords = Field(
        ForceWords(),
        title="Kata daya ikat",
        description="Kata naskah yang menyatakan wajib, disarankan, boleh, rencana, atau tujuan.",
    )

    @cached_property
    def forces(self) -> dict[str, Force]:
        """What each printed word stands for; words in lower case."""
        return {word.lower(): force for force in Force for word in getattr(self.force_words, force.value)}

    def force_of(self, printed: str) -> Force:
        """What a printed word stands for; ``KeyError`` for a word that is not listed."""
        return self.forces[printed.lower()]


def terms_of(programme: Programme) -> Terms:
    """The settled words of a programme; none when it has none."""
    found = programme.terms
    return found if isinstance(found, Terms) else Terms()
