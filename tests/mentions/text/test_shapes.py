"""Shapes of pages that were once misread, each written anew with made-up papers of several fields."""

from __future__ import annotations

import textwrap

import pytest

from enrich.mentions.entries.learned.habits import learn_habits
from tests.mentions.text.reading import extract, fold, found_papers

TITLES = (
    "Tidal Pools under Warming Seas",
    "Kelp: A Census of Northern Forests",
    "Grain prices and the weather of three dry centuries",
    "Do Limpets Remember Homes?",
    "Steel Bridges in Cold Regions: Fatigue and Repair",
    "Slow Light in Warm Vapour",
    "The Grammar of Whistled Speech on Steep Islands",
    "Measuring trust among neighbours after floods",
    "Spectra of Dust around Old Stars",
    "Soil Fungi as Partners of Alpine Trees",
)
PEOPLE = ("Ana Roe", "Max Poe", "Kim Doe", "Lin Moe", "Jo Zoe", "Ida Fox", "Tom Orr", "Eva Ash", "Ben Ely", "Uma Kay")
PLACES = ("ETH Zurich", "INRIA", "Keio University")
VENUES = ("Oikos", "Ecography", "Isis")
SAID = "Shows how the old method fails, and what to do."
HOW = "dunes ferns gulls hail ice jets kites larks moss newts".split()  # noqa: SIM905


def numbered() -> list[tuple[int, str, str, str]]:
    """`(number, title, person, venue)` of each paper."""
    return [(n, t, p, VENUES[n % 3]) for n, (t, p) in enumerate(zip(TITLES, PEOPLE, strict=True), start=1)]


def wrapped(lines: list[str], width: int) -> str:
    return "\n".join(textwrap.fill(line, width, break_on_hyphens=False) for line in lines)


def each(line: str) -> str:
    """One line for each paper; `{two}` is a person more."""
    return "\n".join(
        line.format(
            n=n,
            title=t,
            person=p,
            two=PEOPLE[n % 10],
            venue=v,
            year=2010 + n,
            id=f"20{n:02}.0{1000 + n}",
            said=f"Shows how {HOW[n - 1]} change when the old method fails.",
            initials=f"{p[0]}. {p.split()[1]}",
        )
        for n, t, p, v in numbered()
    )


