"""Claims: what one document says of each date and figure that it gives, apart from the value itself.

Two claims of one document are held against each other only where they share words; here those words are read, each
sentence once, so that the cost grows with the length of the text.
"""

from __future__ import annotations

import bisect
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from align.comparison.claim_words import NONE, Kinds, claim_lexicon
from align.comparison.narrative import narrative_times
from align.comparison.pair_mentions import MentionIndex
from align.comparison.part_whole import coordinations, totals_of_parts
from align.model import DateValue, DocumentAnalysis, Mention, NumberValue, Segment
from align.text import Token, tokenize

FEWEST_WORDS = 4  # of content: a clause that says less is read with its neighbours
AS_OF_REACH = 5  # words from the beginning of a clause to its date: "By the evening of 5 August"
REACH = 8  # words on either side of a value that tell what it is of
BESIDE = 4  # words on either side of a figure that may limit it
NEXT_TO = 12  # code points from "after" or "from" to the span of time or the length that they are said of
BESIDE_ALONE = frozenset({"interval", "distance"})  # roles whose words are said of other things as well
WHO = frozenset({"membership", "population"})  # roles that tell who is counted, and not what befell them
OTHER_CLAUSE = 60  # code points that a clause mark between a word and a value counts for

Stems = Mapping[str, str]  # stems, each with a word as written


@dataclass(frozen=True, slots=True)
class Claim:
    """A value with the words around it.

    `words` are the stems of its clause and `sentence` those of its whole sentence, `names` those of each name
    beside the value. `roles` say what the value is of and `telling` is the word that says it; `unit` are the stems of
    the counted noun, or a unit's code; `scopes` what makes the value one of several. `dates` are the other dates of the
    sentence and `time` that of the narrative around it, in years. `sourced`: the sentence says whose word it is.
    """

    mention: Mention
    segment: int
    words: Stems
    sentence: Stems
    names: tuple[frozenset[str], ...]
    sentence_names: frozenset[str]
    roles: Kinds
    telling: str
    unit: frozenset[str]
    scopes: Kinds
    dates: tuple[DateValue, ...]
    time: float | None
    sourced: bool
    in_fact: bool
    in_heading: bool


class Claims:
    """All claims of a document in text order, and how much its words say: the rarer, the more.

    `totals` are the totals of those counts that are told as parts of one, and `coordinations` the groups of counts
    that "and" joins without a total.
    """

    def __init__(self, analysis: DocumentAnalysis) -> None:
        self.totals = totals_of_parts(analysis.mentions, analysis.document)
        self.coordinations = coordinations(analysis.mentions, analysis.document, self.totals)
        reader = _Reader(analysis, self.totals)
        self.all: list[Claim] = []
        counts: Counter[str] = Counter()
        for number, segment in enumerate(analysis.segments):
            stems, claims = reader.read(number, segment)
            counts.update(stems.keys())
            self.all += claims
        sentences = len(analysis.segments) + 1
        self._rarity = {stem: math.log(sentences / count) / math.log(sentences) for stem, count in counts.items()}

    def weight(self, stems: Iterable[str]) -> float:
        """How much it says that two claims share these stems: up to 1 for each."""
        return sum(self._rarity.get(stem, 0.0) for stem in sorted(stems))  # sorted: sums must not hang on hashes

    def rarest(self, stems: Iterable[str]) -> list[str]:
        return sorted(stems, key=lambda stem: (-self._rarity.get(stem, 0.0), stem))


