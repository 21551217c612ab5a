"""Numbers as an editor reads them: value, bounds, what is counted, in any language that has a table.

One pass over the tokens. Only digits and number words start any work; a text without them costs one look-up a token.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from align.extract.number_context import near_scoring, passed_over
from align.extract.number_lexicon import lexicon
from align.extract.number_literals import DASHES, leads_with_point
from align.extract.number_nouns import is_adjective, seems_prefixed
from align.extract.number_passage import BARRIER, Passage, readable_tokens
from align.extract.number_phrases import Numeral, read_numeral
from align.extract.number_units import Unit, find_unit
from align.languages.language import Language
from align.languages.number_words import Bound
from align.model import Mention, NumberValue, Quantity, Span
from align.text import Token, fold

_CLOSING = frozenset(".!?,;:\u061f\u060c)\"'\u00bb\u201d")


@dataclass(frozen=True, slots=True)
class _Draft:
    """A mention in the making: tokens `first` to `end`, and the number at token `core`."""

    first: int
    end: int
    core: int
    start: int  # offset in the text
    low: Decimal | None
    high: Decimal | None
    approximate: bool = False
    ordinal: bool = False
    unit: str = ""
    quantity: Quantity = "count"
    weak: bool = False
    hedged: bool = False
    stop: int | None = None  # offset, where the mention ends before its last token does

    def mention(self, passage: Passage) -> Mention:
        stop = passage.tokens[self.end - 1].end
        value = NumberValue(
            low=_plain(self.low),
            high=_plain(self.high),
            approximate=self.approximate,
            ordinal=self.ordinal,
            unit=self.unit,
            quantity=self.quantity,
        )
        return Mention("number", self.start, stop, passage.text[self.start : stop], value)


def _plain(value: Decimal | None) -> Decimal | None:
    """The number without exponent or trailing zeros."""
    if value is None:
        return None
    short = value.normalize()
    return short.quantize(Decimal(1)) if 0 < short.as_tuple().exponent < 27 else short + 0  # type: ignore[operator]


def find_numbers(
    text: str, tokens: Sequence[Token], language: Language, taken: Sequence[Span] = ()
) -> list[Mention]:
    """The numbers that `text` states, in text order.

    `tokens` are `align.text.tokenize(text)`; `taken` are spans, sorted, in which no number is read (dates).
    Each mention spans its hedge, its number and its unit or counted noun; its value is a `NumberValue`.
    Digits that count nothing (scores, clock times, identifiers, addresses, section numbers) are no mentions.
    """
    words = lexicon(language.numbers).words
    if not any(token.kind == "number" or token.form in words for token in tokens):
        return []
    passage = Passage(text, readable_tokens(text, tokens, taken), lexicon(language.numbers))
    drafts = _scan(passage)
    drafts = _share_units(passage, drafts)
    drafts = _add_implied(passage, drafts)
    return [draft.mention(passage) for draft in drafts if not draft.weak or _stands_alone(passage, draft)]


def _scan(passage: Passage) -> list[_Draft]:
    drafts: list[_Draft] = []
    at = floor = named = 0
    words, forms, tokens = passage.lexicon.words, passage.forms, passage.tokens
    while at < passage.size:
        is_digits = tokens[at].kind == "number"
        if not is_digits and forms[at] not in words:
            at += 1
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
        draft = _assemble(passage, numeral, floor) if numeral is not None else None
        if draft is None:
            at = max(at + 1, numeral.end if numeral is not None else 0)
            continue
        drafts.append(draft)
        at = floor = draft.end
    return drafts


def _continues_label(passage: Passage, named: int, at: int) -> bool:
    """"sections 5 and 6": the second number is a name like the first."""
    between = passage.forms[named:at]
    joints = passage.table.conjunctions | passage.table.range_links | passage.table.alternatives | {",", "\u060c"}
    return bool(between) and len(between) <= 2 and all(form in joints or form in DASHES for form in between)


def _idiom_end(passage: Passage, at: int) -> int | None:
    """The end of an idiom whose number word stands at `at`."""
    for index, forms in passage.lexicon.idioms.get(passage.forms[at], ()):
        first = at - index
        if first >= 0 and tuple(passage.forms[first : first + len(forms)]) == forms:
            return first + len(forms)
    return None


@dataclass(slots=True)
class _Before:
    """What stands before a number, from token `first` on."""

    first: int
    start: int
    negative: bool = False
    bound: Bound | None = None
    money: str = ""
    few: tuple[int, int] | None = None
    article: bool = False
    spaced_sign: bool = False
    hedge: str = ""


def _look_back(passage: Passage, numeral: Numeral, floor: int) -> _Before:
    """Reads signs, currencies, articles and hedges backward from the numeral to token `floor`."""
    found = _Before(numeral.first, passage.start_after_lead(numeral.first, numeral.lead))
    lexicon, forms = passage.lexicon, passage.forms
    _leading_point(passage, numeral, found)
    if passage.word(numeral.first).lead and numeral.lead and passage.word(numeral.first).joined:
        return found
    if _starts_scaled(passage, numeral) or numeral.vague:
        few = lexicon.few_before.at(forms, found.first - 1)
        if few is not None and few.edge >= floor:
            found.few = few.meaning
            _move(passage, found, few.edge, few.lead)
    if passage.form(found.first - 1) in passage.table.implied_ones and found.first - 1 >= floor:
        found.article = True
        if numeral.digits or not (_starts_scaled(passage, numeral) or found.few or numeral.fraction or numeral.ordinal):
            _hedges(passage, found, floor)
            return found
        _move(passage, found, found.first - 1, 0)
    _sign(passage, found, floor)
    _currency_before(passage, numeral, found, floor)
    _hedges(passage, found, floor)
    return found


def _currency_before(passage: Passage, numeral: Numeral, found: _Before, floor: int) -> None:
    at = found.first - 1
    if not numeral.digits or at < floor:
        return
    code, match = passage.currency_at(at), passage.lexicon.currencies_before.at(passage.forms, at)
    if code is not None:
        found.money = code
        _move(passage, found, at, 0)
    elif match is not None and match.edge >= floor:
        found.money = match.meaning
        _move(passage, found, match.edge, 0)
        _sign(passage, found, floor)


def _move(passage: Passage, found: _Before, first: int, lead: int) -> None:
    found.first, found.start = first, passage.start_after_lead(first, lead)


def _leading_point(passage: Passage, numeral: Numeral, found: _Before) -> None:
    """.08 begins at its point."""
    at = numeral.first
    if leads_with_point(passage.text, passage.tokens, at):
        found.first, found.start = at - 1, passage.tokens[at - 1].start


def _starts_scaled(passage: Passage, numeral: Numeral) -> bool:
    word = passage.word(numeral.first)
    return word.scale is not None


def _sign(passage: Passage, found: _Before, floor: int) -> None:
    before = found.first - 1
    if before < floor:
        return
    form = passage.form(before)
    if form in passage.table.negatives:
        found.negative = True
        _move(passage, found, before, 0)
    elif form in {"-", "\u2212"} and not _after_something(passage, before):
        if passage.touches(found.first):
            found.negative = True
            _move(passage, found, before, 0)
        elif before == 0:
            found.negative = found.spaced_sign = True
            _move(passage, found, before, 0)


def _after_something(passage: Passage, index: int) -> bool:
    return passage.touches(index) and passage.kind(index - 1) in {"number", "word"}


def _hedges(passage: Passage, found: _Before, floor: int) -> None:
    for _ in range(3):
        match = passage.lexicon.hedges_before.at(passage.forms, found.first - 1)
        if match is None or match.edge < floor:
            return
        if found.bound is None or found.bound == "about":
            found.bound = match.meaning
        found.hedge = passage.form(match.edge)
        _move(passage, found, match.edge, match.lead)


def _assemble(passage: Passage, numeral: Numeral, floor: int) -> _Draft | None:
    """The mention around `numeral`; None where it counts nothing."""
    before = _look_back(passage, numeral, floor)
    if numeral.ordinal:
        return _rank(passage, numeral, before)
    if numeral.dual is not None:
        return _dual(passage, numeral, before)
    if _is_pronoun(passage, numeral, before):
        return None
    low, high, numeral, before = _bounds(passage, numeral, before, floor)
    inner = passage.lexicon.hedges_after.at(passage.forms, numeral.end)
    if inner is not None:
        before.bound = before.bound or inner.meaning
        numeral = replace(numeral, end=inner.edge)
    unit = find_unit(passage, numeral, bool(before.money))
    if unit is None or (unit.quantity == "count" and passage.form(numeral.end) in passage.table.nouns.partitives):
        unit = _percent_before(passage, numeral, before) or unit
    if unit is None and not before.money and (rank := _definite_rank(passage, numeral, before)) is not None:
        return rank
    low, high = _scaled(passage, numeral, low, high, unit, before)
    bound, end = _hedge_after(passage, numeral, unit, before)
    if (whole := _portion(passage, numeral, before)) is not None:
        low, high, numeral = whole, whole, replace(numeral, fraction=True)
    draft = _Draft(
        first=before.first,
        end=end,
        core=numeral.first,
        start=before.start,
        low=None if bound == "most" else low,
        high=None if bound == "least" else high,
        approximate=bound == "about" or numeral.vague or before.few is not None,
        unit=before.money or (unit.name if unit else ""),
        quantity="money" if before.money else unit.quantity if unit else "count",
        weak=_is_weak(passage, numeral, before, unit, ranged=before.few is None and low != high),
        hedged=bound is not None,
    )
    return _with_host(passage, numeral, draft, floor)


def _bounds(
    passage: Passage, numeral: Numeral, before: _Before, floor: int
) -> tuple[Decimal | None, Decimal | None, Numeral, _Before]:
    """The ends of what is said, with a range's second number read."""
    low: Decimal | None = numeral.low
    high = numeral.high
    if before.few is not None:
        scale = numeral.low / 2 if numeral.vague else numeral.low
        return before.few[0] * scale, before.few[1] * scale, numeral, before
    if before.negative:
        low, high = -numeral.low, -numeral.low
    second = _second(passage, numeral, before, floor)
    if second is None:
        return low, high, numeral, before
    if second.low is not None and numeral.scale == 1 and second.scale >= 1000 and numeral.digits:
        inherited = numeral.low * second.scale
        low = inherited if numeral.low < 1000 and inherited < second.low else low
    opener = before.first - 1
    if opener >= floor and passage.form(opener) in passage.lexicon.range_openers:
        _move(passage, before, opener, passage.lexicon.range_openers[passage.form(opener)].lead)
    return low, second.high, replace(second, first=numeral.first, definite=False), before


