"""The three services as functions from a request to a response: small, healthy, and after the published contracts.

A `Town` is what an `httpx.MockTransport` talks to. Faults are put in front of the healthy services, once or for good.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import parse_qs

import httpx

Handler = Callable[[httpx.Request], httpx.Response]

ARXIV, S2, GITHUB = "https://arxiv.test", "https://s2.test", "https://github.test"
DATACITE, HUGGING_FACE = "https://datacite.test", "https://hf.test"
PAPERS = {f"2401.{number:05d}": f"On the Growth of Lichens, Study {number}" for number in range(1, 301)}
REPOSITORIES = {f"lichen/growth-{number}": 1000 + number for number in range(1, 121)}

_FEED = """<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom"
      xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/x</id><title>arXiv Query</title><updated>2026-04-12T22:10:19Z</updated>
  <opensearch:itemsPerPage>{size}</opensearch:itemsPerPage>
  <opensearch:totalResults>{total}</opensearch:totalResults>
  <opensearch:startIndex>0</opensearch:startIndex>
{entries}
</feed>"""
_ENTRY = """  <entry>
    <id>http://arxiv.org/abs/{arxiv_id}v2</id><title>{title}</title><updated>2024-02-01T10:00:00Z</updated>
    <link href="https://arxiv.org/pdf/{arxiv_id}v2" rel="related" type="application/pdf" title="pdf"/>
    <summary>  We measure
lichens.</summary>
    <category term="q-bio.PE" scheme="http://arxiv.org/schemas/atom"/>
    <published>2024-01-02T10:00:00Z</published>
    <arxiv:comment>12 pages</arxiv:comment>
    <arxiv:primary_category term="q-bio.PE"/>
    <author><name>Ada Moss</name></author><author><name>Ben Fern</name></author>
    {doi}
  </entry>"""
ERROR_ENTRY = """  <entry>
    <id>https://arxiv.org/api/errors#{slug}</id><title>Error</title><updated>2026-04-12T22:59:06Z</updated>
    <summary>{words}</summary><author><name>arXiv api core</name></author>
  </entry>"""


def feed(entries: list[str], *, total: int | None = None, size: int = 100, status: int = 200) -> httpx.Response:
    """A feed as arXiv sends it."""
    text = _FEED.format(size=size, total=len(entries) if total is None else total, entries="\n".join(entries))
    return httpx.Response(status, text=text, headers={"content-type": "application/atom+xml; charset=utf-8"})


def entry(arxiv_id: str, title: str, doi: str = "") -> str:
    """One entry of a feed."""
    return _ENTRY.format(arxiv_id=arxiv_id, title=title, doi=doi)


def arxiv_parameters(request: httpx.Request) -> tuple[list[str], str, int]:
    """The ids, the query and the page size that a request asks for."""
    asked = parse_qs(request.url.query.decode())
    return asked.get("id_list", [""])[0].split(","), asked.get("search_query", [""])[0], int(asked["max_results"][0])


def arxiv(request: httpx.Request) -> httpx.Response:
    """arXiv's API: ids in index order, missing ones silently absent; phrases over titles."""
    ids, query, size = arxiv_parameters(request)
    if not query:
        for asked in ids:
            if not re.search(r"\d{4}\.\d{4,5}(v\d*)?|[a-z-]+(\.[A-Z]{2})?/\d{7}", asked):
                words = f"incorrect id format for {asked}"
                return feed([ERROR_ENTRY.format(slug="x", words=words)], status=400)
        known = sorted((asked for asked in set(ids) if asked in PAPERS), reverse=True)
    else:
        known = [key for key, title in PAPERS.items() if _finds(query, title)]
    return feed([entry(key, PAPERS[key]) for key in known[:size]], total=len(known), size=size)


def _finds(query: str, title: str) -> bool:
    """Whether a phrase of the query stands in the title, or all words of one of its groups do."""
    phrases = re.findall(r'ti:"([^"]*)"', query)
    groups = [re.findall(r"ti:([^\W_]+)", group) for group in re.findall(r"\(([^()]*)\)", query)]
    words = re.findall(r"[^\W_]+", title.lower())
    return any(phrase.lower() in title.lower() for phrase in phrases) or any(
        group and set(group) <= set(words) for group in groups
    )