class _Reader:
    """Reads the claims of a document sentence by sentence."""

    def __init__(self, analysis: DocumentAnalysis, totals: Mapping[Mention, Mention]) -> None:
        self._analysis = analysis
        self._totals = totals
        self._text = analysis.document.text
        self._index = MentionIndex(analysis)
        self._lexicon = claim_lexicon(analysis.document.language)
        self._times = narrative_times(analysis)
        self._roles_of: dict[Mention, Kinds] = {}

    def read(self, number: int, segment: Segment) -> tuple[Stems, list[Claim]]:
        """The stems of a sentence and its claims."""
        mentions = self._index.within([segment.span])
        values = [mention for mention in mentions if mention.kind != "name"]
        words = _words(self._text[segment.start : segment.end], segment.start)
        free = _outside(words, values)
        stems = self._stems(free)
        if not values:
            return stems, []
        label = self._analysis.blocks[segment.block].label
        heading = self._stems_of(label)
        dated = [mention for mention in values if mention.kind == "date"]
        sentence = _Sentence(words, free, label, {**heading, **stems}, self._clauses(segment, free), dated)
        names = self._names(free, [mention for mention in mentions if mention.kind == "name"])
        named = frozenset(stem for name in names.values() for stem in name)
        sourced = any(self._lexicon.names_source(token.form) for token in free)
        dates = [mention.value for mention in values if isinstance(mention.value, DateValue)]
        claims = []
        for mention in values:
            if not self._claims_something(mention):
                continue
            near = self._near(sentence, mention)
            beside = _beside(near.words, mention, REACH)
            noun = self._noun(mention)
            roles, telling = self._roles(sentence, mention, near)
            if roles <= WHO and mention in self._totals:  # "killed 36 people: 13 passengers, 22 members of the crew"
                roles |= self._roles_of.get(self._totals[mention], NONE)
            self._roles_of[mention] = roles
            claims.append(
                Claim(
                    mention=mention,
                    segment=number,
                    words={**heading, **self._stems(beside), **noun},
                    sentence={**sentence.stems, **noun},
                    names=tuple(dict.fromkeys(names[token.start] for token in beside if token.start in names)),
                    sentence_names=named,
                    roles=roles,
                    telling=telling,
                    unit=self._unit(mention, noun or heading),
                    scopes=self._scopes(sentence, mention, near),
                    dates=tuple(date for date in dates if date is not mention.value),
                    time=self._times[number],
                    sourced=sourced,
                    in_fact=segment.kind == "fact",
                    in_heading=segment.kind == "heading",
                )
            )
        return stems, claims

    def _claims_something(self, mention: Mention) -> bool:
        """Whether a value can be held against others: not a relative date, nor a figure of how often."""
        if isinstance(mention.value, DateValue):
            return mention.value.edtf is not None
        unit = mention.value.unit if isinstance(mention.value, NumberValue) else ""
        return not any(self._lexicon.counts_repeats(token.form) for token in _words(unit, 0))

    def _clauses(self, segment: Segment, free: Sequence[Token]) -> list[_Clause]:
        starts = [token.start for token in free]
        clauses = []
        for span in segment.clauses or (segment.span,):
            tokens = free[bisect.bisect_left(starts, span.start) : bisect.bisect_left(starts, span.end)]
            says = len({self._lexicon.stemmer.stem(t.form) for t in tokens if self._lexicon.says_something(t.form)})
            clauses.append(_Clause(span.start, span.end, tokens, says))
        return clauses

    def _near(self, sentence: _Sentence, mention: Mention) -> _Clause:
        """The words of the mention's clause, with the clauses before or after where it says too little by itself."""
        clauses = sentence.clauses
        holding = [n for n, c in enumerate(clauses) if c.start < mention.end and mention.start < c.end]
        first, last = (holding[0], holding[-1]) if holding else (0, len(clauses) - 1)
        says = sum(clause.says for clause in clauses[first : last + 1])
        while says < FEWEST_WORDS and (first > 0 or last < len(clauses) - 1):
            if first > 0:
                first -= 1
                says += clauses[first].says
            else:
                last += 1
                says += clauses[last].says
        words = [token for clause in clauses[first : last + 1] for token in clause.words]
        return _Clause(clauses[first].start, clauses[last].end, words, says)

    def _names(self, free: Sequence[Token], mentions: Sequence[Mention]) -> dict[int, frozenset[str]]:
        """The stems of the name that each word belongs to, by the place of the word.

        A capital within a sentence shows a name that was not told as one.
        """
        names: dict[int, frozenset[str]] = {}
        for mention in mentions:
            tokens = _inside(free, [mention])
            names |= dict.fromkeys((token.start for token in tokens), frozenset(self._stems(tokens)))
        for run in self._capitals(free):
            if len(run) > 1 or run[0] is not free[0]:
                stems = frozenset(self._stems(run)).union(*(names.get(token.start, NONE) for token in run))
                names |= dict.fromkeys((token.start for token in run), stems)
        return {start: stems for start, stems in names.items() if stems}

    def _capitals(self, free: Sequence[Token]) -> list[list[Token]]:
        """Runs of words with a capital that stand side by side."""
        runs: list[list[Token]] = []
        for token in free:
            if self._text[token.start].isupper():
                if runs and token.start - runs[-1][-1].end == 1:
                    runs[-1].append(token)
                else:
                    runs.append([token])
        return runs

    def _stems(self, tokens: Sequence[Token], text: str = "") -> dict[str, str]:
        """The stems of the words that say something, each as `text` writes it, by default the document."""
        text = text or self._text
        return {
            self._lexicon.stemmer.stem(token.form): text[token.start : token.end]
            for token in tokens
            if self._lexicon.says_something(token.form)
        }

    def _stems_of(self, text: str) -> dict[str, str]:
        return self._stems(_words(text, 0), text)

    def _noun(self, mention: Mention) -> dict[str, str]:
        """The stems of a counted noun."""
        if not isinstance(mention.value, NumberValue) or mention.value.quantity != "count":
            return {}
        return self._stems_of(mention.value.unit)

    def _unit(self, mention: Mention, noun: Stems) -> frozenset[str]:
        """The stems of the counted noun, or a unit's code; nothing for people who are not told more closely."""
        if not isinstance(mention.value, NumberValue):
            return NONE
        if mention.value.quantity != "count":
            return frozenset({mention.value.unit} - {""})
        return frozenset(noun) - self._lexicon.people

    def _roles(self, sentence: _Sentence, mention: Mention, near: _Clause) -> tuple[Kinds, str]:
        """What the nearest telling word says: of the mention itself, the label, its clause, its sentence."""
        # "The end of 1996" says when, not what: a date has no word of its own for it.
        own = _inside(sentence.words, [mention]) if mention.kind == "number" else []
        label = [token._replace(start=mention.start, end=mention.start) for token in _words(sentence.label, 0)]
        # Spans of time are told by "for" and "after", which every long sentence has: only those beside them count.
        is_span = isinstance(mention.value, NumberValue) and mention.value.quantity == "duration"
        for tokens in (own, label, near.words, () if is_span else sentence.free):
            told = [
                (self._gap(token, mention), at)
                for at, token in enumerate(tokens)
                if self._lexicon.roles(token.form, mention)
                and not self._turned_away(tokens, at, mention)
                and not self._counts_from_elsewhere(token, mention)
            ]
            if told:
                token = tokens[min(told)[1]]
                written = sentence.label if tokens is label else self._text[token.start : token.end]
                return self._lexicon.roles(token.form, mention), written
        return NONE, ""

    def _turned_away(self, tokens: Sequence[Token], at: int, mention: Mention) -> bool:
        before = tokens[max(0, at - 2) : at]
        return mention.kind == "date" and any(self._lexicon.turns_away(token.form) for token in before)

    def _counts_from_elsewhere(self, token: Token, mention: Mention) -> bool:
        """Whether the word tells when or where another thing was: "from nose to fins it measured 245 metres"."""
        return bool(BESIDE_ALONE & self._lexicon.roles(token.form, mention)) and self._gap(token, mention) > NEXT_TO

    def _scopes(self, sentence: _Sentence, mention: Mention, near: _Clause) -> Kinds:
        """What limits the value: words for another event or an early report in its clause, and words beside a figure.

        Words inside other figures' mentions count as well: "five more crews landed, the last of them in 1972".
        """
        own = isinstance(mention.value, NumberValue) and mention.value.low == mention.value.high
        clause = [
            token
            for token in sentence.words
            if near.start <= token.start < near.end and (own or not mention.start <= token.start < mention.end)
        ]
        scopes = {
            scope
            for token, after in zip(clause, [*clause[1:], None], strict=False)
            # "Other than" excepts, and tells of nothing else.
            if after is None or "comparison" not in self._lexicon.scopes(after.form)
            for scope in self._lexicon.others(token.form)
        }
        if isinstance(mention.value, NumberValue):
            beside = [token for token in _beside(near.words, mention) if self._gap(token, mention) < OTHER_CLAUSE]
            before = [token for token in near.words if token.start < mention.start]
            if mention in self._totals or any(self._lexicon.makes_part(token.form) for token in before):
                scopes.add("part")
            if self._is_as_of(sentence):
                scopes.add("report")
        else:
            beside = [token for token in near.words if token.start < mention.start]
        scopes |= {scope for token in beside for scope in self._lexicon.scopes(token.form)}
        return frozenset(scopes)

    def _is_as_of(self, sentence: _Sentence) -> bool:
        """Whether a sentence tells how matters stood on a day: "By the evening of 5 August", "found by 2002"."""
        return any(self._lexicon.opens_as_of(token.form) for date in sentence.dates for token in sentence.opening(date))

    def _gap(self, token: Token, mention: Mention) -> int:
        """Code points between a word and a value; a clause mark between them counts for many."""
        start, end = (token.end, mention.start) if token.end <= mention.start else (mention.end, token.start)
        between = self._text[start:end]
        return len(between) + OTHER_CLAUSE * any(mark in between for mark in self._lexicon.marks)


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause, its words outside values, and how many stems they have."""

    start: int
    end: int
    words: Sequence[Token]
    says: int


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence's words, those of them outside values, the label before it, and its stems and clauses."""

    words: Sequence[Token]
    free: Sequence[Token]
    label: str
    stems: Stems
    clauses: Sequence[_Clause]
    dates: Sequence[Mention]

    def opening(self, date: Mention) -> list[Token]:
        """The word right before a date, and the first of its clause if that is not far."""
        before = [token for token in self.words if token.end <= date.start]
        inside = [token for token in before if any(c.start <= token.start and date.start < c.end for c in self.clauses)]
        return [*before[-1:], *inside[: 1 if len(inside) <= AS_OF_REACH else 0]]


def _beside(tokens: Sequence[Token], mention: Mention, reach: int = BESIDE) -> Sequence[Token]:
    at = bisect.bisect_left([token.start for token in tokens], mention.start)
    return tokens[max(0, at - reach) : at + reach]


def _words(text: str, offset: int) -> list[Token]:
    return [
        token._replace(start=token.start + offset, end=token.end + offset)
        for token in tokenize(text)
        if token.kind == "word"
    ]


def _inside(tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[Token]:
    """The tokens that lie in mentions; both in text order."""
    found, at = [], 0
    for token in tokens:
        while at < len(mentions) and mentions[at].end <= token.start:
            at += 1
        if at < len(mentions) and mentions[at].start <= token.start:
            found.append(token)
    return found


def _outside(tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[Token]:
    inside = {token.start for token in _inside(tokens, mentions)}
    return [token for token in tokens if token.start not in inside]
