"""Keys of a word by sound, for what the spelling of a name leaves open: the script, the vowels, the kind of k or s.

The classes are those that Arabic spelling merges or that writers of Arabic names in Latin letters confuse: p with b,
v with f, g with j, gh, q and k, ch with sh, emphatic with plain consonants; short vowels are not written at all.
"""

from __future__ import annotations

import functools
import unicodedata

import regex

# Letter groups of Latin spelling, longest first, as the class of their sound.
_LATIN_GROUPS = {
    "tsch": "S",
    "sch": "S",
    "tch": "S",
    "tsh": "S",
    "sh": "S",
    "ch": "S",
    "zh": "S",
    "cz": "S",
    "ts": "S",
    "tz": "S",
    "ph": "B",
    "th": "T",
    "dh": "T",
    "kh": "K",
    "gh": "K",
    "ck": "K",
    "x": "KS",
}
_LATIN_GROUP = regex.compile("|".join(_LATIN_GROUPS))
_SOFT_C = regex.compile("c(?=[eiy])")
# teh with sheen is how Arabic writes ch
_ARABIC_CH = "\u062a\u0634"
_ARABIC_CLASSES = {
    "\u0628\u067e\u0641\u06a4": "B",  # beh, peh, feh, veh
    "\u062a\u062f\u0637\u0636\u062b\u0630": "T",  # teh, dal, tah, dad, theh, thal
    "\u0633\u0635\u0632\u0634\u0638\u0698": "S",  # seen, sad, zain, sheen, zah, jeh
    "\u0643\u0642\u063a\u062c\u062e\u06af\u0686": "K",  # kaf, qaf, ghain, jeem, khah, gaf, tcheh
    "\u0644": "L",
    "\u0631": "R",
    "\u0645": "M",
    "\u0646": "N",
}
_CLASSES = {letter: sound for letters, sound in _ARABIC_CLASSES.items() for letter in letters} | {
    letter: sound
    for letters, sound in {
        "bpfv": "B",
        "td": "T",
        "sz": "S",
        "kgqcj": "K",
        "l": "L",
        "r": "R",
        "m": "M",
        "n": "N",
    }.items()
    for letter in letters
}
_KEPT = frozenset(_CLASSES.values())
_DOUBLED = regex.compile(r"(.)\1+")


# Latin letters that do not decompose into a plain letter and a mark.
_PLAIN = str.maketrans(
    {
        "\u00f8": "o",
        "\u0142": "l",
        "\u00df": "ss",
        "\u00e6": "ae",
        "\u0153": "oe",
        "\u0131": "i",
        "\u0111": "d",
        "\u00f0": "d",
        "\u00fe": "th",
        "\u0259": "a",
    }
)


@functools.lru_cache(maxsize=1 << 16)
def fold_latin(word: str) -> str:
    """Lower case, without accents and ligatures; other scripts as they are."""
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize("NFKD", word.lower().translate(_PLAIN))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


@functools.lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """The consonant classes of a folded word in either script, doubled ones once: `kabul` and its Arabic form, KBL."""
    plain = _SOFT_C.sub("s", word) if word.isascii() else word.replace(_ARABIC_CH, "S")
    plain = _LATIN_GROUP.sub(lambda match: _LATIN_GROUPS[match[0]], plain)
    return _DOUBLED.sub(r"\1", "".join(sound for letter in plain if (sound := _CLASSES.get(letter, letter)) in _KEPT))


_LATIN_SPELLINGS = (
    ("ph", "f"),
    ("ck", "k"),
    ("q", "k"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ie", "i"),
    ("ei", "ai"),
    ("y", "i"),
    ("o", "u"),
    ("c", "k"),
    ("w", "v"),
)
_ARABIC_SPELLINGS = str.maketrans(
    {
        "\u0642": "\u0643",  # qaf as kaf
        "\u06af": "\u063a",  # gaf as ghain
        "\u062c": "\u063a",  # jeem as ghain, both of which write g
        "\u06a4": "\u0641",  # veh as feh
        "\u067e": "\u0628",  # peh as beh
        "\u0637": "\u062a",  # tah as teh
        "\u0635": "\u0633",  # sad as seen
        "\u0638": "\u0636",  # zah as dad
        "\u0621": "\u0627",
        "\u0624": "\u0648",
        "\u0626": "\u064a",
    }
)
_VOWELS = regex.compile("[aeiou\u0627\u0648\u064a]+")


@functools.lru_cache(maxsize=1 << 16)
def spelling(word: str) -> str:
    """One spelling for a folded word's usual variants in its own script: razzaq and razzak, Mohammed and Muhammad."""
    if word.isascii():
        for variant, plain in _LATIN_SPELLINGS:
            word = word.replace(variant, plain)
        word = word.replace("e", "a")
    else:
        word = word.translate(_ARABIC_SPELLINGS)
    return _DOUBLED.sub(r"\1", word)


@functools.lru_cache(maxsize=1 << 16)
def consonants(word: str) -> str:
    """What `spelling` leaves when the vowels are dropped; the first letter stays, since names seldom differ there."""
    plain = spelling(word)
    return plain[:1] + _VOWELS.sub("", plain[1:])
