"""This project's own menu carried on by the documented commands: two editions approved, a third proposed.

Everything happens in a scratch copy. Its decisions are made up for the test, and say so.
"""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from lxml import html

from macros.cli import main
from macros.editing.yaml_document import YamlDocument
from macros.postprocess.link_check import audit
from tests.conftest import build
from tests.paths import ROOT
from tests.reviewing import git

pytestmark = pytest.mark.slow

Run = Callable[[str, Mapping[str, str]], str]
COMMAND = re.compile(r"^ *python3 dev\.py (.+)$", re.MULTILINE)
DIGEST = re.compile(r"Sidik digital lembar:\s*(sha256:[0-9a-f]{64})")
CHANGED = "kepemimpinan-camat"
"""The activity whose month changes in every edition; the first one of the first package."""
DECISION = """\
  - id: uji-{year}
    number: UJI/{year}
    date: "2027-01-15"
    body: kpn
    by: Putusan buatan untuk pengujian, bukan putusan siapa pun
    about: Menu {year} di salinan sementara.
    where: Salinan sementara
    sheet: {sheet}
"""


def documented(line: str) -> list[str]:
    """The arguments of the one command in the editors' instructions that begins with ``line``."""
    text = (ROOT / "menu_data/README.md").read_text(encoding="utf-8").replace("\\\n", " ")
    (found,) = (command for command in COMMAND.findall(text) if command.startswith(line))
    return shlex.split(found)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with this project's data, pages and generator; its folder is the one to be in."""
    folder = tmp_path / "salinan"
    for name in ("macros", "overrides", "docs", "menu_data"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    commit(folder)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def run(project: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """A documented command, some of its words exchanged, which must succeed: what it says."""

    def command(line: str, words: Mapping[str, str]) -> str:
        arguments = [words.get(word, word) for word in documented(line)]
        status = main(arguments)
        said = capsys.readouterr()
        assert status == 0, (project, arguments, said.out, said.err)
        return said.out.replace("\N{NO-BREAK SPACE}", " ")

    return command


def commit(folder: Path) -> None:
    """Everything in the folder, as ``main`` has it from now on."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Uji")


def edit(path: Path, *edits: Callable[[YamlDocument], YamlDocument]) -> None:
    """A file of the data with some values exchanged, as an editor would."""
    sheet = YamlDocument.of(path.read_bytes(), path.name)
    for one in edits:
        sheet = one(sheet)
    path.write_bytes(sheet.content)


def move_month(data: Path, year: str) -> None:
    """Another month for the activity, with its review and a reason."""
    place = ("activities", 0)
    edit(
        data / f"editions/{year}/packages/1.yml",
        lambda sheet: sheet.put((*place, "availability", "month"), f"{year}-03"),
        lambda sheet: sheet.without((*place, "availability", "printed")),
        lambda sheet: sheet.put((*place, "review", "state"), "changed"),
    )
    covers = [{"activity": CHANGED, "field": "availability"}]
    reason = {"covers": covers, "reason": f"Alasan buatan untuk uji {year}.", "decision": "usulan"}
    edit(data / f"changes/{int(year) - 1}-{year}.yml", lambda sheet: sheet.appended("reasons", reason))


def approve(project: Path, run: Run, year: str) -> None:
    """From the draft of a year to its approval: texts, sheet, decision, command, proof."""
    data = project / "menu_data"
    edit(
        data / f"editions/{year}/edition.yml",
        lambda sheet: sheet.put(("text_name",), f"menu {year}"),
        lambda sheet: sheet.put(("lede",), f"Menu {year}, untuk pengujian."),
    )
    run("review main . --edition", {"2018": year})
    page = html.parse(str(project / "lembar.html")).getroot()
    found = DIGEST.search(" ".join(page.itertext()))
    assert found is not None
    (project / "lembar.html").unlink()
    with (data / "decisions.yml").open("a") as decisions:
        decisions.write(DECISION.format(year=year, sheet=found[1]))
    said = run("approve", {"2018": year, "ID-PUTUSAN": f"uji-{year}", "SIDIK": found[1]})
    assert f"Edisi {year} disahkan menurut putusan UJI/{year}" in said
    assert f"Edisi {int(year) - 1} kini digantikan." in said
    assert main(["verify"]) == 0
    commit(project)


def test_the_menu_is_carried_from_2018_to_2020(project: Path, run: Run, tmp_path: Path) -> None:
    """2018 and 2019 are approved, 2017 is corrected, 2020 is proposed, and one month changes every year."""
    data, out = project / "menu_data", tmp_path / "situs"
    move_month(data, "2018")
    approve(project, run, "2018")
    assert "sudah dibekukan" in run("freeze 2017", {})
    edit(
        data / "editions/2017/packages/1.yml",
        lambda sheet: sheet.put(("activities", 0, "availability", "month"), "2017-05"),
    )
    assert "Ralat ditambahkan" in run("erratum 2017", {})
    for old, year in (("2018", "2019"), ("2019", "2020")):
        run("new-edition", {"2019": year, "2018": old})
        move_month(data, year)
        if year == "2019":
            approve(project, run, year)
    assert main(["check"]) == 0
    done = build(project, out)
    assert done.returncode == 0, done.stdout + done.stderr
    assert audit(out) == []
    statuses = json.loads((out / "api/v1/editions.json").read_text())
    assert [(one["id"], one["status"]) for one in statuses["editions"]] == [
        ("2017", "printed"),
        ("2018", "superseded"),
        ("2019", "approved"),
        ("2020", "draft"),
    ]
    assert statuses["current"] == "2019"
    history = html.parse(str(out / f"kegiatan/{CHANGED}/index.html")).getroot()
    months = [one.get("id") for one in history.iter("article") if "availability" in one.get("id", "")]
    assert months == [f"edisi-{year}_{CHANGED}_availability" for year in ("2020", "2019", "2018")]
    assert "Naskah menulis rencana dan tujuan." in (out / "perubahan/ralat/index.html").read_text()
    for path in ("kalender/2017-kabupaten.ics", "menu/2017/1.1/index.html", "perubahan/2017-2020/index.html"):
        assert (out / path).is_file()
