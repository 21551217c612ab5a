"""How two numbers bear on each other: their intervals, hedges, rounding, and the units they are in."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from align.comparison.relation import APART, Relation
from align.comparison.slips import figure, slip
from align.comparison.units import as_percent, certainly_differ, convert, may_be_one_currency
from align.model import NumberValue, Value

HEDGED = Decimal("0.1")  # "about 8,000" leaves room for a tenth either way
HEDGED_DIGITS = 3  # "about 154,000" says more: of two figures with so many digits either has half the room
ROUNDED = Decimal("0.07")  # a round figure stands for what rounds to it, if that is not farther off than this
THOUSAND = 1000
MILLIONS = (10**6, 10**9)
ROUND_TO = 100  # smaller figures are taken as exact: 20 dead are not 19
WHOLE = Decimal("0.05")  # a whole figure stands for one with decimals if that is not farther off than this: 10 for 10.2
CUT = Decimal("0.2")  # who knows of 34 also writes "more than 30"; who knows of 39 does not
CONVERSION_ERROR = Decimal("1e-6")  # thirds have no last digit
CONVERTED = Decimal("0.06")  # a figure converted by hand is rounded: "10 km" for six miles
CONVERTED_TIME = Decimal("0.1")  # the longer span is told in wholes and halves: six weeks are "a month and a half"
# Who writes "more than 3,000" knows of no 8,000: a bound is read as the most that the writer could say
# (Grice's maxim of quantity), so it reaches half as far again and no farther.
UP_TO = 5  # times two thousand: what "thousands" may be
BOUND_REACH = Decimal("1.5")
DECADE = 10  # years
DEGREES = "deg"
TEMPERATURES = ("degC", "degF")
WARMER = 10  # degrees by which the weather of one place and hour may be told apart; farther off, an angle is meant
_MEASURED = {"duration", "measure"}
AGE_AND_SPAN = {"age", "duration"}


def relate_numbers(left: NumberValue, right: NumberValue) -> Relation:
    """Agree, compatible or conflict of two quantities of one sort; "apart" for quantities of different sorts."""
    left, right = with_scale(left, right), with_scale(right, left)
    relation = _relate_rates(left, right) if _other_times(left, right) else _relate(left, right)
    # An age may be told as a span of time, but one that differs from it by more than a slip is of something else.
    if relation.bearing == "conflict" and {left.quantity, right.quantity} == AGE_AND_SPAN:
        return relation if slip(_as_counted(left), _as_counted(right)) else APART
    # Men "in their thirties" are several, none of them the one who was 61.
    if relation.bearing == "conflict" and _is_decade_of_life(left) != _is_decade_of_life(right):
        return APART
    return relation


def _other_times(left: NumberValue, right: NumberValue) -> bool:
    """Whether both are reckoned for a time, and not for one as long: a night is a day."""
    return bool(left.per and right.per) and convert(Decimal(1), left.per, right.per) != 1


def _relate_rates(left: NumberValue, right: NumberValue) -> Relation:
    """Two amounts for different lengths of time: "1,000 a month" is 12,000 a year, and no 1,000 a year."""
    relation = _relate(left, right)
    if relation.bearing == "agree":
        return Relation("conflict", "the figure is the same and the time it is reckoned for another")
    factor = convert(Decimal(1), left.per, right.per)
    if factor is None or relation.bearing == "apart":
        return APART
    ends = (end if end is None else end * factor for end in (right.low, right.high))
    low, high = (None if end is None else end.quantize(Decimal("0.01")) for end in ends)
    as_left = _relate(replace(left, approximate=True), replace(right, low=low, high=high))
    same = as_left.bearing in ("agree", "compatible")
    return Relation("compatible", "one is the other, reckoned for another time") if same else APART


def _is_decade_of_life(value: NumberValue) -> bool:
    """Whether a value is such an age as "in her forties"."""
    if value.quantity != "age" or value.low is None or value.high is None:
        return False
    return value.low % DECADE == 0 and value.high - value.low == DECADE - 1


def _relate(left: NumberValue, right: NumberValue) -> Relation:
    left, right = _as_counted(left), _as_counted(right)
    left, right = as_percent(left, right), as_percent(right, left)
    if _numbers_and_ranks(left, right):
        return Relation("compatible", "one numbers what the other ranks")
    if left.ordinal != right.ordinal or not _same_sort(left, right) or left.is_share != right.is_share:
        return APART
    if left.quantity == "money" and left.unit != right.unit and certainly_differ(left.unit, right.unit):
        return Relation("conflict", "the figure is the same and the currency another")
    a, b = _interval(left), _interval(right)
    converted = bool(left.unit and right.unit) and left.unit != right.unit and left.quantity in _MEASURED
    rounded = converted
    if converted:
        one = convert(Decimal(1), right.unit, left.unit)
        if one is None:
            return APART
        rounded = not _moves_the_point(one)
        # In the finer unit: a quarter of a century is 25 years, and no third of one, rounded.
        coarse, unit, to = (b, right.unit, left.unit) if one >= 1 else (a, left.unit, right.unit)
        told = coarse.converted(unit, to)
        assert told is not None
        a, b = (a, told) if one >= 1 else (told, b)
    if (a.low, a.high) == (b.low, b.high) or (converted and a.same_but_for_digits(b)):
        return Relation("agree", "both give the same figure" if a.is_exact else "both give the same range")
    if leaves_scale(left, right) or leaves_scale(right, left):
        return Relation("compatible", "one leaves the millions unsaid that the other states")
    vague = left.approximate or right.approximate
    if a.is_range and b.is_range and (a.low == b.low) != (a.high == b.high) and not vague:
        return Relation("conflict", "the two ranges share one end and differ in the other")
    if a.bound is not None and b.bound is not None and a.opens_like(b) and not vague:
        near = _near(a.bound, b.bound, HEDGED)
        if near:
            return Relation("compatible", "the two bounds are close")
        if _cut_to(a.bound, b.bound, up=a.high.is_finite()):
            return Relation("compatible", "one is the other, rounded")
        return Relation("conflict", "the two bounds are far apart")
    if a.reach().overlaps(b.reach()):
        return Relation("compatible", "one lies within what the other allows")
    if rounded and a.near(b, CONVERTED_TIME if left.quantity == "duration" else CONVERTED):
        return Relation("compatible", "one is the other in another unit, rounded")
    if converted and left.quantity == "duration" and _cut_to_wholes(left, right):
        return Relation("compatible", "one is the other in another unit, rounded")
    if vague and a.near(b, _room(figure(left), figure(right))):
        return Relation("compatible", "one of the two is approximate")
    if a.is_exact and b.is_exact:
        # What is counted has no decimals: nine logs are not 8.8 of anything.
        nouns = {left.unit, right.unit} - {"", DEGREES}
        counted = left.quantity == "count" and bool(nouns) and max(a.low, b.low) < ROUND_TO
        measured = left.quantity == right.quantity and not counted
        if _rounds_to(a.low, b.low) or _rounds_in_decimals(a.low, b.low) or (measured and _whole_of(a.low, b.low)):
            return Relation("compatible", "one is the other, rounded")
    return Relation("conflict", "the two figures exclude each other")


def _moves_the_point(factor: Decimal) -> bool:
    """Whether a unit is so many tens, hundreds or thousands of another: nothing is rounded from tonnes to kilograms."""
    return factor.normalize().as_tuple().digits == (1,)


def leaves_scale(bare: NumberValue, scaled: NumberValue) -> bool:
    """Whether a count without a noun is so many millions of the other: "twelve million came, now fifteen do"."""
    if bare.quantity != "count" or bare.unit or scaled.quantity != "count":
        return False
    ends = ((bare.low, scaled.low), (bare.high, scaled.high))
    if any((one is None) != (other is None) or (one is not None and one >= THOUSAND) for one, other in ends):
        return False
    return any(all(one is None or one * scale == other for one, other in ends) for scale in MILLIONS)


def in_one_unit(left: NumberValue, right: NumberValue) -> tuple[NumberValue, NumberValue]:
    """Both values, the right one in the unit of the left where they measure the same thing in two."""
    left, right = as_percent(left, right), as_percent(right, left)
    if left.unit == right.unit or not left.unit or not right.unit or left.quantity not in _MEASURED:
        return left, right
    low, high = (end if end is None else convert(end, right.unit, left.unit) for end in (right.low, right.high))
    if (low is None) == (right.low is None) and (high is None) == (right.high is None):
        return left, replace(right, low=low, high=high, unit=left.unit)
    return left, right


def with_scale(bare: NumberValue, told: NumberValue) -> NumberValue:
    """Degrees on the scale of the other text's, where they may be: "38 degrees", "100 degrees" against 38 °C."""
    if bare.unit != DEGREES or told.unit not in TEMPERATURES:
        return bare
    apart = {unit: abs(_in_degrees(bare, unit, told.unit) - figure(told)) for unit in TEMPERATURES}
    scale = min(apart, key=lambda unit: (apart[unit], unit != told.unit))
    return replace(bare, unit=scale) if apart[scale] <= WARMER else bare


