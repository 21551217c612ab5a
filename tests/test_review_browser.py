"""`align review` in a real browser: an editor's way through a queue, two editors at once, and hostile documents."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect
from report_cases import quoting
from review_cases import (
    ARABIC,
    ARABIC_MONTH,
    BOATS,
    ENGLISH,
    GUESTS,
    OPENED,
    RAIN,
    comparison,
    with_internal,
    write,
)

from align.review.server import Review, prepared
from align.review.sources import ReportFiles

pytestmark = pytest.mark.browser
HOSTILE = (
    "<script>window.taken = 1</script>",
    "</script><script>window.taken = 1</script>",
    "</textarea><img src=x onerror='window.taken = 1'>",
    '"><svg onload="window.taken = 1">',
    "javascript:window.taken=1",
    "a\u202eb\u2066c\u2069",
)


class Process:
    """`align review` as a user starts it, in a process of its own."""

    def __init__(self, *arguments: str) -> None:
        command = [sys.executable, "-m", "align", "review", "--no-browser", "--port", "0", *arguments]
        self._process = subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8")
        assert self._process.stderr
        line = next((line for line in self._process.stderr if "http://" in line), "")
        found = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert found, line
        self.address = found[0]

    def end(self, how: int = signal.SIGINT) -> int:
        if self._process.poll() is None:
            self._process.send_signal(how)
        return self._process.wait(20)


class Thread:
    """The same server within the test, which spares it a start of Python."""

    def __init__(self, report: Path, reviewer: str, interface: str) -> None:
        source = ReportFiles([report], lambda compared: compared)
        review = Review(source, report.parent / "judgements.sqlite", reviewer, interface, 0, opens_browser=False)
        answering = threading.Event()
        self.address = ""

        def announce(address: str) -> None:
            self.address = address
            answering.set()

        self._server, self._listener = prepared(review, announce)
        self._thread = threading.Thread(target=self._server.run, args=([self._listener],), daemon=True)
        self._thread.start()
        assert answering.wait(20)

    def end(self) -> None:
        self._server.should_exit = True
        self._thread.join(20)
        self._listener.close()


Serve = Callable[..., Thread]
Start = Callable[..., Process]


@pytest.fixture
def serve() -> Iterator[Serve]:
    running: list[Thread] = []

    def start(report: Path, reviewer: str = "Mona", interface: str = "en") -> Thread:
        running.append(Thread(report, reviewer, interface))
        return running[-1]

    yield start
    for server in running:
        server.end()


@pytest.fixture
def start() -> Iterator[Start]:
    running: list[Process] = []

    def start_process(*arguments: str | Path) -> Process:
        running.append(Process(*map(str, arguments)))
        return running[-1]

    yield start_process
    for process in running:
        process.end(signal.SIGKILL)


class Visitor:
    """One reviewer's browser, with everything that its page complained about."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.complaints: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        self.address = address
        self.page.goto(address)

    def press(self, key: str) -> None:
        """A key that leads to another page."""
        with self.page.expect_navigation():
            self.page.keyboard.press(key)

    @property
    def heading(self) -> str:
        return self.page.locator("#case h2").first.inner_text()

    @property
    def status(self) -> str:
        return self.page.get_by_role("status").inner_text()

    def shows(self, text: str) -> bool:
        return text in self.page.locator("body").inner_text()


Visit = Callable[..., Visitor]


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    contexts: list[BrowserContext] = []

    def open_at(address: str, **options: str) -> Visitor:
        given = {"viewport": {"width": 1400, "height": 900}, "reduced_motion": "reduce", "locale": "en", **options}
        contexts.append(browser.new_context(**given))  # type: ignore[arg-type]
        return Visitor(contexts[-1], address)

    yield open_at
    for context in contexts:
        context.close()


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return write(tmp_path / "bridge.json", comparison())


