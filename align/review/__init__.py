"""Review: a local web page on which editors judge findings, and the file that their judgements live in.

`serve` runs it. Starlette, uvicorn and Jinja load with this package, and only `align review` loads it.
"""

from __future__ import annotations

from align.review.server import Review, serve
from align.review.sources import source_of

__all__ = ["Review", "serve", "source_of"]
