"""``approve`` and ``verify``: what was decided on a sheet is carried out, and can be checked by anyone."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.changes import digest
from macros.cli import main
from macros.editing.transaction import Transaction
from macros.loading.load import load
from macros.model.programme import Programme
from macros.review.side import content_digest
from tests.paths import ROOT, TINY_NEXT
from tests.reviewing import Edit, change, programme

Run = Callable[..., tuple[int, str]]
DECISION = """\
  - id: daftar-2031
    number: 7/2031
    date: "2031-03-01"
    body: komite
    by: Komite Kebun
    about: Usulan disetujui.
    where: Risalah rapat Maret 2031
"""
REVISION = """\
  # sedang disusun
  - id: "2031"
    title: Pedoman 2031
    status: draft # belum diputus
    note: Jumlah bibit ditambah.
    changes:
      - section: "1.1"
        what: Jumlah bibit bertambah.
        why: Panen melimpah.
"""
BODY = "    body: komite\n"
BY = "    by: Komite Kebun\n    about: Usulan"
NOT_A_SHEET = f"sha256:{64 * '0'}"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The tiny programme with next year's draft, a revision in the making, and a decision on both."""
    folder = programme(tmp_path / "program")
    shutil.copytree(TINY_NEXT, folder, dirs_exist_ok=True)
    data = folder / "menu_data"
    append(data / "decisions.yml", DECISION)
    append(data / "guideline/revisions.yml", REVISION)
    change(folder, {"file": "docs/panduan/bab-1.md", "old": "lima bibit", "new": "tujuh bibit"})
    return folder


