"""The review application without a browser: who may ask for what, and what comes of a request."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import re
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import openpyxl
import pytest
from httpx2 import Response
from report_cases import quoting
from review_cases import (
    ARABIC_MONTH,
    BOATS,
    CROWD,
    ENGLISH,
    GUESTS,
    MONTH,
    OPENED,
    RAIN,
    changed_json,
    comparison,
    with_internal,
    write,
)
from starlette.testclient import TestClient

from align.errors import InputError
from align.model import Comparison
from align.project import load_project
from align.review.app import Application
from align.review.desk import Desk
from align.review.reading import load_comparison
from align.review.sources import ReportFiles
from align.review.store import Store
from align.review.words import words
from align.suppressions import Suppressions, suppress
from align.wording import INTERFACES

PORT = 8377
HOST = f"127.0.0.1:{PORT}"
ORIGIN = {"origin": f"http://{HOST}"}


class Reviewer:
    """One person's browser, as far as the server can tell."""

    def __init__(self, application: Application, name: str = "Mona") -> None:
        self.client = TestClient(application.guarded(PORT), base_url=f"http://{HOST}", follow_redirects=False)
        self.client.cookies.set("align-reviewer", name)

    def get(self, address: str = "/", **headers: str) -> Response:
        return self.client.get(address, headers=headers)

    def post(self, address: str, page: str | None = None, headers: dict[str, str] = ORIGIN, **fields: str) -> Response:
        page = self.get().text if page is None else page
        own = {name: hidden(page, name) for name in ("token", "view", "claim", "seen") if name not in fields}
        return self.client.post(address, data=own | fields, headers=headers)

    def judge(self, judgement: str, address: str = "/", headers: dict[str, str] = ORIGIN, **fields: str) -> Response:
        page = self.get(address).text
        return self.post("/judge", page[page.index('id="judge"') :], headers, judgement=judgement, **fields)


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    return found[1].replace("&amp;", "&") if found else ""


def heading(page: str) -> str:
    """The values of the case on the page, as text."""
    case = page[page.index('id="case"') :]
    return re.sub(r"<[^>]+>", "", case[case.index("<h2>") : case.index("</h2>")]).strip()


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return write(tmp_path / "bridge.json", comparison())


def application(*reports: Path, suppressions: Suppressions | None = None) -> Application:
    chosen = suppressions or Suppressions()
    source = ReportFiles(reports, lambda compared: suppress(compared, chosen))
    return Application(Desk(source, Store(reports[0].parent / "judgements.sqlite")), words("en"), "login")


@pytest.fixture
def mona(report: Path) -> Iterator[Reviewer]:
    yield Reviewer(application(report))


def ledger(report: Path) -> list[tuple[str, str | None]]:
    return [(entry.reviewer, entry.judgement) for entry in Store(report.parent / "judgements.sqlite").ledger().entries]


# Who may ask.


@pytest.mark.parametrize(
    "host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", "127.0.0.1:1", "", f"127.0.0.1:{PORT}.evil"]
)
def test_other_hosts_are_refused(mona: Reviewer, host: str) -> None:
    assert mona.get(host=host).status_code == 421


@pytest.mark.parametrize("host", [HOST, f"localhost:{PORT}", f"LOCALHOST:{PORT}"])
def test_its_own_names_are_served(mona: Reviewer, host: str) -> None:
    assert mona.get(host=host).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": f"https://{HOST}"},
        {"origin": f"http://localhost:{PORT}"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "http://evil.example", "sec-fetch-site": "same-origin"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
    ],
)
@pytest.mark.parametrize("address", ["/judge", "/judge-all", "/undo", "/reviewer", "/compare"])
def test_posts_from_elsewhere_are_refused(mona: Reviewer, report: Path, address: str, headers: dict[str, str]) -> None:
    assert mona.post(address, headers=headers, judgement="confirmed").status_code == 403
    assert ledger(report) == []


