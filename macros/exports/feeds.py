"""Changes as Atom feeds (RFC 4287): one of the whole menu, one per package (sections 3.2.5 and 3.3.1).

Only substantive changes from an edition to the next, and errata of approved editions. Dates come from the
data alone, and ids from names in it, so that every build gives the same feed. The site's address is not
known here: links are relative to the feed's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from uuid import UUID, uuid5

from macros.changelog import ChangeLog, ChangeLogs, EditionErratum, Entry, corrections
from macros.exports.artifact import Artifact
from macros.facts import urls
from macros.model.base import Date
from macros.model.catalogue import Body
from macros.model.changes import PROPOSED
from macros.model.edition import Erratum
from macros.model.menu import Activity, Package
from macros.model.programme import Programme
from macros.render.markup import XmlTemplates
from macros.wording import data as data_words
from macros.wording import editions as edition_words
from macros.wording import errata

NAMESPACE = UUID("6f1d3c52-6c0f-5b43-9c39-0d4b6a1f7a5e")
"""Of the ids of all feeds that this generator makes."""
BEGINNING = "1970-01-01"
"""Stands for a date where the data have none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """An entry of a feed by whoever stands behind it; ``place`` is its address below ``/perubahan/``."""

    id: str
    title: str
    date: Date
    author: str
    place: str
    categories: tuple[tuple[str, str], ...]
    packages: frozenset[str]
    note: str = ""
    entry: Entry | None = None
    correction: EditionErratum | None = None
    body: Body | None = None

    @property
    def updated(self) -> str:
        """Its day as RFC 3339 has it."""
        return moment(self.date)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed, which the site's editors make; ``to_changes`` leads from its address to ``/perubahan/``."""

    id: str
    title: str
    author: str
    date: Date
    page: str
    to_changes: str
    items: tuple[FeedItem, ...]
    address: str = urls.FEED

    @property
    def updated(self) -> str:
        """The newest day of its entries, or of the data."""
        return moment(max((item.date for item in self.items), default=self.date))


def export(programme: Programme, logs: ChangeLogs) -> Iterator[Artifact]:
    """``perubahan/atom.xml``, and ``perubahan/paket/ID/atom.xml`` for every package that ever was."""
    for path, feed in _Feeds(programme, logs).all():
        yield Artifact(path, _templates().document("changes_feed", feed=feed))


@cache
def _templates() -> XmlTemplates:
    return XmlTemplates()


def moment(date: Date) -> str:
    """``2030-06-30`` as ``2030-06-30T00:00:00Z`` (RFC 3339)."""
    return f"{date}T00:00:00Z"


