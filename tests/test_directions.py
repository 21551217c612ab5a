"""Which text stands on the left decides nothing: exchanged sides give the same findings, mirrored."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

import align
from align.evaluate.gold import stems
from align.model import Finding, Mention, Verdict

CORPORA = Path(__file__).parent.parent / "corpora"
MIRRORED: dict[Verdict, Verdict] = {"only-left": "only-right", "only-right": "only-left"}
# Texts of four manners; those in which a difference was once found are among them.
FOUND = ("mazar", "naguib", "tutankhamun", "apollo", "sadat", "notre-dame")
TOPICS = [
    (folder, stem) for folder in (CORPORA, CORPORA / "unseen") for stem in stems(folder) if stem.startswith(FOUND)
]


@pytest.mark.slow
@pytest.mark.parametrize(("folder", "stem"), TOPICS, ids=[stem for _, stem in TOPICS])
def test_exchanged_sides_give_the_same_findings(folder: Path, stem: str) -> None:
    english, arabic = (str(folder / side / f"{stem}.txt") for side in ("en", "ar"))
    there, back = align.compare(english, arabic).findings, align.compare(arabic, english).findings
    assert Counter(map(_told, there)) == Counter(_told(_mirrored(finding)) for finding in back)
    sure = {_told(finding): finding.confidence for finding in there if finding.verdict == "conflict"}
    assert sure
    mirrored = {_told(_mirrored(finding)): finding.confidence for finding in back if finding.verdict == "conflict"}
    assert mirrored == pytest.approx(sure, abs=0.02)


def _told(finding: Finding) -> tuple[object, ...]:
    return finding.kind, finding.verdict, _place(finding.left), _place(finding.right)


def _mirrored(finding: Finding) -> Finding:
    verdict = MIRRORED.get(finding.verdict, finding.verdict)
    return replace(finding, verdict=verdict, left=finding.right, right=finding.left)


def _place(mention: Mention | None) -> tuple[int, int] | None:
    return (mention.start, mention.end) if mention else None
