"""The comment on a pull request: what a stranger's artifact can and cannot bring into it."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options

from tests.paths import CASES
from tests.scripts import script

comment = script("comment")
HEAD = "a" * 40
RUN = {
    "id": 7,
    "event": "pull_request",
    "conclusion": "success",
    "head_sha": HEAD,
    "head_repository": {"id": 22},
    "html_url": "https://github.com/o/r/actions/runs/7",
}
REPOSITORY = "o/r"


def zipped(**files: str | bytes) -> bytes:
    """An artifact; the names are keys with ``__`` for a dot."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "."), content)
    return held.getvalue()


def html(markdown: str) -> str:
    """Markdown as GitHub's own parser reads it, raw HTML passed through."""
    return str(cmarkgfm.github_flavored_markdown_to_html(markdown, Options.CMARK_OPT_UNSAFE))


class GitHub:
    """What the API would answer, and what it was told."""

    def __init__(self, artifact: bytes, **pull: Any) -> None:
        """One open pull request, 12, at the commit of the run."""
        self.artifact = artifact
        self.size = len(artifact)
        self.listed = [{"id": 3, "name": "lembar-perubahan", "expired": False}]
        self.files: list[dict[str, str]] = [{"filename": "menu_data/editions/1/packages/1.yml"}]
        self.comments: list[dict[str, Any]] = []
        self.pull = {
            "state": "open",
            "base": {"repo": {"full_name": REPOSITORY}},
            "head": {"sha": HEAD, "repo": {"id": 22}},
            **pull,
        }
        self.told: list[tuple[str, str, str]] = []

    def __call__(self, path: str, method: str = "GET", body: str | None = None) -> bytes:
        """Answer as ``gh api`` would."""
        if body is not None:
            self.told.append((method, path, body))
            return b"{}"
        name, _, query = path.partition("?")
        first = "page=" not in query.replace("per_page=", "") or query.endswith("&page=1")
        match name.removeprefix(f"repos/{REPOSITORY}/"):
            case "actions/runs/7/artifacts":
                artifacts = [{**one, "size_in_bytes": self.size} for one in self.listed]
                return json.dumps({"artifacts": artifacts}).encode()
            case "actions/artifacts/3/zip":
                return self.artifact
            case "pulls/12":
                return json.dumps(self.pull).encode()
            case "pulls/12/files":
                return json.dumps(self.files if first else []).encode()
            case "issues/12/comments":
                return json.dumps(self.comments if first else []).encode()
        raise AssertionError(path)


def said(**files: str | bytes) -> str:
    """The comment that an artifact leads to."""
    github = GitHub(zipped(**files))
    comment.comment(RUN, REPOSITORY, github)
    ((_, _, body),) = github.told
    return body


def test_the_sheet_becomes_a_comment_on_its_pull_request() -> None:
    """With what is known for sure above, and the sheet below a line."""
    github = GitHub(zipped(nomor__txt="12\n", lembar__md="# Perubahan\n\n- satu\n"))
    assert comment.comment(RUN, REPOSITORY, github) == "commented on 12"
    assert github.told == [
        (
            "POST",
            "repos/o/r/issues/12/comments",
            (
                "<!-- lini-depan: lembar perubahan -->\n"
                f"Commit `{HEAD}`. Pemeriksaan: lulus."
                " [Berkas lengkap, pratinjau situs, dan catatan pemeriksaan]"
                "(https://github.com/o/r/actions/runs/7).\n"
                "\n---\n\n# Perubahan\n\n- satu\n"
            ),
        )
    ]


def test_the_comment_is_renewed_and_not_repeated() -> None:
    """The one of this workflow, whatever else bears the marker."""
    github = GitHub(zipped(nomor__txt="12", lembar__md="baru"))
    github.comments = [
        {"id": 1, "user": {"login": "orang-lain"}, "body": f"{comment.MARKER}\npalsu"},
        {"id": 2, "user": {"login": comment.AUTHOR}, "body": f"kutipan: {comment.MARKER}"},
        {"id": 5, "user": {"login": comment.AUTHOR}, "body": f"{comment.MARKER}\nlama"},
    ]
    assert comment.comment(RUN, REPOSITORY, github) == "renewed the comment on 12"
    assert [(method, path) for method, path, _ in github.told] == [("PATCH", "repos/o/r/issues/comments/5")]


def test_a_run_that_failed_says_so() -> None:
    """Also when it left no sheet."""
    github = GitHub(zipped(nomor__txt="12"))
    comment.comment({**RUN, "conclusion": "failure"}, REPOSITORY, github)
    body = github.told[0][2]
    assert "Pemeriksaan: **belum lulus**." in body
    assert body.endswith(comment.UNREADABLE)


