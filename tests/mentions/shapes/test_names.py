"""What tells lists of names from titles: names with initials may have surnames that end as words do."""

from __future__ import annotations

import pytest

from enrich.mentions.shapes.names import NO, STRONG, author_likeness, names_people, split_authors


@pytest.mark.parametrize(
    "names",
    [
        "Roe JA(1), Spence JP(1), Poe J(2), Doe YS(1).",
        "Roe K(2), Moe A(1), El Hansen M(2), Marlous EH(1).",
        "V. Roe, W. Moe and N. A. Marlous",
        "E. Roe, N. Small, G. S. Poe, D. Doe",
        "Ana Roe, Max Poe, Kim Schilling, Lin Moe",
        "Florence Roe, Max Poe, Terence Doe",
    ],
)
def test_surname_that_ends_as_a_word_is_one_among_others(names: str) -> None:
    assert author_likeness(names) == STRONG


@pytest.mark.parametrize("title", ["Dunes, Tides and A. Robotics", "Kelp Model A, Wave Learning B, Sand Systems C"])
def test_topics_with_a_letter_are_no_names(title: str) -> None:
    assert author_likeness(title) == NO


@pytest.mark.parametrize(
    "text", ["Roe J(1), Poe M(2), Doe A(3); STUDY Investigators.", "Roe J, Poe M; Tern Study Group; Gull Network."]
)
def test_groups_behind_names_are_part_of_their_list(text: str) -> None:
    assert author_likeness(text) == STRONG


def test_where_people_work_and_signs_of_others_are_no_names() -> None:
    assert split_authors("Ana Roe (Kiel), Max Poe (Shore Institute), …") == ("Ana Roe", "Max Poe")
    assert split_authors("Bo Xu (Wei), Max Poe") == ("Bo Xu (Wei)", "Max Poe")


def test_those_left_out_amid_names_are_nobody() -> None:
    assert author_likeness("Roe A, Poe B, ..., Moe CD") == STRONG
    assert split_authors("Roe A, Poe B, …, Moe CD") == ("Roe A", "Poe B", "Moe CD")


@pytest.mark.parametrize("names", ['Jane "Jo" Roe, Max Poe, and Ida Fox', "Jane ‘Jo’ Roe", "Jane 'Jo' Roe and Max Poe"])
def test_nicknames_stand_in_names(names: str) -> None:
    assert names_people(names)


@pytest.mark.parametrize("title", ['The "Great" Divide', 'Jane Roe and Max Poe, Rocky "Shore" Life'])
def test_words_in_quotation_marks_are_no_nicknames_where_nobody_else_is_named_behind(title: str) -> None:
    assert author_likeness(title) == NO


def test_initials_make_the_first_of_several_a_name_whatever_it_ends_in() -> None:
    assert author_likeness("J. Serious, E. Roe") != NO
    assert author_likeness("A. Serious, Playful Roe") == NO


def test_initials_may_be_two_letters_of_another_alphabet() -> None:
    assert author_likeness("Yu. I. Roe, Ch. Poe and I. Ya. Moe") == STRONG
    assert author_likeness("No. Roe, Fig. Poe") == NO
