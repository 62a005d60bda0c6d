"""A text → its shingles, and the bands of their MinHash by which near copies of it are found among many."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from hashlib import blake2b
from zlib import crc32

from rensa import RMinHash  # type: ignore[import-untyped]  # comes without annotations

from foedera.plumbing.text import fold

WORDS = 5
"""Words (pairs of signs, in scripts without spaces) in a shingle: long enough that two reports of one event share few by chance."""
BANDS, ROWS = 32, 4
"""Two texts that share half of their shingles share a band with a probability of 0.87; of a tenth, of 0.003 (1 - (1 - s^rows)^bands)."""
SEED = 1


def shingles(text: str) -> frozenset[int]:
    """The digests of all runs of five words, without regard to case and marks."""
    words = fold(text).split()
    return frozenset(crc32(" ".join(words[at : at + WORDS]).encode()) for at in range(max(1, len(words) - WORDS + 1)) if words)


def bands(found: Collection[int]) -> tuple[int, ...]:
    """The keys (of 63 bits) under which texts meet that share much; a text without words meets none."""
    if not found:
        return ()
    sketch = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
    sketch.update([str(one) for one in sorted(found)])
    rows = sketch.digest()
    return tuple(_key(band, rows[band * ROWS : (band + 1) * ROWS]) for band in range(BANDS))


def containment(ours: frozenset[int], theirs: frozenset[int]) -> float:
    """0 to 1: how much of the shorter text stands in the longer one."""
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def _key(band: int, rows: Sequence[int]) -> int:
    return int.from_bytes(blake2b(f"{band}:{','.join(map(str, rows))}".encode(), digest_size=8).digest()) >> 1
