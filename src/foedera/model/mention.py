"""Mention: a stretch of text that names something, with the value it names."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from foedera.model.document import Span
from foedera.model.fact import Amount
from foedera.model.when import When

MentionKind = Literal["date", "actor", "office", "person", "place", "amount", "level", "mechanism", "instrument"]


class Mention(Struct, frozen=True, kw_only=True):
    """What a stretch of the text names: a code, canonical or English name as `value`; `when` for dates, `amount` for money.

    `role` tells how an actor is named: name, adjective, people, government. `weak` forms count only beside another sign.
    """

    kind: MentionKind
    span: Span
    value: str | None = None
    when: When | None = None
    amount: Amount | None = None
    role: str = "name"
    weak: bool = False
