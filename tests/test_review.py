"""``python -m macros review``: what the Committee reads of a pull request, and what CI makes of it."""

from __future__ import annotations

import json
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from cmarkgfm import cmark
from lxml import html

from macros.changelog import Shown
from macros.cli import main
from macros.documents.markdown import LONGEST
from macros.model.guideline.guideline import PARTS
from macros.review.snapshot import snapshot
from macros.review.spelling import only_spelling
from macros.source.problem import INVISIBLE
from macros.wording import review_guideline as words
from macros.wording.review_kinds import KINDS
from tests.paths import CASES, ROOT
from tests.reviewing import Edit, Repository, change, git, repository

TABLE: list[dict[str, Any]] = [
    case for path in sorted((CASES / "review").glob("*.yml")) for case in yaml.safe_load(path.read_text())
]
BY_NAME = {case["it"]: case for case in TABLE}
VARYING = re.compile(r"sha256:[0-9a-f]{64}|(?<=\(commit\) )[0-9a-f]{10}")
"""What changes with every change of the tiny programme."""
Said = tuple[int, str, str]
Run = Callable[..., Said]


@pytest.fixture(scope="module")
def repo(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """The scratch repository."""
    return repository(tmp_path_factory.mktemp("review") / "repo")


@pytest.fixture
def run(repo: Repository, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command, given in the repository: its exit status, what it says, and what it complains of."""
    monkeypatch.chdir(repo.folder)
    monkeypatch.setenv("COLUMNS", "80")

    def command(*arguments: str) -> Said:
        try:
            status = main(["review", *arguments])
        except SystemExit as usage:
            status = int(str(usage.code))
        said = capsys.readouterr()
        return status, said.out, said.err

    return command


def made(repo: Repository, case: dict[str, Any]) -> list[str]:
    """The pull request of a case, as arguments of the command."""
    sides = repo.pull_request(case["base"], case["edits"], case.get("subject", "Usulan"))
    return [*sides, *(["--claim", case["claim"]] if "claim" in case else [])]


def edited(repo: Repository, *edits: Edit, base: str = "proposed") -> tuple[str, str]:
    """The pull request of some edits."""
    return repo.pull_request(base, list(edits))


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case["it"])
def test_a_pull_request_is_told(repo: Repository, run: Run, case: dict[str, Any]) -> None:
    """Verdict, exit status and key lines as written down; two of them whole."""
    status, said, complaint = run(*made(repo, case), "--format", "markdown")
    lines = said.splitlines()
    verdict = lines[0] if len(lines) == 1 else lines[2].strip("*")
    assert (verdict, status, complaint) == (case["verdict"], case["status"], "")
    for line in case.get("says", ()):
        assert line in lines
    if "golden" in case:
        assert VARYING.sub("…", said) == (CASES / "review" / case["golden"]).read_text()


@pytest.mark.parametrize("case", [case for case in TABLE if "kinds" in case], ids=lambda case: case["it"])
def test_a_finding_has_a_kind_that_stays(repo: Repository, run: Run, case: dict[str, Any]) -> None:
    """Every entry of the JSON, whatever it is worded like."""
    found = json.loads(run(*made(repo, case), "--format", "json")[1])
    told = {
        name: [entry["kind"] for entry in found[name]] for name in ("errors", "warnings", "to_do", "items")
    }
    assert {name: kinds for name, kinds in told.items() if kinds} == case["kinds"]


def test_kinds_are_never_renamed() -> None:
    """Others rely on them; a new kind is added here, and none is changed."""
    assert set(KINDS) == set((CASES / "review/kinds.txt").read_text().split())
    assert all(KINDS.values())


def test_twelve_kinds_of_pull_requests_are_written_down() -> None:
    """Those that the Committee will meet."""
    assert {
        "date moved",
        "activity ended with successor",
        "package split",
        "typo",
        "reorder only",
        "reason missing",
        "approved edition edited",
        "erratum",
        "guideline paragraph revised",
        "broken YAML",
        "hostile strings",
        "decision recorded",
    } <= set(BY_NAME)


# Forms


@pytest.mark.parametrize("name", ["hostile strings", "broken YAML", "package split", "reorder only"])
def test_every_form_says_the_same(repo: Repository, run: Run, name: str) -> None:
    """The verdict, every title and the exit status."""
    sides = made(repo, BY_NAME[name])
    status, said, _ = run(*sides, "--format", "json")
    found = json.loads(said)
    assert status == found["status"] == BY_NAME[name]["status"]
    titles = [item["title"] for item in found["items"]]
    wholes = {form: run(*sides, "--format", form)[1] for form in ("text", "markdown", "html")}
    shown = {
        "text": wholes["text"],
        "markdown": rendered(wholes["markdown"]).text_content(),
        "html": html.document_fromstring(wholes["html"].encode()).text_content(),
    }
    for one in shown.values():
        for said in (found["verdict"], *titles):
            assert squeezed(said) in squeezed(one)


def rendered(source: str) -> html.HtmlElement:
    """Markdown as GitHub's own parser has it, raw HTML let through."""
    made = cmark.markdown_to_html_with_extensions(
        source,
        options=cmark.Options.CMARK_OPT_UNSAFE | cmark.Options.CMARK_OPT_FOOTNOTES,
        extensions=("table", "autolink", "tagfilter", "strikethrough", "tasklist"),
    )
    return html.fragment_fromstring(made, create_parent="main")


def squeezed(value: str) -> str:
    """A text without blanks."""
    return "".join(value.split())


def test_hostile_strings_mean_nothing_in_a_comment(repo: Repository, run: Run) -> None:
    """No element that plain data would not give, nothing with an attribute, nobody called."""
    _, said, _ = run(*made(repo, BY_NAME["hostile strings"]), "--format", "markdown")
    tree = rendered(said)
    assert {element.tag for element in tree.iter() if isinstance(element.tag, str)} <= {
        *("main", "h1", "h2", "h3", "p", "ul", "li", "del", "strong", "br")
    }
    assert not [element for element in tree.iter() if element.attrib]
    assert not re.search(r"@\w|(?<!\\)#\d|https?://", said)


def test_hostile_strings_mean_nothing_on_the_page(repo: Repository, run: Run) -> None:
    """No script, handler, link or loaded file; what is invisible is shown as its code."""
    _, said, _ = run(*made(repo, BY_NAME["hostile strings"]), "--format", "html")
    tree = html.document_fromstring(said.encode())
    assert tree.xpath("//script | //img | //a | //link | //iframe | //b[@onclick]") == []
    assert tree.xpath("//@*[starts-with(name(), 'on') or name() = 'src' or name() = 'href']") == []
    assert "<script>alert(1)</script> {{ 7*7 }} **tebal**" in " ".join(tree.text_content().split())
    assert "\\u202e" in tree.text_content()
    assert not INVISIBLE.search(said)
    (policy,) = tree.xpath("//meta[@http-equiv]/@content")
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"


def test_json_and_text_hide_nothing(repo: Repository, run: Run) -> None:
    """A character that nobody sees is written as its code."""
    sides = made(repo, BY_NAME["hostile strings"])
    for form, code in (("json", "\\u202e"), ("text", "\\u202e")):
        _, said, _ = run(*sides, "--format", form)
        assert not INVISIBLE.search(said)
        assert code in said


def test_the_page_can_be_signed_when_nothing_must_be_mended(repo: Repository, run: Run) -> None:
    """The deciding body by its name, blanks for all that only a person may fill, the digest in the foot."""
    _, said, _ = run(*made(repo, BY_NAME["date moved"]), "--format", "html")
    tree = html.document_fromstring(said.encode())
    (block,) = tree.find_class("sign")
    told = " ".join(block.text_content().split())
    for expected in ("Disetujui seluruhnya", "Nomor putusan", "Tanda tangan", "Diputus oleh", "Komite Kebun"):
        assert expected in told
    assert len(block.find_class("blank")) == 11
    assert re.search(r'@bottom-left \{ content: "Sidik digital lembar sha256:[0-9a-f]{64}"', said)
    assert "size: A4" in said


@pytest.mark.parametrize("name", ["approved edition edited", "broken YAML"])
def test_the_page_cannot_be_signed_while_something_must_be_mended(
    repo: Repository, run: Run, name: str
) -> None:
    """It says so where the block would stand."""
    _, said, _ = run(*made(repo, BY_NAME[name]), "--format", "html")
    (block,) = html.document_fromstring(said.encode()).find_class("sign")
    assert "belum dapat ditandatangani" in block.text_content()
    assert block.find_class("blank") == []


def test_a_comment_is_never_too_long(repo: Repository, run: Run) -> None:
    """What matters most stays, how much is left out is said, and where all of it is."""
    text = "\n\n".join(f"Paragraf {number} " + "kata " * 300 for number in range(100))
    pages = [{"file": f"docs/halaman-{n}.md", "write": f"---\ntitle: H\n---\n\n{text}"} for n in range(3)]
    sides = edited(repo, *pages, {"file": "menu_data/editions/2/edition.yml", "old": "draft", "new": "x"})
    status, said, _ = run(*sides, "--format", "markdown")
    assert status == 1
    assert len(said) <= LONGEST
    assert 'nilai "x" tidak dikenal' in said
    assert "Yang tidak muat: 3 pokok. Lembar lengkapnya ada di artefak pemeriksaan." in said
    assert "## Dasar lembar ini" in said
    assert len(run(*sides, "--format", "html")[1]) > LONGEST


def test_a_sheet_goes_to_a_file(repo: Repository, run: Run, tmp_path: Path) -> None:
    """Wholly, and nothing else is left beside it; the terminal gets the verdict."""
    sides = made(repo, BY_NAME["date moved"])
    path = tmp_path / "baru/lembar.html"
    status, said, _ = run(*sides, "--format", "html", "--out", str(path))
    assert (status, said) == (0, f"{BY_NAME['date moved']['verdict']}\n")
    assert path.read_text() == run(*sides, "--format", "html")[1]
    assert [one.name for one in path.parent.iterdir()] == ["lembar.html"]
    status, said, complaint = run(*sides, "--out", str(tmp_path))
    assert (status, said) == (2, "")
    assert str(tmp_path) in complaint


# Sides


def test_the_same_sides_give_the_same_sheet(repo: Repository, run: Run) -> None:
    """Byte for byte, in every form."""
    sides = made(repo, BY_NAME["package split"])
    for form in ("text", "markdown", "html", "json"):
        assert run(*sides, "--format", form) == run(*sides, "--format", form)


def test_folders_are_compared_as_revisions_are(repo: Repository, run: Run, tmp_path: Path) -> None:
    """A folder may also stand against a revision, to look before one commits."""
    base, head = made(repo, BY_NAME["date moved"])
    for name in ("menu_data", "docs"):
        shutil.copytree(repo.folder / name, tmp_path / "head" / name)
    of_commits = json.loads(run(base, head, "--format", "json")[1])
    for arguments in ((base, str(tmp_path / "head")), (base, ".")):
        of_folder = json.loads(run(*arguments, "--format", "json")[1])
        assert of_folder["items"] == of_commits["items"]
        assert of_folder["digest"] == of_commits["digest"]
        assert of_folder["head"]["commit"] is None


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["tiada", "main"], '"tiada" bukan revisi git dan bukan folder yang memuat menu_data.'),
        (["main", "docs"], '"docs" bukan revisi git dan bukan folder yang memuat menu_data.'),
        (["main", "\x1b[31m"], '"\\x1b[31m" bukan revisi git'),
        (["main", "HEAD^{tree}"], "bukan revisi git"),
        (["main", "^main"], "bukan revisi git"),
        (["main", "main..begun"], "bukan revisi git"),
        (["main", "kosong"], '"kosong" tidak memuat menu_data'),
        (["main"], "cara pakai"),
        (["main", "main", "--format", "pdf"], "cara pakai"),
        (["main", "main", "--claim", "kecil"], "cara pakai"),
        (["--", "--output=/tmp/x", "main"], '"--output=/tmp/x" bukan revisi git'),
    ],
)
def test_wrong_usage_is_answered_with_what_is_meant(
    repo: Repository, run: Run, arguments: list[str], says: str
) -> None:
    """Status 2, a sentence, no sheet."""
    empty = git(repo.folder, "commit-tree", "-m", "kosong", git(repo.folder, "mktree"))
    git(repo.folder, "branch", "--force", "kosong", empty)
    status, said, complaint = run(*arguments)
    assert (status, said) == (2, "")
    assert says in complaint


