"""The pages: what is shown of a desk, handed to the templates."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources

import jinja2

from align.report.bidi import direction, one_line, visible
from align.report.order import KINDS
from align.report.page import asset
from align.report.wording import VERDICT_SIGNS
from align.review.claim import Claim, Quotation
from align.review.context import excerpts
from align.review.desk import Snapshot
from align.review.judgement import JUDGEMENTS, Entry
from align.review.queue import STATES, VERDICTS, Case, View, next_open, progress
from align.suppressions import INTERNAL
from align.wording import Interface

SIGNS: dict[str, str] = {str(verdict): sign for verdict, sign in VERDICT_SIGNS.items()} | {INTERNAL: "\u21af"}
# The keys by which a judgement is given stand in its place in the row.
VERDICT_WORDS = {
    "conflict": "conflict",
    INTERNAL: "contradicts itself",
    "only-left": "only on the left",
    "only-right": "only on the right",
    "compatible": "compatible",
    "agree": "agreement",
}
JUDGEMENT_WORDS = {
    "confirmed": "confirmed",
    "source-error": "source error",
    "translation-error": "translation error",
    "not-an-issue": "not an issue",
    "unsure": "unsure",
}
STATE_WORDS = {
    "undecided": "undecided",
    "changed": "changed since judged",
    "decided": "decided",
    "all": "all",
    **JUDGEMENT_WORDS,
}
KIND_WORDS = {"date": "date", "number": "number", "name": "name"}
_LONGEST_LIST = 200  # of the queue beside a case
_LONGEST_HISTORY = 1000


@dataclass(frozen=True, slots=True)
class Visit:
    """A reader's request: the view, the case in it, and what the last step came to."""

    view: View
    at: str
    reviewer: str
    act: int = 0
    overtaken: int = 0
    note: str = ""
    chosen: str = ""
    outdated: bool = False


@dataclass(frozen=True, slots=True)
class Tile:
    """One verdict with how much of it is undecided, and the view with it switched."""

    verdict: str
    open: int
    total: int
    shown: bool
    switch: str


class Pages:
    """Makes the pages in one language. `token` is what our own forms are known by."""

    def __init__(self, words: Interface, token: str) -> None:
        self.words = words
        self._token = token

    def queue(self, snapshot: Snapshot, visit: Visit) -> str:
        """The main page: the queue and one case of it."""
        view = visit.view
        framed = snapshot.framed(view)
        admitted = [case for case in framed if view.admits(case)]
        case = snapshot.case(visit.at) or next((c for c in admitted if c.is_open), None) or next(iter(admitted), None)
        key = case.claim.key if case else ""
        listed, hidden = _window(admitted, key)
        before, after = _neighbours(admitted if case in admitted else framed, key)
        following = next_open(framed, key)
        return rendered(
            self.words,
            "queue.html",
            token=self._token,
            visit=visit,
            view=view,
            snapshot=snapshot,
            case=case,
            excerpts=self._excerpts(snapshot, case),
            history=snapshot.ledger.history(key),
            earlier=self._earlier(snapshot, case),
            admitted=len(admitted),
            listed=listed,
            hidden=hidden,
            before=before,
            after=after,
            following=following if following and following.claim.key != key else None,
            progress=progress(framed),
            whole=progress(snapshot.cases),
            tiles=_tiles(snapshot, view),
            done=_act(snapshot, visit.act),
            undoable=snapshot.ledger.undoable(visit.reviewer),
        )

    def history(self, snapshot: Snapshot, claims: Mapping[str, Claim]) -> str:
        """Every decision, the newest first. `claims` are the claims as they were judged."""
        entries = snapshot.ledger.entries[: -_LONGEST_HISTORY - 1 : -1]
        current = {case.claim.key for case in snapshot.cases}
        return rendered(
            self.words,
            "history.html",
            entries=entries,
            hidden=len(snapshot.ledger.entries) - len(entries),
            claims=claims,
            current=current,
            by_id={entry.id: entry for entry in snapshot.ledger.entries},
        )

    def message(self, text: str) -> str:
        """A page that says one sentence."""
        return rendered(self.words, "message.html", message=text)

    def _excerpts(self, snapshot: Snapshot, case: Case | None) -> list[object]:
        if case is None:
            return []
        return list(excerpts(snapshot.reports[case.report].comparison, case.evidence, case.pair))

    def _earlier(self, snapshot: Snapshot, case: Case | None) -> list[tuple[Quotation, str, str]]:
        """What has changed of the text that was judged: the earlier quotation with its language and direction."""
        if case is None or case.earlier is None:
            return []
        comparison = snapshot.reports[case.report].comparison
        codes = {"left": comparison.left.document.language, "right": comparison.right.document.language}
        sides = zip(case.earlier.quotations, case.claim.quotations, strict=True)
        return [(old, codes[old.side], direction(codes[old.side])) for old, new in sides if old != new]