LONG = "Abstracts are long. " + "They say what was done and found in many words of small letters. " * 4
PAGES = {
    "cells of several titles, broken by line ends": "Shores\n\nTopic\tPapers\n"
    + "\n".join(
        f"{'Field ' + str(n) + chr(9) if n % 5 == 1 else ''}{title} ({2010 + n})" for n, title, _, _ in numbered()
    ),
    "cells whose second line says something": "Shores\n\nDate\tPaper\tVenue\tLinks\n"
    + each("May {year}\t{title}\n{said}\n\t{venue}\tPaper Video"),
    "bars, and cells broken over lines": "Shores\n\nDate │ Paper │ Venue │ Links\n"
    + each("May {year} │ {title}\n{said}\n│ {venue} │ Paper https://x.org/{n}"),
    "a run-together table, wrapped, dates in front": "Shores\n\nPublish Date Title Authors PDF\n"
    + wrapped(each("{year}-05-06 {title} {person}, {two} {id}").split("\n"), 60),
    "a run-together table, wrapped, with the same few last words": "Shores\n\nTitle Authors Venue Code\n"
    + wrapped(each("{title} {person}, {two} {venue} {year} Python").split("\n"), 60),
    "a run-together table of places of work": "Shores\n\nTitle Affiliation Venue Year TL;DR\n"
    + "\n".join(
        f"{t} {PLACES[n // 3 % 3]} {v} {2010 + n} {SAID}" for n, t, _, v in numbered()
    ),
    "weeks, days and presenters run together": "Seminar\n\nWeek Date Topic Paper Presenter\n"
    + "\n".join(
        f"{n // 3 + 1} Jan {n} {('Seas', 'Stars')[n % 2]} {t} {PEOPLE[n % 3]}" for n, t, _, _ in numbered()
    ),
    "ticks and crosses in the first cell": "Shores\n\nCode\tVenue\tAuthors\tTitle\n"
    + "\n".join(f"{'✓✗'[n % 2]}\t{v}\t{p} et al.\t{t}" for n, t, p, v in numbered()),
    "cards with counts above and below": "Daily\n\n" + each("{n}7\n\n{title}\n\n·\n{n} authors\n\n" + LONG + "\n"),
    "records whose lines begin alike": each(
        "{title}\n{person}, {two}, +3 authors\nPublished in {venue} 2 May {year} · Biology\nTLDR " + SAID
        + " Expand\n{n}3 · PDF · Save · Cite\n"
    ),
    "notes below labels that come back": "Notes\n\n" + each(
        "{title}\n\n{person} et al. ({year})\n\nSummary\n\n" + LONG + "\n\nStrengths\n\n• " + SAID + "\n"
    ),
    "titles above authors, venue and links": "Shores\n\n"
    + each("{title}\n{person}, {two}, Zoe Lee\n{venue} ({year}) · Paper · Code\n"),
    "labels in brackets that come back": "\n".join(
        f"[{('required', 'optional')[n % 2]}] {t} ({p.split()[1]} et al., {2010 + n})" for n, t, p, _ in numbered()
    ),
    "names and a year in front, one of them a project": each("• {person} et al. {year} {title} [code]")
    + "\n• The Long Shore Project et al. 2011 A Survey of Beaches [code]",
    "two authors with the family name in front": "References\n\n"
    + "\n".join(
        f"{n}. {p.split()[1]}, {p[0]}. & {PEOPLE[n % 10].split()[1]}, J. L. {t}. Oikos 12, 34–56 ({2010 + n})."
        for n, t, p, _ in numbered()
    ),
    "volume, page and year behind titles": each("{initials}, B. Ott, {title}, J. Sea Res. 69, 1{n}50 ({year})"),
    "a title that ends in front of a year": each("• {person} et al., {title}, {year}, https://arxiv.org/abs/{id}"),
    "one author behind a dash, many by 'by'": each("• {title} - {person} ({year})")
    + "\n• Songs of Ice by Ana Roe (2011)\n• Songs of Wind by Max Poe and Kim Doe (2012)",
    "numbered links to files beside the page": each("   * [{n}]{title} - {person} ({year})")
    + "\n\nReferences\n\n" + "\n".join(f"   {n}. papers/{n}.pdf" for n in range(1, 11)),
    "links, commas and stops on lines of their own": "Shores\nContents\nPools\nKelp\nVideos\nPools\n"
    + each("[{venue} {year}]\n{title}\n, {person} and {two}. {said} [\npaper\n] [\ncode\n]")
    + f"\nKelp\n[Isis 2021]\nSalt in the Wind of Autumn\n. {SAID} [\npaper\n]\nVideos\nLoom\n- A film of tides.",
    "dashes in front of the lines below titles": "Shores\n\n" + each("{title}\n- {person} and {two},\n{venue} {year}"),
    "names, venue and year between dots": "Shores\n\n"
    + each("{title}\n\n{person} and {two} · Oikos Lett. · {year}\n\nTL;DR Shows how {venue} fails.\n\nPDF · Code\n"),
    "notes in a list below each citation": "Reading notes\nOne paper a day.\n"
    + each("Day {n}\n{person}, {two}. {title}. In {venue} {year}. PDF\n• {said}\n• Good introduction.\n• Rating: ★★★"),
    "buttons, and the bars between them, each on a line": "Shores\n\n"
    + each("{title}\n{person} and {two}\n{venue} {year}\nPaper\n|\nCode"),
    "rows of a schedule that leave out what stands above": "Shores\n\nDate\tTopic\tReadings\tPresenter\n"
    + "\n".join(
        f"{f'May {n}{chr(9)}Seas' if n % 3 == 1 else chr(9)}\t{t} ({v} {2010 + n})\t{('Jo', 'TBD')[n % 2]}"
        for n, t, _, v in numbered()
    ),
    "venues in brackets, in front of descriptions": "Shores\n\n" + each("{year}-04 - {title} ({venue}) 🔥 - {said}"),
    "authors in one of a page's lists alone": "Shores\n\nNew\n\n"
    + "\n".join(f"* {2010 + n}, {t}, {p}{n % 2 * ', Lin Moe, Kim Poe'} ({v})" for n, t, p, v in numbered())
    + "\n\nOld\n\n" + "\n".join(f"* Old Songs of {how.title()}, Oikos 1999" for how in HOW),
    "names in brackets between titles and venues, no line left blank": "Shores\n\n"
    + each("{title}\n({person}, {two})\n{venue} {year}"),
    "surnames between titles and venues, no line left blank": "Shores\n\n"
    + "\n".join(f"{t}\n{p.split()[1]}\n[{v}, {2010 + n}]\n[paper] [code]" for n, t, p, v in numbered()),
    "facts in lists below titles, their depth lost": "Shores\n\n"
    + each("• {title}\n◦ by {person}\n◦ {venue} {year}\n◦ (pdf, code)\n◦ {said}"),
    "facts in lists below titles, the same links in each": "Shores\n\n"
    + each("   * {title}\n       + ({person})\n       +\n       + [paper] [code]\n       + {said}"),
    "a surname and a venue in a list below each title": "Shores\n"
    + "".join(f"\n{t}\n\n- {p.split()[1]}\n- {('ICES', 'DUNE')[n % 2]}\n" for n, t, p, _ in numbered()),
    "families first in brackets, and a year behind a bar": "Shores\n\n" + "\n".join(
        f"{n}. {t} ({p.split()[1]}, {p[0]}., & Orr, W. S.) | {2010 + n}." for n, t, p, _ in numbered()
    ),
    "quoted titles behind numbers without a stop": "Shores\n\n"
    + each(' {n} "{title}" | {person}, {two} and Zoe Lee {said}'),
    "a name, a year behind a bar, and a note": "Shores\n\n"
    + each("{title}. {person} | [{year}] (pdf, code). {said}\n"),
    "a run-together table, authors in front": "Shores\n\n# Authors Title Journal Year\n"
    + "\n".join(
        f"{n} {p}{('', ', J. Q. Noe', ', Ute van Orr et al.')[n % 3]} {t} {v} {2010 + n}" for n, t, p, v in numbered()
    ),
    "a run-together table, years of two digits and few remarks": "Shores\n\nVenue Title Notes\n"
    + "\n".join(
        f"Annals of {v}'{10 + n} {t}{('', ' survey', ' theory')[n % 3]}" for n, t, _, v in numbered()
    ),
    "remarks behind credits in brackets": "Shores\n\n"
    + "\n".join(
        f"{t} ({p.split()[1]} et al., {2010 + n}, {v})" + " Tells again what the sea had told before." * (n % 5 == 0)
        for n, t, p, v in numbered()
    ),
    "headings that count what follows": "Shores\n\n"
    + "\n".join(
        f"{('', f'Oikos{chr(10)}Oikos {2010 + n} ({n} papers){chr(10)}')[n % 3 == 1]}{t}, {p}, Sam Hay"
        for n, t, p, _ in numbered()
    ),
    "a word behind credits in brackets": "Shores\n\n"
    + "\n".join(f"• Oikos: {t} ({p}, Sam Low){', tool' * (n % 3 == 1)}" for n, t, p, _ in numbered()),
    "headings with pictures in front": "Shores\n\n"
    + "\n".join(
        f"{('', f'{sign} Coasts {n}{chr(10)}')[n % 3 == 1]}{t}"
        for (n, t, _, _), sign in zip(numbered(), "🌊🌊🌊🐚🐚🐚🦀🦀🦀🐟", strict=True)
    ),
    "surnames alone in brackets": "Shores\n\n"
    + "\n\n".join(
        f"[ICES'{10 + n}] {t} ({p.split()[1]}{(' et al.', ' and Hay', '', ' et al.')[n % 4]})"
        for n, t, p, _ in numbered()
    ),
    "titles with their venues above authors": "Shores\n\n"
    + each("{title}, ICES {year}. [Paper]\n{person}, {two}, Sam Low"),
    "names above their titles": "Shores\n\n" + each("- {person}, {two}\n  {title}. {venue} {year}"),
    "surnames below titles": "Shores\n\n" + each("{title}\n{two} ({venue} {year}) pdf\n"),
    "notes behind links": "Shores\n\n"
    + "\n".join(
        f"- {t} ({v} {2010 + n}) [pdf]{' - ' + SAID.replace(',', '') * (n % 2)}".removesuffix(" - ")
        for n, t, _, v in numbered()
    ),
    "notes behind a tag": "Shores\n\n"
    + "\n".join(f"- {t} ({v}'{10 + n}). {SAID * (n % 3 == 0)}".strip() for n, t, _, v in numbered()),
    "journals with volume and pages in front": "Shores\n\n"
    + each("{venue}, vol. {n}, pp. 2{n}-4{n}, {year} - {title}\n"),
    "entries set in that go on at the margin": "Shores\n\n"
    + "\n".join(
        textwrap.fill(f"    • {t} ({v}, vol. {n}, pp. 3-17, {2010 + n}), {p} and Rowena Mountjoy-Smith", 60)
        for n, t, p, v in numbered()
    ),
}  # fmt: skip
MORE = {
    "links, commas and stops on lines of their own": {"Salt in the Wind of Autumn"},
    "names and a year in front, one of them a project": {"A Survey of Beaches"},
    "authors in one of a page's lists alone": {f"Old Songs of {how.title()}" for how in HOW},
    "one author behind a dash, many by 'by'": {"Songs of Ice", "Songs of Wind"},
}


