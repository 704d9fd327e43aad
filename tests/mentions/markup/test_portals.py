"""Pages that repositories, proceedings and plugins make of records: classes say what is the title, and who wrote it."""

from __future__ import annotations

from enrich.records import Mention
from tests.mentions.markup.test_places_in_entries import TITLES
from tests.mentions.test_kept_shapes import papers

PLACES = ("Mud Letters", "Shore and Sea", "Kelp Review")


def _found(entry: str, around: str = "{}") -> list[Mention]:
    entries = (
        entry.format(n=n, year=2010 + n, title=title, place=PLACES[n % 3], names=f"Ino{n} Unseen, Ada Roe")
        for n, title in enumerate(TITLES)
    )
    found = papers(f"<!DOCTYPE html>\n<html><body><h1>Papers</h1>\n{around.format(''.join(entries))}</body></html>")
    assert [paper.title for paper in found] == list(TITLES)
    return found


def _placed(found: list[Mention]) -> list[tuple[str | None, int | None]]:
    return [(paper.venue, paper.year) for paper in found]


ALL = [(PLACES[n % 3], 2010 + n) for n in range(len(TITLES))]


def test_called_titles_over_lines_of_people_and_places_are_papers() -> None:
    found = _found(
        "<div class='paper'><p class='title'>{title}</p><p class='details'><span class='authors'>{names}</span>; "
        "<span class='info'><i>Proceedings of the 5th Conference on Mud</i>, PMM 12:{n}1-{n}9</span></p>"
        "<p class=links>[<a href='https://mud.org/{n}'>abs</a>][<a href='https://mud.org/{n}.pdf'>Download PDF</a>]"
        "</p></div>"
    )
    assert all(paper.authors == (f"Ino{n} Unseen", "Ada Roe") for n, paper in enumerate(found))
    assert all(len(paper.links) == 2 for paper in found)


def test_people_day_and_place_on_one_line_are_told_by_the_names_of_the_last_two() -> None:
    found = _found(
        "<li><h3 class='title'><a href='https://uni.edu/{n}'><span>{title}</span></a></h3><a href='https://uni.edu/roe'>"
        "<span>Roe, A.</span></a>, Unseen, I., <span class='date'>5 Mar {year}</span>, <span class='journal'>In: "
        "<a href='/j'>{place}</a>.</span> <span class=volume>{n}</span>, <span class=pages>p. 4-9</span>"
        "<p class='type'>Research output: Article</p></li>",
        "<ul>{}</ul>",
    )
    assert _placed(found) == ALL
    assert all(paper.authors == ("Roe, A.", "Unseen, I.") for paper in found)


def test_class_of_people_and_of_places_alike_tells_neither() -> None:
    found = _found(
        "<tr><td class='c1'><a href='/cite/{n}' class='at'>{title}</a><div class='gray'>A Roe, M Poe, K Doe</div>"
        "<div class='gray'>{place} {n} (1), 41-49<span class='oph'>, {year}</span></div></td><td class='c2'>"
        "<a href='https://cites.org/{n}'>1{n}</a></td><td class='c3'><span class='h'>{year}</span></td></tr>",
        "<table><thead><tr><th>Title</th><th>Cited by</th><th>Year</th></tr></thead><tbody>{}</tbody></table>",
    )
    assert _placed(found) == ALL


def test_bibtex_below_a_paper_is_of_that_paper_whose_kind_is_no_part_of_the_title() -> None:
    found = _found(
        "<tr><td><p class='tp_author'>{names}</p><p class='tp_title'><a class='tp_title_link' href='#'>{title}</a> "
        "<span class='tp_type'>Journal Article</span></p><p class='tp_more'>In: {place}, vol. {n}, {year}.</p>"
        "<pre>@article{{mud{n},\ntitle = {{{title}}},\nauthor = {{Unseen, Ino and Roe, Ada}},\nyear = {{{year}}},\n"
        "journal = {{{place}}}\n}}</pre></td></tr>",
        "<table>{}</table>",
    )
    assert _placed(found) == ALL
    assert all(len(paper.authors) == 2 for paper in found)
