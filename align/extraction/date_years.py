"""Years: labelled, with an era, or standing alone, and what tells a year standing alone from a count."""

from __future__ import annotations

import functools
from dataclasses import replace

import regex

from align.extraction.date_numerals import era_after, is_longer_figure, year_figure, year_in_words
from align.extraction.date_numeric import full_year
from align.extraction.date_reader import Reader
from align.extraction.edtf import Calendar, DateRange, PartialDate

Found = tuple[PartialDate, int]

_GROUPED_THOUSAND = regex.compile(r"(?<![\p{Nd}.,])\p{Nd},\p{Nd}{3}(?![\p{Nd},])")
_CLOSERS = frozenset(")]};:/=\u2013\u2014-\u00bb\"\u201d'\u2019.,\u060c\u061b!?\u061f|\u2026")
_LAST_YEAR = 9000
LONGEST_SUBJECT = 6  # words from "number" to the figure that it comes to
FARTHEST_ALTERNATIVE = 20  # years between two of which a text leaves open which it was
_FIRST_EARLY = 100
_LATEST_YEAR = 2100  # of a figure that stands alone
_YEAR_DIGITS = 4
_LONGEST_HEDGE = 3  # words between the label of a fact line and its figure
_LONGEST_LABEL = 6  # words
_SHORTEST_COUNT = 3  # digits: two are a year, as in "between 1914 and 18"
_CALENDARS: dict[str, Calendar] = {"ad": "gregorian", "islamic": "islamic"}
_OPENERS = frozenset("([")
_STOPS = frozenset(".!?")
_TIES = frozenset("/=(")
_APOSTROPHES = frozenset("'\u2019")
_FEW = range(3, 11)  # numbers that take a plural in Arabic
_SHORTEST_PLURAL = 4  # letters, and more
_MONEY = frozenset("$\u20ac\u00a3\u00a5#\u2116+")


def labelled_year(reader: Reader, at: int) -> Found | None:
    """ "the year 1996", «العام 1996», «سنة 680هـ», "year 247", "in the year two thousand"."""
    label = reader.phrase("year_label", at)
    if label is None:
        return None
    position = label[1]
    digits = reader.digits(position)
    if not digits:
        words = year_in_words(reader, position)
        if not words or words[0] > 2200:
            return None
        era, end = era_after(reader, words[1])
        return (
            (PartialDate(words[0], calendar="islamic"), end) if era == "islamic" else (PartialDate(words[0]), words[1])
        )
    if len(digits) not in (3, 4) or is_longer_figure(reader, position) or int(digits) > 2200:
        dated = era_year(reader, position)
        return dated
    dated = era_year(reader, position)
    if dated:
        return dated
    counted = reader.form(position + 1) in reader.words.counted_words and len(digits) < _YEAR_DIGITS
    counted |= len(digits) < _YEAR_DIGITS and reader.form(at - 1) in reader.lexicon.cardinals  # «في تسع سنوات 874 حدثا»
    if era_after(reader, position + 1)[0] == "solar" or counted:
        return None
    return PartialDate(int(digits)), position + 1


def era_year(reader: Reader, at: int) -> Found | None:
    """A year with its era: "44 BC", "AD 79", "1996م", «1351 هـ»."""
    before = reader.phrase("era", at)
    if before and before[0] in ("ad", "islamic") and reader.words.month_first:
        digits = reader.digits(before[1])
        capital = reader.original(at).isupper()
        if capital and digits and len(digits) <= 4 and not is_longer_figure(reader, before[1]):
            return PartialDate(int(digits), calendar=_CALENDARS[before[0]]), before[1] + 1
        return None
    digits = reader.digits(at)
    if not digits or len(digits) > 4 or is_longer_figure(reader, at):
        return None
    era, end = era_after(reader, at + 1)
    year = int(digits)
    if era is None or era == "solar" or not 0 < year <= _LAST_YEAR or not _era_is_sure(reader, at, era, end):
        return None
    if era == "bc":
        return PartialDate(1 - year), end
    if era == "islamic":
        return (PartialDate(year, calendar="islamic"), end) if year <= 1600 else None
    return PartialDate(year), end