@pytest.mark.parametrize("shape", PAGES)
def test_page_gives_its_titles_and_nothing_else(shape: str) -> None:
    wanted = sorted(fold(title) for title in {*TITLES, *MORE.get(shape, ())})
    assert sorted(title for _, title in found_papers(PAGES[shape])) == wanted


def test_what_stands_in_brackets_in_front_of_titles_is_kept_as_a_keyword() -> None:
    mentions = extract(PAGES["labels in brackets that come back"]).mentions
    assert {mention.keywords for mention in mentions} == {("required",), ("optional",)}


def test_venue_and_year_on_the_third_line_belong_to_the_title() -> None:
    mentions = extract(PAGES["titles above authors, venue and links"]).mentions
    assert [(m.venue, m.year) for m in mentions] == [(VENUES[n % 3], 2010 + n) for n in range(1, 11)]


def test_second_line_of_a_cell_is_kept_as_description() -> None:
    mentions = extract(PAGES["cells whose second line says something"]).mentions
    assert all((mention.description or "").startswith("Shows how") for mention in mentions)


def test_titles_keep_dashes_and_small_letters_in_a_list_without_descriptions() -> None:
    titles = [
        *TITLES,
        "Counting of crabs -- a simple model of shores with few but exact numbers",
        "Quantum Monte Carlo calculations of the slow drift of sand along the northern shores",
    ]
    text = "Shores\n\n" + "".join(f"• {title} https://arxiv.org/abs/2101.0000{n}\n" for n, title in enumerate(titles))
    assert [title for _, title in found_papers(text)] == [fold(title) for title in titles]


