"""The page of facts by source in a real browser, made of comparisons by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser_cases import Opened, serious
from playwright.sync_api import Browser, Page
from report_cases import SIGNATURE, quoting, small_comparison

from align.facts import FactTable, SourcePair, tabulate
from align.model import Comparison
from align.report.facts import facts_page
from align.wording import INTERFACES, interface

pytestmark = pytest.mark.browser


def table_of(comparison: Comparison) -> FactTable:
    sources = [comparison.left, comparison.right]
    return tabulate("bridge", sources, [SourcePair(0, 1, comparison, "bridge")], SIGNATURE)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1400, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture
def opened(page: Page, tmp_path: Path) -> Opened:
    return Opened(page, facts_page(table_of(small_comparison())), tmp_path / "bridge.facts.html")


@pytest.mark.parametrize("ui", INTERFACES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
def test_axe_finds_nothing_serious(ui: str, scheme: str, width: int, page: Page, tmp_path: Path) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 900})
    opened = Opened(page, facts_page(table_of(small_comparison()), interface(ui)), tmp_path / "f.html")
    for summary in page.locator("summary").all():
        summary.click()
    assert page.locator(".alone:visible li").count() > 0
    assert serious(page) == []
    assert opened.complaints == [] and len(opened.fetched) == 1
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width


def test_splits_come_first_and_what_one_source_says_is_folded(opened: Opened) -> None:
    assert opened.page.locator("tbody tr").first.get_attribute("class") == "conflict"
    assert opened.page.locator("details").count() == 1 and not opened.page.locator(".alone").is_visible()
    opened.page.locator("summary").click()
    assert opened.page.locator(".alone mark").all_inner_texts() == ["40 boats", "41 boats", "5 May"]


@pytest.mark.parametrize(("switch", "left"), [("split", ["compatible"]), ("compatible", ["conflict"])])
def test_a_switch_hides_facts(switch: str, left: list[str], opened: Opened) -> None:
    opened.page.locator(f"#show-{switch}").uncheck()
    assert opened.page.locator("tbody tr:visible").evaluate_all("rows => rows.map(row => row.className)") == left


def test_on_a_phone_each_statement_names_its_source(opened: Opened) -> None:
    assert not opened.page.locator(".whose:visible").count() and opened.page.locator("thead").is_visible()
    opened.page.set_viewport_size({"width": 390, "height": 900})
    assert not opened.page.locator("thead").is_visible()
    first = opened.page.locator("tbody tr").first.locator("td")
    assert [text.split("\n")[0] for text in first.all_inner_texts()] == ["1 bridge", "2 جسر", "most sources"]


@pytest.mark.parametrize("text", ["<script>window.taken = 1</script>", '"><svg onload="window.taken = 1">', "a\u202eb"])
def test_a_hostile_document_runs_nothing_and_shows_as_text(text: str, page: Page, tmp_path: Path) -> None:
    opened = Opened(page, facts_page(table_of(quoting(f"{text} end", text))), tmp_path / "f.html")
    assert page.evaluate("() => window.taken") is None
    assert text.replace("\u202e", "‹U+202E›") in page.locator("tbody mark").first.inner_text()
    assert opened.complaints == []
