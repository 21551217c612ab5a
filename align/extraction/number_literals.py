"""Numbers written in digits: groups and separators, decimals, fractions, powers, scale letters."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, localcontext
from typing import NamedTuple

import regex

from align.text import Token

# More digits than any counted thing has: an account, a key, or an attack.
MAX_DIGITS = 30
_MAX_EXPONENT = 300

# What may stand between a number and its power: 2e5, 1.3x10^6, 1.1^23.
POWER_SIGNS = frozenset({"e", "x", "\u00d7", "^", "-"})

_THOUSANDS_ONLY = "\u066c'\u2019"
_DECIMAL_ONLY = "\u066b"
_COMMAS = ",\u060c"
DECIMAL_POINTS = frozenset("." + _DECIMAL_ONLY)
_SEPARATORS = frozenset("." + _THOUSANDS_ONLY + _DECIMAL_ONLY + _COMMAS)
GROUP_SPACES = frozenset(" \u00a0\u2009\u202f")
DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2212")
_POINTED_THOUSANDS = regex.compile(
    r"(?<![\p{Nd}.,])\p{Nd}{1,3}(?:(?:\.\p{Nd}{3}){2}|\.\p{Nd}{3},\p{Nd}{1,2}(?!\p{Nd}))"
    r"|(?<![\p{Nd}.,])\p{Nd}{2,3}\.(?:000|\u0660{3})(?![\p{Nd}.,]\p{Nd})"  # nobody measures 250.000 of anything
)
_COMMA_DECIMAL = regex.compile(r"(?<![\p{Nd}.,])\p{Nd}{1,3}[,\u066b]\p{Nd}{1,2}(?![\p{Nd},])")
_POINT_DECIMAL = regex.compile(r"(?<![\p{Nd}.,])\p{Nd}+\.\p{Nd}{1,2}(?![\p{Nd}.])")


class Literal(NamedTuple):
    """A number in digits up to token `end`; `value` is None where the digits count nothing (a version, an address).

    `pointed` marks a form such as 1.500, which may mean 1500; `plain` one without any separator.
    """

    value: Decimal | None
    end: int
    plain: bool = True
    pointed: bool = False


def points_group(text: str) -> bool:
    """Whether the text's habit is to group thousands by a full stop (1.500 for fifteen hundred)."""
    if _POINTED_THOUSANDS.search(text):
        return True
    return commas_divide(text)


def commas_divide(text: str) -> bool:
    """Whether the text's habit is to write decimals behind a comma (2,4 for two and four tenths)."""
    return bool(_COMMA_DECIMAL.search(text)) and not _POINT_DECIMAL.search(text)


def _collect(tokens: Sequence[Token], index: int) -> tuple[list[str], list[str]]:
    """Groups of digits from `index` on with the separators that touch them on both sides."""
    groups, separators = [tokens[index].form], []
    last = len(tokens) - 2
    while (
        index < last
        and tokens[index + 1].form in _SEPARATORS
        and tokens[index + 2].kind == "number"
        and tokens[index].end == tokens[index + 1].start
        and tokens[index + 1].end == tokens[index + 2].start
    ):
        separators.append(tokens[index + 1].form)
        groups.append(tokens[index + 2].form)
        index += 2
    return groups, separators


def _thousands(groups: Sequence[str]) -> bool:
    return (
        1 <= len(groups[0]) <= 3
        and groups[0][0] != "0"
        and len(groups[-1]) == 3
        and (all(len(group) == 3 for group in groups[1:]) or all(len(group) == 2 for group in groups[1:-1]))
    )


def _one_separator(
    whole: str, rest: str, separator: str, pointed_habit: Callable[[], bool]
) -> tuple[str | None, int, bool]:
    grouped = _thousands((whole, rest))
    if separator in _THOUSANDS_ONLY:
        return (whole + rest, 2, False) if grouped else (whole, 1, False)
    if separator in _COMMAS:
        if grouped:
            return whole + rest, 2, False
        if len(rest) <= 2 or (len(rest) > 3 and len(whole) <= 3) or whole == "0":
            return f"{whole}.{rest}", 2, False
        return whole, 1, False
    if separator == "." and grouped:
        return (whole + rest, 2, False) if pointed_habit() else (f"{whole}.{rest}", 2, True)
    return f"{whole}.{rest}", 2, False


def _interpret(
    groups: Sequence[str], separators: Sequence[str], pointed_habit: Callable[[], bool]
) -> tuple[str | None, int, bool]:
    """The number as Python writes it (None: digits that count nothing), groups used, and whether 1.500 is open."""
    if not separators:
        return groups[0], 1, False
    if len(separators) == 1:
        return _one_separator(groups[0], groups[1], separators[0], pointed_habit)
    *inner, last = separators
    if len(set(inner)) == 1 and _thousands(groups[:-1]) and inner[0] != last and last not in _THOUSANDS_ONLY:
        return "".join(groups[:-1]) + "." + groups[-1], len(groups), False
    if len(set(separators)) == 1 and _thousands(groups):
        return "".join(groups), len(groups), False
    if separators[0] in _COMMAS:
        return groups[0], 1, False
    return None, len(groups), False