def test_attributes_of_a_revision_hide_nothing(repo: Repository, run: Run) -> None:
    """A pull request cannot keep files out of its own sheet."""
    hidden = {"file": ".gitattributes", "write": "menu_data/editions/1/** export-ignore\n"}
    sides = edited(repo, hidden, *BY_NAME["approved edition edited"]["edits"])
    status, said, _ = run(*sides, "--format", "markdown")
    assert status == 1
    assert "Sudah disahkan, tetapi berubah tanpa ralat: 1.1 tersedia lebih lambat." in said


def test_links_are_not_followed(repo: Repository, run: Run, tmp_path: Path) -> None:
    """Neither from a revision nor from a folder; what they lead to is not told."""
    secret = tmp_path / "rahasia.md"
    secret.write_text("---\ntitle: R\n---\n\nKata sandi contoh.\n")
    edits: list[Edit] = [
        {"file": "docs/panduan/bab-1.md", "remove": True},
        {"file": "docs/panduan/bab-1.md", "link": str(secret)},
    ]
    base, head = edited(repo, *edits)
    for side in (head, "."):
        status, said, _ = run(base, side, "--format", "json")
        assert status == 1
        assert "sandi" not in said
        assert "tautan simbolis tidak boleh ada di sini." in said


@pytest.mark.parametrize(
    ("name", "message"),
    [("docs/besar.md", "lebih dari 1 MB"), ("menu_data/editions/2/besar.yml", "lebih dari 1 MB")],
)
def test_there_is_an_end_to_what_is_read(repo: Repository, run: Run, name: str, message: str) -> None:
    """A file too large is a problem, not read."""
    sides = edited(repo, {"file": name, "write": "a" * 1_100_000})
    status, said, _ = run(*sides, "--format", "json")
    assert status == 1
    assert [one["file"] for one in json.loads(said)["errors"] if message in one["message"]] == [name]


