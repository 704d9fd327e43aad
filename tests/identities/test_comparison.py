"""Relations of titles, and the words that tell papers apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enrich.identities.alignment import align
from enrich.identities.comparison import compare_titles
from enrich.identities.forms import Title, is_coined
from enrich.identities.reasons import Reason
from enrich.identities.words import abbreviates, are_opposites, numerals, slip_letters, stem, typo_letters


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("part ii of two", ["2", "2"]),
        ("qwen2.5 vl", ["2.5"]),
        ("lora+", ["+"]),
        ("hepatitis b", ["b"]),
        ("a mixed civil dim model", []),
        ("chapter xiv", ["14"]),
        ("i+iii", ["+", "1", "3"]),
    ],
)
def test_numerals_are_comparable_over_spellings(words: str, numbers: list[str]) -> None:
    assert numerals(words.split()) == numbers


@pytest.mark.parametrize(
    ("word", "other", "letters"),
    [
        ("particle", "partical", 2),
        ("graph", "graphs", 1),
        ("northern", "southern", None),
        ("cat", "car", None),
        ("ovii", "oviii", None),
        ("learning", "learning", 0),
        ("recieve", "receive", 1),
    ],
)
def test_typo_letters_counts_what_can_be_a_slip(word: str, other: str, letters: int | None) -> None:
    assert typo_letters(word, other) == letters


def test_a_slip_in_a_small_word_counts() -> None:
    assert slip_letters("tje", "the") == 1
    assert slip_letters("in", "of") == 0
    assert slip_letters("proteins", "the") is None


@pytest.mark.parametrize(
    ("words", "others", "opposite"),
    [
        ("supervised", "unsupervised", True),
        ("intraday", "interday", True),
        ("with labels", "without labels", True),
        ("withbut", "without", False),
        ("graph", "graphs", False),
        ("proton", "photon", False),
    ],
)
def test_are_opposites_sees_negations_and_beginnings(words: str, others: str, opposite: bool) -> None:
    assert are_opposites(words.split(), others.split()) is opposite


def test_abbreviates_knows_initials() -> None:
    assert abbreviates(["llms"], ["large", "language", "models"])
    assert abbreviates(["quality", "of", "experience"], ["qoe"])
    assert not abbreviates(["llm"], ["large", "models"])


def test_stem_joins_forms_of_a_word() -> None:
    assert stem("training") == stem("trains") == stem("train")
    assert stem("parallelism") == stem("parallel")


@pytest.mark.parametrize(("name", "coined"), [("LoRA", True), ("Qwen2-VL", True), ("LUT Tensor Core", True)])
def test_is_coined_goes_by_capitals_and_digits(name: str, coined: bool) -> None:
    assert is_coined(name) is coined
    assert not is_coined("Introduction")
    assert not is_coined("On the Theory of LoRA and Its Relatives")


@pytest.mark.parametrize(
    "title",
    [
        "Waves (JFM 2020)",
        "Waves [PDF]",
        "Waves, JFM 2020",
        "Waves. JFM'20",
        "Waves - arXiv:2001.00001",
        "Waves | JFM 2020",
    ],
)
def test_bare_leaves_out_what_stands_around_a_title(title: str) -> None:
    assert "waves" in [bare.folded for bare in Title(title).bare]


def test_a_final_a_is_a_label() -> None:
    assert not align(Title("Hepatitis A").words, Title("Hepatitis").words).is_clean


titles = st.lists(
    st.sampled_from(["alpha", "LoRA+", "2", "II", "of", "models", "deep", ":", "v2.5", "(A", "2020)", "not", "…"]),
    max_size=8,
).map(" ".join)


@given(titles, titles)
def test_compare_titles_calls_titles_the_same_in_both_directions(one: str, other: str) -> None:
    there, back = compare_titles(Title(one), Title(other)), compare_titles(Title(other), Title(one))
    assert 0 <= there.score <= 1
    same = {Reason.SAME_TITLE, Reason.SAME_LETTERS}
    assert (there.reason in same) == (back.reason in same)


@given(titles, st.sampled_from(["II", "III", "2", "3", "2.5", "I+II"]), st.sampled_from(["IV", "4", "4.5", "I+III"]))
def test_compare_titles_never_excuses_another_number_at_the_end(title: str, one: str, other: str) -> None:
    assert not align(Title(f"deep {title} models {one}").words, Title(f"deep {title} models {other}").words).is_clean


@given(titles)
def test_compare_titles_finds_a_title_the_same_as_itself(title: str) -> None:
    assert compare_titles(Title(title), Title(title.upper())).reason is Reason.SAME_TITLE
