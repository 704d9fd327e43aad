"""Pages of titles with abstracts, and what they state beside them: days, journals with days, and codes of subjects."""

from __future__ import annotations

import pytest

from tests.mentions.text.page.test_abstracts import record
from tests.mentions.text.reading import extract, fold
from tests.mentions.text.test_shapes import TITLES


@pytest.mark.parametrize("day", ["March 2021", "March 2021, revised May 2022", "March 2021 (revised 3 May 2022)"])
def test_working_papers_with_codes_and_without_some_abstracts(day: str) -> None:
    page = record(
        "No. 2021-{n}\n{title}\n{people}\n" + day + "\n\nAbstract: {said}\n\nJEL: C14, D3{n}, E5{n}\n"
        "Keywords: sand, silt\n",
    ).split("No. ")
    for at in (3, 6, 8):
        front, _, behind = page[at].partition("Abstract: ")
        page[at] = front + "(no abstract)\n\nJEL" + behind.partition("JEL")[2].partition("Keywords")[0] + "\n"
    mentions = extract("Shore Discussion Papers\n\n" + "No. ".join(page)).mentions
    assert [fold(mention.title) for mention in mentions] == list(map(fold, TITLES))
    assert {mention.year for mention in mentions} == {2021}


@pytest.mark.parametrize("behind", [" – Published {n} April 2021", ", published online {n} April 2021"])
def test_journal_with_the_day_behind_it_is_stated_below_authors(behind: str) -> None:
    page = record("{title}\n{people}\nAnn. Shore Sci. 7, L0400{n} (2021)" + behind + "\n\n{said}\n\nHide Abstract\n")
    mentions = extract("Annals of Shores\n\nVolume 7\n\n" + page).mentions
    assert [fold(mention.title) for mention in mentions] == list(map(fold, TITLES))
    assert {(mention.venue, mention.year) for mention in mentions} == {("Ann. Shore Sci.", 2021)}
