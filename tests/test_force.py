"""Every duty, task and promise keeps the force of the text: the printed word, and what it stands for."""

from __future__ import annotations

import json
import re
from functools import cache
from html import unescape
from typing import Any

import pytest
from markupsafe import Markup

from macros.changelog import ChangeLogs
from macros.changes import Substance
from macros.exports import exports
from macros.exports.shapes import stated
from macros.model.base import Force, Record
from macros.model.edition import RoleNote
from macros.model.guideline.annexes import Criterion
from macros.model.guideline.institutions import BodyRow, MinistryRow, Structure
from macros.model.guideline.overview import OverviewPackage
from macros.model.guideline.planning import PlanningDeadline, PlanningStep
from macros.model.guideline.reporting import Recurring, ReportDeadline
from macros.model.menu import Activity, Passage
from macros.model.terms import Terms
from macros.render import Renderer
from tests.factories import activity, edition, package, programme
from tests.sample import real

GUIDELINE = real().guideline
STATED = (
    *(BodyRow, Criterion, MinistryRow, OverviewPackage, PlanningDeadline, PlanningStep, Recurring),
    *(ReportDeadline, RoleNote, Structure),
)
"""Records that hold a duty, a task or a promise."""


def said(html: object) -> str:
    """What a reader reads."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", str(html))).replace("\N{NO-BREAK SPACE}", " ").split())


@cache
def written() -> dict[str, bytes]:
    """Every file of the API by its address."""
    return {item.path: item.content for item in exports(real())}


def api(name: str) -> Any:
    """A file of the API."""
    return json.loads(written()[f"api/v1/{name}"])


def records(record: Record) -> list[Record]:
    """A record and all below it."""
    found = [record]
    for name in type(record).model_fields:
        value = getattr(record, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Record):
                found += records(item)
    return found


def test_the_force_of_every_duty_task_and_promise_has_been_looked_for() -> None:
    """Each names a printed word, or says that the text has none; no entry is merely silent."""
    parts = [one for part in GUIDELINE.parts() for one in records(part)]
    parts += [one for made in real().editions for one in records(made.info)]
    checked = [one for one in parts if isinstance(one, STATED)]
    assert len(checked) == 4 + 5 + 9 + 5 + 11 + 10 + 6 + 6 + 7 + 2 * 4
    assert [one for one in checked if "force" not in one.model_fields_set] == []
    for made in real().editions:
        for held in made.packages:
            assert "summary_force" in held.model_fields_set
            for one in held.activities:
                assert "force" in one.description.model_fields_set, one.id
                assert "force" in one.expected_results.model_fields_set, one.id


def test_tabel_4_is_what_is_expected_and_tabel_3_has_no_such_word() -> None:
    """The sentence before Tabel 4 reads "diharapkan dapat menjalankan tugas"; Tabel 3 has none."""
    assert GUIDELINE.bodies is not None
    assert GUIDELINE.ministries is not None
    assert [row.force for row in GUIDELINE.bodies.rows] == 7 * ["diharapkan dapat"]
    assert [row.force for row in GUIDELINE.ministries.ministries] == 5 * [None]


def test_structures_keep_options_advice_and_plans_apart() -> None:
    """Section 2.1: committees are described, TKPK 'dapat', leaders 'sebaiknya', the rest 'akan'."""
    assert GUIDELINE.bodies is not None
    assert {
        one.id: (one.force, [post.force for post in one.posts]) for one in GUIDELINE.bodies.structures
    } == {
        "komite-pengarah-nasional": (None, []),
        "komite-teknis-nasional": (None, []),
        "pilihan-1": ("dapat", []),
        "pilihan-2": (None, ["sebaiknya", "sebaiknya"]),
        "persyaratan-minimal": ("akan", ["akan", "akan"]),
        "sekretariat": ("akan", ["akan"]),
    }


def test_planning_and_reporting_are_plans_but_for_advice_and_one_silence() -> None:
    """Quarterly monitoring is 'disarankan' (4.1); no word binds the province's request (3.3.2)."""
    assert GUIDELINE.planning is not None
    assert GUIDELINE.reporting is not None
    assert [step.force for step in GUIDELINE.planning.steps] == 11 * ["akan"]
    assert {one.id: one.force for one in GUIDELINE.planning.deadlines} == {
        "menu-dikirim": "akan",
        "permintaan-provinsi": None,
        "permintaan-disahkan": "akan",
        "rencana-disepakati": "akan",
        "pelaksanaan-mulai": "akan",
    }
    deadlines = [one for period in GUIDELINE.reporting.periods for one in period.deadlines]
    assert [one.force for one in deadlines] == 6 * ["akan"]
    first, *others = GUIDELINE.reporting.recurring
    assert (first.id, first.force) == ("pemantauan-tiga-bulanan", "disarankan")
    assert [one.force for one in others] == 9 * ["akan"]


