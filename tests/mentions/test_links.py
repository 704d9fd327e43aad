"""URLs in running text, and what they lead to."""

import pytest

from enrich.mentions import extract
from enrich.mentions.links import find_stated_ids, find_urls, link_role, make_link, trim_url, unique_links
from enrich.records import DocumentKind, LinkRole
from tests.mentions.documents import document


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("see https://x.org/a.", ["https://x.org/a"]),
        ("(https://x.org/a_(b))", ["https://x.org/a_(b)"]),
        (
            "code: github.com/a/b, paper: arxiv.org/abs/1801.00001",
            ["https://github.com/a/b", "https://arxiv.org/abs/1801.00001"],
        ),
        ("<https://x.org/a>;www.y.org/b", ["https://x.org/a", "https://www.y.org/b"]),
        ("论文：https://x.org/a。代码", ["https://x.org/a"]),
        ("and/or, e.g. this", []),
        ("mail me@x.org/b", []),
    ],
)
def test_urls_are_found_without_their_punctuation(text: str, urls: list[str]) -> None:
    assert [found.url for found in find_urls(text)] == urls


def test_found_urls_tell_where_they_stand() -> None:
    text = "at github.com/a/b, there"
    (found,) = find_urls(text)
    assert text[found.start : found.end] == "github.com/a/b"


def test_stated_identifiers_become_addresses() -> None:
    text = "arXiv:1801.00001v2, doi: 10.1000/182."
    assert [found.url for found in find_stated_ids(text)] == [
        "https://arxiv.org/abs/1801.00001v2",
        "https://doi.org/10.1000/182",
    ]


def test_identifiers_that_nothing_else_looks_like_need_no_word_in_front() -> None:
    text = "[10.1000/roe.18], 10.1000/182; not https://x.org/10.1000/7, nor 110.1000/7, nor 10.5/2, Roe,10.1000/3"
    assert [found.url for found in find_stated_ids(text)] == [
        "https://doi.org/10.1000/roe.18",
        "https://doi.org/10.1000/182",
    ]


@pytest.mark.parametrize(
    ("url", "text", "role"),
    [
        ("https://github.com/a/b", "paper", LinkRole.CODE),
        ("https://arxiv.org/abs/1801.00001", "code", LinkRole.PAPER),
        ("https://x.org/a.pdf", None, LinkRole.PAPER),
        ("https://x.org/a", "Paper", LinkRole.PAPER),
        ("https://x.org/a", "Project page", LinkRole.PROJECT),
        ("https://x.org/a", "Dataset", LinkRole.DATA),
        ("https://x.org/a", "A Dataset of Images of the Moon", LinkRole.OTHER),
        ("https://lab.github.io/a", None, LinkRole.PROJECT),
        ("http://[broken", None, LinkRole.OTHER),
    ],
)
def test_role_comes_from_the_address_then_from_the_words(url: str, text: str | None, role: LinkRole) -> None:
    assert link_role(url, text) is role


def test_trimming_leaves_brackets_that_the_url_opened() -> None:
    assert trim_url("https://x.org/a_(b)),") == "https://x.org/a_(b)"


def test_each_url_is_kept_once_with_its_words() -> None:
    links = unique_links([make_link("https://x.org"), make_link("https://x.org", "Code"), make_link("https://y.org")])
    assert [(link.url, link.text) for link in links] == [("https://x.org", "Code"), ("https://y.org", None)]


def test_rows_of_values_and_addresses_over_two_lines_are_read_whole() -> None:
    titles = ("Slow Rivers Carry Little Sand", "Mud Flats and Their Birds", "Cold Currents below the Ice")
    text = "P\n\n" + "".join(
        f"{at}. Ann Moe. {title}. Oikos 2019. http://dx.doi.org/\n   10.1000/abc.{at}\n"
        for at, title in enumerate(titles)
    )
    found = extract(document(text, DocumentKind.TEXT)).mentions
    assert [[link.url for link in paper.links] for paper in found] == [
        [f"http://dx.doi.org/10.1000/abc.{at}"] for at in range(3)
    ]
    values = "title,author,year,doi\n" + "".join(f"{title},Ann Moe,2019,10.1000/abc.1\n" for title in titles)
    assert len(extract(document(values, DocumentKind.TEXT)).mentions) == 3
