"""Versions of the guideline's text, frozen by a revision or being worked on, and how they differ."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from macros.changes import TextDiff, diff
from macros.facts.guideline_text import GuideText
from macros.model.guideline.guideline import Guideline
from macros.model.revisions import FrozenSection, Revision, SectionChange
from macros.wording import guide as words


@dataclass(frozen=True, slots=True)
class Version:
    """The text as a revision froze it, or (``revision`` is ``None``) as it is being worked on."""

    revision: Revision | None
    sections: dict[str, FrozenSection]

    @property
    def id(self) -> str:
        """As in addresses."""
        return self.revision.id if self.revision else words.WORKING_ID

    @property
    def label(self) -> str:
        """As readers see it."""
        return words.revision_label(self.revision) if self.revision else words.WORKING


@dataclass(frozen=True, slots=True)
class SectionDiff:
    """A section that two versions have differently; ``None`` where one lacks it."""

    id: str
    title: str
    old: FrozenSection | None
    new: FrozenSection | None
    change: SectionChange | None

    @property
    def diff(self) -> TextDiff:
        """The difference, word by word."""
        return diff(self.old.text if self.old else "", self.new.text if self.new else "")


class Versions:
    """Every version of the text of a guideline."""

    def __init__(self, guideline: Guideline, text: GuideText) -> None:
        """``text`` is that which is being worked on."""
        self._guideline = guideline
        self._text = text
        self._revisions = guideline.revisions.revisions if guideline.revisions else ()

    @cached_property
    def all(self) -> tuple[Version, ...]:
        """Every frozen text, oldest first, and the working text."""
        texts = {text.revision: text for text in self._guideline.texts}
        frozen = [
            Version(one, {section.id: section for section in texts[one.id].sections})
            for one in self._revisions
            if one.id in texts
        ]
        return (*frozen, Version(None, self._text.sections))

    @cached_property
    def changed(self) -> frozenset[str]:
        """Ids of sections whose working text is not that of the last approved revision."""
        current = self._guideline.revisions.current if self._guideline.revisions else None
        approved = [one for one in self.all if one.revision and one.revision == current]
        if not approved or not self._text.passages:
            return frozenset()
        return frozenset(one.id for one in self.differences(approved[0], self.all[-1]))

    def differences(self, old: Version, new: Version) -> list[SectionDiff]:
        """Every section that two versions have differently, in the order of the newer."""
        said = {change.section: change for revision in self._revisions for change in revision.changes}
        found = []
        for key in {**new.sections, **old.sections}:
            before, after = old.sections.get(key), new.sections.get(key)
            if (before and before.text) != (after and after.text):
                title = (after or before or new.sections[key]).title
                found.append(SectionDiff(key, title, before, after, said.get(key)))
        return found
