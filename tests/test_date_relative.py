"""Dates relative to the day of writing."""

from __future__ import annotations

import pytest
from date_cases import bounds, edtf

TUESDAY = "2016-11-08"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("We left yesterday.", "2016-11-07", "2016-11-07"),
        ("It was last year's winner.", "2015-01-01", "2015-12-31"),
        ("It was yesterday's paper.", "2016-11-07", "2016-11-07"),
        ("We leave the day after tomorrow.", "2016-11-10", "2016-11-10"),
        ("We met last week.", "2016-10-31", "2016-11-06"),
        ("We met last Monday.", "2016-11-07", "2016-11-07"),
        ("We meet this Friday.", "2016-11-11", "2016-11-11"),
        ("We meet next Friday.", "2016-11-18", "2016-11-18"),
        ("We meet on Tuesday next week.", "2016-11-15", "2016-11-15"),
        ("It rained this year.", "2016-01-01", "2016-12-31"),
        ("It rained next June.", "2017-06-01", "2017-06-30"),
        ("It rained last summer.", "2016-06-01", "2016-08-31"),
        ("It ended five months ago.", "2016-06-08", "2016-06-08"),
        ("It ended two years and one month ago.", "2014-10-08", "2014-10-08"),
        ("It rained over the last three days.", "2016-11-05", "2016-11-07"),
        ("It rained in the past two decades.", "1990-01-01", "2009-12-31"),
        ("It rained early last month.", "2016-10-01", "2016-10-15"),
        ("It rains later this month.", "2016-11-08", "2016-11-30"),
        ("It rained in the third week of this month.", "2016-11-14", "2016-11-20"),
        ("It rained on the 20th of last month.", "2016-10-20", "2016-10-20"),
        ("It rains two days from tomorrow.", "2016-11-11", "2016-11-11"),
        ("It rains between now and November 15th.", "2016-11-08", "2016-11-15"),
        ("It rains from next Friday to 1 December 2016.", "2016-11-18", "2016-12-01"),
        ("It rained from 2016/aug/01 to today.", "2016-08-01", "2016-11-08"),
        ("It rains for 3 days starting next Monday.", "2016-11-14", "2016-11-16"),
        ("It rains for a week from tomorrow.", "2016-11-09", "2016-11-15"),
        ("It rains within 5 days.", "2016-11-08", "2016-11-13"),
        ("It rains next week between Wednesday and Friday.", "2016-11-16", "2016-11-18"),
        ("It rained this month from 4 to 22.", "2016-11-04", "2016-11-22"),
        ("It rains less than two weeks from today.", "2016-11-08", "2016-11-21"),
        ("It ended 2 years, 1 month and 21 days ago.", "2014-09-17", "2014-09-17"),
        ("It ended a year and a half ago.", "2015-05-08", "2015-05-08"),
        ("It ended on 5 May last year.", "2015-05-05", "2015-05-05"),
        ("It rained in the first quarter of this year.", "2016-01-01", "2016-03-31"),
        ("It rains this coming Friday.", "2016-11-11", "2016-11-11"),
        ("It rains the week after next.", "2016-11-21", "2016-11-27"),
        ("It rains the following month.", "2016-12-01", "2016-12-31"),
    ],
)
def test_english(text: str, first: str, last: str) -> None:
    assert bounds(text, reference=TUESDAY) == [(first, last)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("سافر أمس", "2016-11-07", "2016-11-07"),
        ("سافر في الليلة الماضية", "2016-11-07", "2016-11-07"),
        ("سافر أول من أمس", "2016-11-06", "2016-11-06"),
        ("يسافر بعد غد", "2016-11-10", "2016-11-10"),
        ("سافر الأسبوع الماضي", "2016-10-31", "2016-11-06"),
        ("سافر يوم الأحد الماضي", "2016-11-06", "2016-11-06"),
        ("يسافر هذا العام", "2016-01-01", "2016-12-31"),
        ("يسافر في يونيو المقبل", "2017-06-01", "2017-06-30"),
        ("سافر قبل خمسة أشهر", "2016-06-08", "2016-06-08"),
        ("سافر قبل عامين", "2014-11-08", "2014-11-08"),
        ("سافر في الأيام القليلة الماضية", "2016-11-05", "2016-11-07"),
        ("سافر في آخر 3 سنوات", "2013-11-08", "2016-11-07"),
        ("سافر مطلع الشهر المقبل", "2016-12-01", "2016-12-15"),
        ("سافر في تسعينيات القرن الماضي", "1990-01-01", "1999-12-31"),
        ("سافر في 20 من الشهر الماضي", "2016-10-20", "2016-10-20"),
        ("يسافر بين الآن و15 تشرين الثاني", "2016-11-08", "2016-11-15"),
        ("سافر من 1 آب 2016 حتى أمس", "2016-08-01", "2016-11-07"),
        ("يسافر لمدة ثلاثة أيام ابتداء من غد", "2016-11-09", "2016-11-11"),
        ("يسافر في غضون 5 أيام", "2016-11-08", "2016-11-13"),
        ("يسافر الأسبوع المقبل بين الأربعاء والجمعة", "2016-11-16", "2016-11-18"),
        ("سافر هذا الشهر من 4 إلى 22", "2016-11-04", "2016-11-22"),
        ("سافر منذ سنتين وشهر", "2014-10-08", "2014-10-08"),
        ("سافر قبل عام ونصف", "2015-05-08", "2015-05-08"),
        ("سافر قبل نحو عامين", "2014-11-08", "2014-11-08"),
        ("سافر قبل أقل من شهر", "2016-10-09", "2016-11-08"),
        ("سافر في 5 أيار الماضي", "2016-05-05", "2016-05-05"),
        ("سافر خلال السنوات الثلاث الماضية", "2013-11-08", "2016-11-07"),
        ("سافر في النصف الأول من العام الجاري", "2016-01-01", "2016-06-30"),
        ("يسافر الشهر التالي", "2016-12-01", "2016-12-31"),
    ],
)
def test_arabic(text: str, first: str, last: str) -> None:
    assert bounds(text, "ar", TUESDAY) == [(first, last)]


