"""Years and venues as marked-up pages state them beside titles."""

from __future__ import annotations

import pytest

from tests.mentions.test_kept_shapes import TITLES, papers

JOURNALS = ("Shore Biology", "J. Mar. Sci.", "eShore", "ICES")


def test_lines_behind_pictures_are_read_apart() -> None:
    names = ("Ana Roe, Max Poe", "Kim Doe", "Ana Roe, Max Poe, Lin Moe et al.", "A. Roe, M. Poe")
    text = "# Shores\n\n" + "".join(
        f"📄 **[{title}](https://arxiv.org/abs/1901.0000{number})** <br>\n👥 {who} <br>\n🏷️ {venue}, {2016 + number}\n\n"
        for number, (title, who, venue) in enumerate(zip(TITLES, names, ("ICES", "J. Shore Sci.") * 2, strict=True))
    )
    assert [(paper.title, paper.venue, paper.year) for paper in papers(text)] == [
        (title, venue, 2016 + number)
        for number, (title, venue) in enumerate(zip(TITLES, ("ICES", "J. Shore Sci.") * 2, strict=True))
    ]


def test_pages_may_stand_behind_two_dashes_and_the_year_in_front() -> None:
    rows = "".join(
        f"<LI> <I>{title}</I>{who},\nShore Math. Z. {200 + number} ({2016 + number}), 565--590.\n"
        for number, (title, who) in enumerate(zip(TITLES, ("", " (with Max Poe)") * 2, strict=True))
    )
    found = papers(f"<HTML><BODY><H1>Papers</H1><H2>Research articles</H2><OL>\n{rows}</OL></BODY></HTML>")
    assert [(paper.title, paper.venue, paper.year) for paper in found] == [
        (title, "Shore Math. Z.", 2016 + number) for number, title in enumerate(TITLES)
    ]


def test_month_in_front_of_the_year_is_no_part_of_the_venue() -> None:
    venue = "Symposium on Tides and Other Movements of the Sea (SToMS)"
    rows = "".join(
        f'<li><div class="title">{title}</div><div class="author">Ana Roe, Max Poe</div>'
        f'<div class="periodical"><em>In {venue}</em>, Apr 2019</div></li>\n'
        for title in TITLES
    )
    found = papers(f"<!DOCTYPE html><html><body><h1>Papers</h1><ol>{rows}</ol></body></html>")
    assert [(paper.title, paper.venue, paper.year) for paper in found] == [(title, venue, 2019) for title in TITLES]


def test_acronyms_of_methods_are_no_venues() -> None:
    text = "# Shores\n\n| Abbr. | Title | Publication | Paper |\n| --- | --- | --- | --- |\n" + "".join(
        f"| {name} | {title} | 2019 ICES | [paper](https://arxiv.org/abs/1901.0000{number}) |\n"
        for number, (name, title) in enumerate(zip(("TPS", "KelpNet", "-", "WAVE"), TITLES, strict=True))
    )
    assert [(paper.title, paper.venue, paper.year) for paper in papers(text)] == [
        (title, "ICES", 2019) for title in TITLES
    ]


def test_emphasised_venue_with_its_year_parts_title_and_names() -> None:
    titles = ("Sea-Phi: A Large Model of Tides", "Nova Scotia 2024 Tide Challenge", "Dune - Grass Songs. Part One")
    names = ("Ana Roe, Max Poe, Kim Doe", "Lin Moe, Max Poe, et al.", "Ana Roe")
    text = "# Shores\n\n" + "".join(
        f"+ (2024-0{number}) {title}, _ICES 2024_, {who} [[pdf](https://arxiv.org/abs/2401.0000{number})]\n"
        for number, (title, who) in enumerate(zip(titles, names, strict=True), start=1)
    )
    assert [(paper.title, paper.venue, paper.year) for paper in papers(text)] == [
        (title, "ICES", 2024) for title in titles
    ]


