"""Sentences with their names, as CoNLL files hold them: a token and its BIO tag a line, a blank line between."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

LABELS = ("PER", "LOC", "ORG", "MISC")
SCORED = ("PER", "LOC", "ORG")
TAGS = ("O", *(f"{prefix}-{label}" for label in LABELS for prefix in "BI"))
Span = tuple[int, int, str]  # first word, word after the last, label


class Sentence(NamedTuple):
    """Words and one BIO tag for each."""

    words: tuple[str, ...]
    tags: tuple[str, ...]


def read(path: Path) -> list[Sentence]:
    """The sentences of a CoNLL file, tags of unknown labels read as MISC (AQMAR has MIS0 to MIS3)."""
    return list(_sentences(path.read_text(encoding="utf-8").splitlines()))


def _sentences(lines: Sequence[str]) -> Iterator[Sentence]:
    rows: list[tuple[str, str]] = []
    for line in (*lines, ""):
        parts = line.split()
        if len(parts) >= 2:
            rows.append((parts[0], _tag(parts[-1])))
        elif rows:
            words, tags = zip(*rows, strict=True)
            yield Sentence(words, tags)
            rows = []


def _tag(tag: str) -> str:
    prefix, _, label = tag.partition("-")
    if not label:
        return "O"
    return f"{prefix}-{label if label in LABELS else 'MISC'}"


def write(path: Path, sentences: Sequence[Sentence]) -> None:
    """Write sentences as a CoNLL file."""
    blocks = ("".join(f"{word}\t{tag}\n" for word, tag in zip(*sentence, strict=True)) for sentence in sentences)
    path.write_text("\n".join(blocks), encoding="utf-8")


def split(sentences: Sequence[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
    """The first five sixths, to train on, and the last sixth, to score on.

    In order, never shuffled: sentences of one document follow each other, and a model that has seen a document's other
    sentences knows its names.
    """
    cut = len(sentences) * 5 // 6
    return list(sentences[:cut]), list(sentences[cut:])


def spans(tags: Sequence[str]) -> list[Span]:
    """The names that BIO tags mark; an I that continues nothing begins a name."""
    found: list[Span] = []
    for at, tag in enumerate(tags):
        prefix, _, label = tag.partition("-")
        if not label:
            continue
        if prefix == "I" and found and found[-1][1] == at and found[-1][2] == label:
            found[-1] = (found[-1][0], at + 1, label)
        else:
            found.append((at, at + 1, label))
    return found


def score(gold: Sequence[Sequence[str]], found: Sequence[Sequence[str]]) -> dict[str, float]:
    """Precision, recall and F1 of exact spans over PER, LOC and ORG, and F1 of each label, in per cent."""
    tally = {label: [0, 0, 0] for label in SCORED}
    for gold_tags, found_tags in zip(gold, found, strict=True):
        right, given = set(spans(gold_tags)), set(spans(found_tags))
        for label, row in tally.items():
            of_gold, of_found = ({span for span in side if span[2] == label} for side in (right, given))
            row[0] += len(of_gold & of_found)
            row[1] += len(of_found)
            row[2] += len(of_gold)
    hits, found_all, gold_all = (sum(row[at] for row in tally.values()) for at in range(3))
    result = {
        "f1": _f1(hits, found_all, gold_all),
        "precision": round(100 * hits / max(1, found_all), 1),
        "recall": round(100 * hits / max(1, gold_all), 1),
    }
    return result | {label: _f1(*row) for label, row in tally.items()}


def _f1(hits: int, found: int, gold: int) -> float:
    return round(200 * hits / max(1, found + gold), 1)


def divided(sentence: Sentence, divide: Callable[[str], list[str]]) -> Sentence:
    """The sentence in the words that the tokenizer finds at run time; the parts of a name's word are in the name."""
    words: list[str] = []
    tags: list[str] = []
    for word, tag in zip(*sentence, strict=True):
        parts = divide(word) or [word]
        words += parts
        tags += [tag, *[tag.replace("B-", "I-")] * (len(parts) - 1)]
    return Sentence(tuple(words), tuple(tags))
