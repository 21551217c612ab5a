"""The length of time that an amount is for: "$5 a day", "12,000 dinars of silver a year", «في الشهر», «سنويا»."""

from __future__ import annotations

from align.extraction.number_passage import Passage

_LONGEST_MATTER = 3  # words after "of" before the time: "litres of drinking water a day"


def rate_after(passage: Passage, at: int) -> str:
    """The unit of time for which what ends at token `at` is reckoned; empty where none is said."""
    if not passage.table.units.rate_links:
        return ""
    if passage.form(at) in passage.table.nouns.partitives:
        for skipped in range(1, _LONGEST_MATTER + 1):
            if passage.kind(at + skipped) != "word":
                return ""
            if time := _rate(passage, at + 1 + skipped):
                return time
        return ""
    return _rate(passage, at)


def _rate(passage: Passage, at: int) -> str:
    units, form = passage.table.units, passage.form(at)
    if (adverb := units.rate_adverbs.get(form)) is not None:
        return adverb
    if form not in units.rate_links:
        return ""
    article = passage.table.proclitics.articles[0] if passage.has_article(at + 1) else ""
    named = passage.lexicon.durations.at([passage.form(at + 1).removeprefix(article)], 0)
    if named is None or (passage.table.nouns.head_first and _is_defined(passage, at + 2)):
        return ""
    return named.meaning


def _is_defined(passage: Passage, at: int) -> bool:
    """Whether what follows says which day or year is meant: «في اليوم الأول», «في العام 1996», «في الساعة العاشرة»."""
    alone = passage.form(at) in passage.table.pronouns  # «في اليوم الواحد»
    return passage.kind(at) == "number" or (passage.has_article(at) and not alone)
