"""`enrich review`: what nobody could match, for a person to decide; and the decisions, into `judgements.csv`."""

from __future__ import annotations

import sys
from pathlib import Path

from enrich.documents import read_decisions, read_judgements, write_judgements
from enrich.errors import UsageError
from enrich.identities import (
    add_judgements,
    open_cases,
    parse_decisions,
    parse_judgements,
    review_records,
    write_review,
)
from enrich.schema import IdentityRow, MentionRow
from enrich.settings import read_settings
from enrich.tables import open_version
from enrich.terminal import say, write_records
from enrich.titles import fold_title


def print_open_cases(version: str, output: Path | None, raw: Path | None, folder: str, form: str) -> None:
    """Writes the open cases of a version as CSV to `output`, else to stdout as `form`; decided ones are left out."""
    tables = open_version(folder, version).rows((IdentityRow, MentionRow))
    decided = parse_judgements(*read_judgements(read_settings(raw=raw).raw))
    cases = [row for row in open_cases(tables.of(IdentityRow)) if fold_title(row.title) not in decided]
    mentions = tables.of(MentionRow)
    if output is not None:
        _write(output, write_review(cases, mentions))
    elif form == "csv":
        sys.stdout.write(write_review(cases, mentions))
    else:
        write_records(review_records(cases, mentions), (), form)
    say(
        f"{len(cases)} open cases. Write the id of the paper, or none, into the column `paper`, and hand the file to "
        "`enrich review --apply FILE`."
    )


def _write(path: Path, text: str) -> None:
    """A new file: one that is there may hold decisions."""
    try:
        with path.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
    except FileExistsError:
        raise UsageError(
            f"{path} is there already and may hold decisions: apply and remove it, or name another file."
        ) from None
    except OSError as error:
        raise UsageError(f"{path} can't be written ({error.strerror}): name another file with --output.") from None


def apply(path: Path, raw: Path | None) -> None:
    """Takes the decisions of a review into `judgements.csv`: all of them, or none if a line can't be understood."""
    folder = read_settings(raw=raw).raw
    if not path.exists():
        raise UsageError(f"{path} is no file. `enrich review --output FILE` writes one to decide in.")
    decisions = parse_decisions(read_decisions(path), str(path))
    known, place = read_judgements(folder)
    text, added = add_judgements(known, decisions, place)
    if added:
        write_judgements(folder, text)
    say(f"{len(decisions)} decisions in {path}, {added} of them new in {place}. They hold in every later run.")
