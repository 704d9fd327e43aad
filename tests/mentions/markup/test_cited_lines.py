"""Lines that cite papers, in cells and below days, and journals that are told by the volume behind them."""

from __future__ import annotations

import pytest

from enrich.documents.shape import kind_of_text
from enrich.mentions import extract
from enrich.records import Document, Mention, MentionKind

TIDES, KELP, LIMPETS, WAVES = (
    "Tidal Pools under Warming Seas",
    "Kelp: A Census of Northern Forests",
    "Do Limpets Remember Homes?",
    "Waves and What They Carry to the Shore",
)


def papers(text: str) -> list[Mention]:
    document = Document("list", "list", kind_of_text(text), text, "", len(text))
    return [mention for mention in extract(document).mentions if mention.kind is MentionKind.PAPER]


def facts(text: str) -> list[tuple[str, str | None, int | None]]:
    return [(paper.title, paper.venue, paper.year) for paper in papers(text)]


def test_lines_of_a_cell_that_cite_papers_are_one_each() -> None:
    page = (
        "<!DOCTYPE html><html><body><h1>Law of the Sea</h1><table><tr><td>Wk</td><td>Topic</td><td>Articles</td></tr>"
        f"<tr><td>1</td><td>Pools</td><td>Ana B. Roe, <i>{TIDES}</i>, 12 Shore L. Rev. 345 (1999)<br>"
        f'Max Poe &amp; Kim Doe, <a href="https://ssrn.com/abstract=1"><i>{KELP}</i></a>, 3 J. of Tides 45 (2004)<br>'
        "Lee Moe, <i>Tidal Boundaries</i>, 70 Mar. L.J. 1719 (2005)<br></td></tr>"
        f"<tr><td>2</td><td>Homes</td><td>Jo Zoe, <i>{LIMPETS}</i>, 8 Shore L. Rev. 12 (2001)<br>"
        f"Ida Fox, <i>{WAVES}</i>, 9 Shore L. Rev. 34 (2002)<br></td></tr></table></body></html>"
    )
    assert facts(page) == [
        (TIDES, "Shore L. Rev.", 1999),
        (KELP, "J. of Tides", 2004),
        ("Tidal Boundaries", "Mar. L.J.", 2005),
        (LIMPETS, "Shore L. Rev.", 2001),
        (WAVES, "Shore L. Rev.", 2002),
    ]


def test_lines_with_people_and_a_year_in_front_of_quoted_titles_are_papers() -> None:
    people = ("*Roe, Ana, and Max Poe", "Doe, Kim, Lee Moe, and Jo Zoe", "*Fox, Ida", "*Orr, Tom, and Eva Ash")
    lines = "<br />\n".join(
        f"{names}. {2010 + n}. &#8220;{title}{'' if title.endswith('?') else '.'}&#8221; <em>Shore Letters</em> 12(3)."
        for n, (names, title) in enumerate(zip(people, (TIDES, KELP, LIMPETS, WAVES), strict=True))
    )
    page = f"<!DOCTYPE html><html><body><h1>Readings</h1><h3>1. Shores</h3><p>\n{lines}<br />\n</p></body></html>"
    found = [(title, "Shore Letters", 2010 + n) for n, title in enumerate((TIDES, KELP, LIMPETS, WAVES))]
    assert facts(page) == found


def test_lines_of_a_cell_with_surnames_or_labels_in_front_of_links_are_papers() -> None:
    link = [f"[{title}](https://arxiv.org/abs/1801.0000{n})" for n, title in enumerate((TIDES, KELP, LIMPETS, WAVES))]
    page = (
        "# Seminar\n{: .no_toc }\n\n| Date | Topic | Readings | Due |\n|:--|:--|:--|:--|\n"
        f"| Sep 1 | Pools | **Required:** Roe, {link[0]}, ICES 2011<br>Poe, {link[1]}, ICES 2012 | Essay |\n"
        f"| Sep 8 | Homes | {link[2]} (Moe, ICES 2013)<br>*Optional:* Doe and Zoe, {link[3]}, ICES 2014 | |\n"
        "| Sep 15 | Project demos | none :tada: | Paper |\n"
    )
    assert facts(page) == [(title, "ICES", 2011 + n) for n, title in enumerate((TIDES, KELP, LIMPETS, WAVES))]


