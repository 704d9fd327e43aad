"""Judgements: identifiers in any spelling, and one sentence for a row that can't be understood."""

from __future__ import annotations

import pytest

from enrich.errors import UsageError
from enrich.identifiers import PaperIds
from enrich.identities import add_judgements, parse_decisions, parse_judgements, parse_paper_id


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
        ("title,paper\nOf Moss, and Ferns,none\n", r"j\.csv, line 2: more cells than columns"),
        ('title,paper\nA,none\n"Moss" and "Ferns",none\n', r"j\.csv, line 3: no row of CSV"),
        ('title,paper\nA,none\n"Moss,none\n', r"j\.csv, line 3: no row of CSV"),
        ("title,paper\n,2305.13245\n", r"j\.csv, line 2: no title stands beside '2305\.13245'"),
    ],
)
def test_parse_judgements_says_where_it_fails(text: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        parse_judgements(text, "j.csv")


def test_parse_judgements_of_an_empty_file_is_none() -> None:
    assert parse_judgements("") == {}


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_spreadsheets_may_separate_cells_as_they_do(separator: str) -> None:
    text = separator.join(("title", "paper", "note")) + f'\r\n"A; B, C"{separator}none{separator}\r\n'
    assert parse_judgements(text) == {"a b c": PaperIds()}


def test_rows_that_nobody_filled_in_stay_open() -> None:
    review = "title,paper,note,candidate_1\nMoss,,later,arxiv:2101.00001\n'=Ferns,2101.00002v1,sure,\n"
    (decision,) = parse_decisions(review, "review.csv")
    assert (decision.title, decision.paper, decision.note) == ("=Ferns", "2101.00002v1", "sure")
    assert decision.ids == PaperIds(arxiv_id="2101.00002")


def test_a_review_that_contradicts_itself_is_refused() -> None:
    review = "title,paper\nMoss,2101.00001\nMOSS,2101.00002\n"
    with pytest.raises(UsageError, match=r"'MOSS' is 2101\.00001 in one row and 2101\.00002 in"):
        parse_decisions(review, "review.csv")


@pytest.mark.parametrize(
    "before",
    [
        "",
        "\n",
        "title,paper,note\nOld,none,kept\n",
        "paper;who;title\nnone;me;Old",
        "title,paper\nMoss,2101.00009\n",
    ],
)
def test_decisions_are_added_once_and_hold(before: str) -> None:
    decisions = parse_decisions('title,paper,note\n"Moss, a ""Study""",2101.00001,"=x"\nFerns,none,\n', "review.csv")
    text, added = add_judgements(before, decisions)
    assert added == 2
    assert text.startswith(before.strip())
    assert parse_judgements(text) | {"moss a study": PaperIds(arxiv_id="2101.00001"), "ferns": PaperIds()} == (
        parse_judgements(text)
    )
    assert parse_judgements(before).items() <= parse_judgements(text).items()
    assert add_judgements(text, decisions) == (text, 0)


def test_a_decision_that_changed_takes_the_place_of_the_old_one() -> None:
    text, added = add_judgements("title,paper\nMoss,2101.00009\n", parse_decisions("title,paper\nMoss,none\n", "r"))
    assert (added, parse_judgements(text)) == (1, {"moss": PaperIds()})


def test_no_cell_that_is_added_starts_a_formula() -> None:
    text, _ = add_judgements("", parse_decisions("title,paper,note\n=Moss(),none,@now\n", "r"))
    assert text == "title,paper,note\n'=Moss(),none,'@now\n"
