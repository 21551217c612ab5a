"""Numbers as an editor reads them: value, bounds, what is counted, in any language that has a table.

One pass over the tokens. Only digits and number words start any work; a text without them costs one look-up a token.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from align.extraction.number_after import below_zero, hedge_after, hedge_behind
from align.extraction.number_bounds import (
    Before,
    bound_age,
    bounds,
    is_age_of,
    is_million_letter,
    look_back,
    percent_before,
    portion,
    scaled,
)
from align.extraction.number_compounds import join_compounds
from align.extraction.number_context import hour_and_minutes, is_clock, passed_over, zero_score
from align.extraction.number_fractions import ratio
from align.extraction.number_halves import one_and_part, with_half
from align.extraction.number_lexicon import lexicon
from align.extraction.number_life import bounded_age, decade_of_life
from align.extraction.number_literals import DASHES
from align.extraction.number_nouns import noun_after
from align.extraction.number_ones import hedged_one
from align.extraction.number_passage import BARRIER, Passage, readable_tokens
from align.extraction.number_phrases import read_numeral
from align.extraction.number_ranges import join_ranges
from align.extraction.number_ranks import (
    counts_unit,
    definite_rank,
    dual_noun,
    follows_its_noun,
    goes_beyond,
    is_part,
    minute_of_play,
    numbered,
    rank,
    with_host,
)
from align.extraction.number_shares import join_shares, noun_of_every
from align.extraction.number_sharing import (
    add_implied,
    count_described,
    count_ones,
    count_parts,
    fill_gaps,
    join_around_nouns,
    share_units,
)
from align.extraction.number_stopwatch import stopwatch
from align.extraction.number_units import Unit, find_unit
from align.extraction.number_values import Draft, Numeral
from align.languages.language import Language
from align.model import Mention, Span
from align.text import DIGIT, Token

_BOTH = 2
_LEAST_OF_AN_ARTICLE = 20  # "a hundred" is a number
_OPENING_QUOTES, _CLOSING_QUOTES = frozenset('"\u00ab\u201c\u2018'), frozenset('"\u00bb\u201d\u2019')
_LONGEST_TITLE = 3  # tokens, its number among them
_CLOSING = frozenset(".!?,;:\u061f\u060c)\"'\u00bb\u201d")


def find_numbers(text: str, tokens: Sequence[Token], language: Language, taken: Sequence[Span] = ()) -> list[Mention]:
    """The numbers that `text` states, in text order.

    `tokens` are `align.text.tokenize(text)`; `taken` are spans, sorted, in which no number is read (dates).
    Each mention spans its hedge, its number and its unit or counted noun; its value is a `NumberValue`.
    Digits that count nothing (scores, clock times, identifiers, addresses, section numbers) are no mentions.
    """
    look_up = lexicon(language.numbers)
    words, lives = look_up.words, look_up.decades
    ones = language.numbers.units.single_durations
    starts = (words, ones, lives)
    if not (DIGIT.search(text) or any(token.form in start for token in tokens for start in starts)):
        return []
    passage = Passage(text, readable_tokens(text, tokens, taken), look_up)
    drafts = join_ranges(passage, join_compounds(passage, join_shares(passage, _scan(passage))))
    drafts = share_units(passage, join_around_nouns(passage, drafts))
    drafts = count_ones(passage, count_parts(passage, fill_gaps(passage, drafts)))
    drafts = count_described(passage, add_implied(passage, drafts))
    mentions = [draft.mention(passage) for draft in drafts if not draft.weak or _stands_alone(passage, draft)]
    return _apart(mentions)


def _apart(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions without those inside another: «وصحافي واحد» counts the same one twice."""
    kept: list[Mention] = []
    for mention in mentions:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
        elif mention.end - mention.start > kept[-1].end - kept[-1].start:
            kept[-1] = mention
    return kept


def _scan(passage: Passage) -> list[Draft]:
    drafts: list[Draft] = []
    at = floor = named = 0
    words, forms, tokens = passage.lexicon.words, passage.forms, passage.tokens
    lives = passage.lexicon.decades
    while at < passage.size:
        is_digits = tokens[at].kind == "number"
        lived = decade_of_life(passage, at) if is_digits or forms[at] in words or forms[at] in lives else None
        if lived is None and is_digits:
            lived = bounded_age(passage, at)
        if lived is not None:
            drafts.append(lived)
            at = floor = lived.end
            continue
        if not is_digits and forms[at] not in words:
            one = hedged_one(passage, at, floor)
            if one is not None:
                drafts.append(one)
                floor = one.end
            at = one.end if one is not None else at + 1
            continue
        if (score := zero_score(passage, at)) is not None:
            at = score
            continue
        if is_digits and (timed := stopwatch(passage, at)) is not None:
            drafts.append(timed)
            at = floor = timed.end
            continue
        if is_digits:
            over = passed_over(passage, at)
            if over is None and named and _continues_label(passage, named, at):
                over = at + 1
            if over is not None:
                at = named = max(over, at + 1)
                continue
        named = 0
        over = _idiom_end(passage, at)
        if over is not None:
            at = over
            continue
        numeral = read_numeral(passage, at)
        if numeral is not None and is_clock(passage, at, numeral.end):  # "four o'clock"
            at = numeral.end
            continue
        if numeral is not None and (minutes := hour_and_minutes(passage, numeral)) is not None:
            at = minutes
            continue
        draft = _assemble(passage, numeral, floor) if numeral is not None else None
        if draft is None:
            at = max(at + 1, numeral.end if numeral is not None else 0)
            continue
        drafts.append(draft)
        at = floor = draft.end
    return drafts


