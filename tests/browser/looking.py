"""A page in a browser: what it asks for, complains of, and puts in anybody's way."""

import hashlib
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

AXE = Path(__file__).parent / "axe" / "axe.min.js"
SHA256 = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = (("light", 1280), ("dark", 320), ("light", 320), ("dark", 1280))
HEIGHT = 900
MISSING = 400
BROKEN_OFF = "net::ERR_ABORTED"
"""What a browser says of a request that it did not wait for, since the page was left."""
EACH = 2
"""Pages of each kind that are looked at."""
BARRIERS = """async rules => (await axe.run({runOnly: {type: 'tag', values: rules}})).violations.map(
  one => [one.id, one.help, one.nodes.slice(0, 3).map(node => node.html.slice(0, 160) + ' ' + node.failureSummary)])"""
WIDTH = "() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
MARKED = """() => {
  const found = {};
  for (const one of document.querySelectorAll('mark[data-fact]')) {
    found[one.dataset.fact] = (found[one.dataset.fact] ?? '') + one.textContent;
  }
  return found;
}"""
IN_SIGHT = """() => {
  const found = document.querySelector(':target');
  const box = found.getClientRects()[0];
  return [found.dataset.fact, box.top >= 0 && box.top < innerHeight && box.left >= 0 && box.left < innerWidth];
}"""


@contextmanager
def opened(browser, **options):
    """A page with a list of what it complains of and asks for elsewhere."""
    context = browser.new_context(**options)
    page, wrong = context.new_page(), []
    page.on("console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda asked: None if urlsplit(asked.url).hostname == "127.0.0.1" else wrong.append(asked.url))
    page.on("response", lambda given: wrong.append(f"{given.status}: {given.url}") if given.status >= MISSING else None)
    page.on("requestfailed", lambda asked: None if asked.failure == BROKEN_OFF else wrong.append(f"{asked.failure}: {asked.url}"))
    try:
        yield page, wrong
    finally:
        context.close()


def axe():
    """The script, if it is the one that was taken in."""
    script = AXE.read_bytes()
    assert hashlib.sha256(script).hexdigest() == SHA256
    return script.decode()


def kind(address):
    """The kind of page that an address is of: its first part, and whether something is asked of it."""
    parts = urlsplit(address)
    return parts.path.split("/")[1], bool(parts.query)


def links(page):
    """The addresses of this desk that a page leads to, without those of twins."""
    found = page.eval_on_selector_all("a[href]", "all => all.map(one => one.getAttribute('href'))")
    whole = [urldefrag(urljoin(page.url, one)).url for one in found]
    here = [one for one in whole if urlsplit(one).netloc == urlsplit(page.url).netloc]
    return [one for one in dict.fromkeys(here) if ".json" not in one]


def families(page, home):
    """A few pages of every kind that links lead to, from the start page on."""
    found, waiting, seen = [], [home + "/"], Counter()
    while waiting:
        address = waiting.pop(0)
        if address in found or seen[kind(address)] == EACH:
            continue
        page.goto(address)
        seen[kind(address)] += 1
        found.append(address)
        waiting += links(page)
    return found
