"""Texts → pages as sites of the press give them, and an archive of a crawl that is mostly about other things."""

from __future__ import annotations

import gzip
import html
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from measure.material import EVALS

FOLDERS = ("corpus/texts", "batches/1/texts", "batches/2/texts", "batches/3/texts")
MENU = [
    "home",
    "world",
    "politics",
    "sport",
    "football",
    "crime",
    "business",
    "economy",
    "show",
    "music",
    "film",
    "health",
    "travel",
    "technology",
    "opinion",
    "weather",
    "court",
    "police",
    "market",
    "shares",
    "league",
    "fashion",
    "food",
    "cars",
    "property",
    "jobs",
    "video",
    "photos",
    "podcasts",
    "newsletters",
    "about",
    "contact",
    "privacy",
    "cookies",
    "subscribe",
    "login",
    "search",
]
OTHER = (
    "the team scored twice before the break and held on to win the match away from home in front of a full stadium",
    "police arrested three people on suspicion of fraud after a search of two offices in the old town on tuesday",
    "shares of the carmaker rose four percent after it reported higher sales of electric cars in the third quarter",
    "the singer will release a new album in spring and go on tour through nine cities with her band from may on",
    "heavy rain is expected along the coast over the weekend and drivers were told to take care on mountain roads",
    "the museum opens a show of early photographs that were found in an attic and have never been seen in public",
    "scientists found that sleep helps memory in mice and hope to learn whether the same holds for older people",
    "the city council voted to close the bridge for repairs next year and to run buses every ten minutes instead",
    "tim itu menang dua gol tanpa balas dalam pertandingan di kandang lawan pada malam minggu di depan ribuan penonton",
    "harga saham perusahaan mobil itu naik empat persen setelah laporan penjualan yang lebih tinggi dari perkiraan",
    "polis menahan tiga lelaki selepas serbuan di dua premis di bandar lama berkaitan kes penipuan dalam talian",
    "đội bóng ghi hai bàn trong hiệp một và giữ vững chiến thắng trên sân khách trước hàng nghìn khán giả tối qua",
    "giá cổ phiếu của hãng xe tăng bốn phần trăm sau khi công ty báo cáo doanh số cao hơn trong quý ba năm nay",
    "チームは前半に二点を挙げ、満員の観客の前で試合に勝った。監督は選手の努力をたたえ、次の試合に備えると話した。",
    "自動車メーカーの株価は、電気自動車の販売が伸びたとの発表を受けて四パーセント上がった。市場では期待が高まっている。",
)


def reports() -> list[tuple[Path, str]]:
    """All reports of evals/, with their texts."""
    return [(path, path.read_text(encoding="utf-8")) for folder in FOLDERS for path in sorted((EVALS / folder).glob("*.txt"))]


def page(text: str, size: int, chance: random.Random) -> str:
    """A text as a page of so many bytes: scripts, styles, menus and links around it."""
    title, *lines = [line for line in text.split("\n") if line.strip()]
    body = "".join(f"<p>{html.escape(line)}</p>\n" for line in lines)
    menu = "".join(f'<li class="menu-item"><a href="/{word}/">{word.title()}</a></li>' for word in chance.sample(MENU, 25))
    links = "".join(f'<li><a href="/a/{chance.randrange(10**6)}">{html.escape(chance.choice(OTHER)[:50])}</a></li>\n' for _ in range(20))
    head = (
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{html.escape(title)}</title></head>"
        f"<body><header><nav><ul>{menu}</ul></nav></header>"
    )
    made = f"{head}<main><article><h1>{html.escape(title)}</h1>\n{body}</article></main><aside><ul>{links}</ul></aside>"
    padding: list[str] = []
    left = size - len(made.encode())
    while left > 0:
        padding.append(_padding(chance))
        left -= len(padding[-1])
    return f"{made}<footer><ul>{menu}</ul></footer>{''.join(padding)}</body></html>"


def _padding(chance: random.Random) -> str:
    """What most bytes of a page are: scripts, styles, and elements without text."""
    number = chance.randrange(10**9)
    return chance.choice((
        f'<script>window.dataLayer=window.dataLayer||[];function f{number}(a,b){{return a.push({{"id":{number},"b":b}})}}</script>\n',
        f"<style>.c{number}{{margin:0 auto;padding:{number % 40}px;color:#{number % 4096:03x};display:flex}}</style>\n",
        f'<div class="w{number} col-md-4"><div class="ad" data-slot="{number}"><span></span></div></div>\n',
        f'<div class="card"><a href="/p/{number}"><img src="/i/{number}.jpg" width="300" height="200" loading="lazy"></a></div>\n',
    ))  # fmt: skip


def archive(  # noqa: PLR0913 - what an archive may be
    path: Path, *, pages: int = 0, share: float = 0.0, size: int = 90_000, texts: Sequence[str] | None = None, seed: int = 1
) -> int:
    """Write an archive of these texts, or of so many pages of which a share is about states; how many are."""
    chance = random.Random(seed)  # noqa: S311 - made-up pages, no secret
    about = 0
    with path.open("wb") as out:
        for number, (text, counts) in enumerate(_texts(pages, share, chance) if texts is None else ((text, True) for text in texts)):
            about += counts
            out.write(gzip.compress(_record(number, page(text, size, chance)), compresslevel=6, mtime=0))
    return about


def _texts(pages: int, share: float, chance: random.Random) -> Iterator[tuple[str, bool]]:
    corpus = [text for path, text in reports() if path.parent.parent.name == "corpus" and path.name < "053"]
    for _ in range(pages):
        if chance.random() < share:
            yield chance.choice(corpus), True
        else:
            first = chance.choice(OTHER)
            same = [text for text in OTHER if text.isascii() == first.isascii()]
            yield "\n".join((first[:60], *(". ".join(chance.choices(same, k=3)) + "." for _ in range(8)))), False


def _record(number: int, made: str) -> bytes:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + made.encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:x:{number}>\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
        f"WARC-Target-URI: https://news.example/{number}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"
