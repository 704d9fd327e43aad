from datetime import date, timedelta

from enrich.identifiers import parse_arxiv_id
from enrich.sandbox.facts import read_world
from enrich.sandbox.world import Paper

WORLD = read_world()
DAY = date(2026, 11, 21)


def test_world_holds_the_catalog_and_the_others() -> None:
    assert len(WORLD.by_arxiv_id) == 353
    assert sum(paper.arxiv_id is None for paper in WORLD.papers) == 15
    assert all(parse_arxiv_id(name) == name for name in WORLD.by_arxiv_id)
    assert all(paper.authors and paper.title for paper in WORLD.papers)


def test_an_abstract_is_quoted_by_a_document_or_says_that_it_is_simulated() -> None:
    assert all(paper.abstract for paper in WORLD.papers)
    made = [paper for paper in WORLD.papers if "Simulated abstract" in (paper.abstract or "")]
    quoted = [paper for paper in WORLD.papers if paper not in made]
    assert 90 < len(quoted) < len(WORLD.papers) / 2
    assert all(len(paper.abstract or "") > 300 for paper in quoted)
    assert len({paper.abstract for paper in made}) == len(made)


def test_some_abstracts_are_elided() -> None:
    assert 0 < sum(paper.elided for paper in WORLD.papers) < len(WORLD.papers) / 10


def test_s2_ids_are_unique_and_look_real() -> None:
    ids = [pair for paper in WORLD.papers for pair in paper.all_s2_ids(date(2040, 1, 1))]
    assert len({sha for sha, _ in ids}) == len({corpus for _, corpus in ids}) == len(ids) > len(WORLD.papers)
    assert all(len(sha) == 40 and int(sha, 16) for sha, _ in ids)


def test_ids_are_the_same_in_every_process() -> None:
    paper = Paper(title="T", authors=("A B",), published_at=WORLD.papers[0].published_at, arxiv_id="2101.00001")
    assert paper.s2_ids(DAY)[0] == "545ba07b4806296145df6b2fc205706242509e09"


def test_merge_changes_ids_on_its_day() -> None:
    merging = next(paper for paper in WORLD.papers if paper.merged_on)
    assert merging.merged_on is not None
    before, after = merging.s2_ids(merging.merged_on - timedelta(days=1)), merging.s2_ids(merging.merged_on)
    assert before != after
    assert list(merging.all_s2_ids(merging.merged_on)) == [before, after]
    assert 10 < sum(paper.merged_on is not None for paper in WORLD.papers) < 60


def test_versions_are_dated_in_order() -> None:
    for paper in WORLD.by_arxiv_id.values():
        dates = [paper.submitted_at(number) for number in range(1, paper.version + 1)]
        assert dates == sorted(set(dates))
        assert dates[0] == paper.published_at


def test_repository_is_found_in_any_case_and_after_its_rename() -> None:
    found = WORLD.repository("MICROSOFT/deepspeed")
    assert found is not None
    assert found.full_name == "deepspeedai/DeepSpeed"
    assert WORLD.repository("sandbox-examples/gone") is None
    assert WORLD.repository("nobody/nothing") is None


def test_every_repository_that_a_fact_names_exists() -> None:
    named = {paper.repository for paper in WORLD.papers if paper.repository}
    assert len(named) > 100
    assert all(WORLD.repository(name) for name in named)
    numbers = [repository.repository_id for repository in WORLD.repositories]
    assert len(set(numbers)) == len(numbers)


def test_acl_id_comes_from_the_doi() -> None:
    assert WORLD.by_arxiv_id["1810.04805"].acl_id == "N19-1423"
    assert WORLD.by_arxiv_id["1806.03377"].acl_id is None
