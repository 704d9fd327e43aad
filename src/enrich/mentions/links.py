"""URLs as documents write them: found in running text, tidied, and told apart by what they lead to. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from enrich.identifiers import parse_github_repo, parse_paper_url
from enrich.records import Link, LinkRole

# With a scheme, with www., or host/path as lists write it bare. Brackets, quotes and CJK stops end a URL.
_END = r"[^\s<>\"“”`{}|\\^，。；、】」』]"
_URL = re.compile(
    rf"(?:https?://|ftp://)(?=[^\s/])[^\s<>\"“”`|\\，。；、】」』]+"
    rf"|(?<![\w@./-])www\.[\w-]+\.{_END}+"
    rf"|(?<![\w@./-])(?:[a-z0-9-]+\.){{1,4}}(?:com|org|net|io|edu|gov|ai|info|dev|de|uk|fr|ch|cn|jp|eu|it|nl|ca)/{_END}+",
    re.I,
)
_STATED = re.compile(
    r"(?<![\w/.])arxiv\s?:\s?(?P<arxiv>\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[a-z]{2})?/\d{7})"
    r"|(?:(?<![\w/.])doi\s?:\s?<?|(?<![\w/.:=%,;-]))(?P<doi>10\.\d{4,9}/[^\s\"<>\]},;]+)",
    re.I,
)
# The number of a preprint alone, where nothing but a fact stands: in front of all, between brackets, bars, dashes, or
# behind one of those at the end: "2301.00001 - A Title", "A Title [2301.00001]".
_NUMBER = r"\d\d(?:0[1-9]|1[0-2])\.\d{4,5}(?:v\d{1,2})?"
_ARXIV = "https://arxiv.org/abs/"
_BARE = re.compile(
    rf"\A(?P<first>{_NUMBER})(?=\s*(?:\Z|[|:,;\t]|\s[^\W\d_]|\s[\"'“‘(\[]|\s[–—-]\s))"
    rf"|(?:(?<=[\[(|\t])|(?<=[|–—,;:.-]\s))(?P<number>{_NUMBER})(?=\.?\s*\Z|\s?[\])|\t,;]|\s[–—-]\s)"
)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)
_BESIDE = re.compile(r"(?![a-z][a-z0-9+.-]*:|//|[#?])\S", re.I)  # no scheme, no host, no anchor of the document itself
_CODE_HOSTS = ("github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "gitee.com", "sourceforge.net")
_CODE_WORDS = re.compile(r"\b(?:code|codes|github|gitlab|implementation|repo|repository|source|software)\d*\b", re.I)
_DATA_WORDS = re.compile(r"\b(?:data|dataset|datasets|benchmark|corpus)\d*\b", re.I)
_PROJECT_WORDS = re.compile(r"\b(?:project|website|homepage|page|site|demo|web)\b", re.I)
_PAPER_WORDS = re.compile(
    r"\b(?:paper|pdf|arxiv|doi|abs|abstract|preprint|openreview|acm|ieee|springer|publisher|article|ps)\d*\b", re.I
)
# Hosts whose pages about a work are the work itself: publishers, proceedings, preprint servers and paper indexes.
_HOST_ALONE = re.compile(r"[a-z]+://[^/]*/?")
_PAPER_HOSTS = re.compile(
    r"(?:^|\.)(?:arxiv\.org|doi\.org|aclanthology\.org|aclweb\.org|openreview\.net|biorxiv\.org|medrxiv\.org|chemrxiv\.org"
    r"|semanticscholar\.org|thecvf\.com|mlr\.press|jmlr\.org|nips\.cc|neurips\.cc|ieee\.org|acm\.org|springer\.com"
    r"|sciencedirect\.com|nature\.com|science\.org|sciencemag\.org|wiley\.com|mdpi\.com|frontiersin\.org|plos\.org"
    r"|pnas\.org|cell\.com|oup\.com|tandfonline\.com|sagepub\.com|usenix\.org|vldb\.org|aaai\.org|ijcai\.org"
    r"|isca-speech\.org|roboticsproceedings\.org|eprint\.iacr\.org|iacr\.org|ssrn\.com|jstor\.org|nber\.org|hal\.science"
    r"|ncbi\.nlm\.nih\.gov|pubmed\.gov|iopscience\.iop\.org|aps\.org|aip\.org|ams\.org|siam\.org|royalsocietypublishing\.org"
    r"|copernicus\.org|agu\.org|osti\.gov|eccv\.net|ecva\.net|bmvc\.org|dagstuhl\.de|ceur-ws\.org|adsabs\.harvard\.edu"
    r"|inspirehep\.net|europepmc\.org|elifesciences\.org|jstage\.jst\.go\.jp|worldscientific\.com|degruyter\.com|cambridge\.org)$"
)


_OPENING = {")": "(", "]": "[", "}": "{", ">": "<"}


_REMEMBERED = 8192  # addresses; one is asked about several times while its entry is read


class FoundUrl(NamedTuple):
    """A URL in a text: tidied, with its scheme, and where it stood (`text[start:end]`)."""

    url: str
    start: int
    end: int


def find_urls(text: str) -> list[FoundUrl]:
    """Every URL of `text` in order; bare hosts get "https://", punctuation that ends a sentence is left out."""
    if "/" not in text and "www." not in text:
        return []
    found = []
    for match in _URL.finditer(text):
        shown = trim_url(match[0])
        found.append(FoundUrl(with_scheme(shown), match.start(), match.start() + len(shown)))
    return found


def find_stated_ids(text: str) -> list[FoundUrl]:
    """Identifiers stated as such ("arXiv:2301.00001", "doi:10.1000/182", "10.1000/182"), or as numbers that preprints
    have, where nothing but a fact stands ("A Title [2301.00001]"), as the URL each stands for."""
    found = []
    if ":" in text or "10." in text:
        for match in _STATED.finditer(text):
            shown = trim_url(match[0])
            head = _ARXIV if match["arxiv"] else "https://doi.org/"
            place = trim_url(match["arxiv"] or match["doi"])
            found.append(FoundUrl(head + place, match.start(), match.start() + len(shown)))
    for match in _BARE.finditer(text) if "." in text else ():
        number = match["first"] or match["number"]
        found.append(FoundUrl(_ARXIV + number, match.start(), match.start() + len(number)))
    return found


def may_state_number(text: str) -> bool:
    """Whether a text may hold the number of a preprint alone, in front, between signs or at the end; a quick look."""
    return "." in text and bool(_BARE.search(text))


def trim_url(url: str) -> str:
    """`url` without the punctuation of the sentence around it; a closing bracket stays if the URL opened it."""
    while url:
        last = url[-1]
        opened = _OPENING.get(last)
        if last not in ".,;:!?'*_\"’”…" and (not opened or url.count(last) <= url.count(opened)):
            break
        url = url[:-1]
    return url


def with_scheme(url: str) -> str:
    """`url` as an address: "https://" before a bare host, "https:" before "//host"."""
    if url.startswith("//"):
        return f"https:{url}"
    return url if _SCHEME.match(url) else f"https://{url}"


def is_web(url: str) -> bool:
    """Whether `url` leads out to the web: not to an anchor, a mail address or a file beside the document."""
    return url.lower().startswith(("http://", "https://", "ftp://"))


def is_beside(url: str) -> bool:
    """Whether `url` leads to a page or file beside the document: "papers/tides.pdf", "/talks/3.html"."""
    return bool(_BESIDE.match(url))


def host_of(url: str) -> str:
    """The host in lower case without "www."; "" if the URL is broken."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


