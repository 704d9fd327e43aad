"""Lines of names below titles."""

from __future__ import annotations

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
