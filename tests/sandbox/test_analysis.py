import pytest
from hypothesis import given
from hypothesis import strategies as st

from enrich.sandbox.analysis import english_tokens, has_phrase, has_words, stem


def phrase_in(phrase: str, title: str) -> bool:
    return has_phrase(english_tokens(title), english_tokens(phrase))


@pytest.mark.parametrize(
    ("phrase", "title"),
    [
        ("pre training", "BERT: Pre-training of Deep Transformers"),
        ("large language model", "Large Language Models"),
        ("attention is all you need", "ATTENTION IS ALL YOU NEED!"),
        ("model of attention", "A Model for Attention"),
    ],
)
def test_phrase_is_found_over_case_hyphens_plurals_and_stop_words(phrase: str, title: str) -> None:
    assert phrase_in(phrase, title)


@pytest.mark.parametrize(
    ("phrase", "title"),
    [
        ("pretraining", "BERT: Pre-training of Deep Transformers"),
        ("model attention", "A Model for Attention"),
        ("attention model", "A Model with Attention"),
        ("the", "The Language of Models"),
    ],
)
def test_phrase_is_not_found_over_joined_words_gaps_order_or_stop_words_alone(phrase: str, title: str) -> None:
    assert not phrase_in(phrase, title)


@pytest.mark.parametrize(
    ("word", "folded"), [("models", "model"), ("studies", "study"), ("corpus", "corpus"), ("loss", "loss")]
)
def test_stem_folds_plurals_only(word: str, folded: str) -> None:
    assert stem(word) == folded


@given(st.text(max_size=60))
def test_a_text_has_its_own_words(text: str) -> None:
    tokens = english_tokens(text)
    assert has_words(tokens, tokens) == has_phrase(tokens, tokens) == bool(tokens)
