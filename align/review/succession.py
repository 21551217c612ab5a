"""Succession: which claim of today was made of an earlier, judged one by an edit of its sentences.

An earlier claim that no report makes any more is held against today's undecided ones of the same two documents and
the same kind: how much of each side's sentence is left, and whether its value is. What is found is shown to the
reviewer beside the old judgement, and decides nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import fuzz

from align.review.claim import Claim, Quotation

SAME = 0.5  # a claim keeps at least half of its words and values; with less it is another claim
_RARE = 8  # words in more claims than this lead nowhere; it bounds the work for each claim


def successors(earlier: Iterable[Claim], today: Sequence[Claim]) -> dict[str, Claim]:
    """For the keys of claims of today the earlier claim that each came from; no claim stands on two sides."""
    earlier = list(earlier)
    if not earlier:
        return {}
    index = _Index(today)
    ranked = sorted(
        ((-likeness(old, new), old.key, new.key, old) for old in earlier for new in index.near(old)),
        key=lambda match: match[:3],
    )
    found: dict[str, Claim] = {}
    taken: set[str] = set()
    for score, old_key, new_key, old in ranked:
        if -score >= SAME and new_key not in found and old_key not in taken:
            found[new_key] = old
            taken.add(old_key)
    return found


def likeness(old: Claim, new: Claim) -> float:
    """From 0 to 1. The weakest side decides: a claim whose one side is about something else is another claim."""
    if old.kind != new.kind or len(old.quotations) != len(new.quotations):
        return 0.0
    sides = zip(old.quotations, new.quotations, strict=True)
    # A side that lacked the value, or lacks it now, tells nothing: supplying or striking a value is an edit too.
    return min((_side(before, after) for before, after in sides if before.text and after.text), default=0.0)


def _side(old: Quotation, new: Quotation) -> float:
    """How alike two quotations are. Where the value is another, it must at least stand in the old one's place."""
    before, after = _ratio(old.before, new.before), _ratio(old.after, new.after)
    if old.text == new.text:
        return (1 + max(before * after, _ratio(old.frame, new.frame))) / 2
    return before * after


def _ratio(old: str, new: str) -> float:
    return fuzz.ratio(old, new) / 100 if old or new else 1.0


class _Index:
    """The claims of today by their sentences, and by their rare words."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = {claim.key: claim for claim in claims}
        self._by_word: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
        for claim in claims:
            for word in _words(claim):
                self._by_word[word].append(claim.key)

    def near(self, old: Claim) -> Iterator[Claim]:
        """The claims that share most with an earlier one."""
        shared: Counter[str] = Counter()
        for word in _words(old):
            keys = self._by_word.get(word, ())
            if len(keys) <= _RARE:
                shared.update(keys)
        ordered = sorted(shared.items(), key=lambda item: (-item[1], item[0]))
        return (self._claims[key] for key, _ in ordered[:_RARE])


def _words(claim: Claim) -> Iterator[tuple[object, ...]]:
    """What a claim is looked up by: its words, by document, kind and side, and its sentences as wholes."""
    for at, quote in enumerate(claim.quotations):
        place = (claim.documents, claim.kind, at)
        for word in {*quote.frame.split(), quote.text, quote.frame, f"{quote.before}\x1f{quote.text}"}:
            yield (*place, word)
