"""Publishing: the same bytes for the same rows, nothing half done, nothing overwritten."""

from __future__ import annotations

import errno
import multiprocessing
import os
import shutil
import signal
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from enrich.errors import CheckFailed, PublishConflict, PublishError, UsageError
from enrich.schema import TABLES, AuthorshipRow, MentionRow, PaperRow, TableSet
from enrich.settings import Settings
from enrich.tables import check_version, disk, load_table, open_version, prune, publish, versions
from enrich.tables.storage import open_storage

from .table_rows import START, changed, document, mention, paper, publish_to, sample, summary_of, table_set

FILES = {f"{table.TABLE}.parquet" for table in TABLES} | {"datapackage.json", "summary.json"}
LATER = START + timedelta(weeks=1)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_version_holds_all_files_and_no_other(tmp_path: Path) -> None:
    name = publish_to(tmp_path, sample())
    assert name == "20261102T060000Z"
    assert {path.name for path in (tmp_path / name).iterdir()} == FILES
    assert (tmp_path / "latest").resolve() == tmp_path / name
    assert check_version(tmp_path) == []


def test_rows_come_back_as_they_were(tmp_path: Path) -> None:
    tables = sample()
    name = publish_to(tmp_path, tables)
    read = open_version(tmp_path).rows()
    assert (read.version, read.rows) == (name, tables.rows)


def test_empty_tables_can_be_published_and_read(tmp_path: Path) -> None:
    publish_to(tmp_path, TableSet({}))
    read = open_version(tmp_path).rows()
    assert [len(read.of(table)) for table in TABLES] == [0] * len(TABLES)
    assert check_version(tmp_path) == []


def test_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        publish_to(tmp_path / folder, sample(40))
    first, second = (contents(tmp_path / folder / "latest") for folder in ("a", "b"))
    assert first == second


def test_table_that_did_not_change_shares_its_bytes(tmp_path: Path) -> None:
    first = publish_to(tmp_path, sample())
    tables = sample()
    papers = tuple(replace(row, citation_count=99) for row in tables.of(PaperRow))
    second = publish_to(tmp_path, changed(tables, PaperRow, papers), LATER)
    for table in TABLES:
        one, other = (tmp_path / name / f"{table.TABLE}.parquet" for name in (first, second))
        assert one.samefile(other) == (table is not PaperRow)


def test_damaged_file_is_not_linked_again(tmp_path: Path) -> None:
    first = publish_to(tmp_path, sample())
    damaged = tmp_path / first / "mentions.parquet"
    content = damaged.read_bytes()
    damaged.chmod(0o644)
    damaged.write_bytes(content[:-50] + bytes(50))
    tables = replace(sample(), based_on=first)
    with pytest.raises(CheckFailed, match="damaged"):
        publish(tables, summary_of(tables, LATER), Settings(processed=str(tmp_path)))
    damaged.write_bytes(content)
    assert check_version(tmp_path) == []


def test_published_files_are_read_only(tmp_path: Path) -> None:
    name = publish_to(tmp_path, sample())
    assert all(path.stat().st_mode & 0o222 == 0 for path in (tmp_path / name).iterdir())


def test_two_versions_of_one_second_have_two_names(tmp_path: Path) -> None:
    names = [publish_to(tmp_path, sample(), START) for _ in range(3)]
    assert names == ["20261102T060000Z", "20261102T060001Z", "20261102T060002Z"]


def test_clock_set_back_does_not_reorder_versions(tmp_path: Path) -> None:
    publish_to(tmp_path, sample(), LATER)
    assert publish_to(tmp_path, sample(), START) == "20261109T060001Z"
    assert (tmp_path / "latest").resolve().name == "20261109T060001Z"


def test_run_based_on_an_older_version_is_refused(tmp_path: Path) -> None:
    first = publish_to(tmp_path, sample())
    publish_to(tmp_path, sample(4), LATER)
    stale = replace(sample(), based_on=first)
    with pytest.raises(PublishConflict, match="20261109T060000Z"):
        publish(stale, summary_of(stale, LATER), Settings(processed=str(tmp_path)))
    assert len(versions(tmp_path)) == 2