@pytest.fixture
def run(project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """A command in the project: its exit status and all that it says."""
    monkeypatch.chdir(project)

    def command(*arguments: str) -> tuple[int, str]:
        status = main([*arguments])
        said = capsys.readouterr()
        return status, (said.out + said.err).replace("\xa0", " ")

    return command


def append(path: Path, text: str) -> None:
    """Add lines to a file."""
    path.write_text(path.read_text() + text)


def sheet(project: Path) -> str:
    """The digest that a sheet of the project's content prints."""
    return content_digest(read(project), project / "docs")


def read(project: Path) -> Programme:
    """The project's data."""
    loaded = load(project / "menu_data")
    assert loaded.programme is not None, loaded.problems
    return loaded.programme


def seen(project: Path) -> dict[str, bytes]:
    """Every file of the project."""
    return {
        path.relative_to(project).as_posix(): path.read_bytes()
        for path in project.rglob("*")
        if path.is_file()
    }


def at(file: str, old: str, new: str) -> Edit:
    """A text of a file of the data replaced."""
    return {"file": f"menu_data/{file}", "old": old, "new": new}


def edition(*more: str) -> list[str]:
    """The command that approves the edition."""
    return ["approve", "--edition", "2", "--decision", "daftar-2031", *more]


def revision(*more: str) -> list[str]:
    """The command that approves the revision."""
    return ["approve", "--revision", "2031", "--decision", "7/2031", *more]


# Approving


def test_an_edition_is_approved_as_decided(project: Path, run: Run) -> None:
    """Status, approval, digest, reasons and the former edition change; every other line stays."""
    before = seen(project)
    signed = sheet(project)
    status, said = run(*edition("--sheet", signed))
    assert status == 0, said
    after = seen(project)
    assert {name for name in {**before, **after} if before.get(name) != after.get(name)} == {
        "menu_data/editions/1/edition.yml",
        "menu_data/editions/2/edition.yml",
        "menu_data/changes/1-2.yml",
    }
    loaded = load(project / "menu_data")
    assert loaded.problems == []
    assert loaded.programme is not None
    former, current = loaded.programme.editions
    assert (former.info.status, current.info.status) == ("superseded", "approved")
    assert loaded.programme.current == current
    assert [one.model_dump(exclude_none=True) for one in current.info.approvals] == [
        {"body": "komite", "date": "2031-03-01", "decision": "7/2031"}
    ]
    assert {reason.decision for reason in loaded.programme.changes[0].reasons} == {"7/2031"}
    assert said.splitlines() == [
        f"Edisi 2 disahkan menurut putusan 7/2031, dengan sidik {current.info.digest}.",
        "Edisi 1 kini digantikan.",
        "Periksa dengan python3 dev.py verify, lalu ajukan lewat pull request.",
    ]
    assert sheet(project) == signed


@pytest.mark.parametrize("key", ["title", "short_title", "text_name", "lede"])
def test_an_edition_that_calls_itself_a_proposal_is_not_approved(project: Path, run: Run, key: str) -> None:
    """What would be frozen so is named at its line, and nothing is written."""
    signed = sheet(project)
    path = project / "menu_data/editions/2/edition.yml"
    path.write_text(re.sub(rf"(?m)^{key}: .*$", f"{key}: Usulan 2031", path.read_text()))
    before = seen(project)
    status, said = run(*edition("--sheet", signed))
    assert (status, seen(project)) == (1, before)
    assert 'kata "Usulan" di sini ikut beku bila edisi ini disahkan.' in said
    assert "menu_data/editions/2/edition.yml:" in said


def test_a_revision_is_approved_and_its_text_frozen(project: Path, run: Run) -> None:
    """Comments and order stay; the working text is the frozen one."""
    status, said = run(*revision("--sheet", sheet(project)))
    assert status == 0, said
    page = (project / "menu_data/guideline/revisions.yml").read_text()
    assert "  # sedang disusun\n" in page
    assert '    status: approved # belum diputus\n    date: "2031-03-01"\n    decision: daftar-2031\n' in page
    assert "tujuh bibit" in (project / "menu_data/guideline/texts/2031.yml").read_text()
    assert run("check") == (0, "Tidak ada masalah.\n")


@pytest.mark.parametrize("order", [(edition, revision), (revision, edition)])
def test_one_sheet_carries_both(project: Path, run: Run, order: tuple[Callable[..., list[str]], ...]) -> None:
    """The first approval leaves the digest of the sheet as it was, whichever it is."""
    signed = sheet(project)
    for command in order:
        assert run(*command("--sheet", signed))[0] == 0
    status, said = run("verify")
    assert (status, said.splitlines()[-1]) == (0, "Semua yang dibekukan sama dengan sidiknya.")


REFUSALS: list[tuple[str, list[Edit], str, list[str], str]] = [
    (
        "the content is not that of the sheet",
        [{"file": "docs/panduan/bab-1.md", "old": "tujuh", "new": "delapan"}],
        "before",
        [],
        "isi sekarang lain dari isi di lembar itu",
    ),
    ("the sheet is no sheet", [], NOT_A_SHEET, [], "lalu mintakan putusannya"),
    (
        "a page outside the guideline changed",
        [{"file": "docs/index.md", "old": "title: ", "new": "title: Baru "}],
        "before",
        [],
        "isi sekarang lain dari isi di lembar itu",
    ),
    ("there is no such decision", [], "after", ["--decision", "daftar-2032"], 'Maksud Anda "daftar-2031"?'),
    (
        "the decision has no date",
        [at("decisions.yml", '    date: "2031-03-01"\n', "")],
        "after",
        [],
        "putusan daftar-2031 belum lengkap",
    ),
    (
        "the decision has no body",
        [at("decisions.yml", f"{BODY}{BY}", BY)],
        "after",
        [],
        "Isi body (id lembaga yang memutus)",
    ),
    (
        "the decision is on another sheet",
        [at("decisions.yml", BY, f"    sheet: {NOT_A_SHEET}\n{BY}")],
        "after",
        [],
        "diambil atas lembar lain",
    ),
    (
        "no decision is recorded at all",
        [
            {"file": "menu_data/decisions.yml", "remove": True},
            at("guideline/revisions.yml", "    decision: pedoman-pertama\n", ""),
        ],
        "after",
        [],
        "belum ada putusan yang tercatat",
    ),
    (
        "the data have errors",
        [at("editions/2/edition.yml", "status: draft", "status: drat")],
        NOT_A_SHEET,
        [],
        'nilai "drat" tidak dikenal',
    ),
    ("there are no pages", [], "after", ["--docs", "tiada"], "folder halaman tidak ada"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("edits", "signed", "more", "says"),
    [refusal[1:] for refusal in REFUSALS],
    ids=[refusal[0] for refusal in REFUSALS],
)
@pytest.mark.parametrize("command", [edition, revision], ids=["edition", "revision"])
def test_approving_is_refused_with_the_mend(
    project: Path,
    run: Run,
    command: Callable[..., list[str]],
    edits: list[Edit],
    signed: str,
    more: list[str],
    says: str,
) -> None:
    """Of editions and revisions alike; nothing is written."""
    before = sheet(project)
    for one in edits:
        change(project, one)
    if signed != NOT_A_SHEET:
        signed = before if signed == "before" else sheet(project)
    held = seen(project.parent)
    status, said = run(*command("--sheet", signed, *more))
    assert (status, says in said) == (1, True), said
    assert "Perbaikan: " in said
    assert seen(project.parent) == held


@pytest.mark.parametrize(
    ("edits", "arguments", "says"),
    [
        ([], ["--edition", "3"], 'edisi "3" tidak ada'),
        ([], ["--edition", "1"], "edisi 1 bukan usulan"),
        ([], ["--revision", "2032"], 'revisi "2032" tidak ada'),
        ([], ["--revision", "2030"], "revisi 2030 bukan usulan"),
        (
            [at("editions/2/packages/1.yml", "kinds: [rt]", "kinds: [sekolah]")],
            ["--edition", "2"],
            "ada perubahan isi edisi 2 yang belum beralasan: Unit sasaran 1.1 berubah",
        ),
        (
            [at("editions/2/packages/1.yml", "state: new", "state: not_reviewed")],
            ["--edition", "2"],
            '"not_reviewed" tidak sesuai',
        ),
        (
            [at("guideline/revisions.yml", 'section: "1.1"', "section: bab-1")],
            ["--revision", "2031"],
            'bagian "1.1" tidak sama lagi dengan teks revisi 2030',
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_approved_is_refused(
    project: Path, run: Run, edits: list[Edit], arguments: list[str], says: str
) -> None:
    """What is no draft, what lacks a reason, what would not stand as approved."""
    for one in edits:
        change(project, one)
    held = seen(project.parent)
    status, said = run("approve", *arguments, "--decision", "daftar-2031", "--sheet", sheet(project))
    assert (status, says in said) == (1, True), said
    assert seen(project.parent) == held


def test_an_approval_that_is_interrupted_leaves_the_data_as_they_were(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three files are moved; the last one fails."""
    signed, held = sheet(project), seen(project.parent)
    replace = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if Path(target) == Path("menu_data/changes/1-2.yml"):
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    status, said = run(*edition("--sheet", signed))
    assert status == 1
    assert "No space left on device" in said
    monkeypatch.undo()
    assert seen(project.parent) == held


def test_files_are_delivered_all_or_none(tmp_path: Path) -> None:
    """What stood there comes back, what did not is gone."""
    data, draft = tmp_path / "data", tmp_path / "bench/data"
    for folder in (data, draft):
        folder.mkdir(parents=True)
    (data / "a.yml").write_text("lama")
    for name in ("a.yml", "b.yml"):
        (draft / name).write_text("baru")
    with pytest.raises(FileNotFoundError):
        Transaction(data, draft).deliver("a.yml", "b.yml", "c.yml")
    assert {path.name: path.read_text() for path in data.iterdir()} == {"a.yml": "lama"}


# Verifying


def test_what_was_approved_is_listed_with_its_decision(project: Path, run: Run) -> None:
    """Digest, whether the content matches, and what it rests on."""
    signed, proposed = sheet(project), digest(read(project).edition("2"))
    run(*edition("--sheet", signed))
    run(*revision("--sheet", signed))
    status, said = run("verify")
    assert status == 0
    lines = said.splitlines()
    assert [line for line in lines if not line.startswith("  Sidik: sha256:")] == [
        "Daftar 2030 (edisi 1)",
        "  Isi: sama dengan sidiknya",
        "  Putusan: tidak ada pengesahan tercatat",
        "Daftar 2031 (edisi 2)",
        f"  Sidik di lembar: {proposed}",
        "  Isi: sama dengan sidiknya",
        "  Putusan: 7/2031, Komite Kebun, 1 Maret 2031",
        "Pedoman 2030 (revisi 2030)",
        "  Isi: sama dengan sidiknya",
        "  Putusan: 1/2030, Komite Kebun, 5 Januari 2030",
        "Pedoman 2031 (revisi 2031)",
        "  Isi: sama dengan sidiknya",
        "  Putusan: 7/2031, Komite Kebun, 1 Maret 2031",
        "Semua yang dibekukan sama dengan sidiknya.",
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("editions/1/packages/1.yml", "2030-02", "2030-03", "Isi: TIDAK sama dengan sidiknya"),
        ("guideline/texts/2030.yml", "lima bibit", "enam bibit", "Isi: TIDAK sama dengan sidiknya"),
        ("editions/1/edition.yml", "digest: sha256:", "# sha256:", "Isi: BELUM dibekukan"),
        ("guideline/revisions.yml", "decision: pedoman-pertama", "decision: lain", "TIDAK ADA di decisions"),
        (
            "editions/1/edition.yml",
            "status: approved\n",
            'status: approved\napprovals: [{body: komite, decision: "9"}]\n',
            "Putusan: TIDAK ADA di decisions.yml: 9, Komite Kebun",
        ),
    ],
)
def test_what_is_not_what_was_approved_is_named(
    project: Path, run: Run, file: str, old: str, new: str, says: str
) -> None:
    """Exit status 1, and which it is."""
    change(project, {"file": f"menu_data/{file}", "old": old, "new": new})
    status, said = run("verify")
    assert status == 1
    assert says in said
    assert said.splitlines()[-1] == "Ada yang tidak sama. Jangan dipakai sebelum diperiksa."


def test_a_revision_without_its_text_is_named(project: Path, run: Run) -> None:
    """The text is what was approved."""
    change(project, {"file": "menu_data/guideline/texts/2030.yml", "remove": True})
    status, said = run("verify")
    assert (status, "TIDAK ADA teks yang dibekukan" in said) == (1, True)


def test_data_that_cannot_be_read_are_told_as_check_tells_them(project: Path, run: Run) -> None:
    """With place and mend."""
    change(project, at("catalogue.yml", "programme:", "program:"))
    status, said = run("verify")
    assert status == 1
    assert "menu_data/catalogue.yml:2:1: " in said


def test_a_site_is_checked_against_the_data(project: Path, run: Run, tmp_path: Path) -> None:
    """The published files, whole, one alone, altered, missing, or no site at all."""
    site = tmp_path / "situs"
    run("export", "--out", str(site))
    assert run("verify", "--site", str(site))[0] == 0
    published = site / "api/v1/editions/1.json"
    status, said = run("verify", "--site", str(published))
    assert (status, said.count("Di situs: sama")) == (0, 1)

    held = json.loads(published.read_text())
    held["packages"][0]["activities"][0]["availability"]["month"] = "2030-03"
    published.write_text(json.dumps(held))
    status, said = run("verify", "--site", str(site))
    assert (status, "Di situs: TIDAK sama; sidik digital di situs: sha256:" in said) == (1, True)

    published.write_text("{")
    status, said = run("verify", "--site", str(site))
    assert (status, "Di situs: TIDAK dapat dibaca" in said) == (1, True)
    published.unlink()
    status, said = run("verify", "--site", str(site))
    assert (status, "Di situs: TIDAK ADA" in said) == (1, True)
    status, said = run("verify", "--site", str(project / "docs"))
    assert (status, "tidak memuat data edisi" in said) == (1, True)


def test_the_real_editions_and_their_site_are_what_was_approved(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """This project's own data, exported as a site has them."""
    data = str(ROOT / "menu_data")
    assert main(["export", "--out", str(tmp_path), "--data", data]) == 0
    assert main(["verify", "--data", data, "--site", str(tmp_path)]) == 0
    assert "Di situs: sama" in capsys.readouterr().out


def test_the_sheet_of_an_approval_tells_what_it_brings_about(project: Path, run: Run, tmp_path: Path) -> None:
    """Status, approval and decision; no word of the content, and the digest of the sheet stays."""
    before = Path(shutil.copytree(project, tmp_path / "sebelum"))
    signed = sheet(project)
    run(*edition("--sheet", signed))
    run(*revision("--sheet", signed))
    status, said = run("review", str(before), ".", "--format", "json")
    found = json.loads(said)
    assert (status, found["errors"], found["warnings"]) == (0, [], [])
    assert [(item["matter"], item["title"].replace("\xa0", " ")) for item in found["items"]] == [
        ("decision", "Revisi 2031 berubah"),
        ("decision", "Status Daftar 2030"),
        ("decision", "Status Daftar 2031"),
        ("decision", "Persetujuan Daftar 2031 dicatat"),
        ("decision", "Putusan pada 2 alasan"),
        ("keeping", "Daftar 2031 dibekukan"),
    ]
    assert found["digest"] == signed == found["digests"][0]["base"]


def test_the_menu_is_approved_by_the_body_of_the_rule(project: Path, run: Run) -> None:
    """Tabel 4: another body's decision alone does not approve the year's menu."""
    catalogue = project / "menu_data/catalogue.yml"
    text = catalogue.read_text()
    text = text.replace(
        "  decides: komite\n", "  decides: komite\n  approves_menu: {body: dewan, where: Bab 1}\n"
    )
    catalogue.write_text(text.replace("bodies:\n", "bodies:\n  - id: dewan\n    name: Dewan Kebun\n"))
    before = (project / "menu_data/editions/2/edition.yml").read_bytes()
    status, said = run(*edition("--sheet", sheet(project)))
    assert status == 1
    assert 'persetujuan lembaga "dewan" belum tercatat (Bab 1).' in said
    assert (project / "menu_data/editions/2/edition.yml").read_bytes() == before
