"""Reasons, lineage and frozen editions as an editor meets them, over the tiny programme and its next year."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from macros.changes import Chronicle, digest, reasons_for, unfounded, unreasoned
from macros.loading.load import load
from macros.model.changes import ChangeNotes
from macros.source.problem import Level, Problem
from tests.changes.build import build
from tests.paths import TINY, TINY_NEXT
from tests.test_checks import apply_patch

NOTES = "changes/1-2.yml"
OLD, NEW = "editions/1/edition.yml", "editions/2/edition.yml"
PACKAGE = "editions/2/packages/1.yml"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the tiny programme's data with its second edition."""
    data = Path(shutil.copytree(TINY / "menu_data", tmp_path / "menu_data"))
    return Path(shutil.copytree(TINY_NEXT / "menu_data", data, dirs_exist_ok=True))


def shown(problem: Problem) -> tuple[str, int, int, str, Level]:
    """Place, message and level of a problem."""
    return (
        problem.file.removeprefix("menu_data/"),
        problem.line,
        problem.column,
        problem.message,
        problem.level,
    )


def found(data: Path, patch: str = "") -> list[tuple[str, int, int, str, Level]]:
    """Every problem after a patch."""
    if patch:
        apply_patch(data, patch)
    return [shown(problem) for problem in load(data).problems]


def test_the_second_edition_of_the_tiny_programme_is_whole(data: Path) -> None:
    """It loads without problems, and its changes are the ones that its notes explain."""
    loaded = load(data)
    assert loaded.problems == []
    assert loaded.programme is not None
    comparison = Chronicle.of(loaded.programme).comparison("1", "2")
    assert [f"{change.subject.id} {change.kind}" for change in comparison.changes] == [
        "satu available_later",
        "satu companion_dropped",
        "satu companion_added",
        "dua ended",
        "tiga added",
    ]
    notes = loaded.programme.changes[0]
    dropped = comparison.changes[1]
    assert [reason.decision for reason in reasons_for(dropped, comparison, notes)] == ["usulan"]
    assert reasons_for(dropped, comparison, None) == ()


def test_a_missing_reason_is_a_warning_in_a_draft_at_the_changed_value(data: Path) -> None:
    """The hint is the line to be added."""
    assert found(data, f"{PACKAGE}#activities.0.name: Membajak Lahan") == [
        (
            PACKAGE,
            15,
            9,
            'perubahan kolom "name" pada kegiatan "satu" dari edisi 1 belum beralasan.',
            Level.WARNING,
        )
    ]
    assert load(data).problems[0].hint == (
        "Tambahkan ke reasons di changes/1-2.yml: covers: [{activity: satu, field: name}], "
        "reason: …, decision: usulan."
    )


def test_a_missing_reason_is_an_error_in_an_approved_edition(data: Path) -> None:
    """An approved edition is explained in full."""
    patch = (
        f"{NEW}#status: approved\n{NEW}#roles: []\n"
        f"{PACKAGE}#name: Kebun Baru\n{PACKAGE}#activities.0.role: not_stated"
    )
    assert [(place, message, level) for place, _, _, message, level in found(data, patch)] == [
        (NEW, 'perubahan kolom "roles" pada edisi dari edisi 1 belum beralasan.', Level.ERROR),
        (PACKAGE, 'perubahan kolom "name" pada paket "lahan" dari edisi 1 belum beralasan.', Level.ERROR),
        (PACKAGE, 'perubahan kolom "role" pada kegiatan "satu" dari edisi 1 belum beralasan.', Level.ERROR),
    ]


def test_a_companion_dropped_and_one_added_need_one_reason(data: Path) -> None:
    """One field, one problem; what vanished is reported at the notes."""
    patch = f"{NOTES}#reasons: []"
    assert [(place, message) for place, _, _, message, _ in found(data, patch)] == [
        (NOTES, 'perubahan (ended) pada kegiatan "dua" dari edisi 1 belum beralasan.'),
        (PACKAGE, 'perubahan kolom "availability" pada kegiatan "satu" dari edisi 1 belum beralasan.'),
        (PACKAGE, 'perubahan kolom "implement_with" pada kegiatan "satu" dari edisi 1 belum beralasan.'),
        (PACKAGE, 'perubahan (added) pada kegiatan "tiga" dari edisi 1 belum beralasan.'),
    ]


def test_without_notes_what_vanished_is_reported_at_the_new_edition(data: Path) -> None:
    """The hints name the file to be written."""
    (data / NOTES).unlink()
    problems = [problem for problem in load(data).problems if problem.file.endswith(NEW)]
    assert [problem.message for problem in problems] == [
        'kegiatan "dua" ada di edisi 1 tetapi tidak di edisi 2.',
        'perubahan (ended) pada kegiatan "dua" dari edisi 1 belum beralasan.',
    ]
    assert all("changes/1-2.yml" in problem.hint for problem in problems)


