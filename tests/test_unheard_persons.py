"""Two persons whom the other text names nowhere."""

from __future__ import annotations

import pytest

import align
from align import Document

ENGLISH = """The lighthouse at Tamrit stands on a rock of black stone.
Sheep graze on the slopes behind it, and the road ends at a gate.
The commission of inquiry into the wreck of the ferry was headed by {}, and it heard eighty witnesses.
Its keeper grew tomatoes in a tub and read novels in the winter.
Visitors bring their lunch and leave before the fog comes in.
A new lamp was fitted when electricity reached the coast.
The ferry sank in a gale, and its captain went down with it."""
ARABIC = """غرقت العبارة في عاصفة، ومات قبطانها معها.
وترأس {} لجنة التحقيق في تحطم العبارة، واستمعت إلى ثمانين شاهدا.
في السوق القديم يبيع الصيادون السمك قبل شروق الشمس.
وكانت العائلات تنتظر على الرصيف ثلاث ليال بلا نوم.
أما المدرسة فأغلقت أبوابها أسبوعا حدادا على التلاميذ.
وكتب شاعر من أهل المدينة قصيدة يحفظها الجميع.
ولا يزال حطام السفينة يظهر عند الجزر."""


@pytest.mark.parametrize(
    ("english", "arabic", "conflicts"),
    [
        ("Edgar Wainwright", "روبرت غيلروث", [("Edgar Wainwright", "روبرت غيلروث")]),
        # A name badly spelled is no other person's, nor is one by its form of old.
        ("Edgar Wainwright", "إدجار وينرايت", []),
        ("Solomon Carter", "سليمان كارتر", []),
    ],
)
def test_persons_told_nowhere_exclude_each_other_in_retellings(
    english: str, arabic: str, conflicts: list[tuple[str, str]]
) -> None:
    texts = Document("en", "en", ENGLISH.format(english)), Document("ar", "ar", ARABIC.format(arabic))
    for sides in (texts, texts[::-1]):
        found = [f for f in align.compare(*sides).findings if f.kind == "name" and f.verdict == "conflict"]
        quoted = [tuple(sorted((f.left.text, f.right.text))) for f in found if f.left and f.right]
        assert quoted == [tuple(sorted(each)) for each in conflicts]
        assert all("one person of its passage" in finding.reason for finding in found)


def test_in_a_translation_they_are_one_person_badly_spelled() -> None:
    english = "\n".join(ENGLISH.format("Edgar Wainwright").split("\n")[i] for i in (6, 2))
    arabic = "\n".join(ARABIC.format("روبرت غيلروث").split("\n")[:2])
    found = align.compare(Document("en", "en", english), Document("ar", "ar", arabic)).findings
    assert not [f for f in found if f.kind == "name" and f.verdict == "conflict"]
