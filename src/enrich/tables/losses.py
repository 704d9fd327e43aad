"""What the new version lost against the last one: Arrow tables of both in, problems out. Each can be accepted by name.

values_lost      a column of papers or repositories became null, empty or 0 for too many that are still there
identities_lost  too many items that meant a known paper no longer do
mentions_lost    too many items vanished from a document whose content did not change

"Too many" is a share of what there was (`Settings.max_loss`). What left the documents is no loss, nor what a document
may have said of a paper that has changed or gone since.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from enrich.errors import UsageError
from enrich.records import Outcome
from enrich.schema import DocumentRow, MentionRow, PaperAliasRow, PaperRow, RepositoryRow, Row, columns, key_columns
from enrich.tables.integrity import Problem, Reader

if TYPE_CHECKING:
    import pyarrow as pa

ACCEPTABLE = frozenset(["values_lost", "identities_lost", "mentions_lost"])
_OWN = ("enrich",)  # columns that are computed, so that no source can lose them


def check_acceptable(names: frozenset[str]) -> None:
    """Raises UsageError, naming what there is, if a name is none of the checks that a person may let fail."""
    if unknown := names - ACCEPTABLE:
        known = ", ".join(sorted(ACCEPTABLE))
        raise UsageError(f"{', '.join(sorted(unknown))} can't be accepted; only these checks can: {known}.")


def check_losses(before: Reader, now: Reader, max_loss: float) -> list[Problem]:
    """All losses beyond `max_loss`, a share from 0 to 1."""
    return [
        *_lost_values(PaperRow, before, now, max_loss),
        *_lost_values(RepositoryRow, before, now, max_loss),
        *_lost_identities(before, now, max_loss),
        *_lost_mentions(before, now, max_loss),
    ]


def _lost_values(table: type[Row], before: Reader, now: Reader, max_loss: float) -> Iterator[Problem]:
    import pyarrow.compute as pc

    key = key_columns(table)[0]
    old_keys, new_keys = before.table(table, [key])[key], now.table(table, [key])[key]
    free = _in_changed_documents(old_keys, before, now) if table is PaperRow else None
    if table is PaperRow:
        old_keys = _renamed(old_keys, now)
    place = _places(old_keys, new_keys)
    older = before.schema(table).names  # an older schema may lack columns of today
    for name, column in columns(table).items():
        if column.sources == _OWN or name == key or name not in older:
            continue
        had, has = (_filled(read.pieces(table, name)) for read in (before, now))
        if free is not None and "document" in column.sources:
            had = pc.and_(had, pc.invert(free))
        yield from _compare(f"{table.TABLE}.{name}", old_keys, had, has, place, max_loss)


def _in_changed_documents(papers: Any, before: Reader, now: Reader) -> Any:
    """Whether each paper of the last version was listed in a document that has changed or gone since."""
    import pyarrow as pa
    import pyarrow.compute as pc

    listed = before.table(MentionRow, ["document_id", "paper_id"])
    same = pc.is_in(listed["document_id"], value_set=pa.array(_unchanged(before, now), pa.string()))
    return pc.is_in(papers, value_set=listed["paper_id"].filter(pc.invert(same)).combine_chunks())


def _renamed(keys: Any, now: Reader) -> Any:
    """Paper ids of the last version, as they are called today."""
    import pyarrow.compute as pc

    aliases = now.table(PaperAliasRow, None)
    return pc.coalesce(aliases["paper_id"].take(_places(keys, aliases["old_paper_id"])), keys)


def _places(keys: Any, among: Any) -> Any:
    """Where each key stands among others; null if it doesn't."""
    import pyarrow.compute as pc

    return pc.index_in(keys, value_set=among.combine_chunks())


def _filled(pieces: Iterator[pa.ChunkedArray[Any]]) -> Any:
    """Whether each value of a column says something."""
    import pyarrow as pa

    return pa.chunked_array([chunk for piece in pieces for chunk in _says(piece).chunks], pa.bool_())


def _says(column: pa.ChunkedArray[Any]) -> Any:
    """Not null, not 0, not empty."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_list(column.type):
        said = pc.greater(pc.list_value_length(column), pa.scalar(0))
    elif pa.types.is_integer(column.type):
        said = pc.not_equal(column, pa.scalar(0))
    else:
        said = pc.is_valid(column)
    return pc.fill_null(said, False)


def _compare(where: str, keys: Any, had: Any, has: Any, place: Any, max_loss: float) -> Iterator[Problem]:
    import pyarrow.compute as pc

    there = pc.and_(had, pc.is_valid(place))
    lost = pc.and_(there, pc.invert(pc.fill_null(has.take(place), False)))
    before, gone = _count(there), _count(lost)
    if gone and gone > before * max_loss:
        example = keys.filter(lost)[0]
        yield Problem("values_lost", where, f"lost {gone} of {before} values, such as that of {example}")


def _count(mask: Any) -> int:
    import pyarrow.compute as pc

    return int(pc.sum(mask).as_py() or 0)


def _lost_identities(before: Reader, now: Reader, max_loss: float) -> Iterator[Problem]:
    import pyarrow.compute as pc

    old, new = (read.table(MentionRow, ["mention_id", "outcome"]) for read in (before, now))
    place = _places(old["mention_id"], new["mention_id"])
    had = pc.and_(_matched(old["outcome"]), pc.is_valid(place))
    lost = pc.and_(had, pc.invert(pc.fill_null(_matched(new["outcome"]).take(place), False)))
    total, gone = _count(had), _count(lost)
    if gone and gone > total * max_loss:
        example = before.table(MentionRow, ["title"])["title"].filter(lost)[0]
        what = f"no longer names a paper for {gone} of {total} items, such as {example}"
        yield Problem("identities_lost", "mentions.paper_id", what)


def _matched(outcomes: Any) -> Any:
    import pyarrow as pa
    import pyarrow.compute as pc

    return pc.fill_null(pc.equal(outcomes, pa.scalar(str(Outcome.MATCHED))), False)


def _lost_mentions(before: Reader, now: Reader, max_loss: float) -> Iterator[Problem]:
    import pyarrow as pa
    import pyarrow.compute as pc

    old, new = (read.table(MentionRow, ["mention_id", "document_id"]) for read in (before, now))
    still_there = new["document_id"].take(_places(old["mention_id"], new["mention_id"]))
    stayed: Any = pc.equal(still_there, old["document_id"])
    items = old.append_column("lost", pc.invert(pc.fill_null(stayed, False)).cast(pa.int64()))
    in_unchanged = pc.is_in(old["document_id"], value_set=pa.array(_unchanged(before, now), pa.string()))
    documents = (
        items.filter(in_unchanged)
        .group_by("document_id")
        .aggregate([("lost", "sum"), ("lost", "count")])
        .sort_by("document_id")
    )
    for row in documents.to_pylist():
        gone, had = row["lost_sum"], row["lost_count"]
        if gone and gone > had * max_loss:
            what = f"lost {gone} of {had} items of {row['document_id']}, whose content is the same"
            yield Problem("mentions_lost", "mentions", what)


def _unchanged(before: Reader, now: Reader) -> list[str]:
    """The documents that both versions read with the same content."""
    old, new = (
        {(row["document_id"], row["sha256"]) for row in read.table(DocumentRow, ["document_id", "sha256"]).to_pylist()}
        for read in (before, now)
    )
    return [document_id for document_id, _ in old & new]
