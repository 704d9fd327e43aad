"""Rows that go on in no line above them, though that one is full."""

from __future__ import annotations

import textwrap

from enrich.mentions.text.lines.rows import Row
from enrich.mentions.text.wrapped.partings import begin_apart, breaks_off, is_quoting
from tests.mentions.text.reading import extract

PAPERS = [
    ("Harbour Pilots and the Duty to Warn", "Adler", "12 Shore L. Rev. 101 (1999)"),
    ("Tolls, Bridges, and the Public", "Okoye & Lind", "7 J. Coast. Stud. 44 (2003)"),
    ("Who Owns the Strand?", "Moreau", "90 Shore L. Rev. 1220 (2011)"),
    ("The Salvage Rule Reconsidered: Wrecks, Finders, and the Long Memory of Coasts", "Baker", "3 Sea L.J. 9 (1987)"),
    ("Rights of Way at Low Tide", "Costa & Rao", "41 J. Coast. Stud. 310 (2015)"),
    ("Lighthouses as Evidence", "Quist", "18 Sea L.J. 77 (2008)"),
    ("Ferries in Fog: An Empirical Look at Ten Courts", "Novotny", "55 Shore L. Rev. 805 (2001)"),
    ("Nets", "Hall", "29 Sea L.J. 412 (1994)"),
    ("Against Moorings", "Diaz & Berg", "66 Shore L. Rev. 13 (2018)"),
    ("Islands without Owners", "Sato", "31 J. Coast. Stud. 250 (1979)"),
]
HEADS = ("Nets", "Moorings", "Wrecks at Dusk", "Old Piers", "Slack Water", "Buoys", "Ferry Bells")
ABSTRACTS = [
    "Much of what we know about coasts comes from courts. I read three hundred files and ask what they leave out. "
    "The answer is a practice that no statute names, and that judges knew well.",
    "Two rules compete here. The first is old and seldom stated, the second is new and often cited. We trace both for "
    "a century and find that the first did most of the work, as clerks have said all along.",
]


def listed() -> str:
    blocks = []
    for number, (title, names, place) in enumerate(PAPERS):
        entry = textwrap.fill(f"{names}, {title}, {place}", 70)
        abstract = textwrap.indent(textwrap.fill(ABSTRACTS[number % 2], 66), "    ")
        blocks.append(f"{entry}\n{abstract}\n")
    return "Shore law, winter term\n\n" + "\n".join(blocks)


def test_abstracts_set_in_below_full_lines_are_no_part_of_titles() -> None:
    titles = [mention.title for mention in extract(listed()).mentions]
    assert [title for title, _, _ in PAPERS if title not in titles] in ([], ["Nets"])
    assert len(titles) == len(PAPERS)


def test_surnames_with_a_comma_stand_in_front_of_titles_between_abstracts() -> None:
    authors = {mention.title: mention.authors for mention in extract(listed()).mentions}
    assert authors["Lighthouses as Evidence"] == ("Quist",)
    assert authors["Rights of Way at Low Tide"] == ("Costa", "Rao")


def test_names_and_a_venue_below_full_titles_are_no_part_of_them() -> None:
    names = ["Ana Roe, Jonas Poe", "J. Moe, K. Doe, L. Coe", "Kim Hoe"]
    titles = [title for title, _, _ in PAPERS]
    titles[2], titles[8] = (
        f"{titles[2][:-1]} Between the Sandbanks of the Northern Sea",
        f"{titles[8]}, Buoys, Piers and Ferries of All Northern Coasts",
    )
    blocks = []
    for number, title in enumerate(titles):
        said = textwrap.indent(textwrap.fill(ABSTRACTS[number % 2], 66), "    ")
        blocks.append(f"[{number + 1}] {title}\n    {names[number % 3]}. Oikos {2001 + number}.\n\n{said}\n")
    mentions = extract("Shore law, winter term\n\n" + "\n".join(blocks)).mentions
    assert [mention.year for mention in mentions] == list(range(2001, 2011))
    assert [mention.title for mention in mentions] == titles
    assert (mentions[1].authors, mentions[1].venue) == (("J. Moe", "K. Doe", "L. Coe"), "Oikos")


def test_people_with_a_journal_below_full_lines_are_no_part_of_titles() -> None:
    full = (
        "Harbour Pilots and Their Long Duty to Warn the Smallest Vessels",
        "Tolls, Bridges, and the Public Purse of Eleven Coastal Towns",
        "Lighthouses as Evidence: Two Centuries of Coastal Judgments",
    )
    wanted = [*(title for title, _, _ in PAPERS), *(f"On {head}" for head in HEADS)]
    for n, title in enumerate(full):
        wanted.insert(4 * n, title)
    credits = (
        "A.-L. Adler and R. M. Katz; J. Coast {n}, 3210 (20{n})",
        "Rebecca C. Steen, Ana Lindqvist, Geol. Shore Lett. {n}, 544 (20{n})",
        "Dietlinde Odile Owens. shoreXiv 20{n}.",
    )
    page = "Shore readings\n\n"
    for n, title in enumerate(wanted):
        entry = textwrap.fill(f"{n + 1:3}. {title}", 72, subsequent_indent="     ")
        said = textwrap.fill(f"{ABSTRACTS[n % 2]} " * 4, 72, initial_indent="     ", subsequent_indent="     ")
        page += f"{entry}\n     {credits[n % 3].format(n=n + 10)}\n     https://doi.org/10.1234/{n}\n\n{said}\n\n"
    mentions = extract(page).mentions
    assert [mention.title for mention in mentions] == wanted
    assert [mention.venue for mention in mentions[:3]] == ["J. Coast", "Geol. Shore Lett.", "shoreXiv"]