@pytest.mark.parametrize("names", ["A. Roe et al.", "Ana Q. Roe.", "A. Roe and M. Poe.", "Ana Roe, Max Poe,"])
def test_year_behind_an_emphasised_phrase_makes_it_the_venue(names: str) -> None:
    text = "# Shores\n\n" + "".join(
        f"{number}. [{title}](https://arxiv.org/abs/2401.0000{number}). {names} *J. Num. Shore.* ({2019 + number}).\n"
        for number, title in enumerate(TITLES, start=1)
    )
    assert [(paper.title, paper.venue, paper.year, bool(paper.authors)) for paper in papers(text)] == [
        (title, "J. Num. Shore.", 2019 + number, True) for number, title in enumerate(TITLES, start=1)
    ]


@pytest.mark.parametrize("names", ["Jane Quill Roe", "Jane Q. Roe", "Ana Roe, Max Poe and Kim Doe"])
def test_names_in_front_of_a_tag_are_no_part_of_it(names: str) -> None:
    rows = "".join(
        f'<li><a href="https://arxiv.org/pdf/2401.0000{number}">{title}</a>. {names}. ICES {2019 + number}.</li>'
        for number, title in enumerate(TITLES)
    )
    found = papers(f"<!DOCTYPE html><html><body><h1>Papers</h1><ul>{rows}</ul></body></html>")
    assert [(paper.title, paper.venue, bool(paper.authors)) for paper in found] == [
        (title, "ICES", True) for title in TITLES
    ]


def test_family_name_in_front_of_year_and_title_is_no_venue() -> None:
    rows = "".join(
        f'<p>{who} {2019 + number}, <a href="https://doi.org/10.1016/j.{number}">{title}</a>, <em>Oikos</em></p>'
        for number, (who, title) in enumerate(
            zip(("Roe, A.", "Poe, M. Q.", "Doe, K. L.", "Moe, L."), TITLES, strict=True)
        )
    )
    found = papers(f"<!DOCTYPE html><html><body><h1>Papers</h1>{rows}</body></html>")
    assert [(paper.title, paper.venue, paper.year) for paper in found] == [
        (title, "Oikos", 2019 + number) for number, title in enumerate(TITLES)
    ]


def test_code_beside_a_year_is_the_venue() -> None:
    text = "# Shores\n\n" + "".join(
        f"- [{title}](https://arxiv.org/abs/2401.0000{number}) `{2019 + number}` `{venue}` — Counts what is left.\n"
        for number, (title, venue) in enumerate(zip(TITLES, JOURNALS, strict=True))
    )
    assert [(paper.venue, paper.year, paper.description) for paper in papers(text)] == [
        (venue, 2019 + number, "Counts what is left.") for number, venue in enumerate(JOURNALS)
    ]


def test_emphasised_ends_of_dated_entries_are_venues_where_several_come_again() -> None:
    rows = [
        f"- {2019 + number} - {word} {title.strip('?')}. *{journal}*.\n"
        for number, (title, journal) in enumerate(zip(TITLES, ("Shore Biology", "eShore", "Oikos") * 2, strict=False))
        for word in ("Early", "Late", "Other", "Last")
    ]
    found = papers("# Shores\n\n" + "".join(rows))
    assert [paper.venue for paper in found] == [
        j for j in ("Shore Biology", "eShore", "Oikos", "Shore Biology") for _ in "four"
    ]