def _continues_label(passage: Passage, named: int, at: int) -> bool:
    """ "sections 5 and 6": the second number is a name like the first."""
    if not passage.literal(at).plain:  # "11p, or 4.6 per cent"
        return False
    between = passage.forms[named:at]
    joints = passage.table.conjunctions | passage.table.range_links | passage.table.alternatives | {",", "\u060c"}
    return bool(between) and len(between) <= 2 and all(form in joints or form in DASHES for form in between)


def _idiom_end(passage: Passage, at: int) -> int | None:
    """The end of an idiom whose number word stands at `at`."""
    for index, forms in passage.lexicon.idioms.get(passage.forms[at], ()):
        first = at - index
        if first >= 0 and tuple(passage.forms[first : first + len(forms)]) == forms:
            return first + len(forms) if not _is_hedged(passage, first, at) else None
    return None


def _is_hedged(passage: Passage, first: int, at: int) -> bool:
    """ "less than one minute", "at least one of": a hedge makes a number of what is an idiom without it."""
    hedge = passage.lexicon.hedges_before.at(passage.forms, first - 1) if first == at else None
    if hedge is None:
        return False
    # A hedge of one word may be something else: "talks about one of them", "under one of the bridges".
    picked = passage.form(at + 1) in passage.table.nouns.partitives and first - hedge.edge > 1
    return picked or passage.form(at + 1) in passage.table.units.single_durations


def _assemble(passage: Passage, numeral: Numeral, floor: int) -> Draft | None:
    """The mention around `numeral`; None where it counts nothing."""
    if (share := noun_of_every(passage, numeral, floor)) is not None:
        return share
    if goes_beyond(passage, numeral):
        numeral = replace(numeral, ordinal=True)
    before = look_back(passage, numeral, floor)
    if numeral.ordinal and is_part(passage, numeral, before):
        part = ratio(1, numeral.low)
        numeral = replace(numeral, low=part, high=part, ordinal=False, fraction=True, plain=False)
    if numeral.ordinal:
        return rank(passage, numeral, before, floor)
    if numeral.dual is not None:
        dual = dual_noun(passage, numeral, before)
        return _told_below_zero(passage, with_half(passage, dual)) if dual is not None else None
    if (one := one_and_part(passage, numeral, floor)) is not None:
        return one
    if _is_pronoun(passage, numeral, before):
        return None
    low, high, numeral, before = bounds(passage, numeral, before, floor)
    if (whole := portion(passage, numeral, before)) is not None:
        low, high, numeral = whole, whole, replace(numeral, low=whole, high=whole, fraction=True)
    inner = hedge_behind(passage, numeral.end)
    if inner is not None:
        before.bound = before.bound or inner.meaning
        numeral = replace(numeral, end=inner.edge)
    counts_one_unit = numeral.low == 1 and counts_unit(passage, numeral)
    unit = None if counts_one_unit else find_unit(passage, numeral, bool(before.money))
    if unit is not None and unit.quantity == "count" and follows_its_noun(passage, numeral, floor):
        unit = None
    if (unit is None or unit.quantity == "count") and is_age_of(passage, numeral, before):
        unit = Unit(numeral.end, "year", "age")
    if unit is None or (unit.quantity == "count" and passage.form(numeral.end) in passage.table.nouns.partitives):
        unit = percent_before(passage, numeral, before) or unit
    if (ranked := numbered(passage, numeral, before, unit, floor)) is not None:
        return ranked
    if (played := minute_of_play(passage, numeral, before, unit)) is not None:
        return played
    if unit is None and not before.money and (ranked := definite_rank(passage, numeral, before, floor)) is not None:
        return ranked
    if unit is not None and unit.quantity == "age" and before.bound is None:
        bound_age(passage, before, floor)
    low, high = scaled(passage, numeral, low, high, unit, before)
    if (
        before.negative
        and unit is not None
        and _is_taken_off(passage, unit, before)
        and low is not None
        and low == high
    ):
        low = high = abs(low)
    bound, end = hedge_after(passage, numeral, unit, before)
    draft = Draft(
        first=before.first,
        end=end,
        core=numeral.first,
        start=before.start,
        low=None if bound == "most" else low,
        high=None if bound == "least" else high,
        approximate=bound == "about" or numeral.vague or numeral.about or before.few is not None,
        unit=before.money or (unit.name if unit else ""),
        quantity="money" if before.money else unit.quantity if unit else "count",
        weak=_is_weak(passage, numeral, before, unit, ranged=before.few is None and low != high),
        hedged=bound is not None,
    )
    return with_host(passage, numeral, with_half(passage, _told_below_zero(passage, draft)), floor)


