"""How English tells a date by its distance from the date before."""

from __future__ import annotations

from align.languages.told_words import ToldWords


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


TOLD = ToldWords(
    after_count={
        "later": 1,
        "afterwards": 1,
        "afterward": 1,
        "thereafter": 1,
        "after that": 1,
        "earlier": -1,
        "previously": -1,
        "beforehand": -1,
        "before that": -1,
    },
    closing_count={"after": 1, "before": -1},
    exact_words=_words("exactly precisely"),
    not_before_count=_words("for within every each per lasting lasted last past next first"),
    count_links=_words("than"),
    same_before=frozenset({"the same", "that same", "the very same"}),
    same_with_cue=_words("that"),
    cues=_words("on in of by during from since until till throughout after before around"),
    bare_next=_words("next"),
    day_parts=_words("morning afternoon evening night dawn"),
    period_links=_words("as that when than of which"),
    day_followers=_words(
        "he she it they we i you his her its their our the a an this these those there and but or when while as who "
        "after before with in at by to from was were is are had has have did for until"
    ),
)