def test_packages_keep_their_aims_and_plans() -> None:
    """As printed in Lampiran I, and all as aims in Tabel 5."""
    assert {one.number: one.summary_force for one in real().edition("2017").packages} == {
        "1": "bertujuan",
        "2": "bertujuan",
        "3": None,
        "4": "bertujuan",
        "5": "untuk memastikan",
        "6": "untuk meningkatkan",
        "7": None,
        "8": "akan",
        "9": None,
    }
    assert GUIDELINE.overview is not None
    assert [one.force for one in GUIDELINE.overview.packages] == 9 * ["bertujuan"]


ACTIVITIES = {
    "1.1": ("bertujuan", "diharapkan dapat"),
    "1.2": ("akan", None),
    "1.3": (None, None),
    "2.1": ("ditujukan", None),
    "2.2": ("ditujukan", "akan"),
    "2.3": (None, None),
    "3.1": (None, None),
    "3.2": ("akan", "akan"),
    "4.1": (None, "diharapkan dapat"),
    "4.2": ("akan", "diharapkan"),
    "4.3": ("akan", "diharapkan"),
    "5.1": ("akan", None),
    "5.2": ("akan", "diharapkan"),
    "5.3": ("akan", None),
    "6.1": (None, None),
    "7.1": ("akan", "diharapkan"),
    "7.2": (None, "diharapkan"),
    "8.1": (None, None),
    "9.1": ("dapat", None),
}
"""What Lampiran I prints of what an activity does, and of its results."""


@pytest.mark.parametrize("year", ["2017", "2018"])
def test_activities_keep_the_word_of_what_they_do_and_bring(year: str) -> None:
    """As printed; the proposal changes none of it."""
    found = real().edition(year).activities
    assert {one.number: (one.description.force, one.expected_results.force) for one in found} == ACTIVITIES


def test_promises_within_an_activity_keep_their_own_word() -> None:
    """The game and the modules of 7.2 are announced: 'akan tersedia'."""

    def words(number: str, field: str) -> list[str | None]:
        (one,) = (one for one in real().edition("2017").activities if one.number == number)
        passage: Passage = getattr(one, field)
        return [point.force for point in passage.points]

    assert words("7.2", "description") == ["akan", "akan"]
    assert words("4.1", "description") == [None, "diharapkan akan", None]
    assert words("5.1", "expected_results") == ["akan", None]


def test_assumptions_are_no_norms() -> None:
    """What is expected to happen bears no mark, and nobody 'perlu' anything (Lampiran 1)."""
    assert GUIDELINE.assumptions is not None
    told = [text for group in GUIDELINE.assumptions.assumptions for text in group.statements]
    assert not any("perlu terwakili" in text for text in told)
    assert (
        "Bila warga miskin, perempuan, dan kelompok terpinggirkan terwakili dalam keputusan setempat, "
        "pembangunan desa akan lebih berpihak kepada warga miskin."
    ) in told


@pytest.mark.parametrize(
    ("name", "arguments", "shown"),
    [
        ("bodies_table", ("duties",), "Disarankan “diharapkan dapat” Kelompok kerja berperan utama"),
        ("bodies_table", ("duties",), "Kata itu tercetak di Bagian 2.2 (halaman 12)."),
        ("bodies_table", ("structures",), "Sekretaris Daerah atau Kepala Bappeda Disarankan “sebaiknya”"),
        ("structures", ("sekretariat",), "nasional dan provinsi. Rencana 2017 “akan”"),
        ("ministries_table", (), "Naskah tidak mencetak kata yang menyatakan wajib"),
        ("planning_table", (), "Kata itu tercetak di Bagian 3.3.2 (halaman 23)."),
        ("reporting_table", (), "disesuaikan tepat waktu Disarankan “disarankan”"),
        ("monitoring_table", (), "Bertemu secara rutin Rencana 2017 “akan”"),
        ("overview_table", (), "penganggaran, dan pelaporan. Tujuan “bertujuan”"),
        ("criteria_list", (), "yang mungkin dipakai. Rencana 2017 “akan”"),
        (
            "year_calendar",
            (),
            "Rencana 2017 “akan” untuk semua isi di bawah ini, kecuali: Permintaan provinsi disampaikan.",
        ),
        ("activity_page", ("2017", "pembelajaran-jarak-jauh"), "mendalam. Rencana 2017 “akan”"),
        ("activity_page", ("2017", "9.1"), "Apa yang dilakukan Boleh “dapat”"),
        ("package_page", ("2017", "8"), "Rencana 2017 “akan” Unit pelayanan dasar"),
    ],
)
def test_pages_show_the_mark_beside_what_it_concerns(
    name: str, arguments: tuple[str, ...], shown: str
) -> None:
    """Tables of the guideline, role views, the calendar, packages and activities."""
    assert shown in said(getattr(Renderer(real()), name)(*arguments))