def test_journals_stand_before_volumes_in_bold() -> None:
    page = (
        "# Shores\n\n"
        f"* Roe et al. (2019): {TIDES}. Part II: the rocky ones, Mar. Sci. **12**, L34 — [arXiv](https://arxiv.org/abs/1902.00001)\n"
        f"* Poe et al. (2020): {KELP}, Tides **345**, 12 — [arXiv](https://arxiv.org/abs/2002.00002)\n"
        f"* Moe (2021): {LIMPETS} — [arXiv](https://arxiv.org/abs/2102.00003)\n\n"
        "Ask | About\n--- | ---\n"
        f"Jo | Fox et al.: [{WAVES}](https://arxiv.org/abs/2202.00004), Mar. Sci. **13** (2022)"
        "<br>Orr & Poe: [Where Herons Wait](https://arxiv.org/abs/2202.00005), npj Tides **7**, 1987 (2021)"
        "<br>Lee et al.: Salt in the Wind of the North, Tides **346** (2020)\n"
        "Ida | Zoe: [The Sea at Work](https://arxiv.org/abs/2202.00006), preprint\n"
    )
    assert facts(page) == [
        (f"{TIDES}. Part II: the rocky ones", "Mar. Sci.", 2019),
        (KELP, "Tides", 2020),
        (LIMPETS, None, 2021),
        (WAVES, "Mar. Sci.", 2022),
        ("Where Herons Wait", "npj Tides", 2021),
        ("Salt in the Wind of the North", "Tides", 2020),
        ("The Sea at Work", None, None),
    ]


def test_definitions_below_days_are_papers() -> None:
    days = "".join(
        f"<h2>Week {number}: {topic}</h2><dl><dt>Sep {number}</dt><dd><strong>Lecture {number}</strong> {topic}</dd>"
        f'<dd><a href="https://example.org/{number}">Roe et al. ({2010 + number}, ICES)</a>: <em>{title}</em></dd>'
        "</dl>"
        for number, (topic, title) in enumerate(
            zip(("Pools", "Forests", "Homes", "Surf"), (TIDES, KELP, LIMPETS, WAVES), strict=True), start=1
        )
    )
    page = f"<!DOCTYPE html><html><body><h1>Calendar</h1><p>Read before class.</p>{days}</body></html>"
    found = [(title, "ICES", 2011 + number) for number, title in enumerate((TIDES, KELP, LIMPETS, WAVES))]
    assert facts(page) == found


def test_what_follows_a_paper_below_a_day_is_no_paper() -> None:
    titles = {1: TIDES, 2: LIMPETS, 3: "Silt and Mud in Small Harbours"}
    weeks = "".join(
        f"- Week {week}\n\n  Jane Roe: *{title}*, {2010 + week}\n\n  Slides and notes are on the server\n"
        for week, title in titles.items()
    )
    assert facts(f"# Readings\n\n{weeks}") == [(title, None, 2010 + week) for week, title in titles.items()]


def test_terms_that_are_years_are_those_of_the_papers_below() -> None:
    years = "".join(
        f"<dt>{year}</dt><dd>Jane Roe, Max Moe: <i>{title}</i>. Coastal Letters.</dd>"
        "<dd>Abstract: We study the mud of ten small harbours by hand.</dd>\n"
        for year, title in ((2019, TIDES), (2018, KELP), (2017, WAVES))
    )
    found = [(TIDES, "Coastal Letters", 2019), (KELP, "Coastal Letters", 2018), (WAVES, "Coastal Letters", 2017)]
    assert facts(f"<!DOCTYPE html><html><body><h1>Papers</h1><dl>{years}</dl></body></html>") == found


