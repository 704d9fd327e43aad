"""Pages of courses and labs: what stands around their readings, and the odd ends of single citations."""

from __future__ import annotations

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
        "What Sand Remembers of Water. M. Poe. Oikos 2006.\nExpt: Anna B.\nPaper: Anna B., Chris D.\n\nWeek 2\n"
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
