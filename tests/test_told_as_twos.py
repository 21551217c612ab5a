"""Duals that the other text tells by "both" or "a couple"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from align import Comparison

CompareTexts = Callable[[str, str], Comparison]


def verdicts_of(comparison: Comparison, text: str) -> list[str]:
    return [
        finding.verdict
        for finding in comparison.findings
        if text in [side.text for side in (finding.left, finding.right) if side]
    ]


BOTH = "Behind {} stories lies one number, the base rate of the bank, which climbed from 0.1% to 5.25% in 14 steps."
DUAL = "ووراء القصتين رقم واحد، هو سعر الفائدة الأساسي للبنك، الذي صعد من 0.1 في المئة إلى 5.25 في المئة في 14 خطوة."


@pytest.mark.parametrize(
    ("number", "verdicts"),
    [
        ("both", []),
        ("two", ["agree"]),
        ("three", ["conflict"]),
    ],
)
def test_both_tells_a_dual(number: str, verdicts: list[str], compare_texts: CompareTexts) -> None:
    assert verdicts_of(compare_texts(BOTH.format(number), DUAL), "القصتين") == verdicts


@pytest.mark.parametrize(
    ("english", "told"),
    [
        ("He had 67 messages and nine offers and, from one couple in their 20s, a year's rent.", True),
        ("He had 67 messages and nine offers and, from one family in their 20s, a year's rent.", False),
        ("He had 67 messages and two offers and, from one couple in their 20s, a year's rent.", False),  # two of what?
    ],
)
def test_a_couple_tells_a_dual_where_nothing_else_is_two(english: str, told: bool, compare_texts: CompareTexts) -> None:
    arabic = "كان لديه 67 رسالة وتسعة عروض، وعرض من شريكين في العشرينيات من العمر بإيجار سنة."
    assert (verdicts_of(compare_texts(english, arabic), "شريكين") == []) == told
