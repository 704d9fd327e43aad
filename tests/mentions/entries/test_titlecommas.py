"""Lists in which a comma parts titles from names, and a stop those from where the paper appeared."""

from __future__ import annotations

import pytest

from tests.mentions.test_kept_shapes import papers

ROWS = (
    ("Counting Gulls by Night", "Jane Roe, Max Poe. In the proceedings of the Conference on Shores (COS), May 2012."),
    ("Tidal Sorting Networks", "Ann Doe, Jane Roe, Max Poe. Journal of the Shore 12(3), April 2013, pages 3--9."),
    ("Where Sand Sleeps: A Survey", "Carl Clement, Jane Roe, Ann Doe, Max Poe. Sea Reviews Volume 2, Issue 3, 2014."),
    ("Pebbles, Shells and their Keepers", "Max Poe. 3rd Symposium on Beaches (SOB) (October 2015), pages 3 -- 9."),
    ("Silt", "A.B. Roe and Max Poe. Proceedings of the Second Mud Meeting (SMM), Kiel, 2016. pdf, slides"),
    ("How Do Clubs End?", "Ann Doe, Max Poe, Eva Roe, and Jane Roe, Jr. Shore Letters, 2017."),
    (
        "Dune Walking Machines",
        "Eva Roe, Max Poe. In Sands: Art and Science (SAS), St. Paul, MN, USA, June 2018. pdf",
    ),
)
PLACES = (
    "Conference on Shores (COS)",
    "Journal of the Shore",
    "Sea Reviews",
    "3rd Symposium on Beaches (SOB)",
    "Proceedings of the Second Mud Meeting (SMM)",
    "Shore Letters",
    "Sands: Art and Science (SAS)",
)


@pytest.mark.parametrize("mark", ["", "- ", "  • "])
def test_title_ends_at_the_comma_in_front_of_the_names(mark: str) -> None:
    found = papers(
        "Shores\n\nPublications\n\n" + "\n".join(f"{mark}{title}, {rest}".replace("?,", "?") for title, rest in ROWS)
    )
    assert [(paper.title, paper.venue, paper.year) for paper in found] == [
        (title, place, 2012 + n) for n, ((title, _), place) in enumerate(zip(ROWS, PLACES, strict=True))
    ]


def test_names_in_front_of_titles_stay_names() -> None:
    titles = [title for title, _ in ROWS if " " in title]
    rows = [f"Jane Roe, Max Poe, Ann Doe. {title}. Shore Letters, {2012 + n}." for n, title in enumerate(titles)]
    assert [paper.title for paper in papers("Shores\n\n" + "\n".join(rows))] == titles