def _second(passage: Passage, numeral: Numeral, before: _Before, floor: int) -> Numeral | None:
    """The upper end of a range that begins with `numeral`."""
    if not numeral.exact or numeral.fraction:
        return None
    at = _range_link(passage, numeral, before, floor)
    if at is None:
        return None
    if before.money and passage.lexicon.currencies_before.at(passage.forms, at) is not None:
        at += 1
    if passage.kind(at) != "number" and passage.forms[at : at + 1] and passage.forms[at] not in passage.lexicon.words:
        return None
    second = read_numeral(passage, at)
    if second is None or not second.exact or second.ordinal or second.dual or second.low <= numeral.low:
        return None
    if passage.form(numeral.end) in passage.table.alternatives and second.low > 3 * numeral.low and second.low > 12:
        return None
    return second


def _range_link(passage: Passage, numeral: Numeral, before: _Before, floor: int) -> int | None:
    """Where the second number of a range begins, if what stands after the first says that there is one."""
    at, form = numeral.end, passage.form(numeral.end)
    opener = passage.lexicon.range_openers.get(passage.form(before.first - 1)) if before.first - 1 >= floor else None
    if form in DASHES and passage.form(at + 1) in passage.table.range_links | passage.table.conjunctions:
        return at + 2
    if form in DASHES:
        spaced = passage.touches(at) == passage.touches(at + 1)
        return at + 1 if spaced and passage.kind(at + 1) in {"number", "word"} else None
    if opener is not None:
        if form in opener.links and not (opener.directional and _is_change(passage, before.first)):
            return at + 1
        if passage.word(at).joined and passage.lexicon.conjunction_prefixes & opener.links:
            return at
    if form in passage.table.range_links and not _is_change(passage, before.first):
        return at + 1
    return at + 1 if form in passage.table.alternatives else None


