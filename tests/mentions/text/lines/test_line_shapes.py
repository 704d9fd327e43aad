"""Shapes of single items that were once misread, on pages whose items all have them; made-up papers and journals."""

from __future__ import annotations

import pytest

from tests.mentions.text.reading import extract, fold, found_papers
from tests.mentions.text.test_shapes import PEOPLE, TITLES

JOURNALS = ("J. Shore Stud.", "Tide. Lett. B", "Oikos", "Ann. Sea Res.", "Isis")
SYSTEMS = ("DuneNet", "WAVE", "Kelpie", "TideX", "SALT", "Gullfly", "Moorland3D", "Ebb", "FOAM2", "Driftwood")
REMARK = (
    "A careful study of what the tide leaves behind; the appendix on the weather is worth reading. Nice figures, but\n"
    "    the data are old.\n"
)


def each(*lines: str) -> str:
    """One line for each paper, of the given forms in turn."""
    return "\n".join(
        lines[n % len(lines)].format(
            title=title,
            person=PEOPLE[n],
            family=PEOPLE[n].split()[1],
            two=PEOPLE[(n + 1) % len(PEOPLE)],
            journal=JOURNALS[n % len(JOURNALS)],
            system=SYSTEMS[n],
            year=2010 + n,
            id=f"20{n:02}.0{1000 + n}",
        )
        for n, title in enumerate(TITLES)
    )


