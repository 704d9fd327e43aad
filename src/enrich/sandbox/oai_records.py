"""OAI-PMH records of arXiv in its three formats: a paper in, XML out. Element order as captured in 2026.

Titles and abstracts are wrapped as in arXiv's own store. Affiliations are left out, as they practically always are.
"""

from __future__ import annotations

import textwrap
from datetime import datetime
from xml.sax.saxutils import escape

from enrich.sandbox.world import Paper

FORMATS = {
    "oai_dc": "http://www.openarchives.org/OAI/2.0/oai_dc/",
    "arXiv": "http://arxiv.org/OAI/arXiv/",
    "arXivRaw": "http://arxiv.org/OAI/arXivRaw/",
}
SETS = ("cs", "cs:cs:LG", "cs:cs:CL", "cs:cs:AI", "eess", "math", "math:math:NA", "physics", "physics:hep-th", "stat")
_LICENSE = "http://arxiv.org/licenses/nonexclusive-distrib/1.0/"
_DC = "http://purl.org/dc/elements/1.1/"


def datestamp(paper: Paper) -> str:
    """The day of the last change."""
    return paper.submitted_at(paper.version).date().isoformat()


def sets_of(paper: Paper) -> set[str]:
    """The sets the paper is in: of its archives and of its categories."""
    found = set()
    for category in paper.categories:
        archive = category.partition(".")[0]
        group = archive if archive in ("cs", "math", "stat", "eess", "q-bio", "q-fin", "econ") else "physics"
        found |= {group, f"{group}:{archive}" if "." not in category else f"{group}:{archive}:{category[-2:]}"}
    return found


def header(paper: Paper, _prefix: str = "") -> str:
    """The header alone."""
    specs = "".join(f"<setSpec>{spec}</setSpec>" for spec in sorted(sets_of(paper)) if ":" in spec)
    return (
        f"<header><identifier>oai:arXiv.org:{paper.arxiv_id}</identifier><datestamp>{datestamp(paper)}</datestamp>"
        f"{specs}</header>"
    )


def record(paper: Paper, prefix: str) -> str:
    """Header and metadata in the format `prefix`, a key of FORMATS."""
    return f"<record>{header(paper)}<metadata>{_WRITERS[prefix](paper)}</metadata></record>"


def _element(name: str, text: str | None) -> str:
    return f"<{name}>{escape(text)}</{name}>" if text else ""


def _wrapped(title: str) -> str:
    return "\n  ".join(textwrap.wrap(title, 78, break_on_hyphens=False))


def _abstract(paper: Paper) -> str:
    return f"<abstract>{escape('  ' + chr(10).join(textwrap.wrap(paper.abstract or '', 78)))}\n</abstract>"


def _arxiv(paper: Paper) -> str:
    updated = paper.submitted_at(paper.version).date().isoformat() if paper.version > 1 else None
    return (
        f'<arXiv xmlns="{FORMATS["arXiv"]}"><id>{paper.arxiv_id}</id>'
        f"<created>{paper.published_at.date().isoformat()}</created>{_element('updated', updated)}"
        f"<authors>{''.join(_author(name) for name in paper.authors)}</authors>"
        f"{_element('title', _wrapped(paper.title))}{_element('categories', ' '.join(paper.categories))}"
        f"{_element('comments', paper.comment)}{_element('doi', paper.doi)}{_element('license', _LICENSE)}"
        f"{_abstract(paper)}</arXiv>"
    )


def _author(name: str) -> str:
    forenames, _, keyname = name.rpartition(" ")
    return f"<author>{_element('keyname', keyname)}{_element('forenames', forenames)}</author>"


def _arxiv_raw(paper: Paper) -> str:
    versions = "".join(
        f'<version version="v{number}"><date>{_mail_date(paper.submitted_at(number))}</date><size>12kb</size>'
        "<source_type>D</source_type></version>"
        for number in range(1, paper.version + 1)
    )
    return (
        f'<arXivRaw xmlns="{FORMATS["arXivRaw"]}"><id>{paper.arxiv_id}</id>'
        f"{_element('submitter', paper.authors[0])}{versions}{_element('title', _wrapped(paper.title))}"
        f"{_element('authors', ', '.join(paper.authors))}{_element('categories', ' '.join(paper.categories))}"
        f"{_element('comments', paper.comment)}{_element('doi', paper.doi)}{_element('license', _LICENSE)}"
        f"{_abstract(paper)}</arXivRaw>"
    )


def _dublin_core(paper: Paper) -> str:
    creators = "".join(
        _element("dc:creator", f"{name.split()[-1]}, {name.rpartition(' ')[0]}") for name in paper.authors
    )
    return (
        f'<oai_dc:dc xmlns:oai_dc="{FORMATS["oai_dc"]}" xmlns:dc="{_DC}">'
        f"{_element('dc:title', _wrapped(paper.title))}{creators}{_element('dc:description', paper.abstract)}"
        f"{_element('dc:date', paper.published_at.date().isoformat())}{_element('dc:type', 'text')}"
        f"{_element('dc:identifier', f'http://arxiv.org/abs/{paper.arxiv_id}')}</oai_dc:dc>"
    )


def _mail_date(at: datetime) -> str:
    return at.strftime("%a, %d %b %Y %H:%M:%S GMT")


_WRITERS = {"oai_dc": _dublin_core, "arXiv": _arxiv, "arXivRaw": _arxiv_raw}
