"""Which repositories are a paper's, and what GitHub's silence does to them."""

from __future__ import annotations

from enrich.metadata import Findings, assemble, papers_without_repository, repositories_of
from enrich.records import LinkRole, Lookup, MentionKind, Status
from enrich.schema import ObservationRow, PaperRepositoryRow, RepositoryRow

from .scenes import START, code, findings, matched, mention, next_week, papers, repository, says, silent, week

KELP, REEF = "Kelp forests under warming", "Coral reefs and acid water"
KELP_ID, REEF_ID = "2101.00001", "2202.00002"
IDENTITIES = [matched(KELP, arxiv_id=KELP_ID), matched(REEF, arxiv_id=REEF_ID)]


def evidence(found: Findings) -> set[tuple[str, str, str]]:
    claims = repositories_of(found).claims
    return {(claim.paper_id, claim.requested_name, claim.evidence) for each in claims.values() for claim in each}


def test_repositories_are_taken_from_every_evidence() -> None:
    found = findings(
        [mention(KELP, links=(code("Doc/Link"),), abstract="Code: https://github.com/doc/abstract.")],
        IDENTITIES,
        catalog={KELP_ID: says("catalog", repositories=("Cat/Alog",))},
        arxiv={KELP_ID: says("arxiv", abstract="at github.com/ar/xiv.", comment="Code (https://github.com/com/ment)")},
        hugging_face={KELP_ID: says("hugging_face", repositories=("hug/face",))},
    )
    assert {(name, why) for _, name, why in evidence(found)} == {
        ("cat/alog", "catalog"),
        ("hug/face", "hugging_face"),
        ("ar/xiv", "abstract"),
        ("doc/abstract", "abstract"),
        ("com/ment", "comment"),
        ("doc/link", "document_link"),
    }
    assert repositories_of(found).names == ("ar/xiv", "cat/alog", "com/ment", "doc/abstract", "doc/link", "hug/face")


def test_papers_without_repository_are_those_that_nobody_named_one_for() -> None:
    items = [mention(KELP, links=(code("reef/code"),)), mention(REEF, line=2), mention("Never matched", line=3)]
    assert papers_without_repository(findings(items[1:], IDENTITIES)) == [REEF_ID]
    found = findings(items, IDENTITIES, catalog={REEF_ID: says("catalog", repositories=("Reef/Code",))})
    assert papers_without_repository(found) == [KELP_ID]  # the link leads to the other paper's code


def test_what_hugging_face_once_named_is_known_while_it_is_not_asked() -> None:
    items = [mention(KELP)]
    named = {KELP_ID: says("hugging_face", repositories=("Hug/Face",))}
    answer = {"hug/face": repository("Hug/Face", 7, stars=3)}
    before = next_week(findings(items, IDENTITIES, hugging_face=named, github=answer), None)
    later = findings(items, IDENTITIES, github=answer)
    assert papers_without_repository(later, before) == []
    assert [row.evidence for row in next_week(later, before).of(PaperRepositoryRow)] == ["hugging_face"]


def test_link_that_belongs_to_another_paper_is_not_taken() -> None:
    items = [mention(KELP, links=(code("reef/code"), code("kelp/code"))), mention(REEF, line=2)]
    found = findings(items, IDENTITIES, catalog={REEF_ID: says("catalog", repositories=("Reef/Code",))})
    assert evidence(found) == {
        (f"arxiv:{REEF_ID}", "reef/code", "catalog"),
        (f"arxiv:{KELP_ID}", "kelp/code", "document_link"),
    }


def test_link_is_kept_where_a_source_agrees_with_it() -> None:
    items = [mention(KELP, links=(code("sea/code"),)), mention(REEF, line=2)]
    shared = {each: says("catalog", repositories=("sea/code",)) for each in (KELP_ID, REEF_ID)}
    assert (f"arxiv:{KELP_ID}", "sea/code", "document_link") in evidence(findings(items, IDENTITIES, catalog=shared))


def test_links_of_other_roles_are_nobodys_code() -> None:
    links = (code("sea/data", LinkRole.DATA), code("sea/other", LinkRole.OTHER), code("sea/page", LinkRole.PROJECT))
    assert {name for _, name, _ in evidence(findings([mention(KELP, links=links)], IDENTITIES))} == {"sea/page"}


