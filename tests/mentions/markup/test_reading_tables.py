"""Tables of courses whose cells list readings: below headings across all columns, folded away, and line by line."""

from __future__ import annotations

from enrich.documents.shape import kind_of_text
from enrich.mentions import extract
from enrich.records import Document, Mention, MentionKind

FIRST = (
    "Tidal Pools in Spring",
    "Salt in the Wind",
    "Where Herons Wait",
    "Ferns and Their Rain",
    "Slow Rivers at Work",
)
FURTHER = (
    "What a Tide Leaves",
    "The Shape of Slow Waves",
    "How Sand Sings at Night",
    "A Theory of Dunes",
    "Silt on the Move",
)


def papers(text: str) -> list[Mention]:
    document = Document("list", "list", kind_of_text(text), text, "", len(text))
    return [mention for mention in extract(document).mentions if mention.kind is MentionKind.PAPER]


def test_headings_across_all_columns_name_none_and_folded_lists_are_of_readings() -> None:
    rows = "".join(
        f"<tr><td>{n}</td><td>Tue Sep {n + 5}</td><td>Sand and water {n}<br>[<a href=s{n}.pdf>slides</a>]</td>"
        f"<td><p><a href=https://a.org/{n}.pdf>{first}</a> (Oikos '1{n})</p><details><summary>Further reading</summary>"
        f"<li><a href=https://b.org/{n}.pdf>{more} {n}</a><br><small>Roe et al., <i>Tides</i> 201{n}</small></li>"
        "</details></td><td>Lab due</td></tr>"
        for n, (first, more) in enumerate(zip(FIRST, FURTHER, strict=True))
    )
    names = "<tr><th>#</th><th>Date</th><th>Topic</th><th>Readings</th><th>Notes</th></tr>"
    part = "<tr><th colspan=5>Part 1: Shores</th></tr>"
    page = f"<html><body><h1>Tides</h1><table><thead>{names}</thead><tbody>{part}{rows}</tbody></table></body></html>"
    listed = [each for n, (a, b) in enumerate(zip(FIRST, FURTHER, strict=True)) for each in (a, f"{b} {n}")]
    assert [paper.title for paper in papers(page)] == listed


def test_lines_of_cells_that_lead_to_papers_are_some_and_words_alone_are_notices() -> None:
    rows = "".join(
        f"| Tue 9/{n + 2} | Sand {n} | [{first}](papers/a{n}.pdf)<br/><br/>[{first} Again](papers/b{n}.pdf) :star: "
        f"| [{more} {n}](https://arxiv.org/abs/1501.0000{n})<br>{more} Before It {n} [[pdf](https://a.org/{n}.pdf)] |\n"
        for n, (first, more) in enumerate(zip(FIRST, FURTHER, strict=True))
    )
    page = (
        "# Tides\n\n| Date | Topic | Required reading | Further reading |\n|--|--|--|--|\n"
        f"{rows}| Thu 12/1 | Posters | Three-page report due | |\n"
    )
    required = [each for first in FIRST for each in (first, f"{first} Again")]
    further = [each for n, more in enumerate(FURTHER) for each in (f"{more} {n}", f"{more} Before It {n}")]
    assert sorted(paper.title for paper in papers(page)) == sorted([*required, *further])


def test_titles_called_so_go_on_over_the_line_and_remarks_stand_behind_citations() -> None:
    rows = "".join(
        f"<tr><td><img src={n}.jpg></td><td><span class=title>{first}\n  and {more}</span><br>\nJane Roe, Max Poe<br>\n"
        f"<i>Oikos</i>, 201{n}<br>\n<pre>@article{{a{n},\n title = {{{first} and {more}}}}}</pre></td></tr>"
        for n, (first, more) in enumerate(zip(FIRST, FURTHER, strict=True))
    )
    cited = "".join(
        f"<li>Jane Roe, <em>{first}, Again</em>, 12{n} Shore L. Rev. 57{n} (201{n}) (read only the end)</li>"
        for n, first in enumerate(FIRST)
    )
    grade = "<tr><td>Response papers</td><td>2 &times; 30%</td></tr><tr><td>Final paper</td><td>40%</td></tr>"
    page = f"<h1>Tides</h1><table>{grade}</table><h2>Read</h2><ul>{cited}</ul><h2>Ours</h2><table>{rows}</table>"
    found = papers(f"<html><body>{page}</body></html>")
    ours = [f"{first} and {more}" for first, more in zip(FIRST, FURTHER, strict=True)]
    assert [paper.title for paper in found] == [*(f"{first}, Again" for first in FIRST), *ours]
    assert [(paper.venue, paper.year) for paper in found[: len(FIRST)]] == [
        ("Shore L. Rev.", 2010 + n) for n in range(5)
    ]


def test_titles_without_links_among_linked_ones_are_no_notices() -> None:
    linked = (*FIRST, *FURTHER[1:])
    rows = "".join(f"| Tue 9/{n + 2} | [{title}](papers/a{n}.pdf) |\n" for n, title in enumerate(linked))
    page = f"# Tides\n\n| Date | Reading |\n|--|--|\n{rows}| Tue 10/2 | {FURTHER[0]} |\n| Tue 12/1 | Report due |\n"
    assert [paper.title for paper in papers(page)] == [*linked, FURTHER[0]]
