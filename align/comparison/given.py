"""Values of pairs that are given, not found: a unit of a translation memory with its translation.

What the pair is about needs no evidence, so no vectors are made: within one unit equal values answer to each other, and
what is left is told apart by its place and by how a slip would make one of the other. Each unit stands by itself: a
value is missing where its own counterpart lacks it, whatever other units say.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import regex

from align.comparison.affinity import Affinity
from align.comparison.confidence import is_rank, is_small
from align.comparison.figures import DIFFER
from align.comparison.hold import hold
from align.comparison.names import compare_names
from align.comparison.pair_mentions import PairMentions
from align.comparison.reasons import reason_for_match
from align.comparison.slips import figure
from align.comparison.values import compare_values
from align.model import DateValue, Document, DocumentAnalysis, Finding, Mention, NumberValue
from align.names.shared import SharedNames
from align.text import ASCII_DIGITS

# The log odds that two values of one unit are said of one thing, before their places and values are looked at: the
# median that `affinity.py` gives to equal values of news texts and their translations.
GIVEN = -0.6
# The median of ranks, and of numbers up to two in words, that exclude each other: "first" answers «أولى» and «من قبل».
IDIOM = -4.0
BESIDE = 1  # what a translated unit says besides agrees, whether in values or not
_FEW = 2
ODD_ONES = 0.85  # that the one figure which each side alone has was meant to be the same
_FIGURE = regex.compile(r"\d[\d,]*(?:\.\d+)?")
_WHOLE = 1.0  # of two texts that translate each other everything is paired


class GivenAffinity:
    """What is known of two values where their units are given and nothing else was measured."""

    def affinity(self, left: Mention, right: Mention, place: float) -> Affinity:
        odds = IDIOM if is_rank(left, right) or is_small(left, right) else GIVEN
        return Affinity(None, place, odds, beside=BESIDE)


def compare_given_values(
    member: PairMentions, ties: Sequence[str], documents: tuple[Document, Document]
) -> list[Finding]:
    """The findings on dates and numbers of one given pair. `ties` are names that both sides have."""
    held = list(hold(member, GivenAffinity(), documents, _WHOLE))
    left = DocumentAnalysis(documents[0], "", member.left, figures=member.left_figures)
    right = DocumentAnalysis(documents[1], "", member.right, figures=member.right_figures)
    findings = compare_values(held, [member], {member.pair.id: ties}, left, right)
    return _with_odd_ones([finding for finding in findings if not _is_idiom(finding)], documents)


def _with_odd_ones(findings: list[Finding], documents: tuple[Document, Document]) -> list[Finding]:
    """The findings, where the one figure that each side alone has, whatever it was read as, is in conflict.

    "In 5997" is no year, and 600 kph no length, yet nothing else of the unit can be what answers to «عام 1997».
    """
    left = [finding for finding in findings if finding.verdict == "only-left" and _in_digits(finding.left)]
    right = [finding for finding in findings if finding.verdict == "only-right" and _in_digits(finding.right)]
    if len(left) != 1 or len(right) != 1:
        return findings
    a, b = left[0].left, right[0].right
    if a is None or b is None or not (_is_one_figure(a) and _is_one_figure(b)):
        return findings
    reason = reason_for_match(a, b, DIFFER, documents)
    odd = Finding("", left[0].pair, a.kind, "conflict", ODD_ONES, a, b, *reason)
    return [*(finding for finding in findings if finding not in (left[0], right[0])), odd]


def _in_digits(mention: Mention | None) -> bool:
    return mention is not None and any(map(str.isdigit, mention.text))


def _is_one_figure(mention: Mention) -> bool:
    """Whether a value is a single figure as written: a bare year, or a number without words of scale or parts."""
    figures = _FIGURE.findall(mention.text.translate(ASCII_DIGITS))
    if len(figures) != 1:
        return False
    if isinstance(mention.value, DateValue):
        return bool(figures[0] == mention.value.edtf)
    return isinstance(mention.value, NumberValue) and Decimal(figures[0].replace(",", "")) == mention.value.low


def _is_idiom(finding: Finding) -> bool:
    """Whether what one side lacks is a rank, or a number up to two, in words: languages say these in other ways.

    "The first time" has no number in «بادئ الأمر», and "both players" is a dual.
    """
    mention = finding.left or finding.right
    if finding.verdict not in ("only-left", "only-right") or mention is None or any(map(str.isdigit, mention.text)):
        return False
    value = mention.value
    return isinstance(value, NumberValue) and (value.ordinal or (value.unit != "%" and 0 < figure(value) <= _FEW))


def compare_given_names(
    members: Sequence[PairMentions], names: SharedNames, left: DocumentAnalysis, right: DocumentAnalysis
) -> tuple[dict[str, list[Finding]], dict[str, Sequence[str]]]:
    """The findings on names by the id of the pair, and for each pair the names that both sides have."""
    findings, ties = compare_names(members, names, left, right)
    by_pair: dict[str, list[Finding]] = {}
    for finding in findings:
        by_pair.setdefault(finding.pair, []).append(finding)
    return by_pair, dict(ties)
