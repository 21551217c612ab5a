"""Which matches settle what a value is about, so that no less sure pair can set it at odds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from align import Document
from align.comparison.affinity import Affinity
from align.comparison.bearing import relate
from align.comparison.confidence import Setting
from align.comparison.hold import Held
from align.comparison.match import Match
from align.comparison.pair_mentions import PairMentions
from align.comparison.values import compare_values, equal_by_chance
from align.model import Mention, Pair, Span
from align.pipeline import analyse

LEFT = analyse(Document("left", "en", "It began in 1995. The town fell in September 1996. It ended in late 1995."))
RIGHT = analyse(Document("right", "ar", "سقطت المدينة في أيلول 1995."))


@pytest.mark.parametrize(
    ("fits", "score", "tentative", "conflicts"),
    [
        ("1995", 0.8, True, True),  # a clause that gives a vaguer date
        ("1995", 0.8, False, False),
        ("1995", 0.6, False, True),
        ("late 1995", 0.8, False, False),
    ],
)
def test_what_a_compatible_date_settles(fits: str, score: float, tentative: bool, conflicts: bool) -> None:
    fitting = held("p1", fits, score, tentative, 0.7)
    excluding = held("p2", "September 1996", 0.4, True, 0.7)
    members = [PairMentions(each.pair, tuple(LEFT.mentions), tuple(RIGHT.mentions)) for each in (fitting, excluding)]
    found = compare_values([fitting, excluding], members, {"p1": [], "p2": []}, LEFT, RIGHT)
    assert ("conflict" in {finding.verdict for finding in found}) is conflicts


@pytest.mark.parametrize(
    ("score", "coverage", "confidence", "called"),
    [
        (0.7, 0.2, 0.42, True),
        (0.7, 0.2, 0.38, False),
        (0.4, 0.2, 0.42, False),
        (0.7, 0.7, 0.42, False),  # of a text that is mostly rendered more is known
        (0.7, 0.7, 0.52, True),
    ],
)
def test_how_sure_a_conflict_must_be(score: float, coverage: float, confidence: float, called: bool) -> None:
    each = held("p1", "September 1996", score, False, confidence)
    each = replace(each, setting=replace(each.setting, coverage=coverage))
    members = [PairMentions(each.pair, tuple(LEFT.mentions), tuple(RIGHT.mentions))]
    found = compare_values([each], members, {"p1": []}, LEFT, RIGHT)
    assert ("conflict" in {finding.verdict for finding in found}) is called


def held(number: str, text: str, score: float, tentative: bool, confidence: float) -> Held:
    left: Mention = next(mention for mention in LEFT.mentions if mention.text == text)
    (right,) = RIGHT.mentions
    sentence = next(each for each in LEFT.segments if each.start <= left.start < each.end)
    pair = Pair(number, score, (Span(sentence.start, sentence.end),), (RIGHT.segments[0].span,), tentative)
    match = Match(left, right, relate(left, right), Affinity(None, 1.0, 0.0))
    return Held(pair, match, Setting(score, 0.2, 2, 0), confidence)


COFFINS = analyse(Document("left", "en", "She lay in three coffins. The hens laid three eggs."))
TIMES = analyse(Document("right", "ar", "كررت التجربة ثلاث مرات."))


@pytest.mark.parametrize(
    ("odds", "tentative", "by_chance"),
    [
        (-6.0, True, True),
        (-6.0, False, False),  # passages that tell the same
        (-3.0, True, False),
    ],
)
def test_small_counts_that_are_equal_by_chance(odds: float, tentative: bool, by_chance: bool) -> None:
    left, right = COFFINS.mentions[0], TIMES.mentions[0]
    pair = Pair("p1", 0.8, (COFFINS.segments[0].span,), (TIMES.segments[0].span,), tentative)
    each = Held(pair, Match(left, right, relate(left, right), Affinity(0.2, 1.0, odds)), Setting(0.8, 0.2, 2, 0), 0.8)
    assert equal_by_chance([each]) == ({(left, right)} if by_chance else set())
