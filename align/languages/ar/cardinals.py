"""Arabic number words in every case, gender and common spelling: cardinals, scales, ordinals and fractions.

Forms follow Wright, *A Grammar of the Arabic Language*, i. §§ 318-339, and the spellings of today's press.
Words stand here as they are written and are folded once, so hamza, teh marbuta and diacritics need no variants.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from align.text import fold


def _folded(table: Mapping[int, str]) -> dict[str, int]:
    return {fold(word): value for value, words in table.items() for word in words.split()}


# One to ten, masculine and feminine, nominative, accusative and genitive, construct.
_UNITS = _folded(
    {
        0: "صفر صفرا",
        1: "واحد واحدا واحدة إحدى أحد احدا",
        2: "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي إثنان إثنين ثنتان ثنتين اتنين",
        3: "ثلاثة ثلاث ثلاثا ثلاثه تلاتة",
        4: "أربعة أربع أربعا",
        5: "خمسة خمس خمسا",
        6: "ستة ست ستا",
        7: "سبعة سبع سبعا",
        8: "ثمانية ثماني ثمان ثمانيا تمانية",
        9: "تسعة تسع تسعا",
        10: "عشرة عشر عشرا",
    }
)
_TEENS = _folded(
    {
        11: "أحدعشر إحدىعشرة",
        12: "اثناعشر اثنيعشر",
        13: "ثلاثةعشر",
        14: "أربعةعشر",
        15: "خمسةعشر",
        16: "ستةعشر",
        17: "سبعةعشر",
        18: "ثمانيةعشر",
        19: "تسعةعشر",
    }
)
_TENS = _folded(
    {
        20: "عشرون عشرين عشرينا",
        30: "ثلاثون ثلاثين ثلاثينا",
        40: "أربعون أربعين أربعينا",
        50: "خمسون خمسين خمسينا",
        60: "ستون ستين ستينا",
        70: "سبعون سبعين سبعينا",
        80: "ثمانون ثمانين ثمانينا",
        90: "تسعون تسعين تسعينا",
    }
)
# Joined hundreds; the first word also loses its alef or yeh (ثلثمائة، ثمانمئة).
_HUNDRED_STEMS = {
    3: "ثلاث ثلث",
    4: "أربع",
    5: "خمس",
    6: "ست",
    7: "سبع",
    8: "ثماني ثمان",
    9: "تسع",
}
_HUNDREDS = {
    fold(stem + hundred): 100 * value
    for value, stems in _HUNDRED_STEMS.items()
    for stem in stems.split()
    for hundred in ("مئة", "مائة", "ماية", "مية")
}
# Duals of the scale words, with and without the nun that falls in the construct.
_DUALS = _folded(
    {
        200: "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي ميتين",
        2000: "ألفان ألفين ألفا ألفي",
        2 * 10**6: "مليونان مليونين مليونا مليوني",
        2 * 10**9: "ملياران مليارين مليارا ملياري بليونان بليونين بليوني",
        2 * 10**12: "تريليونان تريليونين تريليوني ترليونان ترليونين ترليوني",
    }
)
# ألفا and مليونا are in the table of scales too: after a number they are its accusative («عشرون ألفا»), before a
# noun the dual, since one thousand would stand in the construct without its alef.

CARDINALS: dict[str, int] = _UNITS | _TEENS | _TENS | _HUNDREDS | _DUALS

SCALES: dict[str, int] = _folded(
    {
        12: "دزينة دزينات دستة دستات درزن",
        24: "دزينتان دزينتين دستتان دستتين",
        100: "مئة مائة ماية مئات مائات",
        1000: "ألف ألفا آلاف ألاف ألوف",
        10**6: "مليون مليونا ملايين",
        10**9: "مليار مليارا مليارات بليون بليونا بلايين",
        10**12: "تريليون تريليونا تريليونات ترليون ترليونا ترليونات",
        10**15: "كوادريليون",
    }
)

_ORDINAL_STEMS = {
    1: "أول أولى أولا",
    2: "ثاني ثانية ثان ثانيا",
    3: "ثالث ثالثة ثالثا",
    4: "رابع رابعة رابعا",
    5: "خامس خامسة خامسا",
    6: "سادس سادسة سادسا",
    7: "سابع سابعة سابعا",
    8: "ثامن ثامنة ثامنا",
    9: "تاسع تاسعة تاسعا",
    10: "عاشر عاشرة عاشرا",
}
# The first word of eleventh, twenty-first and so on.
_FIRST_OF_COMPOUND = {1: "حادي حادية"}


def _with_article(words: Iterable[str]) -> list[str]:
    return [form for word in words for form in (word, "ال" + word)]


def _ordinals() -> dict[str, int]:
    """Single words with and without the article, and the compounds 11 to 39 as words joined by one space."""
    table = {fold(form): value for value, words in _ORDINAL_STEMS.items() for form in _with_article(words.split())}
    table |= {fold(form): 1 for form in _with_article(_FIRST_OF_COMPOUND[1].split())}
    for unit in range(1, 10):
        stems = (_FIRST_OF_COMPOUND | {n: w for n, w in _ORDINAL_STEMS.items() if n > 1})[unit].split()
        for first in _with_article(stems):
            for ten in ("عشر", "عشرة"):
                table[fold(f"{first} {ten}")] = 10 + unit
            for value, tens in ((20, "عشرون عشرين"), (30, "ثلاثون ثلاثين")):
                for form in _with_article(tens.split()):
                    table[fold(f"{first} و{form}")] = value + unit
    for word, value in _TENS.items():
        table["ال" + word] = value
    return table


ORDINALS: dict[str, int] = _ordinals()

# Parts: singular and dual, which has its own numerator.
PARTS: dict[str, tuple[int, int]] = {
    word: (1, value)
    for word, value in _folded(
        {
            2: "نصف نصفا",
            3: "ثلث",
            4: "ربع ربعا",
            5: "خمس خمسا",
            6: "سدس سدسا",
            7: "سبع سبعا",
            8: "ثمن ثمنا",
            9: "تسع تسعا",
            10: "عشر عشرا",
        }
    ).items()
} | {
    word: (2, value)
    for word, value in _folded(
        {
            2: "نصفان نصفين",
            3: "ثلثان ثلثين ثلثا ثلثي",
            4: "ربعان ربعين",
            5: "خمسان خمسين خمسي",
            6: "سدسان سدسين",
            7: "سبعان سبعين",
            8: "ثمنان ثمنين",
            9: "تسعان تسعين",
            10: "عشران",
        }
    ).items()
}
_OF_THEM = [fold(pronoun) for pronoun in ("ه", "ها", "هم", "هن")]
# With a pronoun the dual loses its nun: «خمساها», two of its fifths. «خمسه» is written as five is, «ربعه» are his folk.
PARTS_OF_THEM: dict[str, tuple[int, int]] = {
    form + pronoun: (2, value)
    for form, value in _folded(
        {
            3: "ثلثا ثلثي",
            4: "ربعا ربعي",
            5: "خمسا خمسي",
            6: "سدسا سدسي",
            7: "سبعا سبعي",
            8: "ثمنا ثمني",
            9: "تسعا تسعي",
        }
    ).items()
    for pronoun in _OF_THEM
} | {
    form + pronoun: PARTS[form]
    for form in map(fold, ("نصف", "ثلث", "ربع", "خمس", "سدس", "عشر"))
    for pronoun in _OF_THEM[1:]
}
PARTS |= PARTS_OF_THEM
PLURAL_PARTS: dict[str, int] = _folded(
    {
        2: "أنصاف",
        3: "أثلاث",
        4: "أرباع",
        5: "أخماس",
        6: "أسداس",
        7: "أسباع",
        8: "أثمان",
        9: "أتساع",
        10: "أعشار",
    }
)
PLURAL_PARTS |= {form + pronoun: value for form, value in PLURAL_PARTS.items() for pronoun in _OF_THEM}
VAGUE_SCALES: dict[str, int] = _folded(
    {
        10: "عشرات",
        100: "مئات مائات",
        1000: "آلاف ألاف ألوف",
        10**6: "ملايين",
        10**9: "مليارات بلايين",
        10**12: "تريليونات",
    }
)
