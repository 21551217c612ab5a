"""English."""

from __future__ import annotations

from align.languages.en.claims import CLAIMS
from align.languages.en.dates import DATES
from align.languages.en.names import NAMES
from align.languages.en.numbers import NUMBERS
from align.languages.language import Language, SentenceRules

SENTENCES = SentenceRules(
    ends=".!?\u2026",
    abbreviations=frozenset(
        [
            "adm",
            "approx",
            "ave",
            "capt",
            "cf",
            "ch",
            "cmdr",
            "col",
            "corp",
            "dr",
            "e.g",
            "ed",
            "est",
            "etc",
            "fig",
            "gen",
            "gov",
            "hon",
            "i.e",
            "inc",
            "jr",
            "lt",
            "ltd",
            "maj",
            "mr",
            "mrs",
            "ms",
            "mt",
            "no",
            "nos",
            "pp",
            "prof",
            "pt",
            "rep",
            "rev",
            "sec",
            "sen",
            "sgt",
            "sr",
            "st",
            "vol",
            "vs",
            "jan",
            "feb",
            "mar",
            "apr",
            "jun",
            "jul",
            "aug",
            "sep",
            "sept",
            "oct",
            "nov",
            "dec",
            "u.s",
            "u.k",
            "u.n",
        ]
    ),
    beginners=frozenset(
        [
            *("The", "A", "An", "This", "That", "These", "His", "Her", "Its", "Their", "There"),
            *("In", "On", "At", "By", "After", "From", "For", "When", "And", "But"),
            *("It", "He", "She", "They", "We"),
        ]
    ),
    hours=frozenset({"a.m", "p.m"}),
    days=frozenset(
        [
            *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
            *("EST", "EDT", "ET", "CST", "CDT", "CT", "MST", "MDT", "MT", "PST", "PDT", "PT", "GMT", "UTC"),
            *("BST", "CET", "CEST", "IST", "AEST", "AEDT", "Eastern", "Central", "Pacific", "Mountain"),
            *("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec", "January"),
            *("February", "August", "September", "October", "November", "December"),
        ]
    ),
    clause_marks=",;:()[]\u2013\u2014",
    clause_words=frozenset(
        [
            "after",
            "although",
            "and",
            "as",
            "because",
            "before",
            "but",
            "except",
            "following",
            "including",
            "if",
            "or",
            "since",
            "so",
            "that",
            "though",
            "unless",
            "until",
            "when",
            "where",
            "whereas",
            "which",
            "while",
            "who",
            "whom",
            "whose",
            "with",
        ]
    ),
)

ENGLISH = Language(
    code="en",
    name="English",
    direction="ltr",
    script="Latin",
    sentences=SENTENCES,
    numbers=NUMBERS,
    dates=DATES,
    names=NAMES,
    joining_words=frozenset({"and", "plus"}),
    part_words=("of whom", "of which", "of them", "among them", "among whom", "among which", "including", "comprising"),
    part_openers=("of", "of the", "of these", "of its", "of their", "out of", "out of the", "among the"),
    claims=CLAIMS,
)
