"""Shapes of Markdown and HTML pages that were once misread: each a small document with the titles it lists."""

from __future__ import annotations

import re

import pytest

from tests.mentions.test_kept_shapes import FIRST, FOURTH, LISTED, SECOND, THIRD, TITLES, papers

VENUES = ("ICES", "eShore", "ICES", "eShore")


def _linked(title: str, number: int) -> str:
    return f"[[paper](https://arxiv.org/abs/2101.0000{number})]"


def _broken(title: str) -> str:
    """The title with the end of a line behind its third word."""
    return re.sub(r"^(\S+ \S+ \S+) ", "\\1\n", title)


SHAPES = {
    "papers below a sentence on who contributed them": "# Shores\n\n## Tides\n\n"
    "*Contributed by our reading group, forms may vary.*\n\n"
    + "".join(
        f"* `Oikos {2015 + n}` {title} [[pdf](https://arxiv.org/abs/1905.0{n}210)]\n" for n, title in enumerate(TITLES)
    ),
    "papers with venue and year below a heading that names parts of pages elsewhere": "# Shores\n\n## Navigation\n\n"
    + "".join(
        f"- ICES 20{number}{how}, {title}, [arXiv](https://arxiv.org/abs/{number}01.00001)\n"
        for number, (title, how) in enumerate(zip(TITLES, ("", " Oral", " (Best Poster Award)", ""), strict=True), 18)
    ),
    "citations of one author, short ones among them, some starred": "# Shores\n\n"
    + "".join(
        f"{star}{names} ({2016 + number}). {title}. *Journal of Tides*, *53*(6), 512–541.\n\n"
        for number, (star, names, title) in enumerate(
            zip(("", "\\* ", "", "\\* "), ("Roe, A., & Poe, M.", "Doe, K.", "Moe, L.", "Zoe, J."), TITLES, strict=True)
        )
    ),
    "year and venue between dots in front of a linked title": "# Shores\n\n"
    + "".join(
        f"- 20{number} · {venue} · [{title}](https://arxiv.org/abs/{number}01.00001) [[tool](https://github.com/a/b{number})]\n"
        for number, (title, venue) in enumerate(
            zip(TITLES, ("ICES", "eShore", "S&T", "Marine Letters"), strict=True), 18
        )
    ),
    "an emphasised journal behind authors that a dash sets apart": "# Shores\n\n"
    + "".join(
        f"- {title} — {who}, *Journal of Shores* 2019 [[pdf](https://arxiv.org/abs/1901.0000{number})]\n"
        for number, (title, who) in enumerate(
            zip(TITLES, ("A. Roe et al.", "J.A.P.M. Doe", "L.C.L.J. Poe, M. Moe", "A.S.v.d. Zoe et al."), strict=True)
        )
    ),
    "bold titles with their credits in brackets, in paragraphs of opinions": "# Shores\n\n"
    + "".join(
        f"**{title}** ({credit}). Ask us what we like about it. [Preprint](https://arxiv.org/abs/1901.0000{number}).\n\n"
        for number, (title, credit) in enumerate(
            zip(
                TITLES,
                ("Roe et al., 2019, *JSS B*", "Roe, 2019, *Oikos*", "Poe and Moe, *Marine Letters*, 2019", "Doe 2019"),
                strict=True,
            )
        )
    ),
    "papers below groups, below a heading of several words": (
        "# Shores\n\n## Life between Tides\n\n- **Theory**\n"
        f"  - {FIRST} (ICES 2019) {_linked(FIRST, 1)}\n    - Authors: Ana Roe, Max Poe\n"
        f"  - {SECOND} (Marine Letters 2020) {_linked(SECOND, 2)}\n    - Counts every frond by hand.\n"
        f"- **Methods**\n  - {THIRD} (ICES 2021) {_linked(THIRD, 3)}\n"
        f"  - {FOURTH} (ICES 2021) {_linked(FOURTH, 4)}\n"
    ),
    "headings over labelled details, one of which is unlike the others": "# Notes\n\n## Shores\n\n"
    + "".join(
        f"### {title}\n\n- **Authors:** Ana Roe, Max Poe\n- **Where:** Marine Letters, 2019\n"
        f"- **Link:** <https://arxiv.org/abs/1901.0000{number}>\n- **Read on:** 2023-10-0{number}\n\nTry figure 4.\n\n"
        for number, title in enumerate(TITLES, start=1)
    ),
    "venues without a year behind titles in short lists": "# Shores\n\n"
    + "".join(
        f"### {year}\n\n"
        + "".join(
            f"* {title}, {venue}. [[Paper](https://arxiv.org/abs/{year % 100}01.0000{number})]\n"
            for number, (title, venue) in enumerate(zip(titles, VENUES, strict=False), start=1)
        )
        + "\n"
        for year, titles in ((2021, TITLES), (2020, LISTED))
    ),
    "year and venue as code in front of plain titles": "# Shores\n\n"
    + "".join(
        f"* `20{number}` `{venue}` {title} [:page_facing_up:](https://arxiv.org/abs/{number}01.00001)\n"
        for number, (title, venue) in enumerate(
            zip(TITLES, ("Oikos", "Marine Letters", "ICES", "Oikos"), strict=True), 18
        )
    ),
    "journals, linked, behind plain titles and emphasised authors": "# Shores\n\n"
    + "".join(
        f"- {title}. *{name}* [{journal}](https://doi.org/10.1000/{number}) ({2010 + number}), "
        f"[preprint](https://arxiv.org/abs/2101.0000{number})\n"
        for number, (title, name, journal) in enumerate(
            zip(
                (*TITLES, *LISTED),
                ("Ana Roe", "Max Poe et al.", "Eva Doe, Jan Moe", "Ana Roe") * 2,
                ("Journal of Marine Letters", "Oikos and Shores") * 4,
                strict=False,
            )
        )
    ),
    "linked titles behind authors and a tag that is code": "# Shores\n\n"
    + "".join(
        f"1. A. Roe, M. Poe, J. Doe; `ICES {2010 + number}` | [{title}](https://arxiv.org/abs/2101.0000{number}). "
        f"![](https://img.shields.io/badge/new-red)\n"
        for number, title in enumerate((*TITLES, *LISTED, "What the Gulls Forget"))
    ),
    "linked headings, each over two names in bold": "# Shores\n\n"
    + "".join(
        f"#### **[{title}](https://arxiv.org/abs/2101.0000{number})**\n\n**Ana Roe, Max Poe**\n\nOikos, 2019\n\n"
        for number, title in enumerate(TITLES)
    ),
    "headings, each over one name, a venue and a bare address": "# Shores\n\n"
    + "".join(
        f"#### {title}\n\n1. *Ana Roe*\n1. ICES, 2019\n1. <https://arxiv.org/abs/1901.0000{number}>\n\n"
        for number, title in enumerate(TITLES)
    ),
    "bold titles that begin with a quotation": (
        "# Shores\n\n"
        f'1. **"{FIRST}" and other fables.** *Ana Roe.* _Oikos_ (2019). [[pdf](https://arxiv.org/abs/1901.00001)]\n'
        f"2. **{SECOND}.** *Max Poe.* _Oikos_ (2020). [[pdf](https://arxiv.org/abs/2001.00001)]\n"
    ),
    "a paragraph a paper, authors on its first line": "<html><body><h1>Publications</h1><h2>2019</h2>\n"
    + "".join(
        f'<p>{who},<br>\n<a href="papers/{number}.pdf"><b>{title}</b></a>,<br>\n'
        f"<i>Mar. Lett.</i>, vol. {number}, 2019.</p>\n"
        for number, (who, title) in enumerate(zip(("A. Roe", "M. Poe, K. Doe", "L. Moe"), TITLES, strict=False), 1)
    )
    + "</body></html>",
    "linked titles that go on over the end of the source's line": "<html><body><h1>Papers</h1>\n"
    + "".join(
        f'<p><a href="papers/{number}.ps"><b>{_broken(title)}</b></a><br>\n'
        f"(with Max Poe and Kim Doe)<br>\n<i>Oikos</i> {number} (2019), 12-34.</p>\n"
        for number, title in enumerate(TITLES, start=1)
    )
    + "</body></html>",
    "a schedule with two columns of readings": (
        "<html><body><h1>Seminar</h1><table>\n"
        "<tr><th>Week</th><th>Topic</th><th>Required reading</th><th>Further reading</th></tr>\n"
        + "".join(
            f"<tr><td>{week}</td><td>Shores<br><a href='s/{week}.pdf'>slides</a></td>"
            + "".join(
                f"<td><ul><li><a href='https://arxiv.org/abs/1901.0000{week}'>{title}</a>"
                " (Roe et al., ICES 2019)</li></ul></td>\n"
                for title in titles
            )
            + "</tr>\n"
            for week, titles in enumerate(((FIRST, SECOND), (THIRD, FOURTH)), 1)
        )
        + "</table></body></html>"
    ),
    "venue and year in bold in front of plain titles": "# Shores\n\n"
    + "".join(
        f"* **{venue} 20{number}** {title} [[paper](https://arxiv.org/abs/{number}01.00001)]\n"
        for number, (title, venue) in enumerate(zip(TITLES, ("ICES", "MARE", "ICES", "MARE"), strict=True), 18)
    ),
    "paragraphs of plain lines below headings": "# Shores\n\n"
    + "".join(
        f"## {heading}\n\n"
        + "".join(
            f"{title}  \n{who}  \n*Oikos*, 2019  \n[PDF](https://arxiv.org/abs/1901.0000{number})\n\n"
            for number, (title, who) in enumerate(zip(titles, ("Ana Roe, Max Poe", "Kim Doe, Lin Moe"), strict=True))
        )
        for heading, titles in (("Field Work", TITLES[:2]), ("Old and New Models", TITLES[2:]))
    ),
    "linked headings over lists of names, venue and a sentence": "# Shores\n\n"
    + "".join(
        f"### [{title}](https://arxiv.org/abs/1901.0000{number})\n\n- Ana Roe, Max Poe, Kim Doe\n- Oikos 2019\n"
        "- Counts every frond by hand.\n\n"
        for number, title in enumerate(TITLES)
    ),
    "papers parted by two line breaks": "<html><body><h1>Publications</h1>\n"
    + "".join(f"A. Roe, M. Poe,<br>\n<b>{title}</b>,<br>\nOikos, 2019.<br><br>\n" for title in TITLES)
    + "</body></html>",
    "labels among the lines of a cell": (
        "<html><body><h1>Seminar</h1><table>\n<tr><th>Date</th><th>Topic</th><th>Readings</th></tr>\n"
        + "".join(
            f"<tr><td>Sep {number}</td><td>Shores</td><td><b>Required:</b><br><a href='https://arxiv.org/abs/1901.00001'>"
            f"{first}</a><br><b>Optional:</b><br><a href='https://arxiv.org/abs/1901.00002'>{second}</a></td></tr>\n"
            for number, (first, second) in enumerate((TITLES[:2], TITLES[2:]), 1)
        )
        + "</table></body></html>"
    ),
    "co-authors in front of emphasised titles": "<html><body><h1>Papers</h1><ul>\n"
    + "".join(f"<li>(with Max Poe and Kim Doe) <i>{title}</i>, Oikos 3 (2019), 11-30.\n" for title in TITLES)
    + "</ul></body></html>",
    "plain titles between initials and an emphasised journal": "<html><body><h1>Papers</h1>\n"
    + "".join(
        f"<p>A. Roe, M. Poe, {title}, <i>J. Mar. Biol.</i>, vol. 3, pp. 1-9, 2019.</p>\n"
        for title in (FIRST, SECOND, FOURTH)
    )
    + "</body></html>",
    "one author below a plain title": "<html><body><h1>Papers</h1>\n"
    + "".join(f"<p>{title}<br>\nAna Roe<br>\n<i>J. Mar. Biol.</i>, vol. 3, 2019.</p>\n" for title in TITLES)
    + "</body></html>",
    "sentences that link to their titles, people behind": "# A tour of the shore\n\nProse on purpose.\n\n"
    + "\n\n".join(
        f"{opening} [{title}](https://arxiv.org/abs/2101.0000{number}) by {people} (ICES {2016 + number}). "
        "A careful count of everything."
        for number, (opening, title, people) in enumerate(
            zip(
                ("Start with", "If you have one evening, read", "We also recommend", "The methods are shown in"),
                TITLES,
                ("Roe and Poe", "New and Gull", "Roe et al.", "J. A. Roe and M. Poe"),
                strict=True,
            )
        )
    ),
    "several titles in the sentences of a paragraph": "# A tour of the shore\n\n"
    + "\n\n".join(
        f"It began with [{TITLES[at]}](https://arxiv.org/abs/2101.0000{at}) by Roe et al. and went on to "
        f"[{TITLES[at + 1]}](https://arxiv.org/abs/2101.0001{at}) (Poe, 2019), which says more."
        for at in (0, 2)
    ),
}
EXPECTED = {
    "linked titles behind authors and a tag that is code": (*TITLES, *LISTED, "What the Gulls Forget"),
    "journals, linked, behind plain titles and emphasised authors": (*TITLES, *LISTED),
    "plain titles between initials and an emphasised journal": (FIRST, SECOND, FOURTH),
    "venues without a year behind titles in short lists": (*TITLES, *LISTED),
    "bold titles that begin with a quotation": (f'"{FIRST}" and other fables', SECOND),
    "a paragraph a paper, authors on its first line": TITLES[:3],
}


