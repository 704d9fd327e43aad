"""Abstracts of a meeting as they are printed: talks counted in their sessions, people with marks, where those work."""

from __future__ import annotations

import textwrap

import pytest

from enrich.mentions.shapes.names import author_likeness, split_authors
from tests.mentions.text.abstracts.test_reader import HOW, SAID
from tests.mentions.text.reading import extract
from tests.mentions.text.test_shapes import PEOPLE, TITLES

SESSIONS = ("Shores and Sands of Today", "Dunes and Winds of the North", "Herons and the Tides They Follow")
LONG = " and What the Sand Says of Them Now"  # some titles end at the edge of the page


def meeting(code: str, mark: str, between: str, places: tuple[str, str], contents: str = "") -> tuple[str, list[str]]:
    """A book of abstracts in three sessions, and its titles."""
    page = f"{'The Shore Society':^80}\n{'Meeting #42 in Kiel':^80}\n\n"
    page += "Sessions\n\n" + "".join(f"{n}01{contents}{name}\n" for n, name in enumerate(SESSIONS, start=1)) + "\n"
    titles = []
    for n, title in enumerate(TITLES * 3):
        session, talk = n // 10 + 1, n % 10 + 1
        page += f"{session}01 – {SESSIONS[session - 1]}\n\n" if talk == 1 else ""
        titles.append(title + (LONG if n % 2 else "") if n < 10 else f"The {title}{' Again' * (n // 20)}")
        people = [f"{PEOPLE[(n + k) % 10]}{mark.format(k % 2 + 1)}" for k in range(1 + n % 5)]
        lines = [code.format(session=session, talk=talk) + titles[-1], between.join(people)]
        lines += [", ".join(places[:2])] if places[0].startswith("1. ") else list(places)
        said = SAID.format(how=HOW[n % 10]) + " " + SAID.format(how=HOW[n % 7])
        page += "\n".join(textwrap.fill(line, 80, break_on_hyphens=False) for line in lines) + "\n\n"
        page += textwrap.fill(said, 80, break_on_hyphens=False) + "\n\n"
    return page, titles


@pytest.mark.parametrize(
    ("code", "mark", "between", "places"),
    [
        ("{session}01.{talk:02} – ", "{}", "; ", ("1. Harbour Lab, Kiel, Germany", "2. Institute of Tides, Graz")),
        ("[{session}01.{talk:02}] ", " ({})", ", ", ("(1) Harbour Lab, Kiel, Germany", "(2) Institute of Tides")),
        ("P{session}.{talk:02}: ", "{}", ", ", ("1 Harbour Lab, Kiel, Germany", "2 Institute of Tides, Graz")),
    ],
)
def test_talks_counted_in_their_sessions_are_titles(
    code: str, mark: str, between: str, places: tuple[str, str]
) -> None:
    page, titles = meeting(code, mark, between, places, "   ")
    papers = [mention for mention in extract(page).mentions if "Meeting #42" not in mention.title]
    assert [mention.title for mention in papers] == titles
    assert papers[4].authors == (*PEOPLE[4:9],)


@pytest.mark.parametrize(
    "people",
    [
        "Ana Roe1,2, Max Poe1, Kim Doe3",
        "Ana Roe (1,2), Max Poe (1), Kim Doe (3)",
        "Ana Roe¹,², Max Poe¹, Kim Doe³",
        "Ana Roe1,*; Max Poe1; Kim Doe2,3",
    ],
)
def test_several_marks_of_one_name_are_no_names(people: str) -> None:
    assert author_likeness(people)
    assert split_authors(people) == ("Ana Roe", "Max Poe", "Kim Doe")