def test_an_editor_judges_by_keyboard_and_comes_back_to_it(report: Path, serve: Serve, visit: Visit) -> None:
    editor = visit(serve(report).address)
    assert editor.heading.startswith("September 1996")
    editor.page.keyboard.press("e")
    editor.page.keyboard.type("Ask 1 archive, 2 witnesses")  # digits in a note judge nothing
    editor.page.keyboard.press("Escape")
    editor.press("2")
    assert "source error" in editor.status and "Mona" in editor.status and "Ask 1 archive" in editor.status
    assert editor.heading.startswith("8,000")
    editor.press("5")
    assert editor.shows("Everything in this view is decided.")
    editor.page.goto(editor.address)
    assert editor.shows("2 of 2 decided in this view")
    editor.press("z")
    assert "1 decision undone" in editor.status and editor.heading.startswith("8,000")
    editor.page.reload()
    assert editor.shows("1 of 2 decided in this view")
    assert editor.complaints == []


def test_the_next_undecided_finding_is_one_key_away(report: Path, serve: Serve, visit: Visit) -> None:
    editor = visit(serve(report).address + "?state=all&verdict=conflict&verdict=only-left")
    editor.press("1")
    editor.press("k")
    assert editor.heading.startswith("September 1996")
    editor.press("n")
    assert editor.heading.startswith("8,000")
    editor.press("j")
    assert editor.heading.startswith("41")


@pytest.mark.parametrize(("key", "code"), [("\u0649", "KeyN"), ("\u0661", "Digit1")])
def test_keys_work_on_an_arabic_layout(report: Path, serve: Serve, visit: Visit, key: str, code: str) -> None:
    editor = visit(serve(report).address)
    with editor.page.expect_navigation():
        editor.page.evaluate(
            "([key, code]) => document.body.dispatchEvent(new KeyboardEvent('keydown', {key, code, bubbles: true}))",
            [key, code],
        )
    assert editor.heading.startswith("8,000")


def test_single_keys_can_be_turned_off(report: Path, serve: Serve, visit: Visit) -> None:
    editor = visit(serve(report).address)
    editor.page.locator("#keys summary").click()
    editor.page.locator("#keys-on").uncheck()
    editor.page.reload()
    editor.page.keyboard.press("1")
    editor.page.wait_for_timeout(200)
    assert editor.shows("0 of 2 decided")


def test_filters_apply_at_once_and_search_by_enter(report: Path, serve: Serve, visit: Visit) -> None:
    editor = visit(serve(report).address)
    with editor.page.expect_navigation():
        editor.page.get_by_label("only on the left").check()
    with editor.page.expect_navigation():
        editor.page.locator("#filters").get_by_label("date").uncheck()
    assert editor.page.locator(".item").count() == 2
    editor.page.keyboard.press("/")
    editor.page.keyboard.type("BOATS")
    editor.press("Enter")
    assert editor.page.locator(".item").count() == 1 and editor.heading.startswith("41")


def test_an_edited_text_brings_back_what_changed_with_the_old_judgement(
    report: Path, serve: Serve, visit: Visit
) -> None:
    editor = visit(serve(report).address)
    editor.press("3")
    editor.press("1")
    edited = ("Snow fell.", OPENED.replace("1996", "1997"), GUESTS, BOATS, RAIN)
    write(report, comparison(edited, ("وتساقط الثلج.", *ARABIC), months=("September 1997", ARABIC_MONTH)))
    editor.page.goto(editor.address)
    assert editor.shows("1 of 2 decided in this view")  # what stands elsewhere keeps its judgement
    box = editor.page.locator(".case .changed")
    assert "Changed since it was judged" in box.inner_text() and "translation error" in box.inner_text()
    assert box.locator("mark").inner_text() == "September 1996"
    editor.press("1")
    assert editor.shows("2 of 2 decided in this view")


def test_all_that_is_listed_is_dismissed_at_once(report: Path, serve: Serve, visit: Visit) -> None:
    editor = visit(serve(report).address + "?verdict=conflict&verdict=only-left&kind=number")
    editor.page.keyboard.press("b")
    editor.page.locator("#bulk").get_by_label("Note").fill("Rounded on purpose.")
    with editor.page.expect_navigation():
        editor.page.get_by_role("button", name="Decide 2 findings").click()
    assert "not an issue" in editor.status and "2 findings" in editor.status
    editor.press("z")
    assert "2 decisions undone" in editor.status


@pytest.mark.parametrize(("form", "expected"), [("HTML", "Mona"), ("CSV", "source-error"), ("JSON", "align.review/1")])
def test_the_reviewed_report_is_downloaded(
    report: Path, serve: Serve, visit: Visit, form: str, expected: str, tmp_path: Path
) -> None:
    editor = visit(serve(report).address)
    editor.press("2")
    editor.page.get_by_text("Export").click()
    with editor.page.expect_download() as download:
        editor.page.get_by_role("link", name=form).click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    assert expected in path.read_text(encoding="utf-8")


