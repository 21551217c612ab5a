"""What a statistical model gets wrong in names, put right by spelling, by the gazetteer, and by the whole document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from align.extraction.name_bounds import Spans, name_bounds
from align.extraction.name_lexicon import Lexicon
from align.extraction.name_unseen import articled_names, unseen_names
from align.model import Label
from align.names.ordinary import has_vocabulary, is_ordinary
from align.text import Token, forms_without_marks, tokenize

HEADING = 0.7  # share of capitalised words from which a line is set in capitals throughout
SHORTEST_HEADING = 2  # words
LONGEST_HEADING = 14  # words; a longer line is a list of names
LEAST_REPEATED = 2  # times that a name of one ordinary word must be found before it is looked for elsewhere
SHORTEST_FAMILY = 3  # letters of a last word by which a person may be named alone
POSSESSIVES = ("'s", "\u2019s")
ENDS = ".!?\"'\u201d\u2019"

JOINTS = frozenset({"", "-", "\u2010", "\u2011", "'", "\u2019", "."})  # what may stand between the words of a name

Forms = tuple[str, ...]
DocumentNames = dict[str, dict[Forms, Label]]  # by the first word's form: all words' forms -> label


def repair(texts: Sequence[str], found: Sequence[Spans], lexicon: Lexicon) -> list[Spans]:
    """The spans of each text, with whole hyphenated names, no articles or possessives, one label a name throughout
    the document, and the names that the model saw in one sentence and missed in another."""
    tokens = [tokenize(text) for text in texts]
    spans = [
        _placed(text, name_bounds(text, marks, lexicon.words), lexicon)
        for text, marks in zip(texts, found, strict=True)
    ]
    doubtful = [_doubtful(text, row, marks) for text, row, marks in zip(texts, tokens, spans, strict=True)]
    sure = [[mark for mark in marks if mark not in doubts] for marks, doubts in zip(spans, doubtful, strict=True)]
    known = _document_names(texts, sure, lexicon)
    return [
        _settle(text, row, marks, doubts if any(sure) else set(), known, lexicon)
        for text, row, marks, doubts in zip(texts, tokens, spans, doubtful, strict=True)
    ]


def _placed(text: str, marks: Spans, lexicon: Lexicon) -> Spans:
    """The spans, as a place what stands between "at" and a place that the tables know: "at Colla Micheri, Italy".

    The tables' own places are places there too: "in Haifa".
    """
    beside_place = {
        start
        for (start, end, _), (after, after_end, _) in pairwise(marks)
        if text[end:after] == ", " and gazetteer_label(_forms(text[after:after_end]), lexicon) == "LOC"
    }
    return [
        (start, end, "LOC" if placed and _follows_preposition(text, start, lexicon) else label)
        for start, end, label in marks
        for placed in [start in beside_place or _is_place(_forms(text[start:end]), lexicon)]
    ]


def _follows_preposition(text: str, start: int, lexicon: Lexicon) -> bool:
    before = text[:start].rsplit(maxsplit=1)
    return bool(before) and text[:start].endswith(" ") and before[-1].lower() in lexicon.words.place_prepositions


def _is_place(forms: Forms, lexicon: Lexicon) -> bool:
    """Whether the tables know a name of one word as a place and as nothing else."""
    labels = {entry.label for entry in lexicon.entries(forms[0]) if not entry.rest} if len(forms) == 1 else set()
    return labels == {"LOC"}


def _doubtful(text: str, tokens: Sequence[Token], marks: Spans) -> set[tuple[int, int, Label]]:
    """The spans that capitals alone may have caused: all in a heading, and one that is a line's first word only."""
    words = [token for token in tokens if token.kind == "word"]
    if _is_heading(text, words):
        return set(marks)
    if words and len(words) <= LONGEST_HEADING and text.rstrip()[-1:] not in ENDS:
        return {mark for mark in marks if mark[0] == words[0].start and mark[1] <= words[0].end}
    return set()


def _is_heading(text: str, words: Sequence[Token]) -> bool:
    """Whether capitals say nothing here: a line in which nearly every longer word has one, and no list of names."""
    longer = [token for token in words if token.end - token.start > 3]
    capitals = sum(text[token.start].isupper() for token in longer)
    if not SHORTEST_HEADING <= len(longer) <= LONGEST_HEADING or text.count(",") > 1:
        return False
    return capitals >= HEADING * len(longer)


def _forms(text: str) -> Forms:
    return tuple(forms_without_marks(text))


