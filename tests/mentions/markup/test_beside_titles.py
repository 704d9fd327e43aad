"""What stands beside titles in Markdown, in the ways that lists have: people, places and years, and words of links."""

from __future__ import annotations

import pytest

from enrich.mentions import extract
from enrich.records import Mention
from tests.mentions.documents import markdown

URL = "https://arxiv.org/abs/2101.0000{}"


def read(*entries: str) -> list[Mention]:
    return list(extract(markdown("# Tides\n\n" + "\n".join(entries) + "\n")).mentions)


@pytest.mark.parametrize(
    ("behind", "venue", "year"),
    [
        ("(Jane Roe, Max Poe)", None, None),
        ("(Jane Roe, Max Poe) - 2019", None, 2019),
        (". (J. Roe et al.). ICES 2019", "ICES", 2019),
        ("| (J. Roe, M. Poe) | (2019)", None, 2019),
        ("- Jane Roe, Max Poe - Transactions on Shores'19", "Transactions on Shores", 2019),
        ("– J. Roe, M. Poe – Journal of Sand 2019", "Journal of Sand", 2019),
        (". Journal of Sand 2019. (Jane Roe & Max Poe)", "Journal of Sand", 2019),
        (". Journal of Sand 2019. by Jane Roe, Max Poe", "Journal of Sand", 2019),
        ("\n  - by Jane Roe, Max Poe", None, None),
        ("\n  - (Roe, J.; Poe, M.)", None, None),
    ],
)
def test_people_are_set_apart_by_brackets_dashes_or_a_word(behind: str, venue: str | None, year: int | None) -> None:
    items = read(
        *(f"- [Seiches in {name} Basins]({URL.format(at)}) {behind}" for at, name in enumerate(("Long", "Deep")))
    )
    assert [item.title for item in items] == ["Seiches in Long Basins", "Seiches in Deep Basins"]
    assert all(item.authors and "Roe" in item.authors[0] and "(" not in item.authors[0] for item in items)
    assert [(item.venue, item.year) for item in items] == [(venue, year)] * 2


def test_people_of_a_plain_entry_are_no_place() -> None:
    (item,) = read(f"- The A* search over wet streams. Jane Roe, Max Poe. 2019. [[pdf]]({URL.format(1)})")
    assert (item.authors, item.venue, item.year) == (("Jane Roe", "Max Poe"), None, 2019)


def test_acronym_and_year_in_front_of_a_quoted_title_are_no_author() -> None:
    (item,) = read(f'**ICES 2019**. "Seiches in Long Basins". [Paper]({URL.format(1)})')
    assert (item.authors, item.venue, item.year) == ((), "ICES", 2019)


def test_words_of_links_in_front_of_a_title_are_no_authors() -> None:
    link = f"[Paper]({URL.format(1)}) [Code](https://github.com/roe/sand)"
    (item,) = read(f"{link}. **Seiches in Long Basins**. *Roe J, Poe M and Costa A*. ICES, 2019")
    assert (item.authors, item.venue, item.year) == (("Roe J", "Poe M", "Costa A"), "ICES", 2019)


def test_venue_with_a_year_in_brackets_stands_between_bars() -> None:
    pages = [f"Seiches in {name} Basins | ICES (2019) | [[paper]]({URL.format(name[0])})" for name in ("Long", "Deep")]
    assert [(item.venue, item.year) for item in read("\n\n".join(pages))] == [("ICES", 2019)] * 2


def test_year_in_front_of_an_entry_is_no_number_of_a_list() -> None:
    entries = [f'{year}. ["Seiches in {year - 2000} Basins"]({URL.format(year)}). by Jane Roe' for year in (2013, 2016)]
    assert [item.year for item in read(*entries)] == [2013, 2016]


@pytest.mark.parametrize("frame", ["[**{}**]({})", "**{}.** [[pdf]]({})", "*{}*. [[pdf]]({})", "[{}]({})"])
def test_star_within_a_word_is_part_of_the_title(frame: str) -> None:
    title = "Groupoid models for C*-algebras and JB*-triples"
    (item,) = read(f"- {frame.format(title, URL.format(1))}")
    assert item.title == title


def test_star_around_a_letter_is_markup() -> None:
    (item,) = read(f"- [On *K*-theory of *C*-rings]({URL.format(1)})")
    assert item.title == "On K-theory of C-rings"


