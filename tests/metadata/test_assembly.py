"""What the rows of a run say, over small worlds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enrich.metadata import Findings, assemble
from enrich.records import Author, Lookup, MentionKind, PaperRecord, Status
from enrich.schema import (
    TABLES,
    AuthorshipRow,
    DocumentRow,
    IdentityRow,
    MentionRow,
    ObservationRow,
    PaperAliasRow,
    PaperRow,
    row_key,
)
from enrich.titles import title_hash

from .scenes import (
    START,
    as_published,
    code,
    denies,
    findings,
    matched,
    mention,
    next_week,
    open_case,
    papers,
    repository,
    says,
    silent,
    week,
)

KELP = "Kelp forests under warming"
REEF = "Coral reefs and acid water"
KELP_ID = "2101.00001"
REEF_ID = "2202.00002"


def two_papers(**answers: object) -> Findings:
    identities = [matched(KELP, arxiv_id=KELP_ID), matched(REEF, arxiv_id=REEF_ID)]
    return findings([mention(KELP, line=1), mention(REEF, line=2)], identities, **answers)


def test_every_paper_mention_has_a_paper_row() -> None:
    items = [
        mention(KELP),
        mention("Nobody knows this one", line=2),
        mention("ReefBench", line=3, kind=MentionKind.BENCHMARK, paper_title=REEF),
        mention("kelptool", line=4, kind=MentionKind.SOFTWARE),
    ]
    tables = assemble(findings(items, [matched(KELP, arxiv_id=KELP_ID), open_case(REEF)]), None, START)
    by_title = {row.title: row for row in tables.of(MentionRow)}
    assert by_title[KELP].paper_id == f"arxiv:{KELP_ID}"
    assert by_title["Nobody knows this one"].paper_id == f"title:{title_hash('Nobody knows this one')}"
    assert by_title["ReefBench"].paper_id == f"title:{title_hash(REEF)}"
    assert by_title["kelptool"].paper_id is None
    assert {row.paper_id for row in tables.of(PaperRow)} == {row.paper_id for row in by_title.values() if row.paper_id}


def test_mention_nobody_decided_about_is_unresolved() -> None:
    tables = assemble(findings([mention(KELP)]), None, START)
    (row,) = tables.of(PaperRow)
    assert (row.outcome, row.reason) == ("unresolved", "not_asked")
    assert tables.of(IdentityRow)[0].outcome == "unresolved"


def test_item_of_another_kind_has_no_outcome() -> None:
    tables = assemble(findings([mention("kelptool", kind=MentionKind.SOFTWARE)]), None, START)
    (row,) = tables.of(MentionRow)
    assert (row.outcome, row.reason, row.paper_id) == (None, None, None)


def test_rows_are_sorted_by_key() -> None:
    tables = assemble(two_papers(arxiv={KELP_ID: says("arxiv", names=["A. Alga", "B. Weed"])}), None, START)
    for table in TABLES:
        rows = tables.of(table)
        assert list(rows) == sorted(rows, key=row_key(table))


def test_precedence_arxiv_before_catalog_before_scholar_before_document() -> None:
    items = [mention(KELP, abstract="The document's.", authors=("Document, A.",), venue="Tides")]
    found = findings(
        items,
        [matched(KELP, arxiv_id=KELP_ID)],
        arxiv={KELP_ID: says("arxiv", title="Kelp from arXiv", abstract="arXiv's.")},
        catalog={
            KELP_ID: says("catalog", title="Kelp from the catalog", names=["Ann Alga"], primary_category="q-bio.PE")
        },
        semantic_scholar={f"ARXIV:{KELP_ID}": says("semantic_scholar", title="Kelp from S2", year=2021, venue="Ocean")},
    )
    (row,) = assemble(found, None, START).of(PaperRow)
    assert row.title == "Kelp from arXiv"
    assert (row.abstract, row.abstract_source) == ("arXiv's.", "arxiv")
    assert (row.authors, row.authors_source) == (("Ann Alga",), "catalog")
    assert row.primary_category == "q-bio.PE"
    assert (row.year, row.venue) == (2021, "Ocean")
    assert (row.arxiv_status, row.arxiv_source) == ("ok", "arxiv")


def test_incomplete_authors_give_way_to_complete_ones() -> None:
    found = two_papers(
        catalog={KELP_ID: says("catalog", names=["Ann Alga"], authors_complete=False)},
        semantic_scholar={f"ARXIV:{KELP_ID}": says("semantic_scholar", names=["A. Alga", "B. Weed"])},
    )
    row = papers(assemble(found, None, START))[f"arxiv:{KELP_ID}"]
    assert (row.authors, row.authors_source) == (("A. Alga", "B. Weed"), "semantic_scholar")


def test_incomplete_authors_are_better_than_none() -> None:
    found = two_papers(catalog={KELP_ID: says("catalog", names=["Ann Alga"], authors_complete=False)})
    assert papers(assemble(found, None, START))[f"arxiv:{KELP_ID}"].authors == ("Ann Alga",)


def test_abstract_falls_back_to_the_document_and_its_reading() -> None:
    found = findings([mention(KELP, abstract="As listed.", authors=("Ann Alga",))], [matched(KELP, arxiv_id=KELP_ID)])
    (row,) = assemble(found, None, START).of(PaperRow)
    assert (row.abstract, row.abstract_source, row.abstract_observed_at) == ("As listed.", "document", START)
    assert (row.authors, row.authors_source) == (("Ann Alga",), "document")


def test_authors_of_a_benchmark_are_not_those_of_its_paper() -> None:
    item = mention(
        "ReefBench", kind=MentionKind.BENCHMARK, paper_title=REEF, authors=("Bench Maker",), abstract="Bench."
    )
    (row,) = assemble(findings([item], [matched(REEF, arxiv_id=REEF_ID)]), None, START).of(PaperRow)
    assert (row.title, row.authors, row.abstract) == (REEF, (), None)


def test_catalog_speaks_for_an_arxiv_that_could_not_be_asked() -> None:
    found = two_papers(
        arxiv={KELP_ID: silent("arxiv")}, catalog={KELP_ID: says("catalog", at=week(-9), categories=("q-bio.PE",))}
    )
    row = papers(assemble(found, None, START))[f"arxiv:{KELP_ID}"]
    assert (row.arxiv_status, row.arxiv_source, row.arxiv_observed_at) == ("ok", "catalog", week(-9))
    assert row.categories == ("q-bio.PE",)


@pytest.mark.parametrize(
    ("arxiv", "catalog", "status"),
    [
        (denies("arxiv"), None, "not_found"),
        (silent("arxiv"), denies("catalog"), "unreachable"),
        (None, denies("catalog"), "not_asked"),
        (None, None, "not_asked"),
    ],
)
def test_absence_is_told_from_outage(
    arxiv: Lookup[PaperRecord] | None, catalog: Lookup[PaperRecord] | None, status: str
) -> None:
    answers = {name: {KELP_ID: said} for name, said in (("arxiv", arxiv), ("catalog", catalog)) if said}
    row = papers(assemble(two_papers(**answers), None, START))[f"arxiv:{KELP_ID}"]
    assert row.arxiv_status == status


def test_outage_carries_values_with_their_own_time() -> None:
    key = f"ARXIV:{KELP_ID}"
    healthy = two_papers(
        semantic_scholar={
            key: says("semantic_scholar", citation_count=12, tldr="Kelp.", s2_corpus_id=7, doi="10.1/kelp")
        },
        arxiv={KELP_ID: says("arxiv", abstract="arXiv's.", names=["Ann Alga"], arxiv_version=3)},
    )
    first = assemble(healthy, None, START)
    down = two_papers(semantic_scholar={key: silent("semantic_scholar")}, arxiv={KELP_ID: silent("arxiv")})
    row = papers(next_week(down, first))[f"arxiv:{KELP_ID}"]
    assert (row.s2_status, row.citation_count, row.tldr, row.s2_observed_at) == ("carried", 12, "Kelp.", START)
    assert (row.s2_corpus_id, row.doi) == (7, "10.1/kelp")
    assert (row.arxiv_status, row.arxiv_source, row.arxiv_version) == ("carried", "arxiv", 3)
    assert (row.abstract, row.abstract_source, row.authors) == ("arXiv's.", "arxiv", ("Ann Alga",))


def test_values_are_carried_through_many_outages() -> None:
    tables = assemble(two_papers(arxiv={KELP_ID: says("arxiv", updated_at=week(-5))}), None, START)
    for number in range(1, 5):
        tables = next_week(two_papers(arxiv={KELP_ID: silent("arxiv")}), tables, number)
    row = papers(tables)[f"arxiv:{KELP_ID}"]
    assert (row.arxiv_status, row.updated_at, row.arxiv_observed_at) == ("carried", week(-5), START)


def test_carried_words_of_arxiv_stand_before_fresh_ones_of_the_catalog() -> None:
    catalog = {KELP_ID: says("catalog", title="Kelp, as catalogued")}
    first = assemble(two_papers(arxiv={KELP_ID: says("arxiv", title="Kelp!")}, catalog=catalog), None, START)
    row = papers(next_week(two_papers(catalog=catalog), first))[f"arxiv:{KELP_ID}"]
    assert (row.title, row.arxiv_source, row.arxiv_status) == ("Kelp!", "arxiv", "carried")


def test_healthy_no_takes_counts_away_but_not_the_abstract() -> None:
    key = f"ARXIV:{KELP_ID}"
    first = assemble(
        two_papers(semantic_scholar={key: says("semantic_scholar", citation_count=12, abstract="S2's.")}), None, START
    )
    row = papers(next_week(two_papers(semantic_scholar={key: denies("semantic_scholar", week(1))}), first))[
        f"arxiv:{KELP_ID}"
    ]
    assert (row.s2_status, row.citation_count) == ("not_found", None)
    assert (row.abstract, row.abstract_source, row.abstract_observed_at) == ("S2's.", "semantic_scholar", START)


def test_elided_abstract_is_not_lost() -> None:
    key = f"ARXIV:{KELP_ID}"
    first = assemble(two_papers(semantic_scholar={key: says("semantic_scholar", abstract="S2's.")}), None, START)
    again = two_papers(semantic_scholar={key: says("semantic_scholar", at=week(1), citation_count=1)})
    row = papers(next_week(again, first))[f"arxiv:{KELP_ID}"]
    assert (row.abstract, row.abstract_observed_at, row.citation_count) == ("S2's.", START, 1)


def test_null_count_stays_null_and_zero_stays_zero() -> None:
    answers = {
        f"ARXIV:{KELP_ID}": says("semantic_scholar", citation_count=0),
        f"ARXIV:{REEF_ID}": says("semantic_scholar"),
    }
    rows = papers(assemble(two_papers(semantic_scholar=answers), None, START))
    assert rows[f"arxiv:{KELP_ID}"].citation_count == 0
    assert rows[f"arxiv:{REEF_ID}"].citation_count is None


def test_preprint_and_published_form_are_one_paper() -> None:
    items = [mention(KELP, line=1), mention("Kelp forests, the journal version", line=2)]
    identities = [
        matched(KELP, arxiv_id=KELP_ID),
        matched("Kelp forests, the journal version", "link", doi="10.1/kelp"),
    ]
    scholar = {"DOI:10.1/kelp": says("semantic_scholar", arxiv_id=KELP_ID, doi="10.1/kelp", s2_corpus_id=7)}
    tables = assemble(findings(items, identities, semantic_scholar=scholar), None, START)
    (row,) = tables.of(PaperRow)
    assert (row.paper_id, row.doi, row.s2_corpus_id, row.mention_count) == (f"arxiv:{KELP_ID}", "10.1/kelp", 7, 2)
    assert tables.of(PaperAliasRow) == (PaperAliasRow(old_paper_id="doi:10.1/kelp", paper_id=f"arxiv:{KELP_ID}"),)


def test_papers_with_different_arxiv_ids_are_never_joined() -> None:
    shared = {
        f"ARXIV:{KELP_ID}": says("semantic_scholar", arxiv_id=KELP_ID, s2_corpus_id=7, doi="10.1/x"),
        f"ARXIV:{REEF_ID}": says("semantic_scholar", arxiv_id=KELP_ID, s2_corpus_id=7, doi="10.1/x"),
    }
    assert set(papers(assemble(two_papers(semantic_scholar=shared), None, START))) == {
        f"arxiv:{KELP_ID}",
        f"arxiv:{REEF_ID}",
    }


def test_mention_that_could_join_two_preprints_joins_neither() -> None:
    items = [mention(KELP), mention(REEF, line=2), mention("Third", line=3)]
    identities = [matched(KELP, arxiv_id=KELP_ID), matched(REEF, arxiv_id=REEF_ID), matched("Third", doi="10.1/x")]
    scholar = {f"ARXIV:{each}": says("semantic_scholar", doi="10.1/x") for each in (KELP_ID, REEF_ID)}
    rows = papers(assemble(findings(items, identities, semantic_scholar=scholar), None, START))
    assert set(rows) == {f"arxiv:{KELP_ID}", f"arxiv:{REEF_ID}", "doi:10.1/x"}


def test_outage_of_scholar_does_not_tear_a_joined_paper_apart() -> None:
    items = [mention(KELP, line=1), mention("Published kelp", line=2)]
    identities = [matched(KELP, arxiv_id=KELP_ID), matched("Published kelp", "link", doi="10.1/kelp")]
    scholar = {"DOI:10.1/kelp": says("semantic_scholar", arxiv_id=KELP_ID, doi="10.1/kelp", citation_count=4)}
    first = assemble(findings(items, identities, semantic_scholar=scholar), None, START)
    down = {"DOI:10.1/kelp": silent("semantic_scholar")}
    second = next_week(findings(items, identities, semantic_scholar=down), first)
    (row,) = second.of(PaperRow)
    assert (row.paper_id, row.mention_count, row.citation_count) == (f"arxiv:{KELP_ID}", 2, 4)
    assert second.of(PaperAliasRow) == first.of(PaperAliasRow)


def test_title_that_gains_an_id_is_an_alias_from_then_on() -> None:
    title_id = f"title:{title_hash(KELP)}"
    tables = assemble(findings([mention(KELP)], [open_case(KELP)]), None, START)
    assert set(papers(tables)) == {title_id}
    found = findings([mention(KELP)], [matched(KELP, arxiv_id=KELP_ID)])
    for number in (1, 2):
        tables = next_week(found, tables, number)
        assert tables.of(PaperAliasRow) == (PaperAliasRow(old_paper_id=title_id, paper_id=f"arxiv:{KELP_ID}"),)


def test_history_goes_on_under_a_better_name() -> None:
    by_corpus = findings(
        [mention(KELP)],
        [matched(KELP, s2_corpus_id=7)],
        semantic_scholar={"CorpusId:7": says("semantic_scholar", s2_corpus_id=7, citation_count=1)},
    )
    first = assemble(by_corpus, None, START)
    assert set(papers(first)) == {"s2:7"}
    now_on_arxiv = says("semantic_scholar", at=week(1), s2_corpus_id=7, arxiv_id=KELP_ID, citation_count=3)
    second = next_week(replace(by_corpus, semantic_scholar={"CorpusId:7": now_on_arxiv}), first)
    runs = second.of(ObservationRow)
    assert [(row.entity_id, row.value, row.first_observed_at) for row in runs] == [
        (f"arxiv:{KELP_ID}", 1, START),
        (f"arxiv:{KELP_ID}", 3, week(1)),
    ]
    assert second.of(PaperAliasRow) == (PaperAliasRow(old_paper_id="s2:7", paper_id=f"arxiv:{KELP_ID}"),)


def test_alias_is_dropped_when_the_old_name_is_a_paper_again() -> None:
    first = assemble(findings([mention(KELP)], [open_case(KELP)]), None, START)
    second = next_week(findings([mention(KELP)], [matched(KELP, arxiv_id=KELP_ID)]), first, 1)
    third = next_week(findings([mention(KELP)], [open_case(KELP)]), second, 2)
    assert third.of(PaperAliasRow) == ()


def test_unresolved_mention_of_a_matched_title_is_not_drawn_in() -> None:
    other = replace(mention(KELP, document="other.md"))
    found = findings([mention(KELP), other], [matched(KELP, arxiv_id=KELP_ID)])
    found = replace(found, identities={**found.identities, other.mention_id: open_case(KELP)})
    assert set(papers(assemble(found, None, START))) == {f"arxiv:{KELP_ID}", f"title:{title_hash(KELP)}"}


def test_papers_without_a_nameable_id_are_joined_by_openreview() -> None:
    items = [mention(KELP), mention("Kelp, camera ready", line=2)]
    identities = [matched(KELP, openreview_id="abcde"), matched("Kelp, camera ready", openreview_id="abcde")]
    (row,) = assemble(findings(items, identities), None, START).of(PaperRow)
    assert (row.paper_id, row.outcome, row.mention_count) == (f"title:{title_hash(KELP)}", "matched", 2)


def test_document_keeps_the_time_of_its_first_reading_while_its_content_stays() -> None:
    first = assemble(findings([mention(KELP)], text="one"), None, START)
    same = next_week(findings([mention(KELP)], text="one"), first)
    other = next_week(findings([mention(KELP)], text="two"), first)
    assert same.of(DocumentRow)[0].read_at == START
    assert other.of(DocumentRow)[0].read_at == week(1)


def test_decision_keeps_its_time_while_it_stays() -> None:
    first = assemble(findings([mention(KELP)], [open_case(KELP, "unreachable")]), None, START)
    same = next_week(findings([mention(KELP)], [open_case(KELP, "unreachable", week(1))]), first)
    other = next_week(findings([mention(KELP)], [open_case(KELP, "ambiguous", week(1))]), first)
    assert same.of(IdentityRow)[0].decided_at == START
    assert other.of(IdentityRow)[0].decided_at == week(1)


def test_same_findings_a_week_later_give_the_same_rows() -> None:
    found = two_papers(
        arxiv={KELP_ID: says("arxiv", names=["Ann Alga"], abstract="See github.com/kelp/code.")},
        semantic_scholar={f"ARXIV:{KELP_ID}": says("semantic_scholar", citation_count=2)},
        github={"kelp/code": repository("kelp/code", 1, stars=5)},
    )
    first = assemble(found, None, START)
    assert next_week(found, first).rows == first.rows


def test_scholar_numbers_are_given_to_authors_by_place_and_surname() -> None:
    theirs = (Author("A. Alga", "11"), Author("Weed, Bob", "22"), Author("Someone Else", "33"))
    key = f"ARXIV:{KELP_ID}"
    record = says("semantic_scholar").value
    assert record
    scholar = Lookup(Status.OK, "semantic_scholar", replace(record, authors=theirs), START)
    found = two_papers(
        arxiv={KELP_ID: says("arxiv", names=["Ann Ålga", "Bob Weed", "Cod Fisher"])}, semantic_scholar={key: scholar}
    )
    first = assemble(found, None, START)
    assert [row.s2_author_id for row in first.of(AuthorshipRow)] == ["11", "22", None]
    down = replace(found, semantic_scholar={key: silent("semantic_scholar")})
    assert next_week(down, first).of(AuthorshipRow) == first.of(AuthorshipRow)


def test_shorter_list_of_authors_is_matched_by_unique_surnames_only() -> None:
    theirs = (Author("A. Alga", "11"), Author("B. Weed", "22"))
    scholar = Lookup(Status.OK, "semantic_scholar", replace(says("x").value or pytest.fail(), authors=theirs), START)
    found = two_papers(
        arxiv={KELP_ID: says("arxiv", names=["X. Weed", "Ann Alga", "B. Weed"])},
        semantic_scholar={f"ARXIV:{KELP_ID}": scholar},
    )
    assert [row.s2_author_id for row in assemble(found, None, START).of(AuthorshipRow)] == [None, "11", None]


def test_based_on_names_the_version_that_was_carried_from() -> None:
    first = assemble(two_papers(), None, START)
    assert first.based_on is None
    assert assemble(two_papers(), as_published(first), week(1)).based_on == "20261102T060000Z"


_STATES = st.sampled_from(["ok", "silent", "denies", "unasked"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(_STATES, _STATES, _STATES), min_size=1, max_size=5))
def test_no_sequence_of_outages_loses_or_invents_a_value(weeks: list[tuple[str, str, str]]) -> None:
    """Counts are those of the last healthy yes, null after a healthy no; nothing else changes them."""
    tables = None
    expected: int | None = None
    for number, (arxiv, scholar, github) in enumerate(weeks):
        count = number + 1
        told = {
            "ok": says("semantic_scholar", at=week(number), citation_count=count),
            "silent": silent("semantic_scholar"),
            "denies": denies("semantic_scholar", week(number)),
        }
        found = findings(
            [mention(KELP, links=(code("kelp/code"),))],
            [matched(KELP, arxiv_id=KELP_ID)],
            semantic_scholar={f"ARXIV:{KELP_ID}": told[scholar]} if scholar in told else {},
            arxiv={KELP_ID: says("arxiv", abstract="Text.")} if arxiv == "ok" else {},
            github={"kelp/code": repository("kelp/code", 1, week(number), stars=count)} if github == "ok" else {},
        )
        expected = {"ok": count, "denies": None}.get(scholar, expected)
        tables = next_week(found, tables, number)
        (row,) = tables.of(PaperRow)
        assert row.citation_count == expected
        assert (row.s2_status == "carried") == (expected is not None and scholar in ("silent", "unasked"))
        assert row.citation_count != 0
        healthy = [index for index, states in enumerate(weeks[: number + 1]) if states[2] == "ok"]
        assert row.stars == (healthy[-1] + 1 if healthy else None)
        assert (row.abstract is not None) == any(states[0] == "ok" for states in weeks[: number + 1])
