"""Write `align/data/translations.tsv` and `align/data/word_weights.tsv`, which `align.translations` reads.

    python training/fit_translations.py DICTIONARY PARALLEL

DICTIONARY is a folder of word lists, `word<TAB>equivalent equivalent ...`, named by the languages' codes (`en-ar.tsv`,
`ar-en.tsv`). PARALLEL holds line-parallel texts, STEM.en.txt beside STEM.ar.txt. What they add is learned with IBM's
first model (Brown et al., "The Mathematics of Statistical Machine Translation", Computational Linguistics 19:2, 1993)
in both directions. A word's weight is the logarithm of how many lines there are for each that has it, less a little,
so that what every line says weighs nothing.
"""

from __future__ import annotations

import math
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from align.translations import stems

CODES = ("en", "ar")
DATA = Path(__file__).parent.parent / "align" / "data"
ROUNDS = 6
SMOOTHING = 0.5  # added to what a word is counted with, against chance pairs of rare ones
LEAST = 0.05  # probability of a translation that is looked at
KEPT, SUREST = 3, 0.3  # translations that are kept of a word, of either language, and how sure they are at least
COUNTED = 4  # lines that have a word whose weight is written; any other weighs as much as the rarest of them
COMMON = 0.5  # taken off the weight of every word
RANKS, STEP = 5, 0.07  # the later an equivalent stands in a word's list, the less sure it is

Pair = tuple[frozenset[str], frozenset[str]]
Table = dict[tuple[str, str], float]


def parallel_lines(folder: Path) -> list[Pair]:
    found = []
    for path in sorted(folder.glob(f"*.{CODES[0]}.txt")):
        other = path.with_name(path.name.replace(f".{CODES[0]}.", f".{CODES[1]}."))
        lines = (side.read_text("utf-8").splitlines() for side in (path, other))
        found += [(stems(a, CODES[0]), stems(b, CODES[1])) for a, b in zip(*lines, strict=True)]
    return found


def learned(pairs: Sequence[Pair]) -> Table:
    """The probability that a word is translated by another, by IBM's first model, of the surer direction."""
    table = one_way(pairs)
    for (b, a), probability in one_way([(b, a) for a, b in pairs]).items():
        table[a, b] = max(table.get((a, b), 0.0), probability)
    return table


def one_way(pairs: Sequence[Pair]) -> Table:
    own = {word: number for number, word in enumerate(sorted({w for a, _ in pairs for w in a}), 1)}  # 0 is no word
    other = {word: number for number, word in enumerate(sorted({w for _, b in pairs for w in b}))}
    sources, targets, groups = [], [], []
    for a, b in pairs:
        numbers = [0, *(own[word] for word in sorted(a))]
        for word in sorted(b):
            sources += numbers
            targets += [other[word]] * len(numbers)
            groups += [groups[-1] + 1 if groups else 0] * len(numbers)
    source, group = np.array(sources), np.array(groups)
    keys, cell = np.unique(source * len(other) + np.array(targets), return_inverse=True)
    row = keys // len(other)
    probability = 1.0 / np.bincount(source)[row]
    for _ in range(ROUNDS):
        share = probability[cell]
        share /= np.bincount(group, share)[group]
        count = np.bincount(cell, share)
        probability = count / (np.bincount(row, count)[row] + SMOOTHING)
    words, others = ["", *own], list(other)
    return {
        (words[key // len(other)], others[key % len(other)]): float(p)
        for key, p in zip(keys, probability, strict=True)
        if p >= LEAST and key // len(other)
    }


def best_of_each(table: Table) -> Table:
    """The surest translations of every word, as how sure they are, from 0 to 1."""
    sure = {pair: math.sqrt(min(1.0, 2 * probability)) for pair, probability in table.items()}
    kept: set[tuple[str, str]] = set()
    for side in (0, 1):
        by_word = defaultdict(list)
        for pair in sure:
            by_word[pair[side]].append(pair)
        for pairs in by_word.values():
            kept |= set(sorted(pairs, key=lambda pair: (-sure[pair], pair))[:KEPT])
    return {pair: sure[pair] for pair in kept if sure[pair] >= SUREST}


def written(folder: Path) -> Table:
    """What the word lists say, by stems."""
    table: Table = {}
    for codes in (CODES, CODES[::-1]):
        path = folder / f"{codes[0]}-{codes[1]}.tsv"
        for line in path.read_text("utf-8").splitlines():
            word, equivalents = line.split("\t")
            for rank, equivalent in enumerate(equivalents.split()):
                pair = [stems(w, code) for w, code in zip((word, equivalent), codes, strict=True)]
                if all(len(side) == 1 for side in pair):
                    a, b = (next(iter(side)) for side in (pair if codes == CODES else pair[::-1]))
                    table[a, b] = max(table.get((a, b), 0.0), 1 - STEP * min(rank, RANKS))
    return table


def weights(lines: Sequence[frozenset[str]]) -> dict[str, float]:
    counts = Counter(word for line in lines for word in line)
    return {
        word: max(0.0, math.log(len(lines) / count) - COMMON)
        for word, count in sorted(counts.items())
        if count >= COUNTED
    }


def main() -> None:
    pairs = parallel_lines(Path(sys.argv[2]))
    table = best_of_each(learned(pairs))
    for pair, sure in written(Path(sys.argv[1])).items():
        table[pair] = max(table.get(pair, 0.0), sure)
    rows = [f"{a}\t{b}\t{100 * sure:.0f}" for (a, b), sure in sorted(table.items())]
    (DATA / "translations.tsv").write_text("\n".join(["\t".join((*CODES, "sure")), *rows, ""]), "utf-8")
    told = [(code, weights([pair[side] for pair in pairs])) for side, code in enumerate(CODES)]
    rows = [f"{code}\t{word}\t{weight:.1f}" for code, table in told for word, weight in table.items()]
    (DATA / "word_weights.tsv").write_text("\n".join(["language\tstem\tweight", *rows, ""]), "utf-8")


if __name__ == "__main__":
    main()