def _is_change(passage: Passage, first: int) -> bool:
    return any(form in passage.table.changes for form in passage.forms[max(0, first - 6) : first])


def _scaled(
    passage: Passage, numeral: Numeral, low: Decimal | None, high: Decimal | None, unit: Unit | None, before: _Before
) -> tuple[Decimal | None, Decimal | None]:
    """The ends with a scale that only the unit or the counted noun shows ("$5m"; 1.500 people)."""
    factor = unit.factor if unit else 1
    if numeral.pointed and unit is not None and unit.quantity == "count" and not before.money:
        factor = 1000
    if factor == 1:
        return low, high
    return (low * factor if low is not None else None), (high * factor if high is not None else None)


def _hedge_after(
    passage: Passage, numeral: Numeral, unit: Unit | None, before: _Before
) -> tuple[Bound | None, int]:
    """The bound that words before or after set, and the end of the mention."""
    end = unit.end if unit else numeral.end
    bound = before.bound
    if bound == "least" and before.hedge in passage.table.over and unit is not None and unit.quantity == "duration":
        bound = None if passage.form(before.first - 1) not in passage.table.nouns.stops else bound
    after = passage.lexicon.hedges_after.at(passage.forms, end)
    if after is None:
        return bound, end
    return bound or after.meaning, after.edge


