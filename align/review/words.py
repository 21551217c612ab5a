"""The words of the review page: a catalogue of its own, `locales/CODE.po`, before that of the reports."""

from __future__ import annotations

import functools
import gettext
import io
from importlib import resources

from align.wording import DEFAULT_INTERFACE, Interface, interface


@functools.cache
def words(code: str) -> Interface:
    """The interface of the page in one language. Raises `AlignError` where there is none."""
    shared = interface(code)
    if shared is DEFAULT_INTERFACE:
        return shared
    own = _compiled(resources.files("align.review").joinpath("locales", f"{code}.po").read_bytes())
    own.add_fallback(shared.translations)
    return Interface(shared.language, own)


def _compiled(source: bytes) -> gettext.GNUTranslations:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(source)))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
