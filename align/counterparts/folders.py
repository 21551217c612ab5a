"""The documents of two folders, read one after another; what is kept of each is its sketch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from align.counterparts.propose import Proposal
from align.counterparts.sketch import Sketch, sketch
from align.errors import AlignError, ModelError
from align.model import Problem, Settings
from align.pipeline import analyse
from align.read import read_document

Progress = Callable[[Sequence[Path]], Iterable[Path]]


@dataclass(frozen=True, slots=True)
class Sketched:
    """The documents of a folder that could be read, and the problems with the others."""

    paths: tuple[Path, ...]
    sketches: tuple[Sketch, ...]
    problems: tuple[Problem, ...]


def sketch_files(paths: Sequence[Path], settings: Settings, progress: Progress = iter) -> Sketched:
    """Sketch every file. Raises `ModelError` where a model is not installed."""
    read, sketches, problems = [], [], []
    for path in progress(paths):
        try:
            found = sketch(analyse(read_document(path), settings=settings), settings.encoder)
        except ModelError:
            raise
        except AlignError as error:
            problems.append(Problem(str(path), str(error)))
            continue
        read.append(path)
        sketches.append(found)
    return Sketched(tuple(read), tuple(sketches), tuple(problems))


def unmatched(sketched: Sketched, proposals: Iterable[Proposal], side: int) -> int:
    """How many documents of a side (0 left, 1 right) are in no proposal."""
    return len(sketched.paths) - len({(each.left, each.right)[side] for each in proposals})
