"""Shapes of lists as people keep them that were once misread: each a small document with the titles it lists."""

from __future__ import annotations

import pytest

from enrich.documents.shape import kind_of_text
from enrich.mentions import extract
from enrich.records import Document, Mention, MentionKind

FIRST, SECOND, THIRD = (
    "Tidal Pools under Warming Seas",
    "Kelp: A Census of Northern Forests",
    "Do Limpets Remember Homes?",
)
FOURTH = "Waves and What They Carry to the Shore"
LONGER = ": Evidence from a Hundred Years of Tide Tables"
LISTED = ("Where Herons Wait", "Salt in the Wind", "The Sea at Work")
TITLES = (FIRST, SECOND, THIRD, FOURTH)
ABSTRACT = (
    "Yet the mechanisms behind these patterns are still debated. Our findings\n"
    "highlight the need for better data on what the tide leaves behind, for\n"
    "policy and for future field campaigns. To address this gap, we combined\n"
    "walks along the shore with interviews in 8 villages, and we counted what\n"
    "people had seen there. Most of them declined to talk about the\n"
    "winter. We also release the data.\n"
)


def papers(text: str) -> list[Mention]:
    document = Document("list", "list", kind_of_text(text), text, "", len(text))
    return [mention for mention in extract(document).mentions if mention.kind is MentionKind.PAPER]


