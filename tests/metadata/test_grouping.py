"""Whatever identities and answers come together: every mention has one paper, every paper one row."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from enrich.identifiers import PaperIds
from enrich.metadata import assemble
from enrich.records import Identity
from enrich.schema import TABLES, MentionRow, PaperAliasRow, PaperRow, TableSet, columns, row_key, table_named

from .scenes import START, denies, findings, matched, mention, next_week, open_case, says, silent

# Few identifiers, so that they meet in every combination.
_IDS = st.fixed_dictionaries(
    {},
    optional={
        "arxiv_id": st.sampled_from(["2101.00001", "2101.00002"]),
        "doi": st.sampled_from(["10.1/a", "10.1/b"]),
        "s2_corpus_id": st.integers(1, 2),
        "openreview_id": st.sampled_from(["forum1", "forum2"]),
    },
)
_TITLES = ("Kelp", "Reefs", "Crabs", "Eels", "Whales")


@st.composite
def _weeks(draw: st.DrawFn) -> list[tuple[list[Identity], dict[str, object]]]:
    """What some runs find about five titles."""
    weeks = []
    for _ in range(draw(st.integers(1, 3))):
        identities = []
        for title in _TITLES:
            ids = draw(_IDS)
            identities.append(matched(title, **ids) if ids else open_case(title))
        keys = {key for identity in identities if (key := identity.ids.s2_key)}
        answers = {key: draw(st.sampled_from(["says", "silent", "denies", None])) for key in sorted(keys)}
        told = {
            "says": lambda: says("semantic_scholar", citation_count=1, **draw(_IDS)),
            "silent": lambda: silent("semantic_scholar"),
            "denies": lambda: denies("semantic_scholar"),
        }
        weeks.append((identities, {key: told[answer]() for key, answer in answers.items() if answer}))
    return weeks


def assert_sound(tables: TableSet) -> None:
    for table in TABLES:
        keys = [row_key(table)(row) for row in tables.of(table)]
        assert len(set(keys)) == len(keys), table.TABLE
        for name, column in columns(table).items():
            if column.references:
                target, field = column.references.split(".")
                known = {getattr(row, field) for row in tables.of(table_named(target))}
                assert {getattr(row, name) for row in tables.of(table)} - {None} <= known, f"{table.TABLE}.{name}"


@settings(max_examples=150, deadline=None)
@given(_weeks())
def test_every_mention_has_one_paper_and_every_paper_one_row(
    weeks: list[tuple[list[Identity], dict[str, object]]],
) -> None:
    items = [mention(title, line=line) for line, title in enumerate(_TITLES, start=1)]
    tables = None
    for number, (identities, scholar) in enumerate(weeks):
        found = findings(items, identities, semantic_scholar=scholar)
        tables = next_week(found, tables, number)
        assert_sound(tables)
        papers = {row.paper_id: row for row in tables.of(PaperRow)}
        own = {identity.title: identity.ids for identity in identities}
        for row in tables.of(MentionRow):
            paper = papers[row.paper_id or ""]
            ids: PaperIds = own[row.title]
            assert ids.arxiv_id in (None, paper.arxiv_id)
            assert paper.arxiv_id is None or paper.paper_id == f"arxiv:{paper.arxiv_id}"
            assert bool(ids) == (row.outcome == "matched")
        assert sum(row.mention_count for row in papers.values()) == len(items)
        assert not {row.old_paper_id for row in tables.of(PaperAliasRow)} & set(papers)


def test_order_of_documents_does_not_change_who_is_one_paper() -> None:
    items = [mention("Kelp", document="a.md"), mention("Reefs", document="b.md"), mention("Crabs", document="c.md")]
    identities = [
        matched("Kelp", doi="10.1/a"),
        matched("Reefs", s2_corpus_id=7, doi="10.1/a"),
        matched("Crabs", s2_corpus_id=7, arxiv_id="2101.00001"),
    ]
    forth = assemble(findings(items, identities), None, START)
    back = assemble(findings(items[::-1], identities), None, START)
    assert forth.of(PaperRow) == back.of(PaperRow)
    assert [row.paper_id for row in forth.of(PaperRow)] == ["arxiv:2101.00001"]
