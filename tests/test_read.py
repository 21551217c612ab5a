"""Reading files: encodings, languages, blocks, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from align.errors import InputError, LanguageError
from align.read import detect_language, read_document, split_blocks
from align.readers.plain import decode

ARABIC = "سقطت العاصمة في أيدي المهاجمين بعد أسبوعين من القتال في الضواحي الشرقية."
ENGLISH = "The capital fell after two weeks of fighting in the eastern suburbs."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256", "iso8859-6"])
def test_arabic_is_read_in_the_encodings_it_comes_in(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(ARABIC.encode(encoding))
    document = read_document(path)
    assert (document.text, document.language) == (ARABIC, "ar")


def test_line_ends_become_newlines() -> None:
    assert decode(b"one\r\ntwo\rthree\n", "x") == "one\ntwo\nthree\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "is not a text file"),
        (b"\xff\xfe\x00", "is not valid UTF-16"),
        (b"12 34 56 -- 78", "holds no text"),
    ],
)
def test_unusable_files_are_named_with_the_cause(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    with pytest.raises(InputError, match=message) as caught:
        read_document(path)
    assert "bad.txt" in str(caught.value)


def test_missing_files_and_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no file"):
        read_document(tmp_path / "nowhere.txt")
    with pytest.raises(InputError, match="is a folder"):
        read_document(tmp_path)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH, "en"),
        (ARABIC, "ar"),
        (f"{ARABIC} (Human Rights Watch)", "ar"),
        (f"{ENGLISH} In Arabic the city is called القاهرة.", "en"),
    ],
)
def test_the_script_of_most_letters_tells_the_language(text: str, code: str) -> None:
    assert detect_language(text, "x") == code


def test_a_script_without_a_language_is_refused() -> None:
    with pytest.raises(LanguageError, match="no language for"):
        detect_language("Столица пала после двух недель боёв.", "x")


@pytest.mark.parametrize(
    ("line", "kind", "content", "label"),
    [
        ("== Background ==", "heading", "Background", ""),
        ("= Title (1997–1998) =", "heading", "Title (1997–1998)", ""),
        ("## Aftermath", "heading", "Aftermath", ""),
        ("- Date: 22 May 1997 – 8 August 1998", "fact", "22 May 1997 – 8 August 1998", "Date"),
        ("| casualties = about 3,000", "fact", "about 3,000", "casualties"),
        ("- التاريخ: 8 آب 1998", "fact", "8 آب 1998", "التاريخ"),
        ("- a list item without a field", "paragraph", "a list item without a field", ""),
        ("  An indented paragraph.  ", "paragraph", "An indented paragraph.", ""),
    ],
)
def test_blocks(line: str, kind: str, content: str, label: str) -> None:
    text = f"\nBefore.\n\n{line}\nAfter."
    before, block, after = split_blocks(text)
    assert (block.kind, text[block.start : block.end], block.label) == (kind, content, label)
    assert text[before.start : before.end] == "Before."
    assert text[after.start : after.end] == "After."


def test_the_title_is_the_first_line_that_is_no_fact(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("- Place: Kabul\n= The Siege =\n\nIt began in May.", encoding="utf-8")
    assert read_document(path).title == "The Siege"
