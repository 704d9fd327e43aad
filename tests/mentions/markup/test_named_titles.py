"""Titles with a name of their own in brackets in front, in bold, and venue and year in others behind a bar."""

from __future__ import annotations

import pytest

from enrich.mentions import extract
from enrich.records import Document, DocumentKind, Mention, MentionKind

_LISTED = (
    ("[TideNet] ", "Wide networks of gauges for accurate harbour surveys", "ICTS", 2014),
    ("[OverTide] ", "OverTide: Integrated Recognition of Waves using Buoys", "JOH", 2015),
    ("", "Spatial Pooling of Soundings in Shallow Harbours", "ICTS", 2015),
    ("[MR-Buoy] ", "Buoy detection via a multi-region & current-aware model", "arXiv", 2017),
    ("[Fast Tide] ", "Fast Tide", "ICTS", 2016),
    ("[Light Buoy, LB] ", "Light Buoy: In Defence of Two-Stage Moorings", "WTS", 2018),
    ("[Slow Tide] ", "Slow Tide: Delving into High Water Levels", "ICTS", 2019),
    ("", "A Harbour at Scale", "WTS", 2021),
)


def _papers(text: str) -> list[Mention]:
    document = Document("list", "list", DocumentKind.MARKDOWN, text, "", len(text))
    return [mention for mention in extract(document).mentions if mention.kind is MentionKind.PAPER]


def test_names_and_what_code_is_written_in_are_no_titles_and_no_venues() -> None:
    entries = (
        f"- {name and f'**{name.strip()}** '}{title} | **[{venue}' {year % 100}]** |"
        f"[`[pdf]`](https://arxiv.org/abs/1701.0{at:04}) [`[official code - caffe]`](https://github.com/roe/tide{at})\n"
        for at, (name, title, venue, year) in enumerate(_LISTED)
    )
    found = _papers("# Harbours\n\n## Papers\n\n" + "\n".join(entries))
    assert [(paper.title, paper.venue, paper.year) for paper in found] == [row[1:] for row in _LISTED]
    assert all(len(paper.links) == 2 for paper in found)


def test_venues_in_front_that_come_again_are_venues() -> None:
    entries = (f"- **[{venue}]** [{title}](https://arxiv.org/abs/1701.00001)\n" for _, title, venue, _ in _LISTED)
    found = _papers("# Harbours\n\n" + "".join(entries))
    assert [(paper.title, paper.venue) for paper in found][:3] == [(row[1], row[2]) for row in _LISTED[:3]]


def test_tables_of_links_into_the_page_are_its_contents() -> None:
    cells = ("2.1 Basic Gauges", "2.2 Kinds of Harbours", "2.3 Pooling Methods", "2.4 Analysis of Waves")
    links = [f'    <td>&ensp;<a href="#{cell.split()[1].lower()}">{cell}</a></td>\n' for cell in cells]
    table = f"<table>\n<tr>\n{''.join(links[:2])}</tr>\n<tr>\n{''.join(links[2:])}</tr>\n</table>\n"
    entries = "".join(
        f"1. **{title}.** {venue}, {year}. [paper](https://arxiv.org/abs/1701.00001)\n\n"
        for _, title, venue, year in _LISTED
    )
    found = _papers(f"# Harbours\n\n## Content\n\n{table}\n## Gauges\n\n{entries}")
    assert [paper.title for paper in found] == [row[1] for row in _LISTED]


def test_tags_set_as_code_behind_titles_in_cells_are_no_words_of_theirs() -> None:
    tags = ("", " **`data.`**", "", " :fire: **`kg.`** **`data.`**", "", " `surv.`", " :star:", "")
    rows = "".join(
        f"| {title}{tag} | Harbour School | {venue} | {year} | [[PDF](https://arxiv.org/abs/1701.00001)] |\n"
        for (_, title, venue, year), tag in zip(_LISTED, tags, strict=True)
    )
    found = _papers(f"# Harbours\n\n|Title|Affiliation|Venue|Year|Materials|\n|---|---|---|---|---|\n{rows}")
    assert [paper.title for paper in found] == [row[1] for row in _LISTED]


@pytest.mark.parametrize(
    ("tag", "venue", "year"),
    [("**`ICES 2019`**", "ICES", 2019), ("`ICES 2019.`", "ICES", 2019), ("**`Oikos`** **`2019`**", "Oikos", 2019)],
)
def test_venues_and_years_set_as_code_behind_titles_in_cells_are_theirs(tag: str, venue: str, year: int) -> None:
    rows = "".join(f"| [{row[1]}](https://sea.example/{row[3]}) {tag} | Max Poe, Ann Moe |\n" for row in _LISTED)
    found = _papers(f"# Harbours\n\n| Title | Authors |\n|---|---|\n{rows}")
    assert [(paper.title, paper.venue, paper.year) for paper in found] == [(row[1], venue, year) for row in _LISTED]


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("| Year | Title |", "| {year} | [{title}](#m{n}) |"),
        ("| Title | PDF |", "| [{title}](#) | [pdf](#) |"),
        ("| Title | Authors |", "| [{title}](#m{n}) | [Ana Roe, Max Poe](#n{n}) |"),
        ("| | |", "| {year} | [{title}](#m{n}) |"),
    ],
)
def test_tables_with_titles_that_link_into_the_page_are_lists(head: str, row: str) -> None:
    rows = "".join(row.format(n=n, title=title, year=2018 + n) + "\n" for n, (_, title, _, _) in enumerate(_LISTED))
    found = _papers(f"# Harbours\n\n{head}\n|---|---|\n{rows}")
    assert [paper.title for paper in found] == [listed[1] for listed in _LISTED]


def test_links_in_brackets_in_front_say_where_titles_appeared() -> None:
    told = [
        ("3DS", "https://doi.org/10.1000/1", "SandCloud: Layers of Sand from Depth"),
        ("Sensors", "https://doi.org/10.1000/2", "Counting Grains on a Moving Belt"),
        ("Sand Asia", "https://arxiv.org/abs/1801.00003", "Where do Dunes Go?"),
        ("ICES", "https://arxiv.org/abs/1801.00004", "Tides: A Slow Study of Harbours"),
    ]
    lines = "".join(f"- [[{venue}]({url})] {title} [[code](https://github.com/a/b)]\n" for venue, url, title in told)
    found = [(paper.venue, paper.title) for paper in _papers(f"# Sand\n\n## 2018\n\n{lines}")]
    assert found == [(venue, title) for venue, _, title in told]
    assert [
        paper.title for paper in _papers("# Sand\n\n- [[paper](https://arxiv.org/abs/1801.00005)] A Grey Dune\n")
    ] == ["A Grey Dune"]