def test_code_beside_content_is_pointed_out() -> None:
    """Files that could change how the sheet is made, by their number and never by their names."""
    github = GitHub(zipped(nomor__txt="12", lembar__md="isi"))
    github.files = [
        {"filename": "docs/panduan/bab-1.md"},
        {"filename": "menu_data/catalogue.yml", "previous_filename": "macros/@semua.py"},
        {"filename": "docs/assets/site/site.js"},
        {"filename": ".github/workflows/review.yml"},
    ]
    comment.comment(RUN, REPOSITORY, github)
    assert "juga mengubah 3 berkas yang bukan isi" in github.told[0][2]
    assert "semua" not in github.told[0][2]


@pytest.mark.parametrize(
    "pull",
    [
        {"head": {"sha": "b" * 40, "repo": {"id": 22}}},
        {"head": {"sha": HEAD, "repo": {"id": 23}}},
        {"head": {"sha": HEAD, "repo": None}},
        {"state": "closed"},
        {"base": {"repo": {"full_name": "orang/lain"}}},
    ],
    ids=["a later commit", "another fork", "a deleted fork", "closed", "another repository"],
)
def test_a_number_of_another_pull_request_gets_no_comment(pull: dict[str, Any]) -> None:
    """The run must be of the very commit that the pull request is at."""
    github = GitHub(zipped(nomor__txt="12", lembar__md="isi"), **pull)
    assert comment.comment(RUN, REPOSITORY, github) == (
        "the run is not of the present state of that pull request"
    )
    assert github.told == []


def test_a_run_without_a_repository_gets_no_comment() -> None:
    """GitHub gives none when the fork is gone."""
    github = GitHub(zipped(nomor__txt="12", lembar__md="isi"))
    comment.comment({**RUN, "head_repository": None}, REPOSITORY, github)
    assert github.told == []


@pytest.mark.parametrize(
    "number",
    ["", "0", "-1", "12 13", "12\n13", "1e3", "0x0c", "१२", "12/../13", "12?x", "9" * 10, "#12", "true"],
)
def test_a_number_is_digits(number: str) -> None:
    """Nothing that a path or a query could be made of."""
    with pytest.raises(comment.RefusedError):
        comment.number_of(number)


def test_a_missing_artifact_is_no_error() -> None:
    """As after a run that stopped before it."""
    github = GitHub(b"")
    github.listed = []
    assert comment.comment(RUN, REPOSITORY, github) == "the run left no sheet"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x05\x06",
        b"bukan zip",
        zipped(nomor__txt="12")[:-30],
        b"\x00" * 100,
    ],
    ids=["empty", "cut off", "another kind", "without its end", "zeros"],
)
def test_a_broken_archive_is_refused(content: bytes) -> None:
    """In one way, whatever is wrong with it."""
    with pytest.raises(comment.RefusedError):
        comment.unpack(content)


def test_an_oversized_artifact_is_not_even_fetched() -> None:
    """GitHub says how large it is."""
    github = GitHub(zipped(nomor__txt="12"))
    github.size = comment.LARGEST_ZIP + 1
    github.artifact = b"not asked for"
    with pytest.raises(comment.RefusedError, match="too large"):
        comment.comment(RUN, REPOSITORY, github)


def test_an_oversized_archive_is_refused() -> None:
    """Whatever was said before."""
    with pytest.raises(comment.RefusedError, match="too large"):
        comment.unpack(b"PK" * comment.LARGEST_ZIP)


def test_a_bomb_is_refused() -> None:
    """A small archive of a large file is read only so far."""
    bomb = zipped(nomor__txt="12", lembar__md=b"a" * 50_000_000)
    assert len(bomb) < 100_000
    with pytest.raises(comment.RefusedError, match=r"lembar\.md is too large"):
        comment.unpack(bomb)


def test_a_long_number_file_is_refused() -> None:
    """It has room for a number only."""
    with pytest.raises(comment.RefusedError, match=r"nomor\.txt is too large"):
        comment.unpack(zipped(nomor__txt="1" * 21))


def test_too_many_files_are_refused() -> None:
    """The workflow leaves four."""
    with pytest.raises(comment.RefusedError, match="too many"):
        comment.unpack(zipped(**{f"f{number}": "" for number in range(51)}))


