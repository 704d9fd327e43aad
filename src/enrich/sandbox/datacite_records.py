"""A DataCite record of an arXiv paper: a paper in, a JSON:API resource out. Attribute names are DataCite's."""

from __future__ import annotations

import textwrap
from html import escape

from enrich.sandbox.world import Paper


def datacite_record(paper: Paper, *, withdrawn: bool) -> dict[str, object]:
    """The resource of one DOI. A withdrawn paper has a date that says so, and nothing else."""
    doi = f"10.48550/arxiv.{paper.arxiv_id}"
    related = {"relationType": "IsVersionOf", "relatedIdentifier": paper.doi, "relatedIdentifierType": "DOI"}
    return {
        "id": doi,
        "type": "dois",
        "attributes": {
            "doi": doi,
            "identifiers": [{"identifier": paper.arxiv_id, "identifierType": "arXiv"}],
            "creators": [_creator(name) for name in paper.authors],
            "titles": [{"title": "\n  ".join(textwrap.wrap(_entities(paper.title), 78, break_on_hyphens=False))}],
            "publisher": "arXiv",
            "publicationYear": paper.published_at.year,
            "subjects": _subjects(paper),
            "dates": _dates(paper, withdrawn),
            "relatedIdentifiers": [related] if paper.doi else [],
            "descriptions": _descriptions(paper),
            "version": str(paper.version),
            "url": f"https://arxiv.org/abs/{paper.arxiv_id}",
            "state": "findable",
            "types": {"resourceTypeGeneral": "Preprint", "resourceType": "Article"},
            "citationCount": 0,
        },
    }


def _entities(text: str) -> str:
    return escape(text, quote=False)


def _creator(name: str) -> dict[str, object]:
    given, _, family = name.rpartition(" ")
    if not given:
        return {"name": name, "nameType": "Personal", "affiliation": []}
    named = {"name": f"{family}, {given}", "nameType": "Personal", "givenName": given, "familyName": family}
    return {**named, "affiliation": []}


def _subjects(paper: Paper) -> list[dict[str, str]]:
    """arXiv's categories, the primary one first, then a field of science."""
    arxiv = [{"subject": f"Subject ({category})", "subjectScheme": "arXiv"} for category in paper.categories]
    field = {
        "subject": "FOS: Computer and information sciences",
        "subjectScheme": "Fields of Science and Technology (FOS)",
    }
    return [*arxiv, field]


def _dates(paper: Paper, withdrawn: bool) -> list[dict[str, str]]:
    dates = []
    for version in range(1, paper.version + 1):
        at = paper.submitted_at(version).strftime("%Y-%m-%dT%H:%M:%SZ")
        dates.append(
            {"date": at, "dateType": "Submitted" if version == 1 else "Updated", "dateInformation": f"v{version}"}
        )
    available = f"{paper.published_at:%Y-%m}"
    dates.append({"date": available, "dateType": "Available", "dateInformation": "v1"})
    if withdrawn:
        last = dates[paper.version - 1]["date"]
        dates.append({"date": last, "dateType": "Withdrawn", "dateInformation": f"v{paper.version}; None"})
    return [*dates, {"date": str(paper.published_at.year), "dateType": "Issued"}]


def _descriptions(paper: Paper) -> list[dict[str, str]]:
    found = []
    if paper.abstract:
        found.append({"description": _entities(paper.abstract), "descriptionType": "Abstract"})
    if paper.comment:
        found.append({"description": _entities(paper.comment), "descriptionType": "Other"})
    return found
