"""Years standing alone before a name, a noun or a count."""

from __future__ import annotations

import pytest
from date_cases import edtf


@pytest.mark.parametrize(
    ("language", "text", "quoted", "code"),
    [
        ("en", "It will come to six degrees by 2100.", "2100", "2100"),
        ("ar", "سيارة موديل 1987 وهاتف موديل 3310", "موديل 1987", "1987"),
        ("en", "It opened on September 30, 1882 136 years ago.", "September 30, 1882", "1882-09-30"),
        ("en", "In 1995 11 diplomats died.", "1995", "1995"),
        ("en", "Since 2000 China's trade has grown.", "2000", "2000"),
        ("en", "Until 1500 Spain was poor.", "1500", "1500"),
        ("en", "The court's 2014 decision fell.", "2014", "2014"),
        ("en", "He won at London 2012.", "2012", "2012"),
        ("ar", "في 1995 11 شخصا", "1995", "1995"),
        ("ar", "منذ 2000 والصين تنمو", "2000", "2000"),
        ("ar", "ألغت المحكمة قرار 2014 الصادر عنها", "2014", "2014"),
        ("ar", "في العام 1950", "العام 1950", "1950"),
        ("en", "Born: 1994", "1994", "1994"),
        ("en", "It failed. In 1953 doctors treated her.", "1953", "1953"),
        ("en", "It failed. Since 2014 campaigners have come.", "2014", "2014"),
        ("en", "Its 9,500 seats, made in 1975 plays a part.", "1975", "1975"),
        ("en", "The survey of 1996 found nothing.", "1996", "1996"),
        ("en", "Death: 1368 or 1369", "1368", "1368"),
        (
            "ar",
            "وأُعلنت في أواخر ١٩٤٦ خطبتها إليه",
            "أواخر ١٩٤٦",
            "1946~",
        ),
        ("en", "Troops: withdrawn by 2003", "2003", "2003"),
        ("en", "Deaths: 12\nOpened: 1994", "1994", "1994"),
        (
            "ar",
            "القوات: انسحبت في 2003",
            "2003",
            "2003",
        ),
        ("en", "in the budget of 2023-24.", "2023-24", "2023/2024"),
        ("en", "the fiscal year 2018-19, which began", "year 2018-19", "2018/2019"),
        ("en", "in 2016-17,500 people", "2016", "2016"),
        ("en", "between July 10 and 22 for a paper", "between July 10 and 22", "XXXX-07-10/XXXX-07-22"),
        ("en", "on July 10 and 22", "July 10 and 22", "{XXXX-07-10,XXXX-07-22}"),
        ("ar", "في السبعينيات من القرن الماضي", "السبعينيات من القرن الماضي", "197X"),
        ("en", "the nineties of the last century", "the nineties of the last century", "199X"),
        ("ar", "وتشغل منذ عام 2014 مقعدا في المحكمة", "عام 2014", "2014"),
        ("ar", "في عام ألفين وأربعة عشر", "عام ألفين وأربعة عشر", "2014"),
        ("ar", "رفضوا إجراء مماثلا في 2022 بنسبة 54%", "2022", "2022"),
        ("ar", "سنة ست وخمسين وتسعمئة وألف", "سنة ست وخمسين وتسعمئة وألف", "1956"),
        ("ar", "سنة ست وخمسين وستمئة للهجرة", "سنة ست وخمسين وستمئة للهجرة", "1258-01-08/1258-12-28"),
        ("ar", "انبعاثاته في أيار/مايو من خمسمئة طن إلى ألفي طن", "أيار/مايو", "XXXX-05"),
    ],
)
def test_years(language: str, text: str, quoted: str, code: str) -> None:
    assert edtf(text, language)[0] == (quoted, code)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "between 1650 and 3000 soldiers"),
        ("ar", "قُتل بين ١٦٥٠ و٣٠٠٠ جندي"),
        ("en", "Since then 2000 Palestinians have fled."),
        ("en", "since 2000 Palestinians fled"),
        ("en", "in 1500 British homes"),
        ("en", "They cast 9,500 votes in 1200 homes"),
        ("en", "a club with a part in 1975 plays"),
        ("en", "a survey of 1501 secondary schools"),
        ("en", "a poll of 1197 Londoners"),
        ("en", "the columns in 1995 11 22 33"),
        ("en", "the king's 2000 troops"),
        ("en", "Australian troops: about 2000"),
        ("en", "Side: Iraq\nDeaths: 1994"),
        (
            "ar",
            "القوات الأسترالية: نحو 2000",
        ),
        ("ar", "منذ 2000 شخص"),
        ("ar", "وقد انتهى عدد الموتى إلى 2040 في اليوم"),
        ("en", "The number of deaths rose to 1950."),
        ("ar", "وهم نحو خمسة وأربعين ألفا"),
        ("ar", "وخسر صفر-2، ثم فاز 3-صفر"),
        ("ar", "القرار 1973 الصادر"),
        ("ar", "قرار رقم 2014 الصادر"),
        ("ar", "من 850 لترا إلى 1910 لترات"),
        ("ar", "أصيب أكثر من ١٢٠٠ في شرق البلاد"),
        ("ar", "من 1254 إلى 1350 يورو شهريا"),
        ("en", "from 1254 to 1350 euros a month"),
        ("ar", "لتصل إلى 1902 جزء في المليار"),
        ("ar", "طوال 11 عاما و1304 حلقات"),
        ("ar", "أناس في السبعينيات والثمانينيات من العمر"),
    ],
)
def test_counts_and_numbers_of_papers(language: str, text: str) -> None:
    assert edtf(text, language) == []


def test_a_year_before_what_something_rose_to() -> None:
    assert edtf("وارتفع من 41 عاما في 2001 إلى 48 عاما في 2021", "ar") == [("2001", "2001"), ("2021", "2021")]


def test_a_year_may_stand_before_a_plural() -> None:
    assert edtf("في 1908 قوات بريطانية وفي 1904 أزمات", "ar") == [("1908", "1908"), ("1904", "1904")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was begun in 706 and completed in 715, under al-Walid.", ["0706", "0715"]),
        ("In the early 970s he came to power and ruled until 997.", ["097X~", "0997"]),
        ("A prince of the 9th century, he died around 895.", ["08XX", "0895~"]),
        ("He was born in AD 79 and died in 126.", ["0079", "0126"]),
        ("He finished in 123, two shots behind.", []),
        ("In the 9th century 300 men lived in 120 houses.", ["08XX"]),
    ],
)
def test_years_of_three_figures_where_early_times_are_told_of(text: str, expected: list[str]) -> None:
    assert [code for _, code in edtf(text)] == expected


def test_centuries_that_something_lasts_are_no_date() -> None:
    assert edtf("It lasted four centuries, until the twentieth century.") == [("the twentieth century", "19XX")]


def test_half_of_a_year_that_begins_in_one_and_ends_in_the_next() -> None:
    assert edtf("revenue (H1 2023-24: less)") == [("H1 2023-24", "2023-40")]


def test_a_year_after_this_and_a_make_of_cars() -> None:
    assert edtf("صورته هذه عام 1645", "ar") == [("عام 1645", "1645")]
    assert edtf("في المقعد الخلفي لسيارة نيسان قشقاي", "ar") == []
