"""Lists in which a sign sets off some entries, and typed pages with underlined headings."""

from __future__ import annotations

from enrich.documents.shape import kind_of_text
from enrich.mentions import extract as read
from enrich.records import DocumentKind
from tests.mentions.documents import html
from tests.mentions.text.reading import extract

WEEK = """Week {n}  Tides and shores
  * Roe, J., & Poe, M. (19{n}). Limpets and their homes after {n} storms. Shore Review.
    Poe, M. (19{n}). The census of kelp in {n} forests. Annual Review of Shores.
    Doe, K., Roe, J., & Fox, I. (20{n}). What herons eat when {n} ponds are frozen. Heron Letters. (skim)

"""
TITLES = (
    "Limpets and their homes after {n} storms",
    "The census of kelp in {n} forests",
    "What herons eat when {n} ponds are frozen",
)

GROUPS = ("Ponds", "Shores", "Kelp", "Salt", "Sand", "Moss")
THINGS = ("Limpets", "Kelps", "Herons", "Mussels", "Fungi", "Grasses", "Old clocks", "Ferns")


def test_entries_without_the_sign_are_entries_as_well() -> None:
    found = extract("Shores 101\n\n" + "".join(WEEK.format(n=n) for n in (11, 12, 13))).mentions
    assert [mention.title for mention in found] == [title.format(n=n) for n in (11, 12, 13) for title in TITLES]


def test_what_goes_on_in_the_column_of_the_text_is_no_entry() -> None:
    entry = "* Roe, J., & Poe, M. (19{n}). Limpets and their homes in the years\n  between {n} storms. Shore Review.\n"
    found = extract("Shores 101\n\n" + "".join(entry.format(n=n) for n in range(71, 77))).mentions
    assert [mention.title for mention in found] == [
        f"Limpets and their homes in the years between {n} storms" for n in range(71, 77)
    ]


def test_a_typed_page_with_underlined_headings_is_text() -> None:
    entry = "Roe, J. & Poe, M. 19{n}. {thing} and their homes in the time of\n     {n} storms. Shore Rev. 12: 34-56.\n"
    groups = [[entry.format(n=n + at, thing=thing) for at, thing in enumerate(THINGS)] for n in (31, 61)]
    tides, kelp = map("".join, groups)
    page = f"READING LIST\n\nI. TIDES\n--------\n\n{tides}\nII. KELP\n--------\n\n{kelp}"
    assert kind_of_text(page) is DocumentKind.TEXT
    found = extract(page).mentions
    assert [mention.year for mention in found][:8] == list(range(1931, 1939))
    assert found[0].title == "Limpets and their homes in the time of 31 storms"


def test_others_in_italics_are_no_title() -> None:
    entry = (
        "<li>J. Roe <i>et al.</i>, <a href='https://arxiv.org/abs/1901.0000{n}'>The tides of bay {n}</a>,"
        " Shore Lett. <b>9</b>, {n} (2019).</li>\n"
    )
    found = read(html("<ul>" + "".join(entry.format(n=n) for n in range(1, 8)) + "</ul>")).mentions
    assert [mention.title for mention in found] == [f"The tides of bay {n}" for n in range(1, 8)]


def test_names_of_columns_stay_above_their_rows() -> None:
    rows = "".join(f"Dec 20{n}\tTides of the bay in year {n}\tICES\tA. Roe\tKeras\n" for n in range(10, 14))
    heads = "Date\tTitle\tVenue\tFirst author\tCode\n"
    page = "".join(f"{group}\n{heads}{rows.replace('bay', group.lower())}\n" for group in GROUPS)
    found = {(mention.venue, mention.section) for mention in extract(f"Tides\n\n{page}").mentions}
    assert found == {("ICES", group) for group in GROUPS}