def test_an_exported_page_opens_from_disk_and_runs_nothing(
    report: Path, serve: Serve, visit: Visit, tmp_path: Path
) -> None:
    editor = visit(serve(report).address)
    editor.press("2")
    opened = visit(exported(editor, tmp_path))
    assert opened.complaints == [] and opened.shows("source error")
    assert opened.page.evaluate("() => getComputedStyle(document.body).margin") == "0px"  # its style is let through


def test_two_reviewers_at_once_lose_nothing(report: Path, serve: Serve, visit: Visit) -> None:
    address = serve(report).address
    mona, omar = visit(address), visit(address)
    for reviewer, name in ((mona, "Mona"), (omar, "Omar")):
        reviewer.page.get_by_label("Reviewer").fill(name)
        with reviewer.page.expect_navigation():
            reviewer.page.get_by_role("button", name="Change").click()
    omar.press("1")
    mona.page.locator("#note").fill("Not so sure.")
    mona.page.locator("#note").press("Escape")
    mona.press("5")
    assert mona.shows("Somebody else judged this finding") and mona.shows("Omar")
    assert mona.page.locator("#note").input_value() == "Not so sure."
    mona.press("5")
    mona.page.goto(address + "history")
    rows = mona.page.locator("tbody tr").all_inner_texts()
    assert len(rows) == 2 and "Mona" in rows[0] and "Not so sure." in rows[0] and "Omar" in rows[1]


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX's")
def test_what_the_page_confirmed_survives_kill_9(report: Path, start: Start, visit: Visit) -> None:
    server = start(report)
    editor = visit(server.address)
    editor.press("2")
    assert "source error" in editor.status
    editor.page.evaluate("() => setTimeout(() => document.querySelector('.choice').click())")
    server.end(signal.SIGKILL)  # while the next is under way
    again = visit(start(report).address + "?state=all")
    assert "source error" in again.page.locator(".item").first.inner_text()


def test_a_page_of_an_earlier_run_saves_nothing_and_says_so(report: Path, start: Start, visit: Visit) -> None:
    server = start(report)
    port = server.address.rpartition(":")[2].rstrip("/")
    editor = visit(server.address)
    assert server.end() == 0
    start(report, "--port", port)
    editor.press("1")
    assert editor.shows("This page is from an earlier run")
    editor.page.go_back()
    editor.page.reload()
    assert editor.shows("0 of 2 decided")


def test_another_site_can_neither_post_nor_read_nor_frame(report: Path, serve: Serve, browser: Browser) -> None:
    address = serve(report).address
    context = browser.new_context()
    page = context.new_page()
    form = f'<form method=post action="{address}judge"><input name=judgement value=confirmed></form>'
    page.route("http://evil.test/", lambda route: route.fulfill(content_type="text/html", body=form))
    page.goto("http://evil.test/")
    assert page.evaluate("address => fetch(address).then(() => 'read', () => 'refused')", address) == "refused"
    page.evaluate("address => { const frame = document.createElement('iframe'); frame.src = address; "
                  "document.body.append(frame); }", address)  # fmt: skip
    page.wait_for_timeout(300)
    assert not any(frame.locator("#case").count() for frame in page.frames[1:])
    with page.expect_navigation():
        page.evaluate("() => document.forms[0].submit()")
    assert "own page only" in page.locator("body").inner_text()
    context.close()


