"""What sets titles apart on a page, learned from all of its entries: small documents with the titles they list."""

from __future__ import annotations

import pytest

from enrich.documents.shape import kind_of_text
from enrich.mentions import extract
from enrich.records import Document, MentionKind

SUBJECTS = (
    "tidal pools",
    "kelp forests",
    "old dunes",
    "salt marshes",
    "sea caves",
    "shallow lagoons",
    "river mouths",
    "mud flats",
    "stony beaches",
)
NAMES = ("Ana Roe", "Max Poe and Kim Doe", "Lin Moe, Jo Zoe and Ana Roe")
PLACES = ("Coastal Letters", "Shores Today", "Marine Notes")


def titles(text: str) -> list[str]:
    document = Document("list", "list", kind_of_text(text), text, "", len(text))
    return [mention.title for mention in extract(document).mentions if mention.kind is MentionKind.PAPER]


FORMS = {
    "a title and names, each emphasised on its line": "- *{title}*<br>\n  *{names}*<br>\n  **{year}**\n",
    "a title and its address, linked to the same page": "- [{title}]({url}) <{url}>\n",
    "a title and a badge's word, linked to the same page": "- [{title}]({url}) [PDF]({url})\n",
    "a title and names, both in bold": "- **{title}**. **{initials}** — {place}.\n",
    "names in bold in front of a plain title": "- **{initials}**. {title}. ({place} ({year})). [pdf]({url})\n",
    "a plain venue in front of an emphasised title": "- {place} - *{title}*. {names}.\n",
    "emphasised names and an emphasised title": "- *{names}*, *{title}* - **{year}** [Paper]({url})\n",
    "a linked venue behind a linked title": "- **[{title}]({url})**, [[{place}]]({url}). [[pdf]({url})]\n",
    "a venue as code, with a stop": "- `ICES {year}`. {title}, by {first} <{url}>\n",
    "paragraphs that name the venue as code": "{title}. `ICES` [[pdf]({url})]\n\n",
    "paragraphs of bold titles with authors of some": "**{title}**. {initials} [pdf]({url})\n\n",
    "one name behind a dash and a word": "- {title} – by {first}. [![](https://img.shields.io/badge/paper-red)]({url})\n",
    "quoted headings over names in bold": '#### "{title}"\n\n**{names}**\n\n(ICES {year})\n\n[arXiv]({url})\n\n',
    "headings over initials and a badge": "#### {title}\n\n- {initials}\n- [![](p.svg)]({url})\n\n",
}


def _listed(form: str) -> tuple[list[str], str]:
    wanted, text = [], "# Reading list\n\nWhat we keep.\n\n## Shores\n\n"
    for number, subject in enumerate(SUBJECTS):
        names = NAMES[number % len(NAMES)]
        title = f"How wind and water shape {subject} over the years"
        wanted.append(title)
        text += FORMS[form].format(
            title=title,
            names=names,
            first=names.split(",")[0].split(" and ")[0],
            initials=("A. Roe", "M. Poe, K. Doe", "L. Moe, J. Zoe, A. Roe")[number % 3],
            place=PLACES[number % len(PLACES)],
            year=2014 + number,
            url=f"https://arxiv.org/abs/1{number}01.00001",
        )
    return wanted, text


@pytest.mark.parametrize("form", FORMS)
def test_form_gives_its_titles_and_nothing_else(form: str) -> None:
    wanted, text = _listed(form)
    assert titles(text) == wanted


def test_heading_over_links_to_several_papers_is_a_section() -> None:
    text = "# Shores\n\n" + "".join(
        f"## {heading} of the Northern Coasts\n\n"
        + "".join(
            f"- `ICES 20{n}`. On {subject} and the wind, by Ana Roe <https://arxiv.org/abs/{n}01.00001>\n"
            for n, subject in part
        )
        + "\n"
        for heading, part in (
            ("Pools", [(15, "tidal pools"), (16, "sea caves")]),
            ("Dunes", [(17, "old dunes"), (18, "mud flats")]),
        )
    )
    assert titles(text) == [
        f"On {subject} and the wind" for subject in ("tidal pools", "sea caves", "old dunes", "mud flats")
    ]


def test_notes_at_the_foot_of_a_page_are_no_entries() -> None:
    text = "# Shores\n\n" + "".join(f"- {subject.title()} in Winter[^{n}]\n" for n, subject in enumerate(SUBJECTS))
    text += "\n" + "".join(
        f"[^{n}]: Available at <https://arxiv.org/abs/1{n}01.00001>.\n" for n in range(len(SUBJECTS))
    )
    assert not any("Available" in title for title in titles(text))


def test_link_behind_people_is_the_journal_where_bold_words_are_titles() -> None:
    listed = [f"{subject.capitalize()} and the many birds of the shore" for subject in SUBJECTS]
    page = "".join(
        f"- 2019-0{n} | **{title}** | *{NAMES[2]}* | [Molecular {title.split()[1].capitalize()} Science](https://doi.org/10.1000/{n})\n"
        for n, title in enumerate(listed, start=1)
    )
    assert titles(f"# Shores\n\n{page}") == listed