def rendered(words: Interface, template: str, **fields: object) -> str:
    """A template in the reader's language."""
    return (
        _environment()
        .get_template(template)
        .render(
            t=words.text,
            counted=words.counted,
            language=words.code,
            direction=words.language.direction,
            signs=_signs(words),
            verdict_words=VERDICT_WORDS,
            judgement_words=JUDGEMENT_WORDS,
            state_words=STATE_WORDS,
            kind_words=KIND_WORDS,
            judgements=JUDGEMENTS,
            states=STATES,
            kinds=KINDS,
            one_line=one_line,
            visible=visible,
            when=_when,
            **fields,
        )
    )


def _signs(words: Interface) -> dict[str, str]:
    """The signs of the verdicts; an arrow points to where the text stands on the page."""
    if words.language.direction == "ltr":
        return SIGNS
    return SIGNS | {"only-left": SIGNS["only-right"], "only-right": SIGNS["only-left"]}


def _window(cases: Sequence[Case], key: str) -> tuple[Sequence[Case], int]:
    """The part of a long queue around one case, and how many are left out."""
    at = next((at for at, case in enumerate(cases) if case.claim.key == key), 0)
    first = max(0, min(at - _LONGEST_LIST // 2, len(cases) - _LONGEST_LIST))
    listed = cases[first : first + _LONGEST_LIST]
    return listed, len(cases) - len(listed)


def _neighbours(cases: Sequence[Case], key: str) -> tuple[Case | None, Case | None]:
    at = next((at for at, case in enumerate(cases) if case.claim.key == key), None)
    if at is None:
        return None, None
    return cases[at - 1] if at else None, cases[at + 1] if at + 1 < len(cases) else None


def _tiles(snapshot: Snapshot, view: View) -> list[Tile]:
    total: Counter[str] = Counter(case.evidence.verdict for case in snapshot.cases)
    left: Counter[str] = Counter(case.evidence.verdict for case in snapshot.cases if case.is_open)
    return [
        Tile(name, left[name], total[name], name in view.verdicts, view.toggled(name))
        for name in VERDICTS
        if total[name]
    ]


def _act(snapshot: Snapshot, act: int) -> list[Entry]:
    """The entries of one act, as the ledger has them: a page confirms only what was written."""
    return [entry for entry in snapshot.ledger.entries if entry.act == act] if act else []


def _when(moment: str) -> str:
    """`2026-11-24T03:45:50Z` as 2026-11-24 03:45 UTC."""
    return f"{moment[:10]} {moment[11:16]} UTC"


def style() -> str:
    """The style sheet: the colours and letters of the reports, and our own."""
    return asset("base.css") + _asset("review.css")


def script() -> str:
    return _asset("review.js")


def _asset(name: str) -> str:
    return resources.files("align.review").joinpath("templates", name).read_text(encoding="utf-8")


@functools.lru_cache(maxsize=1)
def _environment() -> jinja2.Environment:
    """Jinja with autoescape on, whatever a template's name ends in."""
    return jinja2.Environment(
        loader=jinja2.PackageLoader("align.review"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
