"""Identifiers of papers and repositories: any spelling in, the normal form or None out. Pure.

What a text merely looks like is never enough: a string that is no identifier of its kind gives None, so that a wrong
identity can't start here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

# arxiv.org/help/arxiv_identifier (seen 2026-11): YYMM.NNNN from 2007-04, YYMM.NNNNN from 2015-01,
# archive/YYMMNNN before.
_ARXIV_NEW = re.compile(r"(?P<yymm>\d{4})\.(?P<number>\d{4,5})(?:v(?P<version>[1-9]\d*))?", re.I)
_ARXIV_OLD = re.compile(
    r"(?P<archive>[a-z]+(?:-[a-z]+)?)(?:\.[a-z]{2})?/(?P<number>\d{7})(?:v(?P<version>[1-9]\d*))?", re.I
)
_ARXIV_HOSTS = re.compile(
    r"(?:^|\.)(?:arxiv\.org|alphaxiv\.org|ar5iv\.org|ar5iv\.labs\.arxiv\.org|huggingface\.co|hf\.co|arxiv\.gg)$"
)
_ARXIV_PATHS = re.compile(r"^/(?:abs|pdf|html|format|ps|papers|overview|e-print|src)/(?P<id>.+?)(?:\.pdf)?/?$", re.I)
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_DOI_PATHS = re.compile(
    r"^/(?:doi|article|chapter|book|content)/(?:(?:abs|pdf|full|epdf|epub|fullHtml|pdfplus|reader)/)?(?P<doi>10\..+)$"
)
_SHA = re.compile(r"[0-9a-f]{40}")
_ACL_NEW = re.compile(r"\d{4}\.[a-z0-9]+(?:-[a-z0-9]+)+\.\d+|\d{4}\.[a-z0-9]+-[a-z0-9]+\.\d+", re.I)
_ACL_OLD = re.compile(r"[A-Z]\d{2}-\d{4,5}", re.I)
_GITHUB_OWNER = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})")
_GITHUB_NAME = re.compile(r"[A-Za-z0-9._-]{1,100}")
# First path parts of github.com that are pages of the site, not owners.
_GITHUB_PAGES = frozenset(
    "about apps blog collections contact customer-stories enterprise events explore features issues join login "  # noqa: SIM905
    "marketplace new notifications orgs organizations pricing pulls readme search security settings signup site "
    "sponsors stars team topics trending users".split()
)


@dataclass(frozen=True, slots=True)
class PaperIds:
    """All identifiers known for one paper, each in its normal form."""

    arxiv_id: str | None = None  # without version
    doi: str | None = None  # lower case; never an arXiv DOI, which is the arXiv id
    s2_paper_id: str | None = None  # 40 hex digits; may change when papers are merged
    s2_corpus_id: int | None = None
    acl_id: str | None = None
    openreview_id: str | None = None

    def __bool__(self) -> bool:
        return any((self.arxiv_id, self.doi, self.s2_paper_id, self.s2_corpus_id, self.acl_id, self.openreview_id))

    def merged(self, other: PaperIds) -> PaperIds:
        """These ids, with the gaps filled from `other`."""
        return PaperIds(
            self.arxiv_id or other.arxiv_id,
            self.doi or other.doi,
            self.s2_paper_id or other.s2_paper_id,
            self.s2_corpus_id or other.s2_corpus_id,
            self.acl_id or other.acl_id,
            self.openreview_id or other.openreview_id,
        )

    def same_paper(self, other: PaperIds) -> bool:
        """True if the two share an identifier of one kind."""
        return any(
            (
                self.arxiv_id is not None and self.arxiv_id == other.arxiv_id,
                self.doi is not None and self.doi == other.doi,
                self.s2_paper_id is not None and self.s2_paper_id == other.s2_paper_id,
                self.s2_corpus_id is not None and self.s2_corpus_id == other.s2_corpus_id,
                self.acl_id is not None and self.acl_id == other.acl_id,
                self.openreview_id is not None and self.openreview_id == other.openreview_id,
            )
        )

    @property
    def paper_id(self) -> str | None:
        """The stable name of the paper: arXiv id, else DOI, else Semantic Scholar's corpus id, else None."""
        if self.arxiv_id:
            return f"arxiv:{self.arxiv_id}"
        if self.doi:
            return f"doi:{self.doi}"
        if self.s2_corpus_id:
            return f"s2:{self.s2_corpus_id}"
        return None

    @property
    def s2_key(self) -> str | None:
        """How Semantic Scholar is asked for this paper (POST /paper/batch), or None if it can't be.

        Identifiers that are known before Semantic Scholar was asked come first, so that a paper is asked for by the
        same key in every run, and yesterday's answer is found again.
        """
        if self.arxiv_id:
            return f"ARXIV:{self.arxiv_id}"
        if self.doi:
            return f"DOI:{self.doi}"
        if self.s2_corpus_id:
            return f"CorpusId:{self.s2_corpus_id}"
        if self.s2_paper_id:
            return self.s2_paper_id
        return f"ACL:{self.acl_id}" if self.acl_id else None


def _host_path_query(url: str) -> tuple[str, str, str]:
    """Host without "www.", decoded path, and query of a URL; blanks for a text that is no URL at all."""
    try:
        parts = urlsplit(url)
        return (parts.hostname or "").removeprefix("www."), unquote(parts.path), parts.query
    except ValueError:  # brackets that hold no IPv6 address
        return "", "", ""


