"""The names that Arabic has for months, days, seasons and eras: four regional sets of months, and the Islamic ones.

CLDR has the month names by country; the spellings added here are those of the press that CLDR lacks. Phrases stand
between bars, as they are written, and are folded once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from align.languages.date_words import Era
from align.text import fold

Value = TypeVar("Value")


def folded(phrases: str) -> frozenset[str]:
    """The phrases between bars, each folded word by word."""
    return frozenset(" ".join(fold(word) for word in phrase.split()) for phrase in phrases.split("|"))


def table(groups: Mapping[Value, str]) -> dict[str, Value]:
    """From value -> phrases between bars to folded phrase -> value."""
    return {phrase: value for value, phrases in groups.items() for phrase in sorted(folded(phrases))}


MONTHS = {
    1: "جانفيي | ينائر | كانون ثاني | كانون ثان | كانون 2 | جنفي",
    2: "فبرائر | فيفيري | فبرايير",
    3: "مارت",
    4: "إبريل | ابريل | آبريل | افريل | نيسان",
    5: "مايس | ماى",
    6: "يونيه | حزيران | جوان",
    7: "يوليه | يوليوز | جويليه | جويلية | تموز",
    8: "أوجست | اوجست | اغسطوس | أغسطوس | غشت | أغشت | أوت",
    9: "سبتمر | سيبتمبر | شتنبر | شتمبر",
    10: "اكتوبر | أوكتوبر | تشرين أول | تشرين اول | تشرين 1",
    11: "نونبر | نوفنبر | تشرين ثاني | تشرين ثان | تشرين 2",
    12: "دجنبر | ديسنبر | دجمبر | كانون أول | كانون اول | كانون 1",
}

# With the article, which is seldom written: «في 12 من المايو».
DEFINITE_MONTHS = {
    1: "اليناير",
    2: "الفبراير",
    4: "الأبريل",
    5: "المايو",
    6: "اليونيو",
    7: "اليوليو",
    8: "الأغسطس",
    9: "السبتمبر",
    10: "الأكتوبر",
    11: "النوفمبر",
    12: "الديسمبر",
}

# Forms that are also ordinary words or names, with the spellings that point to the month.
MAKES_BEFORE = "سيارة | لسيارة | بسيارة | وسيارة | سيارات | السيارات | لسيارات | سيارته | سيارتها | شركة | طراز | مصنع"
AMBIGUOUS_MONTHS = {
    "آب": ("آب",),
    "مارس": ("مارس",),
    "ماي": ("ماي",),
    "أوت": ("أوت",),
    "جوان": ("جوان",),
    "مارت": (),
    "صفر": (),
    "محرم": (),
    "رجب": (),
    "شعبان": (),
    "شوال": (),
    "رمضان": (),
}
ISLAMIC_MONTHS = {
    1: "محرم | المحرم | محرم الحرام | المحرم الحرام",
    2: "صفر | صفر الخير",
    3: "ربيع الأول | ربيع أول | ربيع الاول | ربيع أولى",
    4: "ربيع الثاني | ربيع الآخر | ربيع ثاني | ربيع ثان | ربيع آخر",
    5: ("جمادى الأولى | جمادى الأول | جمادى أولى | جماد الأول | جماد الأولى | جمادي الأولى | جماد أول"),
    6: (
        "جمادى الآخرة | جمادى الثانية | جمادى الآخر | جمادى الثاني | جماد الثاني | جماد الآخر | "
        "جماد الآخرة | جماد الثانية | جمادى ثانية | جماد ثاني"
    ),
    7: "رجب | رجب المرجب | رجب الفرد",
    8: "شعبان",
    9: "رمضان | رمضان المبارك",
    10: "شوال",
    11: "ذو القعدة | ذي القعدة | ذا القعدة | ذوالقعدة | ذيالقعدة | ذي قعدة",
    12: "ذو الحجة | ذي الحجة | ذا الحجة | ذوالحجة | ذيالحجة | ذي حجة",
}

WEEKDAYS = {
    0: "الاثنين | الإثنين | الأثنين | اثنين",
    1: "الثلاثاء | الثلثاء | ثلاثاء",
    2: "الأربعاء | الاربعاء | أربعاء",
    3: "الخميس | خميس",
    4: "الجمعة | جمعة",
    5: "السبت | سبت",
    6: "الأحد | الاحد | أحد",
}
# Read beside a date or after "day" only: they also mean "the two", "one", "Friday prayers" and the like.
AMBIGUOUS_WEEKDAYS = "اثنين | ثلاثاء | أربعاء | خميس | جمعة | سبت | أحد"
SEASONS = {
    21: "ربيع | الربيع | فصل الربيع",
    22: "صيف | الصيف | فصل الصيف",
    23: "خريف | الخريف | فصل الخريف",
    24: "شتاء | الشتاء | فصل الشتاء",
}
ERAS: Mapping[Era, str] = {
    "bc": "ق . م | ق . م . | ق م | قبل الميلاد | قبل ميلاد المسيح | قبل المسيح",
    "ad": "م | ميلادي | ميلادية | ميلاديا | الميلادي | الميلادية | للميلاد | بعد الميلاد | ب . م",
    "islamic": "هـ | ه | هجري | هجرية | الهجري | الهجرية | للهجرة | هجريا",
}
SOLAR_MARKS = "ش | شمسي | شمسية | . ش"
