"""The one stylesheet: legible in light and dark, and nothing in it comes from elsewhere."""

import re
from itertools import product

from foedera.web.parts.templates import style

TEXT = style().decode()
LEAST = 4.5
"""Contrast of text by WCAG 2.2 AA."""


def schemes():
    light, dark = (dict(re.findall(r"--(\w+): (#\w{6})", found)) for found in re.findall(r":root \{([^}]*)\}", TEXT))
    return {"light": light, "dark": dark}


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_text_stands_out_in_light_and_in_dark():
    assert round(contrast("#000000", "#ffffff"), 1) == 21
    for colours in schemes().values():
        pairs = [*product(("ink", "faint", "link"), ("paper",)), *product(("ink",), ("mark", "target"))]
        found = {pair: contrast(*(colours[name] for name in pair)) for pair in pairs}
        assert {pair: ratio for pair, ratio in found.items() if ratio < LEAST} == {}


def test_nothing_in_it_comes_from_elsewhere():
    assert "url(" not in TEXT
    assert "@import" not in TEXT
    assert "prefers-color-scheme: dark" in TEXT
    assert "@media print" in TEXT
