"""Pages of words and short phrases are doubted; what may be a title among them is read all the same."""

from enrich.records import LineClass
from tests.mentions.text.reading import extract

PHRASES = "\n".join(f"{first} {second}" for first in ("green", "Red", "old") for second in ("apples", "Pears", "nuts"))
TITLE = "A Study of Coral Reefs in Warm Seas (Oikos 2018)"


def test_page_of_phrases_is_doubted() -> None:
    extraction = extract(PHRASES)
    assert not extraction.mentions
    assert extraction.doubt is not None
    assert "phrases" in extraction.doubt
    assert {note.line_class for note in extraction.lines} == {LineClass.IGNORED}


def test_title_among_phrases_is_read() -> None:
    extraction = extract(f"{PHRASES}\n" * 5 + f"\n{TITLE}\n")
    assert [mention.title for mention in extraction.mentions] == ["A Study of Coral Reefs in Warm Seas"]
    assert extraction.doubt is None


def test_few_phrases_are_titles() -> None:
    assert [mention.title for mention in extract("Deep Reef Learning\nMask Reefs").mentions]


def test_list_of_longer_titles_is_not_doubted() -> None:
    titles = [f"Coral reefs of the {name} shelf" for name in ("northern", "southern", "eastern", "western")] * 3
    assert len(extract("Papers\n\n" + "\n".join(f"- {title}" for title in titles)).mentions) == len(titles)
