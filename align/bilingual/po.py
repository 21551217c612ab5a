"""Gettext PO, read by Babel. Obsolete entries are not read, fuzzy ones on request: gettext uses neither.

Each form of a plural is an entry of its own, held against the singular or the plural of the source. A form that stands
for one number says it without a figure, as the Arabic dual does.
"""

from __future__ import annotations

import gettext
import io
from collections.abc import Callable, Iterator

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from align.bilingual.unit import Entry, Version
from align.errors import InputError

_LONGEST_ID = 120
_COUNTED = 200  # numbers up to which the rule of plurals is tried: beyond, it repeats by its remainders of 100


def read_po_file(text: str, name: str, with_fuzzy: bool = False) -> tuple[list[Entry], int]:
    """The entries with their forms, and how many fuzzy ones were passed over. Raises `InputError` with the line."""
    catalog = _parsed(text, name)
    language = _header(catalog, "language")
    implied = _numbers_of_forms(catalog)
    entries: list[Entry] = []
    fuzzy = 0
    for message in catalog:
        if not message.id:
            continue
        if message.fuzzy and not with_fuzzy:
            fuzzy += 1
            continue
        entries.extend(_entries(message, language, implied))
    return entries, fuzzy


def _parsed(text: str, name: str) -> Catalog:
    try:
        return read_po(io.StringIO(text), ignore_obsolete=True, abort_invalid=True)
    except PoFileError as error:
        raise InputError(f"{name} is no PO file that can be read: {error} in line {error.lineno + 1}.") from None
    except (AssertionError, IndexError, TypeError, ValueError, LookupError) as error:
        raise InputError(f"{name} is no PO file that can be read ({error or type(error).__name__}).") from None


def _header(catalog: Catalog, name: str) -> str:
    return next((value for key, value in catalog.mime_headers if key.lower() == name), "")


def _entries(message: Message, language: str, implied: dict[int, frozenset[int]]) -> Iterator[Entry]:
    line = message.lineno or 1
    if isinstance(message.id, str):
        assert isinstance(message.string, str)
        yield Entry(_id(message, message.id), line, _versions(message.id, message.string, language))
        return
    singular, plural = message.id[0], message.id[-1]
    for number, form in enumerate(message.string or ()):
        counts = implied.get(number, frozenset())
        source = singular if counts == {1} else plural
        yield Entry(f"{_id(message, singular)}[{number}]", line, _versions(source, form, language), counts)


def _versions(source: str, target: str, language: str) -> tuple[Version, Version]:
    return Version("", source.strip()), Version(language, target.strip())


def _id(message: Message, text: str) -> str:
    """Gettext's own key, context and text, of a length that can be shown."""
    key = f"{message.context}: {text}" if message.context else text
    key = " ".join(key.split())
    return key if len(key) <= _LONGEST_ID else key[: _LONGEST_ID - 1] + "\u2026"


def _numbers_of_forms(catalog: Catalog) -> dict[int, frozenset[int]]:
    """The forms that stand for one number, or for 0 and 1, by the rule of plurals in the header."""
    try:
        form_of: Callable[[int], int] = gettext.c2py(catalog.plural_expr)
    except (ValueError, RecursionError):
        return {}
    numbers: dict[int, set[int]] = {}
    for number in range(_COUNTED):
        numbers.setdefault(form_of(number), set()).add(number)
    return {form: frozenset(found) for form, found in numbers.items() if max(found) <= 2}
