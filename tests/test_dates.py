"""Dates that need no reference date, in both languages."""

from __future__ import annotations

import time

import pytest
from date_cases import bounds, dates, edtf, value

ENGLISH = [
    ("on the last day but one of February 2020", [("February 2020", "2020-02")]),
    ("They met on 27 September 1996.", [("27 September 1996", "1996-09-27")]),
    ("They met on September 27th, 1996.", [("September 27th, 1996", "1996-09-27")]),
    ("They met on Friday, 27 Sept. 1996.", [("Friday, 27 Sept. 1996", "1996-09-27")]),
    ("They met on the eighth of August.", [("the eighth of August", "XXXX-08-08")]),
    ("They met on the twenty-first of June 1998.", [("the twenty-first of June 1998", "1998-06-21")]),
    ("The road reopened in August 1998.", [("August 1998", "1998-08")]),
    ("The road reopened in August.", [("August", "XXXX-08")]),
    ("It began in 1996 and ended in 1998.", [("1996", "1996"), ("1998", "1998")]),
    ("The 1996 vote was calm.", [("1996", "1996")]),
    ("It began in nineteen ninety-six, they said.", [("nineteen ninety-six", "1996")]),
    ("Signed on 1996-09-27 and 27/09/1996.", [("1996-09-27", "1996-09-27"), ("27/09/1996", "1996-09-27")]),
    ("Stamped 9-18-15.", [("9-18-15", "2015-09-18")]),
    ("The siege (19\u201327 May 1997)", [("19\u201327 May 1997", "1997-05-19/1997-05-27")]),
    ("May\u2013July 1997", [("May\u2013July 1997", "1997-05/1997-07")]),
    ("22 May 1997 \u2013 8 August 1998", [("22 May 1997 \u2013 8 August 1998", "1997-05-22/1998-08-08")]),
    ("from September to December 1997", [("September to December 1997", "1997-09/1997-12")]),
    ("between 2 and 7 May 1997", [("between 2 and 7 May 1997", "1997-05-02/1997-05-07")]),
    ("on 25 and 27 May 1997", [("25 and 27 May 1997", "{1997-05-25,1997-05-27}")]),
    ("the winter of 1996-97", [("the winter of 1996-97", "1996-24")]),
    ("the war of 1996-97", [("1996-97", "1996/1997")]),
    ("in late May 1997", [("late May 1997", "1997-05~")]),
    ("mid-1997", [("mid-1997", "1997~")]),
    ("by the end of 1997", [("the end of 1997", "1997~")]),
    ("circa 1850", [("circa 1850", "1850~")]),
    ("the 1990s and the '80s", [("the 1990s", "199X"), ("the '80s", "198X")]),
    ("in the nineteen seventies", [("the nineteen seventies", "197X")]),
    ("the 19th century and the fifth century BC", [("the 19th century", "18XX"), ("the fifth century BC", "-04XX")]),
    ("from 1334 to 1325 BC", [("1334 to 1325 BC", "-1333/-1324")]),
    ("the 18th and 19th centuries", [("the 18th and 19th centuries", "17XX/18XX")]),
    ("15 March 44 BC", [("15 March 44 BC", "-0043-03-15")]),
    ("AD 79", [("AD 79", "0079")]),
    ("the summer of 1997", [("the summer of 1997", "1997-22")]),
    ("Q1 2016 and 2016 H2", [("Q1 2016", "2016-33"), ("2016 H2", "2016-41")]),
    ("the third quarter of 2016", [("the third quarter of 2016", "2016-35")]),
    ("the first half of May 1997", [("the first half of May 1997", "1997-05-01/1997-05-15")]),
    ("(May, July 1997)", [("May", "1997-05"), ("July 1997", "1997-07")]),
    ("He was born on 4 March 1921 and the war began.", [("4 March 1921", "1921-03-04")]),
    ("Thursday the 21st", [("Thursday the 21st", "XXXX-XX-21")]),
]

