"""Groups that sign papers stand where people do."""

from __future__ import annotations

from tests.mentions.test_kept_shapes import papers

REFERENCES = """
# Shores

1. Roe JK, Poe M. Tides and the salt of cold lagoons. Ecology. 1994;344:1383-9.
2. Northern Seal Survey Study Group. Randomised counting of seals on two coasts. Ecology. 1998;339:1349-57.
3. Moe A, Doe K. Dunes that wander in the spring. Ecology. 2002;36:7-22.
4. The KELP Collaborative Group. A survey of kelp in wide and narrow bays. Ecology. 2015;373:2103-16.
5. Zoe L, Fox I. Gulls that nest on the roofs of harbours. Ecology. 1967;202:1028-34.
6. The TIDE-WATCH Investigators. Gauges and five winters of surges. Ecology. 2018;379:924-33.
"""


def test_groups_are_the_authors_of_their_papers() -> None:
    found = papers(REFERENCES)
    assert [paper.title for paper in found] == [
        "Tides and the salt of cold lagoons",
        "Randomised counting of seals on two coasts",
        "Dunes that wander in the spring",
        "A survey of kelp in wide and narrow bays",
        "Gulls that nest on the roofs of harbours",
        "Gauges and five winters of surges",
    ]
    assert found[1].authors == ("Northern Seal Survey Study Group",)
    assert {paper.venue for paper in found} == {"Ecology"}
