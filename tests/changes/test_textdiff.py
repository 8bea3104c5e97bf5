"""Differences of texts, word by word."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from macros.changes import OpKind, TextDiff, diff, pieces
from macros.changes.textdiff import plain, words
from macros.model.menu import Delivery, Passage, TargetUnits
from tests.paths import CASES

CASE_LIST: list[dict[str, Any]] = yaml.safe_load((CASES / "textdiff.yml").read_text())
MARKS = {OpKind.EQUAL: "{}", OpKind.DELETE: "[-{}-]", OpKind.INSERT: "{{+{}+}}"}
WORDS = st.lists(
    st.sampled_from(["camat", "desa", "desa,", "(desa)", "1.2", "di-", "–", "\n", " ", "é", "e\u0301"]),
    max_size=9,
).map(" ".join)
TEXTS = WORDS | st.text(max_size=20)


@pytest.mark.parametrize("case", CASE_LIST, ids=[case["it"] for case in CASE_LIST])
def test_two_texts_differ_in_exactly_these_words(case: dict[str, Any]) -> None:
    """Each case shows the whole difference."""
    found = diff(case["old"], case["new"])
    assert "".join(MARKS[op.kind].format(op.text) for op in found.ops) == case["diff"]
    assert (found.kept, found.words) == (case["kept"], case["words"])


def without(found: TextDiff, kind: OpKind) -> str:
    """The text of all operations but one kind."""
    return "".join(op.text for op in found.ops if op.kind is not kind)


@given(TEXTS, TEXTS)
def test_the_operations_hold_both_texts_exactly(old: str, new: str) -> None:
    """Without the insertions they are the old text, without the deletions the new."""
    found = diff(old, new)
    assert without(found, OpKind.INSERT) == found.old == plain(old)
    assert without(found, OpKind.DELETE) == found.new == plain(new)
    assert all(op.text for op in found.ops)
    assert all(one.kind is not other.kind for one, other in zip(found.ops, found.ops[1:], strict=False))


@given(TEXTS, TEXTS)
def test_no_word_is_split(old: str, new: str) -> None:
    """Each stretch holds whole words of the text that it stands in."""
    found = diff(old, new)
    for text, other in ((found.old, OpKind.INSERT), (found.new, OpKind.DELETE)):
        pieces_found = [word for op in found.ops if op.kind is not other for word in words(op.text)]
        assert pieces_found == list(words(text))


@given(TEXTS, TEXTS)
def test_exchanging_the_texts_exchanges_the_operations(old: str, new: str) -> None:
    """A difference reads the same in both directions."""
    turned = {OpKind.INSERT: OpKind.DELETE, OpKind.DELETE: OpKind.INSERT, OpKind.EQUAL: OpKind.EQUAL}
    there, back = diff(old, new), diff(new, old)
    assert (there.kept, there.words) == (back.kept, back.words)
    assert {(op.kind, op.text) for op in there.ops} == {(turned[op.kind], op.text) for op in back.ops}


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    """All words are kept, in one stretch."""
    found = diff(text, text)
    assert found.share == 1.0
    assert [op.kind for op in found.ops] == ([OpKind.EQUAL] if plain(text) else [])


@pytest.mark.parametrize("turned", [False, True])
def test_a_long_text_with_common_words_is_compared_word_by_word_too(turned: bool) -> None:  # noqa: FBT001
    """One word changed among four hundred is one word changed."""
    old = " ".join(f"kata{index % 20}" for index in range(400))
    new = old.replace("kata7 kata8", "kata8 kata8", 1)
    found = diff(new, old) if turned else diff(old, new)
    assert (found.kept, found.words) == (399, 400)


@pytest.mark.parametrize(
    ("new", "rewrite"),
    [("satu dua tiga x y", False), ("satu dua x y z", False), ("satu x y z w", True), ("v x y z w", True)],
)
def test_texts_with_little_in_common_are_a_rewrite(new: str, rewrite: bool) -> None:  # noqa: FBT001
    """Below two fifths of the words the two texts belong side by side."""
    assert diff("satu dua tiga empat lima", new).rewrite is rewrite


def test_a_text_that_grows_beyond_recognition_is_a_rewrite() -> None:
    """Measured on the longer text, in both directions."""
    assert diff("satu dua", "satu dua tiga empat lima enam").rewrite
    assert diff("satu dua tiga empat lima enam", "satu dua").rewrite


def shown(old: object, new: object) -> list[tuple[str, str | None, str | None]]:
    """Pieces as place, old and new."""
    return [(piece.place, piece.old, piece.new) for piece in pieces(old, new)]


def passage(*points: str, intro: str | None = None) -> Passage:
    """A passage of untitled points."""
    return Passage.model_validate({"intro": intro, "points": [{"text": text} for text in points]})


def test_a_plain_text_is_one_piece() -> None:
    """Names and rationales."""
    assert shown("Satu", "Dua") == [("", "Satu", "Dua")]
    assert shown(None, "Dua") == [("", None, "Dua")]
    assert shown("Satu", None) == [("", "Satu", None)]


def test_points_are_paired_by_their_words() -> None:
    """A point inserted above moves no other."""
    old = passage("Camat menyusun rencana kerja", "Warga menilai layanan desa")
    new = passage(
        "Bupati hadir", "Camat menyusun rencana anggaran", "Warga menilai layanan desa", intro="Isi"
    )
    assert shown(old, new) == [
        ("intro", None, "Isi"),
        ("points.text", None, "Bupati hadir"),
        ("points.text", "Camat menyusun rencana kerja", "Camat menyusun rencana anggaran"),
        ("points.text", "Warga menilai layanan desa", "Warga menilai layanan desa"),
    ]


def test_a_point_dropped_stands_where_it_stood() -> None:
    """Old points without a counterpart come before the next pair, and at the end."""
    old, new = passage("satu dua tiga", "empat lima enam", "tujuh delapan"), passage("empat lima enam")
    assert shown(old, new) == [
        ("points.text", "satu dua tiga", None),
        ("points.text", "empat lima enam", "empat lima enam"),
        ("points.text", "tujuh delapan", None),
    ]


def test_points_with_too_little_in_common_are_two() -> None:
    """One of three words is not a version of the same point, two of five are."""
    assert shown(passage("satu dua tiga"), passage("satu x y")) == [
        ("points.text", "satu dua tiga", None),
        ("points.text", None, "satu x y"),
    ]
    assert shown(passage("satu dua tiga empat lima"), passage("satu dua x y z")) == [
        ("points.text", "satu dua tiga empat lima", "satu dua x y z")
    ]


def test_an_equal_point_is_preferred_to_a_reordered_one() -> None:
    """Of two with the same words the exact one is paired."""
    assert shown(passage("satu dua"), passage("dua satu", "satu dua")) == [
        ("points.text", None, "dua satu"),
        ("points.text", "satu dua", "satu dua"),
    ]


def test_the_best_pairing_of_all_points_is_taken() -> None:
    """Not the first that would do."""
    old = passage("satu dua tiga empat", "satu dua lima enam")
    new = passage("satu dua lima enam")
    assert shown(old, new) == [
        ("points.text", "satu dua tiga empat", None),
        ("points.text", "satu dua lima enam", "satu dua lima enam"),
    ]


def test_several_points_dropped_and_inserted_leave_the_others_paired() -> None:
    """At the beginning, in the middle and at the end."""
    old = passage("a b", "c d", "satu dua", "e f", "tiga empat", "g h")
    new = passage("i j", "k l", "m n", "satu dua", "tiga empat")
    assert shown(old, new) == [
        ("points.text", "a b", None),
        ("points.text", "c d", None),
        ("points.text", None, "i j"),
        ("points.text", None, "k l"),
        ("points.text", None, "m n"),
        ("points.text", "satu dua", "satu dua"),
        ("points.text", "e f", None),
        ("points.text", "tiga empat", "tiga empat"),
        ("points.text", "g h", None),
    ]


def test_marks_without_words_are_no_likeness() -> None:
    """Two items without words have nothing in common, unless they are equal."""
    assert shown(("–",), ("—",)) == [("", "–", None), ("", None, "—")]
    assert shown(("–",), ("–",)) == [("", "–", "–")]


def test_what_was_not_there_is_all_new() -> None:
    """Every text of it, in reading order; ids within are none."""
    assert shown(None, passage("Butir", intro="Isi")) == [
        ("intro", None, "Isi"),
        ("points.text", None, "Butir"),
    ]
    part = {"text": "Komite", "bodies": ["komite"], "funding": ["APBN"]}
    delivery = (Delivery.model_validate({"phase": "design", "parts": [part]}),)
    assert shown((), delivery) == [("parts.text", None, "Komite")]
    assert shown(delivery, ()) == [("parts.text", "Komite", None)]


def test_deliverers_are_paired_by_what_is_said_of_them() -> None:
    """A phase inserted above moves no other."""
    old = Delivery.model_validate({"phase": "design", "parts": [{"text": "Dinas melatih camat"}]})
    new = Delivery.model_validate({"phase": "design", "parts": [{"text": "Dinas melatih bupati"}]})
    added = Delivery.model_validate({"phase": "design", "parts": [{"text": "Komite merancang"}]})
    assert shown((old,), (added, new)) == [
        ("parts.text", None, "Komite merancang"),
        ("parts.text", "Dinas melatih camat", "Dinas melatih bupati"),
    ]


def test_two_middling_pairs_are_better_than_one_good_one() -> None:
    """Though the first point is likest to the second new one."""
    old = passage("satu dua tiga empat", "tiga p q r")
    new = passage("satu dua x y", "satu dua tiga p")
    assert shown(old, new) == [
        ("points.text", "satu dua tiga empat", "satu dua x y"),
        ("points.text", "tiga p q r", "satu dua tiga p"),
    ]


def test_leads_and_texts_of_a_point_are_pieces_of_their_own() -> None:
    """In reading order."""
    old = Passage.model_validate({"points": [{"title": "Rencana", "text": "Ada dan baik"}]})
    new = Passage.model_validate({"points": [{"title": "Rencana", "text": "Ada dan jelas"}]})
    assert shown(old, new) == [
        ("points.title", "Rencana", "Rencana"),
        ("points.text", "Ada dan baik", "Ada dan jelas"),
    ]


def test_ids_and_keys_are_no_pieces() -> None:
    """Only what is printed as text."""
    old = TargetUnits.model_validate({"kinds": ["desa"], "printed": "Desa"})
    new = TargetUnits.model_validate({"kinds": ["kota"], "printed": "Kota"})
    assert shown(old, new) == [("printed", "Desa", "Kota")]


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("Satu  dua\n\nTiga", "Satu dua\nTiga", False),
        ("Satu", "Dua", True),
        (None, "Dua", True),
        ("Satu", None, True),
    ],
)
def test_a_piece_knows_whether_it_changed(old: str | None, new: str | None, changed: bool) -> None:  # noqa: FBT001
    """Blanks alone are no change."""
    (piece,) = pieces(old, new)
    assert piece.changed is changed
    assert piece.diff.old == plain(old or "")
    assert piece.diff.new == plain(new or "")