@pytest.mark.parametrize("name", SHAPES)
def test_marked_page_gives_the_titles_it_lists(name: str) -> None:
    assert [mention.title for mention in papers(SHAPES[name])] == list(EXPECTED.get(name, TITLES))


def test_code_in_front_of_a_title_is_its_year_and_venue() -> None:
    first = papers(SHAPES["year and venue as code in front of plain titles"])[0]
    assert (first.year, first.venue) == (2018, "Oikos")


def test_journals_that_links_name_again_and_again_are_the_venues() -> None:
    read = papers(SHAPES["journals, linked, behind plain titles and emphasised authors"])
    assert {mention.venue for mention in read} == {"Journal of Marine Letters", "Oikos and Shores"}
    assert [mention.year for mention in read] == list(range(2010, 2017))


@pytest.mark.parametrize(
    ("credit", "authors", "venue"),
    [
        ("(Roe et al., 2019, *Oikos Acta*)", ("Roe",), "Oikos Acta"),
        ("(Roe and Poe 2019), J. Shore Stud.", ("Roe", "Poe"), "J. Shore Stud."),
        ("(Roe, Poe, & Moe, Review of Shores 2019)", ("Roe", "Poe", "Moe"), "Review of Shores"),
        ("(Roe, Review of Shores 2019)", ("Roe",), "Review of Shores"),
        ("(A. Roe and M. Poe, *Oikos Acta*, 2019)", ("A. Roe", "M. Poe"), "Oikos Acta"),
        ("(*Oikos Acta*, 2019)", (), "Oikos Acta"),
        ("(2019, *Oikos Acta*)", (), "Oikos Acta"),
        ("(Oikos 2019)", (), "Oikos"),
    ],
)
@pytest.mark.parametrize("marked", [f"*{FIRST}*", f"**{FIRST}**", f"[{FIRST}](https://doi.org/10.1/a)"])
def test_credit_in_brackets_states_authors_venue_and_year(
    marked: str, credit: str, authors: tuple[str, ...], venue: str
) -> None:
    (paper,) = papers(f"# Shores\n\n- {marked} {credit} [[link](https://arxiv.org/abs/1901.00001)] — a note on it.\n")
    assert (paper.title, paper.authors, paper.venue, paper.year) == (FIRST, authors, venue, 2019)


