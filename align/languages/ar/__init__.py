"""Modern Standard Arabic."""

from __future__ import annotations

from align.languages.ar.claims import CLAIMS
from align.languages.ar.dates import DATES
from align.languages.ar.names import NAMES
from align.languages.ar.numbers import NUMBERS
from align.languages.language import Language, SentenceRules
from align.text import fold

SENTENCES = SentenceRules(
    ends=".!?\u2026\u061f\u06d4",  # with the Arabic question mark and full stop
    abbreviations=frozenset(
        {
            fold("د"),
            fold("أ"),
            fold("م"),
            fold("ص"),
            fold("ج"),
            fold("ق"),
            fold("هـ"),
        }
    ),
    clause_marks=",;:()[]\u2013\u2014\u060c\u061b",  # with the Arabic comma and semicolon
    clause_words=frozenset(
        fold(word)
        for word in (
            "إذ",
            "إذا",
            "الذي",
            "الذين",
            "التي",
            "أثناء",
            "إثر",
            "بحيث",
            "بسبب",
            "بعد",
            "بعدما",
            "بل",
            "بينما",
            "حتى",
            "حيث",
            "حين",
            "خلال",
            "رغم",
            "عقب",
            "عندما",
            "فيما",
            "قبل",
            "كما",
            "لكن",
            "لأن",
            "مع",
            "منذ",
            "وفق",
        )
    ),
    conjunctions=frozenset(
        {
            "و",
            "ف",
        }
    ),
)

ARABIC = Language(
    code="ar",
    name="Arabic",
    direction="rtl",
    script="Arabic",
    sentences=SENTENCES,
    numbers=NUMBERS,
    dates=DATES,
    names=NAMES,
    joining_words=frozenset(
        {
            "و",
        }
    ),
    part_words=(
        "بينهم",
        "بينها",
        "بينهن",
        "منهم",
        "منها",
        "منهن",
        "ضمنهم",
        "ضمنها",
        "بمن فيهم",
        "بما فيها",
    ),
    part_openers=("من أصل", "من بين", "من مجموع", "من جملة"),
    claims=CLAIMS,
)
