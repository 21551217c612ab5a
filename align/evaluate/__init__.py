"""Evaluate: hold what align finds against what people labelled, and say how often it was right.

The gold of a topic labels every conflict, agreement and compatible pair of dates and numbers that its two texts
tell, some names, and every pair of sentences that tell the same claim. These are the rules of scoring:

- A finding *meets* a gold entry when both are of one kind and, on both sides, the finding's mention and the
  entry's text overlap by at least half of the shorter of the two. For a compound entry, in whose text two or more
  mentions of its kind were found ("8 days, 3 hours and 18 minutes"), any overlap is enough.
- A finding meets at most one entry and an entry is met at most once. Of all such assignments the one is taken with
  the most equal verdicts, then with the most pairs of agree and compatible, then with the most entries met, then
  with the largest overlaps.
- *Recall* of a verdict: the gold entries of that verdict that are met by a finding of the same verdict, over all
  gold entries of that verdict. *Precision*: the findings of that verdict that meet a gold entry of the same verdict,
  over all findings of that verdict; a second finding about an entry that is already met counts as wrong. The gold
  only samples names, so findings on names are left out of precision, except for conflicts.
- "Agree or compatible" takes the two as one verdict: the border between them is thin, and an editor does not care
  which it is. A conflict is always strict.
- A *false alarm* is a conflict that meets no gold conflict. It either contradicts the gold (an entry about the same
  two mentions says agree or compatible), repeats a gold conflict that another finding met already, or is not in the
  gold at all.
- A missed gold entry is *lost* at the first of these: no mention of its kind is found at one of its places; no pair
  holds a mention at both; the mentions of a pair are not held against each other; they get another verdict.
- *Calibration*: the share of right findings by their confidence, over the findings that precision counts.
- *Alignment* compares links between sentences, as align divides the texts. A gold row links the sentences that hold
  most of each quote. A pair links every sentence of its left with every sentence of its right side, where a sentence
  belongs to a side that covers at least half of it, or when it covers at least half of one of that side's spans.
  The gold lists all such links, so every link that is not in it counts against precision.
- *Internal*: a contradiction within one text meets a gold entry of the same side and kind whose two places are its
  own, in either order, under the same rule of overlap.
- All topics are counted together (micro-average).
"""

from __future__ import annotations

from align.evaluate.gold import Gold, GoldContradiction, GoldEntry, GoldPassage, load_gold
from align.evaluate.measures import Rate, Scores
from align.evaluate.result import Evaluation
from align.evaluate.run import evaluate
from align.evaluate.scoring import score
from align.evaluate.tally import Judgement, Outcome, Tally

__all__ = [
    "Evaluation",
    "Gold",
    "GoldContradiction",
    "GoldEntry",
    "GoldPassage",
    "Judgement",
    "Outcome",
    "Rate",
    "Scores",
    "Tally",
    "evaluate",
    "load_gold",
    "score",
]
