"""Shapes of HTML pages, and what of a page is no item."""

import pytest

from enrich.mentions import extract
from enrich.records import Mention, MentionKind
from tests.mentions.documents import html

TITLE = "Mapping Seagrass & Kelp from the Air"
PDF = "https://arxiv.org/abs/1801.00001"
WORDS = TITLE.replace("&", "&amp;")
AUTHORS = "Ana Costa, Ben Duarte, Eva Lund"
LINK = f"<a href='{PDF}'>{WORDS}</a>"
ANCHOR = f"<a href='{PDF}'>pdf</a>"
ENTRIES = {
    "list": f"<ul>\n<li>{LINK}, Ana Costa, <i>ICRA</i> 2018</ul>",
    "numbered citation": f"<ol><li>{AUTHORS}. {WORDS}. <em>ICRA</em>, 2018. [{ANCHOR}]</li></ol>",
    "strong, breaks": f"<ul><li><b>{WORDS}</b><br>{AUTHORS}<br><i>ICRA, 2018</i><br>{ANCHOR}</li></ul>",
    "named parts": f"<div><p class='title'>{LINK}</p><p class='authors'>{AUTHORS}</p><p class='venue'>ICRA</p></div>",
    "paragraphs": f"<p><strong>{WORDS}</strong></p><p>{AUTHORS}</p><p>ICRA 2018</p><p>{ANCHOR}</p>",
    "laid out in a table": f"<table><tr><td><img src='a.png'></td><td><span class='papertitle'>{LINK}</span><br>"
    f"{AUTHORS}<br><em>ICRA</em>, 2018<br>{ANCHOR}</td></tr></table>",
    "table": "<table><tr><th>Year</th><th>Authors</th><th>Title</th></tr>"
    f"<tr><td>2018</td><td>{AUTHORS}</td><td>{LINK}</td></tr></table>",
    "definitions": f"<dl><dt class=ptitle><a href='/c/1.html'>{WORDS}</a></dt><dd>{AUTHORS}</dd><dd>{ANCHOR}</dd></dl>",
    "badge before the title": "<ol><li><div><div class='abbr'><abbr class='badge'>ICRA</abbr></div>"
    f"<div><div class='title'>{WORDS}</div><div class='author'>{AUTHORS}</div>"
    f"<div class='periodical'><em>In ICRA</em>, 2018</div><div class='links'>{ANCHOR}</div></div></div></li></ol>",
    "menu inside the entry": "<ul><li class='entry'><nav><ul><li>export record</li><li>ask others</li></ul></nav>"
    "<cite><span itemprop='author'>Ana Costa</span>:<br><span class='title' itemprop='name'>"
    f"{WORDS}.</span> <a href='{PDF}'><span itemprop='isPartOf'>ICRA</span> 2018</a></cite></li></ul>",
    "label and citation": "<dl><dt class='label'><span>Costa18</span></dt>"
    f"<dd><p>{AUTHORS}. {WORDS}. <em>ICRA</em>, 2018. {ANCHOR}.</p></dd></dl>",
    "listing with the word title": f"<dl><dt>[1] <a href='{PDF}'>arXiv:1801.00001</a> [<a href='/p'>pdf</a>]</dt>"
    f"<dd><div class='list-title'><span class='descriptor'>Title:</span>\n {WORDS}\n</div>"
    f"<div class='list-authors'>{AUTHORS}</div></dd></dl>",
    "cards": f"<div class='card'><h5><a href='{PDF}'>{WORDS}</a></h5><h6>Ana Costa</h6><p>We fly over bays.</p></div>",
    "lines of a bibliography": f"<dl><dt>28</dt><dd>\nA. Costa, B. Duarte.\n<br>{WORDS}.\n<br><em>J. Bays</em>,"
    f" 21:259, 2018. {ANCHOR}</dd></dl>",
    "bold by its style": f"<div><div><span style='font-weight:700'>{WORDS}</span></div><div>{AUTHORS}</div>"
    f"<div><span style='font-style:italic'>ICRA</span> 2018 {ANCHOR}</div></div>",
    "heading, abstract": f"<h3>{WORDS}</h3><p>{AUTHORS}</p><p><b>Abstract:</b> We fly.</p><p>{ANCHOR}</p>",
    "citation in a paragraph": f"<p>{AUTHORS} (2018). {LINK}. <i>ICRA</i>.</p>",
    "quoted in a paragraph": f"<p>{AUTHORS}, &ldquo;{WORDS},&rdquo; <i>ICRA</i>, 2018.</p>",
}
ABOVE = (
    "<!DOCTYPE html>\n<html><head><title>Group</title><style>li {}</style><script>'<li>No'</script></head>\n<body>\n"
)
NAV = "<nav><ul><li><a href='/'>Home</a></li><li><a href='https://x.org/people'>Our Many People</a></li></ul></nav>\n"
BELOW = "\n<footer><ul><li><a href='https://x.org/i'>Imprint and Data Protection</a></li></ul></footer></body></html>"


