"""The HTML report as text: how a document is laid out, what the page is made of, and what it refuses to run."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import re
from html.parser import HTMLParser

import pytest
from report_cases import ARABIC, ENGLISH, OPENING_DATE, empty_comparison, mirrored, quoting, small_comparison

from align.model import Block, Comparison, Segment, Span
from align.report import render
from align.report.corpus import IndexRow, index_markdown, index_page
from align.report.layout import Mark, Paragraph, Passage, lay_out

SHARE = "مقطع متقابل واحد: 64% من النص الإنجليزي"


class Elements(HTMLParser):
    """The elements of a page with their attributes, and the text of each side."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attributes}))

    def handle_data(self, data: str) -> None:
        self.text += data

    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.found if "id" in attributes]

    def with_class(self, name: str) -> list[dict[str, str]]:
        return [attributes for _, attributes in self.found if name in attributes.get("class", "").split()]


def body(page: str, side: str) -> str:
    """The words of one text on a page, without markup."""
    section = page[page.index(f'id="{side}"') :]
    section = section[section.index('<div class="body"') : section.index("</section>")]
    return Elements(section).text


# --- layout ----------------------------------------------------------------------------------------------------


def mark(start: int, end: int, rank: int = 0, finding: int = 0) -> Mark:
    return Mark(start, end, "conflict", rank, "title", (finding,))


def pieces(paragraphs: list[Paragraph]) -> list[list[tuple[str, tuple[int, ...], tuple[int, ...]]]]:
    return [[(run.text, run.pairs, run.findings) for run in paragraph.runs] for paragraph in paragraphs]


@pytest.mark.parametrize(
    ("passages", "marks", "expected"),
    [
        ([], [], [("abcdefgh", (), ())]),
        ([Passage(2, 5, 0)], [], [("ab", (), ()), ("cde", (0,), ()), ("fgh", (), ())]),
        (
            [Passage(0, 5, 0), Passage(3, 8, 1)],
            [],
            [("abc", (0,), ()), ("de", (0, 1), ()), ("fgh", (1,), ())],
        ),
        (
            [Passage(0, 8, 0)],
            [mark(2, 5, finding=3), mark(4, 6, finding=4)],
            [("ab", (0,), ()), ("cd", (0,), (3,)), ("e", (0,), (4, 3)), ("f", (0,), (4,)), ("gh", (0,), ())],
        ),
        ([], [mark(3, 3), mark(9, 12)], [("abcdefgh", (), ())]),
        ([Passage(-5, 99, 0)], [], [("abcdefgh", (0,), ())]),
    ],
)
def test_text_is_split_wherever_something_begins_or_ends(
    passages: list[Passage], marks: list[Mark], expected: list[tuple[str, tuple[int, ...], tuple[int, ...]]]
) -> None:
    assert pieces(lay_out("abcdefgh", [Block("paragraph", 0, 8)], passages, marks)) == [expected]


def test_the_graver_of_two_marks_decides_the_look() -> None:
    runs = lay_out("abcd", [Block("paragraph", 0, 4)], [], [mark(0, 4, rank=3), mark(1, 3, rank=0)])[0].runs
    assert [run.mark.rank if run.mark else None for run in runs] == [3, 0, 3]


def test_each_mention_and_passage_has_one_place_to_link_to() -> None:
    marks = [mark(0, 4), mark(1, 3)]
    runs = lay_out("abcdef", [Block("paragraph", 0, 6)], [Passage(1, 6, 0), Passage(4, 5, 1)], marks)[0].runs
    assert [run.begins for run in runs] == [0, 1, None, 4, None]


def test_a_mention_across_blocks_shows_in_both() -> None:
    laid_out = lay_out("ab\ncd", [Block("paragraph", 0, 2), Block("paragraph", 3, 5)], [], [mark(1, 4)])
    assert [[bool(run.mark) for run in paragraph.runs] for paragraph in laid_out] == [[False, True], [True, False]]


@pytest.mark.parametrize(
    ("text", "blocks", "expected"),
    [
        ("== Siege ==\nIt began.", [Block("heading", 3, 8), Block("paragraph", 12, 21)], ["Siege", "It began."]),
        ("- Date: 5 May\nx", [Block("fact", 8, 13, "Date"), Block("paragraph", 14, 15)], ["5 May", "x"]),
        ("lost\nkept", [Block("paragraph", 5, 9)], ["lost\n", "kept"]),
        ("no\nblocks", [], ["no\n", "blocks"]),
        ("overlap", [Block("paragraph", 0, 5), Block("paragraph", 3, 7)], ["overl", "ap"]),
        ("", [], []),
    ],
)
def test_no_words_between_blocks_are_lost(text: str, blocks: list[Block], expected: list[str]) -> None:
    laid_out = lay_out(text, blocks, [], [])
    assert ["".join(run.text for run in paragraph.runs) for paragraph in laid_out] == expected


