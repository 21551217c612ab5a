"""Days that no month has: what they are read as, and what is no such day."""

from __future__ import annotations

import pytest
from date_cases import bounds, edtf, impossible

from align import extract


@pytest.mark.parametrize(
    ("text", "quoted", "code", "day"),
    [
        ("It ended on June 59, 1953.", "June 59, 1953", "1953-06", 59),
        ("It ended on 59 June 1953.", "59 June 1953", "1953-06", 59),
        ("It ended on Friday, June 59.", "Friday, June 59", "XXXX-06", 59),
        ("It ended on June 59 in the north.", "June 59", "XXXX-06", 59),
        ("Nobody has spoken since 90 September.", "90 September", "XXXX-09", 90),
        ("In her June 91 speech she said no.", "June 91", "XXXX-06", 91),
        ("They met on the 45th of May.", "the 45th of May", "XXXX-05", 45),
        ("They met on May 45th.", "May 45th", "XXXX-05", 45),
        ("They met on 40 March 1997.", "40 March 1997", "1997-03", 40),
        ("It was dated 59/06/1953.", "59/06/1953", "1953-06", 59),
        ("It was dated 2001-06-59.", "2001-06-59", "2001-06", 59),
        ("It ended on 30 February 2001.", "30 February 2001", "2001-02", 30),
        ("It ended on 29 February 1997.", "29 February 1997", "1997-02", 29),
        ("It ended on 31 June.", "31 June", "XXXX-06-31", 31),
        ("It ran from 19 to 59 June 1997.", "19 to 59 June 1997", "1997-06-19/1997-06", 59),
        ("It ran on 28–31 June 1997.", "28–31 June 1997", "1997-06-28/1997-06", 31),
        ("It ended on 29 February 1996.", "29 February 1996", "1996-02-29", None),
    ],
)
def test_english(text: str, quoted: str, code: str, day: int | None) -> None:
    assert impossible(text) == [(quoted, code, day)]


@pytest.mark.parametrize(
    ("text", "quoted", "code", "day"),
    [
        ("وصلوا في 90 سبتمبر إلى كابل", "90 سبتمبر", "XXXX-09", 90),
        ("وصلوا في ٤٥ يونيو ١٩٩٧", "٤٥ يونيو ١٩٩٧", "1997-06", 45),
        ("وصلوا يوم 59 أيار", "يوم 59 أيار", "XXXX-05", 59),
        ("وصلوا في 40 مارس 1997", "40 مارس 1997", "1997-03", 40),
        ("وصلوا في 59/6/1953", "59/6/1953", "1953-06", 59),
        ("وصلوا في 30 شباط 1997", "30 شباط 1997", "1997-02", 30),
        ("وصلوا في 31 أبريل", "31 أبريل", "XXXX-04-31", 31),
    ],
)
def test_arabic(text: str, quoted: str, code: str, day: int) -> None:
    assert impossible(text, "ar") == [(quoted, code, day)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It began in June 59.", [("June 59", "1959-06")]),
        ("en", "It began in June '59.", [("June '59", "1959-06")]),
        ("en", "the figures for August 99", [("August 99", "1999-08")]),
        ("en", "By June 50 people had left.", [("June", "XXXX-06")]),
        ("en", "By June 45 were left.", [("June", "XXXX-06")]),
        ("en", "On March 45 soldiers fell.", []),
        ("en", "In June 45% of them left.", [("June", "XXXX-06")]),
        ("en", "It sold 45 September tickets.", [("September", "XXXX-09")]),
        ("en", "At 45 June Smith retired.", []),
        ("en", "pages 40 – 45 September", [("September", "XXXX-09")]),
        ("en", "45 September 12, 1995", [("September 12, 1995", "1995-09-12")]),
        ("en", "a loan of $90 September", [("September", "XXXX-09")]),
        ("en", "It was 41-45 September or so", [("September", "XXXX-09")]),
        ("ar", "في أكتوبر 73", [("أكتوبر 73", "1973-10")]),
        ("ar", "شارك 59 مارس", []),
        ("ar", "بلغت 60 % من مايو", [("مايو", "XXXX-05")]),
    ],
)
def test_counts_and_short_years_are_no_such_days(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert edtf(text, language) == expected
    assert all(day is None for _, _, day in impossible(text, language))


def test_the_bounds_are_those_of_the_month() -> None:
    assert bounds("on 59 June 1953") == [("1953-06-01", "1953-06-30")]
    assert bounds("on 59 June") == [(None, None)]


@pytest.mark.parametrize(("language", "text"), [("en", "on 59 June 1953"), ("ar", "في 59 يونيو 1953")])
def test_the_figure_is_no_number_and_the_json_has_no_new_field(language: str, text: str) -> None:
    (mention,) = extract(text, language=language)
    assert mention.kind == "date"
    assert mention.to_dict()["value"].keys() == {"edtf", "earliest", "latest", "calendar"}
