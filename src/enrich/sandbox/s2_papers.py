"""What Semantic Scholar says about a paper on a day: the full record, and the part of it that `fields` asks for.

A paper and a day in, a JSON object out. As in the real service, names are respelt, abstracts can be elided, ids change
with merges, DOIs are missing, fresh papers have authors without numbers. All counts are made up.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TypeAlias

from enrich.sandbox.simulated import (
    citation_count,
    influential_citation_count,
    number,
    reference_count,
    share,
)
from enrich.sandbox.world import Paper

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

# Within these days after publication a paper has no venue yet and its authors no numbers.
FRESH_DAYS = 60
_RESPELT = 0.25  # share of names that are abbreviated or joined otherwise
_PLAIN = (
    "paperId corpusId externalIds url title abstract venue publicationVenue year referenceCount citationCount "
    "influentialCitationCount isOpenAccess openAccessPdf fieldsOfStudy s2FieldsOfStudy publicationTypes "
    "publicationDate journal citationStyles authors tldr textAvailability citations references embedding"
)
_PLAIN_FIELDS = frozenset(_PLAIN.split())
_OF_AUTHORS = "authorId externalIds url name affiliations homepage paperCount citationCount hIndex aliases"
_SUBFIELDS = {
    "authors": frozenset(_OF_AUTHORS.split()),
    "citations": _PLAIN_FIELDS,
    "references": _PLAIN_FIELDS,
    "embedding": frozenset(["specter_v1", "specter_v2"]),
    "tldr": frozenset(["model", "text"]),
}
# `embedding` and `tldr` are not served by bulk search.
NOT_IN_BULK = frozenset(["tldr", "embedding", "citations", "references"])


def unknown_fields(fields: str, refused: frozenset[str] = frozenset()) -> list[str]:
    """The names in a comma-separated `fields` that the service doesn't know."""
    asked = [name.strip() for name in fields.split(",") if name.strip()]
    return [name for name in asked if not _known(name) or name.partition(".")[0] in refused]


def _known(name: str) -> bool:
    whole, _, part = name.partition(".")
    if not part:
        return whole in _PLAIN_FIELDS
    return part.partition(".")[0] in _SUBFIELDS.get(whole, frozenset())


def select(record: dict[str, Json], fields: str) -> dict[str, Json]:
    """The part of a record that `fields` asks for; paperId always, and the title if nothing is asked."""
    asked = {name.strip().partition(".")[0] for name in fields.split(",") if name.strip()} or {"title"}
    return {name: value for name, value in record.items() if name == "paperId" or name in asked}


def paper_record(paper: Paper, day: date, *, elided: bool) -> dict[str, Json]:
    """All that can be asked about the paper."""
    paper_id, corpus_id = paper.s2_ids(day)
    published = paper.published_at.date()
    fresh = (day - published).days < FRESH_DAYS
    return {
        "paperId": paper_id,
        "corpusId": corpus_id,
        "externalIds": _external_ids(paper, corpus_id, fresh),
        "url": f"https://www.semanticscholar.org/paper/{paper_id}",
        "title": spelt_title(paper),
        "abstract": None if elided else paper.abstract,
        "venue": _venue(paper, fresh),
        "publicationVenue": None,
        "year": published.year,
        "referenceCount": reference_count(paper.name),
        "citationCount": citation_count(paper.name, published, day),
        "influentialCitationCount": influential_citation_count(paper.name, published, day),
        "isOpenAccess": share("open", paper.name) < 0.6,
        "openAccessPdf": _open_access(paper, elided),
        "fieldsOfStudy": ["Computer Science"] if share("field", paper.name) < 0.9 else None,
        "s2FieldsOfStudy": [{"category": "Computer Science", "source": "s2-fos-model"}],
        "publicationTypes": ["JournalArticle"] if share("type", paper.name) < 0.7 else None,
        "publicationDate": published.isoformat() if paper.arxiv_id else None,
        "journal": _journal(paper),
        "citationStyles": {"bibtex": f"@Article{{{paper_id[:8]},\n title = {{{paper.title}}}\n}}\n"},
        "authors": [_author(name, fresh) for name in paper.authors],
        "tldr": _tldr(paper),
        "textAvailability": "abstract" if paper.abstract and not elided else "none",
        "citations": [],
        "references": [],
        "embedding": None,
    }


