"""Compares rules for telling whether two titles mean one paper, all on one data set, in one run.

    python benchmarks/matching.py [--titles 60000] [--queries 6000] [--corpus FILE] [--misses 0] [--pairs 20000]

Half of the queries are respelled titles of the catalog, half are titles that it lacks; a trap is a title of the catalog
with another number. All rules see the same candidates. Data: `made_titles`, or the column `title` of a Parquet or CSV
file. `--pairs` takes so many titles of the catalog as if their paper were missing: what a rule takes then is another
paper, and it would merge the two. Times are CPU time, so that a busy machine changes them little.
"""

from __future__ import annotations

import argparse
import collections
import csv
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from made_titles import make_titles, other_number, spoil
from rapidfuzz import fuzz

from enrich.identifiers import PaperIds
from enrich.identities import decide
from enrich.records import Candidate, Mention, MentionKind, Outcome
from enrich.sources.catalog_build import Origin, index_in_memory
from enrich.sources.catalog_facts import Facts
from enrich.sources.catalog_layers import Layers
from enrich.titles import fold_title, join_words

NOW = datetime(2026, 1, 1, tzinfo=UTC)
Rule = Callable[[str, Sequence[tuple[int, str]]], int | None]


@dataclass(frozen=True, slots=True)
class Query:
    """A title as it is asked. `row` is the paper it means, None if the catalog lacks it."""

    kind: str
    title: str
    row: int | None


@dataclass(slots=True)
class Score:
    """What a rule did with all queries."""

    right: int = 0
    wrong: int = 0
    absent_taken: int = 0
    traps_taken: int = 0
    merged: int = 0
    seconds: float = 0.0
    misses: collections.Counter[str] = field(default_factory=collections.Counter)
    examples: list[tuple[str, str, str]] = field(default_factory=list)


def ours(title: str, candidates: Sequence[tuple[int, str]]) -> int | None:
    """`enrich.identities.decide`, on titles alone."""
    found = decide(_mention(title), _offered(candidates), now=NOW).ids.s2_corpus_id
    return found - 1 if found else None


def _mention(title: str) -> Mention:
    return Mention(mention_id="", document_id="", line=1, kind=MentionKind.PAPER, title=title)


def _offered(candidates: Sequence[tuple[int, str]]) -> list[Candidate]:
    return [Candidate("catalog", PaperIds(s2_corpus_id=row + 1), title) for row, title in candidates]


def best_above(least: float, likeness: Callable[[str, str], float]) -> Rule:
    """The most alike candidate, if it is alike enough."""

    def rule(title: str, candidates: Sequence[tuple[int, str]]) -> int | None:
        folded = fold_title(title)
        scored = [(likeness(folded, fold_title(other)), row) for row, other in candidates]
        score, row = max(scored, key=lambda one: one[0], default=(0.0, 0))
        return row if score >= least else None

    return rule


def _jaccard(title: str, other: str) -> float:
    words, others = set(title.split()), set(other.split())
    return len(words & others) / len(words | others) if words | others else 0.0


def _ratio_and_prefix(title: str, other: str) -> float:
    return 100.0 if len(title) >= 30 and title[:30] == other[:30] else fuzz.ratio(title, other)


RULES: dict[str, Rule] = {
    "ours": ours,
    "word-set Jaccard >= .75": best_above(0.75, _jaccard),
    "token-sort >= .85": best_above(85, fuzz.token_sort_ratio),
    "token-sort >= .90": best_above(90, fuzz.token_sort_ratio),
    "ratio >= .95 or 30 same first letters": best_above(95, _ratio_and_prefix),
    "folded equality": best_above(1, lambda title, other: float(title == other)),
    "first hit": lambda title, candidates: candidates[0][0] if candidates else None,
}


