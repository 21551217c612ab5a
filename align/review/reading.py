"""Reading a comparison back from its JSON, with its sentences, which are found anew from the text.

The file may come from anywhere, so nothing is taken on trust: offsets must lie in the text and quote what they say.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, TypeVar, get_args

from align import languages
from align.errors import InputError, LanguageError
from align.model import (
    SCHEMA,
    Comparison,
    Contradiction,
    DateValue,
    Document,
    DocumentAnalysis,
    Finding,
    Ground,
    Kind,
    Label,
    Mention,
    NameValue,
    NumberValue,
    Pair,
    Problem,
    Quantity,
    Rule,
    Side,
    Signature,
    Span,
    Value,
    Verdict,
)
from align.read import sha256, split_blocks
from align.segment import segment

_T = TypeVar("_T")
_DATES = ("edtf", "earliest", "latest")
_NAMED_SIGNATURE = ("version", "encoder", "settings")


def is_comparison_file(path: Path) -> bool:
    """Whether a file is meant as a comparison: by its ending, or because a text does not begin that way."""
    if path.suffix.lower() == ".json":
        return True
    try:
        with path.open("rb") as file:
            return SCHEMA.encode("ascii") in file.read(200)
    except OSError:
        return False  # whoever reads it will say why not


def load_comparison(path: Path) -> Comparison:
    """Read a comparison. Raises `InputError` for a file that is none."""
    try:
        form = json.loads(path.read_bytes())
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}.") from None
    except (ValueError, RecursionError):
        raise InputError(f"{path} is not JSON.") from None
    if not isinstance(form, dict) or form.get("schema") != SCHEMA:
        raise InputError(f"{path} is no comparison of align; its schema is not {SCHEMA}.")
    try:
        return _comparison(form)
    except LanguageError as error:
        raise InputError(f"{path} cannot be reviewed: {error}") from None
    except (KeyError, TypeError, ValueError, AttributeError, InvalidOperation) as error:
        raise InputError(f"{path} is a damaged comparison: {type(error).__name__}, {error}.") from None


def _comparison(form: Mapping[str, Any]) -> Comparison:
    left, right = (_analysis(document) for document in form["documents"])
    texts = {"left": left.document.text, "right": right.document.text}

    def finding(item: Mapping[str, Any]) -> Finding:
        return Finding(
            id=_text(item["id"]),
            pair=_text(item["pair"]),
            kind=_one_of(item["kind"], Kind),
            verdict=_one_of(item["verdict"], Verdict),
            confidence=_number(item["confidence"]),
            left=_mention(item["left"], texts["left"]) if item["left"] else None,
            right=_mention(item["right"], texts["right"]) if item["right"] else None,
            reason=_text(item["reason"]),
            ground=_ground(item.get("ground", {})),
        )

    def contradiction(item: Mapping[str, Any]) -> Contradiction:
        side: Side = _one_of(item["side"], Side)
        return Contradiction(
            id=_text(item["id"]),
            side=side,
            kind=_one_of(item["kind"], Kind),
            confidence=_number(item["confidence"]),
            first=_mention(item["first"], texts[side]),
            second=_mention(item["second"], texts[side]),
            reason=_text(item["reason"]),
            ground=_ground(item.get("ground", {})),
        )

    return Comparison(
        signature=_signature(form["signature"]),
        left=left,
        right=right,
        pairs=_each(form["pairs"], lambda item: _pair(item, texts)),
        findings=_each(form["findings"], finding),
        internal=_each(form["internal"], contradiction),
        problems=_each(form["problems"], _problem),
    )


def _analysis(form: Mapping[str, Any]) -> DocumentAnalysis:
    text = _text(form["text"])
    date = form.get("date")
    document = Document(
        id=_text(form["id"]),
        language=_text(form["language"]),
        text=text,
        title=_text(form["title"]),
        source=_text(form["source"]),
        author=_text(form.get("author", "")),
        date=datetime.date.fromisoformat(_text(date)) if date is not None else None,
    )
    blocks = tuple(split_blocks(text))
    return DocumentAnalysis(
        document=document,
        sha256=sha256(document),
        mentions=_each(form["mentions"], lambda item: _mention(item, text)),
        blocks=blocks,
        segments=tuple(segment(text, blocks, languages.get(document.language))),
    )


def _signature(form: Mapping[str, Any]) -> Signature:
    models = {_text(name): _text(value) for name, value in form.items() if name not in _NAMED_SIGNATURE}
    return Signature(_text(form["version"]), _text(form["encoder"]), models, dict(form["settings"]))


def _ground(form: Mapping[str, Any]) -> Ground:
    return Ground(_text(form.get("rule", "")), _text(form.get("detail", "")), _each(form.get("ties", []), _text))


def _pair(form: Mapping[str, Any], texts: Mapping[str, str]) -> Pair:
    return Pair(
        _text(form["id"]),
        _number(form["score"]),
        left=_each(form["left"], lambda item: _span(item, texts["left"])),
        right=_each(form["right"], lambda item: _span(item, texts["right"])),
        line=_line(form.get("line", 0)),
    )


def _problem(form: Mapping[str, Any]) -> Problem:
    return Problem(
        _text(form["document"]),
        _text(form["message"]),
        unit=_text(form.get("unit", "")),
        line=_line(form.get("line", 0)),
        rule=_one_of(form["rule"], Rule) if "rule" in form else None,
        term=_each(form.get("term", []), _text),
    )


def _mention(form: Mapping[str, Any], text: str) -> Mention:
    kind: Kind = _one_of(form["kind"], Kind)
    span, quoted = _span(form, text), _text(form["text"])
    if text[span.start : span.end] != quoted:
        raise ValueError(f"the text from {span.start} to {span.end} is not {quoted[:40]!r}")
    return Mention(kind, span.start, span.end, quoted, _VALUES[kind](form["value"]))


def _date(form: Mapping[str, Any]) -> DateValue:
    edtf, earliest, latest = (None if form[name] is None else _text(form[name]) for name in _DATES)
    return DateValue(
        edtf, earliest, latest, calendar=_text(form["calendar"]), inferred=form.get("inferred", False) is True
    )


def _number_value(form: Mapping[str, Any]) -> NumberValue:
    low, high = (None if form[name] is None else Decimal(_text(form[name])) for name in ("low", "high"))
    return NumberValue(
        low,
        high,
        approximate=form["approximate"] is True,
        ordinal=form["ordinal"] is True,
        unit=_text(form["unit"]),
        quantity=_one_of(form["quantity"], Quantity),
    )


def _name(form: Mapping[str, Any]) -> NameValue:
    return NameValue(_one_of(form["label"], Label), _text(form["romanized"]))


_VALUES: Mapping[Kind, Callable[[Mapping[str, Any]], Value]] = {"date": _date, "number": _number_value, "name": _name}


def _span(form: Mapping[str, Any], text: str) -> Span:
    start, end = form["start"], form["end"]
    if type(start) is not int or type(end) is not int or not 0 <= start <= end <= len(text):
        raise ValueError(f"{start!r} to {end!r} is no stretch of the text")
    return Span(start, end)


def _each(items: object, make: Callable[[Any], _T]) -> tuple[_T, ...]:
    if not isinstance(items, list):
        raise TypeError(f"{type(items).__name__} in place of a list")
    return tuple(make(item) for item in items)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{type(value).__name__} in place of a text")
    return value


def _line(value: object) -> int:
    if type(value) is not int or value < 0:
        raise ValueError(f"{value!r} is no number of a line")
    return value


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ValueError(f"{value!r} is no number from 0 to 1")
    return float(value)


def _one_of(value: object, names: Any) -> Any:
    if value not in get_args(names):
        raise ValueError(f"{value!r} is none of {', '.join(get_args(names))}")
    return value
