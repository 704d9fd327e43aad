"""Pages of courses and labs: what stands around their readings, and the odd ends of single citations."""

from __future__ import annotations

import pytest

from enrich.documents.shape import kind_of_text
from enrich.mentions import extract
from enrich.records import Document, Mention, MentionKind


def papers(text: str) -> list[Mention]:
    document = Document("list", "list", kind_of_text(text), text, "", len(text))
    return [mention for mention in extract(document).mentions if mention.kind is MentionKind.PAPER]


def titles(text: str) -> list[str]:
    return [paper.title for paper in papers(text)]


CITED = (
    "Roe, Jane. 2011. {}.{} Sea Letters 55(2): 465-480.\n",
    "Poe, Max K. 1998. {}.{} Shore Studies 110: 29-46.\n",
    "Doe, Kim. 1991. {}.{} Sea Letters 43(2): 169-195.\n",
    "Moe, Lee. 2000. {}.{} Shore Studies 54(1): 1-39.\n",
)


def test_quotation_marks_inside_of_quoted_titles_end_none() -> None:
    names = (
        "Why {}tides{} Are Late: A Theory",
        "Where Herons Wait",
        "Salt in the Wind",
        "{}Let Us Row!{}: Talk at Sea",
    )
    for opening, closing in ("“”", '""'):
        told = [name.format(opening, closing) for name in names]
        quoted = [f"{opening}{name}" for name in told]
        lines = [line.format(name, closing) for line, name in zip(CITED, quoted, strict=True)]
        assert titles("Week 1\n" + "".join(f"- {line}" for line in lines)) == told
        assert titles("## Week 1\n\n" + "".join(f"* {line}" for line in lines)) == told


def test_what_a_course_prints_around_its_readings_is_no_paper() -> None:
    text = (
        "ECON 201: Topics in Trade\nMonday & Wednesday 1:00-2:30 pm, GDC 5.304\n"
        "Related courses: CS 395 Fall 2018, Spring 2016\n\nGrading\n"
        "Participation: 25%. Attendance is not optional.\nTwo response papers: 25%. Four pages, by Wednesday at 5 pm.\n"
        "Referee report (10%)\nFinal paper or mock exam: 40%, due December 14\n\nWeek 1\n"
        "Tides in the Harbor of a Small Town. J. Roe and M. Poe. Oikos 2004.\n"
        "What Sand Remembers of Water. M. Poe. Oikos 2006.\nExpt: Anna B.\nPaper: Anna B., Max D.\n\nWeek 2\n"
        "- Lee, ch. 2\n"
        "A Theory of Dunes. K. Lee. Ecology 2011.\nWind, Sand and Markets. L. Moe and J. Roe. Ecology 2014.\n"
    )
    assert titles(text) == [
        "Tides in the Harbor of a Small Town",
        "What Sand Remembers of Water",
        "A Theory of Dunes",
        "Wind, Sand and Markets",
    ]


def test_in_front_of_people_words_of_titles_are_no_people() -> None:
    text = (
        "Seeing the Shore\n\n"
        "   *Finding Shells from Local Features.  D. Lowe.  ICCV 1999.  [pdf] [code]\n"
        "   *Shore Walk: A Retrieval Approach.  J. Sivic and A. Zisser.  ICCV 2003.  [pdf] [demo]\n"
        "   Scalable Search with a Tree of Words.  D. Nister and H. Stew.  CVPR 2006.  [pdf]\n"
        "   Using the Dune to See the Sand: A Model Relating Ripples, Grains and Slopes.  K. Murp, A. Torr.  NIPS 2003."
        "  [pdf]\n"
        "   Learning to Tell Unseen Shells by Between-Class Attribute Transfer.  C. Lamp, H. Nick.  CVPR 2009.  [pdf]\n"
        "   Distinctive Ripples from Keypoints.  D. Lowe.  IJCV 2004.  [pdf]\n"
    )
    found = papers(text)
    assert [paper.title for paper in found][3:5] == [
        "Using the Dune to See the Sand: A Model Relating Ripples, Grains and Slopes",
        "Learning to Tell Unseen Shells by Between-Class Attribute Transfer",
    ]
    assert [paper.authors for paper in found][3:5] == [("K. Murp", "A. Torr"), ("C. Lamp", "H. Nick")]