def test_kind_of_presentation_in_brackets_is_no_author() -> None:
    (paper,) = papers(f"# Shores\n\n- [{FIRST}](https://doi.org/10.1/a) (Oral, ICES 2019)\n")
    assert (paper.authors, paper.year) == ((), 2019)


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ('Introducing "The Crabs of Winter"', "*Jane Roe*"),
        ("Dunes – A grass between the tides", "*Nils Poe, Ana Roe et al.*"),
        ("Dead ends in tidal pools. Version 2", "*Lawrence M. Moe*"),
        ("Cold Dunes: A Survey", "*Ana Etsion, Max Poe*"),
    ],
)
def test_plain_words_in_front_of_emphasised_authors_are_the_title(title: str, names: str) -> None:
    (paper,) = papers(f"# Shores\n\n* {title}, {names}, ICES'19 - [Paper](https://arxiv.org/abs/1901.00001)\n")
    assert (paper.title, paper.venue, paper.year) == (title, "ICES", 2019)
    assert paper.authors == tuple(re.split(", ", names.strip("*").removesuffix(" et al.")))


def test_emphasised_journal_behind_plain_words_is_no_author() -> None:
    (paper,) = papers(f"# Shores\n\n* {FIRST}, *Human Ecology*, 2017. [Paper](https://arxiv.org/abs/1901.00001)\n")
    assert (paper.title, paper.authors, paper.venue) == (FIRST, (), "Human Ecology")


