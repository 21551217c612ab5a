"""The guard at the door: a local server is reachable by every page that the browser has open, so it trusts none.

- A request for another host is refused: a foreign name that was made to point here is how a page elsewhere would
  read ours (DNS rebinding).
- A change is accepted only from our own page: by the browser's word (`Origin`, or `Sec-Fetch-Site`) and by a token
  that only our page carries (OWASP, Cross-Site Request Forgery Prevention).
- Every answer forbids the browser to run, fetch or frame anything but our own style and script.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ADDRESS = "127.0.0.1"
_LONGEST_BODY = 1 << 16
_FORM = "application/x-www-form-urlencoded"
_HEADERS = {
    "content-security-policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # Not "no-referrer", which would make browsers send `Origin: null` with our own forms.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}


class RefusedError(Exception):
    """A request that is not our own page's. The message is for whoever reads the answer."""


class Guard:
    """ASGI middleware that lets through only what our own page, or the user's address line, asks for."""

    def __init__(self, app: ASGIApp, port: int) -> None:
        self._app = app
        names = (ADDRESS, "localhost")
        self._hosts = frozenset(f"{name}:{port}" for name in names) | (frozenset(names) if port == 80 else frozenset())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            raise RuntimeError("only HTTP is served")

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = [(name.encode("ascii"), value.encode("ascii")) for name, value in _HEADERS.items()]
                message = {**message, "headers": [*message.get("headers", ()), *own]}
            await send(message)

        request = Request(scope, receive)
        refusal = self._refusal(request)
        if refusal:
            await refusal(scope, receive, send_guarded)
        else:
            await self._app(scope, receive, send_guarded)

    def _refusal(self, request: Request) -> PlainTextResponse | None:
        hosts = request.headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in self._hosts:
            return PlainTextResponse("This server answers to its own address only.", status_code=421)
        if request.method in ("GET", "HEAD"):
            return None
        if not _is_own(request, hosts[0].lower()):
            return PlainTextResponse("Changes are accepted from this server's own page only.", status_code=403)
        return None


def _is_own(request: Request, host: str) -> bool:
    """Whether the browser says that the request comes from our page. No word of the browser counts as a no."""
    origins = request.headers.getlist("origin")
    if origins:
        return [origin.lower() for origin in origins] == [f"http://{host}"]
    return request.headers.getlist("sec-fetch-site") == ["same-origin"]


async def own_form(request: Request, token: str) -> Mapping[str, str]:
    """The fields of a form of ours. Raises `RefusedError` for one without our token, or that is no such form."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
        raise RefusedError("That is no form of this page.")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LONGEST_BODY:
            raise RefusedError("The form is too long.")
    try:
        fields = dict(
            parse_qsl(
                bytes(body).decode("ascii", "replace"), keep_blank_values=True, max_num_fields=50, errors="replace"
            )
        )
    except ValueError:
        raise RefusedError("The form has too many fields.") from None
    if not hmac.compare_digest(fields.get("token", "").encode("utf-8", "replace"), token.encode("ascii")):
        raise RefusedError("This page is from an earlier run of the server; reload it and judge again.")
    return fields