def test_a_reason_for_what_did_not_change_names_what_did(data: Path) -> None:
    """At the entry itself."""
    covers = "[{activity: satu, field: availability}, {activity: satu, field: role}]"
    patch = f"{NOTES}#reasons.0.covers: {covers}"
    assert found(data, patch) == [
        (NOTES, 15, 12, '"role" di sini tidak berubah dari edisi 1 ke edisi 2.', Level.ERROR)
    ]
    assert load(data).problems[0].hint == (
        "Hapus baris ini. Yang berubah padanya: availability, implement_with."
    )


def test_notes_are_of_editions_that_follow_each_other(data: Path) -> None:
    """And the file is named after them."""
    (data / NOTES).rename(data / "changes/1-3.yml")
    apply_patch(data, 'changes/1-3.yml#new: "3"')
    assert ("changes/1-3.yml", 2, 6) in [(place, line, column) for place, line, column, _, _ in found(data)]
    (data / "changes/1-3.yml").rename(data / "changes/1-4.yml")
    messages = [problem.message for problem in load(data).problems if problem.file.endswith("1-4.yml")]
    assert messages == [
        'isi berkas ini tentang "1" dan "3", lain dari namanya.',
        "edisi 1 dan 3 bukan dua edisi yang berurutan.",
    ]


def frozen(data: Path) -> str:
    """The digest that edition 1 has, written into it."""
    programme = load(data).programme
    assert programme is not None
    value = digest(programme.edition("1"))
    apply_patch(data, f"{OLD}#digest: {value}")
    return value


ERRATUM = """
  - date: "2030-03-01"
    what: Bulan Membajak seharusnya Maret.
    why: Keliru menyalin.
    decided_by: komite
    activity: satu
    field: availability
    digest_after: {}
"""


def test_a_frozen_edition_may_not_change(data: Path) -> None:
    """The message says how to write an erratum, with the digest to copy."""
    frozen(data)
    assert found(data) == []
    problems = found(data, 'editions/1/packages/1.yml#activities.0.availability: {month: "2030-03"}')
    assert [(place, message, level) for place, _, _, message, level in problems] == [
        (OLD, "isi edisi 1 tidak lagi sama dengan sidiknya.", Level.ERROR)
    ]
    hint = load(data).problems[0].hint
    after = hint.rsplit("digest_after: ", 1)[1].rstrip(".")
    assert found(data, f"{OLD}#errata:{ERRATUM.format(after)}") == []


def test_an_edit_after_the_last_erratum_needs_another(data: Path) -> None:
    """The problem stands at the digest of that erratum."""
    value = frozen(data)
    assert found(data, f"{OLD}#errata:{ERRATUM.format(value)}") == []
    problems = found(data, f"{OLD}#lede: Lain.")
    assert [(place, message) for place, _, _, message, _ in problems] == [
        (OLD, "isi edisi 1 tidak lagi sama dengan sidiknya.")
    ]


@pytest.mark.parametrize("status", ["approved", "superseded"])
def test_the_status_of_a_frozen_edition_may_change(data: Path, status: str) -> None:
    """A newer edition supersedes it."""
    frozen(data)
    apply_patch(data, f"{OLD}#status: {status}\n{NEW}#status: approved")
    assert found(data) == []


def test_a_frozen_edition_is_no_draft(data: Path) -> None:
    """Neither by its digest nor by its errata."""
    value = frozen(data)
    apply_patch(data, f"{OLD}#status: draft")
    message = "edisi yang sudah dibekukan tidak dapat menjadi usulan lagi."
    assert (OLD, message) in [(place, text) for place, _, _, text, _ in found(data)]
    apply_patch(data, f"{OLD}#errata:{ERRATUM.format(value)}\n{OLD}#digest: null")
    assert (OLD, message) in [(place, text) for place, _, _, text, _ in found(data)]


@pytest.mark.parametrize(
    ("dates", "messages"),
    [
        (("2030-02-01", "2030-02-01"), []),
        (("2030-02-02", "2030-02-01"), ['ralat "2030-02-01" mendahului ralat di atasnya, 2030-02-02.']),
        (("2030-01-01", "2030-02-01"), ['ralat "2030-01-01" mendahului pengesahan, 2030-01-15.']),
        (("2030-02-30",), ['tanggal "2030-02-30" tidak ada di kalender.']),
    ],
)
def test_errata_stand_in_order_of_date(data: Path, dates: tuple[str, ...], messages: list[str]) -> None:
    """After the approval, the latest last."""
    apply_patch(data, f'{OLD}#approvals: [{{body: komite, date: "2030-01-15"}}]')
    entry = ERRATUM.format(frozen(data))
    entries = "".join(entry.replace("2030-03-01", day) for day in dates)
    assert [message for _, _, _, message, _ in found(data, f"{OLD}#errata:{entries}")] == messages


def test_an_erratum_without_a_date_is_refused(data: Path) -> None:
    """With the place and the key to be added."""
    entry = ERRATUM.format("sha256:" + 64 * "0").replace('date: "2030-03-01"\n    ', "")
    problems = found(data, f"{OLD}#errata:{entry}")
    assert (OLD, 'kunci "date" (Tanggal) wajib ada.') in [(place, text) for place, _, _, text, _ in problems]


