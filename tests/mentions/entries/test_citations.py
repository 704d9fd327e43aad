"""Lists of citations: what stands in the place of a year, names of odd initials, titles of two sentences."""

from __future__ import annotations

import pytest

from enrich.mentions import extract
from enrich.mentions.entries.citation import split_authors_first
from enrich.mentions.entries.details import RowKind, kind_of_row
from enrich.mentions.entries.entry import read_entry
from enrich.mentions.entries.learned.style import learn_style
from enrich.mentions.entries.parts import Style
from enrich.records import DocumentKind
from tests.mentions.documents import document
from tests.mentions.test_kept_shapes import papers

USUAL = (
    "Roe, A., & Poe, M. B. (2017). Tidal pools under warming seas. {0}Oikos{0}, 12(3), 45-67.",
    "Doe, K., Zoe, J., & Fox, I. (2019). Do limpets remember homes? {0}Ecography{0}, 9(1), 145-167.",
    "Orr, T. (2015). Kelp: a census of northern forests. {0}Oikos{0}, 14(3), 5-17.",
)
ODD = {
    "Moe, L., & Hay, S. (n.d.). Waves and what they carry. {0}Oikos{0}, 2(3), 4-6.": "Waves and what they carry",
    "Moe, L. (in press). Who Counts the Gulls? {0}Ecography{0}.": "Who Counts the Gulls?",
    "Moe, L-D., Na, D-Y., & Hay, S. (2018). The colours of sand. {0}Oikos{0}, 2(3), 4-6.": "The colours of sand",
    "Moe, L., & Hay, S. (2018). Salt in the wind. Theoretical Remarks. {0}Annals of the Sea{0}, 4(9), 1035-1045.": (
        "Salt in the wind. Theoretical Remarks"
    ),
    "Moe, L. (2018). Salt in the wind. {0}Ann. Sea Res.{0} 4(9), 1035-1045.": "Salt in the wind",
    "Moe, L. (2018). Trees of dunes incl. Grasses, Herbs, and Mosses. {0}Oikos{0}, 2(3), 4-6.": (
        "Trees of dunes incl. Grasses, Herbs, and Mosses"
    ),
}


@pytest.mark.parametrize(("odd", "title"), ODD.items())
@pytest.mark.parametrize(("marker", "emphasis"), [("- ", "*"), ("• ", "")])
def test_odd_citation_among_usual_ones_gives_its_title(odd: str, title: str, marker: str, emphasis: str) -> None:
    rows = [f"{marker}{row.format(emphasis)}" for row in (*USUAL, odd)]
    found = papers(("# " if emphasis else "") + "Shores\n\n" + "\n".join(rows) + "\n")
    assert [mention.title for mention in found][-1] == title
    assert len(found) == len(rows)


def test_author_and_no_date_in_front_without_brackets() -> None:
    rows = [
        "Roe, Ana. 2017. Tidal Pools under Warming Seas. Oikos.",
        "Poe, Max. n.d. Kelp and Its Uses. Ecography.",
        "Doe, Kim. Forthcoming. Where Herons Wait. Oikos.",
        "Fox, Ida. 2019. Songs of the Tide. Oikos.",
    ]
    assert [mention.title for mention in papers("Shores\n\n" + "\n".join(f"• {row}" for row in rows))] == [
        "Tidal Pools under Warming Seas",
        "Kelp and Its Uses",
        "Where Herons Wait",
        "Songs of the Tide",
    ]


