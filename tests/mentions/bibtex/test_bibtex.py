"""BibTeX: fields as facts, TeX as text, and damage that stays where it is."""

from enrich.mentions import extract
from enrich.mentions.bibtex.reader import read_entries
from enrich.records import LineClass, LinkRole, Mention, MentionKind
from tests.mentions.documents import bibtex as document


def found(text: str) -> list[Mention]:
    return list(extract(document(text)).mentions)


def test_entry_gives_all_its_facts() -> None:
    text = """@string{el = "Ecology Letters"}
@article{costa,
  author = {Costa, Ana and {Kelp Group} and van der Berg, Jan and Ben Duarte and others},
  title = {{Mapping} the {DNA} of {\\"O}resund's Seagrass},
  journal = el # " (Online)", year = 2018, keywords = {sea, grass},
  doi = {10.1000/XYZ.1}, eprint = {1801.00001}, archiveprefix = {arXiv}, abstract = {We fly.},
  url = {https://x.org/a\\_b}
}"""
    (mention,) = found(text)
    assert mention.title == "Mapping the DNA of Öresund's Seagrass"
    assert mention.authors == ("Ana Costa", "Kelp Group", "Jan van der Berg", "Ben Duarte")
    assert (mention.venue, mention.year, mention.line) == ("Ecology Letters (Online)", 2018, 4)
    assert (mention.keywords, mention.abstract) == (("sea", "grass"), "We fly.")
    assert [link.url for link in mention.links] == [
        "https://doi.org/10.1000/XYZ.1",
        "https://arxiv.org/abs/1801.00001",
        "https://x.org/a_b",
    ]


def test_macros_of_journals_and_addresses_of_any_field_are_kept() -> None:
    text = (
        "@article{a, title={On Dunes}, journal={\\shj}, year=2018, adsurl = {https://dunes.org/abs/2018Sh..1}, x={y}}"
    )
    (mention,) = found(text)
    assert (mention.venue, [link.url for link in mention.links]) == ("\\shj", ["https://dunes.org/abs/2018Sh..1"])


def test_empty_journals_are_none_and_addresses_of_other_things_no_papers() -> None:
    text = (
        "@article{a, title={On Dunes}, journal={{}}, booktitle={Sand Days}, doi={https://doi.org/10.1234/X.y},"
        " dataset={https://doi.org/10.5061/dryad.1}, license={https://free.org/by}}\n"
        "@article{b, title={On Kelp}, journal={~}}"
    )
    dunes, kelp = found(text)
    assert (dunes.venue, kelp.venue) == ("Sand Days", None)
    assert [(link.url, link.role) for link in dunes.links] == [
        ("https://doi.org/10.1234/X.y", LinkRole.PAPER),
        ("https://doi.org/10.5061/dryad.1", LinkRole.OTHER),
    ]


def test_cross_reference_lends_what_is_missing() -> None:
    text = "@inproceedings{a, title={On Kelp Forests}, crossref={p}}\n@proceedings{p, title={Sea Days}, year={2001}}"
    paper, book = found(text)
    assert (paper.venue, paper.year, paper.kind) == ("Sea Days", 2001, MentionKind.PAPER)
    assert book.kind is MentionKind.OTHER


def test_open_braces_cost_only_their_own_entry() -> None:
    text = "@article{a, title={First One}}\n@article{b, title={Unclosed {Two}\n@article{c, title={Third One}}\n"
    assert [mention.title for mention in found(text)] == ["First One", "Third One"]
    why = {note.line: note.why for note in extract(document(text)).lines}
    assert why[2] == "a BibTeX entry whose braces or quotes don't close"


def test_entries_of_one_key_are_all_kept() -> None:
    text = "@article{a, title={First One}}\n@article{a, title={Second One}, year={2000}, year={2001}}"
    assert [(mention.title, mention.year) for mention in found(text)] == [("First One", None), ("Second One", 2000)]


def test_entry_types_tell_kinds() -> None:
    text = "@software{a, title={KelpKit}, url={https://github.com/k/k}}\n@dataset{b, title={KelpData}}\n"
    text += "@misc{c, title={On Kelp}, eprint={1801.00001}}\n@misc{d, title={KelpBox}, url={https://github.com/k/b}}"
    kinds = [mention.kind for mention in found(text)]
    assert kinds == [MentionKind.SOFTWARE, MentionKind.DATASET, MentionKind.PAPER, MentionKind.SOFTWARE]


def test_mathematics_stays_as_written() -> None:
    (mention,) = found("@article{a, title={A {$\\pi_{0}$} Model for {H$_2$O} \\& \\emph{Ice}}}")
    assert mention.title == "A $\\pi_{0}$ Model for H$_2$O & Ice"


def test_entries_inside_another_document_keep_its_lines() -> None:
    (item,) = read_entries("\n@article{a,\n  title = {On Kelp}\n}\n", 40)
    assert (item.title, item.line) == ("On Kelp", 42)


def test_every_line_of_a_bibliography_says_what_it_is() -> None:
    text = '% my papers\n\n@comment{x}\n@preamble{"y"}\n@string{a = {b}}\n@article{k,\n title={On Kelp},\n}\n'
    notes = {note.line: note.line_class for note in extract(document(text)).lines}
    assert notes[7] is LineClass.TITLE
    assert notes[6] is notes[8] is LineClass.CONTINUATION
    assert {notes[line] for line in (1, 3, 4, 5)} == {LineClass.IGNORED}


def test_forgotten_comma_parts_fields_all_the_same() -> None:
    text = """@article{a,
  title = "Tides in {\\"}Two{\\"} Ponds"
  journal = shores
  volume = 12
  year = {2001},
  note = {So y = 2
  x = {3} holds}
}"""
    (mention,) = found('@string{shores = "Shores"}\n' + text)
    assert (mention.title.startswith("Tides"), mention.venue, mention.year) == (True, "Shores", 2001)
    assert mention.description == "So y = 2 x = 3 holds"


def test_forgotten_last_brace_costs_nothing() -> None:
    text = "@article{a,\n title = {On Reeds},\n year = 2015\n\n@article(b,\n title = {On Rushes},\n year = 2016\n"
    assert [(each.title, each.line, each.year) for each in found(text)] == [
        ("On Reeds", 2, 2015),
        ("On Rushes", 6, 2016),
    ]


def test_title_that_never_ends_is_no_title() -> None:
    text = (
        "@article{a,\n title = {On {Reeds},\n author = {Poe, Max},\n year = 2015\n}\n@article{b, title = {On Rushes}}\n"
    )
    assert [each.title for each in found(text)] == ["On Rushes"]
