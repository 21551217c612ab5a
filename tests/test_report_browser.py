"""The HTML report in a real browser: an editor's way through it, and documents that try to take it over."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest
from browser_cases import Opened, serious
from playwright.sync_api import Browser, Page, expect
from report_cases import OPENING_DATE, RAIN, empty_comparison, finding, mirrored, number, quoting, small_comparison

from align.model import Comparison, Ground, Mention, Pair, Span
from align.report import INTERFACES, interface, render
from align.report.corpus import IndexRow, index_page

pytestmark = pytest.mark.browser
SIDES = ("left", "right")
# Without the hamza, as many write it.
OPENING_DATE_AS_TYPED = "اواخر ايلول"
ARABIC_J = "ت"
HOSTILE = (
    "<script>window.taken = 1</script>",
    "</script><script>window.taken = 1</script>",
    "</style><img src=x onerror='window.taken = 1'>",
    '"><svg onload="window.taken = 1">',
    "javascript:window.taken = 1",
    "{{ 7 * 7 }}{% raw %}",
)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1400, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture
def opened(page: Page, tmp_path: Path) -> Opened:
    return Opened(page, render(small_comparison(), "html"), tmp_path / "report.html")


def far_apart() -> Comparison:
    """The small comparison with a long text before and after it on both sides."""
    comparison = small_comparison()
    filler = "Nothing of note happened on that day either.\n" * 120
    shift = len(filler)

    def moved(mention: Mention | None) -> Mention | None:
        return mention and dataclasses.replace(mention, start=mention.start + shift, end=mention.end + shift)

    def spans(given: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(Span(span.start + shift, span.end + shift) for span in given)

    sides = {}
    for side in ("left", "right"):
        analysis = getattr(comparison, side)
        document = dataclasses.replace(analysis.document, text=filler + analysis.document.text + "\n" + filler)
        mentions = tuple(filter(None, map(moved, analysis.mentions)))
        sides[side] = dataclasses.replace(analysis, document=document, mentions=mentions, blocks=(), segments=())
    return dataclasses.replace(
        comparison,
        **sides,
        pairs=tuple(dataclasses.replace(p, left=spans(p.left), right=spans(p.right)) for p in comparison.pairs),
        findings=tuple(
            dataclasses.replace(found, left=moved(found.left), right=moved(found.right))
            for found in comparison.findings
        ),
        internal=(),
    )


@pytest.mark.parametrize("ui", INTERFACES)
@pytest.mark.parametrize("comparison", [small_comparison(), mirrored(small_comparison()), empty_comparison()])
def test_a_report_opens_without_complaint_and_fetches_nothing(
    comparison: Comparison, ui: str, page: Page, tmp_path: Path
) -> None:
    opened = Opened(page, render(comparison, "html", ui), tmp_path / "report.html")
    assert opened.complaints == []
    assert len(opened.fetched) == 1  # the page itself


def test_a_report_opens_on_its_conflicts(opened: Opened) -> None:
    assert opened.shown() == ["conflict", "internal", "compatible"]
    assert opened.within("#f0", "#findings")
    assert opened.page.locator("#f0").get_attribute("class") == "finding conflict current"


@pytest.mark.parametrize("side", ["left", "right"])
def test_the_first_conflict_is_in_view_in_both_texts(side: str, page: Page, tmp_path: Path) -> None:
    opened = Opened(page, render(far_apart(), "html"), tmp_path / "report.html")
    assert opened.within(f"#{side} .mention.conflict", f"#{side}")


@pytest.mark.parametrize(
    ("switch", "expected"),
    [
        ("#show-agree", ["conflict", "internal", "compatible", "agree"]),
        ("#show-only-left", ["conflict", "internal", "only-left", "compatible"]),
        ("#show-conflict", ["internal", "compatible"]),
        ("#kind-number", ["conflict"]),
        ("#kind-date", ["internal", "compatible"]),
    ],
)
def test_a_switch_filters_the_findings(opened: Opened, switch: str, expected: list[str]) -> None:
    opened.page.locator(switch).click()
    assert opened.shown() == expected
    assert opened.page.locator("#count").inner_text() == f"{len(expected)} of 5 shown"


def test_every_finding_can_be_read_without_javascript(browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    path = tmp_path / "report.html"
    path.write_text(render(small_comparison(), "html"), encoding="utf-8")
    page.goto(path.as_uri())
    assert page.locator(".finding:visible").count() == 5
    assert page.locator("#right .body").inner_text().startswith("افتتح")
    assert not page.locator("input:visible").count()
    context.close()


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("Both be TRUE", ["compatible"]),
        (OPENING_DATE, ["conflict", "compatible"]),
        (OPENING_DATE_AS_TYPED, ["conflict", "compatible"]),
        ("1995-09", ["conflict"]),
        ("nowhere", []),
    ],
)
def test_search_finds_words_of_either_language(opened: Opened, wanted: str, expected: list[str]) -> None:
    opened.page.keyboard.press("/")
    opened.page.keyboard.insert_text(wanted)  # at once, as pasted
    opened.page.wait_for_function("() => document.getElementById('count').textContent !== '3 of 5 shown'")
    assert opened.shown() == expected


def test_filters_that_leave_nothing_say_so_and_can_all_be_dropped(opened: Opened) -> None:
    opened.page.locator("#kind-number").uncheck()
    opened.page.locator("#least").fill("95")
    assert opened.shown() == [] and opened.page.locator("#filtered").is_visible()
    opened.page.locator("#show-all").click()
    assert len(opened.shown()) == 5 and not opened.page.locator("#filtered").is_visible()
    assert opened.page.locator("#least-told").inner_text() == "0.00"


@pytest.mark.parametrize(
    ("key", "code", "current"), [(ARABIC_J, "KeyJ", "f1"), ("j", "KeyC", "f1"), ("c", "KeyJ", "f0")]
)
def test_keys_work_on_an_arabic_layout(opened: Opened, key: str, code: str, current: str) -> None:
    opened.page.evaluate(
        "([key, code]) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true }))",
        [key, code],
    )
    assert opened.page.locator(".finding.current").get_attribute("id") == current


def test_escape_ends_a_search(opened: Opened) -> None:
    opened.page.locator("#search").fill("both be true")
    opened.page.wait_for_function("() => document.getElementById('count').textContent === '1 of 5 shown'")
    opened.page.locator("#search").press("Escape")
    assert opened.shown() == ["conflict", "internal", "compatible"]


@pytest.mark.parametrize(("keys", "current"), [("j", "f1"), ("jj", "f3"), ("jjjj", "f3"), ("jjk", "f1"), ("k", "f0")])
def test_j_and_k_walk_through_the_findings_that_are_shown(opened: Opened, keys: str, current: str) -> None:
    for key in keys:
        opened.page.keyboard.press(key)
    assert opened.page.locator(".finding.current").get_attribute("id") == current


def test_a_click_on_a_mention_leads_to_its_finding_even_if_hidden(opened: Opened) -> None:
    opened.page.locator("#left .mention.agree").click()
    assert opened.page.locator("#f4").is_visible()
    assert "current" in (opened.page.locator("#f4").get_attribute("class") or "")


def test_a_link_in_a_finding_shows_the_mention(page: Page, tmp_path: Path) -> None:
    opened = Opened(page, render(far_apart(), "html"), tmp_path / "report.html")
    page.locator("#right").evaluate("pane => pane.scrollTo(0, 0)")
    assert not opened.within("#right .mention.conflict", "#right")
    page.locator("#f0 figcaption a[data-side=right]").click()
    assert opened.within("#right .mention.conflict", "#right")


def test_a_passage_lights_up_its_counterpart(opened: Opened) -> None:
    opened.page.locator("#left .body span[data-p]").first.hover()
    assert opened.page.locator("#right .linked").count() > 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_the_paper(opened: Opened, scheme: str) -> None:
    opened.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    ink, paper = opened.page.evaluate(
        "() => [getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert contrast(ink, paper) > 7  # WCAG 2.2, 1.4.6


def contrast(first: str, second: str) -> float:
    """The contrast of two colours as CSS gives them, by WCAG's formula."""

    def luminance(color: str) -> float:
        channels = [int(channel) / 255 for channel in color.removeprefix("rgb(").rstrip(")").split(",")]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def test_print_has_findings_and_texts_and_no_controls(opened: Opened) -> None:
    opened.page.emulate_media(media="print")
    assert not opened.page.locator(".controls").is_visible()
    assert not opened.page.locator("#show-conflict").is_visible()
    findings, left, right = (opened.page.locator(name).bounding_box() for name in ("#findings", "#left", "#right"))
    assert findings and left and right
    assert findings["y"] + findings["height"] <= left["y"] and left["y"] + left["height"] <= right["y"]


