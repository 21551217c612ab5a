"""The server: on this machine alone, for as long as the command runs."""

from __future__ import annotations

import contextlib
import getpass
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from align.errors import AlignError
from align.review.app import Application
from align.review.desk import Desk
from align.review.guard import ADDRESS
from align.review.sources import Source
from align.review.store import Store
from align.review.words import words

PORT = 8377  # that of the page where none is asked for and it is free, so that a bookmark holds
_GRACE = 2  # seconds for answers under way when the command is ended


@dataclass(frozen=True, slots=True)
class Review:
    """What is reviewed, where the judgements live, and how the page is shown."""

    source: Source
    judgements: Path
    reviewer: str | None = None  # the login name where it is not told
    interface: str = "en"
    port: int | None = None
    opens_browser: bool = True


def serve(review: Review, announce: Callable[[str], None]) -> None:
    """Serve the page until the user ends it. `announce` is given its address once it answers.

    Raises `AlignError` for a port that is taken, and what opening the file of judgements raises.
    """
    server, listener = prepared(review, announce)
    with contextlib.closing(listener), contextlib.suppress(KeyboardInterrupt):  # the way to end it
        server.run(sockets=[listener])


def prepared(review: Review, announce: Callable[[str], None]) -> tuple[uvicorn.Server, socket.socket]:
    """A server that is ready to run, and the socket that it will listen at. Raises as `serve` does."""
    interface = words(review.interface)
    desk = Desk(review.source, Store(review.judgements), interface)
    application = Application(desk, interface, review.reviewer or _login_name())
    desk.snapshot()  # laid out before the browser asks for it
    listener = _listen(review.port)
    port = listener.getsockname()[1]
    config = uvicorn.Config(
        application.guarded(port),
        log_level="warning",
        access_log=False,
        lifespan="off",
        ws="none",
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=_GRACE,
    )
    return _Announcing(config, lambda: _answering(f"http://{ADDRESS}:{port}/", review, announce)), listener


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container's user may have no name
        return "reviewer"


class _Announcing(uvicorn.Server):
    """Says when it answers."""

    def __init__(self, config: uvicorn.Config, answering: Callable[[], None]) -> None:
        super().__init__(config)
        self._answering = answering

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._answering()


def _answering(address: str, review: Review, announce: Callable[[str], None]) -> None:
    announce(address)
    if review.opens_browser:
        # A text browser would hold the thread until it is closed.
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()


def _listen(port: int | None) -> socket.socket:
    """A listening socket at the port asked for, else at ours, else at any that is free."""
    for wanted in [port] if port is not None else [PORT, 0]:
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if sys.platform != "win32":  # there it would let two servers share a port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((ADDRESS, wanted))
            return listener
        except OverflowError:
            listener.close()
            raise AlignError(f"{port} is no port; ports go from 0 to 65535.") from None
        except OSError as error:
            listener.close()
            reason = error.strerror or str(error)
    raise AlignError(f"Port {port} cannot be used: {reason}.")
