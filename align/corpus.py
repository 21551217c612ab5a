"""A corpus folder: the documents of each topic by language, and the comparisons between them.

A folder holds one subfolder a language, named by its code, and in it the texts. Files whose names agree up to
the first dot tell the same topic: `en/tunguska.txt`, `en/tunguska.2.txt` and `ar/tunguska.txt`.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from align import languages
from align.errors import InputError
from align.model import Comparison, DocumentAnalysis, Problem, Settings
from align.pipeline import analyse, compare_analyses
from align.read import read_document

INDEX = "index"  # the reports' own index has this name


@dataclass(frozen=True, slots=True)
class TopicPair:
    """Two texts of one topic in different languages. `name` is fit to name the files of its report."""

    topic: str
    name: str
    left: Path
    right: Path


def topic_pairs(folder: Path) -> list[TopicPair]:
    """Every pair of texts in different languages, by topic. Raises `InputError` where the folder has none."""
    if not folder.is_dir():
        raise InputError(f"There is no folder {folder}.")
    pairs = list(_pairs(folder))
    if not pairs:
        codes = " and ".join(f"{folder / code}" for code in languages.LANGUAGES)
        raise InputError(f"{folder} holds no topic: texts of the same name are looked for in {codes}.")
    return pairs


def _pairs(folder: Path) -> Iterator[TopicPair]:
    topics = {code: _by_topic(folder / code) for code in languages.LANGUAGES}
    found = [
        (topic, (a, left), (b, right))
        for a, b in itertools.combinations(topics, 2)
        for topic in sorted(topics[a].keys() & topics[b].keys())
        for left, right in itertools.product(topics[a][topic], topics[b][topic])
    ]
    count = Counter(topic for topic, _, _ in found)
    for topic, (a, left), (b, right) in found:
        alone = count[topic] == 1 and topic != INDEX
        sides = f"{a}-{_label(left, topics[a][topic])}-{b}-{_label(right, topics[b][topic])}"
        yield TopicPair(topic, topic if alone else f"{topic}-{sides}", left, right)


def _label(path: Path, others: list[Path]) -> str:
    """What tells a text from the others of its topic and language."""
    return path.stem if [other.stem for other in others].count(path.stem) == 1 else path.name


def _by_topic(folder: Path) -> dict[str, list[Path]]:
    topics: dict[str, list[Path]] = {}
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    for path in files:
        if path.is_file() and not path.name.startswith("."):
            topics.setdefault(path.name.partition(".")[0], []).append(path)
    return topics


class CorpusComparer:
    """Compares pairs of a corpus; a text that stands in several pairs is read and analysed once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._analyses: dict[Path, DocumentAnalysis] = {}

    def compare(self, pair: TopicPair) -> Comparison | Problem:
        """The comparison, or the problem with a text of the pair that cannot be read."""
        sides = []
        for path in (pair.left, pair.right):
            try:
                sides.append(self._analyse(path))
            except InputError as error:
                return Problem(path.name, str(error))
        return compare_analyses(sides[0], sides[1], self._settings)

    def _analyse(self, path: Path) -> DocumentAnalysis:
        if path not in self._analyses:
            self._analyses[path] = analyse(
                read_document(path, path.parent.name, self._settings.max_size), settings=self._settings
            )
        return self._analyses[path]
