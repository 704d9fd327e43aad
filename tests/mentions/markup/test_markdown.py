"""Shapes of Markdown lists: what stands in them, and what does not."""

import pytest

from enrich.mentions import extract
from enrich.records import LineClass, Mention, MentionKind
from tests.mentions.documents import markdown

TITLE = "Mapping Seagrass Meadows from the Air"
PDF = "https://arxiv.org/abs/1801.00001"
CODE = "https://github.com/bay/seagrass"
# Every way to write down one paper; the second entry only keeps it company.
ENTRIES = {
    "linked": f"- [{TITLE}]({PDF}). Ana Costa, Ben Duarte, Eva Lund. *Ecology Letters*, 2018.",
    "tag in front": f"- [ICRA 2018] [{TITLE}]({PDF}) [Code]({CODE})",
    "tag inside of the link": f"- [[ICRA 2018] {TITLE}]({PDF})",
    "tag behind, inside of the link": f"- [{TITLE} (ICRA 2018)]({PDF})",
    "strong, authors emphasised": f"- **{TITLE}** *Ana Costa, Ben Duarte* ICRA 2018 [[paper]({PDF})] [[code]({CODE})]",
    "words, then links": f"- {TITLE}, Ana Costa, Ben Duarte, Eva Lund, ICRA 2018. [[pdf]]({PDF})",
    "bars": f"- {TITLE} | [Paper]({PDF}) | [Code]({CODE})",
    "quoted behind a name": f'* **SeaMap**: "{TITLE}", ICRA, 2018 (*Some Institute*). [[Paper]({PDF})]',
    "citation": f"1. Ana Costa, Ben Duarte, Eva Lund. {TITLE}. ICRA, 2018. [link]({PDF})",
    "year in brackets": f"- Costa, A., Duarte, B. (2018). {TITLE}. *Ecology Letters*, 12(3), 45-67. {PDF}",
    "family name in front": f"- Costa et al., [{TITLE}]({PDF}), ICRA 2018",
    "date in front": f"+ [2018.05] **{TITLE}** [📄]({PDF})",
    "bullets below": f"- **{TITLE}**\n  - Authors: Ana Costa, Ben Duarte\n  - Venue: ICRA 2018\n  - [Paper]({PDF})",
    "paragraphs below": f"- [{TITLE}]({PDF})\n\n  Ana Costa, Ben Duarte, Eva Lund\n\n  We fly a camera over a bay.",
    "autolink": f"- {TITLE} (2018) <{PDF}>",
    "bare address": f"- {TITLE}: {PDF}",
    "reference link": f"- [{TITLE}][sea] (2018)\n\n[sea]: {PDF}",
    "lines below without marks": f"- {TITLE} [[pdf]({PDF})] [[code]({CODE})]\n  *Ana Costa, Ben Duarte*\n  ICRA, 2018",
    "year and venue in front": f"* 2018-ICRA, {TITLE}, [[paper]]({PDF}), [[code]]({CODE})",
    "tag inside, authors behind": f"* {TITLE} (**ICRA 2018**). *Ana Costa, Ben Duarte*. [[Paper]({PDF})]",
    "tag and one author in front": f"* (ICRA 2018) A. Costa, **{TITLE}** [[paper]({PDF})]",
    "anchor in front": f"- [Paper]({PDF}) [Code]({CODE}) **{TITLE}**",
    "folded entry": f"<details>\n<summary><b>{TITLE}</b> (2018) [<a href='{PDF}'>pdf</a>]</summary>\nFly.\n</details>",
    "badges in cells": "| Paper | Link |\n|---|---|\n"
    f"| {TITLE} | [![arXiv](https://img.shields.io/badge/arXiv-red.svg)]({PDF}) |",
    "check box": f"- [x] [{TITLE}]({PDF}) (2018)",
    "code spans": f"- `2018` `ICRA` [{TITLE}]({PDF})",
    "HTML list": f"<ul>\n<li><a href='{PDF}'>{TITLE}</a>, 2018</li>\n</ul>",
    "folded abstract": f"- {TITLE} [[paper]({PDF})]\n  <details><summary>Abstract</summary>We fly.</details>",
    "heading": f"### {TITLE}\n\nAna Costa, Ben Duarte, Eva Lund\n\n[paper]({PDF})\n\nWe fly a camera over a bay.",
    "linked heading": f"#### [{TITLE}]({PDF})\n* Authors: Ana Costa\n* Key idea: fly low.",
    "paragraph with breaks": f"**{TITLE}**<br>\nAna Costa, Ben Duarte<br>\n*ICRA*, 2018. [[pdf]({PDF})]",
    "numbered paragraph": f'[7] Ana Costa, Ben Duarte, Eva Lund. "{TITLE}." *ICRA* (2018). [PDF]({PDF})',
    "definition": f"[{TITLE}]({PDF})\n: Ana Costa, Ben Duarte, Eva Lund, ICRA 2018",
    "table": f"| Year | Paper | Code |\n|---|---|---|\n| 2018 | [{TITLE}]({PDF}) | [Code]({CODE}) |",
    "table, links apart": f"| Title | Venue | Links |\n|---|---|---|\n| {TITLE} | ICRA 2018 | [pdf]({PDF}) |",
    "table without header": f"| | | |\n|---|---|---|\n| 2018 | {TITLE} | [pdf]({PDF}) |",
    "table of methods": f"| Method | Paper | Where |\n|---|---|---|\n| SeaMap | [{TITLE}]({PDF}) | ICRA 2018 |",
    "HTML table": "<table>\n<tr><th>Title</th><th>Link</th></tr>\n"
    f"<tr><td><b>{TITLE}</b></td><td><a href='{PDF}'>Paper</a></td></tr>\n</table>",
    "cell with breaks": "| Title & Authors | Links |\n|---|---|\n"
    f"| [{TITLE}]({PDF}) <br> Ana Costa, Ben Duarte | [Github]({CODE}) |",
}


