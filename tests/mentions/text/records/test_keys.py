"""Records whose keys are written otherwise than labels, as programs and people who type them do."""

from __future__ import annotations

import textwrap

import pytest

from enrich.mentions.text.records.keys import spell_keys
from tests.mentions.text.reading import extract
from tests.mentions.text.test_shapes import HOW, PEOPLE, TITLES

KEYS = ("title", "authors", "venue", "year", "url", "abstract")
FORMS = {
    "blanks in front of colons": ("", "{key:9}: {value}", "\n\n"),
    "colons below each other": ("", "{key:>10}: {value}", "\n\n"),
    "signs of equality": ("", "{key}={value}", "\n\n"),
    "lists of data": ("papers:\n  - ", "    {key}: {value}", "\n  - "),
    "data in braces": ("[\n  {\n", '    "{key}": "{value}",', "\n  },\n  {\n"),
    "numbers in front": ("[1] ", "    {key:9}: {value}", "\n\n[{n}] "),
    "emphasis": ("", "**{key}**: {value}", "\n\n"),
}


@pytest.mark.parametrize(("front", "line", "between"), FORMS.values(), ids=FORMS)
def test_keys_are_labels_however_they_are_set_off(front: str, line: str, between: str) -> None:
    page = front
    for n, title in enumerate(TITLES):
        values = (title, f"{PEOPLE[n]}, {PEOPLE[n - 1]}", "Oikos", 2010 + 3 * n % 10, f"https://shores.org/{n}", "")
        lines = [line.format(key=key, value=value) for key, value in zip(KEYS, values, strict=True)]
        page += "\n".join(lines).lstrip() if between.endswith(("- ", "] ")) else "\n".join(lines)
        page += between.format(n=n + 2) if "{n}" in between else between
    mentions = extract(page).mentions
    assert [mention.title for mention in mentions] == list(TITLES)
    assert {(mention.authors[0], mention.venue, mention.year) for mention in mentions} == {
        (person, "Oikos", 2010 + 3 * n % 10) for n, person in enumerate(PEOPLE)
    }


def test_records_right_below_each_other_begin_with_their_first_key() -> None:
    page = "".join(
        f"- id: {n}-{n}\n  title: {title}\n  authors: {PEOPLE[n]}, Max Poe\n  year: {2010 + n}\n"
        for n, title in enumerate(TITLES)
    )
    assert [mention.year for mention in extract(page).mentions] == [2010 + n for n in range(10)]


def test_labels_and_fields_of_bibtex_are_no_such_keys() -> None:
    labelled = [f"Title: {title}\nAuthors: {person}" for title, person in zip(TITLES, PEOPLE, strict=True)]
    quoted = [f"@article{{a,\n  title = {{{title}}},\n  author = {{Ana Roe}}\n}}" for title in TITLES]
    for lines in ("\n\n".join(labelled).split("\n"), "\n".join(quoted).split("\n")):
        assert spell_keys(lines) == lines


def test_values_that_go_on_may_hold_colons() -> None:
    said = "We count {how} on two coasts, and we ask why they are so few\n{how} of winter: nobody knows that."
    page = "\n\n".join(
        f"title    : {title}\nauthors  : {person}\nabstract : "
        + textwrap.indent(said.format(how=how), " " * 11).strip()
        for title, person, how in zip(TITLES, PEOPLE, HOW, strict=True)
    )
    mentions = extract(page).mentions
    assert [mention.abstract for mention in mentions] == [said.format(how=how).replace("\n", " ") for how in HOW]
