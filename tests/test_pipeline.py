"""The story of a run: how it ends where another run, or time, was faster."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from enrich.commands.parse import print_mentions
from enrich.errors import NoDocuments, PublishConflict
from enrich.mentions.items import Draft
from enrich.pipeline import MOST_OUTRUN, Order, plainly, run
from enrich.schema import DocumentRow, PaperRow
from enrich.settings import Settings, read_settings
from enrich.sources import Mode
from enrich.tables import versions

OFFLINE = Order(Mode.OFFLINE)
LIST = "# Heat\n\n- [Laser cooling of trapped ions in a ring](https://arxiv.org/abs/1605.08386)\n"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "list.md").write_text(LIST)
    return read_settings(raw=tmp_path / "raw", processed=str(tmp_path / "processed"), state=tmp_path / "state")


def outrun_by(others: int, settings: Settings) -> Callable[..., Any]:
    """A way to carry out steps in which so many other runs publish, each just before this one does."""
    left = others

    async def step(name: str, function: Callable[..., Any], *args: Any) -> Any:
        nonlocal left
        if name == "publish version" and left:
            left -= 1
            await run(settings, OFFLINE)
        return await plainly(name, function, *args)

    return step


@pytest.mark.parametrize("others", [1, MOST_OUTRUN])
async def test_who_was_outrun_publishes_on_the_version_of_who_was_faster(settings: Settings, others: int) -> None:
    summary = await run(settings, OFFLINE, step=outrun_by(others, settings))
    published = versions(settings.processed)
    assert [summary.version, others + 1] == [published[-1].name, len(published)]
    first, last = (published[place].rows([PaperRow, DocumentRow]) for place in (0, -1))
    assert [list(last.of(table)) for table in (PaperRow, DocumentRow)] == [
        list(first.of(table)) for table in (PaperRow, DocumentRow)
    ]


async def test_who_is_outrun_again_and_again_gives_up_in_a_sentence(settings: Settings) -> None:
    with pytest.raises(PublishConflict, match="Run again"):
        await run(settings, OFFLINE, step=outrun_by(MOST_OUTRUN + 1, settings))
    assert len(versions(settings.processed)) == MOST_OUTRUN + 1


@pytest.fixture
def stumbling(monkeypatch: pytest.MonkeyPatch) -> None:
    """A parser that fails at every document that holds the word "Stumble"."""

    def stumble(text: str, draft: Draft) -> None:
        if "Stumble" in text:
            raise KeyError(201)

    monkeypatch.setattr("enrich.mentions.drop_strays", stumble)


@pytest.mark.usefixtures("stumbling")
async def test_a_document_at_which_the_parser_fails_costs_no_other_its_items(settings: Settings) -> None:
    odd = settings.raw / "odd.md"
    odd.write_text(LIST.replace("Heat", "Stumble"))
    summary = await run(settings, OFFLINE)
    [complaint] = summary.failed_documents
    assert complaint.startswith(f"{odd} was not read: the parser failed (KeyError in tests.test_pipeline, line ")
    documents = versions(settings.processed)[-1].rows([DocumentRow]).of(DocumentRow)
    assert [document.document_id for document in documents] == ["list.md"]


@pytest.mark.usefixtures("stumbling")
async def test_where_the_parser_fails_at_all_documents_nothing_is_published(settings: Settings) -> None:
    (settings.raw / "list.md").write_text(LIST.replace("Heat", "Stumble"))
    with pytest.raises(NoDocuments, match="the parser failed"):
        await run(settings, OFFLINE)
    assert not versions(settings.processed)


@pytest.mark.usefixtures("stumbling")
def test_parse_goes_on_behind_a_document_at_which_the_parser_fails(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = settings.raw / "a.md"
    odd.write_text("# Stumble")
    assert print_mentions([odd, settings.raw / "list.md"], "jsonl") == 1
    said = capsys.readouterr()
    assert "Laser cooling" in said.out
    assert "the parser failed" in said.err and "please report it" in said.err