@pytest.mark.parametrize(
    ("line", "names", "year"),
    [
        ("**Authors:** Ana Roe (CNRS/ENS), Max Poe (Quay)", ("Ana Roe", "Max Poe"), None),
        ("**Authors:** Kim Doe, Lin Moe (2019)", ("Kim Doe", "Lin Moe"), 2019),
        ("**Authors:** Kim Doe, Lin Moe, 2019", ("Kim Doe", "Lin Moe"), 2019),
        ("Kim Doe, Lin Moe\n\nLast accessed 3 March 2024", ("Kim Doe", "Lin Moe"), None),
    ],
)
def test_lines_below_titles_keep_their_names_and_state_no_visits(
    line: str, names: tuple[str, ...], year: int | None
) -> None:
    text = "# Shores\n\n" + "".join(
        f"### {title}\n\n{line}\n\n[paper](https://arxiv.org/abs/1901.0000{number})\n\n"
        for number, title in enumerate(TITLES)
    )
    assert [(paper.title, paper.authors, paper.year) for paper in papers(text)] == [
        (title, names, year) for title in TITLES
    ]


@pytest.mark.parametrize("word", ["segmentation", "must read", "Survey", "Dataset"])
def test_topic_or_kind_as_code_beside_a_year_is_no_venue(word: str) -> None:
    text = "# Shores\n\n" + "".join(
        f"- [{title}](https://arxiv.org/abs/2401.0000{number}) `{2019 + number}` `{word}`\n"
        for number, title in enumerate(TITLES)
    )
    assert [(paper.venue, paper.year) for paper in papers(text)] == [(None, 2019 + n) for n in range(4)]


def test_emphasised_judgements_at_ends_of_dated_entries_are_no_venues() -> None:
    rows = [
        f"- {2010 + number} - {word} {title.strip('?')}. *{judgement}*.\n"
        for number, title in enumerate(TITLES)
        for word, judgement in (("Early", "Recommended"), ("Late", "Classic"), ("Other", "Easy"))
    ]
    assert [paper.venue for paper in papers("# Shores\n\n" + "".join(rows))] == [None] * 12


def test_authors_behind_by_in_front_of_an_emphasised_venue_are_no_part_of_the_title() -> None:
    titles = [title.strip("?") for title in TITLES]
    text = "# Shores\n\n" + "".join(f"- {title}. By Ana Roe, *ICES 201{n}*\n" for n, title in enumerate(titles))
    assert [(paper.title, paper.authors, paper.venue) for paper in papers(text)] == [
        (title, ("Ana Roe",), "ICES") for title in titles
    ]


@pytest.mark.parametrize("behind", [", 126(6):962–989, 2017.", ", 12(3-4), 45 (2017)", ", 2017"])
@pytest.mark.parametrize("journal", ["J. Mar. Sci.", "Annual Review of Shores, Seas, and Winds"])
def test_emphasised_journal_behind_a_stop_is_told_by_the_year_behind_it(behind: str, journal: str) -> None:
    rows = "".join(f"<li><b>{title}</b><br>with Max Poe. <i>{journal}</i>{behind}</li>\n" for title in TITLES)
    assert {(paper.title, paper.venue, paper.year) for paper in papers(f"<html><ul>{rows}</ul></html>")} == {
        (title, journal, 2017) for title in TITLES
    }
    cited = "".join(f"* Roe D, Poe M. {title}. *{journal}*{behind}\n" for title in TITLES)
    assert {(paper.title, paper.venue, paper.year) for paper in papers(f"# Shores\n\n{cited}")} == {
        (title, journal, 2017) for title in TITLES
    }


def test_emphasised_journal_behind_how_far_a_paper_has_come_is_its_venue() -> None:
    rows = "".join(f"<li><b>{title}</b><br>with Max Poe. Submitted to <i>J. Sea Sci.</i></li>\n" for title in TITLES)
    found = papers(f"<html><ul>{rows}</ul></html>")
    assert [(paper.title, paper.venue) for paper in found] == [(title, "J. Sea Sci.") for title in TITLES]


