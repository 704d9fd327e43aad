"""JSON of services: what went in comes out, and every text can be written to a table."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from hypothesis import example, given
from hypothesis import strategies as st

from enrich.sources.exchange import Reply

TEXTS = st.text() | st.text(st.characters(min_codepoint=0xD7FE, max_codepoint=0xE001))


@given(st.lists(TEXTS) | st.dictionaries(TEXTS, TEXTS))
@example(["\ud83d\ude00 \ud83d half"])
def test_every_text_of_an_answer_can_be_written(value: object) -> None:
    body = json.dumps(value).encode()
    read = Reply(200, {}, body, datetime(2026, 11, 1, tzinfo=UTC)).json()
    assert json.dumps(read, ensure_ascii=False).encode("utf-8")
    halves = json.dumps(value, ensure_ascii=False).encode("utf-16-le", "surrogatepass")
    if "\ufffd" not in (text := halves.decode("utf-16-le", "replace")):
        assert read == json.loads(text)


def test_half_a_surrogate_pair_becomes_the_replacement_character() -> None:
    body = rb'{"title": "Kelp \ud83d forests \ud83d\ude00 of the North"}'
    said = Reply(200, {}, body, datetime(2026, 11, 1, tzinfo=UTC)).json()
    assert said == {"title": "Kelp \ufffd forests \U0001f600 of the North"}
