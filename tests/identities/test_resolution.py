"""The order in which evidence counts, and that a "no" needs sources that could say it."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime

import pytest

from enrich.identifiers import PaperIds
from enrich.identities import (
    parse_judgements,
    resolve_known,
    resolve_offered,
    titles_to_ask,
    with_linked_title,
    with_remembered,
)
from enrich.records import (
    RULES_VERSION,
    Candidate,
    Identity,
    Link,
    LinkRole,
    Lookup,
    Mention,
    MentionKind,
    Outcome,
    Status,
)

NOW = datetime(2026, 1, 2, tzinfo=UTC)
TITLE = "Tidal Locking of Icy Moons"


def mention(number: int, title: str = TITLE, *urls: str, **more: object) -> Mention:
    links = tuple(Link(url, LinkRole.PAPER) for url in urls)
    values = {"kind": MentionKind.PAPER, **more}
    return Mention(mention_id=str(number), document_id="d", line=number, title=title, links=links, **values)  # type: ignore[arg-type]


def known(*mentions: Mention, judgements: str = "", **remembered: Identity) -> dict[str, Identity]:
    past = {identity.title: identity for identity in remembered.values()}
    return resolve_known(mentions, parse_judgements(judgements), past, now=NOW)


def lookup(source: str, status: Status, *candidates: Candidate) -> Lookup[tuple[Candidate, ...]]:
    return Lookup(status, source, candidates or None)


def offer(arxiv_id: str = "2101.00001", source: str = "catalog", title: str = TITLE) -> Lookup[tuple[Candidate, ...]]:
    return lookup(source, Status.OK, Candidate(source, PaperIds(arxiv_id=arxiv_id), title))


def remembered(**changes: object) -> Identity:
    past = Identity(
        title=TITLE,
        outcome=Outcome.MATCHED,
        reason="same_title",
        ids=PaperIds(arxiv_id="2101.00005"),
        score=1.0,
        source="catalog",
        decided_at=datetime(2025, 1, 1, tzinfo=UTC),
    )
    return dataclasses.replace(past, **changes)  # type: ignore[arg-type]


def test_a_link_decides_even_if_the_text_is_a_label() -> None:
    found = known(mention(1, "the paper", "https://arxiv.org/abs/2101.00007v2"))["1"]
    assert (found.reason, found.ids.arxiv_id, found.title_agrees) == ("link", "2101.00007", None)


def test_the_first_arxiv_link_is_the_item_s() -> None:
    links = (
        "https://openreview.net/forum?id=abcdefgh",
        "https://arxiv.org/pdf/2101.00007",
        "https://arxiv.org/abs/2101.00008",
    )
    assert known(mention(1, TITLE, *links))["1"].ids == PaperIds(arxiv_id="2101.00007")


def test_a_judgement_beats_memory_but_not_a_link() -> None:
    text = f"title,paper\n{TITLE.upper()},2101.00003\n"
    linked = mention(2, TITLE, "https://arxiv.org/abs/2101.00007")
    assert known(mention(1), judgements=text, past=remembered())["1"].reason == "judgement"
    assert known(linked, judgements=text)["2"].reason == "link"


def test_a_judgement_of_none_says_that_there_is_no_paper() -> None:
    found = known(mention(1), judgements=f"title,paper\n{TITLE},none\n")
    assert (found["1"].outcome, found["1"].reason) == ("not_found", "judgement")
    assert titles_to_ask([mention(1)], found) == []
    assert resolve_offered([mention(1)], found, {TITLE: [offer()]}, now=NOW)["1"].outcome == "not_found"


def test_a_title_linked_elsewhere_is_the_same_paper() -> None:
    found = known(mention(1, "tidal locking of ICY moons"), mention(2, TITLE, "https://arxiv.org/abs/2101.00007"))
    assert (found["1"].reason, found["1"].ids.arxiv_id) == ("link_elsewhere", "2101.00007")


def test_a_title_linked_to_two_papers_is_left_open() -> None:
    first, second = (
        mention(2, TITLE, "https://arxiv.org/abs/2101.00007"),
        mention(3, TITLE, "https://arxiv.org/abs/2101.00008"),
    )
    assert "1" not in known(mention(1), first, second)


def test_a_label_linked_elsewhere_names_no_paper() -> None:
    assert "1" not in known(mention(1, "Paper"), mention(2, "paper", "https://arxiv.org/abs/2101.00007"))
    assert "1" in known(mention(1, "GPT-4"), mention(2, "GPT-4", "https://arxiv.org/abs/2101.00007"))


def test_what_the_last_version_knew_stays_as_it_was() -> None:
    assert known(mention(1), past=remembered())["1"] == remembered()


@pytest.mark.parametrize(
    "changes",
    [
        {"outcome": Outcome.UNRESOLVED, "ids": PaperIds()},
        {"outcome": Outcome.NOT_FOUND},
        {"reason": "judgement"},
        {"rules_version": RULES_VERSION - 1},
    ],
)
def test_what_the_last_version_did_not_know_is_asked_again(changes: dict[str, object]) -> None:
    assert known(mention(1), past=remembered(**changes)) == {}


@pytest.mark.parametrize(
    ("status", "holds"), [(Status.UNREACHABLE, True), (Status.NOT_ASKED, True), (Status.NOT_FOUND, False)]
)
def test_what_earlier_rules_decided_holds_while_nobody_can_be_asked(status: Status, holds: bool) -> None:
    past = remembered(rules_version=RULES_VERSION - 1)
    offers = {TITLE.upper(): [lookup("catalog", Status.NOT_FOUND), lookup("arxiv", status)]}
    found = resolve_offered([mention(1, TITLE.upper())], {}, offers, now=NOW)
    [identity] = with_remembered(found, {TITLE: past}).values()
    assert (identity == dataclasses.replace(past, title=TITLE.upper())) is holds
    assert (identity.outcome is Outcome.NOT_FOUND) is not holds


def test_what_was_decided_today_is_not_replaced_by_what_was_remembered() -> None:
    found = resolve_offered([mention(1)], {}, {TITLE: [offer()]}, now=NOW)
    assert with_remembered(found, {TITLE: remembered(rules_version=0)}) == found


def test_titles_to_ask_are_the_open_ones_each_once() -> None:
    mentions = [
        mention(1, "One Title"),
        mention(2, "One Title"),
        mention(3, "Two Titles", "https://arxiv.org/abs/2101.00007"),
        mention(4, "Three Titles", "https://doi.org/10.1000/abc"),
        mention(5, "A tool", kind=MentionKind.SOFTWARE),
        mention(6, "A benchmark", kind=MentionKind.BENCHMARK, paper_title="Its Paper"),
    ]
    assert titles_to_ask(mentions, known(*mentions)) == ["One Title", "Three Titles", "Its Paper"]


def test_a_linked_publication_gains_its_arxiv_id() -> None:
    linked = mention(1, TITLE, "https://doi.org/10.1000/abc")
    found = resolve_offered([linked], known(linked), {TITLE: [offer()]}, now=NOW)["1"]
    assert (found.reason, found.ids, found.title_agrees) == (
        "link",
        PaperIds(arxiv_id="2101.00001", doi="10.1000/abc"),
        True,
    )


def test_a_linked_publication_gains_nothing_from_another_paper() -> None:
    linked = mention(1, TITLE, "https://doi.org/10.1000/abc")
    found = resolve_offered([linked], known(linked), {TITLE: [offer(title="Tidal Locking of Icy Moons II")]}, now=NOW)[
        "1"
    ]
    assert found.ids == PaperIds(doi="10.1000/abc")


def test_with_linked_title_tells_whether_the_title_agrees() -> None:
    label = known(mention(1, "our paper", "https://arxiv.org/abs/2101.00007"))["1"]
    titled = known(mention(1, TITLE, "https://arxiv.org/abs/2101.00007"))["1"]
    assert with_linked_title(label, TITLE).title_agrees is False
    assert with_linked_title(titled, TITLE.lower()).title_agrees is True


HEALTHY = lookup("semantic_scholar", Status.NOT_FOUND)


@pytest.mark.parametrize(
    ("lookups", "outcome", "reason"),
    [
        ([lookup("catalog", Status.NOT_FOUND), HEALTHY], "not_found", "no_candidate"),
        ([offer(title="Something Quite Different"), HEALTHY], "not_found", "too_different"),
        ([lookup("catalog", Status.NOT_FOUND)], "unresolved", "not_asked"),
        ([], "unresolved", "not_asked"),
        ([lookup("arxiv", Status.UNREACHABLE), HEALTHY], "unresolved", "unreachable"),
        ([lookup("arxiv", Status.NOT_ASKED), HEALTHY], "unresolved", "not_asked"),
        ([lookup("arxiv", Status.UNREACHABLE), offer(source="semantic_scholar")], "matched", "same_title"),
        ([offer(), offer("2101.00002", "arxiv"), HEALTHY], "unresolved", "ambiguous"),
    ],
)
def test_a_no_needs_sources_that_could_say_it(
    lookups: list[Lookup[tuple[Candidate, ...]]], outcome: str, reason: str
) -> None:
    found = resolve_offered([mention(1)], {}, {TITLE: lookups}, now=NOW)["1"]
    assert (found.outcome, found.reason) == (outcome, reason)


def test_items_that_mean_no_paper_have_no_identity() -> None:
    assert resolve_offered([mention(1, "A tool", kind=MentionKind.SOFTWARE)], {}, {}, now=NOW) == {}