def test_many_overlapping_passages_do_not_multiply() -> None:
    text = "x" * 4000
    laid_out = lay_out(text, [Block("paragraph", 0, 4000)], [Passage(at, 4000, at) for at in range(2000)], [])
    assert sum(len(run.pairs) for run in laid_out[0].runs) <= 8 * len(laid_out[0].runs) <= 8 * 2001


def test_a_long_text_with_many_mentions_has_a_run_for_each_and_for_what_lies_between() -> None:
    text = "In 1996 it rained. " * 50_000
    marks = [mark(at + 3, at + 7) for at in range(0, len(text), 19)]
    runs = lay_out(text, [Block("paragraph", 0, len(text))], [], marks)[0].runs
    assert len(runs) == 100_001
    assert "".join(run.text for run in runs) == text


# --- the page --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("comparison", [small_comparison(), mirrored(small_comparison()), empty_comparison()])
def test_both_texts_are_shown_whole(comparison: Comparison) -> None:
    page = render(comparison, "html")
    for side, analysis in (("left", comparison.left), ("right", comparison.right)):
        assert "".join(body(page, side).split()) == "".join(analysis.document.text.split())


@pytest.mark.parametrize(
    ("comparison", "directions"),
    [(small_comparison(), ["ltr", "rtl"]), (mirrored(small_comparison()), ["rtl", "ltr"])],
)
def test_each_text_runs_in_the_direction_of_its_language(comparison: Comparison, directions: list[str]) -> None:
    bodies = Elements(render(comparison, "html")).with_class("body")
    assert [attributes["dir"] for attributes in bodies] == directions


def test_findings_come_by_severity() -> None:
    articles = Elements(render(small_comparison(), "html")).with_class("finding")
    assert [attributes["class"].split()[1] for attributes in articles] == [
        "conflict",
        "internal",
        "only-left",
        "compatible",
        "agree",
    ]


def test_conflicts_and_compatible_findings_are_shown_at_first() -> None:
    found = Elements(render(small_comparison(), "html")).found
    checked = {attributes["id"]: "checked" in attributes for _, attributes in found if attributes.get("type")}
    assert [name for name, on in checked.items() if on and name.startswith("show-")] == [
        "show-conflict",
        "show-internal",
        "show-compatible",
    ]


@pytest.mark.parametrize("comparison", [small_comparison(), mirrored(small_comparison())])
def test_ids_are_unique_and_every_link_leads_somewhere(comparison: Comparison) -> None:
    elements = Elements(render(comparison, "html"))
    ids = elements.ids()
    assert len(ids) == len(set(ids))
    links = [attributes["href"] for tag, attributes in elements.found if tag == "a" and "href" in attributes]
    assert links and {link.removeprefix("#") for link in links} <= set(ids)


def test_a_mention_wears_the_gravest_verdict_of_its_findings() -> None:
    mentions = Elements(render(small_comparison(), "html")).with_class("mention")
    looks = {attributes["id"]: attributes["class"] for attributes in mentions if "id" in attributes}
    assert looks[f"left-{ENGLISH.index('September')}"] == "mention conflict"
    assert looks[f"left-{ENGLISH.index('40 boats')}"] == "mention internal"
    assert looks[f"left-{ENGLISH.index('Karim')}"] == "mention uncompared"
    assert looks[f"right-{ARABIC.index(OPENING_DATE)}"] == "mention conflict"


@pytest.mark.parametrize("expected", ["September 1996", "1995-09-21/1995-09-30", "21–30 September 1995", "0.93"])
def test_a_finding_shows_values_in_words_and_in_code(expected: str) -> None:
    page = render(small_comparison(), "html")
    assert expected in page[page.index('id="f0"') : page.index('id="f1"')]


def test_arabic_within_a_reason_is_isolated() -> None:
    assert f"<bdi>{OPENING_DATE}</bdi> cannot both" in render(small_comparison(), "html")


def test_signature_and_fingerprints_stand_at_the_foot() -> None:
    comparison = small_comparison()
    foot = render(comparison, "html").rpartition("<footer>")[2]
    for expected in (str(comparison.signature), comparison.left.sha256, comparison.right.sha256):
        assert expected in foot


def without(comparison: Comparison, *verdicts: str) -> Comparison:
    kept = tuple(found for found in comparison.findings if found.verdict not in verdicts)
    return dataclasses.replace(comparison, findings=kept, internal=())


def test_a_report_without_a_conflict_says_so_and_still_opens_on_what_there_is() -> None:
    said = "No conflict was found"
    assert said not in render(small_comparison(), "html") and said not in render(empty_comparison(), "html")
    page = render(without(small_comparison(), "conflict", "compatible"), "html")
    assert said in page
    boxes = [given for _, given in Elements(page).found if given.get("id", "").startswith("show-") and "type" in given]
    assert boxes and all("checked" in given for given in boxes if given["type"] == "checkbox")


