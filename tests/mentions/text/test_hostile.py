"""Plain text made to hurt: it ends, nothing overflows, and what is sound in it is still read."""

import pytest

from tests.mentions.text.reading import extract

SOUND = "\n\nReefs\n\n• A Study of Coral Reefs in Warm Seas (Oikos 2018) [paper]\n"
TEXTS = {
    "lists as deep as they go": "".join("  " * depth + "- models of tides\n" for depth in range(1_200)),
    "many short lines": "a b\n" * 30_000,
    "column names alone": "Year Title Venue Code\n" * 10_000,
    "a very wide table": "Year\tTitle\tVenue\n" + "\t".join(["x y"] * 30_000) + "\n",
    "bars without end": "Year | Title | Venue\n" + "| " * 50_000 + "\nword\n",
    "quotes without end": "> " * 30_000,
    "brackets without end": "(" * 100_000 + "[" * 100_000,
    "rules without end": "---- " * 30_000 + "\n" + "ab " * 30_000,
    "semicolons without end": "Papers\n\n- " + "Roe; " * 30_000 + "\n",
    "a frame without end": "-- a " + "-" * 50_000 + "x\n",
    "a cell without end": "Title\tYear\nSalt in the Wind, Roe et al.\t2019\n" + "word " * 30_000 + "\t2019\n",
    "NUL bytes": "Papers\n" + "A \0 title\n" * 5_000,
}  # fmt: skip


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", TEXTS)
def test_sound_part_of_hostile_text_is_read(name: str) -> None:
    titles = [mention.title for mention in extract(TEXTS[name] + SOUND).mentions]
    assert "A Study of Coral Reefs in Warm Seas" in titles
