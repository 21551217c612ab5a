"""The teacher: multilingual-e5-small with a layer of tags on it, trained on the labelled sentences.

One layer of tags for each corpus: AQMAR marks as MISC much that ANERcorp leaves unmarked, so that the corpora share
the encoder but not the last layer. Word vectors stay as they are, which keeps what is known of words that the labelled
sentences lack. What is kept in the end is the running average of the weights.
"""

from __future__ import annotations

import copy
import random
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from align.encoders.e5_file import BEGIN, E5, END, PAD
from align.extraction.name_tagger import best_tags
from training.arabic_names import conll
from training.arabic_names.bert import bert_state
from training.arabic_names.conll import TAGS, Sentence
from training.arabic_names.pieces import Pieces

BATCH = 1500  # pieces
LONGEST = 500  # pieces of one sentence
RATE, TAG_RATE = 1e-4, 1e-3  # learning rates of the encoder and of the layers of tags
DECAY = 0.01
WARM_UP = 0.1  # part of the steps
AVERAGE = 0.99  # how much of the running average stays at each step
IGNORED = -100


class Teacher(nn.Module):
    """The encoder, and a linear layer of tags for each corpus."""

    def __init__(self, model: E5, pieces: Pieces, corpora: int) -> None:
        super().__init__()
        sizes = model.sizes
        self.encoder = BertModel(
            BertConfig(
                vocab_size=len(pieces.numbers),
                hidden_size=sizes["hidden"],
                num_hidden_layers=sizes["layers"],
                num_attention_heads=sizes["heads"],
                intermediate_size=sizes["feed"],
                max_position_embeddings=sizes["positions"],
                type_vocab_size=sizes["types"],
                layer_norm_eps=sizes["epsilon"],
                pad_token_id=PAD,
            ),
            add_pooling_layer=False,
        )
        state = {name: torch.tensor(np.array(value)) for name, value in bert_state(model, pieces.numbers).items()}
        self.encoder.load_state_dict(state)
        self.encoder.embeddings.word_embeddings.weight.requires_grad = False
        self.dropout = nn.Dropout(0.1)
        self.tags = nn.ModuleList(nn.Linear(sizes["hidden"], len(TAGS)) for _ in range(corpora))

    def forward(self, numbers: Tensor, corpus: int = 0) -> Tensor:
        """The scores of the tags of every piece."""
        hidden = self.encoder(numbers, attention_mask=(numbers != PAD).long()).last_hidden_state
        scores: Tensor = self.tags[corpus](self.dropout(hidden))
        return scores


class Row(NamedTuple):
    """A sentence as pieces, where its words begin among them, and its tags by number."""

    pieces: list[int]
    starts: list[int]
    tags: list[int]
    corpus: int  # whose layer of tags is meant


def row_of(words: Sequence[str], pieces: Pieces, tags: Sequence[str] = (), corpus: int = 0) -> Row:
    """A sentence for the encoder; words beyond the longest that it takes are left out."""
    found, starts = [BEGIN], []
    for word in words:
        parts = pieces.of(word)
        if len(found) + len(parts) > LONGEST:
            break
        starts.append(len(found))
        found += parts
    return Row([*found, END], starts, [TAGS.index(tag) for tag in tags[: len(starts)]], corpus)


def batches(rows: Sequence[Row], size: int = BATCH) -> Iterator[list[Row]]:
    """Rows of about one length together, as many as make about `size` pieces with the padding."""
    batch: list[Row] = []
    for row in sorted(rows, key=lambda row: len(row.pieces)):
        if batch and len(row.pieces) * (len(batch) + 1) > size:
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch


def padded(batch: Sequence[Row]) -> Tensor:
    """The pieces of a batch as a matrix."""
    width = max(len(row.pieces) for row in batch)
    return torch.tensor([row.pieces + [PAD] * (width - len(row.pieces)) for row in batch])


def _targets(batch: Sequence[Row], width: int) -> Tensor:
    targets = torch.full((len(batch), width), IGNORED)
    for at, row in enumerate(batch):
        targets[at, row.starts] = torch.tensor(row.tags)
    return targets


