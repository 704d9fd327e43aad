"""Keys in brackets that hang in front of titles."""

from __future__ import annotations

from enrich.mentions.text.lines.rows import read_rows
from tests.mentions.text.reading import extract

TITLES = ("Tidal pools under warming seas", "Herons", "Salt in the wind", "The long memory of limpets", "Waves at dusk")
NAMES = ("Ana Roe, Max Poe", "Kim Doe, Ana Roe", "Max Poe, Lena Moe", "Lena Moe, Kim Doe", "Max Poe, Kim Doe")


def test_venues_and_years_that_hang_in_front_stay_with_their_titles() -> None:
    keys = ("[ICRA2019]", "[ICES2021]", "[ICRA2020]", "[ICML2016]", "[ICES2018]")
    text = "".join(
        f"{k} {t}\n           https://a.org/{at}\n" for at, (k, t) in enumerate(zip(keys, TITLES, strict=True))
    )
    found = [(m.title, f"[{m.venue}{m.year}]", len(m.links)) for m in extract(text).mentions]
    assert found == [(title, key, 1) for title, key in zip(TITLES, keys, strict=True)]


def test_remarks_that_come_again_in_brackets_are_no_keys() -> None:
    titles = [f"{title} and what is seen there" for title in TITLES]
    text = "".join(
        f"[Seminar] {title}\n          {names}\n          Oikos, 2019\n\n"
        for title, names in zip(titles, NAMES, strict=True)
    )
    mentions = extract(text).mentions
    assert [(m.title, ", ".join(m.authors)) for m in mentions] == list(zip(titles, NAMES, strict=True))


def test_keys_of_references_are_list_markers_without_lines_below() -> None:
    people = ("Roe and Poe", "Doe, Roe, and Moe", "Poe", "Moe", "Lund and Doe")
    keys = ("RP08", "DRM11", "Poe+12", "Moe2013", "Lun19b")
    text = "".join(
        f"[{key}] {names} ({2008 + at}). {title}. Oikos.\n"
        for at, (key, names, title) in enumerate(zip(keys, people, TITLES, strict=True))
    )
    mentions = extract(text).mentions
    assert [(m.title, m.year, m.keywords) for m in mentions] == [(t, 2008 + at, ()) for at, t in enumerate(TITLES)]


def test_keys_may_have_a_colon_behind() -> None:
    keys = ("RP08", "D'A11", "Poe12", "Moe13", "Lun19", "RM20")
    text = "".join(f"[{key}]{':' * (at % 2)} Ana Roe. {TITLES[0]}. Oikos 2019.\n" for at, key in enumerate(keys))
    assert [(row.marker, row.text[:7]) for row in read_rows(text)] == [(f"[{key}]", "Ana Roe") for key in keys]