def test_a_branch_that_lags_behind_is_told(repo: Repository, run: Run) -> None:
    """What the other side has would seem to be taken back."""
    newer = made(repo, BY_NAME["typo"])[1]
    older = made(repo, BY_NAME["date moved"])[1]
    said = run(newer, older, "--format", "markdown")[1]
    assert "Cabang ini belum memuat semua commit di sisi sebelum" in said
    assert "Cabang ini" not in run("begun", older, "--format", "markdown")[1]


def test_nothing_is_checked_out_and_nothing_is_left(repo: Repository, run: Run) -> None:
    """The folder one stands in is as it was."""
    sides = made(repo, BY_NAME["hostile strings"])
    git(repo.folder, "checkout", "--quiet", "--force", "begun")
    before = git(repo.folder, "status", "--porcelain", "--ignored")
    run(*sides)
    assert git(repo.folder, "status", "--porcelain", "--ignored") == before
    assert git(repo.folder, "rev-parse", "--abbrev-ref", "HEAD") == "begun"


def test_a_snapshot_holds_what_is_published_alone(repo: Repository) -> None:
    """No code of a revision is written anywhere."""
    git(repo.folder, "checkout", "--quiet", "--force", "-B", "kode", "proposed")
    change(repo.folder, {"file": "macros/__init__.py", "write": "raise SystemExit\n"})
    change(repo.folder, {"file": "docs/skrip.js", "write": "alert(1)\n"})
    git(repo.folder, "add", "--all")
    git(repo.folder, "commit", "--quiet", "--message", "Kode")
    with snapshot("kode", repo.folder) as found:
        held = {path.relative_to(found.root).as_posix() for path in found.root.rglob("*") if path.is_file()}
    assert {name.rpartition(".")[2] for name in held} == {"yml", "md", "csv"}