def test_year_in_a_venue_that_the_page_tells_is_no_part_of_its_name() -> None:
    told = ("CSS 2019 Companion", "Workshop on Wide Shores", "Proc. Shores (CSS), 2018")
    rows = "".join(
        f'<li>Ana Roe, Max Poe. <span class="title">{title}</span>. <em class="venue">{told[at % 3]}</em>.</li>\n'
        for at, title in enumerate(TITLES)
    )
    found = papers(f"<html><ul>{rows}</ul></html>")
    stated = [("CSS Companion", 2019), ("Workshop on Wide Shores", None), ("Proc. Shores (CSS)", 2018)]
    assert [(paper.venue, paper.year) for paper in found] == [stated[at % 3] for at in range(len(TITLES))]


def test_emphasised_end_of_a_line_of_names_below_a_title_is_its_venue() -> None:
    rows = "".join(
        f'<dt><a href="https://arxiv.org/abs/1901.0000{at}">{title}</a></dt>\n'
        f'<dd><span class="by">Ana Roe, Max Poe</span>. <cite>{JOURNALS[at]}{" 2017" * (at % 2)}</cite></dd>\n'
        for at, title in enumerate(TITLES)
    )
    found = papers(f"<html><body><h1>Papers</h1><h2>2019</h2><dl>\n{rows}</dl></body></html>")
    assert [(paper.title, paper.authors, paper.venue, paper.year) for paper in found] == [
        (title, ("Ana Roe", "Max Poe"), JOURNALS[at], 2017 if at % 2 else None) for at, title in enumerate(TITLES)
    ]


@pytest.mark.parametrize(
    ("line", "authors", "venue"),
    [
        ("Ana Roe, Kim Doe, *Max Poe*", ("Ana Roe", "Kim Doe", "Max Poe"), None),
        ("Ana Roe, *Max Poe*", ("Ana Roe", "Max Poe"), None),
        ("Ana Roe and *Max Poe*", ("Ana Roe", "Max Poe"), None),
        ("Ana Roe, *Shores 2017*", ("Ana Roe",), "Shores"),
    ],
)
def test_own_name_emphasised_behind_others_is_no_venue(line: str, authors: tuple[str, ...], venue: str | None) -> None:
    found = papers("# Papers\n\n" + "".join(f"- **{title}**\n  - {line}\n" for title in TITLES))
    assert [(paper.title, paper.authors, paper.venue) for paper in found] == [
        (title, authors, venue) for title in TITLES
    ]


@pytest.mark.parametrize("remark", ["*Best Paper Award*", "*Oral*", "*equal contribution*"])
def test_emphasised_remark_behind_names_is_no_venue(remark: str) -> None:
    found = papers("# Papers\n\n" + "".join(f"- **{title}**\n  - Ana Roe, Max Poe. {remark}\n" for title in TITLES))
    assert [paper.venue for paper in found] == [None] * len(TITLES)


@pytest.mark.parametrize("remark", ["first published *online*, then withdrawn", "submitted *Before* the storm"])
def test_emphasised_word_of_a_remark_is_no_venue(remark: str) -> None:
    found = papers("# Papers\n\n" + "".join(f"- [{title}](https://a.org/1.pdf) - {remark}\n" for title in TITLES))
    assert {(paper.venue, paper.description) for paper in found} == {(None, remark.replace("*", ""))}


def test_bold_question_below_each_title_is_no_title() -> None:
    names = ("Ana Costa", "Ben Duarte", "Carla Esteves", "Dina Faria")
    text = "# Summaries\n\n" + "\n".join(
        f"## {words}\n\n*{name}* — Oikos 20{n + 10}, 🏆 Best Paper\n[Preprint](https://arxiv.org/abs/1801.0000{n})\n\n"
        f"**What we did.** We counted {n + 7} reeds in a pond.\n\n**What we learned.** There are {n} reeds left.\n"
        for n, (words, name) in enumerate(
            zip(
                (
                    "Counting Reeds in Ponds",
                    "Voles of the Lower Dykes",
                    "Warm Lakes and Their Fish",
                    "Frost and Moss in Bogs",
                ),
                names,
                strict=True,
            )
        )
    )
    mentions = papers(text)
    assert [each.title for each in mentions] == [
        "Counting Reeds in Ponds",
        "Voles of the Lower Dykes",
        "Warm Lakes and Their Fish",
        "Frost and Moss in Bogs",
    ]
    assert [each.authors for each in mentions] == [(name,) for name in names]
    assert {(each.venue, each.year) for each in mentions} == {("Oikos", 2010 + n) for n in range(4)}