def test_files_of_the_api_say_what_a_printed_word_stands_for() -> None:
    """Kind and printed word; null where the text has none."""
    row, *_ = api("guideline/bodies.json")["rows"]
    assert row["force"] == {"kind": "should", "printed": "diharapkan dapat"}
    assert api("guideline/ministries.json")["ministries"][0]["force"] is None
    assert api("guideline/criteria.json")["intro_force"] == {"kind": "plan", "printed": "akan"}
    made = api("editions/2017.json")
    assert made["roles"][-1]["force"] == {"kind": "plan", "printed": "diharapkan akan"}
    assert made["packages"][0]["summary_force"] == {"kind": "aim", "printed": "bertujuan"}
    assert made["packages"][8]["activities"][0]["description"]["force"] == {
        "kind": "may",
        "printed": "dapat",
    }


def test_a_calendar_entry_says_how_binding_it_is() -> None:
    """In a line of its own; the request of the province, which nothing binds, has none."""
    calendar = written()["kalender/2018-nasional.ics"].decode().replace("\r\n ", "")
    assert "Sifat: Rencana 2017 (“akan”)." in calendar
    sent = [part for part in calendar.split("BEGIN:VEVENT") if "Menu dikirim" in part.split("DESCRIPTION")[0]]
    assert len(sent) == 1
    assert "tahun anggaran N.\\nSifat: Rencana 2017 (“akan”)." in sent[0]


def test_a_changed_force_is_a_substantive_change() -> None:
    """From a plan to a duty is more than wording."""
    old = activity("a", "1.1", description={"intro": "Isi.", "force": "akan"})
    new = activity("a", "1.1", description={"intro": "Isi.", "force": "harus"})
    found = programme(
        edition("1", package("p", "1", old)),
        edition("2", package("p", "1", new)),
        terms=Terms.model_validate({"force_words": {"must": ["harus"], "plan": ["akan"]}}),
    )
    (entry,) = ChangeLogs(found).log(*found.editions).entries
    assert (entry.field, entry.substance) == ("description", Substance.SUBSTANTIVE)
    assert {"akan", "harus"} <= set(said(Renderer(found).change_log("1", "2")).split())


def test_a_printed_word_does_nothing_on_a_page() -> None:
    """Whatever terms.yml lists is text."""
    word = '<script>alert(1)</script>{{ 7 * 7 }}"'
    held: Activity = activity("a", "1.1", description={"intro": "Isi.", "force": word})
    found = programme(
        edition("1", package("p", "1", held)),
        terms=Terms.model_validate({"force_words": {"must": [word]}}),
    )
    made = Renderer(found).activity_page("1", "a")
    assert isinstance(made, Markup)
    assert "<script>alert" not in made
    assert word in unescape(str(made))


def test_events_of_different_force_bear_their_own_marks() -> None:
    """What all share is told once above the years; a duty among plans is marked where it stands."""
    assert GUIDELINE.planning is not None
    step, *others = GUIDELINE.planning.steps
    bound = (step.model_copy(update={"force": "harus"}), *others)
    held = GUIDELINE.model_copy(update={"planning": GUIDELINE.planning.model_copy(update={"steps": bound})})
    made = said(Renderer(real().model_copy(update={"guideline": held})).year_calendar())
    assert "pemerintah dan desa. Wajib “harus”" in made
    assert "untuk tahun anggaran N. Rencana 2017 “akan”" in made
    assert "untuk semua isi di bawah ini" not in made


def test_a_result_that_is_only_expected_is_an_aim() -> None:
    """It advises nobody; what officials are expected to do stays advice."""
    assert real().terms.force_of("diharapkan") is Force.SHOULD
    assert real().terms.force_of("diharapkan dapat", result=True) is Force.AIM
    assert real().terms.force_of("harus", result=True) is Force.MUST
    held = stated(
        {"expected_results": {"force": "diharapkan"}, "tasks": [{"force": "diharapkan"}]}, real().terms
    )
    assert held["expected_results"]["force"] == {"kind": "aim", "printed": "diharapkan"}
    assert held["tasks"][0]["force"]["kind"] == "should"
