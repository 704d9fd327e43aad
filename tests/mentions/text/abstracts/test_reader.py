"""Pages of titles with abstracts: the place of the titles is learned from the page, whatever stands around them."""

from __future__ import annotations

import random
import textwrap
from typing import Any, SupportsIndex

import pytest

from enrich.mentions.text.abstracts.toldtitles import tops_of
from enrich.mentions.text.lines.rows import Row, read_rows
from tests.mentions.text.flat.test_segments import titles
from tests.mentions.text.reading import extract, fold, found_papers
from tests.mentions.text.test_shapes import HOW, PEOPLE, PLACES, TITLES

SAID = (
    "We ask how {how} change from year to year, and whether anybody can tell why they do. Over three winters we "
    "counted them on two coasts (see Sec. 2) and compared the counts with those of our grandparents, which are kept "
    "in the town hall. The counts fall from 640 to 19. Our findings are of use to all who live there, and to {how}."
)
# No sentence of it looks like the beginning of an abstract by itself.
PLAIN = (
    "{How}, i.e. all of them, are counted. Results. The odds were 2.1 (95% CI, 1.1 to 3.1) on the northern coast, and "
    "less than half of that on the southern one."
)


def record(line: str, *, width: int = 0, said: str = SAID) -> str:
    """One record for each paper, of so many columns at most."""
    records = []
    for n, (title, person, how) in enumerate(zip(TITLES, PEOPLE, HOW, strict=True), start=1):
        abstract = (PLAIN if n % 4 == 0 else said).format(how=how, How=how.capitalize())
        abstract = textwrap.fill(abstract, width, break_on_hyphens=False) if width else abstract
        second = f"{PEOPLE[n % 10]}, {PEOPLE[(n + 3) % 10]}"
        records.append(line.format(n=n, title=title, person=person, people=f"{person}, {second}", said=abstract))
    return "\n".join(records)


PAGES = {
    "dates below the abstracts of some": "Daily Papers\n\n"
    + record("{title}\n\n{said}\n\n2 authors\n\n·\n\nPublished on Mar {n}, 2021\n\nUpvote\n\n{n}\n"),
    "marks of affiliation": record("{title}\n{people}¹,²\n¹ Institute of Shores, Kiel\n² Elsewhere\n\n{said}\n\n"),
    "labels some records have": record(
        "{title}\nAuthors: {people}\nAbstract: {said}\nJournal ref: Isis {n} (2019), 2-9\n"
    ),
    "a line wrapped at a number": record("{title}\n{said}\n", width=79),
    "by and names below titles, some of which end at the edge of the abstracts": "Notes of the institute\n\n"
    + record("NI 2020-{n}\n{title}\nby {person} and Zoe Lee\n\n{said}\n\nXYZ: A{n}, B1\n\n", width=52),
    "names, date and subjects below titles": record(
        "{title}\n{people}\n3/{n}/2020 (v1: 1/{n}/2020) q.SH | q.XY\nAccepted at a meeting\n{said}\nshow similar\n"
    ),
    "a talk and where the speaker is from": "Second Meeting on Shores\n\nBook of abstracts\n\n"
    + record("{title}\n{person}, University of Graz\n\n{said}\n\nJoint work with {people}.\n\n"),
    "times of talks above": "Programme\n\n08:30-09:00 Registration and coffee\n\n"
    + record("{n}:05-{n}:25 {title}\n{people}\nAbstract: {said}\n"),
    "numbers of posters in front": record(
        "P-0{n} {title}\nPresenting author: {person}\nFunding: none\nAbstract: {said}\n"
    ),
    "authors of an odd shape in some": record("{title}\n{people}\n{said}\n\n").replace(", Max Poe", ", Max"),
    "a button between title and abstract": record("pdf bib abs\n{title}\n{person} | {people}\n\n{said}\n"),
    "a feed with days and likes behind names": "Shore feed\nLatest   Top   Saved\n\nShowing 1-10 of 314 results\n\n"
    + record("{title}\n{person}, +3 more · {n} Feb 2026 · {n}3 likes\n{said}\nView PDF   Save   Share\n\n"),
    "a feed with counts in front of names": record("{title}\n▲ {n}7 | {n}d ago | by {people} (+{n})\n{said}\n\n"),
    "a feed with names, day and counts below": record("{title}\n{said}\n{person} et al., May {n}, 2020, {n} likes\n\n"),
    "pages, names and places between title and abstract": record(
        "{title}\nNumber of pages: {n} Posted: {n} Jan 2019\n{people}\nUniversity of Graz and Bank of Kiel\n\n"
        "Abstract:\n\n{said}\n\nKeywords: dunes, kelp\n"
    ),
}


