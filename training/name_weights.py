"""Learn how Latin letters answer to Arabic ones in names, and write the table that `align.name_similarity` scores by.

Source: `names-wikidata.tsv` (Latin word, Arabic word, count), from Wikidata, CC0. A name pair is explained as a
sequence of units, each a group of up to three Latin letters with a group of up to two Arabic ones; the units'
probabilities are found by expectation maximisation (Baum-Welch over all segmentations), starting from uniform.
Latin words carry the boundaries `^` and `$`, so that a silent final e or an initial vowel is a unit of its own.

    python training/name_weights.py names-wikidata.tsv align/data/letter_weights.tsv
"""

from __future__ import annotations

import argparse
import math
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from align.names.sounds import fold_latin
from align.text import fold

# (Latin letters, Arabic letters) of a unit.
SHAPES = ((1, 1), (2, 1), (3, 1), (1, 0), (2, 0), (1, 2), (2, 2), (0, 1))
Units = dict[tuple[str, str], float]


def name_pairs(path: Path) -> Iterator[tuple[str, str]]:
    """The word pairs of the table, folded; those too short, long or unlike in length to teach anything are left out."""
    for line in path.read_text(encoding="utf-8").splitlines():
        latin, arabic, _ = line.split("\t")
        latin, arabic = fold_latin(latin), fold(arabic)
        if latin.isalpha() and latin.isascii() and arabic.isalpha() and not arabic.isascii():
            arabic = arabic.removeprefix("\u0627\u0644") if latin[:2] not in ("al", "el", "ol", "ul") else arabic
            if 2 <= len(latin) <= 14 and 2 <= len(arabic) <= 12 and len(arabic) <= 1.5 * len(latin) + 1:
                yield f"^{latin}$", arabic


def lattice(latin: str, arabic: str) -> list[tuple[int, int, int, int, tuple[str, str]]]:
    """Every unit that could explain a part of the pair, as (from i, from j, to i, to j, unit), in order."""
    return [
        (i - di, j - dj, i, j, (latin[i - di : i], arabic[j - dj : j]))
        for i in range(len(latin) + 1)
        for j in range(len(arabic) + 1)
        for di, dj in SHAPES
        if i >= di and j >= dj
    ]


def expect(pairs: list[tuple[str, str]], weights: Units, counts: defaultdict[tuple[str, str], float]) -> float:
    """Add the expected use of every unit to `counts`; the log-likelihood of the pairs."""
    total = 0.0
    for latin, arabic in pairs:
        edges = [(a, b, c, d, unit, weights.get(unit, 0.0)) for a, b, c, d, unit in lattice(latin, arabic)]
        width, end = len(arabic) + 1, (len(latin), len(arabic))
        forward = [0.0] * ((len(latin) + 1) * width)
        backward = [0.0] * len(forward)
        forward[0] = backward[-1] = 1.0
        for a, b, c, d, _, weight in edges:
            if weight:
                forward[c * width + d] += forward[a * width + b] * weight
        likelihood = forward[end[0] * width + end[1]]
        if likelihood <= 0.0:
            continue
        for a, b, c, d, unit, weight in reversed(edges):
            if weight:
                ahead = backward[c * width + d] * weight
                backward[a * width + b] += ahead
                counts[unit] += forward[a * width + b] * ahead / likelihood
        total += math.log(likelihood)
    return total


def learn(pairs: list[tuple[str, str]], rounds: int) -> Units:
    """Unit probabilities after `rounds` of EM. Units expected less than twice are dropped, to keep the table small."""
    counts: defaultdict[tuple[str, str], float] = defaultdict(float)
    for latin, arabic in pairs:  # start: units by how often they are possible, the plain ones first
        for *_, unit in lattice(latin, arabic):
            counts[unit] += {1: 1.0, 2: 0.3, 3: 0.1, 4: 0.05}[max(len(unit[0]), 1) + abs(len(unit[1]) - 1)]
    for number in range(rounds):
        floor = 3.0 if number == 0 else 1.0
        kept = {unit: count for unit, count in counts.items() if count >= floor}
        whole = sum(kept.values())
        weights = {unit: count / whole for unit, count in kept.items()}
        counts = defaultdict(float)
        print(number, len(kept), round(expect(pairs, weights, counts) / len(pairs), 3), flush=True)
    kept = {unit: count for unit, count in counts.items() if count >= 2.0}
    whole = sum(kept.values())
    return {unit: count / whole for unit, count in kept.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", type=Path)
    parser.add_argument("table", type=Path)
    parser.add_argument("--rounds", type=int, default=6)
    args = parser.parse_args()
    pairs = sorted(set(name_pairs(args.names)))
    random.Random(1).shuffle(pairs)
    weights = learn(pairs, args.rounds)
    rows = sorted(weights.items(), key=lambda row: (-row[1], row[0]))
    text = "".join(f"{latin}\t{arabic}\t{math.log(weight):.3f}\n" for (latin, arabic), weight in rows)
    args.table.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
