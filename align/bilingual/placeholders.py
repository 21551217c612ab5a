"""What stands in a unit and is no text: placeholders of message formats, markup, addresses.

They are hidden sign by sign, so that every offset holds: markup becomes blanks, since "<b>5</b> million" is five
million, and what stands for something else becomes `PLACE`, so that nothing joins across it.
"""

from __future__ import annotations

import functools

import regex

from align.bilingual.unit import PLACE

_SIGNS = regex.compile(r"[%{<&$@]|://|www\.")
_MARKUP = regex.compile(r"</?[A-Za-z][^<>]{0,4000}>|</?\d{1,4}\s*/?>|<!--.{0,4000}?-->", regex.S)
_PLACEHOLDER = regex.compile(
    r"""
      \{\s*\w+\s*,\s*(?:plural|select|selectordinal)\s*,            # ICU MessageFormat: branches and all
        (?:[^{}]|\{(?:[^{}]|\{[^{}]{0,200}\}){0,2000}\}){0,2000}\}
    | \$?\{\{?[\w.:!\#%$,\[\]-]{0,80}\}?\}                           # {0} {name} {{name}} ${name} {0:.2f}
    | %\([\w.-]{1,80}\)[-+\#0]*\d*(?:\.\d+)?[a-zA-Z]                # %(name)s
      # %s %d %5.2f %1$s, after no figure: in "50% discount" it is a per cent sign
    | (?<![\d%])%(?:\d{1,2}\$)?[-+\#0]*(?:\d{1,3}|\*)?(?:\.\d{1,3})?(?:hh|ll|[hlLqjzt])?[diouxXeEfFgGcsSpn@](?!\p{L}{2})
    | %L\d{1,2}                                                      # Qt, with the digits of the locale
    | \$[A-Za-z_]\w{0,60}
    | &(?:\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,30});        # character references
    | (?:https?|ftp)://[^\s<>"\u00bb]{1,2000} | \bwww\.[^\s<>"]{1,2000}
    | [\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}
    """,
    regex.X,
)


@functools.lru_cache(maxsize=1 << 10)  # asked for again within a stretch of units
def hide(text: str) -> str:
    """The text with blanks for markup and `PLACE` for placeholders, of the same length."""
    if not _SIGNS.search(text):
        return text
    plain = _MARKUP.sub(lambda found: " " * len(found[0]), text)
    return _PLACEHOLDER.sub(lambda found: PLACE * len(found[0]), plain)