def _in_degrees(bare: NumberValue, unit: str, to: str) -> Decimal:
    degrees = convert(figure(bare), unit, to)
    assert degrees is not None
    return degrees


def _numbers_and_ranks(left: NumberValue, right: NumberValue) -> bool:
    """Whether one is the rank of the figure that the other gives of nothing: "chapter 3" answers «الفصل الثالث»."""
    if left.ordinal == right.ordinal or left.low is None or (left.low, left.high) != (right.low, right.high):
        return False
    cardinal = right if left.ordinal else left
    return cardinal.quantity == "count" and not cardinal.unit


def _as_counted(value: NumberValue) -> NumberValue:
    """An age as the duration that it is, and degrees as a count: «7.5 درجات» is also "magnitude 7.5"."""
    if value.quantity == "age":
        return replace(value, quantity="duration")
    return replace(value, quantity="count") if value.unit == DEGREES else value


def cuts_decimals(left: NumberValue, right: NumberValue) -> bool:
    """Whether one figure is large and whole and the other has decimals too: 777 points for 777.68."""
    if left.low is None or right.low is None or (left.low, right.low) != (left.high, right.high):
        return False
    return _whole_of(left.low, right.low) and max(left.low, right.low) >= ROUND_TO


def is_vague(value: Value) -> bool:
    """Whether a value is a number such as "thousands", which is told as about 2,000 at least."""
    return isinstance(value, NumberValue) and value.approximate and value.high is None and bool(value.low)