@pytest.mark.parametrize("ui", INTERFACES)
@pytest.mark.parametrize("width", [360, 800])
def test_a_narrow_window_needs_no_sideways_scrolling(page: Page, tmp_path: Path, ui: str, width: int) -> None:
    opened = Opened(page, render(small_comparison(), "html", ui), tmp_path / "report.html")
    opened.page.set_viewport_size({"width": width, "height": 900})
    assert opened.page.evaluate("() => document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("ui", INTERFACES)
@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_document_runs_nothing_and_shows_as_text(text: str, ui: str, page: Page, tmp_path: Path) -> None:
    opened = Opened(page, render(quoting(f"{text} end", text), "html", ui), tmp_path / "report.html")
    assert page.evaluate("() => window.taken") is None
    assert text in page.locator("#left .body").inner_text()
    assert text in page.locator("#f0 mark").first.inner_text()
    assert opened.complaints == [] and len(opened.fetched) == 1


def test_an_override_turns_nothing_around(page: Page, tmp_path: Path) -> None:
    Opened(page, render(quoting("count \u202e1234 men", "\u202e1234 men"), "html"), tmp_path / "report.html")
    assert page.locator("#f0 mark").first.inner_text() == "‹U+202E›1234 men"


def test_a_script_in_the_page_is_stopped_by_the_policy(page: Page, tmp_path: Path) -> None:
    html = render(small_comparison(), "html").replace("</body>", "<script>window.taken = 1</script></body>")
    opened = Opened(page, html, tmp_path / "report.html")
    assert page.evaluate("() => window.taken") is None
    assert any("Content Security Policy" in complaint for complaint in opened.complaints)


@pytest.mark.parametrize("ui", INTERFACES)
def test_nothing_of_a_document_is_an_address(ui: str, page: Page, tmp_path: Path) -> None:
    text = "javascript:window.taken = 1"
    Opened(page, render(quoting(f"{text} end", text), "html", ui), tmp_path / "report.html")
    links = page.locator("a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    assert links and all(str(link).startswith("#") for link in links)


# --- accessibility ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ui", INTERFACES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 700])
def test_axe_finds_nothing_serious(ui: str, scheme: str, width: int, page: Page, tmp_path: Path) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 1100})
    Opened(page, render(small_comparison(), "html", ui), tmp_path / "report.html")
    for switch in page.locator("[data-shows]").all():
        switch.check()
    for details in page.locator("details:not([open]) > summary").all():
        details.click()
    found = [serious(page)]
    page.locator("#search").fill("nowhere")
    page.wait_for_function("() => !document.getElementById('filtered').hidden")
    found.append(serious(page))
    assert found == [[], []]