@pytest.mark.parametrize(
    ("row", "venue", "year"),
    [
        ("[Ponds That Dry Out](https://doi.org/10.1000/1). *N Shore J Med* 1995;387:1494", "N Shore J Med", 1995),
        ("Trial of Reeds and Rushes in Wet Soils. *Dyke* 2001;38(2):149-52", "Dyke", 2001),
        ("Trial of Reeds and Rushes in Wet Soils. N Shore J Med 1995 Jan 3;387:e149.", "N Shore J Med", 1995),
        ("Trial of Reeds and Rushes in Wet Soils. Sand Chem. B 2004, 387, 1494", "Sand Chem. B", 2004),
    ],
)
def test_year_and_volume_behind_a_journal_are_read(row: str, venue: str, year: int) -> None:
    for text in (f"# Trials\n\n- {row}\n", f"# Trials\n\n| Trial | Publication |\n|---|---|\n| RUSH | {row} |\n"):
        (paper,) = papers(text)
        assert (paper.venue, paper.year, paper.authors) == (venue, year, ())


def test_issue_behind_a_stop_leads_to_the_year_of_a_marked_journal() -> None:
    rows = (
        f'{n}. Roe, Jane, and Max Poe. "{t}." *Oikos* 7{n}.{n} (20{n + 10}): 4-9.\n' for n, t in enumerate(TITLES, 1)
    )
    assert [(each.venue, each.year) for each in papers("# Papers\n\n" + "".join(list(rows) * 3))][:2] == [
        ("Oikos", 2011),
        ("Oikos", 2012),
    ]


def test_owner_of_the_page_in_bold_is_one_of_the_authors() -> None:
    text = "# Papers\n\n" + "".join(
        f"- [{title}](https://a.org/{at}). {who}, 20{at + 10}.\n"
        for at, (title, who) in enumerate(
            zip(
                TITLES,
                (
                    "**Jane Roe**, Max Poe and Kim Doe. *Oikos*",
                    "**Jane Roe**",
                    "Karl Moe and **Jane Roe**. *Oikos*",
                    "**Jane Roe**",
                ),
                strict=True,
            )
        )
    )
    assert [(each.authors, each.venue) for each in papers(text)] == [
        (("Jane Roe", "Max Poe", "Kim Doe"), "Oikos"),
        (("Jane Roe",), None),
        (("Karl Moe", "Jane Roe"), "Oikos"),
        (("Jane Roe",), None),
    ]


def test_bold_title_that_comes_again_stays_a_title() -> None:
    rows = [f"- **The Silt of Harbours** by {who} (2019)\n" for who in ("Jane Roe", "Max Poe", "Kim Doe")]
    assert [each.title for each in papers("# Papers\n\n" + "".join(rows))] == ["The Silt of Harbours"] * 3


def test_emphasised_journal_and_its_publisher_name_no_author() -> None:
    text = "# Papers\n\n" + "".join(f"## {title}\n\n*Plant Cell*, Oxford, 2017\n\n" for title in TITLES)
    assert {each.authors for each in papers(text)} <= {()}


def test_key_that_links_the_paper_keeps_its_link() -> None:
    text = "# Papers\n\n" + "".join(
        f"- [\\[Roe2{at}\\]](https://a.org/{at}.pdf) Jane Roe, Max Poe. *{title}*. Oikos.\n"
        for at, title in enumerate(TITLES)
    )
    assert [(each.title, [link.url for link in each.links]) for each in papers(text)] == [
        (title, [f"https://a.org/{at}.pdf"]) for at, title in enumerate(TITLES)
    ]


