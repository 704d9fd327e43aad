"""Markup is told by content, and only when it makes up the document."""

import pytest

from enrich.documents.shape import kind_of_text
from enrich.records import DocumentKind

MARKDOWN = [
    "Reefs\n=====\n\nJ. Roe. Reef growth. *Sea Letters*, 2019.\n\nIce\n---\n\nM. Poe. Tides. *Oikos*, 2018.\n",
    "# Coral reefs\n\n- Author, A. *Title of it*. Nature, 2019.\n"
    + "- Author, B. Another title. Science, 2018.\n" * 40,
    "- [Reef growth](https://example.org/1)\n- [Tides](https://example.org/2)\n",
    "- [Reef growth](https://example.org/1)\n",
    "# Tides\n1. [Reef growth](https://example.org/1)\n\n# Reefs\n2019 was a year of storms.\n",
    "| Title | Venue |\n| --- | --- |\n| Reefs | Nature |\n",
    '<div align="center">\n<h1>Awesome reefs</h1>\n</div>\n\n## Papers\n\n- **Reef growth**, [pdf](https://example.org/1)\n',
    "<h1>Reefs</h1>\n\n## Papers\n\n<table>\n"
    + "<tr>\n<td>\n<b>Reef growth</b>\n<br>\nJane Roe\n<br>\n<i>Tides 2019</i>\n</td>\n</tr>\n" * 60
    + "</table>\n\n## Sent in\n\n- Max Poe. Tides of the moon. Nature, 2018.\n",
    "Reefs\n=====\n\nPapers\n------\n\n* Reef growth [1]\n\n[1]: https://example.org/1\n",
]
HTML = [
    "<!DOCTYPE html>\n<html><body><ul><li>Reef growth</li></ul></body></html>",
    "<?xml version='1.0'?>\n<!-- saved -->\n<html><head></head></html>",
    "<ul>\n<li><a href='https://example.org/1'>Reef growth</a></li>\n<li>Tides</li>\n</ul>\n",
    "<ul>\n" + "<li>\n<a href='https://example.org/1'>Reef growth</a>\n\n** new **\n</li>\n" * 9 + "</ul>\n",
]
BIBTEX = [
    "@article{reef2019,\n  title={Reef growth},\n  year={2019}\n}\n",
    "% my library\n\n@string{nat = {Nature}}\n@article{a, title={Reefs}, journal=nat}\n@book{b,\n title = {Tides}\n}\n",
    "@article{never,\n title={Unbalanced {braces\n\n@article{next,\n title={Reefs}\n}\n",
]
TEXT = [
    "Awesome Reefs\n\nPapers\n\n- [2019] Reef growth. Code\n- Tides of the moon. Code\n",
    "Reading\n\n[1]: Reefs and Tides\n\n  • Reef growth https://example.org/1\n",
    "Reefs\n\n"
    + "Reef growth in warm seas\n\nWe study reefs.\n\n" * 9
    + "Cite\n\n@article{reef2019,\n  title={Reef growth},\n}\n",
    "Reef growth\n" * 60 + "Install\n\n# clone it first\ngit clone it\n",
    "Reefs\n=====\n\nWarm seas\n---------\n[1] J. Roe. Reef growth. 2019.\n[2] M. Poe. Tides. 2018.\n\nIce\n---\n",
    "# Paper Venue\n1 Reef growth Nature\n2 Tides of the moon Nature\n\n" * 9,
    "Date Keywords Paper Venue\n2019 Warm seas Reef growth Nature\n2018 Cold seas Tides in <p> notation Nature\n",
]


@pytest.mark.parametrize(
    ("text", "kind"),
    [(text, DocumentKind.MARKDOWN) for text in MARKDOWN]
    + [(text, DocumentKind.HTML) for text in HTML]
    + [(text, DocumentKind.BIBTEX) for text in BIBTEX]
    + [(text, DocumentKind.TEXT) for text in TEXT],
)
def test_kind_is_that_of_the_content(text, kind):
    assert kind_of_text(text) is kind


@pytest.mark.parametrize(
    "piece", ["[", "<", "*", "#", "@a{", "|-", "**a", "<!--", "x\n-", "<a ", "`", "\n", "[a](", "- ", "<p>\n", "<p> "]
)
def test_kind_of_hostile_repetition_is_told(piece):
    assert kind_of_text(piece * 1_000_000) in DocumentKind
