"""The workflows: small rights, pinned actions, and no rights at all beside the code of a stranger."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.paths import ROOT
from tests.sample import real
from tests.scripts import script

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
PINNED = re.compile(
    r"^\s*- uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$|^\s*uses: [\w./-]+@[0-9a-f]{40} # v[\d.]+$"
)
STRANGERS = {"pull_request"}
"""Events whose workflow runs the code of a pull request."""
claim, sheet, preview = script("claim"), script("sheet"), script("preview")
TEMPLATE = (ROOT / ".github/PULL_REQUEST_TEMPLATE.md").read_text(encoding="utf-8")


def workflow(path: Path) -> dict[str, Any]:
    """A workflow; its key ``on`` is no boolean here."""
    found: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
    return found


def named(name: str) -> dict[str, Any]:
    """A workflow by its file's name."""
    return workflow(ROOT / f".github/workflows/{name}.yml")


def events(found: dict[str, Any]) -> set[str]:
    """What starts a workflow."""
    on = found["on"]
    return {on} if isinstance(on, str) else set(on)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_begins_with_no_right(path: Path) -> None:
    """Every job asks for what it needs, and has an end."""
    found = workflow(path)
    assert found["permissions"] == {}
    assert "pull_request_target" not in events(found)
    for job in found["jobs"].values():
        assert job["permissions"]
        assert int(job["timeout-minutes"]) <= 30


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_action_is_pinned_by_its_commit(path: Path) -> None:
    """With the version beside it, and one commit a version in all workflows."""
    uses = [line for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert [line for line in uses if not PINNED.match(line)] == []


def test_an_action_has_one_version_everywhere() -> None:
    """What is reviewed once is used everywhere."""
    found: dict[str, set[str]] = {}
    for path in WORKFLOWS:
        for name, pin in re.findall(r"uses: ([\w./-]+)@(.*)", path.read_text(encoding="utf-8")):
            found.setdefault(name, set()).add(pin)
    assert {name for name, pins in found.items() if len(pins) > 1} == set()


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_the_code_of_a_stranger_runs_without_secrets_and_rights_to_write(path: Path) -> None:
    """Whatever a pull request brings, it can read what is public, and no more."""
    found = workflow(path)
    if not events(found) & STRANGERS:
        return
    text = path.read_text(encoding="utf-8")
    assert "secrets." not in text
    assert "github.token" not in text
    for job in found["jobs"].values():
        assert set(job["permissions"].values()) == {"read"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_no_command_holds_an_expression(path: Path) -> None:
    """What an event says reaches a command as a variable, never as a part of it."""
    for job in workflow(path)["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_no_checkout_leaves_its_credentials(path: Path) -> None:
    """A later step cannot find the token in the folder."""
    for job in workflow(path)["jobs"].values():
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] == "false"


def test_the_comment_is_made_by_the_default_branch() -> None:
    """It checks out nothing of the pull request and has no more rights than it needs."""
    found = named("comment")
    assert events(found) == {"workflow_run"}
    assert found["on"]["workflow_run"]["workflows"] == [named("review")["name"]]
    (job,) = found["jobs"].values()
    assert job["permissions"] == {"actions": "read", "contents": "read", "pull-requests": "write"}
    assert "github.event.workflow_run.event == 'pull_request'" in job["if"]
    checkout, run = job["steps"]
    assert checkout["with"]["ref"] == "${{ github.event.repository.default_branch }}"
    assert run["run"] == "python3 .github/scripts/comment.py"


def test_what_one_workflow_leaves_the_other_looks_for() -> None:
    """Under the same names."""
    comment = script("comment")
    (job,) = named("review")["jobs"].values()
    left = {
        step["with"]["name"]: step["with"]["path"]
        for step in job["steps"]
        if "upload" in step.get("uses", "")
    }
    assert left == {comment.ARTIFACT: "lembar", "pratinjau-situs": "pratinjau"}
    assert comment.SHEET in sheet.FORMS.values()


def test_only_published_files_are_attested() -> None:
    """The job that may sign runs no command of ours."""
    attest = named("pages")["jobs"]["attest"]
    assert attest["permissions"] == {"id-token": "write", "attestations": "write"}
    assert all("run" not in step for step in attest["steps"])
    assert named("pages")["jobs"]["build"]["permissions"] == {"contents": "read", "pages": "read"}


# What the author says of a pull request


def test_an_untouched_template_claims_nothing() -> None:
    """Both boxes are there, and none is ticked."""
    assert claim.claim(TEMPLATE) is None
    assert {match[2] for line in TEMPLATE.splitlines() if (match := claim.BOX.match(line))} == {
        "editorial",
        "substantive",
    }


@pytest.mark.parametrize("kind", ["editorial", "substantive"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_ticked_box_is_a_claim(kind: str, end: str) -> None:
    """As GitHub saves the template, on any system."""
    lines = [
        line.replace("[ ]", "[x]") if f"klaim: {kind} " in line else line for line in TEMPLATE.split("\n")
    ]
    assert claim.claim(end.join(lines)) == kind


@pytest.mark.parametrize(
    "body",
    [None, "", "hanya redaksional", TEMPLATE.replace("[ ]", "[x]"), "- [x] lain <!-- klaim: semua -->"],
)
def test_anything_else_is_no_claim(body: str | None) -> None:
    """Neither silence, nor both boxes, nor another word."""
    assert claim.claim(body) is None


# The sheet


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder; what it prints."""
    own = ["-c", "user.name=Uji", "-c", "user.email=uji@contoh.example", "-c", "init.defaultBranch=main"]
    done = subprocess.run(["git", *own, *arguments], cwd=folder, check=True, capture_output=True, text=True)  # noqa: S607
    return done.stdout.strip()


def commit(folder: Path, name: str, text: str) -> str:
    """Commit one file; the commit."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", name)
    return git(folder, "rev-parse", "HEAD")


STAND_IN = """\
import sys
from pathlib import Path
arguments = sys.argv[1:]
out = Path(arguments[arguments.index("--out") + 1])
out.write_text(" ".join(arguments))
sys.exit(int(Path("status").read_text()))
"""


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, str]:
    """A repository whose ``python -m macros`` notes what it is asked, and its first commit."""
    git(tmp_path, "init", "--quiet")
    (tmp_path / "macros").mkdir()
    (tmp_path / "macros/__init__.py").touch()
    (tmp_path / "macros/__main__.py").write_text(STAND_IN)
    (tmp_path / "status").write_text("0")
    monkeypatch.chdir(tmp_path)
    return tmp_path, commit(tmp_path, "menu_data/a.yml", "a: 1\n")


def test_the_sheet_is_made_in_every_form(scratch: tuple[Path, str]) -> None:
    """From where the branch began, with the claim."""
    folder, first = scratch
    git(folder, "checkout", "--quiet", "-b", "usulan")
    head = commit(folder, "menu_data/a.yml", "a: 2\n")
    git(folder, "checkout", "--quiet", "main")
    later = commit(folder, "lain.txt", "lain\n")
    out = folder / "lembar"
    assert sheet.main([later, head, str(out), "--number", "12", "--claim", "editorial"]) == 0
    assert (out / "nomor.txt").read_text() == "12\n"
    for form, name in (("markdown", "lembar.md"), ("html", "lembar.html"), ("json", "lembar.json")):
        asked = f"review {first} {head} --format {form} --claim editorial --out {out / name}"
        assert (out / name).read_text() == asked


@pytest.mark.parametrize(("status", "expected"), [("0", 0), ("1", 1), ("2", 2), ("139", 2)])
def test_the_gravest_status_counts(scratch: tuple[Path, str], status: str, expected: int) -> None:
    """And a crash is no success."""
    folder, first = scratch
    (folder / "status").write_text(status)
    out = str(folder / "lembar")
    assert sheet.main([first, first, out, "--number", "1", "--claim", "substantive"]) == expected


def test_content_needs_a_claim_and_code_does_not(
    scratch: tuple[Path, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The author says which it is; where nothing of the content changes, there is nothing to say."""
    folder, first = scratch
    code = commit(folder, "macros/x.py", "")
    out = str(folder / "lembar")
    assert sheet.main([first, code, out, "--number", "1", "--claim", ""]) == 0
    content = commit(folder, "docs/a.md", "x\n")
    assert sheet.main([code, content, out, "--number", "1"]) == 1
    assert "pertanyaan 2 belum dijawab" in capsys.readouterr().out


# The preview


def page(words: str, link: str = "../b/") -> str:
    """A page of a built site."""
    return (
        f'<!doctype html><html><head><link rel="stylesheet" href="../x.css"></head><body>'
        f'<main class="wrap">{words} <a href="{link}">b</a></main></body></html>'
    )


def site(folder: Path, **pages: str) -> Path:
    """A built site; ``_`` stands for the home page."""
    for name, text in pages.items():
        path = folder / ("index.html" if name == "_" else f"{name}/index.html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def test_pages_that_change_are_marked_and_listed(tmp_path: Path) -> None:
    """New, changed and gone ones; a page that only looks otherwise is not."""
    base = site(tmp_path / "base", _=page("x"), a=page("satu"), b=page("sama"), lama=page("x"))
    head = site(
        tmp_path / "head",
        _=page("x"),
        a=page("dua"),
        b=page("sama").replace("x.css", "y.css"),
        baru=page("x"),
    )
    out = tmp_path / "out"
    found = preview.write(base, head, out)
    assert (found.new, found.changed, found.gone) == (
        ("baru/index.html",),
        ("a/index.html",),
        ("lama/index.html",),
    )
    assert "<b>Halaman berubah</b>" in (out / "a/index.html").read_text()
    assert "<b>Halaman baru</b>" in (out / "baru/index.html").read_text()
    assert "dalam usulan ini" not in (out / "b/index.html").read_text()
    listed = (out / "pratinjau.html").read_text()
    assert '<a href="a/index.html">' in listed
    assert "<li>lama/index.html</li>" in listed
    assert 'href="../pratinjau.html"' in (out / "a/index.html").read_text()


@pytest.mark.parametrize(
    ("link", "followed"),
    [
        ("../b/", "../b/index.html"),
        ("../b/#x", "../b/index.html#x"),
        ("../b/?q=1#x", "../b/index.html?q=1#x"),
        ("..", "../index.html"),
        ("./", "./index.html"),
        ("../tidak-ada/", "../tidak-ada/"),
        ("#x", "#x"),
        ("", ""),
        ("../b/x.json", "../b/x.json"),
        ("https://contoh.example/b/", "https://contoh.example/b/"),
        ("mailto:a/", "mailto:a/"),
    ],
)
def test_links_to_folders_name_their_files(tmp_path: Path, link: str, followed: str) -> None:
    """So that a browser follows them without a server."""
    head = site(tmp_path / "head", _=page("x"), a=page("x", link), b=page("x"))
    preview.write(head, head, tmp_path / "out")
    assert f'<a href="{followed}">' in (tmp_path / "out/a/index.html").read_text()


def test_without_the_former_site_nothing_is_marked(tmp_path: Path) -> None:
    """And the list says why."""
    head = site(tmp_path / "head", _=page("x"))
    preview.write(tmp_path / "tidak-ada", head, tmp_path / "out")
    assert preview.NO_BASE in (tmp_path / "out/pratinjau.html").read_text()
    assert preview.main([str(head), str(head), str(tmp_path / "sama")]) == 0
    assert "Tidak ada halaman yang berubah." in (tmp_path / "sama/pratinjau.html").read_text()


def test_names_in_the_list_are_text(tmp_path: Path) -> None:
    """Whatever a page is called."""
    head = site(tmp_path / "head", **{'a"><img src=x>': page("x")})
    preview.write(site(tmp_path / "base", _=page("x")), head, tmp_path / "out")
    assert "<img" not in (tmp_path / "out/pratinjau.html").read_text()


# Who approves what


def owners() -> dict[str, list[str]]:
    """The teams of CODEOWNERS by pattern."""
    lines = (ROOT / ".github/CODEOWNERS").read_text(encoding="utf-8").splitlines()
    rules = [line.split() for line in lines if line and not line.startswith("#")]
    return {pattern: teams for pattern, *teams in rules}


def slug(name: str) -> str:
    """A body's name as a team is called."""
    return "-".join(name.lower().split())


def test_the_body_that_approves_the_menu_owns_what_approves_it() -> None:
    """The setting of the catalogue and CODEOWNERS agree (Tabel 4; discrepancy A46)."""
    programme = real()
    info = programme.catalogue.programme
    assert info.approves_menu is not None
    assert info.approves_menu.discrepancy == "A46"
    assert owners()["/menu_data/editions/*/edition.yml"] == [
        f"@ORG/{slug(programme.body(info.approves_menu.body).name)}"
    ]
    assert owners()["/docs/panduan/"] == [f"@ORG/{slug(programme.body(info.decides).name)}"]


def test_every_owned_path_is_there() -> None:
    """A pattern that matches nothing protects nothing."""
    for pattern in owners():
        if pattern != "*":
            assert list(ROOT.glob(pattern.strip("/"))), pattern


def test_owners_are_placeholders_of_one_organisation() -> None:
    """No person is named; whoever owns the repository puts the organisation in."""
    teams = {team for found in owners().values() for team in found}
    assert teams == {
        "@ORG/sekretariat",
        "@ORG/komite-teknis-nasional",
        "@ORG/komite-pengarah-nasional",
    }


def test_the_ruleset_asks_for_the_jobs_that_exist() -> None:
    """Under the names that GitHub shows, from GitHub Actions alone, with nobody above the rules."""
    ruleset = json.loads((ROOT / ".github/rulesets/main.json").read_text(encoding="utf-8"))
    rules = {rule["type"]: rule.get("parameters", {}) for rule in ruleset["rules"]}
    assert ruleset["bypass_actors"] == []
    assert ruleset["enforcement"] == "active"
    assert set(rules) == {
        "deletion",
        "non_fast_forward",
        "required_linear_history",
        "pull_request",
        "required_status_checks",
    }
    asked = {check["context"] for check in rules["required_status_checks"]["required_status_checks"]}
    jobs = {
        job["name"]
        for path in WORKFLOWS
        if events(workflow(path)) & STRANGERS
        for job in workflow(path)["jobs"].values()
    }
    assert asked == jobs
    assert rules["required_status_checks"]["strict_required_status_checks_policy"] is True
    assert rules["pull_request"]["require_code_owner_review"] is True
    assert rules["pull_request"]["dismiss_stale_reviews_on_push"] is True
    told = (ROOT / ".github/rulesets/README.md").read_text(encoding="utf-8")
    assert [name for name in rules if f"`{name}`" not in told] == []


# What people fill in


@pytest.mark.parametrize("name", ["koreksi", "usulan", "pertanyaan"])
def test_an_issue_form_is_one(name: str) -> None:
    """With what GitHub asks of a form: name, description, and questions that have ids of their own."""
    form = yaml.safe_load((ROOT / f".github/ISSUE_TEMPLATE/{name}.yml").read_text(encoding="utf-8"))
    assert {"name", "description", "title", "body"} <= set(form)
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    assert {field["type"] for field in fields} <= {"input", "textarea", "dropdown", "checkboxes"}
    ids = [field["id"] for field in fields]
    assert len(set(ids)) == len(ids)
    assert "halaman" in ids
    assert all(field["attributes"]["label"] for field in fields)


def test_the_template_asks_three_questions() -> None:
    """What changed, whether it changes the substance, and on which decision or note it rests."""
    assert re.findall(r"^## (\d)\. ", TEMPLATE, re.MULTILINE) == ["1", "2", "3"]
