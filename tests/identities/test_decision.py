"""Decisions: evidence beyond the title, several sources, and that ties are left to a person."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from enrich.identifiers import PaperIds
from enrich.identities import EXPLANATIONS, Reason, decide
from enrich.records import Candidate, Identity, Link, LinkRole, Mention, MentionKind, Outcome

NOW = datetime(2026, 1, 2, tzinfo=UTC)
ABSTRACT = (
    "We study how expert layers of sparse models can be kept on slow storage while the next token is computed, and "
    "show that the order in which experts are asked for can be foreseen from the hidden state of an earlier layer."
)


def mention(title: str, **more: object) -> Mention:
    return Mention(mention_id="m", document_id="d", line=1, kind=MentionKind.PAPER, title=title, **more)  # type: ignore[arg-type]


def offered(title: str, arxiv_id: str = "2101.00001", **more: object) -> Candidate:
    return Candidate("catalog", PaperIds(arxiv_id=arxiv_id), title, **more)  # type: ignore[arg-type]


def decided(listed: Mention, *candidates: Candidate) -> tuple[str, str, str | None]:
    identity = decide(listed, candidates, now=NOW)
    return identity.outcome, identity.reason, identity.ids.arxiv_id


def test_every_reason_is_explained() -> None:
    assert set(EXPLANATIONS) == set(Reason)


def test_a_renamed_paper_is_found_by_its_abstract() -> None:
    listed = mention("Accurate Expert Predictions via a Gate", abstract=ABSTRACT)
    paper = offered("Fate: Fast Edge Inference of Sparse Models", abstract=f"{ABSTRACT} Code is available.")
    assert decided(listed, paper) == ("matched", "abstract_agrees", "2101.00001")


def test_an_abstract_tells_a_paper_from_its_namesake() -> None:
    listed = mention("MossCast: Foreseeing Which Experts Will Be Asked For", abstract=ABSTRACT)
    paper = offered("MossCast: Experts Foreseen and Kept on Slow Storage", abstract=ABSTRACT)
    namesake = offered("MossCast: Which Experts Will Rain Be Asked For", "2101.00002")
    assert decided(listed, namesake, paper) == ("matched", "same_name", "2101.00001")


def test_a_renamed_paper_is_found_by_its_repository() -> None:
    link = Link("https://github.com/Someone/BitPile", LinkRole.CODE)
    listed = mention("Fine-Grained Size Control for Compressed Models in Changing Memory", links=(link,))
    paper = offered("BitPile: Any-Size Compressed Models in Changing Memory", repositories=("someone/bitpile",))
    assert decided(listed, paper)[:2] == ("matched", "repository_agrees")


def test_a_repository_alone_is_no_evidence() -> None:
    link = Link("https://github.com/someone/everything", LinkRole.CODE)
    paper = offered("Bread Baking at Home", repositories=("someone/everything",))
    assert decided(mention("Steam Engines in Wales", links=(link,)), paper)[0] == "not_found"


def test_authors_do_not_excuse_another_number() -> None:
    listed = mention("Multiplicative Chaos, Part I", authors=("Rémi Rhodes", "Vincent Vargas"))
    paper = offered("Multiplicative Chaos, Part II", authors=("Rhodes, Rémi", "Vargas, Vincent"))
    assert decided(listed, paper) == ("not_found", "numbers_differ", None)


def test_other_authors_keep_papers_of_one_title_apart() -> None:
    listed = mention("Random Matrices", authors=("Ada Lovelace", "Alan Turing"))
    paper = offered("Random Matrices", authors=("Kurt Gödel", "Emmy Noether"))
    assert decided(listed, paper) == ("unresolved", "authors_differ", None)


def test_another_abstract_keeps_papers_of_one_title_apart() -> None:
    other = " ".join(f"word{n} stands for something else entirely" for n in range(12))
    listed = mention("Random Matrices and Walks", abstract=f"{ABSTRACT} {ABSTRACT[::-1]}")
    assert decided(listed, offered("Random Matrices and Walks", abstract=other))[:2] == (
        "unresolved",
        "abstract_differs",
    )


def test_a_long_title_outweighs_another_abstract() -> None:
    title = "Random Matrices, Random Walks and Loops on Growing Planar Trees"
    other = " ".join(f"word{n} stands for something else entirely" for n in range(12))
    listed = mention(title, abstract=f"{ABSTRACT} {ABSTRACT[::-1]}")
    assert decided(listed, offered(title, abstract=other))[:2] == ("matched", "same_title")


def test_an_exact_title_wins_over_a_near_one() -> None:
    near, exact = offered("Quantum Walks on Graph"), offered("Quantum Walks on Graphs", "2101.00002")
    assert decided(mention("Quantum walks on graphs"), near, exact) == ("matched", "same_title", "2101.00002")


def test_one_paper_from_two_sources_is_no_tie_and_gains_its_ids() -> None:
    title = "Learning Sparse Codes of Natural Images"
    published = Candidate("semantic_scholar", PaperIds(doi="10.1/x", s2_corpus_id=7), title, ("Ada Moon",), 2022)
    identity = decide(mention(title), [offered(title, authors=("A. Moon",), year=2021), published], now=NOW)
    assert identity.outcome is Outcome.MATCHED
    assert identity.ids == PaperIds(arxiv_id="2101.00001", doi="10.1/x", s2_corpus_id=7)
    assert identity.source == "catalog"


def test_two_papers_of_one_title_from_two_sources_are_a_tie() -> None:
    title = "Learning Sparse Codes of Natural Images"
    other = Candidate("semantic_scholar", PaperIds(doi="10.1/x"), title, ("Bo Star", "Cy Sun"), 2022)
    paper = offered(title, authors=("Ada Moon", "Di Mars"), year=2021)
    assert decided(mention(title), paper, other)[:2] == ("unresolved", "ambiguous")


def test_a_year_decades_away_keeps_a_dropped_subtitle_from_deciding() -> None:
    paper = offered("Waves in Layered Media: a Modern View", year=2023)
    assert decided(mention("Waves in layered media", year=1979), paper)[0] == "unresolved"
    assert (
        decided(
            mention("Waves in layered deep media", year=2023), offered("Waves in Layered Deep Media: a View", year=2022)
        )[0]
        == "matched"
    )


def test_an_unresolved_identity_names_the_nearest_paper() -> None:
    identity = decide(mention("Graph neural networks"), [offered("Graph Neural Networks: A Review")], now=NOW)
    assert identity.reason == "uncertain" and "Graph Neural Networks: A Review" in identity.evidence[0]


titles = st.lists(
    st.sampled_from(["alpha", "LoRA+", "2", "II", "of", "models", "deep", ":", "v2.5", "graph", "networks"]),
    min_size=1,
    max_size=7,
)


@given(titles, st.lists(titles, max_size=4))
def test_decide_always_gives_a_reason_and_ids_only_with_a_match(words: list[str], others: list[list[str]]) -> None:
    candidates = [offered(" ".join(other), f"2101.{n:05}") for n, other in enumerate(others)]
    identity: Identity = decide(mention(" ".join(words)), candidates, now=NOW)
    assert identity.reason in set(Reason)
    assert bool(identity.ids) == (identity.outcome is Outcome.MATCHED)
    assert identity == decide(mention(" ".join(words)), candidates, now=NOW)
