"""Bytes of every kind that lists come in, and of kinds that are no lists."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enrich.documents.decoding import decode
from enrich.errors import BinaryDocument, DocumentError, EmptyDocument, UnknownEncoding

LIST = "- Über die Wärmeleitung in Flüssigkeiten. Müller, J. 1923.\n- Étude des forêts — 樹木\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-8"),
    ],
)
def test_decode_reads_marked_and_plain_unicode(mark, encoding):
    assert decode(mark + LIST.encode(encoding), "list.txt") == LIST


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_decode_tells_utf16_without_mark_by_its_nuls(encoding):
    text = "- Coral reefs under stress\n- Deep sea currents\n"
    assert decode(text.encode(encoding), "list.txt") == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "- “Smart” quotes – a naïve survey of cafés. José García, 2019\n"),
        ("latin-1", "Étude des réseaux de rivières à mémoire. Hélène Côté, François Lévêque\n"),
        ("cp1250", "Zażółć gęślą jaźń. Badania nad rzekami w Łodzi, Kraków świeży\n"),
        ("cp1251", "Обучение нейронных сетей для распознавания речи: обзор методов и результатов\n"),
        ("koi8-r", "Обучение нейронных сетей для распознавания речи: обзор методов и результатов\n"),
        ("shift_jis", "深層学習による画像認識の研究。ニューラルネットワークの学習方法について述べる。\n"),
        ("gb18030", "基于深度学习的图像识别方法研究综述：记录平时阅读的有关材料\n"),
        ("euc-kr", "딥러닝을 이용한 이미지 인식 방법에 관한 연구 및 논문 목록\n"),
        ("cp1253", "Μελέτη των νευρωνικών δικτύων και εφαρμογές στην αναγνώριση\n"),
    ],
)
def test_decode_finds_legacy_encodings(encoding, text):
    assert decode(text.encode(encoding), "list.txt") == text


def test_decode_keeps_all_but_the_broken_bytes_of_utf8():
    data = LIST.encode() * 3 + b"- Broken \xff here\n" + LIST.encode()
    assert decode(data, "list.txt") == LIST * 3 + "- Broken \ufffd here\n" + LIST


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
def test_decode_makes_one_newline_of_all(newline):
    assert decode(f"one{newline}two{newline}{newline}three".encode(), "list.txt") == "one\ntwo\n\nthree"


def test_decode_drops_stray_nuls_and_terminal_colours():
    data = b"- \x1b[1mTides\x1b[0m of \x1b]8;;https://example.org\x1b\\the moon\x1b]8;;\x1b\\\0\0\n"
    assert decode(data, "list.txt") == "- Tides of the moon\n"


@pytest.mark.parametrize(
    "data", [b"", b"\n \t\r\n", b"\0\0\0", codecs.BOM_UTF8, codecs.BOM_UTF8 + b" \n", b"\xc2\xa0\n"]
)
def test_decode_calls_blank_files_empty(data):
    with pytest.raises(EmptyDocument, match=r"^list\.txt .*\.$"):
        decode(data, "list.txt")


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%\xe2\xe3",
        b"PK\x03\x04 word",
        b"\x1f\x8b\x08\0",
        b"\x89PNG\r\n\x1a\n",
        b"PAR1\x15\x04",
        bytes(range(256)) * 9,
    ],
)
def test_decode_refuses_binary_files_in_one_sentence(data):
    with pytest.raises(BinaryDocument, match=r"^list\.txt is .*; save the list as .*\.$"):
        decode(data, "list.txt")


def test_decode_says_when_no_encoding_fits():
    data = "".join(chr(0x80 + i * 37 % 128) for i in range(400)).encode("latin-1") + b"\x81\x8d\x8f\x90\x9d\xff"
    with pytest.raises(UnknownEncoding, match=r"^list\.txt is text in an encoding that can't be told"):
        decode(data, "list.txt")


def test_decode_of_fifty_megabytes_on_one_line_is_bounded():
    assert len(decode(b"caf\xe9 " * 10_000_000, "list.txt")) == 50_000_000


@given(st.binary(max_size=400))
def test_decode_of_any_bytes_gives_text_or_a_document_error(data):
    try:
        text = decode(data, "any.txt")
    except DocumentError as error:
        assert str(error).startswith("any.txt")
    else:
        assert text.strip() and "\0" not in text and "\r" not in text


@given(
    st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0\r\x1b\ufeff", exclude_categories=("Cc", "Cs")))
)
def test_decode_of_utf8_gives_the_text_back(text):
    if text.strip():
        assert decode(text.encode(), "any.txt") == text