def _interval(value: NumberValue) -> _Interval:
    """The stated interval. "Thousands" end where the writer would say tens of them."""
    if is_vague(value):
        assert value.low is not None
        return _Interval(value.low, value.low * UP_TO)
    return _Interval(value.low, value.high)


def _same_sort(left: NumberValue, right: NumberValue) -> bool:
    """Whether the two can be held against each other at all. A unit left unsaid on one side rules nothing out."""
    if left.quantity == right.quantity:
        return left.quantity != "money" or _same_money(left, right)
    return "" in (left.unit, right.unit) and "percent" not in (left.quantity, right.quantity)


def _same_money(left: NumberValue, right: NumberValue) -> bool:
    """Whether two sums can be held against each other. Another sum in another currency may be a conversion."""
    if left.unit == right.unit or "" in (left.unit, right.unit) or may_be_one_currency(left.unit, right.unit):
        return True
    return (left.low, left.high) == (right.low, right.high) and certainly_differ(left.unit, right.unit)


class _Interval:
    """A closed interval whose open ends are infinite."""

    def __init__(self, low: Decimal | None, high: Decimal | None) -> None:
        self.low = Decimal("-Infinity") if low is None else low
        self.high = Decimal("Infinity") if high is None else high

    def converted(self, unit: str, to: str) -> _Interval | None:
        ends = [end if not end.is_finite() else convert(end, unit, to) for end in (self.low, self.high)]
        return None if ends[0] is None or ends[1] is None else _Interval(ends[0], ends[1])

    @property
    def is_exact(self) -> bool:
        return self.low == self.high

    @property
    def is_range(self) -> bool:
        return self.low.is_finite() and self.high.is_finite() and self.low < self.high

    @property
    def bound(self) -> Decimal | None:
        """The stated end of an interval that is open on the other."""
        if self.low.is_finite() == self.high.is_finite():
            return None
        return self.low if self.low.is_finite() else self.high

    def opens_like(self, other: _Interval) -> bool:
        return self.low.is_finite() == other.low.is_finite()

    def reach(self) -> _Interval:
        """The interval with its open end closed where the writer's silence closes it."""
        if self.bound is None or self.bound <= 0:
            return self
        if self.low.is_finite():
            return _Interval(self.low, self.low * BOUND_REACH)
        return _Interval(self.high / BOUND_REACH, self.high)

    def same_but_for_digits(self, other: _Interval) -> bool:
        """Whether the ends are equal but for what conversion rounds off: a third of an hour is twenty minutes."""
        ends = (self.low, other.low), (self.high, other.high)
        return all(a == b or (a.is_finite() and b.is_finite() and _near(a, b, CONVERSION_ERROR)) for a, b in ends)

    def overlaps(self, other: _Interval) -> bool:
        return self.low <= other.high and other.low <= self.high

    def near(self, other: _Interval, share: Decimal) -> bool:
        a, b = self.reach(), other.reach()
        return _near(*((b.low, a.high) if b.low > a.high else (a.low, b.high)), share)