def test_second_publisher_waits_for_the_first_but_not_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("enrich.tables.folder.PATIENCE_SECONDS", 0.1)
    with FileLock(tmp_path / ".lock"), pytest.raises(PublishConflict, match="Another run is publishing"):
        publish_to(tmp_path, sample())
    assert publish_to(tmp_path, sample())


def test_simulated_and_real_versions_do_not_mix(tmp_path: Path) -> None:
    publish_to(tmp_path, sample(), simulated=True)
    with pytest.raises(PublishError, match="folder of its own"):
        publish_to(tmp_path, sample(), LATER)


@pytest.mark.parametrize(
    ("tables", "message"),
    [
        (table_set(document(), document()), "keys: documents.document_id has 1 keys more than once, such as list.md"),
        (table_set(mention(1, "arxiv:9"), document()), "references: mentions.paper_id names 1 values"),
        (table_set(paper(1, citation_count=-1)), "units: papers.citation_count holds -1"),
        (table_set(paper(1, year=20211)), "units: papers.year holds 20211"),
        (table_set(paper(1, open_access_pdf_url="kelp.pdf")), "units: papers.open_access_pdf_url holds kelp.pdf"),
        (table_set(document(), mention(1, score=1.5)), "units: mentions.score holds 1.5"),
    ],
)
def test_broken_rule_is_refused_and_the_draft_kept(tmp_path: Path, tables: TableSet, message: str) -> None:
    with pytest.raises(CheckFailed) as refusal:
        publish_to(tmp_path, tables)
    assert message in str(refusal.value)
    kept = tmp_path / ".refused-20261102T060000Z"
    assert str(kept) in str(refusal.value)
    assert {path.name for path in kept.iterdir()} == FILES
    assert versions(tmp_path) == []


@pytest.mark.parametrize("order", [list, reversed], ids=["in order", "out of order"])
@pytest.mark.parametrize("doubled", [0, 49_999, 139_998])
def test_key_that_comes_twice_is_found_wherever_it_stands(
    tmp_path: Path, order: Callable[[list[AuthorshipRow]], Iterable[AuthorshipRow]], doubled: int
) -> None:
    """Also as the last row of one row group and the first of the next."""
    rows = [
        AuthorshipRow(paper_id="arxiv:2101.00001", position=place, name="Ann Alga", s2_author_id=None)
        for place in range(1, 70_001)
    ]
    rows = [*rows, *(replace(row, paper_id="arxiv:2101.00002") for row in rows)]
    papers_only = table_set(paper(1, authors=()), paper(2, authors=()))
    assert publish_to(tmp_path, changed(papers_only, AuthorshipRow, tuple(order(rows))))
    rows.insert(doubled, rows[doubled])
    with pytest.raises(CheckFailed, match=r"authorships\.paper_id\+position has 1 keys more than once, such as arxiv"):
        publish_to(tmp_path, changed(papers_only, AuthorshipRow, tuple(order(rows))), LATER)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (paper(1, title=None), "papers.title holds a null"),
        (paper(1, citation_count=1.5), "papers.citation_count holds a value of type float"),
        (paper(1, citation_count=True), "papers.citation_count holds a value of type bool"),
        (paper(1, authors=("Ann", None)), "papers.authors holds a null"),
        (paper(1, authors="Ann"), "papers.authors holds a value of type str where a list"),
        (paper(1, authors=None), "papers.authors holds a null where a list"),
        (paper(1, published_at=START.replace(tzinfo=None)), "papers.published_at holds a time without zone"),
        (paper(1, citation_count=2**70), "papers.citation_count holds a value that is no int64"),
        (paper(1, title="\ud800"), "papers.title holds a value that is no string"),
    ],
)
def test_value_that_its_column_can_not_hold_is_refused(tmp_path: Path, row: PaperRow, message: str) -> None:
    with pytest.raises(CheckFailed, match=f"schema: {message}"):
        publish_to(tmp_path, table_set(row))
    assert versions(tmp_path) == []


