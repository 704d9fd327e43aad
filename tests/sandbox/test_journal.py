from dataclasses import replace

from enrich.sandbox.journal import Entry, Journal

ENTRY = Entry(service="arxiv", at=1.0, method="GET", target="/x", status=200, in_flight=1, port=7)


def test_summary_counts_what_was_asked() -> None:
    journal = Journal()
    for entry in (
        replace(ENTRY, at=4.25, status=429, violation="too soon", in_flight=2, port=8),
        ENTRY,
        replace(ENTRY, service="github"),
    ):
        journal.add(entry)
    assert journal.counts() == {"arxiv": 2, "github": 1}
    assert journal.summary("arxiv") == {
        "requests": 2,
        "violations": {"too soon": 1},
        "statuses": {"429": 1, "200": 1},
        "max_in_flight": 2,
        "connections": 2,
        "smallest_gap_seconds": 3.25,
    }
    assert journal.summary("github")["smallest_gap_seconds"] is None
    assert journal.rows("github")[0]["target"] == "/x"


def test_cleared_log_is_empty() -> None:
    journal = Journal()
    journal.add(ENTRY)
    journal.clear()
    assert journal.counts() == {}
    assert journal.summary("arxiv")["requests"] == 0
