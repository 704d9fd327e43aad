"""Syllabuses of seminars: readings below days and topics, cited as historians and lawyers do, over wrapped lines."""

from __future__ import annotations

from enrich.records import MentionKind

from .reading import extract

HISTORY = """ANTH 5200  RITUAL AND EXCHANGE
Spring 2018       Tuesdays 2-4        Hall 9

Requirements. Two essays (2 pp. each), and talking. Books are at the Corner Bookshop, articles are
on reserve.

1. Jan. 16   Gifts and their givers

   Clara Holm, "The Weight of a Borrowed Spoon," Journal of Household Studies 12 (1994):
        33-58.
   Peter Varga and Iris Toll, "Debts That Nobody Counts," Ethnographic Review 7, no. 2 (1988):
        101-129.
   Otto Brandt, The Moral Ledger (Leeds: Moor Press, 1971), chs. 1-3.

2. Jan. 23   Feasts

   Maud Ferris, "Who Carves the Goose," Comparative Custom 3 (1979): 1-22.
   Ivo Lindqvist, "Eating in Rows: Seating and Rank at Village Tables," Journal of Household
        Studies 15 (1997): 210-244.

3. Jan. 30   Mourning

   Greta Moss, "Black Ribbons and White Bread," in Rites of Grief (Oslo, 1983), 9-41. (R)
   Hal Norton, "A Week without Salt," Ethnographic Review 11 (1992): 77-95.

4. Feb. 6   NO CLASS

5. Feb. 13   Money at the altar

   Lena Orr, "Coins in the Wall," Comparative Custom 9 (1985): 130-151.
   Paul Quint, "Paying the Piper Twice: Fees for Sacred Music in Two Parishes," Journal of
        Household Studies 19 (2001): 1-29.
"""
LAW = """LAW 6120   SEMINAR ON THE SHORE
Fall term   Mondays 4:10-6:00   Room 9

WEEK 1 (Aug. 27). Whose beach?

   Samuel D. Roe & Louis Poe, The Right to a Shore, 4 Harb. L. Rev.
      193 (1890)
   William L. Moe, Tides, 48 Coast L. Rev. 383 (1960)
   Edward J. Doe, Dunes as an Aspect of Human Dignity: An Answer to
      Dean Moe, 39 N.S.U. L. Rev. 962 (1964)
   Clarence Fox, The Law of the Gull: What Harbours Might Teach, 12
      Harb. L. Rev. 11 (1999) (read all of it, please)

WEEK 2 (Sept. 3). Who may build there?

   Gale v. Harbour Ins. Co., 389 U.S. 347 (1967)
   Ruth Orr, Building Sand, 89 Moor L.J. 421 (1980)
   Anita L. Ash, Sea Walls, 40 Wm. & Ann L. Rev. 723 (1999) [optional]
   Dana Elm, Low Water and the Social Lives of Gulls, 7 Int'l Tide L. 76
      (2017)
   Anthony G. Elm, Perspectives on Piers and on What They Carry, 58 Minn.
      L. Rev. 349 (1974), at 349-77 and 403-09 only
"""


def titles(text: str) -> list[str]:
    return [mention.title for mention in extract(text).mentions if mention.kind is MentionKind.PAPER]


def test_days_and_topics_with_numbers_are_headings_of_what_is_read_then() -> None:
    found = [title for title in titles(HISTORY) if not title.startswith("The Moral Ledger")]  # which is a book
    assert found == [
        "The Weight of a Borrowed Spoon",
        "Debts That Nobody Counts",
        "Who Carves the Goose",
        "Eating in Rows: Seating and Rank at Village Tables",
        "Black Ribbons and White Bread",
        "A Week without Salt",
        "Coins in the Wall",
        "Paying the Piper Twice: Fees for Sacred Music in Two Parishes",
    ]
    assert extract(HISTORY).mentions[-1].section.endswith("Money at the altar")


def test_volume_in_front_of_the_journal_ends_the_title() -> None:
    assert titles(LAW) == [
        "The Right to a Shore",
        "Tides",
        "Dunes as an Aspect of Human Dignity: An Answer to Dean Moe",
        "The Law of the Gull: What Harbours Might Teach",
        "Building Sand",
        "Sea Walls",
        "Low Water and the Social Lives of Gulls",
        "Perspectives on Piers and on What They Carry",
    ]
    first, second, *_ = extract(LAW).mentions
    assert (first.venue, first.year) == ("Harb. L. Rev.", 1890)
    assert (second.venue, second.year, second.authors) == ("Coast L. Rev.", 1960, ("William L. Moe",))


def test_cases_in_court_are_no_papers() -> None:
    case = next(mention for mention in extract(LAW).mentions if mention.title.startswith("Gale v. Harbour"))
    assert (case.kind, case.year) == (MentionKind.OTHER, 1967)