@lru_cache(maxsize=_REMEMBERED)
def names_paper(url: str) -> bool:
    """Whether the address itself is a paper's: it has an identifier, or leads to what a host publishes."""
    try:
        return bool(parse_paper_url(url)) or bool(_PAPER_HOSTS.search(host_of(url)) and not _HOST_ALONE.fullmatch(url))
    except ValueError:
        return False


def is_paper_address(text: str) -> bool:
    """Whether a text is nothing but the address of a paper."""
    found = find_urls(text)
    return len(found) == 1 and found[0].start == 0 and found[0].end == len(text) and names_paper(found[0].url)


def names_code(url: str) -> bool:
    """Whether the address is that of source code: papers that lie in a repository are none of it."""
    host = host_of(url)
    return not _is_print(url) and (
        host in _CODE_HOSTS
        or host.endswith(".github.com")
        or bool(host.endswith("github.com") and parse_github_repo(url))
    )


@lru_cache(maxsize=_REMEMBERED)
def link_role(url: str, text: str | None = None) -> LinkRole:
    """What a link leads to: the address decides where it can, then the anchor's words, then the ending ".pdf"."""
    if names_code(url):
        return LinkRole.CODE
    if names_paper(url):
        return LinkRole.PAPER
    words = (text or "").strip()
    if len(words) <= _ANCHOR_LENGTH:
        for role, pattern in _ROLE_WORDS:
            if pattern.search(words):
                return role
    if _is_print(url):
        return LinkRole.PAPER
    if host_of(url).endswith((".github.io", ".gitlab.io")):
        return LinkRole.PROJECT
    return LinkRole.OTHER


def _is_print(url: str) -> bool:
    """Whether the address is that of a file made for printing."""
    return url.split("?")[0].split("#")[0].lower().endswith((".pdf", ".ps", ".ps.gz"))


# Longer anchors are titles, whose words say nothing about the link.
_ANCHOR_LENGTH = 24
_ROLE_WORDS = (
    (LinkRole.PAPER, _PAPER_WORDS),
    (LinkRole.CODE, _CODE_WORDS),
    (LinkRole.DATA, _DATA_WORDS),
    (LinkRole.PROJECT, _PROJECT_WORDS),
)


def make_link(url: str, text: str | None = None) -> Link:
    """A `Link` with its role."""
    words = " ".join(text.split()) if text else ""
    return Link(url, link_role(url, words), words or None)


def unique_links(links: Iterable[Link]) -> tuple[Link, ...]:
    """The links in order, each URL once; the first one that has words for it wins."""
    first: dict[str, Link] = {}
    for link in links:
        kept = first.setdefault(link.url, link)
        if kept.text is None and link.text:
            first[link.url] = link
    return tuple(first.values())