# Single sentences, some of them questions, some in quotation marks.
ONE = (
    "Sand is held by the roots of {how} for longer than was thought{more}.",
    "How much of the sand of {how} stays where it is{more}?",
    "“Leave {how} alone”: this rule of the wardens holds for most of the coast{more}.",
)
MORE = ("", " in winter", ", as we show", " on all but two of the islands in our data")


def one_line(title: str, n: int) -> str:
    """A record whose abstract is one sentence as often as not."""
    said = SAID if n % 2 else ONE[n % 3]
    said = said.format(how=HOW[n % 10], more=MORE[n % 4])
    return f"{title}\nShore Lab/dunes-{n} • {n + 1} Dec 2019\n{said}\nDunes\n+{n}\n{n}4 stars\nPaper\nCode\n\n"


def test_abstracts_of_one_sentence_are_as_far_below_titles_as_the_others() -> None:
    titles = [f"{TITLES[n % 10].rstrip('?')} beside {HOW[(3 * n + n // 10) % 10]}" for n in range(30)]
    page = "Latest\nTop   New\n\n" + "".join(one_line(title, n) for n, title in enumerate(titles))
    assert {mention.title for mention in extract(page).mentions} == set(titles)


def trending(title: str, n: int) -> str:
    """A record of a page of trending papers, its abstract one sentence now and then, all lines paragraphs."""
    said = (ONE[n % 2] if n % 3 == 0 else SAID).format(how=HOW[n % 10], more=MORE[n % 4])
    place = (PLACES[n % 3], f"Bay Lab {chr(65 + n % 26)}", None)[n % 3]
    below = [place] if place else []
    lines = [title, said, *below, f"· Published on Mar {n % 28 + 1}, 2021", "Upvote", f"{n}", "Code", "Submitted by"]
    return "\n\n".join([*lines, f"user{n}", ""])


def test_abstracts_of_one_sentence_stand_right_below_titles_as_the_others_do() -> None:
    titles = [f"{TITLES[n % 10].rstrip('?')} beside {HOW[(3 * n + n // 10) % 10]}" for n in range(30)]
    page = "Trending\n\nSubmitted by\n\nuser\n\n" + "\n".join(map(trending, titles, range(30)))
    mentions = extract(page).mentions
    assert [mention.title for mention in mentions] == titles
    assert {mention.year for mention in mentions} == {2021}


BESIDE = [f"{title.rstrip('?')} beside {HOW[(3 * n + n // 10) % 10]}" for n, title in enumerate(TITLES * 2)]


def test_a_title_without_an_abstract_has_the_same_marks_below_it() -> None:
    page = "Daily papers\n\n"
    for n, title in enumerate(BESIDE):
        said = "" if n in (4, 9, 15) else SAID.format(how=HOW[n % 10]) + "\n\n"
        page += (
            f"Submitted by\n\nuser{n}\n\n{n}\n\n{title}\n\n{said}·\n\n{n % 5 + 2} authors\n\n{n * 7 % 10} comments\n\n"
        )
    assert [mention.title for mention in extract(page).mentions] == BESIDE


def test_times_and_rooms_of_sessions_below_days_are_no_papers() -> None:
    page = "Accepted papers\n\n"
    for n, title in enumerate(BESIDE):
        day = f"{('Monday', 'Tuesday')[n // 10]}, {n // 10 + 20} June\n\n" if n % 10 == 0 else ""
        session = (
            f"Session {n % 4 + 1}: Dunes\n1{n // 4}:00–1{n // 4}:45 | Room {n} | Session chair: {PEOPLE[n % 10]}\n\n"
        )
        page += (day + session) * (n % 4 == 0 or n == 10)
        page += f"{title}\n{PEOPLE[n % 10]} (Kiel); {PEOPLE[(n + 1) % 10]} (Graz)\n"
        page += f"Abstract: {SAID.format(how=HOW[n % 10])}\nDOI | Video\n\n"
    assert [mention.title for mention in extract(page).mentions] == BESIDE


