"""What is read of one item (`Entry`), and what the items of a page have in common (`Style`). Values alone."""

from __future__ import annotations

from dataclasses import dataclass, field

from enrich.mentions.shapes.anchors import Habits
from enrich.mentions.shapes.tags import Tag
from enrich.records import Link

_STOPS = ".,;:"


@dataclass(slots=True)
class Entry:
    """The parts of one item. `tagged` and `anchored` say that venue, year or leftovers of links stood beside the
    title."""

    title: str = ""
    whole: str = ""  # all words between links and tags, of which the title is one part
    authors: tuple[str, ...] = ()
    venue: str | None = None
    year: int | None = None
    description: str | None = None
    abstract: str | None = None
    keywords: tuple[str, ...] = ()
    links: list[Link] = field(default_factory=list)
    anchored: bool = False
    authors_first: bool = False
    dashed: bool = False
    quoted: bool = False
    cited: bool = False  # names stand in front of the title, and where it appeared behind it

    @property
    def evident(self) -> bool:
        """Whether something beside the title says that this is an item, and not a heading or a sentence."""
        return bool(self.year or self.venue or self.authors or self.links or self.anchored)

    def add_tag(self, tag: Tag | None) -> None:
        """Take over what a tag states, where nothing stood before."""
        if tag:
            self.venue = self.venue or tag.venue
            self.year = self.year or tag.year


@dataclass(frozen=True, slots=True)
class Style:
    """What the items of a list have in common, so that a single one can be read as its siblings are."""

    habits: Habits = field(default_factory=Habits)
    authors_first: bool = False
    authors_behind: bool = False
    credited: frozenset[str] = frozenset()  # forms of items that have authors behind the title
    family_first: bool = False  # names are written "Roe J"
    unstopped: bool = False  # and the last of them has no stop behind it
    colon: bool = False  # items begin with names and a colon
    sign: str = ""  # the dash or bar between the people that items begin with and the title
    comma: bool = False  # items begin with names and a comma
    comma_cited: bool = False  # so do those that state venue and year, where names stand in front
    inverted: bool = False  # items are names with initials behind, title, place and year, with commas alone between
    titled: bool = False  # items begin with a title, a comma, and names up to a stop
    dated: bool = False  # items begin with people and a year: "Roe, 2019. Title", "Roe & Poe 2019, Title"
    families: bool = False  # surnames alone stand between venue and year, and the title
    surname_sign: str = ""  # the sign behind the surnames alone that items begin with: "Roe and Poe: Title"
    dashed: bool = False
    dash: str = ""  # the sign that most items have between title and description, where they are dashed
    described: bool = True
    fronts: frozenset[str] = frozenset()  # venues that come again in front of the colon of items, or of the year there
    bare_fronts: frozenset[str] = frozenset()  # venues that stand in front of titles with nothing between
    ahead_of_years: frozenset[str] = frozenset()  # venues that come again between titles and the year behind them
    behind_years: frozenset[str] = frozenset()  # venues that come again behind the year that ends titles
    behind_first_years: frozenset[str] = frozenset()  # venues that come again behind the year that items begin with
    barred: frozenset[str] = frozenset()  # venues that come again between bars, behind titles and people
    running: bool = False  # titles in capitals run on into what is said about them, with nothing between
    arrowed: bool = False  # an arrow leads on to what is said of items: "A Title -> the first to count waves"
    noted: bool = False  # what is said of items stands behind their last colon, and begins small
    linked: bool = False  # the title of each is its only link to a paper, whatever stands in front
    mark: str = ""  # what sets most titles apart, "strong" or "emphasis", where no link does
    people: str = ""  # what sets the authors of most apart, "strong" or "emphasis"
    lined: bool = False  # each line of a cell is an item
    listed: bool = False  # most paragraphs of the page are entries of its list
    gapped: bool = False  # runs of blanks part title, authors and venue
    quoted: bool = False  # titles stand in quotation marks
    ends: frozenset[str] = frozenset()  # venues that come again behind the last comma of items, small letters
    places: frozenset[str] = frozenset()  # venues that come again as a sentence of their own, small letters
    closings: frozenset[str] = frozenset()  # venues that come again as the last sentence of items, small letters
    surname_alone: bool = False  # the brackets it ends in may hold a surname alone, for those of most others hold names
    surnames: bool = False  # surnames alone stand behind titles that state a year
    strung: bool = False  # commas alone part those
    coloned: bool = False  # surnames alone stand behind a colon, most with the year in front of it
    said: bool = False  # surnames and a stop part some titles from what is said: "A Title, Roe & Poe. What it does"
    venues: frozenset[str] = frozenset()  # venues that stand behind titles without a stop between, small letters


def as_written(title: str, text: str) -> str:
    """The part of a title that stands in the text as it is: where a URL was taken out of the middle, it ends there."""
    written = " ".join(text.split())
    words = title.split()
    while len(words) > 1 and " ".join(words) not in written:
        last = words.pop()
        words += filter(None, [last.rstrip(_STOPS)]) if last[-1] in _STOPS else ()
    left = " ".join(words)
    while left not in written:  # the only word, with a mark from behind the URL
        left = left[:-1]
    return left or text.strip()