def test_that_a_reading_is_optional_is_no_part_of_it() -> None:
    text = (
        "Readings\n\n- How to Read a Chart, S. Kesh, CCR 2007\n- The Core of a Harbor, Per Brin, CACM 1970\n"
        "- Quays: A Concept for Harbors, C. A. Hoar, CACM 1974 [optional]\n- Protection, B. Lampson, OSR 1974\n"
        "- Hints for the Design of Piers, B. Lamp, SOSP 1983 (optional)\n- Memory in Sands, C. Wald, OSDI 2002\n"
    )
    found = papers(text)
    assert [(paper.title, paper.authors, paper.venue, paper.year) for paper in found[2:5]] == [
        ("Quays: A Concept for Harbors", ("C. A. Hoar",), "CACM", 1974),
        ("Protection", ("B. Lampson",), "OSR", 1974),
        ("Hints for the Design of Piers", ("B. Lamp",), "SOSP", 1983),
    ]


def test_preprints_of_mathematicians_have_a_year_and_a_server() -> None:
    text = (
        "Jane Moe\nPapers\n\n4. Stability of the profile of a thin film (with S. Ibra), preprint (2026), "
        "arXiv:2602.16549.\n\n3. Sands, Shores and Classification of Waves, preprint (2026), arXiv:2601.03575.\n\n"
        "2. Functions of recurrence relations with reflection, J. Eur. Math. Soc. (JEMS) 89 (2019), no. 1, 845–898."
        " [pdf]\n\n1. Models for waves: an overview (with P. Joly), J. Eur. Math. Soc. (JEMS) 186 (2018), 123–125.\n\n"
        "Concentration and profiles: an introduction, lecture notes for the summer school in Cortona, 2016. [pdf]\n\n"
        "What is a shore?, Nieuw Arch. Wiskd. 19 (2018), 44–48. [pdf]\n"
    )
    assert [(paper.title.split()[0], paper.venue, paper.year) for paper in papers(text)] == [
        ("Stability", "arXiv", 2026),
        ("Sands,", "arXiv", 2026),
        ("Functions", "J. Eur. Math. Soc. (JEMS)", 2019),
        ("Models", "J. Eur. Math. Soc. (JEMS)", 2018),
        ("Concentration", "lecture notes for the summer school in Cortona", 2016),
        ("What", "Nieuw Arch. Wiskd.", 2018),
    ]
    assert papers(text)[4].title == "Concentration and profiles: an introduction"


def test_books_with_editors_in_brackets_are_venues_and_many_authors_stand_in_front_of_titles() -> None:
    text = (
        "Publications\n\nZeid P, Sils EH, Schw DS, Bake CI, Okon AC. Bayesian Harbor Field Modelling. Oikos 88:1035-43 "
        "(2016). [PDF]\n\nBadh R, Okon AC. A distance constrained model of a worm. Sea Biol 12(1):e1004 (2016).\n\n"
        "Shuk LK, Okon AC. Beyond the Debate: A Complement. J Shore 12:45-62 (2015). [PDF]\n\nBook chapters\n\n"
        "Okon AC, Lind P. Networks and short tides. In: The Handbook of Shores and Seas (Reye M, ed), pp 211-240. Some "
        "University Press (2016).\n\n"
        "Okon AC. Balanced waves. In: Encyclopedia of the Seas (Jaeg D, Jung R, eds). Springer (2015).\n"
    )
    assert [(paper.title, paper.venue) for paper in papers(text)] == [
        ("Bayesian Harbor Field Modelling", "Oikos"),
        ("A distance constrained model of a worm", "Sea Biol"),
        ("Beyond the Debate: A Complement", "J Shore"),
        ("Networks and short tides", "The Handbook of Shores and Seas"),
        ("Balanced waves", "Encyclopedia of the Seas"),
    ]


def test_how_a_paper_was_presented_is_no_paper_and_meetings_have_colons() -> None:
    entry = "SAM\n{}\nJane Roe, Max Poe, and Kim Doe\n\nIn Sands: Art and Meaning (SAM), {}\n\n{}Abs HTML\n\n"
    names = (
        "Tides for Stable Walks on Stilts",
        "Control of Unknown Kites",
        "Base Placement for Cranes",
        "Funnels of Sand",
    )
    notes = ("Oral (top 6%)\n\n", "", "Best Paper Award Finalist\n\n", "")
    text = "publications\n\n" + "".join(
        entry.format(name, 2025 - at, note) for at, (name, note) in enumerate(zip(names, notes, strict=True))
    )
    assert [(paper.title, paper.venue, paper.year) for paper in papers(text)] == [
        (name, "Sands: Art and Meaning (SAM)", 2025 - at) for at, name in enumerate(names)
    ]


