"""What list owners put behind titles: tags of a few words, a year in brackets without a blank, people behind it."""

from __future__ import annotations

import pytest

from enrich.mentions.entries.learned.habits import learn_tags
from enrich.mentions.entries.parts import Style
from enrich.mentions.entries.sides import read_sides
from tests.mentions.test_kept_shapes import papers
from tests.mentions.text.test_shapes import PEOPLE, TITLES

TAGS = ("sand.", "tid.", "sand. gul.", "gul. tid.", "tid.", "gul.")
BOTH = pytest.mark.parametrize("marked", [True, False])


@BOTH
def test_tags_of_the_same_few_words_are_no_part_of_titles(marked: bool) -> None:
    titles = [*TITLES, *(f"Once more on {title}" for title in TITLES)]
    tag = ("[`{}`]", "[{}]")[not marked]
    rows = [f"- {title} {tag.format(TAGS[n % 6])}{' [code]' * (n % 4 == 1)}" for n, title in enumerate(titles)]
    rows[7] = f"- {titles[7]} {tag.format('fog.')}"
    found = papers(("# Shores\n\n" if marked else "Shores\n\n") + "\n".join(rows))
    assert [paper.title for paper in found] == titles


@BOTH
@pytest.mark.parametrize("blank", ["", " "])
def test_a_year_may_stand_right_behind_the_last_word(blank: str, marked: bool) -> None:
    people = [f"{who}{(' et al.', '', f' and {PEOPLE[n - 1]}')[max(0, n - 7)]}" for n, who in enumerate(PEOPLE)]
    button = "[[pdf]](https://arxiv.org/abs/1901.01000)" if marked else "[pdf]"
    rows = [f"- {title}{blank}(201{n}), {people[n]} {button}" for n, title in enumerate(TITLES)]
    found = papers(("# Shores\n\n" if marked else "Shores\n\n") + "\n".join(rows))
    assert [(paper.title, paper.year) for paper in found] == [(title, 2010 + n) for n, title in enumerate(TITLES)]


def test_one_or_two_people_and_a_comma_stand_in_front_where_more_do_elsewhere() -> None:
    many = "Ana Roe, Kim Doe, Jo Zoe and Tom Orr"
    who = (many, "Eva Ash", "Ben Ely and Uma Kay", many, many)
    rows = [f"- {who[n]}, {title}, Oikos, 2019" for n, title in enumerate(TITLES[:5])]
    others = [f"- {title} again (2018) by {PEOPLE[n % 10]}" for n, title in enumerate(TITLES * 3)]
    found = papers("Shores\n\n" + "\n\n".join([*others, *rows]))
    assert [paper.title for paper in found][-5:] == list(TITLES[:5])
    assert found[-4].authors == ("Eva Ash",)


def test_words_of_links_in_brackets_are_no_tags() -> None:
    titles = [f"{title} [{('video', 'demo')[n % 2]}]" for n, title in enumerate(TITLES * 2)]
    assert not learn_tags(titles)
    assert learn_tags([title.replace("video", "sand").replace("demo", "tide") for title in titles]) == {"sand", "tide"}


def test_journals_whose_words_are_all_cut_short_are_whole() -> None:
    rows = {
        "How Sand Moves. J. Mar. Geol. 2017": "J. Mar. Geol.",
        "Dunes at Night J. Mar. Sci. Lett. 2018": "J. Mar. Sci. Lett.",
    }
    for text, venue in rows.items():
        sides = read_sides(text, Style().habits, frozenset())
        assert (sides.tag.venue, text.startswith(sides.rest), " J." in sides.rest) == (venue, True, False)
