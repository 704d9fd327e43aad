"""BibTeX entries quoted below the papers that a page lists."""

from __future__ import annotations

from tests.mentions.text.reading import extract
from tests.mentions.text.test_shapes import PEOPLE, TITLES


def test_entries_give_their_abstracts_and_keywords_to_the_titles_above() -> None:
    found = extract(
        "\n\n".join(
            f"{title}\n{name}\n@phdthesis{{k{n},\n title={{{title}}},\n abstract={{We show tide {n}.}},\n"
            f" keywords={{sand, salt}},\n year={{2019}}\n}}"
            for n, (title, name) in enumerate(zip(TITLES, PEOPLE, strict=True))
        )
    ).mentions
    assert [mention.title for mention in found] == list(TITLES)
    assert [mention.abstract for mention in found] == [f"We show tide {n}." for n in range(len(TITLES))]
    assert {mention.keywords for mention in found} == {("sand", "salt")}
