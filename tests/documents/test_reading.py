"""Files become documents, or one sentence."""

import hashlib

import pytest

from enrich.documents import find_documents, read_document
from enrich.errors import DocumentError, EmptyDocument, NoDocuments
from enrich.records import DocumentKind


def test_document_is_named_by_its_path_below_the_folder(tmp_path):
    path = tmp_path / "reefs" / "list.txt"
    path.parent.mkdir()
    path.write_bytes(b"Reefs\r\n- Reef growth\r\n")
    document = read_document(path, tmp_path)
    assert document.document_id == "reefs/list.txt"
    assert document.path == str(path)
    assert document.text == "Reefs\n- Reef growth\n"
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert document.byte_count == 22
    assert document.kind is DocumentKind.TEXT


def test_document_outside_the_folder_is_named_by_its_file(tmp_path):
    (tmp_path / "raw").mkdir()
    (tmp_path / "list.md").write_text("# Reefs\n")
    assert read_document(tmp_path / "list.md", tmp_path / "raw").document_id == "list.md"
    assert read_document(tmp_path / "list.md").document_id == "list.md"


def test_kind_does_not_follow_the_file_name(tmp_path):
    (tmp_path / "list.bib").write_text("# Reefs\n\n- [Reef growth](https://example.org)\n")
    assert read_document(tmp_path / "list.bib").kind is DocumentKind.MARKDOWN


def test_unreadable_paths_are_one_sentence(tmp_path):
    for path in (tmp_path, tmp_path / "missing.txt"):
        with pytest.raises(DocumentError, match=r"can't be read: .*; check the path and its permissions\.$"):
            read_document(path)


def test_empty_file_is_said_to_be_empty(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"")
    with pytest.raises(EmptyDocument, match=r"a\.txt is empty"):
        read_document(tmp_path / "a.txt")


def test_find_documents_lists_documents_only(tmp_path):
    for name in (
        "b.txt",
        "a.MD",
        "deep/c.html",
        "deep/d.bib",
        "answers/arxiv/e.txt",
        ".git/f.txt",
        "deep/.g.txt",
        "h.csv",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    found = [path.relative_to(tmp_path).as_posix() for path in find_documents(tmp_path)]
    assert found == ["a.MD", "b.txt", "deep/c.html", "deep/d.bib"]


def test_folders_without_documents_say_so(tmp_path):
    with pytest.raises(NoDocuments, match="holds no document; put files ending in"):
        find_documents(tmp_path)
    with pytest.raises(NoDocuments, match="is no folder"):
        find_documents(tmp_path / "missing")