ARABIC = [
    (
        "الخميس 11 من الشهر",
        "الخميس 11 من الشهر",
        "XXXX-XX-11",
    ),
    (
        "الخميس الحادي عشر من الشهر",
        "الخميس الحادي عشر من الشهر",
        "XXXX-XX-11",
    ),
    (
        "أواخر شهر أيلول/سبتمبر عام 1995",
        "أواخر شهر أيلول/سبتمبر عام 1995",
        "1995-09~",
    ),
    (
        "وصلوا يوم 8 آب/أغسطس 1998 مساء",
        "يوم 8 آب/أغسطس 1998",
        "1998-08-08",
    ),
    (
        "تشكل منذ العام 1996 تحالف",
        "العام 1996",
        "1996",
    ),
    (
        "سافر في 15 من أيلول عام 1996",
        "15 من أيلول عام 1996",
        "1996-09-15",
    ),
    (
        "سافر في الثامن من آب 1998",
        "الثامن من آب 1998",
        "1998-08-08",
    ),
    (
        "سافر في الخامس والعشرين من أيار/مايو 1997",
        "الخامس والعشرين من أيار/مايو 1997",
        "1997-05-25",
    ),
    (
        "سافر في ٢٧ سبتمبر ١٩٩٦ مع أهله",
        "٢٧ سبتمبر ١٩٩٦",
        "1996-09-27",
    ),
    (
        "وسافر يوم الجمعة 27 تشرين الأول (أكتوبر) 1996",
        "يوم الجمعة 27 تشرين الأول (أكتوبر) 1996",
        "1996-10-27",
    ),
    (
        "في غشت 1998",
        "غشت 1998",
        "1998-08",
    ),
    (
        "في 5 جويلية 1962",
        "5 جويلية 1962",
        "1962-07-05",
    ),
    (
        "في 12 أوت 1997",
        "12 أوت 1997",
        "1997-08-12",
    ),
    (
        "في دجنبر 1999",
        "دجنبر 1999",
        "1999-12",
    ),
    (
        "من أيار إلى تموز 1997",
        "أيار إلى تموز 1997",
        "1997-05/1997-07",
    ),
    (
        "من 1997 إلى 1998",
        "1997 إلى 1998",
        "1997/1998",
    ),
    (
        "بين عامي 1996 و1998",
        "بين عامي 1996 و1998",
        "1996/1998",
    ),
    (
        "ليلة 16-17 تموز/يوليو 1918",
        "16-17 تموز/يوليو 1918",
        "1918-07-16/1918-07-17",
    ),
    (
        "في التسعينيات",
        "التسعينيات",
        "199X",
    ),
    (
        "في ثلاثينيات القرن العشرين",
        "ثلاثينيات القرن العشرين",
        "193X",
    ),
    (
        "في تسعينيات القرن الماضي",
        "تسعينيات القرن الماضي",
        "199X",
    ),
    (
        "في القرن التاسع عشر",
        "القرن التاسع عشر",
        "18XX",
    ),
    (
        "في القرن الـ19",
        "القرن الـ19",
        "18XX",
    ),
    (
        "بين القرنين الرابع والثالث ق.م",
        "بين القرنين الرابع والثالث ق.م",
        "-03XX/-02XX",
    ),
    (
        "سنة 44 ق.م",
        "سنة 44 ق.م",
        "-0043",
    ),
    (
        "في عام 1609م",
        "عام 1609م",
        "1609",
    ),
    (
        "صيف عام 1997",
        "صيف عام 1997",
        "1997-22",
    ),
    (
        "في الربع الثالث من عام 2016",
        "الربع الثالث من عام 2016",
        "2016-35",
    ),
    (
        "في النصف الثاني من أيلول 1995",
        "النصف الثاني من أيلول 1995",
        "1995-09-16/1995-09-30",
    ),
    (
        "مطلع عام 1998",
        "مطلع عام 1998",
        "1998~",
    ),
    (
        "حوالي عام 1850",
        "حوالي عام 1850",
        "1850~",
    ),
    (
        "عقد في سبتمبر10، ألف وتسعمائة وواحد",
        "سبتمبر10، ألف وتسعمائة وواحد",
        "1901-09-10",
    ),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert edtf(text) == expected


@pytest.mark.parametrize(("text", "quoted", "expected"), ARABIC)
def test_arabic(text: str, quoted: str, expected: str | None) -> None:
    assert edtf(text, "ar") == [(quoted, expected)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "An army of 1500 fighters held 1,996 rifles and 1998 carts."),
        ("en", "On a wall of 2000 stones stood 1500 men."),
        ("en", "UN resolution 1973, flight 1549 and room 2010"),
        ("en", "It cost $1996, or 1996.5 in all, at 10 am."),
        ("en", "He may leave and they march on; the sun sat low."),
        ("en", "in her mid-40s and his late fifties, in their 30s or 40s"),
        ("en", "a year's supply and the week's end"),
        ("ar", "في الثلاثينات أو الأربعينات من عمرهما"),
        ("en", "In his fifties he ran 24/7 and won 3/4 of the 9/11 games."),
        ("en", "The siege lasted five months and three days."),
        ("ar", "قوة من 1500 مقاتل و1998 جنديا"),
        ("ar", "القرار 1559 والغرفة 1234"),
        ("ar", "وسجلت في تسع سنوات 874 حدثا"),
        ("ar", "مارس الرياضة وفتح باب أب الأسرة"),
        ("ar", "في الخمسينات من عمره"),
        ("ar", "واحد من الناس واثنين آخرين"),
        ("ar", "في نفس اليوم، وفي تلك الليلة"),
        ("ar", "عام 1357 هـ ش"),
    ],
)
def test_not_dates(language: str, text: str) -> None:
    assert dates(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "early 1992", ("1992-01-01", "1992-04-30")),
        ("en", "late May 1997", ("1997-05-21", "1997-05-31")),
        ("en", "the 1990s", ("1990-01-01", "1999-12-31")),
        ("en", "the 20th century", ("1901-01-01", "2000-12-31")),
        ("en", "the winter of 1997", ("1997-01-01", "1998-02-28")),
        ("en", "28 May \u2013 early June 1997", ("1997-05-28", "1997-06-10")),
        ("en", "8 August", (None, None)),
        ("ar", "أواخر أيلول/سبتمبر 1995", ("1995-09-21", "1995-09-30")),
        ("ar", "القرن الخامس قبل الميلاد", ("-0499-01-01", "-0400-12-31")),
    ],
)
def test_bounds(language: str, text: str, expected: tuple[str | None, str | None]) -> None:
    assert bounds(text, language) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "earliest", "latest"),
    [
        ("ar", "15 رمضان 1417 هـ", "1997-01-24", "1997-01-24"),
        ("ar", "14 رجب سنة 680هـ", "1281-10-29", "1281-10-29"),
        ("ar", "شهر محرم 1400 هـ", "1979-11-20", "1979-12-19"),
        ("en", "the 15th of Ramadan 1417 AH", "1997-01-24", "1997-01-24"),
    ],
)
def test_islamic_dates(language: str, text: str, earliest: str, latest: str) -> None:
    (found,) = dates(text, language)
    assert value(found).calendar == "islamic"
    assert (value(found).earliest, value(found).latest) == (earliest, latest)


