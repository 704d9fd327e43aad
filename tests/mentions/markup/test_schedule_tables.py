"""Tables of courses and reading groups: cells that hold several readings, weeks without one, words behind titles."""

from __future__ import annotations

import pytest

from enrich.documents.shape import kind_of_text
from enrich.mentions import extract
from enrich.records import Document, Mention, MentionKind

READINGS = (
    ("Roe, B. A. (1978).", "Fundamental patterns of waiting.", "Shore Science, 1(1), 13–24"),
    ("Poe, D. L., Moe, W. M., &amp; Lind, J. A. (1996).", "What herons are and what they are not.", "Tides, 312, c71"),
    ("Fay, J., Low, K., et al. (2004).", "What counts as a tide in tidal work?", "Journal of Sand, 47(9931), A12–A13"),
    ("Orr, B. M., &amp; Ash, E. (2010).", "Step by step over wet sand.", "Tides, 110, Article 51"),
)
TITLES = [title.rstrip(".") for _, title, _ in READINGS]
LONE = (("JMLR21", "2020"), ("ICCV19", ""))
WEEKS = ("Patterns in what one sees at low tide", "A question for the whole of the shore")


def papers(text: str) -> list[Mention]:
    document = Document("list", "list", kind_of_text(text), text, "", len(text))
    return [mention for mention in extract(document).mentions if mention.kind is MentionKind.PAPER]


def schedule(front: str, between: str, back: str) -> str:
    cited = [f"{people} {title} <i>{place}</i>." for people, title, place in READINGS]
    rows = "".join(
        f"<tr><td>{n}</td><td>{week}</td><td>{front}{between.join(cells)}{back}</td><td>Quiz</td></tr>"
        for n, (week, cells) in enumerate(zip(WEEKS, (cited[:2], cited[2:]), strict=True), start=1)
    )
    names = "<tr><th>Week</th><th>Topic</th><th>Readings</th><th>Due</th></tr>"
    return f"<!DOCTYPE html><html><body><h1>Shores</h1><table>{names}{rows}</table></body></html>"


@pytest.mark.parametrize(
    ("front", "between", "back"),
    [
        ("<p>", "</p>\n<p>", "</p>"),
        ("", "<br>\n", ""),
        ("<div>", "</div><div>", "</div>"),
        ("<p><b>Required:</b></p><p>", "</p><p>", "</p>"),
    ],
)
def test_each_paragraph_of_a_cell_that_cites_is_a_paper(front: str, between: str, back: str) -> None:
    found = papers(schedule(front, between, back))
    assert [paper.title for paper in found] == TITLES
    assert [paper.venue for paper in found] == ["Shore Science", "Tides", "Journal of Sand", "Tides"]
    assert [paper.year for paper in found] == [1978, 1996, 2004, 2010]


def test_what_a_grade_is_made_of_is_no_paper_nor_is_a_talk() -> None:
    grade = "| Component | Share |\n|---|---|\n| Weekly memos on sand | 30% |\n| A paper on one shore | 70% |\n"
    lines = [f"- [x] **{title}** (Tides '18) [[pdf]](https://a.org/{at}.pdf)" for at, title in enumerate(TITLES)]
    talk = "- [x] Talk: recording of what was said on this ([video](https://www.youtube.com/watch?v=1))\n"
    found = papers(f"# Shores\n\n{grade}\n## Papers\n\n" + "\n".join([*lines, talk]))
    assert [paper.title for paper in found] == TITLES


def test_weeks_without_a_meeting_are_no_papers_and_words_behind_people_no_titles() -> None:
    page = (
        "# Lunch\n\n| Date | Presenter | Paper | Remarks |\n|:--|:--|:--|:--|\n"
        "| 01.11. | Ida | [Tidal Pools in Spring](https://arxiv.org/abs/1501.00001), Roe et al., Tid. Sand 2015 | |\n"
        "| 08.11. | – | *no meeting (winter break)* | |\n"
        "| 15.11. | Max | The shape of slow waves near a pier, Poe et al. (file on the shared drive) | short |\n"
        "| 22.11. | Ida | [What a Tide Leaves](https://arxiv.org/abs/1501.00002), Roe & Poe, Tid. Sand 2016 | |\n"
        "| 29.11. | Max | [Where Herons Wait](https://arxiv.org/abs/1501.00003), Fay | |\n"
    )
    assert [(paper.title, paper.venue, paper.year) for paper in papers(page)] == [
        ("Tidal Pools in Spring", "Tid. Sand", 2015),
        ("The shape of slow waves near a pier", None, None),
        ("What a Tide Leaves", "Tid. Sand", 2016),
        ("Where Herons Wait", None, None),
    ]


