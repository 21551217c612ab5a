"""Slips: what a wrong digit, month or scale word makes of a value.

Two values that differ as slips do were most likely meant to be one: 916 and 961, 7 July and 7 June, 650 million and
650 thousand. So were exact figures that lie close together, 2,266 and 2,278, as two sources count them. This tells
errors from two values that simply belong to different things.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import regex

from align.comparison.units import as_percent, convert
from align.model import DateOffset, DateValue, NumberValue, Value

FARTHEST_YEARS = 10
NEIGHBOURING_YEARS = 2
ISLAMIC_YEAR = 354.367  # days, the mean of the tabular calendar
SIGHTING = 2  # days that a conversion may be out
EXACT_DIGITS = 3  # a figure of as many digits is hardly as near to another by chance
TWO_DIGITS = TEN = 10
LARGE = 100  # counts from here on are seldom ten times each other by chance
MISHEARD = tuple({Decimal(10 + unit), Decimal(10 * unit)} for unit in range(3, 10))  # fifteen and fifty
NEAR = Decimal("0.02")
_MEASURED = frozenset({"measure", "money"})
_SCALES = (3, 6, 9)  # powers of ten between thousand, million, billion and trillion
YEARLESS = "XXXX"
_STATED_YEAR = regex.compile(r"\d{4}(?=-)")
_PLAIN_DATE = regex.compile(r"(\d{4}|XXXX)(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?[~?%]?")


def slip(left: Value, right: Value) -> float:
    """How much two differing values look like one with a slip, 0 to 1."""
    match left, right:
        case DateValue() as a, DateValue() as b:
            if a.offset and b.offset:
                return _offset_slip(a.offset, b.offset)
            return _impossible_slip(a, b) or _date_slip(stated_edtf(a), stated_edtf(b)) or _islamic_year_slip(a, b)
        case NumberValue() as a, NumberValue() as b:
            return _number_slip(a, b)
    return 0.0


def stated_edtf(value: DateValue) -> str:
    """The EDTF string of a date without a year that the text does not state."""
    edtf = value.edtf or ""
    return _STATED_YEAR.sub(YEARLESS, edtf) if value.inferred else edtf


def figure(value: NumberValue) -> Decimal:
    """The figure that a text states, whatever the hedge around it."""
    return value.low if value.low is not None else value.high if value.high is not None else Decimal(0)


def _date_slip(left: str, right: str) -> float:
    """1 where day and month, or day and year, agree; half of that where one of two parts does.

    Days of one month are no slips of each other: a story that goes on from day to day gives many.
    """
    a, b = _PLAIN_DATE.fullmatch(left), _PLAIN_DATE.fullmatch(right)
    if a is None or b is None:
        return 0.0
    stated = [(x, y) for x, y in zip(a.groups(), b.groups(), strict=True) if x and y and "XXXX" not in (x, y)]
    differing = [place for place, (x, y) in enumerate(stated) if x != y]
    if len(differing) != 1 or len(stated) < 2 or differing[0] == 2:
        return 0.0
    x, y = stated[differing[0]]
    if len(x) == 4 and abs(int(x) - int(y)) > FARTHEST_YEARS and not one_digit_off(x, y):
        return 0.0
    return 1.0 if len(stated) == 3 else 0.5


def _islamic_year_slip(left: DateValue, right: DateValue) -> float:
    """1 for days that are some Islamic years apart, where one is told in that calendar: 1 Muharram 734 and 735."""
    if "islamic" not in (left.calendar, right.calendar) or not left.earliest or not right.earliest:
        return 0.0
    if (left.earliest, right.earliest) != (left.latest, right.latest):
        return 0.0
    try:
        apart = abs((date.fromisoformat(left.earliest) - date.fromisoformat(right.earliest)).days)
    except ValueError:  # before Christ
        return 0.0
    years = round(apart / ISLAMIC_YEAR)
    return 1.0 if 1 <= years <= FARTHEST_YEARS and abs(apart - years * ISLAMIC_YEAR) < SIGHTING else 0.0


def differ_throughout(left: Value, right: Value) -> bool:
    """Whether two dates of one calendar, not both bare years, share neither year nor month nor day.

    Two accounts of one event differ in one of them: in none of 45 conflicts of dates in the corpora did all differ. A
    bare year may be that beside the other's.
    """
    if not isinstance(left, DateValue) or not isinstance(right, DateValue) or left.calendar != right.calendar:
        return False
    a, b = (_PLAIN_DATE.fullmatch(value.edtf or "") for value in (left, right))
    if a is None or b is None:
        return False
    parts = [tuple(None if part == "XXXX" else part for part in date.groups()) for date in (a, b)]
    if all(sum(part is not None for part in date) == 1 for date in parts):
        return False
    if any(date[1] is None for date in parts) and all(date[0] for date in parts):  # a bare year, and a day of another
        return abs(int(parts[0][0] or 0) - int(parts[1][0] or 0)) > NEIGHBOURING_YEARS
    return not any(x == y for x, y in zip(*parts, strict=True) if x and y)


def _impossible_slip(left: DateValue, right: DateValue) -> float:
    """1 for a day that its month does not have, beside another date of that month: nothing but a slip writes it."""
    a, b = (_PLAIN_DATE.match(value.edtf or "") for value in (left, right))
    if a is None or b is None or left.impossible_day == right.impossible_day or not a[2] or a[2] != b[2]:
        return 0.0
    return 1.0 if a[1] == b[1] or "XXXX" in (a[1], b[1]) else 0.0


def _offset_slip(left: DateOffset, right: DateOffset) -> float:
    """As of numbers, for counts of units: "32 years ago" and "52 years ago"."""
    a, b = (NumberValue(Decimal(offset.count), Decimal(offset.count)) for offset in (left, right))
    return _number_slip(a, b)


def _number_slip(left: NumberValue, right: NumberValue) -> float:
    """1 for the same digits in another order or scale, for one digit of three and for exact figures close together.

    One digit of two is half of that, and so are 300,000 and 30,000, three tonnes and 300 kilograms.
    """
    left, right = as_percent(left, right), as_percent(right, left)
    a, b = figure(left), figure(right)
    if left.quantity != right.quantity or a <= 0 or b <= 0:
        return 0.0
    first, second = digits_of(a), digits_of(b)
    units_differ = left.quantity == "measure" and left.unit != right.unit
    if units_differ and _transposed_in_another_unit(left, right):
        return 0.5
    if a == b:  # only the unit is another: 400 million dollars and roubles, 845 square miles and kilometres
        return _unit_slip(a, left.quantity)
    if units_differ and _tenfold_in_another_unit(left, right):
        return 0.5
    if {a, b} in MISHEARD:
        return 0.5
    if min(len(first), len(second)) >= EXACT_DIGITS and abs(a - b) <= NEAR * max(a, b):  # two counts of one thing
        return 1.0
    if first == second:  # 650 million and 650 thousand, but not ten and a million
        apart = abs(a.adjusted() - b.adjusted())
        if len(first) >= EXACT_DIGITS or apart in _SCALES or (len(first) > 1 and apart == 1):
            return 1.0
        return 0.5 if apart == 1 and (left.quantity in _MEASURED or min(a, b) >= LARGE) else 0.0
    if a.adjusted() != b.adjusted() and len(first) != len(second):
        return 0.0
    width = max(len(first), len(second))
    first, second = first.ljust(width, "0"), second.ljust(width, "0")
    if exchanged(first, second):
        return 1.0
    return (1.0 if width > 2 else 0.5) if width > 1 and one_digit_off(first, second) else 0.0


def _unit_slip(value: Decimal, quantity: str) -> float:
    """Of one figure in two units. Small whole ones are met by chance, most of all in spans of time."""
    if quantity == "money" or len(digits_of(value)) >= EXACT_DIGITS:
        return 1.0
    if len(digits_of(value)) == 1 and 1 <= value < TWO_DIGITS:
        return 0.0
    return 1.0 if quantity == "measure" and value >= 1 else 0.5


def _transposed_in_another_unit(left: NumberValue, right: NumberValue) -> bool:
    """Whether a measure has the digits of the other, converted, in another order: 174 feet are 53 metres, not 35."""
    for one, other in ((left, right), (right, left)):
        shown, converted = digits_of(figure(other)), convert(figure(one), one.unit, other.unit)
        if converted is None or converted.adjusted() != figure(other).adjusted():
            continue
        rounded = digits_of(Decimal(f"{converted:.{len(shown)}g}"))
        if exchanged(rounded, shown):
            return True
    return False


def _tenfold_in_another_unit(left: NumberValue, right: NumberValue) -> bool:
    """Whether a measure is ten times the other, converted: six inches are 15 centimetres, not 15 millimetres."""
    converted = convert(figure(left), left.unit, right.unit)
    if not converted:
        return False
    times = max(converted / figure(right), figure(right) / converted)
    return abs(times - TEN) <= TEN * NEAR


def digits_of(value: Decimal) -> str:
    """The digits of a figure that count: no zeros at its ends."""
    return "".join(map(str, value.normalize().as_tuple().digits))


def exchanged(a: str, b: str) -> bool:
    """Whether two figures have the same digits in another order."""
    return a != b and sorted(a) == sorted(b)


def one_digit_off(a: str, b: str) -> bool:
    return len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1
