"""Ordinals, and numbers whose noun stands before them or in them: «الرجال الثلاثة», «شخص واحد», «يومين»."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from align.extraction.number_bounds import Before, look_back
from align.extraction.number_context import near_scoring
from align.extraction.number_literals import DASHES
from align.extraction.number_nouns import is_adjective, seems_prefixed
from align.extraction.number_passage import Passage
from align.extraction.number_phrases import is_part_of_change
from align.extraction.number_units import CLOSERS, HOURS, OLDEST, YOUNGEST, Unit, dual_unit
from align.extraction.number_values import Draft, Numeral
from align.model import Quantity
from align.text import fold

NEAR_SUBJECT = 3  # words before "in" among which someone is named
FARTHEST_RANKING = 6  # words before a rank among which someone comes in
LONGEST_MATCH = 130  # minutes, with extra time
HOURS_OF_DAY = 24  # «في الثانية والعشرين» may be ten at night


def rank(passage: Passage, numeral: Numeral, before: Before, floor: int) -> Draft | None:
    """An ordinal, with the noun that it ranks where that is sure."""
    table = passage.table
    at = numeral.first
    if passage.form(at - 1) in table.clocks_before or _enumerates(passage, at):
        return None
    numeral = _beyond_hundred(passage, numeral)
    start = passage.start_after_lead(at, numeral.lead)
    end, unit, first = numeral.end, "", at
    if table.nouns.head_first:
        host = _definite_host(passage, at, floor) if numeral.definite else None
        if host is not None:
            first = host
            start = passage.start_after_lead(host, _host_lead(passage, host))
            unit = passage.text[start : passage.tokens[host].end]
    elif passage.form(at - 1) in table.ordinal_hosts and passage.kind(end) == "word":
        form = passage.form(end)
        known = form in table.nouns.stops or (form in passage.lexicon.words and form not in table.pairs)
        if not known and not form.endswith(table.nouns.verbal_endings):
            unit, end = passage.written(end), end + 1
    if passage.form(end) in DASHES and passage.touches(end) and numeral.low == 1 and not numeral.digits:
        return None
    years = passage.lexicon.ages_after.at(passage.forms, end)
    bound = table.units.age_bounds.get(passage.form(at - 1)) if not unit and numeral.low >= YOUNGEST else None
    if bound and at - 1 >= floor and passage.form(at).endswith(table.units.lived_endings or ("\0",)):
        low, high = (None, numeral.low) if bound == "most" else (numeral.low, None)
        end = years.edge if years is not None else end
        return Draft(at - 1, end, at, passage.tokens[at - 1].start, low, high, unit="year", quantity="age", hedged=True)
    if years is not None:
        return Draft(at, years.edge, at, start, numeral.low, numeral.low, unit="year", quantity="age")
    if not unit and _is_age_lived(passage, numeral):
        return Draft(at, end, at, start, numeral.low, numeral.low, unit="year", quantity="age")
    weak = numeral.weak or (not table.nouns.head_first and not unit and _is_adverb(passage, numeral))
    weak |= before.article and not unit and not numeral.digits  # "a third could not": of several, or of three parts
    if table.nouns.head_first and passage.lexicon.ages_before.at(passage.forms, at - 1) is not None:
        return _age_reached(passage, numeral, floor)
    return Draft(
        first, end, at, start, numeral.low, numeral.low, ordinal=True, unit=unit, quantity="ordinal", weak=weak
    )


def _enumerates(passage: Passage, at: int) -> bool:
    """Whether an ordinal says "secondly" and nobody's rank: «ثانيا», but «حل سباستيان ثانيا»."""
    ranked = passage.table.ranking.intersection(passage.forms[max(0, at - FARTHEST_RANKING) : at])
    return passage.form(at) in passage.table.enumerating and not ranked


def _age_reached(passage: Passage, numeral: Numeral, floor: int) -> Draft:
    """«سن الخامسة», and what bounds it: «دون سن الخامسة»."""
    at = numeral.first
    bound = passage.table.units.age_bounds.get(passage.form(at - 2)) if at - 2 >= floor else None
    first, start = (at - 2, passage.tokens[at - 2].start) if bound else (at, passage.start_after_lead(at, numeral.lead))
    return Draft(
        first,
        numeral.end,
        at,
        start,
        None if bound == "most" else numeral.low,
        None if bound == "least" else numeral.low,
        unit="year",
        quantity="age",
        hedged=bound is not None,
    )


def goes_beyond(passage: Passage, numeral: Numeral) -> bool:
    """Whether definite tens are a rank, for they go beyond a hundred: «أسبوعه الخمسين بعد المئة»."""
    links = passage.form(numeral.end) in passage.table.rank_links
    return links and numeral.definite and not numeral.digits and bool(passage.word(numeral.end + 1).scale)


