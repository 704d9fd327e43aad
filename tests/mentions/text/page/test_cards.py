"""Cards of papers, as search engines show them: title, people, topics, venue, date, the first words, buttons."""

from __future__ import annotations

from enrich.records import Mention
from tests.mentions.text.reading import extract

TITLES = [
    "Tidal Pools under Warming Seas by Night",
    "A Census of Northern Kelp Forests and All Below",
    "How Limpets Find their Way Back Home",
    "Sand Dunes of the Western Coast",
    "The Weight of Barnacles on Old Wooden Piers",
    "Night Songs of Four Gulls in Winter",
    "Around the Lighthouse: A Field Study",
    "Salt Marshes after a Century of Dikes",
    "What Cormorants Bring to Old Harbours",
    "Eelgrass Returns: Ten Summers of Counting",
    "Shells as Records of Storms",
    "The Slow Walk of Starfish over Stones",
    "Mapping Mussels from the Air",
    "A Comparison of Three Kinds of Nets",
    "Fog Signals and the Sleep of Seals",
    "Driftwood and its Travellers",
]
PEOPLE = ["A. Roe, Max Poe", "J. Moe", "Kay Doe, Lea Coe, +3 authorsRob Noe", "Ida Loe, T. Soe, E. Boe"]
TOPICS = ["Biology, Geology", "Biology", "Art, Geology"]
VENUES = ["Proc. Shore Soc.", "Journal of Tides", "Conference on Designing Piers"]
SAID = [
    "This paper describes walks along the shore and finds that numbers differ most. Expand",
    "Counting promises to support those who walk. Through thematic walks, we found five themes. We discuss… Expand",
]


def card(at: int, title: str) -> str:
    date = f"{at + 1} May 2018" if at % 2 else "2018"
    topic = "" if at % 5 == 4 else f"{TOPICS[at % 3]}\n"
    gap = "" if at % 3 == 1 else "\n"
    said, button = SAID[at % 2], ("PDF", "View Paper")[at % 2]
    return (
        f"{gap}{title}\n{PEOPLE[at % 4]}\n{topic}{VENUES[at // 2 % 3]}\n{date}\n{said}\n{at * 7 + 3}\n{button}\nSave\n"
    )


PAGE = "Shore Search\nAbout 2,480 results\n" + "".join(card(at, title) for at, title in enumerate(TITLES))


def cards() -> tuple[Mention, ...]:
    return tuple(mention for mention in extract(PAGE).mentions if mention.line > 2)


def test_titles_of_cards_are_the_papers() -> None:
    assert [mention.title for mention in cards()] == TITLES
    assert cards()[2].authors == ("Kay Doe", "Lea Coe", "Rob Noe")


def test_topics_above_venues_are_none_and_days_state_the_year_where_others_do() -> None:
    assert [mention.venue for mention in cards()] == [VENUES[at // 2 % 3] for at in range(len(TITLES))]
    assert {mention.year for mention in cards()} == {2018}
