"""Lists whose titles have where they appeared in front, in square brackets: made-up papers."""

from __future__ import annotations

import random

from tests.mentions.text.flat.test_segments import titles
from tests.mentions.text.reading import extract
from tests.mentions.text.test_shapes import TITLES


def test_places_of_any_form_are_told_where_others_stand_in_front() -> None:
    places = ("ICRA", "IEEE TIP", "CVPR", "3DV", "ICRA", "Sensors", "CVPR", "ECCV", "ICRA", "ECCV")
    stated = list(zip(titles(random.Random("in front"), 20), places * 2, strict=True))
    page = "".join(f"[{place}] {title}. [code] [seg. aut.]\n" for title, place in stated)
    assert [(mention.title, mention.venue) for mention in extract(page).mentions] == stated


def test_names_of_methods_in_front_are_no_places() -> None:
    names = [f"{title.split()[0]}Net" for title in TITLES]
    lines = [f"[{name}] {title}. ICRA 2019. [code]" for name, title in zip(names, TITLES, strict=True)]
    assert {mention.venue for mention in extract("\n".join(lines) + "\n").mentions} == {"ICRA"}


def test_names_in_front_of_dashes_are_no_titles_where_some_titles_begin_with_them() -> None:
    stated = titles(random.Random("called"), 16)
    named = [(f"{title.split()[0]}{'Net' if at % 3 else ' GAN'}{at}", title) for at, title in enumerate(stated)]
    named = [(name, f"{name}: {title}" if at % 4 == 0 else title) for at, (name, title) in enumerate(named)]
    page = "".join(f"\t•\t{name} - {title}{' (github)' * (at % 2)}\n" for at, (name, title) in enumerate(named))
    assert [mention.title for mention in extract(page).mentions] == [title for _, title in named]


def test_tools_in_front_of_dashes_keep_their_names() -> None:
    said = "A Fast Library for Grids of Sand"
    page = "".join(f"- Tool{at} - {said.replace('Fast', f'Fast{at}')}\n" for at in range(12))
    assert all(mention.title.startswith("Tool") for mention in extract(page).mentions)


def test_brackets_one_behind_another_in_front_state_year_and_place_and_the_name_of_the_work() -> None:
    stated = titles(random.Random("stacks"), 24)
    places, labs, marks = ("ICRA", "CoRL", "ECCV", "Sea Stud."), ("Sand Lab", "NOAA", "Dune Inc"), ("", "*", "**")
    lines, facts = [], []
    for at, title in enumerate(stated):
        place, year = places[at % 4], 2010 + at % 9
        front = (f"({place}) ", f"({labs[at % 3]}) ({place}) ", f"({labs[at % 3]}) ({place}) ")[at % 3]
        front += f"{marks[at % 2 + (at % 4 > 2)]}[{title.split()[0]}Net{at}] " if at % 2 else ""
        whole = f"Shores@Kiel 2019: {title}" if at == 5 else title
        lines.append(f"  • {year} {front}{whole} https://arxiv.org/abs/21{at % 9 + 1:02}.0{at:04}")
        facts.append((whole, place, year))
    assert [(each.title, each.venue, each.year) for each in extract("\n".join(lines)).mentions] == facts


def test_one_bracket_behind_a_year_in_front_is_where_a_paper_appeared_if_it_comes_again() -> None:
    stated = titles(random.Random("one bracket"), 12)
    page = "".join(
        f"- {2010 + at} ({('Sands', 'Shores', 'Tides')[at % 3]}) {title}\n" for at, title in enumerate(stated)
    )
    found = [(each.title, each.venue, each.year) for each in extract(page).mentions]
    assert found == [(title, ("Sands", "Shores", "Tides")[at % 3], 2010 + at) for at, title in enumerate(stated)]


def test_archives_in_front_tell_titles_among_those_with_places_there() -> None:
    names = titles(random.Random(6), 24)
    fronts, ends = ("ICES", "OCEANS", "JPS", "TWMS"), (" [code] [map.]", " [sand. tide.]", "")
    lines = [
        f"[{'arXiv' if at % 8 == 5 else fronts[at % 4]}] {title}.{'' if at % 8 == 5 else ends[at % 3]}"
        for at, title in enumerate(names)
    ]
    assert [paper.title for paper in extract("\n".join(["Papers", "", "2019", *lines])).mentions] == names
