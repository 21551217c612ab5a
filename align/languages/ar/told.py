"""How Arabic tells a date by its distance from the date before. Phrases stand between bars; see `date_names`."""

from __future__ import annotations

from align.languages.ar.date_names import folded, table
from align.languages.told_words import ToldWords

_BEFORE_PREFIXED_COUNT = {
    1: "بعد ذلك | بعد هذا | بعدها | بعده",
    -1: "قبل ذلك | قبل هذا | قبلها | قبله",
}

TOLD = ToldWords(
    before_count=table({1: "بعد | بعد مرور | بعد مضي"}),
    before_prefixed_count=table(_BEFORE_PREFIXED_COUNT),
    count_prefix="ب",
    exact_words=folded("بالضبط | تماما"),
    count_echoes=folded("واحد | واحدة | اثنين | اثنتين | فقط | كامل | كاملة | كاملين | بالضبط | تماما"),
    construct_units=folded("يومي | أسبوعي | شهري | عامي | سنتي"),
    count_links=folded("من | على | عن | لـ | ل"),
    pointers=folded("من ذلك | على ذلك | من الزمان | من الزمن"),
    same_before=folded("نفس | ذات | ذلك | تلك"),
    same_after=folded("نفسه | نفسها | ذاته | ذاتها | ذاك | عينه | عينها"),
    cues=folded("في | يوم | حتى | منذ | بتاريخ"),
    day_parts=folded(
        "صباح | الصباح | صبيحة | الصبيحة | مساء | المساء | ليلة | الليلة | ليل | فجر | الفجر | ظهر | عصر | ظهيرة | عشية"
    ),
    period_links=folded("الذي | التي | من | لـ | ل"),
    link_prefix="ل",
    month_pointers=folded("منه | الشهر"),
)