def parse_arxiv_id(text: str) -> str | None:
    """`1706.03762v5`, `arXiv:1706.03762`, `math.GT/0309136`, a URL of it: the id without version, else None."""
    return (split_arxiv_version(text) or (None, None))[0]


def split_arxiv_version(text: str) -> tuple[str, int | None] | None:
    """The id without version, and the version where one is named; None if `text` is no arXiv id."""
    text = text.strip()
    if "://" in text or "/abs/" in text or "/pdf/" in text:
        host, path, _ = _host_path_query(text if "://" in text else f"https://{text}")
        named = _ARXIV_PATHS.match(path)
        if not named or not _ARXIV_HOSTS.search(host):
            return None
        text = named["id"]
    text = re.sub(r"^(?:arxiv\s*:\s*|10\.48550/arxiv\.)", "", text, flags=re.I)
    if (new := _ARXIV_NEW.fullmatch(text)) and _is_month(new["yymm"]):
        return f"{new['yymm']}.{new['number']}", int(new["version"]) if new["version"] else None
    if (old := _ARXIV_OLD.fullmatch(text)) and _is_month(old["number"][:4]):
        return f"{old['archive'].lower()}/{old['number']}", int(old["version"]) if old["version"] else None
    return None


def _is_month(yymm: str) -> bool:
    return 1 <= int(yymm[2:]) <= 12


def parse_doi(text: str) -> str | None:
    """A DOI, `doi:` form or URL that carries one: lower case, trailing punctuation gone; else None."""
    text = text.strip()
    if "://" in text:
        host, path, _ = _host_path_query(text)
        if host in ("doi.org", "dx.doi.org"):
            text = path.lstrip("/")
        elif match := _DOI_PATHS.match(path):
            text = re.sub(r"(?:\.pdf|/(?:pdf|full|abstract|meta))$", "", match["doi"])
        else:
            return None
    text = re.sub(r"^doi\s*:\s*", "", text, flags=re.I).rstrip(".,;:)]}>\"'")
    return text.lower() if _DOI.fullmatch(text) else None


def parse_s2_id(text: str) -> str | int | None:
    """A Semantic Scholar paper: 40 hex digits (str), `CorpusId:N` (int), or a URL of either; else None."""
    text = text.strip()
    if "://" in text:
        host, path, _ = _host_path_query(text)
        if host not in ("semanticscholar.org", "api.semanticscholar.org"):
            return None
        text = path.rstrip("/").rsplit("/", 1)[-1]
    if corpus := re.fullmatch(r"corpus-?id:\s*(\d+)", text, re.I):
        return int(corpus[1])
    return text.lower() if _SHA.fullmatch(text.lower()) else None


def parse_acl_id(text: str) -> str | None:
    """An ACL Anthology id (`2020.acl-main.447`, `P19-1427`), its URL or its DOI; else None."""
    text = text.strip()
    if "://" in text:
        host, path, _ = _host_path_query(text)
        if host not in ("aclanthology.org", "aclweb.org", "aclanthology.info"):
            return None
        text = re.sub(r"(?:\.pdf|\.bib)$", "", path.rstrip("/").rsplit("/", 1)[-1])
    text = re.sub(r"^10\.18653/v1/", "", text, flags=re.I)
    if _ACL_OLD.fullmatch(text):
        return text.upper()
    return text.lower() if _ACL_NEW.fullmatch(text) else None


def parse_openreview_id(text: str) -> str | None:
    """The forum id of an OpenReview URL; else None."""
    host, _, query = _host_path_query(text.strip())
    if host not in ("openreview.net", "api2.openreview.net"):
        return None
    named = parse_qs(query).get("id", [])
    return named[0] if named and re.fullmatch(r"[\w-]{5,30}", named[0]) else None


def parse_github_repo(text: str) -> str | None:
    """`owner/name` of a GitHub repository URL, in its own capitals; None for other pages and hosts."""
    text = text.strip()
    host, path, _ = _host_path_query(text if "://" in text else f"https://{text}")
    parts = [part for part in path.split("/") if part]
    if host != "github.com" or len(parts) < 2 or parts[0].lower() in _GITHUB_PAGES:
        return None
    owner, name = parts[0], re.sub(r"\.git$", "", parts[1].rstrip(".,;:)'\""))
    if not _GITHUB_OWNER.fullmatch(owner) or not _GITHUB_NAME.fullmatch(name) or name in (".", ".."):
        return None
    return f"{owner}/{name}"


def parse_paper_url(url: str) -> PaperIds:
    """The identifiers that a URL itself names; an empty `PaperIds` if it names none.

    >>> parse_paper_url("https://arxiv.org/pdf/2305.13245v3.pdf").arxiv_id
    '2305.13245'
    """
    if arxiv_id := parse_arxiv_id(url):
        return PaperIds(arxiv_id=arxiv_id)
    if doi := parse_doi(url):
        if arxiv_id := parse_arxiv_id(doi):
            return PaperIds(arxiv_id=arxiv_id)
        return PaperIds(doi=doi, acl_id=parse_acl_id(doi))
    if acl_id := parse_acl_id(url):
        return PaperIds(acl_id=acl_id, doi=f"10.18653/v1/{acl_id.lower()}")
    if openreview_id := parse_openreview_id(url):
        return PaperIds(openreview_id=openreview_id)
    s2 = parse_s2_id(url) if "semanticscholar" in url else None
    if isinstance(s2, int):
        return PaperIds(s2_corpus_id=s2)
    return PaperIds(s2_paper_id=s2)
