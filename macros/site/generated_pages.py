"""Pages that come from the data: front matter and one macro call each, as if written by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from macros.changes import Chronicle, Subject
from macros.facts import urls
from macros.facts.guideline_text import GuideText, alone, whole
from macros.model.catalogue import ProgrammeInfo
from macros.model.changes import SubjectKind
from macros.model.edition import Edition, Status
from macros.model.guideline.guideline import Guideline
from macros.model.menu import Activity, Package
from macros.model.programme import Programme
from macros.render import inert
from macros.render.menu import target
from macros.render.views import note_groups
from macros.wording import (
    availability,
    circular,
    editions,
    errata,
    guide,
    history,
    macro_guide,
    menu,
    open_data,
    phrases,
    register,
    search,
    together,
)
from macros.wording import changes as words

MENU = "menu"
REGISTER = "catatan"
DATA = "data"
GUIDE = "makro"
CHANGES = "perubahan"
GUIDELINE = "panduan"
SEARCH = "cari"


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page: its path below ``docs`` and its text."""

    src_uri: str
    text: str


def pages(programme: Programme, text: GuideText | None = None) -> Iterator[Page]:
    """Every generated page of a programme; ``text`` is the working text of its guideline."""
    yield from _current(programme)
    info = programme.catalogue.programme
    for edition in programme.editions:
        yield from _edition(info, edition)
    chronicle = Chronicle.of(programme)
    yield from _changes(info, chronicle)
    if text is not None and text.passages:
        yield from _guideline(info, programme.guideline, text)
    yield from _former_numbers(chronicle)
    yield from _histories(programme, chronicle)
    yield _page(
        urls.source(urls.REGISTER),
        "discrepancies_page()",
        title=register.TITLE,
        description=register.LEDE,
        section=REGISTER,
    )
    for group in note_groups(programme):
        yield _page(
            urls.source(urls.readings(register.KIND_ADDRESSES[group.kind])),
            f'readings_page("{group.kind.value}")',
            title=register.readings_title(group.kind),
            description=register.READINGS_LEDE,
            section=REGISTER,
        )
    yield _page(
        urls.index(urls.DATA), "data_page()", title=open_data.TITLE, description=open_data.LEDE, section=DATA
    )
    yield _page(
        urls.index(urls.SEARCH),
        "search_page()",
        title=search.SEARCH,
        description=search.SEARCH_LEDE,
        section=SEARCH,
        styles=["search/search.css"],
        scripts=["search/search.js"],
    )
    yield _page(
        urls.source(urls.MACROS),
        "macro_guide()",
        title=macro_guide.TITLE,
        description=macro_guide.LEDE,
        section=GUIDE,
    )


def _made_by(info: ProgrammeInfo, edition: Edition) -> dict[str, str]:
    """Front matter of a page that tells a proposal: whose it is, so that it bears no letterhead."""
    return _ours(info) if edition.info.status is Status.DRAFT else {}


def _ours(info: ProgrammeInfo) -> dict[str, str]:
    return {"author": info.editors, "proposal": info.proposal_note}


def _current(programme: Programme) -> Iterator[Page]:
    """``/menu/`` and its parts, which lead to the current edition whichever it is."""
    for part, section, name in (
        ("", MENU, programme.catalogue.programme.menu_name),
        (urls.SCHEDULE, urls.SCHEDULE, availability.SCHEDULE),
        (urls.RELATIONS, urls.RELATIONS, together.PAGE),
    ):
        yield _page(
            f"{urls.MENU}{part or 'index'}.md",
            f'current_page("{part}")',
            title=name,
            description=name,
            section=section,
            redirect=target(programme.current, part),
        )


def _edition(info: ProgrammeInfo, edition: Edition) -> Iterator[Page]:
    made_by = _made_by(info, edition)
    yield _page(
        urls.index(urls.menu(edition.id)),
        f'menu_page("{edition.id}")',
        title=editions.called(edition, edition.info.title),
        description=editions.described(edition, edition.info.lede),
        section=MENU,
        **made_by,
    )
    for part, macro, title in (
        (urls.SCHEDULE, "schedule_page", availability.SCHEDULE_TITLE),
        (urls.RELATIONS, "relations_page", together.PAGE_TITLE),
    ):
        yield _page(
            urls.source(urls.menu(edition.id, part)),
            f'{macro}("{edition.id}")',
            title=editions.page_title(edition, title),
            description=editions.described(edition, edition.info.lede),
            section=part,
            **made_by,
        )
    for package in edition.packages:
        yield _package(edition, package, made_by)
        for activity in package.activities:
            yield _activity(edition, activity, made_by)


def _changes(info: ProgrammeInfo, chronicle: Chronicle) -> Iterator[Page]:
    """``/perubahan/``, a page for every two editions, and the errata."""
    yield _page(
        urls.index(urls.CHANGES),
        "changes_index_page()",
        title=words.CHANGES_TITLE,
        description=words.CHANGES_LEDE,
        section=CHANGES,
    )
    for old, new in combinations(chronicle.editions, 2):
        yield _page(
            urls.source(urls.changes(old.id, new.id)),
            f'changes_page("{old.id}", "{new.id}")',
            title=editions.called(new, words.pair_title(old, new)),
            description=editions.described(new, words.CHANGES_LEDE),
            section=CHANGES,
            **_made_by(info, new),
        )
    for old, new in chronicle.pairs:
        yield _page(
            urls.source(urls.circular(old.id, new.id)),
            f'circular_page("{old.id}", "{new.id}")',
            title=editions.called(new, circular.title(old, new)),
            description=editions.described(new, circular.LEDE),
            section=CHANGES,
            **_made_by(info, new),
        )
    yield _page(
        urls.source(urls.ERRATA),
        "errata_page()",
        title=errata.HEADING,
        description=errata.LEDE,
        section=CHANGES,
    )


