"""The command line: one function a command, no logic. Heavy imports wait until a command needs them.

stdout carries data, stderr words and progress. Exit codes: 0 done, 1 failed, 2 bad usage, 3 published, but some service
could not be asked.
"""

from __future__ import annotations

import functools
import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from enrich.errors import EnrichError, UsageError

_FORMATS = ("table", "jsonl", "csv")


class _Commands(click.Group):
    """Turns every failure that has a sentence into that sentence and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except EnrichError as error:
            from enrich.terminal import say

            say(f"enrich: {error}")
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            click.echo("enrich: stopped. Published versions are as they were, and answers are kept.", err=True)
            ctx.exit(1)
        except BrokenPipeError:  # the reader of our output has seen enough
            sys.stdout = None
            ctx.exit(0)


def _option(*names: str, **attributes: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return click.option(*names, **attributes)


_raw = _option("--raw", type=click.Path(path_type=Path), help="Folder of the documents.  [default: data/raw]")
_processed = _option("--processed", help="Folder of the published versions.  [default: data/processed]")
_sandbox = _option("--sandbox", is_flag=True, help="Work with stand-ins of the services, in folders of their own.")
_json = _option("--json", "form", flag_value="jsonl", default="table", help="Print JSON.")
_version = _option("--version", default="latest", help="Version to look into.")


def _in_versions(command: Callable[..., None]) -> Callable[..., None]:
    """Of a command that looks into published versions: the options that tell where, which it gets as `folder`."""

    @_processed
    @_sandbox
    @functools.wraps(command)
    def with_folder(processed: str | None, sandbox: bool, **more: Any) -> None:
        from enrich.workplace import versions_folder

        command(folder=versions_folder(processed, sandbox=sandbox), **more)

    return with_folder


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="enrich")
def main() -> None:
    """From lists of papers to tables about those papers."""


@main.command()
@_raw
@_processed
@_sandbox
@_option("--offline", is_flag=True, help="Ask no service; fresh answers of earlier runs still count.")
@_option("--replay", is_flag=True, help="Ask no service; answers of earlier runs count whatever their age.")
@_option("--full", is_flag=True, help="Ask again even for what is fresh.")
@_option("--time-budget", metavar="TIME", help="Stop asking in time (90s, 10m, 2h) and publish what is known.")
@_option("--accept", multiple=True, metavar="CHECK", help="Publish although this check fails; can be repeated.")
@_option("--prefect", is_flag=True, help="Run as a Prefect flow on a server of its own, started for this run.")
@_json
def run(
    raw: Path | None,
    processed: str | None,
    sandbox: bool,
    offline: bool,
    replay: bool,
    full: bool,
    time_budget: str | None,
    accept: tuple[str, ...],
    prefect: bool,
    form: str,
) -> None:
    """Read the documents, ask the services, publish a new version.

    A Prefect flow when PREFECT_API_URL is set or with --prefect.
    """
    from enrich.commands import run as command

    order = command.order_of(
        offline=offline, replay=replay, full=full, time_budget=time_budget, accept=accept, sandbox=sandbox
    )
    sys.exit(command.run(raw, processed, order=order, own_server=prefect, form=form))


@main.command()
@_raw
@_processed
@_sandbox
@_option("--full", is_flag=True, help="As if asking again even for what is fresh.")
@_json
def plan(raw: Path | None, processed: str | None, sandbox: bool, full: bool, form: str) -> None:
    """Print the requests and minutes a run will take, without asking anybody."""
    from enrich.commands import plan as command

    command.show(raw, processed, full=full, sandbox=sandbox, form=form)


@main.command()
@_option("--cron", required=True, help="When: minute, hour, day, month, weekday, as in '0 6 * * 1'.")
@_option("--timezone", default="UTC", show_default=True, help="Whose clock the schedule follows.")
@_option("--name", default="scheduled", show_default=True, help="What the schedule is called in Prefect.")
@_raw
@_processed
@_sandbox
@_option("--time-budget", metavar="TIME", help="Stop asking in time (90s, 10m, 2h) and publish what is known.")
def serve(
    cron: str,
    timezone: str,
    name: str,
    raw: Path | None,
    processed: str | None,
    sandbox: bool,
    time_budget: str | None,
) -> None:
    """Refresh on a schedule until interrupted; brings a Prefect server of its own unless PREFECT_API_URL is set."""
    from enrich.commands.serve import serve as command

    command(name, cron, timezone, raw=raw, processed=processed, time_budget=time_budget, sandbox=sandbox)


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@_option("--format", "form", type=click.Choice(_FORMATS), default="table", help="How items are printed.")
@_option("--json", "form", flag_value="jsonl", help="Print JSON: the same as --format jsonl.")
@_option("--explain", is_flag=True, help="Print every line with what it is, and why.")
def parse(files: tuple[Path, ...], form: str, explain: bool) -> None:
    """Print the items that documents list."""
    from enrich.commands.parse import print_lines, print_mentions

    sys.exit(print_lines(files, form) if explain else print_mentions(files, form))


@main.command()
@click.argument("titles", nargs=-1)
@_option("--format", "form", type=click.Choice(("table", "jsonl")), default="table", help="How identities are printed.")
@_option("--json", "form", flag_value="jsonl", help="Print JSON: the same as --format jsonl.")
@_option("--offline", is_flag=True, help="Ask the local catalog alone.")
@_sandbox
def resolve(titles: tuple[str, ...], form: str, offline: bool, sandbox: bool) -> None:
    """Print which papers TITLES mean; without any, one title a line is read from stdin."""
    from enrich.commands.resolve import print_identities

    if not titles and sys.stdin.isatty():
        raise UsageError("No titles: name some, or pipe one a line into `enrich resolve`.")
    sys.exit(print_identities(titles or _lines(), form, offline=offline, sandbox=sandbox))


def _lines() -> Iterator[str]:
    stdin = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", errors="replace")
    return (line.rstrip("\n") for line in stdin)


@main.command("versions")
@_in_versions
@_json
def list_versions(folder: str, form: str) -> None:
    """Print the published versions."""
    from enrich.commands import versions as command

    command.print_versions(folder, form)


@main.command()
@click.argument("paper")
@_version
@_in_versions
@_json
def show(paper: str, version: str, folder: str, form: str) -> None:
    """Print all that is known about PAPER: its id (arxiv:..., doi:..., 1706.03762) or words of its title."""
    from enrich.commands import versions as command

    command.print_paper(paper, version, folder, form)


@main.command()
@_option("--by", type=click.Choice(("citation_count", "stars", "mention_count")), default="citation_count")
@_option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="How many.")
@_version
@_in_versions
@_json
def top(by: str, limit: int, version: str, folder: str, form: str) -> None:
    """Print the most cited papers, or those with the most stars or mentions."""
    from enrich.commands import versions as command

    command.print_top(by, limit, version, folder, form)


@main.command()
@click.argument("version", default="latest")
@_in_versions
@_json
def check(version: str, folder: str, form: str) -> None:
    """Verify a published VERSION: hashes, schema, keys and references."""
    from enrich.commands import versions as command

    command.check(version, folder, form)


@main.command()
@click.argument("paper")
@_version
@_in_versions
@_json
def why(paper: str, version: str, folder: str, form: str) -> None:
    """Print what the identity of PAPER rests on: reason, score, runner-up, evidence."""
    from enrich.commands.why import print_evidence

    print_evidence(paper, version, folder, form)


@main.command()
@_option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write a new file instead of stdout.")
@_option("--apply", "decided", type=click.Path(path_type=Path), metavar="FILE", help="Take over the decisions in FILE.")
@_option("--json", "form", flag_value="jsonl", default="csv", help="Print JSON instead of CSV.")
@_version
@_raw
@_in_versions
def review(output: Path | None, decided: Path | None, form: str, version: str, raw: Path | None, folder: str) -> None:
    """Print the titles that nobody could match as CSV to decide in; take decisions into judgements.csv."""
    from enrich.commands import review as command

    if decided is not None:
        command.apply(decided, raw)
    else:
        command.print_open_cases(version, output, raw, folder, form)


@main.command()
@click.argument("before", required=False)
@click.argument("after", default="latest")
@_in_versions
@_json
def diff(before: str | None, after: str, folder: str, form: str) -> None:
    """Print what changed from version BEFORE (default: the one before) to AFTER (default: the latest)."""
    from enrich.commands.changes import print_diff

    print_diff(before, after, folder, form)


@main.command()
@click.argument("paper")
@_in_versions
@_json
def history(paper: str, folder: str, form: str) -> None:
    """Print how the counts of PAPER moved over all versions."""
    from enrich.commands.changes import print_history

    print_history(paper, folder, form)


@main.command()
@_option("--keep", type=int, required=True, help="How many of the newest versions stay.")
@_in_versions
def prune(keep: int, folder: str) -> None:
    """Remove old versions; the history of all counts stays in those that are kept."""
    from enrich.commands.changes import prune as command

    command(keep, folder)


@main.command()
@_raw
@_option("--compact", is_flag=True, help="Make one file of the answers of each past day.")
@_option(
    "--prune-older-than",
    type=click.IntRange(0, 36_500),
    metavar="DAYS",
    help="Also remove older answers that newer ones replace.",
)
@_sandbox
@_json
def ledger(raw: Path | None, compact: bool, prune_older_than: int | None, sandbox: bool, form: str) -> None:
    """Print what the ledger of answers holds, a source a line; --compact and --prune-older-than keep it small."""
    from enrich.commands.ledger import show

    show(raw, sandbox, form, compact=compact, prune_older_than=prune_older_than)


@main.command()
@click.argument("form", metavar="FORMAT", type=click.Choice(("bibtex", "csv", "jsonl")))
@click.argument("words", nargs=-1)
@_version
@_in_versions
def export(form: str, words: tuple[str, ...], version: str, folder: str) -> None:
    """Print the papers that hold all WORDS as bibtex, csv or jsonl."""
    from enrich.commands.changes import export as command

    command(form, " ".join(words), version, folder)


@main.command()
@click.argument("version", default="latest")
@_option(
    "--output", type=click.Path(path_type=Path), metavar="FILE", help="Where to.  [default: report-<version>.html]"
)
@_option("--open", "show", is_flag=True, help="Open it in the browser.")
@_in_versions
def report(version: str, output: Path | None, show: bool, folder: str) -> None:
    """Write a published VERSION as one HTML page: coverage, outcomes, counts, changes, open cases, all papers."""
    from enrich.commands.report import write_report

    write_report(version, output, folder, show=show)


@main.group()
def catalog() -> None:
    """The local title index, which is asked before any service."""


@catalog.command()
@click.argument("file", type=click.Path(path_type=Path))
def build(file: Path) -> None:
    """Build the index from arXiv's public bulk FILE (JSON Lines; gzip and zip, too)."""
    from enrich.commands.catalog import build as command

    command(file)


@catalog.command()
def sync() -> None:
    """Bring the index up to date with what arXiv has changed since (OAI-PMH); goes on where it was stopped."""
    from enrich.commands.catalog import sync as command

    command()


@catalog.command()
@_json
def info(form: str) -> None:
    """Print how many titles the index holds, of which date."""
    from enrich.commands.catalog import print_info

    print_info(form)


@main.command()
@_option("--port", default=8765, show_default=True, help="Port on loopback.")
@_option("--speed", default=20.0, show_default=True, help="Divides every limit and wait of the real services.")
def sandbox(port: int, speed: float) -> None:
    """Serve local stand-ins of all services until interrupted."""
    from enrich.sandbox import serve

    serve(port, speed)
