"""Feasts that are kept on one day of the year, and days counted from a stated one."""

from __future__ import annotations

import pytest

from align.extraction.dates import find_dates
from align.languages import get
from align.model import DateValue
from align.text import tokenize


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The gate was opened on Christmas Day 1989.", [("Christmas Day 1989", "1989-12-25")]),
        ("en", "On New Year's Eve 1999 he resigned.", [("New Year's Eve 1999", "1999-12-31")]),
        ("en", "On New Year’s Day, 1956, it was free.", [("New Year’s Day, 1956", "1956-01-01")]),
        ("en", "It fell on Christmas Eve.", [("Christmas Eve", "XXXX-12-24")]),
        ("en", "They ate a Christmas cake.", []),
        ("en", "They will spend less this Christmas.", [("Christmas", "XXXX-12-25")]),
        ("ar", "ستغلق المتاجر عشية عيد الميلاد.", [("عشية عيد الميلاد", "XXXX-12-24")]),
        ("en", "It was over long before Christmas.", []),
        ("ar", "افتتحت البوابة يوم عيد الميلاد عام 1989.", [("يوم عيد الميلاد عام 1989", "1989-12-25")]),
        ("ar", "استقال ليلة رأس السنة 1999.", [("ليلة رأس السنة 1999", "1999-12-31")]),
        ("ar", "وقعت الغارة في ليلة عيد الميلاد.", [("ليلة عيد الميلاد", "XXXX-12-24")]),
        ("ar", "في عيد الميلاد السبعين للملكة.", []),
        ("en", "It was opened three days before Christmas 1989.", [("three days before Christmas 1989", "1989-12-22")]),
        ("en", "Two weeks after 3 June it was over.", [("Two weeks after 3 June", "XXXX-06-17")]),
        ("en", "He came a week before New Year's Day 1990.", [("a week before New Year's Day 1990", "1989-12-25")]),
        ("en", "He came a week before New Year's Day.", []),  # of what year?
        ("en", "Two months after 3 June 1990 it was over.", [("3 June 1990", "1990-06-03")]),
        ("ar", "افتتحت قبل عيد الميلاد بثلاثة أيام.", [("قبل عيد الميلاد بثلاثة أيام", "XXXX-12-22")]),
        ("ar", "توفي قبل يومين من 5 مايو 1990.", [("قبل يومين من 5 مايو 1990", "1990-05-03")]),
        ("ar", "عاد بعد 5 مايو 1990 بأسبوع.", [("بعد 5 مايو 1990 بأسبوع", "1990-05-12")]),
    ],
)
def test_a_feast_or_a_day_counted_from_another_is_a_day(
    language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    found = find_dates(text, tokenize(text), get(language))
    assert [(each.text, each.value.edtf) for each in found if isinstance(each.value, DateValue)] == expected
