"""Text made to hurt: every reader ends, and what is sound in it is still read. Sizes grow what grows with size."""

import pytest

from enrich.mentions import extract
from enrich.records import DocumentKind
from tests.mentions.documents import document

TITLE = "A Study of Coral Reefs in Warm Seas"
SOUND = {
    DocumentKind.MARKDOWN: f"\n\n- [{TITLE}](https://arxiv.org/abs/1801.00001)\n",
    DocumentKind.HTML: f"<ul><li><a href='https://arxiv.org/abs/1801.00001'>{TITLE}</a></li></ul>",
    DocumentKind.BIBTEX: f"\n@article{{z, title={{{TITLE}}}, year=2000}}\n",
}
MARKDOWN = {
    "one long line": "word " * 400_000,
    "a line without blanks": "a" * 2_000_000,
    "many short lines": "a\n" * 8_000,
    "nested lists": "".join("  " * depth + "- a\n" for depth in range(200)),
    "nested quotes": "> " * 3_000 + "x",
    "nested lists on a line": "- " * 3_000 + "x",
    "nested folds": "<details><summary>x</summary>\n\n" * 800,
    "open brackets": "[" * 80_000,
    "open brackets on many lines": "[\n" * 5_000,
    "open emphasis": "*a **b " * 3_000,
    "open HTML": "<a " * 5_000,
    "names without end": "- " + "Jane Doe, " * 10_000,
    "addresses without end": "- " + "https://x.org/a " * 5_000,
    "quotes without end": '- "' + 'a" "' * 10_000,
    "a wide table": "|" + "a|" * 2_000 + "\n|" + "-|" * 2_000 + "\n|" + "a|" * 2_000,
    "NUL bytes": "\x00" * 1_000 + "\n- \x00\n",
}
HTML = {
    "one long line": "<p>" + "word " * 400_000 + "</p>",
    "nested boxes": "<div>" * 5_000,
    "nested lists": "<ul><li>" * 2_000,
    "nested tables": "<table><tr><td>" * 1_000,
    "nested styles": "<b><i>" * 2_000,
    "scripts": "<script>" + "document.write('<li>x</li>');" * 5_000 + "</script>",
    "attributes without end": "<p " + "b='c' " * 20_000 + ">x</p>",
    "open angles": "<" * 20_000,
    "wide cells": "<table>" + "<tr><td rowspan=9999>x</td><td colspan=99999>y</td></tr>" * 300 + "</table>",
    "NUL bytes": "\x00" * 1_000,
}
BIBTEX = {
    "open braces": "@article{a, title={" + "{" * 20_000,
    "closed braces": "@article{a, title={" + "}" * 20_000,
    "open entries": "@article{a, title={x\n" * 1_000,
    "one key": "@article{a, title={}}\n" * 1_000,
    "nested TeX": "@article{a, title={" + "\\textbf{" * 1_000 + "}}",
    "circular references": "@article{p, crossref={q}}\n@article{q, crossref={p}}\n",
    "a string of itself": "@string{a = a # a}\n" * 100,
}
CASES = [
    pytest.param(kind, text, id=f"{kind.value}: {name}")
    for kind, texts in ((DocumentKind.MARKDOWN, MARKDOWN), (DocumentKind.HTML, HTML), (DocumentKind.BIBTEX, BIBTEX))
    for name, text in texts.items()
]


@pytest.mark.timeout(60)
@pytest.mark.parametrize(("kind", "text"), CASES)
def test_sound_part_of_hostile_text_is_read(kind: DocumentKind, text: str) -> None:
    extraction = extract(document(text + SOUND[kind], kind))
    assert TITLE in [mention.title for mention in extraction.mentions]