def test_two_calendars_stay_two_dates() -> None:
    text = "في 9 شوال 1320هـ/9 يناير 1903م"
    assert [value(mention).calendar for mention in dates(text, "ar")] == ["islamic", "gregorian"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Signed 03/04/1998.", "[1998-03-04,1998-04-03]"),
        ("Signed on Friday 03/04/1998.", "1998-04-03"),
        ("Signed 03/04/1998, sealed 25/12/1998.", "1998-04-03"),
        ("Signed 03/04/1998, sealed 12/25/1998.", "1998-03-04"),
        ("Signed 04/04/1998.", "1998-04-04"),
    ],
)
def test_order_of_day_and_month(text: str, expected: str) -> None:
    assert edtf(text)[0][1] == expected


def test_whole_dates_of_a_life_are_two() -> None:
    text = "(24 February 1767 \u2013 21 July 1824)"
    assert edtf(text) == [("24 February 1767", "1767-02-24"), ("21 July 1824", "1824-07-21")]


def test_no_date_crosses_a_line() -> None:
    assert edtf("1997\n1998") == [("1997", "1997"), ("1998", "1998")]


def test_proclitics_stay_outside() -> None:
    text = "لسبتمبر 1996"
    (found,) = dates(text, "ar")
    assert text[found.start : found.end] == found.text == text[1:]


@pytest.mark.parametrize("words", range(250, 260))
def test_long_lines_are_read_like_short_ones(words: int) -> None:
    text = "so " * words + "from the first half of the nineteenth century to the second week of May 1997"
    assert [code for _, code in edtf(text)] == [code for _, code in edtf(text[3 * words :])] != []


def test_the_end_of_a_line_says_nothing_of_its_beginning() -> None:
    assert edtf("May met him in June") == [("June", "XXXX-06")]


@pytest.mark.parametrize("text", ["1 ", "1/1/", "1996-", "May ", "the year ", "late ", "from 1 to ", "a day "])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_time_is_linear(text: str, language: str) -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        dates(text * times, language)
        return time.process_time() - start

    seconds(100)
    assert seconds(8000) < 12 * seconds(2000) + 0.5
