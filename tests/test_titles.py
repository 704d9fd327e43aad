"""Folding: what is typography goes, what tells papers apart stays."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from enrich.titles import fold_title, is_cut_off, join_words, split_title, title_hash


@pytest.mark.parametrize(
    ("spelled", "folded"),
    [
        ("  Deep\u00a0 Learning.\n", "deep learning"),
        ("Étale “cohomology”—of Diamonds", "etale cohomology of diamonds"),
        (r"\'Etale cohomology of K\"ahler {\it surfaces}", "etale cohomology of kahler surfaces"),
        ("D^{2}MoE", "d2moe"),
        ("D$^2$MoE", "d2moe"),
        ("H₂O and H_2O and H$_2$O and H<sub>2</sub>O", "h2o and h2o and h2o and h2o"),
        (r"$\pi_0$", "pi0"),
        ("π₀", "pi0"),
        ("LoRA+", "lora+"),
        ("Qwen2.5, v1.0", "qwen2.5 v1.0"),
        ("1,000 Genomes", "1000 genomes"),
        ("Ramanujan’s sums, don't", "ramanujans sums dont"),
        ("R&D; AT&amp;T", "r and d at and t"),
        ("Ørsted, Łódź, Straße, œuvre", "orsted lodz strasse oeuvre"),
        (r"50% of $\ell_1$ norms", "50 of l1 norms"),
        (r"A \Mathcal{K} OF $L^\INFTY$, \'Etale {\O}re", "a k of linfinity etale ore"),
        (r"\mathbbZ-modules of Craig-\vCubri\'c", "z modules of craig cubric"),
        (r"Lines of \HI in $\Bbb Z$, set in \LaTeX", "lines of hi in z set in latex"),
        ("a<b and c>d", "a b and c d"),
        ("深度学习", "深度学习"),
        ("", ""),
        ("?!", ""),
    ],
)
def test_fold_title_gives_the_plain_form(spelled: str, folded: str) -> None:
    assert fold_title(spelled) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("LoRA", "LoRA+"),
        ("Qwen2", "Qwen2.5"),
        ("Part I", "Part II"),
        ("Version 2.5", "Version 25"),
        ("With labels", "Without labels"),
        ("On 1 2", "On 12"),
        ("β-decay", "γ-decay"),
        ("хаос", "хаус"),
    ],
)
def test_fold_title_keeps_what_tells_papers_apart(one: str, other: str) -> None:
    assert join_words(fold_title(one)) != join_words(fold_title(other))
    assert title_hash(one) != title_hash(other)


@given(st.text(max_size=60))
@example("1,000,0000")
@example("ǅ.ﬁ½ς\u0345")
def test_fold_title_changes_nothing_the_second_time(text: str) -> None:
    assert fold_title(fold_title(text)) == fold_title(text)


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=60))
@example(r"\frac{1}{2} \broken{ $")
@example(r"\verb|x \begin{a} %")
def test_fold_title_takes_any_latex_without_failing(text: str) -> None:
    assert fold_title(text) == fold_title(text.upper()) or "\\" in text or "&" in text or "<" in text


_TEX = ["\\hat", "\\frac", "\\textcolor", "\\href", "\\mathrm", "\\'", *"{}[]$^_%2aB"]


@given(st.lists(st.sampled_from(_TEX), max_size=12).map("".join))
@example(r"\textcolor a")
def test_fold_title_takes_broken_latex_without_failing(text: str) -> None:
    assert fold_title(f"Moss {text}").startswith("moss")


@given(st.text(st.characters(codec="ascii", categories=["L", "N", "Zs"]), max_size=40))
def test_fold_title_keeps_every_letter_and_digit(text: str) -> None:
    assert fold_title(text) == " ".join(text.lower().split())


def test_title_hash_never_changes() -> None:
    assert title_hash("Attention Is All You Need") == title_hash("attention is all you need.") == "12286c43e70efbab"


def test_title_hash_is_one_for_joined_and_split_words() -> None:
    assert title_hash("Post-Training Quantization") == title_hash("Posttraining quantization")


def test_title_hash_tells_titles_without_letters_apart() -> None:
    assert title_hash("???") != title_hash("!!!")


@pytest.mark.parametrize(
    ("title", "parts"),
    [
        ("LoRA: Low-Rank Adaptation", ("LoRA", "Low-Rank Adaptation")),
        ("Spectra - a review", ("Spectra", "a review")),
        ("Who knows? A survey", ("Who knows?", "A survey")),
        ("Low-rank models", ("Low-rank models", "")),
        ("Ends with a colon:", ("Ends with a colon:", "")),
        ("The St. Petersburg paradox", ("The St. Petersburg paradox", "")),
        ("At 12:30 sharp", ("At 12:30 sharp", "")),
    ],
)
def test_split_title_gives_name_and_subtitle(title: str, parts: tuple[str, str]) -> None:
    assert split_title(title) == parts


@pytest.mark.parametrize(
    ("title", "cut"), [("Scaling laws for…", True), ("Scaling ...", True), ("Scaling laws.", False)]
)
def test_is_cut_off_looks_for_an_ellipsis(title: str, cut: bool) -> None:
    assert is_cut_off(title) is cut


@pytest.mark.parametrize("piece", ["\\frac{", "\\text{$", "{\\'"])
def test_folding_bears_latex_that_never_ends(piece: str) -> None:
    assert "word" in fold_title("word " + piece * 20_000)
