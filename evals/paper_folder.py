#!/usr/bin/env python3
"""The papers as a folder of pages (build/site): needs no server and no network. Ends with 1 when a link leads nowhere."""

from __future__ import annotations

import sys
from pathlib import Path

from foedera.web.parts import site

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Write the pages, and tell what leads nowhere."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "site"
    wrong = list(site.broken(ROOT))
    sys.stderr.write("".join(f"{one}\n" for one in wrong))
    sys.stdout.write(f"{site.written(folder)} papers in {folder}\n")
    return bool(wrong)


if __name__ == "__main__":
    raise SystemExit(main())