def era_years(reader: Reader, at: int) -> tuple[DateRange, int] | None:
    """Years of one era, which is written after the last: "264–241 BC", «648-784هـ»."""
    low, end = reader.digits(at), at + 1
    position = reader.skip("joiner", end)
    if not low or len(low) > 4 or position == end or is_longer_figure(reader, at):
        return None
    last = era_year(reader, position)
    if last is None or last[0].year is None:
        return None
    date, after = last
    year = 1 - int(low) if last[0].year <= 0 else int(low)
    in_order = int(low) > 0 and year < last[0].year
    return (DateRange(replace(date, year=year), date), after) if in_order else None


def _era_is_sure(reader: Reader, at: int, era: str, end: int) -> bool:
    """Latin era letters must be capitals; a one-letter era after a short figure may be a unit (metre)."""
    mark = reader.original(at + 1)
    if mark.isascii():
        return mark.isupper()
    if era == "ad" and _is_beside_islamic_year(reader, at, end):
        return True
    unit_like = reader.form(at + 1) in reader.words.counted_words or era == "ad"
    return end - at > 2 or len(reader.form(at + 1)) > 1 or len(reader.digits(at)) == 4 or not unit_like


def _is_beside_islamic_year(reader: Reader, at: int, end: int) -> bool:
    """Whether a sign ties a year to one of the Islamic era: «150هـ/767م», «767م (150هـ)»."""
    before = reader.form(at - 1) in _TIES and reader.phrase("era", at - 2)
    if before and before[0] == "islamic":
        return True
    return reader.form(end) in _TIES and era_after(reader, end + 2)[0] == "islamic"


def short_year(reader: Reader, at: int) -> Found | None:
    """ "in '79": two digits after an apostrophe and a preposition."""
    digits = reader.digits(at + 1)
    if reader.form(at) not in _APOSTROPHES or len(digits) != 2 or not reader.glued(at + 1):
        return None
    end = at + 2
    tied = reader.glued(end) and (reader.is_word(end) or reader.form(end) in _APOSTROPHES)
    noun = reader.is_word(end) and reader.form(end) not in reader.words.after_year
    if tied or noun or reader.form(at - 1) not in reader.words.year_cues:
        return None
    return PartialDate(full_year(int(digits))), end


def bare_year(reader: Reader, at: int) -> Found | None:
    """A figure of four digits that the words around it show to be a year."""
    year = year_figure(reader, at)
    if year is None or year > _LATEST_YEAR or not may_be_year(reader, at, year):
        return None
    return PartialDate(year), at + 1


def may_be_year(reader: Reader, at: int, year: int, cued: bool = False) -> bool:
    """Whether a figure from 1000 to 2100 is a year where it stands.

    Counts of that size are mostly round and stand before a noun; so a round figure needs a sign or a function
    word after it, and any figure a cue before it or a place where no counted noun can follow.
    """
    words = reader.words
    before, after = reader.form(at - 1), reader.form(at + 1)
    if before in _MONEY or before in words.identifier_words or reader.is_number(at - 1):
        return False
    if _opens_count(reader, at) or _is_sample(reader, at):
        return False
    if _is_labelled_count(reader, at) or _is_reached_count(reader, at):
        return False
    if is_range_of_counts(reader, at) or (before in words.than_words and reader.form(at - 2) in words.comparatives):
        return False
    timed = before in words.time_cues
    if reader.is_number(at + 1) and not reader.newline_between(at + 1):
        return (timed or before in words.in_words) and is_before_figure(reader, at, year)
    if after in words.counted_words or (not (cued or timed) and _counts_some(reader, at, year)):
        return False
    if not cued and reader.glued(at) and before in "-./\u2013:" and not reader.is_number(at - 2):
        return False
    if before in ("-", "/") and reader.glued(at) and reader.glued(at - 1) and reader.is_number(at - 2):
        return False
    open_end = at + 1 >= reader.count or after in _CLOSERS or after in words.after_year
    if _is_hyphened(reader, at + 1) or _is_code(reader, at + 1):
        return False
    if before in _OPENERS and (open_end or at + 1 >= reader.count):
        return True
    cued = cued or before in words.year_cues
    if timed and _is_name(reader, at + 1):
        return True
    if year % 100 == 0 and year != 2000:
        return cued and open_end
    if cued and year % 50 != 0 and _is_surely_of_time(reader, at):
        return True
    if cued:
        return open_end or (year > 1100 and not _looks_counted(reader, at + 1) and year % 50 != 0)
    if _has_alternative(reader, at):
        return True
    if year < 1800:
        return False
    if before in words.determiners or before[-2:-1] in _APOSTROPHES:  # "the", "China's"
        return not _looks_counted(reader, at + 1)
    return (open_end and year != 2000) or (
        not words.month_first and year >= 1900 and not _looks_counted(reader, at + 1)
    )