# What is told


LEAVES = [
    ("menu_data/catalogue.yml", "memanen sayur sendiri", "memanen buah sendiri"),
    ("menu_data/catalogue.yml", "owner: Dinas Contoh", "owner: Dinas Lain"),
    ("menu_data/editions/2/edition.yml", "title: Daftar Bantuan 2031", "title: Menu Bantuan 2031"),
    ("menu_data/editions/2/edition.yml", "section: Bab 2", "section: Bab 3"),
    ("menu_data/editions/2/edition.yml", "text: Semua kebun", "text: Sebagian kebun"),
    ("menu_data/editions/2/packages/1.yml", "state: changed", "state: not_reviewed"),
    ("menu_data/editions/2/packages/1.yml", "      section: Bab 2", "      section: Bab 3"),
    ("menu_data/guideline/sections.yml", "Kapan dan oleh siapa", "Di mana dan oleh siapa"),
    ("menu_data/guideline/planning.yml", "label: Daftar 1\n", "label: Daftar 2\n"),
    ("menu_data/guideline/discrepancies.yml", "printed: Pemupukan", "printed: Pupuk"),
    ("menu_data/changes/1-2.yml", "note: Yang sudah", "note: Semua yang"),
    ("menu_data/decisions.yml", "where: Bab 1", "where: Bab 2"),
    ("menu_data/guideline/revisions.yml", "note: Naskah pertama", "note: Naskah kedua"),
    ("docs/index.md", "title: ", "title: Baru "),
    ("docs/panduan/bab-1.md", "contoh.example/komite", "contoh.example/lain"),
    ("docs/panduan/bab-1.md", "memuat bab pertama", "memuat bab kedua"),
]


