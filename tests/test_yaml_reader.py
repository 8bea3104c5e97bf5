"""From bytes to plain data: what is read, what is refused, and where."""

from __future__ import annotations

import time
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from macros.source import data_builder
from macros.source.data_builder import MAX_DEPTH, MAX_NODES, MAX_TEXT
from macros.source.positions import Position, Source
from macros.source.problem import INVISIBLE
from macros.source.report import MAX_PROBLEMS
from macros.source.yaml_reader import MAX_BYTES, read
from tests.paths import CASES

CASE_LIST: list[dict[str, Any]] = yaml.safe_load((CASES / "source.yml").read_text(encoding="utf-8"))
SECONDS = 10
"""Far beyond what any refusal takes, even on a busy machine: what does not end shows."""

TEXT = """\
# yaml-language-server: $schema=x
nama: Kepemimpinan Camat
"2017": 'dua: tiga'
é🏥: [7, -3, 0]
bulan: 2017-04
kosong:
lagi: ~
benar: true
daftar:
- x: "no"
  w: >-
    satu
    dua
-
  - "010"
tautan: https://contoh.example/a#b
jam: 12.30 WIB # sebuah komentar
"""
SAFE = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf")), max_size=40).filter(
    lambda text: not INVISIBLE.search(text)
)
PLAIN: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**12), 10**12) | SAFE,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(SAFE, inner, max_size=4),
    max_leaves=20,
)
SOUP = st.lists(
    st.sampled_from(
        [
            *(
                "a",
                "kunci: ",
                "- ",
                "\n",
                "\n  ",
                "\n    ",
                ": ",
                '"',
                "'",
                "[",
                "]",
                "{",
                "}",
                ",",
                "#",
                " #x",
            ),
            *(
                "? ",
                "|\n",
                ">-\n",
                "&a ",
                "*a",
                "!t ",
                "!!",
                "%",
                "%TAG ! x\n",
                "---\n",
                "...\n",
                "\\",
                "\\u12",
            ),
            *("\\x00", '"\\ud800"', "é", "🏥", "\t", "\r\n", "\r", "yes", "1", "010", "<<: ", "@", "\ufeff"),
        ]
    ),
    max_size=25,
).map("".join)


def good(text: str | bytes) -> Source:
    """The source of a text that has no problems."""
    source, problems = read(text.encode() if isinstance(text, str) else text, "contoh.yml")
    assert problems == []
    assert source is not None
    return source


def first(data: bytes) -> str:
    """The first problem of a file as ``line:column: message``."""
    _, problems = read(data, "contoh.yml")
    return f"{problems[0].line}:{problems[0].column}: {problems[0].message}"


