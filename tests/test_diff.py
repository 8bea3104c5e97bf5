"""``python -m macros diff``: what a reader of a terminal or of a comment on GitHub sees."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path

import pytest
from cmarkgfm import cmark
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from macros.changelog import ChangeLog, ChangeLogs
from macros.changes import diff as word_diff
from macros.cli import main
from macros.documents import terminal
from macros.documents.change_log import change_log
from macros.documents.markdown import escaped, interleaved, markdown
from macros.documents.text import text
from macros.exports import exports
from macros.model.changes import ChangeNotes
from macros.model.programme import Programme
from macros.source.problem import plain
from tests.changes.build import build
from tests.changes.strategies import programmes
from tests.factories import programme
from tests.hostile import LINES, STRINGS, visible_lines
from tests.paths import CASES
from tests.sample import poisoned, programme_of, two_years

EXTENSIONS = ("table", "autolink", "tagfilter", "strikethrough", "tasklist")
UNSAFE = cmark.Options.CMARK_OPT_UNSAFE | cmark.Options.CMARK_OPT_FOOTNOTES
HOSTILE = [
    *STRINGS,
    "@pengguna",
    "lihat #12 dan pemilik/gudang#3",
    "https://contoh.example www.contoh.example a@contoh.example",
    ":smile: $x^2$ [!NOTE]",
    "- butir",
    "+ butir",
    "12) butir",
    "===",
    "---",
    "[ ] tugas",
    "akhir \\",
    "~~~",
    "```",
    "\u202ebalik",
]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of the tiny programme and its next year."""
    return two_years(tmp_path_factory.mktemp("tiny"))


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """No colours asked for, 80 columns."""
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "PAGER", "LESS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm")


def run(data: Path, *arguments: str) -> int:
    """The exit status of the command."""
    return main(["diff", *arguments, "--data", str(data)])


@pytest.mark.parametrize(
    ("arguments", "case"),
    [
        (["1", "2"], "diff.txt"),
        (["2", "1"], "diff-back.txt"),
        (["1", "2", "--format", "markdown"], "diff.md"),
    ],
)
def test_the_difference_reads_as_written_down(
    data: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], case: str
) -> None:
    """Golden: the tiny programme and its next year."""
    assert run(data, *arguments) == 0
    assert capsys.readouterr().out == (CASES / case).read_text()