def test_only_known_names_are_read_and_nothing_is_written(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ways out of the folder, absolute paths and lookalikes are left unread."""
    monkeypatch.chdir(tmp_path)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in (
            "../lembar.md",
            "/lembar.md",
            "a/../lembar.md",
            "./lembar.md",
            "Lembar.md",
            "..\\lembar.md",
        ):
            archive.writestr(name, "jahat")
        archive.writestr("nomor.txt", "12\n")
    assert comment.unpack(held.getvalue()) == {"nomor.txt": "12\n"}
    assert list(tmp_path.iterdir()) == []


def test_two_files_of_one_name_are_refused() -> None:
    """Readers of archives differ on which of them counts."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("nomor.txt", "12")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("nomor.txt", "13")
    with pytest.raises(comment.RefusedError, match="twice"):
        comment.unpack(held.getvalue())


@pytest.mark.parametrize(
    "content",
    [b"a\x00b", b"\xff\xfe", "kiri\u202ekanan".encode(), "lebar\u200bnol".encode(), b"\x1b[2J", b"a\rb"],
    ids=["NUL", "no UTF-8", "bidi", "zero width", "escape", "carriage return"],
)
def test_what_is_no_plain_text_is_refused(content: bytes) -> None:
    """A sheet of our own never holds it."""
    with pytest.raises(comment.RefusedError):
        comment.unpack(zipped(lembar__md=content))


def test_line_ends_of_windows_are_read() -> None:
    """As those of others."""
    assert comment.unpack(zipped(lembar__md=b"a\r\nb")) == {"lembar.md": "a\nb"}


@pytest.mark.parametrize(
    "text",
    [
        "@ktn",
        "\\@ktn",
        "&#64;ktn",
        "&commat;ktn",
        "&#x40;ktn",
        "@<!-- -->ktn",
        "@o/semua",
        "#12",
        "o/r#12",
        "#<!-- -->12",
        "&num;12",
        "GH-12",
        "gh-12",
    ],
)
def test_nobody_is_called_and_nothing_is_referred_to(text: str) -> None:
    """Between the sign and what follows it stands what GitHub does not read over."""
    shown = html(comment.tame(text)).replace("<!-- -->", "")
    assert not any(sign in shown for sign in ("@ktn", "@o", "#12", "GH-12", "gh-12"))


@pytest.mark.parametrize(
    "text",
    [
        "[Setujui](https://jahat.example)",
        "[Setujui][x]\n\n[x]: https://jahat.example",
        "[Setujui]<!-- -->(https://jahat.example)",
        "![gambar](https://jahat.example/x.png)",
        "https://jahat.example",
        "https:<!-- -->//jahat.example",
        "www.jahat.example",
        "<https://jahat.example>",
        '<a href="https://jahat.example">x</a>',
        "<img src=x onerror=alert(1)>",
        "<script>alert(1)</script>",
        "orang@jahat.example",
        "mailto:orang@jahat.example",
        "[^1]\n\n[^1]: https://jahat.example",
        "<details open ontoggle=alert(1)>",
        "</ins onclick=x>",
    ],
)
def test_nothing_leads_anywhere(text: str) -> None:
    """No link, no picture, no element but those without attributes."""
    shown = html(comment.tame(text))
    assert not any(sign in shown for sign in ("<a", "<img", "<script", "<details ", "</ins o"))


@pytest.mark.parametrize(
    "text",
    [
        "<!-- lini-depan: lembar perubahan -->",
        "<!-- lini-depan: lembar perubahan -->\nCommit `0`. Pemeriksaan: lulus.",
        "<!-- x --><!--> -->",
        "<!--\nsembunyi\n-->",
    ],
)
def test_a_marker_in_the_sheet_is_shown_as_text(text: str) -> None:
    """It can neither pass for the comment's own nor hide anything."""
    body = said(nomor__txt="12", lembar__md=text)
    assert body.count(comment.MARKER) == 1
    assert body.startswith(comment.MARKER)
    assert "&lt;!--" in body


def test_fences_and_folds_do_not_swallow_what_follows() -> None:
    """An open code block, drawing or fold ends with what opened it."""
    body = said(nomor__txt="12", lembar__md="```mermaid\nflowchart\n~~~\n<details><summary>x\n")
    assert "```" not in body
    assert "~~~" not in body
    assert "<details>" not in body
    assert "<summary>" not in body


def test_a_fold_that_is_closed_stays() -> None:
    """Long lists of a sheet can be folded."""
    text = "<details><summary>Redaksi</summary>\n\n- a\n\n</details>\n"
    assert said(nomor__txt="12", lembar__md=text).endswith(text)


def test_a_long_sheet_is_cut_between_lines() -> None:
    """GitHub takes 65,536 characters; the rest is in the artifact."""
    body = said(nomor__txt="12", lembar__md="- <b>@satu</b> baris\n" * 10_000)
    assert len(body) < 65_000
    assert body.endswith(f"baris\n\n{comment.CUT}\n")
    assert len(said(nomor__txt="12", lembar__md="x" * 900_000)) < 65_000
    assert len(said(nomor__txt="12", lembar__md="<details>\n" * 90_000)) < 65_000


def test_what_keeps_signs_apart_is_itself_not_seen() -> None:
    """One reference after each sign that GitHub would follow, and none within another."""
    tamed = comment.tame("@ktn #12 GH-1 www.a https://b [c](d) a@<!-- -->b #<!-- -->1")
    assert tamed == (
        "@&#8203;ktn #&#8203;12 GH-&#8203;1 www&#8203;.a https:&#8203;//b [c]&#8203;(d)"
        " a@&#8203;<!-- -->b #&#8203;<!-- -->1"
    )
    assert comment.tame("# Judul\n\n- 1 & 2 &amp; 3\n") == "# Judul\n\n- 1 &amp; 2 &amp; 3\n"


def test_an_honest_sheet_looks_as_it_was_written() -> None:
    """What our own command writes needs no taming."""
    text = (CASES / "diff.md").read_text(encoding="utf-8")
    assert comment.tame(text) == text
