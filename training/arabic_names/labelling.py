"""The teacher's labels for sentences that have none: probabilities of tags, kept as they are.

Beside the teacher stand networks of the student's kind that were trained on the labelled sentences alone. They see what
the tables of names say, which the teacher does not, and err elsewhere: the mean of both is better than either.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from align.text import fold
from training.arabic_names.conll import TAGS
from training.arabic_names.pieces import Pieces
from training.arabic_names.student import Student, Text, Types, batch_of
from training.arabic_names.teacher import Scorer, chances

TEACHER_WEIGHT = 0.55
SHORTEST, LONGEST = 4, 120  # words of a sentence that is used
PART = 4000  # sentences labelled at once
BATCH = 6000  # words
Chances = NDArray[np.float32]
Labelled = tuple[Sequence[str], NDArray[np.float16]]


def sentences(path: Path, divide: Callable[[str], list[str]]) -> Iterator[list[str]]:
    """The sentences of a compressed text, one a line, as words."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            words = divide(line.strip())
            if SHORTEST <= len(words) <= LONGEST:
                yield words


def label(
    texts: Sequence[Sequence[str]],
    teacher: Scorer,
    students: Sequence[Student],
    types: Callable[[], Types],
    pieces: Pieces,
) -> Iterator[Labelled]:
    """Each text with the probabilities of its tags."""
    for start in range(0, len(texts), PART):
        part = texts[start : start + PART]
        of_teacher = chances(teacher, part, pieces)
        known = types()
        rows = [known.text(words, [fold(word) for word in words], _nothing(words)) for words in part]
        tables = known.tables()
        of_students = [student_chances(student, rows, tables) for student in students]
        for at, words in enumerate(part):
            mean = np.mean([found[at] for found in of_students], axis=0)
            yield words, mixed(of_teacher[at], mean).astype(np.float16)


def _nothing(words: Sequence[str]) -> Chances:
    return np.zeros((len(words), len(TAGS)), np.float32)


def mixed(teacher: Chances, students: Chances) -> Chances:
    """The weighted geometric mean of probabilities."""
    logs = TEACHER_WEIGHT * np.log(teacher + 1e-6) + (1 - TEACHER_WEIGHT) * np.log(students + 1e-6)
    together = np.exp(logs)
    mean: Chances = together / together.sum(-1, keepdims=True)
    return mean


@torch.no_grad()
def student_chances(
    student: Student, texts: Sequence[Text], tables: tuple[NDArray[np.int32], NDArray[np.int32]]
) -> list[Chances]:
    """The probabilities that a student gives."""
    student.eval()
    found: list[Chances] = [np.zeros((0, len(TAGS)), np.float32)] * len(texts)
    order = sorted(range(len(texts)), key=lambda at: len(texts[at].types))
    while order:
        count = max(1, BATCH // len(texts[order[-1]].types))
        chosen, order = order[-count:], order[:-count]
        batch = batch_of([texts[at] for at in chosen], tables)
        with torch.autocast("cpu", torch.bfloat16):
            scores = student(batch.rows, batch.pieces, batch.mask)
        for at, of_text in zip(chosen, scores.float().softmax(-1).numpy(), strict=True):
            found[at] = of_text[: len(texts[at].types)]
    return found
