"""The documents as files that the search page loads: one for today, one for every other edition."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from macros.changelog import ChangeLogs
from macros.exports.artifact import Artifact
from macros.facts import urls
from macros.facts.guideline_text import GuideText, paragraphs
from macros.facts.page_index import IndexedPage, PageIndex
from macros.model.edition import Edition
from macros.model.guideline.guideline import Guideline
from macros.model.programme import Programme
from macros.model.search_words import Target
from macros.render.calls import macro_calls
from macros.render.listed import names
from macros.search.document import ResultGroup, SearchDocument
from macros.search.guide import CALLED, guide
from macros.search.menu import changes, menu
from macros.search.postings import postings
from macros.search.roots import roots
from macros.wording.editions import tag

CHECK = "taking_part"
"""The macro that lets a district look for itself."""
ELSEWHERE = (urls.ACTIVITIES, urls.SECTIONS, urls.SEARCH)
"""Folders whose pages show what another page shows too, or are the search itself."""


def search_files(programme: Programme, text: GuideText, page_index: PageIndex) -> Iterator[Artifact]:
    """``cari/terkini.json``, ``cari/EDITION.json`` for every other edition, and the text of each document."""
    yield from _index(programme, urls.SEARCH_INDEX, today(programme, text, page_index))
    logs = ChangeLogs(programme)
    for edition in programme.editions:
        if edition != programme.current:
            log = logs.into(edition)
            found = [*menu(edition), *(changes(log) if log is not None else ())]
            yield from _index(programme, urls.search_index(edition.id), found)


def today(programme: Programme, text: GuideText, page_index: PageIndex) -> list[SearchDocument]:
    """The documents of the current edition, the guideline, and every page that is not among them."""
    found: list[SearchDocument] = []
    current = programme.current
    if current is not None:
        found += menu(current)
        log = ChangeLogs(programme).into(current)
        found += changes(log) if log is not None else ()
    found += guide(programme, programme.guideline, text)
    held = {document.url for document in found}
    others = tuple(urls.menu(edition.id) for edition in programme.editions if edition != current)
    found += [_edition(edition, current) for edition in programme.editions if edition != current]
    found += [
        _page(sheet).with_asked(_asked(programme.guideline, sheet))
        for sheet in page_index
        if sheet.url not in held and not sheet.url.startswith((*ELSEWHERE, *others))
    ]
    return _with_leads(programme, found)


def _edition(edition: Edition, current: Edition | None) -> SearchDocument:
    """The first page of an edition whose other pages have an index of their own."""
    return SearchDocument(
        url=urls.menu(edition.id),
        title=edition.info.title,
        group=ResultGroup.PAGE,
        part_of=tag(edition, current),
        labels=(edition.info.short_title,),
        summary=edition.info.lede,
    )


def _page(sheet: IndexedPage) -> SearchDocument:
    text = [" ".join(CALLED.sub(" ", one).split()) for one in paragraphs(sheet.markdown.split("\n"))]
    return SearchDocument(
        url=sheet.url,
        title=sheet.title,
        group=ResultGroup.CHANGE if sheet.url.startswith(urls.CHANGES) else ResultGroup.PAGE,
        summary=sheet.description,
        text=tuple(filter(None, text)),
    )


def _asked(guideline: Guideline, sheet: IndexedPage) -> tuple[str, ...]:
    """On a page that checks an area, the names of all areas: the search cannot read its macros."""
    checks = any(call.name == CHECK for call in macro_calls(sheet.markdown))
    return names(guideline.locations, printed=True) if checks and guideline.locations is not None else ()


def _with_leads(programme: Programme, documents: Iterable[SearchDocument]) -> list[SearchDocument]:
    """Documents with the words that ``search.yml`` leads to them by."""
    asked: dict[str, tuple[str, ...]] = {}
    for lead in programme.search_words.leads:
        for target in lead.to:
            url = address(programme, target)
            if url is not None:
                asked[url] = (*asked.get(url, ()), *lead.words)
    return [document.with_asked(asked.get(document.url, ())) for document in documents]


def address(programme: Programme, target: Target) -> str | None:
    """The address that a target names, ``None`` where it names nothing."""
    current, guideline = programme.current, programme.guideline
    if target.activity is not None:
        known = current is not None and current.has_activity(target.activity)
        return urls.menu(current.id, current.activity(target.activity).number) if current and known else None
    if target.package is not None:
        known = current is not None and current.has_package(target.package)
        return urls.menu(current.id, current.package(target.package).number) if current and known else None
    if target.section is not None:
        return _section(guideline, target.section)
    return urls.form(target.form) if target.form is not None else target.page


def _section(guideline: Guideline, section_id: str) -> str | None:
    sections = guideline.sections.sections if guideline.sections else ()
    first = {section.chapter: section.id for section in reversed(sections)}
    for section in sections:
        if section.id == section_id:
            is_first = first[section.chapter] == section_id
            return urls.chapter(section.chapter) if is_first else urls.section(section.chapter, section_id)
    return None


def _index(programme: Programme, path: str, documents: list[SearchDocument]) -> Iterator[Artifact]:
    """An index, and the paragraphs of those documents that have any."""
    words = programme.search_words
    same = [*(list(group.words) for group in words.same), *_acronyms(programme)]
    rows = [
        [
            one.url,
            one.title,
            one.group,
            one.part_of,
            "\n".join(one.labels),
            "\n".join(one.names),
            "\n".join(one.asked),
            one.summary,
            int(bool(one.text)),
            *([one.weight] if one.weight != 1 else []),
        ]
        for one in documents
    ]
    known = (
        *(text for one in documents for text in one.texts()),
        *(word for group in same for word in group),
    )
    data = {
        "documents": rows,
        "words": postings(documents, words.ignored),
        "roots": " ".join(roots(known)),
        "same": same,
        "ignored": list(words.ignored),
    }
    yield Artifact(path, _json(data))
    for one in documents:
        if one.text:
            yield Artifact(text_path(one.url), _json(list(one.text)))


def text_path(url: str) -> str:
    """Where the paragraphs of a document lie: its address, the fragment as a last part."""
    page, _, fragment = url.partition("#")
    return f"{urls.SEARCH_TEXTS}{page or 'beranda/'}{fragment or 'index'}.json"


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _acronyms(programme: Programme) -> Iterator[list[str]]:
    """Acronyms with their long forms."""
    acronyms = programme.guideline.acronyms
    for one in acronyms.acronyms if acronyms else ():
        names = [one.short, one.expansion or "", *(alias.name for alias in (*one.aliases, *one.variants))]
        found = list(dict.fromkeys(name.lower() for name in names if name))
        if len(found) > 1:
            yield found
