#!/usr/bin/env python3
"""Read every report of evals/ in each encoding that reports of its language come in, declared rightly, wrongly and not at all.

    charsets.py

A reading is right when the text is the original, composed; told when it is not, but was said to be doubtful or no text; silent when it is
wrong and nothing says so. Ends with 1 when any is silent.
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

from foedera.formats.parts import encodings
from measure.encoders import ALL, ENCODERS

ROOT = Path(__file__).parent
DECLARED = (None, "iso-8859-1", "shift_jis", "utf-8")
TITLE = {"ja": 20}
"""Characters of a headline of some forty bytes; 40 where a letter is about a byte."""
LANGUAGE = re.compile(r"(?:^|[0-9]-)([a-z]{2})-")


def main() -> int:
    """Print how often each encoding was read rightly."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    counts: defaultdict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for path in sorted(ROOT.glob("**/*.txt")):
        language = LANGUAGE.search(path.name)
        if language:
            _try(unicodedata.normalize("NFC", path.read_text(encoding="utf-8")), language[1], counts)
    sys.stdout.write(f"{'':34}{'right':>8}{'told':>8}{'silent':>8}\n")
    for (language, charset, size), found in counts.items():
        numbers = "".join(f"{found[kind]:8}" for kind in ("right", "told", "silent"))
        sys.stdout.write(f"{language} {charset:24}{size:7}{numbers}\n")
    return int(any(found["silent"] for found in counts.values()))


def _try(text: str, language: str, counts: defaultdict[tuple[str, str, str], Counter[str]]) -> None:
    for size, given in (("whole", text), ("title", text.strip("\ufeff")[: TITLE.get(language, 40)])):
        for charset, encode in {**ENCODERS[language], **ALL}.items():
            try:
                body = encode(given)
            except UnicodeError:
                continue
            for declared in DECLARED:
                counts[language, charset, size][_outcome(body, given, declared)] += 1


def _outcome(body: bytes, given: str, declared: str | None) -> str:
    found = encodings.decode(body, declared)
    if found is not None and found.text.lstrip("\ufeff") == given.lstrip("\ufeff"):
        return "right"
    return "told" if found is None or found.doubtful else "silent"


if __name__ == "__main__":
    sys.exit(main())
