"""Lines of facts between bars or dots: "dunes/grass • Waves 2023", "no data yet • 2 May 2021 • Jane Roe". Pure."""

from __future__ import annotations

from enrich.mentions.shapes.days import A_DAY
from enrich.mentions.shapes.postings import BARS
from enrich.mentions.shapes.tags import Tag, find_year, is_posting, parse_tag


def split_bars(text: str) -> list[str]:
    """The cells of a line with signs between; nothing of any other. A sign may stand there twice, for a picture that
    was lost between: "dunes/grass • • 2023"."""
    bar = next((bar for bar in BARS if bar in text), None)
    cells = [cell.strip(f" {bar.strip()}") for cell in text.split(bar)] if bar else []
    return [cell for cell in cells if cell]


def stated_between(text: str) -> Tag | None:
    """What the only cell that is a tag or a day states; None where there is none, or several."""
    told = [cell for cell in split_bars(text) if not is_posting(cell)]
    tags = [tag for cell in told if (tag := Tag(None, find_year(cell)) if A_DAY.fullmatch(cell) else parse_tag(cell))]
    return tags[0] if len(tags) == 1 else None
