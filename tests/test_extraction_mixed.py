"""Words and signs of dates and numbers in every order: no mixture may raise, and every quote stands in its text."""

from __future__ import annotations

import datetime
import random

import pytest

from align.extraction import find_values
from align.languages import LANGUAGES
from align.read import split_blocks

WORDS = {
    "en": "1 2 20 1,000 5.5 12/3 1990 1990s 3rd % $ € between and to from - – / : ( ) + . , ago next last May Q1 half "
    "a dozen AH BC 00 +44 0800 20–18 won beat & = ^ e 10^ ½ twenty hundred million first week days years men",
    "ar": """
    1 ٢ 20 ٪ 1,000 ٫ ١٩٩٠ 12/3 - – / : ( ) + . ، = & % 00 0800
    بين و من إلى قبل بعد القادم مايو أيلول هـ م ق.م نصف ثلث مئة ألف مليون
    عشرون اثنان مقابل فاز بنتيجة الموافق الأول الثاني القرن عام سنة الربع يوم
    أسابيع صفر 1355هـ رجال
    """,
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("seed", range(5))
def test_no_mixture_raises(language: str, seed: int) -> None:
    rng = random.Random(f"{language} {seed}")
    words = WORDS[language].split()
    for _ in range(300):
        text = "".join(rng.choice(words) + rng.choice([" ", " ", " ", "", "\n"]) for _ in range(rng.randint(1, 14)))
        day = rng.choice([None, datetime.date(2020, 2, 29)])
        for mention in find_values(text, split_blocks(text), LANGUAGES[language], day).mentions:
            assert text[mention.start : mention.end] == mention.text
