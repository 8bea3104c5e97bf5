"""The commands that edit the data: what they change, all that they leave alone, and what they refuse."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable
from difflib import ndiff
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from macros.cli import main
from macros.editing import erratum, freeze
from macros.editing.transaction import Transaction
from macros.editing.yaml_document import UnusualError, YamlDocument
from macros.loading.load import load
from macros.model.base import Prose
from macros.model.edition import Edition
from macros.source.problem import INVISIBLE
from macros.source.yaml_reader import read
from macros.source.yaml_writer import FOLD, write
from tests.paths import ROOT, TINY, TINY_NEXT
from tests.sample import two_years

Run = Callable[..., tuple[int, str]]

EDITION = """\
# yaml-language-server: $schema=../../schema/edition.schema.json
# Keterangan edisi 1, tahun 2030; isinya di editions/1/packages.

# Id tetap: 1.
id: '1'   # edisi 1
fiscal_year:   2030
title: "Daftar \\"Bantuan\\" 2030"
short_title: 'Daftar 2030'
lede: >-
  Dua bantuan untuk tahun 2030, sejak 2030-04,
  bukan 20301 atau bagian 1.1. Edisi 1.
text_name: pedoman 2030 # naskah 2030

status: "approved"
approvals:  # lihat risalah 2030
  - body: komite
    # disahkan dalam rapat
    date: "2030-01-05"
  # rapat kedua menyusul
roles: [{role: core, name: Wajib, where: "Bab 1", text: 'Edisi 2030.'}]

# Sidik saat disahkan.
digest: DIGEST # jangan diubah

# Ralat, urut tanggal.
errata: []
# Sumber naskah 2030.
source:
  section: Bab 2
"""
NEXT = """\
# yaml-language-server: $schema=../../schema/edition.schema.json
# Keterangan edisi 2, tahun 2031; isinya di editions/2/packages.

# Id tetap: 1.
id: '2'   # edisi 1
fiscal_year:   2031
title: "Daftar \\"Bantuan\\" 2031"
short_title: 'Daftar 2031'
lede: >-
  Dua bantuan untuk tahun 2031, sejak 2030-04,
  bukan 20301 atau bagian 1.1. Edisi 2.
text_name: pedoman 2031 # naskah 2030

status: "draft"
approvals: []  # lihat risalah 2030
roles: [{role: core, name: Wajib, where: "Bab 1", text: 'Edisi 2030.'}]

# Sumber naskah 2030.
source:
  section: Bab 2
"""
REVIEW = "    review:\n      state: new\n"
SIGNED = """\
    review:
      # rapat tinjauan
      date: "2030-01-02" # hari pertama
      state: 'reviewed' # putusan rapat
      # yang menandatangani
      by: >-
        Dinas Contoh

"""
UNSIGNED = "    review:\n      state: 'not_reviewed' # putusan rapat\n\n"
INLINE = '    review: {state: reviewed, date: "2030-01-02", by: Dinas} # rapat\n'
HOSTILE = [
    "a: b # c",
    "' \" '' \"\"",
    "{{ what }} {% raw %}",
    "satu\ndua\n\ntiga: # empat",
    " menjorok\n  lebih dalam\n",
    "é 日本 🏥 \N{NO-BREAK SPACE}x",
    "-5 menjadi 5",
    "- butir",
    "=1+1",
    "y",
    "2030-01-01",
    "~",
    ">-\n  x",
    "*a &b !c %d @e `f`",
    "---",
    "... akhir",
    ("kata " * 1200).strip(),
    "a" * 6000,
    "[a, b]",
    "\\n \\x41 \\",
    'kata "kutip" ' * 20 + "  dua spasi",
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the tiny programme's data."""
    return Path(shutil.copytree(TINY / "menu_data", tmp_path / "menu_data"))