def test_surnames_and_the_emphasised_journal_stand_below_a_title() -> None:
    credits = ("Roe & Poe, *Studies of Mud*", "Roe et al., *JSB*", "Roe, *The Mud*", "van Roe, *Oikos*")
    text = "# Shores\n\n" + "".join(
        f"### [{title}](https://arxiv.org/abs/1901.0000{at})\n\n{credit} (201{at}) ⭐⭐ · [pdf](https://arxiv.org/pdf/{at})\n\n"
        "> We counted what the sea left behind.\n\n"
        for at, (title, credit) in enumerate(zip(TITLES, credits, strict=True))
    )
    assert [(each.title, each.year, each.venue) for each in papers(text)] == [
        (title, 2010 + at, credit.split("*")[1]) for at, (title, credit) in enumerate(zip(TITLES, credits, strict=True))
    ]


@pytest.mark.parametrize(
    "credit", ["*Jane Roe, Max Poe, et al.* — 2019", "*S M Asiful Roe, Md Rashid Poe* — **ICES 2019**"]
)
def test_year_stands_behind_a_dash_and_people_of_any_form(credit: str) -> None:
    text = "# Shores\n\n" + "".join(
        f"### [{title}](https://arxiv.org/abs/1901.0000{at})\n\n{credit} · [demo](https://roe.org/{at})\n\n"
        for at, title in enumerate(TITLES)
    )
    assert [(each.title, each.year) for each in papers(text)] == [(title, 2019) for title in TITLES]


def test_linked_paper_may_begin_as_parts_about_the_page_do() -> None:
    titles = ("Contributions of Ebb to the Silt of Harbours", *TITLES)
    text = "# Shores\n\n" + "".join(
        f"### [{title}](https://arxiv.org/abs/1901.0000{at})\n\nJane Roe, Max Poe\n\n"
        for at, title in enumerate(titles)
    )
    assert [each.title for each in papers(text)] == list(titles)


def test_places_with_a_year_and_links_below_titles_are_theirs() -> None:
    below = (
        ("*Sand Letters*, 2018. [publisher](https://doi.org/10.1000/a)", "Sand Letters", 2018),
        (
            "*Shore Policy*, 2016. [publisher](https://doi.org/10.1000/b)",
            "Shore Policy",
            2016,
        ),
        ("not published yet, 2025. [preprint](https://arxiv.org/abs/2501.00001)", None, 2025),
        ("*Tides*, 2020. [publisher](https://doi.org/10.1000/d)", "Tides", 2020),
    )
    titles = ("Networks of reeds", "What do gulls measure?", "Salt on the harbour wall", "The weight of barnacles")
    page = "# Shores\n\n" + "".join(
        f'* "{title}" – Jane Roe, Max Q. Poe\n  * {line}\n  * Small sample, but the idea carries over.\n'
        for title, (line, *_) in zip(titles, below, strict=True)
    )
    found = papers(page)
    assert [(paper.title, paper.venue, paper.year) for paper in found] == [
        (title, venue, year) for title, (_, venue, year) in zip(titles, below, strict=True)
    ]


@pytest.mark.parametrize("behind", [".", ""])
def test_preprints_with_a_year_in_front_of_their_number_have_it(behind: str) -> None:
    page = "<html><body><h1>Logic of shores</h1><dl>" + "".join(
        f"<dt>[R{n}]\n<dd>J. Roe and M. Poe: <i>{title}</i>, preprint 201{n}, <a\nhref='http://arxiv.org/abs/1805.0700{n}'>"
        f"arXiv:1805.0700{n}</a>{behind}\n"
        for n, title in enumerate(("Factoring a reed into thin parts", "A note on gulls", "Of salt and sets"))
    )
    found = papers(f"<!DOCTYPE html>{page}")
    assert [paper.year for paper in found] == [2010, 2011, 2012]


