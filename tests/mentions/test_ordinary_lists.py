"""Ordinary lists whose titles look like what rules for other lists are made for: arrows, orders, sentences."""

from __future__ import annotations

import pytest

from enrich.mentions.markup.model.elements import is_menu
from enrich.records import MentionKind
from tests.mentions.test_kept_shapes import papers
from tests.mentions.text.reading import extract as extract_text
from tests.mentions.text.test_shapes import TITLES

DECAYS = (
    "Search for B -> K mu mu Decays at High Energy",
    "Measurement of the H → bb Branching Ratio",
    "From Wood -> Coal -> Oil in Island Economies",
    "Observation of Z → tau tau in Early Data",
    "Cross Section of the C12 => N13 Reaction",
)
FORMS = (
    "Roe, J. ({year}). {title}. Shore Letters, 12(3), 4-9.",
    "[{n}] Jane Roe and Max Poe. {title}. In ICES, {year}.",
    "- {title} ({year})",
    "- {title}. Shore Letters, {year}",
)


def rows_of(form: str, titles: tuple[str, ...]) -> str:
    rows = (form.format(n=n, year=2001 + n, title=title) for n, title in enumerate(titles, start=1))
    return "Shores\n\n" + "\n".join(rows) + "\n"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("more", [(), TITLES])
def test_arrows_of_many_titles_are_their_own(form: str, more: tuple[str, ...]) -> None:
    titles = (*DECAYS, *more)
    assert [paper.title for paper in papers(rows_of(form, titles))] == list(titles)


@pytest.mark.parametrize(
    "title", ["Skip Graphs", "Skip Lists Revisited", "Focus on Form", "Skip the Middle Layers", "Skim Milk and Algae"]
)
@pytest.mark.parametrize("form", ["* Roe and Poe {year}. {title}", "- (ICES {year}) {title}", "Roe ({year}). {title}."])
def test_titles_that_begin_with_what_is_said_of_parts_are_whole(title: str, form: str) -> None:
    titles = (*TITLES[:4], title, *TITLES[4:])
    assert title in [paper.title for paper in papers(rows_of(form, titles))]


@pytest.mark.parametrize("end", ["(A Survey)", "(extended version)", "(A Reply)"])
def test_short_titles_behind_the_year_keep_their_brackets(end: str) -> None:
    titles = (*TITLES[:5], f"Deep Tides {end}", *TITLES[5:])
    assert f"Deep Tides {end}" in [paper.title for paper in papers(rows_of("Roe and Poe ({year}). {title}.", titles))]


@pytest.mark.parametrize("front", ["Roe", "Roe et al.", "Roe and Poe"])
def test_the_first_word_of_a_title_and_its_comma_are_nobody(front: str) -> None:
    titles = (*TITLES, "Money, Interest Rates and Output", "Clams, Crabs Eating Snails")
    people = ("Roe et al.", "Poe and Doe", "Moe")
    rows = [f"* {front if n >= len(TITLES) else people[n % 3]}, {title}" for n, title in enumerate(titles)]
    found = papers("# Shores\n\n" + "\n".join(rows))
    assert [paper.title for paper in found] == list(titles)


@pytest.mark.parametrize("place", ["Shore Letters 2019", "Oikos 2019"])
def test_two_things_in_a_title_behind_a_surname_are_nobody(place: str) -> None:
    people = ("Roe et al.", "Poe and Doe", "Moe")
    rows = [f"- {people[n % 3]}, {title}, {place}" for n, title in enumerate(TITLES)]
    found = papers("Shores\n\n" + "\n".join([*rows, f"- Moe, Seabird Diets and Fishing Pressure, {place}"]))
    assert found[-1].title == "Seabird Diets and Fishing Pressure"


def test_none_may_begin_a_title() -> None:
    titles = ("None for the Money", *TITLES)
    page = "\n".join(f"{title}\nJane Roe, Max Poe\nShore Letters, 2019\n" for title in titles)
    assert titles[0] in [mention.title for mention in extract_text("Shores\n\n" + page).mentions]