def _is_taken_off(passage: Passage, unit: Unit, before: Before) -> bool:
    """Whether "minus" takes something off: "minus 402 days in custody", "the carton, minus two packs".

    Of things that are counted something must be told before; "300 and minus one" are two numbers.
    """
    if unit.quantity in ("duration", "age"):
        return True
    at = before.first - 1
    told = passage.form(at) not in passage.table.nouns.stops | passage.table.conjunctions
    in_words = passage.kind(before.first) == "word"
    return unit.quantity == "count" and in_words and at >= 0 and told


def _told_below_zero(passage: Passage, draft: Draft) -> Draft:
    """The draft with the "below zero" that follows it: "26 below zero", «درجتين تحت الصفر»."""
    if draft.unit and draft.quantity != "measure":
        return draft
    end = below_zero(passage, draft.end, bare=not draft.unit)
    if end is None:
        return draft
    low, high = (None if value is None else -value for value in (draft.high, draft.low))
    return replace(draft, end=end, low=low, high=high)


def _is_pronoun(passage: Passage, numeral: Numeral, before: Before) -> bool:
    """Whether "one" stands for somebody, or is bound to a word that makes it no count."""
    word = passage.word(numeral.first)
    both = word.definite and word.cardinal == _BOTH  # «الاثنان» are the two spoken of
    if numeral.end == numeral.first + 1 and (both or word.base in passage.table.only_compound):
        return True
    if numeral.low != 1 or word.base not in passage.table.pronouns or before.negative or before.bound:
        return False
    form = passage.form(before.first - 1)
    if numeral.end == numeral.first + 1 and form in passage.table.not_one_after:
        return True
    if counts_unit(passage, numeral):
        return False
    return numeral.end == numeral.first + 1 and passage.form(numeral.end) in passage.table.nouns.partitives


def _is_weak(passage: Passage, numeral: Numeral, before: Before, unit: Unit | None, ranged: bool) -> bool:
    if before.spaced_sign:
        return True
    if before.negative or before.bound or before.money:
        return False
    if before.article and unit is None and not numeral.digits and numeral.plain and numeral.low < _LEAST_OF_AN_ARTICLE:
        return True  # "13 fours and a six" is one of them
    if numeral.weak:
        word = passage.word(numeral.first)
        return unit is None or (numeral.fraction and unit.quantity == "count") or word.base in passage.table.homonyms
    if numeral.digits and numeral.plain and _is_named(passage, before.first):
        return unit is None or (unit.quantity == "count" and not _counts_several(passage, numeral, unit))
    if unit is None and numeral.digits and ranged and numeral.low < 200:
        return True
    if numeral.digits and numeral.plain and (unit is None or unit.quantity == "count") and _is_title(passage, numeral):
        return True
    return (unit is None or not unit.name) and is_million_letter(passage, numeral.end)


def _counts_several(passage: Passage, numeral: Numeral, unit: Unit) -> bool:
    """Whether several of a noun are counted: not so in "Boeing 737 Max", "the Ariane 5 rocket"."""
    noun = noun_after(passage, numeral.end, numeral.low)
    several = passage.table.nouns.head_first or numeral.low <= 1 or noun is None or noun.plural
    return several and not unit.name[:1].isupper()


def _is_title(passage: Passage, numeral: Numeral) -> bool:
    """Whether quotation marks hold little but the number: «إن 9 برو», "Room 213"."""
    first, end = numeral.first - 1, numeral.end
    while passage.kind(first) == "word" and first > numeral.first - _LONGEST_TITLE:
        first -= 1
    while passage.kind(end) == "word" and end < numeral.first + _LONGEST_TITLE:
        end += 1
    quoted = passage.form(first) in _OPENING_QUOTES and passage.form(end) in _CLOSING_QUOTES
    return quoted and end - first - 1 <= _LONGEST_TITLE


def _is_named(passage: Passage, first: int) -> bool:
    """Whether a capitalised word in mid-sentence stands before plain digits: "Apollo 11"."""
    written, form = passage.written(first - 1), passage.form(first - 1)
    if passage.kind(first - 1) != "word" or not written[0].isupper() or form in passage.table.units.age_pronouns:
        return False
    return passage.kind(first - 2) == "word" or not form.islower()


def _stands_alone(passage: Passage, draft: Draft) -> bool:
    """Whether the text says nothing but this number, as a table's cell does."""
    if any(passage.form(at) not in _CLOSING | {BARRIER} for at in range(draft.end, min(passage.size, draft.end + 4))):
        return False
    return draft.first == 0 and draft.end + 3 >= passage.size
