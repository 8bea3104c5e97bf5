"""Indonesian months, numbers and phrases."""

from __future__ import annotations

import pytest

from macros.facts.companions import Relations
from macros.model.discrepancies import DiscrepancyKind
from macros.model.menu import Availability, Phase, Role
from macros.wording import availability as availability_words
from macros.wording import dates, editions, macro_guide, phrases, register, together
from macros.wording import menu as menu_words
from tests.factories import activity, edition, package, programme

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("month", "words"),
    [("2017-04", "April 2017"), ("2016-01", "Januari 2016"), ("2030-12", "Desember 2030")],
)
def test_a_month_is_named_and_held_together(month: str, words: str) -> None:
    """Name and year do not part at the end of a line."""
    assert dates.month(month) == words.replace(" ", NBSP)


def test_a_day_has_no_leading_zero() -> None:
    """``2017-06-05`` is 5 Juni 2017."""
    assert dates.day("2017-06-05") == f"5{NBSP}Juni{NBSP}2017"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2017-02", "2017-02", "Februari 2017"),
        ("2017-02", "2017-05", "Februari–Mei 2017"),
        ("2016-01", "2017-02", "Januari 2016–Februari 2017"),
    ],
)
def test_a_span_of_months_names_a_shared_year_once(first: str, last: str, words: str) -> None:
    """Over a new year both years are named."""
    assert dates.months(first, last) == words.replace(" 20", f"{NBSP}20")


def test_counts_have_no_plural_and_thousands_are_dotted() -> None:
    """``1.250 kegiatan`` stays on one line."""
    assert menu_words.activities(1250) == f"1.250{NBSP}kegiatan"


@pytest.mark.parametrize(
    ("items", "words"),
    [([], ""), (["1.2"], "1.2"), (["1.2", "1.3"], "1.2 dan 1.3"), (["a", "b", "c"], "a, b, dan c")],
)
def test_a_list_ends_with_dan(items: list[str], words: str) -> None:
    """As Indonesian writes it, with a comma before the last of three."""
    assert phrases.listed(items) == words


@pytest.mark.parametrize(
    ("availability", "words"),
    [
        (Availability(month="2017-04"), f"Tersedia April{NBSP}2017"),
        (Availability(month="2017-05", stage="prototype"), f"Purwarupa Mei{NBSP}2017"),
        (Availability(unknown=True), "Tanpa tanggal"),
        (Availability(on_request=True), "Menurut permintaan"),
    ],
)
def test_every_availability_has_a_word(availability: Availability, words: str) -> None:
    """The sign never stands alone."""
    assert availability_words.available(availability) == words


def test_the_texts_own_words_show_only_when_they_say_more_than_the_month() -> None:
    """``April 2017`` beside April 2017 would be noise."""
    assert not availability_words.printed_otherwise(Availability(month="2017-04", printed="April 2017"))
    assert availability_words.printed_otherwise(Availability(month="2017-05", printed="Mei 2017 (prototype)"))
    assert availability_words.printed_otherwise(Availability(on_request=True, printed="Kapan saja"))


def test_when_an_activity_is_complete_is_told_apart_for_companions_and_chain() -> None:
    """Each has its own subject; with undated members only the dated part is complete, and they are named."""
    menu = edition(
        "satu",
        package("p", "1", activity("a", "1.1", month="2017-05", needs=("b",)), activity("b", "1.2")),
        package("q", "2", activity("c", "2.1", month="2017-05", needs=("a",)), activity("d", "2.2")),
        package("r", "3", activity("e", "3.1", needs=("d",)), activity("f", "3.2", month="2017-04")),
    )
    relations = Relations(menu)

    def said(key: str, *, chain: bool) -> str:
        group = (relations.chain if chain else relations.printed)(menu.activity(key))
        return together.complete_sentence(menu, group, chain=chain).replace(NBSP, " ")

    assert said("c", chain=False) == (
        "Bersama pasangannya lengkap mulai Mei 2017, saat kegiatan terakhir (1.1 dan 2.1) tersedia."
    )
    assert said("c", chain=True) == (
        "Seluruh yang bertanggal lengkap mulai Mei 2017,"
        " saat kegiatan terakhir (1.1 dan 2.1) tersedia. Tanpa tanggal: 1.2."
    )
    assert said("e", chain=False) == "Teks contoh tidak menyebut bulannya."


@pytest.mark.parametrize(
    ("status", "current", "word"),
    [
        ("draft", False, "Usulan"),
        ("approved", True, "Terkini"),
        ("printed", True, "Seperti tercetak"),
        ("approved", False, "Digantikan"),
        ("printed", False, "Digantikan"),
    ],
)
def test_an_edition_is_proposed_current_or_replaced(status: str, current: bool, word: str) -> None:  # noqa: FBT001
    """Whatever is approved but not the latest is replaced."""
    old = edition("lama", package("p", "1", activity("a", "1.1")), status=status)
    new = edition("baru", package("p", "1", activity("a", "1.1")), fiscal_year=2031)
    latest = programme(old).current if current else programme(old, new).current
    assert editions.tag(old, latest) == word


def test_every_role_phase_and_kind_has_a_label() -> None:
    """A new member of an enumeration cannot reach a page as its key."""
    assert set(menu_words.ROLES) == set(Role) == set(menu_words.ROLE_OPTIONS)
    assert set(menu_words.PHASES) == set(Phase)
    assert set(register.KINDS) == set(DiscrepancyKind)


def test_a_wrong_macro_argument_is_answered_with_the_nearest_or_all() -> None:
    """What is allowed is said, and what was probably meant."""
    assert (
        macro_guide.no_such("edisi", "2071", "2017", ["2017"])
        == 'edisi "2071" tidak ada. Maksud Anda "2017"?'
    )
    assert (
        macro_guide.no_such("edisi", "x", None, ["2017", "2018"])
        == 'edisi "x" tidak ada. Yang ada: 2017, 2018.'
    )
