"""What the words before a name say of it: after a word for a place, or after "in" where a table has the name, a place.

The network sees these words too, but of names that its training lacked it stays in doubt: of three in ten chances
that a word is a place, the word before makes a place.
"""

from __future__ import annotations

from collections.abc import Sequence

from align.extraction.name_lexicon import Lexicon

AFTER_PLACE_WORD = 2.0  # log odds: "the port of Poti"
BEFORE_PEOPLE = 3.0  # the same before a people's adjective, which a person's name seldom has: «مرفأ بوتي الجورجي»
WITH_ARTICLE = 1.0  # the same where the word may be any noun that is definite: "the base of the dome"
AFTER_DEFINITE = -2.0  # a definite word after a definite noun is its adjective: "the shortest way", in Arabic «الأقصر»
LONGEST_PREPOSITION = 4  # letters: «إلى» only looks like a noun with the article
AFTER_PREPOSITION = 2.0  # "in Mosul", where a table knows the place


def place_odds(forms: Sequence[str], lexicon: Lexicon) -> list[float]:
    """For each folded word, what the word before it adds to the log odds that a place's name begins with it."""
    if not forms:
        return []
    return [
        0.0,
        *(
            _odds(before, form, after, lexicon)
            for before, form, after in zip(forms, forms[1:], [*forms[2:], ""], strict=False)
        ),
    ]


def _odds(before: str, form: str, after: str, lexicon: Lexicon) -> float:
    words = lexicon.words
    if not form.isalpha() or form in words.titles or form in words.link_words:
        return 0.0
    article = words.article_prefix or "\0"
    if not words.place_words.isdisjoint(lexicon.bare(before)):
        if form.startswith(article):
            return WITH_ARTICLE
        return AFTER_PLACE_WORD + (BEFORE_PEOPLE if _is_people(after, lexicon) else 0.0)
    if before.startswith(article) and form.startswith(article) and len(before) > LONGEST_PREPOSITION:
        return AFTER_DEFINITE
    if words.place_prepositions.isdisjoint(lexicon.bare(before)):
        return 0.0
    return AFTER_PREPOSITION if any(entry.label == "LOC" and not entry.rest for entry in lexicon.entries(form)) else 0.0


def _is_people(form: str, lexicon: Lexicon) -> bool:
    return any(entry.label == "MISC" and not entry.rest for entry in lexicon.entries(form))
