"""News texts and their translations, line by line: no value differs, so nothing may be called a conflict.

A handful in twelve hundred lines is what the project allows itself; an editor forgives no page of false alarms.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import align
from align import Document

NEWS = Path(__file__).parent.parent / "corpora" / "news"
MOST_CONFLICTS = 0.5  # to a hundred lines
STEMS = sorted(path.name.removesuffix(".en.txt") for path in NEWS.glob("*.en.txt"))
ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def _conflicts(stem: str, digits: dict[int, int] | None) -> list[str]:
    english, arabic = ((NEWS / f"{stem}.{code}.txt").read_text("utf-8") for code in ("en", "ar"))
    found = align.compare(Document(stem, "en", english), Document(stem, "ar", arabic.translate(digits or {})))
    return [f"{stem}: {finding.reason}" for finding in found.findings if finding.verdict == "conflict"]


def test_each_line_has_its_translation() -> None:
    assert len(STEMS) == 346
    for stem in STEMS:
        sides = [(NEWS / f"{stem}.{code}.txt").read_text("utf-8").splitlines() for code in ("en", "ar")]
        assert len(sides[0]) == len(sides[1]), stem


@pytest.mark.slow
@pytest.mark.parametrize(
    ("chosen", "digits"),
    [(STEMS[::2], None), (STEMS[1::2], ARABIC_INDIC)],
    ids=["as they are", "in Arabic-Indic digits"],
)
def test_correct_translations_are_left_in_peace(chosen: list[str], digits: dict[int, int] | None) -> None:
    lines = sum(len((NEWS / f"{stem}.en.txt").read_text("utf-8").splitlines()) for stem in chosen)
    found = [conflict for stem in chosen for conflict in _conflicts(stem, digits)]
    assert 100 * len(found) / lines <= MOST_CONFLICTS, found
