"""Matrix products on one thread each.

Threads inside a product wait for one another in a busy loop. Products of a few megaflops gain little from them, and
where other work is on the machine they lose all: seven times the work and ten times the time were seen. So models split
their batches among threads, not their products.
"""

from __future__ import annotations

import functools
from contextlib import AbstractContextManager
from typing import Any

from threadpoolctl import ThreadpoolController


def one_thread() -> AbstractContextManager[Any]:
    """While it is entered, NumPy's matrix products run on the thread that asks for them."""
    limited: AbstractContextManager[Any] = _controller().limit(limits=1, user_api="blas")
    return limited


@functools.cache
def _controller() -> ThreadpoolController:
    import numpy  # noqa: F401  # what is loaded is found once

    return ThreadpoolController()