def walk(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Any]]:
    """Every path of some data with the value there."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [(path, data), *(found for key, value in items for found in walk(value, (*path, key)))]


@pytest.mark.parametrize("case", CASE_LIST, ids=[case["it"] for case in CASE_LIST])
def test_a_file_is_refused_with_place_reason_and_mend(case: dict[str, Any]) -> None:
    """Each case is a file and what its editor reads."""
    _, problems = read(case["yaml"].encode(), "contoh.yml")
    assert [f"{problem.line}:{problem.column}" for problem in problems] == case["at"]
    assert case["message"] in problems[0].message
    assert case.get("hint", "") in problems[0].hint
    assert all(problem.file == "contoh.yml" and problem.hint for problem in problems)


def test_what_is_read_is_plain_data() -> None:
    """Text stays text; only decimal integers, true, false and nothing become something else."""
    assert good(TEXT).data == {
        "nama": "Kepemimpinan Camat",
        "2017": "dua: tiga",
        "é🏥": [7, -3, 0],
        "bulan": "2017-04",
        "kosong": None,
        "lagi": None,
        "benar": True,
        "daftar": [{"x": "no", "w": "satu dua"}, ["010"]],
        "tautan": "https://contoh.example/a#b",
        "jam": "12.30 WIB",
    }


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        ((), 2, 1),
        (("nama",), 2, 7),
        (("é🏥",), 4, 5),
        (("é🏥", 2), 4, 13),
        (("kosong",), 6, 8),
        (("daftar",), 10, 1),
        (("daftar", 0), 10, 3),
        (("daftar", 0, "x"), 10, 6),
        (("daftar", 1, 0), 15, 5),
        (("daftar", 1, 9, "z"), 15, 3),
        (("tiada", 3), 2, 1),
    ],
)
def test_every_value_has_its_position(path: tuple[str | int, ...], line: int, column: int) -> None:
    """Columns count characters, not bytes; what is not there has the place of what would hold it."""
    assert good(TEXT).position(path) == Position(line, column)


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("é🏥",), 4, 1),
        (("daftar", 0, "w"), 11, 3),
        (("daftar", 0), 10, 3),
        (("daftar", 0, "z"), 10, 3),
    ],
)
def test_every_key_has_its_position(path: tuple[str | int, ...], line: int, column: int) -> None:
    """An item of a list has no key and an unknown key no place: the value's or the holder's serves."""
    assert good(TEXT).key_position(path) == Position(line, column)


def test_a_problem_names_the_trail_to_it() -> None:
    """An editor finds the field without counting lines."""
    _, problems = read(b"activities:\n  - availability:\n      month: 2017-04-01\n", "contoh.yml")
    assert [problem.where for problem in problems] == ["activities[0].availability.month"]


def test_line_ends_of_windows_are_line_ends() -> None:
    """A file saved on Windows reads the same and has the same positions."""
    source = good("a: >-\r\n  satu\r\n  dua\r\nb: c\r\n")
    assert source.data == {"a": "satu dua", "b": "c"}
    assert source.position(("b",)) == Position(4, 4)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"a: b\nc\xc3\xa9: x\xe9y\n", "2:6: bita 0xE9 bukan UTF-8."),
        (b"a: \xed\xa0\x80\n", "1:4: bita 0xED bukan UTF-8."),
        (b"a: \xc3", "1:4: bita 0xC3 bukan UTF-8."),
        (b"\xff\xfea\x00", "1:1: berkas disimpan sebagai UTF-16, bukan UTF-8."),
        (b"a: x\x00y", "1:5: karakter tak terlihat U+0000 tidak boleh ada."),
        (b" " * (MAX_BYTES + 1), "1:1: berkas lebih besar dari 512 KiB."),
    ],
)
def test_bytes_that_are_no_text_are_named_with_their_place(data: bytes, said: str) -> None:
    """The first bad byte is named, after letters of several bytes too."""
    assert first(data) == said


def test_caps_let_the_last_good_value_through() -> None:
    """Twenty levels, twenty thousand characters and a full file are read; one more is refused."""
    assert good("[" * MAX_DEPTH + "]" * MAX_DEPTH).data is not None
    assert good(f'a: "{"x" * MAX_TEXT}"').data == {"a": "x" * 20_000}
    assert first(b"a: " + b"x" * (MAX_TEXT + 1)) == "1:4: teks lebih panjang dari 20000 huruf."
    assert len(good(b"- a\n" * (MAX_NODES - 1)).data) == 49_999
    assert first(b"- a\n" * MAX_NODES) == "50000:3: lebih dari 50000 nilai."
    assert good(b"a: b\n" + b"#" * (MAX_BYTES - 5)).data == {"a": "b"}


def test_a_file_full_of_faults_names_the_first_and_says_that_there_are_more() -> None:
    """Fifty problems are enough for one reading."""
    _, problems = read(b"- no\n" * 1000, "contoh.yml")
    assert len(problems) == MAX_PROBLEMS + 1
    assert problems[-1].message == "masih ada masalah lain di berkas ini."


def test_what_was_refused_serves_further_checks_as_text() -> None:
    """A file whose words are wrong but whose syntax is right still yields its data."""
    source, problems = read(b'a: 1.10\nb: yes\nc: !!int "3"\n2017: d\nx: *y\n', "contoh.yml")
    assert source is not None
    assert source.data == {"a": "1.10", "b": "yes", "c": "3", "2017": "d", "x": "*y"}
    assert len(problems) == 5


BOMBS = {
    "brackets": "[",
    "braces": "{a: ",
    "braces and brackets": "{[",
    "question marks": "? ",
    "dashes": "- ",
    "question marks and brackets": "? [",
    "keys": "a: b\n",
    "items": "- a\n",
    "flow items": "a,",
    "aliases": "- *a\n",
    "anchors": "- &a b\n",
    "tags": "!a ",
    "tag directives": "%TAG !a! b\n",
    "documents": "---\n",
    "dates": "- 2017-01-01\n",
    "swallowed": "- a #b\n",
    "digits": "1",
    "digits and colons": "1:",
    "escapes": '- "\\r\\0"\n',
    "surrogates": '- "\\ud800"\n',
    "quotation marks": '"',
    "apostrophes": "'",
    "backslashes": "\\",
    "tabs": "\t\n",
    "bidi": "\u202e",
    "nul": "\0",
    "carriage returns": "\r",
    "newlines": "\n",
    "spaces": " ",
    "long keys": "k" * 2000 + ": a\n",
}


@pytest.mark.slow
@pytest.mark.parametrize("start", ["", "[", '"', "a: |\n "], ids=["bare", "flow", "quoted", "block"])
@pytest.mark.parametrize("unit", BOMBS.values(), ids=BOMBS.keys())
def test_no_file_of_the_largest_size_holds_up_or_breaks_the_reading(start: str, unit: str) -> None:
    """One thing repeated to the size limit is read or refused, and never raises."""
    data = (start + unit * (MAX_BYTES // len(unit) + 1)).encode()[:MAX_BYTES]
    began = time.monotonic()
    source, problems = read(data, "contoh.yml")
    assert time.monotonic() - began < SECONDS
    assert source is not None or problems


@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    """Whatever a file holds, there is a source or a problem."""
    source, problems = read(data, "contoh.yml")
    assert source is not None or problems


@given(st.text(max_size=100) | SOUP)
def test_no_text_raises_and_every_problem_lies_in_the_file(text: str) -> None:
    """Scraps of YAML in any order: each problem has a line of the file, a reason and a mend."""
    data = text.encode("utf-8", "surrogatepass")
    source, problems = read(data, "contoh.yml")
    assert source is not None or problems
    lines = text.replace("\r\n", "\n").count("\n") + 1
    for problem in problems:
        assert 1 <= problem.line <= lines
        assert problem.column >= 1
        assert problem.message.endswith(".")
        assert problem.hint.endswith(".")


@given(st.dictionaries(SAFE, PLAIN, min_size=1, max_size=5), st.booleans())
def test_quoted_data_reads_back_as_it_was_written(data: dict[str, Any], flow: bool) -> None:  # noqa: FBT001
    """Any text survives in quotes, in either style of YAML."""
    text = yaml.dump(
        as_text_only(data), Dumper=NoAliases, default_style='"', default_flow_style=flow, allow_unicode=True
    )
    assert good(text).data == as_text_only(data)


@given(st.dictionaries(SAFE, PLAIN, min_size=1, max_size=5))
def test_every_position_points_at_its_value(data: dict[str, Any]) -> None:
    """What stands at the position of a text in quotes is that text."""
    text = yaml.dump(as_text_only(data), Dumper=NoAliases, default_style='"', width=10**6)
    source = good(text)
    lines = text.split("\n")
    for path, value in walk(source.data):
        at = source.position(path)
        rest = lines[at.line - 1][at.column - 1 :]
        if isinstance(value, str):
            assert rest.startswith('"')
            assert yaml.safe_load(rest.split('":')[0] if rest.endswith(":") else rest) == value
        if path and isinstance(path[-1], str):
            key = source.key_position(path)
            assert lines[key.line - 1][key.column - 1] in '"?'


class NoAliases(yaml.SafeDumper):
    """Writes equal lists twice instead of referring to the first."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        """Tell that nothing is ever referred to."""
        return True


def as_text_only(data: Any) -> Any:
    """The same data with every scalar as text: in quotes YAML knows nothing else."""
    if isinstance(data, dict):
        return {key: as_text_only(value) for key, value in data.items()}
    if isinstance(data, list):
        return [as_text_only(value) for value in data]
    return str(data)


@given(SOUP.filter(lambda text: "\t" not in text))
def test_the_pure_parser_reads_the_same(text: str) -> None:
    """Where PyYAML comes without libyaml, what can be read is the same, though slower."""
    data = text.encode("utf-8", "surrogatepass")
    fast, fast_problems = read(data, "contoh.yml")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(data_builder, "LOADER", yaml.BaseLoader)
        slow, slow_problems = read(data, "contoh.yml")
    if fast is not None and not fast_problems:
        assert slow is not None
        assert slow.data == fast.data
        assert slow_problems == []
