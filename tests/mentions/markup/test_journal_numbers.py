"""Journals with numbers in bold behind them, in lists of links, of bold titles, and of plain citations."""

from __future__ import annotations

import pytest

from enrich.mentions import extract
from enrich.records import Document, DocumentKind, Mention

SILT, BANKS = "Silt and mud in small harbours", "Tides over sand banks in winter"


def found(text: str, kind: DocumentKind = DocumentKind.MARKDOWN) -> list[Mention]:
    return list(extract(Document("list", "list", kind, text, "", len(text))).mentions)


@pytest.mark.parametrize(
    ("entry", "venue"),
    [
        ("[{title}](https://doi.org/10.1234/{year}), Coastal Letters, **{year}**", "Coastal Letters"),
        ("[{title}](https://doi.org/10.1234/{year}). *J. Coast. Chem.* **{year}**, *141*, 345-350.", "J. Coast. Chem."),
        ("**{title}.** J. Roe, M. Moe. *J. Coast. Chem.* **{year}**, *141*, 345-350.", "J. Coast. Chem."),
        ("Roe, J.; Moe, M. {title}. *J. Coast. Chem.* **{year}**, *141*, 345–350.", "J. Coast. Chem."),
    ],
)
def test_years_in_bold_are_no_volumes(entry: str, venue: str) -> None:
    lines = [entry.format(title=title, year=year) for title, year in ((SILT, 2019), (BANKS, 2018))]
    papers = found("# Papers\n\n" + "".join(f"- {line}\n" for line in lines))
    assert [(paper.title, paper.venue, paper.year) for paper in papers] == [(SILT, venue, 2019), (BANKS, venue, 2018)]


@pytest.mark.parametrize(
    ("entry", "venue"),
    [
        ("**{title}.** {names}. *Coast. Chem. Lett.* **58**, 345 ({year}).", "Coast. Chem. Lett."),
        ("[{title}](https://doi.org/10.1234/{year}). {names}. *Coast. Lett.* **58**, 345 ({year}).", "Coast. Lett."),
        ("[{title}](https://doi.org/10.1234/{year}). {names}. Coast. Lett. **58**, 345 ({year}).", "Coast. Lett."),
        ("**{title}**<br>{names}. <i>Coast. Lett.</i> <b>58</b>, 345 ({year})", "Coast. Lett."),
        ("**{title}** {names} *Coastal Letters* **58**, 345 ({year})", "Coastal Letters"),
    ],
)
def test_people_in_front_of_journals_are_no_part_of_them(entry: str, venue: str) -> None:
    rows = ((SILT, "Jane Roe, Max Moe", 2019), (BANKS, "Karl Poe, Max Moe", 2018))
    lines = [entry.format(title=title, names=names, year=year) for title, names, year in rows]
    papers = found("# Papers\n\n" + "".join(f"- {line}\n" for line in lines))
    assert [(paper.title, paper.venue, paper.year) for paper in papers] == [(SILT, venue, 2019), (BANKS, venue, 2018)]
    assert [paper.authors for paper in papers] == [("Jane Roe", "Max Moe"), ("Karl Poe", "Max Moe")]


def test_journals_on_a_line_below_the_people_are_no_people() -> None:
    lines = (
        f"- **{title}** <br> {names} <br> *Coastal Letters* **58**, 345 (2019)\n"
        for title, names in ((SILT, "Jane Roe, Max Moe"), (BANKS, "Karl Poe, Max Moe"))
    )
    papers = found("# Papers\n\n" + "".join(lines))
    assert [(", ".join(paper.authors), paper.venue, paper.description) for paper in papers] == [
        ("Jane Roe, Max Moe", "Coastal Letters", None),
        ("Karl Poe, Max Moe", "Coastal Letters", None),
    ]


def test_numbers_behind_journals_describe_nothing() -> None:
    page = (
        f"# Papers\n\n1. J. Roe, M. Moe, and K. Poe, {SILT}, Phys. Rev. T **58**, 345 (2019).\n"
        f"2. K. Poe and M. Moe, {BANKS}, Phys. Rev. T **57**, 45 (2018).\n"
    )
    facts = [(paper.title, paper.venue, paper.year, paper.description) for paper in found(page)]
    assert facts == [(SILT, "Phys. Rev. T", 2019, None), (BANKS, "Phys. Rev. T", 2018, None)]
