"""A corpus folder: the documents of each topic by language, the comparisons of each two, and the facts of all.

A folder holds one subfolder a language, named by its code, and in it the texts. Files whose names agree up to
the first dot tell the same topic: `en/tunguska.txt`, `en/tunguska.2.txt` and `ar/tunguska.txt`.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from align import languages
from align.errors import InputError
from align.facts import FactTable, SourcePair, tabulate
from align.model import Comparison, DocumentAnalysis, Problem, Settings
from align.pipeline import analyse, compare_analyses, signature
from align.read import read_document

INDEX = "index"  # the reports' own index has this name


@dataclass(frozen=True, slots=True)
class TopicPair:
    """Two texts of one topic, in two languages or in one.

    `name` is fit to name the files of its report: the topic, and where it has more than two texts `TOPIC.en1-ar2`, with
    the languages and the places of the two among the files of their folder.
    """

    topic: str
    name: str
    left: Path
    right: Path


def topic_pairs(folder: Path) -> list[TopicPair]:
    """Every two texts of a topic, topic after topic. Raises `InputError` where the folder has none."""
    if not folder.is_dir():
        raise InputError(f"There is no folder {folder}.")
    pairs = list(_pairs(folder))
    if not pairs:
        codes = " and ".join(f"{folder / code}" for code in languages.LANGUAGES)
        raise InputError(f"{folder} holds no topic: texts of the same name are looked for in {codes}.")
    return pairs


def _pairs(folder: Path) -> Iterator[TopicPair]:
    topics = {code: _by_topic(folder / code) for code in languages.LANGUAGES}
    for topic in sorted(set().union(*topics.values())):
        texts = [
            (f"{code}{number}", path)
            for code, by_topic in topics.items()
            for number, path in enumerate(by_topic.get(topic, []), 1)
        ]
        alone = len(texts) == 2 and topic != INDEX
        for (a, left), (b, right) in itertools.combinations(texts, 2):
            # A topic ends before the first dot, so that no other topic's files have this name.
            yield TopicPair(topic, topic if alone else f"{topic}.{a}-{b}", left, right)


def _by_topic(folder: Path) -> dict[str, list[Path]]:
    topics: dict[str, list[Path]] = {}
    files = sorted(folder.iterdir(), key=lambda path: (path.stem, path.name)) if folder.is_dir() else []
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


def table_of_facts(compared: Sequence[tuple[TopicPair, Comparison]], settings: Settings) -> FactTable:
    """The facts of one topic by source, out of the comparisons of each two of its texts."""
    places: dict[Path, DocumentAnalysis] = {}
    for pair, comparison in compared:
        places |= {pair.left: comparison.left, pair.right: comparison.right}
    paths = list(places)
    pairs = [
        SourcePair(paths.index(pair.left), paths.index(pair.right), comparison, pair.name)
        for pair, comparison in compared
    ]
    sources = list(places.values())
    return tabulate(compared[0][0].topic, sources, pairs, signature(sources, settings), settings.encoder)
