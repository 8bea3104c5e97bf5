"""Editions of a few packages and activities, drawn quickly: each field takes one of a few prepared values."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from macros.changes import Lineage, Link, Subject
from macros.model.catalogue import Catalogue
from macros.model.changes import ChangeNotes, SubjectKind
from macros.model.edition import Edition, EditionInfo, Indicator, Indicators, Question, Screening, Status
from macros.model.menu import Activity, Package
from macros.model.programme import Programme
from tests.factories import activity, edition, package, programme

IDS = ("a", "b", "c", "d", "e")
HOMES = ("paket-1", "paket-2", "paket-3")
TEXT = ("Camat menyusun rencana kerja desa.", "Camat menyusun rencana kerja kota.", "Warga menilai layanan.")
PASSAGES = (
    {"intro": TEXT[0]},
    {"intro": TEXT[1], "points": [{"title": "Satu", "text": TEXT[0]}]},
    {"points": [{"title": "Satu", "text": TEXT[1]}, {"text": TEXT[2]}]},
    {"points": [{"text": TEXT[2]}, {"title": "Satu", "text": TEXT[0]}]},
)
ALIASES = (
    (),
    [{"name": "X", "where": ["T"]}],
    [{"name": "Y", "where": ["T"]}, {"name": "X", "where": ["T"]}],
)
ACTIVITY_VALUES: dict[str, tuple[Any, ...]] = {
    "name": ("Kursus Camat", "Kursus camat", "Kursus Bupati"),
    "short_name": (None, "Kursus"),
    "aliases": ALIASES,
    "lede": TEXT,
    "role": ("core", "supporting", "flexible", "not_stated"),
    "minimal_set": (False, True),
    "target_units": (
        {"kinds": ["desa"], "printed": "Desa"},
        {"kinds": ["desa", "kota"], "printed": "Desa dan kota"},
        {"kinds": ["kota", "desa"], "printed": "Desa"},
        {"kinds": ["kota"], "printed": "Kota"},
    ),
    "delivery": (
        [{"phase": "design", "parts": [{"text": "Komite"}]}],
        [{"phase": "design", "printed": "Perancangan", "parts": [{"text": "Komite"}]}],
        [{"phase": "design", "parts": [{"text": "Komite", "bodies": ["komite"], "funding": ["APBN"]}]}],
        [{"phase": "design", "parts": [{"text": "Komite", "funding": ["APBD"]}, {"text": "Dinas"}]}],
        [{"phase": "design", "parts": [{"text": "Komite"}, {"text": "Dinas", "funding": ["APBD"]}]}],
        [{"phase": "long_term", "parts": [{"text": "Komite"}]}],
    ),
    "availability": (
        {"unknown": True},
        {"on_request": True},
        {"month": "2030-01"},
        {"month": "2030-02"},
        {"month": "2030-02", "stage": "prototype"},
        {"month": "2030-02", "printed": "Februari"},
    ),
    "rationale": TEXT,
    "description": PASSAGES,
    "expected_results": PASSAGES,
    "footnotes": (
        (),
        [{"mark": "a", "text": TEXT[0], "field": "name"}],
        [{"mark": "b", "text": TEXT[1], "field": "name"}],
    ),
    "review": ({"state": "new"}, {"state": "not_reviewed"}),
    "source": ({"section": "Bab 1"}, {"section": "Bab 2", "page": 3}),
}
TABLE = {"target_units": "Desa", "fields": [TEXT[0]], "activities": [TEXT[1]], "expected_results": [TEXT[2]]}
PACKAGE_VALUES: dict[str, tuple[Any, ...]] = {
    "name": ACTIVITY_VALUES["name"],
    "aliases": ALIASES,
    "lede": TEXT,
    "summary": TEXT,
    "outcomes": (["x"], ["x", "y"], ["y", "x"], []),
    "outputs": (["u"], []),
    "table": (None, TABLE, {**TABLE, "fields": [TEXT[0], TEXT[1]]}, {**TABLE, "fields": [TEXT[1]]}),
    "source": ACTIVITY_VALUES["source"],
}
INFO_VALUES: dict[str, tuple[Any, ...]] = {
    "lede": TEXT,
    "title": ("Menu", "Daftar"),
    "status": ("draft", "approved"),
    "roles": ((), [{"role": "core", "name": "Utama", "where": "Bab 1", "text": TEXT[0]}]),
    "listed_elsewhere": (
        (),
        [{"number": "6.2", "name": "Layanan", "package": "paket-1", "where": "Tabel 5", "discrepancy": "A1"}],
    ),
}
COMPANIONS = tuple({"activity": key} for key in IDS) + tuple({"package": key} for key in HOMES)
QUESTIONS = tuple(
    Question.model_validate(
        {**whose, "respondent": "Camat", "text": text, "shows_need": "yes", "follow_up": follow_up}
    )
    for whose in ({}, {"activity": "a"}, {"activity": "b"}, {"package": "paket-1"})
    for text in TEXT[:2]
    for follow_up in (False, True)
)
ROWS = tuple(
    Indicator.model_validate({**whose, "name": text})
    for whose in ({}, {"activity": "a"}, {"activity": "b"}, {"package": "paket-1"})
    for text in TEXT
)


def prepared(model: type[Activity | Package | EditionInfo], values: dict[str, tuple[Any, ...]]) -> Any:
    """The values as the model holds them, so that drawing need not validate."""
    plain: Any = {
        Activity: activity("a", "1.1"),
        Package: package("paket-1", "1", activity("a", "1.1")),
        EditionInfo: edition("1", package("paket-1", "1", activity("a", "1.1"))).info,
    }[model]
    return {
        name: tuple(
            getattr(model.model_validate({**plain.model_dump(), name: value}), name) for value in choices
        )
        for name, choices in values.items()
    }


ACTIVITY_CHOICES = prepared(
    Activity, {**ACTIVITY_VALUES, "implement_with": tuple([one] for one in COMPANIONS)}
)
PACKAGE_CHOICES = prepared(Package, PACKAGE_VALUES)
INFO_CHOICES = prepared(EditionInfo, INFO_VALUES)
SINGLE_COMPANIONS = tuple(choice[0] for choice in ACTIVITY_CHOICES.pop("implement_with"))


def edits(choices: dict[str, tuple[Any, ...]], most: int) -> st.SearchStrategy[dict[str, Any]]:
    """New values for a few fields."""
    one = st.sampled_from([(name, value) for name, held in choices.items() for value in held])
    return st.lists(one, max_size=most).map(dict)


ACTIVITY_EDITS, PACKAGE_EDITS, INFO_EDITS = (
    edits(ACTIVITY_CHOICES, 4),
    edits(PACKAGE_CHOICES, 2),
    edits(INFO_CHOICES, 2),
)
PLAIN_ACTIVITY = activity("a", "1.1")
PLAIN_PACKAGE = package("paket-1", "1", PLAIN_ACTIVITY)
PLAIN_INFO = edition("1", PLAIN_PACKAGE).info


@st.composite
def editions(draw: st.DrawFn, edition_id: str = "1") -> Edition:
    """An edition; ids come from small sets, so that two editions share some."""
    homes: dict[str, list[Activity]] = {}
    for key in draw(st.lists(st.sampled_from(IDS), unique=True, min_size=1)):
        home = draw(st.sampled_from(HOMES))
        needs = draw(st.lists(st.sampled_from(SINGLE_COMPANIONS), unique_by=str, max_size=2))
        members = homes.setdefault(home, [])
        place = {"id": key, "number": f"{home[-1]}.{len(members) + 1}", "implement_with": tuple(needs)}
        members.append(PLAIN_ACTIVITY.model_copy(update={**draw(ACTIVITY_EDITS), **place}))
    packages = [
        PLAIN_PACKAGE.model_copy(
            update={**draw(PACKAGE_EDITS), "id": home, "number": home[-1], "activities": tuple(members)}
        )
        for home, members in homes.items()
    ]
    return Edition(
        info=PLAIN_INFO.model_copy(update={**draw(INFO_EDITS), "id": edition_id}),
        packages=tuple(packages),
        screening=draw(SCREENINGS),
        indicators=draw(INDICATORS),
    )


SCREENINGS = st.none() | st.builds(
    lambda rule, rows: Screening(rule=rule, source=PLAIN_ACTIVITY.source, questions=tuple(rows)),
    st.sampled_from(TEXT),
    st.lists(st.sampled_from(QUESTIONS), max_size=4),
)
INDICATORS = st.none() | st.builds(
    lambda rows: Indicators(source=PLAIN_ACTIVITY.source, indicators=tuple(rows)),
    st.lists(st.sampled_from(ROWS), max_size=4),
)
SUBJECTS = tuple(Subject(kind=SubjectKind.ACTIVITY, id=key) for key in IDS)
LINEAGES = st.lists(st.tuples(st.sampled_from(SUBJECTS), st.sampled_from(SUBJECTS)), max_size=3).map(
    lambda pairs: Lineage(frozenset(Link(*pair) for pair in pairs))
)


def shuffled(found: Edition, order: Any) -> Edition:
    """The same edition, its packages, activities and sets in another order (``order`` is a ``Random``)."""

    def turned(items: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(order.sample(items, len(items)))

    return found.model_copy(
        update={
            "packages": turned(
                tuple(
                    held.model_copy(
                        update={
                            "outcomes": turned(held.outcomes),
                            "aliases": turned(held.aliases),
                            "activities": turned(
                                tuple(
                                    one.model_copy(
                                        update={
                                            "implement_with": turned(one.implement_with),
                                            "aliases": turned(one.aliases),
                                        }
                                    )
                                    for one in held.activities
                                )
                            ),
                        }
                    )
                    for held in found.packages
                )
            )
        }
    )


CATALOGUE = Catalogue.model_validate(
    {
        **programme().catalogue.model_dump(),
        "outcomes": [{"id": key, "number": "1", "name": f"Hasil {key}"} for key in ("hasil-1", "x", "y")],
        "outputs": [
            {"id": key, "number": "1.1", "outcome": "x", "name": f"Keluaran {key}"}
            for key in ("keluaran-1", "u")
        ],
    }
)
FIELDS_COVERED = ("availability", "target_units", "implement_with", "description", "package")
REASONS = st.lists(
    st.builds(
        lambda keys, field, reason, note: {
            "covers": [{"activity": key, "field": field} for key in keys]
            + [{"activity": key, "event": "added"} for key in keys],
            "reason": reason,
            "decision": "usulan",
            "note": note,
        },
        st.lists(st.sampled_from(IDS), min_size=1, max_size=2, unique=True),
        st.sampled_from(FIELDS_COVERED),
        st.sampled_from(TEXT),
        st.none() | st.sampled_from(TEXT),
    ),
    max_size=2,
)
LINEAGE_ENTRIES = st.lists(
    st.builds(
        lambda origin, successors: {"event": "ended", "ids": [origin], "successors": successors},
        st.sampled_from(IDS),
        st.lists(st.sampled_from(IDS), max_size=2, unique=True),
    ),
    max_size=2,
)
DAYS = st.sampled_from(("2030-01-02", "2030-06-30", "2031-02-03", "2032-12-31"))


def whole(found: Edition) -> Edition:
    """The edition without rows and companions that name what it lacks: the loader lets none of them in."""

    def known(one: Any) -> bool:
        if one.activity is not None:
            return found.has_activity(one.activity)
        return one.package is None or found.has_package(one.package)

    packages = tuple(
        held.model_copy(
            update={
                "activities": tuple(
                    one.model_copy(update={"implement_with": tuple(filter(known, one.implement_with))})
                    for one in held.activities
                )
            }
        )
        for held in found.packages
    )
    screening, indicators = found.screening, found.indicators
    if screening:
        screening = screening.model_copy(update={"questions": tuple(filter(known, screening.questions))})
    if indicators:
        indicators = indicators.model_copy(update={"indicators": tuple(filter(known, indicators.indicators))})
    return Edition(info=found.info, packages=packages, screening=screening, indicators=indicators)


@st.composite
def programmes(draw: st.DrawFn, most: int = 3) -> Programme:
    """Up to ``most`` editions, the last perhaps a draft, with notes between some of them."""
    number = draw(st.integers(1, most))
    found = []
    for place in range(1, number + 1):
        held = whole(draw(editions(str(place))))
        status = (
            draw(st.sampled_from((Status.DRAFT, Status.APPROVED))) if place == number else Status.APPROVED
        )
        info = held.info.model_copy(update={"fiscal_year": 2029 + place, "status": status})
        found.append(held.model_copy(update={"info": info}))
    notes = tuple(
        ChangeNotes.model_validate(
            {
                "old": str(place),
                "new": str(place + 1),
                "date": draw(DAYS),
                "lineage": draw(LINEAGE_ENTRIES),
                "reasons": draw(REASONS),
            }
        )
        for place in range(1, number)
        if draw(st.booleans())
    )
    return Programme(catalogue=CATALOGUE, editions=tuple(found), changes=notes)
