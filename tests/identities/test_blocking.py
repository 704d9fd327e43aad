"""Blocking keys: what may be one paper meets, and index and query make the same keys."""

from __future__ import annotations

import numpy as np

from enrich.identities.blocking import asked_keys, part_keys, rare_keys, title_key, word_key
from enrich.titles import fold_title


def keys_of(folded: str, counts: dict[str, int]) -> set[int]:
    words = folded.split()
    keys, rows = rare_keys(
        np.zeros(len(words), np.int64),
        np.array([word_key(word) for word in words], np.uint64),
        np.arange(len(words)),
        np.array([counts.get(word, 1000) for word in words]),
        1,
    )
    assert set(rows.tolist()) <= {0}
    return set(keys.tolist())


def test_keys_are_the_same_on_every_machine() -> None:
    assert word_key("tides") == 1065114850601568925
    assert title_key("post training") == title_key("posttraining")


def test_part_keys_meet_the_title_without_name_or_subtitle() -> None:
    keys = part_keys("TideNet: Locking of Icy Moons")
    assert title_key("tidenet") in keys
    assert title_key(fold_title("Locking of icy moons")) in keys
    assert part_keys("Locking of Icy Moons") == []


def test_asked_keys_meet_a_short_title_behind_long_names() -> None:
    listed = "A. Longfellow, B. Featherstonehaugh et al. Icy Moons"
    assert title_key("icy moons") in asked_keys(listed, fold_title(listed))
    assert asked_keys("Icy Moons", "icy moons") == [title_key("icy moons")]


def test_rare_keys_of_a_respelled_title_meet_those_of_the_title() -> None:
    counts = {"tidal": 5, "locking": 50, "icy": 9, "moons": 7}
    whole = keys_of("tidal locking of icy moons", counts)
    assert whole & keys_of("tidl locking of icy moons", counts)
    assert whole & keys_of("icy moons and their tidal locking", counts)
    assert not whole & keys_of("granular flows on steep slopes", counts)


def test_rare_keys_keep_the_titles_apart() -> None:
    words = np.array([word_key(word) for word in ("a1", "b1", "a2", "b2")], np.uint64)
    keys, rows = rare_keys(np.array([0, 0, 1, 1]), words, np.array([0, 1, 0, 1]), np.array([99, 99, 99, 99]), 2)
    assert len(set(keys[rows == 0].tolist()) & set(keys[rows == 1].tolist())) == 0
    assert set(rows.tolist()) == {0, 1}
