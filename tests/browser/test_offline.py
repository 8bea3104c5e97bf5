"""Reading without a signal: what is kept, of which version, after an update, on a full disk, and gone."""

from __future__ import annotations

import json
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Handler, Server, Visit, goto, reload, until
from tests.conftest import build, make_project
from tests.paths import ROOT

Open = Callable[..., Visit]
PAGE = "luring/"
LONG = 20_000
"""Milliseconds that a busy machine may take."""


@dataclass
class Host:
    """A host whose site can be exchanged, slowed down, and cut off."""

    site: Path
    base: str
    up: bool = True
    delay: float = 0
    cached: bool = True
    address: str = ""

    def serve(self) -> ThreadingHTTPServer:
        """Start answering."""
        host = self

        class _Handler(Handler):
            def __init__(self, *arguments: Any, **options: Any) -> None:
                super().__init__(*arguments, base=host.base, directory=str(host.site), **options)

            def do_GET(self) -> None:  # noqa: N802 - the name that the library calls
                if not host.up:
                    self.close_connection = True
                    self.connection.close()
                    return
                if host.delay and self.headers.get("Sec-Fetch-Dest") in {None, "document", "empty"}:
                    time.sleep(host.delay)
                super().do_GET()

            def end_headers(self) -> None:
                if not host.cached:
                    self.send_header("Cache-Control", "no-store")
                super().end_headers()

        server = Server(("127.0.0.1", 0), partial(_Handler))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{server.server_port}{self.base}"
        return server


@pytest.fixture
def host() -> Iterator[Callable[..., Host]]:
    """Make hosts; they stop with the test."""
    servers: list[ThreadingHTTPServer] = []

    def _make(site: Path, base: str = "/") -> Host:
        made = Host(site, base)
        servers.append(made.serve())
        return made

    yield _make
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def two_sites(shared: Path) -> tuple[Path, Path]:
    """The tiny programme with a page about reading without a signal, before and after an edit."""
    outs = shared / "site-before", shared / "site-after"
    with FileLock(shared / "two-sites.lock"):
        if not (outs[1] / "index.html").is_file():
            project = make_project(shared / "two-sites")
            shutil.copytree(ROOT / "docs/luring", project / "docs/luring")
            (project / "docs/luring/index.md").write_text(
                "---\ntitle: Luring\nscripts:\n  - offline/keep.js\n---\n\n# Luring\n\n{{ offline() }}\n"
            )
            (project / "docs/alat").mkdir()
            (project / "docs/alat/index.md").write_text(
                "---\ntitle: Alat\nscripts:\n  - alat/alat.js\n---\n\n# Alat\n\n"
                '<div class="tool" data-isi="isi.json" markdown="0"><button type="button">Hitung</button>'
                " <output></output></div>\n"
            )
            (project / "docs/assets/alat").mkdir()
            _write_tool(project, "satu")
            with (project / "mkdocs.yml").open("a") as settings:
                settings.write("  offline_page: luring/\n")
            assert build(project, outs[0]).returncode == 0
            _write_tool(project, "dua")
            with (project / "docs/assets/site/site.css").open("a") as style:
                style.write("h1 { letter-spacing: 3px; }\n")
            path = project / "menu_data/editions/1/packages/1.yml"
            path.write_text(path.read_text().replace("Membajak", "Mencangkul"))
            done = build(project, outs[1])
            assert done.returncode == 0, done.stdout + done.stderr
    return outs


def _write_tool(project: Path, word: str) -> None:
    """A tool whose work is loaded when it is asked for, in step with the page's own script."""
    folder = project / "docs/assets/alat"
    (folder / "alat.js").write_text(
        'import "../site/site.js";\n'
        f'export const own = "{word}";\n'
        'document.querySelector(".tool button").addEventListener("click", async () => {\n'
        '  const { work } = await import("./kerja.js");\n'
        '  const answer = await fetch(document.querySelector(".tool").dataset.isi);\n'
        "  const { data } = await answer.json();\n"
        '  document.querySelector(".tool output").textContent = `${own} ${work} ${data}`;\n'
        "});\n"
    )
    (project / "docs/alat/isi.json").write_text(json.dumps({"data": word}))
    (folder / "kerja.js").write_text(f'export const work = "{word}";\n')


def settled(page: Page) -> None:
    """Wait until the worker rules the page and has kept it."""
    until(page, "navigator.serviceWorker.controller !== null")
    until(
        page, f"(await (await caches.open('{prefix(page)}halaman')).match(location.pathname)) !== undefined"
    )


