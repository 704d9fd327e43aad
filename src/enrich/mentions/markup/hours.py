"""Hours in front of the talks of a programme: "## 10:00-10:30 A Title", "- **10:00** Jane Roe: A Title".

In: the blocks of a document. Out: the same without the hours, where several begin with them: they are the markers of a
list, as its numbers are. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from enrich.mentions.markup.model.blocks import Block, Heading, Run
from enrich.mentions.markup.refrains import entries_of
from enrich.mentions.shapes.days import CLOCK

_HOURS = re.compile(rf"\s*\(?{CLOCK}(?:\s*(?:[-–—]|to)\s*{CLOCK})?\)?(?=\s|[:,|–—-]|$)[\s:,|–—-]*", re.I)
_FEWEST = 4


def drop_hours(blocks: Sequence[Block]) -> None:
    """Takes the hours off headings and entries, if several begin with some."""
    heads = [block.runs for block in blocks if isinstance(block, Heading)]
    timed = [runs for runs in (*heads, *entries_of(blocks)) if len(runs) and _HOURS.match(runs[0].text)]
    if len(timed) >= _FEWEST:
        for runs in timed:
            _drop(runs)


def _drop(runs: list[Run]) -> None:
    rest = _HOURS.sub("", runs[0].text, count=1)
    if rest or len(runs) == 1:
        runs[0].text = rest or runs[0].text
        return
    del runs[0]
    runs[0].text = runs[0].text.lstrip(" \t:,|–—-") or runs[0].text
