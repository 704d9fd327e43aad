"""What a page of a course calls its parts again and again, and when it says that each was put there: no titles."""

from __future__ import annotations

from enrich.records import MentionKind
from tests.mentions.text.reading import extract

READ = (
    ("The Salt of Northern Bays", "Roe et al.", "Tides", 2011),
    ("Tasks, Techniques, and Tools for Watching Gulls", "Poe and Moe", "Shore Policy", 2012),
    ("Limpets on the move in winter", "Fox et al.", "Tides", 2015),
    ("Evaluating foam in slow estuaries", "Orr and Lee", "Oikos", 2016),
    ("A Census of Kelp and its Grazers", "Doe et al.", "Shore Policy", 2013),
    ("Winds that Carry Sand Inland: A Survey", "Loe and Hoe", "Oikos", 2018),
    ("On the Colour of Estuaries", "Ash et al.", "Tides", 2014),
    ("Measuring Foam with Cheap Cameras", "Koe et al.", "Oikos", 2017),
    ("Counting gulls at night", "Zoe and Poe", "Shore Policy", 2010),
    ("The Weight of Wet Sand", "Goe et al.", "Tides", 2009),
)
CLASSICS = (
    "What Gulls Leave",
    "Sand on the Move",
    "Why Kelp Sways",
    "Tides before Dawn",
    "How Reeds Grow",
    "Cold Piers",
)
WHO = ("Ida F. (opponent: Max)", "Jo (opponent: Kim-Ann)", "Kim-Ann (opponent: Jo)", "Max (opponent: Ida F.)", "Ben")


def test_lines_that_come_back_to_the_letter_and_when_files_were_put_there_are_no_papers() -> None:
    lines = ["Side panel", "Home", "", "You are using guest access (Log in)", "Shores and Winds", "", "Classics", ""]
    for at, title in enumerate(CLASSICS):
        lines += ["File", f"Moe 19{at + 2}3 – {title}", f"{at + 2}.3 MB PDF document", ""]
    lines += ["Contact: Dr. Ida Roe (office), Prof. M. Poe", "", "Slow water", ""]
    for at, (title, people, place, year) in enumerate(READ):
        if at % 2 == 0:
            lines += [f"{at + 5} October: {WHO[at // 2]}", ""]
        lines += ["File icon", title, "File", f"{people}, {place} {year}. Uploaded {at + 2}/9/22, 1{at}:4{at}"]
        lines += ["Mark as done", ""]
    found = [item for item in extract("\n".join(lines)).mentions if item.kind is MentionKind.PAPER]
    assert [item.title for item in found] == [*CLASSICS, *(title for title, *_ in READ)]
    told = [(item.venue, item.year) for item in found[len(CLASSICS) :]]
    assert told == [(place, year) for _, _, place, year in READ]
