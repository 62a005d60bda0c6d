"""robots.txt → whether a path of the site may be fetched, and how long to wait between visits (RFC 9309)."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 500_000
"""Bytes of a robots.txt that are read, as the standard asks at least."""
LONGEST_WAIT = 60.0
"""Seconds of a wish for patience that are heeded."""
_LINE = re.compile(r"\s*([A-Za-z-]+)\s*:\s*([^#]*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A pattern of paths, and whether they may be fetched."""

    allows: bool
    pattern: str

    def matches(self, path: str) -> bool:
        """Whether a path fits: `*` is any run of signs, a `$` at the end is the end; each star takes the first fit, in linear time."""
        pattern = self.pattern
        ends = pattern.endswith("$")
        first, *rest = pattern.removesuffix("$").split("*")
        if not path.startswith(first):
            return False
        at = len(first)
        if not rest:
            return not ends or at == len(path)
        *middle, last = rest
        for piece in middle:
            found = path.find(piece, at)
            if found < 0:
                return False
            at = found + len(piece)
        if ends:
            return len(path) - len(last) >= at and path.endswith(last)
        return path.find(last, at) >= 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """What a site asks of visitors."""

    rules: tuple[Rule, ...] = ()
    wait: float = 0.0

    def allows(self, path: str) -> bool:
        """The longest pattern that fits decides; of two as long, the one that allows."""
        fitting = [rule for rule in self.rules if rule.matches(path)]
        best = max(fitting, key=lambda rule: (len(rule.pattern), rule.allows), default=None)
        return best is None or best.allows


EVERYTHING = Robots()
NOTHING = Robots(rules=(Rule(allows=False, pattern="/"),))


def robots(body: bytes, agent: str) -> Robots:
    """The wishes for an agent: those that name it, else those for all."""
    groups: dict[str, Robots] = {}
    names: list[str] = []
    open_ = False
    for line in body[:LONGEST].decode("utf-8", "replace").lstrip("\ufeff").splitlines():
        found = _LINE.match(line)
        if not found:
            continue
        key, value = found[1].lower(), found[2].strip()
        if key == "user-agent":
            names = [*names, value.lower()] if open_ else [value.lower()]
            open_ = True
            groups.setdefault(names[-1], EVERYTHING)
        elif key in {"allow", "disallow", "crawl-delay"}:
            open_ = False
            for name in names:
                groups[name] = _with(groups[name], key, value)
    return groups.get(agent.partition("/")[0].lower(), groups.get("*", EVERYTHING))


def _with(group: Robots, key: str, value: str) -> Robots:
    if key == "crawl-delay":
        try:
            return Robots(rules=group.rules, wait=min(LONGEST_WAIT, max(0.0, float(value))))
        except ValueError:
            return group
    if not value:
        return group
    return Robots(rules=(*group.rules, Rule(allows=key == "allow", pattern=value)), wait=group.wait)
