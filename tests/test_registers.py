"""Instruments and published reports: empty at first; what is added appears on its page and in the data."""

from __future__ import annotations

import json
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from lxml import html

from macros.cli import main
from macros.exports import exports
from macros.loading.load import load
from macros.model.programme import Programme
from macros.model.registers import Registers, Report, Reports, Resource, Resources
from macros.page_checks.attached_files import check_files
from macros.render import Renderer
from macros.source.problem import Level
from tests.factories import activity, edition, package, programme
from tests.paths import ROOT, TINY
from tests.sample import real
from tests.test_forms import words
from tests.test_render import HOSTILE, PLACEHOLDER, skeleton, to_html

REAL = real()
REPORT: dict[str, Any] = {
    "id": "kemajuan-2030",
    "year": 2030,
    "body": "komite",
    "title": "Laporan Kemajuan",
    "file": "kemajuan-2030.pdf",
    "published": "2031-01-20",
}


def held(
    resources: list[dict[str, Any]] | None = None, reports: list[dict[str, Any]] | None = None
) -> Programme:
    """A programme of two activities with these entries."""
    lahan = package("lahan", "1", activity("bajak", "1.1"), activity("pupuk", "1.2"))
    return programme(
        edition("satu", lahan),
        registers=Registers(
            resources=Resources.model_validate({"resources": resources or []}),
            reports=Reports.model_validate({"reports": reports or []}),
        ),
    )


def exported(found: Programme, path: str) -> Any:
    """An exported file as plain data."""
    return json.loads(next(item.content for item in exports(found) if item.path == path))


def test_what_the_text_names_is_listed_by_name_only() -> None:
    """22 names with the place of each; nothing can be opened yet, and nothing pretends that it can."""
    found = REAL.registers.all_resources
    assert len(found) == 22
    assert [one.id for one in found if one.available] == []
    assert all(one.source is not None for one in found)
    by_activity = {one.activity for one in found if one.activity}
    menu = REAL.edition("2017")
    assert [a.number for a in menu.activities if a.id in by_activity] == (
        ["1.1", "1.2", "1.3", "3.1", "3.2", "4.1", "5.1", "5.2", "5.3", "7.1", "7.2"]
    )
    titles = [one.title for one in found if one.activity == "pembelajaran-jarak-jauh"]
    assert titles == [
        "Permainan Sekolah Desa",
        "Modul pembelajaran elektronik (Ruang Desa dan E-Tutorial)",
    ]


def test_the_list_of_instruments_shows_every_entry_and_every_activity() -> None:
    """Those without any are listed as empty."""
    page = Renderer(REAL).resources_list("2017")
    shown = words(page)
    for one in REAL.registers.all_resources:
        assert one.title in shown
        assert one.source is not None
        assert one.source.section in shown
        assert one.note is None or one.note in shown
        for entry in one.discrepancies:
            assert f"#{entry.lower()}" in page
    for found in REAL.edition("2017").activities:
        assert f"{found.number} {found.name}" in shown
    assert shown.count("Belum ada berkas.") == 22
    assert shown.count("Belum ada yang tercatat.") == 19 - 11


def test_an_instrument_with_a_file_or_an_address_can_be_opened() -> None:
    """Its link, kind and language; a file lies below the site, an address elsewhere."""
    found = held(
        [
            {"id": "a", "activity": "bajak", "title": "Modul", "kind": "module", "file": "modul.pdf"},
            {
                "id": "b",
                "package": "lahan",
                "title": "Panduan",
                "kind": "manual",
                "url": "https://contoh.example/x?a=1&b=2",
                "language": "id",
            },
            {"id": "c", "title": "Umum", "kind": "other", "language": "jv"},
        ]
    )
    tree = html.fromstring(str(Renderer(found).resources_list()))
    links = {a.text: (a.get("href"), a.get("hreflang")) for a in tree.xpath("//*[@class='resource']//a")}
    assert links == {
        "Modul": ("{root}/instrumen/modul.pdf", None),
        "Panduan": ("https://contoh.example/x?a=1&b=2", "id"),
    }
    shown = " ".join(tree.text_content().replace("\xa0", " ").split())
    assert "3 materi tercatat; 2 dapat dibuka." in shown
    assert "Panduan, Bahasa Indonesia." in shown
    assert "Materi lain, Bahasa jv. Belum ada berkas." in shown
    data = exported(found, "api/v1/resources.json")["resources"]
    assert [(one["id"], one["file"], one["url"]) for one in data] == [
        ("a", "../../instrumen/modul.pdf", None),
        ("b", None, "https://contoh.example/x?a=1&b=2"),
        ("c", None, None),
    ]


