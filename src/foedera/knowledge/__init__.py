"""Reads and checks `data/` and makes of it the nouns of `model`: the world and the language packs.

The verbs: `load` (raises at the first mistake), `problems` (all mistakes), `assemble` (what can be made, with the mistakes),
`coverage` (how many rules and forms each language has) and `positions` (where places lie).
"""

from foedera.knowledge.cities import positions
from foedera.knowledge.coverage import Count, coverage
from foedera.knowledge.loading import DATA, assemble, load, problems

__all__ = ["DATA", "Count", "assemble", "coverage", "load", "positions", "problems"]