def test_links_into_the_document_alone_are_a_menu() -> None:
    menu = "[Shores](#shores) | [Winds](#winds-and-waves) | [Sand, air and water](#sand-air-and-water)"
    page = f"# Lunch\n\n{menu}\n\n## Shores\n\n- [What a Tide Leaves](https://arxiv.org/abs/1501.00002), Roe 2019\n"
    assert [paper.title for paper in papers(page)] == ["What a Tide Leaves"]


def test_titles_that_begin_as_days_without_a_meeting_are_papers() -> None:
    titles = [
        "Holiday: a study of tides",
        "No class, no gain: silt in schools",
        "Reading week - habits of students",
        "Cancelled: how festivals die",
        "Autumn holidays on the coast",
    ]
    days = "".join(f"| {12 + n} May | {title} | Ann Roe |\n" for n, title in enumerate(titles))
    idle = (
        "| 20 May | No class (Easter) | |\n| 21 May | Reading week - no class | |\n| 22 May | Holiday: Labor Day | |\n"
    )
    page = f"# Tides\n\n| Date | Paper | Presenter |\n|---|---|---|\n{days}{idle}"
    assert [paper.title for paper in papers(page)] == titles


def test_titles_of_tables_without_days_are_never_idle() -> None:
    titles = ["Canceled", "Winter break", "Seals found in radar images", "Sand"]
    rows = "".join(f"| {title} | read |\n" for title in titles)
    assert [paper.title for paper in papers(f"# Tides\n\n| Title | Status |\n|---|---|\n{rows}")] == titles


def test_dashes_where_people_stand_name_nobody() -> None:
    page = (
        "# Tides\n\n| Date | Who | Paper |\n|---|---|---|\n| 16.04. | Ann | Seals found in radar images |\n"
        "| 23.04. | – | no meeting (Easter) |\n| 30.04. | – | no meeting – spring conference |\n"
    )
    assert [paper.title for paper in papers(page)] == ["Seals found in radar images"]


def test_places_with_commas_below_titles_and_people_are_no_works() -> None:
    places = ("Conference on Sand, Kiel, Germany (2019)", "Annals of Sea, Land and Air (2018)")
    titles = (
        "Slow Light in Warm Vapour",
        "Salt in the Wind",
        "The Sea at Work",
        "Ferns and Their Rain",
        "What Tides Leave",
    )
    rows = "".join(f"| {t}<br>Max Poe and Ida Moe<br>{places[n % 2]} | x{n} |\n" for n, t in enumerate(titles))
    found = papers(f"# Tides\n\n| Title | Code |\n|---|---|\n{rows}")
    assert [(paper.title, paper.authors, paper.venue) for paper in found] == [
        (title, ("Max Poe", "Ida Moe"), places[n % 2][:-7]) for n, title in enumerate(titles)
    ]


LINED = (
    (
        "[What a Tide Leaves](https://a.example.org/83.pdf), J. Roe (ICES 2007)",
        "Salt in the Wind, Poe et al. (MARE 1984)",
    ),
    ("Where Herons Wait: A Survey, Roe and Poe (MARE 1978)", "The Sea at Work, Orr et al. (ICES 1985)"),
    ("Slow Light in Warm Vapour, Poe, Lind and Moe (ICES 1995)", "Ferns and Their Rain, Orr and Ash (Tides 1996)"),
    ("Step by Step over Wet Sand, Lind (Tides 2010)",),
)


def test_lines_of_a_cell_that_end_in_people_and_place_are_papers() -> None:
    rows = "".join(f"| May {n} | Shores {n} | {'<br>'.join(lines)} | Ida |\n" for n, lines in enumerate(LINED, start=1))
    found = papers(f"# Tides\n\n| Date | Topic | Readings | Who |\n|---|---|---|---|\n{rows}")
    assert [(paper.title, paper.venue, paper.year) for paper in found] == [
        ("What a Tide Leaves", "ICES", 2007),
        ("Salt in the Wind", "MARE", 1984),
        ("Where Herons Wait: A Survey", "MARE", 1978),
        ("The Sea at Work", "ICES", 1985),
        ("Slow Light in Warm Vapour", "ICES", 1995),
        ("Ferns and Their Rain", "Tides", 1996),
        ("Step by Step over Wet Sand", "Tides", 2010),
    ]


