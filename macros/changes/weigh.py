"""Whether a difference is substantive, derived from the values and ``FIELDS`` alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from macros.changes.canonical import same
from macros.changes.fields import FIELDS, FieldRule, Weight
from macros.changes.kinds import Substance
from macros.changes.textdiff import diff, words
from macros.model.base import Record

EDITORIAL_SHARE = 0.8
"""A text that says what one gets changes editorially when at least this share of its words stays.

Over all texts of the field together; its list items must be as many and their leads spelled alike, its
numbers and turning words the same."""
SHORTEST_MISSPELT = 5
"""Letters from which a word may be another's misspelling: shorter words differ by a letter in meaning."""
TURNING_WORDS = frozenset(
    {"tidak", "bukan", "tanpa", "belum", "jangan", "kecuali", "hanya", "wajib", "harus", "boleh"}
)
"""Words of which one more or less turns a sentence, however many others stay."""

Texts = list[tuple[str, str]]


def substance(rule: FieldRule, old: object, new: object) -> Substance:
    """The class of a difference between two values of a field under ``rule``."""
    texts: Texts = []
    if _decisive(rule, old, new, texts) or (texts and not _reworded(texts)):
        return Substance.SUBSTANTIVE
    return Substance.EDITORIAL


def _decisive(rule: FieldRule, old: object, new: object, texts: Texts) -> bool:
    """Whether the values differ in something that is always substantive; gathers texts to be weighed."""
    if rule.weight in {Weight.NEVER, Weight.WORDING, Weight.APART}:
        return False
    if isinstance(old, Record) and isinstance(new, Record):
        rules = FIELDS[type(old)]
        found = [_decisive(rules[name], getattr(old, name), getattr(new, name), texts) for name in rules]
        return any(found)
    if isinstance(old, tuple) and isinstance(new, tuple) and not rule.unordered:
        found = [_decisive(rule, before, after, texts) for before, after in zip(old, new, strict=False)]
        return any(found) or len(old) != len(new)
    return _leaf(rule, old, new, texts)


def _leaf(rule: FieldRule, old: object, new: object, texts: Texts) -> bool:
    if isinstance(old, str) and isinstance(new, str):
        if rule.weight is Weight.WORDS:
            texts.append((old, new))
            return False
        if rule.weight is Weight.SPELLING:
            return not spelled_alike(old, new)
    return not same(old, new, unordered=rule.unordered)


def _reworded(texts: Texts) -> bool:
    """Whether texts differ in wording only."""
    diffs = [diff(old, new) for old, new in texts if old != new]
    unchanged = sum(len(words(old)) for old, new in texts if old == new)
    kept = unchanged + sum(found.kept for found in diffs)
    total = unchanged + sum(found.words for found in diffs)
    if total and kept / total < EDITORIAL_SHARE:
        return False
    return _telling(old for old, _ in texts) == _telling(new for _, new in texts)


def _telling(texts: Iterable[str]) -> Counter[str]:
    """Numbers and turning words, counted."""
    lowered = (word.casefold() for text in texts for word in words(text))
    return Counter(word for word in lowered if word in TURNING_WORDS or _has_digit(word))


def _has_digit(word: str) -> bool:
    return any(character.isdigit() for character in word)


def spelled_alike(old: str, new: str) -> bool:
    """Whether two names are one but for capitals, punctuation or a letter in a long word."""
    before, after = ([word.casefold() for word in words(text)] for text in (old, new))
    return len(before) == len(after) and all(map(_same_word, before, after))


def _same_word(old: str, new: str) -> bool:
    if old == new:
        return True
    if min(len(old), len(new)) < SHORTEST_MISSPELT or _has_digit(old + new):
        return False
    return _one_letter_apart(old, new)


def _one_letter_apart(old: str, new: str) -> bool:
    """Whether one letter added, left out, replaced, or two neighbours exchanged make one the other."""
    shorter, longer = sorted((old, new), key=len)
    start = 0
    while start < len(shorter) and shorter[start] == longer[start]:
        start += 1
    if len(longer) == len(shorter) + 1:
        return shorter[start:] == longer[start + 1 :]
    if len(longer) > len(shorter):
        return False
    if shorter[start + 1 :] == longer[start + 1 :]:
        return True
    exchanged = shorter[start : start + 2][::-1] + shorter[start + 2 :]
    return exchanged == longer[start:]