COLONS = (
    "Ana Roe, Max Poe: Tidal Pools under Warming Seas. Oikos 12(3): 45-67 (2017)",
    "Kim Doe, Jo Zoe, Ida Fox: Do Limpets Remember Homes? ICES 2019: 145-167",
    "Tom Orr, Eva Ash: Kelp: A Census of Northern Forests. Oikos 14(3): 5-17 (2015)",
    "Uma Kay, Lin Moe et al.: Where Herons Wait. ICES 2021: 14-16",
)
ODD_COLONS = {
    "Shaleen Deep, Sam Hay: Who Counts the Gulls. ICES 2018: 4-6": "Who Counts the Gulls",
    "Hany F. El Hay, Miriam Poe, Min li: Sand of All Colours. ICES 2018: 4-6": "Sand of All Colours",
    "Sam Hay: The Roe et al. rule of tides is exact. Oikos 2(1): 4-6 (2018)": "The Roe et al. rule of tides is exact",
    "Sam Hay, Eva Ash: Tide -- A slow walker of the dunes and of the shore. ICES 2018: 4-6": (
        "Tide -- A slow walker of the dunes and of the shore"
    ),
    "Sam Hay, Eva Ash: Climbing Mont Clair - A Site for Effort on Shores. ICES 2018: 4-6": (
        "Climbing Mont Clair - A Site for Effort on Shores"
    ),
    "Sam Hay, Eva Ash: TideIt! -- A slow walker of the dunes. ICES 2018: 4-6": "TideIt! -- A slow walker of the dunes",
    "Sam Hay, Eva Ash: Learn from Sand, Not Rocks! IEEE Trans. Shore Eng. 3(1): 4-6 (2018)": (
        "Learn from Sand, Not Rocks!"
    ),
}


@pytest.mark.parametrize(("odd", "title"), ODD_COLONS.items())
@pytest.mark.parametrize("marker", ["- ", "• "])
def test_names_in_front_of_a_colon_are_believed_where_all_have_one(odd: str, title: str, marker: str) -> None:
    rows = [f"{marker}{row}" for row in (*COLONS, odd)]
    found = papers("# " * (marker == "- ") + "Shores\n\n" + "\n".join(rows) + "\n")
    assert [mention.title for mention in found][-1] == title
    assert len(found) == len(rows)


def test_names_that_end_as_verbs_do_and_a_single_one_stand_behind_by() -> None:
    rows = [
        "Tidal Pools under Warming Seas, by Ana Roe and Max Poe (Oikos, 2017). Nice figures.",
        "Do Limpets Remember Homes?, by Kim Doe (Oikos, 2019). Long appendix about tides.",
        "Kelp (Brown): A Census, by Shijing Yao, Yueqing Wang and Bin Yu (Isis, 2015). See figure 5.",
        "Where Herons Wait, by Jo Zoe (Isis, 2021). Read together with the reply.",
    ]
    found = papers("Shores\n\n" + "\n".join(f"• {row}" for row in rows))
    assert [mention.title for mention in found] == [
        "Tidal Pools under Warming Seas",
        "Do Limpets Remember Homes?",
        "Kelp (Brown): A Census",
        "Where Herons Wait",
    ]


@pytest.mark.parametrize(
    ("text", "title", "first"),
    [
        (
            "Damping by Electron Lenses. V. Roe, Y. Poe and A. Doe. Phys. Shores 180, 14 (2017).",
            "by Electron Lenses",
            "V.",
        ),
        ("A History of Salt by Jane Roe and Max Poe. Oikos, 2019.", "History of Salt", "Jane"),
    ],
)
def test_by_is_a_word_of_titles_whose_people_stand_behind_them(text: str, title: str, first: str) -> None:
    entry = read_entry(text, Style())
    assert entry.title.rstrip(".").endswith(title)
    assert entry.authors[0].startswith(first)


@pytest.mark.parametrize(
    ("text", "names", "title"),
    [
        ("Roe, A. B.; Poe, M.-K. KelpNet: Forests under Water. {0}", 2, "KelpNet: Forests under Water"),
        ("Roe, A.; Poe, M.; Doe, S. C. Slow tides of the north. {0}", 3, "Slow tides of the north"),
        ("Roe, A.; Poe, M.; et al. Salt in the Wind. {0}", 2, "Salt in the Wind"),
        ("Roe, A.; Poe, M. K.: Salt in the Wind. {0}", 2, "Salt in the Wind"),
    ],
)
def test_families_and_initials_between_semicolons_end_at_the_last_initial(text: str, names: int, title: str) -> None:
    text = text.format("Sea Lett. 2019, 66 (10), 93–97.")
    entry = read_entry(text, Style())
    assert kind_of_row(text) is RowKind.ENTRY
    assert (len(entry.authors), entry.title.rstrip(".")) == (names, title)