def test_a_line_that_ends_in_a_day_behind_a_sign_is_no_title() -> None:
    page = "Trending\n\nSign in\n\n"
    for n, title in enumerate(BESIDE):
        said = (ONE[0] if n % 6 == 0 else SAID).format(how=HOW[n % 10], more="") + "\n\n"
        place = f"bay-lab/{title.split()[1].lower()}-{n} • • {n % 28 + 1} Aug 2023"
        page += f"{title}\n\n{place}\n\n{said}Dunes Grass\n\n{n}4 stars\n\nPaper\nCode\n\n"
    assert [mention.title for mention in extract(page).mentions] == BESIDE


def test_speakers_stand_above_titles_of_talks_and_authors_below_those_of_posters() -> None:
    page = "Meeting on Shores\n\nBook of Abstracts\n\n"
    for n, title in enumerate(BESIDE):
        day = f"{('Monday', 'Tuesday')[n // 10]}, {n // 10 + 8} July\n\n" if n in (0, 10) else ""
        person, place, said = PEOPLE[n % 10], ("Kiel", "Graz")[n % 2], textwrap.fill(SAID.format(how=HOW[n % 10]), 90)
        if n == 14:
            page += "Posters\n\n"
        talk = f"{day}{n % 8 + 9}:00 {person} ({place})\n{title}\n{said}\n\n"
        page += f"{title}\n{person}, {PEOPLE[(n + 3) % 10]} ({place})\n{said}\n\n" if n >= 14 else talk
    mentions = extract(page).mentions
    assert [mention.title for mention in mentions] == BESIDE
    assert [mention.authors[0] for mention in mentions] == [PEOPLE[n % 10] for n in range(20)]


def found(title: str, n: int) -> str:
    """A record on a page of search results: some have no abstract, in others a label stands above its sentence."""
    said = ("", f"TLDR\n{ONE[0]}\n", f"TLDR\n{SAID}\n", f"{SAID}\n")[min(n % 5, 3)].format(how=HOW[n % 10], more="")
    source = ("PDF", "View at Shores", "PDF")[n % 3]
    people = f"{PEOPLE[n % 10]}, {PEOPLE[(n + 3) % 10]}"
    return f"{title}\n{people}\nBiology\nIsis\n{n + 2} May 2019\n{said}{n}4\n{source}\nSave\nCite\n\n"


def test_a_label_tells_abstracts_of_one_sentence_and_buttons_come_again_and_again() -> None:
    titles = [f"{TITLES[n % 10].rstrip('?')} beside {HOW[(3 * n + n // 10) % 10]}" for n in range(40)]
    page = "Search\nSort by Relevance\n\n" + "".join(map(found, titles, range(40)))
    assert [mention.title for mention in extract(page).mentions] == titles


@pytest.mark.parametrize(("mark", "gap"), [("- ", ""), ("• ", ""), ("{n}. ", ""), ("({n}) ", "\n")])
@pytest.mark.parametrize(
    "shape", ["{title}\n{people}\nAbstract\n{said}\n\n", "2019/{n}\n{title}\n{people}\nDunes\n{said}\n"]
)
def test_lists_within_abstracts_belong_to_these(mark: str, gap: str, shape: str) -> None:
    listed = (
        "A map of all dunes is drawn.",
        "We give a new way to count grasses.",
        "We show that sand moves at night.",
    )
    end = "".join(f"\n{gap}{mark.format(n=n)}{text}" for n, text in enumerate(listed, 1))
    page = ""
    for n, title in enumerate(TITLES):
        said = SAID.format(how=HOW[n]) + (f" This paper gives the following:{end}" if n in (2, 6) else "")
        page += shape.format(n=n + 100, title=title, people=", ".join(PEOPLE[n % 8 : n % 8 + 2]), said=said)
    assert {mention.title for mention in extract(page).mentions} == set(TITLES)


