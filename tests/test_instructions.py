"""The instructions for editors, followed to the letter on a copy of the real data and pages.

A page of ``docs/tata-kelola/menyunting`` is a list of steps. What a step asks for is said in fixed words,
with the text in an indented block below it; here the same is done with the files, as a person would.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import StringIO
from itertools import chain
from pathlib import Path

import pytest

from macros.documents import diff
from macros.facts.guideline_text import read_text
from macros.loading.load import Loaded, load
from macros.model.edition import Status
from macros.model.programme import Programme
from macros.page_checks.frozen_text import changed_sections, check_revisions
from macros.page_checks.markdown_policy import check_pages
from macros.source.problem import Level, Problem, as_text
from tests.paths import ROOT
from tests.sample import real

pytestmark = pytest.mark.slow

FOLDER = ROOT / "docs/tata-kelola/menyunting"
PAGES = ("tanggal", "kegiatan-baru", "mengakhiri-kegiatan", "paragraf", "laporan", "ketidaksepakatan")
STEP = re.compile(r"^\d+\. ")
BLOCK = " " * 8
OLD, NEW = "2017", "2018"
PLACE = re.compile(r":\d+:\d+:")
CLOSED = "contohnya memakai edisi yang tidak lagi draft; pindahkan ke draft berikutnya"


class OutdatedError(Exception):
    """A step names what is no longer in the data."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one step says, and the text below it."""

    words: str
    block: str | None


def sections(page: str) -> dict[str, list[Step]]:
    """The steps of a page below each of its headings."""
    found: dict[str, list[Step]] = {}
    for part in re.split(r"^## ", (FOLDER / f"{page}.md").read_text(encoding="utf-8"), flags=re.MULTILINE)[
        1:
    ]:
        heading, _, body = part.partition("\n")
        found[heading.partition(" {")[0].strip()] = list(steps(body.split("\n")))
    return found


