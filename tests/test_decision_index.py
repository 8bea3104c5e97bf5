"""Decisions and what they touch, both ways."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from macros.facts.decision_index import DecisionIndex, DecisionTouch, TouchKind
from macros.facts.guideline_text import read_text
from macros.loading.load import load
from macros.model.programme import Programme
from macros.render import Renderer
from tests.paths import TINY, TINY_NEXT
from tests.reviewing import change, programme

DECIDED = """\
  - id: daftar-2031
    number: 7/2031
    date: "2031-03-01"
    body: komite
    by: Komite Kebun
    about: Usulan disetujui.
    where: Risalah rapat Maret 2031
    sections: ["1.1"]
    discrepancies: [A1]
"""
REVISION = """\
  - id: "2031"
    title: Pedoman 2031
    status: draft
    decision: daftar-2031
    note: Jumlah bibit ditambah.
    changes:
      - section: "1.1"
        what: Jumlah bibit bertambah.
        why: Panen melimpah.
"""


@pytest.fixture
def decided(tmp_path: Path) -> tuple[Programme, Path]:
    """The tiny programme with next year's draft, whose reasons, text and approval name one decision."""
    programme(tmp_path)
    shutil.copytree(TINY_NEXT, tmp_path, dirs_exist_ok=True)
    data = tmp_path / "menu_data"
    for name, more in (("decisions.yml", DECIDED), ("guideline/revisions.yml", REVISION)):
        (data / name).write_text((data / name).read_text() + more)
    change(
        tmp_path, {"file": "menu_data/changes/1-2.yml", "old": "decision: usulan", "new": "decision: 7/2031"}
    )
    loaded = load(data)
    assert loaded.comparable is not None, loaded.problems
    return loaded.comparable, tmp_path / "docs"


def test_a_decision_names_what_it_touches(decided: tuple[Programme, Path]) -> None:
    """What it changes stands first; what it only concerns is not said twice."""
    found = DecisionIndex(decided[0])
    touches = found.touches(found.decisions[-1])
    assert touches[-1] == DecisionTouch(TouchKind.NOTE, "A1", changes=False)
    assert all(touch.changes for touch in touches[:-1])
    assert DecisionTouch(TouchKind.SECTION, "1.1") in touches
    assert DecisionTouch(TouchKind.REVISION, "2031") in touches
    assert {touch.edition for touch in touches if touch.kind is TouchKind.ACTIVITY} == {"2"}


def test_both_directions_say_the_same(decided: tuple[Programme, Path]) -> None:
    """Whatever a decision names, names the decision."""
    found = DecisionIndex(decided[0])
    for decision in found.decisions:
        for touch in found.touches(decision):
            if touch.changes:
                assert decision in found.on(touch.kind, touch.id, touch.edition)
            else:
                assert decision in found.concerning(touch.kind, touch.id)


def test_pages_lead_from_the_decision_and_back(decided: tuple[Programme, Path]) -> None:
    """The section, the activity and the list of decisions lead to each other."""
    data, docs = decided
    shown = Renderer(data, read_text(docs, data.guideline))
    activity = next(
        touch.id
        for touch in DecisionIndex(data).touches(DecisionIndex(data).decisions[-1])
        if touch.kind is TouchKind.ACTIVITY and data.edition("2").has_activity(touch.id)
    )
    number = data.edition("2").activity(activity).number
    for page in (shown.section_line("1.1"), shown.activity_page("2", number)):
        assert re.search(
            r'Diubah oleh putusan <a href="\{root\}/panduan/riwayat/#putusan-daftar-2031">7/2031', str(page)
        )
    listed = str(shown.revisions_page())
    assert re.search(r"<b>Mengubah:</b>.*/panduan/bagian/1\.1/", listed)
    assert f'/menu/2/{number}/">{number}, ' in listed


def test_what_was_approved_without_a_number_says_so() -> None:
    """Where no decision on the current menu is recorded, the page does not presuppose one."""
    data = load(TINY / "menu_data").programme
    assert data is not None
    assert "Tidak ada putusan pengesahan yang tercatat." in str(Renderer(data).menu_page("1"))