def book(code: str, names: str) -> str:
    """A book of abstracts, ten talks in two sessions: titles and names wrapped at one edge, abstracts set in."""
    talks = []
    for n, title in enumerate(TITLES):
        session, talk = divmod(n, 5)
        people = ((PEOPLE[(n + i) % 10], PLACES[(n + i) % 3]) for i in range(1 + n % 4))
        who = ", ".join(names.format(person=person, place=place) for person, place in people)
        head = f"{code.format(session=session + 1, talk=talk + 1, n=n + 1)}{title} {FULL[n % 3]}"
        lines = [*textwrap.wrap(head, 70), *textwrap.wrap(who, 70), "", textwrap.fill(SAID.format(how=HOW[n]), 66)]
        talks.append("\n".join(lines[:-1]) + "\n" + textwrap.indent(lines[-1], "  "))
    return "Spring Meeting on Shores\n\n" + "\n\n".join(talks)


# Some titles fill their line, some end in what looks like a name.
FULL = ("on Either Coast", "and the Ships that Sail for Weak Southern Winds", "of Ten Quiet Summers")


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("{session}.{talk} ", "{person} ({place})"),
        ("S{session}-T{talk} ", "{person}"),
        ("A{session}.{talk}: ", "{person} ({place})"),
        ("Talk {n}: ", "{person}"),
        ("#{n} ", "{person} ({place})"),
        ("", "{person} ({place})"),
    ],
)
def test_book_of_abstracts_gives_its_talks(code: str, names: str) -> None:
    titles = {mention.title for mention in extract(book(code, names)).mentions}
    assert titles == {f"{title} {FULL[n % 3]}" for n, title in enumerate(TITLES)}


def test_numbers_above_titles_part_records_some_of_which_have_no_abstract() -> None:
    tail = "Shores, Dunes, and What Becomes of Them in"
    heads = [textwrap.fill(f"{title} {tail if n % 2 else FULL[n % 3]} Winter", 66) for n, title in enumerate(TITLES)]
    page = "\n".join(
        f"2.{n}\n{head}\n{PEOPLE[n - 1]} (ETH Zurich)\n\n"
        + ("Not received in time.\n" if n % 4 == 0 else textwrap.fill(SAID.format(how=HOW[n - 1]), 72) + "\n")
        for n, head in enumerate(heads, start=1)
    )
    titles = {mention.title for mention in extract(f"Book of Abstracts\n\n{page}").mentions}
    assert titles == {head.replace("\n", " ") for head in heads}


def test_talks_numbered_within_sessions_have_no_times() -> None:
    talks = "\n".join(
        f"1.{n} {title}\n{PEOPLE[n % 10]}, {PEOPLE[(n + 1) % 10]}\n" for n, title in enumerate(TITLES * 2, 1)
    )
    assert [row.marker for row in read_rows(talks)] == [""] * 40


@pytest.mark.parametrize("shape", PAGES)
def test_page_gives_its_titles_and_nothing_else(shape: str) -> None:
    assert sorted(title for _, title in found_papers(PAGES[shape])) == sorted(map(fold, TITLES))


def test_title_of_two_lines_above_authors_is_one() -> None:
    page = record("A Second Look, after Forty Years, at the Question of\n{title}\n{people}\n{said}\n\n", width=60)
    titles = {mention.title for mention in extract(page).mentions}
    assert titles == {f"A Second Look, after Forty Years, at the Question of {title}" for title in TITLES}


def test_the_second_line_of_a_title_may_be_one_word() -> None:
    heads = [textwrap.fill(f"{title} {FULL[n % 3]} Winter", 66) for n, title in enumerate(TITLES)]
    heads[4] = "A Second Look, after Forty Years, at the Question of Old Western\nHarbours"
    page = "\n".join(
        f"{head}\n{PEOPLE[n]}{', ' + PEOPLE[n - 1] if n % 2 else ''}\n{PLACES[n % 3]}\n\n"
        f"{textwrap.fill(SAID.format(how=HOW[n]), 66)}\n"
        for n, head in enumerate(heads)
    )
    assert [mention.title for mention in extract(page).mentions] == [head.replace("\n", " ") for head in heads]


def test_lines_above_the_first_record_are_none() -> None:
    page = (
        "3rd Meeting on Shores\n19 May 2019\nKiel\n\nAttend\nTravel Hints\nProgramme\nPapers\nTake Part\nOld Pages\n\n"
    )
    page += f"All papers\n\n{SAID.format(how='each place')}\n\nHide all\n\nTidal Zones\n\n"
    page += record("{title}\n{people}\n\n{said}\n\nPaper (Preprint {n}) PDF\n\n")
    assert [mention.title for mention in extract(page).mentions] == list(TITLES)


