"""A section that somebody else wrote, in a way of their own, is read as it is written."""

from itertools import cycle

from enrich.mentions import extract
from enrich.records import Document, DocumentKind

ACTS = ("Counting", "Forecasting", "Mapping", "Sounding", "Weighing", "Tracing")
THINGS = ("hail over orchards", "fog near harbours", "morning dew", "rime on power lines", "slow dust", "coastal rain")
TITLES = [f"{act} {thing}" for thing in THINGS for act in ACTS]
LIDAR = [
    "Lidar returns from thin clouds",
    "Calibrating a backyard lidar",
    "Night soundings with green lasers",
    "Two wavelengths tell smoke from sand",
    "Airborne ranging over breaking waves",
    "Eye safety of scanning beams",
    "Photon counting below a forest canopy",
    "Depth of snow by repeated flights",
    "Wind profiles from moving aerosols",
    "Fast shutters for weak echoes",
]
NAMES = ("Costa", "Duarte", "Lund", "Novak", "Okafor", "Reyes", "Sato", "Silva", "Weber", "Young")


def read(*sections: tuple[str, list[str]]) -> list[str]:
    text = "\n\n".join("\n".join((heading, *lines)) for heading, lines in sections)
    found = extract(Document("d", "d", DocumentKind.TEXT, text, "", len(text.encode()))).mentions
    return [mention.title for mention in found]


def test_names_stand_in_front_in_one_section_and_behind_in_the_others():
    behind = [
        f"- {title}, Ana {name}, Ben {name}. SKYCON 2018" for title, name in zip(TITLES, cycle(NAMES), strict=False)
    ]
    ahead = [f"- WIND 2019, {name} and Roe, {title}" for title, name in zip(LIDAR, NAMES, strict=True)]
    assert read(("Balloons", behind), ("Lidar", ahead)) == TITLES + LIDAR


def test_lines_without_marks_are_items_where_their_section_shows_it():
    behind = [f"{title}, Ana {name}, SKYCON 2018." for title, name in zip(TITLES, cycle(NAMES), strict=False)]
    noted = [f"{title} - {name} et al., Sep 2015. Good entry point." for title, name in zip(LIDAR, NAMES, strict=True)]
    assert read(("Balloons", behind), ("Lidar", noted)) == TITLES + LIDAR