@pytest.mark.parametrize("headers", [ORIGIN, {"sec-fetch-site": "same-origin"}])
def test_posts_from_the_page_are_accepted(mona: Reviewer, report: Path, headers: dict[str, str]) -> None:
    assert mona.judge("confirmed", headers=headers).status_code == 303
    assert ledger(report) == [("Mona", "confirmed")]


@pytest.mark.parametrize("token", ["", "x", "é", "\x00"])
@pytest.mark.parametrize("address", ["/judge", "/judge-all", "/undo", "/reviewer", "/compare"])
def test_posts_without_the_token_are_refused(mona: Reviewer, report: Path, address: str, token: str) -> None:
    answer = mona.post(address, token=token, judgement="confirmed", reviewer="x")
    assert answer.status_code == 403 and "set-cookie" not in answer.headers
    assert ledger(report) == []


def test_each_run_has_a_token_of_its_own(report: Path) -> None:
    tokens = {hidden(Reviewer(application(report)).get().text, "token") for _ in range(3)}
    assert len(tokens) == 3 and all(len(token) >= 32 for token in tokens)


@pytest.mark.parametrize("media", ["text/plain", "multipart/form-data; boundary=x", "application/json", ""])
def test_only_forms_are_read(mona: Reviewer, media: str) -> None:
    answer = mona.client.post("/judge", content=b"token=x", headers={**ORIGIN, "content-type": media})
    assert answer.status_code == 403


def test_a_form_without_end_is_refused(mona: Reviewer) -> None:
    assert mona.judge("confirmed", note="x" * 100_000).status_code == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_do_nothing(mona: Reviewer, method: str) -> None:
    assert mona.client.request(method, "/judge", headers=ORIGIN).status_code == 405


@pytest.mark.parametrize(
    "path",
    ["/judgements.sqlite", "/bridge.json", "/../bridge.json", "/%2e%2e/etc/passwd", "//etc/passwd", "/export/../x",
     "/export/%2e%2e%2fjudgements.sqlite", "/export/pdf", "/style.css/x", "/templates/queue.html"],
)  # fmt: skip
def test_no_path_leads_to_a_file(mona: Reviewer, path: str) -> None:
    assert mona.client.get(f"http://{HOST}{path}").status_code == 404


@pytest.mark.parametrize(
    "path", ["/", "/history", "/style.css", "/script.js", "/nowhere", "/export/html", "/export/json"]
)
def test_every_answer_forbids_what_is_not_ours(mona: Reviewer, path: str) -> None:
    answer = mona.get(path)
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'self'; script-src 'self';")
    assert "frame-ancestors 'none'" in policy and "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
    assert "access-control-allow-origin" not in answer.headers


def test_the_page_has_no_script_or_style_of_its_own(mona: Reviewer) -> None:
    page = mona.get().text
    assert page.count("<script") == 1 and '<script src="/script.js" defer></script>' in page
    assert "<style" not in page and "style=" not in page and not re.search(r"\son\w+=", page)


@pytest.mark.parametrize("name", ["Mona", "منى", "a b; Path=/", "<b>", "x" * 200, "\u202eevil"])
def test_a_reviewer_tells_a_name_and_keeps_it(mona: Reviewer, report: Path, name: str) -> None:
    answer = mona.post("/reviewer", reviewer=name)
    assert (
        "httponly" in answer.headers["set-cookie"].lower() and "samesite=strict" in answer.headers["set-cookie"].lower()
    )
    mona.client.cookies.clear()
    mona.client.cookies.set("align-reviewer", re.match(r'align-reviewer="?([^";]*)', answer.headers["set-cookie"])[1])  # type: ignore[index]
    mona.judge("unsure")
    assert ledger(report)[0][0] == name.replace("\u202e", "\u2039U+202E\u203a")[:60]


# What comes of it.


