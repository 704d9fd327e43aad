"""A run that would lose identities is refused, with the draft kept, until a person accepts that very check by name."""

from __future__ import annotations

import json

from .conftest import Home

LISTED = """# Papers on the sea

- Kelp forests that outgrow warming water. Ann Alga, Bob Weed. 2021.
- [Night journeys of eels through drained canals](https://arxiv.org/abs/2105.99903)
"""
JUDGED = "title,paper,note\nKelp forests that outgrow warming water,2103.99901,\n"


def test_loss_is_published_on_purpose_only(home: Home) -> None:
    (home.raw / "sea.md").write_text(LISTED, encoding="utf-8")
    judgements = home.raw / "judgements.csv"
    judgements.write_text(JUDGED, encoding="utf-8")
    processed = home.folder / "data" / "processed"
    assert home.enrich("run", "--offline").code == 0
    first = (processed / "latest").resolve()
    judgements.unlink()

    for words in ([], ["--accept", "values_lost", "--accept", "mentions_lost"]):
        refused = home.enrich("run", "--offline", *words)
        assert refused.code == 1
        assert "identities_lost: mentions.paper_id no longer names a paper for 1 of 2 items" in refused.err
        assert "on purpose with --accept identities_lost" in refused.err
        (draft,) = processed.glob(".refused-*")
        assert f"kept in {draft.relative_to(home.folder)}" in refused.err
        assert (draft / "mentions.parquet").exists()
        assert (processed / "latest").resolve() == first

    assert home.enrich("run", "--offline", "--accept", "identities_lost").code == 0
    assert (processed / "latest").resolve() != first
    assert not list(processed.glob(".refused-*"))
    gone = home.enrich("diff", "--json").out
    assert "arxiv:2103.99901" in gone and "Kelp forests" in gone


def test_what_only_a_removed_document_said_is_no_loss(home: Home) -> None:
    eels = "Night journeys of eels through drained canals"
    (home.raw / "sea.md").write_text(f"# Sea\n\n- [{eels}](https://arxiv.org/abs/2105.99903). Oikos 2021.\n")
    (home.raw / "own.md").write_text(f"# Mine\n\n- [{eels}](https://arxiv.org/abs/2105.99903)\n")
    assert home.enrich("run", "--offline").code == 0
    said = {row["venue"] for row in map(json.loads, home.enrich("export", "jsonl").out.splitlines())}
    assert said == {"Oikos"}
    (home.raw / "sea.md").unlink()
    done = home.enrich("run", "--offline")
    assert done.code == 0, done.err
