"""What a first visit to each page type downloads, in bytes after gzip."""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
BUDGET = Path(__file__).parent / "budget.json"
ASSET = re.compile(r'<(?:link[^>]+rel="?stylesheet"?[^>]+href|script[^>]+src|template data-load)="?([^" >]+)')
IMPORT = re.compile(r'\b(?:import|from)\s*"(\.[^"]+)"')
"""A module that another one needs before it runs; `import()` is no first view."""


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes after gzip (level 6) and number of requests of a first view."""

    html: int
    assets: int
    requests: int

    @property
    def total(self) -> int:
        """Everything together."""
        return self.html + self.assets


def main() -> bool:
    """Print the weights of the pages in the budget; whether all stay within it."""
    with tempfile.TemporaryDirectory(prefix="lini-weight-") as name:
        site = Path(name) / "site"
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            check=True,
        )
        met = True
        for page, budget in json.loads(BUDGET.read_text()).items():
            found = weigh(site, page)
            fits = found.html <= budget["html"] and found.total <= budget["total"]
            fits = fits and found.requests <= budget["requests"]
            met = met and fits
            print(
                f"weight /{page}: html {found.html:6} B, in all {found.total:6} B, {found.requests} requests"
                f"{'' if fits else '  OVER ' + json.dumps(budget)}"
            )
    return met


def weigh(site: Path, page: str) -> Weight:
    """Weight of ``page`` (a URL path without leading slash) in the built ``site``."""
    path = site / page / "index.html" if not page.endswith(".html") else site / page
    html = path.read_bytes()
    assets = _needed({_file(path.parent, name) for name in ASSET.findall(html.decode())})
    return Weight(
        html=_gzipped(html),
        assets=sum(_gzipped(asset.read_bytes()) for asset in assets),
        requests=1 + len(assets),
    )


def _needed(assets: set[Path]) -> set[Path]:
    """The assets, and the modules that they import."""
    found, new = set(assets), assets
    while new:
        modules = [asset for asset in new if asset.suffix == ".js"]
        new = {
            _file(module.parent, name)
            for module in modules
            for name in IMPORT.findall(module.read_text(encoding="utf-8"))
        } - found
        found |= new
    return found


def _file(folder: Path, address: str) -> Path:
    """The file under a relative address, without the version that it names."""
    return (folder / address.partition("?")[0]).resolve()


def _gzipped(content: bytes) -> int:
    return len(gzip.compress(content, 6, mtime=0))