def test_places_below_full_lines_of_names_begin_there() -> None:
    some, many = (
        "Ana Roe, Max Poe, Ida Fox and Jo Sato",
        "Ana Roe, Max Poe, Kim Doe, Lea Novak, Tim Haddad, Noa Petrova",
    )
    going_on = "Ana Roe, Max Poe, Kim Doe, Lea Novak, Tim Haddad, Ida Fox, Noa"
    lines = [line for _ in range(5) for line in ("A Title", some, "Shore Studies 12")]
    lines += ["A Title", many, "Transactions on Shores 3", "A Title", going_on, "Petrova and Jon Sato"]
    rows = [Row([at], line, marker="*" * (line == "A Title"), end=len(line)) for at, line in enumerate(lines, start=1)]
    apart = begin_apart(rows, 66)
    assert lines.index("Transactions on Shores 3") in apart
    assert lines.index("Petrova and Jon Sato") not in apart


def test_labels_below_titles_begin_there_and_those_at_the_end_of_abstracts_do_not() -> None:
    lines: list[str] = []
    for name in "Ana Ben Eva Ida Jon Kim Lea Max".split():  # noqa: SIM905
        lines += ["* What Tides Bring to the Shores", f"Authors: {name} Roe", ""]
        lines += [
            f"{said} as {name} has told us."
            for said in ("Tides bring sand to the shores", "Storms take some", "So do ships")
        ]
        lines += [f"Ferns hold what is left of it, and {name} has counted them.", "Keywords: shores"]
    rows = [
        Row([at], line.lstrip("* "), marker=line[: line.startswith("*")], end=len(line), gap=int(not lines[at - 2]))
        for at, line in enumerate(lines, start=1)
        if line
    ]
    assert {rows[at].text.split(":")[0] for at in begin_apart(rows, 76)} == {"Authors"}


def test_names_that_the_line_above_broke_off_do_not_begin_there() -> None:
    title = "What the Tides of the North Bring to All of the Shores"
    lines = [
        line
        for name in ("Ana", "Ben", "Eva", "Ida", "Jon", "Kim")
        for line in ("A Title of Sands", f"{name} Roe, Max Poe")
    ]
    broken = [
        (title, "Kim Doe (ICES'19) [3][code]"),
        ("Sand and Salt and What They Weigh - Ana Roe, Max", "Poe, Kim Doe"),
    ]
    broken += [("Sand and Salt and What They Weigh on Dry Scales, Ana Roe,", "Max Poe (2019)")]
    lines += [line for pair in broken for line in pair]
    titles = {"A Title of Sands", *(above for above, _ in broken)}
    rows = [Row([at], line, marker="*" * (line in titles), end=len(line)) for at, line in enumerate(lines, start=1)]
    apart = {rows[at].text for at in begin_apart(rows, 60)}
    assert apart & {below for _, below in broken} == {"Kim Doe (ICES'19) [3][code]"}


def test_surnames_with_their_initials_or_others_go_on_with_no_title_where_most_names_are_in_full() -> None:
    given = ("Ana", "Ben", "Eva", "Ida", "Jon", "Kim")
    pairs = [("A Title of Sands", f"{name} Roe, Max Poe") for name in given]
    full = "What the Tides of the North Bring to All of the Shores"
    told = ["Roe, J. M.; Poe, A.", "Doe, K.", "Moe et al (2019)"]
    pairs += [(full, below) for below in told]
    lines = [line for pair in pairs for line in pair]
    rows = [Row([at], line, marker="*" * (at % 2), end=len(line)) for at, line in enumerate(lines, start=1)]
    apart = {rows[at].text for at in begin_apart(rows, 58)}
    assert set(told) <= apart


def test_counts_begin_lines_of_their_own() -> None:
    above = Row([1], "Ana Roe, Max Poe, Kim Doe and Ida Fox", end=38)
    assert not breaks_off(above, Row([2], "10th Workshop on Tides, 2019", end=28))
    assert breaks_off(above, Row([2], "tides of the north", end=18))


def test_quotations_that_low_marks_open_are_closed_by_high_ones() -> None:
    assert not is_quoting("Roe: „Die Salze des Nordens“")
    assert is_quoting("Roe: „Die Salze des")
    assert is_quoting("Roe: “The Salts of")
