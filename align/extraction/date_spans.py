"""Spans with names: decades, centuries, seasons, and the quarters, halves and weeks of a year."""

from __future__ import annotations

import datetime

from align.extraction.date_numerals import day_at, era_after, is_longer_figure, number_in_words, year_figure
from align.extraction.date_parts import counted_part, part_of_decades, part_of_month
from align.extraction.date_points import year_after
from align.extraction.date_reader import Reader, Readers
from align.extraction.date_runs import run_of_units
from align.extraction.edtf import DateChoice, DateRange, PartialDate, ResolvedDays

Found = tuple[PartialDate | DateRange | DateChoice | ResolvedDays, int]

_APOSTROPHES = frozenset("'\u2019\u2018`")
_DASHES = frozenset("-\u2013")
_LONGEST_LIST = 4  # decades of one life
_LAST_CENTURY = 22
_TWENTIES, _WHOLE_YEAR = 20, 1000


def named_span(reader: Reader, at: int) -> Found | None:
    """The first of the spans below that begins at a token."""
    for read in reader.fitting(SPANS, at):
        found: Found | None = read(reader, at)
        if found:
            return found
    return None


def _part_of_decades(reader: Reader, at: int) -> Found | None:
    """ "the second half of the 1990s", «العقد الأول من القرن العشرين»."""
    counted = counted_part(reader, at)
    if counted is None:
        return None
    index, noun, position = counted
    whole = decade(reader, position) or century(reader, position)
    if whole is None or not isinstance(whole[0], PartialDate):
        return None
    value = part_of_decades(index, noun, whole[0])
    return (value, whole[1]) if value else None


def decade(reader: Reader, at: int) -> Found | None:
    """ "the 1990s", "1970's", "the '90s", "nineteen seventies", «تسعينيات القرن العشرين»."""
    start = at + 1 if reader.form(at) in reader.words.articles else at
    return _decade_in_figures(reader, start) or _decade_in_words(reader, start)


def _is_somebodys(reader: Reader, at: int) -> bool:
    """ "In her mid-40s", "his late fifties": years of a life."""
    joints = reader.words.and_words | reader.words.or_words
    for _ in range(_LONGEST_LIST):
        before = at - 1
        before -= reader.form(before) in _DASHES
        before -= reader.phrase("part", before) is not None
        if before < 1 or reader.form(before) not in joints:
            owner, owners = reader.form(before), reader.words.life_owners
            return owner in owners or f"{reader.form(before - 1)} {owner}" in owners
        at = before - 1 - (reader.form(before - 1) in reader.words.decade_suffixes)  # "in their 30s and 40s"
    return False


