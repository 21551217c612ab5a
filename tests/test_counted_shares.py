"""Shares that the other text gives as two counts: neither they nor the counts are left over."""

from __future__ import annotations

import pytest

from align import Document
from align.comparison.counted_shares import told_as_counts
from align.comparison.pair_mentions import PairMentions
from align.model import Pair, Span
from align.pipeline import analyse


def told(english: str, arabic: str) -> set[str]:
    """What of a pair of passages is told as counts, as written."""
    left, right = analyse(Document("left", "en", english)), analyse(Document("right", "ar", arabic))
    whole = Pair("p1", 1.0, (Span(0, len(english)),), (Span(0, len(arabic)),))
    return {mention.text for mention in told_as_counts(PairMentions(whole, left.mentions, right.mentions))}


@pytest.mark.parametrize(
    ("english", "arabic", "expected"),
    [
        (
            "He won six of his eight meetings.",
            "فاز في ست من ثماني مواجهات.",
            {"six", "eight meetings", "ست من ثماني مواجهات"},
        ),
        ("He won five of his eight meetings.", "فاز في ست من ثماني مواجهات.", set()),
        ("He won three in four.", "فاز في ثلاث من أربع.", set()),  # a share on both sides
        ("He won six of his eight meetings and half.", "فاز في نصفها.", set()),
        ("Six of eight came, and six cats, 8 dogs.", "جاء ستة من ثمانية، و6 قطط و8 كلاب.", set()),
    ],
)
def test_told_as_counts(english: str, arabic: str, expected: set[str]) -> None:
    assert told(english, arabic) == expected
