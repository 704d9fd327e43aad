"""Lists in which a dash sets off what is said of the entry above it."""

from __future__ import annotations

import pytest

from tests.mentions.text.reading import extract

TITLES = [
    "Tidal pools under warming seas",
    "A census of northern kelp forests",
    "How limpets find their way home",
    "Sand dunes and the wind",
    "The weight of barnacles on old wooden piers",
    "Night songs of four gulls",
]
SAID = [
    "Good to begin with.",
    "Shows why counts from boats are too low.",
    "A careful study of three bays; the data are online.",
    "We read this one in the spring and liked it.",
    "Replaces the usual scales by a model of the wood.",
    "Short and readable.",
]
PEOPLE = ["Ana Costa, Ben Duarte", "Eva Lund", "Jan Novak and Mia Okafor", "Tom Reyes, Ana Costa, Eva Lund"]


@pytest.mark.parametrize("sign", ["-", "–", "*"])
@pytest.mark.parametrize(("named", "between", "set_in"), [(True, "\n", ""), (True, "\n\n", "  "), (False, "\n\n", "")])
def test_what_is_said_below_titles_is_no_paper(sign: str, named: bool, between: str, set_in: str) -> None:
    entries = [
        f"{title}\n{PEOPLE[at % 4] if named else ''}\n{set_in}{sign} {said}".replace("\n\n", "\n")
        for at, (title, said) in enumerate(zip(TITLES, SAID, strict=True))
    ]
    mentions = extract(f"Shores\n\n{between.join(entries[:3])}\n\nAnimals\n\n{between.join(entries[3:])}\n").mentions
    assert [mention.title for mention in mentions] == TITLES
    assert [bool(mention.authors) for mention in mentions] == [named] * len(TITLES)


def test_titles_of_lists_that_end_as_sentences_stay_papers() -> None:
    topics = ["Pools of the north", "Kelp and its animals", "Limpets and their homes"]
    lists = [f"{topic}\n- {TITLES[2 * at]}.\n- {TITLES[2 * at + 1]}." for at, topic in enumerate(topics)]
    assert [mention.title for mention in extract("\n\n".join(lists) + "\n").mentions] == TITLES


NOTED = ["ask Eva about the counts", "Section 4 is the heart of it", "could not follow it", "skip the appendix"]


@pytest.mark.parametrize("signs", [("🔲", "📖", "✅"), ("🟢", "🔴", "🟡")])
def test_signs_in_front_of_people_and_notes_below_abstracts_belong_to_titles(signs: tuple[str, ...]) -> None:
    page = "Reading log\nOwner\nLea M.\n\nShores\n"
    titles = [*TITLES, *(f"{title} revisited" for title in TITLES)]
    for at, title in enumerate(titles):
        said = (
            f"We ask about {title.lower()} and answer it for most shores of the north, by counting all of them twice."
        )
        page += f"{title}\n{signs[at % 3]} {PEOPLE[at % 4]} · {('TIDES', 'Oikos')[at % 2]} 201{at % 9}\n"
        page += f"{said}\n" * (at % 3 > 0) + f"→ {NOTED[at % 4]}\n" + "\n" * (at % 5 == 4)
    mentions = extract(page).mentions
    assert [mention.title for mention in mentions if mention.year] == titles
    assert [mention.authors[0] for mention in mentions if mention.year][:2] == ["Ana Costa", "Eva Lund"]
    assert all("counting all" in (mention.abstract or "") for mention in mentions[2:3])


@pytest.mark.parametrize("head", ["Week {n}: {topic}\nJane leads the hour", "Part {n}\nRead this before we meet"])
@pytest.mark.parametrize("end", ["", " (Roe 2019)"])
def test_what_is_read_below_weeks_stays_a_paper(head: str, end: str) -> None:
    topics = ["Pools", "Kelp", "Limpets", "Dunes", "Piers", "Gulls"]
    heads = [head.format(n=at + 1, topic=topic) for at, topic in enumerate(topics)]
    page = "\n\n".join(f"{top}\n- {title}{end}" for top, title in zip(heads, TITLES, strict=True))
    assert [mention.title for mention in extract(f"Reading group\n\n{page}\n").mentions] == TITLES
