"""Pages that were printed and copied: records parted by nothing but what they begin with, lines of differing widths."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

import pytest

from enrich.mentions import extract
from enrich.records import Mention, MentionKind
from tests.mentions.text.reading import document
from tests.mentions.text.test_shapes import HOW, PEOPLE, TITLES, VENUES

# Some widths of a typeface with serifs, in thousandths of its height.
NARROW, WIDE = dict.fromkeys("iltj.,: ", 270), dict.fromkeys("mwMWABDGHKNOQRU", 720)
LONG = (
    " and What They Tell about the Coast",
    ": Evidence from a Hundred Years of Tide Tables",
    " in the midst of winter",
    "",
)
FAMILIES = [person.split()[1] for person in PEOPLE]
SHEET, INTRODUCTION = (
    14,
    "Papers of the shore group, kept in the order in which we read them; we meet on Tuesdays at noon.",
)
RECORDS = {
    "numbers in brackets": "[{n}] {initials} and {two}, “{title},” in Proc. {venue}, vol. {n}, pp. 31–{n}4, {year}.",
    "family names and initials": "{family}, {first}., & {other}, A. ({year}). {title}. {venue}, {n}(2), 31–{n}4.",
    "given names": "{person}, {two}, and Zoe Coe. {title}. {venue}, {year}. [link]",
    "given names and a colon": "{person}, {two} and Zoe Coe: {title}. {venue} {year}",
    "initials without numbers": "{initials}, J. Coe, and {first}. Lee, “{title},” {venue}, {year}.",
    "names of medicine": "{family} {first}, {other} A. {title}. {venue}. {year};{n}(2):31-{n}4.",
    "days of meetings": "2021-03-{day} {title}, {initials} and {first}. Coe, J. Shore Stud. {year}. preprint",
    "tags": "[{venue} {year}] {title}, {person} and {two}",
    "keys": "[{family}{n}] {person} and {two}. {title}. {venue}, {year}.",
    "a whole name, the first one inverted": "{family}, {given}, and {two}. “{title}.” {venue} {n} ({year}): 31–{n}4.",
    "titles, venue and year behind them": "{title}. {person} and {two}. {venue}, {year}.",
    "titles in quotation marks": "“{title}”, {person} and {two}, {venue} {year}",
}
MONOSPACED = 80
ON_ONE_LINE = "21.03.24, 10:26 tides/shores: Papers\n{}\nhttps://tides.example.org/shores {}/9"
APART = "21.03.24, 10:26\n\nShore Papers\n\n{}\nhttps://tides.example.org/shores\n\n{}/9\n"
SAID = (
    "The whole approach was new to us.",
    "Good entry point.",
    "The proof is easy to miss, and the rest follows quickly.",
    "Shows how salt interacts with wind.",
)
REMARKS = (
    "We read it twice, and it says what we had missed about {}.",
    "",
    "Compares old charts with new ones, which we checked ourselves, and has much to say about {}.",
)


def papers(page: str) -> list[Mention]:
    return [mention for mention in extract(document(page)).mentions if mention.kind is MentionKind.PAPER]


def columns(text: str) -> float:
    return len(text)


def typeset(text: str) -> float:
    return sum(NARROW.get(letter) or WIDE.get(letter) or 480 for letter in text) / 480


def titles() -> list[str]:
    """Twenty titles of up to two lines."""
    longer = [f"{title}{LONG[at % 4]}" if title[-1] != "?" else title for at, title in enumerate(TITLES)]
    return [*longer, *(f"Again the {title}" for title in reversed(longer))]


def lines(shape: str) -> list[str]:
    """One line for each paper."""
    return [
        RECORDS[shape].format(
            n=at + 1,
            day=10 + at,
            title=title,
            person=PEOPLE[at % 10],
            two=PEOPLE[(at + 3) % 10],
            family=FAMILIES[at % 10],
            other=FAMILIES[(at + 3) % 10],
            given=PEOPLE[at % 10].split()[0],
            first=PEOPLE[at % 10][0],
            initials=f"{PEOPLE[at % 10][0]}. {FAMILIES[at % 10]}",
            venue=VENUES[at % 3],
            year=2001 + at,
        )
        for at, title in enumerate(titles())
    ]


def printed(texts: list[str], measure: Callable[[str], float], width: float, edges: str = ON_ONE_LINE) -> str:
    """The texts, their lines broken where they are full; what browsers print stands above and below each sheet."""
    body: list[str] = []
    for text in texts:
        body.append("")
        for word in text.split(" "):
            longer = f"{body[-1]} {word}".strip()
            fits = measure(longer) <= width
            body[-1:] = [longer] if fits or not body[-1] else [body[-1], word]
    sheets = [body[at : at + SHEET] for at in range(0, len(body), SHEET)]
    return "\n".join(edges.format("\n".join(sheet), number) for number, sheet in enumerate(sheets, start=1))


@pytest.mark.parametrize("measure", [columns, typeset])
@pytest.mark.parametrize("shape", RECORDS)
def test_lines_of_a_printed_page_are_joined_to_records(shape: str, measure: Callable[[str], float]) -> None:
    own = lines(shape)
    page = printed(["Shores", INTRODUCTION, "Coasts", *own[:10], "Open Sea", *own[10:]], measure, MONOSPACED)
    assert [paper.title for paper in papers(page)] == titles()


def test_headings_between_records_keep_their_places() -> None:
    own = lines("family names and initials")
    page = printed(["Shores", INTRODUCTION, "Coasts", *own[:10], "Open Sea", *own[10:]], typeset, MONOSPACED)
    assert {paper.section for paper in papers(page)} == {"Coasts", "Open Sea"}


def test_lines_of_their_own_below_numbers_are_not_joined() -> None:
    page = "\n".join(
        f"[{at + 1}] {title}\n{PEOPLE[at]} and {PEOPLE[at - 1]}\n{VENUES[at % 3]} {2001 + at}"
        for at, title in enumerate(TITLES)
    )
    assert [paper.title for paper in papers(page)] == list(TITLES)


def test_journals_that_begin_in_a_small_letter_go_on_in_no_line() -> None:
    page = "\n\n".join(
        f"[{at + 1}] {title}\n{', '.join((PEOPLE * 3)[at : at + 5])} und Zoe Coe\n"
        f"{('Oikos', 'eShore', 'Tides')[at % 3]}, {at + 30}, {at}{at + 20} ({2001 + at})\nAbstract"
        for at, title in enumerate(titles())
    )
    assert [paper.title for paper in papers(page)] == titles()


def test_printed_titles_end_where_remarks_begin() -> None:
    texts = ["Shores", INTRODUCTION]
    for at, title in enumerate(titles()):
        texts += [f"{title} - {VENUES[at % 3]} {2001 + at}", *filter(None, [REMARKS[at % 3].format(HOW[at % 10])])]
        texts += [f"code: shore-{at}"] * (at % 3 == 0)
    page = printed(texts, typeset, MONOSPACED, APART)
    dated = [(paper.title, paper.year) for paper in papers(page) if paper.year]
    assert dated == list(zip(titles(), range(2001, 2021), strict=True))


def test_sentences_that_end_where_a_line_does_begin_no_record() -> None:
    texts = [
        f"{title} ({FAMILIES[at % 10]} et al., {2001 + at}, {VENUES[at % 3]}). {SAID[at % 4]} {SAID[(at + 1) % 4]}"
        for at, title in enumerate(titles())
    ]
    page = printed(["Shores", *texts], typeset, MONOSPACED, APART)
    assert [(paper.title, paper.venue) for paper in papers(page)] == [
        (title, VENUES[at % 3]) for at, title in enumerate(titles())
    ]


def test_words_of_links_in_brackets_end_records_though_their_lines_are_full() -> None:
    page = "".join(
        f"What {how} do in the long winters on the windy northern shores of the old bay and of the\n"
        f"islands near it, as told by all the people who live there ({2001 + n}), {PEOPLE[n]} et al. [pdf]\n"
        + "\nShores\n\n"
        * (n % 3 == 2)
        for n, how in enumerate(HOW)
    )
    found = extract(document(f"Dunes\n\n{page}")).mentions
    assert [mention.title.split()[1] for mention in found] == HOW


def test_people_below_titles_begin_a_line_of_their_own_though_those_are_as_long_as_the_page_is_wide() -> None:
    said = " and ".join(f"what the {how} of the bay do in long winters" for how in HOW)
    texts = [f"{title}{LONG[at % 4]}" if title[-1] != "?" else title for at, title in enumerate(TITLES * 2)]
    texts = [
        f"{at}th {title}{' and Who Told It to Us All in the End' * (at % 3 == 2)}"
        for at, title in enumerate(texts, start=4)
    ]
    page = ["Shores\n"]
    for at, title in enumerate(texts):
        people = f"{PEOPLE[at % 10][0]} {FAMILIES[at % 10]}, AB {FAMILIES[at % 7]}… - {VENUES[at % 3]}, {2001 + at}"
        page += [
            title,
            people,
            textwrap.fill(f"We ask {said[at:]} …", 100 - at % 5 * 4),
            "",
            "Save\nTwitter\nFacebook\n",
        ]
    assert [paper.title for paper in papers("\n".join(page))] == texts
