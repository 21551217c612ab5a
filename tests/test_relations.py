"""How values bear on each other: one table for dates, one for numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest

from align.comparison.bearing import says_same
from align.comparison.dates import relate_dates
from align.comparison.numbers import relate_numbers
from align.comparison.slips import slip
from align.model import DateValue, Mention, NumberValue, Quantity


def day(iso: str, calendar: str = "gregorian") -> DateValue:
    return DateValue(iso, iso, iso, calendar)


def span(edtf: str, earliest: str, latest: str, calendar: str = "gregorian") -> DateValue:
    return DateValue(edtf, earliest, latest, calendar)


def implied(iso: str) -> DateValue:
    """A day whose year its passage implies."""
    return DateValue(iso, iso, iso, inferred=True)


SEPTEMBER_1996 = span("1996-09", "1996-09-01", "1996-09-30")
YEAR_1996 = span("1996", "1996-01-01", "1996-12-31")
NINETIES = span("199X", "1990-01-01", "1999-12-31")
LATE_SEPTEMBER_1995 = span("1995-09~", "1995-09-21", "1995-09-30")
AUGUST_8 = DateValue("XXXX-08-08", None, None)
AUGUST_9 = DateValue("XXXX-08-09", None, None)
AUGUST = DateValue("XXXX-08", None, None)
YESTERDAY = DateValue(None, None, None)
NOVEMBER_3_AND_14 = DateValue("{XXXX-11-03,XXXX-11-14}", None, None)


@pytest.mark.parametrize(
    ("left", "right", "bearing"),
    [
        (day("1998-08-08"), day("1998-08-08"), "agree"),
        (day("1998-08-08"), day("1998-08-09"), "conflict"),
        (SEPTEMBER_1996, day("1996-09-27"), "compatible"),
        (SEPTEMBER_1996, LATE_SEPTEMBER_1995, "conflict"),
        (SEPTEMBER_1996, YEAR_1996, "compatible"),
        (NINETIES, YEAR_1996, "compatible"),
        (NINETIES, day("2001-09-11"), "conflict"),
        (span("1997-05-19/1997-05-27", "1997-05-19", "1997-05-27"), day("1997-05-25"), "compatible"),
        (span("1996-05~", "1996-05-01", "1996-05-31"), day("1996-06-10"), "compatible"),
        (span("1996-05~", "1996-05-01", "1996-05-31"), day("1996-09-10"), "conflict"),
        (span("1955~", "1955-09-01", "1955-12-31"), day("1956-01-20"), "compatible"),
        (span("1955~", "1955-09-01", "1955-12-31"), day("1956-07-19"), "conflict"),
        (span("1955~", "1955-01-01", "1955-12-31"), day("1956-07-19"), "compatible"),
        (span("198X~", "1983-01-01", "1986-12-31"), day("1989-05-05"), "conflict"),
        (span("1998-08-08~", "1998-08-08", "1998-08-08"), day("1998-08-10"), "compatible"),
        (AUGUST_8, day("1998-08-08"), "compatible"),
        (AUGUST_8, AUGUST_8, "agree"),
        (implied("1998-08-08"), day("1998-08-08"), "agree"),
        (implied("1998-08-08"), day("1999-08-08"), "apart"),
        (implied("1998-08-08"), implied("1999-08-08"), "apart"),
        (implied("1998-08-08"), day("1999-08-09"), "conflict"),
        (implied("1998-08-08"), YEAR_1996, "apart"),
        (AUGUST_8, AUGUST, "compatible"),
        (DateValue("XXXX-05-13/XXXX-05-14", None, None), DateValue("{XXXX-05-13,XXXX-05-14}", None, None), "agree"),
        (DateValue("XXXX-05-13", None, None), DateValue("{XXXX-05-13,XXXX-05-15}", None, None), "apart"),
        (AUGUST_8, AUGUST_9, "conflict"),
        (AUGUST_8, day("1998-09-08"), "conflict"),
        (AUGUST_8, YEAR_1996, "apart"),
        (YESTERDAY, YEAR_1996, "apart"),
        (day("2003-05-21"), day("2003-05-22", "islamic"), "compatible"),
        (day("2003-05-21"), day("2003-05-25", "islamic"), "conflict"),
        (day("1260-09-03"), span("1260-09-03~", "1260-09-03", "1260-09-03", "islamic"), "agree"),
        (span("1914/1918", "1914-01-01", "1918-12-31"), span("1914/1919", "1914-01-01", "1919-12-31"), "conflict"),
        (span("1914/1918", "1914-01-01", "1918-12-31"), span("1915/1917", "1915-01-01", "1917-12-31"), "compatible"),
        (span("1914/1918", "1914-01-01", "1918-12-31"), span("1914/1914-08", "1914-01-01", "1914-08-31"), "compatible"),
        (DateValue("XXXX-06-01/XXXX-11-20", None, None), DateValue("XXXX-06-01/XXXX-11-30", None, None), "conflict"),
        (DateValue("XXXX-04~/XXXX-12~", None, None), DateValue("XXXX-10~/XXXX-12~", None, None), "conflict"),
        (DateValue("XXXX-09~/XXXX-12~", None, None), DateValue("XXXX-10~/XXXX-12~", None, None), "compatible"),
        (
            DateValue("{XXXX-11-03,XXXX-11-14}", None, None),
            DateValue("{XXXX-11-09,XXXX-11-14}", None, None),
            "conflict",
        ),
        (DateValue("{XXXX-11-03,XXXX-11-14}", None, None), DateValue("{XXXX-11-09,XXXX-11-19}", None, None), "apart"),
        (NOVEMBER_3_AND_14, DateValue("{XXXX-01-03,XXXX-01-14}", None, None), "conflict"),
        (NOVEMBER_3_AND_14, DateValue("{XXXX-11-03,XXXX-12-14}", None, None), "conflict"),
        (NOVEMBER_3_AND_14, DateValue("{XXXX-01-03,XXXX-02-14}", None, None), "apart"),
    ],
)
def test_dates(left: DateValue, right: DateValue, bearing: str) -> None:
    assert relate_dates(left, right).bearing == bearing
    assert relate_dates(right, left).bearing == bearing


FIRST_HALF_OF_APRIL = DateValue("XXXX-04-01/XXXX-04-15", None, None)
FIRST_HALF_OF_OCTOBER = DateValue("XXXX-10-01/XXXX-10-15", None, None)
SUMMER = DateValue("XXXX-22", None, None)
JUNE_59 = DateValue("XXXX-06", None, None, impossible_day=59)
JUNE_59_1953 = DateValue("1953-06", "1953-06-01", "1953-06-30", impossible_day=59)


@pytest.mark.parametrize(
    ("left", "right", "bearing"),
    [
        (FIRST_HALF_OF_APRIL, FIRST_HALF_OF_OCTOBER, "conflict"),
        (FIRST_HALF_OF_APRIL, FIRST_HALF_OF_APRIL, "agree"),
        (FIRST_HALF_OF_APRIL, DateValue("XXXX-04", None, None), "compatible"),
        (FIRST_HALF_OF_APRIL, DateValue("XXXX-04-20", None, None), "conflict"),
        (FIRST_HALF_OF_APRIL, day("1997-04-09"), "compatible"),
        (FIRST_HALF_OF_APRIL, span("1997-04-01/1997-04-15", "1997-04-01", "1997-04-15"), "compatible"),
        (AUGUST, DateValue("XXXX-09", None, None), "conflict"),
        (DateValue("XXXX-05/XXXX-07", None, None), DateValue("XXXX-06/XXXX-09", None, None), "compatible"),
        (DateValue("XXXX-11/XXXX-02", None, None), AUGUST, "apart"),
        (SUMMER, SUMMER, "agree"),
        (SUMMER, AUGUST, "apart"),
    ],
)
def test_dates_without_a_year(left: DateValue, right: DateValue, bearing: str) -> None:
    assert relate_dates(left, right).bearing == bearing
    assert relate_dates(right, left).bearing == bearing


@pytest.mark.parametrize(
    ("left", "right", "bearing"),
    [
        (JUNE_59_1953, day("1953-06-19"), "conflict"),
        (JUNE_59_1953, span("1953-06", "1953-06-01", "1953-06-30"), "conflict"),
        (JUNE_59_1953, JUNE_59_1953, "agree"),
        (JUNE_59_1953, JUNE_59, "compatible"),
        (JUNE_59_1953, DateValue("1953-06", "1953-06-01", "1953-06-30", impossible_day=49), "conflict"),
        (JUNE_59, DateValue("XXXX-06-19", None, None), "conflict"),
        (JUNE_59, day("1997-06-19"), "conflict"),
        (JUNE_59, span("1959-06", "1959-06-01", "1959-06-30"), "compatible"),
        (JUNE_59, YEAR_1996, "apart"),
        (JUNE_59, YESTERDAY, "apart"),
    ],
)
def test_a_day_that_no_month_has(left: DateValue, right: DateValue, bearing: str) -> None:
    assert relate_dates(left, right).bearing == bearing
    assert relate_dates(right, left).bearing == bearing


def number(
    low: str | None,
    high: str | None = "same",
    unit: str = "",
    quantity: Quantity = "count",
    approximate: bool = False,
    ordinal: bool = False,
    per: str = "",
) -> NumberValue:
    top = low if high == "same" else high
    as_decimal = [None if end is None else Decimal(end) for end in (low, top)]
    return NumberValue(as_decimal[0], as_decimal[1], approximate, ordinal, unit, quantity, per)


@pytest.mark.parametrize(
    ("left", "right", "bearing"),
    [
        (number("9"), number("11"), "conflict"),
        (number("15"), number("15000000", unit="زائر"), "compatible"),
        (number("15"), number("15000", unit="زائر"), "conflict"),
        (number("15", unit="visitors"), number("15000000", unit="زائر"), "conflict"),
        (number("15"), number("25000000", unit="زائر"), "conflict"),
        (
            number("36", unit="day", quantity="duration", approximate=True),
            number("36", unit="day", quantity="duration"),
            "agree",
        ),
        (number("94", unit="cents", quantity="money"), number("94", unit="سنتا", quantity="money"), "agree"),
        (number("94", unit="cents", quantity="money"), number("49", unit="سنتا", quantity="money"), "conflict"),
        (number("0.125"), number("0.12"), "compatible"),
        (number("0.125"), number("0.11"), "conflict"),
        (number("200", "900", approximate=True), number("300", "900", approximate=True), "compatible"),
        (number("1902", unit="ppb", quantity="measure"), number("1.902", unit="ppm", quantity="measure"), "agree"),
        (number("8000"), number("8000"), "agree"),
        (number("8000", None), number("8000", approximate=True), "compatible"),
        (number("8000", None), number("8500"), "compatible"),
        (number("8000", None), number("6000"), "conflict"),
        (number("3000", None), number("8000", approximate=True), "conflict"),
        (number("280000", None), number("380000", None), "conflict"),
        (number("8000", None), number("8200", None), "compatible"),
        (number(None, "120"), number(None, "820"), "conflict"),
        (number("34", None), number("30", None), "compatible"),
        (number("350", None), number("300", None), "compatible"),
        (number("39", None), number("30", None), "conflict"),
        (number("26", None), number("30", None), "conflict"),
        (number("5", None), number("4", None), "conflict"),
        (number(None, "26"), number(None, "30"), "compatible"),
        (number(None, "34"), number(None, "30"), "conflict"),
        (number("10.2"), number("10"), "compatible"),
        (number("10.2", unit="kg", quantity="measure"), number("10", unit="kg", quantity="measure"), "compatible"),
        (number("8.8", unit="m"), number("9", unit="logs"), "conflict"),
        (number("99.6"), number("100"), "compatible"),
        (number("4"), number("4.5"), "conflict"),
        (number("7"), number("7.5"), "conflict"),
        (number("3"), number("3.4"), "conflict"),
        (number("10.2"), number("10.4"), "conflict"),
        (number("10.6"), number("10"), "conflict"),
        (number("80", None), number(None, "100"), "compatible"),
        (number("3", "7"), number("3", "6"), "conflict"),
        (number("1500", "3000"), number("2000", "2500"), "compatible"),
        (number(None, "5000"), number("4000"), "compatible"),
        (number("1127"), number("1197"), "conflict"),
        (number("7986"), number("8000"), "compatible"),
        (number("20"), number("19"), "conflict"),
        (number("1500"), number("1400"), "conflict"),
        (number("1400"), number("1000"), "conflict"),
        (number("750000"), number("748200"), "compatible"),
        (number("100", approximate=True), number("108"), "compatible"),
        (number("154000", approximate=True), number("164000", approximate=True), "conflict"),
        (number("154000", approximate=True), number("160000", approximate=True), "compatible"),  # fewer digits
        (number("154000", approximate=True), number("157000"), "compatible"),
        (
            number("6", unit="week", quantity="duration"),
            number("1.5", unit="month", quantity="duration"),
            "compatible",
        ),
        (number("6", unit="week", quantity="duration"), number("2", unit="month", quantity="duration"), "conflict"),
        # Told in wholes, up to half a unit is left out.
        (number("2", unit="year", quantity="duration"), number("27", unit="month", quantity="duration"), "compatible"),
        (number("2", unit="year", quantity="duration"), number("31", unit="month", quantity="duration"), "conflict"),
        (number("1", unit="hour", quantity="duration"), number("80", unit="minute", quantity="duration"), "conflict"),
        (
            number("30", unit="year", quantity="duration", approximate=True),
            number("0.25", unit="century", quantity="duration", approximate=True),
            "conflict",
        ),
        (number("100", approximate=True), number("150"), "conflict"),
        (number("20", "30"), number("25"), "compatible"),
        (number("20", "30"), number("20", "30"), "agree"),
        (number("20", "30"), number("40"), "conflict"),
        (number("2250000000"), number("25200000000"), "conflict"),
        (number("8", ordinal=True, quantity="ordinal"), number("8", unit="ships"), "apart"),
        (number("8", ordinal=True, quantity="ordinal"), number("9", ordinal=True, quantity="ordinal"), "conflict"),
        (number("14", unit="%", quantity="percent"), number("14", unit="%", quantity="percent"), "agree"),
        (number("14", unit="%", quantity="percent"), number("14"), "apart"),
        (number("5", unit="USD", quantity="money"), number("5", unit="EUR", quantity="money"), "conflict"),
        (number("5", unit="USD", quantity="money"), number("4", unit="EUR", quantity="money"), "apart"),
        (number("5", unit="USD", quantity="money"), number("5", unit="CAD", quantity="money"), "apart"),
        (number("5", unit="EGP", quantity="money"), number("5", unit="GBP", quantity="money"), "apart"),
        (number("5", unit="SAR", quantity="money"), number("5", unit="riyals", quantity="money"), "agree"),
        (number("10", unit="dinars", quantity="money"), number("10", unit="دنانير", quantity="money"), "agree"),
        (number("10", unit="dinars", quantity="money"), number("12", unit="دنانير", quantity="money"), "conflict"),
        (number("5000", unit="riyals", quantity="money"), number("500", unit="ريال", quantity="money"), "conflict"),
        (number("5", unit="USD", quantity="money"), number("5", unit="ريال", quantity="money"), "conflict"),
        (number("5", unit="pesos", quantity="money"), number("5", unit="USD", quantity="money"), "conflict"),
        (number("5", unit="pesos", quantity="money"), number("9", unit="USD", quantity="money"), "apart"),
        (number("5", unit="GBP", quantity="money"), number("5", unit="جنيه", quantity="money"), "agree"),
        (number("5", unit="SYP", quantity="money"), number("5", unit="liras", quantity="money"), "agree"),
        (number("5", unit="USD", quantity="money"), number("5"), "agree"),
        (number("2", unit="week", quantity="duration"), number("14", unit="day", quantity="duration"), "agree"),
        (number("2", unit="year", quantity="duration"), number("24", unit="month", quantity="duration"), "agree"),
        (number("6", unit="mi", quantity="measure"), number("10", unit="km", quantity="measure"), "compatible"),
        (number("6", unit="mi", quantity="measure"), number("16", unit="km", quantity="measure"), "conflict"),
        (number("6", unit="mi", quantity="measure"), number("6", unit="kg", quantity="measure"), "apart"),
        (number("100", unit="degC", quantity="measure"), number("212", unit="degF", quantity="measure"), "agree"),
        (number("34", unit="year", quantity="age"), number("34"), "agree"),
        (number("30", "39", unit="year", quantity="age"), number("34", unit="year", quantity="age"), "compatible"),
        (number("30", "39", unit="year", quantity="age"), number("61", unit="year", quantity="age"), "apart"),
        (
            number("30", "39", unit="year", quantity="age"),
            number("40", "49", unit="year", quantity="age"),
            "conflict",
        ),
        (number("36", unit="year", quantity="age"), number("36", unit="year", quantity="duration"), "agree"),
        (number("76", unit="year", quantity="age"), number("36", unit="year", quantity="duration"), "conflict"),
        (number("42", unit="year", quantity="age"), number("10", unit="year", quantity="duration"), "apart"),
        (number("3"), number("3", ordinal=True, quantity="ordinal"), "compatible"),
        (number("3", unit="ships"), number("3", ordinal=True, quantity="ordinal"), "apart"),
        (number("3"), number("4", ordinal=True, quantity="ordinal"), "apart"),
        (number("7.5", unit="magnitude"), number("7.5", unit="deg", quantity="measure"), "agree"),
        (number("3.5", unit="magnitude"), number("7.5", unit="deg", quantity="measure"), "conflict"),
        (number("30", unit="deg", quantity="measure"), number("30", unit="km", quantity="measure"), "apart"),
        (number("16", unit="deg", quantity="measure"), number("16.2", unit="deg", quantity="measure"), "compatible"),
        (number("16", unit="deg", quantity="measure"), number("17.2", unit="deg", quantity="measure"), "conflict"),
        (number("38", unit="deg", quantity="measure"), number("38", unit="degC", quantity="measure"), "agree"),
        (number("100", unit="deg", quantity="measure"), number("38", unit="degC", quantity="measure"), "compatible"),
        (number("39", unit="deg", quantity="measure"), number("38", unit="degC", quantity="measure"), "conflict"),
        (number("80", unit="deg", quantity="measure"), number("38", unit="degC", quantity="measure"), "apart"),
        (number("200", unit="fs", quantity="measure"), number("0.2", unit="ps", quantity="measure"), "agree"),
        (number("50", unit="cars", per="month"), number("50", unit="سيارة", per="month"), "agree"),
        (number("50", unit="cars", per="month"), number("50", unit="سيارة"), "agree"),
        (number("50", unit="rooms", per="night"), number("50", unit="غرفة", per="day"), "agree"),
        (number("50", unit="cars", per="month"), number("50", unit="سيارة", per="day"), "conflict"),
        (
            number("1000", unit="USD", quantity="money", per="month"),
            number("12000", unit="USD", quantity="money", per="year"),
            "compatible",
        ),
        (
            number("1000", unit="USD", quantity="money", per="month"),
            number("18000", unit="USD", quantity="money", per="year"),
            "apart",
        ),
        (
            number("11000", unit="ft/min", quantity="measure"),
            number("201", unit="km/h", quantity="measure"),
            "compatible",
        ),
        (number("11000", unit="ft/min", quantity="measure"), number("11600", unit="m", quantity="measure"), "apart"),
        (number("0.8", unit="matches"), number("5", unit="matches"), "apart"),
        (number("0.8", unit="matches"), number("0.6", unit="matches"), "conflict"),
        (number("5", unit="officers"), number("5", unit="دبلوماسيين"), "agree"),
        (NumberValue(Decimal(2000), None, approximate=True), number("8000"), "compatible"),  # thousands
        (NumberValue(Decimal(2000), None, approximate=True), number("80000"), "conflict"),
        (NumberValue(Decimal(2000), None), number("8000"), "conflict"),  # more than 2,000
        (NumberValue(Decimal(24), None, approximate=True), number("70"), "compatible"),  # dozens
        (number("40", unit="%", quantity="percent"), number("0.5", unit="المبلغ"), "conflict"),
        (number("50", unit="%", quantity="percent"), number("0.5", unit="المبلغ"), "agree"),
        (number("47", unit="%", quantity="percent"), number("0.5"), "compatible"),
        (number("17.5", unit="%", quantity="percent"), number("17.47", unit="%", quantity="percent"), "compatible"),
        (number("17.5", unit="%", quantity="percent"), number("17.44", unit="%", quantity="percent"), "conflict"),
        (number(f"{'7' * 29}.5", unit="km"), number(f"{'7' * 29}.47", unit="km"), "conflict"),  # beyond our digits
        (number(f"{'7' * 29}.5", unit="km"), number("7.47", unit="km"), "conflict"),
        (number("777", unit="points"), number("777.68", unit="نقطة"), "compatible"),
        (number("9", unit="logs"), number("8.8", unit="logs"), "conflict"),
        (number("4.4", unit="km", quantity="measure"), number("4.38", unit="km", quantity="measure"), "compatible"),
        # From kilograms to tonnes only the point moves.
        (number("4670", unit="kg", quantity="measure"), number("4.67", unit="t", quantity="measure"), "agree"),
        (number("4670", unit="kg", quantity="measure"), number("4.7", unit="t", quantity="measure"), "compatible"),
        (number("4670", unit="kg", quantity="measure"), number("4.76", unit="t", quantity="measure"), "conflict"),
        (number("4670", unit="lb", quantity="measure"), number("2.1", unit="t", quantity="measure"), "compatible"),
    ],
)
def test_numbers(left: NumberValue, right: NumberValue, bearing: str) -> None:
    assert relate_numbers(left, right).bearing == bearing
    assert relate_numbers(right, left).bearing == bearing


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (number("2266"), number("2278"), 1.0),  # the dead, as two sources count them
        (number("10261"), number("10147"), 1.0),
        (number("2266"), number("2478"), 0.0),
        (number("51"), number("52"), 0.5),  # two digits are near each other by chance
        (number("400e6", unit="USD", quantity="money"), number("400e6", unit="RUB", quantity="money"), 1.0),
        (number("15", unit="hour", quantity="duration"), number("15", unit="month", quantity="duration"), 0.5),
        (number("5", unit="hour", quantity="duration"), number("5", unit="month", quantity="duration"), 0.0),
        (number("845", unit="mi2", quantity="measure"), number("845", unit="km2", quantity="measure"), 1.0),
        (number("650e6"), number("650e3"), 1.0),
    ],
)
def test_figures_that_one_mistake_or_another_count_sets_apart(
    left: NumberValue, right: NumberValue, expected: float
) -> None:
    assert slip(left, right) == slip(right, left) == expected


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (day("1912-04-10"), DateValue("XXXX-04-10", None, None), True),
        (day("1912-04-10"), DateValue("XXXX-04-11", None, None), False),
        (day("1912-04-10"), day("1913-04-10"), False),
        (day("1912-04-10"), span("1912-04", "1912-04-01", "1912-04-30"), False),  # one fits the other, and says less
        (number("9"), number("9"), True),
        (number("9"), number("8", None), False),
    ],
)
def test_values_that_say_the_same(left: DateValue | NumberValue, right: DateValue | NumberValue, same: bool) -> None:
    a, b = (Mention("date" if isinstance(v, DateValue) else "number", 0, 1, "-", v) for v in (left, right))
    assert says_same(a, b) is says_same(b, a) is same
