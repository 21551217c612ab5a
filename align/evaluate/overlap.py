"""Overlap: when two stretches of a text are the same place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from align.model import Kind, Mention, Span


class Stretch(Protocol):
    """Anything with a place in a text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def is_compound(span: Span, kind: Kind, mentions: Sequence[Mention]) -> bool:
    """Whether the text of an entry takes in two or more mentions of its kind."""
    inside = (m for m in mentions if m.kind == kind and 2 * overlap(m, span) >= m.end - m.start > 0)
    return sum(1 for _ in inside) > 1


def is_met(share: float, compound: bool) -> bool:
    """Whether an overlap, as a share of the shorter stretch, is enough."""
    return share > 0 if compound else share >= 0.5


def common_share(a: Stretch, b: Stretch) -> float:
    """What two stretches have in common, as a share of the shorter one."""
    shorter = min(a.end - a.start, b.end - b.start)
    return overlap(a, b) / shorter if shorter > 0 else 0.0


def overlap(a: Stretch, b: Stretch) -> int:
    """How many code points two stretches have in common."""
    return max(0, min(a.end, b.end) - max(a.start, b.start))
