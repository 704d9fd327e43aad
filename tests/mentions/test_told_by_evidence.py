"""What looks like people, a portion or a venue is believed where the list has evidence of it, and only there."""

from __future__ import annotations

from .test_kept_shapes import papers

PLAIN = ("Silt and mud in small harbours", "Tides over sand banks in winter", "Kelp under drones at dusk")
MORE = (*PLAIN, "Storm surges on narrow shelves", "Seals found in radar images", "Ferries counted from orbit")


def read(lines: list[str], heading: str = "Shores") -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [(paper.title, paper.venue, paper.authors) for paper in papers(f"{heading}\n\n" + "\n".join(lines) + "\n")]


def test_venues_with_and_in_their_names_are_no_people_in_front_of_years() -> None:
    venues = ("Science", "Nature", "Plant and Soil", "Gender & Society", "Oikos", "Ecology")
    for sign in (",", ":"):
        lines = [f"- {venue} {2019 - at}{sign} {MORE[at]}" for at, venue in enumerate(venues)]
        assert read(lines) == [(title, venue, ()) for title, venue in zip(MORE, venues, strict=True)]


def test_titles_with_a_colon_or_comma_stay_whole_beside_people_and_years() -> None:
    people = ("Roe & Poe 2019", "Moe and Doe 2018", "Doe et al. 2017", "Moe 2016", "Roe 2015")
    titles = [
        "Cooking, heating and cooling by tides",
        "Tides: seven lessons for planners",
        "Seals, Whales and Gulls: a review",
        "Denmark: a sea of wind turbines",
    ]
    lines = [f"- {who}, {title}" for who, title in zip(people, MORE[:5], strict=True)] + [
        f"- {each}" for each in titles
    ]
    found = read([*lines, f"- Poe et al., {MORE[5]}"])
    assert [title for title, _, _ in found] == [*MORE[:5], *titles, MORE[5]]
    assert found[0][2] == ("Roe", "Poe")
    assert found[-1][2] == ("Poe",)


def test_enumerations_at_the_ends_of_titles_are_no_people() -> None:
    titles = [
        "A History of Silt, Mud, Sand",
        "The Ends of Dunes, Marshes, Reefs",
        "Towns of Mud: Oslo, Bergen, Rome",
        "Storms in Kenya, Chile, Spain",
        "Winter in Harbours",
    ]
    assert read([f"- {title} ({2019 - at})" for at, title in enumerate(titles)]) == [(t, None, ()) for t in titles]
    linked = [f"- {title}, ICES 201{at} [pdf](https://a.org/{at}.pdf)" for at, title in enumerate(titles)]
    assert [title for title, _, _ in read(linked, "# Shores")] == titles


def test_venues_alone_in_brackets_are_no_people() -> None:
    people = ("Roe, Poe", "Moe, Doe", "Doe, Roe", "Poe, Hoe", "Hoe, Moe", "Loe, Poe", "Toe, Doe", "Soe, Doe", "ICES")
    found = read([f"- {MORE[at % 6]} in part {at + 1} ({who}, 201{at})" for at, who in enumerate(people)])
    assert found[0][2] == ("Roe", "Poe")
    assert found[-1][1:] == ("ICES", ())


def test_ends_of_titles_are_no_portions_and_no_remarks() -> None:
    titles = [
        "The Tide Act, section 172",
        "A guide to Oslo, sections 3 and 4",
        "Comments on Poe et al. (and what they missed)",
        "Silt after Roe et al. (a new look at mud)",
    ]
    read_parts = [f"- {PLAIN[0]}, Roe et al. (file on the shared drive)", f"- {PLAIN[1]} (2019), ch. 3"]
    assert [title for title, _, _ in read([*(f"- {title}" for title in titles), *read_parts])] == [*titles, *PLAIN[:2]]


def test_preprint_servers_in_small_letters_are_venues_in_brackets() -> None:
    lines = [f"- {PLAIN[0]} (arxiv, 2019)", f"- {PLAIN[1]} (biorxiv, 2018)", f"- {PLAIN[2]} (survey, 2018)"]
    assert [venue for _, venue, _ in read(lines)] == ["arxiv", "biorxiv", None]


def test_an_emphasised_title_behind_who_wrote_it_is_no_venue() -> None:
    lines = ["- National Academy of Mud. *Report on Silt* (2017)", f"- [{PLAIN[0]}](https://a.org/1.pdf), ICES 2019"]
    assert "Report on Silt" not in [venue for _, venue, _ in read(lines, "# Shores")]


def test_what_is_said_of_a_case_in_a_journal_is_a_paper() -> None:
    lines = [f"{at}. {title}. Oikos 201{at}." for at, title in enumerate(("Roe v. Wave: a case of silt", *PLAIN), 1)]
    assert read(lines)[0] == ("Roe v. Wave: a case of silt", "Oikos", ())


def test_words_behind_initials_of_a_title_are_no_links_in_plain_text() -> None:
    lines = [f"{at}. {title}" for at, title in enumerate((*PLAIN, "Tide Gauge Records (TGR) Data"), 1)]
    assert read(lines)[3][0] == "Tide Gauge Records (TGR) Data"
