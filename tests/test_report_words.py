"""Values in words, quotations, and the order of findings."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

import pytest
from report_cases import ENGLISH, analysis, date, mention, number, small_comparison

from align.model import DateValue, Mention, NameValue, NumberValue, Quantity, Span, Value
from align.report.bidi import direction, one_line
from align.report.order import count_kinds, count_verdicts, ranked
from align.report.quotes import Quoter, shorten
from align.report.wording import value_in_words
from align.wording.edtf import date_in_words

PERSONS = "شخصا"
DINARS = "دينار"
WITH_JOINER = "می\u200cخواهم"


def stating(value: Value) -> Mention:
    return mention("x", "x", value)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1996", "1996"),
        ("1996-09", "September 1996"),
        ("1996-09-27", "27 September 1996"),
        ("199X", "1990s"),
        ("19XX", "1900–1999"),
        ("XXXX-08-08", "8 August, no year"),
        ("XXXX-08", "August, no year"),
        ("1996-09-XX", "September 1996"),
        ("1997-05~", "about May 1997"),
        ("1997?", "1997 (uncertain)"),
        ("1997%", "about 1997 (uncertain)"),
        ("1997-~05", "about May 1997"),
        ("1996-21", "spring 1996"),
        ("1996-34", "second quarter of 1996"),
        ("-0044", "45 BC"),
        ("1990/1995", "1990–1995"),
        ("1995-09-21/1995-09-30", "21–30 September 1995"),
        ("1997-06/1997-08", "June–August 1997"),
        ("1997-05-22/1997-06-03", "22 May – 3 June 1997"),
        ("1997-05-22/1998-08-08", "22 May 1997 – 8 August 1998"),
        ("1997/1998-08", "1997 – August 1998"),
        ("../1996", "until 1996"),
        ("1996-09/", "from September 1996"),
        ("[1995,1996]", "1995 or 1996"),
        ("{1995,1996}", "1995 and 1996"),
        ("Y17E7", "Y17E7"),
        ("1996-99", "1996-99"),
        ("1996-09-27T10:00", "1996-09-27T10:00"),
        ("[1995..1996]", "[1995..1996]"),
    ],
)
def test_dates_in_words(edtf: str, words: str) -> None:
    assert date_in_words(edtf) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (date("1996-09", "1996-09-01", "1996-09-30"), "September 1996"),
        (date("1996-09", "1996-09-01", "1996-09-30", inferred=True), "September 1996 (from the context)"),
        (
            date("1953-06", "1953-06-01", "1953-06-30", impossible_day=59),
            "June 1953 (which has no day 59)",
        ),
        (date(None, None, None), "a relative date, not resolved"),
        (date(None, "1996-09-01", "1996-09-01"), "1 September 1996"),
        (date("1419-04-15", "1998-08-08", "1998-08-08", calendar="islamic"), "8 August 1998 (islamic calendar)"),
        (
            date("1419-04", "1998-07-25", "1998-08-22", calendar="islamic"),
            "25 July – 22 August 1998 (islamic calendar)",
        ),
    ],
)
def test_date_values_in_words(value: DateValue, words: str) -> None:
    assert str(value_in_words(stating(value))) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (number(8000, 8000, "troops"), "8,000 troops"),
        (number(8000, None, "guests"), "at least 8,000 guests"),
        (number(None, 20), "at most 20"),
        (number(1500, 3000, "fighters"), "1,500–3,000 fighters"),
        (number(100, 100, approximate=True), "about 100"),
        (number(None, None), "an unstated number"),
        (number(11, 11, PERSONS), f"11 {PERSONS}"),
        (NumberValue(Decimal("2.2"), Decimal("2.2"), unit="um", quantity="measure"), "2.2 \u00b5m"),
        (NumberValue(Decimal("0.5"), Decimal("0.5")), "0.5"),
        (NumberValue(Decimal("1E+5"), Decimal("1E+5")), "100,000"),
        (NumberValue(Decimal("1E+900000"), Decimal("1E+900000")), "1e+900000"),
    ],
)
def test_numbers_in_words(value: NumberValue, words: str) -> None:
    assert str(value_in_words(stating(value))) == words


@pytest.mark.parametrize(
    ("quantity", "amount", "unit", "words"),
    [
        ("percent", 5, "%", "5%"),
        ("money", 1200, "USD", "USD 1,200"),
        ("money", 1200, DINARS, f"1,200 {DINARS}"),
        ("duration", 1, "day", "1 day"),
        ("duration", 2, "century", "2 centuries"),
        ("age", 45, "year", "aged 45"),
        ("measure", 5, "km", "5 km"),
        ("ordinal", 1, "", "1st"),
        ("ordinal", 12, "", "12th"),
        ("ordinal", 23, "", "23rd"),
    ],
)
def test_quantities_in_words(quantity: Quantity, amount: int, unit: str, words: str) -> None:
    value = NumberValue(Decimal(amount), Decimal(amount), False, quantity == "ordinal", unit, quantity)
    assert str(value_in_words(stating(value))) == words


def test_a_name_is_told_by_its_class_and_latin_form() -> None:
    value = value_in_words(stating(NameValue("LOC", "samra")))
    assert (value.words, value.code) == ("place", "samra")


@pytest.mark.parametrize(
    ("quoted", "before", "after"),
    [
        ("September 1996", "… at Samra opened in ", ". More than 8,000 …"),
        ("Samra", "The bridge at ", " opened in September …"),
        ("5 May", "… Karim, spoke on ", "."),
        ("Its mayor", "… had built 41 boats. ", ", Karim, spoke on 5 …"),
    ],
)
def test_a_quotation_is_cut_at_words_within_its_sentence(quoted: str, before: str, after: str) -> None:
    quoter = Quoter(analysis("en", ENGLISH, "bridge"), reach=22)
    quote = quoter.mention(mention(ENGLISH, quoted, number(1, 1)))
    assert (quote.before, quote.mention, quote.after) == (before, quoted, after)


def test_a_quotation_stays_short_however_long_the_mention() -> None:
    text = "word " * 5000
    quote = Quoter(analysis("en", text, "long"), reach=20).mention(mention(text, text, number(1, 1)))
    assert len(quote.before + quote.mention + quote.after) < 300


@pytest.mark.parametrize(("start", "end"), [(50, 60), (0, 99), (3, 3)])
def test_a_mention_outside_its_text_breaks_nothing(start: int, end: int) -> None:
    quote = Quoter(analysis("en", "Short.", "short"), 20).mention(Mention("number", start, end, "x", number(1, 1)))
    assert quote.before + quote.mention + quote.after in "Short."


def test_the_passage_that_lacks_a_value_is_quoted_from_its_beginning() -> None:
    quote = Quoter(analysis("en", ENGLISH, "bridge"), 20).passage([Span(0, 107)])
    assert quote is not None
    assert (quote.before, quote.mention) == ("The bridge at Samra opened in September …", "")


def test_findings_are_ranked_by_severity_then_confidence() -> None:
    comparison = small_comparison()
    surer = dataclasses.replace(comparison.findings[3], confidence=0.99, id="surer")
    order = [found.id for found in ranked((*comparison.findings, surer))]
    assert order[0] == "surer"
    assert [name.split("-")[0] for name in order] == ["surer", "conflict", "only", "compatible", "agree"]


def test_counts_hold_every_verdict_and_kind() -> None:
    comparison = small_comparison()
    assert count_verdicts(comparison) == {"conflict": 1, "only-left": 1, "only-right": 0, "compatible": 1, "agree": 1}
    assert count_kinds(comparison) == {"date": 1, "number": 3, "name": 1}


@pytest.mark.parametrize(("code", "expected"), [("en", "ltr"), ("ar", "rtl"), ("ar-EG", "rtl"), ("zz", "ltr")])
def test_direction_comes_from_the_language(code: str, expected: str) -> None:
    assert direction(code) == expected


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u202eb", "a‹U+202E›b"),
        ("a\n \u2029 b", "a b"),
        ("a\x1bb\0", "a\u241bb\u2400"),
        ("a\ud800b", "a\ufffdb"),
        (WITH_JOINER, WITH_JOINER),
    ],
)
def test_controls_become_visible(text: str, shown: str) -> None:
    assert one_line(text) == shown


def test_shortening_marks_the_cut() -> None:
    assert (shorten("abc", 3), shorten("abcd", 3)) == ("abc", "ab…")