class _Feeds:
    """All feeds of a programme."""

    def __init__(self, programme: Programme, logs: ChangeLogs) -> None:
        self.programme = programme
        self.logs = logs
        self.names = uuid5(NAMESPACE, programme.catalogue.programme.name)
        self.corrections = corrections(programme)

    def all(self) -> Iterator[tuple[str, Feed]]:
        yield urls.feed(), self._feed("", self.items, None)
        for package in self._packages():
            items = tuple(item for item in self.items if package.id in item.packages)
            yield urls.feed(package.id), self._feed(f"paket/{package.id}/", items, package)

    def _feed(self, place: str, items: tuple[FeedItem, ...], package: Package | None) -> Feed:
        info = self.programme.catalogue.programme
        up = "../" * place.count("/")
        return Feed(
            id=self._urn(f"{urls.CHANGES}{place}"),
            title=data_words.feed_title(info, package),
            author=info.editors,
            date=newest_day(self.programme),
            page=up or "./",
            to_changes=up,
            items=items,
        )

    def _urn(self, name: str) -> str:
        return uuid5(self.names, name).urn

    def _packages(self) -> Iterable[Package]:
        """Every package that ever was, as the current edition has it, or else the newest that does."""
        found: dict[str, Package] = {}
        current = self.programme.current
        for edition in (*self.logs.chronicle.editions, *([current] if current else [])):
            found.update({package.id: package for package in edition.packages})
        return found.values()

    @cached_property
    def items(self) -> tuple[FeedItem, ...]:
        """Entries of the feed of the whole menu: a newer pair before an older, errata by their day."""
        return tuple(item for _, item in sorted(self._ranked(), key=lambda found: found[0], reverse=True))

    def _ranked(self) -> Iterator[tuple[tuple[Date, int], FeedItem]]:
        """Entries, each with its rank; of the same rank in printed order."""
        newest = BEGINNING
        for place, (old, new) in enumerate(self.logs.chronicle.pairs):
            log = self.logs.log(old, new)
            newest = max(newest, self._date(log))
            yield from (((newest, place), self._change(log, entry)) for entry in log.substantive)
        for correction in self.corrections:
            yield (correction.erratum.date, -1), self._correction(correction)

    def _change(self, log: ChangeLog, entry: Entry) -> FeedItem:
        categories = [(entry.sign.value, data_words.sign(entry.sign.value, entry.kinds[0]))]
        if log.is_draft:
            categories.insert(0, (PROPOSED, edition_words.DRAFT))
        title = data_words.headline(entry.title, entry.kinds[0])
        return FeedItem(
            id=self._urn(f"{log.old.id}/{log.new.id}/{entry.key}"),
            title=f"{data_words.PROPOSAL if log.is_draft else ''}{title}",
            date=self._date(log),
            author=edition_words.author(self.programme.catalogue.programme, log.new),
            place=f"{log.old.id}-{log.new.id}/#{entry.key}",
            categories=tuple(categories),
            packages=frozenset(entry.packages),
            note=edition_words.standing(self.programme.catalogue.programme, log.new) if log.is_draft else "",
            entry=entry,
        )

    def _correction(self, found: EditionErratum) -> FeedItem:
        record, erratum = found.record, found.erratum
        packages = frozenset[str]()
        if isinstance(record, Activity):
            packages = frozenset({found.edition.package_of(record.id).id})
        elif record is not None:
            packages = frozenset({record.id})
        info = self.programme.catalogue.programme
        body = self.programme.body(erratum.decided_by) if erratum.decided_by is not None else None
        return FeedItem(
            id=self._urn(f"{found.edition.id}/{found.place}"),
            title=data_words.erratum_title(found.edition, record, erratum),
            date=erratum.date,
            author=info.editors if erratum.by_editors else info.owner,
            place=f"ralat/#{found.anchor}",
            categories=((_term(erratum), errata.kind(erratum)),),
            packages=packages,
            correction=found,
            body=body,
        )

    def _date(self, log: ChangeLog) -> Date:
        """When the changes were announced; while nobody has said, the newest day up to their edition."""
        if log.notes is not None:
            return log.notes.date
        year = log.new.info.fiscal_year
        so_far = {one.id for one in self.programme.editions if one.info.fiscal_year <= year}
        return _newest(_dates(self.programme, so_far))


def _term(erratum: Erratum) -> str:
    """The key of its category."""
    return "correction" if erratum.by_editors else "erratum"


def newest_day(programme: Programme) -> Date:
    """The newest day on which something was decided, reviewed or announced."""
    return _newest(_dates(programme))


def _newest(dates: Iterable[Date]) -> Date:
    return max(dates, default=BEGINNING)


def _dates(programme: Programme, editions: set[str] | None = None) -> Iterator[Date]:
    """Every day on which something was decided, reviewed or announced, in some editions or in all."""
    for notes in programme.changes:
        if editions is None or notes.new in editions:
            yield notes.date
    for edition in programme.editions:
        if editions is None or edition.id in editions:
            yield from (approval.date for approval in edition.info.approvals if approval.date is not None)
            yield from (erratum.date for erratum in edition.info.errata)
            yield from (one.review.date for one in edition.activities if one.review.date is not None)