def renewed(page: Page, site: Path) -> None:
    """Wait until the worker of ``site`` has taken over; a browser looks for it by itself within minutes."""
    settings = (site / "sw.js").read_text().partition(";\n")[0].removeprefix("self.SITE=")
    only = f"{prefix(page)}dasar:{json.loads(settings)['version']}"
    held = "(await caches.keys()).filter(one => one.includes(':dasar:')).join()"
    ask = "navigator.serviceWorker.getRegistration().then(found => { found.update().catch(() => {}); })"
    end = time.monotonic() + 90
    while page.evaluate(f"(async () => {held})()") != only:
        assert time.monotonic() < end, "the new worker never took over"
        page.evaluate(ask)  # as every page does that is opened
        time.sleep(1)
    until(page, "(await navigator.serviceWorker.getRegistration()).active.state === 'activated'")


def prefix(page: Page) -> str:
    """What the names of this site's caches begin with."""
    path = page.evaluate(
        "new URL(document.querySelector('template[data-offline]').dataset.worker, location).pathname"
    )
    store = page.evaluate("document.documentElement.dataset.store")
    return f"{store}:{path.removesuffix('sw.js')}:"


def names(page: Page) -> list[str]:
    """The caches of the origin."""
    found: list[str] = page.evaluate("caches.keys()")
    return found


def keep_all(page: Page, address: str, *, until: str = "Selesai") -> str:
    """Open the page, read the size, tap, wait; what was said about the size."""
    goto(page, address + PAGE)
    page.wait_for_selector("[data-module=offline][data-ready]", timeout=LONG)
    said = page.locator("[data-size]").inner_text()
    page.locator("[data-keep]").click()
    page.get_by_role("status").filter(has_text=until).wait_for(timeout=LONG * 2)
    return said


def test_a_page_and_a_tool_that_were_visited_work_without_a_signal(
    site: Path, host: Callable[..., Host], visit: Open
) -> None:
    """The first page too; each says that it is a copy, and of which edition."""
    served = host(site)
    opened = visit(f"{served.address}menu/2017/1.1/")
    page = opened.page
    settled(page)
    assert page.locator(".copy").inner_text() == ""
    goto(page, f"{served.address}pindai/")
    settled(page)
    served.up = False
    reload(page)
    assert page.locator("h1").inner_text() == "Periksa kebutuhan"
    page.locator("#scan-district").fill("Lombok Timur")
    page.locator("[data-do=save]").wait_for()
    with page.expect_download() as download:
        page.locator("[data-do=save]").click()
    assert "Lombok Timur" in Path(download.value.path()).read_text()
    goto(page, f"{served.address}menu/2017/1.1/?dari=sini")
    assert "1.1" in page.locator("h1").inner_text()
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Segoe UI"')
    copy = page.locator(".copy")
    copy.filter(has_text="Anda membaca salinan").wait_for()
    assert "Menu 2017" in copy.inner_text()
    goto(page, f"{served.address}menu/2017/1.1")
    assert page.url.endswith("/menu/2017/1.1/")


def test_a_page_that_is_not_kept_leads_to_what_is(site: Path, host: Callable[..., Host], visit: Open) -> None:
    """In the site's look, with the way back to what was asked for and links to kept pages."""
    served = host(site)
    page = visit(f"{served.address}menu/2017/jadwal/").page
    settled(page)
    served.up = False
    goto(page, f"{served.address}menu/2017/9.1/")
    page.wait_for_selector("[data-module=offline][data-ready]")
    assert page.url.startswith(served.address + PAGE)
    missed = page.locator("[data-missed] a")
    assert missed.inner_text() == "/menu/2017/9.1/"
    assert missed.get_attribute("href") == f"{served.address}menu/2017/9.1/"
    kept = page.locator("[data-pages] a")
    assert kept.evaluate_all("links => links.map(link => link.href)") == [
        f"{served.address}menu/2017/jadwal/"
    ]
    served.up = True
    missed.click()
    assert "9.1" in page.locator("h1").inner_text()


