"""What the tests of the pipeline and of the command line share. All texts are our own.

Models load on first use and stay for the whole session, so the tests share them without more ado.
"""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import align
from align import Comparison, Document

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

CompareTexts = Callable[[str, str], Comparison]

# One event told in parallel, sentence by sentence.
ENGLISH_SENTENCES = (
    "The dam above the town of Marsa gave way on 12 March 1987 after a week of rain.",
    "Forty-three people drowned in the first hour, most of them in their sleep.",
    "The water destroyed 1,250 houses and carried away the only railway bridge.",
    "Rescue teams from the capital arrived two days later with twelve boats.",
    "The hospital stood on a hill and treated about 600 injured residents.",
    "In 1989 a court sentenced the chief engineer to five years in prison.",
    "The new dam, which cost 75 million dollars, was opened by the president in May 1994.",
    "Every spring the families light candles at the cemetery and read out the names.",
)
ARABIC_SENTENCES = (
    "انهار السد المشرف على بلدة مرسى في 12 آذار/مارس 1987 بعد أسبوع من الأمطار.",
    "وغرق ثلاثة وأربعون شخصا في الساعة الأولى، معظمهم وهم نيام.",
    "ودمرت المياه 1250 منزلا وجرفت جسر السكة الحديد الوحيد.",
    "ووصلت فرق الإنقاذ من العاصمة بعد يومين ومعها اثنا عشر قاربا.",
    "وكان المستشفى على تلة فعالج نحو 600 جريح من السكان.",
    "وفي سنة 1989 حكمت محكمة على كبير المهندسين بالسجن خمس سنوات.",
    "أما السد الجديد الذي بلغت كلفته 75 مليون دولار فقد افتتحه الرئيس في أيار/مايو 1994.",
    "وفي كل ربيع تضيء العائلات الشموع في المقبرة وتقرأ الأسماء.",
)


@pytest.fixture(scope="session")
def english_sentences() -> tuple[str, ...]:
    return ENGLISH_SENTENCES


@pytest.fixture(scope="session")
def arabic_sentences() -> tuple[str, ...]:
    return ARABIC_SENTENCES


@pytest.fixture(scope="session")
def compare_texts() -> CompareTexts:
    """Compares an English with an Arabic text; the same two texts are compared once."""
    known: dict[tuple[str, str], Comparison] = {}

    def compare(english: str, arabic: str) -> Comparison:
        key = (english, arabic)
        if key not in known:
            known[key] = align.compare(Document("english", "en", english), Document("arabic", "ar", arabic))
        return known[key]

    return compare


@pytest.fixture
def write_text(tmp_path: Path) -> Callable[..., Path]:
    """Writes a text, or bytes as they are, below the test's folder and gives its path."""
    numbers = itertools.count(1)

    def write(content: str | bytes, name: str = "") -> Path:
        path = tmp_path / (name or f"text-{next(numbers)}.txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return path

    return write


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium that is installed here; where none is, its tests are skipped, and fail where CI is to run them."""
    from playwright.sync_api import sync_playwright

    executable = next(filter(None, map(shutil.which, BROWSERS)), None)
    if executable is None:
        missing = f"none of {', '.join(BROWSERS)} is installed"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    # Chromium's own sandbox does not start for root, which is who runs in most containers.
    arguments = ["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=arguments)
        yield started
        started.close()
