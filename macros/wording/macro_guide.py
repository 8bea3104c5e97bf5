"""The guide of macros, and the answer to a wrong argument."""

from __future__ import annotations

from collections.abc import Sequence

TITLE = "Makro untuk penyunting"
LEDE = (
    "Makro menyisipkan isi menu ke halaman Markdown. Isinya selalu sama dengan data, jadi tidak perlu"
    " disalin. Argumen ditulis langsung sebagai teks dalam tanda kutip."
)
CALL = "Tulis"
RESULT = "Hasil"
LONG = "Hasilnya tidak ditampilkan di sini."
PAGES = "Makro halaman penuh"
PAGES_LEDE = "Makro ini mengisi satu halaman penuh dan dipakai oleh halaman yang dibuat dari data."


def no_such(kind: str, wanted: str, nearest: str | None, allowed: Sequence[str]) -> str:
    """A macro was called with a value that the data does not hold."""
    guess = f'Maksud Anda "{nearest}"?' if nearest else f"Yang ada: {', '.join(allowed[:20])}."
    return f'{kind} "{wanted}" tidak ada. {guess}'