def s2_paper(key: str) -> dict[str, object] | None:
    """A paper as Semantic Scholar describes it, by `ARXIV:...`; None if it is unknown."""
    arxiv_id = key.removeprefix("ARXIV:")
    if arxiv_id not in PAPERS:
        return None
    number = int(arxiv_id[-5:])
    return {
        "paperId": f"{number:040x}",
        "corpusId": 5000 + number,
        "externalIds": {"ArXiv": arxiv_id, "CorpusId": 5000 + number, "DOI": f"10.48550/arXiv.{arxiv_id}"},
        "title": PAPERS[arxiv_id],
        "abstract": None,
        "venue": "",
        "year": 2024,
        "citationCount": number,
        "influentialCitationCount": 0,
        "referenceCount": 40,
        "fieldsOfStudy": None,
        "openAccessPdf": {"url": "", "status": None, "license": None, "disclaimer": "Notice: elided by the publisher"},
        "tldr": None,
        "authors": [{"authorId": "77", "name": "A. Moss"}, {"authorId": None, "name": "Ben Fern"}],
    }


def s2(request: httpx.Request) -> httpx.Response:
    """Semantic Scholar's graph: batches by position, phrases in titles, and the one closest title."""
    if request.url.path.endswith("/paper/batch"):
        found = [s2_paper(key) for key in json.loads(request.content)["ids"]]
        if not any(found):
            return httpx.Response(400, json={"error": "No valid paper ids given"})
        return httpx.Response(200, json=found)
    if request.url.path.endswith("/paper/search/bulk"):
        phrases = re.findall(r'"([^"]+)"', request.url.params["query"].lower())
        keys = [key for key, title in PAPERS.items() if any(phrase in title.lower() for phrase in phrases)]
        return httpx.Response(200, json={"total": len(keys), "token": None, "data": list(map(s2_paper, keys))})
    words = set(request.url.params["query"].lower().split())
    shared = {key: len(words & set(title.lower().split())) for key, title in PAPERS.items()}
    best = max(shared, key=lambda key: shared[key])
    if shared[best] < 3:
        return httpx.Response(404, json={"error": "Title match not found"})
    return httpx.Response(200, json={"data": [{**(s2_paper(best) or {}), "matchScore": 133.3}]})


def github_node(name: str) -> dict[str, object] | None:
    """A repository as GraphQL describes it; None if it is unknown."""
    number = REPOSITORIES.get(name.lower())
    return number and {  # type: ignore[return-value]
        "databaseId": number,
        "nameWithOwner": name,
        "url": f"https://github.com/{name}",
        "description": "Lichens,  counted",
        "stargazerCount": 0,
        "forkCount": 3,
        "isArchived": False,
        "createdAt": "2024-01-02T03:04:05Z",
        "pushedAt": None,
        "licenseInfo": {"spdxId": "NOASSERTION"},
        "primaryLanguage": None,
        "watchers": {"totalCount": 5},
        "issues": {"totalCount": 2},
        "repositoryTopics": {"nodes": [{"topic": {"name": "lichen"}}]},
    }


