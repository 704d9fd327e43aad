"""What stands behind most titles of a list is no part of any of them, though a few entries are hard to tell."""

from __future__ import annotations

import textwrap

import pytest

from enrich.documents.shape import kind_of_text
from enrich.mentions import extract
from enrich.records import Document, Mention, MentionKind

TITLES = (
    "Where Herons Wait at Low Tide",
    "Kelp: A Census of Northern Forests",
    "Waves and What They Carry to the Shore",
    "Salt in the Wind over Open Water",
    "The Sea at Work on Old Stone",
    "How Limpets Find Their Homes Again",
    "Tidal Pools under Warming Seas",
    "Sand that Sings in Dry Winters",
    "A Count of Gulls on Winter Fields",
    "What the Ebb Leaves behind in Spring",
)
FAMILIES = "Roe Poe Doe Moe Zoe Fox Lund Berg Holm Dahl Lind Voss Kern Bauer Frey Wolff Haas Brandt Kraus".split()  # noqa: SIM905


def papers(text: str) -> list[Mention]:
    document = Document("list", "list", kind_of_text(text), text, "", len(text))
    return [mention for mention in extract(document).mentions if mention.kind is MentionKind.PAPER]


def titles_of(text: str) -> list[str]:
    return [paper.title for paper in papers(text)]


def credited(n: int, both: str = "and") -> str:
    first, second, third = (FAMILIES[(n * step + step) % len(FAMILIES)] for step in (1, 2, 5))
    return (first, f"{first} {both} {second}", f"{first} et al.", f"{first}, {second} {both} {third}")[n % 4]


def test_volume_of_two_digits_behind_an_abbreviated_journal_is_no_part_of_a_title() -> None:
    rows = [f"Roe, J.K. {1950 + n}. {title}. Am. Tid. {91 + n}: 13{n}-145." for n, title in enumerate(TITLES)]
    found = papers("READING LIST\n\n" + "\n".join(rows))
    assert [(paper.title, paper.venue) for paper in found] == [(title, "Am. Tid.") for title in TITLES]


def test_venues_of_two_words_end_at_their_comma() -> None:
    venues = ("ICES", "MARS", "IEEE TSL", "ICES", "Shore Communication")
    rows = [
        f"{title}, {venues[n % 5]} {2016 + n % 7}, {credited(n, '&')} [Paper]" for n, title in enumerate(TITLES * 2)
    ]
    text = "Awesome shores\n\nPapers\n" + "\n".join(rows)
    assert titles_of(text) == [*TITLES, *TITLES]


def test_surnames_with_capitals_or_particles_in_them_are_taken_off() -> None:
    odd = {3: "de Roe, Poe and McMoe", 7: "DeDoe, Roe and Poe", 9: "A'Roe, Dal'Poe and Fox"}
    rows = [
        f"- [x] {title}, {odd.get(n) or credited(n)} <https://arxiv.org/abs/1810.{11111 + n}> #tide"
        for n, title in enumerate(TITLES)
    ]
    assert titles_of("# Reading log\n\n" + "\n".join(rows)) == list(TITLES)


def test_stops_in_journals_in_front_of_links_do_not_hide_the_names() -> None:
    places = ("", ", Tides 2015", ", Mar. Shores 2016", "", ", ICES 2017", "", ", Proc. ICES 2018")
    rows = [
        f"- {title}, {credited(n)}{places[n % 7]} <https://arxiv.org/abs/1810.{11111 + n}> #tide"
        for n, title in enumerate(TITLES * 2)
    ]
    found = papers("# Reading log\n\n" + "\n".join(rows))
    assert [paper.title for paper in found] == [*TITLES, *TITLES]
    assert [paper.venue or "" for paper in found] == [places[n % 7][2:-5] for n in range(20)]


def test_short_titles_in_front_of_others_are_no_names() -> None:
    short = {3: "Tide-Aware Kelp Maps", 5: "Deep Shore Harmony", 8: "Salt Maps, Kelp Maps and Sand"}
    titles = [short.get(n, title) for n, title in enumerate(TITLES)]
    rows = [f"-   {title}, {'Roe' if n == 8 else 'Roe et al.'}, ICES {2011 + n}" for n, title in enumerate(titles)]
    assert titles_of("Shores\n\n" + "\n".join(rows)) == titles


