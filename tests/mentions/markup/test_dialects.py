"""Notes in markups that are near Markdown - org-mode, AsciiDoc, reStructuredText, LaTeX - and what they list."""

from __future__ import annotations

import pytest

from enrich.documents.shape import kind_of_text
from enrich.mentions import extract
from enrich.mentions.markup.dialects.translate import as_markdown
from enrich.records import Document, Extraction, LineClass

TITLES = (
    "Mud Banks under Winter Storms",
    "Salt Wedges: A Slow Story",
    "Where Do Herons Wait?",
    "Geese Seen from Kites",
)
NAMES = ("A. Roe and M. Poe", "K. Doe and L. Moe", "I. Fox and T. Orr", "E. Low and J. Zoe")
PLACES = ("J. Coast. Res.", "Estuaries", "Ibis", "Auk")
YEARS = (2017, 2019, 2015, 2021)
ABSTRACT = "We followed four of them for six winters.\nWhat we found holds for wide estuaries and fails in narrow ones."


def _notes(top: str, heading: str, record: str, end: str = "") -> str:
    """Two sections of two records each."""
    records = [
        record.format(title=title, year=year, number=number, names=names, place=place)
        for number, (title, year, names, place) in enumerate(zip(TITLES, YEARS, NAMES, PLACES, strict=True))
    ]
    sections = [heading.format("Sediments"), *records[:2], heading.format("Birds"), *records[2:]]
    return "\n".join([top, *sections, end])


DIALECTS = {
    "org": _notes(
        "#+TITLE: Notes\n#+TODO: TODO READING | READ\n",
        "* {}\n",
        "** READING {title}  :tides:\n   :PROPERTIES:\n   :AUTHOR:   Ana Roe and Max Poe\n   :YEAR:     {year}\n"
        "   :URL:      https://doi.org/10.1000/{number}\n   :END:\n   #+BEGIN_QUOTE\n   "
        + ABSTRACT.replace("\n", "\n   ")
        + "\n   #+END_QUOTE\n\n   - ask Kim about it\n",
    ),
    "org with links": _notes(
        "#+title: Notes\n",
        "* {}",
        "** TODO [#A] [[https://doi.org/10.1000/{number}][{title}]]\n:PROPERTIES:\n:AUTHOR: Ana Roe and Max Poe\n"
        ":YEAR: {year}\n:END:\n" + ABSTRACT,
    ),
    "asciidoc": _notes(
        "= Notes\nAna Roe <ana@example.org>\n:toc: left\n",
        "== {}\n",
        "=== {title}\nAuthors:: Ana Roe, Max Poe\nYear:: {year}\nLink:: https://doi.org/10.1000/{number}[DOI]\n\n"
        "[quote]\n____\n" + ABSTRACT + "\n____\n",
    ),
    "asciidoc with captions": _notes(
        "= Notes\n:icons: font\n",
        "== {}\n",
        ".{title}\n{names}, _{place}_ 12 ({year}). https://doi.org/10.1000/{number}[doi]\n\n" + ABSTRACT + "\n",
    ),
    "rest": _notes(
        ".. _notes:\n\n#####\nNotes\n#####\n\n.. contents::\n   :local:\n",
        "{}\n*********\n",
        "{title}\n" + "=" * 40 + "\n\n:Authors: Ana Roe, Max Poe\n:Journal: *Ibis* **12** ({year}) 7\n"
        ":Preprint: `doi <https://doi.org/10.1000/{number}>`_\n\n" + ABSTRACT + "\n",
    ),
    "rest with definitions": _notes(
        "Notes\n=====\n\n.. contents::\n",
        "{}\n---------\n",
        "{title}\n    Ana Roe, Max Poe. *Ibis* {year}. :doi:`10.1000/{number}`\n\n    "
        + ABSTRACT.replace("\n", "\n    ")
        + "\n",
    ),
    "latex": _notes(
        "\\documentclass{{article}}\n\\usepackage{{hyperref}}\n\\begin{{document}}\n\\section*{{About}}".format(),
        "\\section{{{}}}",
        '\\subsection{{{title}}}\nAna Roe, Max P\\"oe. \\emph{{Ibis}} \\textbf{{12}} ({year}), 1--9.\n'
        "\\href{{https://doi.org/10.1000/{number}}}{{doi}}\n\\begin{{quote}}\n" + ABSTRACT + "\n\\end{{quote}}\n% done",
        "\\end{document}",
    ),
    "latex with a list": _notes(
        "\\begin{{itemize}}".format(),
        "% {}",
        "\\item \\textbf{{{title}}}, Ana Roe and Max Poe, \\textit{{Ibis}}, {year}.\n"
        "  \\url{{https://doi.org/10.1000/{number}}}\n\n  " + ABSTRACT.replace("\n", "\n  "),
        "\\end{itemize}",
    ),
}


def read(text: str) -> Extraction:
    return extract(Document("notes", "notes", kind_of_text(text), text, "", len(text)))


@pytest.mark.parametrize("name", DIALECTS)
def test_a_dialect_is_read_as_markdown_is(name: str) -> None:
    found = read(DIALECTS[name]).mentions
    assert [mention.title for mention in found] == list(TITLES)
    assert [mention.year for mention in found] == list(YEARS)
    assert [{link.url for link in mention.links} for mention in found] == [
        {f"https://doi.org/10.1000/{number}"} for number in range(4)
    ]
    if "author" in DIALECTS[name].lower():  # a field says so
        assert all(len(mention.authors) == 2 for mention in found)


@pytest.mark.parametrize("name", DIALECTS)
def test_no_line_moves_and_each_has_a_note(name: str) -> None:
    lines = DIALECTS[name].split("\n")
    written = as_markdown(DIALECTS[name])
    assert written is not None
    assert len(written.split("\n")) == len(lines)
    for mention in read(DIALECTS[name]).mentions:
        assert mention.title in lines[mention.line - 1]
    noted = {note.line for note in read(DIALECTS[name]).lines}
    assert noted == {number for number, line in enumerate(lines, start=1) if line.strip()}


def test_marks_of_a_dialect_are_furniture() -> None:
    notes = {note.line: note for note in read(DIALECTS["org"]).lines}
    assert notes[2].line_class is LineClass.FURNITURE  # "#+TODO: ..."


@pytest.mark.parametrize(
    "text",
    [
        "* Salt in the Wind\n* The Sea at Work\n** by Ana Roe\n",  # a list of plain text
        "== Birds ==\n* Where Do Herons Wait?\n== Fish ==\n* Salt in the Wind\n",  # of a wiki
        "Birds\n=====\n\n:fire: Where Do Herons Wait?\n\nFish\n====\n\n- Salt in the Wind\n",  # Markdown
        "Use \\section{Birds} for what flies.\n",  # words about LaTeX
    ],
)
def test_what_only_looks_like_a_dialect_is_none(text: str) -> None:
    assert as_markdown(text) is None