def test_lines_of_a_cell_below_its_title_are_its_facts() -> None:
    titles = ["What a Tide Leaves", "Salt in the Wind", "How the Herons Wait", "The Sea at Work"]
    rows = "".join(
        f"| {n} | {title}<br>Jane Roe and Max Poe (MARE 19{n}4) |\n" for n, title in enumerate(titles, start=6)
    )
    assert [paper.title for paper in papers(f"# Tides\n\n| No. | Paper |\n|---|---|\n{rows}")] == titles


CITED = (
    ("Roe (1989)", "The silt of shallow ponds", "J. Sand Res."),
    ("Keeling &amp; Moe (1990)", "How reeds count the days", "Oikos"),
    ("Fleming (1991)", "Gauges for small streams", "Oikos"),
    ("Doe, Poe &amp; Loe (1992)", "When herons wait for the tide", "Shore Stud."),
    ("<i>Optional:</i> Noe (2001)", "Salt that the wind carries", "Shore Stud."),
    ("Koe &amp; Hoe (1997)", "The sea at work in winter", "J. Sand Res."),
    ("Goe (2005)", "Who owns the shore?", "in: The Book of Tides"),
    ("Zoe &amp; Orr (2006)", "Ripples left by slow water", "Tide Res. Lett."),
    ("Fay (2007)", "Why sand sings on some beaches", "Tide Res. Lett."),
)


@pytest.mark.parametrize("linked", [(0, 3, 4, 6), (1, 2, 7), ()])
def test_surnames_and_years_in_front_begin_the_readings_of_cells(linked: tuple[int, ...]) -> None:
    cited = [
        f"{people} {f'<a href=/{n}.pdf>{title}</a>' if n in linked else title} <span class=j>{place}</span>"
        for n, (people, title, place) in enumerate(CITED)
    ]
    rows = "".join(
        f"<tr><td>{n}</td><td>Sand {n}</td><td>{'<br>'.join(cells)}</td></tr>"
        for n, cells in enumerate((cited[:2], cited[2:5], ["No class (holiday)"], cited[5:]))
    )
    names = "<tr><th>Week</th><th>Topic</th><th>Readings</th></tr>"
    found = papers(f"<!DOCTYPE html><html><body><h1>Shores</h1><table>{names}{rows}</table></body></html>")
    places = [place.removeprefix("in: ").replace("&amp;", "&") for *_, place in CITED]
    assert [(paper.title, paper.venue) for paper in found] == list(
        zip([cite[1] for cite in CITED], places, strict=True)
    )
    assert [paper.year for paper in found] == [1989, 1990, 1991, 1992, 2001, 1997, 2005, 2006, 2007]


def test_people_and_a_place_below_the_titles_of_a_column_are_no_readings() -> None:
    listed = (
        ("Max pressure in a network of tidal gates", "Varga", "TR-S", 2013),
        ("A model for periodic tides", "Serafin, Ukov", "SAND J. Discrete Math.", 1989),
        ("Counting boats in the bay", "Chatter, Manoh, Rama", "Public Shores", 2015),
        ("A city-scale map of eelgrass", "Gamb, Mont, Deku, Barr et al.", "Public Shores", 2019),
        ("Where herons prefer to wait", "Rhein-Yoo, Komin, Ma, Park", "TSR", 2019),
        ("Lane-less traffic of crabs", "Khoun", "arXiv", 2026),
    )
    rows = (
        f"| [{title}](https://doi.org/10.1000/{year})<br><sub>{names} — *{place}* {year}</sub> | Sand | – |\n"
        for title, names, place, year in listed
    )
    found = papers("# Shores\n\n| Reference | Problem | Data |\n|---|---|---|\n" + "".join(rows))
    assert [(paper.title, paper.venue, paper.year) for paper in found] == [(t, v, y) for t, _, v, y in listed]


