"""The rules that mark names in a row of folded tokens, by what the lexicon says of each word."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from align.extraction.name_lexicon import Lexicon
from align.model import Label
from align.text import Token

LONGEST_NAME = 6  # words of a person's name
LONGEST_BODY = 4  # words of a body's name after its head
LONGEST_ASIDE = 3  # adjectives between a title and the name
SHORTEST_PLACE = 4  # letters of a place by which the document may name it again
SHORTEST_ALONE = 5  # letters of a person's name that is found without another or a cue
Found = tuple[int, int, Label]  # first token, token after the last, label


def mark_names(tokens: Sequence[Token], lexicon: Lexicon) -> list[Found]:
    """The names in `tokens`, in order, without overlaps."""
    forms = [token.form if token.kind == "word" else "" for token in tokens]
    marks: list[Found] = []
    at = 0
    while at < len(forms):
        found = _name_at(forms, at, lexicon) if forms[at] else None
        if found:
            marks.append(found)
            at = found[1]
        else:
            at += 1
    return marks


def _name_at(forms: list[str], at: int, lexicon: Lexicon) -> Found | None:
    known = _known(forms, at, lexicon)
    if known and known[2] == "ORG":
        return known
    return _longest(known, _body(forms, at, lexicon), _person(forms, at, lexicon))


def _longest(*options: Found | None) -> Found | None:
    """The longest of what may begin at a word; of equal ones the first."""
    return max((option for option in options if option), key=lambda option: option[1], default=None)


def _known(forms: list[str], at: int, lexicon: Lexicon) -> Found | None:
    """The longest name of the gazetteer that begins here."""
    for entry in lexicon.entries(forms[at]):
        end = at + 1 + len(entry.rest)
        if tuple(forms[at + 1 : end]) == entry.rest:
            if (
                not entry.curated
                and not entry.rest
                and lexicon.role(forms[at])
                and not _after_place_cue(forms, at, lexicon)
            ):
                continue
            return at, end, entry.label
    return None


def _after_place_cue(forms: list[str], at: int, lexicon: Lexicon) -> bool:
    return at > 0 and forms[at - 1] in lexicon.words.place_cues


# What a word may do in a person's name: begin it, and go on with it.
_BEGINNING = frozenset({"name", "maybe", "clitic", "link", "opener"})
_GOING_ON = frozenset({"name", "maybe", "family", "nisba", "link", "opener"})
_JOINING = frozenset({"link", "opener"})  # never the last word


def _person(forms: list[str], at: int, lexicon: Lexicon) -> Found | None:
    """A person: name words in a row, one of them no ordinary word or a title before; or one such word alone."""
    role = lexicon.role(forms[at])
    if not role:
        return None
    cued = _after_title(forms, at, lexicon)
    if role not in _BEGINNING and not (cued and role == "family"):
        return None
    end = at + 1
    while end < min(len(forms), at + LONGEST_NAME) and _goes_on(forms, end, lexicon):
        end += 1
    while end > at and lexicon.role(forms[end - 1]) in _JOINING:
        end -= 1
    if end == at:
        return None
    sure = sum(lexicon.role(form) in ("name", "family", "clitic") for form in forms[at:end])
    if end == at + 1:
        alone = role in ("name", "clitic") and (cued or len(forms[at]) >= SHORTEST_ALONE)
        return (at, end, "PER") if alone or (cued and role in ("maybe", "family")) else None
    return (at, end, "PER") if sure or cued else None


def _goes_on(forms: list[str], at: int, lexicon: Lexicon) -> bool:
    """Whether the word may continue a person's name: a name word, but no word for a people or country."""
    if not forms[at] or lexicon.role(forms[at]) not in _GOING_ON:
        return False
    return all(entry.rest or (entry.label == "LOC" and not entry.curated) for entry in lexicon.entries(forms[at]))


def _after_title(forms: list[str], at: int, lexicon: Lexicon) -> bool:
    """Whether a title or another cue comes before, adjectives with the article or of a people between allowed."""
    words = lexicon.words
    for back in range(1, LONGEST_ASIDE + 2):
        if at - back < 0 or not forms[at - back]:
            return False
        form = forms[at - back]
        if form in words.titles:
            return True
        if back == 1 and form in words.person_cues:
            return True
        if not form.startswith(words.article_prefix or "\0"):
            return False
    return False