def lost_values(tables: TableSet) -> TableSet:
    return changed(tables, PaperRow, tuple(replace(row, citation_count=None) for row in tables.of(PaperRow)))


def zeroed_values(tables: TableSet) -> TableSet:
    return changed(tables, PaperRow, tuple(replace(row, citation_count=0) for row in tables.of(PaperRow)))


def lost_identities(tables: TableSet) -> TableSet:
    rows = tuple(replace(row, outcome="unresolved") if row.outcome else row for row in tables.of(MentionRow))
    return changed(tables, MentionRow, rows)


def lost_mentions(tables: TableSet) -> TableSet:
    return changed(tables, MentionRow, tables.of(MentionRow)[2:])


@pytest.mark.parametrize(
    ("lose", "check", "message"),
    [
        (lost_values, "values_lost", "papers.citation_count lost 3 of 3 values, such as that of arxiv:2101.00001"),
        (zeroed_values, "values_lost", "papers.citation_count lost 3 of 3 values"),
        (lost_identities, "identities_lost", "for 3 of 3 items, such as Kelp, part 1"),
        (lost_mentions, "mentions_lost", "lost 2 of 4 items of list.md, whose content is the same"),
    ],
)
def test_loss_is_refused_unless_accepted_by_name(
    tmp_path: Path, lose: Callable[[TableSet], TableSet], check: str, message: str
) -> None:
    first = publish_to(tmp_path, sample())
    with pytest.raises(CheckFailed) as refusal:
        publish_to(tmp_path, lose(sample()), LATER)
    assert message in str(refusal.value)
    assert f"--accept {check}" in str(refusal.value)
    assert [version.name for version in versions(tmp_path)] == [first]
    others = frozenset({"values_lost", "identities_lost", "mentions_lost"} - {check})
    with pytest.raises(CheckFailed):
        publish_to(tmp_path, lose(sample()), LATER, others)
    assert publish_to(tmp_path, lose(sample()), LATER, frozenset({check}))
    assert not list(tmp_path.glob(".refused-*"))


def test_loss_below_the_threshold_is_published(tmp_path: Path) -> None:
    publish_to(tmp_path, sample(40))
    tables = sample(40)
    rows = tables.of(PaperRow)
    few = tuple(replace(row, citation_count=None) if index < 2 else row for index, row in enumerate(rows))
    assert publish_to(tmp_path, changed(tables, PaperRow, few), LATER)
    more = tuple(replace(row, citation_count=None) if index < 5 else row for index, row in enumerate(rows))
    with pytest.raises(CheckFailed, match="lost 3 of 38"):
        publish_to(tmp_path, changed(tables, PaperRow, more), LATER)


def test_paper_under_a_new_name_has_lost_nothing(tmp_path: Path) -> None:
    from enrich.schema import PaperAliasRow

    publish_to(tmp_path, table_set(paper(1, paper_id="doi:10.1/x", arxiv_id=None)))
    renamed = table_set(
        paper(1, citation_count=None), PaperAliasRow(old_paper_id="doi:10.1/x", paper_id="arxiv:2101.00001")
    )
    with pytest.raises(CheckFailed, match="lost 1 of 1 values, such as that of arxiv:2101"):
        publish_to(tmp_path, renamed, LATER)


def test_items_that_leave_with_their_document_are_no_loss(tmp_path: Path) -> None:
    publish_to(tmp_path, sample())
    assert publish_to(tmp_path, table_set(document("other.md"), mention(7, document_id="other.md")), LATER)


def test_rule_that_holds_the_data_together_can_not_be_accepted(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="keys can't be accepted"):
        publish_to(tmp_path, sample(), accept=frozenset({"keys"}))


