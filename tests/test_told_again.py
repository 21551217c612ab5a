"""Conflicts at every place where a text gives the value once more."""

from __future__ import annotations

import pytest

from align import Document, compare

PROSE = "The mill of Tarn fell in the morning. In the end 1,134 people were found dead under the mill. The owner fled."
ARABIC = "انهار مصنع تارن صباحا. وفي النهاية عُثر تحت المصنع على 1143 قتيلا. وفر المالك."


@pytest.mark.parametrize(
    ("fact", "arabic", "conflicts"),
    [
        ("Killed: 1,134", ARABIC, ["1,134", "1,134 people"]),
        ("Killed: about 1,134", ARABIC, ["1,134 people"]),
        ("Looms: 1,134 looms", ARABIC, ["1,134 people"]),  # of something else
        ("Killed: 1,134", ARABIC.replace("1143", "1134"), []),
        ("Weavers: 1,100", ARABIC, ["1,134 people"]),
    ],
)
@pytest.mark.parametrize("arabic_left", [False, True])
def test_counts(fact: str, arabic: str, conflicts: list[str], arabic_left: bool) -> None:
    english = Document("english", "en", f"{fact}\nLoom makers: Tarn\n\n{PROSE}")
    other = Document("arabic", "ar", arabic)
    found = compare(other, english) if arabic_left else compare(english, other)
    told = [f.right if arabic_left else f.left for f in found.findings if f.verdict == "conflict"]
    assert sorted(mention.text for mention in told if mention) == conflicts
    assert {f.pair for f in found.findings} <= {pair.id for pair in found.pairs}


def test_round_counts_are_told_of_many_things() -> None:
    prose, arabic = PROSE.replace("1,134", "1,100"), ARABIC.replace("1143", "1300")
    documents = (
        Document("english", "en", f"Killed: 1,100\nLoom makers: Tarn\n\n{prose}"),
        Document("arabic", "ar", arabic),
    )
    found = [f.left.text for f in compare(*documents).findings if f.verdict == "conflict" and f.left]
    assert found == ["1,100 people"]