def _is_surely_of_time(reader: Reader, at: int) -> bool:
    """ "In 1953 doctors ...", "Since 2014 people ..." open a sentence, «أواخر ١٩٤٦ خطبتها»: no figure counts there.

    Nor does it in a text that groups its thousands: "founded in 1975 plays" counts no plays beside "9,500 seats".
    """
    if reader.phrase("part", at - 1):
        return True
    if reader.form(at - 1) not in reader.words.in_words | reader.words.time_cues:
        return False
    begins = at == 1 or (at > 1 and reader.form(at - 2) in _STOPS)
    return (begins and reader.original(at - 1)[:1].isupper()) or _groups_thousands(reader.text)


@functools.lru_cache(maxsize=4)  # the lines of a text ask one after another
def _groups_thousands(text: str) -> bool:
    return _GROUPED_THOUSAND.search(text) is not None


def is_early_year(reader: Reader, at: int, year: int) -> bool:
    """Whether three figures after a month are its year: "on 7 May 558 and", but "on 3 May 300 men", «أيار 559 هوت»."""
    after = reader.form(at + 1)
    closes = at + 1 >= reader.count or after in _CLOSERS or after in reader.words.after_year - reader.words.of_words
    return closes and year >= _FIRST_EARLY and year % 50 != 0


def _has_alternative(reader: Reader, at: int) -> bool:
    """ "1368 or 1369": a figure beside which another year is set."""
    other = year_figure(reader, at + 2) if reader.form(at + 1) in reader.words.or_words else None
    return other is not None and abs(other - int(reader.digits(at))) <= FARTHEST_ALTERNATIVE


def _opens_count(reader: Reader, at: int) -> bool:
    """ "between 1650 and 3000 soldiers": a range whose last figure is no year, or counts something."""
    words, last = reader.words, at + 2
    joined = reader.form(at + 1) in words.and_words or reader.form(at + 1) == words.and_prefix != ""
    if reader.form(at - 1) not in words.between_words or not joined or len(reader.digits(last)) < _SHORTEST_COUNT:
        return False
    year = year_figure(reader, last)
    return year is None or year > _LATEST_YEAR or _looks_counted(reader, last + 1)


def is_range_of_counts(reader: Reader, at: int) -> bool:
    """ "From 1254 to 1350 euros": what the second figure counts, the first one does."""
    last = reader.skip("joiner", at + 1)
    after = reader.form(last + 1)
    if reader.is_number(last) and len(reader.digits(last)) < _YEAR_DIGITS:  # «في 2001 إلى 48 عاما»
        return False
    return last > at + 1 and reader.is_number(last) and (after in reader.words.counted_words or after in _MONEY)


def _counts_some(reader: Reader, at: int, year: int) -> bool:
    """Whether a noun in the plural follows a figure that ends in a few, or some of the many: «1700 من المهاجرين».

    So in «1304 حلقات», but not in «في 1904 أزمات».
    """
    if reader.form(at - 1).endswith(tuple(reader.words.in_words)):
        return False
    words, form, end = reader.words, reader.form(at + 1), reader.skip("of", at + 1)
    articles = tuple(words.article_prefixes.values())
    if articles and end > at + 1 and reader.form(end).startswith(articles):
        return reader.form(end).endswith(words.people_endings)
    return year % 100 in _FEW and len(form) > _SHORTEST_PLURAL and form.endswith(words.few_endings)


