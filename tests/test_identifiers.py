"""Identifiers: every spelling leads to one normal form, and what is no identifier leads to none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enrich.identifiers import (
    PaperIds,
    parse_acl_id,
    parse_arxiv_id,
    parse_doi,
    parse_github_repo,
    parse_openreview_id,
    parse_paper_url,
    parse_s2_id,
    split_arxiv_version,
)

SHA = "0123456789abcdef0123456789abcdef01234567"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2101.00027", "2101.00027"),
        ("2101.00027v3", "2101.00027"),
        (" arXiv:0704.0001 ", "0704.0001"),
        ("arxiv: 2101.00027V2", "2101.00027"),
        ("hep-th/9901001", "hep-th/9901001"),
        ("math.GT/0309136v2", "math/0309136"),
        ("https://arxiv.org/abs/2101.00027v1", "2101.00027"),
        ("http://www.arxiv.org/pdf/2101.00027.pdf", "2101.00027"),
        ("https://arxiv.org/pdf/2101.00027v2#page=3", "2101.00027"),
        ("https://export.arxiv.org/abs/hep-th/9901001", "hep-th/9901001"),
        ("arxiv.org/abs/2101.00027", "2101.00027"),
        ("https://ar5iv.labs.arxiv.org/html/2101.00027", "2101.00027"),
        ("https://huggingface.co/papers/2101.00027", "2101.00027"),
        ("10.48550/arXiv.2101.00027", "2101.00027"),
        ("2113.00027", None),  # there is no month 13
        ("2101.0002", "2101.0002"),
        ("2101.002", None),
        ("2101.000277", None),
        ("9901001", None),
        ("https://example.org/abs/2101.00027", None),
        ("https://arxiv.org/list/cs.LG/2101", None),
        ("https://notarxiv.org/abs/2101.00027", None),
        ("https://huggingface.co/datasets/2101.00027", None),
        ("", None),
    ],
)
def test_arxiv_id_has_one_form(text: str, expected: str | None) -> None:
    assert parse_arxiv_id(text) == expected


def test_arxiv_version_is_kept_apart() -> None:
    assert split_arxiv_version("https://arxiv.org/abs/2101.00027v12") == ("2101.00027", 12)
    assert split_arxiv_version("2101.00027") == ("2101.00027", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10.1145/3503221.3508418", "10.1145/3503221.3508418"),
        ("doi: 10.1145/3503221.3508418.", "10.1145/3503221.3508418"),
        ("https://doi.org/10.1000/AbC(1)x", "10.1000/abc(1)x"),
        ("https://dx.doi.org/10.1000%2Fabc", "10.1000/abc"),
        ("https://dl.acm.org/doi/pdf/10.1145/3603269.3604869", "10.1145/3603269.3604869"),
        ("https://dl.acm.org/doi/fullHtml/10.1145/1.2", "10.1145/1.2"),
        ("https://link.springer.com/article/10.1007/s11263-019-01247-4", "10.1007/s11263-019-01247-4"),
        ("https://onlinelibrary.wiley.com/doi/abs/10.1002/nme.1234", "10.1002/nme.1234"),
        ("https://ieeexplore.ieee.org/document/10177396", None),
        ("https://example.org/10.1145/3603269", None),
        ("10.1/x", None),
        ("11.1145/3503221", None),
    ],
)
def test_doi_has_one_form(text: str, expected: str | None) -> None:
    assert parse_doi(text) == expected


def test_s2_id_is_a_hash_or_a_number() -> None:
    assert parse_s2_id(f"https://www.semanticscholar.org/paper/Some-Title/{SHA.upper()}") == SHA
    assert parse_s2_id("CorpusID: 13756489") == 13756489
    assert parse_s2_id("https://example.org/" + SHA) is None
    assert parse_s2_id("13756489") is None


def test_acl_id_of_both_eras() -> None:
    assert parse_acl_id("https://aclanthology.org/2020.acl-main.447/") == "2020.acl-main.447"
    assert parse_acl_id("https://www.aclweb.org/anthology/p19-1427.pdf") == "P19-1427"
    assert parse_acl_id("10.18653/v1/2020.ACL-main.447") == "2020.acl-main.447"
    assert parse_acl_id("https://aclanthology.org/venues/acl/") is None


def test_openreview_id_is_the_forum() -> None:
    assert parse_openreview_id("https://openreview.net/pdf?id=AbCdEf1234") == "AbCdEf1234"
    assert parse_openreview_id("https://openreview.net/group?id=ICLR.cc/2024/Conference") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://github.com/Owner/Some.Repo", "Owner/Some.Repo"),
        ("https://github.com/owner/repo.git", "owner/repo"),
        ("github.com/owner/repo/tree/main/src", "owner/repo"),
        ("https://www.github.com/owner/repo).", "owner/repo"),
        ("https://github.com/owner", None),
        ("https://github.com/topics/astronomy", None),
        ("https://gist.github.com/owner/0123", None),
        ("https://github.io/owner/repo", None),
        ("https://gitlab.com/owner/repo", None),
        ("https://github.com/-bad/repo", None),
    ],
)
def test_github_repo_is_owner_and_name(text: str, expected: str | None) -> None:
    assert parse_github_repo(text) == expected


def test_paper_url_names_what_it_names_and_no_more() -> None:
    assert parse_paper_url("https://doi.org/10.48550/arXiv.2101.00027") == PaperIds(arxiv_id="2101.00027")
    acl = parse_paper_url("https://aclanthology.org/2020.acl-main.447.pdf")
    assert (acl.acl_id, acl.doi) == ("2020.acl-main.447", "10.18653/v1/2020.acl-main.447")
    assert not parse_paper_url("https://www.usenix.org/conference/atc23/presentation/someone")
    assert not parse_paper_url("https://github.com/owner/repo")


def test_paper_id_prefers_arxiv_then_doi_then_s2() -> None:
    ids = PaperIds(arxiv_id="2101.00027", doi="10.1/x", s2_corpus_id=7)
    assert ids.paper_id == "arxiv:2101.00027"
    assert PaperIds(doi="10.1/x", s2_corpus_id=7).paper_id == "doi:10.1/x"
    assert PaperIds(s2_corpus_id=7).paper_id == "s2:7"
    assert PaperIds(s2_paper_id=SHA).paper_id is None


def test_ids_merge_fills_gaps_only() -> None:
    merged = PaperIds(arxiv_id="2101.00027").merged(PaperIds(arxiv_id="2101.99999", doi="10.1/x"))
    assert merged == PaperIds(arxiv_id="2101.00027", doi="10.1/x")
    assert merged.same_paper(PaperIds(doi="10.1/x"))
    assert not PaperIds().same_paper(PaperIds())


@pytest.mark.parametrize(
    "parse", [parse_arxiv_id, parse_doi, parse_s2_id, parse_acl_id, parse_openreview_id, parse_github_repo]
)
@given(text=st.text(max_size=80) | st.text("htps:/.arxivgub0123456789?=[]%", max_size=80))
def test_identifiers_never_raise_and_are_idempotent(parse, text: str) -> None:
    found = parse(text)
    if isinstance(found, str) and parse is not parse_openreview_id:
        assert parse(f"https://github.com/{found}" if parse is parse_github_repo else found) == found


def test_s2_is_asked_by_the_key_that_was_known_first() -> None:
    found = PaperIds(arxiv_id="2101.00027")
    assert found.s2_key == found.merged(PaperIds(doi="10.1/x", s2_corpus_id=7, s2_paper_id=SHA)).s2_key
    assert PaperIds(doi="10.1/x", s2_corpus_id=7).s2_key == "DOI:10.1/x"
    assert PaperIds(s2_corpus_id=7).s2_key == "CorpusId:7"
    assert PaperIds(openreview_id="AbCdEf").s2_key is None
