"""Lists that are typed, with signs or pictures of bullets in front of their lines, and what such old pages write."""

from __future__ import annotations

import pytest

from tests.mentions.test_kept_shapes import papers

TITLES = (
    "Birds over the flat covering of a tidal marsh",
    "Dune-grass moments and the two-species exclusion of moss",
    "Saltwater Posets",
    "Extremal rays of the embedded light cone",
)
SIGNS = {"picture": '<IMG SRC="ball.gif" ALT="*"> ', "sign": "&bull; ", "picture without words": "<img src=b.gif>"}
STATES = ("", "manuscript, ", "", "lecture notes, ")


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("end", ["<BR>\n", "<P>\n"])
def test_lines_that_begin_with_the_same_sign_are_a_list(sign: str, end: str) -> None:
    lines = (
        f'{SIGNS[sign]}{title.replace(" of ", chr(10) + "of ")}, {STATES[n]}{1994 + n}. <A HREF="n/{n}.ps">[PS]</A>'
        for n, title in enumerate(TITLES)
    )
    found = papers(
        f"<!DOCTYPE HTML>\n<HTML><BODY><H2>Papers</H2>\nPeople ask for these.<P>\n{end.join(lines)}</BODY></HTML>"
    )
    assert [(paper.title, paper.year) for paper in found] == [(title, 1994 + n) for n, title in enumerate(TITLES)]


def test_signs_part_what_is_said_about_one_paper() -> None:
    entry = "<li><b>{}</b><br>&bull; Jane Roe, Max Poe<br>&bull; Shore Letters 4, 2019<br>&bull; a study of mud</li>"
    found = papers(
        f"<!DOCTYPE html>\n<html><body><h2>Papers</h2><ul>{''.join(map(entry.format, TITLES))}</ul></body></html>"
    )
    assert [paper.title for paper in found] == list(TITLES)


def test_signs_of_the_owner_in_front_of_some_lines_are_no_part_of_names() -> None:
    lines = (
        f"{'*' * (n % 2 == 0)}Roe, Jane, and M. Or{n * 'r'}. 20{10 + n}. &#8220;{title}.&#8221; <em>Mud</em> 4, {n}"
        for n, title in enumerate(TITLES)
    )
    found = papers(
        f"<!DOCTYPE html>\n<html><body><h3>Week 1</h3>\n<p>\n{'<br />'.join(lines)}<br />\n</p></body></html>"
    )
    assert [(paper.title, paper.year) for paper in found] == [(title, 2010 + n) for n, title in enumerate(TITLES)]


def test_line_that_begins_with_with_names_the_others_who_wrote_a_paper() -> None:
    entries = (
        ("Shores and Random Processes", "M. Poe", "<I>Mud Math.</I> <B>88</B> (1995), 104-118."),
        (
            "Ordinary tides of the inner bay",
            "Ann Orr, K. Doe and R. Moe",
            "<I>Proc. Shore Soc.</I> <B>6</B> (1996), 7-9.",
        ),
        ("Dual reeds on mixed sands", "M. Poe", "in: <I>Coastal Surveys</I>, 1997, 85-218."),
    )
    items = (f"<LI> {title}<BR>\nwith {who}<BR>\n{place}" for title, who, place in entries)
    found = papers(f"<!DOCTYPE HTML>\n<HTML><BODY><H2>Papers</H2><OL>{chr(10).join(items)}</OL></BODY></HTML>")
    assert [(paper.title, paper.venue, paper.year) for paper in found] == [
        ("Shores and Random Processes", "Mud Math.", 1995),
        ("Ordinary tides of the inner bay", "Proc. Shore Soc.", 1996),
        ("Dual reeds on mixed sands", "Coastal Surveys", 1997),
    ]
    assert found[1].authors == ("Ann Orr", "K. Doe", "R. Moe")
