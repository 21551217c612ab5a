"""The student: hashed features and e5's vectors of pieces, layers over windows of words, trained on soft labels.

The layers are those of spaCy's convolutional encoder (windows of three words, maxout, residual connections), a
softmax of tags on them. It learns from the probabilities that the teacher gives to the tags, not from its choices alone
(Hinton et al., "Distilling the Knowledge in a Neural Network", 2015).
"""

from __future__ import annotations

import copy
import random
import time
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from spacy.strings import hash_string  # type: ignore[attr-defined]
from torch import Tensor, nn

from align.extraction.name_features import COLUMNS, HIDDEN, UNKNOWN, Features
from align.extraction.name_network import MOST_PIECES
from training.arabic_names import conll
from training.arabic_names.conll import TAGS
from training.arabic_names.pieces import Pieces
from training.arabic_names.teacher import decode


class Shape(NamedTuple):
    """The sizes of the network."""

    rows: tuple[int, ...] = (24000, 16000, 16000, 4000, 4000, 1000, 1000, 1000, 64)  # by column
    widths: tuple[int, ...] = (64, 64, 64, 32, 32, 16, 16, 32, 16)
    pieces: int = 96
    width: int = 160
    depth: int = 4
    maxout: int = 3


class Recipe(NamedTuple):
    """How it is trained."""

    epochs: int = 5
    batch: int = 2000  # words
    rate: float = 2e-3
    decay: float = 0.01
    dropout: float = 0.15
    hidden: float = 0.1  # part of the words whose form is hidden
    gold: int = 4  # times that a labelled sentence comes in an epoch
    average: float = 0.995
    seed: int = 1


class Maxout(nn.Module):
    """A linear layer with several candidates for each output, of which the largest counts; normalised."""

    def __init__(self, inputs: int, outputs: int, candidates: int) -> None:
        super().__init__()
        self.linear = nn.Linear(inputs, outputs * candidates)
        self.norm = nn.LayerNorm(outputs)
        self.candidates = candidates

    def forward(self, values: Tensor) -> Tensor:
        out = self.linear(values)
        largest: Tensor = out.unflatten(-1, (self.candidates, -1)).amax(-2)
        normal: Tensor = self.norm(largest)
        return normal


class Student(nn.Module):
    """Words as rows of tables -> scores of tags."""

    def __init__(self, shape: Shape, vectors: NDArray[np.float32], dropout: float) -> None:
        super().__init__()
        self.shape = shape
        sizes = zip(shape.rows, shape.widths, strict=True)
        tables = [nn.EmbeddingBag(rows, width, mode="sum") for rows, width in sizes]
        for table in tables:
            nn.init.uniform_(table.weight, -0.1, 0.1)
        self.tables = nn.ModuleList(tables)
        self.pieces = nn.EmbeddingBag.from_pretrained(
            torch.tensor(vectors), freeze=False, mode="mean", padding_idx=len(vectors) - 1
        )
        self.mix = Maxout(sum(shape.widths) + shape.pieces, shape.width, shape.maxout)
        self.windows = nn.ModuleList(Maxout(3 * shape.width, shape.width, shape.maxout) for _ in range(shape.depth))
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(shape.width, len(TAGS))

    def forward(self, rows: Tensor, pieces: Tensor, mask: Tensor) -> Tensor:
        """`rows`: sentences x words x columns x 2; `pieces`: sentences x words x pieces; `mask`: 1 where a word is."""
        size, length = mask.shape
        flat = rows.flatten(0, 1)
        parts = [table(flat[:, at]) for at, table in enumerate(self.tables)]
        parts.append(self.pieces(pieces.flatten(0, 1)))
        values = self.dropout(self.mix(torch.cat(parts, -1)).unflatten(0, (size, length))) * mask[..., None]
        for window in self.windows:
            around = nn.functional.pad(values, (0, 0, 1, 1))
            seen = torch.cat([around[:, :-2], values, around[:, 2:]], -1)
            values = (values + self.dropout(window(seen))) * mask[..., None]
        scores: Tensor = self.tags(values)
        return scores


class Text(NamedTuple):
    """A sentence by the numbers of its word types, the rows of its feature of context, and what the tags should be."""

    types: NDArray[np.int32]
    listed: NDArray[np.int32]
    target: NDArray[np.float16]  # words x tags


