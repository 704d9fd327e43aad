"""The same list in Markdown and as rendered text gives the same papers."""

import pytest

from enrich.mentions import extract
from enrich.records import DocumentKind, MentionKind
from tests.mentions.documents import document
from tests.mentions.lists import FIELDS, STYLES, make_list
from tests.mentions.renderers import RENDERERS

LEAST_ALIKE = 0.98
PAIRS = list(zip(FIELDS, STYLES, strict=True))


def papers(text: str, kind: DocumentKind) -> set[str]:
    return {m.title.casefold() for m in extract(document(text, kind)).mentions if m.kind is MentionKind.PAPER}


@pytest.mark.parametrize(("field", "style"), PAIRS)
def test_markdown_gives_exactly_the_papers_of_the_list(field: str, style: str) -> None:
    made = make_list(field, style)
    assert papers(made.markdown, DocumentKind.MARKDOWN) == {title.casefold() for title in made.titles}


@pytest.mark.parametrize("renderer", RENDERERS)
@pytest.mark.parametrize(("field", "style"), PAIRS)
def test_rendered_text_gives_the_papers_of_its_markdown(field: str, style: str, renderer: str) -> None:
    made = make_list(field, style)
    marked = papers(made.markdown, DocumentKind.MARKDOWN)
    plain = papers(RENDERERS[renderer](made.markdown), DocumentKind.TEXT)
    assert len(marked & plain) / len(marked | plain) >= LEAST_ALIKE, sorted(marked ^ plain)


@pytest.mark.parametrize("renderer", RENDERERS)
@pytest.mark.parametrize("style", list(STYLES)[::2])
def test_two_rendered_lists_in_one_page_give_exactly_the_items_of_both(style: str, renderer: str) -> None:
    one, other = (RENDERERS[renderer](make_list(field, style, seed).markdown) for seed, field in enumerate(FIELDS[:2]))
    apart = [title for text in (one, other) for title in titles(text)]
    assert sorted(titles(f"{one}\n\n{other}")) == sorted(apart)


def titles(text: str) -> list[str]:
    return [mention.title for mention in extract(document(text, DocumentKind.TEXT)).mentions]