def _beyond_hundred(passage: Passage, numeral: Numeral) -> Numeral:
    """A rank with what it goes beyond: «السادس والخمسين بعد المئة» is the 156th, «بعد المئة والألف» the 1,156th."""
    at, beyond = numeral.end + 1, numeral.low
    if passage.form(numeral.end) not in passage.table.rank_links:
        return numeral
    while passage.word(at).definite and (scale := passage.word(at).scale) and scale > beyond / 2:
        if at > numeral.end + 1 and not passage.word(at).joined:
            break
        at, beyond = at + 1, beyond + scale
    return replace(numeral, end=at, low=beyond, high=beyond) if beyond > numeral.low else numeral


def _is_age_lived(passage: Passage, numeral: Numeral) -> bool:
    """«وهو يومها في الرابعة والستين»: the year of life that someone is in.

    Ranks up to twelve may be hours, but where nothing else is said of someone: «وهو في الثانية عشرة».
    """
    units, at = passage.table.units, numeral.first
    if not numeral.definite or not numeral.low <= OLDEST:
        return False
    if passage.form(at - 1) in units.children_of:
        return numeral.low >= YOUNGEST
    if passage.form(at - 1) in units.lived_to:
        return numeral.low > HOURS and passage.form(at).endswith(units.lived_endings or ("\0",))
    if passage.form(at - 1) not in units.lived_in:
        return False
    if numeral.low <= HOURS:
        at_once = passage.form(at - 2) in units.age_subjects
        return (
            at_once
            and numeral.low >= YOUNGEST
            and (numeral.end >= passage.size or passage.form(numeral.end) in CLOSERS)
        )
    if numeral.low > HOURS_OF_DAY and passage.form(at).endswith(units.lived_endings or ("\0",)):
        return True
    return not units.age_subjects.isdisjoint(passage.forms[max(0, at - 1 - NEAR_SUBJECT) : at - 1])


def _is_adverb(passage: Passage, numeral: Numeral) -> bool:
    """A bare "first" says in what order things happened; after "finished", or before a number, it ranks."""
    if numeral.low != 1 or numeral.digits or passage.form(numeral.first - 1) in passage.table.ranking:
        return False
    return passage.word(numeral.end).cardinal is None and passage.kind(numeral.end) != "number"


def is_part(passage: Passage, numeral: Numeral, before: Before) -> bool:
    """Whether "a fifth" is a part: it ends the text, "of" follows, or something changed, or is greater, by it."""
    nouns, after = passage.table.nouns, passage.form(numeral.end)
    divides = after in nouns.partitives or numeral.end >= passage.size
    divides |= is_part_of_change(passage, numeral.first, numeral.end) or after in passage.table.comparing
    divides |= passage.form(before.first - 1) in passage.table.only_before or after in passage.table.plural_verbs
    divides |= before.bound is not None and (after in nouns.stops or passage.kind(numeral.end) != "word")
    return before.article and not numeral.digits and numeral.low > 1 and divides


def _definite_host(passage: Passage, at: int, floor: int) -> int | None:
    """A noun with the article right before `at`."""
    articles = passage.table.proclitics.articles
    form = passage.form(at - 1)
    if at - 1 < floor or passage.kind(at - 1) != "word" or form in passage.lexicon.words:
        return None
    return at - 1 if form[_host_lead(passage, at - 1) :].startswith(articles) and len(form) > 4 else None


def _host_of_digits(passage: Passage, at: int, floor: int) -> int | None:
    """The definite noun before an article that is written with digits: «الدول الـ20», «طاقمه الـ28»."""
    form, articles = passage.form(at - 1), passage.table.proclitics.articles
    if form not in articles or not passage.touches(at):
        return None
    host = _definite_host(passage, at - 1, floor)
    return host if host is not None else _owned_host(passage, at - 1, floor)


def _owned_host(passage: Passage, at: int, floor: int) -> int | None:
    """A noun with a pronoun of its owner right before `at`: «طاقمه الـ28»."""
    host = at - 1
    if host < floor or passage.kind(host) != "word" or passage.form(host) in passage.table.nouns.stops:
        return None
    # As written: a folded feminine ending looks like a pronoun.
    owned = passage.written(host).endswith(passage.table.possessive_endings)
    return host if owned and len(passage.form(host)) > 3 and passage.form(host) not in passage.lexicon.words else None


def _host_lead(passage: Passage, host: int) -> int:
    """How many letters before the article of a noun are a conjunction and a preposition."""
    form, proclitics = passage.form(host), passage.table.proclitics
    return (
        next((lead for lead in (1, 2) if form[lead:].startswith(proclitics.articles)), 0) if proclitics.articles else 0
    )