def test_the_surest_conflict_comes_first_and_the_next_after_a_judgement(mona: Reviewer) -> None:
    assert heading(mona.get().text) == "September 1996 ≠ September 1995"
    answer = mona.judge("source-error", note="See the town's archive.")
    following = mona.get(answer.headers["location"]).text
    assert "See the town&#39;s archive." in following
    assert heading(following).startswith("8,000")
    assert "1 of 2 decided in this view" in following


def test_after_the_last_judgement_the_page_offers_what_is_left(mona: Reviewer) -> None:
    mona.judge("confirmed")
    page = mona.get(mona.judge("confirmed").headers["location"]).text
    assert "Everything in this view is decided." in page and "1 more finding is undecided" in page


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["September 1996", "8,000"]),
        ("?verdict=only-left", ["41 boats"]),
        ("?verdict=conflict&verdict=only-left&kind=number", ["8,000", "41 boats"]),
        ("?search=archive", []),
        ("?search=SAMRA", ["September 1996"]),
        ("?search=ايلول", ["September 1996"]),
        ("?verdict=only-left&search=قوارب", ["41 boats"]),
        ("?state=confirmed", []),
        ("?state=nonsense&verdict=nonsense&kind=&report=-1", ["September 1996", "8,000"]),
        ("?report=0", ["September 1996", "8,000"]),
        ("?report=7", []),
    ],
)
def test_a_view_lists_what_it_asks_for(mona: Reviewer, query: str, expected: list[str]) -> None:
    page = mona.get(f"/{query}").text
    items = re.findall(r'<a class="item.*?</a>', page, re.DOTALL)
    texts = [re.sub(r"<[^>]+>", "", item) for item in items]
    assert len(texts) == len(expected)
    assert all(words in text for words, text in zip(expected, texts, strict=True))


def test_a_judged_case_is_found_by_its_judgement_and_its_note(mona: Reviewer) -> None:
    mona.judge("unsure", note="Ask the archive.")
    for query in ("state=unsure", "state=decided", "state=all&search=archive"):
        assert heading(mona.get(f"/?{query}").text) == "September 1996 ≠ September 1995"


def test_a_bulk_judgement_decides_the_view_alone_and_is_undone_as_one(mona: Reviewer, report: Path) -> None:
    page = mona.get().text
    answer = mona.post("/judge-all", page[page.index('id="bulk"') :], judgement="not-an-issue", note="Old edition.")
    assert ledger(report) == [("Mona", "not-an-issue")] * 2
    assert "2 findings" in mona.get(answer.headers["location"]).text
    assert "0 of 2 decided" in mona.get(mona.post("/undo").headers["location"]).text


def test_a_bulk_judgement_spares_what_others_judged_meanwhile(report: Path) -> None:
    app = application(report)
    mona, omar = Reviewer(app), Reviewer(app, "Omar")
    page = mona.get().text
    omar.judge("confirmed")
    answer = mona.post("/judge-all", page[page.index('id="bulk"') :], judgement="not-an-issue")
    assert ledger(report) == [("Omar", "confirmed"), ("Mona", "not-an-issue")]
    assert "1 finding was judged by somebody else" in mona.get(answer.headers["location"]).text


def test_of_two_judgements_at_once_the_second_is_asked_again_and_loses_no_note(report: Path) -> None:
    app = application(report)
    mona, omar = Reviewer(app), Reviewer(app, "Omar")
    page = mona.get().text
    omar.judge("confirmed")
    answer = mona.post("/judge", page[page.index('id="judge"') :], judgement="not-an-issue", note="I doubt it.")
    assert answer.status_code == 409
    assert "Somebody else judged" in answer.text and "I doubt it." in answer.text and "Omar" in answer.text
    assert ledger(report) == [("Omar", "confirmed")]
    again = mona.post("/judge", answer.text[answer.text.index('id="judge"') :], judgement="not-an-issue")
    assert again.status_code == 303
    assert ledger(report) == [("Omar", "confirmed"), ("Mona", "not-an-issue")]


@pytest.mark.parametrize("judgement", ["", "maybe", "confirmed "])
def test_a_judgement_that_there_is_none_of_is_refused(mona: Reviewer, report: Path, judgement: str) -> None:
    assert mona.judge(judgement).status_code == 400
    assert ledger(report) == []