def _is_reached_count(reader: Reader, at: int) -> bool:
    """ "The number of deaths rose to 2040", «وانتهى عدد الموتى إلى 2040», «ليصل إلى 1980 شكوى», «تخطى 2000»."""
    words = reader.words
    if reader.form(at - 1) in words.passing_words:
        return True
    if not reader.phrase("joiner", at - 1):
        return False
    counted = reader.is_word(at + 1) and reader.form(at + 1) not in words.after_year
    if reader.form(at - 2) in words.reaching_words and counted:
        return True
    before = range(max(0, at - LONGEST_SUBJECT), at - 1)
    return any(reader.form(index) in reader.words.counting_words for index in before)


def _is_sample(reader: Reader, at: int) -> bool:
    """ "A poll of 1204 voters", but "a survey of 1996 found"."""
    words = reader.words
    of_some = reader.form(at - 1) in words.of_words and reader.form(at - 2) in words.sampled_words
    people = reader.is_word(at + 1) and reader.original(at + 1)[:1].isupper()
    return of_some and (people or any(_looks_counted(reader, after) for after in (at + 1, at + 2)))


def _is_labelled_count(reader: Reader, at: int) -> bool:
    """ "Australian troops: about 2000": a fact line whose label names who is counted."""
    words, position = reader.words, at
    while position > max(0, at - _LONGEST_HEDGE) and reader.form(position - 1) != ":":
        position -= 1
    if reader.form(position - 1) != ":":
        return False
    hedges = {word for phrase in words.approximators | words.rough_words for word in phrase.split()}
    if any(reader.form(index) not in hedges for index in range(position, at)):
        return False
    first = position - 1
    while first > max(0, position - _LONGEST_LABEL) and not reader.newline_between(first):
        first -= 1
    label = {reader.form(index) for index in range(first, position - 1)}
    articles = words.article_prefixes.values()
    label |= {form.removeprefix(article) for form in label for article in articles if article}
    return not label.isdisjoint(words.counted_labels)


def is_before_figure(reader: Reader, at: int, year: int) -> bool:
    """ "September 30, 1882 136 years ago", "in 1995 11 people": a year that runs into a count without a comma."""
    apart = reader.is_number(at + 1) and not reader.glued(at + 1) and len(reader.digits(at + 1)) < _YEAR_DIGITS
    return apart and not reader.is_number(at + 2) and 1700 <= year <= 2099 and year % 50 != 0


def _is_name(reader: Reader, at: int) -> bool:
    """Whether a word is a name in the singular or definite, which no figure counts: "since 2000 China's economy"."""
    if not reader.is_word(at):
        return False
    form, words = reader.form(at), reader.words
    definite = {lead + article for article in words.article_prefixes.values() for lead in ("", words.and_prefix)}
    if form.startswith(tuple(definite)):
        return True
    if not reader.original(at)[0].isupper():
        return False
    return form[-2:-1] in _APOSTROPHES or not form.endswith(words.counted_endings)


def _is_hyphened(reader: Reader, at: int) -> bool:
    """ "1500-strong", "1200-metre": a figure that a hyphen ties to a word."""
    return reader.form(at) == "-" and reader.glued(at) and reader.glued(at + 1) and reader.is_word(at + 1)


def _is_code(reader: Reader, at: int) -> bool:
    """ "2016-321": a figure that a hyphen ties to one that is no year."""
    tied = reader.form(at) == "-" and reader.glued(at) and reader.glued(at + 1)
    return tied and len(reader.digits(at + 1)) not in (0, 2, 4)


def _looks_counted(reader: Reader, at: int) -> bool:
    """Whether the word after a figure has the ending of a counted noun."""
    if not reader.is_word(at):
        return False
    original, form = reader.original(at), reader.form(at)
    if original[0].isupper() or form in reader.words.after_year:
        return False
    if any(form.startswith(article) for article in reader.words.article_prefixes.values()):
        return False
    return form.endswith(reader.words.counted_endings)
