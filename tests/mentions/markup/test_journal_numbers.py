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


CITED = (
    ("Roe, J. and Moe, M.", SILT, "J. Sand Res., 12, 345–360, <https://doi.org/10.1000/x1>, 2019.", 2019),
    (
        "Poe, K., Doe, L., and Loe, P.",
        BANKS,
        "Shore Planet. Sc. Lett., 31, 1870–1987, <https://doi.org/10.1000/x2>, 2018.",
        2018,
    ),
    (
        "Noe, A. B. and Fox, I.",
        "How ponds freeze over sand",
        "Nat. Tides Shore Syst. Sci., 31, 3456, 2017. **Begin here.**",
        2017,
    ),
    (
        "Orr, T.",
        "Counting reeds by radar",
        "Hydrol. Shore Syst. Sci., 3(2), e12, [doi:10.1000/x4](https://doi.org/10.1000/x4), 2016.",
        2016,
    ),
)


@pytest.mark.parametrize("kind", [DocumentKind.MARKDOWN, DocumentKind.TEXT])
def test_years_stand_behind_the_pages_and_addresses_of_citations(kind: DocumentKind) -> None:
    papers = found("# Papers\n\n" + "".join(f"- {who}: {title}, {place}\n" for who, title, place, _ in CITED), kind)
    if kind is DocumentKind.MARKDOWN:
        assert [(paper.title, paper.year) for paper in papers] == [(title, year) for _, title, _, year in CITED]
    assert [paper.venue for paper in papers] == [place.partition(".,")[0] + "." for _, _, place, _ in CITED]


@pytest.mark.parametrize("kind", [DocumentKind.MARKDOWN, DocumentKind.TEXT])
@pytest.mark.parametrize(
    "cited",
    [
        "J. Roe, M. Poe. {}. Marine Letters, 12(3), 31-46, 2010.",
        "{}. Max Poe, Ann Moe. J. Sands, 12, 31-46, 2010.",
    ],
)
def test_stops_end_titles_in_front_of_journals_volumes_and_years(cited: str, kind: DocumentKind) -> None:
    papers = found("# Papers\n\n" + "".join(f"- {cited.format(title)}\n" for title in (SILT, BANKS)), kind)
    assert [(paper.title, len(paper.authors), paper.venue in ("Marine Letters", "J. Sands")) for paper in papers] == [
        (SILT, 2, True),
        (BANKS, 2, True),
    ]


@pytest.mark.parametrize("emphasised", ["*Oikos*", "<span class=journal>Oikos</span>"])
def test_volume_and_pages_behind_an_emphasised_journal_describe_nothing(emphasised: str) -> None:
    page = "".join(f"- {title}. {emphasised} 12(3), 3-9, 2010.\n" for title in (SILT, BANKS))
    assert [(paper.title, paper.venue, paper.year, paper.description) for paper in found(f"# Papers\n\n{page}")] == [
        (SILT, "Oikos", 2010, None),
        (BANKS, "Oikos", 2010, None),
    ]


def test_pages_behind_a_volume_leave_no_volume_in_the_venue() -> None:
    page = f"# Papers\n\n- [{SILT}](a.pdf), Max Poe, Oikos 12, 3-9\n- [{BANKS}](b.pdf), Jane Roe, Oikos 13, 3-9\n"
    assert [(paper.venue or "").endswith("Oikos") for paper in found(page)] == [True, True]


def test_words_of_links_stand_behind_volumes_and_issues() -> None:
    page = f"# Papers\n\n- {SILT}, Max Poe, Ann Moe, Oikos 12(3) pdf\n- {BANKS}, Jane Roe, Oikos 13(1) pdf\n"
    assert [paper.title for paper in found(page)] == [SILT, BANKS]


def test_one_word_in_front_of_titles_with_a_marked_place_wrote_them() -> None:
    page = f"- Roe (2010), [{SILT}](http://a.org/1), *Tide Res.*\n- Lo (2011), [{BANKS}](http://a.org/2), *Oikos*\n"
    assert [paper.authors for paper in found(f"# Papers\n\n{page}")] == [("Roe",), ("Lo",)]


def test_columns_of_references_hold_journals_and_what_comes_again_in_front_names_no_work() -> None:
    titles = (SILT, BANKS, "Ripples in clay under slow currents", "What the ebb leaves on gravel", "Dunes at night")
    rows = [
        f"{('SB', 'NB')[n == 2]} | {title} | [Coast. Lett. **{n + 3}**, 61{n} (201{n})](https://doi.org/10.1234/{n})"
        for n, title in enumerate(titles)
    ]
    papers = found("\n".join(["# Papers", "", "Platform | Title | Reference", "--- | --- | ---", *rows]))
    assert [(paper.title, paper.venue, paper.year) for paper in papers] == [
        (title, "Coast. Lett.", 2010 + n) for n, title in enumerate(titles)
    ]
    assert all(len(paper.links) == 1 for paper in papers)