def test_lines_of_names_below_full_lines_are_no_rest_of_titles() -> None:
    titles = [
        f"{title} and What We Know of {other}" for title, other in zip(TITLES, TITLES[3:] + TITLES[:3], strict=True)
    ]
    titles[3] = "How Far the Tide Came up the Beach in a Year of Storms"  # as long as a line
    lines = ["Journal club", "", "   What we read.", ""]
    for n, title in enumerate(titles * 3):
        lines += textwrap.wrap(f"{n + 1:5}. {title}", 62, subsequent_indent=" " * 7)
        lines.append(f"       {credited(n)} MARS {2011 + n % 9} -- Ana")
    assert titles_of("\n".join(lines)) == titles * 3


@pytest.mark.parametrize("behind", ["in press", "to appear", "forthcoming"])
def test_journals_that_a_paper_is_to_be_in_end_its_title(behind: str) -> None:
    rows = [
        f"<p>Roe, J., and K. Poe ({2011 + n}), {title}, <em>J. Shore Res. Tides</em>, "
        + (f"{behind}.</p>" if n % 3 else f"<em>9{n}</em>, 46–49.</p>")
        for n, title in enumerate(TITLES)
    ]
    found = papers("<html><body><h2>Papers</h2>" + "\n".join(rows) + "</body></html>")
    assert [(paper.title, paper.venue) for paper in found] == [(title, "J. Shore Res. Tides") for title in TITLES]


def test_keys_that_hang_in_front_of_references_are_list_markers() -> None:
    places = ("J. Sand (2) 12 (2019), no. 4, 31–46. XY 1234567", "in preparation.", "to appear in Tid. Lett.")
    lines = ["Bibliography of the seminar", ""]
    for n, title in enumerate(TITLES * 2):
        first, second = FAMILIES[n % 19], FAMILIES[n * 7 % 19]
        key = f"[{first[:2]}{second[:2]}{10 + n}]"
        words = f"{key:<9} J. {first} and K. {second}, {title}, {places[n % 3]}"
        lines += textwrap.wrap(words, 64, subsequent_indent=" " * 10, drop_whitespace=True)
    found = papers("\n".join(lines))
    assert [paper.title for paper in found] == [*TITLES, *TITLES]
    assert {paper.venue for paper in found} == {"J. Sand (2)", None, "Tid. Lett."}
    assert {len(paper.authors) for paper in found} == {2}


def test_marks_that_stand_apart_behind_names_are_no_part_of_titles() -> None:
    rows = [
        f"{credited(4 * n)} K, {FAMILIES[n]} HJ{' †' * (n % 2)}. {t}. Sea Lett. 9: 3-7." for n, t in enumerate(TITLES)
    ]
    found = papers("Papers\n\n" + "\n\n".join(rows))
    assert [paper.title for paper in found] == list(TITLES)
    assert [paper.authors[1] for paper in found] == [f"{family} HJ" for family in FAMILIES[:10]]


def test_journals_in_front_of_in_press_stay_venues() -> None:
    rows = [f"({n}) Roe, J.; Poe, K. {title}. J. Sand. Lett., in press." for n, title in enumerate(TITLES, 1)]
    found = papers("References\n\n" + "\n".join(rows))
    assert [(paper.title, paper.venue) for paper in found] == [(title, "J. Sand. Lett.") for title in TITLES]


def test_what_the_last_words_of_a_title_are_called_for_short_is_no_venue() -> None:
    venues = ("ICES", "TIDES", "S&L", "ICES", "SHORE", "TIDES", "ICES", "S&L")
    own = "Forty Winters of the Mean Sea Level (MSL)"
    rows = [f"- {title} ({venue})" for title, venue in zip(TITLES, venues, strict=False)]
    assert titles_of("Shores\n\nPapers\n\n" + "\n".join([*rows, f"- {own}"])) == [*TITLES[:8], own]
