"""Values that stand alone: no equal one is anywhere in the other text.

Two days of one week are two days of a story where both texts tell both. Where neither text has the day of the other,
they are more often two accounts of one event.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

import regex

from align.comparison.slips import YEARLESS, exchanged, figure, one_digit_off, slip, stated_edtf
from align.comparison.told import is_told
from align.model import DateValue, Mention, NumberValue, Value

NEAR_ALONE = 0.75  # nearly a slip: of twelve such pairs of dates in the shipped corpora eight were of one event
TENFOLD = 0.5  # of twelve such pairs of single digits and zeros four were of one thing
FARTHEST_DAYS = 3
FARTHEST_YEARS = 2
LEAP_YEAR = 2000  # stands for a year left unsaid
_DATE = regex.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>0[1-9]|1[0-2])-(?P<day>\d\d))?[~?%]?")
_YEAR = regex.compile(r"(?P<year>\d{4})(?P<rest>-\d\d.*)?[~?%]?$")
_FULL = regex.compile(r"\d{4}-\d\d-\d\d")
_DAY_PARTS = 3  # of a date that names a day


class Alone:
    """Which dates and numbers of two texts the other text does not have."""

    def __init__(self, left: Sequence[Mention], right: Sequence[Mention]) -> None:
        self._left, self._right = _unanswered(left, right), _unanswered(right, left)
        self._times = [Counter(stated(mention.value) for mention in side) for side in (left, right)]

    def both(self, left: Mention, right: Mention) -> bool:
        """Whether neither text has the other's value, nor a day or month within it.

        One figure that each text gives once, in pounds there and in dollars here, stands alone as well.
        """
        if left in self._left and right in self._right:
            return True
        figure = stated(left.value)
        once = all(times[figure] == 1 for times in self._times)
        return once and figure == stated(right.value) and isinstance(figure, Decimal)


def near_dates(left: Value, right: Value) -> bool:
    """Whether two dates differ as two accounts of one event do: by few days, or as years do where years are all."""
    if not isinstance(left, DateValue) or not isinstance(right, DateValue):
        return False
    a, b = _DATE.fullmatch(stated_edtf(left)), _DATE.fullmatch(stated_edtf(right))
    if a is None or b is None:
        return _are_neighbouring_years(left, right)
    unsaid = YEARLESS in (a["year"], b["year"])
    if bool(a["day"]) != bool(b["day"]):
        return not unsaid and _are_neighbouring_years(left, right)
    if not a["day"]:
        return not unsaid and _near_years(a["year"], b["year"])
    try:
        first, second = (
            datetime.date(LEAP_YEAR if unsaid else max(1, int(each["year"])), int(each["month"]), int(each["day"]))
            for each in (a, b)
        )
    except ValueError:  # a day that its month does not have
        return False
    return 0 < abs((first - second).days) <= FARTHEST_DAYS


def lone_days(left: Value, right: Value, alone: bool) -> bool:
    """Whether two days, each told in full and alone, differ by a slip, as two accounts of one event do.

    Of 114 such pairs in the shipped corpora, whatever passages they stand in, 109 were of one event; of 32 that are
    near without a slip, twenty were.
    """
    if not alone or not isinstance(left, DateValue) or not isinstance(right, DateValue):
        return False
    full = all(
        _FULL.fullmatch(value.edtf or "") and not value.inferred and not is_told(value) for value in (left, right)
    )
    return full and discrepancy(left, right, alone) == 1


def _are_neighbouring_years(left: DateValue, right: DateValue) -> bool:
    """Whether one is a bare year and the other a day or month of a year beside it: 1953 and August 1952."""
    years = [_YEAR.match(stated_edtf(value)) for value in (left, right)]
    stated = [year for year in years if year]
    if len(stated) < len(years) or not any(not year["rest"] for year in stated):
        return False
    return 0 < abs(int(stated[0]["year"]) - int(stated[1]["year"])) <= FARTHEST_YEARS


def _near_years(a: str, b: str) -> bool:
    """Whether two years differ by few, in the figure of the decade or the century alone, or in the order of figures.

    1731 and 1751, 1857 and 1875: of four such pairs of the last kind in the corpora two were of one event.
    """
    apart = abs(int(a) - int(b))
    return 0 < apart <= FARTHEST_YEARS or (apart % 10 == 0 and one_digit_off(a, b)) or exchanged(a, b)


def discrepancy(left: Value, right: Value, alone: bool) -> float:
    """How much two differing values look like two accounts of one thing, 0 to 1: by a slip, or alone and near."""
    return max(slip(left, right), _alone_slip(left, right) if alone else 0.0)


def _alone_slip(left: Value, right: Value) -> float:
    """Of values that neither text has of the other: less need be alike."""
    if isinstance(left, NumberValue) and isinstance(right, NumberValue):
        return TENFOLD if _are_tenfold(left, right) else 0.0
    return 1.0 if _days_look_alike(left, right) else NEAR_ALONE if near_dates(left, right) else 0.0


def _are_tenfold(left: NumberValue, right: NumberValue) -> bool:
    """Whether one figure is ten times the other: ten million and a million."""
    a, b = sorted((figure(left), figure(right)))
    return left.quantity == right.quantity and a > 0 and b == 10 * a


def _days_look_alike(left: Value, right: Value) -> bool:
    """Whether two days of one month have one last digit, or the same digits: 8 and 18 November 1349, 12 and 21 July.

    Of 15 such pairs in the corpora, each day alone in its month, all were of one event.
    """
    if not isinstance(left, DateValue) or not isinstance(right, DateValue):
        return False
    a, b = _DATE.fullmatch(stated_edtf(left)), _DATE.fullmatch(stated_edtf(right))
    if a is None or b is None or not a["day"] or not b["day"] or a["month"] != b["month"]:
        return False
    one_year = a["year"] == b["year"] or YEARLESS in (a["year"], b["year"])
    one, other = a["day"], b["day"]
    return one_year and one != other and (one[1] == other[1] or exchanged(one, other))


def _unanswered(mentions: Sequence[Mention], others: Sequence[Mention]) -> frozenset[Mention]:
    """The values that the others lack; a date that is only told by a distance is no sure answer."""
    stated_there = (
        mention for mention in others if not (isinstance(mention.value, DateValue) and is_told(mention.value))
    )
    told = {each for mention in stated_there for each in _wholes(mention.value)}
    return frozenset(mention for mention in mentions if stated(mention.value) not in told)


def stated(value: Value) -> str | Decimal:
    """The figure, whatever it counts, or the date that a value is."""
    if isinstance(value, NumberValue):
        return figure(value).normalize()
    return (value.edtf or "").rstrip("~?%") if isinstance(value, DateValue) else ""


def _wholes(value: Value) -> Iterator[str | Decimal]:
    """A figure; a date with the year and month that it lies in, and as a day of any year."""
    if isinstance(value, NumberValue):
        yield figure(value).normalize()
    elif isinstance(value, DateValue):
        for end in (value.edtf or "").split("/"):
            parts = end.rstrip("~?%").split("-")
            yield from ("-".join(parts[:count]) for count in range(1, len(parts) + 1))
            if len(parts) == _DAY_PARTS:
                yield "-".join((YEARLESS, *parts[1:]))