@pytest.mark.parametrize("base", ["/", "/lini-depan/"])
def test_the_whole_menu_is_kept_with_one_tap(
    site: Path, sub_path_site: Path, host: Callable[..., Host], visit: Open, base: str
) -> None:
    """Its size is said before; afterwards every file of it is there, and opens without a signal."""
    folder = site if base == "/" else sub_path_site
    served = host(folder, base)
    page = visit(served.address).page
    settled(page)
    assert not any("menu:" in name for name in names(page)), "nothing is kept before the tap"
    said = keep_all(page, served.address)
    assert "MB" in said or "kB" in said
    listed = json.loads((folder / PAGE / "daftar.json").read_text())["files"]
    name = next(name for name in names(page) if "menu:" in name)
    assert name.startswith(f"lini-depan:{base}:menu:")
    kept = page.evaluate("async (name) => (await (await caches.open(name)).keys()).map(one => one.url)", name)
    assert sorted(kept) == sorted(
        [f"{served.address}{path}" for path, *_ in listed] + [f"{served.address}salinan.json"]
    )
    assert not page.locator("[data-keep]").is_visible()
    served.up = False
    for path in (
        "menu/",
        "menu/2017/9.1/",
        "menu/2017/keterkaitan/",
        "pindai/",
        "pemantauan/formulir/lampiran-6/",
    ):
        goto(page, served.address + path)
        page.locator(".copy").filter(has_text="Menu 2017").wait_for(timeout=LONG)
        assert "/assets/sheets/site." in page.evaluate("document.styleSheets[0].href")


def test_a_page_never_mixes_versions(
    two_sites: tuple[Path, Path], host: Callable[..., Host], visit: Open
) -> None:
    """A copy stays of its version until it is renewed, pages and tools alike; then all is of the new one."""
    before, after = two_sites
    served = host(before)
    page = visit(served.address).page
    settled(page)
    keep_all(page, served.address)

    def state() -> tuple[str, str, str]:
        goto(page, f"{served.address}menu/1/1.1/")
        name = page.locator("h1").inner_text()
        spacing = page.evaluate("getComputedStyle(document.querySelector('h1')).letterSpacing")
        goto(page, f"{served.address}alat/")
        page.get_by_role("button", name="Hitung").click()
        page.locator("output").filter(has_text="a").wait_for()
        return name, spacing, page.locator("output").inner_text()

    old, new = ("Membajak", "normal", "satu satu satu"), ("Mencangkul", "3px", "dua dua dua")
    assert [part in whole for part, whole in zip(old, state(), strict=True)] == [True] * 3
    goto(page, f"{served.address}alat/")
    served.site = after
    page.get_by_role("button", name="Hitung").click()
    page.locator("output").filter(has_text="satu").wait_for()
    assert page.locator("output").inner_text() == "satu satu satu", (
        "an open page goes on with its own scripts"
    )
    assert [part in whole for part, whole in zip(new, state(), strict=True)] == [True] * 3
    renewed(page, after)
    served.up = False
    assert [part in whole for part, whole in zip(old, state(), strict=True)] == [True] * 3
    page.locator(".copy").filter(has_text="Situs sudah berubah sejak itu").wait_for()
    served.up = True
    said = keep_all(page, served.address)
    assert "berkas" in said
    assert len([name for name in names(page) if "menu:" in name]) == 1
    served.up = False
    assert [part in whole for part, whole in zip(new, state(), strict=True)] == [True] * 3
    assert "berubah" not in page.locator(".copy").inner_text()


def test_an_open_page_never_gets_the_script_of_another_version(
    two_sites: tuple[Path, Path], host: Callable[..., Host], visit: Open
) -> None:
    """What it lacks and the site no longer has fails, and the page says why."""
    before, after = two_sites
    served = host(before)
    served.cached = False
    page = visit(f"{served.address}alat/").page
    settled(page)
    served.site = after
    until(page, "(await Promise.all((await caches.keys()).map(name => caches.delete(name)))).length > 0")
    page.get_by_role("button", name="Hitung").click()
    page.locator(".copy").filter(has_text="Muat ulang").wait_for(timeout=LONG)
    assert page.locator("output").inner_text() == ""


def test_a_slow_network_gives_way_to_the_copy(
    two_sites: tuple[Path, Path], host: Callable[..., Host], visit: Open
) -> None:
    """After some seconds the copy stands there; when the page comes after all, it says so."""
    served = host(two_sites[0])
    page = visit(f"{served.address}menu/1/").page
    settled(page)
    served.delay = 5
    start = time.monotonic()
    page.reload(wait_until="commit")
    assert time.monotonic() - start < 5
    page.locator(".copy").filter(has_text="Anda membaca salinan").wait_for(timeout=LONG)
    page.locator(".copy").filter(has_text="Muat ulang").wait_for(timeout=LONG)


