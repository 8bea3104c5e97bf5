#!/usr/bin/env python3
"""Everything a contributor runs: makes the environment it needs, then runs one command.

    python3 dev.py serve      build, serve, and rebuild on every edit
    python3 dev.py build      site/, strictly; a failed build leaves the last good one
    python3 dev.py check      check data and pages without a build
    python3 dev.py test       lint, types, tests, and tests in a real browser
    python3 dev.py test --fast    within a minute: those tests alone that start no other program
    python3 dev.py bench      what it costs
    python3 dev.py lock       renew requirements/*.txt

What editors of content run, which speaks Indonesian (python3 dev.py macros --help lists it):

    new-edition, freeze, erratum, freeze-text, approve, verify, review, diff, export, pages, schema

Only the standard library is used here; what follows the command is passed on to it.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PROGRAMS = {
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "libreoffice-calc-nogui": ("soffice", "libreoffice"),
}
"""Debian packages of programs that tests start, each with its commands, the best first."""
LIBRARY = "libatomic1"
"""The Debian package of a library that Playwright's driver needs."""
INSTALL = ("apt-get", "install", "--yes", "--no-install-recommends")
FAST = "not slow and not hypothesis"
"""Pytest's ``-m`` of ``dev.py test --fast``; pyproject.toml says what is marked slow."""
EDITING = (
    *("new-edition", "freeze", "erratum", "freeze-text", "approve", "verify", "review", "diff"),
    *("export", "pages", "schema"),
)
"""Commands of ``python -m macros`` that are run as they are."""
DEFAULT_ENGINE = "mkdocs"
"""The engine of ``requirements/site.txt``; the others are in ``requirements/dev.txt``."""
HEARTBEAT = 2.5
"""Seconds between signs of life of a slow step."""


def say(text: str) -> None:
    """One line of progress."""
    print(text, flush=True)


@contextlib.contextmanager
def alive(what: str) -> Iterator[None]:
    """Signs of life while a silent step runs."""
    done = threading.Event()
    start = time.monotonic()

    def beat() -> None:
        while not done.wait(HEARTBEAT):
            say(f"  … {what}, {time.monotonic() - start:.0f} s")

    threading.Thread(target=beat, daemon=True).start()
    try:
        yield
    finally:
        done.set()


def slow(what: str, command: list[str]) -> None:
    """Run a silent step with signs of life; end the program with its output when it fails."""
    start = time.monotonic()
    with alive(what):
        finished = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if finished.returncode != 0:
        sys.exit(f"{finished.stdout}{finished.stderr}\nfailed: {what}")
    say(f"{what}: {time.monotonic() - start:.0f} s")


def environment(lock: str) -> None:
    """Make ``.venv`` hold at least ``requirements/<lock>.txt``; nothing to do when it does already.

    A stamp is written after all went well, so an interrupted run is taken up again.
    """
    enough = ("site", "dev") if lock == "site" else ("dev",)
    if PYTHON.exists() and any(stamp(name).is_file() for name in enough):
        return
    if VENV.is_symlink():
        sys.exit(f"{VENV} is a link to an environment that lacks something; remove the link")
    try:
        import ensurepip  # noqa: PLC0415
        import venv  # noqa: PLC0415
    except ImportError:
        sys.exit("Python's venv is missing. On Debian: apt-get install python3-venv")
    del ensurepip, venv
    site = stamp("site")
    if PYTHON.exists() and site.is_file():
        site.unlink()  # dev only adds to it, under a server that may be running; interrupted, it is made anew
    else:
        slow("making .venv", [sys.executable, "-m", "venv", "--clear", str(VENV)])
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    slow("installing", [*pip, "--require-hashes", "--requirement", f"requirements/{lock}.txt"])
    slow("linking this project", [*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)])
    stamp(lock).touch()


def stamp(lock: str) -> Path:
    """The file that says that ``.venv`` holds a lock, for this Python and the lock's present content."""
    content = sys.version.encode() + (ROOT / f"requirements/{lock}.txt").read_bytes()
    return VENV / f"{lock}-{hashlib.sha256(content).hexdigest()[:16]}"


def steady() -> dict[str, str]:
    """The environment of a build: nothing in it depends on the machine or the day."""
    git = ["git", "log", "-1", "--format=%ct"]
    commit = ""
    if shutil.which("git"):
        commit = subprocess.run(git, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
    return {
        **os.environ,
        "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH") or commit or "0",
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "TZ": "UTC",
        "LC_ALL": "C.UTF-8",
    }


def run(*arguments: str, env: dict[str, str] | None = None) -> int:
    """Run a module of the environment from the project's folder; its exit status."""
    return subprocess.run(
        [str(PYTHON), "-m", *arguments], cwd=ROOT, env=env or steady(), check=False
    ).returncode


def tool(name: str, *arguments: str) -> int:
    """Run a program of the environment; its exit status."""
    with alive(name):
        return subprocess.run([str(PYTHON.parent / name), *arguments], cwd=ROOT, check=False).returncode


