"""How likely two names, in any two scripts, are names of one thing.

Three sources, the strongest first: tables of names that translate ("Germany", "UN", "Uzbek"); letter
correspondences learned from pairs of Latin and Arabic names; and spelling keys for two names in one script.
Words are matched in any order; titles, articles, particles and the kind of thing named count for nothing.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from align.names.gazetteer import arabic_forms, concepts, latin_name_words, name_words
from align.names.glossary import NO_GLOSSARY, Glossary
from align.names.lookup import look_up, silent, strip_article
from align.names.sounds import consonants, skeleton, spelling

Scores = NDArray[np.float32]

SLOPE, MIDDLE, MIDDLE_JOINED = 12.0, 0.2, 0.3  # logistic from letter likeness to similarity
STRANGERS = 0.6  # factor where both words are known, but not as renderings of one another
OTHER_CONCEPT = 0.5  # factor where both names are known, as different things
KNOWN = 0.97  # least similarity of two words that a table gives as renderings of one another
# No name is longer; what is, is cut, so that hostile input costs no more than a name.
LONGEST_NAME, LONGEST_WORD, MOST_WORDS = 400, 40, 16
CELLS = 1 << 22  # pairs of names compared at once, so that memory stays in bounds
PART = 0.7  # similarity of a name and a longer one that contains it starts here


def name_similarity(a: str, b: str) -> float:
    """How likely `a` and `b` name one thing, 0 to 1. Scripts are detected; the order does not matter."""
    first, second = sorted((a, b))
    return float(name_similarities([first], [second])[0, 0])


def name_similarities(left: Sequence[str], right: Sequence[str], glossary: Glossary = NO_GLOSSARY) -> Scores:
    """`name_similarity` of every name in `left` with every one in `right`, as an array (len(left), len(right)).

    What a glossary says of two names outranks all else.
    """
    if not left or not right:
        return np.zeros((len(left), len(right)), np.float32)
    firsts, seconds = [_parse(name) for name in left], [_parse(name) for name in right]
    rows = max(1, CELLS // len(seconds))
    scores = np.concatenate([_compared(firsts[at : at + rows], seconds) for at in range(0, len(firsts), rows)])
    glossary.apply(scores, left, right)
    return scores


class _Name(NamedTuple):
    words: tuple[str, ...]  # folded, those without identity left out
    joined: str  # all words, as one
    concepts: frozenset[int]


@functools.lru_cache(maxsize=1 << 16)
def _parse(name: str) -> _Name:
    found, key = look_up(name[:LONGEST_NAME])
    words = [word[:LONGEST_WORD] for word in key.split()[:MOST_WORDS]]
    core = [word for word in words if word not in silent().all] or words
    joined = "".join(word for word in words if word not in silent().titles) or "".join(words)
    return _Name(tuple(dict.fromkeys(core)) or ("",), joined, found)


def _compared(left: list[_Name], right: list[_Name]) -> Scores:
    scores = np.maximum(_by_words(left, right), _by_whole(left, right))
    _apply_concepts(scores, left, right)
    return scores


def _by_words(left: list[_Name], right: list[_Name]) -> Scores:
    """Names by how well each word of the shorter one is found in the longer one."""
    lefts, right_words = sorted({w for n in left for w in n.words}), sorted({w for n in right for w in n.words})
    table = word_similarities(lefts, right_words)
    row_of, column_of = {w: i for i, w in enumerate(lefts)}, {w: i for i, w in enumerate(right_words)}
    rows = np.array([row_of[w] for n in left for w in n.words])
    columns = np.array([column_of[w] for n in right for w in n.words])
    row_counts = np.array([len(n.words) for n in left])
    column_counts = np.array([len(n.words) for n in right])
    row_starts = np.concatenate([[0], np.cumsum(row_counts)[:-1]])
    column_starts = np.concatenate([[0], np.cumsum(column_counts)[:-1]])
    if len(rows) == len(left) and len(columns) == len(right):
        only_words: Scores = table[np.ix_(rows, columns)]
        return only_words
    full = table[np.ix_(rows, columns)]
    row_weights = np.array([len(skeleton(w)) + 1.0 for n in left for w in n.words], np.float32)
    column_weights = np.array([len(skeleton(w)) + 1.0 for n in right for w in n.words], np.float32)
    best_row = np.maximum.reduceat(full, column_starts, axis=1)  # (left words, right names)
    best_column = np.maximum.reduceat(full, row_starts, axis=0)  # (left names, right words)
    cover_left = np.add.reduceat(best_row * row_weights[:, None], row_starts, axis=0)
    cover_left /= np.add.reduceat(row_weights, row_starts)[:, None]
    least_left = np.minimum.reduceat(best_row, row_starts, axis=0)
    cover_right = np.add.reduceat(best_column * column_weights[None], column_starts, axis=1)
    cover_right /= np.add.reduceat(column_weights, column_starts)[None]
    least_right = np.minimum.reduceat(best_column, column_starts, axis=1)
    match_left, match_right = (cover_left + least_left) / 2, (cover_right + least_right) / 2
    fewer = row_counts[:, None] - column_counts[None]
    core = np.where(fewer < 0, match_left, np.where(fewer > 0, match_right, np.minimum(match_left, match_right)))
    cover = np.where(fewer < 0, cover_right, np.where(fewer > 0, cover_left, 1.0))
    return (core * (PART + (1 - PART) * cover)).astype(np.float32)


def _by_whole(left: list[_Name], right: list[_Name]) -> Scores:
    """Names written as one word on one side and as several on the other, or divided otherwise."""
    scores = np.zeros((len(left), len(right)), np.float32)
    for rows, columns in (
        ([i for i, n in enumerate(left) if len(n.words) > 1], list(range(len(right)))),
        ([i for i, n in enumerate(left) if len(n.words) == 1], [j for j, n in enumerate(right) if len(n.words) > 1]),
    ):
        if rows and columns:
            block = word_similarities([left[i].joined for i in rows], [right[j].joined for j in columns], MIDDLE_JOINED)
            scores[np.ix_(rows, columns)] = block
    return scores


def word_similarities(left: Sequence[str], right: Sequence[str], middle: float = MIDDLE) -> Scores:
    """Every folded word of `left` with every one of `right`, 0 to 1."""
    scores = np.zeros((len(left), len(right)), np.float32)
    for left_latin in (True, False):
        rows = [i for i, word in enumerate(left) if word.isascii() == left_latin]
        for right_latin in (True, False):
            columns = [j for j, word in enumerate(right) if word.isascii() == right_latin]
            if rows and columns:
                a, b = [left[i] for i in rows], [right[j] for j in columns]
                if left_latin == right_latin:
                    block = _same_script(a, b)
                elif left_latin:
                    block = _cross_script(a, b, middle)
                else:
                    block = _cross_script(b, a, middle).T
                scores[np.ix_(rows, columns)] = block
    return scores


def _same_script(left: list[str], right: list[str]) -> Scores:
    from rapidfuzz.distance import Indel
    from rapidfuzz.process import cdist

    def ratios(a: list[str], b: list[str]) -> Scores:
        return cdist(a, b, scorer=Indel.normalized_similarity, dtype=np.float32)

    bare_left, bare_right = [strip_article(w) for w in left], [strip_article(w) for w in right]
    loose = ratios([spelling(w) for w in bare_left], [spelling(w) for w in bare_right])
    bones = ratios([consonants(w) for w in bare_left], [consonants(w) for w in bare_right])
    exact = ratios(left, right) == 1.0
    near = np.clip((loose + bones) / 2, 0, 1)
    scores = np.where(exact, 1.0, 0.98 * near * near).astype(np.float32)
    _tell_known_words_apart(scores, left, right, loose == 1.0)
    return scores


def _tell_known_words_apart(scores: Scores, left: list[str], right: list[str], alike: NDArray[np.bool_]) -> None:
    """Two words of one script that names are known to have: one name where they share a rendering, else two.

    Hasan and Husayn differ in one letter, as spellings of one name do, but each has Latin forms of its own.
    `alike`: spelled alike but for the usual variants.
    """
    left_known = {i: found for i, word in enumerate(left) if (found := renderings(word))}
    right_known = {j: found for j, word in enumerate(right) if (found := renderings(word))}
    if not left_known or not right_known:
        return
    rows, columns = np.array(list(left_known)), np.array(list(right_known))
    block = np.ix_(rows, columns)
    scores[block] *= np.where(alike[block], np.float32(1), np.float32(STRANGERS))
    by_rendering: defaultdict[str, list[int]] = defaultdict(list)
    for j, found in right_known.items():
        for form in found:
            by_rendering[form].append(j)
    for i, found in left_known.items():
        shared = sorted({j for form in found for j in by_rendering.get(form, ())})
        scores[i, shared] = np.maximum(scores[i, shared], KNOWN)


def renderings(word: str) -> frozenset[str]:
    """The forms in the other script that the table gives a folded word of names; none for a word that it lacks."""
    if word.isascii():
        return arabic_forms().get(word, frozenset())
    entry = name_words().get(word) or name_words().get(strip_article(word))
    return frozenset(entry.latin) if entry else frozenset()


def _cross_script(latin: list[str], arabic: list[str], middle: float) -> Scores:
    """Latin words by Arabic words; the letters are weighed only where the consonants leave a chance."""
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import cdist

    from align.names.letters import likeness

    forms = sorted({form for word in arabic for form in (word, strip_article(word))})
    at = {form: number for number, form in enumerate(forms)}
    left_bones, right_bones = [skeleton(word) for word in latin], [skeleton(form) for form in forms]
    distance = cdist(left_bones, right_bones, scorer=Levenshtein.distance, dtype=np.uint8)
    longest = np.maximum.outer([len(bones) for bones in left_bones], [len(bones) for bones in right_bones])
    spelt = np.outer([any(map(str.isalpha, word)) for word in latin], [any(map(str.isalpha, form)) for form in forms])
    rows, columns = np.nonzero(spelt & (distance <= np.maximum(1, longest // 2)))  # no letter is like a figure
    found = likeness(latin, forms, rows, columns)
    scores = np.zeros(distance.shape, np.float32)
    scores[rows, columns] = 1 / (1 + np.exp(-SLOPE * (found - middle)))
    plain, bare = [at[word] for word in arabic], [at[strip_article(word)] for word in arabic]
    scores = np.maximum(scores[:, plain], scores[:, bare])
    _apply_known_words(scores, latin, arabic)
    return scores


def _apply_known_words(scores: Scores, latin: list[str], arabic: list[str]) -> None:
    known, latin_known = name_words(), latin_name_words()
    which = {word: i for i, word in enumerate(latin)}
    entries = [(column, known.get(word) or known.get(strip_article(word))) for column, word in enumerate(arabic)]
    renders = [(column, [which[form] for form in entry.latin if form in which]) for column, entry in entries if entry]
    rows = [i for i, word in enumerate(latin) if word in latin_known]
    before = [scores[renderings_at, column] for column, renderings_at in renders]
    scores[np.ix_(rows, [column for column, _ in renders])] *= STRANGERS
    for (column, renderings_at), score in zip(renders, before, strict=True):
        if renderings_at:
            scores[renderings_at, column] = np.maximum(score, KNOWN)


def _apply_concepts(scores: Scores, left: list[_Name], right: list[_Name]) -> None:
    table = concepts()
    curated_left = {i: n.concepts for i, n in enumerate(left) if n.concepts}
    curated_right = {j: n.concepts for j, n in enumerate(right) if n.concepts}
    for i, first in curated_left.items():
        for j, second in curated_right.items():
            if first & second:
                scores[i, j] = 1.0
            elif all(table[c].curated for c in first | second):
                scores[i, j] *= OTHER_CONCEPT
