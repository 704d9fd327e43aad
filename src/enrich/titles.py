"""Titles as they are compared: any spelling in, one plain form out. Pure, and quick enough for millions of titles.

Folding removes what only typography adds: case, accents, LaTeX and HTML, Unicode look-alikes, dashes, quotes. It keeps
what tells papers apart: every digit, the point inside "2.5", "+", roman numerals, and every word. Nothing here decides
whether two titles mean one paper; that is `identities`.
"""

from __future__ import annotations

import functools
import hashlib
import html
import logging
import re
import unicodedata

# Removed without leaving a blank: what stands inside a word ("D^{2}MoE", "H$_2$O", "Ramanujan's").
_INSIDE_WORDS = "'`^_{}$\u2019\u2018\u02bc\u2032\u00b4\u2122\u00ae\u00a9"
_SPELLED_OUT = {"&": " and ", "×": "x", "∞": "infinity", "√": "sqrt ", "−": " "}
_KEPT = "+."
_COMBINING = re.compile("[\u0300-\u036f\u20d0-\u20ff]")
_LOOSE_POINT = re.compile(r"(?<![0-9])\.|\.(?![0-9])")
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")
_TAG = re.compile(
    r"</?(?:i|b|u|p|em|strong|sub|sup|tt|sc|scp|br)\s*/?>|</?(?:span|inline-formula|tex-math|(?:mml|jats):\w+)\b[^<>]*>",
    re.I,
)
_BARE_PERCENT = re.compile(r"(?<!\\)%")
_CAPITAL_MACRO = re.compile(r"\\(([a-z]*)[A-Z][A-Za-z]*)")
_DIGITS_APART = re.compile(r"(?<=[0-9]) (?=[0-9])")
_SUBTITLE = re.compile(r"\s*:\s+|\s+[-–—]{1,3}\s+|(?<=[?!])\s+|(?<=\w{3})\.\s+|:(?=[A-Z])|—")
_CUT_OFF = re.compile(r"\s*(?:\.\.\.|…)\s*$")


class _Letters(dict[int, str]):
    """What becomes of each code point; filled as characters turn up."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    if character in _SPELLED_OUT:
        return _SPELLED_OUT[character]
    if character in _INSIDE_WORDS or unicodedata.category(character) == "Cf":
        return ""
    if character.isascii():
        return character.lower() if character.isalnum() or character in _KEPT else " "
    name = unicodedata.name(character, "")
    if name.startswith("LATIN "):
        from anyascii import anyascii

        return "".join(letter for letter in anyascii(character).lower() if letter.isalnum())
    if match := re.fullmatch(r"GREEK (?:SMALL|CAPITAL) LETTER (\w+)", name):
        return match[1].lower().replace("lamda", "lambda")
    return character if unicodedata.category(character)[0] in "LMN" else " "


_LETTERS = _Letters()


def fold_title(title: str) -> str:
    """The plain form of a title: lower-case words with single blanks between them.

    >>> fold_title("D$^{2}$MoE: Poincaré–Bäcklund & LoRA+, v2.5")
    'd2moe poincare backlund and lora+ v2.5'
    """
    if "\\" in title or "<" in title or "&" in title:
        title = _strip_markup(title)
    if not title.isascii():
        title = _COMBINING.sub("", unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", title).casefold()))
    if "," in title:
        title = _THOUSANDS.sub("", title)
    folded = title.translate(_LETTERS)
    if "." in folded:
        folded = _LOOSE_POINT.sub(" ", folded)
    return " ".join(folded.split())


def join_words(folded: str) -> str:
    """A folded title without its blanks, so that "post training" equals "posttraining".

    Blanks between two digits stay, as a mark: "1 2" is not "12".
    """
    letters = folded.replace(" ", "")
    return letters if letters.isalpha() else _DIGITS_APART.sub("_", folded).replace(" ", "")


def title_hash(title: str) -> str:
    """A stable name for a title, the same for all its spellings: 16 hexadecimal digits.

    The last resort for `paper_id` ("title:<hash>"). Changing it would rename papers in published versions.
    """
    letters = join_words(fold_title(title)) or title.strip()
    return hashlib.blake2b(letters.encode(), digest_size=8).hexdigest()


def split_title(title: str) -> tuple[str, str]:
    """A title's name and its subtitle, as spelled; the subtitle is empty if there is none.

    >>> split_title("LoRA: Low-Rank Adaptation")
    ('LoRA', 'Low-Rank Adaptation')
    """
    head, *tail = _SUBTITLE.split(title, maxsplit=1)
    if not tail or not head.strip() or not tail[0].strip():
        return title, ""
    return head, tail[0]


def is_cut_off(title: str) -> bool:
    """Whether a title says itself that it was shortened, by a trailing ellipsis."""
    return bool(_CUT_OFF.search(title))


def _strip_markup(title: str) -> str:
    """LaTeX, HTML tags and entities as plain Unicode."""
    if "&" in title:
        title = html.unescape(title)
    if "<" in title:
        title = _TAG.sub("", title)
    return _read_latex(title) if "\\" in title else title


@functools.lru_cache(maxsize=1 << 14)
def _read_latex(title: str) -> str:
    """The text that LaTeX would set. What is no LaTeX stays as it is."""
    title = _CAPITAL_MACRO.sub(_read_macro, title)
    try:
        text: str = _latex().latex_to_text(_BARE_PERCENT.sub(r"\\%", title))
    except Exception:  # broken LaTeX ends in errors of all kinds there, a macro without its argument in a KeyError
        text = title
    return text.replace("\\", " ")


def _read_macro(macro: re.Match[str]) -> str:
    """A macro that LaTeX does not know, as what it was before somebody respelled it or took its braces away.

    "\\INFTY" was "\\infty" and "\\mathbbZ" was "\\mathbb{Z}"; what else has capitals is a name ("\\LaTeX").
    """
    known, name, lead = _latex().latex_context.get_macro_spec, macro[1], macro[2]
    if known(name) or name == "Bbb":  # a font of old
        return macro[0]
    if known(name.lower()):
        return f"\\{name.lower()}"
    return f"\\{lead} {name.removeprefix(lead)}" if lead and known(lead) else f"{name} "


@functools.cache
def _latex():  # type: ignore[no-untyped-def]
    from pylatexenc.latex2text import LatexNodes2Text

    logging.getLogger("pylatexenc").setLevel(logging.CRITICAL)  # it warns of each title that it can't read
    return LatexNodes2Text(math_mode="text", strict_latex_spaces=False, keep_comments=True)
