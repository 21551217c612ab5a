"""English number words: cardinals, scales, ordinals and fractions."""

from __future__ import annotations


def _words(line: str) -> list[str]:
    return line.split()


_UNITS = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = _words("twenty thirty forty fifty sixty seventy eighty ninety")

CARDINALS: dict[str, int] = (
    {word: value for value, word in enumerate(_UNITS)}
    | {word: 10 * value for value, word in enumerate(_TENS, start=2)}
    | {"nought": 0, "naught": 0, "fourty": 40, "single": 1}
)

SCALES: dict[str, int] = {
    "hundred": 100,
    "hundreds": 100,
    "thousand": 1000,
    "grand": 1000,
    "thousands": 1000,
    "lakh": 10**5,
    "lakhs": 10**5,
    "million": 10**6,
    "millions": 10**6,
    "crore": 10**7,
    "crores": 10**7,
    "billion": 10**9,
    "billions": 10**9,
    "trillion": 10**12,
    "trillions": 10**12,
    "quadrillion": 10**15,
    "dozen": 12,
    "dozens": 12,
    "doz": 12,
    "dozs": 12,
}

_UNIT_ORDINALS = _words(
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TEN_ORDINALS = _words("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth")

# "twenty-first" is three tokens; such keys serve those who look up whole expressions.
ORDINALS: dict[str, int] = (
    {word: value for value, word in enumerate(_UNIT_ORDINALS)}
    | {word: 10 * value for value, word in enumerate(_TEN_ORDINALS, start=2)}
    | {
        f"{ten}-{unit}": 10 * tens + units
        for tens, ten in enumerate(_TENS, start=2)
        for units, unit in enumerate(_UNIT_ORDINALS[1:10], start=1)
    }
)
ORDINAL_SCALES: dict[str, int] = {
    "hundredth": 100,
    "thousandth": 1000,
    "millionth": 10**6,
    "billionth": 10**9,
    "trillionth": 10**12,
}

# Words that name a part only, and the ordinals that do so as well after a numerator.
# In the possessive too: "a month and a half's rain".
PARTS: dict[str, tuple[int, int]] = {"half": (1, 2), "half's": (1, 2), "quarter": (1, 4), "quarter's": (1, 4)}
PLURAL_PARTS: dict[str, int] = {"halves": 2, "quarters": 4} | {
    word + "s": value for word, value in (ORDINALS | ORDINAL_SCALES).items() if "-" not in word and value
}
del PLURAL_PARTS["seconds"]

VAGUE_SCALES: dict[str, int] = {
    "tens": 10,
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 1000,
    "millions": 10**6,
    "billions": 10**9,
    "trillions": 10**12,
}

# Letters after digits. A small "m" is a million only beside a currency, otherwise metres: see the engine.
SUFFIXES: dict[str, int] = (
    dict.fromkeys(("k", "K"), 1000)
    | dict.fromkeys(("M", "mn", "mln", "mil", "mio"), 10**6)
    | dict.fromkeys(("b", "B", "bn", "bln", "G"), 10**9)
    | dict.fromkeys(("tn", "tln", "trn", "T"), 10**12)
)