def serve(rest: list[str]) -> int:
    """Build, serve and rebuild on every edit."""
    environment("site")
    say("building; stop with Ctrl+C")
    if os.name == "posix":  # in this process's place, so that every signal reaches the server
        os.chdir(ROOT)
        os.execve(PYTHON, [str(PYTHON), "-m", "macros", "serve", *rest], steady())  # noqa: S606
    return run("macros", "serve", *rest)


def build(rest: list[str]) -> int:
    """Build ``site/`` strictly; ``--site-url`` is its address, ``--engine`` what makes the HTML."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--engine", default=DEFAULT_ENGINE)
    own, _ = parser.parse_known_args(rest)
    environment("site" if own.engine == DEFAULT_ENGINE else "dev")
    say("building")
    if run("macros", "build", *rest, env={**steady(), "CI": "true"}) != 0:
        say("the build failed; site/ is as it was")
        return 1
    return 0


def check(rest: list[str]) -> int:
    """Check data and pages."""
    environment("site")
    return run("macros", "check", *rest)


def macros(rest: list[str]) -> int:
    """Run a command of ``python -m macros``, in the time zone and language of whoever runs it."""
    environment("site")
    return run("macros", *rest, env={**os.environ, "PYTHONUTF8": "1"})


def program(package: str) -> str:
    """The path of a program that tests start; ``FileNotFoundError`` says how to install it."""
    if found := next(filter(None, map(shutil.which, PROGRAMS[package])), None):
        return found
    raise FileNotFoundError(missing(package))


def missing(*packages: str) -> str:
    """How to install Debian packages that are not there."""
    return f"missing: {', '.join(packages)}. On Debian, as root: {' '.join((*INSTALL, *packages))}"


def programs() -> None:
    """Install the programs that tests start, or say how; the tests of one that is missing fail."""
    absent = [package for package, names in PROGRAMS.items() if not any(map(shutil.which, names))]
    driver = [str(PYTHON), "-m", "playwright", "--version"]
    if subprocess.run(driver, capture_output=True, check=False).returncode != 0:
        absent.append(LIBRARY)
    if absent and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        slow("reading package lists", ["apt-get", "update"])
        slow(f"installing {', '.join(absent)}", [*INSTALL, *absent])
    elif absent:
        say(f"tests will fail; {missing(*absent)}")


def test(rest: list[str]) -> int:
    """Run every check there is, or with ``--fast`` the quick ones; what else follows is for pytest alone."""
    environment("dev")
    fast = ["-m", FAST] if "--fast" in rest else []
    rest = [argument for argument in rest if argument != "--fast"]
    failed = []
    if not rest:
        if not fast:
            programs()
        for step in (
            ("ruff", "check", "."),
            ("ruff", "format", "--check", "."),
            ("mypy",),
            ("zizmor", "--offline", "--quiet", ".github"),
        ):
            say(f"{' '.join(step)}")
            if tool(*step) != 0:
                failed.append(" ".join(step[:2]))
    say("pytest")
    if run("pytest", *fast, *(rest or ["-n", "2", "--dist", "worksteal"])) != 0:
        failed.append("pytest")
    if failed:
        say(f"failed: {', '.join(failed)}")
    return 1 if failed else 0


def bench(rest: list[str]) -> int:
    """Measure what it costs."""
    environment("dev")
    return run("benchmarks", *rest)


def lock(_: list[str]) -> int:
    """Renew the locked requirements; needs uv on the PATH."""
    if not shutil.which("uv"):
        sys.exit("uv is missing: pip install uv")
    for name, extra in (("site", []), ("dev", ["--extra", "test"])):
        out = ROOT / f"requirements/{name}.txt"
        compile_ = ["uv", "pip", "compile", "pyproject.toml", *extra, "--universal", "--generate-hashes"]
        plain = ["--python-version", "3.11", "--no-header", "--no-annotate", "--no-emit-index-url", "--quiet"]
        slow(f"locking {name}", [*compile_, *plain, "--upgrade", "--output-file", str(out)])
        head = "# Locked from pyproject.toml with hashes; renew with: python3 dev.py lock\n"
        out.write_text(head + out.read_text())
    return 0


COMMANDS = {
    "serve": serve,
    "build": build,
    "check": check,
    "test": test,
    "bench": bench,
    "lock": lock,
    "macros": macros,
}


def main() -> int:
    """Run the command named first."""
    if sys.version_info < (3, 11):  # noqa: UP036 - said in words to those who have an older one
        sys.exit(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    command, *rest = sys.argv[1:] or ["help"]
    if command in EDITING:
        command, rest = "macros", [command, *rest]
    if command not in COMMANDS:
        say((__doc__ or "").strip())
        return 0 if command in {"help", "-h", "--help"} else 2
    try:
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # ends what was started, tidies up
        return COMMANDS[command](rest)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