@pytest.mark.parametrize(("file", "old", "new"), LEAVES, ids=lambda value: value[-24:])
def test_every_value_that_changes_is_told(repo: Repository, run: Run, file: str, old: str, new: str) -> None:
    """Once, with old and new, whichever file holds it."""
    sides = edited(repo, {"file": file, "old": old, "new": new})
    found = json.loads(run(*sides, "--format", "json")[1])
    (item,) = found["items"]
    shown = item["shown"]
    assert shown
    assert all(one["old"] != one["new"] for one in shown)


@pytest.mark.parametrize(
    ("old", "new", "spelling"),
    [
        ("Camat hadir di samping desa.", "Camat hadir disamping Desa", True),
        ("Kepala desa mengundang warga", "Kepala desa mengundan warga.", True),
        ("Komite membagi bibit kepada warga.", "Komite membagi bibit kepada semua warga.", False),
        ("Warga wajib hadir.", "Warga tidak wajib hadir.", False),
        ("Paling lambat 5 April.", "Paling lambat 6 April.", False),
        ("Cakupan 80% rumah.", "Cakupan 80 rumah.", False),
        ("Paling sedikit ≥ tiga.", "Paling sedikit ≤ tiga.", False),
        ("Suhu -5 derajat.", "Suhu 5 derajat.", False),
        ("komite", "komitee", False),
        ("Satu, dua; tiga", "Satu dua tiga.", True),
        ("Kata " * 200 + "hadir.", "Kata " * 200 + "absen.", False),
        ("1 0 bibit", "10 bibit", False),
    ],
)
def test_the_guideline_changes_in_substance_with_any_word(old: str, new: str, spelling: bool) -> None:  # noqa: FBT001
    """Spelling, capitals, punctuation and blanks alone are editorial, however long the text."""
    assert only_spelling(Shown(old=old, new=new)) is spelling


def test_every_file_of_the_data_has_a_name() -> None:
    """Readers do not see the names of files."""
    assert set(PARTS) <= set(words.FILES)