def test_an_erratum_names_what_exists(data: Path) -> None:
    """Its body and its activity."""
    entry = ERRATUM.format(frozen(data)).replace("komite", "panitia").replace("satu", "nol")
    messages = [message for _, _, _, message, _ in found(data, f"{OLD}#errata:{entry}")]
    assert 'lembaga "panitia" tidak ada.' in messages
    assert 'kegiatan "nol" tidak ada.' in messages


def test_a_reason_names_a_discrepancy_that_exists(data: Path) -> None:
    """At the entry itself."""
    problems = found(data, f"{NOTES}#reasons.1.discrepancy: Z9")
    assert [message for _, _, _, message, _ in problems] == ['catatan "Z9" tidak ada.']


def test_a_skipped_year_is_named_and_stops_nothing(data: Path) -> None:
    """Which one is missing, and the year before; no menu may have been decided for it."""
    assert [message for _, _, _, message, _ in found(data, f"{NEW}#fiscal_year: 2032")] == [
        "tahun anggaran 2031 tidak punya edisi: sebelum ini 2030."
    ]
    assert load(data).programme is not None


def covered(old: dict[str, Any], new: dict[str, Any], *covers: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Changes without a reason, and entries without a change, when one reason covers ``covers``."""
    declared = ChangeNotes.model_validate(
        {
            "old": "2030",
            "new": "2031",
            "date": "2030-01-02",
            "reasons": [{"covers": list(covers), "reason": "Sebab.", "decision": "usulan"}],
        }
    )
    chronicle = Chronicle([build(old, 2030), build(new, 2031)], [declared])
    comparison = chronicle.comparison("2030", "2031")
    return (
        [f"{change.subject.id} {change.kind}" for change in unreasoned(comparison, declared)],
        [str(entry.field or entry.event) for entry in unfounded(comparison, declared)],
    )


ROWS = {"indicators": [{"activity": "b", "name": "Jumlah"}]}


@pytest.mark.parametrize(
    ("old", "new", "covers", "expected"),
    [
        ({"a": None}, {"a": None, "b": None}, [{"activity": "b", "event": "added"}], ([], [])),
        (
            {"a": None},
            {"a": None, "b": None},
            [{"activity": "b", "event": "ended"}],
            (["b added"], ["ended"]),
        ),
        ({"a": None}, {"a": None, "b": None}, [{"package": "b", "event": "added"}], (["b added"], ["added"])),
        (
            {"a": None, "indicators": {"indicators": []}},
            {"a": None, "b": None, "indicators": ROWS},
            [{"activity": "b", "event": "added"}],
            ([], []),
        ),
        (
            {"a": None, "b": None, "indicators": {"indicators": []}},
            {"a": None, "b": None, "indicators": ROWS},
            [{"activity": "b", "event": "added"}],
            (["b indicators"], ["added"]),
        ),
        (
            {"a": None, "indicators": {"indicators": []}},
            {"a": None, "b": None, "indicators": ROWS},
            [{"activity": "b", "event": "ended"}],
            (["b added", "b indicators"], ["ended"]),
        ),
        (
            {"a": None, "b": None, "indicators": {"indicators": []}},
            {"a": None, "b": None, "indicators": ROWS},
            [{"activity": "b", "field": "indicators"}],
            ([], []),
        ),
        (
            {"a": {"role": "core"}},
            {"a": {"role": "flexible", "minimal_set": True}},
            [{"activity": "a", "field": "role"}],
            (["a minimal_set"], []),
        ),
        ({"a": {"lede": "Satu."}}, {"a": {"lede": "Dua."}}, [{"activity": "a", "field": "lede"}], ([], [])),
        (
            {"a": None},
            {"a": None, "info": {"roles": [{"role": "core", "name": "Utama", "where": "B", "text": "T."}]}},
            [{"field": "roles"}],
            ([], []),
        ),
        (
            {"a": None},
            {"a": None, "packages": {"paket-1": {"name": "Lain"}}},
            [{"package": "paket-1", "field": "name"}],
            ([], []),
        ),
        (
            {"a": None},
            {"a": {"source": {"section": "Lain"}}},
            [{"activity": "a", "field": "source"}],
            ([], ["source"]),
        ),
        (
            {"a": None},
            {"a": {"in": "paket-2"}},
            [
                {"activity": "a", "field": "package"},
                {"package": "paket-1", "event": "ended"},
                {"package": "paket-2", "event": "added"},
            ],
            ([], []),
        ),
    ],
)
def test_a_reason_covers_what_it_names(
    old: dict[str, Any],
    new: dict[str, Any],
    covers: list[dict[str, Any]],
    expected: tuple[list[str], list[str]],
) -> None:
    """A field, or an event with the rows that come and go with it; never what did not change."""
    assert covered(old, new, *covers) == expected


@pytest.mark.parametrize(
    "entry",
    [
        {"activity": "a", "package": "b", "field": "name"},
        {"activity": "a"},
        {"activity": "a", "field": "name", "event": "added"},
    ],
)
def test_an_entry_names_one_subject_and_one_matter(entry: dict[str, Any]) -> None:
    """The model refuses others."""
    with pytest.raises(ValueError, match="isi"):
        covered({"a": None}, {"a": None}, entry)