def _percent_before(passage: Passage, numeral: Numeral, before: _Before) -> Unit | None:
    """"percents of twenty", «بالمائة 10»."""
    match = passage.lexicon.percents_before.at(passage.forms, before.first - 1)
    if match is None or before.money or numeral.low > 1000:
        return None
    _move(passage, before, match.edge, match.lead)
    return Unit(numeral.end, "%", "percent")


def _portion(passage: Passage, numeral: Numeral, before: _Before) -> Decimal | None:
    """«جزء من ألف»: one part of so many."""
    match = passage.lexicon.portion_before.at(passage.forms, before.first - 1)
    if match is None or numeral.digits or numeral.low < 10 or not numeral.exact:
        return None
    _move(passage, before, match.edge, match.lead)
    return 1 / numeral.low


def _is_pronoun(passage: Passage, numeral: Numeral, before: _Before) -> bool:
    """Whether "one" stands for somebody, or is bound to a word that makes it no count."""
    word = passage.word(numeral.first)
    if word.base in passage.table.only_compound and numeral.end == numeral.first + 1:
        return True
    if numeral.low != 1 or word.base not in passage.table.pronouns or before.negative or before.bound:
        return False
    form = passage.form(before.first - 1)
    if numeral.end == numeral.first + 1 and form in passage.table.not_one_after:
        return True
    return numeral.end == numeral.first + 1 and passage.form(numeral.end) in passage.table.nouns.partitives


def _is_weak(passage: Passage, numeral: Numeral, before: _Before, unit: Unit | None, ranged: bool) -> bool:
    if before.spaced_sign:
        return True
    if before.negative or before.bound or before.money:
        return False
    if numeral.weak:
        word = passage.word(numeral.first)
        return unit is None or (numeral.fraction and unit.quantity == "count") or word.base in passage.table.homonyms
    if numeral.digits and numeral.plain and _is_named(passage, before.first):
        return unit is None or (unit.quantity == "count" and unit.name[:1].isupper())
    if unit is None and numeral.digits and ranged and numeral.low < 200:
        return True
    return (unit is None or not unit.name) and _is_million_letter(passage, numeral.end)


def _is_million_letter(passage: Passage, at: int) -> bool:
    return passage.touches(at) and passage.written(at) in passage.table.units.million_letters


def _is_named(passage: Passage, first: int) -> bool:
    """Whether a capitalised word in mid-sentence stands before plain digits: "Apollo 11"."""
    written, form = passage.written(first - 1), passage.form(first - 1)
    if passage.kind(first - 1) != "word" or not written[0].isupper():
        return False
    return passage.kind(first - 2) == "word" or not form.islower()


def _stands_alone(passage: Passage, draft: _Draft) -> bool:
    """Whether the text says nothing but this number, as a table's cell does."""
    if any(passage.form(at) not in _CLOSING | {BARRIER} for at in range(draft.end, min(passage.size, draft.end + 4))):
        return False
    return draft.first == 0 and draft.end + 3 >= passage.size