def test_json_is_the_file_of_the_api(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """To the byte."""
    files = {item.path: item.content.decode() for item in exports(programme_of(data))}
    assert run(data, "1", "2", "--format", "json") == 0
    assert capsys.readouterr().out == files["api/v1/changes/1-2.json"]


def test_an_edition_does_not_differ_from_itself(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence says so."""
    assert run(data, "1", "1") == 0
    assert capsys.readouterr().out.splitlines()[2:] == ["Kedua edisi ini berisi sama."]


def test_wording_can_be_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In every format."""
    data = two_years(tmp_path)
    path = data / "editions/2/packages/1.yml"
    path.write_text(path.read_text().replace("Membajak lahan bersama.", "Lahan dibajak bersama."))
    for form in ("text", "markdown", "json"):
        assert run(data, "1", "2", "--format", form) == 0
        assert "Kalimat pembuka 1.1 berubah" in capsys.readouterr().out
        assert run(data, "1", "2", "--format", form, "--no-editorial") == 0
        assert "Kalimat pembuka 1.1 berubah" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["1", "21"], 'edisi "21" tidak ada. Maksud Anda "2"?'),
        (["x", "2"], 'edisi "x" tidak ada. Yang ada: 1, 2.'),
        (["1", "\x1b[31m"], 'edisi "\\x1b[31m" tidak ada. Yang ada: 1, 2.'),
    ],
)
def test_an_unknown_edition_is_answered_with_what_was_meant(
    data: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    """One sentence, status 2, nothing else."""
    assert run(data, *arguments) == 2
    assert capsys.readouterr() == ("", f"{sentence}\n")


def test_errors_in_the_data_are_told_as_check_tells_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Status 1, each with its place."""
    data = two_years(tmp_path)
    path = data / "editions/2/edition.yml"
    path.write_text(path.read_text().replace("status: draft", "status: drat"))
    assert run(data, "1", "2") == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert f"{data.as_posix()}/editions/2/edition.yml:7:9: " in told.err
    assert main(["check", "--data", str(data)]) == 1
    assert capsys.readouterr().out == told.err


def written(found: Programme, *, width: int = 80, colour: bool = False) -> str:
    """The text of the last difference of a programme."""
    return text(change_log(last(found)), width=width, colour=colour)


def last(found: Programme) -> ChangeLog:
    """The newest change log of a programme."""
    return next(iter(ChangeLogs(found).consecutive))


def years(old: str, new: str, field: str = "rationale") -> Programme:
    """Two editions with one text that changed."""
    return programme(build({"a": {field: old}}, 2030), build({"a": {field: new}}, 2031))


def test_words_are_marked_where_they_stand() -> None:
    """As git marks them; a text written anew stands twice."""
    shown = written(
        years("Camat menyusun rencana kerja, lalu hadir.", "Camat menyusun rencana desa, lalu hadir.")
    )
    assert "    Camat menyusun rencana [-kerja-]{+desa+}, lalu hadir.\n" in shown
    shown = written(years("Tanah keras.", "Air kurang sekali di sini."))
    assert "    Sebelum: [-Tanah keras.-]\n    Sesudah: {+Air kurang sekali di sini.+}\n" in shown


def test_paragraphs_stay_apart() -> None:
    """One that is new stands on its own line."""
    shown = written(years("Satu dua tiga.", "Satu dua tiga.\nEmpat."))
    assert "    Satu dua tiga.\n    {+Empat.+}\n" in shown


HEADINGS = ["Pertanyaan yang masih terbuka", "Belum ditinjau untuk edisi ini", "Ditinjau dan tetap"]


def test_questions_and_reviews_close_the_text() -> None:
    """What only the deciding body can answer, and who looked at what did not change."""
    review = {"state": "reviewed", "date": "2031-05-06", "by": "Komite Contoh"}
    notes = ChangeNotes.model_validate(
        {
            "old": "2030",
            "new": "2031",
            "date": "2031-01-02",
            "questions": [
                {"activity": "a", "field": "availability", "question": "Kapan mulai?"},
                {"package": "paket-1", "field": "name", "question": "Nama mana?"},
                {"field": "roles", "question": "Arti mana?"},
            ],
        }
    )
    new = build({"a": {"review": review}, "b": {"review": {"state": "not_reviewed"}}}, 2031)
    found = programme(build({"a": {}, "b": {}}, 2030), new, changes=[notes])
    lines = written(found).splitlines()
    assert [line for line in lines if line in HEADINGS] == HEADINGS
    for line in (
        "* 1.1, sejak kapan: Kapan mulai?",
        "* Paket 1, nama: Nama mana?",
        "* Arti golongan: Arti mana?",
        "* 1.2 Kegiatan b",
        "* 1.1 Kegiatan a. Ditinjau, tetap: Komite Contoh, 6 Mei 2031.",
    ):
        assert line in lines
        assert line.replace("* ", "- ") in markdown(change_log(last(found))).splitlines()


def test_colours_take_the_place_of_marks() -> None:
    """Red and struck, green and underlined, over blanks too and closed at the end of each line."""
    old, new = (
        "Camat menyusun rencana kerja tahunan, lalu hadir di balai.",
        "Camat menyusun, lalu hadir di balai.",
    )
    shown = written(years(old, new), width=34, colour=True)
    assert "\x1b[31;9mrencana kerja\x1b[0m\n    \x1b[31;9mtahunan\x1b[0m, lalu hadir" in shown
    assert "[-" not in shown


def test_a_wide_word_takes_two_columns_and_a_long_one_its_own_line() -> None:
    """No word is broken."""
    long = "x" * 50
    shown = written(years("Lama.", f"中文字中文字中文字 {long} akhir."), width=40)
    assert f"\n    {long}\n" in shown
    assert all(len(line) <= 40 for line in shown.splitlines() if long not in line)


@given(programmes(most=2), st.integers(30, 120))
def test_no_line_is_wider_than_the_terminal(found: Programme, width: int) -> None:
    """And without colour nothing steers the terminal."""
    for log in ChangeLogs(found).consecutive:
        shown = text(change_log(log), width=width, colour=False)
        assert max(map(len, shown.splitlines())) <= width
        assert shown == "".join(f"{plain(line)}\n" for line in shown.splitlines())
        for entry in log.entries:
            assert " ".join(entry.title.split()) in " ".join(shown.replace("* ", "").split())


WORDS = st.lists(
    st.sampled_from(
        ["Camat", "desa", "kota,", "rencana", "(kerja)", "tidak.", "dan", "satu\ndua", "@x", "1."]
    ),
    min_size=1,
    max_size=12,
).map(" ".join)


@given(WORDS, WORDS)
def test_the_marks_of_a_text_tell_old_and_new(old: str, new: str) -> None:
    """Without what is marked as gone the new text is left, without what is marked as added the old."""
    found = years(f"x {old}", f"x {new}")
    if not last(found).entries:
        return
    shown = written(found, width=9999)
    body = "\n".join(line[4:] for line in shown.splitlines() if line.startswith("    "))
    if body.startswith("Sebelum: "):
        before, after = body.split("Sesudah: ")
        pair = before.removeprefix("Sebelum: "), after
    else:
        pair = body, body
    gone, added = re.compile(r"\[-(.*?)-\]", re.DOTALL), re.compile(r"\{\+(.*?)\+\}", re.DOTALL)
    assert squeezed(added.sub("", gone.sub(r"\1", pair[0]))) == squeezed(f"x {old}")
    assert squeezed(gone.sub("", added.sub(r"\1", pair[1]))) == squeezed(f"x {new}")


def squeezed(value: str) -> str:
    """A text without blanks."""
    return "".join(value.split())


def rendered(source: str) -> html.HtmlElement:
    """Markdown as GitHub's own parser has it, raw HTML let through."""
    made = cmark.markdown_to_html_with_extensions(source, options=UNSAFE, extensions=EXTENSIONS)
    return html.fragment_fromstring(made, create_parent="main")


@given(WORDS, WORDS)
def test_marks_in_markdown_tell_old_and_new(old: str, new: str) -> None:
    """GitHub reads every mark as one: what is struck and what is strong give the old and the new text."""
    found = word_diff(old, new)
    tree = rendered(f"- {interleaved(found.ops)}\n")
    shown: dict[str, list[str]] = {"old": [], "new": []}
    for element, words in pieces_of(tree):
        if element != "strong":
            shown["old"].append(words)
        if element != "del":
            shown["new"].append(words)
    assert squeezed("".join(shown["old"])) == squeezed(old)
    assert squeezed("".join(shown["new"])) == squeezed(new)


@pytest.mark.parametrize(
    ("old", "new", "source"),
    [
        (
            "Camat menyusun rencana kerja, lalu",
            "Camat menyusun rencana desa, lalu",
            "Camat menyusun rencana ~~kerja,~~ **desa,** lalu",
        ),
        ("Camat dan Bupati hadir.", "Camat hadir.", "Camat ~~dan Bupati~~ hadir."),
        ("Camat hadir.", "Camat dan Bupati hadir.", "Camat **dan Bupati** hadir."),
        ("satu dua tiga", "satu, tiga", "~~satu dua~~ **satu,** tiga"),
        ("satu dua tiga", "satu dwi tri", "satu ~~dua tiga~~ **dwi tri**"),
        ("Satu.\nDua.", "Dua.", "~~Satu.~~<br>Dua."),
        ("Satu.", "Satu.\nDua.", "Satu.<br>**Dua.**"),
        ("a (b) c", "a b c", "~~a (b)~~ **a b** c"),
        ("a , b", "a, b", "~~a ,~~ **a,** b"),
        ("b c", "a b c", "**a** b c"),
        ("a b", "a b c", "a b **c**"),
    ],
)
def test_marks_in_markdown_stand_at_whole_words(old: str, new: str, source: str) -> None:
    """And no wider than need be."""
    assert interleaved(word_diff(old, new).ops) == source


def pieces_of(tree: html.HtmlElement) -> list[tuple[str, str]]:
    """Texts of a tree with the mark around each."""
    return [
        (next((one.tag for one in ancestors(text) if one.tag in {"del", "strong"}), ""), str(text))
        for text in tree.xpath("//text()")
    ]


def ancestors(text: html.HtmlElement) -> list[html.HtmlElement]:
    """The elements around a text, the nearest first; a tail stands beside its element, not in it."""
    parent = text.getparent()
    return [*([] if text.is_tail else [parent]), *parent.iterancestors()]


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("around", ["{}", "# {}", "- {}", "x {} y", "**{}**", "~~{}~~", "> {}"])
def test_hostile_text_means_nothing_in_markdown(value: str, around: str) -> None:
    """GitHub's parser makes of it the same elements as of a plain word, and shows the same characters."""
    tree = rendered(around.format(escaped(value)))
    assert skeleton(tree) == skeleton(rendered(around.format("kata")))
    assert plain(value) in tree.text_content()


@pytest.mark.parametrize(
    ("value", "source"),
    [
        ("@pengguna", "@<!-- -->pengguna"),
        ("#12", "\\#<!-- -->12"),
        ("https://x", "https:<!-- -->//x"),
        ("www.x.id", "www<!-- -->.x.id"),
        (":smile:", ":<!-- -->smile:"),
        ("1.1 Membajak (lahan)", "1.1 Membajak (lahan)"),
        ("1. butir", "1\\. butir"),
        ("a & b < c", "a &amp; b &lt; c"),
    ],
)
def test_only_what_means_something_is_escaped(value: str, source: str) -> None:
    """Names, issues, addresses and signs are kept from being looked up; plain words stay as they are."""
    assert escaped(value) == source


def skeleton(tree: html.HtmlElement) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """Elements with their attributes; what splits words is a comment and counts for nothing."""
    return [(element.tag, tuple(element.items())) for element in tree.iter() if isinstance(element.tag, str)]


@pytest.mark.parametrize("offset", range(0, len(STRINGS), 8))
def test_hostile_data_come_out_as_typed(tmp_path: Path, offset: int) -> None:
    """In the text, and in Markdown without an element that the plain data would not give."""
    data, used = poisoned(tmp_path, offset)
    log = last(programme_of(data))
    shown = squeezed(text(change_log(log), width=9999, colour=False))
    source = markdown(change_log(log))
    tree = rendered(source)
    assert {element.tag for element in tree.iter() if isinstance(element.tag, str)} <= {
        *("main", "h1", "h2", "h3", "p", "ul", "li", "del", "strong", "br")
    }
    assert not [element for element in tree.iter() if element.attrib]
    seen = squeezed(tree.text_content())
    for value in used["1-2"]:
        for line in visible_lines(value):
            assert squeezed(plain(line)) in shown
            assert squeezed(plain(line)) in seen


@pytest.mark.parametrize("value", LINES)
def test_hostile_paragraphs_stay_within_their_item(value: str) -> None:
    """No line of theirs begins a line of the Markdown."""
    found = years("Lama sekali.", value)
    tree = rendered(markdown(change_log(last(found))))
    assert len(tree.findall("ul")) == 1
    for line in visible_lines(value):
        assert squeezed(line) in squeezed(tree.text_content())


@pytest.mark.parametrize(
    ("environment", "is_terminal", "colour"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"CLICOLOR_FORCE": "1"}, False, True),
        ({"CLICOLOR_FORCE": "0"}, False, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ({"CLICOLOR": "0"}, True, False),
        ({"TERM": "dumb"}, True, False),
    ],
)
def test_colours_are_shown_where_they_are_wanted(
    environment: dict[str, str],
    is_terminal: bool,  # noqa: FBT001
    colour: bool,  # noqa: FBT001
) -> None:
    """The environment decides, then the terminal."""

    class Stream(io.StringIO):
        def isatty(self) -> bool:
            return is_terminal

    assert terminal.shows_colour(Stream(), environment) is colour


