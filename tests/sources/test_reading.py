"""Whatever passes a service's inspection can be read, and every reply that does not is an error of ours."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from types import ModuleType
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enrich.errors import EnrichError
from enrich.records import Lookup, Status
from enrich.sources import (
    arxiv_feed,
    datacite,
    github_graphql,
    github_rest,
    hugging_face,
    phrases,
    preprints,
    semantic_scholar_replies,
)
from enrich.sources.exchange import Answer, Reply, Request

from .standins import datacite_record, entry, feed, github_node, rest_repository, s2_paper

AT = datetime(2026, 11, 21, tzinfo=UTC)
ID, KEY, NAME = "2401.00001", "ARXIV:2401.00001", "lichen/growth-1"
Read = Callable[[Answer], Mapping[str, Lookup[Any]]]

SHAPES: Mapping[str, tuple[ModuleType, Read, str, str, Any]] = {
    "s2 batch": (semantic_scholar_replies, semantic_scholar_replies.read_papers, "papers", KEY, [s2_paper(KEY)]),
    "s2 match": (
        semantic_scholar_replies,
        semantic_scholar_replies.read_candidates,
        "titles",
        "On Lichens",
        {"data": [s2_paper(KEY)]},
    ),
    "s2 exact": (
        semantic_scholar_replies,
        semantic_scholar_replies.read_exact,
        "exact titles",
        "On Lichens",
        {"total": 1, "token": None, "data": [s2_paper(KEY)]},
    ),
    "datacite ids": (
        datacite,
        lambda answer: preprints.read_papers(answer, datacite.DataCite.read_page(answer)),
        "papers",
        ID,
        {"data": [datacite_record(ID)], "meta": {"total": 1}},
    ),
    "github graphql": (
        github_graphql,
        github_graphql.read,
        "repositories",
        NAME,
        {"data": {"r0": github_node(NAME)}, "errors": [{"type": "NOT_FOUND", "path": ["r1"]}]},
    ),
    "github rest": (github_rest, github_rest.read, "repository", NAME, rest_repository(NAME, 7)),
    "hugging face": (
        hugging_face,
        hugging_face.read_papers,
        "papers",
        ID,
        {"id": ID, "title": "T", "githubRepo": "https://github.com/a/b"},
    ),
}
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)


def spoil(draw: st.DrawFn, value: Any) -> Any:
    """`value` with some of its parts replaced by junk or left out."""
    if draw(st.integers(0, 11)) == 0:
        return draw(JUNK)
    if isinstance(value, dict):
        return {key: spoil(draw, inner) for key, inner in value.items() if draw(st.integers(0, 15))}
    if isinstance(value, list):
        return [spoil(draw, inner) for inner in value]
    return value


def assert_typed(record: Any) -> None:
    """Every field holds what its declaration says: a service's odd value never gets into a table."""
    hints = get_type_hints(type(record))
    for field in dataclasses.fields(record):
        value, hint = getattr(record, field.name), hints[field.name]
        if dataclasses.is_dataclass(value):
            assert_typed(value)
        elif isinstance(value, tuple):
            inner = get_args(hint)[0]
            assert all(isinstance(one, inner) for one in value), field.name
        else:
            assert isinstance(value, hint) and (hint is bool or not isinstance(value, bool) or bool in get_args(hint))


@pytest.mark.parametrize("shape", SHAPES)
@given(data=st.data())
def test_what_passes_inspection_can_be_read(shape: str, data: st.DataObject) -> None:
    service, read, kind, item, healthy = SHAPES[shape]
    body = json.dumps(data.draw(st.composite(spoil)(healthy))).encode()
    request = Request(kind=kind, items=(item,), url="https://x/dois?page[size]=1")
    try:
        service.inspect(request, Reply(200, {}, body, AT))
    except EnrichError:
        return
    answer = Answer(source="x", kind=kind, items=(item,), request="", status=200, received_at=AT, body=body)
    found = read(answer)
    assert set(found) <= {item}
    for lookup in found.values():
        for record in lookup.value if isinstance(lookup.value, tuple) else [lookup.value] if lookup.value else []:
            assert_typed(record)


@pytest.mark.parametrize("shape", SHAPES)
@given(body=st.binary(max_size=60), status=st.sampled_from([200, 201, 204, 301, 400, 401, 403, 404, 429, 451, 500]))
def test_any_other_bytes_are_an_error_of_ours(shape: str, body: bytes, status: int) -> None:
    service, _, kind, item, _ = SHAPES[shape]
    with pytest.raises(EnrichError):
        service.inspect(
            Request(kind=kind, items=(item,), url="https://x/?page[size]=1"), Reply(status, {}, b"~" + body, AT)
        )


@given(cut=st.integers(1, 900))
def test_a_feed_cut_anywhere_is_no_answer(cut: int) -> None:
    body = feed([entry(ID, "On the Growth of Lichens")]).content
    request = Request(kind="papers", items=(ID,), url=f"https://x/api/query?id_list={ID}&max_results=1")
    arxiv_feed.inspect(request, Reply(200, {}, body, AT))
    with pytest.raises(EnrichError):
        arxiv_feed.inspect(request, Reply(200, {}, body[: max(0, len(body) - cut)], AT))


@given(title=st.text(max_size=80))
def test_a_phrase_never_leaves_its_quotes(title: str) -> None:
    asked = phrases.phrase(title)
    assert '"' not in asked and "\\" not in asked
    assert asked == "" or any(character.isalnum() or character == "_" for character in asked)
    assert asked == " ".join(asked.split())


@given(title=st.text(max_size=80))
def test_plain_words_are_no_syntax_and_say_something(title: str) -> None:
    words = phrases.plain_words(title)
    assert len(words) <= phrases.MOST_WORDS
    assert all(word.isascii() and word.isalnum() and word.islower() | word.isdigit() for word in words)
    assert not {"and", "or", "not", "the"} & set(words)


@given(abstract=st.text(max_size=300))
def test_a_phrase_of_an_abstract_never_leaves_its_quotes_and_is_long_or_nothing(abstract: str) -> None:
    asked = phrases.abstract_phrase(abstract)
    assert '"' not in asked and "\\" not in asked and len(asked.split()) <= phrases.PHRASE_WORDS


@pytest.mark.parametrize(
    ("macro", "shown"),
    [
        (r"Schr\"odinger", "Schrödinger"),
        (r"Erd\H{o}s", "Erdős"),
        (r"$\alpha$-helix", "α -helix"),
        (r"na\"{i}ve", "naïve"),
    ],
)
def test_tex_is_asked_for_as_the_letters_it_shows(macro: str, shown: str) -> None:
    assert phrases.phrase(macro) == shown


def test_a_null_count_is_unknown_and_a_zero_is_zero() -> None:
    paper = {**(s2_paper(KEY) or {}), "citationCount": None, "influentialCitationCount": 0}
    body = json.dumps([paper]).encode()
    answer = Answer(source="x", kind="papers", items=(KEY,), request="", status=200, received_at=AT, body=body)
    lookup = semantic_scholar_replies.read_papers(answer)[KEY]
    assert lookup.status is Status.OK and lookup.value is not None
    assert (lookup.value.citation_count, lookup.value.influential_citation_count) == (None, 0)
