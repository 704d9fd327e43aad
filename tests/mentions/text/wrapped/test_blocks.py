"""Records of a few lines each: what stands on the same line of all of them is the same."""

from __future__ import annotations

import random
import textwrap

import pytest

from tests.mentions.text.flat.test_segments import titles
from tests.mentions.text.reading import extract

TITLES = (
    "Do Limpets Remember Their Homes?",
    "Kelp: A Census of Northern Forests",
    "Grain prices and the weather of three dry centuries",
    "A remark on tides in narrow and shallow channels",
    "Soil Fungi as Partners of Alpine Trees",
    "Moss on Old Walls",
    "What herons eat when the ponds are frozen",
    "On the Repair of Very Old Clocks",
)
PEOPLE = (
    "A. Roe",
    "Max Poe, Ida Fox and Jo Zoe",
    "Doe",
    "Roe and Poe",
    "U. Kay, A. Roe",
    "Poe et al.",
    "I. Fox",
    "J. Zoe",
)
VENUES = ("ICES 2019", "MARE 2020", "ICES 2021", "Shore 2018", "MARE 2017", "ICES 2016", "Shore 2015", "ICES 2014")
ADDRESS = "https://arxiv.org/abs/1901.0000{n}"


def page(record: str, width: int = 0, mark: str = "- ") -> str:
    """A list of records; `{t}`, `{p}`, `{v}`, `{y}`, `{n}` stand for title, people, venue, year and number."""
    lines = []
    for n, (title, people, venue) in enumerate(zip(TITLES, PEOPLE, VENUES, strict=True)):
        text = record.format(t=title, p=people, v=venue, y=venue[-4:], n=n)
        own = [part for line in text.split("\n") for part in (textwrap.wrap(line, width) if width else [line])]
        lines += [mark + own[0], *own[1:], ""]
    return "Reading list\n\nTides\n\n" + "\n".join(lines)


@pytest.mark.parametrize(
    "record",
    [
        "{t}\n{v}\n{p} " + ADDRESS,
        "{p} ({y})\n{t}\nICES " + ADDRESS,
        "{v}\n{t}\n{p} [Paper] [Code]",
        "{y}\n{t}\n{p} (pdf)",
        "{t}\n{p} ({y})\nIt is short and worth reading. [link]",
        "{t}\n{p}. {v} " + ADDRESS,
    ],
)
@pytest.mark.parametrize("mark", ["- ", "", "[7] "])
def test_the_lines_of_all_records_tell_which_is_the_title(record: str, mark: str) -> None:
    found = extract(page(record, mark=mark)).mentions
    assert [mention.title for mention in found] == list(TITLES)
    assert [mention.year for mention in found] == [
        int(venue[-4:]) if "{v}" in record or "{y}" in record else None for venue in VENUES
    ]


def test_links_at_the_ends_of_records_stay_with_their_papers() -> None:
    found = extract(page("{t}\n{v}\n{p} " + ADDRESS)).mentions
    assert [[link.url for link in mention.links] for mention in found] == [
        [ADDRESS.format(n=n)] for n in range(len(TITLES))
    ]
    assert [mention.authors[0] for mention in found][:3] == ["A. Roe", "Max Poe", "Doe"]


def test_what_stands_above_titles_belongs_to_them() -> None:
    found = extract(page("{v}\n{t}\n{p}")).mentions
    assert [(mention.venue, mention.year) for mention in found][:2] == [("ICES", 2019), ("MARE", 2020)]
    explained = extract(page("{v}\n{t}\n{p}")).lines
    assert any("item below" in note.why for note in explained)


def test_broken_titles_are_joined_though_lines_of_names_look_like_their_ends() -> None:
    text = page("A Long and Patient Look at What Was Left Out of {t}\n{p} ({y})\n{v}", width=48)
    found = extract(text).mentions
    assert [mention.title for mention in found] == [
        f"A Long and Patient Look at What Was Left Out of {title}" for title in TITLES
    ]


def test_broken_citations_are_no_records() -> None:
    text = page("Ana Roe, Max Poe. {t}. In Proceedings of the Society of Shores and Seas, pages {n}-19, {y}.", width=60)
    assert [mention.title for mention in extract(text).mentions] == list(TITLES)


@pytest.mark.parametrize(
    "record",
    [
        "{t}.\nJane Roe\nold maps of {n} bays",
        "{t}.\n{v}\nThey walk {n} miles and count what they see",
        "{t}.\n{v} PDF | Code",
    ],
)
def test_titles_may_end_in_stops(record: str) -> None:
    found = extract(page(record).replace("?.", "?")).mentions
    assert [mention.title for mention in found] == list(TITLES)


def test_surnames_below_titles_of_like_length_are_no_rests_of_them() -> None:
    names = ("Roe", "Nakamura", "Costa", "Haddad", "Petrov", "Sato", "Novak", "Chen")
    wanted = ["Barter on Small Islands", "A Survey of Learned Weavers", "Path Counts for Side Streams", "Scaling Moss"]
    wanted += ["Do Peat Bogs Need Panels?", "Rethinking Old Clocks: Lessons from Wind Mills"]
    wanted += ["Learning Soil Fungi from Diary Studies", "On the Limits of Online Gulls"]
    text = "\n\n".join(f"{n + 1}. {title}\n   {names[n]}\n   VLDB 20{n + 10}" for n, title in enumerate(wanted))
    found = extract(f"{text}\n").mentions
    assert [mention.title for mention in found] == wanted
    assert [mention.authors[0] for mention in found][:2] == ["Roe", "Nakamura"]