def _rank(passage: Passage, numeral: Numeral, before: _Before) -> _Draft | None:
    """An ordinal, with the noun that it ranks where that is sure."""
    table = passage.table
    at = numeral.first
    if before.article and not numeral.digits and _ends_or_divides(passage, numeral.end):
        value = 1 / numeral.low
        return _Draft(before.first, numeral.end, at, before.start, value, value)
    if passage.form(at - 1) in table.clocks_before:
        return None
    start = passage.start_after_lead(at, numeral.lead)
    end, unit, first = numeral.end, "", at
    if table.nouns.head_first:
        host = _definite_host(passage, at) if numeral.definite else None
        if host is not None:
            first = host
            start = passage.start_after_lead(host, _host_lead(passage, host))
            unit = passage.text[start : passage.tokens[host].end]
    elif passage.form(at - 1) in table.ordinal_hosts and passage.kind(end) == "word":
        form = passage.form(end)
        if form not in table.nouns.stops | passage.lexicon.words.keys() and not form.endswith(table.nouns.verbal_endings):
            unit, end = passage.written(end), end + 1
    if passage.form(end) in DASHES and passage.touches(end) and numeral.low == 1 and not numeral.digits:
        return None
    weak = numeral.weak or (not table.nouns.head_first and not unit and _is_adverb(passage, numeral))
    if table.nouns.head_first and passage.lexicon.ages_before.at(passage.forms, at - 1) is not None:
        return _Draft(at, end, at, start, numeral.low, numeral.low, unit="year", quantity="age")
    return _Draft(
        first, end, at, start, numeral.low, numeral.low, ordinal=True, unit=unit, quantity="ordinal", weak=weak
    )


def _is_adverb(passage: Passage, numeral: Numeral) -> bool:
    """A bare "first" says in what order things happened; after "finished", or before a number, it ranks."""
    if numeral.low != 1 or numeral.digits or passage.form(numeral.first - 1) in passage.table.ranking:
        return False
    return passage.word(numeral.end).cardinal is None and passage.kind(numeral.end) != "number"


def _ends_or_divides(passage: Passage, end: int) -> bool:
    """Whether "a fifth" is a part: it ends the text, or "of" follows."""
    return passage.form(end) in passage.table.nouns.partitives or end >= passage.size


def _definite_host(passage: Passage, at: int) -> int | None:
    """A noun with the article right before `at`."""
    articles = passage.table.proclitics.articles
    form = passage.form(at - 1)
    if passage.kind(at - 1) != "word" or at - 1 < 0 or form in passage.lexicon.words:
        return None
    return at - 1 if form[_host_lead(passage, at - 1) :].startswith(articles) and len(form) > 4 else None


def _host_lead(passage: Passage, host: int) -> int:
    """How many letters before the article of a noun are a conjunction and a preposition."""
    form, proclitics = passage.form(host), passage.table.proclitics
    return next((lead for lead in (1, 2) if form[lead:].startswith(proclitics.articles)), 0) if proclitics.articles else 0


def _definite_rank(passage: Passage, numeral: Numeral, before: _Before) -> _Draft | None:
    """A cardinal with the article that ranks one thing: «السؤال الواحد والعشرون», «العشرون»."""
    if not numeral.definite or numeral.digits or numeral.low < 11 or not numeral.exact or before.bound:
        return None
    host = _definite_host(passage, numeral.first)
    alone = before.first == 0 and numeral.end >= passage.size
    if not alone and (host is None or _looks_plural(passage, host)):
        return None
    first = host if host is not None else before.first
    start = passage.start_after_lead(host, _host_lead(passage, host)) if host is not None else before.start
    unit = passage.text[start : passage.tokens[host].end] if host is not None else ""
    return _Draft(
        first, numeral.end, numeral.first, start, numeral.low, numeral.low, ordinal=True, unit=unit, quantity="ordinal"
    )


def _looks_plural(passage: Passage, index: int) -> bool:
    nouns, form = passage.table.nouns, passage.forms[index]
    return form in nouns.plurals or form.endswith(nouns.plural_endings)


def _with_host(passage: Passage, numeral: Numeral, draft: _Draft, floor: int) -> _Draft:
    """A noun before its number: «الرجال الثلاثة», «شخص واحد»."""
    at = draft.first - 1
    if not passage.table.nouns.head_first or draft.unit or draft.hedged or at < floor or numeral.vague:
        return draft
    word = passage.word(numeral.first)
    if numeral.definite and not numeral.digits and not numeral.fraction:
        host = _definite_host(passage, numeral.first)
        if host is None or host < floor:
            return draft
    elif numeral.low == 1 and word.base in passage.table.pronouns and not numeral.lead:
        host = at
        if passage.kind(at) != "word" or passage.forms[at] in passage.table.nouns.stops:
            return draft
        if passage.forms[at] in passage.lexicon.words or seems_prefixed(passage, at):
            return draft
    else:
        return draft
    start = passage.start_after_lead(host, _host_lead(passage, host))
    noun = passage.text[start : passage.tokens[host].end]
    duration = passage.lexicon.durations.at([fold(noun)], 0)
    unit, quantity = (duration.meaning, "duration") if duration else (noun, "count")
    return replace(
        draft,
        first=host,
        start=start,
        unit=unit,
        quantity=quantity,  # type: ignore[arg-type]
        weak=numeral.low == 1 and numeral.definite,
    )