def test_a_new_edition_is_compared_with_the_one_before(run: Run) -> None:
    """All that it changes, with its reasons."""
    status, said, _ = run("main", "proposed", "--format", "markdown")
    assert status == 0
    for line in (
        "### Daftar 2031, edisi baru",
        "- Daftar 2031 memuat 1 paket dengan 2 kegiatan.",
        "### 1.2 Memupuk, dihentikan",
        "- Dibandingkan dengan Daftar 2030.",
        "- Alasan: Pupuk buatan sendiri lebih murah. (Usulan; Catatan A1)",
    ):
        assert line in said.splitlines()


def test_a_sheet_to_approve_an_edition_tells_all_of_it(run: Run) -> None:
    """Also where both sides have its draft already; the digest to decide on is that of the content."""
    status, said, _ = run("proposed", "proposed", "--edition", "2", "--format", "text")
    assert status == 0
    for part in ("Daftar 2031, edisi baru", "1.2 Memupuk, dihentikan", "(tanpa edisi 2)"):
        assert part in " ".join(said.split())
    plain, whole = (
        json.loads(run("proposed", "proposed", *more, "--format", "json")[1])
        for more in ((), ("--edition", "2"))
    )
    assert (plain["items"], len(whole["items"])) == ([], 6)
    assert plain["digest"] == whole["digest"]
    status, _, wrong = run("proposed", "proposed", "--edition", "9")
    assert (status, wrong) == (2, 'edisi "9" tidak ada. Yang ada: 1, 2.\n')


def test_a_broken_base_can_be_mended(repo: Repository, run: Run) -> None:
    """Errors of the older side are its own; what it cannot tell is set aside."""
    broken, _ = made(repo, BY_NAME["broken YAML"])
    head = git(repo.folder, "rev-parse", "usulan")
    status, said, _ = run(head, broken, "--format", "markdown")
    assert status == 0
    assert "- menu\\_data/editions/2/packages/1.yml" in said
    assert "- Apa: Menghitung kebutuhan bibit ~~dan pupuk~~" in said


@pytest.mark.parametrize("seed", range(6))
def test_whatever_a_branch_holds_there_is_a_sheet(
    repo: Repository, run: Run, tmp_path: Path, seed: int
) -> None:
    """Lines lost, doubled, cut and misspelt: a sheet is written, and nothing changes untold."""
    git(repo.folder, "checkout", "--quiet", "--force", "proposed")
    for name in ("menu_data", "docs"):
        shutil.copytree(repo.folder / name, tmp_path / name)
    chance = random.Random(seed)  # noqa: S311 - the same every time
    files = sorted(path for path in tmp_path.rglob("*") if path.suffix in {".yml", ".md"})
    for path in chance.sample(files, 2):
        lines = path.read_text().split("\n")
        at = chance.randrange(len(lines))
        spoilt = (lines[:at], lines[:at] + lines[at + 1 :], lines[: at + 1] + lines[at:])
        path.write_text("\n".join(chance.choice(spoilt)))
    for sides in (("proposed", str(tmp_path)), (str(tmp_path), "proposed")):
        for form in ("text", "html"):
            status, said, _ = run(*sides, "--format", form)
            assert status in {0, 1}
            assert "tidak dapat diceritakan" not in said


def test_the_real_guideline_is_told(tmp_path: Path, run: Run) -> None:
    """A sentence of a chapter and a target of a table, in this project's own data."""
    for side in ("lama", "baru"):
        shutil.copytree(ROOT / "menu_data", tmp_path / side / "menu_data")
        shutil.copytree(ROOT / "docs/panduan", tmp_path / side / "docs/panduan")
    fresh = tmp_path / "baru"
    change(fresh, {"file": "docs/panduan/bab-2.md", "old": "Pada 2018, ", "new": "Pada 2019, "})
    change(fresh, {"file": "menu_data/guideline/targets.yml", "old": 'display: "', "new": 'display: "1'})
    status, said, _ = run(str(tmp_path / "lama"), str(tmp_path / "baru"), "--format", "json")
    found = json.loads(said)
    assert status == 1
    text, table = found["items"]
    assert (text["matter"], text["title"].replace("\xa0", " ")) == ("guide", "Bagian 2.3 Pembiayaan")
    assert (table["matter"], table["where"][:8]) == ("records", "Tabel 1,")