@pytest.mark.parametrize("authors", ["Roe, A., Poe, M. d., & Doe, K.", "Roe, A., Poe, M., Moe, L., ... Doe, K."])
def test_families_with_initials_in_front_of_a_year_are_authors_though_one_is_odd(authors: str) -> None:
    text = "Readings\n\n" + "".join(
        f"{authors} ({2010 + n}). {title.rstrip('?')}. Oikos, 12(3), 4–5.\n" for n, title, _, _ in numbered()
    )
    assert [title for _, title in found_papers(text)] == [fold(title.rstrip("?")) for _, title, _, _ in numbered()]


def test_one_name_in_brackets_is_the_author_where_others_have_several() -> None:
    people = ("Ana R. Roe", "Ana Roe, Max Poe et al.", "Max Poe")
    text = "Readings\n\n" + "".join(f"• {title} ({people[n % 3]}, {2010 + n})\n" for n, title, _, _ in numbered())
    assert [title for _, title in found_papers(text)] == [fold(title) for _, title, _, _ in numbered()]


def test_names_with_places_below_a_full_title_are_no_rest_of_it() -> None:
    titles = [f"The Grammar of Whistled Speech among {what.title()} on Isles" for what in HOW]
    said = "Walks along the shores of all the isles show what the tide has left there for us. " * 6
    page = "\n\n".join(
        f"{title}\nAlexandra Roe, Max Poe (Keio)\n\nAbstract: {textwrap.fill(said, 60)}" for title in titles
    )
    assert sorted(title for _, title in found_papers(page)) == sorted(map(fold, titles))


def test_line_that_begins_with_a_name_written_small_is_a_title() -> None:
    titles = [
        "eTides for Everyone on the Shore",
        "reef: a framework for counting corals",
        "iGulls and Their Many Nests",
    ]
    titles = [title for pair in zip(TITLES, titles, strict=False) for title in pair]
    text = "Shores\n\n" + "".join(f"{title} (Roe et al., 2019, Oikos)\n" for title in titles)
    assert [title for _, title in found_papers(text)] == list(map(fold, titles))


def test_word_of_a_link_that_stands_in_the_midst_of_no_title_is_none_of_theirs() -> None:
    titles = [f"{one.title()} and how they meet {other}" for one in HOW for other in HOW]
    linked = [f"{title}{' Demo' * (n % 6 == 0)}" for n, title in enumerate(titles)]
    assert learn_habits(linked).words == {"demo"}
    assert not learn_habits([*linked, *(f"The demo of {what} revisited" for what in HOW)]).words


