"""The frame that web pages put around a list: navigation, counters, repository chrome, licences.

Told by the words that GitHub and paper indexes print on every page, and by lines without any word. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Container

from enrich.mentions.shapes.months import LIKE_MONTH
from enrich.mentions.shapes.tags import may_state_year
from enrich.mentions.text.asides.courses import find_course_lines
from enrich.mentions.text.asides.menus import find_top_menus, is_menu, links_years
from enrich.mentions.text.lines.rows import Row

# Printed on pages only; never a heading of somebody's list.
_SURE = frozenset(
    """skip to content|folders and files|namename|last commit message|last commit date|latest commit|
    repository files navigation|readme.md|mit license|code of conduct|report repository|footer|footer navigation|
    no releases published|no packages published|go to file|pull requests|open more actions menu|breadcrumbs|copy path|
    copy raw file|download raw file|view all files|custom properties|dismiss alert|navigation menu|toggle navigation|
    you must be signed in to change notification settings|sign in|sign up|log in|login|log out|register|subscribe|
    back to top|show more|read more|load more|see more|view more|show less|skip to main content|all rights reserved|
    terms of service|privacy policy|manage cookies|do not share my personal information|cc0-1.0 license|
    apache-2.0 license|cc-by-4.0 license|gpl-3.0 license|about this page|page history|edit this page|view on github|
    sitemap|submitted by|accept cookies|loading|loading...|0 comments|table of contents|contents|toc|on this page|
    go to top|back to table of contents|back to contents|permalink|open in app|member-only story|link copied|
    export citation|get email alerts|view pdf|(top)|catalogue|content|jump to navigation|jump to search|
    jump to navigation jump to search""".replace("\n    ", "").split("|")
)
# Printed on pages, but headings of lists too: furniture only in the company of other furniture.
_MAYBE = frozenset(
    """name|history|files|readme|license|contributing|security|activity|stars|watchers|forks|releases|packages|
    contributors|languages|about|resources|code|issues|actions|projects|wiki|insights|fork|star|watch|notifications|
    public|branches|tags|main|master|blame|raw|preview|outline|edit|add file|sponsor|pin|unpin|menu|search|home|next|
    previous|prev|back|top|share|cite|bookmark|follow|upvote|new|trending|print|terms|privacy|status|docs|contact|
    pricing|copyright|github|twitter|email|rss|models|spaces|datasets|community|solutions|enterprise|submit|reject|comments|
    create list|listen|filter|sort|sort by|abstract page|awesome|papers|blog""".replace("\n    ", "").split("|")
)
_PATTERNS = re.compile(
    "|".join(
        (
            r"(?:(?!(?:19|20)\d\d\. )\d[\d,.]*\s*[km]?\s*(?:commits?|branch(?:es)?|tags?|stars?|forks?"
            r"|watch(?:ing|ers)?|contributors?|issues?|releases?|comments?|upvotes?|views?|likes?|results|papers?)"
            r"(?:\s+activity)?\s*)+",
            r"(?:<> ?)?code\s+issues(?:\s+\d+)?\s+pull requests"
            r"(?:(?:\s+\d+)?\s+(?:actions|projects|wiki|security|insights|discussions|models))*",
            r"(?:stars?|forks?|watchers|contributors|issues|pull requests|releases|packages|commits|view all"
            r"|comments)\s*\(?\d[\d,.]*\s*[km]?\)?\+?",
            r"(?:public|private)\s+(?:archive|template|repository)?",
            r"©.*|\(c\)\s+(?:19|20)\d\d.*|copyright\b.*(?:19|20)\d\d.*",
            r"you are [^.:]{4,50} \((?:log|sign) ?in\)",
            r"(?:you signed (?:in|out)|you switched accounts).*",
            r"(?:get|subscribe to|sign up for) .{0,60}(?:inbox|newsletter|updates|email alerts).{0,20}",
            r"(?:last (?:updated|modified|edited|update|changed)|page last updated|updated(?: on)?"
            r"|this page was last)\b.{0,60}",
            # Who keeps the page, and since when: "Jane R. (last update: May 2, 2019)".
            r"[^.:;,(]{0,24}\W{1,3}last (?:updated?|modified|edited|changed)\b:?.{4,24}(?:19|20)\d\d\W{0,2}",
            r"by\s?(?:ak and the research community)",
            r"\d+(?:\.\d+)?\s*%|(?!(?:19|20)\d\d$)\d[\d.,]*\s*[km]?\+?",
            rf"{LIKE_MONTH}\s+\d{{1,2}}(?:,?\s+\d{{4}})?",
            r"·?\s*\d+\s+authors?",
            r"\[article in [^\W\d_][^\[\]]{2,60}\]",  # below a translated title
            r"(?:showing|displaying|page|results?|entries)\s+\d[\d,]*\s*(?:(?:-|–|to|of)\s*\d.{0,40})",
            r".{0,90}\bpage \d{1,4} of \d{1,4}",
            # Letters: how they begin and end.
            r"(?:hi|hello|dear)(?: [^\s,.:!?]{1,20}\.?){1,3},",
            r"(?:cheers|(?:many )?thanks|sincerely|(?:(?:all the|kind|best|warm) )?(?:best|regards|wishes)),",
            r"\W{0,4}(?:(?:(?:go|jump|return) )?(?:back )?to )?(?:the )?(?:top|toc|(?:table of )?contents)\W{0,4}",
            r"[\w.-]+\.(?:md|txt|py|yml|yaml|json|toml|cfg|ipynb|png|gif|svg|jpg|pdf|lock"
            r"|gitignore)\s.{0,80}(?:ago|commit|\d{4})",
            r".{0,60}\b(?:\d+|an?|last)\s+(?:minutes?|hours?|days?|weeks?|months?|years?)\s+ago",
            r"(?:hugging ?face)(?:\s+\w+){0,8}",
            r"from (?:the [^.:]{2,60} wiki|wikipedia, .{2,40})|retrieved from \W?https?://\S+",
            r"(?:prs?|pull requests?) welcome|awesome|maintained\??(?: yes)?|license(?::| )\s*[\w.-]+",
        )
    ),
    re.I,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_WORDLESS = re.compile(r"[\W\d_]*")
_REPOSITORY_START = "repository files navigation"
# Words of the column that stands beside a repository's page; where several come together, its own text has ended.
_SIDEBAR = frozenset(
    """about|resources|readme|license|activity|stars|watchers|forks|report repository|releases|packages|contributors|
    languages|no releases published|no packages published|footer|footer navigation|custom properties""".replace(
        "\n    ", ""
    ).split("|")
)
_DOTS = ("·", "∙")  # between the counts of a card, in front of list entries as well
_SIDEBAR_WORDS = 4
_SIDEBAR_GAP = 14
# The fields of mail that programs print (RFC 5322, 3.6); by judgement, two of them are chance without a third.
_MAIL_FIELD = re.compile(r"(?:From|Sent|To|Cc|Bcc|Reply-To|Sender|Subject|Date|Message-ID|List-Id): \S", re.I)
_MAIL_ADDRESS = re.compile(r"(?:From|To|Cc|Reply-To|Sender): .{0,200}[^\s@]@[^\s@]", re.I)
_FEWEST_FIELDS = 3
_LONGEST = 120
_PRINTED = "page furniture"


def mark_furniture(rows: list[Row], claimed: Container[int] = ()) -> dict[int, str]:
    """Positions of rows that are page furniture, with the reason for each. Of those `claimed`, some may end the page:
    the addresses of its links."""
    folded = [_folded(row) for row in rows]
    marked = {index: why for index, row in enumerate(rows) if (why := _why(row, folded[index]))}
    for index in (*find_top_menus(rows), *find_course_lines(rows)):
        marked.setdefault(index, _PRINTED)
    for index in _letter_heads(rows):
        marked.setdefault(index, "the head of a letter")
    for index, row in enumerate(rows):
        if index not in marked and folded[index] in _MAYBE and not row.marker and _in_company(folded, index, marked):
            marked[index] = _PRINTED
    start = _repository_start(rows)
    for index in range(start):
        marked.setdefault(index, "above the repository's own text")
    end = next((at + 1 for at in reversed(range(len(rows))) if at not in claimed), 0)
    for index in range(_sidebar_start(rows, start, end), len(rows)):
        marked.setdefault(index, "beside or below the repository's own text")
    return marked


def _letter_heads(rows: list[Row]) -> list[int]:
    """Positions of rows that are heads of letters: fields of mail, one below another, some with an address."""
    fields = [at for at, row in enumerate(rows) if _MAIL_FIELD.match(row.text)]
    heads: list[list[int]] = []
    for at in fields:
        if heads and heads[-1][-1] == at - 1 and not rows[at].gap:
            heads[-1].append(at)
        else:
            heads.append([at])
    told = (head for head in heads if len(head) >= _FEWEST_FIELDS)
    return [at for head in told if any(_MAIL_ADDRESS.match(rows[at].text) for at in head) for at in head]


def _folded(row: Row) -> str:
    return " ".join(row.text.strip(" .:|>»›").lower().split()) if len(row.text) <= _LONGEST else ""


def _in_company(folded: list[str], index: int, marked: dict[int, str]) -> bool:
    """Whether a neighbour is furniture, or may be."""
    return any(
        0 <= near < len(folded) and (marked.get(near) == _PRINTED or folded[near] in _MAYBE)
        for near in (index - 1, index + 1)
    )


def _why(row: Row, folded: str) -> str | None:
    if row.marker and row.text.startswith("= "):
        return "says what a sign stands for"
    if _WORDLESS.fullmatch(row.text):
        return None if _YEAR.fullmatch(folded) else "no word" if row.text else "a list marker without text"
    if row.text.rstrip("\ufe0e 0123456789").endswith("↩") and not may_state_year(row.text):
        return "a footnote, with the arrow back to its mark"
    if row.marker in _DOTS and _PATTERNS.fullmatch(folded):
        return _PRINTED
    if not folded or row.marker:
        return None
    printed = folded in _SURE or _PATTERNS.fullmatch(folded) or is_menu(folded) or links_years(folded)
    return _PRINTED if printed else None


def _repository_start(rows: list[Row]) -> int:
    for index, row in enumerate(rows[:4000]):
        if row.text.strip().lower() == _REPOSITORY_START:
            return index + 1
    return 0


def _sidebar_start(rows: list[Row], start: int, end: int) -> int:
    """Where the column beside a copied repository page begins, which ends at `end`, if that was copied too."""
    if not start:
        return len(rows)
    first = None
    last, count = end, 0
    for index in range(end - 1, max(start, end - 400), -1):
        if rows[index].text.strip().lower() in _SIDEBAR and last - index <= _SIDEBAR_GAP:
            last, count = index, count + 1
            first = index if count >= _SIDEBAR_WORDS else first
    return len(rows) if first is None else first
