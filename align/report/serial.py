"""The comparison JSON of the contract. `comparison.schema.json` beside this file describes it."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

import regex

from align.model import Comparison
from align.wording import DEFAULT_INTERFACE, Interface

_SURROGATE = regex.compile(r"[\ud800-\udfff]")
_SIGNATURE_START = ("version", "encoder")


def render_json(comparison: Comparison, interface: Interface = DEFAULT_INTERFACE) -> str:
    """The comparison as JSON, two spaces deep, in the contract's order of members, with a newline at the end.

    It is the same in every interface language: what it holds, scripts read.

    The members of the signature whose names are data (languages, settings) are sorted, so that the same
    comparison always gives the same bytes.
    """
    return as_json(comparison.to_dict())


def as_json(form: dict[str, Any]) -> str:
    """A report's dict with its `signature` sorted, as JSON that is the same every time."""
    form["signature"] = sorted_signature(form["signature"])
    text = json.dumps(form, ensure_ascii=False, indent=2, allow_nan=False)
    # A lone surrogate can be escaped in JSON but not encoded in UTF-8.
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def load_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what `render_json` writes."""
    source = resources.files("align.report").joinpath("comparison.schema.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(source)
    return schema


def sorted_signature(signature: dict[str, Any]) -> dict[str, Any]:
    """The signature with its models by language and its settings in the order of their names."""
    models = sorted(name for name in signature if name not in (*_SIGNATURE_START, "settings"))
    ordered = {name: signature[name] for name in (*_SIGNATURE_START, *models)}
    return ordered | {"settings": dict(sorted(signature["settings"].items()))}
