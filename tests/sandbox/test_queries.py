import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enrich.sandbox.queries import InvalidQuery, Term, parse_query

FIELDS = {name: name for name in ("ti", "au", "all", "cat", "submittedDate")} | {"title": "ti"}


def normal(text: str) -> str:
    return parse_query(text, FIELDS, "all").normal


# Left: what was sent; right: the query as arXiv's own code repeats it in the feed's title.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('ti:"Attention Is All You Need"', 'ti:"Attention Is All You Need"'),
        ("ti:Attention Is All", "ti:Attention OR all:Is OR all:All"),
        ('ti:"Say "Hello" World"', 'ti:"Say " OR all:Hello OR all:" World"'),
        ("ti:BERT: Pre-training", "ti:BERT: OR all:Pre-training"),
        ("ti:What's New (in 2024)", "ti:What's OR all:New OR (all:in OR all:2024)"),
        ("ti:MORE OR LESS", "ti:MORE OR all:LESS"),
        ("ti:(a b)", "(ti:a OR ti:b)"),
        ("ti:a NOT ti:b", "ti:a ANDNOT ti:b"),
        ("all:electron AND ti:proton", "all:electron AND ti:proton"),
        ("title:foo", "ti:foo"),
        ("foo:bar", "all:foo:bar"),
        ('ti:""', 'ti:""'),
        ('ti:"line\nwrap"', 'ti:"line wrap"'),
        ("cat:cs.*", "cat:cs.*"),
        ("submittedDate:[202301010600 TO 202401010600]", 'submittedDate:"202301010600 TO 202401010600"'),
    ],
)
def test_queries_are_normalised_as_arxiv_does(text: str, expected: str) -> None:
    assert normal(text) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ti:a AND", "ti:a AND"),
        ("ti:(a", "(ti:a"),
        ("ti:a)", "ti:a)"),
        ('ti:"Schr\\"odinger operators"', 'ti:"Schr\\" OR all:odinger OR all:operators'),
        ('ti:"ends with backslash\\"', 'ti:"ends with backslash\\"'),
    ],
)
def test_unreadable_queries_say_how_they_were_read(text: str, told: str) -> None:
    with pytest.raises(InvalidQuery) as raised:
        normal(text)
    assert str(raised.value).startswith(told)


def test_and_binds_closer_than_or() -> None:
    query = parse_query("ti:a OR ti:b AND ti:c", FIELDS, "all")
    assert query.score(lambda term: float(term.text == "a")) > 0
    assert query.score(lambda term: float(term.text == "b")) == 0


def test_andnot_takes_away() -> None:
    query = parse_query("ti:a ANDNOT ti:b", FIELDS, "all")
    assert query.score(lambda term: float(term.text == "a")) == 1
    assert query.score(lambda term: 1.0) == 0


@given(st.text(st.characters(exclude_characters='"\\', exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_title_in_quotes_stays_one_term(title: str) -> None:
    root = parse_query(f'ti:"{title}"', FIELDS, "all").root
    assert isinstance(root, Term)
    assert root.text.split() == title.split()


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    with contextlib.suppress(InvalidQuery):
        assert parse_query(text, FIELDS, "all").normal
