"""What stands below titles of records and looks like items: citations, lists in abstracts, people and their places."""

from __future__ import annotations

import textwrap

import pytest

from tests.mentions.text.abstracts.test_reader import HOW, SAID
from tests.mentions.text.reading import extract
from tests.mentions.text.test_shapes import PEOPLE, TITLES

LABS = ("DORIS/Harbour Lab, Kiel, Germany", "ETH Zürich, Zürich, Switzerland", "SHORE, Graz, Austria")
BOOK = "3rd Meeting on Shores (MoS 2019)"


def proceedings(title: str, n: int) -> str:
    """A record that says how to cite it, in words and as BibTeX, and whose abstract may hold a list."""
    said = SAID.format(how=HOW[n])
    rests = (
        f"\n- It follows that nobody counts {HOW[n]}.",
        "\n- The tide may be left out.",
        "\nSome questions stay open.",
    )
    said += "".join(rests[n % 2 :]) if n % 5 == 2 else ""
    people = f"{PEOPLE[n]} and {PEOPLE[n - 1]}"
    return (
        f"Document\n{title}\nAuthors: {people}\n\nPublished in: Shore Notes, Volume 3, {BOOK}\n\n\n"
        f"Abstract\n{said}\n\nCite as\n\n{people}. {title}. In {BOOK}. Shore Notes, pp. {n}:1-{n}:9 "
        f"(2019) https://doi.org/10.5555/mos.{n}\n\nCopy BibTex To Clipboard\n\n"
        f"@InProceedings{{mos{n},\n  author =\t{{{PEOPLE[n]}}},\n  title =\t{{{{{title}}}}},\n"
        "  year =\t{2019}\n}\n\n\n"
    )


def test_how_to_cite_a_record_is_no_second_one() -> None:
    head = "Shore Notes\nSeries\nSearch\n\nSearch Results\n\nExport: RIS\n\n10 Search Results\n\n"
    mentions = extract(head + "".join(map(proceedings, TITLES, range(10)))).mentions
    assert [mention.title for mention in mentions] == list(TITLES)
    assert [link.url for link in mentions[3].links] == ["https://doi.org/10.5555/mos.3"]


def test_abstracts_below_two_blank_lines_are_kept_with_their_lists() -> None:
    mentions = extract("".join(map(proceedings, TITLES, range(10)))).mentions
    assert all(SAID.format(how=HOW[n]) in (mention.abstract or "") for n, mention in enumerate(mentions))
    rests = "It follows that nobody counts gulls. The tide may be left out. Some questions stay open."
    assert (mentions[2].abstract or "").endswith(rests)


def test_people_and_their_places_in_turns_are_no_papers_and_no_venues() -> None:
    page = "MOSA — Oral Session\n"
    for n, title in enumerate(TITLES):
        people = "".join(
            f"• {', '.join(PEOPLE[k % 10] for k in range(n, n + 3 - m))}\n   {LABS[m]}\n" for m in range(2)
        )
        page += f"MOSAB{n + 1:03}\t{title}\t{n * 2 + 1}\n \t\n{people} \t\n{SAID.format(how=HOW[n])}\n"
        page += f"DOI •\treference for this paper ※ https://doi.org/10.5555/MOSAB{n + 1:03}\n \t\n"
    mentions = extract(page).mentions
    assert [mention.title for mention in mentions] == list(TITLES)
    assert {mention.venue for mention in mentions} == {None}
    assert len(mentions[4].authors) >= 3


def repository(title: str, n: int) -> str:
    """A record of a repository: people and their departments in turns, all else of the paper on the title's line."""
    place = f"In: Journal of Shores & Dunes, ISSN 0045-{n}930, Vol. {n + 3}, p. {n}41-{n}52 Article (Refereed)"
    place = "Kiel: University Press Doctoral thesis, comprehensive summary (Other academic)" if n == 5 else place
    family = [
        f"{PEOPLE[k % 10].split()[1]}, {PEOPLE[k % 10].split()[0]}\nDepartment of {HOW[k % 3]}, Kiel.\n"
        for k in (n, n + 1)
    ]
    said = f"Abstract [en]\n\n{SAID.format(how=HOW[n])}\n\n"
    return f"{n + 1}.\n{''.join(family)}{title} {2010 + n} {place}\n{said}Download full text (pdf)\nfulltext\n\n"


def test_year_and_place_stand_behind_titles_on_their_line() -> None:
    mentions = extract("Change search\n\n" + "".join(map(repository, TITLES, range(10)))).mentions
    assert [(mention.title, mention.year) for mention in mentions] == [(t, 2010 + n) for n, t in enumerate(TITLES)]
    assert {mention.venue for n, mention in enumerate(mentions) if n != 5} == {"Journal of Shores & Dunes"}


