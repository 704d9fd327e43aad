"""Years and venues as marked-up pages state them beside titles."""

from __future__ import annotations

from tests.mentions.test_kept_shapes import TITLES, papers


def test_lines_behind_pictures_are_read_apart() -> None:
    names = ("Ana Roe, Max Poe", "Kim Doe", "Ana Roe, Max Poe, Lin Moe et al.", "A. Roe, M. Poe")
    text = "# Shores\n\n" + "".join(
        f"📄 **[{title}](https://arxiv.org/abs/1901.0000{number})** <br>\n👥 {who} <br>\n🏷️ {venue}, {2016 + number}\n\n"
        for number, (title, who, venue) in enumerate(zip(TITLES, names, ("ICES", "J. Shore Sci.") * 2, strict=True))
    )
    assert [(paper.title, paper.venue, paper.year) for paper in papers(text)] == [
        (title, venue, 2016 + number)
        for number, (title, venue) in enumerate(zip(TITLES, ("ICES", "J. Shore Sci.") * 2, strict=True))
    ]


def test_pages_may_stand_behind_two_dashes_and_the_year_in_front() -> None:
    rows = "".join(
        f"<LI> <I>{title}</I>{who},\nShore Math. Z. {200 + number} ({2016 + number}), 565--590.\n"
        for number, (title, who) in enumerate(zip(TITLES, ("", " (with Max Poe)") * 2, strict=True))
    )
    found = papers(f"<HTML><BODY><H1>Papers</H1><H2>Research articles</H2><OL>\n{rows}</OL></BODY></HTML>")
    assert [(paper.title, paper.venue, paper.year) for paper in found] == [
        (title, "Shore Math. Z.", 2016 + number) for number, title in enumerate(TITLES)
    ]


def test_month_in_front_of_the_year_is_no_part_of_the_venue() -> None:
    venue = "Symposium on Tides and Other Movements of the Sea (SToMS)"
    rows = "".join(
        f'<li><div class="title">{title}</div><div class="author">Ana Roe, Max Poe</div>'
        f'<div class="periodical"><em>In {venue}</em>, Apr 2019</div></li>\n'
        for title in TITLES
    )
    found = papers(f"<!DOCTYPE html><html><body><h1>Papers</h1><ol>{rows}</ol></body></html>")
    assert [(paper.title, paper.venue, paper.year) for paper in found] == [(title, venue, 2019) for title in TITLES]


def test_acronyms_of_methods_are_no_venues() -> None:
    text = "# Shores\n\n| Abbr. | Title | Publication | Paper |\n| --- | --- | --- | --- |\n" + "".join(
        f"| {name} | {title} | 2019 ICES | [paper](https://arxiv.org/abs/1901.0000{number}) |\n"
        for number, (name, title) in enumerate(zip(("TPS", "KelpNet", "-", "WAVE"), TITLES, strict=True))
    )
    assert [(paper.title, paper.venue, paper.year) for paper in papers(text)] == [
        (title, "ICES", 2019) for title in TITLES
    ]


def test_emphasised_venue_with_its_year_parts_title_and_names() -> None:
    titles = ("Sea-Phi: A Large Model of Tides", "Nova Scotia 2024 Tide Challenge", "Dune - Grass Songs. Part One")
    names = ("Ana Roe, Max Poe, Kim Doe", "Lin Moe, Max Poe, et al.", "Ana Roe")
    text = "# Shores\n\n" + "".join(
        f"+ (2024-0{number}) {title}, _ICES 2024_, {who} [[pdf](https://arxiv.org/abs/2401.0000{number})]\n"
        for number, (title, who) in enumerate(zip(titles, names, strict=True), start=1)
    )
    assert [(paper.title, paper.venue, paper.year) for paper in papers(text)] == [
        (title, "ICES", 2024) for title in titles
    ]
