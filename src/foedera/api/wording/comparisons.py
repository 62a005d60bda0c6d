"""What became of promises from one statement to the next, in the order in which it is told."""

from __future__ import annotations

from foedera.model.comparison import Change
from foedera.plumbing.interface import _

HEADS: dict[Change, str] = {
    "new": _("New in the later one"),
    "firmer": _("Firmer than before"),
    "repeated": _("Repeated"),
    "weaker": _("Weaker than before"),
    "dropped": _("No longer said"),
}