@pytest.fixture
def run(data: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """A command on the data: its exit status and all that it says."""

    def command(*arguments: str) -> tuple[int, str]:
        try:
            status = main([*arguments, "--data", str(data)])
        except SystemExit as usage:
            status = int(str(usage.code))
        said = capsys.readouterr()
        return status, said.out + said.err

    return command


def replace(path: Path, old: str, new: str) -> None:
    """Replace one occurrence in a file, bytes for bytes."""
    text = path.read_bytes()
    assert old.encode() in text
    path.write_bytes(text.replace(old.encode(), new.encode(), 1))


def seen(folder: Path) -> dict[str, bytes]:
    """Every file and folder under a folder, with its content."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b"/"
        for path in folder.rglob("*")
    }


def edition(data: Path, edition_id: str) -> Edition:
    """An edition of data without errors."""
    loaded = load(data)
    assert loaded.problems == []
    assert loaded.programme is not None
    return loaded.programme.edition(edition_id)


def entry(**fields: str) -> dict[str, str | None]:
    """A good erratum of the tiny programme, but for what a test names."""
    good = {"date": "2030-06-30", "what": "Bulannya keliru.", "why": "Salah ketik.", "decided_by": "komite"}
    return {**good, "activity": "satu", "field": "availability", **fields}


def options(**fields: str) -> list[str]:
    """The same as options of the command."""
    return [f"--{name.replace('_', '-')}={value}" for name, value in entry(**fields).items()]


def correct(data: Path) -> None:
    """Change a value of the tiny programme."""
    replace(data / "editions/1/packages/1.yml", 'month: "2030-02"', 'month: "2030-03"')


def adorn(data: Path) -> None:
    """Write the edition in the many ways that editors write, and freeze it."""
    path = data / "editions/1/edition.yml"
    path.write_text(EDITION.replace("digest: DIGEST # jangan diubah\n", "digest: # jangan diubah\n"))
    assert load(data).problems == []
    freeze(data, "1")


# The next edition


def test_a_new_edition_changes_the_year_the_status_and_what_froze_the_old_one(data: Path, run: Run) -> None:
    """Comments, order, quotes, folds and blank lines of ``edition.yml`` stand as they stood."""
    adorn(data)
    status, said = run("new-edition", "2", "--from", "1")
    assert (status, said.splitlines()[0]) == (0, f"Usulan edisi 2 ada di {data}/editions/2. Berikutnya:")
    assert (data / "editions/2/edition.yml").read_text() == NEXT


def test_a_new_edition_is_still_to_be_reviewed(data: Path, run: Run) -> None:
    """However a review is written, its state alone is left; nothing else in a package moves."""
    path = data / "editions/1/packages/1.yml"
    replace(path, REVIEW, SIGNED)
    replace(path, REVIEW, INLINE)
    assert run("new-edition", "2", "--from", "1")[0] == 0
    expected = path.read_text().replace(SIGNED, UNSIGNED)
    expected = expected.replace(INLINE, "    review: {state: not_reviewed} # rapat\n")
    assert (data / "editions/2/packages/1.yml").read_text() == expected
    assert {activity.review.state for activity in edition(data, "2").activities} == {"not_reviewed"}


def test_a_new_edition_comes_with_notes_on_its_changes(data: Path, run: Run) -> None:
    """The notes say what belongs in them, and load."""
    assert run("new-edition", "2", "--from", "1")[0] == 0
    text = (data / "changes/1-2.yml").read_text()
    assert text.startswith(
        "# yaml-language-server: $schema=../schema/changes.schema.json\n# Alasan perubahan"
    )
    today = re.compile(r"20\d\d-\d\d-\d\d")
    assert today.sub("HARI", text).endswith(
        'old: "1"\nnew: "2"\ndate: "HARI"\nlineage: []\nreasons: []\nquestions: []\n'
    )
    loaded = load(data)
    assert loaded.problems == []
    assert loaded.programme is not None
    assert loaded.programme.changes[0].reasons == ()


def test_years_without_an_edition_can_be_passed_over(data: Path, run: Run) -> None:
    """Only when the year is given, which then names the draft in all its texts."""
    status, said = run("new-edition", "2", "--from", "1", "--year", "2033")
    assert status == 0, said
    loaded = load(data)
    assert loaded.programme is not None
    fresh = loaded.programme.edition("2").info
    assert (fresh.fiscal_year, fresh.title, fresh.text_name) == (2033, "Daftar Bantuan 2033", "pedoman 2033")
    assert [(problem.level, problem.where) for problem in loaded.problems] == [("warning", "fiscal_year")]


def test_a_third_edition_names_its_own_notes_and_hands_on_what_was_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The comment on top names the notes on its own changes; questions of the one before are pointed to."""
    data = two_years(tmp_path)
    path = data / "editions/2/edition.yml"
    path.write_text(f"# Alasan dan pertanyaan ada di changes/1-2.yml.\n{path.read_text()}")
    with (data / "changes/1-2.yml").open("a") as notes:
        notes.write("questions:\n  - {activity: satu, field: availability, question: Kapan?}\n")
    assert main(["new-edition", "3", "--from", "2", "--data", str(data)]) == 0
    fresh = (data / "editions/3/edition.yml").read_text()
    assert fresh.startswith("# Alasan dan pertanyaan ada di changes/2-3.yml.\n")
    assert capsys.readouterr().out.splitlines()[-1] == (
        f"- Di {data.as_posix()}/changes/1-2.yml ada 1 pertanyaan; salin yang belum dijawab."
    )


def test_windows_line_ends_stay(data: Path, run: Run) -> None:
    """A file with other line ends keeps them in every line."""
    path = data / "editions/1/edition.yml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert run("freeze", "1")[0] == 0
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")
    assert run("new-edition", "2", "--from", "1")[0] == 0
    fresh = (data / "editions/2/edition.yml").read_bytes()
    assert fresh.count(b"\n") == fresh.count(b"\r\n") == 14


def test_the_real_menu_gets_a_next_edition(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Line by line, only what must differs."""
    data = Path(shutil.copytree(ROOT / "menu_data", tmp_path / "menu_data"))
    last = max(path.name for path in (data / "editions").iterdir())
    old, new = data / "editions" / last, data / "editions" / str(int(last) + 1)
    before = seen(data)
    assert main(["new-edition", new.name, "--from", last, "--data", str(data)]) == 0
    assert str(new) in capsys.readouterr().out
    assert {name: seen(data)[name] for name in before} == before
    assert [path.name for path in tmp_path.iterdir()] == ["menu_data"]
    for path in sorted(old.rglob("*.yml")):
        fresh = (new / path.relative_to(old)).read_text()
        changed = [line[2:].strip() for line in ndiff(path.read_text().splitlines(), fresh.splitlines())
                   if line[0] == "+"]  # fmt: skip
        if path.parent.name == "packages":
            assert set(changed) <= {"state: not_reviewed"}
        elif path.name == "edition.yml":
            assert all(new.name in line or line in {"status: draft", "approvals: []"} for line in changed)
        else:
            assert changed == []
    loaded = load(data)
    assert loaded.problems == []
    assert loaded.programme is not None
    assert {a.review.state for a in loaded.programme.edition(new.name).activities} == {"not_reviewed"}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["2", "--from", "11"], ['edisi "11" tidak ada', 'Maksud Anda "1"', "Yang ada: 1."]),
        (["2", "--from", "../1"], ["tidak ada"]),
        (["1", "--from", "1"], ["editions/1 sudah ada"]),
        (
            ["2032", "--from", "1"],
            ["edisi berikutnya 2031, bukan 2032", "new-edition 2031 --from 1", "tambahkan --year 2032"],
        ),
        (["2029", "--from", "1"], ["edisi berikutnya 2031, bukan 2029. Perbaikan: Jalankan"]),
        (["2", "--from", "1", "--year", "2030"], ["tidak sesudah tahun anggaran edisi 1, 2030"]),
        (["2034", "--from", "1", "--year", "2033"], ["edisi berikutnya 2033, bukan 2034"]),
        (["../2", "--from", "1"], ['"../2" tidak dapat menjadi id edisi', '"2030"']),
        (["2\n", "--from", "1"], ["tidak dapat menjadi id edisi"]),
        (["/etc/x", "--from", "1"], ["tidak dapat menjadi id edisi"]),
        (["2\x1b[31m", "--from", "1"], ['"2\\x1b[31m" tidak dapat menjadi id edisi']),
        (["", "--from", "1"], ["tidak dapat menjadi id edisi"]),
    ],
)
def test_a_new_edition_is_refused_with_the_mend(
    data: Path, run: Run, arguments: list[str], says: list[str]
) -> None:
    """One sentence says why, the next what to do; nothing is written."""
    before = seen(data.parent)
    status, said = run("new-edition", *arguments)
    assert status == 1
    assert len(said.splitlines()) == 1
    assert "Perbaikan: " in said
    for fragment in says:
        assert fragment in said
    assert seen(data.parent) == before


def test_editions_named_by_their_year_follow_year_by_year(data: Path, run: Run) -> None:
    """Where ids are years, the next id is the next year."""
    (data / "editions/1").rename(data / "editions/2030")
    replace(data / "editions/2030/edition.yml", 'id: "1"', 'id: "2030"')
    replace(data / "guideline/discrepancies.yml", 'edition: "1"', 'edition: "2030"')
    for wrong in ("2032", "2029", "lain"):
        status, said = run("new-edition", wrong, "--from", "2030")
        assert (status, "edisi berikutnya 2031" in said) == (1, True)
    assert run("new-edition", "2031", "--from", "2030")[0] == 0
    status, said = run("new-edition", "lain", "--from", "2030")
    assert (status, (data / "editions/lain").exists()) == (1, False)


def test_a_year_has_one_edition(data: Path, run: Run) -> None:
    """What the rules say of the whole is heard before anything is written."""
    shutil.copytree(TINY_NEXT / "menu_data", data, dirs_exist_ok=True)
    before = seen(data.parent)
    status, said = run("new-edition", "dua", "--from", "1")
    assert status == 1
    assert "tahun anggaran 2031 sudah punya edisi lain" in said
    assert seen(data.parent) == before


@pytest.mark.parametrize("name", ["editions/2", "changes/1-2.yml"])
def test_nothing_that_is_there_is_replaced(data: Path, run: Run, name: str) -> None:
    """An empty folder or a file in the place of the new one stays."""
    (data / name).mkdir(parents=True)
    before = seen(data.parent)
    status, said = run("new-edition", "2", "--from", "1")
    assert (status, f"{name} sudah ada" in said) == (1, True)
    assert seen(data.parent) == before


@pytest.mark.parametrize("command", [["new-edition", "2", "--from", "1"], ["freeze", "1"]])
def test_data_with_errors_are_left_alone(data: Path, run: Run, command: list[str]) -> None:
    """The errors are printed as the check prints them."""
    replace(data / "editions/1/packages/1.yml", "outcomes: [hasil-1]", "outcomes: [hasil-9]")
    before = seen(data.parent)
    status, said = run(*command)
    assert (status, said) == (1, run("check")[1])
    assert f"{data}/editions/1/packages/1.yml:6:12: " in said
    assert seen(data.parent) == before


@pytest.mark.parametrize(
    "command", [["new-edition", "2", "--from", "1"], ["freeze", "1"], ["erratum", "1", *options()]]
)
def test_links_are_not_followed(data: Path, run: Run, tmp_path: Path, command: list[str]) -> None:
    """What a link points to is neither read nor written."""
    outside = tmp_path / "outside.yml"
    (data / "editions/1/edition.yml").rename(outside)
    (data / "editions/1/edition.yml").symlink_to(outside)
    before = seen(data.parent)
    status, said = run(*command)
    assert (status, "tautan simbolis" in said) == (1, True)
    assert seen(data.parent) == before


def test_a_folder_that_is_not_there_is_named(data: Path, run: Run) -> None:
    """A misspelt folder is an answer, not a traceback."""
    shutil.rmtree(data)
    status, said = run("freeze", "1")
    assert (status, "berkas tidak ada" in said) == (1, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ["new-edition", "2"],
        ["new-edition", "--from", "1"],
        ["freeze"],
        ["erratum", "1", "--field", "lede"],
        ["erratum", "1", *options(), "--package", "lahan"],
    ],
)
def test_wrong_usage_is_told_apart(data: Path, run: Run, arguments: list[str]) -> None:
    """A missing argument, or two where one is meant, ends with 2."""
    before = seen(data.parent)
    assert run(*arguments)[0] == 2
    assert seen(data.parent) == before


# Nothing half-written


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("broken", [1, 2])
def test_a_failure_while_moving_leaves_no_trace(
    data: Path, run: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException, broken: int
) -> None:
    """Whichever of the moves fails, and however, the data are as before."""
    before, original, calls = seen(data.parent), Path.replace, 0

    def fail(self: Path, target: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls == broken:
            raise error
        return original(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    if isinstance(error, KeyboardInterrupt):
        with pytest.raises(KeyboardInterrupt):
            run("new-edition", "2", "--from", "1")
    else:
        status, said = run("new-edition", "2", "--from", "1")
        assert (status, "No space left on device" in said) == (1, True)
    assert seen(data.parent) == before


@pytest.mark.parametrize(
    "command", [["new-edition", "2", "--from", "1"], ["freeze", "1"], ["erratum", "1", *options()]]
)
def test_a_failure_while_writing_leaves_no_trace(
    data: Path, run: Run, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    """A full disk is told in a sentence, and nothing has changed."""
    if command[0] == "erratum":
        freeze(data, "1")
        correct(data)
    before = seen(data.parent)

    def fail(self: Transaction, name: str, content: bytes) -> None:
        (self.draft / name).parent.mkdir(parents=True, exist_ok=True)
        (self.draft / name).write_bytes(content[:10])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Transaction, "save", fail)
    status, said = run(*command)
    assert (status, "No space left on device" in said, "Perbaikan" in said) == (1, True, True)
    assert seen(data.parent) == before


# Freezing


@pytest.mark.parametrize("status", ["approved", "superseded"])
def test_an_edition_is_frozen_by_one_line(data: Path, run: Run, status: str) -> None:
    """The digest is the last line; the frozen edition is whole; a second time there is nothing to do."""
    path = data / "editions/1/edition.yml"
    replace(path, "status: approved", f"status: {status} # catatan")
    before = path.read_text()
    assert run("freeze", "1") == (0, f"Edisi 1 dibekukan: sidiknya tertulis di {path}.\n")
    assert re.fullmatch(rf"{re.escape(before)}digest: sha256:[0-9a-f]{{64}}\n", path.read_text())
    frozen = seen(data.parent)
    status_again, said = run("freeze", "1")
    assert (status_again, "sudah dibekukan, dan isinya masih sama" in said) == (0, True)
    assert seen(data.parent) == frozen


def test_a_digest_follows_the_errata_where_they_stand(data: Path, run: Run) -> None:
    """An empty list of errata and the comments around it stay."""
    path = data / "editions/1/edition.yml"
    path.write_text(
        path.read_text().replace("source:", "errata: [] # belum ada\n  # di sini\nsource:").rstrip()
    )
    assert run("freeze", "1")[0] == 0
    assert re.search(
        r"errata: \[\] # belum ada\n  # di sini\ndigest: sha256:\w{64}\nsource:\n  section: Bab 2\Z",
        path.read_text(),
    )


def test_a_digest_that_is_left_empty_is_filled_in(data: Path) -> None:
    """The comment after it stays."""
    adorn(data)
    text = (data / "editions/1/edition.yml").read_text()
    kept = re.sub(r"sha256:\w{64}", "DIGEST", text)
    assert kept == EDITION


def test_a_draft_is_not_frozen(data: Path, run: Run) -> None:
    """A draft may change."""
    shutil.copytree(TINY_NEXT / "menu_data", data, dirs_exist_ok=True)
    before = seen(data.parent)
    for command in (["freeze", "2"], ["erratum", "2", *options()]):
        status, said = run(*command)
        assert (status, "edisi 2 masih usulan" in said, "Perbaikan" in said) == (1, True, True)
    assert seen(data.parent) == before


def test_a_frozen_edition_that_changed_is_not_frozen_again(data: Path, run: Run) -> None:
    """The answer says how to write an erratum."""
    run("freeze", "1")
    correct(data)
    before = seen(data.parent)
    status, said = run("freeze", "1")
    assert status == 1
    for fragment in ("tidak lagi sama dengan sidiknya", "python3 dev.py erratum 1", "digest_after: sha256:"):
        assert fragment in said
    assert seen(data.parent) == before


def test_an_edition_to_be_frozen_exists(run: Run) -> None:
    """The nearest is offered."""
    for command in (["freeze", "11"], ["erratum", "11", *options()], ["freeze", "../1"]):
        status, said = run(*command)
        assert (status, "tidak ada" in said, "Yang ada: 1." in said) == (1, True, True)


# Errata


def test_an_erratum_is_added_and_nothing_else_moves(data: Path, run: Run) -> None:
    """The first errata make the list, later ones follow; the data are whole after each."""
    path = data / "editions/1/edition.yml"
    replace(path, "status: approved\n", "# Disahkan.\nstatus: approved\n\n")
    run("freeze", "1")
    frozen = path.read_text()
    correct(data)
    said = run("erratum", "1", *options(decision="7/2030"))
    assert said == (0, f"Ralat ditambahkan di {path}.\n")
    expected = f"""\
{frozen}errata:
  - date: "2030-06-30"
    what: Bulannya keliru.
    why: Salah ketik.
    decided_by: komite
    decision: 7/2030
    activity: satu
    field: availability
    digest_after: sha256:"""
    assert re.fullmatch(rf"{re.escape(expected)}\w{{64}}\n", path.read_text())
    replace(data / "editions/1/packages/1.yml", "name: Membajak", "name: Membajak Lahan")
    once = path.read_text()
    assert run("erratum", "1", *options(date="2030-07-01", field="name"))[0] == 0
    assert path.read_text().startswith(f'{once}  - date: "2030-07-01"\n')
    assert [e.field for e in edition(data, "1").info.errata] == ["availability", "name"]


@pytest.mark.parametrize("target", [{"package": "lahan"}, {}])
def test_an_erratum_may_concern_a_package_or_the_edition(data: Path, target: dict[str, str]) -> None:
    """One target or none."""
    freeze(data, "1")
    correct(data)
    fields = {name: value for name, value in entry(field="lede").items() if name != "activity"}
    erratum(data, "1", {**fields, **target})
    found = edition(data, "1").info.errata[0]
    assert (found.package, found.activity) == (target.get("package"), None)


def test_an_erratum_stands_among_comments(data: Path) -> None:
    """An empty list with comments around it becomes a list; lists are indented or not; comments stay."""
    adorn(data)
    path = data / "editions/1/edition.yml"
    replace(path, "errata: []\n", "errata: [] # semua ralat\n  # sesudah ini\n")
    before = path.read_text()
    correct(data)
    erratum(data, "1", entry())
    after = path.read_text()
    assert "errata: # semua ralat\n  # sesudah ini\n  - date:" in after
    added = [line for line in ndiff(before.splitlines(), after.splitlines()) if line[0] == "+"]
    assert len(added) == 8
    above, errata = after.split("errata:")
    path.write_text(above + "errata:" + re.sub(r"(?m)^  (?=- date:|  \w+: )", "", errata))
    assert "\n- date:" in path.read_text()
    replace(data / "editions/1/packages/1.yml", "name: Membajak", "name: Membajak Lahan")
    erratum(data, "1", entry(date="2030-07-01", field="name"))
    assert '\n- date: "2030-07-01"\n  what:' in path.read_text()
    assert len(edition(data, "1").info.errata) == 2
    assert "# Sumber naskah 2030.\nsource:" in path.read_text()


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"field": "availabilty"}, ['--field: kolom "availabilty" tidak ada', '"availability"']),
        ({"field": ""}, ["--field: tidak boleh kosong"]),
        ({"field": "x" * 61}, ["--field: "]),
        ({"activity": "sat"}, ['--activity: kegiatan "sat" tidak ada', 'Maksud Anda "satu"']),
        ({"activity": "../x"}, ["--activity: "]),
        ({"decided_by": "komit"}, ['--decided-by: lembaga "komit" tidak ada', 'Maksud Anda "komite"']),
        ({"date": "2030-02-30"}, ['--date: tanggal "2030-02-30" tidak ada di kalender']),
        ({"date": "30 Juni"}, ['--date: bentuk "30 Juni" tidak sesuai']),
        ({"what": " \n"}, ["--what: tidak boleh kosong"]),
        ({"why": "a" * 6001}, ["--why: teks terlalu panjang"]),
        ({"what": "a" * 30_000}, ["--what: teks"]),
        ({"what": "a\tb"}, ["--what: ada tab"]),
        ({"what": "a\u202eb"}, ["--what: karakter tak terlihat U+202E"]),
        ({"why": "a\rb"}, ["--why: karakter tak terlihat U+000D"]),
        ({"why": "a\udc80b"}, ["--why: karakter tak terlihat U+DC80"]),
        ({"decision": "a\nb"}, ["--decision: harus satu baris"]),
    ],
)
def test_an_erratum_is_refused_by_the_option_that_is_wrong(
    data: Path, run: Run, fields: dict[str, str], says: list[str]
) -> None:
    """The rules that hold for the file answer for the command, under the names of its options."""
    freeze(data, "1")
    correct(data)
    before = seen(data.parent)
    status, said = run("erratum", "1", *options(**fields))
    assert status == 1
    for fragment in says:
        assert fragment in said
    assert seen(data.parent) == before


def test_errata_follow_each_other_in_time(data: Path, run: Run) -> None:
    """An erratum does not precede the last one."""
    freeze(data, "1")
    correct(data)
    erratum(data, "1", entry())
    replace(data / "editions/1/packages/1.yml", "name: Membajak", "name: Membajak Lahan")
    status, said = run("erratum", "1", *options(date="2030-06-29"))
    assert (status, "mendahului ralat di atasnya, 2030-06-30" in said) == (1, True)


def test_an_erratum_needs_a_frozen_edition_that_changed(data: Path, run: Run) -> None:
    """First freeze, then correct, then say so; with other errors in the data, those first."""
    status, said = run("erratum", "1", *options())
    assert (status, "belum dibekukan" in said, "python3 dev.py freeze 1" in said) == (1, True, True)
    freeze(data, "1")
    frozen = seen(data.parent)
    status, said = run("erratum", "1", *options())
    assert (status, "masih sama dengan sidiknya" in said) == (1, True)
    assert seen(data.parent) == frozen
    replace(data / "editions/1/packages/1.yml", "outcomes: [hasil-1]", "outcomes: [hasil-9]")
    broken = seen(data.parent)
    status, said = run("erratum", "1", *options())
    assert (status, said) == (1, run("check")[1])
    assert seen(data.parent) == broken


def test_one_mistake_in_two_frozen_editions_is_corrected_in_each(data: Path, run: Run) -> None:
    """The first erratum is added although the other edition still waits for its own."""
    shutil.copytree(TINY_NEXT / "menu_data", data, dirs_exist_ok=True)
    replace(data / "editions/1/edition.yml", "status: approved", "status: superseded")
    replace(data / "editions/2/edition.yml", "status: draft", "status: approved")
    for edition_id in ("1", "2"):
        assert run("freeze", edition_id)[0] == 0
    for edition_id in ("1", "2"):
        path = data / f"editions/{edition_id}/packages/1.yml"
        replace(path, "rationale: Tanah keras", "rationale: Lahan keras")
    status, said = run("erratum", "1", *options(field="rationale"))
    assert (status, "Ralat ditambahkan" in said, "isi edisi 2 tidak lagi sama" in said) == (0, True, True)
    assert run("erratum", "2", *options(field="rationale"))[0] == 0
    assert load(data).problems == []


def test_a_file_in_an_unusual_shape_is_refused_not_spoilt(data: Path, run: Run) -> None:
    """A list in brackets takes no erratum line by line."""
    path = data / "editions/1/edition.yml"
    freeze(data, "1")
    correct(data)
    erratum(data, "1", entry())
    text = path.read_text()
    head, errata = text.split("errata:\n")
    pairs = ", ".join(line.strip(" -") for line in errata.splitlines())
    path.write_text(f"{head}errata: [{{{pairs}}}]\n")
    assert load(data).problems == []
    replace(data / "editions/1/packages/1.yml", "name: Membajak", "name: Membajak Lahan")
    before = seen(data.parent)
    status, said = run("erratum", "1", *options(field="name", date="2030-07-01"))
    assert (status, "tidak dapat disunting perintah ini" in said) == (1, True)
    assert seen(data.parent) == before


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_text_comes_back_as_typed(data: Path, run: Run, text: str) -> None:
    """Whatever is typed is text, in the file and after it."""
    freeze(data, "1")
    correct(data)
    status, said = run("erratum", "1", *options(what=text, why=text[::-1]))
    assert status == 0, said
    found = edition(data, "1").info.errata[0]
    assert (found.what, found.why) == (text.strip("\n"), text[::-1].strip("\n"))


PROSE: TypeAdapter[str] = TypeAdapter(Prose)


def allowed(text: str) -> bool:
    """Whether the model and the reader of files take a text."""
    try:
        PROSE.validate_python(text)
    except ValidationError:
        return False
    return "\t" not in text and not INVISIBLE.search(text)


MARKS = [*" \n-=:#'\"{}[]>|&*!%@`\\,?~.", ": ", " #", "\n\n", "\n  ", "kata ", "🏥"]
TEXT = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(MARKS), max_size=150).map("".join),
    st.lists(st.sampled_from(["kata", "\n", "a: b", " ", "- c"]), max_size=150).map(" ".join),
).filter(allowed)


@settings(max_examples=60)
@given(what=TEXT, why=TEXT)
def test_any_text_comes_back_as_typed(what: str, why: str) -> None:
    """No text of the model is lost between the command and the file."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(shutil.copytree(TINY / "menu_data", Path(folder) / "menu_data"))
        freeze(data, "1")
        correct(data)
        erratum(data, "1", entry(what=what, why=why))
        found = edition(data, "1").info.errata[0]
        assert (found.what, found.why) == (what.strip("\n"), why.strip("\n"))


# Edits at positions


@settings(max_examples=300)
@given(
    text=TEXT,
    other=TEXT,
    kept=st.sampled_from(["", "errata: []\n", "errata:\n- a: 1\n", "errata:\n  -   a: 1\n"]),
)
def test_what_is_written_is_read_back(text: str, other: str, kept: str) -> None:
    """Into any list, after any text."""
    before = f"id: x\n{kept}# akhir\n"
    sheet, item = YamlDocument.of(before.encode(), "x.yml"), {"what": text, "why": [other]}
    fresh = sheet.appended("errata", item) if kept else sheet.with_entry("errata", [item], after="id")
    source, problems = read(fresh.content, "x.yml")
    assert source is not None
    assert (source.data["errata"][-1], problems) == (item, [])
    assert fresh.text.startswith("id: x\n")
    assert fresh.text.endswith("# akhir\n")
    assert fresh.without(("errata",)).text == "id: x\n# akhir\n"


def test_a_long_text_is_folded() -> None:
    """An editor reads lines, not one endless line."""
    lines = write({"what": "kata " * 100 + "akhir"}).splitlines()
    assert lines[0] == "what: >-"
    assert max(map(len, lines)) <= FOLD + len("kata ")


FILES = [path for folder in (ROOT / "menu_data", TINY, TINY_NEXT) for path in sorted(folder.rglob("*.yml"))]
FILES = [path for path in FILES if path.name != "mkdocs.yml"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_keeps_its_bytes(path: Path) -> None:
    """What is added after any key and taken out again, or changed and changed back, leaves no trace."""
    sheet = YamlDocument.of(path.read_bytes(), path.name)
    for key, value in sheet.source.data.items():
        longer = sheet.with_entry("tambahan", ["a", {"b": "c"}], after=key)
        assert longer.content != sheet.content
        assert longer.without(("tambahan",)).content == path.read_bytes()
        if isinstance(value, int):
            assert sheet.put((key,), value + 1).put((key,), value).content == path.read_bytes()


@pytest.mark.parametrize(
    ("before", "path", "after"),
    [
        ("a: 1\nb: 2\n", ("b",), "a: 1\n"),
        ("a: 1\nb: 2", ("b",), "a: 1\n"),
        ("# kepala\nb: 2\na: 1\n", ("b",), "# kepala\na: 1\n"),
        ("a: 1\n\n# b\nb: |\n  # isi\n\n\n# c\nc: 3\n", ("b",), "a: 1\n\n# c\nc: 3\n"),
        ("a: 1\n\nb: 2 # b\n\n\n", ("b",), "a: 1\n"),
        ("a: 1\n# b\nb:\n- x\n  # dalam\n# akhir\n", ("b",), "a: 1\n# akhir\n"),
        ('a: "x\n  # teks\n  "\nb: 2\n', ("b",), 'a: "x\n  # teks\n  "\n'),
        ("a:\n  b: {c: [1,\n    2]} # b\n  d: 1\n", ("a", "b"), "a:\n  d: 1\n"),
        ("a: 1\n", ("b",), "a: 1\n"),
    ],
)
def test_an_entry_goes_with_its_comments(before: str, path: tuple[str, ...], after: str) -> None:
    """Those right above it and within it; the head of the file and what comes after stay."""
    assert YamlDocument.of(before.encode(), "x.yml").without(path).text == after


UNUSUAL: list[tuple[str, Callable[[YamlDocument], Any]]] = [
    ("{a: 1, b: 2}\n", lambda sheet: sheet.without(("b",))),
    ("{a: 1, b: 2}\n", lambda sheet: sheet.with_entry("c", 3, after="b")),
    ("- a: 1\n  b: 2\n", lambda sheet: sheet.without((0, "a"))),
    ("a: [1]\nb: 2\n", lambda sheet: sheet.appended("a", 2)),
    ('a: "\\x32030 \\x41"\n', lambda sheet: sheet.reworded(("a",), {"A": "B"})),
    ("a: 1\n", lambda sheet: sheet.without(("a",))),
    ('? "a\\"b"\n: []\n', lambda sheet: sheet.appended('a"b', 1)),
]


@pytest.mark.parametrize(("text", "edit"), UNUSUAL)
def test_what_cannot_be_edited_is_refused(text: str, edit: Callable[[YamlDocument], Any]) -> None:
    """An edit gives exactly what it should, or nothing."""
    with pytest.raises(UnusualError):
        edit(YamlDocument.of(text.encode(), "x.yml"))


def test_what_cannot_be_read_is_refused() -> None:
    """No sheet without data."""
    with pytest.raises(UnusualError):
        YamlDocument.of(b"a: [", "x.yml")
