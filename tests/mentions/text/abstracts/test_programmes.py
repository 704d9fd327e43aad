"""Programmes of meetings with abstracts: codes, addresses, awards and chairs beside titles."""

from __future__ import annotations

import textwrap

from enrich.mentions.text.abstracts.reader import _numbered
from enrich.mentions.text.lines.rows import Row, read_rows
from enrich.mentions.text.lines.runins import part_abstracts
from tests.mentions.text.abstracts.test_reader import SAID
from tests.mentions.text.reading import extract
from tests.mentions.text.test_shapes import HOW, PEOPLE, PLACES, TITLES

LONG = [f"{title.rstrip('?')} of the Far and Windy North" for title in TITLES]


def said(n: int, width: int = 90) -> str:
    return textwrap.fill(SAID.format(how=HOW[n]), width)


def test_talks_of_several_sessions_are_counted_by_codes_with_a_stop() -> None:
    page = "SHORE MEETING\n\nProgramme\n   • Shore Trust of Kiel\n   • Northern Tide Fund\n\n"
    for n, title in enumerate(LONG):
        page += f"{'Talks: Dunes' if not n else 'Posters: Kelp'}\n\n" if n in (0, 5) else ""
        code = f"T-{n + 1}." if n < 5 else f"II-{n - 4}."
        page += textwrap.fill(f"{code} {title}", 76) + "\n\n"
        people = (PEOPLE[n], PEOPLE[n - 1], PEOPLE[n - 2])[: n % 3 + 1]
        mails = [f"{name.split()[1].upper()}@KIEL.ORG" if at != 1 else "" for at, name in enumerate(people)]
        lines = (
            f"{name}{at + 1}{mail:>60}".rstrip() for at, (name, mail) in enumerate(zip(people, mails, strict=True))
        )
        page += "\n".join(lines) + f"\n\n1{PLACES[n % 3]}\n\n{said(n)}\n\n"
        page += "Several questions stay open.\n\n" if n % 4 == 2 else ""
        page += f"{n + 4}{'SHORE 2018':>80}\nT-{n + 1} – T-{n + 2}\n\n" if n % 2 else ""
    mentions = extract(page).mentions
    assert [mention.title for mention in mentions] == LONG
    assert [mention.section.rsplit(" > ")[-1] for mention in mentions] == ["Talks: Dunes"] * 5 + ["Posters: Kelp"] * 5


def test_lines_with_code_day_and_place_count_talks() -> None:
    page = "Keynote\n\nAB 2.1\n\nMon 9:15\n\nHall C\n\n" + LONG[0] + "\n\n"
    page += "".join(f"AB 2.{n + 1} Mon 10:{n}5 Hall C\n\n{LONG[n]}\n\n" for n in range(1, 6))
    rows = read_rows(page)
    assert {rows[at].text for at in _numbered(rows, {}, 6)} == set(LONG[:6])


def test_abstracts_begin_at_the_first_line_of_sentences_behind_people_and_places() -> None:
    rows = []
    for n, title in enumerate(LONG):
        head = f"{title} — {PEOPLE[n]} and {PEOPLE[n - 1]} — Institute of Shores and Dunes"
        rows.append(Row([4 * n + 1], head, gap=1, starts=[0]))
        lines = textwrap.wrap(SAID.format(how=HOW[n]), 90)
        starts = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines))]
        rows.append(Row(list(range(4 * n + 2, 4 * n + 2 + len(lines))), " ".join(lines), starts=starts))
        if n == 3:
            rows[-2].append(rows.pop())
    parted = part_abstracts(rows)
    assert [row.text for row in parted[1::2]] == [SAID.format(how=how) for how in HOW]


def session(n: int) -> str:
    return f"{n}:00 pm–{n}:45 pm\nTrack {n}\nKelp {n}: Kelp & Dunes\nSession Chair: {PEOPLE[n]}, Kiel\nHall {n}\n\n"


def test_awards_chairs_and_sentences_on_lines_of_their_own_are_no_titles() -> None:
    page = "Meetings\nAttend\nProgram\nSponsors\nAbout\nPeople\n\nShore '22 Sessions\n"
    page += "All sessions are held in the town hall "
    page += "of Kiel. The proceedings that the society prints are to be had at the door, and so are others.\n"
    page += "\nShore '22 Program Grid\nView the program in another format.\n\nProceedings Front Matter\n\n"
    for n, title in enumerate([*LONG, *(f"More on {title}" for title in LONG)]):
        page += session(n // 4 + 1) if n % 4 == 0 else ""
        page += f"{title}\n" + ("Best Paper of the Shore Society\n" if n % 4 == 1 else "")
        page += f"{PEOPLE[n % 10]}, {PEOPLE[n % 10 - 1]} and {PEOPLE[n % 10 - 2]}\n\nMedia\n\n"
        page += f"{SAID.format(how=HOW[n % 10])}\n\n"
        lines = (
            "We count 9,214 Gulls of the Kiel Bay between 2011 and 2019.\nNone of them stays in the north in winter."
        )
        page += f"{lines}\nThey are few.\n\n" if n % 5 == 3 else ""
        page += "View the slides\n\n"
    assert [mention.title for mention in extract(page).mentions] == [*LONG, *(f"More on {title}" for title in LONG)]
