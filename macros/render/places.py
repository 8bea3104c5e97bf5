"""Leads the name of a place of the text, as the data write it, to where this site shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.facts import urls
from macros.model.edition import Edition
from macros.model.guideline.guideline import Guideline
from macros.model.programme import Programme
from macros.wording.menu import ACTIVITY, PACKAGE

_NUMBER = re.compile(rf"(?:(?:{PACKAGE}|{ACTIVITY}) )?(\d+(?:\.\d+)*)")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of the name of a place, and the path below the root that they lead to."""

    text: str
    path: str | None


class Places:
    """Leads the name of a place of the text to where this site shows it."""

    def __init__(self, programme: Programme, guideline: Guideline) -> None:
        """Everything is found by the labels and titles that the data themselves hold."""
        self._sections: dict[str, str] = {}
        self._menus: dict[str, Edition] = {}
        titles: dict[str, str] = {}
        for section in guideline.sections.sections if guideline.sections else ():
            path = urls.section(section.chapter, section.id)
            self._sections[section.id.casefold()] = path
            titles.setdefault(section.title.casefold(), path)
        self._labels = dict(titles)
        for entry in guideline.contents.sections if guideline.contents else ():
            titled = titles.get(entry.title.casefold())
            if entry.label is not None and titled is not None:
                self._labels[entry.label.casefold()] = titled
        for part in guideline.parts():
            label, source = getattr(part, "label", None), getattr(part, "source", None)
            held = self.path(source.section.split(", ")[0]) if source is not None else None
            if label is not None and held is not None:
                self._labels.setdefault(label.casefold(), f"{held.split('#')[0]}#{anchor(label)}")
        for edition in programme.editions:
            self._menus.setdefault(edition.info.source.section, edition)

    def pieces(self, place: str) -> list[Piece]:
        """The name of a place cut into words that lead somewhere and words that do not."""
        found: list[Piece] = []
        for number, part in enumerate(place.split("; ")):
            head, comma, tail = part.partition(", ")
            if number:
                found.append(Piece("; ", None))
            rest = list(self._numbers(self._menus.get(head), comma + tail))
            closer = any(piece.path for piece in rest)
            found.extend((Piece(head, None if closer else self.path(head)), *rest))
        return found

    def path(self, head: str) -> str | None:
        """The path of a section by its label, its title, or the number at the end of its name."""
        name = head.casefold()
        return (
            self._labels.get(name)
            or self._sections.get(name.replace(" ", "-"))
            or self._sections.get(name.rsplit(" ", 1)[-1])
        )

    def titled(self, title: str) -> str | None:
        """The path of the section that bears this title."""
        return self._labels.get(title.casefold())

    def _numbers(self, edition: Edition | None, text: str) -> Iterator[Piece]:
        """Numbers of activities and packages in the menu that the place belongs to."""
        done = 0
        if edition is not None:
            known = {package.number for package in edition.packages}
            known |= {activity.number for activity in edition.activities}
            for match in _NUMBER.finditer(text):
                if match[1] in known:
                    yield Piece(text[done : match.start()], None)
                    yield Piece(match[0], urls.menu(edition.id, match[1]))
                    done = match.end()
        if text[done:]:
            yield Piece(text[done:], None)


def anchor(label: str) -> str:
    """The id of a table on its page, from its label: ``Tabel 1`` as ``tabel-1``."""
    return re.sub(r"[^a-z0-9]+", "-", label.casefold()).strip("-") or "tabel"