def test_lists_set_in_too_little_below_numbered_entries_are_theirs() -> None:
    entries = [
        f"{n}. **Seiches in {name} Basins**\n  - {URL.format(n)}\n  - by Jane Roe, Max Poe"
        for n, name in ((1, "Long"), (10, "Deep"))
    ]
    items = read(*entries, "", "- [Seiches in Wide Basins](https://arxiv.org/abs/2101.00003)")
    assert [item.title for item in items] == [f"Seiches in {name} Basins" for name in ("Long", "Deep", "Wide")]
    assert [item.authors for item in items] == [("Jane Roe", "Max Poe")] * 2 + [()]


def test_people_with_initials_on_a_line_of_their_own_are_no_part_of_the_venue() -> None:
    behind = ("Roe J, Poe M & Costa A  \n  Nature, 2023", "by Roe, J.; Poe, M.; Costa, A.<br>[ICES 2023]")
    items = read(*(f"- [Seiches in {n} Basins]({URL.format(n)})  \n  {said}" for n, said in enumerate(behind)))
    assert [(len(item.authors), item.venue) for item in items] == [(3, "Nature"), (3, "ICES")]


def test_paragraphs_with_their_places_on_top_are_papers_of_their_own() -> None:
    pages = [f"`ICES {2010 + n}`<br>[Seiches in {n} Basins](https://shore.example.edu/{n}.pdf)" for n in range(3)]
    items = read("\n\n".join(pages))
    assert [(item.title, item.year) for item in items] == [(f"Seiches in {n} Basins", 2010 + n) for n in range(3)]


def test_stop_behind_the_words_of_links_is_no_part_of_the_title() -> None:
    items = read(
        *(f"- [[paper]]({URL.format(n)}). Seiches in {n} Basins. Jane Roe, Max Poe. ICES 2019" for n in range(3))
    )
    assert [item.title for item in items] == [f"Seiches in {n} Basins" for n in range(3)]


@pytest.mark.parametrize("sign", ["", "- "])
def test_year_in_front_of_authors_is_that_of_the_entry(sign: str) -> None:
    titles = ["Seiches in Small Basins", "Salt on the Harbour Wall", "Terns over Shallow Water"]
    entries = [f"{sign}2013. Jane Roe, Max Poe. [{title}]({URL.format(1)}). *Oikos*." for title in titles]
    found = [(item.year, item.authors, item.venue) for item in read(*entries)]
    assert found == [(2013, ("Jane Roe", "Max Poe"), "Oikos")] * len(titles)


@pytest.mark.parametrize("sign", ["- ", ""])
def test_year_at_the_beginning_of_a_further_line_begins_no_entry(sign: str) -> None:
    """Lines are broken anywhere, "Roe, J.\\n2013. A Title"; but for 1, no number begins a list within a paragraph."""
    titles = ["Seiches in Small Basins", "Salt on the Harbour Wall", "Terns over Shallow Water"]
    indent = " " * len(sign)
    entries = [f"{sign}Roe, J., Poe, M., and Doe, A.\n{indent}2013. {title}. *Oikos* 3, 12-19.\n" for title in titles]
    found = read(*entries)
    assert [(item.title, item.year, len(item.authors)) for item in found] == [(title, 2013, 3) for title in titles]


def test_star_within_a_word_of_code_is_kept() -> None:
    entry = "@article{k,\n title={On C*-algebras},\n author={Roe, Jane},\n year={2013}\n}"
    assert [item.title for item in read(f"```bibtex\n{entry}\n```")] == ["On C*-algebras"]


def test_one_author_alone_in_front_of_titles_is_none_of_their_words() -> None:
    titles = [
        "Seiches in Small Basins",
        "Salt on the Harbour Wall",
        "Terns over Shallow Water",
        "A Log of Slow Tides",
    ] * 2
    found = read(*(f"- Jane Roe. {title} {at}. In *Oikos*, 2013." for at, title in enumerate(titles)))
    assert {(item.title[-1:], item.authors, item.venue) for item in found} == {
        (str(at), ("Jane Roe",), "Oikos") for at in range(8)
    }
    assert found[0].title == f"{titles[0]} 0"


@pytest.mark.parametrize("label", ["[required]", "(optional)"])
def test_label_in_brackets_takes_no_authors_away(label: str) -> None:
    (item,) = read(f"- {label} Jane Roe and Max Poe. [A Log of the Tides]({URL.format(1)}). Oikos 2013")
    assert (item.title, item.authors, item.venue) == ("A Log of the Tides", ("Jane Roe", "Max Poe"), "Oikos")
