"""What holds for any text: no reader raises, titles stand where their lines say, two documents in one give both's."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from enrich.mentions import extract
from enrich.records import DocumentKind, Extraction
from tests.mentions.documents import document
from tests.mentions.lists import FIELDS, STYLES, make_list

MARKUP = r"""
- |* |1. |# |### |> |\||\|---\||  |    |**|*|_|`|```|$|---|[a](https://x.org/b)|[|](|)|![i](|[^1]|[^1]:
[r]: https://x.org|<br>|<table>|<tr><td>|</td>|<details>|<summary>|</details>|<ul><li>|</li>|<h2>|</a>|<p>|<dl><dt>|<dd>
<a href='https://y.org'>|<pre>|</pre>|<script>|<!--|-->|<|>|&amp;|&#0;|&|@article{k,|title={|title="|}|{|year=2001,
@string{s="S"}| # s|crossref={k},|@comment|\'{e}|Deep Sea Currents and Their Models|Jane Doe, Max Roe|(ICRA 2021)|et al.
2019|é|中文论文|🔥|…|“|”
"""
PIECES = [piece for line in MARKUP.split("\n") for piece in re.split(r"(?<!\\)\|", line)] + [
    "\n",
    "\n\n",
    "\x00",
    "\ufeff",
    "|",
]
# Documents are decoded with one kind of line end.
messy = (
    st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=40)
    .map("".join)
    .map(lambda text: text.replace("\r", "\n"))
)
calm = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("kind", [DocumentKind.MARKDOWN, DocumentKind.HTML, DocumentKind.BIBTEX])
@given(text=messy)
@calm
def test_readers_take_any_text_and_note_every_line(kind: DocumentKind, text: str) -> None:
    extraction = extract(document(text, kind))
    lines = [number for number, line in enumerate(text.split("\n"), start=1) if line and not line.isspace()]
    assert [note.line for note in extraction.lines] == lines
    assert all(note.why or note.line_class == "heading" for note in extraction.lines)
    assert all(mention.title and 1 <= mention.line <= text.count("\n") + 1 for mention in extraction.mentions)
    assert extraction.mentions or extraction.doubt


def titles(extraction: Extraction) -> list[str]:
    return [mention.title for mention in extraction.mentions]


@given(st.sampled_from(FIELDS), st.sampled_from(list(STYLES)), st.integers(0, 10_000), st.integers(3, 12))
@settings(max_examples=40, deadline=None)
def test_titles_stand_in_the_document_on_their_line(field: str, style: str, seed: int, count: int) -> None:
    made = make_list(field, style, seed, count)
    lines = made.markdown.split("\n")
    extraction = extract(document(made.markdown, DocumentKind.MARKDOWN))
    assert sorted(titles(extraction)) == sorted(made.titles)
    assert all(mention.title in lines[mention.line - 1] for mention in extraction.mentions)


@given(st.sampled_from(FIELDS), st.sampled_from(FIELDS), st.sampled_from(list(STYLES)), st.integers(0, 10_000))
@settings(max_examples=25, deadline=None)
def test_two_documents_in_one_give_the_items_of_both(one: str, other: str, style: str, seed: int) -> None:
    first, second = make_list(one, style, seed, 8), make_list(other, style, seed + 1, 8)
    both = extract(document(f"{first.markdown}\n{second.markdown}", DocumentKind.MARKDOWN))
    assert sorted(titles(both)) == sorted([*first.titles, *second.titles])


@given(st.sampled_from(FIELDS), st.sampled_from(list(STYLES)), st.integers(0, 10_000))
@settings(max_examples=15, deadline=None)
def test_ids_of_mentions_outlive_new_neighbours(field: str, style: str, seed: int) -> None:
    made = make_list(field, style, seed, 8)
    before = extract(document(made.markdown, DocumentKind.MARKDOWN))
    after = extract(
        document(
            f"{made.markdown}\n## More\n\n- [Another Study of Tides](https://arxiv.org/abs/1001.00001)\n",
            DocumentKind.MARKDOWN,
        )
    )
    assert {mention.mention_id for mention in before.mentions} < {mention.mention_id for mention in after.mentions}
