"""EDTF dates (ISO 8601-2, levels 0 to 2) in English words, for readers of reports."""

from __future__ import annotations

import functools

import regex
from babel.dates import get_month_names

_PART = regex.compile(
    r"(?P<before>[~?%]?)(?P<year>-?[0-9X]{4})"
    r"(?:-(?P<month>[~?%]?(?:\d\d|XX))[~?%]?)?(?:-(?P<day>[~?%]?(?:\d\d|XX)))?(?P<after>[~?%]?)"
)
_SETS = {"[": ("]", " or "), "{": ("}", " and ")}
# ISO 8601-2, 4.8: codes in the place of a month for longer parts of a year.
_SEASONS = ("spring", "summer", "autumn", "winter")
_PARTS_OF_YEAR = (
    {21 + index: season for index, season in enumerate(_SEASONS)}
    | {25 + index: f"northern {season}" for index, season in enumerate(_SEASONS)}
    | {29 + index: f"southern {season}" for index, season in enumerate(_SEASONS)}
    | {33 + index: f"{place} quarter of" for index, place in enumerate(("first", "second", "third", "fourth"))}
    | {37 + index: f"{place} third of" for index, place in enumerate(("first", "second", "third"))}
    | {40 + index: f"{place} half of" for index, place in enumerate(("first", "second"))}
)
_TOO_LONG = 200


def date_in_words(edtf: str) -> str:
    """`1996-09` as "September 1996", `199X` as "1990s", `1997-05~` as "about May 1997".

    What is no EDTF, or a form too rare to have words here, comes back as it is.
    """
    if len(edtf) > _TOO_LONG:
        return edtf[: _TOO_LONG - 1] + "\u2026"
    closing, joiner = _SETS.get(edtf[:1], ("", ""))
    if closing and edtf.endswith(closing):
        words = [_part_in_words(part.strip()) for part in edtf[1:-1].split(",")]
        return joiner.join(word for word in words if word) if all(words) else edtf
    if "/" in edtf:
        return _interval_in_words(edtf) or edtf
    return _part_in_words(edtf) or edtf


def _interval_in_words(edtf: str) -> str | None:
    first, _, last = edtf.partition("/")
    open_ended = ("", "..")
    if first in open_ended or last in open_ended:
        preposition, part = ("until", last) if first in open_ended else ("from", first)
        words = _part_in_words(part)
        return words and f"{preposition} {words}"
    start, end = _part_in_words(first), _part_in_words(last)
    if not start or not end:
        return None
    return _joined(start, end)


def _joined(start: str, end: str) -> str:
    """A range without what both ends share: "21–30 September 1995", "June–August 1997"."""
    first, last = start.split(" "), end.split(" ")
    shared = 0
    if len(first) == len(last) and first[0].isdecimal() == last[0].isdecimal():
        while shared < len(first) - 1 and first[-1 - shared] == last[-1 - shared]:
            shared += 1
    kept = " ".join(first[: len(first) - shared])
    dash = " \u2013 " if " " in kept or (" " in end and not shared) else "\u2013"
    return f"{kept}{dash}{end}"


def _part_in_words(part: str) -> str | None:
    match = _PART.fullmatch(part)
    if match is None:
        return None
    month, day = match["month"] or "", match["day"] or ""
    words = _calendar_words(match["year"], month.lstrip("~?%"), day.lstrip("~?%"))
    if words is None:
        return None
    about = "about " if "~" in part or "%" in part else ""
    uncertain = " (uncertain)" if "?" in part or "%" in part else ""
    return f"{about}{words}{uncertain}"


def _calendar_words(year: str, month: str, day: str) -> str | None:
    words = []
    if day.isdecimal():
        words.append(str(int(day)))
    if month.isdecimal():
        name = _month(int(month))
        if name is None:
            return None
        words.append(name)
    elif words:
        return None
    if year == "XXXX":
        return f"{' '.join(words)}, no year" if words else None
    words.append(_year(year))
    return " ".join(words)


def _month(code: int) -> str | None:
    if code in _PARTS_OF_YEAR:
        return _PARTS_OF_YEAR[code]
    return _months().get(code)


@functools.lru_cache(maxsize=1)
def _months() -> dict[int, str]:
    return dict(get_month_names("wide", locale="en"))


def _year(year: str) -> str:
    if "X" in year:
        low, high = year.replace("X", "0").lstrip("0") or "0", year.replace("X", "9")
        return f"{low}s" if year.endswith("X") and not year.endswith("XX") else f"{low}\u2013{high}"
    number = int(year)
    return str(number) if number > 0 else f"{1 - number} BC"
