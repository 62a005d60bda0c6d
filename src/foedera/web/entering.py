"""The pages of those who enter and leave: log-in, log-out, who has an account, and one's own tokens."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from foedera import api
from foedera.api import entering
from foedera.api.entering import GuessingError
from foedera.ledger import accounts as files
from foedera.model.account import ROLES, SCOPES
from foedera.plumbing.errors import UsageError
from foedera.plumbing.interface import _
from foedera.web.parts.access import Entrance, cookie, inside
from foedera.web.parts.pages import Asked, Moved, Page, Route, own_path

UNKNOWN, TOO_MANY = 401, 429
LOGIN = frozenset({"name", "password", "to"})
TOKENS = frozenset({"label", "scope", "days", "revoke"})
ACCOUNTS = frozenset({"name", "role", "does"})


def routes() -> tuple[Route, ...]:
    """The pages of this module."""
    return (
        Route(path="/login", show=door, take=enter, accepts=frozenset({"to"})),
        Route(path="/logout", show=leaving, take=leave),
        Route(path="/tokens", show=own_tokens, take=change_tokens),
        Route(path="/accounts", show=everybody, take=change_accounts),
    )


def door(asked: Asked) -> Page:
    """The form of the log-in."""
    return _door(own_path(asked.query.get("to", "")), open_=asked.entrance is not None)


def enter(asked: Asked) -> Page | Moved:
    """Let in who gives the right password, with a new session; the one before ends."""
    _check(asked, LOGIN)
    entrance, to = _entrance(asked), own_path(asked.form.get("to", ""))
    kept = files.at(entrance.file)
    try:
        secret = entering.enter(kept, asked.form.get("name", ""), asked.form.get("password", ""), asked.address)
    except GuessingError as error:
        page = _door(to, wrong=f"{error.what}: {error.remedy}")
        return replace(page, status=TOO_MANY, headers=(("retry-after", str(error.seconds)),))
    if secret is None:
        return replace(_door(to, wrong=_("name and password do not fit")), status=UNKNOWN)
    if asked.session:
        entering.leave(kept, asked.session)
    return Moved(to=to, headers=(("set-cookie", cookie(entrance, secret)),))


def leaving(_asked: Asked) -> Moved:
    """Who only looks at the address of the log-out stays in."""
    return Moved(to="/")


def leave(asked: Asked) -> Moved:
    """End the session, here and in the browser."""
    entrance = _entrance(asked)
    if asked.session:
        entering.leave(files.at(entrance.file), asked.session)
    return Moved(to="/login", headers=(("set-cookie", cookie(entrance, "")),))


def own_tokens(asked: Asked) -> Page:
    """The tokens of who asks."""
    return _tokens(asked)


def change_tokens(asked: Asked) -> Page | Moved:
    """Issue a token, whose secret this answer alone shows, or revoke one of one's own."""
    _check(asked, TOKENS)
    entrance, account = _entrance(asked), inside()
    if account is None:
        raise UsageError(_("nobody is logged in"), remedy=_("log in"))
    if "revoke" in asked.form:
        if asked.form["revoke"] not in {one.id for one in api.tokens(account.name, file=entrance.file)}:
            raise UsageError(_("this is no token of yours"), remedy=_("go back to your tokens"))
        api.revoke_token(asked.form["revoke"], file=entrance.file)
        return Moved(to="/tokens")
    days = asked.form.get("days", "")
    if not days.isdecimal():
        raise UsageError(_("{days!r} is no number of days").format(days=days), remedy=_("give a whole number"))
    scope = next((one for one in SCOPES if one == asked.form.get("scope")), None)
    if scope is None:
        raise UsageError(_("a token reads, or reads and rules"), remedy=_("send the form of a page"))
    issued = api.issue_token(account.name, asked.form.get("label", ""), scope=scope, days=int(days), file=entrance.file)
    return _tokens(asked, secret=issued.secret)


def everybody(asked: Asked) -> Page:
    """Who has an account."""
    found = api.accounts(file=_entrance(asked).file)
    return Page(template="accounts.html", values={"accounts": found}, answer=lambda: api.answers.accounts(found))


def change_accounts(asked: Asked) -> Moved:
    """Give an account another role, shut it out, or let it in again."""
    _check(asked, ACCOUNTS)
    file, name, does = _entrance(asked).file, asked.form.get("name", ""), asked.form.get("does", "")
    role = next((one for one in ROLES if one == asked.form.get("role")), None)
    if does == "role" and role is not None:
        api.change_account(name, role=role, file=file)
    elif does in {"disable", "enable"}:
        api.change_account(name, disabled=does == "disable", file=file)
    else:
        raise UsageError(_("the form says nothing to do"), remedy=_("send the form of a page"))
    return Moved(to="/accounts")


def _door(to: str, *, wrong: str = "", open_: bool = True) -> Page:
    values, version = {"to": to, "wrong": wrong, "has_accounts": open_}, api.answers.SCHEMA_VERSION
    return Page(template="login.html", values=values, answer=lambda: {"schema_version": version, "accounts": open_})


def _tokens(asked: Asked, secret: str = "") -> Page:
    entrance, account = _entrance(asked), inside()
    found = api.tokens(account.name, file=entrance.file) if account else ()
    shown = [(one, datetime.fromtimestamp(one.expires, UTC).date().isoformat()) for one in found]
    values = {"tokens": shown, "secret": secret, "may_rule": account is not None and account.may("analyst")}
    return Page(template="tokens.html", values=values, answer=lambda: api.answers.tokens(found))


def _entrance(asked: Asked) -> Entrance:
    if asked.entrance is None:
        raise UsageError(_("this desk has no accounts"), remedy=_("begin with: foedera account add NAME --role admin"))
    return asked.entrance


def _check(asked: Asked, known: frozenset[str]) -> None:
    wrong = next((name for name in asked.form if name not in known), None)
    if wrong is not None:
        raise UsageError(_("{name!r} is no field of this form").format(name=wrong), remedy=_("send the form of a page"))
