"""Commands for who may enter the desk: the groups `account` and `token`."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from getpass import getpass
from pathlib import Path
from typing import Annotated

import typer

from foedera import api
from foedera.cli.parts.answers import Answer, deliver
from foedera.cli.parts.commands import add
from foedera.cli.parts.lines import Line
from foedera.cli.parts.options import Shape
from foedera.cli.parts.output import Format, say
from foedera.cli.parts.tables import Row
from foedera.model.account import ROLES, SCOPES, Account, Role, Scope, Token
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _

ACCOUNT = ("name", "role", "disabled", "created")
TOKEN = ("id", "account", "label", "scope", "created", "expires", "used", "revoked")
Name = Annotated[str, typer.Argument(metavar="NAME", help=_("The name of an account."))]
Kind = Annotated[
    str, typer.Option("--role", metavar="ROLE", help=_("reader, analyst (who rules, too) or admin (who keeps accounts, too)."))
]
File = Annotated[
    Path | None,
    typer.Option(
        "--accounts",
        metavar="FILE",
        help=_("The file of accounts; else FOEDERA_ACCOUNTS, else one in your data folder."),
        show_default=False,
    ),
]
Secret = Annotated[
    Path | None,
    typer.Option(
        "--password-file",
        metavar="FILE",
        help=_("Read the password from a file, or - for standard input; else it is asked for."),
        show_default=False,
    ),
]
Label = Annotated[str, typer.Option("--label", metavar="TEXT", help=_("What the token is for."))]
Reach = Annotated[str, typer.Option("--scope", metavar="SCOPE", help=_("read, or rule: send forms as well."))]
Days = Annotated[float, typer.Option("--days", min=0, help=_("After how many days it expires; at most 366."))]
Which = Annotated[str, typer.Argument(metavar="TOKEN", help=_("The id of a token."))]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    group = typer.Typer(help=_("Who may enter the desk."), no_args_is_help=True, rich_markup_mode=None)
    for name, function in (
        ("add", new),
        ("list", everybody),
        ("role", promote),
        ("password", password),
        ("disable", disable),
        ("enable", enable),
    ):
        group.command(name=name, help=_(function.__doc__ or ""))(function)
    app.add_typer(group, name="account")
    tokens = typer.Typer(help=_("By what programs enter the desk."), no_args_is_help=True, rich_markup_mode=None)
    add(tokens, issue, revoke)
    tokens.command(name="list", help=_(every.__doc__ or ""))(every)
    app.add_typer(tokens, name="token")


def new(  # noqa: PLR0913 - each option is an argument
    *, name: Name, role: Kind = "reader", secret: Secret = None, file: File = None, shape: Shape = Format.text
) -> None:
    """Add somebody who may enter the desk; the first must be an admin."""
    _accounts([api.add_account(name, _password(secret), _role(role), file=file)], shape)


def everybody(*, file: File = None, shape: Shape = Format.text) -> None:
    """List who may enter the desk."""
    _accounts(api.accounts(file=file), shape)


def promote(*, name: Name, role: Kind, file: File = None, shape: Shape = Format.text) -> None:
    """Give an account another role; whoever is in under its name has to log in again."""
    _accounts([api.change_account(name, role=_role(role), file=file)], shape)


def password(*, name: Name, secret: Secret = None, file: File = None, shape: Shape = Format.text) -> None:
    """Give an account another password; whoever is in under its name has to log in again."""
    _accounts([api.change_account(name, password=_password(secret), file=file)], shape)


def disable(*, name: Name, file: File = None, shape: Shape = Format.text) -> None:
    """Shut an account out: its sessions and tokens open nothing any more."""
    _accounts([api.change_account(name, disabled=True, file=file)], shape)


def enable(*, name: Name, file: File = None, shape: Shape = Format.text) -> None:
    """Let an account in again."""
    _accounts([api.change_account(name, disabled=False, file=file)], shape)


def issue(  # noqa: PLR0913 - each option is an argument
    *, name: Name, label: Label = "", scope: Reach = "read", days: Days = 90, file: File = None, shape: Shape = Format.text
) -> None:
    """Issue a token for an account; its secret is written to standard error, this once."""
    issued = api.issue_token(name, label, scope=_scope(scope), days=days, file=file)
    _tokens([issued.token], shape)
    say(_("The secret, shown this once: {secret}").format(secret=issued.secret))


def every(*, file: File = None, shape: Shape = Format.text) -> None:
    """List the tokens; their secrets are nowhere."""
    _tokens(api.tokens(file=file), shape)


def revoke(*, token: Which, file: File = None) -> None:
    """Revoke a token: it opens nothing any more."""
    api.revoke_token(token, file=file)


def _password(file: Path | None) -> str:
    """From a file, its last line end aside; else from who sits at the terminal, twice."""
    if file is not None:
        text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
        return text.removesuffix("\n").removesuffix("\r")
    if not sys.stdin.isatty():
        raise UsageError(
            _("nobody is there to be asked for a password"), remedy=_("name a file with --password-file, or - for standard input")
        )
    first = getpass(_("Password: "))
    if getpass(_("Again: ")) != first:
        raise UsageError(_("the two are not the same"), remedy=_("try again"))
    return first


def _role(value: str) -> Role:
    found = next((one for one in ROLES if one == value), None)
    if found is None:
        raise UsageError(_("{value!r} is none of {known}").format(value=value, known=", ".join(ROLES)), remedy=_("take one of them"))
    return found


def _scope(value: str) -> Scope:
    found = next((one for one in SCOPES if one == value), None)
    if found is None:
        raise UsageError(_("{value!r} is none of {known}").format(value=value, known=", ".join(SCOPES)), remedy=_("take one of them"))
    return found


def _accounts(found: list[Account] | tuple[Account, ...], shape: Format) -> None:
    answer = Answer(
        json=lambda: api.answers.accounts(found),
        page=lambda: (
            [Line(left=one.name, body=", ".join([one.role, *([_("shut out")] if one.disabled else [])])) for one in found]
            or [Line(body=_("there are no accounts"))]
        ),
        columns=ACCOUNT,
        rows=lambda: (_row(one, ACCOUNT) for one in found),
        items="accounts",
    )
    deliver(answer, shape)


def _tokens(found: list[Token] | tuple[Token, ...], shape: Format) -> None:
    answer = Answer(
        json=lambda: api.answers.tokens(found),
        page=lambda: [Line(left=one.id, body=", ".join(_words(one))) for one in found] or [Line(body=_("there are no tokens"))],
        columns=TOKEN,
        rows=lambda: (_row(one, TOKEN) for one in found),
        items="tokens",
    )
    deliver(answer, shape)


def _words(one: Token) -> list[str]:
    ends = datetime.fromtimestamp(one.expires, UTC).date().isoformat()
    words = [one.account, one.scope, _("until {day}").format(day=ends), *filter(None, [one.label])]
    return [*words, _("revoked")] if one.revoked else words


def _row(one: Account | Token, columns: tuple[str, ...]) -> Row:
    return {name: getattr(one, name) for name in columns}
