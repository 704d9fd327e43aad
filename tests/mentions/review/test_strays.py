"""Items that are none: what recurs on a page belongs to the items above, what stands before its headings to nobody."""

from __future__ import annotations

from enrich.mentions.items import Draft, Item
from enrich.mentions.links import make_link
from enrich.mentions.review.strays import drop_strays
from enrich.records import LineClass

TITLES = [
    f"{what} of {place}" for what in ("Tides", "Storms", "Currents", "Sands") for place in ("Fjords", "Bays", "Deltas")
]


def _titles(draft: Draft) -> list[str]:
    drop_strays("", draft)
    return [item.title for item in draft.items]


def _facts(title: str, line: int) -> list[Item]:
    venue = ("FAccT, 2020", "L@S, 2021")[line // 3 % 2]
    return [Item(line=line, title=title), Item(line=line + 1, title=venue, authors=("Jane Roe",))]


def test_facts_that_recur_go_to_the_items_above_them() -> None:
    draft = Draft(items=[item for at, title in enumerate(TITLES) for item in _facts(title, 3 * at)])
    assert _titles(draft) == TITLES
    first, second = draft.items[:2]
    assert (first.authors, first.venue, first.year) == (("Jane Roe",), "FAccT", 2020)
    assert (second.venue, second.year) == ("L@S", 2021)
    assert draft.lines[1].line_class is LineClass.CONTINUATION


def test_what_an_item_says_of_itself_stays() -> None:
    items = [item for at, title in enumerate(TITLES) for item in _facts(title, 3 * at)]
    items[0].venue, items[0].year = "Shore", 1999
    draft = Draft(items=items)
    drop_strays("", draft)
    assert (draft.items[0].venue, draft.items[0].year) == ("Shore", 1999)


def test_notes_that_recur_with_other_numbers_go() -> None:
    notes = ["Lists {} open questions for those who come later.", "Compares {} methods with care and much detail."]
    items = []
    for at, title in enumerate(TITLES):
        items += [Item(line=2 * at, title=title), Item(line=2 * at + 1, title=notes[at % 2].format(at))]
    assert _titles(Draft(items=items)) == TITLES


def test_one_paper_in_many_sections_stays() -> None:
    again = [Item(line=50 + at, title="Tides of Fjords") for at in range(6)]
    items = [*(Item(line=at, title=title) for at, title in enumerate(TITLES)), *again]
    assert len(_titles(Draft(items=items))) == len(TITLES) + 6


def test_items_with_links_stay() -> None:
    link = [make_link("https://arxiv.org/abs/1801.00001")]
    items = [Item(line=at, title=("FAccT", "AIES")[at % 2], links=link) for at in range(12)]
    assert len(_titles(Draft(items=items))) == 12


def test_what_introduces_a_page_goes() -> None:
    opening = [Item(line=1, title="Readings on Shores"), Item(line=2, title="Compiled for the course")]
    items = [Item(line=9 + at, title=title, section=("A",), year=2001) for at, title in enumerate(TITLES)]
    draft = Draft(items=[*opening, *items])
    assert _titles(draft) == TITLES
    assert draft.lines[1].line_class is LineClass.IGNORED


def test_a_paper_named_before_the_headings_stays() -> None:
    own = Item(line=1, title="A Survey of Shores", description="This is the list of our paper “A Survey of Shores”.")
    items = [Item(line=9 + at, title=title, section=("A",), year=2001) for at, title in enumerate(TITLES)]
    assert _titles(Draft(items=[own, *items])) == ["A Survey of Shores", *TITLES]


def test_a_page_without_headings_keeps_its_first_item() -> None:
    items = [Item(line=1, title="Readings on Shores")]
    items += [Item(line=9 + at, title=title, year=2001) for at, title in enumerate(TITLES)]
    assert len(_titles(Draft(items=items))) == len(TITLES) + 1


def _credited(title: str, line: int) -> Item:
    return Item(line=line, title=title, authors=("Max Poe", "Eva Doe"))


def test_one_name_below_a_title_is_its_author_where_the_others_have_some() -> None:
    items = [_credited(title, 3 * at) for at, title in enumerate(TITLES[1:], start=1)]
    alone = [Item(line=0, title=TITLES[0]), Item(line=1, title="Jane Roe", authors=("The Institute",), abstract="Yes.")]
    draft = Draft(items=[*alone, *items])
    assert _titles(draft) == TITLES
    assert (draft.items[0].authors, draft.items[0].abstract) == (("Jane Roe",), "Yes.")


def test_names_on_two_lines_are_both_authors() -> None:
    items = [_credited(title, 5 * at) for at, title in enumerate(TITLES[1:], start=1)]
    names = [Item(line=1, title="Jane Roe"), Item(line=2, title="Max Poe", abstract="Yes.")]
    draft = Draft(items=[Item(line=0, title=TITLES[0]), *names, *items])
    assert _titles(draft) == TITLES
    assert (draft.items[0].authors, draft.items[0].abstract) == (("Jane Roe", "Max Poe"), "Yes.")


def test_names_among_titles_without_authors_stay() -> None:
    items = [Item(line=2 * at, title=title) for at, title in enumerate(TITLES)]
    assert "Jane Roe" in _titles(Draft(items=[*items, Item(line=1, title="Jane Roe")]))


def test_titles_about_honours_stay() -> None:
    kept = ["Best Paper Awards Considered Harmful", "Outstanding Student Paper Prizes in Kiel"]
    told = ["Best Paper Award Finalist", "Distinguished Paper Award Winner", "Best Student Paper Award"]
    items = [Item(line=at, title=title) for at, title in enumerate([*TITLES, *told, *kept])]
    assert _titles(Draft(items=items)) == [*TITLES, *kept]


def test_sentences_without_facts_introduce_a_section_where_all_others_state_some() -> None:
    said = "There are many practical issues that can be critical for the actual use of models of tides on shores."
    items = [Item(line=at + 1, title=title, section=("Tides",), year=2019) for at, title in enumerate(TITLES)]
    strays = [
        Item(line=30, title=said, entry=said, section=("Tides",)),
        Item(line=31, title="Jets are sprays of sand. They move over dunes.", section=("Tides",)),
    ]
    kept = [
        Item(line=32, title="What Gulls Eat", entry="What Gulls Eat. Roe et al. tell.", section=("Tides",)),
        Item(line=33, title=said, entry=said, section=("Tides",), year=2020),
    ]
    assert _titles(Draft(items=[*items, *strays, *kept])) == [*TITLES, "What Gulls Eat", said]


def test_lines_of_a_page_most_of_which_are_read_as_no_titles_are_none() -> None:
    note = "Equal work of the first two"
    items = [Item(line=3 * at + 1, title=title) for at, title in enumerate(TITLES)]
    draft = Draft(items=[*items, Item(line=5, title=note)])
    drop_strays("\n".join([*TITLES, *[note] * 5]), draft)
    assert [item.title for item in draft.items] == TITLES


def test_pages_of_works_listed_elsewhere_are_no_items() -> None:
    notes = ("^ Roe 2003, pp. 101–104", "^ Jump up to:a b van Poe & Roe 1993, p", "Roe 1976", "Roe (2009): 12")
    items = [Item(line=at, title=title) for at, title in enumerate((*TITLES, *notes, "Shores in Summer 2019"))]
    assert _titles(Draft(items=items)) == [*TITLES, "Shores in Summer 2019"]


def _many(titles: list[str]) -> list[str]:
    return [f"{title} {when}" for title in titles for when in ("by Night", "in Spring", "of Old", "at Noon", "on Maps")]


def test_what_states_nothing_where_nearly_all_have_authors_is_none() -> None:
    items = [_credited(title, 4 * at) for at, title in enumerate(_many(TITLES))]
    parted = Item(line=3, title="Above the authors that look like a title")
    said = Item(line=297, title="Sands in short", abstract="We count them.")
    stray = Item(line=298, title="Some works were merged by the committee")
    speaker = Item(line=299, title="Jane Roe (University of Cork)", description="Speaks of sands.")
    kept = [item.title for item in (*items, parted, said)]
    assert sorted(_titles(Draft(items=[*items[:-1], parted, said, stray]))) == sorted(set(kept) - {items[-1].title})
    assert sorted(_titles(Draft(items=[*items, parted, said, speaker]))) == sorted(kept)


def test_lists_of_something_else_beside_credited_papers_stay() -> None:
    items = [_credited(title, 4 * at) for at, title in enumerate(_many(TITLES))]
    tools = [Item(line=300 + at, title=title, section=("Tools",)) for at, title in enumerate(("gullkit", "Kelp box"))]
    assert len(_titles(Draft(items=[*items, *tools]))) == len(items) + len(tools)
