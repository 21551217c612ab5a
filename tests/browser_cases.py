"""What the tests of pages in a real browser share: a page opened from disk, and what axe says of it."""

from __future__ import annotations

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


class Opened:
    """A report opened from disk, with everything that the page complained about or tried to fetch."""

    def __init__(self, page: Page, html: str, path: Path) -> None:
        self.complaints: list[str] = []
        self.fetched: list[str] = []
        path.write_text(html, encoding="utf-8", newline="")
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        page.on("request", lambda request: self.fetched.append(request.url))
        page.goto(path.as_uri())
        self.page = page

    def shown(self) -> list[str]:
        """The verdicts of the findings that can be seen, in order."""
        classes = self.page.locator(".finding:visible").evaluate_all("all => all.map(one => one.classList[1])")
        return [str(name) for name in classes]

    def within(self, selector: str, pane: str) -> bool:
        """Whether an element lies in the part of its pane that can be seen."""
        inner, outer = (self.page.locator(name).first.bounding_box() for name in (selector, pane))
        assert inner and outer
        return bool(outer["y"] <= inner["y"] and inner["y"] + inner["height"] <= outer["y"] + outer["height"])


def serious(page: Page) -> list[tuple[str, str]]:
    found = Axe().run(page).response["violations"]
    return [(each["id"], each["nodes"][0]["html"]) for each in found if each["impact"] in ("serious", "critical")]