def test_an_instrument_of_an_activity_of_another_edition_is_not_lost() -> None:
    """It stands at the end, with the way to the history of its activity."""
    old = edition("satu", package("lahan", "1", activity("bajak", "1.1"), activity("pagar", "1.2")))
    new = edition("dua", package("lahan", "1", activity("bajak", "1.1")), fiscal_year=2031)
    resources = Resources.model_validate(
        {"resources": [{"id": "a", "activity": "pagar", "title": "Buku Pagar", "kind": "manual"}]}
    )
    page = Renderer(programme(old, new, registers=Registers(resources=resources))).resources_list()
    assert "Kegiatan di luar edisi ini Buku Pagar" in words(page)
    assert 'href="{root}/kegiatan/pagar/"' in page


def test_while_no_report_is_out_the_page_says_when_the_first_is_due() -> None:
    """Both readings of the deadline, for both periods, with the register entries."""
    page = Renderer(REAL).reports_list()
    shown = words(page).replace("\xa0", " ")
    for said in (
        "Belum ada laporan yang terbit.",
        "Tenggat Tim Teknis Nasional untuk tiap periode:",
        "Periode laporan enam bulan pertama Menurut Tabel 7: 15 Agu Tim Teknis Nasional",
        "Menurut teks di bawahnya: akhir Agustus",
        "Periode laporan enam bulan kedua Menurut Tabel 7: 15 Agu Tim Teknis Nasional",
        "Menurut teks di bawahnya: akhir Februari",
    ):
        assert said in shown
    for entry in ("a12", "a13", "a18"):
        assert f"#{entry}" in page
    assert exported(REAL, "api/v1/reports.json") == {"reports": []}


def test_a_report_that_is_added_appears_on_the_page_and_in_the_data() -> None:
    """Newest first, with its period, its author, its date and its file; the empty state is gone."""
    found = held(reports=[REPORT, {**REPORT, "id": "b", "title": "Lain", "published": "2032-02-01"}])
    page = Renderer(found).reports_list()
    shown = words(page).replace("\xa0", " ")
    assert shown.startswith("Setahun penuh, 2030 Lain (PDF) Penyusun: Komite Contoh. Terbit 1 Februari 2032.")
    assert "Laporan Kemajuan (PDF)" in shown
    assert "Belum ada laporan" not in shown
    assert 'href="{root}/laporan/kemajuan-2030.pdf"' in page
    data = exported(found, "api/v1/reports.json")["reports"]
    assert [one["id"] for one in data] == ["b", "kemajuan-2030"]
    assert data[1]["file"] == "../../laporan/kemajuan-2030.pdf"


def test_a_report_of_a_period_carries_the_printed_name_of_the_period() -> None:
    """The period is one of the schedule."""
    report = {**REPORT, "period": "periode-pertama", "body": "tim-teknis-nasional"}
    registers = Registers(reports=Reports(reports=(Report.model_validate(report),)))
    page = Renderer(REAL.model_copy(update={"registers": registers})).reports_list()
    assert "Periode laporan enam bulan pertama, 2030 Laporan Kemajuan" in words(page)


