"""Numbers inside dates: days of the month, years in figures and in words, and eras."""

from __future__ import annotations

from align.extraction.date_reader import Reader

_DAY_SIGNS = frozenset(".,:$\u20ac\u00a3#%+=@&\u066b")
_PERCENTS = frozenset("%\u066a")
_GROUPING, _GROUP = frozenset(",\u066c\u060c"), 3  # digits
_LONGEST_NUMBER = 12  # tokens of a number in words
_FIRST_YEAR, _LAST_YEAR = 1000, 2200


def day_at(reader: Reader, at: int) -> tuple[int, int] | None:
    """A day of the month in figures ("8", "8th"), as an ordinal, or as a cardinal in words."""
    digits = reader.digits(at)
    if digits:
        return _day_in_figures(reader, at, digits)
    if reader.form(at) in reader.words.ordinal_prefixes and reader.is_number(at + 1):
        return _day_in_figures(reader, at + 1, reader.digits(at + 1))
    if reader.form(at) not in reader.lexicon.number_starts:
        return None
    ordinal = reader.phrase("ordinal", at)
    if ordinal:
        return ordinal
    number = number_in_words(reader, at, limit=31)
    return number if number and 1 <= number[0] <= 31 else None


def _day_in_figures(reader: Reader, at: int, digits: str) -> tuple[int, int] | None:
    if len(digits) > 2 or not 1 <= int(digits) <= 31 or _is_within_a_figure(reader, at):
        return None
    end = at + 1
    if _opens_thousands(reader, end):
        return None
    if reader.form(end) in _PERCENTS:  # «ارتفع يوم الاثنين ٧٪»
        return None
    if reader.glued(end) and reader.is_word(end):
        if reader.form(end) in reader.words.ordinal_suffixes:
            return int(digits), end + 1
        if reader.phrase("month", end) is None:
            return None
    return int(digits), end


def _opens_thousands(reader: Reader, end: int) -> bool:
    """Whether a figure that ends at `end` goes on with a group of three: "on May 3, and 4,600 pupils"."""
    group = reader.form(end) in _GROUPING and reader.glued(end) and reader.glued(end + 1)
    return group and reader.is_number(end + 1) and len(reader.digits(end + 1)) == _GROUP


def _is_within_a_figure(reader: Reader, at: int) -> bool:
    """Whether something is written onto the left of a figure that makes it more than a bare number."""
    if not reader.glued(at):
        return False
    before = at - 1
    if reader.is_word(before):
        form = reader.form(before)
        attached = form in reader.words.proclitics or form in reader.words.ordinal_prefixes
        return not (attached or reader.original(before)[-1] > "\u0590")
    return reader.form(before) in _DAY_SIGNS and (reader.is_number(before - 1) or reader.form(before) not in ".,:")


def year_figure(reader: Reader, at: int) -> int | None:
    """A four-digit year in figures that is no part of a longer figure."""
    digits = reader.digits(at)
    if len(digits) != 4 or not _FIRST_YEAR <= int(digits) <= _LAST_YEAR:
        return None
    return None if is_longer_figure(reader, at) else int(digits)


def is_longer_figure(reader: Reader, at: int) -> bool:
    """Whether a figure goes on to the right or left: a decimal, a group of thousands, a percentage, a code."""
    if _is_within_a_figure(reader, at):
        return True
    end = at + 1
    if not reader.glued(end):
        return reader.form(end) in ("%", "\u066a")
    if reader.form(end) in (".", ",", "\u066b", "\u066c", "\u060c", ":"):
        return reader.glued(end + 1) and reader.is_number(end + 1)
    return reader.form(end) in ("%", "\u066a", "$", "\u20ac", "\u00a3", "_", "@")


def era_after(reader: Reader, at: int) -> tuple[str | None, int]:
    """The era that follows a year, if one does. The Persian solar calendar comes out as "solar"."""
    found = reader.phrase("era", at)
    if found is None:
        return None, at
    era, end = found
    if era == "islamic":
        dotted = end + 1 if reader.form(end) == "." else end
        if reader.phrase("solar", end) or reader.phrase("solar", dotted):
            return "solar", end
    return era, end


