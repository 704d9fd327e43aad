"""Records with abstracts that codes or counts in front of their titles part, and titles of several lines."""

from __future__ import annotations

import textwrap

from tests.mentions.text.abstracts.test_reader import FULL, SAID
from tests.mentions.text.reading import extract, fold
from tests.mentions.text.test_shapes import HOW, PEOPLE, TITLES

PLACES = ("Dipartimento di Ingegneria, Università di Kiel, Italy", "Harbour Institute, The University of Oslo, Norway")
LONG = [f"{title} {FULL[n % 3]} of far northern winters" if n % 2 else title for n, title in enumerate(TITLES)]
REFERENCES = "References\n[1] A. Roe and M. Poe, Shore Stud. 12, 325 (1995).\n[2] J. Moe, Tides 5, 19 (2001).\n"


def titles_in(page: str) -> list[str]:
    return [fold(mention.title) for mention in extract(page).mentions]


def test_codes_in_front_of_titles_part_talks_with_all_that_stands_below_them() -> None:
    page = (
        "Shore Colloquium\nBook of Abstracts\n\nKiel, 2-5 May\n\nCommittee\nProf. Ana Roe (Kiel)\nDr. Max Poe (Oslo)\n"
    )
    talks = []
    for n, title in enumerate(LONG):
        people = PEOPLE[n] if n % 4 == 1 else f"{PEOPLE[n]}2∗, {PEOPLE[n - 3]}1"
        said = "\n".join(textwrap.wrap("What sets the height of all the dunes? " + SAID.format(how=HOW[n]), 80))
        said = "No change in the height of dunes was observed at last." if n % 5 == 3 else said
        code = "Keynote lecture\n\n" if n == 4 else f"{'AB'[n > 4]}{n + 1 if n < 4 else n - 3} "
        head = textwrap.fill(code + title, 46, replace_whitespace=False)
        places = PLACES[n % 2] if n % 4 == 1 else f"1 {PLACES[0]}\n2 {PLACES[1]}\n∗ {HOW[n]}@shore.org"
        talks.append(f"{head}\n{people}\n{places}\n\n{said}\n\n{REFERENCES if n % 3 else ''}\n")
    talks.insert(5, "Session B: Grain, Bread and Beer\n\n")
    assert titles_in(page + "\n" + "".join(talks)) == list(map(fold, LONG))


def test_counts_in_front_of_titles_part_records_without_abstract() -> None:
    page = "Annotated bibliography: shores\n\n"
    for n, title in enumerate(TITLES, start=1):
        said = "[No abstract available.]" if n % 4 == 0 else SAID.format(how=HOW[n - 1])
        people = f"{PEOPLE[n - 1]}, {PEOPLE[n - 3]}, Ida Fox, and Lin Moe" if n % 5 == 0 else PEOPLE[n - 1]
        place = "Shore Studies, 39(2), 2015, pp. 2-9" if n % 4 == 0 else f"CSPR Discussion Paper {n}0424, October 2015"
        page += f"{n}. {title}\n{people}. {place}.\n\n{said}\n\nKeywords: tides; sand; {HOW[n - 1]}\n\n"
    mentions = extract(page).mentions
    assert [mention.title for mention in mentions] == list(TITLES)
    assert {mention.year for mention in mentions} == {2015}


def test_lines_of_titles_go_down_to_the_people_below_them() -> None:
    page = "SHORE READING FILE\n\n"
    for n, title in enumerate(LONG):
        head = textwrap.fill(title, 48)
        people = f"{PEOPLE[n][0]}. {PEOPLE[n].split()[1]}, M. Poe\n"
        head = "A Second Look, after Forty Years, at the Tides of\nNorthern Harbours" if n == 3 else head
        head = "On the Height of Dunes in All Months with Strong\nWinter Storms" if n == 6 else head
        said = textwrap.fill(SAID.format(how=HOW[n]), 80)
        page += f"{head}\n{people if n != 3 else ''}Shore Studies, 2020\n\n{said}\n\nhttps://doi.org/10.5555/{n}\n\n\n"
    told = list(LONG)
    told[3] = "A Second Look, after Forty Years, at the Tides of Northern Harbours"
    told[6] = "On the Height of Dunes in All Months with Strong Winter Storms"
    assert titles_in(page) == list(map(fold, told))


def test_lists_between_counted_records_are_lists() -> None:
    talks = [f"{n}. {t}\n{PEOPLE[n - 1]}\n\n{SAID.format(how=HOW[n - 1])}\n" for n, t in enumerate(TITLES, start=1)]
    posters = [f"A further look at {how} of the north" for how in HOW]
    talks.insert(6, "Posters\n\n" + "".join(f"{title}. Ana Roe, Max Poe, Kim Doe.\n" for title in posters))
    found = titles_in("\n".join(talks))
    assert {*map(fold, posters), *map(fold, TITLES)} <= set(found)


def test_what_stands_in_front_of_few_numbered_talks_is_none_of_them() -> None:
    welcome = "\n".join(textwrap.wrap("We are glad to welcome you here. " + SAID.format(how="shores"), 76))
    page = "".join(f"{head}\n{welcome}\nThe organizers\n\n" for head in ("Welcome", "How to come here"))
    page = f"Book of Abstracts\n\n{page}Committee\nProf. Ana Roe (Kiel)\nDr. Max Poe (Oslo)\n\n"
    titles = [f"{title}:\nA Census of the Northern Coasts" if n in (5, 7, 8) else title for n, title in enumerate(LONG)]
    for n, title in enumerate(titles, start=1):
        head = textwrap.fill(title, 46, replace_whitespace=False)
        head = f"A{n} {head}\n{PEOPLE[n % 10]}2∗ and {PEOPLE[n % 7]}1\n{PLACES[n % 2]}"
        said = f"{textwrap.fill(SAID.format(how=HOW[n - 1]), 76)}\nKeywords: {HOW[n - 1]}, {HOW[n - 2]}"
        page += f"{head}\n\n{said}\n\n{REFERENCES * (n % 3 == 0)}\n{n}\n\n{'Shore 641, Kiel 2023' * (n % 2)}\n\n"
    found = titles_in(page)
    assert len(found) == len(TITLES)
    assert all(title.startswith(fold(begun)) for title, begun in zip(found, TITLES, strict=True))


def test_people_that_are_counted_below_the_last_abstract_number_no_record() -> None:
    page = "Shores 2019\n\n"
    for n, title in enumerate(TITLES):
        page += f"{title}\n{PEOPLE[n]}, {PEOPLE[n - 1]}\n\n{SAID.format(how=HOW[n])}\n\n"
    page += "".join(f"{n}. {people}\n\n" for n, people in enumerate(PEOPLE, start=1))
    assert titles_in(page) == [fold(title) for title in TITLES]
