"""Documents in the forms that editors have, made by real tools (tests/documents/README.md), and broken ones."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import regex

from align import extract
from align.cli import main
from align.errors import InputError
from align.model import DateValue
from align.pipeline import analyse
from align.read import read_document, split_blocks
from align.readers import read
from align.readers.pdf.glyphs import STRETCH, Glyph
from align.readers.pdf.lines import page_lines

DOCUMENTS = Path(__file__).parent / "documents"
CORPORA = Path(__file__).parent.parent / "corpora"
FORMS = ["html", "writer.html", "docx", "odt", "epub", "chromium.pdf", "writer.pdf"]
TATWEEL = "\u0640"


def lines(text: str) -> list[str]:
    """The blocks of a text without what tells headings from paragraphs: not every form keeps that."""
    blocks = split_blocks(text)
    said = [f"{b.label}: " * bool(b.label) + " ".join(text[b.start : b.end].split()) for b in blocks]
    return [line.replace(TATWEEL, "") for line in said]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_form_of_a_document_says_the_same(language: str, form: str) -> None:
    original = (CORPORA / language / "mazar-i-sharif-1998.txt").read_text(encoding="utf-8")
    document = read_document(DOCUMENTS / f"{language}.{form}")
    assert document.language == language
    assert lines(document.text) == lines(original)


def test_words_that_justification_stretches_stay_whole() -> None:
    original = (CORPORA / "ar/mazar-i-sharif-1998.txt").read_text(encoding="utf-8")
    paragraphs = [line for line in original.split("\n") if len(line) > 120]
    assert read_document(DOCUMENTS / "ar.justified.pdf").text.split() == " ".join(paragraphs).split()


@pytest.mark.parametrize("form", ["html", "writer.html", "docx", "odt"])
def test_headings_and_fact_boxes_stay_what_they_are(form: str) -> None:
    blocks = split_blocks(read_document(DOCUMENTS / f"en.{form}").text)
    assert sum(block.kind == "heading" for block in blocks) > 3
    assert {"Date", "Place"} <= {block.label for block in blocks if block.kind == "fact"}


def test_a_page_gives_its_main_text_title_author_and_date() -> None:
    document = read_document(DOCUMENTS / "news.ar.html")
    assert (document.title, document.author) == ("غرق العبارة «مرسى» قبالة الساحل", "سلمى حداد")
    assert document.date == datetime.date(1994, 3, 13)
    assert "- الطول: 85 مترا" in document.text
    for unwanted in ("الرئيسية", "January", "color", "مخفي", "وقيل 55", "فيسبوك", "اقرأ أيضا", "التعليقات", "حقوق"):
        assert unwanted not in document.text


def epub(metadata: str) -> bytes:
    """A book with these metadata: the shipped one, its own taken out."""
    stream = io.BytesIO()
    with zipfile.ZipFile(DOCUMENTS / "en.epub") as book, zipfile.ZipFile(stream, "w") as made:
        for member in book.namelist():
            content = book.read(member)
            if member.endswith(".opf"):
                text = regex.sub(r"<dc:(title|creator|date)\b.*?</dc:\1>", "", content.decode())
                content = text.replace("</metadata>", f"{metadata}</metadata>").encode()
            made.writestr(member, content)
    return stream.getvalue()


MADE = "2026-03-01T09:00:00Z"


@pytest.mark.parametrize(
    ("metadata", "expected"),
    [
        ("<dc:creator>Salma Haddad</dc:creator><dc:date>1994-03-13</dc:date>", ("Salma Haddad", "1994-03-13")),
        ("<dc:creator>Unknown Author</dc:creator>", ("", "None")),
        ("<dc:creator>Unknown</dc:creator><dc:creator>Salma Haddad</dc:creator>", ("Salma Haddad", "None")),
        (f'<dc:date>{MADE}</dc:date><meta property="dcterms:modified">{MADE}</meta>', ("", "None")),
        (f'<dc:date>1994</dc:date><meta property="dcterms:modified">{MADE}</meta>', ("", "None")),
        (f'<dc:date>1994-03-13</dc:date><meta property="dcterms:modified">{MADE}</meta>', ("", "1994-03-13")),
    ],
)
def test_a_book_says_of_itself_what_its_author_did(metadata: str, expected: tuple[str, str]) -> None:
    book = read(epub(metadata), "book.epub")
    assert (book.author, str(book.date)) == expected


def test_what_a_converter_writes_for_an_author_is_none() -> None:
    assert read_document(DOCUMENTS / "en.epub").author == ""


@pytest.mark.parametrize(("day", "expected"), [(None, "1994-03-12"), (datetime.date(2001, 5, 2), "2001-05-01")])
def test_yesterday_is_read_against_the_day_of_publication(day: datetime.date | None, expected: str) -> None:
    mentions = analyse(read_document(DOCUMENTS / "news.ar.html"), day).mentions
    dates = {m.text: m.value.edtf for m in mentions if isinstance(m.value, DateValue)}
    assert dates["أمس"] == expected


@pytest.mark.parametrize("name", ["talk.srt", "talk.vtt"])
def test_subtitles_become_sentences_without_their_time_stamps(name: str) -> None:
    text = read_document(DOCUMENTS / name).text
    assert "12 March" in text
    for unwanted in ("00:0", "<", "[Music]", "STYLE", "NOTE"):
        assert unwanted not in text


def test_a_sentence_over_several_cues_is_one() -> None:
    text = read_document(DOCUMENTS / "talk.srt").text
    assert text.startswith("The ferry left Marsa on 12 March 1987, and nine sailors drowned.")


@pytest.mark.parametrize("name", ["ferry.srt", "ferry.vtt"])
def test_subtitles_of_a_program_are_read_whole(name: str) -> None:
    assert read_document(DOCUMENTS / name).text == (
        "The ferry left Marsa on the evening of 12 March 1987, and the sea was calm. "
        "Nine sailors drowned; 34 came home."
    )


ARABIC = "سقطت المدينة في أيلول 1996 بعد حصار طويل، وقتل تسعة من أهلها في يوم واحد."
ENCODINGS: list[tuple[str, Callable[[str], bytes]]] = [
    ("UTF-8", lambda text: text.encode()),
    ("UTF-8 with its mark", lambda text: text.encode("utf-8-sig")),
    ("UTF-16 with its mark", lambda text: text.encode("utf-16")),
    ("UTF-16 LE without", lambda text: text.encode("utf-16-le")),
    ("UTF-16 BE without", lambda text: text.encode("utf-16-be")),
    ("Windows-1256", lambda text: text.encode("cp1256")),
    ("ISO-8859-6", lambda text: text.encode("iso8859_6")),
    ("HTML that declares its own", lambda text: f'<html><meta charset="windows-1256"><p>{text}</p>'.encode("cp1256")),
]


@pytest.mark.parametrize(("name", "encode"), ENCODINGS)
def test_encodings_are_told(name: str, encode: Callable[[str], bytes]) -> None:
    assert ARABIC in read(encode(ARABIC), name).text


@pytest.mark.parametrize(
    "written",
    [
        "\ufe83\ufef3\ufee0\ufeee\ufedd \u0661\u0669\u0669\u0666",  # presentation forms
        "\u0623\u064a\u0640\u0640\u0640\u0644\u0648\u0644 1996",  # with tatweel
    ],
)
def test_presentation_forms_and_tatweel_are_read_and_quoted_as_written(written: str) -> None:
    text = f"سقطت كابل في {written} بعد حصار."
    dates = [(m.text, m.value.edtf) for m in extract(text, "ar") if isinstance(m.value, DateValue)]
    assert dates == [(written, "1996-09")]


def docx(document: str, padding: int = 0) -> bytes:
    """A DOCX file with this for its content, and as many zeros beside it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", document + "\n" * padding)
    return stream.getvalue()


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PARAGRAPH = f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>'
ENTITY = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + PARAGRAPH % "&a;"
NESTED = f'<w:document xmlns:w="{WORD}">' + "<w:p>" * 5000 + "</w:p>" * 5000 + "</w:document>"

