"""Shapes of names: whether a name looks like one of a state's people."""

from __future__ import annotations

from foedera.extraction import names, runs
from foedera.extraction.drafts import Draft
from foedera.extraction.persons import Person, tokens


def looks_like(draft: Draft, person: Person, code: str) -> bool | None:
    """Whether the name looks like one of a state's; where the language knows its opening as one state's, that alone counts."""
    if runs.is_dense(person.name):
        return _fits_signs(draft, person.name, code)
    opened = opened_by(draft, person)
    if opened:
        return code in opened
    shape = draft.register.shapes.get(code)
    return names.fits(person.name, shape) if shape is not None else None


def _fits_signs(draft: Draft, name: str, code: str) -> bool | None:
    """The same of a name in katakana or ideographs: by the pack's family names."""
    native = draft.pack.names.surnames
    if runs.kind(name[0]) == runs.KATAKANA:
        families = families_of(draft, name)
        if code in native and all(runs.kind(family[0]) == runs.IDEOGRAPH for family in native[code]):
            return False
        return code in families if families else False if code in draft.pack.home else None
    if code not in native:
        return False
    longest = max((len(family) for families in native.values() for family in families if name.startswith(family)), default=0)
    if longest:
        return name[:longest] in native[code]
    return None if len(name) > LONG_NAME and code in draft.pack.home else False


def families_of(draft: Draft, name: str) -> list[str]:
    """The states of which a part of a name in katakana is a family name."""
    if runs.kind(name[0]) != runs.KATAKANA:
        return []
    return [code for code, forms in draft.pack.names.surnames.items() if tokens(name) & set(forms)]


def plainly(draft: Draft, name: str, code: str) -> bool:
    """Whether a name tells a state that the text never names: by two of its parts, or by one that is not short."""
    parts = tokens(name) & set(draft.pack.names.surnames[code])
    return len(parts) > 1 or any(len(part) > LONG_NAME for part in parts)


LONG_NAME = 2
"""Ideographs beyond which a name of no known family is as likely one of the home state."""


def opened_by(draft: Draft, person: Person) -> set[str]:
    """The states whose people's names begin like this one in the language of the text."""
    name = f"{person.name.casefold()} "
    openings = draft.pack.names.openings
    return {code for code, forms in openings.items() if any(name.startswith(f"{form.casefold()} ") for form in forms)}