def test_a_paper_below_another_is_no_place() -> None:
    found = papers(
        "# Shores\n\n- Max Poe. Slow Rivers Carry Little Sand\n  - *A Reply to Slow Rivers*, 2012, [pdf](a.pdf)\n"
        "- Ann Moe. Mud Flats and Their Birds\n  - *More on Mud Flats*, 2013, [pdf](b.pdf)\n"
    )
    assert [(paper.title, paper.venue) for paper in found] == [
        ("Slow Rivers Carry Little Sand", None),
        ("A Reply to Slow Rivers", None),
        ("Mud Flats and Their Birds", None),
        ("More on Mud Flats", None),
    ]


def test_people_in_front_of_titles_on_two_lines_begin_two_papers() -> None:
    found = papers(
        "# Shores\n\n- Jane Roe · *Slow Rivers Carry Little Sand*, 2010  \n"
        "  Max Poe · *Mud Flats and Their Birds*, 2000\n"
        "- Ann Moe · *Warm Water Makes Small Fish*, 2012  \n  Max Poe · *How Herons Wait for Fish*, 2001\n"
    )
    assert [(paper.title, paper.authors, paper.year) for paper in found] == [
        ("Slow Rivers Carry Little Sand", ("Jane Roe",), 2010),
        ("Mud Flats and Their Birds", ("Max Poe",), 2000),
        ("Warm Water Makes Small Fish", ("Ann Moe",), 2012),
        ("How Herons Wait for Fish", ("Max Poe",), 2001),
    ]


def test_labels_of_abstracts_and_of_references_to_journals() -> None:
    said = "We count the gulls of two coasts, and ask whether they are as many as in spring."
    page = "".join(
        f"#### {title}\n - **Authors:** Ana Roe, Max Poe\n - **Journal-ref:** Oikos 12, 116 (2019)\n"
        f" - **Pdf link:** https://arxiv.org/pdf/1901.0000{number}\n - **Abstract**\n {said}\n\n"
        for number, title in enumerate(TITLES)
    )
    found = papers(f"# Daily papers\n\n### Keyword: shores\n\n{page}")
    assert [(paper.title, paper.venue, paper.abstract) for paper in found] == [(t, "Oikos", said) for t in TITLES]


@pytest.mark.parametrize(
    "title",
    [
        "Abstract Algebra and the Slow Rivers that Carry Little Sand into All the Cold Seas of the North.",
        "Notes (Late): Mud Flats and Their Birds",
        "Code (Old): Signals of Harbours at Night",
    ],
)
def test_titles_that_begin_as_labels_do_are_titles(title: str) -> None:
    page = "".join(f"**{title}**\n\nAna Roe, Max Poe\n\nOikos, 2019.\n\n" for title in (*TITLES, title, *TITLES))
    assert title.rstrip(".") in [paper.title for paper in papers(f"# Papers\n\n{page}")]


def test_an_emphasised_line_below_people_is_the_place_whatever_date_follows() -> None:
    places = ("*Sea Methods*, July 2019", "*PNAS*, April 2013", "*Shore Reports*, 2020-05", "*Sand Biology* (May 2021)")
    people = (
        "Kim K. Lang, Zoe Wu, Ann H. Moe.",
        "Ann Moe, J. Roe",
        "Bill Banach, Peter Poe.",
        "Ann Moe, Max Poe, Jo Doe",
    )
    entries = (
        f"**{title}.**  \n{names}  \n{place}  \n[[10.1000/{at}.roe](https://doi.org/10.1000/{at}.roe)]\n\n"
        for at, (title, names, place) in enumerate(zip(TITLES, people, places, strict=True))
    )
    found = papers("# Shores\n\n" + "".join(entries))
    assert [(paper.title, paper.venue, paper.year) for paper in found] == [
        (TITLES[0], "Sea Methods", 2019),
        (TITLES[1], "PNAS", 2013),
        (TITLES[2], "Shore Reports", 2020),
        (TITLES[3], "Sand Biology", 2021),
    ]
    assert [paper.authors[-1] for paper in found] == ["Ann H. Moe", "J. Roe", "Peter Poe", "Jo Doe"]