@cache
def rendered(macro: str, said: str) -> str:
    """What a macro shows of a register that says ``said`` everywhere."""
    resource = {"title": said, "kind": "module", "note": said, "source": {"section": said}}
    found = held(
        [{"id": "a", "activity": "bajak", **resource}, {"id": "b", **resource, "file": "b.pdf"}],
        [{**REPORT, "title": said, "note": said}],
    )
    return to_html(str(getattr(Renderer(found), macro)()))


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("macro", ["resources_list", "reports_list"])
def test_hostile_words_in_a_register_stay_words(macro: str, text: str) -> None:
    """The same elements whatever the data say, the same characters shown."""
    page = rendered(macro, text)
    assert skeleton(page) == skeleton(rendered(macro, PLACEHOLDER))
    assert text in html.fromstring(page).text_content()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The tiny programme with its pages and documents."""
    return Path(shutil.copytree(TINY, tmp_path / "proyek"))


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "message"),
    [
        ("resources", "kind: module", "kind: modul", "5:11", 'nilai "modul" tidak dikenal'),
        ("resources", "file: panduan-pupuk.csv", "url: http://contoh.example", "12:10", "bentuk"),
        ("resources", "file: panduan-pupuk.csv", 'url: "javascript:alert(1)"', "12:10", "bentuk"),
        (
            "resources",
            "    language",
            "    url: https://contoh.example/\n    language",
            "8:5",
            "isi url atau file",
        ),
        ("resources", "    activity: satu", "    activity: satu\n    package: lahan", "2:5", "isi activity"),
        ("reports", "file: laporan-2030.csv", "file: ../rahasia.pdf", "6:11", "bentuk"),
        ("reports", "file: laporan-2030.csv", "file: Laporan 2030.pdf", "6:11", "bentuk"),
        ("reports", "file: laporan-2030.csv", "file: laporan.html", "6:11", "bentuk"),
        ("reports", "body: komite", "body: panitia", "4:11", 'lembaga "panitia" tidak ada'),
        ("reports", "year: 2030", "year: 2031", "7:16", "padahal yang dilaporkan baru selesai 2031-12"),
        ("reports", "    year: 2030\n", "", "2:5", 'kunci "year"'),
    ],
)
def test_a_wrong_entry_is_named_with_its_place(
    project: Path, file: str, old: str, new: str, place: str, message: str
) -> None:
    """File, line, column, what is wrong, and the mend."""
    path = project / f"menu_data/{file}.yml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    problems = load(project / "menu_data").problems
    found = [f"{problem.line}:{problem.column} {problem.message}" for problem in problems]
    assert any(line.startswith(f"{place} ") and message in line for line in found), found
    assert {problem.file for problem in problems} == {f"menu_data/{file}.yml"}
    assert all(problem.hint for problem in problems)


def test_a_document_that_is_named_must_be_there(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The entry is named with its line; the check then fails."""
    assert main(["check", "--data", str(project / "menu_data")]) == 0
    (project / "docs/laporan/laporan-2030.csv").unlink()
    (problem,) = check_files(load(project / "menu_data"), project / "docs", "docs")
    assert (problem.file, problem.line, problem.level) == ("menu_data/reports.yml", 6, Level.ERROR)
    assert problem.message == 'berkas "docs/laporan/laporan-2030.csv" tidak ada.'
    assert main(["check", "--data", str(project / "menu_data")]) == 1
    assert "laporan-2030.csv" in capsys.readouterr().out


def test_a_document_may_not_be_a_link_to_somewhere_else(project: Path, tmp_path: Path) -> None:
    """A symbolic link would publish what lies outside."""
    document = project / "docs/laporan/laporan-2030.csv"
    document.rename(tmp_path / "luar.csv")
    document.symlink_to(tmp_path / "luar.csv")
    (problem,) = check_files(load(project / "menu_data"), project / "docs", "docs")
    assert problem.level is Level.ERROR


def test_a_document_that_no_entry_names_is_a_warning(project: Path) -> None:
    """It would be published without being listed; hidden files and notes for the folder are left alone."""
    for name in ("lupa.pdf", ".gitkeep", "_catatan.txt"):
        (project / "docs/instrumen" / name).write_text("")
    (problem,) = check_files(load(project / "menu_data"), project / "docs", "docs")
    assert (problem.file, problem.level) == ("docs/instrumen/lupa.pdf", Level.WARNING)
    assert "resources.yml" in problem.message


def test_a_programme_without_registers_has_empty_ones() -> None:
    """Neither file is required."""
    bare = programme(edition("satu", package("lahan", "1", activity("bajak", "1.1"))))
    assert bare.registers == Registers()
    assert words(Renderer(bare).reports_list()) == "Belum ada laporan yang terbit."
    assert "Belum ada materi yang tercatat." in words(Renderer(bare).resources_list())
    assert exported(bare, "api/v1/resources.json") == {"resources": []}


@pytest.mark.parametrize("name", ["resources", "reports"])
def test_the_schema_accepts_each_file_and_each_file_points_at_it(name: str) -> None:
    """An editor that validates by schema agrees with the loader."""
    rule = json.loads((ROOT / f"menu_data/schema/{name}.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(rule)
    text = (ROOT / f"menu_data/{name}.yml").read_text()
    jsonschema.validate(yaml.safe_load(text), rule)
    assert text.startswith(f"# yaml-language-server: $schema=schema/{name}.schema.json\n")


def test_the_example_for_editors_is_a_report_that_loads() -> None:
    """What the head of the file tells them to write is accepted."""
    lines = (ROOT / "menu_data/reports.yml").read_text().splitlines()
    example = "\n".join(line[1:] for line in lines if line.startswith("#        "))
    (entry,) = yaml.safe_load(example)
    report = Report.model_validate(entry)
    assert report.id == "kemajuan-2030-1"
    assert report.file == "kemajuan-2030-1.pdf"


def test_a_resource_belongs_to_one_thing_and_lies_in_one_place() -> None:
    """Activity or package, address or file, never both."""
    plain = {"id": "a", "title": "Modul", "kind": "module"}
    for wrong in (
        {"activity": "satu", "package": "lahan"},
        {"url": "https://contoh.example/", "file": "a.pdf"},
        {"language": "Bahasa Indonesia"},
    ):
        with pytest.raises(ValueError, match="1 validation error"):
            Resource.model_validate({**plain, **wrong})
