"""What replies of Semantic Scholar mean: whole answers, its own "no", or the reason why they are none. Pure.

In: a reply, or an answer that was kept. Out: a lookup per key or title, or an error of `errors.py`. A batch is joined
by position, never by the ids that come back: papers are merged and ids change. The application and the gateway in front
of it have an error shape each.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from enrich.errors import RequestRejected, SourceConfused
from enrich.identifiers import PaperIds, parse_acl_id, parse_arxiv_id, parse_doi
from enrich.records import Author, Candidate, Lookup, PaperRecord, Status
from enrich.sources.exchange import Answer, Reply, Request, check_status, count, excerpt, one_line
from enrich.sources.offers import candidate_of, same_words

if TYPE_CHECKING:
    from semanticscholar.Paper import Paper

_NONE_KNOWN = "No valid paper ids given"


def inspect(request: Request, reply: Reply) -> None:
    """Let whole answers pass, the negative ones too; raise for everything else. Both error shapes are understood."""
    if _is_negative(request, reply):
        return
    if reply.status == 400 and "unsupported fields" in _words(reply):
        raise SourceConfused(f"rejected the fields asked for ({_words(reply)})")
    if reply.status in (400, 413):
        raise RequestRejected(f"rejected the request ({_words(reply)})")
    check_status(reply)
    papers = _whole_batch(request, reply) if request.kind == "papers" else _page(request, reply)
    if not all(paper is None or (isinstance(paper, dict) and paper.get("paperId")) for paper in papers):
        raise SourceConfused("sent something between the papers that is no paper")


def _page(request: Request, reply: Reply) -> list[Any]:
    """The papers that a search found. A list that is empty though the total is not, is none."""
    said = reply.json()
    papers = _found(said) if isinstance(said, dict) else None
    if not isinstance(papers, list):
        raise SourceConfused(f"sent no list of papers but {excerpt(reply.text)!r}")
    if not papers and said.get("total"):
        raise SourceConfused(f"sent no papers where its own total promises {said['total']}")
    return papers


def _found(said: Mapping[str, Any]) -> Any:
    """The list of a search's page. One that finds nothing may leave it out."""
    return said.get("data", [] if said.get("total") == 0 else None)


def _whole_batch(request: Request, reply: Reply) -> list[Any]:
    """The list of a batch, as long as what was asked. Nothing but nulls contradicts the service's own contract."""
    said = reply.json()
    if not isinstance(said, list):
        raise SourceConfused(f"sent no list of papers but {excerpt(reply.text)!r}")
    if len(said) != len(request.items):
        raise SourceConfused(f"sent {len(said)} papers for {len(request.items)} ids")
    if all(paper is None for paper in said):
        raise SourceConfused("sent nothing but nulls")
    return said


def _is_negative(request: Request, reply: Reply) -> bool:
    """Whether a reply is the service's own "no": no title matches, or none of the ids is known."""
    if request.kind == "titles":
        return reply.status == 404 and "match not found" in _words(reply).lower()
    return request.kind == "papers" and reply.status == 400 and _NONE_KNOWN in _words(reply)


def _words(reply: Reply) -> str:
    """What an error body says, in the application's or the gateway's shape or in none."""
    try:
        said = reply.json()
    except SourceConfused:
        return excerpt(reply.text)
    if isinstance(said, dict):
        return excerpt(str(said.get("error") or said.get("message") or reply.text))
    return excerpt(reply.text)


def read_papers(answer: Answer) -> dict[str, Lookup[PaperRecord]]:
    """Per key asked, the record at its position; null there, or none known at all, is "not found".

    A paper that can't be read is left out.
    """
    papers = answer.json() if answer.status == 200 else [None] * len(answer.items)
    missing: Lookup[PaperRecord] = Lookup(Status.NOT_FOUND, "semantic_scholar", observed_at=answer.received_at)
    found = {}
    for asked, paper in zip(answer.items, papers, strict=True):
        record = _readable(paper) if paper else None
        if record or not paper:
            found[asked] = Lookup(Status.OK, "semantic_scholar", record, answer.received_at) if record else missing
    return found


def read_candidates(answer: Answer) -> dict[str, Lookup[tuple[Candidate, ...]]]:
    """The candidates for the one title asked."""
    papers = _found(answer.json()) if answer.status == 200 else []
    offered = tuple(candidate_of(record) for paper in papers if (record := _readable(paper)))
    if papers and not offered:
        return {}
    status = Status.OK if offered else Status.NOT_FOUND
    return {title: Lookup(status, "semantic_scholar", offered, answer.received_at) for title in answer.items}


def read_exact(answer: Answer) -> dict[str, Lookup[tuple[Candidate, ...]]]:
    """Per title asked, the papers with all of its words and no others.

    "Not found" means only that none is on the page.
    """
    records = [record for paper in _found(answer.json()) if (record := _readable(paper))]
    found = {}
    for title in answer.items:
        offered = tuple(candidate_of(record) for record in records if same_words(title, record.title or ""))
        status = Status.OK if offered else Status.NOT_FOUND
        found[title] = Lookup(status, "semantic_scholar", offered, answer.received_at)
    return found


def _readable(said: Mapping[str, Any]) -> PaperRecord | None:
    """One paper of an answer; None where a value has a shape that the service doesn't describe."""
    try:
        return _record(said)
    except (AttributeError, TypeError, ValueError):
        return None


def _record(said: Mapping[str, Any]) -> PaperRecord:
    """One paper of an answer, through the package's own class."""
    from semanticscholar.Paper import Paper

    if isinstance(said.get("authors"), str | dict):  # the package would take their letters or keys for authors
        raise TypeError("authors must be a list")
    paper = Paper(dict(said))
    pdf = paper.openAccessPdf or {}
    return PaperRecord(
        source="semantic_scholar",
        ids=_ids(paper),
        title=one_line(paper.title),
        authors=tuple(
            Author(name, author.authorId) for author in paper.authors or () if (name := one_line(author.name))
        ),
        abstract=one_line(paper.abstract),
        year=count(paper.year),
        venue=one_line(paper.venue),
        citation_count=count(paper.citationCount),
        influential_citation_count=count(paper.influentialCitationCount),
        reference_count=count(paper.referenceCount),
        tldr=one_line(paper.tldr.text if paper.tldr else None),
        fields_of_study=tuple(field for one in paper.fieldsOfStudy or () if (field := one_line(one))),
        open_access_pdf_url=one_line(pdf.get("url")),
    )


def _ids(paper: Paper) -> PaperIds:
    """The ids a paper has now. An arXiv DOI is the arXiv id."""
    others = paper.externalIds or {}
    arxiv_id, doi = parse_arxiv_id(others.get("ArXiv") or ""), parse_doi(others.get("DOI") or "")
    if doi and (of_doi := parse_arxiv_id(doi)):
        arxiv_id, doi = arxiv_id or of_doi, None
    corpus_id = paper.corpusId or others.get("CorpusId")
    return PaperIds(
        arxiv_id=arxiv_id,
        doi=doi,
        s2_paper_id=one_line(paper.paperId),
        s2_corpus_id=count(corpus_id) or None,
        acl_id=parse_acl_id(others.get("ACL") or ""),
    )