def _room(a: Decimal, b: Decimal) -> Decimal:
    """How far off a hedge lets two figures be, as a share."""
    return HEDGED / 2 if min(_significant_digits(a), _significant_digits(b)) >= HEDGED_DIGITS else HEDGED


def _near(a: Decimal, b: Decimal, share: Decimal) -> bool:
    return abs(a - b) <= share * max(abs(a), abs(b))


def _rounds_to(a: Decimal, b: Decimal) -> bool:
    """Whether the rounder of two figures is the other one, rounded to the digits that it shows."""
    rounder, finer = sorted((a, b), key=_significant_digits)
    if rounder == 0 or abs(rounder) < ROUND_TO or _significant_digits(rounder) == _significant_digits(finer):
        return False
    exponent = rounder.adjusted() - _significant_digits(rounder) + 1
    if exponent < 2 and abs(rounder) < 10_000:
        return False
    return abs(rounder - finer) <= Decimal(10) ** exponent / 2 and abs(rounder - finer) <= ROUNDED * abs(finer)


def _rounds_in_decimals(a: Decimal, b: Decimal) -> bool:
    """Whether the figure with fewer decimals, one at least, is the other one rounded to them: 17.5 for 17.47.

    A half goes either way: an eighth is 0.12 as well as 0.13.
    """
    rounder, finer = sorted((a, b), key=_decimals)
    places = _decimals(rounder)
    return 0 < places < _decimals(finer) and abs(rounder - finer) * 2 <= Decimal(1).scaleb(-places)


def _decimals(value: Decimal) -> int:
    return max(0, -int(value.normalize().as_tuple().exponent))


def _whole_of(a: Decimal, b: Decimal) -> bool:
    """Whether one figure is whole and the other, with decimals, is nearest to it."""
    whole, finer = sorted((a, b), key=lambda value: value != value.to_integral_value())
    if whole != whole.to_integral_value() or finer == finer.to_integral_value():
        return False
    if whole >= ROUND_TO:  # the decimals of a large figure are cut as often as rounded: 777 points for 777.68
        return abs(whole - finer) < 1
    return abs(whole - finer) < Decimal("0.5") and _near(whole, finer, WHOLE)


def _cut_to_wholes(left: NumberValue, right: NumberValue) -> bool:
    """Whether one span is told in wholes and the other is up to half a unit longer: two years for 27 months."""
    if left.low is None or right.low is None or (left.low, right.low) != (left.high, right.high):
        return False
    for whole, finer in ((left, right), (right, left)):
        assert whole.low is not None and finer.low is not None
        told = convert(finer.low, finer.unit, whole.unit)
        if told is not None and told < finer.low and whole.low >= 2 and whole.low == whole.low.to_integral_value():
            return whole.low <= told < whole.low + Decimal("0.5")
    return False


def _cut_to(a: Decimal, b: Decimal, up: bool) -> bool:
    """Whether the rounder bound is the finer one cut to the digits that it shows: "more than thirty" for 34.

    A lower bound is cut down and an upper one `up`: what is fewer than 28 is fewer than thirty.
    """
    rounder, finer = sorted((a, b), key=_significant_digits)
    if rounder <= 0 or _significant_digits(rounder) == _significant_digits(finer):
        return False
    place = Decimal(10) ** (rounder.adjusted() - _significant_digits(rounder) + 1)
    cut = (finer / place).to_integral_value(ROUND_CEILING if up else ROUND_FLOOR) * place
    return cut == rounder and _near(a, b, CUT)


def _significant_digits(value: Decimal) -> int:
    return max(1, len(value.normalize().as_tuple().digits))
