"""What the site tells browsers, hosts and finders of faults to hold to.

The policy itself stands in the head of every page (``overrides/main.html``), where any host delivers it. For
hosts that can send headers, ``_headers`` repeats it with what a page cannot say for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
_REFERRER = re.compile(r'<meta name="referrer" content="([^"]+)">')
VALID = timedelta(days=364)
"""How long ``security.txt`` may be trusted after the last commit; RFC 9116 asks for less than a year."""


def headers(page: str) -> dict[str, str]:
    """Headers for hosts that can send them, from the HTML of a page; empty for a page without a policy."""
    policy, referrer = _POLICY.search(page), _REFERRER.search(page)
    if policy is None:
        return {}
    return {
        "Content-Security-Policy": f"{unescape(policy[1])}; frame-ancestors 'none'",
        **({"Referrer-Policy": referrer[1]} if referrer else {}),
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    }


def headers_file(page: str) -> str:
    """``_headers``, as several static hosts read it."""
    lines = [f"  {name}: {value}\n" for name, value in headers(page).items()]
    return "".join(["/*\n", *lines]) if lines else ""


def security(repository: str, site: str, made: datetime | None) -> str:
    """``security.txt`` (RFC 9116); empty when there is no true contact, or no day to count from.

    Args:
        repository: Address of the repository, whose security page takes reports; may be empty.
        site: Address of the site with a trailing slash; may be empty.
        made: When the last commit was made.
    """
    if not repository or made is None:
        return ""
    return "".join(_security_lines(repository.rstrip("/"), site, made))


def _security_lines(repository: str, site: str, made: datetime) -> Iterator[str]:
    yield f"Contact: {repository}/security\n"
    yield f"Expires: {(made + VALID).astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}\n"
    yield "Preferred-Languages: id, en\n"
    if site:
        yield f"Canonical: {site}.well-known/security.txt\n"


def write(site: Path, page: str, repository: str, address: str, made: datetime | None) -> None:
    """Write ``_headers``, from the HTML of a page, and ``security.txt``, where they hold anything."""
    for path, text in (
        (site / "_headers", headers_file(page)),
        (site / ".well-known" / "security.txt", security(repository, address, made)),
    ):
        if text:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
