"""Footnotes of list entries are notes, and their addresses belong to the entries that refer to them."""

from __future__ import annotations

import pytest

from tests.mentions.text.reading import extract, found_papers

TITLES = (
    "Tidal Pools under Warming Seas",
    "Kelp: A Census of Northern Forests",
    "Where Herons Wait",
    "Salt in the Wind",
)
NOTES = ("Also at https://x.org/{n}.", "Longer version with all the tables.")


def page(mark: str, note: str) -> str:
    entries = "\n".join(
        f"- {title}. Ana Roe, Max Poe. Oikos, 201{n}.{mark.format(n=n)}" for n, title in enumerate(TITLES, 1)
    )
    notes = "\n\n".join(note.format(n=n, text=NOTES[n % 2].format(n=n)) for n in range(1, len(TITLES) + 1))
    return f"Shores\n\n{entries}\n- The Sea at Work. Kim Doe. Oikos, 2019.\n\n{notes}\n"


@pytest.mark.parametrize(("mark", "note"), [("[{n}]", "[{n}] {text}"), ("{n}", "{n}. {text}↩︎"), ("{n}", "{text}↩︎")])
def test_footnotes_are_no_papers_and_their_marks_no_part_of_a_year(mark: str, note: str) -> None:
    mentions = extract(page(mark, note)).mentions
    assert [m.title for m in mentions] == [*TITLES, "The Sea at Work"]
    assert [m.year for m in mentions] == [2011, 2012, 2013, 2014, 2019]
    assert [link.url for m in mentions for link in m.links] == ["https://x.org/2", "https://x.org/4"]


def test_bibliography_of_a_text_is_no_footnote() -> None:
    prose = "\n".join(f"Pools were seen to grow warmer, as somebody wrote.[{n}]" for n in range(1, 5))
    cited = "\n".join(f"{n}. Ana Roe, Max Poe (201{n}). {title}. Oikos." for n, title in enumerate(TITLES, 1))
    titles = {title for _, title in found_papers(f"Shores\n\n{prose}\n\nReferences\n\n{cited}\n")}
    assert {title.casefold() for title in TITLES} <= {title.casefold() for title in titles}


@pytest.mark.parametrize(
    "entry",
    [
        "{n}. Ana Roe, Max Poe. {title}. Oikos, 201{n}. https://x.org/{n} ↩",
        "[{n}] {title}. Ana Roe, Max Poe. Oikos 201{n}. ↩",
        "{n}. Ana Roe, Max Poe, “{title},” Oikos (201{n}): 3–9.↩︎\n",
    ],
)
def test_bibliography_that_points_back_up_is_no_notes(entry: str) -> None:
    cited = "\n".join(entry.format(n=n, title=title) for n, title in enumerate(TITLES, 1))
    mentions = extract(f"Shores\n\nPools were seen to grow warmer.1\n\n{cited}\n").mentions
    assert [mention.title for mention in mentions] == list(TITLES)
    assert not any("↩" in (mention.note or "") for mention in mentions)


def test_letters_that_lead_to_comments_are_no_part_of_entries() -> None:
    entries = "".join(
        f"* {title} of the North [Oikos, 201{n}]{'' if n % 2 else f'[{chr(97 + n // 2)}]'}\n"
        for n, title in enumerate(TITLES)
    )
    found = extract(f"Shores\n\n{entries}\n[a]great one, thanks!\n[b]Is there a recording?\n").mentions
    assert [(m.title, m.venue, m.year) for m in found] == [
        (f"{t} of the North", "Oikos", 2010 + n) for n, t in enumerate(TITLES)
    ]


def test_a_lone_note_with_an_arrow_back_is_no_paper() -> None:
    entries = "".join(f"- {title}. Ana Roe, Max Poe. Oikos, 2019.\n" for title in TITLES)
    text = f"Shores\n\n{entries}\nFootnotes\n\nStill the very first of all to read in May. ↩\n"
    assert [m.title for m in extract(text).mentions] == list(TITLES)


def test_works_that_a_note_or_two_cite_are_papers() -> None:
    entries = "".join(f"- {title}. Ana Roe, Max Poe. Oikos, 2019.\n" for title in TITLES)
    text = f"Shores\n\n{entries}\nFootnotes\n\nRoe, A. (2018). The Sea at Work. Oikos, 3. ↩ ↩2\n"
    assert [m.title for m in extract(text).mentions] == [*TITLES, "The Sea at Work"]