def test_tags_with_a_sign_behind_an_entry_are_keywords_and_not_its_title() -> None:
    entry = read_entry("Salt in the Wind, ICES 2019 #tides #4d -- for the seminar", Style())
    assert (entry.title, entry.keywords) == ("Salt in the Wind", ("tides", "4d"))
    assert read_entry("Writing Kelp in C# and F#", Style()).title == "Writing Kelp in C# and F#"


def test_stop_behind_others_is_no_part_of_a_title() -> None:
    assert read_entry("Roe et al.. Tides of the sea. ICES 2019", Style()).title == "Tides of the sea."
    assert read_entry("et al.. 1. ", Style()).title == "et al."


@pytest.mark.parametrize(
    ("behind", "venue", "authors"),
    [
        ("(Hydrol. Process., 2019)", "Hydrol. Process.", ()),
        ("(Roe, Oikos 2019)", "Oikos", ("Roe",)),
        (". CoRR abs/1906.01234 (2019)", "CoRR", ()),
    ],
)
def test_abbreviated_journals_are_no_people_and_servers_are_venues(
    behind: str, venue: str, authors: tuple[str, ...]
) -> None:
    entry = read_entry(f"Tides and the long way of sand {behind}".replace(" .", "."), Style())
    assert (entry.title.rstrip("."), entry.venue, entry.year) == ("Tides and the long way of sand", venue, 2019)
    assert entry.authors == authors


def test_how_far_a_paper_has_come_states_the_year_or_leads_to_the_whole_venue() -> None:
    cited = "A. Roe, K. Doe and M. Poe, *Tides and the long way of sand {at}*, {behind}"
    behind = (
        "preprint (2019), [arXiv:1906.0123{at}](https://arxiv.org/abs/1906.0123{at}).",
        "to appear in Trans. Mar. Sci.",
    )
    lines = [f"* {cited}".format(at=at, behind=behind[at % 2].format(at=at)) for at in range(6)]
    found = papers("# Shores\n\n" + "\n".join(lines) + "\n")
    assert [(paper.venue, paper.year) for paper in found] == [(None, 2019), ("Trans. Mar. Sci.", None)] * 3


def test_inverted_name_and_a_year_without_a_sign_begin_a_citation_that_stands_alone() -> None:
    found = papers("# Shores\n\n- Roe, R. A., and P. J. Poe 1982. A Dialogue on Sand. *Oikos* 1(4): 35–38.\n")
    assert [(each.title, each.authors, each.year) for each in found] == [
        ("A Dialogue on Sand", ("Roe, R. A.", "P. J. Poe"), 1982)
    ]


@pytest.mark.parametrize("number", ["39(S1): S79–S114", "287(5461): 2254–2257", "30(3/4): 280–310", "45(sup1): S8–S17"])
def test_issues_of_any_form_are_no_part_of_the_journal(number: str) -> None:
    rows = [row.format("*") for row in USUAL]
    found = papers(
        "# Shores\n\n"
        + "".join(f"- {row}\n" for row in (*rows, f"Moe, L. 2006. Salt and sand of the north. *Dunes* {number}."))
    )
    assert found[-1].venue == "Dunes"


def test_line_that_begins_with_a_quoted_title_is_no_prose() -> None:
    line = (
        '"Fast matching of high and dense lists with what is known of the sea", Roe et al., 2018 (P). arXiv:1803.02601'
    )
    assert kind_of_row(line) is RowKind.ENTRY


def test_single_letter_in_brackets_is_no_venue() -> None:
    rows = [f'"{title}", Roe et al., 2018 (P). arXiv:1803.0260{n}\n' for n, title in enumerate(ODD.values())]
    assert {mention.venue for mention in papers("Shores\n\n" + "".join(rows))} == {None}


@pytest.mark.parametrize("place", ["Shores", "Sea Stud."])
def test_the_volume_that_ends_an_entry_is_no_part_of_its_journal(place: str) -> None:
    entry = read_entry(f"Roe et al. (2011). Tidal Pools under Warming Seas. {place} 12.", Style())
    assert entry.venue is not None
    assert entry.venue.rstrip(".") == place.rstrip(".")