def test_terms_with_people_below_are_titles() -> None:
    terms = "".join(
        f"<dt>{title}<dd>Roe, A., Poe, M.B.<dd><i>Coast. Tides Lett.</i>, 2019, vol. 3, pp. 4-15 "
        "<a href='3.pdf'>local copy</a>\n"
        for title in (TIDES, KELP, LIMPETS)
    )
    page = f"<!DOCTYPE html><h1>Shores</h1><p>To read.<h2>Pools</h2><dl>{terms}</dl><h2>Surf</h2><dl>{terms}</dl>"
    assert facts(page) == [(title, "Coast. Tides Lett.", 2019) for title in (TIDES, KELP, LIMPETS)] * 2


def test_what_a_cell_calls_its_title_is_the_title() -> None:
    talks = "".join(
        f'<tr><td>{9 + hour}:30</td><td><div class="authors"><a href="p{hour}.html">Ana Roe</a> and '
        f'<a href="q{hour}.html">Max Poe</a></div><div class="title">{title}</div></td></tr>'
        for hour, title in enumerate((TIDES, KELP, LIMPETS, WAVES))
    )
    found = papers(f"<!DOCTYPE html><html><body><h1>Program</h1><table>{talks}</table></body></html>")
    assert [paper.title for paper in found] == [TIDES, KELP, LIMPETS, WAVES]
    assert found[0].authors == ("Ana Roe", "Max Poe")


def test_lines_below_venue_and_year_are_titles() -> None:
    entries = "".join(
        f"<li>ICES {2015 + number}<br>\n{title}<br>\nA. Roe, M. Poe, and K. Doe</li>\n"
        for number, title in enumerate((TIDES, KELP, LIMPETS, WAVES))
    )
    page = f"<html><body><h1>Publications</h1><h2>Shores</h2><ul>\n{entries}</ul></body></html>"
    found = [(title, "ICES", 2015 + number) for number, title in enumerate((TIDES, KELP, LIMPETS, WAVES))]
    assert facts(page) == found


def test_lone_family_names_with_initials_are_authors_where_others_of_a_list_are() -> None:
    names = ["Roe D", "Poe J, Doe AB", "Moe K", "Roe D, Moe K *et al*", "Doe AB"]
    titles = ["Tides and the origin of dunes", "Waves, and what they carry", "Sand and Salt in a Finite Bay"]
    lines = [f"* {names[at % 5]}. {titles[at % 3]} {at}. *Shores*, 20{at:02}. [doi][d{at}]" for at in range(15)]
    ids = [f"[d{at}]: https://doi.org/10.1038/s.{at}" for at in range(15)]
    found = papers("# Shores\n\n" + "\n".join([*lines, "", *ids]) + "\n")
    assert [paper.title for paper in found] == [f"{titles[at % 3]} {at}" for at in range(15)]


def test_one_author_with_initials_in_front_of_the_year_is_no_title_in_a_short_list() -> None:
    readings = [
        f"## Week 1\n\n- Roe, M. 2010. {TIDES}. *Quarterly Review of Shores* 85:183–206. [pdf](roe2010.pdf)",
        f"- Poe, J. H. 1999. {LIMPETS} *Oikos* 84:177–192. [pdf](poe1999.pdf)\n",
        f"## Week 2\n\n- Doe, K. 2004. {WAVES}. *The Shore Naturalist* 163:787–799. [pdf](doe2004.pdf)",
        f"- Moe, R. E. 2008. {KELP}. *The Shore Naturalist* 172:741–750. [pdf](moe2008.pdf)",
    ]
    found = papers("# Shores\n\n" + "\n".join(readings) + "\n")
    assert [paper.title for paper in found] == [TIDES, LIMPETS, WAVES, KELP]
    assert [paper.authors for paper in found] == [("Roe, M",), ("Poe, J. H",), ("Doe, K",), ("Moe, R. E",)]


