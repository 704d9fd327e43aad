"""Lists whose titles have where they appeared in front, in square brackets: made-up papers."""

from __future__ import annotations

import random

from tests.mentions.text.reading import extract
from tests.mentions.text.tables.test_segments import titles
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