@pytest.mark.parametrize("words", HOSTILE)
def test_a_hostile_document_is_shown_as_text(words: str, tmp_path: Path, serve: Serve, visit: Visit) -> None:
    report = write(tmp_path / "hostile.json", quoting(f"{words} end", words))
    editor = visit(serve(report, words.replace("\u202e", "")).address)
    editor.page.locator("#note").fill(words)
    editor.page.locator("#note").press("Escape")
    editor.press("1")
    for address in ("?state=all", "history", "export"):
        editor.page.goto(exported(editor, tmp_path) if address == "export" else editor.address + address)
        assert editor.page.evaluate("() => window.taken") is None
        shown = editor.page.locator("body").inner_text()
        assert words.replace("\u202e", "\u2039U+202E\u203a").replace("\u2066", "\u2039U+2066\u203a")[:9] in shown
        assert not {"\u202e", "\u2066"} & set(shown)
        assert not editor.page.locator("a[href^=javascript]").count()
    assert editor.complaints == []


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ui", ["en", "ar"])
def test_axe_finds_nothing_serious(tmp_path: Path, serve: Serve, visit: Visit, ui: str, scheme: str) -> None:
    report = write(tmp_path / "bridge.json", with_internal(comparison()))
    editor = visit(serve(report, interface=ui).address, color_scheme=scheme)
    found = [serious(editor.page)]
    editor.press("3")
    write(report, comparison(("Long ago, " + OPENED, *ENGLISH[1:])))
    for address in ("", "?state=all&verdict=only-left", "?state=unsure", "?state=decided", "history", "nowhere"):
        editor.page.goto(editor.address + address)
        for summary in editor.page.locator("details > summary").all():
            summary.click()
        found.append(serious(editor.page))
    editor.page.goto(exported(editor, tmp_path))
    found.append(serious(editor.page))
    assert [each for each in found if each] == []


def exported(visitor: Visitor, folder: Path) -> str:
    """The address of the exported page, saved to disk."""
    path = folder / "review.html"
    path.write_bytes(visitor.page.request.get(visitor.address + "export/html").body())
    return path.as_uri()


def serious(page: Page) -> list[str]:
    """The violations that axe-core calls serious or critical, with the places."""
    violations = Axe().run(page).response["violations"]
    return [
        f"{violation['id']}: {[node['html'][:120] for node in violation['nodes']]}"
        for violation in violations
        if violation["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("ui", ["en", "ar"])
def test_each_text_runs_in_its_own_direction_and_its_mark_is_in_view(
    report: Path, serve: Serve, visit: Visit, ui: str
) -> None:
    page = visit(serve(report, interface=ui).address).page
    left, right = (page.locator(f".excerpt.{side} .body") for side in ("left", "right"))
    assert (left.get_attribute("dir"), right.get_attribute("dir")) == ("ltr", "rtl")
    boxes = [body.bounding_box() for body in (left, right)]
    assert boxes[0] and boxes[1]
    assert (boxes[0]["x"] < boxes[1]["x"]) == (ui == "en")  # the first text is where reading begins
    for body in (left, right):
        expect(body.locator("mark")).to_be_in_viewport()


@pytest.mark.parametrize("width", [360, 800])
def test_a_narrow_window_needs_no_sideways_scrolling(report: Path, serve: Serve, visit: Visit, width: int) -> None:
    page = visit(serve(report).address).page
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width


def test_everything_can_be_done_without_javascript(report: Path, serve: Serve, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(serve(report).address)
    page.get_by_role("button", name="not an issue", exact=False).click()
    expect(page.get_by_role("status")).to_contain_text("not an issue")
    context.close()


@pytest.mark.slow
def test_two_texts_are_compared_again_when_they_were_edited(
    tmp_path: Path, start: Start, visit: Visit, english_sentences: tuple[str, ...], arabic_sentences: tuple[str, ...]
) -> None:
    english, arabic = tmp_path / "dam.en.txt", tmp_path / "dam.ar.txt"
    told = "\n".join(english_sentences).replace("1989", "1991")
    english.write_text(told, encoding="utf-8")
    arabic.write_text("\n".join(arabic_sentences), encoding="utf-8")
    editor = visit(start(english, arabic).address)
    assert "1991" in editor.heading
    editor.press("3")
    english.write_text("Years of drought came before.\n" + told.replace("1991", "1992"), encoding="utf-8")
    editor.page.goto(editor.address)
    with editor.page.expect_navigation(timeout=60_000):
        editor.page.get_by_role("button", name="Compare again").click()
    assert "1992" in editor.heading and "translation error" in editor.page.locator(".case .changed").inner_text()
    english.write_text("Years of drought came before.\n" + told, encoding="utf-8")
    editor.page.goto(editor.address)
    with editor.page.expect_navigation(timeout=60_000):
        editor.page.get_by_role("button", name="Compare again").click()
    assert editor.shows("Everything in this view is decided.")
