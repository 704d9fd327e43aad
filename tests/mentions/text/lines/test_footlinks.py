"""Numbers alone on their lines."""

from __future__ import annotations

from tests.mentions.text.reading import extract
from tests.mentions.text.test_shapes import TITLES


def test_a_number_that_ends_the_line_below_is_not_put_behind_the_line_above() -> None:
    page = "\n".join(f"[{n}]\n{title} [{n}]" for n, title in enumerate(TITLES, start=1))
    titles = [mention.title for mention in extract(page).mentions]
    assert not any(f"[{n + 1}]" in title for n, title in enumerate(titles, start=1))
    assert len(titles) == len(TITLES)
