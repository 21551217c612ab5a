"""Names of months: what tells them from other words, from scores and, without a day and a year, from personal names."""

from __future__ import annotations

from align.extraction.date_reader import Reader

_COMMAS = frozenset(",\u060c")
_DASHES = frozenset("-\u2013")
_YEAR_DIGITS = 4


def month_alone_is_sure(reader: Reader, at: int, end: int) -> bool:
    """Whether a month without day and year is one: many month names are words and personal names as well."""
    if reader.skip("month_label", at) > at:
        return True
    if reader.phrase("islamic_month", at):
        return False
    if end - at > 1:
        return True
    form = reader.form(at)
    bare = form[reader.lexicon.proclitic_lengths.get(form, 0) :]
    spellings = reader.words.ambiguous_months.get(bare)
    if spellings is None:
        return not reader.words.month_first or reader.original(at)[0].isupper()
    # "And" before a form that is a word too cues nothing («ومارس الرياضة»), but after another month.
    prefixed = bare != form and form[: -len(bare)] != reader.words.and_prefix
    before, words = reader.form(at - 1), reader.words
    cued = prefixed or before in words.year_cues or before in words.lone_month_cues or _is_plain_month(reader, at - 1)
    if not any(spelling in reader.original(at) for spelling in spellings):
        return False
    if _is_name_like(reader, end):
        return _is_time(reader, at) and reader.phrase("unit", end) is None  # "May Day"
    return cued or _is_subject(reader, at, bare, end) or _is_attribute(reader, at, bare, end)


def _is_name_like(reader: Reader, at: int) -> bool:
    return reader.is_word(at) and reader.original(at)[0].isupper()


def _is_time(reader: Reader, at: int) -> bool:
    """Whether a month follows what can hardly stand before a person: "In March President ...", "From August X"."""
    before = reader.form(at - 1)
    if before in reader.words.time_cues or before in reader.words.in_words:
        return True
    return reader.skip("opener", at - 1) == at and _is_name_like(reader, at - 1)  # a preposition at the beginning


def _is_subject(reader: Reader, at: int, form: str, end: int) -> bool:
    """ "August saw heavy rain": a month as the subject of a sentence, where a name would be as short as that."""
    if form not in reader.words.subject_months or reader.form(end) not in reader.words.subject_verbs:
        return False
    told_of_someone = reader.form(end + 1) in reader.words.vague_counts or reader.is_number(end + 1)
    return not told_of_someone and (at == 0 or not (reader.is_word(at - 1) or reader.form(at - 1) in _COMMAS))


def _is_attribute(reader: Reader, at: int, form: str, end: int) -> bool:
    """ "The April contract": an article stands before no personal name."""
    after = reader.is_word(end) and reader.original(end)[0].islower()
    return after and form in reader.words.subject_months and reader.form(at - 1) in reader.words.articles


def _is_plain_month(reader: Reader, at: int) -> bool:
    return reader.phrase("month", at) is not None and not reader.lexicon.proclitic_lengths.get(reader.form(at))


def is_another_word(reader: Reader, at: int) -> bool:
    """«باب» is a door: with a preposition «آب» needs its own spelling. «سيارة نيسان» is a car."""
    form = reader.form(at)
    if reader.form(at - 1) in reader.words.makes_before:
        return True
    length = reader.lexicon.proclitic_lengths.get(form, 0)
    spellings = reader.words.ambiguous_months.get(form[length:]) if length else None
    return bool(spellings) and not any(spelling in reader.original(at) for spelling in spellings or ())


def is_score(reader: Reader, at: int) -> bool:
    """«صفر-2», «3-صفر»: the name of a month that is a number too, tied to figures as goals are."""
    if reader.form(at) not in reader.lexicon.cardinals:
        return False
    after = reader.form(at + 1) in _DASHES and reader.is_number(at + 2) and len(reader.digits(at + 2)) < _YEAR_DIGITS
    before = reader.form(at - 1) in _DASHES and reader.is_number(at - 2) and not reader.is_number(at + 1)
    return after or before