def _spaced(text: str, tokens: Sequence[Token], index: int) -> int:
    """The token after the last group of a number grouped by spaces (1 234 567) that begins at `index`."""
    if not 1 <= len(tokens[index].form) <= 3 or tokens[index].form[0] == "0":
        return index + 1
    end = index + 1
    while (
        end < len(tokens)
        and tokens[end].kind == "number"
        and len(tokens[end].form) == 3
        and text[tokens[end - 1].end : tokens[end].start] in GROUP_SPACES
    ):
        end += 1
    # A fourth digit or a letter at the end shows that these were no groups.
    return end


def leads_with_point(text: str, tokens: Sequence[Token], index: int) -> bool:
    """Whether a decimal point with nothing before it stands at the digits: .08"""
    if index == 0 or tokens[index - 1].form not in DECIMAL_POINTS or tokens[index - 1].end != tokens[index].start:
        return False
    before = text[tokens[index - 1].start - 1 : tokens[index - 1].start]
    return not before or before.isspace() or before in "-$("


def read_digits(text: str, tokens: Sequence[Token], index: int, pointed_habit: Callable[[], bool]) -> Literal:
    """The number whose first digits are token `index`. `pointed_habit` is asked where the habit decides."""
    groups, separators = _collect(tokens, index)
    if sum(map(len, groups)) > MAX_DIGITS:
        return Literal(None, index + 2 * len(groups) - 1)
    if not separators:
        end = _spaced(text, tokens, index)
        if end > index + 1:
            tail_groups, tail_separators = _collect(tokens, end - 1)
            whole = "".join(token.form for token in tokens[index:end])
            if len(whole) > MAX_DIGITS:
                return Literal(None, end)
            if len(tail_separators) == 1 and tail_separators[0] != "\u066c":
                return Literal(Decimal(f"{whole}.{tail_groups[1]}"), end + 2, plain=False)
            return Literal(Decimal(whole), end, plain=False)
    number, used, pointed = _interpret(groups, separators, pointed_habit)
    end = index + 2 * used - 1
    if leads_with_point(text, tokens, index):
        return Literal(Decimal("0." + groups[0]), index + 1, plain=False) if used == 1 else Literal(None, end)
    if number is None or (len(number) > 1 and number[0] == "0" and number.isdigit()):
        return Literal(None, end)
    return Literal(Decimal(number), end, plain=used == 1, pointed=pointed)


def _exponent(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    """A signed whole exponent at `index`, and the token after it."""
    sign = 1
    while index < len(tokens) and tokens[index].form in {"+", "-", "\u2212"}:
        sign = -sign if tokens[index].form != "+" else sign
        index += 1
    if index < len(tokens) and tokens[index].kind == "number" and len(tokens[index].form) <= 3:
        return sign * int(tokens[index].form), index + 1
    return None


def _power(base: Decimal, exponent: int) -> Decimal | None:
    if abs(exponent) > _MAX_EXPONENT or (base == 0 and exponent <= 0):
        return None
    with localcontext() as context:
        context.prec = 40
        value = base**exponent
    return value if -_MAX_EXPONENT < value.adjusted() < _MAX_EXPONENT else None


def read_power(tokens: Sequence[Token], literal: Literal) -> Literal:
    """`literal` with a power after it: 12.32e+14, 1.3x10^6, 1.1^23."""
    end, value = literal.end, literal.value
    if value is None or end >= len(tokens) or tokens[end - 1].end != tokens[end].start:
        return literal
    form = tokens[end].form
    if [token.form for token in tokens[end : end + 2]] == ["-", "^"]:
        return _reversed_power(tokens, literal, value)
    base, sign_at = Decimal(10), end + 1
    if form == "^":
        base, value = value, Decimal(1)
    elif form in {"x", "\u00d7"}:
        if [token.form for token in tokens[end + 1 : end + 3]] != ["10", "^"]:
            return literal
        sign_at = end + 3
    elif form != "e":
        return literal
    found = _exponent(tokens, sign_at)
    power = _power(base, found[0]) if found else None
    if found is None or power is None:
        return literal
    return Literal(value * power, found[1], plain=False)


def _reversed_power(tokens: Sequence[Token], literal: Literal, exponent: Decimal) -> Literal:
    """1-^2500: what typing from right to left leaves of 2500^-1."""
    at = literal.end + 2
    if (
        at >= len(tokens)
        or tokens[at].kind != "number"
        or len(tokens[at].form) > MAX_DIGITS
        or exponent > _MAX_EXPONENT
    ):
        return literal
    value = _power(Decimal(tokens[at].form), -int(exponent))
    return literal if value is None else Literal(value, at + 1, plain=False)


def read_suffix(text: str, tokens: Sequence[Token], index: int, suffixes: Mapping[str, int]) -> int | None:
    """The scale that token `index` stands for as letters after digits ("k", "bn"), compared as written."""
    if index >= len(tokens) or tokens[index].kind != "word":
        return None
    return suffixes.get(text[tokens[index].start : tokens[index].end])
