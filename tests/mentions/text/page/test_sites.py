"""Pages of titles with abstracts as sites and letters print them: menus above, buttons beside, short abstracts."""

from __future__ import annotations

import textwrap

import pytest

from tests.mentions.text.reading import fold, found_papers
from tests.mentions.text.test_shapes import HOW, PEOPLE, TITLES

SAID = (
    "We ask how {how} change from year to year, and whether anybody can tell why they do. Over three winters we "
    "counted them on two coasts and compared the counts with those of our grandparents. Our findings are of use to all "
    "who live there, and to {how}."
)
SHORT = "Little was known of {how} so far."
LISTED = (*TITLES, *(f"{title.rstrip('?')} after Dark" for title in TITLES))
CITIES = ("University of Graz", "Keio")


def page(record: str, *, head: str = "", end: str = "", width: int = 0) -> str:
    """One record for each paper, every third abstract but a sentence; of so many columns, if any."""
    records = []
    for n, title in enumerate(LISTED):
        said = (SHORT if n % 3 == 1 else SAID).format(how=HOW[n % 10])
        names = " and ".join(PEOPLE[(n + i) % 10] for i in range(1 + n % 3))
        fields = {"title": title, "names": names, "said": said, "city": CITIES[n % 2]}
        lines = record.format(n=n + 1, icon="   pdf icon" if n % 4 == 0 else "", **fields).split("\n")
        records.append("\n".join(textwrap.fill(line, width) if width else line for line in lines))
    return head + "\n".join(records) + end


TRUTH = sorted(map(fold, LISTED))
MENU = "Toggle\nshores.example\nSearch\nLogin\n\nShore Symposium\nKiel  Sep 2022  https://shores.example\n\nConsoles\n"
LETTER = "From: Ana <ana@shores.example>\nSubject: papers\n\nView this in your browser\n\n" + textwrap.fill(
    "This is a long letter, for we were away in May, and there was much to read when we came home. As always you find "
    "the words of the authors below, cut where I could.",
    60,
)
PAGES = {
    "icons behind some titles, and a menu": page(
        "{title}{icon}\n{names}\nPublished: {n} Jul 2022, Last Modified: {n} Sep 2022\nAbstract: {said}\n",
        head=f"{MENU}\nAccept (Oral)\nAccept (Poster)\nRecent Activity\n\n",
    ),
    "people and where they are from in a paragraph of their own": page(
        "{title}\n\n{names}, {city}\n\nAvailable Media\n\n{said}\n\n  • Paper\n  • Slides\n", width=60
    ),
    "numbers of links behind titles in a letter": page(
        "{title} [{n}]\n{names} et al. (Oikos, 2019)\n\n{said}\n",
        head=f"{LETTER}\n\n",
        end="\n\nYou get this because you asked for it. Unsubscribe [77]\n\nLinks:\n------\n"
        + "\n".join(f"[{n}] https://arxiv.org/abs/1901.000{n:02}" for n in range(1, 21)),
        width=50,
    ),
}


@pytest.mark.parametrize("shape", PAGES)
def test_page_gives_its_titles_and_nothing_else(shape: str) -> None:
    assert sorted(title for _, title in found_papers(PAGES[shape])) == TRUTH


def test_dates_in_another_form_come_back_with_records_all_the_same() -> None:
    record = "{title}\n{names}\nPublished online by a Press: 3 May 2018, pp. {n}-{n}9\nArticle\nPDF\nAbstract\n{said}\n"
    cover = "Cover and matter\nPublished online by a Press: 3 May 2018, pp. f1-f4\nArticle\nPDF\n\n"
    titles = {title for _, title in found_papers(cover + page(record))}
    assert titles - {"cover and matter"} == set(TRUTH)


@pytest.mark.parametrize("top", ["", "Reading list\n\n"])
@pytest.mark.parametrize("below", ["{names}\n", "https://shores.example/{n}\n", "{names}\n\n"])
def test_a_first_paper_without_what_stands_below_the_others_is_a_paper(top: str, below: str) -> None:
    lines = page("{title}\n" + below + "{said}\n").split("\n")
    del lines[1 : 2 + below.count("\n\n")]
    assert sorted(title for _, title in found_papers(top + "\n".join(lines))) == TRUTH


LABELLED = """Labor mobility with wavelets; A survey of learned indexes; Old maps and new roads
Sleep and the ageing heart; Tidal pools in winter; Grammar without trees; Counting birds from afar
The price of salt in old towns; Robots that fold paper; Noise in quantum walks; Reading slow hands; Bread and time"""


def test_a_title_with_a_stop_above_a_label_as_all_have_is_no_abstract() -> None:
    titles = [f"{title} in the old days of the sea" for title in LABELLED.replace("\n", "; ").split("; ")]
    said = (
        "We show what {} may tell us about the way in which people and things come to be where they are. It is a long "
        "story, and we tell all of it here in some detail.\n"
    )
    lines = [f"{title}.\nDOI: 10.1000/{n}\n" for n, title in enumerate(titles)]
    page = "".join(line + (said.format(titles[n][:-27].lower()) if n % 4 else "") for n, line in enumerate(lines))
    assert [title for _, title in found_papers(page)] == list(map(fold, titles))


@pytest.mark.parametrize("end", ["in the Year of the Silent   Spring Tide", "and What We Know of   Spring Tides"])
def test_words_behind_two_blanks_that_end_a_phrase_of_several_titles_are_theirs(end: str) -> None:
    listed = [f"{title.rstrip('?')} {end}" if n < 4 else title for n, title in enumerate(TITLES)]
    text = "\n".join(f"{n}. {title}" for n, title in enumerate(listed, start=1))
    assert [title for _, title in found_papers(text)] == [fold(" ".join(title.split())) for title in listed]