def test_an_aside_behind_the_year_is_no_title() -> None:
    text = "Roe, A., Poe, M. B., and Doe, K.: Old Salt Marsh Maps, Sea Stud., 138, 2281–2289, 2018. {}"
    style = Style(authors_first=True, colon=True)
    assert read_entry(text.format("(Ida has the printed copy)"), style).title == "Old Salt Marsh Maps"


@pytest.mark.parametrize(
    "line",
    [
        "Naimi, Pavel, Poe. Corner bricks and linked walls. Clay Lett. 111 (2019).",
        "Bloom, Doerr, Simons. Towers Connected by Wide Arches. Stone Rev. 8 (2020).",
    ],
)
def test_three_surnames_and_a_title_are_no_authors_of_a_long_venue(line: str) -> None:
    assert kind_of_row(line) is RowKind.ENTRY
    assert kind_of_row("Ana Naimi, Max Pavel, Proc. London Math. Soc. 111 (2019).") is RowKind.AUTHORS


def test_titles_in_brackets_behind_years_are_titles() -> None:
    text = "Max Poe, Ann Moe, 2019. (Re)thinking Slow Rivers (Extended Abstract)"
    assert read_entry(text, Style(authors_first=True)).title == "(Re)thinking Slow Rivers (Extended Abstract)"


@pytest.mark.parametrize("kind", [DocumentKind.TEXT, DocumentKind.MARKDOWN])
@pytest.mark.parametrize(
    ("names", "authors"),
    [
        ("Roe, Jun, Olga Poe, Pia Doe, et al.", ("Jun Roe", "Olga Poe", "Pia Doe")),
        ("Poe, Wei, and Dan Lee", ("Wei Poe", "Dan Lee")),
    ],
)
def test_quoted_title_stands_behind_inverted_names_and_in_front_of_place_and_note(
    kind: DocumentKind, names: str, authors: tuple[str, ...]
) -> None:
    title = "What Gulls Eat When Nobody Feeds Them"
    shown = f"[{title}](https://doi.org/10.1000/gulls)" if kind is DocumentKind.MARKDOWN else title
    text = f"Papers\n======\n\n- {names} “{shown}.” Shore Letters, June 10, 2023 - nets, uses kites.\n"
    (found,) = extract(document(text, kind)).mentions
    assert (found.title, found.authors) == (title, authors)
    assert (found.venue, found.year, found.note) == ("Shore Letters", 2023, "nets, uses kites.")


@pytest.mark.parametrize("sign", [", ", "; "])
@pytest.mark.parametrize("title", ["Shallow Water, Drifting Sand, and Kelp", "Rocky Shores: The Winter of Limpets"])
def test_names_with_initials_end_where_a_phrase_has_none(title: str, sign: str) -> None:
    """Two words in capitals may be a name, but none of those who all sign with initials."""
    people = ["K. W. Harkness", "M. Poe†", "A. Roe", "J. Loe*"]
    entry = read_entry(f"{sign.join(people)}, {title}", Style())
    assert (entry.title, entry.authors) == (title, ("K. W. Harkness", "M. Poe", "A. Roe", "J. Loe"))


@pytest.mark.parametrize("place", ["", ", vol. 11", ", ed. K. Doe"])
def test_chapter_stands_behind_its_author_and_in_front_of_its_book_and_press(place: str) -> None:
    style = Style(authors_first=True)
    entry = read_entry(f"J. Roe, Counting Waves by Night, in Studies of the Tidal Shore{place} (Press), 2015.", style)
    assert (entry.title, entry.authors) == ("Counting Waves by Night", ("J. Roe",))
    assert (entry.venue, entry.year) == ("Studies of the Tidal Shore", 2015)


def test_old_years_stand_behind_names_and_parts_of_works_are_of_their_titles() -> None:
    old = read_entry(
        "Roe, S., 1896: On the influence of salt upon the tides of the ground. Phil. Mag., 31, 25–28.", Style()
    )
    assert (old.title.rstrip("."), old.year) == ("On the influence of salt upon the tides of the ground", 1896)
    part = read_entry("Roe, K., 1976: Drifting sands. Part I. Theory. Tides, 11, 18–20.", Style(described=False))
    assert (part.title.rstrip("."), part.venue) == ("Drifting sands. Part I. Theory", "Tides")


