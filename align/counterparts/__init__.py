"""Which documents of two sets tell the same: pairs with a score, for sets in which nothing says so."""

from align.counterparts.propose import THRESHOLD, Proposal, propose
from align.counterparts.sketch import Sketch, sketch

__all__ = ["THRESHOLD", "Proposal", "Sketch", "propose", "sketch"]