def found(text: str) -> list[Mention]:
    return list(extract(markdown(f"# Coasts\n\nWords about this page.\n\n## Papers\n\n{text}\n")).mentions)


@pytest.mark.parametrize("shape", ENTRIES)
def test_markdown_shape_gives_its_one_paper(shape: str) -> None:
    mentions = found(ENTRIES[shape])
    assert [(mention.title, mention.kind) for mention in mentions] == [(TITLE, MentionKind.PAPER)]
    assert PDF in {link.url for link in mentions[0].links} or PDF not in ENTRIES[shape]
    source = f"# Coasts\n\nWords about this page.\n\n## Papers\n\n{ENTRIES[shape]}".split("\n")
    assert TITLE in source[mentions[0].line - 1]


@pytest.mark.parametrize("shape", [shape for shape, text in ENTRIES.items() if "2018" in text and "arxiv" in text])
def test_markdown_shape_gives_the_year_beside_its_title(shape: str) -> None:
    assert found(ENTRIES[shape])[0].year == 2018


NO_ITEMS = {
    "contents": "- [Surveys](#surveys)\n- [Field Studies](#field-studies)\n  - [Rivers and Lakes](#rivers)",
    "advice": "## Contributing\n\n- Please keep the list sorted.\n- Add a link to the paper you propose.",
    "badges": "[![Awesome](https://awesome.re/badge.svg)](https://awesome.re) ![stars](https://img.shields.io/x)",
    "licence": "## License\n\n[![CC0](https://x.org/cc.png)](https://creativecommons.org/publicdomain/zero/1.0/)",
    "star history": "## Star History\n\n[![Chart](https://api.star-history.com/svg)](https://star-history.com/#a/b)",
    "code": "```sh\n- [Not a Paper at All](https://arxiv.org/abs/1801.00001)\n```",
    "comment": "<!--\n- [Not a Paper at All](https://arxiv.org/abs/1801.00001)\n-->",
    "prose": "This list grew out of a [reading group](https://x.org) that met in 2018 and read about coasts.",
    "numbers": "| Model | Error | Speed |\n|---|---|---|\n| small | 0.31 | 12 |\n| large | 0.28 | 5 |",
}


@pytest.mark.parametrize("shape", NO_ITEMS)
def test_markdown_around_a_list_gives_no_item(shape: str) -> None:
    assert found(NO_ITEMS[shape]) == []


def test_nested_groups_become_the_section() -> None:
    text = f"- **Water**\n  - Coasts\n    - [{TITLE}]({PDF})\n    - [Counting Whales with Drones]({PDF})"
    assert [mention.section for mention in found(text)] == ["Papers > Water > Coasts"] * 2


def test_heading_states_year_and_venue_apart_from_the_item() -> None:
    mention = found(f"### ICRA 2018\n\n- [{TITLE}]({PDF})\n- [Counting Whales with Drones]({PDF})")[0]
    assert (mention.year, mention.venue) == (None, None)
    assert (mention.heading_year, mention.heading_venue) == (2018, "ICRA")


def test_details_below_an_item_become_its_facts() -> None:
    mention = found(f"{ENTRIES['bullets below']}\n  - Abstract: We fly a camera over a bay.")[0]
    assert mention.authors == ("Ana Costa", "Ben Duarte")
    assert (mention.venue, mention.year) == ("ICRA", 2018)
    assert mention.abstract == "We fly a camera over a bay."


def test_several_papers_in_one_cell_are_several_items() -> None:
    cell = f"[{TITLE}]({PDF})<br>[Counting Whales with Drones](https://arxiv.org/abs/1801.00002)"
    mentions = found(f"| Week | Topic | Readings |\n|---|---|---|\n| 1 | Coasts | {cell} |")
    assert [mention.title for mention in mentions] == [TITLE, "Counting Whales with Drones"]


def test_bibtex_in_a_code_block_is_an_item() -> None:
    mentions = found(f"```bibtex\n@article{{sea,\n  title = {{{TITLE}}},\n  year = {{2018}}\n}}\n```")
    assert [(mention.title, mention.year, mention.line) for mention in mentions] == [(TITLE, 2018, 9)]


def test_title_keeps_its_mathematics_and_capitals() -> None:
    title = "A $O(n^2)$ Bound_for *Not* Quite E_1 Spaces"
    assert found(f"- [{title}]({PDF})")[0].title == "A $O(n^2)$ Bound_for Not Quite E_1 Spaces"


def test_every_line_says_what_it_is() -> None:
    text = f"# Coasts\n\n| Paper | Year |\n|---|---|\n| [{TITLE}]({PDF}) | 2018 |\n\n---\n\n[x]: https://x.org\n"
    classes = [note.line_class for note in extract(markdown(text)).lines]
    header = LineClass.TABLE_HEADER
    assert classes == [LineClass.HEADING, header, header, LineClass.TITLE, LineClass.FURNITURE, LineClass.FURNITURE]


def test_titles_of_links_whose_addresses_were_left_behind_end_where_their_words_do() -> None:
    sites = "Bays Capes Coves Deltas Dunes Fjords Lagoons Reefs Shoals Straits".split()  # noqa: SIM905
    titles = [f"Mapping the Seagrass of {site} from the Air" for site in sites]
    page = "# Papers\n\n" + "\n".join(f"* [{title}][doe{n}], J. Doe. *Oikos* 2018." for n, title in enumerate(titles))
    assert [(paper.title, paper.year) for paper in found(page)] == [(title, 2018) for title in titles]