@pytest.mark.parametrize("title", ["Shores of Roe et al. (2020) and Moe and Poe (2021)", "A note on Roe et al. (2020)"])
def test_year_of_another_work_in_a_title_is_none_of_its_own(title: str) -> None:
    (paper,) = papers(f"# Shores\n\n* [{title}](https://arxiv.org/abs/2301.00001)\n")
    assert (paper.title, paper.year) == (title, None)


CELL = (
    "Roe & Poe: [{0}](https://arxiv.org/abs/2101.00001), J. Phys.: Shores **3** (2019)<br>"
    "Doe et al.: {1}, Sea Lett. **14** (2020)<br>Moe: [{2}](https://arxiv.org/abs/2101.00003), preprint"
    "<br>code: [tides](https://github.com/roe/tides)"
)


def test_lines_of_a_cell_with_people_in_front_are_papers_of_their_own() -> None:
    rows = [
        f"Ana | {CELL.format(FIRST, SECOND, FOURTH)} | has reprints",
        f"Max | {CELL.format(*LISTED)} | asks for coffee",
    ]
    found = papers("# Who has read what?\n\nAsk | about | Remarks\n--- | --- | ---\n" + "\n".join(rows) + "\n")
    assert [paper.title for paper in found] == [FIRST, SECOND, FOURTH, *LISTED]
    assert [(paper.venue, paper.year) for paper in found[:2]] == [("J. Phys.: Shores", 2019), ("Sea Lett.", 2020)]
    assert [len(paper.links) for paper in found[:3]] == [1, 0, 2]