def _dual(passage: Passage, numeral: Numeral, before: _Before) -> _Draft | None:
    """A noun whose dual alone says two: «يومين»."""
    if numeral.definite:
        return None
    return _Draft(
        first=before.first,
        end=numeral.end,
        core=numeral.first,
        start=before.start,
        low=None if before.bound == "most" else numeral.low,
        high=None if before.bound == "least" else numeral.low,
        approximate=before.bound == "about",
        unit=numeral.dual or "",
        quantity="duration",
    )


def _share_units(passage: Passage, drafts: list[_Draft]) -> list[_Draft]:
    """Two counts joined by a conjunction that share the second's noun both know it."""
    joints = passage.table.conjunctions | passage.table.alternatives | passage.table.range_links
    shared = list(drafts)
    for index in range(len(shared) - 2, -1, -1):
        left, right = shared[index], shared[index + 1]
        if right.quantity == "duration" and left.quantity == "age" and left.unit == right.unit:
            between = passage.forms[left.end : right.first]
            if len(between) <= 1 and all(form in joints for form in between):
                shared[index + 1] = replace(right, quantity="age")
            continue
        if left.unit or left.ordinal or right.ordinal or not right.unit or left.quantity != "count":
            continue
        between = passage.forms[left.end : right.first]
        if right.quantity != "money" and len(between) == 1 and all(form in joints for form in between):
            shared[index] = replace(left, unit=right.unit, quantity=right.quantity, weak=False)
    return shared


def _add_implied(passage: Passage, drafts: list[_Draft]) -> list[_Draft]:
    """Adds the one that an indefinite person among counted people stands for."""
    found = list(drafts)
    for draft in drafts:
        if draft.quantity != "count" or not draft.unit or draft.ordinal or draft.weak:
            continue
        # After a number that takes the singular, one more singular may be counted by it as well.
        if 0 < passage.table.nouns.singular_from <= (draft.low or 0):
            continue
        implied = _implied_after(passage, draft.end)
        if implied is not None:
            found.append(implied)
    return sorted(found, key=lambda draft: draft.start)


def _is_relative(passage: Passage, at: int) -> bool:
    """A singular adjective of relation, the accusative of which the table's endings show («صحافي»)."""
    ending = {ending[0] for ending in passage.table.nouns.adjective_endings}
    form = passage.form(at)
    return len(form) > 3 and form[-1] in ending and not passage.has_article(at)


def _implied_after(passage: Passage, at: int) -> _Draft | None:
    nouns, table = passage.table.nouns, passage.table
    first, lead = at, 0
    if passage.form(first) in {",", "\u060c"}:
        first += 1
    if passage.form(first) in table.conjunctions:
        first += 1
    if nouns.head_first:
        form = passage.form(first)
        if first == at or passage.forms[first - 1] not in table.conjunctions:
            lead = 1
            if form[:1] not in table.proclitics.conjunctions:
                return None
        if form[lead:] not in nouns.persons:
            return None
        end = first + 1
        after = passage.form(end)
        if after in nouns.persons or is_adjective(passage, end) or _is_relative(passage, end):
            end = end + 1 if passage.form(end) not in nouns.stops else end
    else:
        if first == at or passage.form(first) not in table.implied_ones:
            return None
        end = first + 1
        while end < first + 3 and passage.form(end) not in nouns.persons:
            end += 1
        if passage.form(end) not in nouns.persons:
            return None
        end += 1
        unit_start = passage.tokens[first + 1].start
    start = passage.start_after_lead(first, lead)
    if nouns.head_first:
        unit_start = start
    unit = passage.text[unit_start : passage.tokens[end - 1].end]
    return _Draft(first, end, first, start, Decimal(1), Decimal(1), unit=unit)