def test_years_of_venues_outdo_the_days_of_meetings_and_each_paper_has_its_own() -> None:
    page = (
        "# Lunch\n\n| Date | Paper | Venue | Presenter |\n|--|--|--|--|\n"
        "| 10.10.2019 | [Tidal Pools in Spring](https://shore.example.org/1.pdf) | OSTS '12 | Ida |\n"
        "| 17.10.2019 | [The Shape of Slow Waves](https://shore.example.org/2.pdf) | JOE18 | Max |\n"
        "| 24.10.2019 | [Where Herons Wait](https://shore.example.org/3.pdf)<br>[What a Tide Leaves](https://"
        "shore.example.org/4.pdf) | ICES '17<br>arXiv '18 | Ida |\n"
        "| 31.10.2019 | [How Sand Sings at Night](https://shore.example.org/5.pdf) | | Max |\n"
    )
    told = [("OSTS", 2012), ("JOE", 2018), ("ICES", 2017), ("arXiv", 2018), (None, 2019)]
    assert [(paper.venue, paper.year) for paper in papers(page)] == told


def test_papers_with_but_code_in_a_table_of_papers_are_some() -> None:
    page = (
        "# Shores\n\n| Paper | Code |\n|--|--|\n"
        "| [Tidal Pools in Spring](https://arxiv.org/abs/1501.00001) | [pools](https://github.com/roe/pools) |\n"
        "| The Shape of Slow Waves near a Pier | [waves](https://github.com/poe/waves) |\n"
    )
    assert [paper.title for paper in papers(page)] == ["Tidal Pools in Spring", "The Shape of Slow Waves near a Pier"]


def test_cells_of_venues_have_a_line_a_paper_only_where_each_line_is_a_place() -> None:
    cells = (("Marine<br>Letters", "2019"), ("Oikos<br>2018", ""), ("ICES 2017<br>CHI 2016", ""))
    rows = "".join(
        f"| [{TITLES[0]} {at}](http://a.org/{at})<br>[{TITLES[1]} {at}](http://a.org/{at}b) | {place} | {year} |\n"
        for at, (place, year) in enumerate(cells)
    )
    lone = "".join(f"| [{TITLES[2]} {place}](http://sand.org/{place}) | {place} | {year} |\n" for place, year in LONE)
    found = papers(f"# Sand\n\n| Paper | Venue | Year |\n|---|---|---|\n{rows}{lone}")
    assert [(paper.venue, paper.year) for paper in found] == [
        *(("Marine Letters", 2019),) * 2,
        *(("Oikos", 2018),) * 2,
        ("ICES", 2017),
        ("CHI", 2016),
        ("JMLR", 2020),
        ("ICCV", 2019),
    ]


def test_numbers_that_look_like_days_are_no_years_beside_a_column_of_years() -> None:
    titles = ("Tides in the Harbor", "What Sand Remembers", "A Theory of Dunes", "Wind and Markets")
    rows = "".join(f"| 20190{at + 1}12 | {title} | {{}} |\n" for at, title in enumerate(titles))
    dated = papers("# Shores\n\n| ID | Title | Year |\n|---|---|---|\n" + rows.replace("{}", "2021"))
    assert [(paper.title, paper.year) for paper in dated] == [(title, 2021) for title in titles]
    alone = papers("# Shores\n\n| Date | Title | Pages |\n|---|---|---|\n" + rows.replace("{}", ""))
    assert [paper.year for paper in alone] == [2019] * 4


def test_logs_that_cite_papers_list_them() -> None:
    entry = "- [{}](http://a.org/{}.pdf), Max Poe, Ann Moe, Oikos 2019\n"
    titles = ("Tides in the Harbor", "What Sand Remembers", "A Theory of Dunes")
    listed = "".join(entry.format(title, at) for at, title in enumerate(titles))
    found = papers(f"# Shores\n\n## Papers\n\n{entry.format('Slow Rivers and Sand', 9)}\n## Update Log\n\n{listed}")
    assert [paper.title for paper in found] == ["Slow Rivers and Sand", *titles]


def test_what_a_cell_sets_in_bold_may_be_a_part_of_its_title() -> None:
    told = ("Tidal Loss for very uneven shores", "A Novel Ebb Loss with two tides a day", "Whole Title of One Study")
    rows = (
        "| 2019 | **Tidal Loss** for very uneven shores [(paper)](https://arxiv.org/abs/1901.00001) | ICES |\n"
        "| 2018 | A Novel **Ebb Loss** with two tides a day [(paper)](https://arxiv.org/abs/1801.00002) | CHI |\n"
        "| 2017 | **Whole Title of One Study** [(paper)](https://arxiv.org/abs/1701.00003) see also our code | CHI |\n"
    )
    found = papers(f"# Sand\n\n| Date | Title | Venue |\n|---|---|---|\n{rows}")
    assert tuple(paper.title for paper in found) == told
