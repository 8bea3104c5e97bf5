"""What the print says and nobody approved: how it counts, how it is corrected, and what is said of it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from macros.changelog import ChangeLogs
from macros.cli import main
from macros.editing import freeze
from macros.exports import feeds
from macros.loading.load import load
from macros.model.programme import Programme
from macros.render import Renderer
from macros.wording.errata import corrected
from tests.paths import ROOT, TINY
from tests.reviewing import git, programme, repository
from tests.sample import real

NOTE = (
    "Isinya mengikuti naskah tercetak; teks sumber situs ini tidak memuat pengesahannya. Bahasa sederhananya"
    " disusun penyunting situs ini dan belum disahkan siapa pun."
)
SAID = ["--date=2030-06-30", "--what=Kata akan kembali.", "--why=Naskah menulis rencana."]
Out = pytest.CaptureFixture[str]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The tiny menu, as printed, and frozen."""
    folder = Path(shutil.copytree(TINY / "menu_data", tmp_path / "menu_data"))
    edit(folder / "editions/1/edition.yml", "status: approved", "status: printed")
    freeze(folder, "1")
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The tiny programme with a guideline as printed, frozen; a git repository."""
    folder = programme(tmp_path / "proyek")
    for name in ("editions/1/edition.yml", "guideline/revisions.yml"):
        edit(folder / "menu_data" / name, "status: approved", "status: printed")
    edit(folder / "menu_data/guideline/revisions.yml", "    decision: pedoman-pertama\n", "")
    assert main(freezing(folder)) == 0
    git(folder, "init", "--quiet", "--initial-branch", "main")
    commit(folder, "Naskah")
    return folder


def freezing(folder: Path, *options: str) -> list[str]:
    """The command on the text of a project; a text that is frozen there is frozen anew at first."""
    where = ["--data", str(folder / "menu_data"), "--docs", str(folder / "docs")]
    if not options:
        (folder / "menu_data/guideline/texts/2030.yml").unlink()
    return ["freeze-text", "2030", *options, *where]


def commit(folder: Path, message: str) -> str:
    """Keep the state of a repository; its name."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)
    return git(folder, "rev-parse", "HEAD")


def edit(path: Path, old: str, new: str) -> None:
    """Replace a text that is there."""
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def mend(data: Path, old: str = "name: Membajak", new: str = "name: Membajak Lahan") -> None:
    """Bring a value into line with the print."""
    edit(data / "editions/1/packages/1.yml", old, new)


def told(project: Path, base: str, head: str, out: Path) -> tuple[int, str]:
    """The change sheet of two commits, and the exit status."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        status = main(["review", base, head, "--format", "markdown", "--out", str(out)])
    return status, out.read_text()


def read(data: Path) -> Programme:
    """Data without errors."""
    loaded = load(data)
    assert loaded.programme is not None, loaded.problems
    return loaded.programme


def words(html: object) -> str:
    """What a reader sees, on one line."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", str(html)))


def test_the_printed_menu_is_the_current_one_and_nobody_calls_it_approved(data: Path, capsys: Out) -> None:
    """It has its frame and one statement; pages and the proof say that no approval is recorded."""
    found = read(data)
    assert found.current is not None
    assert found.current.id == "1"
    page = words(Renderer(found).menu_page("1"))
    assert "Seperti tercetak" in page
    assert NOTE in page
    assert "Terkini" not in page
    assert "Disahkan dengan" not in page
    assert main(["verify", "--data", str(data)]) == 0
    assert "Putusan: tidak ada pengesahan tercatat" in capsys.readouterr().out


def test_the_editors_correct_many_values_of_the_printed_menu_at_once(data: Path, capsys: Out) -> None:
    """Date, what and why are enough; who did it stands on the page and in the feed, as no decision."""
    mend(data)
    mend(data, 'month: "2030-02"', 'month: "2030-03"')
    assert main(["check", "--data", str(data)]) == 1
    assert "catat koreksinya dengan python3 dev.py erratum 1" in capsys.readouterr().out
    assert main(["erratum", "1", *SAID, "--data", str(data)]) == 0
    found = read(data)
    (entry,) = found.edition("1").info.errata
    assert (entry.by_editors, entry.field, entry.what) == (True, None, "Kata akan kembali.")
    page = words(Renderer(found).errata_page())
    by = "Penyunting situs ini: penyajian diselaraskan dengan naskah. Tidak ada putusan."
    assert f"Dikoreksi oleh {by}" in page
    assert "Diputus oleh" not in page
    assert "Koreksi penyunting situs, 30 Juni 2030" in words(Renderer(found).menu_page("1"))
    (feed, *_) = feeds.export(found, ChangeLogs(found))
    assert 'term="correction" label="Koreksi penyunting situs"' in feed.content.decode()
    assert by in feed.content.decode()
    capsys.readouterr()
    assert main(["verify", "--data", str(data)]) == 0
    assert "Koreksi penyunting situs terakhir: 30 Juni 2030" in capsys.readouterr().out


