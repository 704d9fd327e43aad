"""The names that pages give to parts of an entry, in front of them ("Authors:", "Code:", "TL;DR:"), or beside them in a
table of one record. Pure.
"""

from __future__ import annotations

import re
from itertools import chain, groupby, pairwise

from enrich.mentions.links import link_role
from enrich.mentions.markup.model.blocks import BREAK, Fold, Run, Table, plain, runs_of
from enrich.mentions.sections import is_of_papers
from enrich.mentions.shapes.phrases import title_like
from enrich.records import LinkRole

LABEL = re.compile(
    r"^\W*(?:(?P<authors>authors?|author\(s\)|by)|(?P<venue>venue|journal(?:[ -]ref(?:erence)?)?|conference|where"
    r"|published(?:\s+(?:in|at))?|publication|(?:publication|proceedings|book)\s+title)"
    r"|(?P<year>year|date|published\s+on)|(?P<abstract>abstract)|(?P<keywords>keywords?|subjects?|tags?|topics?)"
    r"|(?P<links>code|papers?(?:\s?\([^()]{1,20}\))?|links?|pdf|arxiv|project(?:\s+page)?|website|github|dataset|data|slides?|video|demo|url|doi)"
    r"|(?P<note>tl;?dr|summary|notes?|comments?|description|highlights?|key\s+\w+|main\s+\w+|contributions?))"
    # Without a colon, over a sentence: "Abstract Algebra and the Slow Rivers ..." is a title.
    r"(?:\s*[:：]\s*|(?<=abstract)\s+(?=(?-i:[A-Z])\S*(?:\s+(?-i:[^\sA-Z])\S*){3}(?:\s+\S+){8,}?\.(?:\s|$)))",
    re.I,
)
_OF_PAPERS = frozenset({"authors", "venue", "year", "abstract"})  # what has but links may be anything
_FEWEST_KNOWN, _KNOWN = 2, 0.25  # of a table's labels, by judgement: programs have many of their own


def labelled(text: str) -> bool:
    """Whether a phrase begins with the name of a part of an entry ("Authors:", "Code:", "TL;DR:")."""
    return bool(LABEL.match(text))


def folds_abstract(fold: Fold) -> bool:
    """Whether the summary of a fold says that it holds an abstract."""
    return plain(fold.summary).casefold().startswith("abstract")


def fields_of(table: Table) -> list[list[Run]]:
    """The rows of a table of one record, a label and its value each, as lines: "Author: Jane Roe; Max Poe" where a
    label comes again; none of any other table."""
    rows = [[list(runs_of(list(cell.blocks))) for cell in row.cells] for row in table.rows]
    if not all(len(row) == 2 for row in rows):
        return []
    labels = {plain(label) for label, _ in rows}
    known = [match.lastgroup for label in labels if (match := LABEL.match(f"{label}:"))]
    if sum(name in _OF_PAPERS for name in known) < max(_FEWEST_KNOWN, _KNOWN * len(labels)):
        return []
    lines: list[list[Run]] = []
    for label, same in groupby(rows, key=lambda row: plain(row[0])):
        values = [value for _, value in same if value]
        between = [[Run("; ", value[0].line), *value] for value in values[1:]]
        if values:
            lines.append([Run(f"{label}: ", values[0][0].line), *chain(values[0], *between)])
    return lines


def by_labels(runs: list[Run]) -> list[list[Run]]:
    """The runs behind labels in bold in front of titles set apart that lead to papers, one piece a label, where the
    first says that one follows: "**Paper:** *A Title* [pdf](..)", and on a line below "**Also:** ..."; none if none."""
    places = [at for at in range(len(runs)) if _leads_to_title(runs, at)]
    if not places or places[0] or not is_of_papers((runs[0].text,)):
        return []
    return [runs[start + 1 : end] for start, end in pairwise([*places, len(runs)])]


def _leads_to_title(runs: list[Run], at: int) -> bool:
    """Whether a run is a label that begins a line, with an emphasised title right behind it and a link to a paper."""
    first = at == 0 or runs[at - 1].line < runs[at].line or runs[at - 1].text == BREAK
    if not first or not runs[at].strong or not runs[at].text.rstrip().endswith(":"):
        return False
    behind = [run for run in runs[at + 1 :] if run.line == runs[at].line and run.text.strip()]
    titled = bool(behind) and behind[0].emphasis and title_like(behind[0].text)
    return titled and any(run.url and link_role(run.url, run.text) is LinkRole.PAPER for run in behind)