def test_a_report_written_anew_keeps_judgements_and_shows_what_changed(mona: Reviewer, report: Path) -> None:
    mona.judge("translation-error", note="Wrong month.")
    mona.judge("confirmed")
    edited = (f"The old {OPENED[4:]}".replace("1996", "1997"), GUESTS, BOATS, "It rained.")
    write(report, comparison(edited, months=("September 1997", ARABIC_MONTH)))
    page = mona.get().text
    assert "1 of 2 decided in this view" in page
    assert "Changed since it was judged" in page and "translation error" in page and "Wrong month." in page
    assert f"<mark>{MONTH}</mark>" in page  # the text then
    assert 'class="state changed"' in page
    mona.judge("confirmed")
    assert "Changed since" not in mona.get("/?state=all").text
    write(report, comparison())
    assert "translation error" in mona.get("/?state=all").text  # the old text has its old judgement


def test_a_damaged_report_leaves_the_last_one_in_place(mona: Reviewer, report: Path) -> None:
    report.write_text("{", encoding="utf-8")
    assert mona.get().status_code == 200
    write(report, comparison((OPENED, GUESTS, BOATS, RAIN)))
    assert mona.judge("confirmed").status_code == 303


def test_a_finding_that_is_gone_is_not_judged(mona: Reviewer, report: Path) -> None:
    page = mona.get().text
    write(report, dataclasses.replace(comparison(), findings=()))
    answer = mona.post("/judge", page[page.index('id="judge"') :], judgement="confirmed")
    assert answer.status_code == 409 and ledger(report) == []


def test_two_reports_are_one_queue_and_one_claim_stands_once(report: Path, tmp_path: Path) -> None:
    twin = write(tmp_path / "twin.json", comparison())
    other = write(tmp_path / "other.json", comparison(("Long ago, " + OPENED, *ENGLISH[1:])))
    page = Reviewer(application(report, twin, other)).get().text
    assert "0 of 3 decided in this view" in page and "3 reports" in page


def test_dismissed_findings_are_not_in_the_queue(report: Path) -> None:
    dismissed = {comparison().findings[0].id: "Old edition."}
    page = Reviewer(application(report, suppressions=Suppressions(dismissed=dismissed))).get().text
    assert "0 of 1 decided in this view" in page


def test_a_contradiction_within_one_text_is_shown_with_both_places(tmp_path: Path) -> None:
    mona = Reviewer(application(write(tmp_path / "internal.json", with_internal(comparison()))))
    page = mona.get("/?verdict=internal").text
    assert re.findall(r"<mark>(.*?)</mark>", page) == [CROWD, "41 boats"]
    assert mona.judge("source-error", "/?verdict=internal").status_code == 303


def test_history_lists_every_step(mona: Reviewer) -> None:
    mona.judge("confirmed")
    mona.post("/undo")
    page = mona.get("/history").text
    assert page.count("<tr>") == 3 and "undone" in page and "confirmed" in page


# Export.


def test_export_as_json_holds_the_comparison_and_each_decision(mona: Reviewer) -> None:
    mona.judge("source-error", note="Page 12.")
    form = json.loads(mona.get("/export/json").content)
    assert form["schema"] == "align.review/1"
    assert form["reports"][0]["comparison"] == json.loads(changed_json(comparison(), "schema", to="align.comparison/1"))
    states = {given["finding"]: given["state"] for given in form["reports"][0]["judgements"]}
    assert sorted(states.values()) == ["source-error", "undecided", "undecided"]
    assert form["history"][0]["note"] == "Page 12."


def test_export_as_csv_has_a_row_for_each_finding_and_no_formula(mona: Reviewer) -> None:
    mona.judge("source-error", note="=HYPERLINK(1)")
    answer = mona.get("/export/csv")
    assert "attachment" in answer.headers["content-disposition"]
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["state"] for row in rows] == ["source-error", "undecided", "undecided"]
    assert rows[0]["note"] == "'=HYPERLINK(1)"


