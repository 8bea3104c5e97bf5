"""Labels stand on pages and in data as they are printed (*Mekanisme penyelenggaraan*, Lampiran I)."""

from __future__ import annotations

import pytest
from lxml import html

from macros.render import Renderer
from macros.wording.menu import phase_label
from tests.sample import real

SHORT = "Mekanisme penyelenggaraan jangka pendek"
LONG = "Mekanisme penyelenggaraan jangka panjang"
SYSTEM, ACTIVITY = ("Desain sistem", SHORT, LONG), ("Desain kegiatan", SHORT, LONG)
TWO = ("Desain sistem", "Penyelenggaraan dan dukungan sistem")
PRINTED = {
    "1.1": ("Desain sistem", "Mekanisme pelaksanaan jangka pendek", "Mekanisme pelaksanaan jangka panjang"),
    "1.2": SYSTEM,
    "1.3": ("Desain sistem", SHORT, "Penyelenggaraan jangka panjang melalui"),
    "2.1": TWO,
    "2.2": TWO,
    "2.3": ("Dikelola oleh",),
    "3.1": SYSTEM,
    "3.2": SYSTEM,
    "4.1": ACTIVITY,
    "4.2": ACTIVITY,
    "4.3": ACTIVITY,
    "5.1": SYSTEM,
    "5.2": SYSTEM,
    "5.3": SYSTEM,
    "6.1": ACTIVITY,
    "7.1": SYSTEM,
    "7.2": SYSTEM,
    "8.1": ("Dikelola melalui",),
    "9.1": ("Dikelola melalui",),
}
"""By number, as printed in lines 752 to 1031 of the text of 2017."""


@pytest.mark.parametrize("edition", ["2017", "2018"])
def test_every_phase_is_called_as_it_is_printed(edition: str) -> None:
    """All 19 activities of both editions, in the printed order of their phases."""
    held = real().edition(edition)
    assert {a.number: tuple(map(phase_label, a.delivery)) for a in held.activities} == PRINTED


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("2.1", "Penyelenggaraan dan dukungan sistem: Biro Tata Pemerintahan (Provinsi dan Kabupaten)"),
        ("2.2", "Penyelenggaraan dan dukungan sistem: BPMD (Provinsi dan Kabupaten)"),
        ("4.3", "Desain kegiatan: Ditjen Bina Pemdes, Kemendagri; Dukungan Teknis KOMPAK"),
        ("8.1", "Dikelola melalui: Tim Teknis Nasional, didukung KOMPAK, menurut jenis permintaan"),
    ],
)
def test_a_page_shows_who_delivers_under_the_printed_label(number: str, said: str) -> None:
    """Below *Siapa yang menyelenggarakan*, in both editions."""
    for edition in ("2017", "2018"):
        page = html.fromstring(Renderer(real()).activity_page(edition, number))
        (part,) = page.xpath('//section[h2="Siapa yang menyelenggarakan"]')
        assert said in [" ".join(line.text_content().split()) for line in part.findall("p")]
