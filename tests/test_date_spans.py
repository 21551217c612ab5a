"""Parts of months, years, decades and centuries, lists of days, and dates that no calendar has."""

from __future__ import annotations

import pytest
from date_cases import bounds, edtf


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("the first week of May 1997", "1997-05-01", "1997-05-07"),
        ("the last week of July 2005", "2005-07-25", "2005-07-31"),
        ("the last day of May 1997", "1997-05-31", "1997-05-31"),
        ("the first Monday in May 1997", "1997-05-05", "1997-05-05"),
        ("the last Friday of May 1997", "1997-05-30", "1997-05-30"),
        ("the last quarter of 2010", "2010-10-01", "2010-12-31"),
        ("the first half of the 1990s", "1990-01-01", "1994-12-31"),
        ("the second half of the 19th century", "1851-01-01", "1900-12-31"),
        ("the first decade of the 20th century", "1900-01-01", "1909-12-31"),
        ("the first six months of 1997", "1997-01-01", "1997-06-30"),
        ("the last three days of May 1997", "1997-05-29", "1997-05-31"),
        ("from the 16th to the 18th century", "1501-01-01", "1800-12-31"),
        ("in the two thousands", "2000-01-01", "2009-12-31"),
        ("the mid-90s", "1993-01-01", "1996-12-31"),
        ("Q1-Q3 2016", "2016-01-01", "2016-09-30"),
        ("264\u2013241 BC", "-0263-01-01", "-0240-12-31"),
        ("in nineteen oh five", "1905-01-01", "1905-12-31"),
        ("the class of '79", "1979-01-01", "1979-12-31"),
        ("16-Nov-16", "2016-11-16", "2016-11-16"),
        ("December 24, 1979, to February 15, 1989", "1979-12-24", "1989-02-15"),
    ],
)
def test_english_spans(text: str, first: str, last: str) -> None:
    assert bounds(text) == [(first, last)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("الأسبوع الأول من أيار 1997", "1997-05-01", "1997-05-07"),
        ("آخر يوم من أيار 1997", "1997-05-31", "1997-05-31"),
        ("النصف الأول من القرن العشرين", "1901-01-01", "1950-12-31"),
        ("النصف الثاني من التسعينيات", "1995-01-01", "1999-12-31"),
        ("العقد الأول من القرن العشرين", "1900-01-01", "1909-12-31"),
        ("الأشهر الستة الأولى من عام 1997", "1997-01-01", "1997-06-30"),
        ("آخر ثلاثة أشهر من عام 1997", "1997-10-01", "1997-12-31"),
        ("القرن الـ 19 الميلادي", "1801-01-01", "1900-12-31"),
        ("غرة أيار 1997", "1997-05-01", "1997-05-01"),
        ("ما بين الخامس والعاشر من أيار 1997", "1997-05-05", "1997-05-10"),
        ("بين تشرين الأول وكانون الأول 1997", "1997-10-01", "1997-12-31"),
        ("بتاريخ 25 / 5 / 1997", "1997-05-25", "1997-05-25"),
        ("25/5/1997م", "1997-05-25", "1997-05-25"),
        ("12 أوجست 1997", "1997-08-12", "1997-08-12"),
        ("الثاني عشر من آب أغسطس 1997", "1997-08-12", "1997-08-12"),
        ("آب أو أغسطس 1997", "1997-08-01", "1997-08-31"),
    ],
)
def test_arabic_spans(text: str, first: str, last: str) -> None:
    assert bounds(text, "ar") == [(first, last)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "on 3, 5 and 9 May 1997", ["{1997-05-03,1997-05-05,1997-05-09}"]),
        ("en", "on May 3, 5 and 9, 1997", ["{1997-05-03,1997-05-05,1997-05-09}"]),
        ("en", "on 3 May and 5 June 1997", ["1997-05-03", "1997-06-05"]),
        ("en", "On May 3 and 5 men died", ["XXXX-05-03"]),
        ("en", "It begins on May 3, and 4,600 pupils have been invited", ["XXXX-05-03"]),
        ("en", "between the 5th and the 9th of May 1997", ["1997-05-05/1997-05-09"]),
        ("ar", "في 3 و5 و9 أيار 1997", ["{1997-05-03,1997-05-05,1997-05-09}"]),
        ("ar", "في الواحد والعشرين من أيار 1997", ["1997-05-21"]),
        ("ar", "ليلة الخامس والسادس من أيار 1997", ["{1997-05-05,1997-05-06}"]),
    ],
)
def test_lists_of_days(language: str, text: str, expected: list[str]) -> None:
    assert [code for _, code in edtf(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "They left in the summer.", ["XXXX-22"]),
        ("en", "since the fall of the city", []),
        ("en", "in summer camps", []),
        ("en", "in the twenties", ["[192X,202X]"]),
        ("ar", "رحلوا في الصيف", ["XXXX-22"]),
        ("ar", "في ربيع العمر", []),
        ("en", "He came second in May.", ["XXXX-05"]),
        ("ar", "الجولة الثانية في أيار", ["XXXX-05"]),
        ("ar", "كتب ومارس الرياضة", []),
        ("en", "article 2016-321", []),
    ],
)
def test_seasons_and_what_is_no_date(language: str, text: str, expected: list[str]) -> None:
    assert [code for _, code in edtf(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "fourth or fifth century AD", [("fourth or fifth century AD", "03XX/04XX")]),
        ("ar", "القرن الرابع أو الخامس الميلادي", [("القرن الرابع أو الخامس الميلادي", "03XX/04XX")]),
    ],
)
def test_one_century_or_the_next(language: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert edtf(text, language) == expected