@pytest.mark.parametrize(
    ("language", "text", "quoted"),
    [
        ("en", "They left yesterday.", "yesterday"),
        ("en", "They left two years ago.", "two years ago"),
        ("en", "They left on Monday.", "Monday"),
        ("ar", "غادروا الأسبوع الماضي", "الأسبوع الماضي"),
        ("ar", "غادروا قبل خمسة أشهر", "قبل خمسة أشهر"),
    ],
)
def test_unresolved_without_a_reference_date(language: str, text: str, quoted: str) -> None:
    assert edtf(text, language) == [(quoted, None)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "On 5 May 1997 they met, and left the following day.", ["1997-05-05"]),
        ("ar", "التقوا في 5 أيار 1997 ورحلوا في اليوم التالي", ["1997-05-05"]),
    ],
)
def test_the_day_after_a_date_of_the_story_is_not_tomorrow(language: str, text: str, expected: list[str]) -> None:
    assert [code for _, code in edtf(text, language, TUESDAY)] == expected


def test_a_weekday_alone_is_the_last_or_the_next() -> None:
    assert edtf("They spoke on Friday.", reference=TUESDAY) == [("Friday", "[2016-11-04,2016-11-11]")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Sunday Times wrote so."),
        ("en", "On the last day of the siege"),
        ("en", "They held out for two years."),
        ("ar", "قبل يومين من الهجوم"),
        ("ar", "قبل شهر أيلول"),
    ],
)
def test_not_relative_to_today(language: str, text: str) -> None:
    assert all(found is not None for _, found in edtf(text, language))


@pytest.mark.parametrize("text", ["next decade", "last century", "9999 years ago", "the next 9999 centuries"])
@pytest.mark.parametrize("reference", ["0001-01-02", "9999-12-30"])
def test_the_ends_of_the_calendar_do_not_break(text: str, reference: str) -> None:
    assert len(bounds(text, reference=reference)) == 1


@pytest.mark.parametrize(
    ("language", "text", "reference", "expected"),
    [
        ("en", "Next February 7 the airport", None, [("February 7", "XXXX-02-07")]),
        ("en", "Next February 7 the airport", "2023-11-01", [("Next February 7", "2024-02-07")]),
        (
            "en",
            "elected last November 15, in Rome",
            "2018-02-01",
            [("last November 15", "2017-11-15")],
        ),
        ("en", "Last June 20 people died", None, [("Last June", None)]),
        ("en", "half a century ago", None, []),
        ("en", "over the last weekend of January", None, [("January", "XXXX-01")]),
        ("en", "over the last weekend", None, [("the last weekend", None)]),
        ("en", "two centuries ago", None, [("two centuries ago", None)]),
        ("ar", "ارتفع يوم الاثنين ٧٪", None, [("يوم الاثنين", None)]),
        ("ar", "الجمهوريون الأحد عشر", None, []),
        ("ar", "آخر اللقاءات الأحد والعشرين", None, []),
        ("ar", "مساء الأحد عشرة قتلى", None, [("الأحد", None)]),
    ],
)
def test_days_beside_other_words(
    language: str, text: str, reference: str | None, expected: list[tuple[str, str | None]]
) -> None:
    assert edtf(text, language, reference) == expected


def test_a_weekday_that_recurs_is_no_day() -> None:
    assert bounds("حتى التاسعة مساء أيام الخميس؛", "ar", TUESDAY) == []
    assert bounds("حتى التاسعة مساء أيام الخميس", "ar", TUESDAY) == []
    assert len(bounds("اجتمع أيام الاثنين والثلاثاء", "ar", TUESDAY)) == len(("Monday", "Tuesday"))