PAGES = {
    "journals with stops in their names behind a comma": each("• {title}, {journal} {year}. [paper]"),
    "journals with stops behind authors": each("• {title}, {person} and {two}, {journal} {year}. [PDF]"),
    "venue and year behind the links": each(
        "{title} [Paper] {journal} {year}", "{title} [Paper] [Code] {journal} {year}"
    ),
    "journals below authors, some papers in press": "Our papers\n\n"
    + each(
        "{title}\n{person}, {two}\n{journal}, in press ({year})\n",
        "{title}\n{person}, {two}\n{journal} 12, 3456 ({year})\n",
        "{title}\n{person}, {two}\n{journal} (accepted)\n",
    ),
    "journals with volume, year in brackets and pages": each("{title}. {journal} 12 ({year}), 345-367."),
    "volume and page behind a colon, below one name that begins small": each(
        "A. {family}, and S. Poe. {title}. Tide Letters, 12:3456 ({year}). [Code]",
        "B. {family}. {title}. npj Sea Research, 7:123 ({year}). [Code] [PDF]",
    ),
    "short lines that end in their year, among longer ones": "Shores\n\n"
    + each("{title}, IEEE Shore {year}.", "{title}, ICES {year}. [code]"),
    "addresses right below titles, questions in a list": each(
        "{title}\nhttps://arxiv.org/abs/{id}\nLead: {person}\nQuestions:\n* Where does it fail?\n* Would you use it?\n"
    ),
    "volume, year and pages behind authors with initials": each(
        "A. {family} and S. Poe, {title}, J. Shore Stud. Ser. B 12 ({year}), 345–367.",
        "A. {family}, C. Coe and V. A. Marlous, {title}, Tide. J. Waves Sands 7 ({year}), 1-9",
        "K.-L. {family}, {title}, Isis 101 ({year}), 31–46.",
    ),
    "preprints among papers with a place behind a comma": each(
        "A. {family} and S. Poe, {title}, preprint, {year}.",
        "A. {family} and S. Poe, {title}, Oikos, {year}.",
        "B. {family}, {title}, Isis, {year}.",
        "B. {family}, {title}, submitted, {year}.",
        "A. {family}, C. Coe and S. Poe, {title}, J. Shore Stud., {year}.",
    )
    + "\nA. Roe and S. Poe, Salt Marsh: A Harbour without Ships, preprint, 2018.",
    "letters for the signs of inner lists": "  * Shores\n     + Early\n" + each("          o {title} [DOI] ({year})"),
    "a title like a sentence among others with numbers": each("{title}. arXiv:{id}")
    + "\nThe tide is what moves the sands of these shores, and how they are moved by it is not known. arXiv:2011.01234",
    "keys of citations in front": "Shores\n\n"
    + each("- {family}+19, {title}, Oikos 8, 9", "- van {family}+ 20, {title}, Oikos 41, 902"),
    "keys of citations in brackets": "Shores\n\n"
    + each(
        "[{family}+19] {person}, {two}. {title}. Oikos, 2019.", "[{family}+20b] {family} et al., {title}, Oikos 1, 2"
    ),
    "journals in brackets, the year in front": each(
        "• {year}: {title} ({journal})", "• {year}: {title} ({journal}, code)"
    ),
    "the year in brackets, names behind a comma": each("{title} ({year}), {person} and {two} [arxiv]")
    + "\nTidal Songs (2015), Ben Ely, Ana Roe et al. [arxiv]",
    "a family name and a year in front": each(
        "• {family} et al., {year}. {title}. Oikos. [link]", "• {family}, {year}. {title}. Oikos. [link] [code]"
    ),
    "names of systems in front": each("[{system}] {title}, ICES'{year}. Paper, Code").replace("'20", "'"),
    "an address in angles behind the title": each(
        "* {title}<https://arxiv.org/abs/{id}>. {person} and {two}. {journal}, {year}."
    ),
    "a question and its subtitle in front of names": each("• {title}, {person}, {two} and Zoe Coe, Oikos {year}.")
    + "\n• Do Waves Rest? A Simple Truth about the Shape of Long Shores, Ana Roe, Max Poe and Kim Doe, Isis 2019.",
    "marks of a star behind links": each("({year}) {title} [paper] [code] :star:", "({year}) {title} [paper]"),
    "links half stripped of their marks": each(
        "{title}, in {journal} {year}. [[paper]](https://arxiv.org/abs/{id}) [[code]](https://github.com/{family}/tide)",
        "{title}, in {journal} {year}. [[paper]](https://arxiv.org/abs/{id})",
    ),
    "one full name and a colon in front": each(
        "• {person}: {title}. Oikos, {year}.",
        "• {person}, {two} et al.: {title}. Isis, {year}.",
        "• {person}: {title}. Isis, {year}.",
    ),
    "contents right above the first heading, no line between": "Awesome Shores and Tides of the North Sea\n"
    "This page collects papers on shores that our group found useful.\nContents\n• Sand\n• Salt and Wind\n• Dunes\n"
    "Sand\n"
    + each("• {title}, in Oikos {year}. [paper]")
    + "\nSalt and Wind\n• The Sea at Work, in Oikos 2010. [paper]\n"
    "Dunes\n• Songs of the wind at night, in Isis 2010. [paper]",
    "initials in small letters, the last author behind dots": each(
        "{family}, A. d., Roe, M., Zoe, K. L. v., ... Coe, T. ({year}). {title}. Human Ecology, 98(11), 340-687.",
        "{family}, A., Roe, M., & Coe, T. ({year}). {title}. Human Ecology, 14(1), 40-87.",
    ),
    "one or two names and a year in brackets": each(
        "• {title} ({person}, {year})", "• {title} ({person} and {two}, {year})"
    ),
    "surnames, a quoted title and where it appeared": each('{family}, Coe. "{title}." Human Ecology, {year}.'),
    "paragraphs with remarks below most of them": "Shores\n\nPapers we liked.\n\n"
    + each(
        *[f"{{title}}. {{person}} and {{two}}. Oikos {{year}}. [source]\n\n    {REMARK}"] * 4,
        "{title}. {person}. Isis {year}.\n",
    ),
    "the year in front, links behind a dash": each(
        "{year}-Oikos - {title} - code", "{year}-arXiv - {title} - slides, code", "{year}-arXiv - {title} - code"
    ),
    "a kind of paper in the brackets in front": each(
        "* (ICES {year}, short paper) {title} [paper]", "* (ICES {year}) {title} [paper]"
    ),
    "numbers with no blank behind them": "\n".join(
        f"{number}.{line}"
        for number, line in enumerate(each("{family}, A. ({year}). {title}. Oikos.").split("\n"), 101)
    ),
    "parts of an item with two blanks between": each("• {title}  {person} and {two}  Oikos {year}  [Paper] [Code]"),
    "a tag in the midst, one surname or more behind a dash": each(
        "• {title} (ICES'{year}) - {family} [pdf]",
        "• {title} (ICES'{year}) - {family} and Moe [pdf]",
        "• {title} (ICES'{year}) - {person}, {two} et al. [pdf]",
    ).replace("'20", "'"),
    "a line of links that names no columns": each(
        "{title}\n\nAuthors: {person}\nVenue: ICES {year}\nLinks: paper\nNotes: Finds what gulls ate on rock.\n"
    ),
    "two people and where it appeared on the line below": each(
        "Paper: {title}\n{person}, {two} (ICES, {year})\nWe read sections 1 and 2.\n"
    ),
    "lectures with a label above their readings": "Tides and Shores\nSpring term\n\n"
    + each("Lecture {year}: Salt and sand\nRequired:\n  {title}. {person}, {two} et al. ICES {year}.\n").replace(
        "Lecture 20", "Lecture "
    ),
    "tags with two digits in front, nothing between": each("ICES'{year} {title} (pdf)").replace("'20", "'"),
    "authors and year in brackets in the midst": each(
        "• {title} ({family} et al. {year}), {journal} link — shows that tides matter for gulls.",
        "• {title} ({family} and Moe {year}), {journal} link",
    ),
    "acronyms that come again in front of colons": each(
        "• ICES: {title} ({person}, {two})", "• MARE: {title} ({person}) [pdf]", "• ICES: {title} ({person}, et al.)"
    ),
    "surnames behind a dash": each(
        "• {title} - {family} ({year})", "• {title} - {family} et al. ({year})", "• {title} - {family}, {two} ({year})"
    ),
    "a surname among others that ends as words do": each(
        "• {title}, by {person}, {two}, Lin Schilling and Élise Roe ({year})",
        "• {title}, by Élise Roe, {person}, {two} and Lin Schilling ({year})",
    ),
    "days and who presents, alone on their lines": each(
        "07 Sep {year} - {family}\n{title} ({person} et al., ICES {year})\nhttps://arxiv.org/abs/{id}\n"
    ),
    "people and where it appeared below, a word of a link behind": each(
        "{title}\n\n{person}, {two}. Shore & Sea, {year}. Lire\n",
        "{title}\n\n{person}. ICES, {year}. Lire\n",
        "{title}\n\n{person}, {two}, Kim Doe. Shore & Sea, {year}. Lire\n",
    ),
    "one author and where it appeared below": each("{title}\n\n{person}. ICES, {year}.\n"),
    "names with stops behind authors below": each(
        "{title}\n{person}, {two}, Ed Lee. {journal}, {year}. View\n", "{title}\n{person}. ICES, {year}. View Cite\n"
    ),
    "sentences of a tour in front of titles": "Shores\n\nThis page is prose on purpose.\n\n"
    + each(
        "Start with {title} by {family} et al. (ICES {year}). A careful count of everything.\n",
        "We also recommend {title} by {family} and Gull (Oikos {year}). It says more than others.\n",
        "If you have one evening, read {title} by {person} and {two} ({year}). The methods are new.\n",
    ),
    "pictures in front of links": each("📄 {title} — ICES {year}", "📄 {title} — ICES {year} — 💻 Code — 🌐 Website"),
}
MORE = {
    "a question and its subtitle in front of names": {"Do Waves Rest? A Simple Truth about the Shape of Long Shores"},
    "contents right above the first heading, no line between": {"The Sea at Work", "Songs of the wind at night"},
    "the year in brackets, names behind a comma": {"Tidal Songs"},
    "preprints among papers with a place behind a comma": {"Salt Marsh: A Harbour without Ships"},
    "a title like a sentence among others with numbers": {
        "The tide is what moves the sands of these shores, and how they are moved by it is not known"
    },
}


