"""Numbered lines of codes above the entries of a page."""

from __future__ import annotations

from tests.mentions.text.reading import extract

TITLES = [
    "Tidal Pools under Warming Seas by Night",
    "A Census of Northern Kelp Forests and of All That Lives Beneath their\n        Canopies in Winter",
    "How Do Limpets Find their Way Back Home",
    "Sand Dunes of the Western Coast",
    "Salt Marshes after a Century of Dikes and Drains, and What Came Back to\n        Roe Bay",
    "The Weight of Barnacles on Old Wooden Piers",
    "Night Songs of Four Gulls",
    "Around the Lighthouse",
]
NAMES = [
    "Roe, A.; Poe, M. B.",
    "Moe, J.",
    "Doe, K.; Roe, A.; and 12 coauthors",
    "Poe, M. B.; Moe, J.; Doe, K.",
    "Coe, L.; Moe, J.; Noe, R. T.; Doe, K.; and 3 coauthors",
    "Noe, R. T.",
    "Coe, L.; Roe, A.",
    "Roe, A.",
]
PAGE = "The Shore Catalogue\n\n" + "\n".join(
    f" {at:2} 2019Shore..{at * 37}R   1.000   0{at}/2019   A F {'XGD'[at % 3]} R\n    {names}\n        {title}\n"
    for at, (names, title) in enumerate(zip(NAMES, TITLES, strict=True), start=1)
)


def test_lines_of_codes_above_entries_are_their_markers() -> None:
    mentions = extract(PAGE).mentions
    assert [mention.title for mention in mentions] == [" ".join(title.split()) for title in TITLES]
    assert {mention.year for mention in mentions} == {2019}
    assert mentions[2].authors == ("K. Doe", "A. Roe")


def test_every_line_of_codes_is_accounted_for() -> None:
    numbers = {note.line for note in extract(PAGE).lines}
    assert numbers == {number for number, line in enumerate(PAGE.split("\n"), start=1) if line.strip()}


TALKS = "Shore Days\n\nBOOK OF ABSTRACTS\n\n" + "\n\n".join(
    f"T-0{at}   {'Mon' if at < 5 else 'Tue'} 1{at}:20\n{' '.join(title.split())}\n"
    f"A. Roe*, B. Poe, {'C. D.' if at == 3 else 'C. D. Moe'}\n{'Moe, K. Doe' + chr(10) if at == 3 else ''}"
    f"{'(1) Univ. of Four Seas; (2) Shore College' if at % 2 else 'Univ. of Four Seas'}\n\n"
    f"We walk along the shore and count what we see there, on {at + 3} days of each month of the year and of the\n"
    "next. The numbers differ between the seas, and no more than a few species are found in all of them.\n"
    for at, title in enumerate(TITLES, start=1)
)


def test_codes_and_times_above_talks_are_their_markers() -> None:
    mentions = extract(TALKS).mentions
    assert [mention.title for mention in mentions] == [" ".join(title.split()) for title in TITLES]


def test_names_broken_behind_initials_go_on_and_numbered_places_on_a_line_are_no_list() -> None:
    mentions = extract(TALKS).mentions
    assert mentions[2].authors == ("A. Roe", "B. Poe", "C. D. Moe", "K. Doe")