def _document_names(texts: Sequence[str], spans: Sequence[Spans], lexicon: Lexicon) -> DocumentNames:
    """The names of the document, each with one label: the gazetteer's, else that of most of its mentions."""
    votes: defaultdict[Forms, Counter[Label]] = defaultdict(Counter)
    for text, marks in zip(texts, spans, strict=True):
        for start, end, label in marks:
            if forms := _forms(text[start:end]):
                votes[forms][label] += 1
    labels = {forms: max(sorted(counts), key=lambda each: counts[each]) for forms, counts in votes.items()}
    families = {
        forms[-1]
        for forms, label in labels.items()
        if label == "PER" and len(forms) > 1 and len(forms[-1]) >= SHORTEST_FAMILY
    }
    known: DocumentNames = defaultdict(dict)
    for forms, label in labels.items():
        listed = gazetteer_label(forms, lexicon)
        sure = len(forms) > 1 or votes[forms].total() >= LEAST_REPEATED or _is_no_word(forms[0], lexicon)
        if listed or sure:
            person = forms[-1] in families and (len(forms) == 1 or label != "LOC")
            known[forms[0]][forms] = listed or ("PER" if person else label)
    for family in families:
        if not gazetteer_label((family,), lexicon) and family not in lexicon.words.titles:
            known[family].setdefault((family,), "PER")
    return known


def _is_no_word(form: str, lexicon: Lexicon) -> bool:
    """Whether the language's dictionary lacks the word, so that it is a name wherever it has a capital."""
    return has_vocabulary(lexicon.words) and form.isalpha() and not is_ordinary(form, lexicon.words)


def gazetteer_label(forms: Forms, lexicon: Lexicon) -> Label | None:
    """The label that curated tables give a whole name, if only one."""
    labels = {entry.label for entry in lexicon.entries(forms[0]) if entry.curated and entry.rest == forms[1:]}
    return labels.pop() if len(labels) == 1 else None


def _settle(
    text: str,
    tokens: Sequence[Token],
    marks: Spans,
    doubts: set[tuple[int, int, Label]],
    known: DocumentNames,
    lexicon: Lexicon,
) -> Spans:
    """The model's spans with the document's labels, and the names of document and tables that the model missed."""
    settled: Spans = []
    for start, end, label in marks:
        forms = _forms(text[start:end])
        agreed = known.get(forms[0], {}).get(forms) or gazetteer_label(forms, lexicon) if forms else None
        if agreed or (start, end, label) not in doubts:
            settled.append((start, end, agreed or label))
    words = [_without_possessive(token) for token in tokens]
    merged = _merged(settled, _missed(text, words, known, lexicon))
    if _is_heading(text, [token for token in words if token.kind == "word"]):
        return merged
    merged = sorted(merged + articled_names(text, words, merged, lexicon.words))
    return sorted(merged + unseen_names(text, words, merged, lexicon.words))


def _missed(text: str, tokens: Sequence[Token], known: DocumentNames, lexicon: Lexicon) -> Spans:
    """Names of the document and of the curated tables, where they are written with a capital."""
    words = [token for token in tokens if token.kind != "mark"]
    forms = [token.form for token in words]
    found: Spans = []
    for at, token in enumerate(words):
        if not text[token.start].isupper() and token.form not in lexicon.words.hyphen_articles:
            continue
        options = list(known.get(token.form, {}).items())
        options += [((token.form, *entry.rest), entry.label) for entry in lexicon.entries(token.form) if entry.curated]
        for name, label in sorted(options, key=lambda option: -len(option[0])):
            if tuple(forms[at : at + len(name)]) == name:
                end = words[at + len(name) - 1].end
                if _written_as_name(text, words[at : at + len(name)], lexicon):
                    found.append((token.start, end, label))
                    break
    return found


def _without_possessive(token: Token) -> Token:
    if not token.form.endswith(POSSESSIVES):
        return token
    length = len(POSSESSIVES[0])
    return token._replace(end=token.end - length, form=token.form[:-length])


def _written_as_name(text: str, words: Sequence[Token], lexicon: Lexicon) -> bool:
    """Whether words are written as a name: an acronym in capitals, and no long word in small letters."""
    gaps = (text[before.end : after.start] for before, after in pairwise(words))
    if any(gap.strip() not in JOINTS for gap in gaps):
        return False
    if len(words) == 1 and words[0].form in lexicon.acronyms:
        return text[words[0].start : words[0].end].isupper()
    return all(text[word.start].isupper() or word.end - word.start <= 3 or word.kind == "number" for word in words)


def _merged(marks: Spans, added: Spans) -> Spans:
    """Both in text order without overlaps: of a model's span and a known name that cross, the whole, as the known."""
    rows = sorted(
        [(*mark, 0) for mark in marks] + [(*mark, 1) for mark in added], key=lambda row: (row[0], -row[1], row[3])
    )
    merged: list[tuple[int, int, Label, int]] = []
    for start, end, label, from_known in rows:
        if not merged or start >= merged[-1][1]:
            merged.append((start, end, label, from_known))
        elif end > merged[-1][1]:
            before = merged[-1]
            merged[-1] = (before[0], end, before[2] if before[3] >= from_known else label, max(before[3], from_known))
    return [(start, end, label) for start, end, label, _ in merged]