MODULES = """PSY 210-01 (Fall 2021)
Modules
Start here
How to read an article (handout)
Page

Module 1: Where gulls nest
Unlocked
Read: Roe, J. B., & Poe, M. (1957). Nests on northern cliffs. Journal of Gulls, 20(1), 11-21.
Read: Moe, L. R. (2004). A short history of nests. Shore Letters, 82(3), 171-177.
Optional: Doe, E. (1985). Eggs and what they weigh. Canadian Shores, 26(1), 1-12.
Skim: Orr, A. (2000). The twig buffer: A new part of nests? Trends in Twigs, 4(11), 417-423.

Module 2: What gulls eat
Read: Fox, G. A. (1956). The seven favourite foods of gulls. Shore Review, 63(2), 81-97.
Read: Elm, N. (2001). Chips in short supply. Beach and Brain Sciences, 24(1), 87-114.
Skim: Ash, S. J., & Oak, E. K. (1997). The capacity of gulls for sandwiches. Tides, 390, 279-281.
Watch: Where do gulls sleep? (film, 17 min)
Optional: Hill, C. A. (2008). Sandwiches and how to keep them. Tides, 401, 12-19.
"""
EXAM = """I. ATTENTION OF GULLS

o  Roe & Poe '80: A theory of looking out -- Cog Gulls (+)
o  Moe '83: Orienting towards chips -- QJG
o  Doe, Orr & Ash '92: Sustained blindness for dynamic herrings: Is it a
     blink? -- JG:HPP
o  Fox & Elm (1980): Differences in memory and in wings -- JVG

II. MEMORY & WIND

o  Hill, Oak & Moss: The harbour area: A part of the mind for ports -- J Gulls
o  Roe et al. '04: Maps of the shore and their nets -- Gull Rev
o  Poe '59: Short-term keeping of fish -- JG
o  Ash & Oak '77: Storms that nobody foresaw -- Gull Rev
"""
CELLS = """#	Date	Topic	Readings	Lead
1	Jan 14	How to read	(optional) Reading Gulls for Beginners (SHORE 2007)	Ida
2	Jan 16	Nests	Nests on Northern Cliffs (GULLS 1984)
Eggs and What They Weigh in Winter (SHORE 1975)
(optional) A Note on Twigs and Sand (GULLS 1973)	Max
3	Jan 21	Food	Chips in Short Supply (SHORE 1996)
Sandwiches and How to Keep Them (SHORE 1998)	Ida
"""


def test_labels_that_come_again_in_front_of_citations_are_no_part_of_them() -> None:
    assert titles(MODULES) == [
        "Nests on northern cliffs",
        "A short history of nests",
        "Eggs and what they weigh",
        "The twig buffer: A new part of nests?",
        "The seven favourite foods of gulls",
        "Chips in short supply",
        "The capacity of gulls for sandwiches",
        "Sandwiches and how to keep them",
    ]


def test_surnames_and_a_short_year_stand_in_front_of_titles() -> None:
    assert titles(EXAM) == [
        "A theory of looking out",
        "Orienting towards chips",
        "Sustained blindness for dynamic herrings: Is it a blink?",
        "Differences in memory and in wings",
        "The harbour area: A part of the mind for ports",
        "Maps of the shore and their nets",
        "Short-term keeping of fish",
        "Storms that nobody foresaw",
    ]
    first = extract(EXAM).mentions[0]
    assert (first.authors, first.year) == (("Roe", "Poe"), 1980)


def test_optional_readings_say_so_in_brackets() -> None:
    assert titles(CELLS) == [
        "Reading Gulls for Beginners",
        "Nests on Northern Cliffs",
        "Eggs and What They Weigh in Winter",
        "A Note on Twigs and Sand",
        "Chips in Short Supply",
        "Sandwiches and How to Keep Them",
    ]


def test_surnames_behind_commas_are_people_where_other_items_name_people_in_full_there() -> None:
    names = ("A. Roe", "M. Poe and K. Doe", "Ana Roe, Max Poe, and K. Doe", "L. Moe et al.", "B. Ely", "U. Kay")
    things = ("gulls", "piers", "limpets", "harbour seals", "dunes", "nets", "tides", "herons", "storms", "kelp")
    comma = [f"What to know of {thing} in winter, {names[n % 6]}, ICES 201{n}." for n, thing in enumerate(things)]
    stop = [f"Counting {thing} from above. {names[n % 6]}. ICES 201{n}." for n, thing in enumerate(things)]
    alone = [
        "A note on sand and salt, Fox, ICES 2011.",
        "Two storms, one pier, Orr, Ash, and Kay, ICES 2012.",
        "Nests on cliffs, Rey and Lind, ICES 2013.",
        "Sandwiches of the north, Hay, ICES 2014.",
    ]
    assert titles("Shores\n\n" + "\n\n".join([*comma, *stop, *alone]) + "\n")[20:] == [
        "A note on sand and salt",
        "Two storms, one pier",
        "Nests on cliffs",
        "Sandwiches of the north",
    ]


def test_which_part_is_to_be_read_is_no_part_of_the_entry() -> None:
    notes = (" (Sections 1-4 only)", "", ", skip section 4", " – skim the evaluation", " (chapters 2 and 3)", "")
    lines = [f"- What herons do in month {n}. Roe and Poe. ICES '1{n}.{note}" for n, note in enumerate(notes)]
    found = extract("Shores\n\n" + "\n".join(lines)).mentions
    assert [(mention.title, mention.venue, mention.year) for mention in found] == [
        (f"What herons do in month {n}", "ICES", 2010 + n) for n in range(6)
    ]


def test_brackets_behind_people_hold_the_place_by_its_numbers() -> None:
    ends = ("[Shore Lett. 239, 106294]", "(Sand Studies 12, 345)", "[pdf]", "[J. Tides 521, 22]")
    lines = [f'- "What gulls owe to the wind {n}" by A. Roe and M. Poe {end}' for n, end in enumerate(ends)]
    found = extract("Journal Club\n\n" + "\n".join(lines)).mentions
    assert [mention.venue for mention in found] == ["Shore Lett.", "Sand Studies", None, "J. Tides"]
    assert found[0].authors == found[1].authors == ("A. Roe", "M. Poe")
