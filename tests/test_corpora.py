"""The shipped corpora: every topic has its texts, and gold whose places are in them.

By stem, so that a new topic needs no code.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from align.evaluate import Gold, load_gold
from align.evaluate.gold import stems

CORPORA = Path(__file__).parent.parent / "corpora"
STEMS = stems(CORPORA)
GOLD = [
    folder / "gold" / f"{stem}.json"
    for folder in (CORPORA, CORPORA / "further", CORPORA / "unseen")
    for stem in stems(folder)
]


@pytest.fixture(params=GOLD, ids=lambda path: path.stem)
def gold(request: pytest.FixtureRequest) -> Gold:
    # `load_gold` refuses a quote that is not in its text exactly once.
    return load_gold(request.param)


def test_there_are_eight_topics_at_least() -> None:
    assert len(STEMS) >= 8


def test_every_text_has_gold() -> None:
    topics = {path.name.partition(".")[0] for path in CORPORA.glob("*/*") if path.parent.name in ("en", "ar")}
    assert topics == set(STEMS)


def test_the_languages_differ(gold: Gold) -> None:
    assert gold.left.language != gold.right.language


def test_every_label_has_a_note(gold: Gold) -> None:
    assert all(entry.note for entry in gold.expected)
    assert all(label.note for label in gold.internal)


def test_no_label_is_given_twice(gold: Gold) -> None:
    places = Counter((entry.kind, entry.left, entry.right) for entry in gold.expected)
    assert not [place for place, times in places.items() if times > 1]


def test_no_link_is_given_twice(gold: Gold) -> None:
    links = Counter((passage.left, passage.right) for passage in gold.passages)
    assert not [link for link, times in links.items() if times > 1]


def test_what_a_topic_must_show(gold: Gold) -> None:
    verdicts = Counter(entry.verdict for entry in gold.expected)
    assert verdicts["conflict"] >= 2
    assert verdicts["agree"] >= 4
    assert gold.passages


def test_a_contradiction_has_two_places(gold: Gold) -> None:
    assert all(label.first != label.second for label in gold.internal)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_gold_is_kept_readable(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.rstrip("\n") == json.dumps(json.loads(text), ensure_ascii=False, indent=1)
