"""Paragraphs that were broken at a margin, and lines that end for another reason."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from align.pipeline import extract
from align.read import read_document
from align.readers.wrapped import unwrap

CORPORA = Path(__file__).parent.parent / "corpora"
STEMS = ("krakatoa-1883", "mazar-i-sharif-1998", "aswan-high-dam")


def wrapped(text: str, width: int) -> str:
    """Each paragraph of more than a line broken at the width, as an editor does; blank lines between all."""
    return "\n\n".join(
        textwrap.fill(line, width, break_on_hyphens=False, break_long_words=False) for line in text.splitlines() if line
    )


@pytest.mark.parametrize("stem", STEMS)
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [60, 72, 80])
def test_wrapped_paragraphs_of_the_corpora(stem: str, language: str, width: int) -> None:
    text = (CORPORA / language / f"{stem}.txt").read_text("utf-8")
    plain = "\n\n".join(" ".join(line.split()) for line in text.splitlines() if line)
    found = unwrap(wrapped(plain, width))
    assert len(found) == len(wrapped(plain, width))
    broken = [line for line in plain.split("\n\n") if line not in found]
    # A fact line is marked as one of a list, and stays in its lines.
    assert all(line.startswith(("-", "•")) for line in broken)


@pytest.mark.parametrize("path", sorted(CORPORA.rglob("*.txt")), ids=lambda path: path.name)
def test_a_line_a_paragraph_stays(path: Path) -> None:
    text = path.read_text("utf-8")
    assert unwrap(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "One line only.",
        "Short are the lines of verse,\nand each of them breaks off\nwhere its maker wished,\nnot at the margin.",
        "- an item of a list that is as long as a line of text is\n- another one that is as long as that\n- third",
        "The first sentence stands on a line of its own here.\nThe second sentence stands on a line of its own here.\n"
        "The third sentence stands on a line of its own, too.",
        "A headline of the length that headlines have in papers\nA story follows it, and its line is much longer than "
        "any margin that an editor would set, because it is a whole paragraph.\nAnd so does this.",
    ],
)
def test_other_line_ends_stay(text: str) -> None:
    assert unwrap(text) == text


def test_a_short_paragraph_is_joined_at_the_margin_of_the_others() -> None:
    long = [
        "The wall stood for twenty years and more in the town, and",
        "eleven diplomats lived there until the war, when the last",
        "of them left.",
    ]
    short = ["Nobody ever came back to it, though many had promised the", "mayor to."]
    assert unwrap("\n\n".join(map("\n".join, (long, short)))) == "\n\n".join(map(" ".join, (long, short)))
    assert unwrap("\n".join(short)) == "\n".join(short)


def test_a_value_over_a_line_end_is_read_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "wall.txt"
    path.write_text(
        "The wall stood for twenty years and more in the town, and eleven\n"
        "diplomats lived there until the war, when the last of them left in May\n"
        "1996 for the capital. It was then a museum.\n",
        "utf-8",
    )
    document = read_document(path)
    assert document.text.count("\n") == 1
    assert [mention.text for mention in extract(document.text) if mention.kind != "name"] == [
        "twenty years and more",
        "eleven diplomats",
        "May 1996",
    ]