REFUSED: list[tuple[str, Callable[[], bytes], str]] = [
    ("a cut off DOCX", lambda: (DOCUMENTS / "en.docx").read_bytes()[:3000], "damaged"),
    ("a cut off ODT", lambda: (DOCUMENTS / "en.odt").read_bytes()[:9000], "damaged"),
    ("a cut off EPUB", lambda: (DOCUMENTS / "en.epub").read_bytes()[:2000], "damaged"),
    ("a cut off PDF", lambda: b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog", ""),
    ("a scanned page", lambda: (DOCUMENTS / "picture.pdf").read_bytes(), "no text layer"),
    ("an encrypted PDF", lambda: (DOCUMENTS / "locked.pdf").read_bytes(), "encrypted"),
    ("a page without text", lambda: b"<!DOCTYPE html><html><body><script>var a = 1</script></body></html>", ""),
    ("broken XML", lambda: docx("<w:document"), "XML"),
    ("an entity", lambda: docx(ENTITY), "DTD"),
    ("deep nesting", lambda: docx(NESTED), ""),
    ("a zip bomb", lambda: docx(PARAGRAPH % "x", padding=64 << 20), "ZIP bomb"),
    ("an old Word file", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Office"),
    ("RTF", lambda: b"{\\rtf1 text}", "RTF"),
    ("a picture", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "OCR"),
    ("a damaged subtitle file", lambda: b"1\n00:00:01,000 --> \n\n", ""),
    ("a cut off SRT", lambda: (DOCUMENTS / "ferry.srt").read_bytes()[:31], ""),
    ("a cut off WebVTT", lambda: (DOCUMENTS / "ferry.vtt").read_bytes()[:39], ""),
    ("a cut off HTML", lambda: (DOCUMENTS / "en.writer.html").read_bytes()[:900], ""),
    ("a cut off real PDF", lambda: (DOCUMENTS / "en.writer.pdf").read_bytes()[:5000], ""),
]


@pytest.mark.parametrize(("what", "make", "said"), REFUSED, ids=[what for what, _, _ in REFUSED])
def test_what_cannot_be_read_is_told_in_one_sentence(what: str, make: Callable[[], bytes], said: str) -> None:
    with pytest.raises(InputError) as refused:
        assert not read(make(), "FILE", max_size=32 << 20).text.strip()  # an empty text is refused by `read_document`
        raise InputError("FILE holds no text.")
    message = str(refused.value)
    assert "FILE" in message
    assert said in message
    assert "\n" not in message


def test_the_largest_size_is_an_option(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "long.txt"
    path.write_text("The ferry left Marsa. " * 60_000, encoding="utf-8")
    assert main(["extract", str(path), "--max-size", "1", "--ar-names", "rules"]) == 2
    assert "larger than 1 MB" in capsys.readouterr().err


@pytest.mark.slow
def test_documents_of_two_forms_are_compared(capsys: pytest.CaptureFixture[str]) -> None:
    def conflicts(left: Path, right: Path) -> list[str]:
        assert main(["compare", str(left), str(right), "-f", "csv", "--no-config"]) == 1
        return [row.split(",")[0] for row in capsys.readouterr().out.splitlines() if "conflict" in row]

    plain = conflicts(CORPORA / "en/mazar-i-sharif-1998.txt", CORPORA / "ar/mazar-i-sharif-1998.txt")
    assert len(plain) > 1
    assert len(conflicts(DOCUMENTS / "en.docx", DOCUMENTS / "ar.chromium.pdf")) == len(plain)


def test_a_sign_without_text_stretches_a_joined_word_and_divides_others() -> None:
    def line(*signs: str) -> str:
        """Signs of one size set side by side from the left, a control sign as LibreOffice writes a stretch."""
        glyphs = [Glyph(sign, at * 5.0, at * 5.0 + 5, 100, 10, False) for at, sign in enumerate(signs)]
        return page_lines(glyphs, True)[0].text

    assert line("ك", STRETCH, "ل", "ذ") == "ذلك"  # ل joins to the letter after it
    assert line("ب", STRETCH, "ذ") == "ذ ب"  # ذ does not