def _guideline(info: ProgrammeInfo, guideline: Guideline, text: GuideText) -> Iterator[Page]:
    """The contents of the guideline, its revisions, its legal bases, and all of it on one page."""
    for path, call, title, lede in (
        (urls.index(urls.GUIDELINE), "guide_page()", guide.GUIDE, guide.GUIDE_LEDE),
        (urls.index(urls.HISTORY), "revisions_page()", guide.HISTORY_TITLE, guide.HISTORY_LEDE),
    ):
        yield _page(path, call, title=title, description=lede, section=GUIDELINE)
    frozen = [held.revision for held in guideline.texts]
    for revision in frozen:
        yield _page(
            urls.source(urls.revision(revision)),
            f'revision_page("{revision}")',
            title=f"{guide.HISTORY_TITLE} {revision}",
            description=guide.HISTORY_LEDE,
            section=GUIDELINE,
        )
    for old, new in combinations([*frozen, guide.WORKING_ID], 2):
        yield _page(
            urls.source(urls.revisions(old, new)),
            f'revision_diff_page("{old}", "{new}")',
            title=f"{guide.COMPARE} {old}-{new}",
            description=guide.COMPARE_LEDE,
            section=GUIDELINE,
        )
    front = _page(
        urls.source(urls.PRINT),
        "guide_print_page()",
        title=guide.PRINT_TITLE,
        description=guide.PRINT_LEDE,
        section=GUIDELINE,
    )
    yield Page(front.src_uri, f"{front.text}\n{whole(text)}")
    sections = {one.id: one for one in (guideline.sections.sections if guideline.sections else ())}
    for passage in text.passages:
        section = sections[passage.section.id]
        body = alone(text, section.id)
        ours = any(f'form("{form.id}")' in body for form in guideline.forms if form.proposal)
        front = _page(
            urls.source(urls.section_alone(section.id)),
            f'in_context("{section.id}")',
            title=passage.heading,
            description=section.decides,
            section=GUIDELINE,
            **(_ours(info) if ours else {}),
        )
        yield Page(front.src_uri, f"{front.text}\n{body}")


def _histories(programme: Programme, chronicle: Chronicle) -> Iterator[Page]:
    """Every activity that ever was, at the address that stays, by the name that it bears now."""
    for activity_id in dict.fromkeys(activity.id for _, _, activity in programme.walk()):
        subject = Subject(kind=SubjectKind.ACTIVITY, id=activity_id)
        held = chronicle.standing(subject, programme.current)
        if held.record is not None:
            yield _page(
                urls.source(urls.activity(activity_id)),
                f'history_page("{activity_id}")',
                title=editions.called(held.edition, f"{history.TITLE}: {held.record.name}"),
                description=editions.described(held.edition, history.LEDE),
                section=MENU,
                **_made_by(programme.catalogue.programme, held.edition),
            )


def _former_numbers(chronicle: Chronicle) -> Iterator[Page]:
    """Numbers that an edition no longer uses lead to what has become of their last holders."""
    last: dict[str, tuple[Edition, Package | Activity]] = {}
    for edition in chronicle.editions:
        records: tuple[Package | Activity, ...] = (*edition.packages, *edition.activities)
        holders = {record.number: (edition, record) for record in records}
        for number, (former, record) in last.items():
            if number not in holders:
                yield _moved(chronicle, edition, former, record)
        last |= holders


def _moved(chronicle: Chronicle, edition: Edition, former: Edition, record: Package | Activity) -> Page:
    is_package = isinstance(record, Package)
    kind = SubjectKind.PACKAGE if is_package else SubjectKind.ACTIVITY
    become = chronicle.successors(Subject(kind=kind, id=record.id), former.id, edition.id)
    to = urls.menu(edition.id) if is_package else urls.activity(record.id)
    if len(become) == 1:
        (one,) = become
        held = edition.package(one.id) if is_package else edition.activity(one.id)
        to = urls.menu(edition.id, held.number)
    return _page(
        urls.source(urls.menu(edition.id, record.number)),
        f'moved_page("{former.id}", "{record.number}", "{edition.id}")',
        title=menu.named(record).replace(phrases.NBSP, " "),
        description=record.lede,
        section=MENU,
        redirect=to,
    )


def _package(edition: Edition, package: Package, made_by: Mapping[str, str]) -> Page:
    return _page(
        urls.source(urls.menu(edition.id, package.number)),
        f'package_page("{edition.id}", "{package.id}")',
        title=editions.page_title(edition, f"{menu.PACKAGE} {package.number} {package.name}"),
        description=editions.described(edition, package.lede),
        section=MENU,
        **made_by,
    )


def _activity(edition: Edition, activity: Activity, made_by: Mapping[str, str]) -> Page:
    return _page(
        urls.source(urls.menu(edition.id, activity.number)),
        f'activity_page("{edition.id}", "{activity.id}")',
        title=editions.page_title(edition, f"{activity.number} {activity.name}"),
        description=editions.describe_activity(edition, activity),
        section=MENU,
        **made_by,
    )


def _page(src_uri: str, call: str, **front: str | list[str] | None) -> Page:
    """A page whose front matter holds data as characters only: the theme prints it, macros evaluate it."""
    lines = [f"{key}: {_front(value)}" for key, value in front.items() if value]
    return Page(src_uri, "\n".join(["---", *lines, "generated: true", "---", "", f"{{{{ {call} }}}}", ""]))


def _front(value: str | list[str] | None) -> str:
    return json.dumps(value if isinstance(value, list) else str(inert(value)), ensure_ascii=False)
