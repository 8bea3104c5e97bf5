"""The files on changes and on activities: complete, in the words and values of the model, drafts marked."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from macros.changelog import ChangeLogs
from macros.exports import exports
from macros.exports.changes import whole
from macros.model.changes import ChangeNotes
from macros.model.edition import Status
from macros.model.programme import Programme
from tests.changes.build import build
from tests.changes.strategies import programmes
from tests.factories import activity, edition, package, programme
from tests.sample import programme_of, two_years

Data = dict[str, Any]


def files(found: Programme) -> Data:
    """Every JSON file of a programme by its path below ``api/v1``."""
    return {
        item.path.removeprefix("api/v1/"): json.loads(item.content)
        for item in exports(found)
        if item.path.endswith(".json")
    }


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Data:
    """The files of the tiny programme and its next year."""
    return files(programme_of(two_years(tmp_path_factory.mktemp("tiny"))))


def entry(data: Data, key: str) -> Data:
    """An entry of a file on changes."""
    (found,) = [one for one in data["entries"] if one["key"] == key]
    return dict(found)


def test_a_file_on_changes_says_which_editions_and_that_it_is_a_proposal(tiny: Data) -> None:
    """The newer edition is a draft."""
    found = tiny["changes/1-2.json"]
    assert found["old"] == {
        "id": "1",
        "title": "Daftar Bantuan 2030",
        "status": "approved",
        "draft": False,
    }
    assert found["new"] == {"id": "2", "title": "Daftar Bantuan 2031", "status": "draft", "draft": True}
    assert (found["draft"], found["date"]) == (True, "2031-02-03")
    assert found["summary"] == {
        "new": 1,
        "changed": 2,
        "moved": 0,
        "ended": 1,
        "substantive": 4,
        "editorial": 0,
        "harder": 2,
    }
    assert [one["key"] for one in found["entries"]] == [
        "satu_availability",
        "satu_implement-with",
        "dua_entri",
        "tiga_entri",
    ]
    assert (found["not_reviewed"], found["reviewed"], found["questions"]) == ([], [], [])


def test_a_changed_field_is_told_and_given_whole(tiny: Data) -> None:
    """The month of 1.1, with everything a reader of the page sees."""
    unset = {"stage": None, "on_request": False, "unknown": False, "printed": None}
    assert entry(tiny["changes/1-2.json"], "satu_availability") == {
        "key": "satu_availability",
        "subject": {
            "kind": "activity",
            "id": "satu",
            "old_number": "1.1",
            "new_number": "1.1",
            "name": "Membajak",
        },
        "package": {"id": "lahan", "number": "1", "name": "Menyiapkan Lahan"},
        "kinds": ["available_later"],
        "field": "availability",
        "title": "1.1 tersedia lebih lambat",
        "substance": "substantive",
        "effect": "harder",
        "group": "harder",
        "sign": "changed",
        "old": {"month": "2030-02", **unset},
        "new": {"month": "2031-02", **unset},
        "shown": [
            {
                "label": None,
                "old": "mulai Februari 2030",
                "new": "mulai Februari 2031",
                "ops": None,
                "apart": True,
            }
        ],
        "successors": [],
        "predecessors": [],
        "activities": ["satu"],
        "units": ["rt"],
        "reasons": [
            {
                "reason": "Edisi ini berlaku setahun kemudian.",
                "decision": "usulan",
                "is_proposal": True,
                "discrepancy": None,
                "note": None,
            }
        ],
        "for_reader": ["kegiatan ini baru mulai Februari 2031; sesuaikan rencana Anda."],
        "url": "../../../perubahan/1-2/#satu_availability",
    }


def test_companions_are_compared_one_by_one_and_given_as_the_whole_field(tiny: Data) -> None:
    """One dropped, one added: one entry with both lists."""
    found = entry(tiny["changes/1-2.json"], "satu_implement-with")
    assert found["kinds"] == ["companion_dropped", "companion_added"]
    assert found["old"] == [{"activity": "dua", "package": None, "printed": None}]
    assert found["new"] == [{"activity": "tiga", "package": None, "printed": None}]
    assert [(one["old"], one["new"]) for one in found["shown"]] == [
        ("1.2 Memupuk", None),
        (None, "1.2 Mengompos"),
    ]


def test_what_ended_names_who_continues_it(tiny: Data) -> None:
    """And the whole record stands in the older edition alone."""
    found = entry(tiny["changes/1-2.json"], "dua_entri")
    assert (found["field"], found["kinds"], found["sign"], found["group"]) == (
        None,
        ["ended"],
        "ended",
        "harder",
    )
    assert (found["subject"]["old_number"], found["subject"]["new_number"]) == ("1.2", None)
    assert found["successors"] == [{"id": "tiga", "number": "1.2", "name": "Mengompos"}]
    assert (found["old"]["name"], found["old"]["lede"], found["new"]) == (
        "Memupuk",
        "Memupuk lahan yang sudah dibajak.",
        None,
    )
    assert found["for_reader"] == ["Yang sudah memilih 1.2 melanjutkan dengan 1.2 yang baru."]


def test_texts_are_given_word_by_word_unless_they_are_read_apart() -> None:
    """A few words changed; a text written anew."""
    found = files(
        programme(
            build({"a": {"rationale": "Camat menyusun rencana kerja.", "lede": "Satu dua tiga."}}, 2030),
            build(
                {"a": {"rationale": "Camat menyusun rencana desa.", "lede": "Lain sama sekali ini."}}, 2031
            ),
        )
    )["changes/2030-2031.json"]
    (shown,) = entry(found, "a_rationale")["shown"]
    assert [(op["kind"], op["text"]) for op in shown["ops"]] == [
        ("equal", "Camat menyusun rencana "),
        ("delete", "kerja"),
        ("insert", "desa"),
        ("equal", "."),
    ]
    (apart,) = entry(found, "a_lede")["shown"]
    assert (apart["ops"], apart["apart"]) == (None, True)


def test_a_package_that_comes_names_its_activities_by_id() -> None:
    """They have entries of their own."""
    found = files(programme(build({"a": {}}, 2030), build({"a": {}, "b": {"in": "paket-2"}}, 2031)))
    new = entry(found["changes/2030-2031.json"], "paket_paket-2_entri")["new"]
    assert (new["id"], new["activities"]) == ("paket-2", ["b"])


def test_a_change_of_the_whole_menu_has_no_id_and_no_package() -> None:
    """Its subject is the edition."""
    role = {
        "role": "core",
        "name": "Utama",
        "where": "Bab 1",
        "text": "Dimulai lebih dulu.",
        "force": None,
    }
    found = files(programme(build({"a": {}}, 2030), build({"a": {}, "info": {"roles": [role]}}, 2031)))
    one = entry(found["changes/2030-2031.json"], "menu__roles")
    assert one["subject"] == {
        "kind": "edition",
        "id": None,
        "old_number": None,
        "new_number": None,
        "name": "Menu Bantuan",
    }
    assert (one["package"], one["old"], one["new"]) == (None, [], [{**role, "force": None}])


def test_who_looked_at_what_is_told() -> None:
    """What nobody looked at never passes for confirmed."""
    review = {"state": "reviewed", "date": "2031-05-06", "by": "Komite Contoh"}
    new = build({"a": {"review": review}, "b": {"review": {"state": "not_reviewed"}}}, 2031)
    found = files(programme(build({"a": {}, "b": {}}, 2030), new))["changes/2030-2031.json"]
    assert found["not_reviewed"] == ["b"]
    assert found["reviewed"] == [{"id": "a", "date": "2031-05-06", "by": "Komite Contoh"}]


def test_keys_stay_apart_whatever_the_ids() -> None:
    """An id may end like a field, and a package and an activity may share one."""
    found = files(
        programme(
            *(
                edition(
                    str(year),
                    package(
                        "a",
                        "1",
                        activity("a", "1.1", name=name, short_name=name),
                        activity("a-short", "1.2", name=name),
                        activity("menu", "1.3", lede=name),
                        activity("paket-a", "1.4", name=name),
                        name=name,
                    ),
                    fiscal_year=year,
                )
                for year, name in ((2030, "Satu"), (2031, "Dua"))
            )
        )
    )["changes/2030-2031.json"]
    keys = [one["key"] for one in found["entries"]]
    assert sorted(keys) == [
        "a-short_name",
        "a_name",
        "a_short-name",
        "menu_lede",
        "paket-a_name",
        "paket_a_name",
    ]


YEARS = (
    build({"a": {"name": "Kursus Camat"}, "b": {}}, 2030),
    build({"a": {"name": "Kursus Bupati"}, "c": {}}, 2031),
    build({"a": {"name": "Kursus Warga"}, "d": {}}, 2032),
)


def three_years() -> Programme:
    """Three editions: b becomes c, c becomes d; a has a new name each year, and the last is a draft."""
    draft = YEARS[2].model_copy(update={"info": YEARS[2].info.model_copy(update={"status": Status.DRAFT})})
    notes = [
        {
            "old": old,
            "new": new,
            "date": f"{old}-05-06",
            "lineage": [{"event": "ended", "ids": [gone], "successors": [heir]}],
            "reasons": [
                {"covers": [{"activity": "a", "field": "name"}], "reason": f"Sebab {old}.", "decision": "K-1"}
            ],
        }
        for old, new, gone, heir in (("2030", "2031", "b", "c"), ("2031", "2032", "c", "d"))
    ]
    changes = [ChangeNotes.model_validate(one) for one in notes]
    return programme(*YEARS[:2], draft, changes=changes)


def test_every_pair_has_a_file_and_the_newest_stands_first() -> None:
    """Those apart too."""
    found = files(three_years())
    assert [
        (line["url"], line["consecutive"], line["draft"], line["date"])
        for line in found["changes.json"]["pairs"]
    ] == [
        ("changes/2031-2032.json", True, True, "2031-05-06"),
        ("changes/2030-2032.json", False, True, None),
        ("changes/2030-2031.json", True, False, "2030-05-06"),
    ]
    assert {name for name in found if name.startswith("changes/")} == {
        line["url"] for line in found["changes.json"]["pairs"]
    }


def test_editions_apart_have_the_reasons_of_every_year_between() -> None:
    """Oldest first."""
    name = entry(files(three_years())["changes/2030-2032.json"], "a_name")
    assert [(one["reason"], one["is_proposal"]) for one in name["reasons"]] == [
        ("Sebab 2030.", False),
        ("Sebab 2031.", False),
    ]


def test_an_activity_is_told_over_all_editions() -> None:
    """Names that it had before, and what changed each year, newest first."""
    found = files(three_years())["activities/a.json"]
    assert (found["current"], found["current_number"], found["name"]) == ("2031", "1.1", "Kursus Bupati")
    assert (found["status_in_current"], found["draft"], found["successors_in_current"]) == (
        "offered",
        False,
        [],
    )
    assert [(one["edition"], one["draft"], one["name"], one["url"]) for one in found["editions"]] == [
        ("2032", True, "Kursus Warga", "../../../menu/2032/1.1/"),
        ("2031", False, "Kursus Bupati", "../../../menu/2031/1.1/"),
        ("2030", False, "Kursus Camat", "../../../menu/2030/1.1/"),
    ]
    assert found["earlier"] == [{"number": "1.1", "name": "Kursus Camat", "editions": ["2030"]}]
    assert [
        (one["new"]["id"], one["draft"], [e["key"] for e in one["entries"]]) for one in found["changes"]
    ] == [
        ("2032", True, ["a_name"]),
        ("2031", False, ["a_name"]),
    ]
    assert found["url"] == "../../../kegiatan/a/"


@pytest.mark.parametrize(
    ("key", "status", "draft", "number", "successors"),
    [
        ("b", "ended", False, None, ["c"]),
        ("c", "offered", False, "1.2", []),
        ("d", "proposed", True, None, []),
    ],
)
def test_an_id_is_offered_ended_or_proposed(
    key: str,
    status: str,
    draft: bool,  # noqa: FBT001
    number: str | None,
    successors: list[str],
) -> None:
    """What is gone names who continues it in the current edition."""
    found = files(three_years())
    one = found[f"activities/{key}.json"]
    assert (one["status_in_current"], one["draft"], one["current_number"]) == (status, draft, number)
    assert [heir["id"] for heir in one["successors_in_current"]] == successors
    line = next(line for line in found["activities.json"]["activities"] if line["id"] == key)
    assert (line["status_in_current"], line["draft"], line["url"]) == (
        status,
        draft,
        f"activities/{key}.json",
    )


def test_who_continues_an_id_is_found_over_several_years() -> None:
    """Where b became c, and c became d, both lead to d once it is current."""
    years = three_years()
    found = files(programme(*YEARS, changes=years.changes))
    for key in ("b", "c"):
        assert [heir["id"] for heir in found[f"activities/{key}.json"]["successors_in_current"]] == ["d"]


def test_without_a_current_edition_nothing_is_said_of_it() -> None:
    """Every edition is a draft."""
    draft = edition("1", package("p", "1", activity("a", "1.1")), status="draft")
    one = files(programme(draft))["activities/a.json"]
    assert (one["current"], one["current_number"], one["status_in_current"], one["draft"]) == (
        None,
        None,
        None,
        True,
    )


def test_editions_say_whether_they_are_drafts(tiny: Data) -> None:
    """In the list and in the file."""
    assert [(one["id"], one["draft"]) for one in tiny["editions.json"]["editions"]] == [
        ("1", False),
        ("2", True),
    ]
    assert (tiny["editions/1.json"]["draft"], tiny["editions/2.json"]["draft"]) == (False, True)


def test_back_in_time_there_is_no_reason_no_page_and_no_advice(tmp_path: Path) -> None:
    """For the terminal; no file leads back."""
    found = programme_of(two_years(tmp_path))
    logs = ChangeLogs(found)
    back = whole(logs.log(found.edition("2"), found.edition("1")))
    assert {(one.reasons, one.for_reader, one.url) for one in back.entries} == {((), (), None)}
    assert "changes/2-1.json" not in files(found)


@given(programmes())
def test_entries_hold_every_change_once(found: Programme) -> None:
    """Subject, field and kind of each change of a comparison stand in one entry, with the field's values."""
    logs = ChangeLogs(found)
    written = files(found)
    for line in written["changes.json"]["pairs"]:
        old, new = found.edition(line["old"]["id"]), found.edition(line["new"]["id"])
        entries = written[line["url"]]["entries"]
        told = Counter(
            (one["subject"]["kind"], one["subject"]["id"] or "", one["field"] or "", kind)
            for one in entries
            for kind in one["kinds"]
        )
        changes = logs.log(old, new).comparison.changes
        assert set(told) == {
            (change.subject.kind.value, change.subject.id, change.field, change.kind.value)
            for change in changes
        }
        assert set(told.values()) <= {1}
        assert len({one["key"] for one in entries}) == len(entries)
        assert line["summary"] == written[line["url"]]["summary"]
        assert sum(line["summary"][key] for key in ("substantive", "editorial")) == len(entries)
        for one in entries:
            for menu, side in ((old, "old"), (new, "new")):
                check_value(written[f"editions/{menu.id}.json"], one, one[side])


def check_value(menu: Data, one: Data, held: Any) -> None:
    """A value of an entry is that of the edition's own file; a record that is not there is ``None``."""
    subject, field = one["subject"], one["field"]
    packages = {found["id"]: found for found in menu["packages"]}
    activities = {found["id"]: found for package in packages.values() for found in package["activities"]}
    record = {"activity": activities, "package": packages, "edition": {}}[subject["kind"]].get(subject["id"])
    if field is None:
        assert (held is None) == (record is None)
        assert held is None or (record is not None and held["name"] == record["name"])
    elif record is not None and field in record:
        assert held == record[field]
