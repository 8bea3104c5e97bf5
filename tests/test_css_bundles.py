"""Before its first paint a page needs one stylesheet and no script."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from pathlib import Path

import pytest

from macros.postprocess.asset_versions import Assets
from macros.postprocess.css_bundles import joined, loader, loader_source
from macros.postprocess.security_headers import headers

ONE = '<link rel="stylesheet" href="../assets/site/site.css">\n'
TWO = f'{ONE}<link rel="stylesheet" href="../assets/a/a.css">\n'


@pytest.fixture
def assets(tmp_path: Path) -> Assets:
    """A site with two stylesheets."""
    for name, text in (("site/site", "p{color:red}"), ("a/a", "p{color:blue}"), ("b/a", "p{color:green}")):
        path = tmp_path / f"assets/{name}.css"
        path.parent.mkdir(parents=True)
        path.write_text(text)
    return Assets(tmp_path)


def test_several_stylesheets_become_one_in_their_order(assets: Assets, tmp_path: Path) -> None:
    """A rule that came later still comes later; a page with one keeps it."""
    assert joined(f"<head>{TWO}</head>", assets.bundle) == (
        '<head><link rel="stylesheet" href="../assets/sheets/site.a.css">\n</head>'
    )
    assert joined(ONE, assets.bundle) == ONE
    written = (tmp_path / "assets/sheets/site.a.css").read_text()
    assert written == f"/*!{assets.versions['assets/sheets/site.a.css']}*/p{{color:red}}p{{color:blue}}"


def test_one_name_never_stands_for_two_sets(assets: Assets) -> None:
    """Two stylesheets of one name in two folders stop the build instead of dressing a page wrongly."""
    joined(TWO, assets.bundle)
    with pytest.raises(ValueError, match=r"site\.a\.css"):
        joined(TWO.replace("assets/a/a.css", "assets/b/a.css"), assets.bundle)


def test_every_page_has_one_stylesheet_and_only_the_script_that_its_policy_names(site: Path) -> None:
    """The policy allows the text that stands in the page, byte for byte."""
    for path in site.rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        assert len(re.findall(r'<link [^>]*rel="?stylesheet', page)) == 1, path
        scripts = re.findall(r"<script(?! type=\"application/json\")[^>]*>(.*?)</script>", page, re.DOTALL)
        assert scripts == [loader()], path
        digest = b64encode(hashlib.sha256(scripts[0].encode()).digest()).decode()
        assert f"script-src 'self' 'sha256-{digest}';" in headers(page)["Content-Security-Policy"]
        assert f"'sha256-{digest}'" == loader_source()
        assert page.count("<template data-load=") >= 1, path