def test_abstract_of_a_record_is_kept_whole() -> None:
    mentions = extract(PAGES["a line wrapped at a number"]).mentions
    assert [mention.abstract for mention in mentions][:2] == [SAID.format(how=how) for how in HOW[:2]]


@pytest.mark.parametrize(
    "said",
    ["{person}, {two}, +{n} more · {n} Feb 2026 · {n}3 likes", "{n}w ago • {person} & {n} others • {n}k reads"],
)
def test_feed_without_abstracts_gives_titles_and_names(said: str) -> None:
    feed = "Shore feed\nLatest   Top   Saved\n\n" + "\n\n".join(
        f"{title}\n{said.format(person=PEOPLE[n], two=PEOPLE[n - 1], n=n + 2)}\nSave   Share"
        for n, title in enumerate(("The Olympics of Tides at NeurIPS 2018", *TITLES[1:]))
    )
    mentions = extract(feed).mentions
    assert [mention.title for mention in mentions] == ["The Olympics of Tides at NeurIPS 2018", *TITLES[1:]]
    assert [mention.authors[0] for mention in mentions] == list(PEOPLE)


def test_list_below_the_last_record_is_no_part_of_it() -> None:
    page = record("{title}\n{people}\n\n{said}\n\n") + "\n\nSee also\n\n- The Book of Ice and Wind (2011)\n"
    assert "the book of ice and wind" in {title for _, title in found_papers(page)}


def test_line_below_a_long_title_is_no_part_of_it() -> None:
    page = record("{title}\nOikos, Forthcoming {n}\n{people}\nUniversity of Graz\n\n{said}\n\n")
    longest = max(TITLES, key=len)
    page = page.replace(longest, f"{longest} and on All the Other Islands as Well")
    assert f"{longest} and on All the Other Islands as Well" in {mention.title for mention in extract(page).mentions}


@pytest.mark.parametrize(
    ("source", "venue"),
    [
        ("J Shores. 20{n:02} Mar;2(8):186-9.", "J Shores"),
        ("shoreRxiv [Preprint]. 20{n:02} Mar 7:2020.03.07.18{n}.", "shoreRxiv"),
        ("ArXiv [Preprint]. 20{n:02} Mar 7:arXiv:2003.071{n:02}.", "ArXiv"),
        ("J Shores. 20{n:02} Mar 7.", "J Shores"),
    ],
)
def test_line_above_a_title_says_where_it_appeared(source: str, venue: str) -> None:
    page = record(
        "{n}. " + source + " doi: 10.1234/ab.{n}.\n\n{title}.\n\nRoe A(1), de la O'Poe M(2).\n\n"
        "Author information:\n(1)Department of Shores {n}, Kiel.\n(2)Elsewhere.\n\n"
        "BACKGROUND: Nobody counts here.\n{said}\nRESULTS: There are 19.\n\nDOI: 10.1234/ab.{n}\n\n",
        width=80,
        said="METHODS: " + SAID,
    )
    mentions = extract(page).mentions
    assert [fold(mention.title) for mention in mentions] == list(map(fold, TITLES))
    assert {mention.venue for mention in mentions} == {venue}
    assert [mention.year for mention in mentions] == list(range(2001, 2011))
    assert all("10.1234/ab" in mention.links[0].url for mention in mentions)
    assert all("grandparents" in (m.abstract or "") or "odds were" in (m.abstract or "") for m in mentions)


def test_titles_of_one_field_may_begin_alike() -> None:
    """Short titles in capitals look like names: only their place tells them."""
    things = [f"{what} {where}" for what in ("Dunes of", "Gulls above") for where in ("Weak Winds", "Northern Ice")]
    firsts = ("Tidal", "Tidal", "Slow", "Cold", "Warm", "Late", "Tidal", "Wild", "Long", "Grey", "Tidal", "Old")
    titles = [f"{first} {things[n % 4]}" for n, first in enumerate(firsts)]
    page = "".join(
        f"{title}\n{PEOPLE[n % 10]}, {PEOPLE[(n + 3) % 10]}\n{SAID.format(how=HOW[n % 10])}\n\n"
        for n, title in enumerate(titles)
    )
    assert [title for _, title in found_papers(page)] == list(map(fold, titles))