@pytest.mark.parametrize("title", ["Do Tides Matter? A Case of Sands", "Where Did the Harbour Go? Notes on a Cruise"])
def test_titles_of_sentences_among_others_are_papers(title: str) -> None:
    rows = [f"- [{each}](https://arxiv.org/abs/1901.0{1000 + n})" for n, each in enumerate(TITLES)]
    rows.insert(4, f"- {title}.")
    assert title in [paper.title for paper in papers("# Shores\n\n## Reading\n\n" + "\n".join(rows))]


def test_facts_behind_typed_signs_are_of_the_title_above() -> None:
    page = "\n\n".join(
        f"**{title}**\n\n• Jane Roe, Max Poe and Kim Doe\n\n• Oikos, volume 3, 2019\n\n• Code at [here](https://github.com/a/b)"
        for title in TITLES
    )
    found = papers(f"# Shores\n\n{page}\n")
    assert [paper.title for paper in found] == list(TITLES)
    assert {(paper.venue, len(paper.authors)) for paper in found} == {("Oikos", 3)}


def test_places_and_years_behind_an_arrow_and_arrows_of_notes_are_kept() -> None:
    link = "https://arxiv.org/abs/1901.0"
    rows = [f"- [{t}]({link}{1000 + n}) → [code](https://github.com/a/b) (Oikos 2019)" for n, t in enumerate(TITLES)]
    assert {(each.venue, each.year) for each in papers("# Shores\n\n" + "\n".join(rows))} == {("Oikos", 2019)}
    rows = [f"- [{t}]({link}{1000 + n}) - learns image -> text maps" for n, t in enumerate(TITLES)]
    assert {each.description for each in papers("# Shores\n\n" + "\n".join(rows))} == {"learns image -> text maps"}


@pytest.mark.parametrize("menu", ['<ul class="nav menu">{}</ul>', '<div role="search"><ul>{}</ul></div>'])
def test_menus_and_searches_that_hold_papers_are_read(menu: str) -> None:
    from lxml.html import fromstring

    entry = "<li><a href='/p.pdf'>{}</a>, Jane Roe and Max Poe, Shore Letters, 2019</li>"
    assert not is_menu(fromstring(menu.format("".join(map(entry.format, TITLES)))))
    assert is_menu(fromstring(menu.format("".join(f"<li><a href='/p'>{title}</a></li>" for title in TITLES))))


def test_papers_about_videos_have_code() -> None:
    titles = ("Video: A Survey of Generative Models", *TITLES)
    rows = [f"- [{t}](https://a.org/{n}) ([code](https://github.com/a/b))" for n, t in enumerate(titles)]
    found = papers("# Shores\n\n" + "\n".join(rows))
    assert [(each.title, each.kind) for each in found[:1]] == [(titles[0], MentionKind.PAPER)]


@pytest.mark.parametrize("page", ["# Shores\n\n", "Shores\n\n"])
def test_tags_behind_titles_are_kept_as_keywords(page: str) -> None:
    tags = ("sand", "tide", "kelp", "sand tide")
    rows = [f"- {title} [{tags[n % 4]}]" for n, title in enumerate([*TITLES, *(f"Once more: {t}" for t in TITLES)])]
    assert [paper.keywords for paper in papers(page + "\n".join(rows))][:4] == [(tag,) for tag in tags]


def test_shares_of_papers_that_happen_to_add_up_are_no_grades() -> None:
    rows = [f"| [{t}](https://arxiv.org/abs/1901.0{1000 + n}) | {10 * (n + 1)}% |" for n, t in enumerate(TITLES[:4])]
    found = papers("# Shores\n\n| Paper | Found |\n|---|---|\n" + "\n".join(rows))
    assert [paper.title for paper in found] == list(TITLES[:4])
