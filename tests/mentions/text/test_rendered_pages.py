"""Pages of publications as programs print them: numbers of reports, columns of links, boxes around pages."""

from __future__ import annotations

import pytest

from tests.mentions.text.reading import extract

TITLES = (
    "Labour markets on small islands and their harbours",
    "A survey of tidal mills between two wars",
    "What old maps say about roads, rivers and islands",
    "Sleep and the timetables of night ferries",
    "Measuring salt taxes by the weight of bread",
    "Forecasts for rivers that nobody has measured",
    "Glaciers, storms and the price of harbours",
    "Counting herons at dawn with a single camera",
    "On the shape of bread in a rising market",
)
TOPICS = ("Harbours", "Tidal Rivers", "Night", "Bread", "Islands", "Optics", "Acoustics", "History of Roads", "Weather")
NAMES = ("A. Roe and M. Poe", "K. Doe", "L. Moe, I. Stein", "T. Berg and E. Lind", "I. Stein", "M. Poe and K. Doe")
NAMES += ("O. Haddad", "R. Lind and E. Stein", "H. Brandt")
ENTRIES = list(enumerate(zip(TITLES, NAMES, strict=True)))


def titles(text: str) -> list[str]:
    return [mention.title for mention in extract(text).mentions]


def test_reports_that_count_down_below_their_years_lose_their_numbers() -> None:
    page = "Reports\n\n2019\n\n"
    for at, (title, names) in ENTRIES:
        page += "2018\n\n" * (at == 4) + f"{19 - (at > 3)}-{(4 if at < 4 else 12) - at:03}. {title} [pdf]\n"
        page += f"    {names}\n\n"
    assert titles(page) == list(TITLES)


def test_volume_and_page_end_entries_whose_year_stands_behind_the_names() -> None:
    journals = ("Sand Res. Lett., 12(3), 31–46", "J. Dunes, 127, e2017SR574380", "Q. J. R. Tid. Soc., in press")
    rows = [
        f"Roe, A., and M. Poe (201{at}), {title},\u00a0{journals[at % 3]}, https://doi.org/10.9999/s-{at}."
        for at, title in enumerate(TITLES)
    ]
    found = extract("Publications\n\n" + "\n\n".join(rows)).mentions
    assert [mention.title for mention in found] == list(TITLES)
    assert {mention.venue for mention in found} == {"Sand Res. Lett.", "J. Dunes", "Q. J. R. Tid. Soc."}
    assert [mention.year for mention in found] == list(range(2010, 2019))


def test_words_of_links_at_the_right_margin_are_no_part_of_lines() -> None:
    page = "Publications\n\n"
    for at, (title, names) in ENTRIES:
        links = "pdf arXiv" if at % 2 else "pdf"
        page += f"{9 - at}.  {names:<60}{links}\n    {title}\n    Phys. Sand. B 76, R4{at}66 (201{at}) NEW\n\n"
    found = extract(page).mentions
    assert [(mention.title, mention.venue) for mention in found] == [(title, "Phys. Sand. B") for title in TITLES]


def test_venues_of_records_have_words_of_links_behind_them() -> None:
    page = "".join(f"  {9 - at}. {n}\n  {t}\n  Phys. Sand. B 7, R4{at}6 (2019) pdf arXiv\n" for at, (t, n) in ENTRIES)
    found = extract("Publications\n\n" + page).mentions
    assert [(mention.title, mention.venue) for mention in found] == [(title, "Phys. Sand. B") for title in TITLES]


def test_bibtex_below_a_paper_belongs_to_it() -> None:
    page = "Papers\n\n"
    for at, (title, names) in ENTRIES:
        page += f"  * {title}\n    {names}\n@article{{roe{at},\n  title = {{{title[:30]}\n{title[30:]}}},\n"
        page += f"  journal = {{Tidal Review}},\n  year = {{201{at}}}\n}}\n\n"
    found = extract(page).mentions
    assert [mention.title for mention in found] == list(TITLES)
    assert [(mention.venue, mention.year) for mention in found] == [("Tidal Review", 2010 + at) for at in range(9)]


def test_lines_set_in_below_titles_belong_to_them() -> None:
    page = "Papers\n\n"
    for at, (title, _) in ENTRIES:
        said = (
            "Ada Maria Roe. Tidal Review",
            "Kim Doe, Max Q. Poe, Ina Berg et al.. Salt and Bread",
            "Omar Haddad. Sand Letters",
        )[at % 3]
        page += f"{title}\n    {said}\n" + "    Presented by Ada, slides lost.\n" * (at % 4 == 1) + "\n"
    assert titles(page) == list(TITLES)


@pytest.mark.parametrize(
    "line",
    ["{title}", "{title} ({names}, Oikos 2019)", "{title} https://example.org/{at}", '{names}, "{title}", ICES 2019'],
    ids=["titles", "people behind", "links", "citations"],
)
@pytest.mark.parametrize("heading", ["{}", "{}:", "Week {at}: {}", "201{at}"])
def test_titles_set_in_below_headings_are_no_part_of_them(heading: str, line: str) -> None:
    page, listed = "", []
    for at, (title, names) in ENTRIES:
        page += heading.format(TOPICS[at], at=at + 1) + "\n"
        for said in (title, f"{TITLES[at - 4]} again"):
            page += "    " + line.format(title=said, names=names, at=at) + "\n"
            listed.append(said)
        page += "\n"
    assert titles(page) == listed


def test_names_in_small_print_below_titles_are_people() -> None:
    page = "Papers\n\n"
    for at, (title, names) in ENTRIES:
        page += f"-   {title} (PhD thesis, Caltech {2001 + at})\n    _({names})\n"
    found = extract(page).mentions
    assert [(mention.title, ", ".join(mention.authors)) for mention in found] == [
        (title, names.replace(" and ", ", ")) for title, names in zip(TITLES, NAMES, strict=True)
    ]