def test_parts_of_structured_abstracts_and_comments_are_no_papers() -> None:
    page = record(
        "{n}. J Shores. 20{n:02} Mar;2(8):186-9.\n\n{title}.\n\nRoe A(1), de la O'Poe M(2).\n\n"
        "Author information:\n(1)Department of Shores {n}, Kiel.\n(2)Elsewhere.\n\n"
        "Comment in\n    Tides. 2021 Dec;{n}(13):447-52.\n\n"
        "IMPORTANCE: Nobody counts {how} here.\nDESIGN, SETTING, AND PARTICIPANTS: On two coasts in three winters.\n"
        "{said}\nCONCLUSIONS AND RELEVANCE: There are 19 of them.\n\nDOI: 10.1234/ab.{n}\n\n".replace("{how}", "kelp"),
        width=80,
        said="METHODS: " + SAID,
    )
    mentions = extract(page).mentions
    assert [fold(mention.title) for mention in mentions] == list(map(fold, TITLES))
    assert {mention.venue for mention in mentions} == {"J Shores"}


@pytest.mark.parametrize(
    ("line", "venue"),
    [
        ("{person}, Max Poe · Ecology · Oikos · {n} July 2021", "Oikos"),
        ("{person} · Ecology · The Journal of Cold Shores · {n} July 2021", "The Journal of Cold Shores"),
        ("{person}, Max Poe, +4 authors\nEcology · Oikos · {n} July 2021", "Oikos"),
        ("{person} · Ecology · {n} July 2021", None),  # perhaps a field of science
        (
            "{person}, Max Poe; Proceedings of the Shore Congress, SC 88:{n}-97, 2021.",
            "Proceedings of the Shore Congress",
        ),
    ],
)
def test_line_of_people_says_where_and_when(line: str, venue: str | None) -> None:
    mentions = extract(record("{title}\n" + line + "\n{said}\n7{n} Citations\nSave\nCite\n\n")).mentions
    assert [fold(mention.title) for mention in mentions] == list(map(fold, TITLES))
    assert all(mention.authors[0] == person for mention, person in zip(mentions, PEOPLE, strict=True))
    assert {mention.year for mention in mentions} == {2021}
    assert all((mention.venue or "").startswith(venue) if venue else mention.venue is None for mention in mentions)


def test_how_letters_begin_and_end_is_no_title() -> None:
    page = "Hi all,\n\nbelow is the long list. Please vote by Friday.\n\nCheers,\nIda\n\n" + record(
        "{n}) {title}\n   {people}\n\n   {said}\n"
    )
    assert [title for _, title in found_papers(page)] == list(map(fold, TITLES))


@pytest.mark.parametrize(
    "title",
    [
        "{title} (ICES 201{n} Oral)",  # nothing is counted
        "Results and prospects: {title}",  # no part of an abstract
        "Best of Seas {n}: {title}!",  # no end of a letter
    ],
)
def test_titles_that_begin_or_end_like_something_else_are_titles(title: str) -> None:
    page = "\n\n".join(
        title.format(title=each.rstrip("?"), n=n) + f"\n{PEOPLE[n]}, Max Moe, Kim Doe\nOikos, 2019"
        for n, each in enumerate(TITLES)
    )
    found = [line for line, _ in found_papers(page)]
    assert found == list(range(1, 4 * len(TITLES), 4))


SHORT = ["We count {how}.", "We return to an old question about {how}.", "Can {how} be counted from below?"]


@pytest.mark.parametrize("short", SHORT)
def test_points_below_abstracts_are_theirs(short: str) -> None:
    page = "Reports\n\n"
    for n, title in enumerate(BESIDE):
        points = "".join(f"\n\n$\\bullet$ {said}" for said in (ONE[0].format(how=HOW[n % 10], more=""), SAID))
        said = short if n == 12 else SAID
        said = said.format(how=HOW[n % 10]) + (points.format(how=HOW[n % 10]) if n % 3 == 0 else "")
        title = "Counted Kelp" if n == 5 else title
        page += f"{n + 3} May 2019\n{PEOPLE[n % 10]}, Max Lee, Kim Ely\n\n{title}\n"
        page += "Revisions: 1\n" * (n % 4 == 1) + f"\n{said}\n\nmore >>>\n\n\n"
    titles = [title for _, title in found_papers(page)]
    assert titles == [fold("Counted Kelp" if n == 5 else title) for n, title in enumerate(BESIDE)]


