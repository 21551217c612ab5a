"""What each worker of a batch needs, loaded by the one process that workers are forked from: they share its memory.

To import this module is to load it all, with the models of the default settings; the fork server of `multiprocessing`
does so before it forks. A worker with other settings loads its own models when it needs them.
"""

from __future__ import annotations

import contextlib
import gc
import signal

from align.batch.job import make_ready

signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C goes to the whole group; the process that writes decides
with contextlib.suppress(Exception):  # what is missing is told by the worker that needs it
    make_ready()
    from align.encode import DEFAULT, SECOND, encode
    from align.model import Document
    from align.pipeline import compare

    compare(
        Document("warm.en", "en", "In May 2001 Cairo counted 5 ships. Tom Lee left London on 3 June."),
        Document("warm.ar", "ar", "أحصت القاهرة ست سفن في أيار 2001. وغادر توم لي لندن في الثالث من حزيران."),
    )
    encode(["A sentence."], SECOND[DEFAULT])  # which two sentences may not ask for
gc.collect()
gc.freeze()  # so that no collection writes to what the workers share
