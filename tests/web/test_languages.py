"""In which language the desk speaks, and that nothing it says is left in English."""

import gettext
import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from reading import walked

from foedera import api
from foedera.api import packs
from foedera.model.page import Stretch
from foedera.model.question import KINDS
from foedera.plumbing import interface
from foedera.web import languages
from foedera.web.parts import speaking

PSEUDO = "qps"
OPEN, SHUT = "\N{LEFT DOUBLE PARENTHESIS}", "\N{RIGHT DOUBLE PARENTHESIS}"


class Bracketed(gettext.NullTranslations):
    """Every text between brackets: what stands outside of them on a page was never offered to a translator."""

    def gettext(self, message):
        return f"{OPEN}{message}{SHUT}"

    def ngettext(self, msgid1, msgid2, n):
        return f"{OPEN}{msgid1 if n == 1 else msgid2}{SHUT}"


@pytest.fixture(name="pseudo")
def _pseudo(monkeypatch):
    known, found = interface.languages(), interface.catalogue
    monkeypatch.setattr(interface, "catalogue", lambda tag="en": Bracketed() if tag == PSEUDO else found(tag))
    for module in (interface, speaking, languages):
        monkeypatch.setattr(module, "languages", lambda: (*known, PSEUDO))
    packs._names.cache_clear()
    yield PSEUDO
    packs._names.cache_clear()


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize(
    ("cookie", "accepted", "tag"),
    [
        ("", "", "en"),
        ("", "qps", PSEUDO),
        ("", "fr-FR,qps-XX;q=0.8,en;q=0.5", PSEUDO),
        ("", "qps;q=0.4,en;q=0.9", "en"),
        ("", "qps;q=0", "en"),
        ("", "qps;q=much", "en"),
        ("", "*", "en"),
        ("language=qps", "en", PSEUDO),
        ("other=1; language=qps; more=2", "", PSEUDO),
        ("language=xx", "qps", PSEUDO),
        ("language=\x00", "", "en"),
        ("=;;=", "", "en"),
    ],
)
def test_a_choice_goes_before_what_the_browser_asks_for(cookie, accepted, tag):
    assert speaking.wanted(cookie, accepted) == tag


@pytest.mark.usefixtures("pseudo")
def test_pages_speak_and_say_so_but_twins_do_not(desk):
    page = desk.get("/", headers={"accept-language": PSEUDO})
    assert f'<html lang="{PSEUDO}">' in page.text
    assert OPEN in page.text
    assert page.headers["content-language"] == PSEUDO
    assert {"Accept-Language", "Cookie"} <= set(page.headers["vary"].split(", "))
    english = desk.get("/")
    assert OPEN not in english.text
    assert english.headers["content-language"] == "en"
    twin = "/index.json"
    assert desk.get(twin, headers={"accept-language": PSEUDO}).text == desk.get(twin).text


@pytest.mark.usefixtures("pseudo")
def test_refusals_are_said_in_the_language_too(desk):
    for path in ("/nowhere", "/relation/JP/QQ", "/?x=1"):
        refused = desk.get(path, headers={"accept-language": PSEUDO})
        assert refused.status_code in {400, 404}
        assert OPEN in refused.text


@pytest.mark.usefixtures("pseudo")
def test_a_choice_is_kept_and_leads_back_to_where_it_was_made(ledger, opened):
    desk = opened(ledger)
    headers = {"sec-fetch-site": "same-origin"}
    made = desk.post("/language", data={"lang": PSEUDO, "to": "/relation/JP/VN?as_of=2020"}, headers=headers, follow_redirects=False)
    assert (made.status_code, made.headers["location"]) == (303, "/relation/JP/VN?as_of=2020")
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(made.headers["set-cookie"].split("; "))
    assert OPEN in desk.get("/").text
    assert OPEN in desk.get("/", headers={"accept-language": "en"}).text


@pytest.mark.parametrize(
    "to", ["//elsewhere.example", "/\\elsewhere.example", "https://elsewhere.example", "", "x", "/\r\nset-cookie: a=b", "/é"]
)
def test_a_choice_never_leads_elsewhere(desk, to):
    made = desk.post("/language", data={"lang": "en", "to": to}, headers={"sec-fetch-site": "same-origin"}, follow_redirects=False)
    assert (made.status_code, made.headers["location"]) == (303, "/")


