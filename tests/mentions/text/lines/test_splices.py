"""Lines in a page whose remarks stand below the entries, with or without a dash."""

from __future__ import annotations

from tests.mentions.text.reading import extract
from tests.mentions.text.wrapped.test_hanging import TITLES

REMARKS = (
    "A short account of the main ideas.",
    "We read this one in May.",
    "Good for newcomers.",
    "It has a long appendix.",
    "We found no error in it.",
)


def test_dashes_that_lists_begin_with_are_list_markers() -> None:
    entries = (f"- Roe, A. (201{at}). {title}. Oikos.\n{REMARKS[at]}" for at, title in enumerate(TITLES))
    found = extract("Reading list\n\n" + "\n".join(entries) + "\n").mentions
    assert [mention.title for mention in found[: len(TITLES)]] == list(TITLES)


def test_remarks_behind_a_dash_stand_below_the_names_of_a_record() -> None:
    records = (f"{title}\n    J. Roe; M. Poe\n    - {remark}" for title, remark in zip(TITLES, REMARKS, strict=True))
    found = extract("\n\n".join(records)).mentions
    assert [mention.title for mention in found] == list(TITLES)