def _decade_in_figures(reader: Reader, at: int) -> Found | None:
    label = reader.skip("decade_label", at)
    if label > at:
        position = reader.skip("of", label)
        named = reader.phrase("decade", position)
        if named:
            return _decade_in_words(reader, position)
    quoted = reader.form(at) in _APOSTROPHES and reader.glued(at + 1)
    position = at + 1 if quoted else at
    digits = reader.digits(position)
    if len(digits) not in (2, 3, 4) or (is_longer_figure(reader, position) and not quoted):
        return None
    end = position + 1
    if reader.form(end) in _APOSTROPHES and reader.glued(end):
        end += 1
    if reader.form(end) not in reader.words.decade_suffixes or not reader.glued(end):
        return None
    value = int(digits)
    if len(digits) == 4 and value % 10 == 0 and 1000 <= value <= 2090:
        if value % 100 == 0 and value < 2000:
            return PartialDate(span="century", index=value // 100 + 1), end + 1
        return PartialDate(value, span="decade"), end + 1
    if len(digits) == 3 and value % 10 == 0 and value >= 100 and _is_led_to_decade(reader, at):  # "the early 970s"
        return PartialDate(value, span="decade"), end + 1
    if len(digits) == 2 and value % 10 == 0 and (quoted or _is_led_to_decade(reader, at)):
        return _decade_of_our_time(value), end + 1
    return None


def _is_led_to_decade(reader: Reader, at: int) -> bool:
    """Whether "the", "mid-", "late" or another decade stands before: "30s" alone may be an age or seconds."""
    before = reader.form(at - 1)
    if _is_somebodys(reader, at):
        return False
    if before in reader.words.articles or reader.phrase("part", at - 1):
        return True
    if before in _DASHES or before in reader.words.and_words:
        return bool(reader.phrase("part", at - 2)) or reader.form(at - 2) in reader.words.decade_suffixes
    return False


def _decade_of_our_time(tens: int) -> PartialDate | DateChoice:
    """The decade that tens alone mean: the 90s are 1990, the 10s 2010, and the 20s of either century."""
    if tens >= _WHOLE_YEAR:
        return PartialDate(tens, span="decade")
    if tens == _TWENTIES:
        return DateChoice((PartialDate(1900 + tens, span="decade"), PartialDate(2000 + tens, span="decade")))
    return PartialDate(2000 + tens if tens < _TWENTIES else 1900 + tens, span="decade")


def _decade_in_words(reader: Reader, at: int) -> Found | None:
    named = reader.phrase("decade", at)
    if named:
        tens, end = named
        if tens >= _WHOLE_YEAR:
            led = not reader.words.articles or reader.form(at - 1) in reader.words.articles
            return (_decade_of_our_time(tens), end) if led else None
        hundreds = _century_after(reader, end)
        if hundreds:
            return PartialDate(hundreds[0] + tens, span="decade"), hundreds[1]
        if reader.words.century_labels and _relative_century(reader, end):
            return None
        if _is_of_age(reader, end) or _is_somebodys(reader, at):
            return None
        # "In his fifties" is an age: without an article, a decade in words is none.
        if reader.words.articles and not _has_article(reader, at):
            return None
        return _decade_of_our_time(tens), end
    first = number_in_words(reader, at, limit=2000)
    if first is None or first[0] not in (*range(15, 21), 2000):
        return None
    position = first[1] + 1 if reader.form(first[1]) in ("-", *reader.words.and_words) else first[1]
    named = reader.phrase("decade", position)
    if named is None or named[0] >= _WHOLE_YEAR:
        return None
    base = first[0] if first[0] == 2000 else 100 * first[0]
    return PartialDate(base + named[0], span="decade"), named[1]


def _is_of_age(reader: Reader, end: int) -> bool:
    """«في الستينيات من عمره», «في السبعينيات والثمانينيات من العمر»."""
    further = reader.phrase("decade", end + (reader.form(end) in reader.words.or_words))
    return any(
        reader.form(reader.skip("of", at)) in reader.words.age_words for at in (end, *([further[1]] if further else []))
    )


def _has_article(reader: Reader, at: int) -> bool:
    """Whether "the" stands before a decade in words, or before the one that "and" ties it to, or "early" does."""
    if reader.form(at - 1) in reader.words.and_words and reader.phrase("decade", at - 2):
        at -= 2
    return reader.form(at - 1) in reader.words.articles or bool(reader.phrase("part", at - 1))


def _relative_century(reader: Reader, at: int) -> bool:
    label = reader.phrase("century_label", reader.skip("of", at))
    return label is not None and reader.phrase("modifier", label[1]) is not None


def _century_after(reader: Reader, at: int) -> tuple[int, int] | None:
    """The first year of the hundred that «القرن العشرين» or "of the 20th century" after a decade names."""
    position = reader.skip("of", at)
    found = century(reader, position)
    if found is None or not isinstance(found[0], PartialDate) or found[0].index < 1:
        return None
    return 100 * (found[0].index - 1), found[1]


def century(reader: Reader, at: int) -> Found | None:
    """ "the 19th century", "the fifth century BC", «القرن الـ19», «القرنين الثامن عشر والتاسع عشر»."""
    position = at + 1 if reader.form(at) in reader.words.articles else at
    label = reader.phrase("century_label", position)
    numbers = _century_numbers(reader, label[1] if label else position)
    if numbers is None:
        return None
    low, high, end = numbers
    if label is None:
        closing = reader.phrase("century_label", end + (reader.form(end) == "-"))
        if closing is None or not reader.words.month_first:
            return None
        if low == high and not _is_rank(reader, position):  # "four centuries" last
            return None
        end = closing[1]
    era, after = era_after(reader, end)
    end = after if era in ("ad", "bc", "islamic") else end
    if era == "islamic":
        first = PartialDate(100 * low - 99, calendar="islamic")
        return DateRange(first, PartialDate(100 * high, calendar="islamic")), end
    sign = -1 if era == "bc" else 1
    if low == high:
        return PartialDate(span="century", index=sign * low), end
    first, last = (PartialDate(span="century", index=sign * number) for number in (low, high))
    return (DateRange(first, last), end) if sign * low < sign * high else None


def _is_rank(reader: Reader, at: int) -> bool:
    ranked = reader.form(at + 1) in reader.words.ordinal_suffixes and reader.glued(at + 1)
    return ranked or reader.phrase("ordinal", at) is not None


def _century_numbers(reader: Reader, at: int) -> tuple[int, int, int] | None:
    """The number of a century, or of the first and the last of two that "and" or "or" joins."""
    first = day_at(reader, at)
    if first is None or not 1 <= first[0] <= _LAST_CENTURY:
        return None
    position = first[1]
    after = reader.skip("joiner", position)
    joint = reader.words.and_words | reader.words.or_words
    joined = after - position if after > position else int(reader.form(position) in joint)
    if joined:  # "from the 16th to the 18th century", "the late 18th and early 19th century"
        joined = reader.skip("part", position + joined) - position
        joined += reader.form(position + joined) in reader.words.articles
    prefix = reader.words.and_prefix
    if joined or (prefix and reader.form(position).startswith(prefix)):
        second = day_at(reader, position + joined)
        if second and 1 <= second[0] <= _LAST_CENTURY and second[0] != first[0]:
            return first[0], second[0], second[1]
    return first[0], first[0], position


def season(reader: Reader, at: int) -> Found | None:
    """A season with its year: "the summer of 1997", "winter 1997–98", «صيف 1980»; or without: "in the summer"."""
    position = at + 1 if reader.form(at) in reader.words.articles else at
    found = reader.phrase("season", position)
    if found is None:
        return None
    index, end = found
    year, after, era = year_after(reader, end, "gregorian")
    if era:
        return None
    if year is None:
        return (PartialDate(span="season", index=index), end) if _season_alone_is_sure(reader, at, end) else None
    closing, after = _second_year(reader, after, year)
    return PartialDate(year, span="season", index=index, end_year=closing), after


def _season_alone_is_sure(reader: Reader, at: int, end: int) -> bool:
    """Whether a season without a year is one: after "in" or "since", and with no noun after it ("summer school")."""
    form = reader.form(end - 1)
    prefix = reader.lexicon.proclitic_lengths.get(form, 0)
    if form[prefix:] in reader.words.year_bound_seasons or reader.form(end) in ("-", "\u2013"):
        return False
    cued = reader.form(at - 1) in reader.words.season_cues or (prefix and form[:prefix] != reader.words.and_prefix)
    return bool(cued) and not (reader.is_word(end) and reader.form(end) not in reader.words.after_year)


def _second_year(reader: Reader, at: int, year: int) -> tuple[int | None, int]:
    if reader.form(at) not in ("-", "/", "\u2013") or not reader.is_number(at + 1):
        return None, at
    digits = reader.digits(at + 1)
    if (len(digits) == 2 and int(digits) == (year + 1) % 100) or digits == str(year + 1):
        return year + 1, at + 2
    return None, at


def division(reader: Reader, at: int) -> Found | None:
    """ "the third quarter of 2016", "Q1 2016", "2016 H2", «الربع الثالث من عام 2016», "second week of 2015"."""
    quarters = _quarters(reader, at)
    if quarters:
        return quarters
    if year_figure(reader, at):
        lettered = _lettered_division(reader, at + 1)
        if lettered:
            return _division_value(*lettered[:2], int(reader.digits(at)), lettered[2])
        return None
    found = _lettered_division(reader, at) or _worded_division(reader, at)
    if found is None:
        return None
    kind, index, end = found
    if reader.form(end) in reader.words.articles:
        end += 1
    year, after, era = year_after(reader, end, "gregorian")
    if year is None or era:
        return None
    return _division_value(kind, index, year, _second_year(reader, after, year)[1])  # "H1 2023-24"


def _lettered_division(reader: Reader, at: int) -> tuple[str, int, int] | None:
    """ "Q3" or "3Q"."""
    for letter, figure in ((at, at + 1), (at + 1, at)):
        kind = reader.words.division_letters.get(reader.form(letter))
        digits = reader.digits(figure)
        limit = {"quarter": 4, "half": 2}.get(kind or "", 0)
        if kind and len(digits) == 1 and reader.glued(at + 1) and 1 <= int(digits) <= limit:
            return kind, int(digits), at + 2
    return None


def _quarters(reader: Reader, at: int) -> Found | None:
    """ "Q1-Q3 2016": a range of quarters or halves whose year comes with the second."""
    first = _lettered_division(reader, at)
    if first is None or reader.skip("joiner", first[2]) == first[2]:
        return None
    second = _lettered_division(reader, reader.skip("joiner", first[2]))
    if second is None or second[0] != first[0] or second[1] <= first[1]:
        return None
    year, after, era = year_after(reader, second[2], "gregorian")
    if year is None or era:
        return None
    low, high = (PartialDate(year, span=first[0], index=index) for index in (first[1], second[1]))  # type: ignore[arg-type]
    return DateRange(low, high), after


def _worded_division(reader: Reader, at: int) -> tuple[str, int, int] | None:
    """An ordinal before its quarter, half or week, or after it: the language's order is not asked."""
    position = at + 1 if reader.form(at) in reader.words.articles else at
    ordinal = day_at(reader, position)
    noun = reader.phrase("division", ordinal[1] if ordinal else position)
    if noun is None:
        return None
    kind, end = noun
    if ordinal is None:
        ordinal = reader.phrase("ordinal", end)
        if ordinal is None:
            return None
        end = ordinal[1]
    limit = {"quarter": 4, "half": 2, "week": 53}[kind]
    return (kind, ordinal[0], end) if 1 <= ordinal[0] <= limit else None


def _division_value(kind: str, index: int, year: int, end: int) -> Found | None:
    if kind == "week":
        try:
            first = datetime.date.fromisocalendar(year, index, 1)
        except ValueError:
            return None
        return ResolvedDays(first, first + datetime.timedelta(days=6)), end
    return PartialDate(year, span="quarter" if kind == "quarter" else "half", index=index), end


_COUNTED = ("article", "number", "number word", "ordinal", "final", "division", "unit", "weekday")
_FIGURED = ("article", "number", "number word", "ordinal", "ordinal prefix")
_NOUNS = ("division", "unit", "weekday")
_DECADES = ("decade", "decade suffix")
SPANS: Readers = (
    (decade, ("article", "apostrophe", "number", "number word", "decade_label", "decade"), _DECADES),
    (century, (*_FIGURED, "century_label"), ("century_label",)),
    (
        division,
        (*_FIGURED, "division", "division letter"),
        ("division", "division letter"),
        ("long number", "number word", "era"),
    ),
    (part_of_month, _COUNTED, _NOUNS, ("month", "final")),
    (_part_of_decades, _COUNTED, _NOUNS, (*_DECADES, "century_label")),
    (run_of_units, ("article", "first", "final", "unit"), ("unit",), ("first", "final")),
    (season, ("article", "season"), ("season",)),
)