def test_title_above_labelled_authors_names_none() -> None:
    titles = [
        "A Note on Old Paths, Grey Ponds, Dry Walls and Green Cliffs",
        *TITLES,
        "Dune Walks: Start Early, Rest Often",
    ]
    page = "\n".join(f"{title}\nAuthors: Ana Roe, Max Poe\nVenue: Oikos {n + 2001}" for n, title in enumerate(titles))
    assert [title for _, title in found_papers(f"Shores\nWhat we read by the sea.\n{page}\n")] == list(
        map(fold, titles)
    )


def test_title_above_its_authors_that_ends_as_names_do_is_whole() -> None:
    titles = [*TITLES[:5], "Fewest Steps along Old Paths, Grey Ponds, Dry Walls and Green Cliffs", *TITLES[5:]]
    page = "\n\n".join(f"• {title}\nAna Roe, Max Poe, Sam Hay\nOikos {n + 2001}" for n, title in enumerate(titles))
    assert [title for _, title in found_papers(f"Shores\n\n{page}\n")] == list(map(fold, titles))


def test_stars_tell_entries_that_must_be_read_from_the_others() -> None:
    names = [f"{person.split()[1]}, {person[0]}., & Poe, J." for person in PEOPLE]
    rows = [f"{names[n - 1]} ({2000 + n}). {title}. {venue}, {n}(2), 45–67." for n, title, _, venue in numbered()]
    rows = [f"* {row}" if n in (1, 3, 4, 7) else row for n, row in enumerate(rows)]
    text = "Readings\n\nThose with a star are required.\n\n" + "\n\n".join(rows)
    assert [title for _, title in found_papers(text)] == [fold(title) for title in TITLES]


def test_names_behind_the_colon_of_a_full_line_go_on_in_the_next() -> None:
    talk = (
        "The readings of this section explain why the old methods fail, and what can be done about it when the weather "
        "gets in the way of all who count what lives on the shore."
    )
    rows = [
        f"{title} ({2000 + n}): {person}, Sam Lindqvist and Theo Moe. {SAID * (n % 3)}"
        for n, title, person, _ in numbered()
    ]
    lines = [textwrap.fill(row, 68, initial_indent="     * ", subsequent_indent="       ") for row in rows]
    said = textwrap.fill(talk, 80)
    text = "\n\n".join(["Readings", "Shores", said, "\n".join(lines[:5]), "Hills", said, "\n".join(lines[5:])])
    assert [title for _, title in found_papers(text)] == [fold(title) for title in TITLES]


def test_short_sentence_that_comes_again_behind_titles_is_the_venue() -> None:
    journals = ("eShores", "Gull Biology", "JSW")
    said = ("", " Extends what its authors found on older shores.", " Short.")
    expected = [(title, journals[n % 3], 2011 + n) for n, title in enumerate(TITLES)]
    lines = [
        f"- {year} - {title if title.endswith('?') else title + '.'} {journal}.{said[n % 3 if n > 3 else 0]}"
        for n, (title, journal, year) in enumerate(expected)
    ]
    for page in ("\n".join(lines), wrapped(lines, 60)):
        papers = extract(f"Shores\n\n{page}\n").mentions
        assert [(paper.title, paper.venue, paper.year) for paper in papers] == expected


def test_lines_behind_the_same_picture_state_the_same() -> None:
    places = ("Sea Lett", "ICES Workshop", "Journal of Gulls")
    expected = [(title, places[n % 3], 2011 + n) for n, title in enumerate(TITLES)]
    blocks = [
        f"📄 {title}\n👥 {PEOPLE[n]}, Zoe Lee\n🏷️ {place}, {year}" + "\n💻 code" * (n % 2)
        for n, (title, place, year) in enumerate(expected)
    ]
    papers = extract("Shores\n\n" + "\n\n".join(blocks)).mentions
    assert [(paper.title, paper.venue, paper.year) for paper in papers] == expected
    assert [paper.authors for paper in papers] == [(person, "Zoe Lee") for person in PEOPLE]


def test_remarks_behind_the_picture_of_some_venues_are_none() -> None:
    said = ("SHORE 2019", "harbour tour for all", "ICES 2021", "best paper award", "DUNES 2020")
    blocks = [f"{title}\n👥 {PEOPLE[n]}, Zoe Lee\n📌 {said[n % 5]}" for n, title in enumerate(TITLES)]
    papers = extract("Shores\n\n" + "\n\n".join(blocks)).mentions
    assert not {said[1], said[3]} & {paper.venue for paper in papers}
