"""Accounts: who may enter the desk, what each may do there, and the tokens by which programs enter in their name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["reader", "analyst", "admin"]
Scope = Literal["read", "rule"]
ROLES: tuple[Role, ...] = ("reader", "analyst", "admin")
"""From who may least to who may most: see; rule and add reports; keep the accounts."""
SCOPES: tuple[Scope, ...] = ("read", "rule")
"""What a token opens: twins and files; forms as well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Somebody who may enter; `created` is a moment in seconds since 1970, as are all moments here."""

    name: str
    role: Role
    disabled: bool
    created: float

    def may(self, least: Role) -> bool:
        """Whether the role reaches that far."""
        return not self.disabled and ROLES.index(self.role) >= ROLES.index(least)


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """What lets a program enter in somebody's name, until it expires or is revoked; its secret is nowhere but with who got it."""

    id: str
    account: str
    label: str
    scope: Scope
    created: float
    expires: float
    used: float | None = None
    revoked: bool = False
