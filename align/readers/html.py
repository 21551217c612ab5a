"""HTML pages: the main text as trafilatura finds it (Barbaresi, ACL 2021), with title, author and date."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from typing import Any

import regex
from lxml import html

from align.errors import InputError
from align.readers.markup import drop_unread, parse_page, write_outline
from align.readers.plain import iso_date
from align.readers.reading import Outline, Reading

# Names under which a page states the day of its publication; those of changes and of printing are not among them.
_DATE_NAMES = {
    *("article:published_time", "article:published", "og:published_time", "datepublished", "date", "pubdate"),
    *("publish_date", "publish-date", "publication_date", "publication-date", "published", "published_time"),
    *("dc.date", "dc.date.issued", "dc.date.created", "dcterms.date", "dcterms.issued", "dcterms.created"),
    *(
        "sailthru.date",
        "parsely-pub-date",
        "citation_publication_date",
        "citation_date",
        "cxenseparse:recs:publishtime",
    ),
}
_BYLINE = regex.compile(r"\b(?:by-?line|date|dateline|published|pub-?date|posted|timestamp|meta)\b", regex.I)
_RUNNING_TEXT = {"p", "li", "td", "blockquote", "figcaption", "dd"}
_MAX_JSON = 1 << 20  # code points of one JSON-LD script


def read(data: bytes, name: str, max_size: int) -> Reading:
    """The main text of a page, without menus, comments of readers, advertisements and the like."""
    import trafilatura

    page = parse_page(data, name)
    date = _published(page)
    drop_unread(page)
    _as_article(page)
    headline = next((element.text_content() for element in page.iter("h1")), "")
    try:
        found = trafilatura.bare_extraction(page, include_comments=False, with_metadata=True)
        outline = Outline()
        if found is not None and not isinstance(found, dict):
            write_outline(found.body, outline)
    except RecursionError:
        raise InputError(f"{name} is refused: its elements are nested too deep.") from None
    if found is None or isinstance(found, dict) or not regex.search(r"\p{L}", outline.text):
        raise InputError(f"{name} is an HTML page without a main text; save its text as a text file.")
    return Reading(_with_headline(outline, headline), found.title or "", found.author or "", date)


def _as_article(page: html.HtmlElement) -> None:
    """Make an article of what stands right in the body, as word processors save a text.

    Of a body without an article trafilatura keeps the paragraphs and drops the headings and tables between them.
    """
    body = page.find("body")
    if body is None or next(page.iter("article", "main"), None) is not None:
        return
    paragraphs = sum(len(each.text_content()) for each in body.iterchildren("p"))
    if 2 * paragraphs > len(body.text_content()):
        article = html.Element("article")
        article.text, body.text = body.text, None
        article.extend(list(body))
        body.append(article)


def _with_headline(outline: Outline, headline: str) -> str:
    """The text with the page's headline before it, where the main text leaves it out."""
    whole = Outline()
    if " ".join(headline.split()) not in outline.text:
        whole.heading(headline)
    return f"{whole.text}\n\n{outline.text}" if whole.text else outline.text


def _published(page: html.HtmlElement) -> datetime.date | None:
    """The day on which a page says that it was published: in JSON-LD, in its head, or in a byline."""
    stated = (*_json_dates(page), *_head_dates(page), *_byline_dates(page))
    return next((date for date in map(iso_date, stated) if date), None)


def _json_dates(page: html.HtmlElement) -> Iterator[str]:
    for script in page.iter("script"):
        if script.get("type", "").strip().lower() != "application/ld+json" or len(script.text or "") > _MAX_JSON:
            continue
        try:
            yield from _dates_in(json.loads(script.text or ""))
        except (ValueError, RecursionError):
            continue


def _dates_in(form: Any) -> Iterator[str]:
    """`datePublished` of the page's own items: of a list or graph, but not of what an item refers to."""
    for item in form if isinstance(form, list) else [form]:
        if isinstance(item, dict):
            if isinstance(item.get("datePublished"), str):
                yield item["datePublished"]
            yield from _dates_in(item.get("@graph", []))


def _head_dates(page: html.HtmlElement) -> Iterator[str]:
    for meta in page.iter("meta"):
        names = {meta.get(key, "").strip().lower() for key in ("property", "name", "itemprop")}
        if names & _DATE_NAMES:
            yield meta.get("content", "")


def _byline_dates(page: html.HtmlElement) -> Iterator[str]:
    for element in page.iter("time"):
        around = (element, *element.iterancestors())
        marked = "pubdate" in element.attrib or element.get("itemprop", "").lower() == "datepublished"
        in_byline = any(_BYLINE.search(place.get("class", "")) for place in around[:3])
        if marked or in_byline or not any(place.tag in _RUNNING_TEXT for place in around):
            yield element.get("datetime", "")
