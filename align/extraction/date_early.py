"""Years of three figures: "in 907", "until 997", in texts that tell of times so early."""

from __future__ import annotations

from align.extraction.date_numerals import day_at, is_longer_figure
from align.extraction.date_reader import Reader
from align.extraction.date_years import is_early_year
from align.extraction.edtf import PartialDate

_DIGITS = 3
_LAST_CENTURY = 10
_ENOUGH = 2  # figures that may be early years, after which they are taken to be


def early_year(reader: Reader, at: int) -> tuple[PartialDate, int] | None:
    """Three figures after "in" or "until" where a sentence or clause ends, if the text tells of early times."""
    if not _may_be_year(reader, at) or not _tells_of_early_times(reader):
        return None
    return PartialDate(int(reader.digits(at))), at + 1


def _may_be_year(reader: Reader, at: int) -> bool:
    digits = reader.digits(at)
    if len(digits) != _DIGITS or reader.form(at - 1) not in reader.words.early_cues or is_longer_figure(reader, at):
        return False
    return is_early_year(reader, at, int(digits))


def _tells_of_early_times(reader: Reader) -> bool:
    """Whether the text names an era, an early century or decade, or has several figures that may be early years."""
    if reader.early is None:
        candidates = sum(_may_be_year(reader, at) for at in range(reader.count))
        reader.early = candidates >= _ENOUGH or any(_is_early(reader, at) for at in range(reader.count))
    return reader.early


def _is_early(reader: Reader, at: int) -> bool:
    if reader.phrase("century_label", at) is not None:
        numbers = (day_at(reader, at - 1), day_at(reader, at - 2))  # "ninth", and "9th" is two tokens
        return any(number is not None and number[1] == at and number[0] <= _LAST_CENTURY for number in numbers)
    if reader.phrase("era", at) is not None:
        return reader.original(at).isupper() and (reader.is_number(at - 1) or reader.is_number(at + 1))
    tens = len(reader.digits(at)) == _DIGITS and reader.form(at + 1) in reader.words.decade_suffixes
    return tens and reader.glued(at + 1) and reader.form(at).endswith("0")
