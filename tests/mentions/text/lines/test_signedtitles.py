"""Titles typed as headings of Markdown are, in pages of text."""

from __future__ import annotations

from tests.mentions.text.reading import extract

TITLES = (
    "Labour Markets on Four Small Islands",
    "A Survey of Tidal Mills in Brittany",
    "Old Maps and the Roads They Show",
    "How Sailors Sleep on Night Ferries",
    "Measuring Salt Taxes in Old Towns",
)


def test_signed_lines_above_facts_are_titles() -> None:
    pages = [f"  ### {title}\n\n  • (Ana Roe, Max Poe)\n  • Nature 201{at}\n" for at, title in enumerate(TITLES)]
    mentions = extract("\n".join(["  # Readings", "", "  ## Harbours", "", *pages])).mentions
    assert [(mention.title, mention.year) for mention in mentions] == [(t, 2010 + n) for n, t in enumerate(TITLES)]
    assert {mention.section for mention in mentions} == {"Harbours"}


def test_paragraphs_that_state_who_when_and_where_belong_to_signed_titles() -> None:
    pages = [f"### {title}\n\n[Nature 201{at}] – Ana Roe, Max Poe and Kim Doe\n" for at, title in enumerate(TITLES)]
    mentions = extract("\n".join(["## Harbours", "", *pages])).mentions
    assert [(mention.title, mention.year) for mention in mentions] == [(t, 2010 + n) for n, t in enumerate(TITLES)]
    assert {mention.authors for mention in mentions} == {("Ana Roe", "Max Poe", "Kim Doe")}


def test_signed_lines_above_papers_are_headings() -> None:
    pages = [f"### Reading for the week of {title}\n\n- {title}. Roe et al. Nature 2019\n" for title in TITLES]
    assert [mention.title for mention in extract("\n".join(pages)).mentions] == list(TITLES)


def test_quoted_titles_behind_addresses_are_no_sentences() -> None:
    said = "“{}”. by Ana Roe, Max Poe and Kim Doe. 2019"
    lines = [f"https://example.org/papers/{at}. {said.format(title)}\n" for at, title in enumerate(TITLES)]
    assert [mention.title for mention in extract("\n".join(lines)).mentions] == list(TITLES)