def github_names(request: httpx.Request) -> list[str]:
    """The repositories that a GraphQL request asks for, in order."""
    variables = json.loads(request.content)["variables"]
    return [f"{variables[f'o{at}']}/{variables[f'n{at}']}" for at in range(len(variables) // 2)]


def github(request: httpx.Request) -> httpx.Response:
    """GitHub's GraphQL and REST."""
    if request.url.path != "/graphql":
        name = request.url.path.removeprefix("/repos/")
        number = REPOSITORIES.get(name)
        if number is None:
            return httpx.Response(404, json={"message": "Not Found", "status": "404"})
        return httpx.Response(200, json=rest_repository(name, number))
    names = github_names(request)
    data = {f"r{at}": github_node(name) for at, name in enumerate(names)}
    errors = [
        {"type": "NOT_FOUND", "path": [alias], "message": "Could not resolve to a Repository"}
        for alias, node in data.items()
        if node is None
    ]
    return httpx.Response(200, json={"data": data, **({"errors": errors} if errors else {})})


def rest_repository(name: str, number: int) -> dict[str, object]:
    """A repository as REST describes it: its watchers are stars once more, its issues count pull requests in."""
    return {
        "id": number,
        "full_name": name,
        "html_url": f"https://github.com/{name}",
        "stargazers_count": 0,
        "watchers_count": 0,
        "subscribers_count": 5,
        "forks_count": 3,
        "open_issues_count": 9,
        "license": None,
        "language": None,
        "topics": ["lichen"],
        "description": None,
        "created_at": "2024-01-02T03:04:05Z",
        "pushed_at": "2024-02-02T03:04:05Z",
        "archived": True,
    }


def datacite_record(arxiv_id: str, title: str | None = None) -> dict[str, object]:
    """An arXiv paper as DataCite holds it: a wrapped title, entities left in, a date a version."""
    return {
        "id": f"10.48550/arxiv.{arxiv_id}",
        "type": "dois",
        "attributes": {
            "doi": f"10.48550/arxiv.{arxiv_id}",
            "creators": [
                {"name": "Moss, Ada", "nameType": "Personal", "givenName": "Ada", "familyName": "Moss"},
                {"name": "The Lichen Survey", "nameType": "Organizational"},
            ],
            "titles": [{"title": (title or PAPERS[arxiv_id]).replace("Lichens", "\n  Lichens")}],
            "publicationYear": 2025,
            "subjects": [
                {"subject": "Populations and Evolution (q-bio.PE)", "subjectScheme": "arXiv"},
                {"subject": "FOS: Biological sciences", "subjectScheme": "Fields of Science"},
            ],
            "dates": [
                {"date": "2024-01-02T10:00:00Z", "dateType": "Submitted", "dateInformation": "v1"},
                {"date": "2024-01-03T00:00:00Z", "dateType": "Updated", "dateInformation": "v1"},
                {"date": "2024-02-01T10:00:00Z", "dateType": "Submitted", "dateInformation": "v2"},
                {"date": "2024-01", "dateType": "Available", "dateInformation": "v1"},
                {"date": "2024", "dateType": "Issued"},
            ],
            "relatedIdentifiers": [
                {
                    "relationType": "IsVersionOf",
                    "relatedIdentifier": "10.1000/Lichen",
                    "relatedIdentifierType": "DOI",
                }
            ],
            "descriptions": [{"description": "We measure lichens &gt; 3 mm.", "descriptionType": "Abstract"}],
        },
    }


def datacite(request: httpx.Request) -> httpx.Response:
    """DataCite's list: by DOI, or by phrases of titles."""
    query, size = request.url.params["query"], int(request.url.params["page[size]"])
    phrases = re.findall(r'titles\.title:"([^"]*)"', query)
    found = [key for key in re.findall(r'"10\.48550/arxiv\.([^"]+)"', query) if key in PAPERS]
    found += [key for key, title in PAPERS.items() if any(words in title.lower() for words in phrases)]
    rows = [datacite_record(key) for key in found[:size]]
    return httpx.Response(200, json={"data": rows, "meta": {"total": len(found), "totalPages": 1, "page": 1}})


def hugging_face(request: httpx.Request) -> httpx.Response:
    """Paper pages: every other paper has one."""
    arxiv_id = request.url.path.removeprefix("/api/papers/")
    if arxiv_id not in PAPERS or int(arxiv_id[-1]) % 2:
        return httpx.Response(404, json={"error": "Paper not found. For an arXiv paper to appear, ..."})
    page = {"id": arxiv_id, "title": PAPERS[arxiv_id], "githubRepo": "https://github.com/lichen/growth-1"}
    return httpx.Response(200, json=page)


@dataclass
class Town:
    """All services behind one network. `faults` are per host; `seen` lists every request that was made."""

    services: dict[str, Handler] = field(
        default_factory=lambda: {
            "arxiv.test": arxiv,
            "s2.test": s2,
            "github.test": github,
            "datacite.test": datacite,
            "hf.test": hugging_face,
        }
    )
    faults: dict[str, tuple[Handler, int]] = field(default_factory=dict)
    seen: list[httpx.Request] = field(default_factory=list)

    def break_down(self, host: str, fault: Handler, times: int = 10**6) -> None:
        """Answer the next `times` requests to `host` with `fault`."""
        self.faults[host] = (fault, times)

    def recover(self) -> None:
        """All services are healthy again."""
        self.faults.clear()

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.seen.append(request)
        fault, times = self.faults.get(request.url.host, (None, 0))
        if fault and times:
            self.faults[request.url.host] = (fault, times - 1)
            return fault(request)
        return self.services[request.url.host](request)

    def count(self, host: str) -> int:
        """Requests that reached a host."""
        return sum(request.url.host == host for request in self.seen)
