"""What a search of a repository has found: titles without a label above fields with one."""

from __future__ import annotations

import pytest

from tests.mentions.text.page.test_abstracts import HOW, SAID
from tests.mentions.text.reading import extract
from tests.mentions.text.test_shapes import PEOPLE, TITLES

ORDERS = {
    "a badge above": "Preprint\n{title}\nCreator(s): {people}\nDate created: {day}\nDescription: {said}\n"
    "Provider: ShoreXiv\nLicense: No license\nURL: https://example.org/p/{n}\n\n",
    "dates first": "{title}\nPublication date: {day}\nAuthors: {people}\nServer: ShoreXiv\nSummary: {said}\n"
    "URL: https://example.org/p/{n}\n\n",
}


@pytest.mark.parametrize("order", ORDERS)
def test_fields_say_who_wrote_it_and_when_and_which_server_has_it(order: str) -> None:
    page = "SHORE PREPRINTS\nHelp\nSign Up\n\nSearch\n\nRefine your search\nCreator\nLicense\nHas data\n\n10 results\n"
    page += "Sort by: Relevance\n\n"
    for n, title in enumerate(TITLES):
        day = f"{2010 + n}-03-0{n}" + (f"   Date modified: {2012 + n}-05-0{n}" if n % 3 == 0 else "")
        people = f"{PEOPLE[n]}, {PEOPLE[n - 1]}, {PEOPLE[n - 2]}"
        page += ORDERS[order].format(title=title, people=people, day=day, said=SAID.format(how=HOW[n]), n=n)
    mentions = extract(page).mentions
    assert [mention.title for mention in mentions] == list(TITLES)
    assert {mention.kind.value for mention in mentions} == {"paper"}
    assert [mention.year for mention in mentions] == [2010 + n for n in range(10)]
    assert {mention.venue for mention in mentions} == {"ShoreXiv"}
    assert all(mention.authors[0] == PEOPLE[n] for n, mention in enumerate(mentions))
    assert all(link.url == f"https://example.org/p/{n}" for n, m in enumerate(mentions) for link in m.links)
