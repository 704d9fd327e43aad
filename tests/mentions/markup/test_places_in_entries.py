"""Where the markup of an entry says that a paper appeared: links, words that lead on to them, classes."""

from __future__ import annotations

from tests.mentions.test_kept_shapes import papers

TITLES = (
    "Salt on the Harbour Wall",
    "A Census of Kelp",
    "How Limpets Find Their Way Home",
    "Terns over Shallow Water",
    "Counting Waves at Night",
    "Do Crabs Prefer the Left Side?",
    "Driftwood as a Record of Storms",
    "What Herons Eat in Winter",
    "The Slow Return of the Oyster",
)


def _found(entry: str, *values: str) -> list[tuple[str, str | None, int | None]]:
    entries = (entry.format(values[n % len(values)], n=n, year=2010 + n, title=title) for n, title in enumerate(TITLES))
    page = papers(f"<!DOCTYPE html><html><body><h1>Papers</h1>\n{chr(10).join(entries)}\n</body></html>")
    return [(paper.title, paper.venue, paper.year) for paper in page]


def test_link_that_is_a_name_and_a_year_below_people_is_the_place() -> None:
    places = ("Mud Systems", "arXiv", "Kelp workshop", "Notes in Shores")
    entry = (
        "<p><strong>{title}</strong><br>\nIno Unseen, Uno Unheard, Ada Roe<br>\n<a href='https://doi.org/10.1000/{n}'>"
        "{} ({year})</a> • <a href='https://github.com/roe/{n}'>code</a></p>"
    )
    assert _found(entry, *places) == [(title, places[n % 4], 2010 + n) for n, title in enumerate(TITLES)]


def test_words_that_lead_on_to_a_place_are_no_part_of_it() -> None:
    entry = (
        "<p><a href='h/{n}.pdf'><b>{title}</b></a>. Jane Roe and Max Poe. Appears in <i>{}</i> 1{n}, No. 7, "
        "July {year}, pp 5-25.</p>"
    )
    places = ("Messages of the SHORE", "SHORE Transactions on Mud")
    assert _found(entry, *places) == [(title, places[n % 2], 2010 + n) for n, title in enumerate(TITLES)]


def test_what_the_markup_calls_the_periodical_is_the_venue_not_the_badge_that_shortens_it() -> None:
    entry = (
        "<ol><li><div class='abbr'><abbr class='badge'>{}</abbr></div><div class='title'>{title}</div>"
        "<div class='author'>Jane Roe, Max Poe</div><div class='periodical'><em>{}</em>, May {year}</div></li></ol>"
    )
    places = ("In Conference on Mud Studies", "Kelp Physics", "Shore Letters", "arXiv preprint", "Sea Science")
    badges = ("Conf. Mud Stud.", "Kelp. Phys. Lett.", "Shore. Lett. A", "arXiv", "Sea. Sci. J.")
    entries = (entry.format(badges[n % 5], places[n % 5], year=2010 + n, title=title) for n, title in enumerate(TITLES))
    page = papers(f"<!DOCTYPE html><html><body><h1>Papers</h1>\n{chr(10).join(entries)}\n</body></html>")
    names = ["Conference on Mud Studies", "Kelp Physics", "Shore Letters", "arXiv", "Sea Science"]
    assert [paper.venue for paper in page] == [*names, *names[:4]]