def test_notes_behind_journals_in_html_leave_their_year() -> None:
    journal = '<a href="https://doi.org/10.1/{0}">Phys. Rev. A <b>113</b>, {0} (2026)</a>'
    text = (
        "<!DOCTYPE html><html><body><h2>Papers</h2><ul>"
        + "".join(
            f'<li>\n<span class="title">{title}</span><br>\nY. Lian and J. K<br>\n{journal.format(page)}{note}</li>\n'
            for title, page, note in (
                (
                    "Gaps of ironed gadgets at sea",
                    1911,
                    ', <a href="https://arxiv.org/abs/2607.28521">arXiv:2607.28521</a> '
                    '<span class="hl">see also the <a href="/news.html">press release</a></span>',
                ),
                ("Optimal quays in the windy regime", 1104, ""),
                ("Deep sets and sequences of tides", 1918, ' <span class="hl">Editors\' Suggestion</span>'),
            )
        )
        + "</ul></body></html>"
    )
    assert [(paper.venue, paper.year) for paper in papers(text)] == [("Phys. Rev. A", 2026)] * 3


def test_people_and_a_year_in_front_of_a_link_and_a_volume_behind_it_are_authors_and_venue() -> None:
    text = (
        "<!DOCTYPE html><html><body><h2>Papers</h2><ul>"
        + "".join(
            f'<li>{who} <a href="https://sea.example/{at}">{title}</a>. <i>{journal}</i> 36:344-355{note}</li>'
            for at, (who, title, journal, note) in enumerate(
                (
                    ("McMoe (1950)", "The origin of mutable shores in the north", "PNAS", ""),
                    ("Rubin &amp; Sprad (1982)", "Transformation of dunes by the wind", "Science", ""),
                    ("South (1975)", "Detection of single shells among fragments", "J. Mol. Biol.", ""),
                    ("Saik et al. (1988)", "Amplification of ripples by a tide", "Science", " <font>(optional)</font>"),
                )
            )
        )
        + "</ul></body></html>"
    )
    assert [(paper.venue, paper.year, paper.authors[:1]) for paper in papers(text)] == [
        ("PNAS", 1950, ("McMoe",)),
        ("Science", 1982, ("Rubin",)),
        ("J. Mol. Biol.", 1975, ("South",)),
        ("Science", 1988, ("Saik",)),
    ]


def test_menus_to_pages_beside_the_document_are_no_papers() -> None:
    text = (
        "<!DOCTYPE html><html><body><h1>Shores 501</h1>"
        '<p><a href="#schedule">Schedule</a> | <a href="questions.html">Discussion questions</a></p>'
        '<h2>Papers</h2><ul><li>Roe (1961) <a href="https://sea.example/1">The origin of mutable shores</a>. '
        "<i>Oikos</i> 3:318-356</li></ul></body></html>"
    )
    assert titles(text) == ["The origin of mutable shores"]


@pytest.mark.parametrize(("link", "anchor"), [("t{}.pdf", "bib"), ("t{}.html", "abstract"), ("t{}.html", "Details")])
def test_short_titles_beside_links_into_the_page_are_no_menus(link: str, anchor: str) -> None:
    text = "<!DOCTYPE html><html><body><h1>Shores</h1>" + "".join(
        f'<p><a href="{link.format(at)}">{title}</a> <a href="#b{at}">{anchor}</a></p><p>Max Poe. Oikos, 2019</p>'
        for at, title in enumerate(("Sand and Tides", "Clam Counts of the North", "What the Warm Water Did to Fish"))
    )
    assert titles(text)[0] == "Sand and Tides"
    assert len(titles(text)) == 3


@pytest.mark.parametrize("mark", ["-", "1."])
def test_a_word_is_a_title_where_people_place_and_year_stand_behind_it(mark: str) -> None:
    names = ("Slow Rivers Carry Little Sand", "A Short Guide to Mussel Growth", "Tides", "How Herons Wait for Fish")
    people = ("Max Poe, Ann Moe", "Jane Roe, Max Poe", "J. Roe", "Kim Doe, Lin Moe")
    lines = [f"{mark} {name}, {who}, Oikos 2019\n" for name, who in zip(names, people, strict=True)]
    assert titles("# Sand\n\n" + "".join(lines) + "\n## More\n\n" + "".join(lines)) == [*names, *names]