@pytest.mark.parametrize("people", ["Susan Lowell, Thomas Boyle", "S. Lowell, T. Boyle"])
def test_two_people_above_an_emphasised_place_are_two(people: str) -> None:
    entries = "".join(f"<li><b>{title}</b><br>{people}<br><i>Oikos</i>, 2019</li>" for title in TITLES)
    found = papers(f"<!DOCTYPE html><html><body><h1>Shores</h1><ul>{entries}</ul></body></html>")
    assert {(paper.authors, paper.venue, paper.year) for paper in found} == {(tuple(people.split(", ")), "Oikos", 2019)}


@pytest.mark.parametrize("remark", ["**Oral**", "*Honourable mention*", "**New!**", "*Equal contribution*"])
def test_an_emphasised_remark_below_people_is_no_place(remark: str) -> None:
    entries = "".join(f"- **{title}**  \n  Max Poe, Ann Moe  \n  {remark}  \n  Oikos, 2019\n" for title in TITLES)
    assert {(paper.venue, paper.year) for paper in papers(f"# Shores\n\n{entries}")} == {("Oikos", 2019)}
    alone = "".join(f"- [{title}](https://sea.example/{title[:3]})  \n  Ann Moe  \n  {remark}\n" for title in TITLES)
    assert {paper.venue for paper in papers(f"# Shores\n\n{alone}")} == {None}


@pytest.mark.parametrize("front", ["SandNet: ", "ICES: ", "2019, ICES, ", "Kiel, 2019: ", "Oikos 2019: ", "[Shore] "])
def test_what_stands_in_front_of_a_title_is_no_author_where_people_stand_behind(front: str) -> None:
    entries = "".join(
        f"- {front}[{title}](https://sea.example/{at}). {people}. *Oikos* 12(3), {at}-9 (2019)\n"
        for at, (title, people) in enumerate(zip(TITLES, ("Max Poe, Ann Moe", "Kim Doe and Ann Moe") * 2, strict=True))
    )
    assert [(paper.authors[-1], paper.venue, paper.year) for paper in papers(f"# Shores\n\n{entries}")] == [
        ("Ann Moe", "Oikos", 2019)
    ] * 4


def test_a_venue_in_front_of_a_title_is_no_author() -> None:
    entries = "".join(f'- Oikos 2019: "{title}", *Oikos* 12(3), 4-5 (2019)\n' for title in TITLES)
    assert {(paper.authors, paper.venue) for paper in papers(f"# Shores\n\n{entries}")} == {((), "Oikos")}


@pytest.mark.parametrize("front", ["Roe 1989. ", "Roe, 1989: "])
def test_a_surname_and_a_year_in_front_of_a_title_with_a_told_journal_behind_are_its_author(front: str) -> None:
    entries = "".join(
        f"<li>{front}<a href='{at}.pdf'>{title}</a> <span class=journal>Oikos</span></li>"
        for at, title in enumerate(TITLES)
    )
    found = papers(f"<!DOCTYPE html><html><body><h1>Shores</h1><ul>{entries}</ul></body></html>")
    assert {(paper.authors, paper.venue, paper.year) for paper in found} == {(("Roe",), "Oikos", 1989)}


@pytest.mark.parametrize("remark", ["Extended Abstract", "Special Issue", "Kiel University"])
def test_a_remark_in_front_of_a_journal_and_its_volume_is_no_author(remark: str) -> None:
    entries = "".join(f"- [{t}](https://sea.example/{t[:3]}). {remark}. *Oikos* 12(3), 4-5 (2019)\n" for t in TITLES)
    assert {(paper.authors, paper.venue) for paper in papers(f"# Shores\n\n{entries}")} == {((), "Oikos")}