def spelt_title(paper: Paper) -> str:
    """The title as Semantic Scholar spells it: TeX marks gone, and now and then other capitals."""
    title = re.sub(r"[$^_{}\\]", "", paper.title)
    return title.capitalize() if share("capitals", paper.name) < 0.03 else title


def _external_ids(paper: Paper, corpus_id: int, fresh: bool) -> dict[str, Json]:
    ids: dict[str, Json] = {}
    if paper.arxiv_id:
        ids["ArXiv"] = paper.arxiv_id
        if not fresh:
            ids["DBLP"] = f"journals/corr/abs-{paper.arxiv_id.replace('.', '-')}"
    if paper.acl_id:
        ids["ACL"] = paper.acl_id
    if paper.published_at.year <= 2021 and share("mag", paper.name) < 0.6:
        ids["MAG"] = str(2_000_000_000 + number("mag", paper.name) % 1_000_000_000)
    if paper.doi:
        ids["DOI"] = paper.doi
    elif paper.arxiv_id and share("arxiv doi", paper.name) < 0.7:
        ids["DOI"] = f"10.48550/arXiv.{paper.arxiv_id}"
    return {**ids, "CorpusId": corpus_id}


def _venue(paper: Paper, fresh: bool) -> str:
    if paper.venue or fresh or share("no venue", paper.name) < 0.1:
        return paper.venue
    return "arXiv.org" if paper.arxiv_id else ""


def _journal(paper: Paper) -> dict[str, Json] | None:
    pages = str(1 + number("pages", paper.name) % 900)
    kind = share("journal", paper.name)
    if kind < 0.2:
        return None
    return {"pages": pages} if kind < 0.5 else {"name": "ArXiv", "volume": f"abs/{paper.arxiv_id or pages}"}


def _open_access(paper: Paper, elided: bool) -> dict[str, Json]:
    place = f"https://arxiv.org/abs/{paper.arxiv_id}" if paper.arxiv_id else paper.url or f"https://doi.org/{paper.doi}"
    shown = "elided by the publisher" if elided else "extracted from the open access PDF"
    disclaimer = (
        f"Notice: This paper's abstract has been {shown}. Paper or abstract available at {place}, which is subject to "
        "the license by the author or copyright owner provided with this content."
    )
    if paper.arxiv_id is None or share("pdf", paper.name) < 0.3:
        return {"url": "", "status": None, "license": None, "disclaimer": disclaimer}
    url = f"https://arxiv.org/pdf/{paper.arxiv_id}"
    return {"url": url, "status": "GREEN", "license": None, "disclaimer": disclaimer}


def _author(name: str, fresh: bool) -> dict[str, Json]:
    nameless = share("author number", name) < (0.5 if fresh else 0.03)
    author_id = None if nameless else str(1_000_000 + number("author", name) % 2_200_000_000)
    return {"authorId": author_id, "name": respelt(name)}


def respelt(name: str) -> str:
    """A person's name in Semantic Scholar's spelling: most as they are, some with initials or a hyphen."""
    given, _, family = name.rpartition(" ")
    if not given or share("respelt", name) >= _RESPELT:
        return name
    if share("hyphen", name) < 0.3 and (parts := re.fullmatch(r"([A-Z][a-z]{2})([a-z]{3,4})", given)):
        return f"{parts[1]}-{parts[2].capitalize()} {family}"
    return f"{' '.join(f'{part[0]}.' for part in given.split())} {family}"


def _tldr(paper: Paper) -> dict[str, Json] | None:
    if share("tldr", paper.name) < 0.3:
        return None
    return {"model": "tldr@v2.0.0", "text": f"Simulated summary of a paper titled “{spelt_title(paper)}”."}
