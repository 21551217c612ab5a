"""Two names that one role is given to: persons that share one name and differ in the other, and places.

"Boris Fremer" against the Arabic for Boris Johnson, in passages that surely tell the same thing: one word is the
same, the others are unlike each other, and neither text knows the other's anywhere. Two persons without a word in
common are not by this, for two passages may well speak of different people (but see `unheard_persons.py`). Two places
are where each is the only one of its passage that the other text tells nowhere: what happened in Merca has not happened
in Kismayo.
"""

from __future__ import annotations

from collections.abc import Sequence

from align.comparison.name_evidence import SPELLED, NameEvidence
from align.names.gazetteer import phrase_key
from align.names.lookup import country_of, is_region, name_openers, renderings_of
from align.names.similarity import name_similarities
from align.names.sounds import skeleton
from align.names.told import UNLIKE, identity_words
from align.text import fold

SURE_COUNTERPART = 0.9  # probability of a pair from which its passages name the same people
ONE_WORD = 0.7  # at this similarity two words of names are one
PLACE, BODY = "LOC", "ORG"
SAME_FORM = 0.7  # at this share of letters a name is written as the tables have it, but for a slip
MISSPELT = 0.6  # at this share of consonants one word may be the other, written badly


def conflicting(left: Sequence[NameEvidence], right: Sequence[NameEvidence]) -> list[tuple[NameEvidence, NameEvidence]]:
    """The names of two passages that exclude each other, each in one pair at most."""
    found: list[tuple[NameEvidence, NameEvidence]] = []
    taken: set[int] = set()
    for a in left:
        if a.label not in SPELLED or not any(word.unnamed for word in a.words):
            continue
        fitting = [j for j, b in enumerate(right) if j not in taken and exclude(a, b)]
        if len(fitting) == 1:
            taken.add(fitting[0])
            found.append((a, right[fitting[0]]))
    return found


def places_apart(
    left: Sequence[NameEvidence], right: Sequence[NameEvidence]
) -> tuple[NameEvidence, NameEvidence] | None:
    """The one place of each passage that the other text tells nowhere, where both are of one sort.

    A region beside another place is where that lies: "Colla Micheri, Italy".
    """
    own, other = (_narrowest([each for each in side if _is_unheard_place(each)]) for side in (left, right))
    if len(own) != 1 or len(other) != 1:
        return None
    a, b = own[0], other[0]
    if PLACE not in (a.label, b.label):
        return None
    # A dictionary has "Calgary", and many a word is some city's name: two cities are told by each other.
    cities = all(each.is_city and " " not in each.mention.text for each in (a, b))
    if not cities and not all(_is_name(each) for each in (a, b)):
        return None
    if is_region(a.mention.text) != is_region(b.mention.text):
        return None  # Koltsovo may lie in Siberia
    return None if misspelt(a.mention.text, b.mention.text) else (a, b)


def countries_apart(
    left: Sequence[NameEvidence], right: Sequence[NameEvidence]
) -> tuple[NameEvidence, NameEvidence] | None:
    """The one country of each passage that the other text tells nowhere, where they sound alike: Liberia and Libya."""
    own, other = ([each for each in side if _is_unheard_country(each)] for side in (left, right))
    if len(own) != 1 or len(other) != 1:
        return None
    a, b = own[0], other[0]
    one_country = country_of(a.mention.text) & country_of(b.mention.text)
    return (a, b) if not one_country and _consonants_shared(a.mention.text, b.mention.text) >= MISSPELT else None


def _is_unheard_country(evidence: NameEvidence) -> bool:
    known = evidence.label == PLACE and bool(country_of(evidence.mention.text))
    return known and not evidence.told and not evidence.rendered and not evidence.modifies


def misspelt(name: str, other: str) -> bool:
    """Whether a word of one name may be one of the other's, badly written, as far as the tables know."""
    alike = any(_consonants_shared(x, y) >= MISSPELT for x in identity_words(name) for y in identity_words(other))
    return alike and not _known_otherwise(name, other)


def _known_otherwise(name: str, other: str) -> bool:
    """Whether the tables give one of two names in the other's script, and in no such form: Batumi is no «بوتي»."""
    from rapidfuzz.distance import Indel

    for known, seen in ((name, other), (other, name)):
        forms = [form for form in renderings_of(known) if form.isascii() == seen.isascii()]
        if forms and all(Indel.normalized_similarity(fold(form), fold(seen)) < SAME_FORM for form in forms):
            return True
    return False


def _narrowest(places: Sequence[NameEvidence]) -> Sequence[NameEvidence]:
    return [each for each in places if not is_region(each.mention.text)] or places


def _is_name(evidence: NameEvidence) -> bool:
    """Whether a place's name is no ordinary word, which may be translated."""
    return not evidence.translates or evidence.concept_missing


def _is_unheard_place(evidence: NameEvidence) -> bool:
    """Whether the other text has a place neither by its sound nor by its meaning: ordinary words may be translated."""
    is_name = _is_name(evidence) or evidence.is_city
    # A recogniser takes many a place that it does not know for a body: "the naval base at Cavite".
    is_body = evidence.label == BODY and not evidence.mention.text.isupper()
    is_place = evidence.label == PLACE or (is_body and evidence.is_where and len(evidence.words) == 1)
    return is_place and is_name and evidence.nowhere and not evidence.modifies


def exclude(a: NameEvidence, b: NameEvidence) -> bool:
    """Whether two persons share a word of their names and differ in another that the other text never gives.

    "Abu" is shared by many.
    """
    if a.label not in SPELLED or b.label not in SPELLED or not any(word.unnamed for word in b.words):
        return False
    scores = name_similarities([word.text for word in a.words], [word.text for word in b.words])
    shared_left, shared_right = scores.max(1) >= ONE_WORD, scores.max(0) >= ONE_WORD
    shared_left[0] |= _is_led_by(b.led_by, a)
    shared_right[0] |= _is_led_by(a.led_by, b)
    tells = [shared and not _opens_a_name(word.text) for word, shared in zip(a.words, shared_left, strict=True)]
    tells += [shared and not _opens_a_name(word.text) for word, shared in zip(b.words, shared_right, strict=True)]
    if not any(tells):
        return False
    rest_left = [i for i, word in enumerate(a.words) if not shared_left[i] and word.unnamed]
    rest_right = [j for j, word in enumerate(b.words) if not shared_right[j] and word.unnamed]
    return bool(rest_left and rest_right) and all(
        scores[i, j] < UNLIKE and _consonants_shared(a.words[i].text, b.words[j].text) < MISSPELT
        for i in rest_left
        for j in rest_right
    )


def _opens_a_name(word: str) -> bool:
    return phrase_key(word) in name_openers()


def _is_led_by(word: str, evidence: NameEvidence) -> bool:
    """Whether a name begins with the word before the other one: «منسا موسى», of which only the second is tagged."""
    return bool(word) and len(evidence.words) > 1 and _one_word(evidence.words[0].text, word)


def _one_word(a: str, b: str) -> bool:
    return float(name_similarities([a], [b])[0, 0]) >= ONE_WORD


def _consonants_shared(a: str, b: str) -> float:
    """How much of two words' consonants is the same, 0 to 1: a misprint, or a word written onto a name, keeps most."""
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity(skeleton(fold(a)), skeleton(fold(b))))