def test_a_correction_is_renewed_while_its_round_of_mends_goes_on(data: Path) -> None:
    """One command counts the digest again; the entry stays one."""
    mend(data)
    assert main(["erratum", "1", *SAID, "--data", str(data)]) == 0
    before = read(data).edition("1").info.errata
    mend(data, 'month: "2030-02"', 'month: "2030-03"')
    assert load(data).programme is None
    assert main(["erratum", "1", "--renew", "--data", str(data)]) == 0
    (after,) = read(data).edition("1").info.errata
    assert after.digest_after != before[0].digest_after
    assert after.model_copy(update={"digest_after": before[0].digest_after}) == before[0]


def test_an_approved_menu_is_corrected_by_decision_alone(tmp_path: Path, capsys: Out) -> None:
    """Without a deciding body the entry is refused, with the mend, and nothing changes."""
    data = Path(shutil.copytree(TINY / "menu_data", tmp_path / "menu_data"))
    freeze(data, "1")
    mend(data)
    before = (data / "editions/1/edition.yml").read_text()
    assert main(["erratum", "1", *SAID, "--field=name", "--activity=satu", "--data", str(data)]) == 1
    said = capsys.readouterr().err
    assert "--decided-by: " in said
    assert "tanpa pemutus, padahal edisinya approved." in said
    assert "Tulis decided_by: id lembaga yang memutus" in said
    assert (data / "editions/1/edition.yml").read_text() == before


@pytest.mark.parametrize(
    ("options", "status", "says"),
    [
        (["--renew", *SAID], 2, "atau --renew saja"),
        (SAID[:2], 2, "Tulis --date, --what, dan --why"),
        (["--renew"], 1, "ralat terakhir edisi 1 bukan koreksi penyunting situs"),
        ([*SAID, "--decided-by=komite"], 1, "ralat yang diputus menyebut satu kolom"),
        ([*SAID, "--decision=7"], 1, "menyebut juga lembaga yang memutusnya"),
    ],
)
def test_half_a_correction_is_refused(
    data: Path, capsys: Out, options: list[str], status: int, says: str
) -> None:
    """Whatever is missing or too much is named."""
    mend(data)
    assert main(["erratum", "1", *options, "--data", str(data)]) == status
    assert says in capsys.readouterr().err


def test_the_text_of_the_guideline_is_corrected_and_says_so(project: Path, capsys: Out) -> None:
    """The frozen text is written anew; its correction stands on the page of revisions, and stays one."""
    edit(project / "docs/panduan/bab-1.md", "menanam sayur", "menanam sayuran")
    capsys.readouterr()
    assert main(["check", "--data", str(project / "menu_data"), "--docs", str(project / "docs")]) == 1
    assert "catat koreksinya: python3 dev.py freeze-text 2030" in capsys.readouterr().out
    assert main(freezing(project, *SAID)) == 0
    edit(project / "docs/panduan/bab-1.md", "menanam sayuran", "menanam buah")
    assert main(freezing(project, "--renew")) == 0
    found = read(project / "menu_data")
    page = words(Renderer(found).revisions_page())
    assert page.count("Koreksi penyunting situs") == 1
    for part in ("30 Juni 2030", "Kata akan kembali.", NOTE, "Seperti tercetak"):
        assert part in page
    assert "menanam buah" in (project / "menu_data/guideline/texts/2030.yml").read_text()
    assert main(["verify", "--data", str(project / "menu_data")]) == 0


