"""Lists of other fields, in every style and every rendering."""

import random
from itertools import cycle, islice

import pytest

from tests.mentions.text.invented import papers
from tests.mentions.text.reading import f1, fold, found_papers
from tests.mentions.text.renderings import RENDERINGS, TABLE_MODES, abstracts, lab, lectures, table, weeks
from tests.mentions.text.styles import BLOCKS, LINES, TABLES

STYLES = [*LINES, *BLOCKS]
# Each style in four renderings, each rendering with a third of the styles; all pairs would take minutes.
PAIRS = [
    (style, rendering)
    for at, style in enumerate(STYLES)
    for rendering in islice(cycle(RENDERINGS), at * 5 % len(RENDERINGS), at * 5 % len(RENDERINGS) + 4)
]
# Styles that say too little to be read without mistakes: no stop, no quotes, no year.
HARD = {"Vancouver": 0.7, "tag without a stop": 0.7, "tag and colon": 0.7, "authors in full first": 0.8}


@pytest.mark.parametrize(("style", "rendering"), PAIRS)
def test_list_gives_its_papers(style, rendering):
    page = RENDERINGS[rendering](papers(f"{style} {rendering}"), style, random.Random(style))
    assert f1(page.truth, found_papers(page.text)) >= HARD.get(style, 0.85)


@pytest.mark.parametrize("mode", TABLE_MODES)
@pytest.mark.parametrize("style", TABLES)
def test_table_gives_its_papers(style, mode):
    page = table(papers(f"{style} {mode}"), style, mode)
    assert f1(page.truth, found_papers(page.text)) >= 0.85


def test_lists_as_a_whole_are_read_nearly_without_mistakes():
    scores = []
    for style, rendering in PAIRS[::3]:
        page = RENDERINGS[rendering](papers(f"whole {style} {rendering}"), style, random.Random(style))
        scores.append(f1(page.truth, found_papers(page.text)))
    assert sum(scores) / len(scores) >= 0.95


@pytest.mark.parametrize("seed", range(3))
def test_titles_with_abstracts_are_told_from_them(seed):
    page = abstracts(papers(f"abstracts {seed}"))
    assert f1(page.truth, found_papers(page.text)) >= 0.99


@pytest.mark.parametrize("seed", range(3))
def test_course_pages_give_their_readings(seed):
    for page in (
        lab(papers(f"lab {seed}"), random.Random(seed)),
        weeks(papers(f"weeks {seed}")),
        lectures(papers(f"lectures {seed}")),
    ):
        assert f1(page.truth, found_papers(page.text)) >= 0.9


@pytest.mark.parametrize(
    "style", ["tag in brackets behind", "title, authors, venue", "month in brackets", "glued tag", "APA"]
)
def test_every_rendering_of_a_list_gives_the_same_papers(style):
    listed = papers(f"same {style}")
    sets = [
        {title for _, title in found_papers(render(listed, style, random.Random(1)).text)}
        for render in RENDERINGS.values()
    ]
    wanted = {fold(paper.title) for _, group in listed for paper in group}
    for titles in sets:
        assert len(titles & wanted) / len(titles | wanted) >= 0.9
