"""Any number of pairs of documents, made from the project's corpora: the same seed gives the same files.

    python -m benchmarks.pairs FOLDER [--pairs 1000] [--seed 0]

Each pair holds some of the sentences that tell the same in one topic, with a few values changed, and on either side a
sentence of another topic. Writes `FOLDER/en`, `FOLDER/ar` and `FOLDER/manifest.csv`, which `align batch` reads.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from align.batch.manifest import Entry, manifest_csv
from benchmarks.mixing import paragraphs
from benchmarks.parallel import LEFT, RIGHT, ParallelText, load_parallel
from benchmarks.planting import plant

LINES = range(4, 11)  # sentences of the topic, on each side
CHANGED = 0.15  # of the sentences with a value


def make_pairs(folder: Path, number: int, seed: int = 0) -> Path:
    """Write so many pairs of documents, and their manifest, whose path is returned."""
    texts = load_parallel(None)
    for code in (LEFT, RIGHT):
        (folder / code).mkdir(parents=True, exist_ok=True)
    entries = []
    for text in _texts(texts, number, seed):
        names = [f"{code}/{text.stem}.txt" for code in (LEFT, RIGHT)]
        for name, document in zip(names, paragraphs(text, 3), strict=True):
            (folder / name).write_text(document.text + "\n", "utf-8")
        entries.append(Entry(text.stem, *names))
    manifest = folder / "manifest.csv"
    manifest.write_text(manifest_csv(entries), "utf-8")
    return manifest


def _texts(texts: Sequence[ParallelText], number: int, seed: int) -> Iterator[ParallelText]:
    rng = random.Random(seed)
    for at in range(number):
        topic, other = rng.sample(texts, 2)
        chosen = sorted(rng.sample(range(len(topic.left)), min(rng.choice(LINES), len(topic.left))))
        left, right = ([side[line] for line in chosen] for side in (topic.left, topic.right))
        left.insert(rng.randrange(len(left) + 1), rng.choice(other.left))
        right.insert(rng.randrange(len(right) + 1), rng.choice(other.right))
        text = ParallelText(f"{topic.stem}-{at:04}", tuple(left), tuple(right), frozenset())
        yield plant(text, CHANGED, f"{seed}-{at}")[0]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pairs", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pairs", type=int, default=1000, help="how many (1,000)")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    print(make_pairs(options.folder, options.pairs, options.seed))
    return 0


if __name__ == "__main__":
    sys.exit(main())