@pytest.mark.parametrize("data", [{"lang": "xx"}, {"lang": "en", "more": "1"}, {"to": "/"}])
def test_what_is_no_choice_is_refused(desk, data):
    made = desk.post("/language", data=data, headers={"sec-fetch-site": "same-origin"}, follow_redirects=False)
    assert made.status_code == 400
    assert "set-cookie" not in made.headers


def test_a_choice_made_elsewhere_is_refused(desk):
    made = desk.post("/language", data={"lang": "en", "to": "/"}, headers={"sec-fetch-site": "cross-site"}, follow_redirects=False)
    assert made.status_code == 403
    assert "set-cookie" not in made.headers


class Said(HTMLParser):
    """The words of a page that are in the language of the page: no text in another `lang`, no data within `translate="no"`."""

    VOID = frozenset({"meta", "link", "input", "br", "hr", "img", "wbr"})

    def __init__(self):
        super().__init__()
        self.open, self.said = [], []

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        silent = tag in {"style", "q", "svg"} or given.get("translate") == "no" or given.get("lang", PSEUDO) != PSEUDO
        if tag not in self.VOID:
            self.open.append(silent)
        for name in ("aria-label", "title", "alt", "placeholder"):
            if given.get(name) and not any(self.open):
                self.said.append(given[name])

    def handle_endtag(self, tag):
        if tag not in self.VOID:
            self.open.pop()

    def handle_data(self, data):
        if not any(self.open):
            self.said.append(data)


OF_A_KIND = 6
"""Pages of a kind that are looked at: what is said is said by the kind."""


def some(pages):
    """The first pages of each kind, by the beginning of their address."""
    seen = Counter()
    for path, answer in sorted(pages.items()):
        kind = path.split("?")[0].split("/")[3]
        seen[kind] += 1
        if seen[kind] <= OF_A_KIND:
            yield path, answer


def unspoken(page, known):
    """What a page says outside of the brackets, but for names that the ledger gives."""
    reader = Said()
    reader.feed(page)
    text = "\n".join(reader.said)
    while (shorter := re.sub(rf"{OPEN}[^{OPEN}{SHUT}]*{SHUT}", " ", text)) != text:
        text = shorter
    for name in sorted(known, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", text, flags=re.IGNORECASE)
    return re.findall(r"[^\W\d_]{2,}", text)


@pytest.mark.usefixtures("pseudo")
def test_no_page_says_anything_that_cannot_be_translated(ledger, opened):
    """Names, titles and identifiers are data; all else stands between the brackets of the pseudo-locale."""
    desk = opened(ledger)  # one that has not chosen a language: a choice goes before what is asked for
    world = api.world()
    known = {"Foedera", "JSON", *api.names().languages, *api.names().languages.values()}
    known |= {actor.name for actor in world.actors} | {one.name for one in world.publishers} | {one.title for one in world.levels}
    known |= {one.name for one in world.offices} | {topic.name for topic in world.topics} | set(interface.languages()) | {PSEUDO}
    everything = Stretch(limit=1000)
    for report in api.reports(ledger=ledger, stretch=everything).items:
        known |= {report.title or "", report.record, report.document, report.publisher or ""}
    for entry in (one for kind in KINDS for one in api.entries(kind, ledger=ledger, stretch=everything).items):
        known |= {entry.id, getattr(entry, "place", None) or "", getattr(entry, "name", "") or "", getattr(entry, "mechanism", None) or ""}
        known |= set(getattr(entry, "names", ())) | {one.name for one in getattr(entry, "attendees", ())}
        known |= {getattr(entry, "abbr", None) or "", getattr(entry, "office", None) or ""}
        known |= {one.office or "" for one in getattr(entry, "attendees", ())} | {one.office for one in getattr(entry, "tenures", ())}
        known |= {entry.amount.currency} if getattr(entry, "amount", None) else set()
    left = {}
    for path, plain in some(walked(desk)):
        if not plain.headers["content-type"].startswith("text/html") or "/docs" in path:  # the papers are in English
            continue
        page = desk.get(path, headers={"accept-language": PSEUDO})
        assert page.headers["content-language"] == PSEUDO
        if words := unspoken(page.text, known - {""}):
            left[path] = words[:8]
    assert not left


def test_what_is_left_in_english_is_found():
    page = f'<p lang="{PSEUDO}">{OPEN}Read {OPEN}Mar{SHUT}{SHUT} Japan <b>Show more</b> <q lang="en">said</q> <a title="Labelled">1</a></p>'
    assert unspoken(page, {"Japan"}) == ["Show", "more", "Labelled"]
