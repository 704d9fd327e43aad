"""Stops of abbreviations belong to the names of venues, those of sentences do not."""

from __future__ import annotations

from enrich.mentions.items import Item
from enrich.mentions.review.abbreviations import restore_stops


def _venues(text: str, *venues: str) -> list[str | None]:
    items = [Item(line=1, title="Salt in the Wind", venue=venue) for venue in venues]
    restore_stops(text, items)
    return [item.venue for item in items]


def test_abbreviation_in_front_of_a_volume_keeps_its_stop() -> None:
    text = (
        "Salt. J. Shore Stud. 2019, 3, 4. Kelp. Tidal. 2018, 2, 9. Wind. Sea Res. A 2017, 1, 3. Sea. Nature 2016, 1, 2."
    )
    found = _venues(text, "J. Shore Stud", "Tidal", "Sea Res. A", "Nature")
    assert found == ["J. Shore Stud.", "Tidal.", "Sea Res. A", "Nature"]


def test_sentence_in_front_of_a_year_ends_without_one() -> None:
    text = "Salt. J Shore Stud. 2019;3:4. Kelp. Sea Res. 2018;2:9."
    assert _venues(text, "J Shore Stud", "Sea Res") == ["J Shore Stud", "Sea Res"]


def test_whole_names_keep_none_where_sentences_end_behind_all() -> None:
    text = "Salt. Tidal. 2019;3:4. Kelp. J. Clim. 2018;2:9. Wind. Sea Res. Lett. 2017;1:3. Sea. Shore Lett. 2016;1:2."
    found = _venues(text, "Tidal", "J. Clim", "Sea Res. Lett", "Shore Lett")
    assert found == ["Tidal", "J. Clim.", "Sea Res. Lett.", "Shore Lett."]


def test_single_letter_keeps_its_stop_on_any_page() -> None:
    text = "Salt in the Wind. SHORE J. 2019\nKelp at Sea. Sea Rec 2018\nWind. Sea A 2017"
    assert _venues(text, "SHORE J", "Sea Rec", "Sea A") == ["SHORE J.", "Sea Rec", "Sea A"]


def test_tags_stand_between_names_and_what_is_behind() -> None:
    handmade = "Shore Combin. <B>24</B> (2016), 3. Shore Combin. <B>25</B> (2017), 4. Combs <B>3</B> (2017), 5."
    assert _venues(handmade, "Shore Combin", "Combs", "J. Shore Math.", "European J. Tide.")[0] == "Shore Combin."
    saved = "<i>Eur Shore J</i> 2020. Eur Shore J. 2017. <i>Tide\nMed</i>. 2021. <i>Sea Res</i>. 2019."
    assert _venues(saved, "Eur Shore J", "Tide Med", "Sea Res") == ["Eur Shore J", "Tide Med", "Sea Res"]
