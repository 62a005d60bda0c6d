"""Pictures of the main pages of the desk over the examples, in `docs/pictures/`: `./run screenshots [FOLDER]`.

Needs Chromium and Playwright.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import foedera
from measure import browsers

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "pictures"
SIZE = {"width": 1000, "height": 700}
MOST = 150_000
"""Bytes of a picture at most."""
QUERY = "a=JP&b=VN&type=talks"


def pages(ledger: Path) -> dict[str, tuple[str, str]]:
    """Name of the picture → the address, and whether it is taken in light or in dark."""
    level = foedera.relation("JP", "VN", ledger=ledger).standing
    assert level is not None  # noqa: S101 - the examples tell of one
    english = {report.document for report in level.level.reports if report.lang == "en"}
    fact = next(one for one in level.level.facts if one.document in english)
    return {
        "start": ("/", "light"),
        "relation": ("/relation/JP/VN#levels", "light"),
        "report": (f"/report/{fact.document}#{fact.id}", "light"),
        "search": (f"/search?{QUERY}", "light"),
        "compare": ("/compare?a=004&b=007", "light"),
        "review": ("/review", "dark"),
    }


def main() -> int:
    """Take them; what each weighs goes to standard output."""
    if missing := browsers.missing():
        sys.stderr.write(f"{missing}\n")
        return 1
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    heavy = False
    with tempfile.TemporaryDirectory() as room:
        ledger = Path(room) / "t.db"
        foedera.ingest(ROOT / "examples" / "reports", ledger=ledger)
        with browsers.browser() as opened, browsers.desk(ledger) as home:
            for name, (address, scheme) in pages(ledger).items():
                page = opened.new_page(viewport=SIZE, color_scheme=scheme, reduced_motion="reduce", locale="en")
                page.goto(home.rstrip("/") + address)
                taken = page.screenshot(path=folder / f"{name}.png", animations="disabled", caret="hide")
                page.close()
                sys.stdout.write(f"{name}.png {len(taken)}\n")
                heavy = heavy or len(taken) > MOST
    return int(heavy)


if __name__ == "__main__":
    raise SystemExit(main())
