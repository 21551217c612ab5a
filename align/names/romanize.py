"""Names in Latin letters, lower case, for readers and for look-up.

What is known to be written some way in Latin letters is written so (Kabul, not kabl); other words letter by letter,
in the manner of the simplified ALA-LC and BGN/PCGN tables, with an a where Arabic spelling leaves a vowel out.
The schemes that camel-tools brings (Buckwalter, Habash-Soudi-Buckwalter) are made for machines, one sign a letter;
ours is a table for its mapper.
"""

from __future__ import annotations

import functools

import regex
from camel_tools.utils.charmap import CharMapper

from align.names.sounds import fold_latin, skeleton
from align.text import fold

# The sounds of folded letters.
_LETTERS = {
    "\u0621": "",  # hamza
    "\u0627": "a",
    "\u0628": "b",
    "\u062a": "t",
    "\u062b": "th",
    "\u062c": "j",
    "\u062d": "h",
    "\u062e": "kh",
    "\u062f": "d",
    "\u0630": "dh",
    "\u0631": "r",
    "\u0632": "z",
    "\u0633": "s",
    "\u0634": "sh",
    "\u0635": "s",
    "\u0636": "d",
    "\u0637": "t",
    "\u0638": "z",
    "\u0639": "a",
    "\u063a": "gh",
    "\u0641": "f",
    "\u0642": "q",
    "\u0643": "k",
    "\u0644": "l",
    "\u0645": "m",
    "\u0646": "n",
    "\u0647": "h",
    "\u0648": "u",
    "\u064a": "i",
    "\u0624": "u",  # waw with hamza
    "\u0626": "i",  # yeh with hamza
    "\u067e": "p",
    "\u0686": "ch",
    "\u0698": "zh",
    "\u06a4": "v",
    "\u06af": "g",
    # Urdu
    "\u0679": "t",
    "\u0688": "d",
    "\u0691": "r",
    "\u06ba": "n",
    "\u06be": "h",
    "\u06c1": "h",
    "\u06c3": "a",
    "\u06d2": "i",
    # Pashto
    "\u067c": "t",
    "\u0689": "d",
    "\u0693": "r",
    "\u06bc": "n",
    "\u0681": "z",
    "\u0685": "ts",
    "\u0696": "zh",
    "\u069a": "sh",
    "\u06ab": "g",
    "\u06cd": "i",
    "\u06d0": "i",
    # Kurdish
    "\u0695": "r",
    "\u06b5": "l",
    "\u06c6": "u",
    "\u06ce": "i",
    "\u06d5": "a",
    # g in the Maghreb
    "\u06a8": "g",
    "\u06ad": "g",
    "\u0763": "g",
}
_SOUND = CharMapper(_LETTERS)
_VOWELS = frozenset("aiu")
_WORD = regex.compile(r"[\p{L}\p{M}\u0640]+")
_ARABIC = regex.compile(r"\p{Arabic}")
ARTICLE = "\u0627\u0644"


@functools.lru_cache(maxsize=1 << 14)
def romanize(text: str, whole: bool = False) -> str:
    """`text` in lower-case Latin letters; text in Latin script only loses its accents.

    `whole`: no first letter of it is a particle.
    """
    if not _ARABIC.search(text):
        return fold_latin(fold(text))
    from align.names.lookup import look_up

    numbers, key = look_up(text, whole)
    return _known_spelling(numbers, key) or _WORD.sub(lambda word: _word(word[0]), key)


def _known_spelling(numbers: frozenset[int], key: str) -> str | None:
    """How a name that the tables know is written in Latin letters, if that is the same name and no translation."""
    from rapidfuzz.distance import Levenshtein

    from align.names.gazetteer import concepts

    bones = skeleton(key.replace(" ", ""))
    for number in sorted(numbers):
        for names in concepts()[number].names.values():
            for name in names:
                plain = fold_latin(name)
                if plain.isascii():
                    other = skeleton(regex.sub("[^a-z]", "", plain))
                    if Levenshtein.distance(bones, other) * 4 <= len(bones):
                        return plain
    return None


def _word(word: str) -> str:
    from align.names.gazetteer import name_words

    form = fold(word)
    if not _ARABIC.search(form):
        return fold_latin(form)
    known = name_words().get(form)
    if known:
        return known.latin[0]
    if form.startswith(ARTICLE) and len(form) > 4:
        return "al-" + _word(form[len(ARTICLE) :])
    return _letters(form)


def _letters(form: str) -> str:
    """Letter by letter: waw and yeh beside a vowel or at the start are consonants; three consonants get a vowel."""
    sounds = [_SOUND(letter) for letter in form]
    if form.endswith("\u0647") and len(form) > 2:
        sounds[-1] = "a"  # teh marbuta, which folding writes as heh
    written: list[str] = []
    for at, sound in enumerate(sounds):
        before = written[-1][-1:] if written else ""
        after = sounds[at + 1] if at + 1 < len(sounds) else ""
        if sound in ("u", "i") and (at == 0 or before in _VOWELS or after == "a"):
            sound = {"u": "w", "i": "y"}[sound]
        needs_vowel = sound and sound not in _VOWELS and before and before not in _VOWELS
        if needs_vowel and (len(written) == 1 or after not in _VOWELS):
            written.append("a")
        if sound:
            written.append(sound)
    return "".join(written)
