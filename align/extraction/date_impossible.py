"""Days that no month has: "June 59, 1953", "the 45th of May", «90 سبتمبر». They are what a wrong digit makes of a day.

A figure over 31 is a count or a short year far more often than a day, so more is asked of the words around it than of
a day that there is.
"""

from __future__ import annotations

from align.extraction.date_days import Days
from align.extraction.date_numerals import day_at, is_longer_figure, year_figure
from align.extraction.date_reader import Reader

_LONGEST_MONTH = 31
_QUOTES = frozenset("'\u2019\u2018`")
_MONEY = frozenset("$\u20ac\u00a3\u00a5#\u2116+")
_TIES = frozenset("-/\u2013:")


def impossible_day(reader: Reader, at: int) -> Days | None:
    """A figure from 32 to 99, with an ordinal's ending or without."""
    position = at + (reader.form(at) in reader.words.ordinal_prefixes)
    digits = reader.digits(position)
    if len(digits) != 2 or int(digits) <= _LONGEST_MONTH or is_longer_figure(reader, position):
        return None
    if reader.form(at - 1) in _QUOTES | _MONEY or reader.is_number(at - 1) or _ends_range(reader, at):
        return None
    end = position + 1
    if reader.glued(end) and reader.is_word(end):
        if reader.form(end) not in reader.words.ordinal_suffixes:
            return None
        end += 1
    tied = reader.form(end) in _TIES and reader.is_number(end + 1)
    return None if tied else Days((int(digits),), False, False, end)


def _ends_range(reader: Reader, at: int) -> bool:
    """Whether the figure ends a range of figures of its own: "pages 40 – 45", "40 to 45"."""
    tied = reader.form(at - 1) in _TIES or reader.form(at - 1) in reader.words.and_words
    tied = tied or reader.skip("joiner", at - 1) == at
    return tied and reader.is_number(at - 2) and int(reader.digits(at - 2)) > _LONGEST_MONTH


def may_be_day_before(reader: Reader, at: int, days: Days, month: int, end: int) -> bool:
    """Whether the figure at `at` is meant for a day of the month that stands from `month` to `end`.

    A month that is a name or a word too needs a year after it or a preposition before the figure; in "59 April bills"
    the month belongs to what is counted.
    """
    form = reader.form(month)
    if reader.form(at - 1) in reader.words.identifier_words or reader.lexicon.proclitic_lengths.get(form):
        return False
    if reader.words.month_first and day_at(reader, end):
        return False  # a row of a table: "45 September 12"
    if days.end - at > 1 or year_figure(reader, end) is not None:
        return True
    if not reader.words.modifiers_follow and _is_counted(reader, end, led=True):
        return False
    if form not in reader.words.ambiguous_months:
        return True
    cued = reader.form(at - 1) in reader.words.year_cues or reader.skip("on", at - 1) == at
    return cued and not (reader.is_word(end) and reader.original(end)[0].isupper())


def may_be_day_after(reader: Reader, at: int, days: Days, has_year: bool) -> bool:
    """Whether the figure after the month that begins at `at` is meant for its day, and is no year and no count."""
    if has_year:
        return True
    if not reader.words.month_first:
        return False
    if reader.words.ordinal_suffixes and reader.form(days.end - 1) in reader.words.ordinal_suffixes:
        return True
    if reader.form(at - 1) in reader.words.month_cues:
        return False
    return not _is_counted(reader, days.end, led=_is_led(reader, at))


def _is_led(reader: Reader, at: int) -> bool:
    """Whether "on" or a weekday stands before, which only a day can follow."""
    before = at - 2 if reader.form(at - 1) == "," else at - 1
    return reader.form(at - 1) in reader.words.day_cues or reader.phrase("weekday", before) is not None


def _is_counted(reader: Reader, at: int, led: bool) -> bool:
    """Whether what follows a figure is what it counts, or says of the figure itself what only a count can do."""
    if not reader.is_word(at):
        return reader.is_number(at)
    words, form = reader.words, reader.form(at)
    if form in words.counted_words or (form.endswith(words.counted_endings) and form not in words.after_year):
        return True
    return not led and form in words.after_count