@pytest.mark.parametrize(
    ("text", "title", "venue"),
    [
        ("Ana Roe, Max Poe. Where Herons Wait, Sea Lett. 14 (2020)", "Where Herons Wait", "Sea Lett."),
        ("Ana Roe, Max Poe. Where Herons Wait, Part 2 (2020)", "Where Herons Wait, Part 2", None),
        ("Ana Roe, Max Poe. Where Herons Wait, Sheet 4 (2020)", "Where Herons Wait, Sheet 4", None),
        ("Ana Roe, Max Poe. Where Herons Wait, Survey Year 3 (2020)", "Where Herons Wait, Survey Year 3", None),
        ("Ana Roe, Max Poe. Where Herons Wait, Leg 12 (2020)", "Where Herons Wait, Leg 12", None),
        ("Ana Roe, Max Poe. Where Herons Wait, Tidal Letters 4 (2020)", "Where Herons Wait", "Tidal Letters"),
    ],
)
def test_volume_in_front_of_the_year_is_no_part_of_a_number(text: str, title: str, venue: str | None) -> None:
    found = papers(f"# Shores\n\n- {text}\n- Kim Doe, Jo Zoe. Salt in the Wind, Sea Lett. 15 (2021)\n")
    assert (found[0].title, found[0].venue, found[0].year) == (title, venue, 2020)


