"""The words of the page in the reader's language: English sentences are the keys, `locales/CODE.po` translates them.

Places are written `%(name)s`, and a counted message has a form for each of the language's plurals, as gettext has it.
"""

from __future__ import annotations

import functools
import gettext
import io
from dataclasses import dataclass, field
from importlib import resources

from align import languages
from align.errors import AlignError
from align.languages.language import Language

DEFAULT = "en"  # the language that the code is written in
CATALOGUES = (DEFAULT, "ar")


@dataclass(frozen=True)
class Words:
    """One language of the page."""

    language: Language
    translations: gettext.NullTranslations = field(repr=False, default_factory=gettext.NullTranslations)

    @property
    def code(self) -> str:
        return self.language.code

    def text(self, message: str, **places: object) -> str:
        """A message with its places filled."""
        found = self.translations.gettext(message)
        return found % places if places else found

    def counted(self, singular: str, plural: str, number: int) -> str:
        """The form that goes with a number, which fills the place `%(number)s`."""
        return self.translations.ngettext(singular, plural, number) % {"number": f"{number:,}"}


@functools.cache
def words(code: str) -> Words:
    """The words in one language. Raises `AlignError` where there is no catalogue."""
    if code not in CATALOGUES:
        raise AlignError(f"The page has no words in {code!r}; choose one of {', '.join(CATALOGUES)}.")
    language = languages.get(code)
    source = resources.files("align.review").joinpath("locales", f"{code}.po")
    return Words(language, _compiled(source.read_bytes()) if source.is_file() else gettext.NullTranslations())


def _compiled(source: bytes) -> gettext.GNUTranslations:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(source)))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
