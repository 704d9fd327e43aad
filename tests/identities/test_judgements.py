"""Judgements: identifiers in any spelling, and one sentence for a row that can't be understood."""

from __future__ import annotations

import pytest

from enrich.errors import UsageError
from enrich.identifiers import PaperIds
from enrich.identities import parse_judgements, parse_paper_id


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("2305.13245v2", PaperIds(arxiv_id="2305.13245")),
        ("arxiv:2305.13245", PaperIds(arxiv_id="2305.13245")),
        ("https://arxiv.org/abs/2305.13245", PaperIds(arxiv_id="2305.13245")),
        ("doi:10.1000/ABC", PaperIds(doi="10.1000/abc")),
        ("s2:123", PaperIds(s2_corpus_id=123)),
        ("P19-1427", PaperIds(acl_id="P19-1427")),
        ("a" * 40, PaperIds(s2_paper_id="a" * 40)),
        ("some paper", PaperIds()),
    ],
)
def test_parse_paper_id_takes_any_spelling(text: str, ids: PaperIds) -> None:
    assert parse_paper_id(text) == ids


def test_parse_judgements_reads_decisions_by_folded_title() -> None:
    text = "\ufefftitle,paper,note\nA Title: Here,arxiv:2305.13245,sure\nAnother,none,\nANOTHER,10.1000/x,better\n"
    assert parse_judgements(text) == {
        "a title here": PaperIds(arxiv_id="2305.13245"),
        "another": PaperIds(doi="10.1000/x"),
    }


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("title,paper\nA Title,what?\n", r"j\.csv, line 2: 'what\?' names no paper"),
        ("title,paper\nA Title\n", r"j\.csv, line 2: '' names no paper"),
        ("name,paper\nA,none\n", r"j\.csv, line 1: no column title"),
    ],
)
def test_parse_judgements_says_where_it_fails(text: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        parse_judgements(text, "j.csv")


def test_parse_judgements_of_an_empty_file_is_none() -> None:
    assert parse_judgements("") == {}