def found(body: str) -> list[Mention]:
    return list(extract(html(f"{ABOVE}{NAV}<h1>Publications</h1>\n<h2>Sea</h2>\n{body}{BELOW}")).mentions)


@pytest.mark.parametrize("shape", ENTRIES)
def test_html_shape_gives_its_one_paper(shape: str) -> None:
    mentions = found(ENTRIES[shape])
    assert [(mention.title, mention.kind) for mention in mentions] == [(TITLE, MentionKind.PAPER)]


def test_lists_that_say_where_one_is_are_menus() -> None:
    here = "<li><a href='https://a.org/b/c/' aria-current='page'>List</a></li>"
    menu = f"<ul class='menu'><li><a href='https://a.org/b/'>Home</a></li>{here}</ul>"
    assert [mention.title for mention in found(f"{menu}{ENTRIES['menu inside the entry']}")] == [TITLE]


def test_html_without_items_says_so() -> None:
    extraction = extract(html(f"{ABOVE}{NAV}<p>Nothing here yet.</p>{BELOW}"))
    assert extraction.mentions == ()
    assert extraction.doubt


def test_line_is_that_of_the_title() -> None:
    body = f"<ul>\n<li\n class='x'>\n  <a\n   href='{PDF}'>Mapping Kelp\n Forests</a>\n</li></ul>"
    mention = extract(html(f"<p>One\n<!-- two\nthree --></p>{body}")).mentions[0]
    assert (mention.title, mention.line) == ("Mapping Kelp Forests", 7)


def test_lines_beyond_what_the_parser_counts_are_right() -> None:
    blank = "<p\nid=x>\n</p>" + "\n" * 998
    page = "<html><body>" + blank * 70 + f"<ul><li><a href='{PDF}'>{WORDS}</a></li></ul></body></html>"
    mention = extract(html(page)).mentions[0]
    assert mention.line == page[: page.index("<ul>")].count("\n") + 1 > 65_535


def test_cells_over_several_rows_keep_the_columns_apart() -> None:
    rows = "<tr><td rowspan=2>Sea</td><td>Mapping Kelp Forests by Drone</td><td>2018</td></tr>"
    rows += "<tr><td>Counting Whales from the Shore</td><td>2019</td></tr>"
    mentions = found(f"<table><tr><th>Topic</th><th>Title</th><th>Year</th></tr>{rows}</table>")
    assert [(mention.title, mention.year) for mention in mentions] == [
        ("Mapping Kelp Forests by Drone", 2018),
        ("Counting Whales from the Shore", 2019),
    ]


def test_one_linked_author_below_a_title_is_its_author() -> None:
    title = f"<strong><a href='/p/1'>{TITLE}</a></strong>"
    entry = f"<p><a href='x.bib'>bib</a><br>{title}<br><a href='/people/r'>Ana Roe</a></p>"
    assert [(mention.title, mention.authors) for mention in found(entry)] == [(TITLE, ("Ana Roe",))]


def test_numbered_entries_in_one_paragraph_are_entries_of_their_own() -> None:
    titles = ["Mapping Kelp Forests by Drone", "Counting Whales from the Shore", "Where Limpets Rest at Noon"]
    others, link = "(with Ana Roe, Max Poe)", f"<a href='{PDF}'>arXiv</a>"
    lines = [
        f"[{number}] <b>{title}</b> {others}, <i>Oikos</i> {number} (2017), 60-118. {link}"
        for number, title in enumerate(titles, start=1)
    ]
    mentions = found("<p>" + "<br><br>\n".join(lines) + "</p>")
    assert [(mention.title, mention.venue, mention.year) for mention in mentions] == [
        (title, "Oikos", 2017) for title in titles
    ]
    assert {mention.authors for mention in mentions} == {("Ana Roe", "Max Poe")}


def test_author_on_a_line_of_their_own_is_told_before_the_venue() -> None:
    entry = f"<div><span class='title'>{TITLE}.</span><br>Ana K. Roe.<br><i>Oikos</i>, 4: 15-110. 2026.</div>"
    (mention,) = found(entry)
    assert (mention.title, mention.authors, mention.venue, mention.year) == (TITLE, ("Ana K. Roe",), "Oikos", 2026)


def test_files_beside_the_page_stay_with_their_item() -> None:
    page = (
        "<!DOCTYPE html><html><body><h1>Publications</h1><ul><li><a href='index.html'>Home</a></li></ul><dl>"
        "<dt>Tidal Pools under Warming Seas</dt><dd>Ana Roe, Max Poe.<br><i>ICES</i>, 2019.<br>"
        "<a href='pdf/roe19.pdf'>PDF</a> <a href='#top'>up</a> "
        "<a href='https://arxiv.org/abs/1902.00001'>arXiv</a></dd>"
        "<dt><a href='/talks/kelp.html'>Kelp: A Census of Northern Forests</a></dt>"
        "<dd>Kim Doe.<br><i>ICES</i>, 2020.</dd>"
        "</dl></body></html>"
    )
    found = extract(html(page)).mentions
    assert [[link.url for link in mention.links] for mention in found] == [
        ["https://arxiv.org/abs/1902.00001", "pdf/roe19.pdf"],
        ["/talks/kelp.html"],
    ]


