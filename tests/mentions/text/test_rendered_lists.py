"""Lists as programs print them: their badges, inner signs, venues and broken lines; each a small document."""

from __future__ import annotations

import textwrap

import pytest

from enrich.records import MentionKind
from tests.mentions.text.reading import extract

TITLES = (
    "Tidal pools under warming seas",
    "Kelp forests of the northern shelf",
    "Where herons wait for the ebb",
    "Salt marshes behind broken dikes",
    "A census of limpets on bare rock",
    "Waves and what they carry ashore",
    "The slow return of the oyster bank",
    "Counting gulls from passing ferries",
    "Driftwood as a record of storms",
    "Sand that sings in dry summers",
)
MORE = TITLES[:5] + tuple(f"{title} by night" for title in TITLES)
PEOPLE = ("J. Roe", "M. Poe and K. Doe", "L. Moe", "A. Zoe", "R. Fox and J. Roe")
PLACES = ("Oikos", "J. Sea Stud. A", "Shore: Lett.", "Oikos", "J. Sea Stud. A")


def _cited(at: int) -> str:
    """A citation; the numbers of each differ."""
    return f"{PEOPLE[at % 5]}, {MORE[at]}, {PLACES[at % 5]} {20 + at} ({2000 + at}), {at + 3}–{at + 14}."


BADGED = "Shore Lab\n\npublications\n\n2019\n\n" + "".join(
    f"{at + 1}.  {('journal', 'preprint')[at % 3 == 0]}\n\n    {title}\n\n    {PEOPLE[at % 5]}\n\n    Oikos, 2019\n\n"
    for at, title in enumerate(TITLES)
)
INNER = "What to read\n\n" + "".join(
    f"  • {part}\n      □ {part} by sight\n"
    + "".join(f"          ☆ {title}.\n            (Roe et al. 2006, Oikos) doi\n" for title in some)
    for part, some in (("Shores", TITLES[:5]), ("Marshes", TITLES[5:]))
)
ENDS = "Shores\n\n" + "".join(f"• {_cited(at)}\n\n" for at in range(8))
ENDS += f"• L. Moe, {TITLES[8]}, J. Sea Stud. A, to appear. [arXiv]\n\n• A. Zoe, {TITLES[9]}, submitted. [arXiv]\n\n"
SENTENCES = "Shores\n\n" + "".join(
    f"- {'[NEW!] ' * (at % 3 == 1)}{PEOPLE[at % 5]}. {TITLES[at]}. {('Oikos', 'Sea Stud.')[at % 2]} {2000 + at}.\n"
    for at in range(9)
)
SENTENCES += f"- A. Zoe. {TITLES[9]}. Manuscript. Ask me for a copy.\n"
SECTIONS = "Shores\n\n" + "".join(
    f"{at}. {name}\n\n" + "".join(f"• {_cited(each)}\n\n" for each in range(5 * at, 5 * at + 5)) + "\n"
    for at, name in enumerate(("Classics", "Birds and beasts", "Everything else"))
)
TAILS = (" and of the many others that were seen along the way", " as Seen from the Lighthouse of the Cape", "")
WITH_TAILS = tuple(title + TAILS[at % 3] for at, title in enumerate(MORE))


def _wrapped(*lines: str) -> str:
    return "\n".join(textwrap.fill(line, 64) for line in lines) + "\n"


BROKEN = "Shores\n\n" + "".join(
    _wrapped(title, PEOPLE[at % 5], f"Oikos, {at + 3}(2), 2020", "arXiv") for at, title in enumerate(WITH_TAILS)
)
COAUTHORS = "E. Vasquez-Lindt, Y. Todorov, K. Doe, M. Chen, X. Wu and C. Sirtori"
COMMAS = "Refereed articles\n\n" + "\n".join(
    _wrapped(
        f"[{20 - at}] {(COAUTHORS, PEOPLE[at % 5])[at % 2]},",
        f"{title},",
        f"{('Oikos', 'submitted')[at % 3 == 2]} {at + 20}, 3158{at} (2023), arXiv:2304.102{at + 10}",
    )
    for at, title in enumerate(WITH_TAILS)
)

FOLLOWED = (", 2016. paper https://example.org/1", ", 2018. paper https://example.org/2, code https://example.org/3")
NAMED = ("Acta Oceanologica", "ICES", "Sea Studies Letters", "SIGTIDE", "Journal of Shores & Sands")
RUN_ON = "Shores\n\n" + "".join(
    f"{at}. {title} {NAMED[at % 5]}{FOLLOWED[at % 2]}\n\n{PEOPLE[at % 5]}\n\n" for at, title in enumerate(MORE)
)
RUN_ON += f"15. {TAILS[0].strip().capitalize()} COAST, 2019. paper https://example.org/4\n\nJ. Roe\n\n"
RUN_ON += f"16. {TITLES[5]} at dawn ICES 2019 paper\n\nM. Poe\n\n17. {TITLES[6]} at dawn 2019. paper\n\nL. Moe\n"


def titles(text: str) -> list[str]:
    return [mention.title for mention in extract(text).mentions if mention.kind is MentionKind.PAPER]


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        pytest.param(BADGED, TITLES, id="words of one closed set between markers and titles are no titles"),
        pytest.param(INNER, TITLES, id="stars and squares that stand in are list markers"),
        pytest.param(
            ENDS, MORE[:8] + TITLES[8:], id="a venue of other entries is no part of a title, whatever stands behind"
        ),
        pytest.param(SENTENCES, TITLES, id="how far a paper has come is no part of a title, and what is new no title"),
        pytest.param(SECTIONS, MORE, id="sections may be counted from zero"),
        pytest.param(BROKEN, WITH_TAILS, id="lines of records are joined where they were broken"),
        pytest.param(COMMAS, WITH_TAILS, id="lines without the comma that all have go on"),
        pytest.param(
            RUN_ON,
            (*MORE, TAILS[0].strip().capitalize(), TITLES[5] + " at dawn", TITLES[6] + " at dawn"),
            id="venues run on behind titles where a comma parts them from the years",
        ),
    ],
)
def test_titles_of_rendered_lists_are_read(text: str, listed: tuple[str, ...]) -> None:
    assert titles(text) == list(listed)
