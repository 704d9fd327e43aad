"""Places of publication as pages of journals, indexes and servers print them: one name, one year, nothing else."""

from __future__ import annotations

import pytest

from enrich.mentions.shapes.tags import Tag
from enrich.mentions.shapes.venues import venue_of

SANDS = "J. Sands"


@pytest.mark.parametrize(
    ("stated", "venue", "year"),
    [
        # Volume, issue and pages, and what stands behind them.
        ("J. Sands 49 (1), 1-31, (February 2021) DOI: 10.1234/20-JS1906", SANDS, 2021),
        ("J. Sands 49(1): 1-31 (February 2021). https://doi.org/10.1234/20-JS1906", SANDS, 2021),
        ("J. Sands 2023, 15(1), 12; https://doi.org/10.1234/js15010012 - 2 Jan 2024", SANDS, 2023),
        ("J. Sands 2023, 15 (1), 12; doi:10.1234/js15010012", SANDS, 2023),
        ("Shores 591 (7848), 54-60 (2021)", "Shores", 2021),
        ("Shores, Volume 108, Issue 1, March 2021, Pages 1–13, https://doi.org/10.1234/asaa090", "Shores", 2021),
        ("The Tidal Naturalist, e68067", "The Tidal Naturalist", None),
        ("Sea One e1085.", "Sea One", None),
        ("Sea One 15(3): e0230001. https://doi.org/10.1234/journal.0230001", "Sea One", None),
        ("Journal of Shores | Volume 109 Issue 3 | March 2021", "Journal of Shores", 2021),
        ("Shore Law Review, Vol. 57, 2010", "Shore Law Review", 2010),
        ("Shores, Volume 39, Issue 6, June 2023, shad312,", "Shores", 2023),
        ("Journal of Shore Science 29, 1974: 117-147", "Journal of Shore Science", 1974),
        ("Journal of Shores: Dunes, 63(14), pp. 17-25", "Journal of Shores: Dunes", None),
        ("Sand, Tides and Mud 356, A19 (2018)", "Sand, Tides and Mud", 2018),
        # A series and its volume, a conference.
        ("LNSW, Volume 164, 36th International Symposium on Wet Sand (SWS 2020)", None, 2020),
        # Servers, whose numbers begin with the day.
        ("medRxiv 2019.05.23.350924; doi: https://doi.org/10.1101/2019.05.23.350924", "medRxiv", 2019),
        # What was done on which day, in front of where.
        ("Published: 05 Sept 2024, Last Modified: 22 Oct 2025WAVES 2024OralReaders: Everyone", "WAVES", 2024),
        ("Published: 31 Aug 2023, Last Modified: 7 Oct 2023WAVES 2023Readers: Everyone", "WAVES", 2023),
        ("Published: 5 Sept 2024, Last Modified: 2 Oct 2025WAVES 2024 oralEveryoneRevisionsBibTeX", "WAVES", 2024),
        # What is still to come.
        ("To be published at WAVES 2024", "WAVES", 2024),
        ("To appear in Wet S&P 2024", "Wet S&P", 2024),
        # The repository of a paper in front of its place.
        ("owner-1/wet.sand • WAVES 2022", "WAVES", 2022),
    ],
)
def test_name_and_year_alone_are_told(stated: str, venue: str | None, year: int | None) -> None:
    tag = venue_of(stated)
    assert tag is not None
    assert (tag.venue, tag.year) == (venue or "36th International Symposium on Wet Sand (SWS)", year)


@pytest.mark.parametrize(
    "text",
    [
        "Published: 05 Sept 2024, Last Modified: 22 Oct 2024",
        "owner/wet-sand • 9 Oct 2023",
        "Last Modified: 22 Oct 2024",
    ],
)
def test_days_are_no_places(text: str) -> None:
    assert (venue_of(text) or Tag()).venue is None
