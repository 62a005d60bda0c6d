"""The verbs, the forms of export and what each language can say, as the program has them → papers."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from foedera import api, exports, knowledge
from foedera.api.packs import known
from foedera.plumbing import discover
from foedera.plumbing.interface import _

_QUOTED = re.compile(r"(: |-> )'([^']*)'")
"""A type as a signature shows it when it was written down and not looked up."""


def reference() -> Mapping[str, str]:
    """The papers of this room: name → Markdown."""
    made = {"reference-python": _verbs, "reference-exports": _exports, "reference-rules": _rules}
    return {name: "\n".join(lines()) + "\n" for name, lines in made.items()}


def _verbs() -> Iterator[str]:
    yield f"# {_('Verbs of the Python package')}"
    yield f"\n{_('As their docstrings tell them; [python.md](python.md) tells how they belong together.')}"
    for name in api.__all__:
        verb = getattr(api, name)
        yield f"\n## `{name}`\n\n```python\n{name}{_signature(verb)}\n```\n\n{_told(verb)}"


def _signature(verb: object) -> str:
    return _QUOTED.sub(r"\1\2", str(inspect.signature(verb))) if callable(verb) else ""


def _told(verb: object) -> str:
    """The docstring; the heads of its parts (`Args:`) become bold, what stands under them a list."""
    lines = []
    for line in (inspect.getdoc(verb) or "").splitlines():
        if line.endswith(":") and line[:-1].isalpha() and line[:1].isupper():
            lines += [f"**{line[:-1]}**", ""]
        elif line.startswith("    ") and not line.startswith("     "):
            lines.append(f"- {line.strip()}")
        else:
            lines.append(line.strip())
    return "\n".join(lines)


def _exports() -> Iterator[str]:
    yield f"# {_('Forms of export')}"
    yield f"\n{_('`foedera export FORM -o FILE` writes them; [commands.md](commands.md) tells what each is for.')}\n"
    yield f"| {_('form')} | {_('what it is')} | {_('filters')} | {_('bytes')} |\n|---|---|---|---|"
    for name, module in discover.modules(exports.__name__, exports.VERB).items():
        first = (inspect.getdoc(module) or "").partition("\n")[0].replace("|", "\\|")
        marks = [_("yes") if getattr(module, what, False) else _("no") for what in (exports.LISTING, exports.BYTES)]
        yield f"| `{name}` | {first} | {' | '.join(marks)} |"


def _rules() -> Iterator[str]:
    yield f"# {_('What each language can say')}"
    told = _("Rules for types of events, facts and modalities; forms of words for levels, areas, topics and offices. 0 is a gap.")
    yield f"\n{told} {_('`foedera packs check` prints the same.')}"
    counts = knowledge.coverage(known())
    tags = list(dict.fromkeys(one.language for one in counts))
    for kind, found in groupby(counts, key=lambda one: one.kind):
        yield f"\n## {kind}\n\n| | {' | '.join(tags)} |\n|---|{'---|' * len(tags)}"
        for name, row in groupby(found, key=lambda one: one.name):
            yield f"| {name} | {' | '.join(str(one.count) for one in row)} |"
