"""Programmes and contents of proceedings: people one on a line, abstracts in parts, and what stands above it all."""

from __future__ import annotations

import random
import textwrap

import pytest

from tests.mentions.text.abstracts.test_reader import BESIDE, SAID
from tests.mentions.text.flat.test_segments import titles
from tests.mentions.text.reading import extract
from tests.mentions.text.test_shapes import HOW, PEOPLE, TITLES

PLACES = ("Harbour Institute of Technology", "NOAA", "University of Kiel", "ETH Zurich")
MENU = "Home\nSign In\n\n" + "".join(f"    {place} Pages\n    Most of {place}\n" for place in HOW * 2)
FAMILY_FIRST = [", ".join(reversed(name.split())) for name in PEOPLE]
_FIRST = list(enumerate(BESIDE[:10]))


def people(n: int, names: list[str] | tuple[str, ...]) -> list[str]:
    return [names[(n + more) % 10] for more in range(1 + n % 4)]


def programme(line: str, names: list[str] | tuple[str, ...], sessions: str) -> str:
    page = "Meeting on Shores\n\nOpen all abstracts  Close all abstracts\n\n"
    for n, title in enumerate(BESIDE):
        page += sessions.format(n=n // 5 + 1, how=HOW[n // 5].title(), person=names[n % 10]) if n % 5 == 0 else ""
        below = "\n".join(line.format(name=name, place=PLACES[(n + m) % 4]) for m, name in enumerate(people(n, names)))
        said = "" if n in (4, 11) else f"Abstract: {SAID.format(how=HOW[n % 10])}\n"
        award = "Best Paper Award Finalist\n" if n % 6 == 2 else ""
        page += f"1{n % 5}:00-1{n % 5}:30, Paper {'MT'[n % 2]}oA{n}.1\tAdd to My Program\n{award}{title}\n{below}\n\n"
        page += f"Keywords: {HOW[n % 10]}\n{said}\n"
    return page


SESSIONS = "MoA{n}\tRoom {n}\n{how} II\tRegular session\n\nChair: {person}\tUniversity of Kiel\n\n"


@pytest.mark.parametrize("names", [PEOPLE, FAMILY_FIRST])
def test_people_with_their_workplaces_stand_one_on_a_line(names: list[str] | tuple[str, ...]) -> None:
    mentions = extract(programme("{name}\t{place}", names, SESSIONS)).mentions
    assert [mention.title for mention in mentions] == BESIDE
    assert mentions[3].authors == tuple(people(3, PEOPLE))


@pytest.mark.parametrize(("indent", "comma"), [("    ", ","), ("", ","), ("  ", ";")])
def test_people_stand_one_on_a_line_with_commas_behind_all_but_the_last(indent: str, comma: str) -> None:
    page = f"{MENU}\nSESSION: Dunes\n\n"
    for n, title in enumerate(BESIDE):
        badge = "research-article\nOpen Access\n" if n % 3 else "research-article\n"
        names = f"{comma}\n".join(indent + name for name in people(n + 1, PEOPLE))
        said = f"{SAID.format(how=HOW[n % 10])}\n\n" if n % 4 else ""
        page += f"{badge}{title}\n{names}\n\nArticle No.: {n}, Pages 1–{n + 9}\nhttps://doi.org/10.1234/{n}\n\n"
        page += f"{said}{n * 3}\n{n * 7}\n\n"
    mentions = extract(page).mentions
    assert [mention.title for mention in mentions] == BESIDE
    assert mentions[1].authors == tuple(people(2, PEOPLE))
    assert [mention.links[0].url for mention in mentions] == [f"https://doi.org/10.1234/{n}" for n in range(20)]


@pytest.mark.parametrize(
    "labels",
    [("Background", "Objectives", "Search methods", "Main results"), ("AIM", "WHAT WE DID", "WHAT WE SAW", "OUTLOOK")],
)
def test_labels_above_parts_of_abstracts_are_no_titles(labels: tuple[str, ...]) -> None:
    page = f"Our site uses cookies to improve how you see it. You can read more of them in our policy.\n{MENU}\n"
    parts = (
        "It is not known whether {} help.",
        "To ask how {} change.",
        "We asked all who count {} up to May 2019.",
        "They change. We saw {} in winter, and none in summer; it was cold on the coast, and it rained for weeks.",
    )
    for n, title in enumerate(BESIDE):
        said = "\n".join(
            f"{label}\n{part.format(f'{HOW[n % 10]} in Bay {chr(65 + n)}')}"
            for label, part in zip(labels, parts, strict=True)
        )
        page += f"{n + 1}\n{title}\n{', '.join(people(n + 1, PEOPLE))}\nShow Maps\nHide Preview\nAbstract\n\n{said}\n\n"
    mentions = extract(page).mentions
    assert [mention.title for mention in mentions] == BESIDE
    assert (mentions[3].abstract or "").startswith(f"{labels[0]}: It is not known")


def test_an_and_behind_a_name_leads_to_the_next_person() -> None:
    page = "\n".join(f"{title}\n{PEOPLE[n % 10]} and\n{PEOPLE[(n + 1) % 10]}\nOikos, 2010\n" for n, title in _FIRST)
    found = extract(f"Papers\n\n{page}").mentions
    assert [mention.authors for mention in found] == [(PEOPLE[n % 10], PEOPLE[(n + 1) % 10]) for n, _ in _FIRST]


@pytest.mark.parametrize(("place", "venue"), [("Kiel Lab", None), ("Journal of Moors", "Journal of Moors")])
def test_an_only_author_may_stand_family_first_beside_a_place_or_venue(place: str, venue: str | None) -> None:
    page = "\n".join(f"{title}\n{FAMILY_FIRST[n % 10]}\t{place}\n" for n, title in _FIRST)
    found = extract(f"Papers\n\n{page}").mentions
    assert [(mention.authors, mention.venue) for mention in found] == [((PEOPLE[n % 10],), venue) for n, _ in _FIRST]


@pytest.mark.parametrize(
    "other", ["{title}. {people}. Sand Review, 201{n}.", "- {title}", "{title}\nSand Review, 201{n}"]
)
@pytest.mark.parametrize("behind", [True, False])
def test_lists_beside_records_with_abstracts_are_papers(other: str, behind: bool) -> None:
    records = "".join(
        f"{title}\n{', '.join(people(n + 1, PEOPLE))}\n{SAID.format(how=HOW[n])}\n\n"
        for n, title in enumerate(BESIDE[:8])
    )
    titles = [f"{HOW[(n + n // 10) % 10].capitalize()} and the {title}" for n, title in enumerate(TITLES * 3)]
    listed = "\n".join(
        other.format(title=title, people=", ".join(PEOPLE[:2]), n=n % 10) for n, title in enumerate(titles)
    )
    pages = (
        ("Papers", records, "Other papers\n", f"{listed}\n")
        if behind
        else ("Others\n", f"{listed}\n", "Papers", records)
    )
    found = [mention.title for mention in extract("\n".join(pages)).mentions]
    assert found == (BESIDE[:8] + titles if behind else titles + BESIDE[:8])


@pytest.mark.parametrize(
    "block",
    [
        "Required\n{people}, “{title}.”\nOptional\n{people}, “{other}.”\n",
        "Best Paper Award\n{title}. {people}.\nHonorable Mention\n{other}. {people}.\n",
    ],
)
def test_readings_below_their_kind_are_no_parts_of_abstracts(block: str) -> None:
    titles = [title.title().rstrip("?") for title in TITLES]
    page = "".join(
        f"Meeting {n}\n\n{block.format(people=', '.join(people(1, PEOPLE)), title=title, other=f'{title} Again')}\n"
        for n, title in enumerate(titles, start=1)
    )
    found = [mention.title for mention in extract(f"Meetings\n\n{page}").mentions]
    assert set(titles) <= set(found)


def test_titles_stand_below_the_people_and_times_of_their_talks() -> None:
    blocks, stated = [], titles(random.Random("talks"), 24)
    for n, title in enumerate(stated):
        session = f"1{n // 4}:00-1{n // 4 + 1}:00 Session {5 + n // 4}A: Sand\nCHAIR: {PEOPLE[n % 10]}\n"
        names = " and ".join(f"{PEOPLE[(n + k) % 10]} (Kiel University)" for k in range(1 + (n % 5 > 0)))
        presenter = f"PRESENTER: {PEOPLE[n % 10]}\n" if n % 5 else ""
        talk = f"1{n // 4}:{10 + n}\t{names}\n{title}\n{presenter}ABSTRACT. {SAID.format(how=HOW[n % 10])}\n"
        blocks.append(session * (n % 4 == 0) + talk + "\n" * (n % 4 == 3))
    found = extract("Meeting on Sand\n\nDays: Tuesday\n\n" + "".join(blocks)).mentions
    assert [mention.title for mention in found] == stated
    assert [mention.authors[0] for mention in found] == [PEOPLE[n % 10] for n in range(len(stated))]


def _at_margins(left: str, right: str) -> str:
    return "    " + left + right.rjust(100 - len(left)) + "\n"


@pytest.mark.parametrize("said", ["", "Keywords: {how}, Shores\nAbstract: {said}"])
def test_printed_programme_has_a_talk_below_each_time_and_code(said: str) -> None:
    page = ""
    for n, title in enumerate(BESIDE):
        if n % 5 == 0:  # a sheet, and a session
            edge = f"\n{n // 5 + 40:>52}\n\f" if n else ""
            page += edge + "Meeting on Shores" + f"June {n + 1}, 2024".rjust(90) + "\n\n"
            page += _at_margins(f"MoA{n // 5}", f"Room {n}") + f"    {HOW[n // 5].title()} II (Regular Session)\n"
            page += _at_margins(f"Chair: {FAMILY_FIRST[n % 10]}", PLACES[n % 4])
        page += _at_margins(f"1{n % 5}:00-1{n % 5}:30", f"MoA{n // 5}.{n % 5 + 1}")
        head = f"{title} (I)" if n % 4 == 1 else f"{title}, pp. {n * 8 + 1}-{n * 8 + 8}."
        page += textwrap.indent(textwrap.fill(head, 60), "    ") + "\n"
        for more, name in enumerate(people(n, FAMILY_FIRST)):
            page += _at_margins(name, PLACES[(n + more) % 4])
        lines = said.format(how=HOW[n % 10], said=SAID.format(how=HOW[n % 10])).split("\n")
        page += "".join(textwrap.indent(textwrap.fill(line, 100), "    ") + "\n" for line in lines if line)
        page += "    12:00-13:30 Lunch (on your own)\n\n" if n % 5 == 4 else ""
    mentions = extract(page).mentions
    assert [mention.title for mention in mentions] == BESIDE
    assert mentions[3].authors == tuple(people(3, PEOPLE))


def _printed(n: int, title: str, *, placed: bool = True) -> str:
    names = people(n, PEOPLE)
    below = "".join(_at_margins(name, PLACES[n % 4]) for name in names) if placed else f"    {', '.join(names)}\n"
    return _at_margins(f"1{n % 5}:00", f"MoA{n}") + f"    {title}\n{below}\n"


@pytest.mark.parametrize("above", [True, False], ids=["above", "below"])
def test_lists_beside_a_printed_programme_are_read(above: bool) -> None:
    talks = "Programme\n\n" + "".join(_printed(n, title) for n, title in enumerate(BESIDE[:10]))
    cited = (
        f"- {PEOPLE[n % 10]} and {PEOPLE[n % 10 - 1]}. {title}. Oikos, {2010 + n}.\n"
        for n, title in enumerate(BESIDE[10:])
    )
    listed = f"Papers to read\n\n{''.join(cited)}\n"
    found = extract(f"Meeting on Shores\n\n{listed + talks if above else talks + listed}").mentions
    assert {mention.title for mention in found} == set(BESIDE)


def test_a_few_talks_of_a_printed_programme_have_people_without_places() -> None:
    talks = (_printed(n, title, placed=n % 7 != 3) for n, title in enumerate(BESIDE))
    mentions = extract("Meeting on Shores\n\n" + "".join(talks)).mentions
    assert [mention.title for mention in mentions] == BESIDE
    assert mentions[3].authors == tuple(people(3, PEOPLE))


def test_what_stands_below_times_between_talks_is_none() -> None:
    page = "Technical Sessions\n\nMonday, May 2\n\n8:00 am–9:00 am\nContinental Breakfast\nBallroom Foyer\n\n"
    for n, title in enumerate(TITLES):
        page += f"{title}\n{PEOPLE[n]} and {PEOPLE[n - 3]}\n\n{SAID.format(how=HOW[n])}\n\nShow details ▸\n\n"
        if n % 3 == 2:
            page += "6:30 pm–8:00 pm\nPoster Session and Reception\nMezzanine\n"
            page += (
                "Come and see the posters of all those who had no time to give a talk. There will be drinks, too.\n\n\n"
            )
    assert [mention.title for mention in extract(page).mentions] == list(TITLES)