def definite_rank(passage: Passage, numeral: Numeral, before: Before, floor: int) -> Draft | None:
    """A cardinal with the article that ranks one thing: «السؤال الواحد والعشرون», «العشرون»."""
    if not numeral.definite or numeral.digits or numeral.low < 11 or not numeral.exact or before.bound:
        return None
    host = _definite_host(passage, numeral.first, floor)
    alone = before.first == 0 and numeral.end >= passage.size
    if not alone and (host is None or _looks_plural(passage, host)):
        return None
    first = host if host is not None else before.first
    start = passage.start_after_lead(host, _host_lead(passage, host)) if host is not None else before.start
    unit = passage.text[start : passage.tokens[host].end] if host is not None else ""
    return Draft(
        first, numeral.end, numeral.first, start, numeral.low, numeral.low, ordinal=True, unit=unit, quantity="ordinal"
    )


def numbered(passage: Passage, numeral: Numeral, before: Before, unit: Unit | None, floor: int) -> Draft | None:
    """Digits that rank the noun before them, as an ordinal would: "minute 24", «الدقيقة 24»."""
    host = before.first - 1
    if not numeral.digits or not numeral.plain or not numeral.exact or before.bound or before.money or host < floor:
        return None
    counted = unit is not None and passage.form(numeral.end) not in passage.table.nouns.partitives
    determined = passage.form(host - 1) in passage.table.ordinal_hosts  # "that day 300 died"
    if counted or determined or passage.form(host) not in passage.table.numbered:
        return None
    start = passage.start_after_lead(host, _host_lead(passage, host))
    unit_text = passage.text[start : passage.tokens[host].end]
    return Draft(
        host,
        numeral.end,
        numeral.first,
        start,
        numeral.low,
        numeral.high,
        ordinal=True,
        unit=unit_text,
        quantity="ordinal",
    )


def minute_of_play(passage: Passage, numeral: Numeral, before: Before, unit: Unit | None) -> Draft | None:
    """ "Scored on 63 minutes": which minute of a match it was, and not how long something took."""
    timed = unit is not None and unit.name == "minute" and unit.quantity == "duration"
    if unit is None or not timed or not numeral.exact or before.bound or not 1 <= numeral.low <= LONGEST_MATCH:
        return None
    at = before.first - 1
    scored = passage.kind(at - 1) == "number" and passage.form(at - 2) in DASHES  # "made it 4-0 on"
    ends = passage.form(unit.end) in CLOSERS  # "who had replaced the captain on 68 minutes,"
    told = scored or ends or near_scoring(passage, at, unit.end)
    if passage.form(at) not in passage.table.before_minutes or not told:
        return None
    return Draft(
        before.first,
        unit.end,
        numeral.first,
        before.start,
        numeral.low,
        numeral.high,
        ordinal=True,
        unit="minute",
        quantity="ordinal",
    )


def _looks_plural(passage: Passage, index: int) -> bool:
    nouns, form = passage.table.nouns, passage.forms[index]
    return form in nouns.plurals or form.endswith(nouns.plural_endings)


def with_host(passage: Passage, numeral: Numeral, draft: Draft, floor: int) -> Draft:
    """A noun before its number: «الرجال الثلاثة», «شخص واحد»."""
    at = draft.first - 1
    if not passage.table.nouns.head_first or draft.unit or draft.hedged or at < floor or numeral.vague:
        return draft
    word = passage.word(numeral.first)
    if _may_follow_its_noun(numeral):
        host = _definite_host(passage, numeral.first, floor)
        if host is None:
            return draft
        host = _counted_head(passage, host, numeral)
    elif numeral.digits and (host := _host_of_digits(passage, numeral.first, floor)) is not None:
        owned = not passage.has_article(host)
        if not owned and passage.form(host).endswith(passage.table.nouns.singular_endings):
            start = passage.start_after_lead(host, _host_lead(passage, host))
            unit = passage.text[start : passage.tokens[host].end]
            return replace(draft, first=host, start=start, unit=unit, ordinal=True, quantity="ordinal")
    elif numeral.low == 1 and word.base in passage.table.pronouns and not numeral.lead:
        host = at
        timed = counts_unit(passage, numeral)
        if passage.kind(at) != "word" or (passage.forms[at] in passage.table.nouns.stops and not timed):
            return draft
        if measured := _unit_of_one(passage, at):
            return _one_measured(passage, draft, at, measured, floor)
        if passage.forms[at] in passage.lexicon.words or seems_prefixed(passage, at):
            return draft
    else:
        return draft
    start = passage.start_after_lead(host, _host_lead(passage, host))
    noun = passage.text[start : passage.tokens[host].end]
    unit, quantity = _meant_by_host(passage, noun)
    return replace(
        draft,
        first=host,
        start=start,
        unit=unit,
        quantity=quantity,
        weak=numeral.low == 1 and numeral.definite,
    )