def test_export_as_xlsx_has_the_same_rows_to_filter_and_no_formula(mona: Reviewer) -> None:
    mona.judge("source-error", note="=HYPERLINK(1)")
    sheet = openpyxl.load_workbook(io.BytesIO(mona.get("/export/xlsx").content)).worksheets[0]
    heads, *rows = sheet.iter_rows()
    found = [{str(head.value): cell for head, cell in zip(heads, row, strict=True)} for row in rows]
    assert [row["state"].value for row in found] == ["source-error", "undecided", "undecided"]
    assert (found[0]["note"].value, found[0]["note"].data_type) == ("=HYPERLINK(1)", "s")
    assert found[0]["note"].quotePrefix and not found[0]["state"].quotePrefix
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:M4")


@pytest.mark.parametrize("form", ["xlsx", "html"])
def test_no_export_lets_an_override_through_that_would_hide_what_a_cell_says(tmp_path: Path, form: str) -> None:
    report = write(tmp_path / "c.json", quoting("count \u202e1234 men", "\u202e1234 men"))
    content = Reviewer(application(report)).get(f"/export/{form}").content
    told = content if form != "xlsx" else zipfile.ZipFile(io.BytesIO(content)).read("xl/sharedStrings.xml")
    assert "1234 men" in told.decode("utf-8") and "\u202e" not in told.decode("utf-8")


def test_export_as_html_runs_nothing_and_shows_the_judgement(mona: Reviewer) -> None:
    mona.judge("not-an-issue", note="</style><script>alert(1)</script>")
    page = mona.get("/export/html").text
    assert "<script" not in page and "&lt;script&gt;" in page
    assert '<span class="judgement not-an-issue">not an issue</span> 1' in page


def test_exported_dismissals_are_honoured_as_align_toml(mona: Reviewer, tmp_path: Path) -> None:
    note = 'He said "no" \\ [x]\n= 1 ونعم'
    mona.judge("not-an-issue", note=note)
    mona.judge("confirmed")
    content = mona.get("/export/toml").text
    dismissed = tomllib.loads(content)["dismissed"]
    assert dismissed == [{"id": comparison().findings[0].id, "reason": 'He said "no" \\ [x] = 1 ونعم'}]
    (tmp_path / "align.toml").write_text(content, encoding="utf-8")
    kept = suppress(comparison(), load_project(tmp_path / "align.toml").suppressions)
    assert len(kept.findings) == len(comparison().findings) - 1


# Hostile documents, and damaged files.

HOSTILE = [
    "<script>alert(1)</script>",
    "</textarea></script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "{{ 7 * 7 }}",
    "a\u202eb\u2066c",
    "\ud800",
]


@pytest.mark.parametrize("words_of_document", HOSTILE)
def test_no_words_of_a_document_or_a_reviewer_become_markup(tmp_path: Path, words_of_document: str) -> None:
    def tags(text: str, folder: str) -> list[str]:
        (tmp_path / folder).mkdir()
        mona = Reviewer(application(write(tmp_path / folder / "r.json", quoting(f"{text} end", text))))
        mona.judge("unsure", note=text.encode("utf-8", "replace").decode(), address="/?state=all")
        pages = [mona.get(address).text for address in ("/?state=all", "/history", "/export/html")]
        assert "\u202e" not in "".join(pages)
        return [tag for tag in re.findall(r"<(/?\w+)", "".join(pages)) if tag.strip("/") != "bdi"]

    assert tags(words_of_document, "hostile") == tags("words", "plain")


def test_the_search_of_an_address_is_shown_as_text(mona: Reviewer) -> None:
    page = mona.get("/?search=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&at=%22%3E%3Cscript%3E&act=x").text
    assert page.count("<script") == 1