def test_a_title_of_two_words_above_its_people_is_one() -> None:
    titles = [title if n != 4 else "Validating Wordscores" for n, title in enumerate(TITLES)]
    page = "".join(
        f"{title}\n{PEOPLE[n]}, Max Lee, Kim Ely\n\nKEYWORDS: dunes, {HOW[n]}\n\n"
        f"Abstract\n{SAID.format(how=HOW[n])}\n\n"
        f"Download PDF ({n}00 KB){f' | Cited by {n}' * (n % 2)}\n\n"
        for n, title in enumerate(titles)
    )
    assert [title for _, title in found_papers(page)] == list(map(fold, titles))


def test_kinds_of_works_between_fields_head_no_table() -> None:
    page = "".join(
        f"{n}. {title}\nAuthor(s): {PEOPLE[n - 1].split()[1]} A.; Poe M.\n"
        f"Source: Shore Studies; Sep 2012; vol. {n} (no. 9); p. 187-192\n"
        f"Publication Date: Sep 2012\nPublication Type(s): Journal Article\nAvailable at Shore Studies - from Bays\n"
        f"Abstract: {SAID.format(how=HOW[n - 1])}\nDatabase: Bays\n\n"
        for n, title in enumerate(TITLES, start=1)
    )
    mentions = extract(page).mentions
    assert [mention.title for mention in mentions] == list(TITLES)
    assert {(mention.venue, mention.year) for mention in mentions} == {("Shore Studies", 2012)}


class Asked(list[Row]):
    """Rows that count how often one of them is looked at."""

    count = 0

    def __getitem__(self, at: SupportsIndex | slice) -> Any:
        self.count += 1
        return super().__getitem__(at)


def test_a_row_of_labelled_titles_is_walked_once() -> None:
    rows = Asked(read_rows("".join(f"Talk title: Tides {n}\n" for n in range(99))))
    tops = set(tops_of(rows, list(range(99)), set(range(99))))
    assert len(tops) == 1
    assert rows.count <= 2 * 99


def test_programme_of_sessions_with_people_and_places_in_turns() -> None:
    places = ("Graz Institute of Tides", "University of Kiel", "KUST", "University of Wales, Bangor")
    page = "Technical Sessions\n\nTuesday, June 4\n\n"
    for n, title in enumerate(BESIDE):
        if n % 4 == 0:
            hours = f"{n // 4 + 1}:30 pm–{n // 4 + 2}:00 pm"
            page += f"{hours}\nBreak with Refreshments\nHall East\n\nTrack {n % 3 + 1}\n\n"
            page += f"{('Dunes', 'Salt Marshes')[n % 2]}\n"
            page += f"Session Chair: {PEOPLE[n % 10]}, {places[n % 3]}\n\n"
        first, second, third = (PEOPLE[(n + k) % 10] for k in (1, 2, 3))
        page += f"{title}\n\n{first} and {second}, {places[n % 4]}; {third}, {places[(n + 1) % 4]}\n\n"
        page += f"Available Media\n\n{SAID.format(how=HOW[n % 10])}\n\n"
    mentions = extract(page).mentions
    assert [mention.title for mention in mentions] == BESIDE
    assert mentions[1].authors == (PEOPLE[2], PEOPLE[3], PEOPLE[4])


def test_remarks_on_lists_of_titles_with_their_years_are_no_abstracts() -> None:
    page, listed = "Papers on Shores\n", titles(random.Random(4), 100)
    for at, how in enumerate(HOW):
        page += f"\n    About {how}\n        {SAID.format(how=how)}\n"
        own = enumerate(listed[10 * at : 10 * at + 10])
        page += "".join(f"        {title}{' [DOI]' * (n % 2)} ({2001 + n + at})\n" for n, title in own)
    assert [mention.title for mention in extract(page).mentions] == listed