def test_sessions_end_in_their_hours() -> None:
    page = "Programme\n\n"
    for n, title in enumerate(TITLES * 2):
        session = (
            f"MO{'ABCD'[n // 5]} — Monday Poster Session   (2{n // 5}-Aug-22   16:00—18:00)\n" if n % 5 == 0 else ""
        )
        page += f"{session}{title} of {HOW[n // 2]}\n\n• {PEOPLE[n % 10]}, {PEOPLE[(n + 1) % 10]}\n\n"
        page += f"{SAID.format(how=HOW[n % 10])}\nDOI •\treference for this paper ※ https://doi.org/10.5555/MO{n}\n\n"
    mentions = extract(page).mentions
    assert [mention.title for mention in mentions] == [
        f"{title} of {HOW[n // 2]}" for n, title in enumerate(TITLES * 2)
    ]


@pytest.mark.parametrize("gap", ["", "\n"])
def test_names_behind_titles_go_on_below_full_lines(gap: str) -> None:
    page = "Programme\n\nMONDAY MORNING, ROOM VERDI, 8:00 A.M. TO 12:10 P.M.\n\nInvited Papers\n\n"
    titles = [f"{title.rstrip('?')} of {HOW[n // 2]}" for n, title in enumerate(TITLES * 2)]
    for n, title in enumerate(titles):
        people = ", ".join(PEOPLE[k % 10] for k in range(n, n + 2 + n % 3))
        head = f"{n // 10 + 1}aMU{n % 10 + 1}. {title}. {people}, and Bo Lee ({LABS[n % 3]}, a{n}@waves.example)"
        head = textwrap.fill(head, 78, break_on_hyphens=False)
        page += f"{8 + n // 4}:{n % 4}5\n\n{head}\n{gap}{textwrap.fill(SAID.format(how=HOW[n % 10]), 78)}\n\n"
    mentions = extract(page).mentions
    assert [mention.title for mention in mentions] == titles
    if gap:  # else where names fill their last line, nothing tells that the abstract begins
        assert {len(mention.authors) for mention in mentions} == {3, 4, 5}


def records(head: str) -> str:
    """A page of ten records with one line above each abstract."""
    heads = [
        head.format(title=title, who=f"{PEOPLE[n]}, {PEOPLE[n - 1]}", year=2000 + n) for n, title in enumerate(TITLES)
    ]
    return "".join(f"{h}\n{SAID.format(how=HOW[n])}\n\n" for n, h in enumerate(heads))


def test_people_and_a_year_in_front_of_titles_are_none() -> None:
    mentions = extract(records("{who}, {year}. {title}")).mentions
    assert [(mention.title, mention.year) for mention in mentions] == [(t, 2000 + n) for n, t in enumerate(TITLES)]
    assert mentions[3].authors == (PEOPLE[3], PEOPLE[2])


def test_venues_below_people_are_no_places_of_theirs() -> None:
    venues = ("Journal of Moors", "Proceedings of the Tide Meeting")
    page = "".join(
        f"{title} of {HOW[n // 2]}\n{PEOPLE[n % 10]}, {PEOPLE[(n + 3) % 10]}\n{venues[n // 2 % 2]}\n"
        + ("\n" if n % 2 else f"{SAID.format(how=HOW[n % 10])}\n\n")
        for n, title in enumerate(TITLES * 2)
    )
    mentions = extract(f"Publications\n\n{page}").mentions
    assert [mention.venue for mention in mentions] == [venues[n // 2 % 2] for n in range(20)]


@pytest.mark.parametrize("second", ["{title}, Part II", "Reply to “{title}” (2012)"])
def test_second_parts_and_replies_are_papers(second: str) -> None:
    page = records("{title}\n{who}")
    first = f"{SAID.format(how=HOW[4])}\n\n"
    page = page.replace(first, f"{first}{second.format(title=TITLES[4])}\n{PEOPLE[1]}, {PEOPLE[8]}\n\n")
    assert len(extract(page).mentions) == 11


@pytest.mark.parametrize("first", ["Kelp", "Keynote: Shores"])
def test_a_first_title_of_one_word_is_one(first: str) -> None:
    page = f"{first}\n{PEOPLE[5]}, {PEOPLE[6]}\n{SAID.format(how='kelp')}\n\n" + records("{title}\n{who}")
    assert [mention.title for mention in extract(page).mentions][1:] == list(TITLES)
    assert len(extract(page).mentions) == 11
