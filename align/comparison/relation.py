"""What two values of one kind have to do with each other, whatever the texts around them say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Bearing = Literal["agree", "compatible", "conflict", "apart"]


@dataclass(frozen=True, slots=True)
class Relation:
    """How two values bear on each other, and the rule that says so, as a clause of a sentence.

    "conflict" means that they cannot both be true of the same thing; "apart" that they are not of one sort
    (kilometres and people, a relative date and a full one), so that nothing follows. `detail` is what was computed
    on the way.
    """

    bearing: Bearing
    rule: str
    detail: str = ""


APART = Relation("apart", "they measure different things")