def test_surname_alone_behind_the_question_of_a_cited_title_is_no_part_of_it() -> None:
    assert read_entry("Nudging Gulls or Feeding? Roe, SEAS 2022.", Style()).title == "Nudging Gulls or Feeding?"


@pytest.mark.parametrize("title", ["E. Coli, Its Toxins and Their Uses", "U.S. Fisheries, Law and Policy"])
@pytest.mark.parametrize("form", ["{}. Sea Letters 2019.", "{} (Sea Letters 2019)"])
def test_initial_at_the_beginning_of_a_title_makes_no_name(title: str, form: str) -> None:
    assert read_entry(form.format(title), Style()).title.rstrip(".") == title


@pytest.mark.parametrize("title", ["Who Counts Gulls? Revisited", "Are Tides Regular? Yes"])
def test_answer_behind_the_question_of_a_cited_title_is_a_part_of_it(title: str) -> None:
    assert read_entry(f"{title} (SEAS 2022)", Style()).title == title


def test_year_within_a_title_and_a_colon_end_none_that_states_another() -> None:
    title = "The Great Cork Flood (2009): causes and costs"
    assert read_entry(f"{title}. Jane Roe and Max Poe. Sea Letters 2019.", Style()).title.rstrip(".") == title


@pytest.mark.parametrize(
    "title",
    [
        "Gulls of the Coast Revisited",
        "SAND: Slow, Steady and Even Drift of Dunes",
        "Salt: A Tale of Tides, Wind, and Waves",
    ],
)
def test_volume_and_pages_of_a_series_behind_meeting_and_year_are_no_title(title: str) -> None:
    entry = read_entry(f"J. Roe and M. Poe, {title}, Wet SEAS 2016, LNWS 1556, pp. 127-406.", Style(authors_first=True))
    assert (entry.title, entry.authors, entry.year) == (title, ("J. Roe", "M. Poe"), 2016)


@pytest.mark.parametrize(
    "names",
    ["Ely, B. D.", "Ely, B. D., Roe, K.", "Ely, B. D., and Roe, K. M.", "Ely, B., Roe, K. et al.", "Ely, B. et al."],
)
def test_initials_and_others_end_names_in_front_of_a_comma(names: str) -> None:
    title = "Salt marshes after a century of dikes"
    assert split_authors_first(f"{names}, {title}", expected=True) == (names, None, title)


def test_surnames_and_others_stand_in_front_of_a_year_however_many() -> None:
    title = "Salt marshes after a century of dikes"
    assert split_authors_first(f"Roe, Poe, Moe et al. (2019). {title}", expected=False) == (
        "Roe, Poe, Moe et al.",
        2019,
        title,
    )


@pytest.mark.parametrize("journal", ["Deep Sea Letters, Part II", "Lecture Notes, Springer", "Shore Hydraulics, Delft"])
def test_parts_publishers_and_towns_behind_a_journal_are_no_meetings(journal: str) -> None:
    entry = read_entry(f"How Gulls Find Their Way, {journal} 2019, pp. 3-14", Style())
    assert (entry.title, entry.venue, entry.year) == ("How Gulls Find Their Way", journal, 2019)


@pytest.mark.parametrize(("sign", "place"), [("-", "({})"), ("–", "(ICES {})"), ("|", "| ICES {}")])
def test_people_end_at_the_sign_that_a_list_has_behind_them(sign: str, place: str) -> None:
    people = ("J. Roe, M. Poe, I. Fox", "Jane Roe, Max Poe", "A. Doe, T. H. Hale", "U. Ives")
    titles = ("Kelp and Salt", "Slow Waves on Quiet Shores", "Herons, Ponds - and Ice", "A Census of Limpets")
    years = [place.format(2010 + at) for at in range(len(titles))]
    lines = [f"{who} {sign} {title} {year}" for who in people for title, year in zip(titles, years, strict=True)]
    found = [read_entry(line, learn_style(lines)) for line in lines]
    assert [entry.title for entry in found] == list(titles) * len(people)
    assert found[0].authors == ("J. Roe", "M. Poe", "I. Fox")