@pytest.mark.parametrize("shape", PAGES)
def test_page_gives_its_titles_and_nothing_else(shape: str) -> None:
    wanted = sorted(fold(title) for title in {*TITLES, *MORE.get(shape, ())})
    assert sorted(title for _, title in found_papers(PAGES[shape])) == wanted


@pytest.mark.parametrize("shape", [shape for shape in PAGES if "journal" in shape or "venue" in shape])
def test_journal_keeps_the_words_with_stops_in_its_name(shape: str) -> None:
    venues = [(mention.venue or "").rstrip(".") for mention in extract(PAGES[shape]).mentions]
    assert venues == [JOURNALS[n % len(JOURNALS)].rstrip(".") for n in range(len(TITLES))]


def test_phrase_behind_a_quoted_title_and_its_authors_is_the_venue() -> None:
    mentions = extract(PAGES["surnames, a quoted title and where it appeared"]).mentions
    assert {mention.venue for mention in mentions} == {"Human Ecology"}


def test_item_called_a_blog_post_is_no_paper() -> None:
    page = each("• {title}, Oikos {year}. [PDF]") + "\n\nBlogs\n\n• Why the tides turn so late - Blog post by Ana Roe."
    assert [mention.kind.value for mention in extract(page).mentions[-2:]] == ["paper", "blog"]


def test_words_that_many_titles_of_a_page_begin_with_stay() -> None:
    titles = ["On the Origin of Tides", "On the Growth of Reeds", "On the Motion of Sand", "How to Count Crabs"]
    titles += ["How to Weigh a Whale", "How to Draw Shells", "Towards a Theory of Foam", "Towards a Map of Winds"]
    page = "\n".join(f"• {title} ({2010 + n}). {PEOPLE[n]}." for n, title in enumerate(titles))
    assert [mention.title for mention in extract("Shores\n\n" + page).mentions] == titles


def test_name_of_a_system_is_kept_as_a_keyword() -> None:
    mentions = extract(PAGES["names of systems in front"]).mentions
    assert [mention.keywords for mention in mentions] == [(system,) for system in SYSTEMS]


@pytest.mark.parametrize("form", ["   * [{}] {}\n", "[{}] {}\n", "- {} {}\n"])
def test_boxes_of_tasks_are_no_part_of_entries(form: str) -> None:
    signs = "☑☐" if form[2] == "{" else "X "
    lines = (
        form.format(signs[at % 2], f"{2010 + at} {JOURNALS[at % 2]} · {PEOPLE[at].split()[1]} et al. · {title} · doi")
        for at, title in enumerate(TITLES)
    )
    found = extract("Shores\n\n" + "".join(lines)).mentions
    assert [paper.title for paper in found] == list(TITLES)
    assert [paper.year for paper in found] == [2010 + at for at in range(len(TITLES))]
    assert {paper.venue for paper in found} == set(JOURNALS[:2])


def test_letters_that_stand_for_signs_need_not_stand_in() -> None:
    lines = [f"o {title}\n  {person}. Oikos, 2010.\n" for title, person in zip(TITLES, PEOPLE, strict=True)]
    assert [title for _, title in found_papers("2019\n" + "\n".join(lines))] == [fold(title) for title in TITLES]