class Types:
    """The word types of the training texts, with their features."""

    def __init__(self, features: Features, pieces: Pieces) -> None:
        self.features, self._pieces = features, pieces
        self._numbers: dict[str, int] = {}
        self._rows: list[Any] = []
        self._of_pieces: list[list[int]] = []

    def text(self, words: Sequence[str], forms: Sequence[str], target: NDArray[Any]) -> Text:
        """A sentence with its target."""
        listed = [self.features.hashed(len(COLUMNS) - 1, value) for value in self.features.listed(forms)]
        types = np.array([self._number(word) for word in words], np.int32)
        return Text(types, np.array(listed, np.int32), target.astype(np.float16))

    def _number(self, word: str) -> int:
        if word not in self._numbers:
            self._numbers[word] = len(self._numbers)
            self._rows.append(self.features.rows(word))
            found = list(self._pieces.of(word)[:MOST_PIECES])
            self._of_pieces.append(found + [len(self._pieces.numbers)] * (MOST_PIECES - len(found)))
        return self._numbers[word]

    def tables(self) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Rows and pieces by type; the last type is the padding."""
        rows = np.array([*self._rows, [(0, 0)] * (len(COLUMNS) - 1)], np.int32)
        pieces = np.array([*self._of_pieces, [len(self._pieces.numbers)] * MOST_PIECES], np.int32)
        return rows, pieces


def one_hot(tags: Sequence[str]) -> NDArray[np.float32]:
    """The target of labelled words."""
    return np.eye(len(TAGS), dtype=np.float32)[[TAGS.index(tag) for tag in tags]]


class Batch(NamedTuple):
    """Sentences as tensors."""

    rows: Tensor
    pieces: Tensor
    mask: Tensor
    target: Tensor


def batch_of(texts: Sequence[Text], tables: tuple[NDArray[np.int32], NDArray[np.int32]]) -> Batch:
    """Sentences padded to one length."""
    rows, pieces = tables
    length = max(len(text.types) for text in texts)
    types = np.full((len(texts), length), len(rows) - 1, np.int32)
    listed = np.zeros((len(texts), length, 1, 2), np.int32)
    target = np.zeros((len(texts), length, len(TAGS)), np.float32)
    mask = np.zeros((len(texts), length), np.float32)
    for at, text in enumerate(texts):
        size = len(text.types)
        types[at, :size], listed[at, :size, 0] = text.types, text.listed
        target[at, :size], mask[at, :size] = text.target, 1
    together = np.concatenate([rows[types], listed], 2)
    return Batch(*(torch.from_numpy(array) for array in (together, pieces[types], mask, target)))


def batches(texts: Sequence[Text], words: int) -> Iterator[list[Text]]:
    """Sentences of like length together, about `words` a batch."""
    batch: list[Text] = []
    for text in sorted(texts, key=lambda text: len(text.types)):
        if batch and (len(batch) + 1) * len(text.types) > words:
            yield batch
            batch = []
        batch.append(text)
    if batch:
        yield batch


def train(
    student: Student,
    gold: Sequence[Text],
    silver: Sequence[Text],
    tables: tuple[NDArray[np.int32], NDArray[np.int32]],
    held_out: Sequence[Text],
    recipe: Recipe,
) -> Student:
    """Train on labelled sentences and the teacher's; the running average of the weights."""
    random.seed(recipe.seed)
    torch.manual_seed(recipe.seed)
    generator = np.random.default_rng(recipe.seed)
    everything = [*list(gold) * recipe.gold, *silver]
    steps = sum(1 for _ in batches(everything, recipe.batch)) * recipe.epochs
    optimizer = torch.optim.AdamW(student.parameters(), lr=recipe.rate, weight_decay=recipe.decay, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min((step + 1) / 200, 1 - step / (steps + 1)))
    average = copy.deepcopy(student).eval()
    step, clock = 0, time.perf_counter()
    for epoch in range(recipe.epochs):
        student.train()
        random.shuffle(everything)
        plan = list(batches(everything, recipe.batch))
        random.shuffle(plan)
        for texts in plan:
            batch = batch_of(texts, tables)
            _hide(batch.rows, student.shape, recipe.hidden, generator)
            with torch.autocast("cpu", torch.bfloat16):
                scores = student(batch.rows, batch.pieces, batch.mask)
            losses = -(batch.target * scores.float().log_softmax(-1)).sum(-1)
            loss = (losses * batch.mask).sum() / batch.mask.sum()
            loss.backward()
            nn.utils.clip_grad_norm_(student.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            step += 1
            _blend(average, student, min(recipe.average, step / (step + 10)))
            if step % 200 == 0:
                print(f"step {step}/{steps} loss {loss:.4f} {time.perf_counter() - clock:.0f} s", flush=True)
        if held_out:
            print(
                f"epoch {epoch + 1} {time.perf_counter() - clock:.0f} s",
                evaluate(average, held_out, tables),
                flush=True,
            )
    return average


_HIDDEN = [at for at, column in enumerate(COLUMNS) if column in HIDDEN]


def _hide(rows: Tensor, shape: Shape, part: float, generator: np.random.Generator) -> None:
    """Give some words the rows of an unknown one, in place."""
    for column in _HIDDEN:
        chosen = torch.from_numpy(generator.random(rows.shape[:2]) < part)
        number, size = hash_string(f"{column}:{UNKNOWN}"), shape.rows[column]
        rows[:, :, column][chosen] = torch.tensor([number % size, (number >> 32) % size], dtype=rows.dtype)


@torch.no_grad()
def _blend(average: Student, student: Student, keep: float) -> None:
    kept: list[Tensor] = list(average.parameters())
    latest: list[Tensor] = list(student.parameters())
    torch._foreach_mul_(kept, keep)
    torch._foreach_add_(kept, latest, alpha=1 - keep)


@torch.no_grad()
def evaluate(student: Student, held_out: Sequence[Text], tables: Any) -> dict[str, float]:
    """Scores on labelled sentences."""
    student.eval()
    gold, found = [], []
    for texts in batches(held_out, 4000):
        batch = batch_of(texts, tables)
        chances = student(batch.rows, batch.pieces, batch.mask).softmax(-1).numpy()
        for text, chance in zip(texts, chances, strict=True):
            gold.append([TAGS[at] for at in text.target.argmax(-1)])
            found.append(decode(chance[: len(text.types)])[0])
    return conll.score(gold, found)