def test_software_has_its_repository_without_a_paper() -> None:
    found = findings([mention("kelptool", kind=MentionKind.SOFTWARE, links=(code("Sea/Tool", LinkRole.PROJECT),))])
    assert repositories_of(found).names == ("sea/tool",)
    tables = assemble(found, None, START)
    assert [row.requested_name for row in tables.of(RepositoryRow)] == ["sea/tool"]
    assert tables.of(PaperRepositoryRow) == ()


def kelp(lookup: Lookup[object] | None, **more: object) -> Findings:
    github = {"sea/kelp": lookup} if lookup else {}
    return findings([mention(KELP, links=(code("Sea/Kelp"),))], IDENTITIES[:1], github=github, **more)


def test_renamed_repository_keeps_its_number_and_history() -> None:
    first = assemble(kelp(repository("Sea/Kelp", 42, stars=5)), None, START)
    second = next_week(kelp(repository("Ocean/Kelp", 42, week(1), stars=6)), first)
    (row,) = second.of(RepositoryRow)
    assert (row.requested_name, row.full_name, row.repository_id) == ("sea/kelp", "Ocean/Kelp", 42)
    assert [(run.entity_id, run.value) for run in second.of(ObservationRow)] == [("github:42", 5), ("github:42", 6)]
    assert papers(second)[f"arxiv:{KELP_ID}"].repository == "Ocean/Kelp"


def test_outage_carries_stars() -> None:
    first = assemble(kelp(repository("Sea/Kelp", 42, stars=5)), None, START)
    for lookup in (Lookup(Status.UNREACHABLE, "github"), None):
        tables = next_week(kelp(lookup), first)
        (row,) = tables.of(RepositoryRow)
        assert (row.status, row.stars, row.observed_at) == ("carried", 5, START)
        paper = papers(tables)[f"arxiv:{KELP_ID}"]
        assert (paper.github_status, paper.stars, paper.github_observed_at) == ("carried", 5, START)


def test_repository_never_reached_is_unreachable_and_named() -> None:
    paper = papers(assemble(kelp(Lookup(Status.UNREACHABLE, "github")), None, START))[f"arxiv:{KELP_ID}"]
    assert (paper.github_status, paper.repository, paper.stars) == ("unreachable", "Sea/Kelp", None)


def test_vanished_repository_keeps_its_number_only() -> None:
    first = assemble(kelp(repository("Sea/Kelp", 42, stars=5)), None, START)
    second = next_week(kelp(Lookup(Status.NOT_FOUND, "github", observed_at=week(1))), first)
    (row,) = second.of(RepositoryRow)
    assert (row.status, row.repository_id, row.stars, row.observed_at) == ("not_found", 42, None, week(1))
    assert [run.value for run in second.of(ObservationRow)] == [5]


def test_repository_that_is_there_is_shown_before_one_that_is_gone() -> None:
    found = findings(
        [mention(KELP, links=(code("sea/new"),))],
        IDENTITIES[:1],
        catalog={KELP_ID: says("catalog", repositories=("sea/old",))},
        github={"sea/old": Lookup(Status.NOT_FOUND, "github"), "sea/new": repository("sea/new", 2, stars=9)},
    )
    assert papers(assemble(found, None, START))[f"arxiv:{KELP_ID}"].repository == "sea/new"


def test_claim_of_a_source_that_fell_silent_is_carried() -> None:
    told = findings(
        [mention(KELP)], IDENTITIES[:1], hugging_face={KELP_ID: says("hugging_face", repositories=("sea/kelp",))}
    )
    first = assemble(told, None, START)
    quiet = findings([mention(KELP)], IDENTITIES[:1], hugging_face={KELP_ID: silent("hugging_face")})
    unasked = findings([mention(KELP)], IDENTITIES[:1])
    for found in (quiet, unasked):
        assert next_week(found, first).of(PaperRepositoryRow) == first.of(PaperRepositoryRow)
    no_longer = findings([mention(KELP)], IDENTITIES[:1], hugging_face={KELP_ID: says("hugging_face")})
    assert next_week(no_longer, first).of(PaperRepositoryRow) == ()
