"""Histories, errata and the way from any edition to the current one, as pages show them."""

from __future__ import annotations

import re
from typing import Any

from macros.changes import digest
from macros.model.changes import ChangeNotes
from macros.model.edition import Edition
from macros.render import Renderer
from tests.factories import activity, edition, package, programme


def text(html: object) -> str:
    """What a page says, blanks folded."""
    return " ".join(re.sub(r"<[^>]+>", " ", str(html)).replace("\N{NO-BREAK SPACE}", " ").split())


def years(*statuses: str) -> list[Edition]:
    """1.1 is renumbered and renamed; 1.2 ends in 2031 and is continued by 'kompos'."""
    first = package("lahan", "1", activity("bajak", "1.1", name="Bajak"), activity("pupuk", "1.2"))
    later = package(
        "lahan",
        "1",
        activity("kompos", "1.1", month="2031-03"),
        activity("bajak", "1.3", name="Membajak"),
    )
    return [
        edition(str(year), held, fiscal_year=year, status=status)
        for year, held, status in zip((2030, 2031), (first, later), statuses, strict=False)
    ]


def renderer(*editions: Edition) -> Renderer:
    """With notes that say what became of 1.2."""
    notes = ChangeNotes.model_validate(
        {
            "old": "2030",
            "new": "2031",
            "date": "2031-01-02",
            "lineage": [{"event": "ended", "ids": ["pupuk"], "successors": ["kompos"]}],
            "questions": [{"activity": "bajak", "field": "availability", "question": "Sejak kapan?"}],
        }
    )
    return Renderer(programme(*editions, changes=(notes,)))


def test_a_replaced_edition_leads_on_by_lineage_not_by_number() -> None:
    """1.1 of 2030 is 1.3 now; 1.2 has ended and is continued by what is 1.1 now."""
    shown = renderer(*years("superseded", "approved"))
    renamed, ended = shown.activity_page("2030", "1.1"), shown.activity_page("2030", "1.2")
    assert "Edisi ini sudah diganti." in text(renamed)
    assert 'href="{root}/menu/2031/1.3/">1.3 Membajak</a>' in str(renamed)
    assert 'href="{root}/menu/2031/1.1/">1.1 Kegiatan kompos</a>' in str(ended)


def test_a_draft_says_so_and_leads_back() -> None:
    """What the current edition lacks is told to lack there."""
    shown = renderer(*years("approved", "draft"))
    added, renamed = shown.activity_page("2031", "1.1"), shown.activity_page("2031", "1.3")
    assert "Belum disahkan." in text(added)
    assert 'href="{root}/menu/2030/1.2/"' in str(added), "what it continues"
    assert "Baru di Menu 2031" in text(added)
    assert 'href="{root}/menu/2030/1.1/">1.1 Bajak</a>' in str(renamed)
    assert "Berubah dari 2030" in text(renamed)
    assert "Pertanyaan terbuka: Sejak kapan?" in text(renamed)
    assert "Berubah dari 2030" in text(shown.package_page("2031", "1"))


def test_the_history_of_an_ended_activity_names_who_continues_it() -> None:
    """Newest first, with the state of now on top."""
    shown = renderer(*years("superseded", "approved"))
    page = shown.history_page("pupuk")
    said = text(page)
    timeline = said.partition("Dari edisi ke edisi")[2]
    assert timeline.index("Menu 2031") < timeline.index("Menu 2030")
    assert "Tidak ada di edisi ini." in said
    assert "Dilanjutkan oleh 1.1 Kegiatan kompos" in said
    assert 'href="{root}/menu/2031/1.1/"' in str(page)


def test_the_history_keeps_former_names_and_numbers() -> None:
    """Also what it was called, and since when it may be asked for."""
    shown = renderer(*years("superseded", "approved"))
    assert "1.1 Bajak (Menu 2030)" in text(shown.history_page("bajak"))
    assert "Mulai Maret 2031" in text(shown.history_page("kompos"))


def test_a_former_number_leads_to_what_became_of_its_holder() -> None:
    """The page behind a number that is not used any more."""
    page = renderer(*years("superseded", "approved")).moved_page("2030", "pupuk", "2031")
    assert "Nomor ini tidak dipakai lagi di Menu 2031." in text(page)
    assert 'href="{root}/menu/2031/1.1/"' in str(page)


ERRATUM: dict[str, Any] = {
    "date": "2030-06-05",
    "what": "Namanya Membajak, bukan Bajak.",
    "why": "Keliru menyalin.",
    "decided_by": "komite",
    "decision": "Putusan 7",
    "field": "name",
}


def test_an_erratum_is_shown_on_the_page_it_touches_and_in_the_register() -> None:
    """What, why, since when, when, by whom; on no other page."""
    plain = edition("2030", package("lahan", "1", activity("bajak", "1.1"), activity("pupuk", "1.2")))
    corrected = edition(
        "2030",
        *plain.packages,
        digest=digest(plain),
        errata=[{**ERRATUM, "activity": "bajak", "digest_after": digest(plain)}],
        approvals=[{"body": "komite", "date": "2030-01-05"}],
    )
    shown = Renderer(programme(corrected))
    for page in (shown.errata_page(), shown.activity_page("2030", "1.1")):
        said = text(page)
        for part in (
            "Namanya Membajak, bukan Bajak.",
            "Keliru menyalin.",
            "5 Juni 2030",
            "Menu 2030, 5 Januari 2030",
            "Komite Contoh, Putusan 7",
        ):
            assert part in said
    assert "Keliru menyalin." not in text(shown.activity_page("2030", "1.2"))
    assert "Belum ada ralat atau koreksi." in text(renderer(*years("approved")).errata_page())


def test_an_untouched_entry_never_passes_for_a_confirmed_one() -> None:
    """Reviewed names who and when; not reviewed says so, and the change page lists it."""
    old = edition("2030", package("lahan", "1", activity("bajak", "1.1"), activity("pupuk", "1.2")))
    new = edition(
        "2031",
        package(
            "lahan",
            "1",
            activity("bajak", "1.1", review={"state": "not_reviewed"}, lede="Kalimat lain."),
            activity("pupuk", "1.2", review={"state": "reviewed", "date": "2031-02-03", "by": "Dinas"}),
        ),
        fiscal_year=2031,
    )
    shown = Renderer(programme(old, new))
    assert "Tinjauan: Belum ditinjau." in text(shown.activity_page("2031", "1.1"))
    assert "Ditinjau, tetap: Dinas, 3 Februari 2031" in text(shown.activity_page("2031", "1.2"))
    page = text(shown.changes_page("2030", "2031"))
    assert "Belum ditinjau untuk edisi ini 1 kegiatan" in page
    assert "Ditinjau dan tetap 1 kegiatan" in page


def test_every_two_editions_are_told_in_a_sentence_newest_first() -> None:
    """Consecutive pairs first, then editions apart."""
    held = [
        package("lahan", "1", activity("bajak", "1.1", role=role)) for role in ("core", "flexible", "core")
    ]
    editions = [edition(str(2030 + n), one, fiscal_year=2030 + n) for n, one in enumerate(held)]
    page = text(Renderer(programme(*editions)).changes_index_page())
    places = [
        page.index(f"Perubahan menu, {pair}") for pair in ("2031 ke 2032", "2030 ke 2031", "2030 ke 2032")
    ]
    assert places == sorted(places)
    assert "Menu 2032 memuat 1 perubahan isi dan 0 perubahan redaksi dibanding Menu 2031." in page
    assert "Menu 2032 berisi sama dengan Menu 2030." in page
