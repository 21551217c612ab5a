"""Line-parallel documents: those of a folder, or pairs of sentences of the project's corpora."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from align import languages
from align.evaluate.gold import load_gold, stems
from align.model import Document, Segment, Span
from align.read import read_document, split_blocks
from align.segment import segment
from benchmarks.sentences import CORPORA

LEFT, RIGHT = "en", "ar"
KEPT = 0.7  # of the lines of each side of a comparable text
FOREIGN = 0.2  # foreign lines, to each line of the right side

Lines = tuple[str, ...]
Links = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class ParallelText:
    """Two texts line by line, and which lines say the same; where both are whole, line i answers to line i."""

    stem: str
    left: Lines
    right: Lines
    links: Links

    def documents(self) -> tuple[Document, Document]:
        sides = ((LEFT, self.left), (RIGHT, self.right))
        left, right = (Document(f"{self.stem}.{code}", code, "\n".join(lines)) for code, lines in sides)
        return left, right


def load_parallel(folder: Path | None, limit: int | None = None) -> list[ParallelText]:
    """The texts of STEM.en.txt and STEM.ar.txt in a folder, or without one the paired sentences of our corpora.

    Raises `ValueError` for files of different length, `FileNotFoundError` where there are none.
    """
    texts = _of_corpora() if folder is None else _of_folder(folder)
    if not texts:
        raise FileNotFoundError(f"There is no text *.{LEFT}.txt in {folder}.")
    return texts[:limit]


def whole(stem: str, pairs: Sequence[tuple[str, str]]) -> ParallelText:
    """Pairs of lines as one text, empty ones left out."""
    kept = [(a.strip(), b.strip()) for a, b in pairs if a.strip() and b.strip()]
    links = frozenset((at, at) for at in range(len(kept)))
    return ParallelText(stem, tuple(a for a, _ in kept), tuple(b for _, b in kept), links)


def comparable(text: ParallelText, foreign: Sequence[str], rng: random.Random) -> ParallelText:
    """The text with lines of both sides dropped, the right ones shuffled, and foreign lines mixed in."""
    left = [at for at in range(len(text.left)) if rng.random() < KEPT] or [0]
    right = [(at, text.right[at]) for at in range(len(text.right)) if rng.random() < KEPT] or [(0, text.right[0])]
    count = max(1, round(FOREIGN * len(text.right)))
    mixed = [*right, *((-1, foreign[at % len(foreign)]) for at in range(count))]
    rng.shuffle(mixed)
    place = {source: at for at, (source, _) in enumerate(mixed) if source >= 0}
    links = frozenset((at, place[source]) for at, source in enumerate(left) if source in place)
    return ParallelText(text.stem, tuple(text.left[at] for at in left), tuple(line for _, line in mixed), links)


def _of_folder(folder: Path) -> list[ParallelText]:
    return [
        _of_files(path, path.with_name(path.name.removesuffix(f"{LEFT}.txt") + f"{RIGHT}.txt"))
        for path in sorted(folder.glob(f"*.{LEFT}.txt"))
    ]


def _of_files(left: Path, right: Path) -> ParallelText:
    sides = [path.read_text("utf-8").splitlines() for path in (left, right)]
    if len(sides[0]) != len(sides[1]):
        raise ValueError(f"{left.name} and {right.name} have different numbers of lines.")
    return whole(left.name.removesuffix(f".{LEFT}.txt"), list(zip(*sides, strict=True)))


def _of_corpora() -> list[ParallelText]:
    """For each topic the sentences that the gold pairs, without those in which it has the texts contradict each other.

    They retell and do not translate each other, so that a sentence may say more than its counterpart.
    """
    texts = []
    for stem in stems(CORPORA):
        documents = [read_document(CORPORA / code / f"{stem}.txt") for code in (LEFT, RIGHT)]
        left, right = (segment(d.text, split_blocks(d.text), languages.get(d.language)) for d in documents)
        gold = load_gold(CORPORA / "gold" / f"{stem}.json")
        conflicts = [entry for entry in gold.expected if entry.verdict == "conflict"]
        taken: tuple[set[int], set[int]] = (set(), set())
        pairs = []
        for passage in gold.passages:
            a, b = _around(left, passage.left), _around(right, passage.right)
            spoilt = any(_around(left, e.left) == a or _around(right, e.right) == b for e in conflicts)
            if not spoilt and a not in taken[0] and b not in taken[1]:
                taken[0].add(a)
                taken[1].add(b)
                pairs.append((_line(documents[0], left[a]), _line(documents[1], right[b])))
        texts.append(whole(stem, pairs))
    return texts


def _around(segments: Sequence[Segment], span: Span) -> int:
    """The sentence in which a span begins."""
    return max((at for at, part in enumerate(segments) if part.start <= span.start), default=0)


def _line(document: Document, part: Segment) -> str:
    return " ".join(document.text[part.start : part.end].split())
