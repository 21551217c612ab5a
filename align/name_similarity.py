"""The former place of `align.name_scores`: a module of this name hides the function `align.name_similarity`."""

from align.name_scores import name_similarities, name_similarity

__all__ = ["name_similarities", "name_similarity"]