@pytest.mark.parametrize(
    "entry", ["<li>\n<h2>{}</h2>\n<table>\n{}</table>\n</li>\n", "<h2>{}</h2>\n<table>\n{}</table>\n"]
)
def test_table_below_a_heading_states_the_fields_of_its_paper(entry: str) -> None:
    fields = [("Author", "Ana Roe"), ("Author", "Max Poe"), ("Abstract", "We count seals."), ("Date", "2019-11-02")]
    fields += [("Publication", "Coastal Letters"), ("URL", '<a href="https://doi.org/10.1234/{n}">here</a>')]
    rows = "".join(f"<tr><th>{label}</th><td>{value}</td></tr>\n" for label, value in fields)
    titles = ["Tidal pools in winter", "Kelp forests of the north", "Do limpets remember homes?"]
    page = "".join(entry.format(title, rows.format(n=n)) for n, title in enumerate(titles))
    found = extract(html(f"<html><body><ul>{page}</ul></body></html>")).mentions
    assert [paper.title for paper in found] == titles
    assert {(paper.authors, paper.venue, paper.year, paper.abstract) for paper in found} == {
        (("Ana Roe", "Max Poe"), "Coastal Letters", 2019, "We count seals.")
    }
    assert [[link.url for link in paper.links] for paper in found] == [
        [f"https://doi.org/10.1234/{n}"] for n in range(3)
    ]


def test_headings_of_people_and_places_below_titles_are_facts_of_these() -> None:
    entry = (
        "<article><p>Open Access</p>\n<h5><a href='/abstract/10.1234/s.{n}'>{title}</a></h5>\n<h6>{people}</h6>\n"
        "<h6>Shore Rev. <b>17</b>, 0101{n} (2021) &ndash; <b>Published</b> {n} January 2021</h6>\n"
        "<div><p>We count what there is and compare the counts of two coasts.</p>{said}</div>\n</article>\n"
    )
    titles = [f"{what} of the northern shores" for what in ("Kelp", "Tides", "Dunes", "Gulls", "Seals", "Whistles")]
    titles += [f"How old are {what} in winter?" for what in ("dunes", "gulls", "seals", "limpets", "moths")]
    people = ("Ana Roe, Max Poe, and Kim Doe", "T. A. Moe and Jo Zoe", "Lin Moe, Jo Zoe, and Ana Roe")
    page = "".join(
        entry.format(n=n, title=title, people=people[n % 3], said="<ul><li>one</li></ul>" if n == 3 else "")
        for n, title in enumerate(titles)
    )
    found = extract(html(f"<html><body><h2>Volume 17</h2><h4>ARTICLES</h4>{page}</body></html>")).mentions
    assert [paper.title for paper in found] == titles
    assert {(paper.venue, paper.year) for paper in found} == {("Shore Rev.", 2021)}
    assert [len(paper.authors) for paper in found[:3]] == [3, 2, 3]


def test_table_of_kinds_and_titles_is_no_table_of_fields() -> None:
    rows = [("Paper", "Slow Rivers Carry Little Sand"), ("Slides", "Mud Flats and Their Birds")]
    rows += [("Paper", "Warm Water Makes Small Fish")]
    cells = "".join(f"<tr><td>{kind}</td><td>{title}</td></tr>\n" for kind, title in rows)
    page = f"<h1>Course</h1><h2>Rivers and their Sand</h2><table><tr><th>Kind</th><th>Title</th></tr>\n{cells}</table>"
    found = extract(html(f"<html><body>{page}</body></html>")).mentions
    assert [mention.title for mention in found] == [title for _, title in rows]


def test_places_of_a_saved_page_are_no_papers() -> None:
    own = "https://shores.example.org/list/tides"
    menu = "".join(f"<li><a href='{own}#{n}'>{name}</a></li>" for n, name in enumerate(("New tides", "Old tides")))
    page = f"<header><a href='{own}#content'>Skip to the content</a></header>\n<ul>{menu}</ul>\n".replace("'", '"')
    page += "".join(
        f"<dl><dt><a href='{PDF}{n}'>arXiv:{n}</a></dt><dd><div class='list-title'>{title}</div>"
        f"<div class='list-authors'>{AUTHORS}</div></dd></dl>\n"
        for n, title in enumerate((WORDS, "Two Tides a Day"))
    )
    saved = f"<!DOCTYPE html>\n<!-- saved from url=(0{len(own)}){own} -->\n<html><body>{page}</body></html>"
    assert [mention.title for mention in extract(html(saved)).mentions] == [TITLE, "Two Tides a Day"]