class Watched:
    """Calls `before` with the number of every disk operation that is about to happen, from 1 on.

    Without `writes` those are left out that make a file of a draft longer.
    """

    OPERATIONS = ("make_folder", "create", "seal", "link", "rename_folder", "sync_folder", "point")

    def __init__(self, monkeypatch: pytest.MonkeyPatch, before: Callable[[int], object], writes: bool) -> None:
        self.calls, self._before, self._writes = 0, before, writes
        for name in self.OPERATIONS:
            monkeypatch.setattr(disk, name, self._counted(getattr(disk, name)))

    def _counted(self, operation: Callable[..., Any]) -> Callable[..., Any]:
        def carry_out(*arguments: Any) -> Any:
            self.count()
            result = operation(*arguments)
            counts = self._writes and operation.__name__ == "create"
            return _CountedFile(result, self.count) if counts else result

        return carry_out

    def count(self) -> None:
        self.calls += 1
        self._before(self.calls)


class _CountedFile:
    """A file whose every write counts as a disk operation."""

    def __init__(self, file: Any, count: Callable[[], None]) -> None:
        self._file, self._count = file, count

    def write(self, content: bytes) -> int:
        self._count()
        return int(self._file.write(content))

    def __enter__(self) -> _CountedFile:
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def publish_second(processed: Path, before: Callable[[int], object] = lambda _: None, writes: bool = False) -> int:
    """Publish a second version of which only one table is another; how many disk operations that took."""
    tables = replace(lost_values(sample()), based_on="20261102T060000Z")
    settings, accept = Settings(processed=str(processed)), frozenset({"values_lost"})
    with pytest.MonkeyPatch.context() as patch:
        watched = Watched(patch, before, writes)
        publish(tables, summary_of(tables, LATER), settings, accept)
    return watched.calls


def failing(at: int, code: int) -> Callable[[int], None]:
    """Lets one operation fail."""

    def fail(number: int) -> None:
        if number == at:
            raise OSError(code, os.strerror(code))

    return fail


@pytest.fixture
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who is killed leaves to the system what it wrote; only a machine that ends needs the disk to be waited for."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.mark.slow
@pytest.mark.usefixtures("no_waiting")
@pytest.mark.parametrize(
    ("code", "sentence", "writes"),
    [
        (errno.ENOSPC, "is full: nothing was published. Free some space", True),
        (errno.EACCES, "denied): nothing was published. Mend its permissions", False),
    ],
    ids=["disk full", "permission lost"],
)
def test_failure_of_any_operation_shows_no_half_version(tmp_path: Path, code: int, sentence: str, writes: bool) -> None:
    first = publish_to(tmp_path / "all", sample())
    before = contents(tmp_path / "all" / first)
    shutil.copytree(tmp_path / "all", tmp_path / "some", symlinks=True)
    total = publish_second(tmp_path / "all", writes=writes)
    for number in range(1, total + 1):
        try:
            publish_second(tmp_path / "some", failing(number, code), writes)
        except PublishError as error:
            assert sentence in str(error)
        assert contents(tmp_path / "some" / first) == before
        published = [version.name for version in versions(tmp_path / "some")]
        if len(published) == 2:  # renamed, so it is there, whatever fails behind it
            assert number > total - 4
            assert check_version(tmp_path / "some") == []
            break
        assert published == [first]
        assert (tmp_path / "some" / "latest").resolve().name == first
    else:
        pytest.fail("the last operations come after the version is there")


def test_publishing_goes_on_after_a_full_disk(tmp_path: Path) -> None:
    publish_to(tmp_path, sample())
    with pytest.raises(PublishError):
        publish_second(tmp_path, failing(30, errno.ENOSPC), writes=True)
    assert publish_to(tmp_path, sample(), LATER) == "20261109T060000Z"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".lock",
        "20261102T060000Z",
        "20261109T060000Z",
        "latest",
    ]


def test_folder_that_is_a_file_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(PublishError, match="nothing was published"):
        publish_to(tmp_path / "file" / "processed", sample())


