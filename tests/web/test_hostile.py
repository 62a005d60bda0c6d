"""Text of strangers in every place that a page shows: nothing of it becomes part of the page."""

import json
from urllib.parse import quote

import pytest
import reading

import foedera

BODY = (
    "TOKYO, Nov. 28, 2023 - Japan and Vietnam agreed on 27 November 2023 to cooperate in defence. "
    "Prime Minister Fumio Kishida held talks with President Vo Van Thuong in Tokyo on 27 November 2023."
)
ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "</textarea></title></style><script>alert(1)</script>",
    '<a href="javascript:alert(1)">x</a>',
    "{{ 7 * 7 }}{% raw %}",
    '" autofocus onfocus=alert(1) x="',
    '<!--<img src="--><img src=x onerror=alert(1)//">',
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "\u202e<b>turned</b>&lt;script&gt;",
    "</mark></div></main><iframe srcdoc='<script>alert(1)</script>'>",
)
URLS = (
    "javascript:alert(1)",
    "JaVaScRiPt://x.example/%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "//x.example",
    "http://[",
    'https://x.example/"><script>',
)
FOREIGN = "//script|//img|//svg[not(ancestor::figure)]|//iframe|//math|//style|//b|//@onerror|//@onload|//@onfocus|//@autofocus|//@srcdoc"


@pytest.fixture(scope="module")
def desk(tmp_path_factory, opened):
    folder = tmp_path_factory.mktemp("hostile")
    records = [
        {
            "id": f"{attack}{number}",
            "text": f"{attack} \n{BODY} {attack}",
            "title": attack,
            "publisher": attack,
            "author": attack,
            "url": URLS[number % len(URLS)],
            "lang": "en",
            "published": "2023-11-28",
        }
        for number, attack in enumerate(ATTACKS)
    ]
    (folder / "r.jsonl").write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
    foedera.ingest(folder / "r.jsonl", ledger=folder / "t.db")
    return opened(folder / "t.db")


def test_what_strangers_write_is_text_on_every_page(desk):
    pages = reading.walked(desk)
    reports = [address for address in pages if "/report/" in address and not address.endswith(".json")]
    assert len(reports) == len(ATTACKS)
    for address, answer in pages.items():
        if "/docs" in address:  # the papers are ours
            continue
        if answer.headers["content-type"].startswith("text/html"):
            page = reading.document(answer)
            assert page.xpath(FOREIGN) == [], address
            assert len(page.xpath("//main")) == 1
            assert all(one.startswith(("/", "#", "https://x.example/")) for one in page.xpath("//@href")), address
        else:
            assert answer.headers["content-type"].startswith(("application/json", "text/css", "image/svg+xml"))


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_a_query_holds_is_text(desk, attack):
    for path in (
        f"/search?q={quote(attack)}",
        f"/relation/{quote(attack, safe='')}/JP",
        f"/skips?reason={quote(attack)}",
        f"/?{quote(attack)}=1",
    ):
        page = reading.document(desk.get(path))
        assert page.xpath(FOREIGN) == [], path
        assert len(page.xpath("//main")) == 1
    shown = reading.document(desk.get(f"/search?q={quote(attack)}")).xpath("//input[@id='q']/@value")
    assert shown in ([attack], [""])
