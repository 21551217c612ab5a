"""The web application: which address does what. Every answer is made on the server; the script only presses buttons."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from urllib.parse import quote, unquote, urlencode

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from align.errors import AlignError
from align.report.bidi import one_line
from align.review.desk import Desk, Snapshot
from align.review.export import FORMS, export
from align.review.guard import Guard, RefusedError, own_form
from align.review.judgement import JUDGEMENTS, Judgement
from align.review.page import Pages, Visit, script, style
from align.review.queue import Case, View, next_open
from align.wording import Interface

_COOKIE = "align-reviewer"
_LONGEST_NAME = 60
_LONGEST_NOTE = 4000
_Fields = Mapping[str, str]
_Change = Callable[[_Fields, str], Response]


class Application:
    """The review of one desk. `reviewer` is who judges until the page is told another name."""

    def __init__(self, desk: Desk, words: Interface, reviewer: str) -> None:
        self._desk = desk
        self._reviewer = reviewer
        self._token = secrets.token_urlsafe(24)
        self._pages = Pages(words, self._token)

    def guarded(self, port: int) -> ASGIApp:
        """The application as a server at that port runs it."""
        routes = [
            Route("/", self._show),
            Route("/history", self._history),
            Route("/export/{form}", self._export),
            Route("/style.css", _asset(style(), "text/css")),
            Route("/script.js", _asset(script(), "text/javascript")),
            Route("/favicon.ico", _asset("", "image/x-icon")),
            Route("/judge", self._changing(self._judge), methods=["POST"]),
            Route("/judge-all", self._changing(self._judge_all), methods=["POST"]),
            Route("/undo", self._changing(self._undo), methods=["POST"]),
            Route("/reviewer", self._changing(self._rename), methods=["POST"]),
            Route("/compare", self._changing(self._compare_again), methods=["POST"]),
        ]
        return Guard(Starlette(routes=routes, exception_handlers={404: self._missing}), port)

    # what is read

    def _show(self, request: Request) -> Response:
        view = View.from_query(request.url.query)
        parameters = request.query_params
        visit = Visit(
            view=view,
            at=parameters.get("at", ""),
            reviewer=self._name(request),
            act=_whole(parameters.get("act", "")),
            overtaken=_whole(parameters.get("overtaken", "")),
            outdated=self._desk.source.is_outdated(),
        )
        return HTMLResponse(self._pages.queue(self._desk.snapshot(), visit))

    def _history(self, request: Request) -> Response:
        snapshot = self._desk.snapshot()
        return HTMLResponse(self._pages.history(snapshot, self._desk.judged_claims(snapshot.ledger)))

    def _export(self, request: Request) -> Response:
        form = request.path_params["form"]
        if form not in FORMS:
            raise HTTPException(404)
        name, media, content = export(self._desk.snapshot(), form, self._pages.words)
        headers = {"content-disposition": f'attachment; filename="{name}"'}
        return Response(content, media_type=media, headers=headers)

    def _missing(self, request: Request, error: Exception) -> Response:
        return HTMLResponse(self._pages.message("There is no such page."), status_code=404)

    # what changes something

    def _changing(self, change: _Change) -> Callable[[Request], object]:
        async def endpoint(request: Request) -> Response:
            try:
                fields = await own_form(request, self._token)
            except RefusedError as error:
                return HTMLResponse(self._pages.message(str(error)), status_code=403)
            try:
                return await run_in_threadpool(change, fields, self._name(request))
            except AlignError as error:
                return HTMLResponse(self._pages.message(str(error)), status_code=400)

        return endpoint

    def _judge(self, fields: _Fields, reviewer: str) -> Response:
        snapshot = self._desk.snapshot()
        view = View.from_query(fields.get("view", ""))
        case = snapshot.case(fields.get("claim", ""))
        judgement, note = _judgement(fields), _note(fields)
        if case is None:
            message = "This finding is no longer in the report, so nothing was saved."
            return HTMLResponse(self._pages.message(message), status_code=409)
        recorded = self._desk.judge(case, judgement, note, _whole(fields.get("seen", "")), reviewer)
        if recorded.overtaken:
            visit = Visit(view, case.claim.key, reviewer, note=note, overtaken=1, chosen=judgement)
            return HTMLResponse(self._pages.queue(self._desk.snapshot(), visit), status_code=409)
        following = _following(snapshot, view, case)
        return _to_queue(view, following.claim.key if following else "", act=recorded.entered[0].act)

    def _judge_all(self, fields: _Fields, reviewer: str) -> Response:
        snapshot = self._desk.snapshot()
        view = View.from_query(fields.get("view", ""))
        seen = _whole(fields.get("seen", ""))
        # Those that somebody judged since the page was made may have left the view; the reviewer is told of them.
        cases = [case for case in snapshot.framed(view) if view.admits(case) or case.seen > seen]
        recorded = self._desk.judge_all(cases, _judgement(fields), _note(fields), seen, reviewer)
        act = recorded.entered[0].act if recorded.entered else 0
        return _to_queue(view, "", act=act, overtaken=len(recorded.overtaken))

    def _undo(self, fields: _Fields, reviewer: str) -> Response:
        view = View.from_query(fields.get("view", ""))
        entries = self._desk.store.undo(reviewer)
        if not entries:
            return _to_queue(view, fields.get("at", ""))
        return _to_queue(view, entries[0].claim, act=entries[0].act)

    def _rename(self, fields: _Fields, reviewer: str) -> Response:
        name = _name(fields.get("reviewer", "")) or reviewer
        response = _to_queue(View.from_query(fields.get("view", "")), fields.get("at", ""))
        # A year. The name is no secret, but no script needs it either.
        response.set_cookie(_COOKIE, quote(name), max_age=31_536_000, httponly=True, samesite="strict")
        return response

    def _compare_again(self, fields: _Fields, reviewer: str) -> Response:
        self._desk.source.compare_again()
        return _to_queue(View.from_query(fields.get("view", "")), "")

    def _name(self, request: Request) -> str:
        return _name(unquote(request.cookies.get(_COOKIE, ""), errors="replace")) or self._reviewer


def _following(snapshot: Snapshot, view: View, case: Case) -> Case | None:
    """Where to go from a case that was just judged: the next undecided one of the view."""
    others = [other for other in snapshot.framed(view) if other.is_open or other.claim.key == case.claim.key]
    found = next_open(others, case.claim.key)
    return found if found and found.claim.key != case.claim.key else None


def _to_queue(view: View, at: str, **counts: int) -> RedirectResponse:
    """To the page itself, so that reloading it repeats nothing."""
    own = {name: value for name, value in {"at": at, **counts}.items() if value}
    query = "&".join(filter(None, (view.query(), urlencode(own, errors="replace"))))
    return RedirectResponse(f"/?{query}" if query else "/", status_code=303)


def _judgement(fields: _Fields) -> Judgement:
    for judgement in JUDGEMENTS:
        if fields.get("judgement") == judgement:
            return judgement
    raise AlignError(f"A judgement is one of {', '.join(JUDGEMENTS)}; nothing was saved.")


def _note(fields: _Fields) -> str:
    return fields.get("note", "").replace("\r\n", "\n").strip()[:_LONGEST_NOTE]


def _name(text: str) -> str:
    return one_line(text).strip()[:_LONGEST_NAME]


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else 0


def _asset(content: str, media: str) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        return Response(content, media_type=media)

    return endpoint
