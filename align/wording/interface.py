"""The language that readers are spoken to in. English sentences are the keys; a catalogue (`locales/CODE.po`) has them
in another language, as gettext has it: with places by name, and a form for each of the language's plurals.

The language of the interface is chosen apart from the languages of the documents.
"""

from __future__ import annotations

import functools
import gettext
import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import resources
from typing import Any

from align import languages
from align.errors import AlignError
from align.languages.language import Language

DEFAULT = "en"  # the language that the code is written in, which needs no catalogue
_PACKAGE = "align.wording"
_SIGN = "\u200e-\u200e"  # a minus that stays before its digits in a right-to-left line too


@dataclass(frozen=True, eq=False)
class Interface:
    """One language of the interface. There is one object of each."""

    language: Language
    translations: gettext.NullTranslations = field(repr=False, default_factory=gettext.NullTranslations)

    @property
    def code(self) -> str:
        return self.language.code

    @property
    def is_rtl(self) -> bool:
        return self.language.direction == "rtl"

    def text(self, message: str, **places: object) -> str:
        """A message, its places `%(name)s` filled."""
        return _filled(self._translated(message), places)

    def _translated(self, message: str) -> str:
        """The text of a message; where it has several forms, that of one, which Python 3.11.2 passes over."""
        found = self.translations.gettext(message)
        return found if found != message else self.translations.ngettext(message, message, 1)

    def in_context(self, context: str, message: str, **places: object) -> str:
        """As `text`, for a word that is not one word everywhere."""
        return _filled(self.translations.pgettext(context, message), places)

    def counted(self, singular: str, plural: str, number: int, **places: object) -> str:
        """The form that goes with `number`, which fills the place `%(number)s` with its digits."""
        return _filled(self.translations.ngettext(singular, plural, number), {"number": f"{number:,}", **places})

    def knows(self, message: str) -> bool:
        """Whether there is a text of this language for the message."""
        return self is DEFAULT_INTERFACE or self._translated(message) != message

    def listed(self, items: list[str]) -> str:
        """ "a, b and c"."""
        if len(items) < 2:
            return "".join(items)
        return self.text("%(first)s and %(last)s", first=self.text(", ").join(items[:-1]), last=items[-1])

    def digits(self, digits: str) -> str:
        """Digits whose sign stays where it is; the digits themselves keep their order in any line."""
        return digits.replace("-", _SIGN) if self.is_rtl else digits

    def month(self, number: int) -> str | None:
        """The name of a month in a date."""
        return _months(self.code).get(number)

    def currency(self, code: str) -> str:
        """The name of a currency, by its ISO 4217 code."""
        from babel.numbers import get_currency_name

        return get_currency_name(code, locale=self.code)


def interface(code: str, package: str = _PACKAGE) -> Interface:
    """The interface in a language. Raises `AlignError` where there is none.

    `package` is a package with a catalogue of its own; what that lacks is looked for in this one.
    """
    if code not in INTERFACES:
        raise AlignError(f"There is no interface in {code!r}; choose one of {', '.join(INTERFACES)}.")
    return _load(code, package)


def catalogue(code: str, package: str = _PACKAGE) -> Any:
    """The catalogue of a language as Babel reads it."""
    from babel.messages.pofile import read_po

    with resources.files(package).joinpath("locales", f"{code}.po").open("rb") as file:
        return read_po(file, locale=code)


@functools.cache
def _load(code: str, package: str) -> Interface:
    if code == DEFAULT:
        return DEFAULT_INTERFACE
    from babel.messages.mofile import write_mo

    compiled = io.BytesIO()
    write_mo(compiled, catalogue(code, package))
    compiled.seek(0)
    translations = gettext.GNUTranslations(compiled)
    if package != _PACKAGE:
        translations.add_fallback(_load(code, _PACKAGE).translations)
    return Interface(languages.get(code), translations)


@functools.cache
def _months(code: str) -> dict[int, str]:
    from babel.dates import get_month_names

    return dict(get_month_names("wide", locale=code))


def _filled(message: str, places: Mapping[str, object]) -> str:
    return message % places if places else message


DEFAULT_INTERFACE = Interface(languages.get(DEFAULT))
INTERFACES = (DEFAULT, "ar")