def train(
    teacher: Teacher,
    epochs: Sequence[Sequence[Row]],
    held_out: Sequence[Sentence],
    pieces: Pieces,
    out: Path,
    seed: int,
) -> Teacher:
    """Train for these epochs, each with its own rows, and return the average of the weights; a checkpoint an epoch."""
    random.seed(seed)
    torch.manual_seed(seed)
    plan = [_shuffled(rows) for rows in epochs]
    steps = sum(map(len, plan))
    optimizer = torch.optim.AdamW(_groups(teacher), weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, steps))
    average = copy.deepcopy(teacher).eval()
    step, clock = 0, time.perf_counter()
    for epoch, parts in enumerate(plan):
        teacher.train()
        for batch in parts:
            loss = _step(teacher, batch)
            nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
            step += 1
            _blend(average, teacher, min(AVERAGE, step / (step + 10)))
            if step % 50 == 0:
                print(f"step {step}/{steps} loss {loss:.3f} {time.perf_counter() - clock:.0f} s", flush=True)
        torch.save(average.state_dict(), out)
        if held_out:
            gold = [sentence.tags for sentence in held_out]
            for name, model in (("last", teacher), ("average", average)):
                found = [tags for tags, _ in label(model, [sentence.words for sentence in held_out], pieces)]
                print(f"epoch {epoch + 1} {name}", conll.score(gold, found), flush=True)
    return average


def _shuffled(rows: Sequence[Row]) -> list[list[Row]]:
    """The batches of an epoch in random order; rows of like length meet others each time."""
    mixed = [row._replace() for row in rows]
    random.shuffle(mixed)
    by_corpus: dict[int, list[Row]] = {}
    for row in mixed:
        by_corpus.setdefault(row.corpus, []).append(row)
    found = [batch for part in by_corpus.values() for batch in batches(part)]
    random.shuffle(found)
    return found


def _step(teacher: Teacher, batch: list[Row]) -> float:
    numbers = padded(batch)
    with torch.autocast("cpu", torch.bfloat16):
        scores = teacher(numbers, batch[0].corpus)
    targets = _targets(batch, numbers.shape[1])
    loss = nn.functional.cross_entropy(scores.float().flatten(0, 1), targets.flatten(), ignore_index=IGNORED)
    loss.backward()  # type: ignore[no-untyped-call]
    return float(loss.detach())


def _groups(teacher: Teacher) -> list[dict[str, Any]]:
    encoder = [weight for weight in teacher.encoder.parameters() if weight.requires_grad]
    return [{"params": encoder, "lr": RATE}, {"params": list(teacher.tags.parameters()), "lr": TAG_RATE}]


def _rate(step: int, steps: int) -> float:
    """Linear warm-up, then linear decay."""
    warm = max(1, int(WARM_UP * steps))
    return (step + 1) / warm if step < warm else (steps - step) / max(1, steps - warm)


@torch.no_grad()
def _blend(average: Teacher, teacher: Teacher, keep: float) -> None:
    kept: list[Tensor] = [weight for weight in average.parameters() if weight.requires_grad]
    latest: list[Tensor] = [weight for weight in teacher.parameters() if weight.requires_grad]
    torch._foreach_mul_(kept, keep)
    torch._foreach_add_(kept, latest, alpha=1 - keep)


Labelled = tuple[list[str], float]  # tags, and the probability of the least sure one
Scorer = Callable[[Tensor], NDArray[np.float32]]  # a matrix of pieces -> the scores of their tags


def scorer(teacher: Teacher) -> Scorer:
    """The teacher's first layer of tags, in 16 bits."""
    teacher.eval()

    @torch.no_grad()
    def scores(numbers: Tensor) -> NDArray[np.float32]:
        with torch.autocast("cpu", torch.bfloat16):
            found: NDArray[np.float32] = teacher(numbers).float().numpy()
        return found

    return scores


def chances(scores: Scorer, texts: Sequence[Sequence[str]], pieces: Pieces) -> list[NDArray[np.float32]]:
    """For each text the probabilities of its words' tags; words beyond the longest row are no names for sure."""
    found: list[NDArray[np.float32]] = [np.eye(1, len(TAGS), dtype=np.float32).repeat(len(words), 0) for words in texts]
    rows = [row_of(words, pieces, corpus=at) for at, words in enumerate(texts)]
    for batch in batches(rows):
        every = scores(padded(batch))
        for row, of_row in zip(batch, every, strict=True):
            of_words = of_row[row.starts]
            exponents = np.exp(of_words - of_words.max(-1, keepdims=True))
            found[row.corpus][: len(row.starts)] = exponents / exponents.sum(-1, keepdims=True)
    return found


def label(teacher: Teacher, texts: Sequence[Sequence[str]], pieces: Pieces) -> list[Labelled]:
    """The tags of each text's words, and how sure the least sure of them is."""
    return [decode(of_text) for of_text in chances(scorer(teacher), texts, pieces)]


def decode(chances: NDArray[np.float32]) -> Labelled:
    """The likeliest row of tags in which every I continues a name of its label (Viterbi), and its least probability."""
    if not len(chances):
        return [], 1.0
    logs = np.log(np.maximum(chances, 1e-9))
    path = best_tags(logs)
    return [TAGS[tag] for tag in path], float(chances[np.arange(len(path)), path].min())
