"""Citations with a word in front, set in below entries."""

from __future__ import annotations

from tests.mentions.text.reading import extract

TITLES = ("Tidal pools under warming seas", "Herons of the quiet bay", "Salt in the wind", "The long memory of limpets")


def cite(at: int) -> str:
    return f"Roe, A., & Poe, M. (201{at}). {TITLES[at]}. Oikos, {at + 3}(2), 1-9."


def test_references_below_bare_titles_are_their_own() -> None:
    text = "".join(f"- {t}\n  paper: {cite(at)}\n  code: https://a.org/{at}\n" for at, t in enumerate(TITLES))
    found = [(mention.title, len(mention.links)) for mention in extract(text).mentions]
    assert found == [(title, 1) for title in TITLES]


def test_references_to_other_entries_of_the_list_are_notes() -> None:
    text = "".join(f"- {cite(at)}\n  see also: {cite((at + 1) % 4)}\n" for at in range(4))
    assert [mention.title for mention in extract(text).mentions] == list(TITLES)


def test_further_papers_in_inner_lists_are_entries_without_their_word() -> None:
    topics = ("Trade winds", "Soil fungi", "Slow light")
    inner = [f"        ◦ see also: B. Moe and K. Doe, {topic} at the end of summer, Isis 12, 3" for topic in topics]
    outer = [f"    • {at + 3} May (Ida): A. Roe and M. Poe, {TITLES[at]}, Oikos 4, 12 (201{at})" for at in range(4)]
    text = "Journal Club\n\n" + "\n".join([outer[0], inner[0], outer[1], *outer[2:3], inner[1], outer[3], inner[2]])
    found = [mention.title for mention in extract(text).mentions]
    assert [title for title in found if title in TITLES] == list(TITLES)
    assert [title for title in found if title not in TITLES] == [f"{topic} at the end of summer" for topic in topics]
