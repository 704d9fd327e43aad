"""Numbers of preprints that stand alone beside titles."""

from __future__ import annotations

import pytest

from tests.mentions.text.reading import extract
from tests.mentions.text.wrapped.test_hanging import TITLES


@pytest.mark.parametrize(
    "form", ["{title} [{number}]", "{number} - {title} - J. Roe and M. Poe", "{number} {title}", "{title} ({number}v2)"]
)
def test_a_number_alone_beside_a_title_leads_to_the_preprint(form: str) -> None:
    numbers = [f"19{at:02d}.0{at}234" for at in range(1, len(TITLES) + 1)]
    entries = (form.format(title=title, number=number) for title, number in zip(TITLES, numbers, strict=True))
    found = extract("Reading list\n\n" + "\n".join(f"- {entry}" for entry in entries)).mentions
    assert [mention.title for mention in found] == list(TITLES)
    assert all(number in mention.links[0].url for mention, number in zip(found, numbers, strict=True))


def test_other_numbers_are_parts_of_titles() -> None:
    title = "Sea level of 1850.1234 metres and what it says"
    assert extract(f"- {title} (2019)\n- {TITLES[0]} (2018)").mentions[0].title == title