def _body(forms: list[str], at: int, lexicon: Lexicon) -> Found | None:
    """A body: its head word, then definite words, then whose it is: "the ministry of war of France".

    The head alone says too little, and one that only introduces a name ("the movement Hamas") is no part of it.
    """
    words = lexicon.words
    if not lexicon.heads_body(forms[at]):
        return None
    end = at + 1
    while end < min(len(forms), at + LONGEST_BODY) and forms[end] and not lexicon.entries(forms[end]):
        if not (words.article_prefix and forms[end].startswith(words.article_prefix)):
            return None
        end += 1
    owner = _known(forms, end, lexicon) if end < len(forms) and forms[end] else None
    if owner and owner[2] in ("LOC", "MISC") and end > at + 1:
        return at, owner[1], "ORG"
    return None


def relabel(tokens: Sequence[Token], marks: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """`marks`, with the label of the tables where they were made by hand and have the very name of several words."""
    forms = [token.form if token.kind == "word" else "" for token in tokens]
    return [(start, end, _curated_label(forms, start, end, lexicon) or label) for start, end, label in marks]


def _curated_label(forms: list[str], start: int, end: int, lexicon: Lexicon) -> Label | None:
    rest = tuple(forms[start + 1 : end])
    known = (entry.label for entry in lexicon.entries(forms[start]) if entry.curated and entry.rest == rest)
    return next(known, None) if rest else None


def mark_known(tokens: Sequence[Token], marks: Sequence[Found], lexicon: Lexicon) -> list[Found]:
    """`marks` and, in order, what stands outside them and is known from the tables.

    These are peoples and religious groups, which training data do not label, and the names of several words in tables
    made by hand, such as the Northern Alliance: whole, they mean nothing else.
    """
    covered = {at for start, end, _ in marks for at in range(start, end)}
    forms = [token.form if token.kind == "word" else "" for token in tokens]
    found = [_known(forms, at, lexicon) for at in range(len(forms)) if forms[at] and at not in covered]
    added: list[Found] = []
    for mark in filter(None, found):
        places = range(mark[0], mark[1])
        if (mark[2] == "MISC" or _curated_label(forms, *mark[:2], lexicon)) and covered.isdisjoint(places):
            added.append(mark)
            covered.update(places)
    return sorted([*marks, *added])


def family_names(tokens: Sequence[Token], marks: Sequence[Found], lexicon: Lexicon) -> set[str]:
    """The last words of persons' names of several words: by them the text may name the persons again."""
    words = lexicon.words
    last = {tokens[end - 1].form for start, end, label in marks if label == "PER" and end - start > 1}
    return {form for form in last if form not in words.titles | words.common_words | words.link_words | words.openers}


def mark_again(tokens: Sequence[Token], marks: Sequence[Found], families: set[str], lexicon: Lexicon) -> list[Found]:
    """`marks` and, in order, the words outside them by which the document names a person again."""
    covered = {at for start, end, _ in marks for at in range(start, end)}
    again: list[Found] = [
        (at, at + 1, "PER")
        for at, token in enumerate(tokens)
        if at not in covered and token.kind == "word" and not families.isdisjoint(lexicon.bare(token.form))
    ]
    return sorted([*marks, *again])


def place_names(tokens: Sequence[Token], marks: Sequence[Found], lexicon: Lexicon) -> set[str]:
    """The places that the text names by one word."""
    found = {tokens[start].form for start, end, label in marks if label == "LOC" and end == start + 1}
    return {form for form in found if len(form) >= SHORTEST_PLACE} - lexicon.words.common_words


def mark_places_again(
    tokens: Sequence[Token], marks: Sequence[Found], places: set[str], lexicon: Lexicon
) -> list[Found]:
    """`marks` and, in order, the words outside them that the document has as places, after "in" or "city"."""
    words = lexicon.words
    covered = {at for start, end, _ in marks for at in range(start, end)}
    again: list[Found] = [
        (at, at + 1, "LOC")
        for at, (before, token) in enumerate(pairwise(tokens), 1)
        if at not in covered
        and token.form in places
        and not (words.place_prepositions | words.place_words).isdisjoint(lexicon.bare(before.form))
    ]
    return sorted([*marks, *again])
