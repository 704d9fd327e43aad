"""Reads arXiv's public bulk file (`arxiv-metadata-oai-snapshot.json`, also gzipped or zipped) and builds the catalog.

A record a line in, `Facts` out, in the order of the file. Fields and types: the data card of Kaggle's
`Cornell-University/arxiv` (seen 2026-11). A record without id or title is counted and left out; a line that is no
record stops the build, for then the file is not what it should be, and the catalog stays as it was.
"""

from __future__ import annotations

import calendar
import contextlib
import functools
import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, cast

from enrich.errors import CatalogError
from enrich.identifiers import parse_arxiv_id
from enrich.sources.catalog_build import Origin, build_index
from enrich.sources.catalog_facts import Facts, person_name, read_starter
from enrich.sources.catalog_index import IndexInfo
from enrich.sources.catalog_layers import changes_beside, open_layers

_GZIP, _ZIP = b"\x1f\x8b", b"PK\x03\x04"
_MONTHS = {name: n for n, name in enumerate(calendar.month_abbr)}
# What packed files can be at fault with; encrypted archives are a RuntimeError, unknown methods a NotImplementedError.
_BROKEN = (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError)
# A record takes some thousand bytes; a file without line ends is another one, and is not read as a whole to learn that.
_LONGEST_LINE = 16 << 20
_BUFFER = 1 << 18
# arXiv's file grows from week to week, and hardly ever loses a paper.
_LEAST_SHARE = 0.9


@dataclass(frozen=True, slots=True)
class Built:
    """An index that was built, and the line of the first record without id or title, if any was left out."""

    info: IndexInfo
    first_skipped: int | None


def build_catalog(file: Path, target: Path) -> Built:
    """Builds the title index `target` from arXiv's bulk file; the papers that the package ships are in it as well.

    Raises CatalogError, with file and line, if the file is not there, is cut short or is something else, or holds far
    less than the index that it would replace.
    """
    if not file.is_file():
        what = "is a folder" if file.is_dir() else "is not there"
        raise CatalogError(f"{file} {what}. Name arXiv's bulk file: JSON Lines, plain, gzipped or zipped.")
    bulk = BulkFile(file)
    check = functools.partial(_refuse_if_cut_short, before=_titles_in(target), file=file, target=target)
    info = build_index(_with_starter(bulk), target, Origin(file.name, lambda: bulk.observed_at), check)
    changes_beside(target).unlink(missing_ok=True)  # they belong to the index that was there before
    return Built(info, bulk.first_skipped)


def _titles_in(target: Path) -> int:
    """How many titles an index holds; none if it can't be read, for then anything is better."""
    with contextlib.suppress(CatalogError):
        return open_layers(target).info.titles
    return 0


def _refuse_if_cut_short(info: IndexInfo, before: int, file: Path, target: Path) -> None:
    """A plain file that was cut between two lines shows no other sign of it."""
    if info.titles < _LEAST_SHARE * before:
        raise CatalogError(
            f"{file} holds {info.titles:,} titles, the catalog {before:,}. Was the file cut short? If it is whole, "
            f"remove {target} and build again; the catalog is as it was."
        )


def _with_starter(bulk: BulkFile) -> Iterator[Facts | None]:
    """All papers of the bulk file, with the repositories that the shipped papers name, and those it lacks."""
    shipped = {facts.arxiv_id: facts for facts in read_starter()}
    for facts in bulk:
        known = shipped.pop(facts.arxiv_id, None) if facts else None
        yield facts.completed_by(known) if facts and known else facts
    yield from shipped.values()


class BulkFile:
    """The papers of a bulk file, read as they are asked for; None for a record without id or title.

    What is said about them is true of those read so far.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._updated = ""
        self.first_skipped: int | None = None  # the line of the first record without id or title

    @property
    def observed_at(self) -> str:
        """The latest `update_date` of the records; ISO 8601, UTC."""
        return f"{self._updated or '1991-08-14'}T00:00:00+00:00"

    def __iter__(self) -> Iterator[Facts | None]:
        number = 0
        try:
            with _open(self._path) as lines:
                for number, line in enumerate(iter(lambda: lines.readline(_LONGEST_LINE), b""), 1):
                    if line.strip():
                        yield self._parse(line, number)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            raise self._unreadable(
                f"line {number}: no record of arXiv's bulk file. Was the file cut short, or is it another one"
            ) from None
        except _BROKEN as error:
            raise self._unreadable(f"after line {number}: {_words(error)}. Fetch the file again") from None
        if not number:
            raise self._unreadable("it is empty. Fetch the file again")

    def _parse(self, line: bytes, number: int) -> Facts | None:
        record = json.loads(line.decode("utf-8-sig"))
        if number == 1 and not {"id", "title"} <= set(record):
            raise ValueError("another file")
        self._updated = max(self._updated, record.get("update_date") or "")
        facts = parse_record(record)
        if facts is None and self.first_skipped is None:
            self.first_skipped = number
        return facts

    def _unreadable(self, why: str) -> CatalogError:
        mark = "?" if why.endswith("another one") else ";"
        return CatalogError(f"{self._path}, {why}{mark} The catalog is as it was.")


def _words(error: BaseException) -> str:
    """What an error says, without its number."""
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return (words or type(error).__name__).rstrip(".")


def parse_record(record: dict[str, Any]) -> Facts | None:
    """The facts of one record; None if it has no usable id or no title."""
    named, title = parse_arxiv_id(record.get("id") or ""), " ".join((record.get("title") or "").split())
    if not named or not title:
        return None
    categories = tuple((record.get("categories") or "").split())
    return Facts(
        arxiv_id=named,
        title=title,
        authors=tuple(
            person_name(*(*parts, "", "")[:3]) for parts in record.get("authors_parsed") or () if any(parts[:2])
        ),
        published=_first_version(record.get("versions") or []),
        primary_category=categories[0] if categories else "",
        categories=categories,
        doi=((record.get("doi") or "").split() or [""])[0],
    )


def _first_version(versions: list[dict[str, str]]) -> str:
    """When the first version came, as ISO 8601; "Mon, 2 Apr 2007 19:18:42 GMT" in the file."""
    if not versions:
        return ""
    _, day, month, year, time, *_ = versions[0]["created"].split()
    hour, minute, second = time.split(":")
    moment = datetime(int(year), _MONTHS[month], int(day), int(hour), int(minute), int(second), tzinfo=UTC)
    return moment.isoformat()


@contextlib.contextmanager
def _open(path: Path) -> Iterator[IO[bytes]]:
    """The lines of a bulk file, told by its first bytes whether it is packed."""
    with path.open("rb") as file:
        start = file.read(4)
        file.seek(0)
        if start.startswith(_GZIP):
            with gzip.open(file, "rb") as lines:
                yield lines  # type: ignore[misc] # a GzipFile is all that is asked of IO[bytes]
        elif start == _ZIP:
            with zipfile.ZipFile(file) as archive, archive.open(_largest(archive)) as member:
                yield io.BufferedReader(cast(io.RawIOBase, member), _BUFFER)  # its own readline is slow
        else:
            yield file


def _largest(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    if not archive.infolist():
        raise zipfile.BadZipFile("the archive is empty")
    return max(archive.infolist(), key=lambda member: member.file_size)