def steps(lines: list[str]) -> Iterator[Step]:
    """The steps of a numbered list."""
    starts = [place for place, line in enumerate(lines) if STEP.match(line)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        held = lines[start:end]
        words = " ".join(line.strip() for line in held if line and not line.startswith(BLOCK))
        code = [line for line in held if line.startswith(BLOCK) or not line.strip()]
        block = "\n".join(line.removeprefix(BLOCK) for line in code).strip("\n")
        yield Step(STEP.sub("", words), f"{block}\n" if block else None)


@dataclass(slots=True)
class Editor:
    """A person with a browser: one file open, and the place in it that was looked up last."""

    root: Path
    file: Path | None = None
    text: str = ""
    start: int = 0
    end: int = 0

    def follow(self, step: Step) -> None:
        """Do what a step says; words that ask for nothing are read and passed over."""
        words, block = step.words, step.block
        if opened := re.match(r"Buka berkas `([^`]+)`", words):
            self.open(opened[1])
        elif block is None:
            return
        elif words.startswith("Cari baris ini"):
            self.find(block, 0)
        elif words.startswith("Di bawahnya, cari baris ini"):
            self.find(block, self.end)
        elif words.startswith("Ganti menjadi"):
            self.put(block, self.start, self.end)
        elif words.startswith("Tambahkan di bawahnya"):
            self.put(block, self.end, self.end)
        elif words.startswith("Tambahkan di akhir berkas"):
            self.put(block, len(self.text), len(self.text))
        elif words.startswith("Hapus baris ini"):
            self.find(block, 0)
            self.put("", self.start, self.end)
        elif words.startswith("Hapus mulai baris ini sampai akhir berkas"):
            self.find(block, 0)
            self.put("", self.start, len(self.text))
        elif not words.startswith(("Pemeriksaan berkata", "Lembar perubahan menunjukkan")):
            raise AssertionError(words)

    def open(self, name: str) -> None:
        """Open a file of the repository."""
        self.file, self.start, self.end = self.root / name, 0, 0
        self.text = self.file.read_text(encoding="utf-8")

    def find(self, block: str, after: int) -> None:
        """Look whole lines up; without a place to begin they stand only once in the file."""
        text = f"\n{self.text}"
        place = text.find(f"\n{block}", after)
        if place < 0:
            raise OutdatedError(f"{self.file}: {block}")
        assert after or text.count(f"\n{block}") == 1, f"{self.file}: {block}"
        self.start, self.end = place, place + len(block)

    def put(self, block: str, start: int, end: int) -> None:
        """Write lines in place of others, and save."""
        assert self.file is not None
        self.text = f"{self.text[:start]}{block}{self.text[end:]}".rstrip("\n") + "\n"
        self.start, self.end = start, start + len(block)
        self.file.write_text(self.text, encoding="utf-8")


def told(problems: list[Problem]) -> set[str]:
    """Problems as they are printed; lines may move."""
    return {PLACE.sub(":", line) for line in as_text(problems).split("\n")[:-1]}


@cache
def told_already() -> set[str]:
    """What is found before anything is edited."""
    return told(checked(ROOT)[1])


def checked(root: Path) -> tuple[Loaded, list[Problem]]:
    """What ``python3 dev.py check`` finds."""
    loaded = load(root / "menu_data", "menu_data")
    docs = root / "docs"
    found = chain(loaded.problems, check_pages(docs, "docs"), check_revisions(loaded, docs, "docs"))
    return loaded, sorted(found)


def programme_of(root: Path) -> Programme:
    """The programme; with every problem when there is an error."""
    loaded, problems = checked(root)
    errors = [problem for problem in problems if problem.level is Level.ERROR]
    assert errors == [], as_text(errors)
    assert loaded.programme is not None
    return loaded.programme


def compared(programme: Programme) -> str:
    """What ``python -m macros diff`` prints, in one line without its folds."""
    out = StringIO()
    assert (
        diff(
            programme,
            OLD,
            NEW,
            form="text",
            editorial=True,
            out=out,
            err=StringIO(),
            environment={"COLUMNS": "400", "NO_COLOR": "1"},
        )
        == 0
    )
    return " ".join(out.getvalue().split())


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The data and pages of this project, to be edited."""
    shutil.copytree(ROOT / "menu_data", tmp_path / "menu_data")
    shutil.copytree(ROOT / "docs", tmp_path / "docs", ignore=shutil.ignore_patterns("assets"))
    if real().edition(NEW).info.status is not Status.DRAFT:
        pytest.skip(CLOSED)
    return tmp_path


def followed(page: str, root: Path) -> dict[str, list[Step]]:
    """Follow the steps of a page; its sections."""
    found = sections(page)
    if page == "laporan" and not (root / "menu_data/reports.yml").is_file():
        pytest.skip("menu_data/reports.yml belum ada")
    editor = Editor(root)
    try:
        for step in found["Langkah"]:
            editor.follow(step)
    except OutdatedError as error:
        pytest.skip(f"isi yang dipakai contoh ini sudah berubah; perbarui halamannya: {error}")
    return found


@pytest.mark.parametrize("page", PAGES)
def test_the_steps_lead_to_sound_data(page: str, copy: Path) -> None:
    """No error is left, and the change log says what the page says it will."""
    found = followed(page, copy)
    programme = programme_of(copy)
    told = [step for step in found["Langkah"] if step.words.startswith("Lembar perubahan menunjukkan")]
    if page not in {"paragraf", "laporan"}:
        assert told
        assert all(" ".join((step.block or "").split()) in compared(programme) for step in told)


@pytest.mark.parametrize("page", PAGES)
def test_the_steps_leave_no_new_warning(page: str, copy: Path) -> None:
    """Such as a reason that is missing, or a review state that does not fit."""
    followed(page, copy)
    assert told(checked(copy)[1]) <= told_already()


@pytest.mark.parametrize("page", PAGES)
def test_what_goes_wrong_is_said_as_the_page_says(page: str, copy: Path) -> None:
    """Every section on mistakes makes one, and quotes the message; lines may have moved since."""
    found = followed(page, copy)
    mistakes = {heading: held for heading, held in found.items() if heading.startswith("Bila ")}
    assert mistakes
    for place, held in enumerate(mistakes.values()):
        root = Path(shutil.copytree(copy, copy.parent / f"{page}-{place}"))
        editor = Editor(root)
        for step in held:
            if step.words.startswith("Pemeriksaan berkata"):
                lines = [PLACE.sub(":", line) for line in as_text(checked(root)[1]).split("\n")]
                assert " ".join(PLACE.sub(":", step.block or "").split()) in lines
            else:
                editor.follow(step)


def test_a_changed_paragraph_is_a_changed_section(copy: Path) -> None:
    """As the revision announces it."""
    followed("paragraf", copy)
    programme = programme_of(copy)
    guideline = programme.guideline
    revision = guideline.revisions.draft if guideline.revisions else None
    assert revision is not None
    text = read_text(copy / "docs", guideline)
    assert set(changed_sections(guideline, text)) == {change.section for change in revision.changes}


def test_most_examples_are_of_the_data_as_they_are(copy: Path) -> None:
    """One may be outdated until its page is renewed, so that editing is never held up by it."""
    outdated = []
    for page in PAGES:
        root = Path(shutil.copytree(copy, copy.parent / f"lagi-{page}"))
        editor = Editor(root)
        if page == "laporan" and not (root / "menu_data/reports.yml").is_file():
            continue
        try:
            for step in sections(page)["Langkah"]:
                editor.follow(step)
        except OutdatedError:
            outdated.append(page)
    assert len(outdated) <= 1


@pytest.mark.parametrize("page", PAGES)
def test_an_example_is_called_one(page: str) -> None:
    """Nobody takes it for a proposal or a decision."""
    text = (FOLDER / f"{page}.md").read_text(encoding="utf-8")
    assert "Semua nilai di halaman ini contoh" in text


def test_every_page_is_listed() -> None:
    """On the first page of the instructions."""
    text = (FOLDER / "index.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"\]\(([a-z-]+)\.md\)", text)) == sorted(PAGES)
