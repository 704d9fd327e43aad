"""Lists whose owner says in a sentence or two what some papers do: these are no abstracts, and no title needs one."""

from __future__ import annotations

import random

from tests.mentions.text.flat.test_segments import titles
from tests.mentions.text.reading import extract

LINKS = ("[github] [paper]", "[paper]", "[bioRxiv]", "[github][arXiv]", "[website] [code]")
REMARKS = (
    "The authors train on {n} data sets from harbours and report a better area under the curve than a baseline, "
    "though the gain vanishes when the test set comes from another shore and another year than those of training.",
    "Interesting because of a fairly large study of what each part does in storm {n}; there is a follow-up in which "
    "the same group of people looks at longer records of more buoys, and finds much less of an effect of the wind.",
)


def test_titles_with_links_need_no_abstract_where_several_stand_between_two_remarks() -> None:
    listed = titles(random.Random(3), 36)
    page = "deep-tides-papers\n\nPapers on learning for tides.\n\nReviews\n"
    for n, title in enumerate(listed):
        page += f"\n{title} {LINKS[n % 5]}\n" + (f"\n{REMARKS[n % 2].format(n=n)}\n" if n % 3 == 2 else "")
    assert [mention.title for mention in extract(page).mentions] == listed