def test_quoted_words_of_a_title_behind_the_year_are_not_the_title() -> None:
    found = papers(
        "# Shores\n\n"
        '- Roe, L. R. 1981. Beach Work and the "Sand Premise". *Shore Research* 37(3): 195–208. [[PDF](r/roe.pdf)]\n'
        '- Poe, M. 1985. Is There a "Sand Premise" in Dunes? *Shore Research* 41(1): 18–41. <https://www.jstor.org/2>\n'
        "- Doe, A. 1986. Waves of the North. *Shore Research* 41(1): 18–41. <https://www.jstor.org/stable/28>\n"
    )
    assert [each.title for each in found] == [
        'Beach Work and the "Sand Premise"',
        'Is There a "Sand Premise" in Dunes?',
        "Waves of the North",
    ]


def test_keys_of_citations_in_front_are_no_part_of_entries() -> None:
    rows = (
        ("[Cos24]", "Ana Costa", "Tides behind Old Dikes"),
        ("[DEF+19]", "Ben Duarte, Carla Esteves, Dina Faria et al.", "Counting Gulls from Boats"),
        ("[vdB21a]", "Jan van der Berg", "How Pebbles Are Sorted"),
    )
    text = "# Shores\n\n" + "".join(
        f"- **{key}** {names}. [{title}](https://arxiv.org/abs/1801.0000{at}). *ICES 2018*.\n"
        for at, (key, names, title) in enumerate(rows)
    )
    assert [(each.title, each.authors[0], each.venue) for each in papers(text)] == [
        (title, names.split(",")[0], "ICES") for _, names, title in rows
    ]


def test_venues_in_brackets_in_front_are_no_keys() -> None:
    titles = ("Tides behind Old Dikes", "Counting Gulls from Boats", "How Pebbles Are Sorted")
    text = "# Shores\n\n" + "".join(
        f"- [{venue}2018] [{title}](https://arxiv.org/abs/1801.0000{at})\n"
        for at, (venue, title) in enumerate(zip(("ICES", "EGU", "SAND"), titles, strict=True))
    )
    assert [(each.title, each.venue, each.year) for each in papers(text)] == [
        (title, venue, 2018) for title, venue in zip(titles, ("ICES", "EGU", "SAND"), strict=True)
    ]


def test_quotation_inside_an_emphasised_title_is_no_title() -> None:
    title = 'Reply to "Tides behind Old Dikes Are Late" and Others'
    text = f"# Shores\n\n- A. Costa & B. Duarte, *{title}*, Shore J. **12** (2018), 3–14\n"
    assert [each.title for each in papers(text)] == [title]


def test_numbers_of_reports_in_their_series_are_no_part_of_titles() -> None:
    numbered = "".join(f"<dt>2019-{at:02d}. {title}</dt><dd>Ana Roe, Max Poe</dd>" for at, title in enumerate(REPORTS))
    document = f"<!DOCTYPE html><html><body><h1>Reports</h1><dl>{numbered}</dl></body></html>"
    assert [mention.title for mention in papers(document)] == list(REPORTS)


REPORTS = ("Tidal Pools under Warming Seas", "A Census of Northern Kelp", "What Waves Carry to the Shore")
