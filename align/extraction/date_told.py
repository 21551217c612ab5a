"""Phrases that tell a date by its distance from the date before: "three days later", «في اليوم التالي», "the 7th".

Every reader takes a position and returns what it found with the position after it. What is found has no days yet:
`date_anchors` counts them from the date before.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from align.extraction.date_numerals import day_at
from align.extraction.date_reader import Reader, Readers
from align.extraction.date_reference import is_label
from align.extraction.date_relative_counts import Steps, counted_units, steps_at
from align.languages.date_words import Part, Unit

_CLOSERS = frozenset(".,;:!?)]\u2013\u2014\u060c\u061b\u061f")
_DASHES = frozenset("-\u2010\u2011\u2013\u2014")
_OPENERS = frozenset("([\"'\u201c\u2018\u00ab")
_PERIODS: tuple[Unit, ...] = ("day", "week", "month", "year")
_COUNTED: tuple[Unit, ...] = (*_PERIODS, "decade")
_SHORTEST_NOUN = 5  # letters of a noun with a preposition written onto it; shorter words are particles
_SHORTEST_STEM = 3  # letters of a word behind its article


@dataclass(frozen=True, slots=True)
class Told:
    """A number of units away (`steps`), or in a unit that lies `shift` units from that of the date before.

    `month` and `season` are within a year, `day` within a month. `nearest` is the next month or season of the name,
    in whatever year: "the following January". `steps` are negative for what was earlier.
    """

    unit: Unit
    shift: int = 0
    steps: tuple[tuple[int, Unit], ...] = ()
    exact: bool = False
    approximate: bool = False
    part: Part | None = None
    season: int | None = None
    month: int | None = None
    day: int | None = None
    nearest: bool = False


Found = tuple[Told, int]


def told_at(reader: Reader, at: int) -> Found | None:
    """The longest phrase that begins at a token."""
    found = [each for read in reader.fitting(_TOLD, at) if (each := read(reader, at))]
    return max(found, key=lambda each: each[1], default=None)


def year_behind(reader: Reader, at: int) -> Found | None:
    """The year of a date before it: "of the following year", «من العام نفسه»."""
    core = _core(reader, reader.skip("of", at))
    return core if core and core[0] == Told("year", core[0].shift) else None


def is_cued(reader: Reader, at: int) -> bool:
    """Whether a preposition of time stands before a token."""
    return reader.phrase("told cue", at - 1) is not None


def _counted_after(reader: Reader, at: int) -> Found | None:
    """ "Three days later", "exactly one month earlier", "a year before" at the end of a clause."""
    position = reader.skip("exact", at)
    exact, approximate = position > at, False
    if not exact:
        position = reader.skip("approximator", at)
        approximate = position > at
    read = plain_steps(reader, position)
    if read is None or is_within_a_count(reader, at):
        return None
    steps, end = read
    direction = reader.phrase("told after", end)
    if direction is None:
        direction = reader.phrase("told closing", end)
        if direction is None or not (direction[1] >= reader.count or reader.form(direction[1]) in _CLOSERS):
            return None
    if reader.form(direction[1]) in reader.words.told.count_links:
        return None
    return counted(steps, direction[0], exact, approximate), direction[1]


def _counted_before(reader: Reader, at: int) -> Found | None:
    """«بعد ثلاثة أيام», «قبل ذلك بعشر سنوات»."""
    words = reader.words.told
    direction = anchored = reader.phrase("told before prefixed", at)
    if direction:
        position = without_prefix(reader, direction[1])
        if position is None:
            return None
    else:
        direction = reader.phrase("told before", at)
        if direction is None:
            return None
        position = direction[1]
    start = reader.skip("approximator", position)
    read = plain_steps(reader, start)
    if read is None or reader.form(read[1] - 1) in words.construct_units:
        return None
    steps, end = read
    exact = reader.skip("exact", end) > end
    end += reader.form(end) in words.count_echoes
    pointed = reader.skip("pointer", end)
    led_on = reader.form(end) in words.count_links or _describes(reader, end)
    if pointed == end and not anchored and led_on:
        return None
    return counted(steps, direction[0], exact, start > position), pointed


def counted(steps: Steps, direction: int, exact: bool, approximate: bool) -> Told:
    finest = min((unit for _, unit in steps), key=_COUNTED.index)
    signed = tuple((direction * count, unit) for count, unit in steps)
    return Told(finest, steps=signed, exact=exact, approximate=approximate)


def plain_steps(reader: Reader, at: int) -> tuple[Steps, int] | None:
    """A plain number of days, weeks, months, years or decades: nothing vague, nor with an article."""
    counted = counted_units(reader, at)
    if counted is None or counted[3]:
        return None
    read = steps_at(reader, at)
    if read is None or any(unit not in _COUNTED for _, unit in read[0]):
        return None
    return read


def without_prefix(reader: Reader, at: int) -> int | None:
    """The position of a count behind its preposition, which is written onto it or stands before a figure."""
    prefix, form = reader.words.told.count_prefix, reader.form(at)
    if not prefix or not form.startswith(prefix):
        return None
    if form == prefix:
        return at + 1
    bare = form[len(prefix) :]
    if bare in reader.lexicon.number_starts or bare in reader.roles["unit"]:
        reader.forms[at] = bare  # the reader is this pass's own
    return at


def is_within_a_count(reader: Reader, at: int) -> bool:
    """Whether a count goes on to the left ("two or three days later") or is a length of time ("for three days")."""
    words, before = reader.words, reader.form(at - 1)
    if before in words.told.not_before_count or before in words.rough_words:
        return True
    if reader.glued(at) and before not in _OPENERS and before not in _CLOSERS - {",", "."}:
        return True
    if _is_count(reader, at - 1):
        return True
    joined = before in words.or_words or before in words.and_words or before in _DASHES
    return (joined or reader.phrase("joiner", at - 1) is not None) and _is_count(reader, at - 2)


def _is_count(reader: Reader, at: int) -> bool:
    return reader.is_number(at) or reader.form(at) in reader.lexicon.number_starts


def _leads_on(reader: Reader, at: int) -> bool:
    """Whether what follows says which day is meant: "the same day as the funeral", «العام التالي لوفاته»."""
    form, words = reader.form(at), reader.words.told
    prefixed = bool(words.link_prefix) and form.startswith(words.link_prefix) and len(form) >= _SHORTEST_NOUN
    return prefixed or form in words.period_links


def _describes(reader: Reader, at: int) -> bool:
    """Whether the next word belongs to the counted time: «بعد عام الحزن», «بعد أربعة أيام متواصلة من القتال»."""
    words, form = reader.words, reader.form(at)
    if _is_definite(reader, at):
        return True
    return form.endswith(words.counted_endings) and reader.form(at + 1) in words.told.count_links


def _is_definite(reader: Reader, at: int) -> bool:
    """Whether a noun or adjective has the article written onto it; «إلى» has none."""
    form = reader.form(at)
    articles = reader.words.article_prefixes.values()
    return any(form.startswith(article) and len(form) >= len(article) + _SHORTEST_STEM for article in articles)


def _period(reader: Reader, at: int) -> Found | None:
    """ "The next day", "the end of that month", "the autumn of the same year", «صبيحة اليوم نفسه», «نهاية العام»."""
    part, season, position = _head(reader, at)
    core = _core(reader, position)
    if core is None and part:
        core = _running(reader, position)
    if core is None or _leads_on(reader, core[1]):
        return None
    told, end = core
    if reader.form(end) in _DASHES and reader.glued(end) and reader.glued(end + 1):
        return None
    if season and (told.unit != "year" or told.nearest):
        return None
    return replace(told, part=part, season=season or told.season), end


def _head(reader: Reader, at: int) -> tuple[Part | None, int | None, int]:
    """What stands before a unit and names a part of it: "the end of", "the autumn of", «صباح»."""
    part = reader.phrase("part", at)
    if part:
        return part[0], None, reader.skip("of", part[1])
    position = at + 1 if reader.form(at) in reader.words.articles else at
    season = reader.phrase("season", position)
    if season:
        of = reader.skip("of", season[1])
        if of > season[1] or reader.words.modifiers_follow:
            return None, season[0], of
        return None, None, at
    if reader.words.modifiers_follow:
        return None, None, reader.skip("day_part", at)
    return None, None, at


def _core(reader: Reader, at: int) -> Found | None:
    """A unit with a word that points to the date before."""
    same = _same_before(reader, at)
    if same is not None:
        return _unit(reader, same, 0)
    if reader.words.modifiers_follow:
        # «صباح اليوم نفسه» has skipped its first word, «الصباح نفسه» has not.
        return _before_pointer(reader, at) or _before_pointer(reader, at - 1)
    article = reader.form(at) in reader.words.articles
    anaphor = reader.phrase("anaphor", at + article)
    found = _unit(reader, anaphor[1], anaphor[0]) if anaphor else None
    if article or found is None:
        return found
    return found if reader.form(at) in reader.words.told.bare_next and found[0].unit == "day" else None


def _same_before(reader: Reader, at: int) -> int | None:
    same = reader.phrase("same before", at)
    if same:
        return same[1]
    words = reader.words
    if reader.form(at) not in words.told.same_with_cue:
        return None
    return at + 1 if is_cued(reader, at) else None


def _before_pointer(reader: Reader, at: int) -> Found | None:
    """A unit with its pointer behind it: «اليوم التالي», «العام نفسه»."""
    found = _unit(reader, at, 0)
    if found is None:
        return None
    told, end = found
    if reader.phrase("same after", end):
        return told, reader.skip("same after", end)
    anaphor = reader.phrase("anaphor", end)
    return (replace(told, shift=anaphor[0]), anaphor[1]) if anaphor else None


def _unit(reader: Reader, at: int, shift: int) -> Found | None:
    """A day, week, month or year, a part of a day for its day, or a month or season of a year."""
    unit = reader.phrase("unit", at)
    if unit:
        (name, count), end = unit
        return (Told(name, shift), end) if count == 1 and name in _PERIODS and not is_label(reader, end) else None
    part = reader.phrase("day_part", at)
    if part:
        return Told("day", shift), part[1]
    for role in ("month", "season"):
        found = reader.phrase(role, at)
        if found and not is_label(reader, found[1]):
            index = {role: found[0]}
            return Told("year", shift, nearest=True, **index), found[1]
    return None


def _running(reader: Reader, at: int) -> Found | None:
    """The month or year of the passage after a word for a part of it: "the end of the year", «نهاية العام»."""
    words = reader.words
    article = reader.form(at) in words.articles
    unit = reader.phrase("unit", at + article)
    if unit is None or unit[0][1] != 1 or unit[0][0] not in ("month", "year"):
        return None
    end = unit[1]
    if not (article or (words.modifiers_follow and _is_definite(reader, at))):
        return None
    if is_label(reader, end) or _is_definite(reader, end) or reader.phrase("modifier", end):
        return None
    return Told(unit[0][0]), end


def _day_of_month(reader: Reader, at: int) -> Found | None:
    """ "On the 7th", "the 7th of that month", «السابع منه», «السابع من الشهر نفسه», «السابع من الشهر»."""
    words = reader.words
    article = reader.form(at) in words.articles
    if bool(words.articles) != article or not is_cued(reader, at):
        return None
    day = day_at(reader, at + article)
    if day is None:
        return None
    number, end = day
    pointer = reader.form(end) in words.told.month_pointers
    if pointer:
        return Told("month", day=number), end + 1
    of = reader.skip("of", end)
    month = _core(reader, of) if of > end else None
    if month and month[0] == Told("month"):
        return Told("month", day=number), month[1]
    if of > end and reader.form(of) in words.told.month_pointers and not _is_definite(reader, of + 1):
        return Told("month", day=number), of + 1
    in_figures = reader.is_number(at + article) and end == at + article + 2
    if article and in_figures and (end >= reader.count or _may_follow_day(reader, end)):
        return Told("month", day=number), end
    return None


def _may_follow_day(reader: Reader, at: int) -> bool:
    return reader.form(at) in reader.words.told.day_followers or reader.form(at) in _CLOSERS


_BESIDE = ("anaphor", "same before", "same after", "same with cue", "part")
_TOLD: Readers = (
    (_counted_before, ("told before", "told before prefixed"), ("unit",)),
    (
        _counted_after,
        ("exact", "approximator", "number", "number word", "vague", "unit"),
        ("unit",),
        ("told after", "told closing"),
    ),
    (
        _period,
        ("part", "article", "season", "month", "unit", "day_part", "anaphor", "same before", "same with cue"),
        _BESIDE,
        ("unit", "day_part", "month", "season"),
    ),
    (_day_of_month, ("article", "number", "number word", "ordinal", "ordinal prefix"), ("told cue",)),
)
