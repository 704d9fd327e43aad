"""Entries as course and meeting pages print them in Markdown and HTML: each a small document and what it lists."""

from __future__ import annotations

from enrich.documents.shape import kind_of_text
from enrich.mentions import extract
from enrich.records import Document, Mention, MentionKind

TITLES = (
    "Tidal Pools under Warming Seas",
    "A Census of Northern Kelp",
    "Limpets Remember Their Homes",
    "What Waves Carry to the Shore",
    "Where Herons Wait",
    "Salt in the Wind",
    "The Sea at Work",
    "Dunes and Their Makers",
)
SURNAMES = ("Roe, Poe", "Doe, Moe, Fox", "Zoe", "Orr, van Poe", "Ray, Lee", "Kay, May, Gray", "Hay, Jay", "Bay, Day")
PLACES = ("J. Sea Stud.", "SEA", "J. Shore Res.", "TIDES", "J. Sea Stud.", "SEA", "J. Shore Res.", "TIDES")


def papers(text: str) -> list[Mention]:
    document = Document("list", "list", kind_of_text(text), text, "", len(text))
    return [mention for mention in extract(document).mentions if mention.kind is MentionKind.PAPER]


def facts(text: str) -> list[tuple[str, str | None, int | None]]:
    return [(paper.title, paper.venue, paper.year) for paper in papers(text)]


EXPECTED = [(title, place, 2011 + at) for at, (title, place) in enumerate(zip(TITLES, PLACES, strict=True))]


def test_a_linked_title_in_quotation_marks_begins_the_next_paper_over_a_line_break() -> None:
    text = "<html><body><h2>Readings</h2>\n" + "".join(
        f'<p>Roe, Jane, &quot;<a href="texts/{at}.pdf">{title}</a>,&quot;\n<i>Sea Letters</i> {at}: 12-34 (1981)</p>\n'
        for at, title in enumerate(TITLES)
    )
    assert [paper.title for paper in papers(text + "</body></html>")] == list(TITLES)


def test_surnames_and_a_place_behind_a_linked_title_are_told_apart() -> None:
    text = "# Reading group\n\n" + "".join(
        f"* [{title}](papers/{at}.pdf), {names}, {place} {2011 + at}{' (!)' * (at % 2)}\n"
        for at, (title, names, place) in enumerate(zip(TITLES, SURNAMES, PLACES, strict=True))
    )
    assert facts(text) == EXPECTED


def test_stops_in_a_journal_end_no_names_in_brackets_and_a_remark_behind_it_is_left_out() -> None:
    text = "# Seminar\n\n" + "".join(
        f"* [{title}](https://arxiv.org/abs/1901.0000{at}) ({names.split(',')[0]} et al., {place} {2011 + at}"
        f"{'; on the drive' * (at % 2)})\n"
        for at, (title, names, place) in enumerate(zip(TITLES, SURNAMES, PLACES, strict=True))
    )
    assert facts(text) == EXPECTED


def test_a_typed_dash_in_front_of_authors_is_a_list_marker() -> None:
    text = "<html><body><h1>Publications</h1>\n" + "".join(
        f"<p>&#8211; Roe J, Poe M, Doe K. {title}.<br />\n<em>Sea Stud</em>. {2011 + at};12(3):4-9.</p>\n"
        for at, title in enumerate(TITLES)
    )
    found = papers(text + "</body></html>")
    assert [paper.title for paper in found] == list(TITLES)
    assert {paper.authors for paper in found} == {("Roe J", "Poe M", "Doe K.")}


def test_that_papers_are_ahead_of_print_is_no_venue() -> None:
    text = "<html><body><h1>Publications</h1>\n" + "".join(
        f"<p>Roe J, Poe M. {title}. Sea Stud {2011 + at} (Epub ahead of print).</p>\n"
        for at, title in enumerate(TITLES)
    )
    assert {paper.venue for paper in papers(text + "</body></html>")} == {"Sea Stud"}


def test_talks_are_papers_where_an_emphasised_name_and_a_place_stand_below_them() -> None:
    text = "# Meeting\n\n## Contributed talks\n\n" + "".join(
        f"### {title}\n\n*Jane Roe* (Keio)\n\nWe look at the shore and what it tells of the sea.\n\n"
        for title in TITLES
    )
    found = papers(text)
    assert [paper.title for paper in found] == list(TITLES)
    assert {paper.authors for paper in found} == {("Jane Roe",)}


def test_headings_of_days_between_talks_leave_the_talk_above_them_a_title() -> None:
    talks = [f"### {title}\n\n*Jane A. Roe, Max Poe* (Keio)\n\nWe look at the shore.\n\n" for title in TITLES]
    text = "# Meeting\n\n## Talks\n\n#### Monday\n\n" + "".join(talks[:4]) + "#### Tuesday\n\n" + "".join(talks[4:])
    assert [paper.title for paper in papers(text)] == list(TITLES)
