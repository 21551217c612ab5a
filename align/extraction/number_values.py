"""What the steps of reading a number hand to each other: the numeral itself, and the mention around it."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from decimal import Decimal

from align.extraction.number_passage import Passage
from align.extraction.number_rates import rate_after
from align.model import Mention, NumberValue, Quantity

_RECKONED = frozenset({"count", "money", "measure"})


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number read from tokens `first` to `end`; `high` None is an open end."""

    first: int
    end: int
    low: Decimal
    high: Decimal | None
    lead: int = 0
    ordinal: bool = False
    definite: bool = False
    vague: bool = False
    fraction: bool = False
    weak: bool = False  # a number only where nothing else stands
    digits: bool = False
    plain: bool = True  # digits and nothing else, or words
    pointed: bool = False
    scale: int = 1
    dual: str | None = None
    about: bool = False
    framed: bool = False  # the article before belongs to it: "a pair of"

    @property
    def exact(self) -> bool:
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Draft:
    """A mention in the making: tokens `first` to `end`, and the number at token `core`."""

    first: int
    end: int
    core: int
    start: int  # offset in the text
    low: Decimal | None
    high: Decimal | None
    approximate: bool = False
    ordinal: bool = False
    unit: str = ""
    quantity: Quantity = "count"
    weak: bool = False
    hedged: bool = False

    def mention(self, passage: Passage) -> Mention:
        stop = passage.tokens[self.end - 1].end
        value = NumberValue(
            low=plain(self.low),
            high=plain(self.high),
            approximate=self.approximate,
            ordinal=self.ordinal,
            unit=self.unit,
            quantity=self.quantity,
            per=rate_after(passage, self.end) if self.quantity in _RECKONED else "",
        )
        return Mention("number", self.start, stop, passage.text[self.start : stop], value)


@functools.lru_cache(maxsize=1 << 12)
def plain(value: Decimal | None) -> Decimal | None:
    """The number without exponent or trailing zeros."""
    if value is None:
        return None
    if value == (whole := value.to_integral_value()) and whole.adjusted() < 27:
        return whole.quantize(Decimal(1))
    return value.normalize() + 0
