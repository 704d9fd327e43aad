"""Bytes in, text out: byte order marks, UTF-8, UTF-16, then legacy encodings by charset-normalizer.

What is empty, what is no text, and text in an encoding that can't be told are three different errors. A few broken
bytes in good UTF-8 become U+FFFD; nothing else of the document is lost for them. Cost is linear in the size: only a
sample of the lines that matter is ever shown to the guesser.
"""

from __future__ import annotations

import codecs
import re

from enrich.errors import BinaryDocument, EmptyDocument, UnknownEncoding

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_SIGNATURES = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip archive or an office file",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"\x28\xb5\x2f\xfd": "a zstd archive",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"PAR1": "a Parquet file",
    b"SQLite format 3": "a database",
    b"\xd0\xcf\x11\xe0": "an old office file",
    b"\x7fELF": "a program",
}

_CONTROLS = bytes(range(1, 9)) + bytes(range(14, 27)) + bytes(range(28, 32)) + b"\x7f"
_HIGH_BYTES = bytes(range(128, 256))

# Text has next to no control characters, random bytes about 11 % (28 of 256). NULs are counted apart, as editors and
# crashes leave whole runs of them in text. Both bounds are judgement.
_MAX_CONTROLS = 0.02
_MAX_NULS = 0.30
# UTF-16 of Latin text has a NUL in nearly all places of one parity, and in none of the other. By judgement.
_UTF16_NULS = 0.40
# Latin-1 read as UTF-8 has next to no good sequence; UTF-8 with cut or pasted bytes has many for each bad one.
_GOOD_PER_BAD = 4
# A bound on charset-normalizer's work: some pages of telling lines.
_SAMPLE_BYTES = 32_768
_COMMONEST = "cp1252"

_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b\][^\x07\x1b\n]{0,4096}(?:\x07|\x1b\\)|\x1b[@-Z\\^_]")


def decode(data: bytes, name: str) -> str:
    """The text of a file, newlines as "\\n", without marks, NULs and terminal colours.

    `name` is what errors call the file. Raises EmptyDocument, BinaryDocument or UnknownEncoding.
    """
    if not data.strip(b"\0 \t\r\n\f\v"):
        raise EmptyDocument(f"{name} is empty; add a list of papers to it, or remove it.")
    text = _clean(_decode_marked(data) or _decode_unmarked(data, name))
    if not text.strip():
        raise EmptyDocument(f"{name} holds nothing but blanks; add a list of papers to it, or remove it.")
    return text


def _decode_marked(data: bytes) -> str | None:
    """Text of a file that says its encoding, by its mark or by where its NULs stand; else None."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    unmarked = _utf16_without_mark(data)
    return data.decode(unmarked, errors="replace") if unmarked else None


def _utf16_without_mark(data: bytes) -> str | None:
    half = len(data) // 2
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if half < 4 or max(even, odd) < _UTF16_NULS * half or min(even, odd) > 0.05 * half:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _refuse_binary(data: bytes, name: str) -> None:
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise BinaryDocument(f"{name} is {what}, not text; save the list as text, Markdown, HTML or BibTeX.")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _MAX_CONTROLS * len(data) or data.count(0) > _MAX_NULS * len(data):
        raise BinaryDocument(f"{name} is binary data, not text; save the list as text, Markdown, HTML or BibTeX.")


def _decode_unmarked(data: bytes, name: str) -> str:
    _refuse_binary(data, name)
    return _decode_utf8(data) or _decode_legacy(data, name)


def _decode_utf8(data: bytes) -> str | None:
    """UTF-8, also with a few broken bytes in it; None when it is some other encoding."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = len(text) - bad - len(data.translate(None, _HIGH_BYTES))
    return text if good >= _GOOD_PER_BAD * bad else None


def _decode_legacy(data: bytes, name: str) -> str:
    """Text in the encoding that charset-normalizer finds most plausible for the lines beyond ASCII."""
    from charset_normalizer import from_bytes

    matches = list(from_bytes(_telling_lines(data), enable_fallback=False))
    best = min((match.chaos for match in matches), default=0.0)
    # Among equals the most used one: a page of names is often as good in three Latin code pages.
    matches.sort(key=lambda match: not (match.chaos == best and match.encoding == _COMMONEST))
    for match in matches:
        try:
            return data.decode(match.encoding)
        except UnicodeDecodeError:
            continue
    raise UnknownEncoding(f"{name} is text in an encoding that can't be told; save it as UTF-8.")


def _telling_lines(data: bytes) -> bytes:
    """The first lines with bytes beyond ASCII, up to the sample's size."""
    lines: list[bytes] = []
    size = 0
    for found in re.finditer(rb"[^\r\n]*[\x80-\xff][^\r\n]*", data):
        lines.append(found[0][:_SAMPLE_BYTES])
        size += len(lines[-1])
        if size >= _SAMPLE_BYTES:
            break
    return b"\n".join(lines)[:_SAMPLE_BYTES]


def _clean(text: str) -> str:
    text = text.removeprefix("\ufeff").replace("\0", "")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _ESCAPES.sub("", text) if "\x1b" in text else text