@pytest.mark.slow
@pytest.mark.usefixtures("no_waiting")
def test_kill_at_any_point_shows_no_half_version_and_the_same_bytes_afterwards(tmp_path: Path) -> None:
    """What a kill leaves is what lies on the disk before the next operation; it is copied there and then."""
    whole, killed = tmp_path / "whole", tmp_path / "killed"
    first = publish_to(whole, sample())
    total = publish_second(
        whole, lambda number: shutil.copytree(whole, killed / str(number), symlinks=True, copy_function=os.link)
    )
    first_bytes, second_bytes = (contents(whole / name) for name in (first, "20261109T060000Z"))
    assert len(list(killed.iterdir())) == total
    for folder in killed.iterdir():
        assert contents(folder / first) == first_bytes
        if [version.name for version in versions(folder)] == [first]:
            publish_second(folder)
        assert contents(folder / "20261109T060000Z") == second_bytes
        assert (folder / "latest").resolve().name in (first, "20261109T060000Z")
        with open_storage(folder).locked(), open_storage(folder).draft("20261110T060000Z"):
            assert (folder / "latest").resolve().name == "20261109T060000Z"
        assert not [path for path in folder.iterdir() if path.name.startswith((".draft", ".gone"))]


def _publish_and_die(folder: str) -> None:
    """A process that is killed in the middle of publishing."""
    publish_second(Path(folder), lambda number: os.kill(os.getpid(), signal.SIGKILL) if number == 20 else None)


def test_a_killed_process_leaves_no_lock(tmp_path: Path) -> None:
    first = publish_to(tmp_path, sample())
    process = multiprocessing.get_context("spawn").Process(target=_publish_and_die, args=(str(tmp_path),))
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    assert [version.name for version in versions(tmp_path)] == [first]
    assert publish_second(tmp_path)
    assert check_version(tmp_path) == []


def test_folder_that_only_looks_like_a_version_is_passed_over(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    first = publish_to(tmp_path, sample())
    stray = tmp_path / "20261109T060000Z"
    stray.mkdir()
    (stray / "papers.parquet").write_bytes(b"somebody's")
    for _ in range(3):
        assert [version.name for version in versions(tmp_path)] == [first]
    (told,) = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
    assert told == f"{stray} has no datapackage.json: it is no version, and is passed over."
    assert load_table(tmp_path, "papers").num_rows == 3
    assert publish_to(tmp_path, sample(4), LATER) == "20261109T060001Z"
    assert prune(tmp_path, 1) == [first]
    assert contents(stray) == {"papers.parquet": b"somebody's"}


def test_latest_is_a_text_file_where_there_are_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(Path, "symlink_to", refuse)
    monkeypatch.setattr(os, "link", refuse)
    for week in range(2):
        publish_to(tmp_path, sample(), START + timedelta(weeks=week))
    assert (tmp_path / "latest").read_text() == "20261109T060000Z\n"
    assert check_version(tmp_path) == []


def test_reader_of_the_old_version_is_not_disturbed(tmp_path: Path) -> None:
    first = publish_to(tmp_path, sample())
    with versions(tmp_path)[0].storage.open(first, "papers.parquet") as reader:
        start = reader.read(100)
        publish_to(tmp_path, lost_values(sample()), LATER, frozenset({"values_lost"}))
        assert start + reader.read() == (tmp_path / first / "papers.parquet").read_bytes()


def _publish_when_both_are_there(folder: str, barrier: Any, outcomes: Any) -> None:
    tables = replace(sample(4), based_on="20261102T060000Z")
    barrier.wait()
    try:
        published = publish(tables, summary_of(tables, LATER), Settings(processed=folder))
        outcomes.put(published.version)
    except PublishConflict as error:
        outcomes.put(str(error))


def test_two_publishers_at_once_publish_one_version(tmp_path: Path) -> None:
    publish_to(tmp_path, sample())
    processes = multiprocessing.get_context("spawn")
    barrier, outcomes = processes.Barrier(2), processes.Queue()
    arguments = (str(tmp_path), barrier, outcomes)
    both = [processes.Process(target=_publish_when_both_are_there, args=arguments) for _ in range(2)]
    for process in both:
        process.start()
    told = sorted(outcomes.get(timeout=60) for _ in both)
    for process in both:
        process.join()
    assert told[0] == "20261109T060000Z"
    assert told[1].startswith("Another run")
    assert [version.name for version in versions(tmp_path)] == ["20261102T060000Z", "20261109T060000Z"]
    assert check_version(tmp_path) == []
