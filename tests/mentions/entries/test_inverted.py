"""Citations in which commas alone stand between inverted names, title, place and year."""

from __future__ import annotations

import pytest

from tests.mentions.test_kept_shapes import papers

ROWS = (
    (
        "Okafor, J., and Lindqvist, M., ",
        "Harmonic drift of floating turbines",
        "Ocean Engineering",
        ", vol. 211, 2021.",
    ),
    ("Lindqvist, M., ", "Marsh wetting and drying, revisited", "J. Coastal Res.", ", 37(2):1-9, 2021. PDF"),
    (
        "Barros, A. C., Okafor, J., ",
        "Can a barrage breathe?",
        "Proc. Eur. Tidal Conf. (ETC)",
        ", Faro, 2020. PDF, Code",
    ),
    ("van der Meer, J. W., Okafor, J., ", "Blade fouling at low speed", "Renewable Energy", ", 2019 (in press)."),
    ("Okafor, J., ", "Wakes in sheared channels", "PhD thesis, Some University", ", 2018."),
    ("Okafor, J., et al., ", "ANN vs. tables in sluice scheduling", "Applied Energy", ", 2017. Poster"),
    ("Tanaka, K. and Okafor, J., ", "Sediment plumes: a survey", "arXiv", ":1701.01234, 2017. Code"),
)
YEARS = [2021, 2021, 2020, 2019, 2018, 2017, 2017]


@pytest.mark.parametrize("mark", ["* ", "• ", "1. "])
def test_initials_tell_where_titles_begin_and_years_where_places_end(mark: str) -> None:
    lines = ("".join(row).replace("?Proc", "? Proc") for row in _joined())
    found = papers("Tides\n\nPublications\n\n" + "\n".join(f"{mark}{line}" for line in lines) + "\n")
    assert [(paper.title, paper.year) for paper in found] == [
        (title, year) for (_, title, _, _), year in zip(ROWS, YEARS, strict=True)
    ]
    assert [paper.venue for paper in found] == [venue for _, _, venue, _ in ROWS]


def _joined() -> list[tuple[str, str, str, str]]:
    return [(names, title, " " if title.endswith("?") else ", ", venue + rest) for names, title, venue, rest in ROWS]


def test_year_in_brackets_behind_the_names_is_another_style() -> None:
    titles = [title for _, title, _, _ in ROWS if "?" not in title and "," not in title]
    lines = (f"- Roe, A., Poe, M., & Doe, K. ({2010 + n}). {title}. Oikos, {n}.\n" for n, title in enumerate(titles))
    assert [paper.title for paper in papers("".join(lines))] == titles


def test_names_of_which_the_first_alone_is_inverted_are_all_read() -> None:
    titles = [title for _, title, _, _ in ROWS if "?" not in title and "," not in title]
    lines = (f"- Roe, A., J. Poe, and M. Moe, {title}, Oikos, {2010 + n}.\n" for n, title in enumerate(titles))
    assert all(len(paper.authors) == len(("Roe", "Poe", "Moe")) for paper in papers("".join(lines)))


STOPPED = (
    ("Tides and Sands", ". In ", "Proceedings of the Sand Meeting, Kiel, Germany"),
    ("Deep Learning for Dunes", ". In ", "Proc. of the Shore Meeting, pp. 12-19, Rome, Italy"),
    ("Stones, Grains and Rocks", ". ", "Journal of Coasts, Elsevier"),
    ("On the Motion of Grains", ". ", "PhD thesis, University of Kiel"),
    ("Shores, Slopes and Sands", ". ", "PhD thesis, University of Kiel"),
    ("Shores, Slopes and Bays", ". In ", "Proc. of the Shore Meeting, Rome"),
    ("On the Motion of Waves", ". ", "Coastal Studies, Elsevier"),
    ("A Short Note on Waves", ", in: ", "Proceedings of the Sand Meeting"),
    ("Dunes. A Survey", ", ", "Journal of Coasts"),
    ("Estimating Drift in Bays", ", ", "IEEE Trans. Shore Autom. Eng."),
)


@pytest.mark.parametrize("mark", ["- ", ""])
def test_stops_behind_words_in_capitals_part_title_and_place(mark: str) -> None:
    lines = (f"{mark}Roe, J., Poe, M., {''.join(row)}, {2010 + n}.\n" for n, row in enumerate(STOPPED))
    assert [(paper.title, paper.venue) for paper in papers("".join(lines))] == [(row[0], row[2]) for row in STOPPED]
