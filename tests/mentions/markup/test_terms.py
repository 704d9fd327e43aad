"""Lists of terms that are people, with what they wrote below them."""

from __future__ import annotations

import pytest

from enrich.mentions import extract
from enrich.records import Document, DocumentKind, Mention, MentionKind

PAPERS = (
    ("Roe, A.", "Salt and the Sledge", "Shore Journ.", 12, 1994),
    ("Roe, A. & others", "Why Ferries Stop. A Ledger of Fog", "Quay Stud.", 4, 1991),
    ("Poe, M. K.", "What is a Groyne?", "Shore Journ.", 31, 1997),
    ("Moe, J. & T. Doe", "The Lamp Keepers", "Quay Stud.", 7, 1999),
    ("van der Zoe, L.", "Eel Traps of the Inner Bay", "Shore Journ.", 8, 1990),
)


def papers(body: str) -> list[Mention]:
    text = f"<HTML><BODY><H1>Members' papers</H1>\n{body}\n</BODY></HTML>"
    document = Document("list", "list", DocumentKind.HTML, text, "", len(text))
    return [mention for mention in extract(document).mentions if mention.kind is MentionKind.PAPER]


@pytest.mark.parametrize("term", ["<DT><B>{}</B>", "<DT>{}", "<DT><STRONG>{}</STRONG></DT>"])
@pytest.mark.parametrize("mark", ["", "&dagger; "])
@pytest.mark.parametrize("behind", ["{}, {}, pp. 3-14.", "{} ({}), 3-14."])
def test_what_people_wrote_stands_below_them(term: str, mark: str, behind: str) -> None:
    listed = [
        f"{term.format(who.replace('&', '&amp;'))}\n<DD>{mark}{title}{'' if title.endswith('?') else '.'}"
        f" <I>{venue}</I> {behind.format(volume, year)}"
        for who, title, venue, volume, year in PAPERS
    ]
    found = papers("<DL>\n" + "\n".join(listed) + "\n</DL>")
    assert [(paper.title, paper.venue, paper.year) for paper in found] == [
        (title, venue, year) for _, title, venue, _, year in PAPERS
    ]
    assert found[3].authors == ("Moe, J.", "T. Doe")


def test_several_papers_stand_below_one_name() -> None:
    found = papers(
        "<DL><DT>Roe, A.\n<DD>Salt and the Sledge. <CITE>Shore Journ.</CITE> 12: 3-9, 1994.\n"
        "<DD>Why Ferries Stop. <CITE>Quay Stud.</CITE> 4: 13-29, 1991.\n"
        "<DT>Poe, M.\n<DD>What is a Groyne? <CITE>Shore Journ.</CITE> 31: 1-9, 1997.\n"
        "<DT>Moe, J.\n<DD>The Lamp Keepers. <CITE>Quay Stud.</CITE> 7: 33-39, 1999.</DL>"
    )
    assert [(paper.title, paper.authors) for paper in found] == [
        ("Salt and the Sledge", ("Roe, A.",)),
        ("Why Ferries Stop", ("Roe, A.",)),
        ("What is a Groyne?", ("Poe, M.",)),
        ("The Lamp Keepers", ("Moe, J.",)),
    ]


def test_a_name_in_full_is_one_author() -> None:
    found = papers(
        "<DL><DT><STRONG>ROE, Jane</STRONG>\n<DD>Salt and the Sledge. <CITE>Shore Journ.</CITE> 12: 3-9, 1994.\n"
        "<DT><STRONG>Max K. Poe</STRONG>\n<DD>The Lamp Keepers. <CITE>Quay Stud.</CITE> 31: 1-9, 1997.\n"
        "<DT><STRONG>Ann Doe, Leo Zoe</STRONG>\n<DD>Eel Traps of the Bay. <CITE>Quay Stud.</CITE> 7: 33-39, 1999.</DL>"
    )
    assert [(paper.title, paper.authors, paper.year) for paper in found] == [
        ("Salt and the Sledge", ("Jane ROE",), 1994),
        ("The Lamp Keepers", ("Max K. Poe",), 1997),
        ("Eel Traps of the Bay", ("Ann Doe", "Leo Zoe"), 1999),
    ]


def test_title_people_and_place_of_one_paper_stay_together() -> None:
    found = papers(
        "<DL>"
        + "".join(
            f"<DT>{title}\n<DD>{who}\n<DD><I>{venue}</I> {volume}, {year}\n"
            for who, title, venue, volume, year in PAPERS
            if "&" not in who
        )
        + "</DL>"
    )
    assert [paper.title for paper in found] == [title for who, title, *_ in PAPERS if "&" not in who]


@pytest.mark.parametrize("more", ["This paper asks how rivers move sand.", "Shore Journ. 12, 3-9."])
def test_below_people_and_a_year_the_first_paragraph_alone_is_a_title(more: str) -> None:
    people = ("Max Poe, Ann Moe", "Jane Roe, Max Poe", "Sue Loe and Tom Boe", "Roe, A.", "Ann Moe, Tom Boe")
    found = papers(
        "<DL>"
        + "".join(
            f"<DT>{who} ({year})\n<DD><I>{title}</I>\n<DD>{more}\n"
            for who, (_, title, *_, year) in zip(people, PAPERS, strict=True)
        )
        + "</DL>"
    )
    assert [(paper.title, paper.year) for paper in found] == [(title, year) for _, title, *_, year in PAPERS]


def test_topics_are_no_people() -> None:
    topics = ("Mud Flats", "Salt Marsh", "River Bank")
    found = papers(
        "<DL>"
        + "".join(
            f"<DT>{topic}\n<DD>{first[1]}, Jane Roe, Oikos 2010\n<DD>{second[1]}, Max Poe, Oikos 2009\n"
            for topic, first, second in zip(topics, PAPERS, PAPERS[2:], strict=False)
        )
        + "</DL>"
    )
    assert not {(topic,) for topic in topics} & {paper.authors for paper in found}


def test_sentences_about_papers_below_people_are_none() -> None:
    found = papers(
        "<DL>"
        + "".join(
            f"<DT>{who}\n<DD>{title}, {year}\n<DD>Published in Oikos in {year} with data\n"
            for who, title, _, _, year in PAPERS
        )
        + "</DL>"
    )
    assert not [paper.title for paper in found if paper.title.startswith("Published")]