def test_a_finding_shows_the_id_by_which_it_can_be_dismissed() -> None:
    assert f"{small_comparison().findings[3].id}</code>" in render(small_comparison(), "html").partition('id="f1"')[0]


@pytest.mark.parametrize(("ui", "said"), [("en", "1 corresponding passage: 64% of the English text"), ("ar", SHARE)])
def test_the_head_tells_how_much_of_each_text_was_held_against_the_other(ui: str, said: str) -> None:
    assert said in Elements(render(small_comparison(), "html", ui)).text


def test_the_quotation_of_a_fact_tells_what_the_fact_is_of() -> None:
    comparison = quoting("Length: 269 m", "269 m")
    block = Block("fact", 8, 13, "Length")
    left = dataclasses.replace(comparison.left, blocks=(block,), segments=(Segment(8, 13, 0, "fact"),))
    pair = dataclasses.replace(comparison.pairs[0], left=(Span(8, 13),))
    page = render(dataclasses.replace(comparison, left=left, pairs=(pair,)), "html")
    assert "<bdi>Length: <mark>269 m</mark></bdi>" in page


def test_a_comparison_that_found_nothing_says_so() -> None:
    assert "Nothing was compared" in render(empty_comparison(), "html")


# --- safety ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "</style><script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "' onmouseover='alert(1)",
        "<!--",
        "]]>",
        "{{ 7 * 7 }}{% include 'x' %}",
        "&lt;b&gt;",
    ],
)
def test_no_words_of_a_document_become_markup(text: str) -> None:
    plain, hostile = (Elements(render(quoting(f"{words} end", words), "html")) for words in ("words", text))
    assert [tag for tag, _ in hostile.found] == [tag for tag, _ in plain.found]
    assert [sorted(attributes) for _, attributes in hostile.found] == [sorted(given) for _, given in plain.found]
    assert text in hostile.text


def test_only_our_own_script_and_style_may_run() -> None:
    page = render(small_comparison(), "html")
    policy = next(given["content"] for tag, given in Elements(page).found if "http-equiv" in given)
    for name in ("script", "style"):
        contents = re.findall(rf"<{name}>(.*?)</{name}>", page, re.DOTALL)
        digests = [base64.b64encode(hashlib.sha256(content.encode()).digest()).decode() for content in contents]
        sources = " ".join(f"'sha256-{digest}'" for digest in digests)
        assert f"{name}-src {sources};" in policy
    assert "default-src 'none'" in policy and "unsafe" not in policy


@pytest.mark.parametrize("page", [render(small_comparison(), "html"), index_page([])])
def test_a_page_fetches_nothing(page: str) -> None:
    for tag, attributes in Elements(page).found:
        assert tag not in {"link", "img", "iframe", "object", "embed", "form"}
        assert "src" not in attributes and "style" not in attributes
        assert not attributes.get("href", "#").startswith(("http", "//", "javascript:", "data:"))
    assert "url(" not in page and "@import" not in page


# --- the index -------------------------------------------------------------------------------------------------


def test_the_index_counts_each_topic_and_all() -> None:
    page = index_page([IndexRow("bridge", small_comparison()), IndexRow("rain", empty_comparison())])
    assert "2 topics, 1 conflict in 1 topic." in page
    assert page.count("<tbody>") == 2


def test_the_index_links_to_every_form() -> None:
    links = [
        given["href"]
        for tag, given in Elements(index_page([IndexRow("bridge & co", small_comparison(), ("html", "md"))])).found
        if tag == "a"
    ]
    assert links == ["./bridge%20%26%20co.html", "./bridge%20%26%20co.html", "./bridge%20%26%20co.md"]


def test_the_index_tells_the_surest_conflicts() -> None:
    row = IndexRow("bridge", small_comparison())
    assert f"<bdi>{OPENING_DATE}</bdi> cannot both" in index_page([row])
    assert f"- ≠ **date** (0.93): September 1996 and \u2068{OPENING_DATE}\u2069 cannot" in index_markdown([row])


def test_the_index_in_markdown_has_a_row_for_each_topic() -> None:
    text = index_markdown([IndexRow("a|b", small_comparison(), ("html", "md"))])
    assert "| a\\|b | 1 | 1 | 0 | 1 | 1 | [html](./a%7Cb.html) [md](./a%7Cb.md) |" in text


@pytest.mark.parametrize("name", ["javascript:alert(1)", "https://example.org/x", "//example.org", "#x", "?x"])
def test_no_link_of_the_index_leaves_its_folder(name: str) -> None:
    page = index_page([IndexRow(name, small_comparison())])
    links = [given["href"] for tag, given in Elements(page).found if tag == "a"]
    assert links and all(link.startswith("./") and not {":", "?", "#"} & set(link) for link in links)


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "a\u202eb"])
def test_no_name_becomes_markup_or_reorders_the_index(name: str) -> None:
    page = index_page([IndexRow(name, quoting(f"{name} x", name))])
    assert "script" not in [tag for tag, _ in Elements(page).found]
    assert "\u202e" not in page
