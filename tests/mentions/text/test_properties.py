"""What holds for any text: no raise, titles and lines from the text itself, pages that stand below each other."""

import random
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from enrich.mentions.links import find_urls
from tests.mentions.text.invented import papers
from tests.mentions.text.reading import document, extract, fold, found_papers
from tests.mentions.text.renderings import RENDERINGS
from tests.mentions.text.styles import LINES

PIECES = st.sampled_from(
    [
        "- ", "• ", "[1] ", "1. ", "\n", "\n\n", " ", "\t", ". ", ", ", ": ", " - ", "(", ")", "[", "]", "“", "”",
        "|", "│", "---- ---",
        "Smith, J.", "Ada Lovelace", "et al.", "2019", "(2019)", "CVPR", "[Paper]", "Code", "Title",
        "Year Title Venue", "Reefs",
        "growth of reefs in warm seas", "https://arxiv.org/abs/1501.00001", "@article{", "}", "We show that",
        "References", "é", "深",
    ]
)  # fmt: skip
PAGES = st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=300)


def _glued(text: str) -> str:
    """Text without the blanks at which lines are joined with none between: programs break words and links there."""
    return re.sub(r"(?<=[(\[/-]) | (?=[)\],/])", "", text)


def _unlinked(text: str) -> str:
    """Text without its addresses and blanks: words of a title may stand on both sides of an address."""
    for found in reversed(find_urls(text)):
        text = text[: found.start] + text[found.end :]
    return "".join(text.split())


@settings(max_examples=300, deadline=None)
@given(PAGES)
@example("Title: Smith, J.https://arxiv.org/abs/1501.00001)")
@example("Title: (https://arxiv.org/abs/1501.00001Year Title Venue")
def test_any_text_is_read_and_titles_come_from_it(text):
    extraction = extract(text)
    folded = " ".join(text.split())
    lines = text.split("\n")
    for mention in extraction.mentions:
        glued = _glued(mention.title) in _glued(folded) or "".join(mention.title.split()) in _unlinked(text)
        assert mention.title in folded or glued
        assert 1 <= mention.line <= len(lines)
        assert lines[mention.line - 1].strip()


@settings(max_examples=100, deadline=None)
@given(PAGES)
def test_every_line_that_is_not_blank_has_one_note(text):
    notes = [note.line for note in extract(text).lines]
    assert notes == [number for number, line in enumerate(text.split("\n"), 1) if line and not line.isspace()]


ODD_LINES = ["-", "•", "[7]", "3.", "|", "---", "(2019)", "Code", "Year Title Venue", "\t", "  ", "and"]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(RENDERINGS)), st.sampled_from(sorted(LINES)), st.integers(0, 10_000))
def test_page_with_damaged_lines_is_read(rendering, style, seed):
    chance = random.Random(seed)
    lines = RENDERINGS[rendering](papers(f"{seed}"), style, chance).text.split("\n")
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(lines))
        cut = chance.randint(0, len(lines[at]))
        lines[at : at + 1] = chance.choice(
            [[], [chance.choice(ODD_LINES), lines[at]], [lines[at][:cut]], [lines[at][:cut], lines[at][cut:]]]
        )
    notes = [note.line for note in extract("\n".join(lines)).lines]
    assert notes == [number for number, line in enumerate(lines, 1) if line and not line.isspace()]


def test_list_marker_alone_in_a_wrapped_page_is_read():
    records = [
        f"   [{at}] Growth of reefs in warm and shallow seas of the north\n   Oikos 2019\n   -\n" for at in range(1, 6)
    ]
    assert len(extract("Papers\n\n" + "".join(records)).mentions) >= len(records)


@pytest.mark.parametrize("style", ["title, authors, venue", "tag in brackets behind", "tag in front, note", "IEEE"])
@pytest.mark.parametrize("rendering", ["dash", "browser", "numbers", "spaced bullets"])
def test_two_pages_below_each_other_give_both_their_papers(style, rendering):
    first, second = (
        RENDERINGS[rendering](papers(f"{seed} {style} {rendering}"), style, random.Random(seed)).text for seed in (1, 2)
    )
    alone = {title for text in (first, second) for _, title in found_papers(text)}
    together = {title for _, title in found_papers(first + "\n" + second)}
    assert len(alone & together) / len(alone | together) >= 0.98


def test_titles_start_on_their_line():
    page = RENDERINGS["pandoc plain"](papers("lines"), "authors in full first", random.Random(3))
    lines = page.text.split("\n")
    for line, title in found_papers(page.text):
        assert title.split()[0] in fold(lines[line - 1])


@pytest.mark.parametrize(
    "piece",
    [
        "a ", "A. ", "(", "[", "“", '"', "- ", "-\n", "a\n", "A B, ", "Ab Cd, ", "Ab Cd and ", "http://a.b/",
        "1. ", "x|y|", "│a│\n",
        "a\tb\n", "Year Title\n2020 a B\n", "(2020) ", ". ", "? ", "@a{", "}\n", "            - x\n", "et al. ",
        "\u00a0", "深", "[1] a\n",
        "━━━\n", "---- ----\nab cd\n", "Paper Code ", "doi:10.1/", "A. B. C. D. ", "[code] ", "Aaa Bbb\n\n", "**",
        "van ", "🌟",
    ],
)  # fmt: skip
@pytest.mark.timeout(60)
def test_repetition_is_read_in_bounded_time(piece):
    assert extract(piece * (20_000 // len(piece))).document_id == document("").document_id


@pytest.mark.timeout(120)
def test_one_very_long_line_is_read_in_bounded_time():
    assert len(extract("Reef growth, warm seas. " * 200_000).lines) == 1


def test_all_styles_have_names_that_differ():
    assert len(LINES) == len(set(LINES))