def test_on_a_full_disk_what_fits_is_kept_and_said(
    two_sites: tuple[Path, Path], host: Callable[..., Host], visit: Open
) -> None:
    """A part is kept and told; an older whole copy is not given up for it; no page breaks."""
    before, after = two_sites
    served = host(before)
    page = visit(served.address).page
    settled(page)
    full = (
        "const put = Cache.prototype.put; let room = 6;"
        "Cache.prototype.put = function (key, value) {"
        "  const path = String(key.url ?? key);"
        "  if (!path.endsWith('salinan.json') && (room -= 1) < 0)"
        "    return Promise.reject(new DOMException('', 'QuotaExceededError'));"
        "  return put.call(this, key, value); }"
    )
    script = f"() => {{ {full} }}"
    goto(page, served.address + PAGE)
    page.wait_for_selector("[data-module=offline][data-ready]")
    page.evaluate(script)
    page.locator("[data-keep]").click()
    page.get_by_role("status").filter(has_text="Penyimpanan penuh. Yang tersimpan 6 dari").wait_for()
    assert "baru tersimpan 6 dari" in page.locator("[data-state]").inner_text()
    keep_all(page, served.address)
    assert "tersimpan lengkap" in page.locator("[data-state]").inner_text()
    served.site = after
    reload(page)
    page.wait_for_selector("[data-module=offline][data-ready]")
    page.evaluate(script.replace("room = 6", "room = 1"))
    page.locator("[data-keep]").click()
    page.get_by_role("status").filter(has_text="Penyimpanan penuh").wait_for()
    assert "tersimpan lengkap" in page.locator("[data-state]").inner_text()
    served.up = False
    goto(page, f"{served.address}menu/1/1.1/")
    assert "Membajak" in page.locator("h1").inner_text()


def test_a_worker_on_a_full_disk_breaks_no_page(
    two_sites: tuple[Path, Path], host: Callable[..., Host], browser: Browser
) -> None:
    """The browser's own quota, too small for anything: pages come from the network as ever."""
    served = host(two_sites[0])
    context = browser.new_context()
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    session = context.new_cdp_session(page)
    origin = served.address.rstrip("/")
    goto(page, served.address)
    settled(page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1})
    for path in ("menu/1/", "menu/1/1.1/", "alat/"):
        goto(page, served.address + path)
        assert page.locator("h1").count() == 1
        assert page.evaluate("document.styleSheets.length") >= 1
    page.get_by_role("button", name="Hitung").click()
    page.locator("output").filter(has_text="satu satu satu").wait_for()
    goto(page, served.address + PAGE)
    page.wait_for_selector("[data-module=offline][data-ready]")
    page.locator("[data-keep]").click()
    page.get_by_role("status").filter(has_text="Penyimpanan penuh").wait_for(timeout=LONG)
    assert errors == []
    context.close()


def test_removing_leaves_nothing_and_lasts(
    two_sites: tuple[Path, Path], host: Callable[..., Host], visit: Open
) -> None:
    """No worker, no cache, on the next page neither; what was typed stays; keeping brings it back."""
    served = host(two_sites[0])
    page = visit(served.address).page
    settled(page)
    page.evaluate("localStorage.setItem('lini-depan:pindai', 'isi'); caches.open('lain')")
    keep_all(page, served.address)
    page.locator("[data-remove]").click()
    page.get_by_role("status").filter(has_text="sudah dihapus").wait_for()
    registrations = "navigator.serviceWorker.getRegistrations().then(found => found.length)"
    for path in ("", "menu/1/", PAGE):
        goto(page, served.address + path)
        page.wait_for_load_state("networkidle")
        assert page.evaluate(registrations) == 0
        assert names(page) == ["lain"], "what others keep on this host is not touched"
    assert page.evaluate("localStorage.getItem('lini-depan:pindai')") == "isi"
    keep_all(page, served.address)
    assert page.evaluate(registrations) == 1


def test_without_scripts_or_permission_the_page_is_whole(address: str, visit: Open) -> None:
    """The explanation, how to print; no button that does nothing."""
    page = visit(address + PAGE, java_script_enabled=False).page
    assert page.locator("main button:visible").count() == 0
    assert "Bila memakai kertas" in page.locator("main").inner_text()
    opened = visit(f"{address}menu/2017/", service_workers="block")
    opened.page.wait_for_load_state("networkidle")
    assert opened.errors == []


def test_a_first_view_asks_for_nothing_more_than_the_worker(address: str, browser: Browser) -> None:
    """It is registered after the page has loaded, and is small."""
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    loaded: list[int] = []
    page.on("load", lambda _: loaded.append(len(asked)))
    context.on("request", lambda request: asked.append(request.url))
    goto(page, f"{address}menu/2017/1.1/")
    settled(page)
    assert loaded[0] <= 5
    context.close()