def test_a_text_that_is_approved_or_unchanged_is_not_corrected(project: Path, capsys: Out) -> None:
    """Nothing is noted without a change, and what was approved needs a new revision."""
    assert main(freezing(project, *SAID)) == 1
    assert "jadi tidak ada yang dikoreksi" in capsys.readouterr().err
    assert main(freezing(project, "--renew")) == 1
    assert "belum punya koreksi" in capsys.readouterr().err
    edit(project / "menu_data/guideline/revisions.yml", "status: printed", "status: approved")
    edit(project / "docs/panduan/bab-1.md", "menanam sayur", "menanam sayuran")
    assert main(freezing(project, *SAID)) == 1
    assert "hanya revisi printed dikoreksi penyunting situs" in capsys.readouterr().err


def test_a_review_asks_for_the_correction_and_is_content_with_it(project: Path, tmp_path: Path) -> None:
    """A silent change of the printed menu is an error; with its correction every change has its why."""
    base = git(project, "rev-parse", "HEAD")
    mend(project / "menu_data")
    silent = commit(project, "Diam-diam")
    status, said = told(project, base, silent, tmp_path / "lembar.txt")
    assert status == 1
    assert "Sudah dibekukan seperti tercetak, tetapi berubah tanpa koreksi" in said
    assert main(["erratum", "1", *SAID, "--data", str(project / "menu_data")]) == 0
    edit(project / "docs/panduan/bab-1.md", "menanam sayur", "menanam sayuran")
    assert main(freezing(project, *SAID)) == 0
    status, said = told(project, base, commit(project, "Koreksi"), tmp_path / "lembar.txt")
    assert "Koreksi penyunting situs 30 Juni 2030: Kata akan kembali. Naskah menulis rencana." in said
    assert "Tidak ada putusan." in said
    assert status == 0, said


def test_a_proposal_does_not_pass_for_the_print(project: Path, tmp_path: Path) -> None:
    """Neither an edition nor a revision escapes its decision by calling itself printed."""
    shutil.copytree(project / "menu_data/editions/1", project / "menu_data/editions/2")
    path = project / "menu_data/editions/2/edition.yml"
    text = re.sub(r"digest: .*\n", "", path.read_text())
    text = text.replace('id: "1"', 'id: "2"').replace("fiscal_year: 2030", "fiscal_year: 2031")
    path.write_text(text)
    package = project / "menu_data/editions/2/packages/1.yml"
    package.write_text(package.read_text().replace("state: new", "state: not_reviewed"))
    freeze(project / "menu_data", "2")
    base = git(project, "rev-parse", "HEAD")
    _, said = told(project, base, commit(project, "Edisi kedua"), tmp_path / "lembar.txt")
    assert "Edisi 2 bermula sebagai usulan, jadi isinya bukan yang tercetak di naskah." in said


def test_this_programme_says_one_thing_of_2017() -> None:
    """The menu and the guideline of 2017 are as printed; no page of either calls it approved."""
    found = read(ROOT / "menu_data")
    assert found.current is not None
    assert (found.current.id, found.current.info.status.value) == ("2017", "printed")
    shown = Renderer(found)
    for page in (shown.menu_page("2017"), shown.revisions_page(), shown.guide_page()):
        assert NOTE in words(page)
        assert "Disahkan" not in words(page)


def test_a_review_tells_the_rule_by_which_changes_were_made(tmp_path: Path) -> None:
    """The rule stands beside the reasons, so its change is told as theirs is."""
    repo = repository(tmp_path / "proyek")
    notes = {
        "file": "menu_data/changes/1-2.yml",
        "old": "lineage:",
        "new": "approach: Aturan baru.\nlineage:",
    }
    sides = repo.pull_request("proposed", [notes])
    _, said = told(repo.folder, *sides, tmp_path / "lembar.txt")
    assert "### Cara perubahan ini disusun" in said
    assert "**Aturan baru.**" in said


def test_many_corrections_stand_as_one_line() -> None:
    """A menu that is corrected often does not push its activities down."""
    first, *_ = real().edition("2017").info.errata
    dated = [first.model_copy(update={"date": date}) for date in ("2030-06-30", "2030-08-01", "2030-07-15")]
    plain = [corrected(dated[:count]).replace("\N{NO-BREAK SPACE}", " ") for count in (1, 3)]
    assert plain == [
        "Koreksi penyunting situs, 30 Juni 2030",
        "3 koreksi penyunting situs, terakhir 1 Agustus 2030",
    ]
    assert words(Renderer(real()).menu_page("2017")).lower().count("koreksi penyunting situs") == 1