class Terminal(io.TextIOWrapper):
    """Standard output that says it is a terminal; a machine without pseudo-terminals has none to open."""

    def __init__(self) -> None:
        """Write where the process and its pager write."""
        super().__init__(io.BufferedWriter(io.FileIO(os.dup(1), "w")), encoding="utf-8")

    def isatty(self) -> bool:
        """As asked."""
        return True


@pytest.mark.parametrize(
    ("lines", "pager", "paged"),
    [(10, "sed s/^/|/", True), (200, "sed s/^/|/", False), (10, "", False), (10, "tiada-program-ini", False)],
)
def test_a_long_text_goes_through_the_pager(
    data: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    lines: int,
    pager: str,
    paged: bool,  # noqa: FBT001
) -> None:
    """Only in a terminal, only when it is longer than that, only when there is one; in colour either way."""
    monkeypatch.setenv("LINES", str(lines))
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("PAGER", pager)
    with Terminal() as out:
        monkeypatch.setattr("sys.stdout", out)
        assert run(data, "1", "2") == 0
    shown = capfd.readouterr().out
    assert shown.startswith("|" if paged else "\x1b[1m")
    assert "\x1b[31;9mmulai Februari 2030\x1b[0m \x1b[32;4mmulai Februari 2031\x1b[0m" in shown


def test_a_reader_that_stops_early_is_no_error() -> None:
    """As ``head`` does: nobody reads the pipe any more."""
    ours, theirs = os.pipe()
    os.close(ours)
    with os.fdopen(theirs, "w") as stream:
        terminal.write("satu\n", stream)


def test_what_a_stream_cannot_hold_is_shown_as_its_code() -> None:
    """No traceback in a terminal without Unicode."""
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    terminal.write("é\n", stream)
    assert raw.getvalue() == b"\\xe9\n"