@pytest.mark.parametrize("day", ["May {d}", "2021-03-0{d}"])
def test_titles_with_links_below_days_keep_them(day: str) -> None:
    records = (f"{day.format(d=n + 1)}\n{title} {ADDRESS.format(n=n)}\n" for n, title in enumerate(TITLES))
    found = extract("Reading group\n\n" + "\n".join(records)).mentions
    assert [(mention.title, mention.links[0].url) for mention in found] == [
        (title, ADDRESS.format(n=n)) for n, title in enumerate(TITLES)
    ]


def test_a_title_with_commas_is_no_list_of_names() -> None:
    text = page("{t}\nby {p}\n{v}").replace("Moss on Old Walls", "Sleep Apnea, Touch Typing and Ensemble Forecasts")
    assert "Sleep Apnea, Touch Typing and Ensemble Forecasts" in [mention.title for mention in extract(text).mentions]


def test_titles_that_end_in_stops_go_on_where_they_have_none_and_dates_make_no_people_of_journals() -> None:
    chance, months = random.Random("stops"), ("May", "July", "March", "October")
    journals = ("Sands: Grains, Dunes, and Shores", "Annals of Quiet Water", "Tidal Biology", "Shore Studies")
    given, families = ("Ana", "Jon", "Mia", "Lea", "Tim", "Noa"), ("Costa", "Petrov", "Tanaka", "Novak", "Haddad")
    others = ("", ": A Long and Patient Comparison of Methods and Models", " and the Prediction of Currents and Floods")
    wanted, lines = [], []
    for n, title in enumerate(titles(chance, 60)):
        wanted.append((title + others[n % 3], journals[n % 4], 2000 + n % 20))
        names = [f"{chance.choice(given)} {chance.choice(families)}" for _ in range(chance.randint(2, 8))]
        place = f"{journals[n % 4]}, {months[n // 3 % 4]} {2000 + n % 20}"
        parts = [part for line in (wanted[-1][0], ", ".join(names), place) for part in textwrap.wrap(line + ".", 80)]
        lines += [*parts, f"[10.1000/shore.{n}]" if n % 5 else "[pdf]", ""]
    found = extract("\n".join(lines)).mentions
    assert [(each.title, each.venue, each.year) for each in found] == wanted


def test_full_lines_that_break_off_go_on_whatever_the_next_looks_like_and_records_may_lack_their_people() -> None:
    people = ("Ana Costa, Jon Petrov, Mia Tanaka et al.", "Lea Novak, Tim Haddad", "Noa Sato, Ida Fox, Max Poe et al.")
    rests = (
        "Marine Fish Detection",
        "Deep Sea Imaging",
        "Self-Drawn Coastal Shore Maps",
        "Multi-Scale Tide Prediction",
    )
    wanted, lines = [], []
    for n, title in enumerate(titles(random.Random("breaks"), 40)):
        whole = f"{title}{' and Rivers' * (n % 2)}: A Study for {rests[n % 4]}" if n % 3 else title
        wanted.append(whole)
        own = textwrap.wrap(f"(ICES 20{n % 9 + 10}) {whole}", 66) + ([] if n % 4 == 1 else [people[n % 3]])
        lines += ["-   " + own[0], *(f"    {line}" for line in own[1:])]
    assert [mention.title for mention in extract("Gulls\n\n" + "\n".join(lines)).mentions] == wanted


def test_venues_that_come_back_are_no_titles_wherever_they_stand() -> None:
    names = ("Shore Letters", "Annual Meeting of the Association for Tidal Studies")
    for record in ("{v}\n{t}\n{p}", "{p} ({y})\n{t}\n{v}"):
        text = "Reading list\n\n"
        for at, (title, people) in enumerate(zip(TITLES, PEOPLE, strict=True)):
            venue = f"{names[at % 2]} {2011 + at}" if record.startswith("{v}") else ("ICES", "Shore Letters")[at % 2]
            lines = record.format(t=title, p=people, v=venue, y=2011 + at).split("\n")
            text += f"  {at + 1}. " + "\n     ".join(lines) + "\n"
        found = extract(text).mentions
        assert [(mention.title, mention.year) for mention in found] == [(t, 2011 + at) for at, t in enumerate(TITLES)]


def test_lines_that_are_not_set_in_begin_records() -> None:
    text = "".join(
        f"{people} ({2011 + at})\n    {title}\n    {('ICES', 'MARE', 'Shore Letters')[at % 3]}\n"
        for at, (title, people) in enumerate(zip(TITLES, PEOPLE, strict=True))
    )
    found = extract(f"Tides\n\n{text}").mentions
    assert [(mention.title, mention.year) for mention in found] == [(t, 2011 + at) for at, t in enumerate(TITLES)]


@pytest.mark.parametrize("mark", ["[{n}] ", "- "])
def test_short_venues_above_longer_titles_are_no_edge_of_the_page(mark: str) -> None:
    places = ("Quarterly Journal of Tides and Salt Marshes", "Electronic Journal of Coastal Walks and Rides")
    texts = [f"{title} and How All of That Was Counted" for title in TITLES]
    lines = [f"{mark.format(n=n)}{places[n % 2]} {2010 + n}\n    {text}\n" for n, text in enumerate(texts, start=1)]
    found = extract("Publications\n\n1. Tides\n\n" + "\n".join(lines)).mentions
    assert [mention.title for mention in found] == texts
    assert [(mention.venue, mention.year) for mention in found][:2] == [(places[1], 2011), (places[0], 2012)]
