"""What stands beside lists in plain text and is no paper: results, contents that name years, notes, odd addresses."""

from __future__ import annotations

import pytest

from enrich.mentions import extract
from enrich.records import Document, DocumentKind, Mention, MentionKind

_TITLES = (
    "Wide networks of gauges for accurate harbour surveys",
    "Tidal Pools under Warming Seas",
    "Spatial Pooling of Soundings in Shallow Harbours",
    "Waves and What They Carry to the Shore",
)


def _papers(text: str) -> list[Mention]:
    document = Document("list", "list", DocumentKind.TEXT, text, "", len(text))
    return [mention for mention in extract(document).mentions if mention.kind is MentionKind.PAPER]


def _titles(text: str) -> list[str]:
    return [paper.title for paper in _papers(text)]


_LIST = "2014\n\n" + "\n\n".join(f"{title} | [ICTS'14] |[pdf]" for title in _TITLES[:2])
_LIST += "\n\n2015\n\n" + "\n\n".join(f"{title} | [ICTS'15] |[pdf]" for title in _TITLES[2:]) + "\n"


def test_figures_measure_what_other_lines_list() -> None:
    figures = (
        "Buoy\tHarbour 07 (cm)\tHarbour 12 (cm)\tPublished In\n"
        "TideNet\t58.5\t-\tICTS'14\nMR-Buoy\t78.2 (07+12)\t73.9\tICTS'15\nFast Tide\t-\t31.2\tICTS'15\n"
        "Slow Tide\t-\t39.1\tJOH'16\n"
    )
    assert _titles(f"Harbours\n\nPerformance table\n\n{figures}\n{_LIST}") == list(_TITLES)


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Rank\tTitle\tAuthors\tScore\tStd", "{at}\t{title}\tAna Roe, Max Poe\t{at}.10\t0.{at}"),
        ("Method\tTitle\tarXiv\tCode", "TideNet{at}\t{title}\t210{at}.01234\t-"),
        ("Model\tAccuracy\tF1\tPaper", "TideNet{at}\t9{at}.5\t8{at}.1\t{title}"),
        ("Speaker\tDate\tTitle\tSlides", "Ana Roe\t1{at}.05.2021\t{title}\t-"),
    ],
)
def test_tables_of_titles_are_lists_whatever_they_measure(header: str, row: str) -> None:
    rows = "".join(row.format(at=at, title=title) + "\n" for at, title in enumerate(_TITLES, 1))
    assert _titles(f"Harbours\n\n{header}\n{rows}") == list(_TITLES)


def test_contents_name_years() -> None:
    contents = "Table of Contents\n\nPapers from 2014 to now(2022)\nPapers\n2014\n2015\n\n"
    assert _titles(f"Harbours\n\n{contents}Papers from 2014 to now(2022)\n\n{_LIST}") == list(_TITLES)


def test_notes_that_point_back_up_are_of_items_above() -> None:
    rows = "".join(f"{title}\tHarbour School\tICTS\t20{at}\tTide{at}{at}\n" for at, title in enumerate(_TITLES, 14))
    notes = "handles tall waves, strong in ports.↩︎\nsee the abstract of the paper.↩︎\nTBC↩︎\nTBC↩︎\n"
    assert _titles(f"Harbours\n\nTitle\tAffiliation\tVenue\tYear\tTL;DR\n{rows}\n{notes}") == list(_TITLES)


def test_addresses_may_have_blanks_in_the_names_of_files() -> None:
    entries = "".join(f"     * [{at}]{title} (199{at})\n" for at, title in enumerate(_TITLES, 1))
    names = ("a.pdf", "Wide Networks of Gauges TR 12.pdf", "c.pdf", "d.pdf")
    feet = "".join(f"   {at}. http://example.org/{name}\n" for at, name in enumerate(names, 1))
    found = _papers(f"Harbours\n\n{entries}\nReferences\n\n{feet}")
    assert [paper.title for paper in found] == list(_TITLES)
    assert found[1].links[0].url == "http://example.org/Wide%20Networks%20of%20Gauges%20TR%2012.pdf"


def test_last_words_of_titles_that_end_in_a_stop_are_no_tags() -> None:
    ends = (" with Deep learning.", "", " on the coast.", " with deep learning.")
    titles = [f"{title} {way}{end}" for end in ends[1:] for title in _TITLES[1:] for way in ("Today", "Again")]
    rows = "".join(f"20{at}\t{title}\tMax Roe\n" for at, title in enumerate(titles, 10))
    found = _titles(f"Harbours\n\nYear\tTitle\tAuthors\n{rows}")
    assert found == [title.rstrip(".") for title in titles]


def test_titles_behind_numbered_addresses_are_no_part_of_these() -> None:
    marked = "".join(f"Ana Roe. {title}. Oikos, 201{at}. [{at}]\n" for at, title in enumerate(_TITLES, 1))
    for end in (". Retrieved from shore.org", ".pdf"):
        feet = "".join(f"[{at}] https://example.org/{at} More on {title}{end}\n" for at, title in enumerate(_TITLES, 1))
        found = _papers(f"{marked}\nReferences\n\n{feet}")
        assert not any("%20" in link.url for paper in found for link in paper.links)
        assert len(found) == 2 * len(_TITLES)
