"""Sentences and clauses, with their offsets."""

from __future__ import annotations

import time

import pytest

from align import languages
from align.read import split_blocks
from align.segment import MAX_SENTENCE, segment


def sentences(text: str, code: str) -> list[str]:
    return [text[s.start : s.end] for s in segment(text, split_blocks(text), languages.get(code))]


def clauses(text: str, code: str) -> list[str]:
    return [text[c.start : c.end] for s in segment(text, split_blocks(text), languages.get(code)) for c in s.clauses]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The city fell. The army fled.", 2),
        ("Gen. Dostum fled on 24 May. He came back in Sept. 1997.", 2),
        ("He paid $2.5 million. Nobody asked.", 2),
        ('"It is over." They left.', 2),
        ("They reached the South Col. The next day they slept.", 2),
        ("They met Col. Thebes and Gen. Inman.", 1),
        ("J. R. Smith came at 10 a.m. and left.", 1),
        ("It resumes at 9 a.m. Friday, before the judge.", 1),
        ("It opened at 6:30 p.m. EST. They left.", 2),
        ("He came at 10 a.m. She left.", 2),
        ("The U.S. envoy spoke.", 1),
        ("Is it over? Yes! They left…", 3),
    ],
)
def test_english_sentences(text: str, count: int) -> None:
    found = sentences(text, "en")
    assert len(found) == count
    assert " ".join(found) == text


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("سقطت المدينة. وفر الجيش.", 2),
        ("متى سقطت المدينة؟ في أيار.", 2),
        ("بلغ السعر 2.5 مليون دولار. ولم يسأل أحد.", 2),
        ("قال د. سالم إن الأمر انتهى.", 1),
    ],
)
def test_arabic_sentences(text: str, count: int) -> None:
    found = sentences(text, "ar")
    assert len(found) == count
    assert " ".join(found) == text


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        (
            "en",
            "The faction rose in the south, and after the fall of the old capital in March, they formed an alliance.",
            [
                "The faction rose in the south,",
                "and after the fall of the old capital in March,",
                "they formed an alliance.",
            ],
        ),
        ("en", "More than 8,000 people were killed in two days.", ["More than 8,000 people were killed in two days."]),
        (
            "ar",
            "دخلت القوات المدينة صباح السبت، وعندما انسحب الجنود منها أعلنت حكومة جديدة.",
            [
                "دخلت القوات المدينة صباح السبت،",
                "وعندما انسحب الجنود منها أعلنت حكومة جديدة.",
            ],
        ),
    ],
)
def test_clauses(code: str, text: str, expected: list[str]) -> None:
    assert clauses(text, code) == expected


def test_headings_and_fact_lines_are_one_sentence_each() -> None:
    text = "= The siege. Part one =\n- Date: Sept. 1997. Ended in May."
    assert sentences(text, "en") == ["The siege. Part one", "Sept. 1997. Ended in May."]


def test_a_line_without_a_full_stop_is_cut_at_spaces() -> None:
    text = "word " * 2000
    found = sentences(text, "en")
    assert all(len(part) <= MAX_SENTENCE for part in found)
    assert sum(part.count("word") for part in found) == 2000


def test_time_is_linear_in_a_hostile_line() -> None:
    def seconds(size: int) -> float:
        text = "a.b, " * size
        clock = time.perf_counter()
        sentences(text, "en")
        return time.perf_counter() - clock

    seconds(1000)
    assert seconds(80_000) < 40 * max(seconds(8_000), 0.01)  # quadratic time would be a hundredfold