@pytest.mark.parametrize("location", ["//evil.example", "https://evil.example", "?x=1&at=//evil.example"])
def test_no_answer_leads_elsewhere(mona: Reviewer, location: str) -> None:
    answer = mona.judge("confirmed", view=location)
    assert answer.headers["location"].startswith("/?") and "evil" not in answer.headers["location"]


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("schema",), "align.comparison/2"),
        (("documents",), []),
        (("documents", 0, "text"), 5),
        (("documents", 0, "language"), "xx"),
        (("findings", 0, "left", "start"), -1),
        (("findings", 0, "left", "end"), 10**12),
        (("findings", 0, "left", "text"), "another"),
        (("findings", 0, "left", "start"), True),
        (("findings", 0, "verdict"), "maybe"),
        (("findings", 0, "verdict"), []),
        (("findings", 0, "confidence"), "high"),
        (("findings", 1, "left", "value", "low"), "many"),
        (("findings", 0), None),
        (("pairs", 0, "left"), {}),
        (("signature",), None),
        (("internal",), {"a": 1}),
    ],
)
def test_a_damaged_comparison_is_told_in_one_sentence(
    tmp_path: Path, place: tuple[str | int, ...], value: object
) -> None:
    path = tmp_path / "damaged.json"
    path.write_text(changed_json(comparison(), *place, to=value), encoding="utf-8")
    with pytest.raises(InputError, match=r"^.*damaged\.json .*\.$"):
        load_comparison(path)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b'{"schema": 1}'])
def test_what_is_no_comparison_is_told_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.json"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"other\.json"):
        load_comparison(path)


@pytest.mark.parametrize("compared", [comparison(), with_internal(comparison()), quoting("a \ud800 5", "\ud800 5")])
def test_a_comparison_is_read_back_as_it_was_written(tmp_path: Path, compared: Comparison) -> None:
    assert load_comparison(write(tmp_path / "c.json", compared)).to_dict() == compared.to_dict()


# Words.


@pytest.mark.parametrize("code", INTERFACES)
def test_the_page_speaks_each_language(report: Path, code: str) -> None:
    source = ReportFiles([report], lambda compared: compared)
    desk = Desk(source, Store(report.parent / "judgements.sqlite"))
    page = Reviewer(Application(desk, words(code), "login")).get().text
    assert f'<html lang="{code}" dir="{words(code).language.direction}">' in page
    # A value is told in our words, whose direction is that of the page, though it may begin with digits.
    assert f'<bdi dir="{words(code).language.direction}">8,000' in page


TEMPLATES = sorted((Path(__file__).parent.parent / "align" / "review" / "templates").glob("*.html"))


@pytest.mark.parametrize("code", [code for code in INTERFACES if code != "en"])
def test_every_message_is_translated_with_the_same_places(code: str) -> None:
    from align.review.page import JUDGEMENT_WORDS, KIND_WORDS, STATE_WORDS, VERDICT_WORDS

    known = words(code)
    source = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES)
    messages = set(re.findall(r"\bt\('([^']+)'", source))
    for table in (JUDGEMENT_WORDS, KIND_WORDS, STATE_WORDS, VERDICT_WORDS):
        messages |= set(table.values())
    assert not [message for message in messages if known.translations.gettext(message) == message]
    for message in messages:
        translated = known.translations.gettext(message)
        assert sorted(re.findall(r"%\(\w+\)s", message)) == sorted(re.findall(r"%\(\w+\)s", translated))
    for singular, plural in re.findall(r"counted\('([^']+)', '([^']+)'", source):
        for number in (0, 1, 2, 3, 11, 100):
            assert known.counted(singular, plural, number) != (singular if number == 1 else plural) % {"number": number}


def test_addresses_keep_the_view(mona: Reviewer) -> None:
    answer = mona.judge("confirmed", "/?state=all&kind=date&kind=number&search=the")
    fields = parse_qs(urlsplit(answer.headers["location"]).query)
    assert (fields["state"], fields["search"], fields["kind"]) == (["all"], ["the"], ["date", "number"])