def number_in_words(reader: Reader, at: int, limit: int = 10**6) -> tuple[int, int] | None:
    """A cardinal in words up to `limit`, by addition and multiplication: units before tens or after them."""
    if reader.form(at) not in reader.lexicon.number_starts:
        return None
    total = current = 0
    position, read = at, False
    while position < min(reader.count, at + _LONGEST_NUMBER):
        value, end = _number_word(reader, position, first=not read)
        if value is None:
            break
        joined, value = value < 0, abs(value)
        if value == 1000 and joined and read:  # «ست وخمسين وتسعمئة وألف»
            total += value
        elif value in (100, 1000) and reader.form(end - 1) not in reader.lexicon.cardinals:
            scaled = max(current, 1) * value
            total, current = (total + scaled, 0) if value == 1000 else (total, scaled)
        elif value >= 1000:
            if current and not joined:
                return None  # «خمسة وأربعين ألفا»: forty-five thousand, not 45 and two thousand
            total += value
        elif read and not _may_add(total, current, value, joined):
            break
        else:
            current += value
        if total + current > limit:
            return None
        position, read = end, True
    return (total + current, position) if read else None


def _may_add(total: int, current: int, value: int, joined: bool) -> bool:
    """Whether a word adds to what is read: "ninety six", "two hundred and six", «تسعة عشر», «تسعة وتسعون»."""
    if value == 0:
        return False
    if value == 10 and 1 <= current <= 9:
        return True
    if joined:
        if value % 100 == 0 and value < 1000 and current < 100:
            return True  # «ثمان وخمسين وستمئة»: classical prose goes from the small to the great
        return current % 10 == 0 or (value % 10 == 0 and value < 100 and current % 100 < 10) or current == 0
    if current % 100 in range(20, 100, 10):
        return value < 10
    return (current == 0 and total > 0) or (current >= 100 and current % 100 == 0 and value < 100)


def _number_word(reader: Reader, at: int, first: bool) -> tuple[int | None, int]:
    """One number word, negative where an "and" precedes it, and the position after it."""
    words, lexicon = reader.words, reader.lexicon
    form = reader.form(at)
    for table in (lexicon.cardinals, lexicon.scales):
        if form in table:
            return table[form], at + 1
    if words.and_prefix and form.startswith(words.and_prefix):
        bare = form[len(words.and_prefix) :]
        for table in (lexicon.cardinals, lexicon.scales):
            if bare in table:
                return (table[bare] if first else -table[bare]), at + 1
        definite = _with_article(reader, bare)
        if definite and not first and reader.form(at - 1) not in lexicon.roles["ordinal"]:
            return -definite, at + 1  # «الواحد والعشرين»
    if first:
        return _with_article(reader, form), at + 1
    if form == "-" and reader.glued(at) and reader.glued(at + 1):
        return lexicon.cardinals.get(reader.form(at + 1)), at + 2
    if form in words.and_words:
        value = lexicon.cardinals.get(reader.form(at + 1))
        return (-value, at + 2) if value else (None, at)
    return None, at


def _with_article(reader: Reader, form: str) -> int | None:
    for article in reader.words.article_prefixes.values():
        if form.startswith(article):
            return reader.lexicon.cardinals.get(form[len(article) :])
    return None


def year_in_words(reader: Reader, at: int) -> tuple[int, int] | None:
    """A year in words: "two thousand and eighteen", "nineteen ninety-six", «ألف وتسعمائة وواحد»."""
    first = number_in_words(reader, at)
    if first is None:
        return None
    value, end = first
    if 10 <= value <= 20:
        if reader.form(end) in reader.words.zero_words:  # "nineteen oh five"
            unit = number_in_words(reader, end + 1, limit=9)
            return (100 * value + unit[0], unit[1]) if unit else None
        second = number_in_words(reader, end, limit=99)
        if second and 10 <= second[0] <= 99:
            return 100 * value + second[0], second[1]
    return (value, end) if value >= 100 else None
