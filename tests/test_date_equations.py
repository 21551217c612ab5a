"""Islamic dates that a text equates with Gregorian ones, and equations that the calendar contradicts."""

from __future__ import annotations

import pytest
from date_cases import dates, value

from align.extraction.date_equations import contradictory_equations
from align.languages import LANGUAGES


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "في 5 صفر 1355هـ الموافق 26 نيسان 1936", "1936-04-26"),
        ("ar", "في 26 نيسان 1936م (5 صفر 1355هـ)", "1936-04-26"),
        ("ar", "في 5 صفر 1355هـ الموافق 6 نيسان 1936", "1936-04-06"),
        ("ar", "في 5 صفر 1355هـ/6 نيسان 1936", "1936-04-06"),
        ("ar", "في (5 صفر 1355هـ = 6 نيسان 1936م)", "1936-04-06"),
        ("ar", "في 5 صفر 1355هـ == 6 نيسان 1936م", "1936-04-06"),
        ("ar", "في 5 صفر 1355هـ الموافق لـ 6 نيسان 1936م", "1936-04-06"),
        ("ar", "في 5 صفر 1355هـ الموافق يوم الاثنين 6 نيسان 1936م", "1936-04-06"),
        ("ar", "في صفر 1355هـ / نيسان 1936م", "1936-04"),
        ("ar", "عام 648هـ/1250م", "1250"),
        ("ar", "عام 1250م (648هـ)", "1250"),
        ("ar", "(648-784هـ/1250-1382م)", "1250/1382"),
        ("ar", "في 12 محرم 1411هـ الموافق 3/8/1990م", "1990-08-03"),
        ("ar", "بتاريخ 12/1/1411 الموافق 3/8/1990", "1990-08-03"),
        ("en", "on 12 Rabi I 1414 AH (30 August 1993)", "1993-08-30"),
        ("en", "in AH 583 (1187)", "1187"),
    ],
)
def test_the_text_decides(language: str, text: str, expected: str) -> None:
    assert [value(found).edtf for found in dates(text, language) if value(found).calendar == "islamic"] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A comma or a dash equates nothing.
        ("في 5 صفر 1355هـ، 6 نيسان 1936", "1936-04-27~"),
        ("من 5 صفر 1355هـ - 6 نيسان 1938", "1936-04-27~"),
        # A year beside a day says less than the day.
        ("في 10 محرم 61هـ / 680م", "0680-10-10~"),
        # What stands in brackets goes on after the date.
        ("في 5 صفر 1355هـ (6 نيسان 1936 كان موعد الجلسة)", "1936-04-27~"),
    ],
)
def test_what_is_no_equation(text: str, expected: str) -> None:
    assert [value(found).edtf for found in dates(text, "ar") if value(found).calendar == "islamic"] == [expected]


@pytest.mark.parametrize(
    ("text", "computed"),
    [
        ("في 5 صفر 1355هـ الموافق 6 نيسان 1936", [("1936-04-27", "1936-04-27")]),
        ("في 5 صفر 1355هـ الموافق 26 نيسان 1936", []),
        ("في 5 صفر 1355هـ، 6 نيسان 1936", []),
        ("عام 648هـ/1350م", [("1250-04-05", "1251-03-25")]),
        ("عام 648هـ/1250م", []),
        # Before the reform either calendar may be meant: 10 October is Julian, 13 October reckoned back.
        ("في 10 محرم 61هـ / 10 تشرين الأول 680م", []),
        ("في 10 محرم 61هـ / 13 تشرين الأول 680م", []),
        ("في 10 محرم 61هـ / 20 تشرين الأول 680م", [("0680-10-10", "0680-10-10")]),
    ],
)
def test_contradictory_equations(text: str, computed: list[tuple[str, str]]) -> None:
    language = LANGUAGES["ar"]
    found = contradictory_equations(text, dates(text, "ar"), language)
    days = [(equation.computed_earliest.isoformat(), equation.computed_latest.isoformat()) for equation in found]
    assert days == computed
    assert all(value(equation.islamic).calendar == "islamic" for equation in found)