def _meant_by_host(passage: Passage, noun: str) -> tuple[str, Quantity]:
    """The unit that a noun before its number is: «الأيام الثلاثة», «البيزوات الاثنين والثمانين»."""
    lexicon, form = passage.lexicon, fold(noun)
    if (duration := lexicon.durations.at([form], 0)) is not None:
        return duration.meaning, "duration"
    for article in passage.table.proclitics.articles:
        bare = form.removeprefix(article)
        if (money := lexicon.currencies.at([bare], 0)) is not None:
            return money.meaning or bare, "money"
        if (measure := lexicon.measures.at([bare], 0)) is not None and len(bare) > 1:
            return measure.meaning, "measure"
    return noun, "count"


def follows_its_noun(passage: Passage, numeral: Numeral, floor: int) -> bool:
    """Whether the noun before a number is what it counts, so that the one after it is not: «الرجال الثلاثة»."""
    return _may_follow_its_noun(numeral) and _definite_host(passage, numeral.first, floor) is not None


def _may_follow_its_noun(numeral: Numeral) -> bool:
    return numeral.definite and not numeral.digits and not numeral.fraction


def _counted_head(passage: Passage, host: int, numeral: Numeral) -> int:
    """What is counted of a pair of units of time: «أيام الأسبوع السبعة» are seven days."""
    durations, forms = passage.lexicon.durations, passage.forms
    single = forms[host][_host_lead(passage, host) :].removeprefix(passage.table.proclitics.articles[0])
    several = numeral.low > 1 and single in passage.table.units.single_durations
    return host - 1 if several and host and durations.at(forms, host - 1) is not None else host


def _unit_of_one(passage: Passage, at: int) -> tuple[str, Quantity] | None:
    """What a noun measures of which «واحد» says that there is one: «كيلومتر واحد», «دولار واحد»."""
    lexicon, form = passage.lexicon, passage.form(at)
    bare = next((form[len(joint) :] for joint in passage.table.conjunctions if form.startswith(joint)), form)
    for units, quantity in ((lexicon.measures, "measure"), (lexicon.currencies, "money")):
        for noun in dict.fromkeys((form, bare)):  # «ستة أقدام وبوصة واحدة»
            found = units.at([noun], 0)
            if found is not None:
                return found.meaning or noun, quantity  # type: ignore[return-value]
    return None


def _one_measured(passage: Passage, draft: Draft, at: int, unit: tuple[str, Quantity], floor: int) -> Draft:
    """One of a unit, with the hedge before it: «يقل عن كيلومتر واحد»."""
    before = look_back(passage, Numeral(at, draft.end, Decimal(1), Decimal(1), framed=True), floor)
    return replace(
        draft,
        first=before.first,
        start=before.start,
        low=None if before.bound == "most" else draft.low,
        high=None if before.bound == "least" else draft.high,
        approximate=before.bound == "about",
        unit=unit[0],
        quantity=unit[1],
        hedged=before.bound is not None,
        weak=False,
    )


def counts_unit(passage: Passage, numeral: Numeral) -> bool:
    """Whether the noun before a number is a unit of time or a measure: «عام واحد من توليه» is no one of many."""
    if not passage.table.nouns.head_first or numeral.definite:
        return False
    units = passage.lexicon.durations, passage.lexicon.measures
    return any(unit.at(passage.forms, numeral.first - 1) is not None for unit in units)


def dual_noun(passage: Passage, numeral: Numeral, before: Before) -> Draft | None:
    """A noun whose dual alone says two: «يومين», «جنديين», «مرتين اثنتين»."""
    end = numeral.end
    after = passage.word(end)
    ranked = after.ordinal is not None and after.cardinal is None  # «القرنين الثامن عشر والتاسع عشر»
    if ranked or passage.kind(end) == "number" or passage.form(numeral.first - 1) in passage.table.both:
        return None
    agrees = (after.cardinal == 2 or after.dual is not None) and not after.joined  # «جنديان أميركيان» are two
    if agrees or is_adjective(passage, end):
        end += 1
    unit, quantity = dual_unit(passage, numeral)
    return Draft(
        first=before.first,
        end=end,
        core=numeral.first,
        start=before.start,
        low=None if before.bound == "most" else numeral.low,
        high=None if before.bound == "least" else numeral.low,
        approximate=before.bound == "about",
        unit=unit,
        quantity=quantity,
    )
