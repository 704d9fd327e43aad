"""Lists of titles with people behind them, and notes or figures behind those."""

from __future__ import annotations

import random

from enrich.mentions.entries.learned.habits import learn_figures
from tests.mentions.text.flat.test_segments import titles as names_of
from tests.mentions.text.reading import extract, found_papers

NOTED = """Storage papers

• On the Lifetime of Spinning Rust, Jane Roe, Max Poe - Field study of 30,000 disks.
• Why Logs Should Never Wrap, Ann Marsh - the paper that started it.
• Scrubbing Considered Useful by Tom Field and Ida Bay - scrub rates, explained.
• Hash Functions, Ida Bay, Kim Lee
• Erasure Codes for the Rest of Us, Olu Ade et al. - good first read.
• Journals without Pain, Ida Bay, Kim Lee
• The Write Hole, Jane Roe - RAID-5, the old problem.
• Flash Wear in the Wild, Max Poe, Ann Marsh, Tom Field - fifty data centres.
• Slow Replicas and How to Find Them, Kim Lee, Sam Hill.
• Sector Remapping Revisited, Max Poe.
• Latent Errors at Scale, Ida Bay, Tom Field, Sam Hill
• Cold Data and Warm Hearts, Ann Marsh, Kim Lee - archive tiers.
• Checksums All the Way Down, Olu Ade, Jane Roe - end-to-end integrity
• Backups Nobody Tested, Max Poe, Ida Bay - a survey among operators.
• Write Caches on the Edge of a Plain, Sam Hill, Tom Field
• Snapshots by the Dozen and Their Price, Olu Ade, Max Poe
• Clocks and Leases in Remote Copies, Jane Roe, Kim Lee
• Queues in front of Slow Tapes, Ann Marsh, Sam Hill
"""
SCORED = """Kites, sorted by relevance

2021-05-02
Folding Kites in Turbulent Air. (97%)
Jane Roe; Max Poe; Syed Farhan Alam Zaidi; Saif ul Islam

Why Do Gliders Stall Twice? (93%)
Ann Marsh; Kim Lee; Tom Field

2021-04-11
A Soft Tether Model. (9%)
Olu Ade; Kim Lee; Max Poe

2021-03-01
Energy of Launch Winches. (88%)
Sam Hill; Ida Bay; Olu Ade

Crosswind Loops, Measured. (71%)
Ida Bay; Kim Lee

Controller Handover on Lossy Links. (66%)
Tom Field; Jane Roe

2021-01-30
Line Drag without Tears. (52%)
Max Poe; Tom Field

Bridle Geometry and Yaw. (41%)
Jane Roe; Ann Marsh; Ida Bay

2021-01-02
Landing on Moving Platforms. (40%)
Kim Lee; Sam Hill
"""


def test_dash_behind_people_begins_a_note() -> None:
    titles = [mention.title for mention in extract(NOTED).mentions]
    lines = [line[2:] for line in NOTED.splitlines()[2:]]
    assert len(titles) == len(lines)
    assert titles == [line.split(" by Tom")[0].split(", ")[0] for line in lines]


def test_note_behind_people_stays_with_its_title() -> None:
    first = extract(NOTED).mentions[0]
    assert first.authors == ("Jane Roe", "Max Poe")
    assert first.note == "Field study of 30,000 disks."


def test_figures_in_brackets_at_most_ends_are_no_words_of_titles() -> None:
    titles = [line.rpartition(" (")[0].rstrip(".").casefold() for line in SCORED.splitlines() if line.endswith("%)")]
    assert [title for _, title in found_papers(SCORED)] == titles


def test_years_and_bare_numbers_in_brackets_are_no_figures() -> None:
    assert not learn_figures([f"A title of words ({2000 + n})" for n in range(20)])
    assert not learn_figures([f"The Journal 12 ({n})" for n in range(20)])
    assert learn_figures([f"A title of words [score: 0.{n}]" for n in range(20)]) == {"score: 0.0"}


def test_years_and_surnames_behind_titles_part_them_from_what_is_said() -> None:
    said = "the one with the maps"
    behind = (
        (", Roe et al. A different view on currents, short and readable", ("Roe",), None),
        (f" (2011): {said}", (), 2011),
        (f", Roe & Poe. {said.capitalize()}", ("Roe", "Poe"), None),
        (" (2012): Silt, and what the sea does with it.", (), 2012),
        (", Roe, Poe & Kay. Where to look for gulls", ("Roe", "Poe", "Kay"), None),
        (f" (2013) - {said}", (), 2013),
        (", Kay. Describes how dunes wander", ("Kay",), None),
        ("", (), None),
    )
    titles = names_of(random.Random(8), 40)
    parts = [behind[at % len(behind)] for at in range(len(titles))]
    page = "\n".join(f"\t•\t{title}{part[0]}" for title, part in zip(titles, parts, strict=True))
    found = extract(f"Papers\n\n{page}\n").mentions
    assert [paper.title for paper in found] == titles
    assert [paper.year for paper in found] == [part[2] for part in parts]
    assert [paper.authors[:1] for paper in found] == [part[1][:1] for part in parts]


def test_what_marks_say_below_papers_with_their_people_are_notes() -> None:
    titles = names_of(random.Random(3), 12)
    people = ("Jane Roe", "Max Poe, Ida Bay", "Kim Lee", "Tom Field, Jane Roe", "Sam Hill", "Olu Ade, Ann Marsh")
    venues = ("CHI", "Journal of Marsh Studies", "ICML", "VLDB")
    notes = "- Boats matter more than people think\n- Nine towns, forty years"
    heads = (f"{t}. {venues[at % 4]} {2010 + at}\n{people[at % 6]}, Bo Ek" for at, t in enumerate(titles))
    page = "\n\n".join(f"{head}\n\n{notes}" for head in heads)
    assert [mention.title for mention in extract(f"Reading group\n\n{page}").mentions] == titles