def test_lines_below_a_day_that_begin_with_people_and_a_year_are_papers() -> None:
    page = f"""# Shore readers

We meet at noon. One leads, everybody reads.

## Autumn

**Oct 3**, Dana  
Roe 1959, {TIDES}. *Am Shore* 395:556  
and Poe & Moe 1966, Piers and Gulls. *Am Shore* 50:384  

**Oct 10**, Ida  
Fox, Orr & Bertness 1961, {LIMPETS} *Tides* 108:23  
against McElm & Doe 1963, {WAVES}. *Tides* 287:141 <https://www.jstor.org/stable/3441089>  
_Look at Fig. 2._  

**Oct 17**, (guest: K. Holm)  
Hill, What Dunes Forget in Winter. *Am Shore*  
with Moss et al. 2004, {KELP}. *Tides* 97:97  
"""  # noqa: W291 - two blanks at the end break a line
    assert facts(page) == [
        (TIDES, "Am Shore", 1959),
        ("Piers and Gulls", "Am Shore", 1966),
        (LIMPETS, "Tides", 1961),
        (WAVES, "Tides", 1963),
        ("What Dunes Forget in Winter", "Am Shore", None),
        (KELP, "Tides", 2004),
    ]


def test_plain_papers_below_those_in_bold_are_papers_too() -> None:
    core = ("Tidal Pools under Pressure", "Kelp and the Price of Salt", "Limpets in Linear Time", "Waves without Money")
    rest = ("A Note on Gulls and Sand", "The Piers Problem Is Hard", "Two Storms in One Autumn", "Dunes That Wait Long")
    weeks = "".join(
        f"### Week {n}: Shores\n\n"
        f"1. **{one}**, Roe, Poe (ICES ’1{n}). [paper](https://arxiv.org/pdf/1801.0000{n})<br>pro: Ida, con: Max\n"
        f"   - {two}, Doe, Orr, Ash (MARE ’1{n}). [paper](https://arxiv.org/pdf/1802.0000{n})\n"
        f"   - (play with it) [SandLab](https://sandlab.example.org/)\n\n"
        for n, (one, two) in enumerate(zip(core, rest, strict=True), start=1)
    )
    found = papers(f"# Shore seminar\n\n## Schedule\n\n{weeks}")
    assert [paper.title for paper in found] == [title for pair in zip(core, rest, strict=True) for title in pair]
    assert (found[1].authors, found[1].venue, found[1].year) == (("Doe", "Orr", "Ash"), "MARE", 2011)


@pytest.mark.parametrize(
    "below",
    [
        "Ana Roe, Max Poe<br>Shores {year}, best paper award",
        "Roe, A., & Poe, M. ({year}). Shores 12(3), 45-67.",
        "Ana Roe, Max Poe ({year}). Shore Letters, Oslo",
        "May {year}, in two parts<br>slides",
    ],
)
def test_years_on_lines_below_a_linked_title_begin_no_paper(below: str) -> None:
    titles = (TIDES, KELP, LIMPETS)
    rows = [f"- [{title}](https://a.org/{at}.pdf)<br>{below.format(year=2017 + at)}" for at, title in enumerate(titles)]
    found = papers("# Shores\n\n" + "\n".join(rows))
    assert [paper.title for paper in found] == list(titles)
    if "Shores" in below:
        assert [(paper.venue, paper.year) for paper in found] == [("Shores", 2017 + at) for at in range(len(titles))]


def test_linked_versions_and_slides_below_a_linked_paper_are_its_details() -> None:
    page = (
        f"# Shores\n\n- [{TIDES}](https://a.org/1.pdf). Ana Roe. 2016.\n"
        "  - Extended version with all the proofs, 2017 [pdf](https://a.org/2.pdf)\n"
        f"- [{KELP}](https://a.org/3.pdf). Ana Roe. 2014.\n"
        "  - Slides of my talk at Shores, Oslo, 2014 [pdf](https://a.org/4.pdf)\n"
        f"- {WAVES}, Max Poe\n"
        "  - handout for the class, 2018 [pdf](https://a.org/5.pdf)\n"
    )
    assert [(paper.title, len(paper.links)) for paper in papers(page)][:2] == [(TIDES, 2), (KELP, 2)]
    assert len(papers(page)) == 3


