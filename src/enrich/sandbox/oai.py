"""arXiv's OAI-PMH over the sandbox's world: metadata of all papers, page by page, with stateless resumption tokens.

In comes a verb, out comes XML with status 200, errors included, as the protocol wants it. Formats: `arXiv`, `arXivRaw`,
`oai_dc`. Dates are days. Pages are smaller than arXiv's (1300 records), so that the small world has several.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlencode
from xml.sax.saxutils import escape, quoteattr

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from enrich.sandbox.clock import Clock
from enrich.sandbox.faults import Faults
from enrich.sandbox.oai_records import FORMATS, SETS, datestamp, header, record, sets_of
from enrich.sandbox.world import Paper, World

RECORDS_A_PAGE = 100
_EARLIEST = "2005-09-16"
_ALLOWED: Mapping[str, frozenset[str]] = {
    "Identify": frozenset(),
    "ListMetadataFormats": frozenset(["identifier"]),
    "ListSets": frozenset(["resumptionToken"]),
    "GetRecord": frozenset(["identifier", "metadataPrefix"]),
    "ListRecords": frozenset(["metadataPrefix", "from", "until", "set", "resumptionToken"]),
    "ListIdentifiers": frozenset(["metadataPrefix", "from", "until", "set", "resumptionToken"]),
}


class OaiError(Exception):
    """An error of the protocol: a code and a text."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__(code, text)
        self.code, self.text = code, text


@dataclass(frozen=True, slots=True)
class Listing:
    """A selection of records and where to go on in it. `skip` counts from the day `first`."""

    verb: str
    prefix: str
    first: str
    last: str
    chosen_set: str
    skip: int = 0

    @property
    def token(self) -> str:
        """The text of the resumption token, before it is percent-encoded."""
        words = {"verb": self.verb, "metadataPrefix": self.prefix, "from": self.first, "until": self.last}
        return urlencode({**words, **({"set": self.chosen_set} if self.chosen_set else {}), "skip": str(self.skip)})


