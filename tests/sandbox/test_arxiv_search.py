import pytest

from enrich.sandbox.arxiv_search import Unsearchable, find_papers
from enrich.sandbox.facts import read_world

WORLD = read_world()


def found(query: str) -> list[str]:
    return [paper.title for paper, _ in find_papers(WORLD, query, None)[0]]


def test_phrase_finds_the_paper_and_its_namesakes() -> None:
    titles = found('ti:"Mixed Precision Training"')
    assert titles[0] == "Mixed Precision Training"
    assert all("Mixed Precision Training" in title for title in titles)
    assert len(titles) > 1


def test_phrases_joined_by_or_find_all_of_them() -> None:
    titles = found('ti:"LoRA+: Efficient Low Rank Adaptation" OR ti:"Self-attention Does Not Need $O(n^2)$ Memory"')
    assert len(titles) == 2


def test_unquoted_words_find_wrong_papers() -> None:
    assert len(found("ti:Mixed Precision Training")) > len(found('ti:"Mixed Precision Training"'))


def test_empty_phrase_finds_everything() -> None:
    assert len(found('ti:""')) == len(found('ti:"   "')) == len(WORLD.by_arxiv_id)


def test_joined_word_is_another_word() -> None:
    assert not found('ti:"Mixedprecision Training"')


def test_formula_is_found_by_its_letters_in_order() -> None:
    assert found('ti:"H 2 O: Heavy Hitter Oracle"')
    assert not found('ti:"H2O: Heavy Hitter Oracle"')


def test_lone_stop_word_finds_nothing() -> None:
    assert not found("ti:the")


def test_words_joined_by_and_stand_in_for_a_phrase() -> None:
    assert "Mixed Precision Training" in found("ti:training AND ti:precision AND ti:mixed")


def test_authors_are_found_in_any_order_of_names() -> None:
    assert found('au:"Shazeer Noam"') == found("au:noam_shazeer") != []


def test_list_is_filtered_by_the_query() -> None:
    pairs, _ = find_papers(WORLD, 'ti:"mixed precision"', ["1710.03740", "1701.06538"])
    assert [paper.arxiv_id for paper, _ in pairs] == ["1710.03740"]


def test_categories_take_wildcards() -> None:
    assert len(found("cat:cs.*")) > len(found("cat:cs.CL")) > 0


def test_years_of_submission_include_their_last_day() -> None:
    pairs, _ = find_papers(WORLD, "submittedDate:[2023 TO 2023]", None)
    assert {paper.published_at.year for paper, _ in pairs} == {2023}
    assert len(pairs) == sum(paper.published_at.year == 2023 for paper in WORLD.by_arxiv_id.values())


def test_a_month_without_a_31st_is_a_month() -> None:
    pairs, _ = find_papers(WORLD, "submittedDate:[202302 TO 202302]", None)
    assert {(paper.published_at.year, paper.published_at.month) for paper, _ in pairs} == {(2023, 2)}


@pytest.mark.parametrize("query", ["submittedDate:2023*", "ti:*", "ti:?Need", "submittedDate:[20231301 TO 2024]"])
def test_what_breaks_the_index_is_unsearchable(query: str) -> None:
    with pytest.raises(Unsearchable):
        find_papers(WORLD, query, None)
