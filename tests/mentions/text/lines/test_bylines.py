"""Lines of names below titles."""

from __future__ import annotations

from enrich.mentions.text.lines.rows import read_rows
from tests.mentions.text.reading import extract

TITLES = (
    "Labour Markets on Small Islands",
    "A Survey of Tidal Mills",
    "Old Maps and New Roads",
    "Sleep and Night Ferries",
    "Measuring Salt Taxes",
    "Forecasts for Rivers",
    "Glaciers, Storms and Harbours",
    "Counting Herons at Dawn",
    "On the Shape of Bread",
)
SUBTITLES = ("A Primer", "What Salt Does", "Lessons of a Decade", "Theory and Practice", "A Case Study", "Three Views")
SUBTITLES += ("First Results", "Open Problems", "A Reply")
NAMES = ("Ana Roe, Max Poe", "Kim Doe", "Lena Moe, Ida Stein", "Tom Berg, Eva Lind", "Ida Stein, Kim Doe", "Max Poe")
NAMES += ("Omar Haddad", "Rosa Lind, Eva Stein", "Hugo Brandt")


def test_subtitles_behind_two_dashes_are_no_notes_of_names() -> None:
    entries = (f"{t} -- {SUBTITLES[at]}\n{NAMES[at]}" for at, t in enumerate(TITLES))
    mentions = extract("\n\n".join(entries)).mentions
    assert [mention.title.split(" -- ")[0] for mention in mentions] == list(TITLES)
    assert [", ".join(mention.authors) for mention in mentions] == [NAMES[at] for at in range(9)]


def test_a_title_below_words_that_come_again_is_not_who_wrote_them() -> None:
    records = [f"Open Access\nOn the tides of the {word} sea\nAna Roe, Max Poe\n" for word in ("north", "old", "wide")]
    people = ["Kim Doe", "Lin Moe", "Eva Coe", "Ida Hoe", "Tom Orr", "Uma Kay", "Bo Xu", "Ben Ely"]
    records += [f"Sands that sing below the feet of {name}\n{name}, Lea Noe\n" for name in people]
    records += ["Open Access\nA Tide Gauge Paradox\nDavid Marlous\n"]
    rows = read_rows("\n".join([*records[3:], *records[:3]]))
    assert not [row.text for row in rows if row.credit and "Paradox" in row.text]


def test_a_place_right_below_a_title_that_names_nobody_is_no_name() -> None:
    titles = [f"{title.replace(',', ' beyond')}: {SUBTITLES[at]}" for at, title in enumerate(TITLES)]
    records = [f"{title}\n{NAMES[at]}\nSGT 20{10 + at}. [PDF]\n" for at, title in enumerate(titles)]
    records[3] = f"{titles[3]}\nSGT 2013. [PDF]\n"
    records[5] = f"{titles[5]}\nSGT 2015. [PDF] [Code]\n"
    mentions = extract("Shores\n\n" + "\n".join(records)).mentions
    assert [mention.title for mention in mentions] == titles
    assert [(mention.venue, mention.year) for mention in mentions] == [("SGT", 2010 + at) for at in range(9)]