SHAPES = {
    "citations counted by letters within a number, as chemists print them": (
        "Literature cited\n\n"
        f"(1)\tRoe, A.; Poe, M. {FIRST}. Sea Lett. 2018, 3 (2), 4-9.\n"
        f"(2)\t(a) Doe, K.; Moe, L. {SECOND}. Sea Lett. 2019, 4 (2), 14-19. "
        f"(b) Zoe, J.; Fox, I. D. {FOURTH}. Shore Stud. 2020, 5 (2), 24-29.\n"
        f"(3)\tOrr, T.; et al. {LISTED[0]}. Sea Lett. 2018, 6 (2), 34-39.\n"
    ),
    "tasks begun and done, with tags and remarks": (
        "# Log\n\n"
        f"- [x] {FIRST} <https://arxiv.org/abs/1902.00001> #tides\n"
        f"- [/] {SECOND} <https://arxiv.org/abs/1902.00002> #kelp -- lovely pictures\n"
        f"- [ ] {FOURTH} #kelp -- nope\n- [/] {LISTED[0]} #tides #kelp\n"
    ),
    "names with places below a strong title, in HTML": (
        "<!DOCTYPE html><html><body><h1>Accepted</h1><p>Thanks to all who sent us something.</p>"
        + "".join(
            f"<div><strong>{title}</strong><br><i>{names}</i></div>"
            for title, names in zip(
                TITLES,
                (
                    "Ana Roe (Keio); Max Poe (TU Wien)",
                    "Kim Doe (INRIA)",
                    "Jo Zoe (Keio); Ida Fox (Keio)",
                    "Tom Orr (EPFL)",
                ),
                strict=True,
            )
        )
        + "</body></html>"
    ),
    "keys in front of citations": (
        "# Shores\n\n"
        f"- [ ] [[@roe2019]] Ana Roe et al. (2019), *{FIRST}*. ICES. [arXiv](https://arxiv.org/abs/1902.00001)\n"
        f"- [x] [[@poe2020]] Max Poe (2020), *{SECOND}*. ICES. [arXiv](https://arxiv.org/abs/2002.00002)\n"
        f"- [ ] [[@doe2021]] Kim Doe (2021), *{THIRD}*. ICES. [arXiv](https://arxiv.org/abs/2102.00003)\n"
    ),
    "an economist's page with the state of each paper": (
        "Ana Roe\nHome   Research   CV\n\nWorking Papers\n\n"
        f"{FIRST} (with Max Poe, Kim Doe, and Lin Moe)\nReject and resubmit at Econometrica\n[Abstract] [Slides]\n\n"
        f"{SECOND} (with Max Poe)\nNBER Working Paper No. 28114. New version: May 2023\n[Abstract] [Slides]\n\n"
        "Publications\n\n"
        f"{FOURTH} (solo)\nJournal of Shores, 2019, 9(5): 806–845\n[Paper] [Online Appendix]\n\n"
        "The Sea at Work (with Kim Doe)\nQJE, 2018, 27(6): 678–716\n[Paper] [Replication files]\n"
    ),
    "names with the family's first, parted by semicolons": (
        "Your search returned 1,204 results\n\n"
        f"1\n2023ShJ...113..777R\n2023/03\ncited: 194\n{FIRST}\nRoe, Ana; Poe, Max; Doe, Kim and 1 more\n\n"
        f"2\n2018ShJ...638..798P\n2018/09\ncited: 143\n{SECOND}\nPoe, Max; Roe, Ana\n\n"
        f"3\n2017ShJ...112..123M\n2017/01\ncited: 7\n{FOURTH}\nMoe, Lin; Doe, Kim; Roe, Ana\n"
    ),
    "venues below authors without a year": "Shore papers\n\n"
    + "".join(
        f"{title}\n{who}\n{venue}\n{year}\narxiv.org/abs/1802.0567{year % 10}\n\n"
        for title, who, venue, year in zip(
            (FIRST, SECOND, FOURTH, "The Sea at Work", "Salt in the Wind", "Where Herons Wait"),
            ("Ana Roe, Max Poe, Kim Doe", "Lin Moe, Kim Doe, Max Poe", "Kim Doe, Ana Roe, Max Poe") * 2,
            ("Shores and Seas", "ICES", "Shores and Seas", "ICES", "Shores and Seas", "ICES"),
            range(2015, 2021),
            strict=True,
        )
    ),
    "talks behind their times": (
        "Shore workshop\nScientific programme\n\nMONDAY, 11 JULY\n\nSession A\n\n"
        f"10:50  {FIRST}\n       A. Roe, M. Poe\n11:10  {SECOND}\n       K. Doe, L. Moe, A. Roe\n"
        f"11:30  {THIRD}\n       M. Poe, K. Doe\n11:50–12:10  {FOURTH}\n       L. Moe, A. Roe\n"
    ),
    "page numbers behind leaders": (
        "Table of Contents\n\n"
        f"{FIRST} . . . . . . . . . . . . . .    1\n   Ana Roe, Max Poe, and Kim Doe\n\n"
        f"{SECOND} . . . . . . . . . . . .   15\n   Max Poe, Lin Moe, and Ana Roe\n\n"
        f"{FOURTH} . . . . . . . . . . . .   31\n   Kim Doe, Lin Moe, and Max Poe\n"
    ),
    "facts between bars": (
        "Papers I like\n\nPools\n\n"
        f"{FIRST}\n\nAna Roe | ICES | 2019 | code\n\nShows that pools are warm at night.\n\n"
        f"{SECOND}\n\nMax Poe, Kim Doe, Ana Roe | MARE | 2020 | code\n\nFirst work to count kelp.\n\n"
        f"{FOURTH}\n\nLin Moe, Kim Doe | ICES | 2021 | code\n\nStudies what waves carry.\n"
    ),
    "awards behind venues": (
        "Shore papers\n\n"
        f"  • {FIRST}, ICES'19 Best Paper [PDF]\n  • {SECOND}, MARE'20 [PDF]\n  • {FOURTH}, ICES'21 Best Paper [PDF]\n"
        f"  • {THIRD}, MARE'21 Oral [PDF]\n"
    ),
    "venues that come again behind the last comma": (
        "Shores\n\n"
        + "".join(
            f"• Ana Roe et al. (2017): {title}, {venue}\n"
            for title, venue in zip(
                (FIRST, SECOND, "Where Herons Wait", FOURTH, "Salt in the Wind", "The Sea at Work"),
                ("ICES", "Marine Letters", "ICES", "Marine Letters", "ICES", "ICES"),
                strict=True,
            )
        )
    ),
    "abstracts wrapped below titles of any length": "".join(
        f"{number}. {title}\nAna Roe, Max Poe, Kim Doe\n\nAbstract:\n\n{ABSTRACT}\n"
        f"http://papers.example.org/W2800{number}\n\n"
        for number, title in enumerate((FIRST, SECOND, f"{FOURTH}{LONGER}"), start=1)
    ),
    "quoted titles behind a label and an author": (
        "INFO 12: Shores\nInstructor: Kim Doe\n\nFeb 2: Foundations\n"
        f'Read: Ana Roe et al. (2019), "{FIRST}"\nRead: Max Poe (2020), "{SECOND}"\n\nMar 3: Methods\n'
        f'Read: Kim Doe (2021), "{THIRD}"\nRead: Lin Moe and Ana Roe (2018), "Waves and What They Carry to the Shore"\n'
        "Assignment due at midnight.\n"
    ),
    "quoted titles in the last of three columns": (
        "Readings\n\nLEC #\tTOPICS\tREADINGS\n"
        f'1\tPools\tA. Roe. "{FIRST}." Oikos 59 (2017): 96-109.\n'
        f'2\tKelp\tM. Poe, K. Doe. "{SECOND}." Oikos 60 (2018): 9-19.\n'
        f'3\tLimpets\tK. Doe. "{THIRD}" Oikos 61 (2019): 1-9.\n'
        '4\tWaves\tL. Moe. "Waves and What They Carry to the Shore." Oikos 61 (2019): 10-12.\n'
    ),
    "first authors with the family name in front": (
        "Core readings\n\n"
        f"Poe, Max, and Ana Roe. “{SECOND}.” Journal of Shores 85, no. 5 (2018): 58–170.\n"
        f"Roe, Ana, Max Poe, and Kim Doe. “{FIRST}.” Oikos 92, no. 2 (2018): 99–135.\n"
        f"Moe, Lin. “{THIRD}” Oikos 32, no. 6 (2017): 91–169.\n"
        "Doe, Kim. “Waves and What They Carry to the Shore.” Oikos 27, no. 1 (2022): 85–119.\n"
    ),
    "a journal club with days, presenters and quoted titles": (
        "Shore journal club\nFridays 11:00, seminar room 2\n\n"
        f"1.1.2019 – Lin Moe\n“{FIRST}”\nAna Roe et al., J. Mar. Sci. (2017)\n\n"
        f"2.2.2019 – Jo Zoe\n“{SECOND}”\nMax Poe, npj Shores (2018)\n\n"
        "3.3.2019 – Lin Moe\n“Waves and What They Carry to the Shore”\nKim Doe et al., Oikos (2019)\n\n"
        f"4.4.2019 – Jo Zoe\n“{THIRD}”\nKim Doe et al., Oikos (2019)\n"
    ),
    "headings over a linked citation and remarks that come again": "# Notes\n\n"
    + "".join(
        f"## {title}\n\n[{who}]({url})\n\n### Summary\n\nWhat it says.\n\n### Strengths\n\n- First of its kind.\n\n"
        for title, who, url in zip(
            (FIRST, SECOND, THIRD),
            ("Ana Roe et al. (2019)", "Max Poe (2020)", "Poe and Roe, 2021"),
            (
                "https://arxiv.org/abs/1902.00001",
                "https://arxiv.org/abs/2002.00002",
                "https://arxiv.org/abs/2102.00003",
            ),
            strict=True,
        )
    ),
    "numbers in bold with the title": (
        f"# Abstracts\n\n**1. {FIRST}**\n\nAna Roe, Max Poe\n\n**2. {SECOND}**\n\nMax Poe, Lin M. C\n\n"
        f"**3. {THIRD}**\n\nKim Doe, Ana Roe, Max Poe\n"
    ),
    "one author in front of an emphasised title": (
        f"# Shores\n\n* Ana Roe et al., *{FIRST}*, 2019, <https://arxiv.org/abs/1902.00001>\n"
        f"* Max Poe, *{SECOND}*, 2020, <https://arxiv.org/abs/2002.00002>\n"
        f"* The SHORE Project et al., *{THIRD}*, 2021, <https://arxiv.org/abs/2102.00003>\n"
    ),
    "a group's page with its own names in bold": (
        "# Shore Group\n\n## People\n\n- **Ana Roe** (PI)\n- Max Poe, postdoc, works on pools\n\n## Publications\n\n"
        f"- Kim Doe, **Ana Roe**, Max Poe. {FIRST}. *Oikos* (2019). [doi](https://doi.org/10.1/a)\n"
        f"- **Ana Roe**, Lin Moe. {SECOND}. *Journal of Shores* (2020). [doi](https://doi.org/10.1/b)\n"
        f"- Lin Moe, Kim Doe, **Max Poe**. {THIRD}. *eShore* (2021). [doi](https://doi.org/10.1/c)\n"
    ),
    "bold titles in paragraphs below headings": (
        "# Shores\n\n## Pools\n\n"
        f"**{FIRST}**  \n*Ana Roe*  \nOikos, 2019. [paper](https://doi.org/10.1/a)\n\n> What it says of pools.\n\n"
        f"**{SECOND}**  \n*Max Poe*  \nOikos, 2020. [paper](https://doi.org/10.1/b)\n\n> What it says of kelp.\n"
    ),
    "headings over one author and an abstract": (
        f"# Accepted\n\n### {FIRST}\n\nAna Roe\n\nWe study pools by day. They are warm.\n\n"
        f"### {SECOND}\n\nMax Poe\n\nWe count kelp by hand. It is long.\n"
    ),
    "labels in front of titles": (
        "BIO 764 Shores\nSpring 2024\n\nReading list\n\n"
        f"Week 1: Pools\n  Required: {FIRST}. Ana Roe, Max Poe, Kim Doe. Oikos 2019.\n"
        f"\nWeek 2: Kelp\n  Optional: {SECOND}. Max Poe, Kim Doe, Ana Roe. Oikos 2020.\n"
    ),
    "days in front and credits behind": (
        "Shore seminar\n\n"
        f"8 Dec: {FIRST} (Roe et al., ICES 2019) https://doi.org/10.1/a\n"
        f"15 Dec: {SECOND} (Roe and Poe, ICES 2020) https://doi.org/10.1/b\n"
    ),
    "items under a bold title with authors and venue below": (
        f"# Shores\n\n* **{FIRST}**\n  * Ana Roe, Max Poe, Kim Doe\n  * *Oikos, 2019*\n"
        f"* **{SECOND}**\n  * Max Poe, Kim Doe, Ana Roe\n  * *Oikos, 2020*\n"
    ),
    "tasks, done and open": (
        f"# Shores\n\n- [x] {FIRST} https://arxiv.org/abs/2101.00001\n- [ ] {SECOND} https://arxiv.org/abs/2101.00002\n"
    ),
    "emoji by name beside titles": (
        f"# Shores\n\n| Title | Venue |\n|---|---|\n| {FIRST} :fire: | ICES |\n| :new: {SECOND} | ICES |\n"
    ),
    "full names in front of titles, parted by commas alone": (
        "# Shores\n\n## Pools\n\n"
        f"* Ana Roe, Max Poe, Kim Doe, {FIRST}, ICES, 2019. [[Paper]](https://arxiv.org/abs/2101.00001)\n"
        f"* Max Poe, Tracey J. F. Lund, Ana Roe, {SECOND}, ICES, 2020. [[Paper]](https://arxiv.org/abs/2101.00002)\n"
    ),
    "title, year and people on a line, remarks with a leftover of a link below, no blank lines": (
        "Notes on shores\nWhat we read\n"
        + "".join(
            f"{title} ({year}) by {names}\nIt counts what the tide left there. {more} Read it\n"
            for title, year, names, more in (
                (FIRST, 2018, "Ana Roe and Max Poe", "Worth a day at the beach."),
                (SECOND, 2019, "Kim Doe", "The maps are in the back."),
                (THIRD, 2020, "Jo Zoe, Ida van fox, Lin Moe, et al.", "Short. Old."),
                (FOURTH, 2021, "Tom Q. Orr", "It was a long walk home for us."),
            )
        )
    ),
    "names, venue and links between bars below titles, a name of an odd shape": (
        "Notes on shores\n"
        + "".join(
            f"{title}\n{names} | ICES {year} | PDF | DOI\n"
            for title, year, names in (
                (FIRST + LONGER, 2018, "Ana Roe, Max Poe"),
                (SECOND, 2019, "Kim Doe, Lin Moe"),
                (THIRD, 2020, "To An, Ida Fox"),
                (FOURTH + LONGER, 2021, "Tom Orr, Eva Ash"),
            )
        )
    ),
    "surnames, years in brackets and colons in front of titles": (
        "Shores\n\n"
        f"• Roe et al. (2019): {FIRST}. In: ICES.\n• dos Poe (2020): {SECOND}. In: Oikos.\n"
        f"• Doe and Moe (2021): {FOURTH}. In: ICES.\n• Zoe et al. (2018): {LISTED[0]}. In: ICES.\n"
        "\nOthers\n\n"
        f"• {LISTED[1]} by Ana Roe, ICES 2020\n• {LISTED[2]} by Kim Doe, ICES 2021\n• {THIRD} by Lin Moe, ICES 2021\n"
    ),
    "folded parts with titles as their summaries": (
        "# Shores\n\n## Read\n\n"
        + "".join(
            f"<details>\n<summary>{title}</summary>\n\n{names}\n\nIt counts what the tide left.\n\n</details>\n\n"
            for title, names in (
                (FIRST, "**Authors:** Ana Roe, Max Poe"),
                (SECOND, "By Kim Doe and Lin Moe"),
                (FOURTH, "*Authors: Jo Zoe, Ida Fox, et al.*"),
            )
        )
        + "<details>\n<summary>How this list is kept</summary>\n\nBy hand, and slowly.\n\n</details>\n"
    ),
    "signs behind titles that the page explains": (
        "Shores\nEntries marked † come with data.\n\n2020\n"
        f"• [2020/03] {FIRST} † [code]\n• [2020/02] {SECOND} ‡\n• [2020/01] {THIRD}\n• [2019/09] {FOURTH}† [code]\n"
    ),
    "raised marks of footnotes behind years": (
        "Shores\n\n"
        f"1. {FIRST}, Ana Roe, Max Poe, ICES, 2020^[1]\n2. {SECOND}, Kim Doe, Lin Moe, Oikos, 2021\n"
        f"3. {FOURTH}, Jo Zoe, Ida Fox, ICES, 2019^[1:1]\n4. {THIRD}, Tom Orr, Eva Ash, Oikos, 2018^[2]\n"
    ),
    "titles between titles, no blank lines": (
        "\U0001f40c Shores\n\U0001f41a Sands\n"
        f"{FOURTH}{LONGER}\n{FIRST}\n{SECOND}\n{THIRD}{LONGER}\n\U0001f41f Rocks and All That\n"
        f"[ICES 2018] {LISTED[0]}. [Paper]\n[Oikos 2019] {LISTED[1]}. [Paper]\n[ICES 2020] {LISTED[2]}. [Paper]\n"
    ),
    "a note below each title with its venue, below a list without": (
        "Shores\n\n"
        f"• {LISTED[0]}. Ana Roe, Max Poe. ICES 2018.\n• {LISTED[1]}. Kim Doe, Lin Moe. ICES 2019.\n\nSands\n\n"
        f"{SECOND}, ICES, 2018\n\n- What the tide leaves behind is counted here.\n\n"
        f"{FIRST}, Oikos, 2019\n\n- A short walk. Bring good shoes.\n"
    ),
    "surnames alone between venue and title": (
        "Shores\n\n"
        f"- ICES 2018, Roe et al., {SECOND}\n- Oikos 2019, Poe, {FIRST}\n- ICES 2017, Doe et al., {LISTED[0]}\n"
        f"- ICES 2020, Moe and Zoe, {FOURTH}\n- Oikos 2020, Fox et al., {THIRD}\n- ICES 2021, Kay, {LISTED[1]}\n"
        f"- ICES 2020, Orr et al., {LISTED[2]}\n"
    ),
    "emphasised titles before a linked journal": (
        "# Shores\n\n"
        f"- A. Roe, M. Poe, *{FIRST}*, [J. Mar. Sci. **79**, 75 (2018)](https://doi.org/10.1/a)\n"
        f"- K. Doe, *{SECOND}*, [J. Mar. Sci. **80**, 12 (2019)](https://doi.org/10.1/b)\n"
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_shape_gives_its_titles_and_nothing_else(name: str) -> None:
    titles = sorted((title for title in (*TITLES, *LISTED) if title in SHAPES[name]), key=SHAPES[name].index)
    assert [mention.title.removesuffix(LONGER) for mention in papers(SHAPES[name])] == titles


@pytest.mark.parametrize("quoted", ['"Slow Is Safe": Crabs at Low Tide', "“Slow Is Safe”: Crabs at Low Tide"])
def test_quotation_that_a_colon_follows_is_half_of_the_title(quoted: str) -> None:
    text = f"# Crabs\n\n- {quoted}. [[paper]](https://doi.org/10.1/c)\n- {FIRST}. [[paper]](https://doi.org/10.1/a)\n"
    assert papers(text)[0].title == quoted


@pytest.mark.parametrize(
    ("stated", "venue"),
    [
        ("(Phys. Rev. Lett. 2017)", "Phys. Rev. Lett."),
        ("(npj Coastal Science 2014)", "npj Coastal Science"),
        ("(In ICES 2014)", "ICES"),
    ],
)
def test_venue_is_kept_as_stated(stated: str, venue: str) -> None:
    assert papers(f"# Shores\n\n- [{FIRST}](https://doi.org/10.1/a) {stated}\n")[0].venue == venue


def test_year_in_round_brackets_is_no_ordinal() -> None:
    assert papers(f"# Shores\n\n- (2013) [{FIRST}](https://doi.org/10.1/a)\n")[0].year == 2013


def test_questions_in_a_list_of_titles_are_no_advice() -> None:
    text = f"# Papers\n\n- {FIRST}\n- {SECOND}\n- Are Barnacles All You Need?\n- {THIRD}\n"
    assert [mention.title for mention in papers(text)] == [FIRST, SECOND, "Are Barnacles All You Need?", THIRD]


def test_heading_between_tables_with_tabs_is_no_row() -> None:
    table = "Title\tVenue\tDate\n{}\tICES\t2019-03\n{}\tICES\t2020-04\n"
    text = "Shores\n\nPools\n" + table.format(FIRST, SECOND) + "Old Kelp Woods\n" + table.format(THIRD, "Sand at Night")
    assert [mention.title for mention in papers(text)] == [FIRST, SECOND, THIRD, "Sand at Night"]


def test_titles_keep_their_stops_in_a_list_without_descriptions() -> None:
    titles = [f"Notes on shore number {number} and its crabs" for number in range(12)]
    titles += ["A survey of dunes. II. Grasses between the tides", "Salt or wind? What shapes a dune in spring"]
    text = "# Shores\n\n" + "".join(f"- {title} https://arxiv.org/abs/2101.0000{n}\n" for n, title in enumerate(titles))
    assert [mention.title for mention in papers(text)] == titles


def test_code_and_emphasis_behind_a_title_are_its_venue_and_authors() -> None:
    (first, *_) = papers(
        f"# Shores\n\n1. **{FIRST}** `ICES 2020` *Ana Roe* [[pdf](https://arxiv.org/abs/2101.00001)]\n"
    )
    assert (first.title, first.venue, first.year, first.authors) == (FIRST, "ICES", 2020, ("Ana Roe",))


def test_name_and_year_in_front_are_the_author() -> None:
    (first,) = papers(
        f"<html><body><p>Ana Roe (2026). <strong>{FIRST}</strong>. <em>Oikos Letters</em>.</p></body></html>"
    )
    assert (first.title, first.authors, first.year) == (FIRST, ("Ana Roe",), 2026)


def test_emphasised_phrase_behind_a_citation_is_its_venue() -> None:
    (paper,) = papers(
        f"# Papers\n\n- **Ana Roe**, Lin Moe. {FIRST}. *Journal of Shores* (2020). [doi](https://doi.org/10.1/b)\n"
    )
    assert (paper.authors, paper.venue, paper.year) == (("Ana Roe", "Lin Moe"), "Journal of Shores", 2020)


def test_citations_of_medicine_state_journal_and_year_behind_the_title() -> None:
    text = "Selected publications\n\n" + "".join(
        f"{names}. {title.rstrip('?')}. Nature Shores. 2019 Jan;34(3):98-123. PMID: 46274313.\n\n"
        for names, title in zip(("Roe A, Poe M", "Poe M", "Doe K, Moe L, Roe A", "Moe L, Poe M"), TITLES, strict=True)
    )
    assert [(paper.title, paper.venue, paper.year) for paper in papers(text)] == [
        (title.rstrip("?"), "Nature Shores", 2019) for title in TITLES
    ]


def test_mark_in_front_of_an_entry_is_no_part_of_it() -> None:
    text = "Reading\n\nPapers marked * are optional.\n\n" + "".join(
        f"• {mark}Ana Roe (2018) {title}. Oikos.\n" for mark, title in zip(("", "*", "", "*"), TITLES, strict=True)
    )
    assert [paper.title for paper in papers(text)] == list(TITLES)


def test_title_between_bars_behind_a_name() -> None:
    text = "# Kits\n\n" + "".join(
        f"- **Kit{n}** | {title} | Roe et al., 2019 | [paper](https://arxiv.org/abs/2101.0000{n})\n"
        for n, title in enumerate(TITLES)
    )
    assert [(paper.title, paper.year) for paper in papers(text)] == [(title, 2019) for title in TITLES]


def test_numbers_of_papers_in_links_are_no_part_of_titles() -> None:
    text = "# Shores\n\n" + "".join(
        f"- [x] {title} ([2101.0000{n}](https://arxiv.org/abs/2101.0000{n}))\n" for n, title in enumerate(TITLES)
    )
    assert [paper.title for paper in papers(text)] == list(TITLES)


def test_emphasised_venue_ends_an_entry_behind_a_comma() -> None:
    text = "# Shores\n\n" + "".join(
        f"- **Roe {2011 + n}**: {title}, *Oikos*. [pdf](https://arxiv.org/abs/2101.0000{n}).\n"
        for n, title in enumerate(TITLES)
    )
    assert [(paper.title, paper.venue, paper.description) for paper in papers(text)] == [
        (title, "Oikos", None) for title in TITLES
    ]


def test_each_numbered_paragraph_is_a_paper() -> None:
    text = "# Shores\n\n" + "\n".join(
        f"[{n}] {name}. {title}. In ICES, 2018.\n"
        for n, (name, title) in enumerate(
            [("Ana Roe", "Salt in Dunes"), ("Eva G. De Poe and Lin Moe", FIRST), ("Lin Moe", SECOND)], start=1
        )
    )
    assert [paper.title for paper in papers(text)] == ["Salt in Dunes", FIRST, SECOND]


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_ends_of_lines_part_nothing(end: str) -> None:
    entry = "- Gulls of the \n  South Shore, ICES 2020 \n  [pdf](https://arxiv.org/abs/2101.00001)\n"
    text = f"# Shores\n\n{entry}- {FIRST}, ICES 2021\n"
    assert [paper.title for paper in papers(text.replace("\n", end))] == ["Gulls of the South Shore", FIRST]


def test_first_word_of_a_title_is_no_year_that_is_not_known() -> None:
    names = ("Roe, J., Poe, M.", "Moe, L.", "Roe, J.", "Doe, K., Moe, L.")
    rows = [
        f"{n}. {who} ({2011 + n}). {title}. Oikos 4, 1-5."
        for n, (who, title) in enumerate(zip(names, TITLES, strict=True))
    ]
    rows.append("5. Roe, J. Undated Shells of the Northern Shore. Oikos 4, 1-5.")
    assert papers("Reading\n\n" + "\n".join(rows))[-1].title == "Undated Shells of the Northern Shore"


def test_names_by_commas_alone_in_front_of_titles() -> None:
    names = ("Ana Roe, M. Poe", "Lin Moe, Max Poe", "Eva Roe", "K. Doe, Lin Moe")
    expected = list(zip(TITLES, ("npj Shores", "Oikos") * 2, strict=True))
    rows = [
        f"{who}, {title}, {journal} 56, 2970 (2019) [pdf]"
        for who, (title, journal) in zip(names, expected, strict=True)
    ]
    assert [(paper.title, paper.venue) for paper in papers("Reading\n\n" + "\n".join(rows))] == expected


def test_linked_paper_in_a_paragraph_of_its_own_is_not_that_of_the_paragraph_above() -> None:
    beside = ("with Ana Roe. <i>Oikos</i> <b>7</b> (2019).", "Preprint, 2019.")
    text = "<!DOCTYPE html><html><body><h2>Papers</h2>" + "".join(
        f'<p><a href="https://arxiv.org/abs/2101.0000{n}">{title} by Springer Tides</a>. {beside[n % 2]}</p>\n'
        for n, title in enumerate(TITLES)
    )
    assert [(paper.title, [link.url[-1] for link in paper.links]) for paper in papers(text)] == [
        (f"{title} by Springer Tides", [str(n)]) for n, title in enumerate(TITLES)
    ]


def test_headings_over_names_with_places_are_titles() -> None:
    names = ("Ana Roe (Univ. Kiel); Max Poe (CNRS)", "Kim Doe (Univ. Kiel)", "Lin Moe (CNRS); Jo Zoe (CNRS)")
    text = "<!DOCTYPE html><html><body><h1>Accepted papers</h1><h2>Full papers</h2>" + "".join(
        f"<div><h4>{title}</h4><p>{names[n % 3]}</p></div>\n" for n, title in enumerate(TITLES)
    )
    assert [(paper.title, paper.authors[0]) for paper in papers(text)] == [
        (title, names[n % 3].partition(" (")[0]) for n, title in enumerate(TITLES)
    ]


def test_links_of_the_other_column_of_papers_stay_there() -> None:
    text = "<!DOCTYPE html><html><body><table><tr><th>Date</th><th>Required</th><th>Optional</th></tr>" + "".join(
        f'<tr><td>Sep {n + 1}</td><td><a href="https://arxiv.org/abs/2101.0000{n}">{title}</a>. ICES 2018.</td>'
        f'<td><ul><li><a href="https://arxiv.org/abs/2101.0001{n}">{title}{LONGER}</a>. ICES 2017.</li></ul></td></tr>'
        for n, title in enumerate(TITLES)
    )
    assert {paper.title: [link.url[-2:] for link in paper.links] for paper in papers(text)} == {
        **{title: [f"0{n}"] for n, title in enumerate(TITLES)},
        **{title + LONGER: [f"1{n}"] for n, title in enumerate(TITLES)},
    }


@pytest.mark.parametrize(
    "row",
    [
        "{title} {year} {venue} — {note}",
        "{title} {venue} {year} — {note}",
        "- {title} {year} {venue}",
        "- {title} {venue} {year}",
        "* {title} {year} {venue} code",
    ],
)
def test_year_and_venue_that_nothing_parts_from_titles_end_them(row: str) -> None:
    titles = (*TITLES, *LISTED, "Where to, Gull? A Survey of the North (ICES 2003)")
    places = [("Oikos", "Shore Letters", "Isis")[n % 3] for n in range(len(titles))]
    rows = [
        row.format(title=title, venue=place, year=2010 + n, note="A good start" if n % 2 else "Code on request")
        for n, (title, place) in enumerate(zip(titles, places, strict=True))
    ]
    assert [(paper.title, paper.venue, paper.year) for paper in papers("Shores\n\n" + "\n".join(rows))] == [
        (title, place, 2010 + n) for n, (title, place) in enumerate(zip(titles, places, strict=True))
    ]


def test_venues_among_such_with_years_end_titles_without_one() -> None:
    rows = [f"- {title} {2011 + n} Oikos — A note" for n, title in enumerate((*TITLES, *LISTED))]
    text = "Shores\n\n" + "\n".join([*rows, "- Sand that Sings Oikos — A note", "- Shells — All tides since 1959"])
    assert [(paper.title, paper.venue, paper.year) for paper in papers(text)][len(rows) :] == [
        ("Sand that Sings", "Oikos", None),
        ("Shells", None, None),
    ]


def test_venue_right_behind_others_is_parted_from_the_title() -> None:
    ends = (("A. Roe et al.", "Shore Letters"), ("M. Poe", "New J. Tid."), ("K. Doe et al.", "npj Shores"))
    expected = [(title.rstrip("?"), ends[n % 3][1]) for n, title in enumerate((*TITLES, *LISTED))]
    rows = [
        f"{n + 1}. {title}. {ends[n % 3][0]} {ends[n % 3][1]} ({2011 + n}).".replace("Poe New", "Poe. New")
        for n, (title, _) in enumerate(expected)
    ]
    assert [(paper.title, paper.venue) for paper in papers("Shores\n\n" + "\n".join(rows))] == expected


def test_codes_of_a_legend_stand_behind_years_and_are_no_part_of_titles() -> None:
    titles = [
        f"{what} of the {shore} Shore" for shore in ("Northern", "Western") for what in ("Tides", "Sands", "Gulls")
    ]
    codes = ("", " (C)", " (C) (V)", " (V)", " (C) (V)", " (V)")
    lines = [f"- {title} (ICES ’{10 + at}){codes[at % 6]}" for at, title in enumerate(titles * 2)]
    found = papers(
        "# Shores\n\nLegend: (C) code, (V) talk\n\n" + "\n".join(lines) + "\n- What Sinks: Part Two (I) (ICES ’17)\n"
    )
    assert [(mention.title, mention.venue, mention.year) for mention in found][:12] == [
        (title, "ICES", 2010 + at) for at, title in enumerate(titles * 2)
    ]
    assert found[-1].title == "What Sinks: Part Two (I)"


def test_venue_of_the_page_ends_titles_where_the_stop_was_left_out() -> None:
    titles = [
        f"{what} of the {shore} Shore"
        for shore in ("Northern", "Western", "Eastern")
        for what in ("Tides", "Sands", "Gulls", "Kelp")
    ]
    venues = ("ICES", "Oikos", "Shore Letters")
    lines = [
        f"{title}{'' if at % 5 == 2 else '.'} {venues[at % 3]}, {2010 + at}. paper" for at, title in enumerate(titles)
    ]
    lines.append("Ten Years of ICES. Oikos, 2020. paper")
    found = papers("Shores\n\n" + "\n\nAna Roe, Max Poe.\n\n".join(lines) + "\n\nAna Roe.\n")
    assert [(mention.title, mention.venue) for mention in found] == [
        *((title, venues[at % 3]) for at, title in enumerate(titles)),
        ("Ten Years of ICES", "Oikos"),
    ]