def make_queries(titles: list[str], absent: list[str], count: int, rng: random.Random) -> list[Query]:
    """Half present and respelled, half absent; and the traps, as many as there are, up to a sixth."""
    rows = rng.sample(range(len(titles)), count // 2)
    queries = [Query(*spoil(titles[row], rng), row) for row in rows]
    queries += [Query("absent", spoil(title, rng)[1], None) for title in rng.sample(absent, count // 2)]
    known = {join_words(fold_title(title)) for title in titles}
    traps = filter(None, (other_number(title, rng) for title in rng.sample(titles, len(titles))))
    alone = [trap for trap in traps if join_words(fold_title(trap)) not in known]
    return queries + [Query("trap", trap, None) for trap in alone[: count // 6]]


def measure(rule: Rule, queries: list[Query], candidates: list[list[tuple[int, str]]], titles: list[str]) -> Score:
    """Applies a rule to every query."""
    score = Score()
    start = time.process_time()
    for query, offered in zip(queries, candidates, strict=True):
        taken = rule(query.title, offered)
        if query.row is not None and taken == query.row:
            score.right += 1
        elif query.row is not None:
            score.misses[query.kind] += 1
            score.wrong += taken is not None
        elif taken is not None:
            score.absent_taken += query.kind == "absent"
            score.traps_taken += query.kind == "trap"
        if taken != query.row:
            score.examples.append((query.kind, query.title, titles[taken] if taken is not None else "-"))
    score.seconds = time.process_time() - start
    return score


def print_table(scores: dict[str, Score], queries: list[Query], pairs: int) -> None:
    """One row a rule, as Markdown."""
    count = collections.Counter("present" if query.row is not None else query.kind for query in queries)
    print("| rule | precision | recall | wrong paper | absent accepted | numeral trap accepted | merged | CPU, us |")
    print("|---|---|---|---|---|---|---|---|")
    for name, score in scores.items():
        taken = score.right + score.wrong + score.absent_taken
        print(
            f"| {name} | {score.right / max(1, taken):.4f} | {score.right / count['present']:.4f} | {score.wrong}"
            f" | {score.absent_taken / count['absent']:.2%} | {score.traps_taken / max(1, count['trap']):.2%}"
            f" ({score.traps_taken} of {count['trap']}) | {score.merged / max(1, pairs):.3%}"
            f" | {score.seconds / len(queries) * 1e6:.0f} |"
        )


def count_merged(
    scores: dict[str, Score], titles: list[str], index: Layers, rows: Sequence[int]
) -> collections.Counter[str]:
    """Counts for every rule the papers that it takes for titles whose own is missing; for ours, by relation."""
    reasons: collections.Counter[str] = collections.Counter()
    for start in range(0, len(rows), 2000):
        part = rows[start : start + 2000]
        for row, near in zip(part, index.find_near([titles[row] for row in part]), strict=True):
            others = [(other, titles[other]) for other in near if other != row]
            for name, rule in RULES.items():
                scores[name].merged += rule(titles[row], others) is not None
            identity = decide(_mention(titles[row]), _offered(others), now=NOW)
            reasons[identity.reason] += identity.outcome is Outcome.MATCHED
    return +reasons


def _read_corpus(path: Path) -> list[str]:
    """The titles of a file, each once."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            titles = [row["title"] for row in csv.DictReader(file)]
    else:
        import pyarrow.parquet as pq

        titles = pq.read_table(path, columns=["title"]).column("title").to_pylist()
    return list({join_words(fold_title(title)): title for title in titles if title}.values())


def main() -> None:
    """Runs all rules and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--titles", type=int, default=60_000)
    parser.add_argument("--queries", type=int, default=6_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corpus", type=Path, help="a Parquet or CSV file with a column `title`")
    parser.add_argument("--misses", type=int, default=0, help="print so many of our own misses")
    parser.add_argument("--pairs", type=int, default=20_000, help="take so many titles as if their paper were missing")
    given = parser.parse_args()
    rng = random.Random(given.seed)
    world = _read_corpus(given.corpus) if given.corpus else make_titles(given.titles, given.seed)
    rng.shuffle(world)
    absent, titles = world[: given.queries], world[given.queries :]
    queries = make_queries(titles, absent, given.queries, rng)
    index = index_in_memory((Facts(str(n), title) for n, title in enumerate(titles)), Origin("", str))
    found = index.find_titles([query.title for query in queries])
    candidates = [[(row, titles[row]) for row in rows] for rows in found]
    scores = {name: measure(rule, queries, candidates, titles) for name, rule in RULES.items()}
    rows = rng.sample(range(len(titles)), min(given.pairs, len(titles)))
    reasons = count_merged(scores, titles, index, rows)
    print(f"{len(titles):,} titles, {len(queries):,} queries, {len(rows):,} titles whose paper is missing\n")
    print_table(scores, queries, len(rows))
    asked = collections.Counter(query.kind for query in queries if query.row is not None)
    kinds = (f"{kind} {missed} of {asked[kind]}" for kind, missed in scores["ours"].misses.most_common())
    print("\nnot found by ours:", ", ".join(kinds) or "none")
    print("merged by ours:", ", ".join(f"{reason} {number}" for reason, number in reasons.most_common()) or "none")
    for kind, title, taken in scores["ours"].examples[: given.misses]:
        print(f"  {kind}: {title}\n      {taken}")


if __name__ == "__main__":
    main()