def test_first_author_in_front_of_a_quoted_title_may_be_inverted() -> None:
    ends = (
        ", and Max Poe. “{}.” <i>Sand ONE</i> 10, no. 11 (2015): 24–39.",
        ". “{}.” <i>Dunes</i> 11 (2015): 24–39.",
        ", Lea Dahl, and Max Poe. “{}.” sandRxiv, May 20, 2015.",
    )
    cited = [f"Roe, Jane{end.format(title)}" for end, title in zip(ends, (TIDES, KELP, WAVES), strict=True)]
    found = papers(
        "<!DOCTYPE html><html><body><h1>Ours</h1><ul><li>" + "</li><li>".join(cited) + "</li></ul></body></html>"
    )
    assert [(paper.title, paper.authors, paper.venue, paper.year) for paper in found] == [
        (TIDES, ("Jane Roe", "Max Poe"), "Sand ONE", 2015),
        (KELP, ("Jane Roe",), "Dunes", 2015),
        (WAVES, ("Jane Roe", "Lea Dahl", "Max Poe"), "sandRxiv", 2015),
    ]


@pytest.mark.parametrize(
    ("names", "authors"),
    [
        ("Jane Roe and Max Poe. 2019. ", ("Jane Roe", "Max Poe")),
        ("Roe, Poe & Moe (2019), ", ("Roe", "Poe", "Moe")),
        ("Roe, Poe and Moe. 2019. ", ("Roe", "Poe", "Moe")),
        ("Roe J, Poe M. 2019. ", ("Roe J", "Poe M")),
        ("Roe, J. (2019). ", ("J. Roe",)),
        ("Roe, 2019. ", ("Roe",)),
    ],
)
def test_people_and_year_in_front_of_a_quoted_title_are_no_venue(names: str, authors: tuple[str, ...]) -> None:
    lines = "".join(f"<li>{names}“{title}”, <i>Oikos</i></li>" for title in (TIDES, KELP, WAVES))
    found = papers(f"<!DOCTYPE html><html><body><h1>Ours</h1><ul>{lines}</ul></body></html>")
    assert [(paper.title, paper.authors, paper.venue, paper.year) for paper in found] == [
        (title, authors, "Oikos", 2019) for title in (TIDES, KELP, WAVES)
    ]


@pytest.mark.parametrize("front", ["2019 {} · {} · _{}_ · [doi]({})", "{}, 2019 | {} | _{}_ | [doi]({})"])
@pytest.mark.parametrize("journals", [("SRQ", "Sand Stud.", "Isis"), ("Shores of Asia", "Sand and Wind", "Oikos")])
def test_emphasised_titles_have_journal_year_and_people_in_cells_in_front(
    front: str, journals: tuple[str, ...]
) -> None:
    people = ("Roe et al.", "Poe, Moe & Lund", "Le Hay et al.", "de la Fuente & Ott")
    lines = [
        f"- [{'x '[at % 2]}] " + front.format(journals[at % 3], who, title, f"https://doi.org/10.1000/{at}")
        for at, (who, title) in enumerate(zip(people, (TIDES, KELP, LIMPETS, WAVES), strict=True))
    ]
    found = facts("# Shores\n\n" + "\n".join(lines) + "\n")
    assert found == [(title, journals[at % 3], 2019) for at, title in enumerate((TIDES, KELP, LIMPETS, WAVES))]


def test_people_in_front_of_linked_titles_are_no_part_of_those_without_a_link_or_a_year() -> None:
    found = papers(
        f"# tide-papers\n\n## Waves\n\n* Roe et al. (2018), [{TIDES}](https://doi.org/10.1234/a), *Sea Rev.*\n"
        f"* Moe & Poe (in review), [{KELP}](https://doi.org/10.1234/b), *JTS*\n"
        f"* Dahl & Lind (2016), [Salt on old boats](https://doi.org/10.1234/c), *Sea Rev.*\n"
        f"* Lind (2017), {WAVES}, *JTS*\n"
    )
    assert [(paper.title, paper.authors, paper.year) for paper in found] == [
        (TIDES, ("Roe",), 2018),
        (KELP, ("Moe", "Poe"), None),
        ("Salt on old boats", ("Dahl", "Lind"), 2016),
        (WAVES, ("Lind",), 2017),
    ]


def test_one_name_and_year_in_a_cell_in_front_are_a_person() -> None:
    found = papers("# Shores\n\n" + "".join(f'- Roe J., 2010 · "[{title}](a.pdf)"\n' for title in (TIDES, KELP, WAVES)))
    assert [paper.venue for paper in found] == [None] * 3
