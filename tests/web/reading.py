"""Pages as a browser reads them, and the links on them."""

from urllib.parse import urldefrag, urljoin, urlsplit

from lxml import html

HOME = "http://127.0.0.1/"
RESOURCES = ("src", "srcset", "data", "poster", "background", "formaction", "ping", "manifest")


def document(answer):
    return html.document_fromstring(answer.content.decode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))


def addresses(page, at):
    """The addresses of this desk that a page leads to or takes something from."""
    found = [*page.xpath("//@href"), *page.xpath("//form/@action")]
    whole = {urldefrag(urljoin(at, one)) for one in found}
    return {(one.url, one.fragment) for one in whole if urlsplit(one.url).netloc == urlsplit(HOME).netloc}


def walked(desk, start=HOME):
    """Address → answer of every page that links lead to."""
    seen, waiting = {}, [start]
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen[address] = answer = desk.get(address)
        if answer.headers["content-type"].startswith("text/html"):
            waiting += [one for one, _ in addresses(document(answer), address) if one not in seen]
    return seen


def marked(page, fact):
    """The text that is marked as the passage of a fact."""
    return "".join(_own(mark) for mark in page.xpath("//mark[@data-fact=$fact]", fact=fact))


def _own(mark):
    return "".join(mark.itertext())