class Oai:
    """The endpoint."""

    def __init__(self, world: World, clock: Clock, faults: Faults) -> None:
        self._world, self._clock, self._faults = world, clock, faults

    async def moved(self, request: Request) -> Response:
        """The old address."""
        return RedirectResponse(str(request.url).replace("/oai2", "/oai", 1), 301)

    async def answer(self, request: Request) -> Response:
        """Any verb."""
        given = dict(request.query_params)
        if request.method == "POST":
            given.update(parse_qsl((await request.body()).decode("utf-8", "replace")))
        try:
            body = self._verb(given)
        except OaiError as error:
            body = f"<error code={quoteattr(error.code)}>{escape(error.text)}</error>"
        return Response(self._document(given, body), headers={"content-type": "text/xml; charset=utf-8"})

    def _document(self, given: Mapping[str, str], body: str) -> str:
        now = self._clock.now().strftime("%Y-%m-%dT%H:%M:%SZ")
        asked = "".join(f" {name}={quoteattr(value)}" for name, value in given.items() if name.isalpha())
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">'
            f"<responseDate>{now}</responseDate><request{asked}>http://oaipmh.arxiv.org/oai</request>{body}</OAI-PMH>\n"
        )

    def _verb(self, given: Mapping[str, str]) -> str:
        verb = given.get("verb", "")
        if verb not in _ALLOWED:
            raise OaiError("badVerb", f"Did not understand verb {verb}")
        if surplus := set(given) - _ALLOWED[verb] - {"verb"}:
            raise OaiError("badArgument", f"Unexpected argument: {', '.join(sorted(surplus))}")
        if verb == "GetRecord":
            return self._record(given)
        if verb in ("ListRecords", "ListIdentifiers"):
            return self._page(self._listing(verb, given))
        return _FIXED[verb]

    def _record(self, given: Mapping[str, str]) -> str:
        prefix = _format(given)
        name = given.get("identifier", "").removeprefix("oai:arXiv.org:")
        paper = self._world.by_arxiv_id.get(name)
        if paper is None:
            raise OaiError("idDoesNotExist", "Nothing found for this identifier")
        return f"<GetRecord>{record(paper, prefix)}</GetRecord>"

    def _listing(self, verb: str, given: Mapping[str, str]) -> Listing:
        if token := given.get("resumptionToken"):
            return self._resumed(verb, token)
        today = self._clock.today().isoformat()
        return Listing(
            verb, _format(given), given.get("from", _EARLIEST), given.get("until", today), given.get("set", "")
        )

    def _resumed(self, verb: str, token: str) -> Listing:
        words = dict(parse_qsl(token))
        if words.get("verb") != verb or self._faults.take("arxiv", ["bad_token"]):
            raise OaiError("badResumptionToken", "The resumption token is invalid or expired")
        try:
            first, last, skip = words["from"], words["until"], int(words["skip"])
            return Listing(verb, _format(words), first, last, words.get("set", ""), skip)
        except (KeyError, ValueError):
            raise OaiError("badResumptionToken", "The resumption token is invalid or expired") from None

    def _page(self, listing: Listing) -> str:
        chosen = self._chosen(listing)
        if not chosen:
            raise OaiError("noRecordsMatch", "No records match")
        shown = chosen[listing.skip : listing.skip + RECORDS_A_PAGE]
        write = record if listing.verb == "ListRecords" else header
        body = "".join(write(paper, listing.prefix) for paper in shown)
        more = listing.skip + RECORDS_A_PAGE < len(chosen)
        return f"<{listing.verb}>{body}{self._token(listing, shown) if more else ''}</{listing.verb}>"

    def _chosen(self, listing: Listing) -> list[Paper]:
        """The selection by day of change. A set that doesn't exist finds nothing."""
        papers = [
            paper
            for paper in self._world.by_arxiv_id.values()
            if listing.first <= datestamp(paper) <= listing.last
            and (not listing.chosen_set or listing.chosen_set in sets_of(paper))
        ]
        return sorted(papers, key=lambda paper: (datestamp(paper), paper.arxiv_id))

    def _token(self, listing: Listing, shown: list[Paper]) -> str:
        first = datestamp(shown[-1])
        same_day = sum(datestamp(paper) == first for paper in shown)
        skip = same_day + (listing.skip if first == listing.first else 0)
        following = Listing(listing.verb, listing.prefix, first, listing.last, listing.chosen_set, skip)
        expires = f"{self._clock.today().isoformat()}T23:59:59Z"
        return (
            f"<resumptionToken expirationDate='{expires}'>{escape(quote(following.token, safe=''))}</resumptionToken>"
        )


def _format(given: Mapping[str, str]) -> str:
    prefix = given.get("metadataPrefix", "")
    if not prefix:
        raise OaiError("badArgument", "metadataPrefix is missing")
    if prefix not in FORMATS:
        raise OaiError("cannotDisseminateFormat", f"{prefix} is not supported")
    return prefix


_FIXED = {
    "Identify": (
        "<Identify><repositoryName>arXiv</repositoryName><baseURL>http://oaipmh.arxiv.org/oai</baseURL>"
        f"<protocolVersion>2.0</protocolVersion><earliestDatestamp>{_EARLIEST}</earliestDatestamp>"
        "<deletedRecord>persistent</deletedRecord><granularity>YYYY-MM-DD</granularity></Identify>"
    ),
    "ListMetadataFormats": "<ListMetadataFormats>"
    + "".join(
        f"<metadataFormat><metadataPrefix>{prefix}</metadataPrefix><metadataNamespace>{namespace}</metadataNamespace>"
        "</metadataFormat>"
        for prefix, namespace in FORMATS.items()
    )
    + "</ListMetadataFormats>",
    "ListSets": "<ListSets>"
    + "".join(f"<set><setSpec>{spec}</setSpec><setName>{spec}</setName></set>" for spec in SETS)
    + "</ListSets>",
}
