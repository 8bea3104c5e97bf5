"""What the terminal says of a command: usage, help, and what is wrong with what was typed.

``argparse`` asks for its own texts by their English wording; ``translated`` answers in Indonesian. A text
that is not here stays as it is, so that a newer Python loses nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, str] = {
    "usage: ": "cara pakai: ",
    "positional arguments": "yang ditulis berurutan",
    "options": "pilihan",
    "subcommands": "perintah",
    "show this help message and exit": "tampilkan bantuan ini",
    " (default: %(default)s)": " (bawaan: %(default)s)",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "the following arguments are required: %s": "yang masih kurang: %s. Semua pilihan ada di --help.",
    "one of the arguments %s is required": "tulis salah satu: %s",
    "unrecognized arguments: %s": "tidak dikenal: %s. Yang dikenal ada di --help.",
    "not allowed with argument %s": "tidak dapat bersama %s",
    "ignored explicit argument %r": "tidak memakai nilai, jadi %r tidak boleh ada",
    "expected one argument": "nilainya belum ditulis",
    "expected at most one argument": "paling banyak satu nilai",
    "expected at least one argument": "paling sedikit satu nilai",
    "expected %s argument": "harus %s nilai",
    "expected %s arguments": "harus %s nilai",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s dapat berarti %(matches)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r tidak dikenal. Yang ada: %(choices)s.",
    "invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)": (
        "%(value)r tidak dikenal. Maksud Anda %(closest)r? Yang ada: %(choices)s."
    ),
    "unknown parser %(parser_name)r (choices: %(choices)s)": (
        "perintah %(parser_name)r tidak dikenal. Yang ada: %(choices)s."
    ),
    "invalid %(type)s value: %(value)r": "%(value)r bukan nilai yang dapat dipakai",
    "can't open '%(filename)s': %(error)s": "'%(filename)s' tidak dapat dibuka: %(error)s",
}
"""The texts of ``argparse`` (Python 3.11 to 3.14) that our commands can show."""

ABOUT = "Perintah atas isi menu dan panduan, tanpa membangun situs."
COMMANDS = "perintah"
COMMAND = "PERINTAH"
FOLDER = "FOLDER"
DATA = "folder data (bawaan: menu_data)"
DOCS = "folder halaman (bawaan: docs di sebelah folder data)"
OUT = "folder tempat berkas ditulis"
FORMAT = "bentuk keluaran (bawaan: text)"
ADDRESS = "ALAMAT"
HOST = "alamat yang mendengarkan (bawaan: 127.0.0.1)"
PORT = "nomor porta (bawaan: 8000)"
NUMBER = "NOMOR"


def translated(text: str) -> str:
    """A text of ``argparse`` in Indonesian."""
    return TEXTS.get(text, text)


def counted(one: str, several: str, number: int) -> str:
    """A text of ``argparse`` that differs by number, in Indonesian."""
    return translated(one if number == 1 else several)