@pytest.mark.parametrize("ui", INTERFACES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_the_index(scheme: str, ui: str, page: Page, tmp_path: Path) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    spoken = interface(ui)
    row = IndexRow("bridge", small_comparison(), interface=spoken)
    Opened(page, index_page([row], spoken), tmp_path / "i.html")
    assert serious(page) == []


@pytest.mark.parametrize(("ui", "way"), [("en", "ltr"), ("ar", "rtl")])
def test_the_page_runs_in_the_direction_of_its_interface(ui: str, way: str, page: Page, tmp_path: Path) -> None:
    Opened(page, render(small_comparison(), "html", ui), tmp_path / "report.html")
    assert page.evaluate("() => [document.documentElement.lang, document.dir]") == [ui, way]
    left, right = (page.locator(name).bounding_box() for name in ("#left", "#right"))
    assert left and right and (left["x"] < right["x"]) == (way == "ltr")
    assert page.locator("#right .body").get_attribute("dir") == "rtl"
    assert page.locator("#left .body").get_attribute("dir") == "ltr"


def test_a_sum_in_an_arabic_reason_runs_from_left_to_right(page: Page, tmp_path: Path) -> None:
    comparison = small_comparison()
    ground = Ground("the two figures exclude each other", "1 + 8 = 9")
    found = [dataclasses.replace(each, ground=ground) for each in comparison.findings]
    comparison = dataclasses.replace(comparison, findings=tuple(found))
    Opened(page, render(comparison, "html", "ar"), tmp_path / "report.html")
    first, last = page.locator("#f0 .reason bdi", has_text="1 + 8").evaluate(
        """sum => [1, sum.firstChild.length - 1].map((at) => {
            const letter = document.createRange();
            letter.setStart(sum.firstChild, at);
            letter.setEnd(sum.firstChild, at + 1);
            return letter.getBoundingClientRect().left;
        })"""
    )
    assert first < last


# --- drawings, scrolling together ------------------------------------------------------------------------------


def test_the_least_confidence_filters_findings_and_map(opened: Opened) -> None:
    opened.page.locator("#least").fill("85")
    assert opened.shown() == ["conflict"]
    assert opened.page.locator("#least-told").inner_text() == "0.85"
    assert opened.page.locator(".tick.compatible:visible").count() == 0
    assert opened.page.locator(".tick.conflict:visible").count() == 2


@pytest.mark.parametrize("drawn", ["#charts .dot.conflict >> nth=0", ".map[data-side=right] .tick.conflict"])
def test_a_drawing_leads_to_its_finding(drawn: str, page: Page, tmp_path: Path) -> None:
    page.set_viewport_size({"width": 1400, "height": 1100})
    opened = Opened(page, render(small_comparison(), "html"), tmp_path / "report.html")
    for _ in range(2):
        page.keyboard.press("j")
    page.locator(drawn).click()
    assert page.locator(".finding.current").get_attribute("id") == "f0"
    assert opened.complaints == []


def in_step(sentences: int) -> Comparison:
    """Two texts of one sentence a line, each paired with the one beside it, the right ones longer."""
    comparison = empty_comparison()
    texts = {"left": ["It rained on that day."] * sentences, "right": [f"{RAIN} " * 12] * sentences}
    changed: dict[str, Any] = {}
    spans: dict[str, list[Span]] = {}
    for side, lines in texts.items():
        starts = [0, *accumulate(len(line) + 1 for line in lines)]
        spans[side] = [Span(start, start + len(line)) for start, line in zip(starts, lines, strict=False)]
        given = getattr(comparison, side)
        document = dataclasses.replace(given.document, text="\n".join(lines))
        changed[side] = dataclasses.replace(given, document=document, blocks=(), segments=())
    pairs = [Pair(f"p{n}", 0.9, (a,), (b,)) for n, (a, b) in enumerate(zip(spans["left"], spans["right"], strict=True))]
    return dataclasses.replace(comparison, **changed, pairs=tuple(pairs))


def offset_between(page: Page, pair: int) -> float:
    """How far apart in height the two passages of a pair stand."""
    boxes = [page.locator(f"#{side} [data-p='{pair}']").first.bounding_box() for side in ("left", "right")]
    assert boxes[0] and boxes[1]
    return abs(boxes[0]["y"] - boxes[1]["y"])


@pytest.mark.parametrize(("side", "ui"), [("left", "en"), ("right", "en"), ("left", "ar")])
def test_the_texts_scroll_together(side: str, ui: str, page: Page, tmp_path: Path) -> None:
    Opened(page, render(in_step(200), "html", ui), tmp_path / "report.html")
    page.locator(f"#{side}").hover()
    target = page.locator(f"#{side} [data-p='120']").evaluate(
        "(one, side) => one.offsetTop - document.getElementById(side).clientHeight / 3", side
    )
    page.mouse.wheel(0, target)
    page.wait_for_function("side => document.getElementById(side).scrollTop > 500", arg=side)
    page.wait_for_timeout(200)
    assert offset_between(page, 120) < 40


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_place_far_down_a_long_text_comes_into_view(side: str, page: Page, tmp_path: Path) -> None:
    comparison = in_step(900)
    spans = {
        name: comparison.pairs[700].left[0] if name == "left" else comparison.pairs[700].right[0] for name in SIDES
    }
    texts = {"left": comparison.left.document.text, "right": comparison.right.document.text}
    given = [
        Mention("number", span.start, span.start + 3, texts[name][span.start : span.start + 3], number(5, 5))
        for name, span in spans.items()
    ]
    found = dataclasses.replace(finding("conflict", given[0], given[1], 0.9, "They differ."), pair="p700")
    Opened(page, render(dataclasses.replace(comparison, findings=(found,)), "html"), tmp_path / "report.html")
    assert page.locator(f"#{side} .stretch").count() == 36
    expect(page.locator(f"#{side} .mention.conflict")).to_be_in_viewport()
    assert offset_between(page, 700) < 60


def test_the_texts_scroll_apart_when_the_reader_says_so(page: Page, tmp_path: Path) -> None:
    Opened(page, render(in_step(200), "html"), tmp_path / "report.html")
    page.keyboard.press("s")
    page.locator("#left").hover()
    page.mouse.wheel(0, 2000)
    page.wait_for_timeout(300)
    assert page.locator("#right").evaluate("pane => pane.scrollTop") == 0


def test_the_map_shows_what_part_of_the_text_is_seen(page: Page, tmp_path: Path) -> None:
    Opened(page, render(in_step(200), "html"), tmp_path / "report.html")
    seen = page.locator(".map[data-side=left] .seen")
    assert seen.get_attribute("y") == "0"
    page.locator("#left").evaluate("pane => pane.scrollTo(0, pane.scrollHeight)")
    page.wait_for_timeout(200)
    assert float(seen.get_attribute("y") or 0) + float(seen.get_attribute("height") or 0) > 990


def test_print_opens_the_charts_and_leaves_the_map_out(opened: Opened) -> None:
    opened.page.emulate_media(media="print")
    assert not opened.page.locator(".map").first.is_visible()
    opened.page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    assert opened.page.locator(".timeline").is_visible()


def test_the_index_leads_to_the_reports(page: Page, tmp_path: Path) -> None:
    comparison = small_comparison()
    (tmp_path / "bridge & co.html").write_text(render(comparison, "html"), encoding="utf-8")
    opened = Opened(page, index_page([IndexRow("bridge & co", comparison)]), tmp_path / "i.html")
    page.locator("tbody a").first.click()
    page.wait_for_selector("#f0")
    assert opened.complaints == []
