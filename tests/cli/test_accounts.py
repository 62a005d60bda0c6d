import io
import json

import pytest

import foedera
from foedera.cli.app import main

PASSWORD = "correct horse battery"  # noqa: S105 - of accounts that live as long as a test


@pytest.fixture
def home(tmp_path, monkeypatch):
    file = tmp_path / "accounts.db"
    monkeypatch.setenv("FOEDERA_ACCOUNTS", str(file))
    (tmp_path / "password").write_text(PASSWORD + "\n", encoding="utf-8")
    assert main(["account", "add", "ann", "--role", "admin", "--password-file", str(tmp_path / "password")]) == 0
    return tmp_path


def test_accounts_are_made_changed_and_listed(home, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(PASSWORD))
    assert main(["account", "add", "ben", "--password-file", "-"]) == 0
    for words in (["role", "ben", "--role", "analyst"], ["disable", "ben"], ["enable", "ben"]):
        assert main(["account", *words]) == 0
    assert main(["account", "password", "ben", "--password-file", str(home / "password")]) == 0
    capsys.readouterr()
    assert main(["account", "list", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)["accounts"]
    assert [(one["name"], one["role"], one["disabled"]) for one in told] == [("ann", "admin", False), ("ben", "analyst", False)]


@pytest.mark.usefixtures("home")
def test_a_password_is_asked_for_twice_at_a_terminal_and_never_without_one(capsys, monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    assert main(["account", "add", "cleo"]) == 2
    monkeypatch.setattr("sys.stdin", Terminal())
    said = iter([PASSWORD, PASSWORD, PASSWORD, "another one of them"])
    monkeypatch.setattr("foedera.cli.accounts.getpass", lambda _prompt: next(said))
    assert main(["account", "add", "cleo"]) == 0
    assert main(["account", "add", "dan"]) == 2
    assert "not the same" in capsys.readouterr().err


@pytest.mark.usefixtures("home")
def test_wrong_roles_and_scopes_and_the_last_admin_are_wrong_use(capsys):
    assert main(["account", "role", "ann", "--role", "king"]) == 2
    assert main(["account", "role", "ann", "--role", "reader"]) == 2
    assert main(["account", "disable", "ann"]) == 2
    assert main(["token", "issue", "ann", "--scope", "all"]) == 2
    assert main(["token", "revoke", "nothing"]) == 2
    assert "nothing" in capsys.readouterr().err


@pytest.mark.usefixtures("home")
def test_a_secret_goes_to_standard_error_once(capsys):
    assert main(["token", "issue", "ann", "--label", "sheet"]) == 0
    done = capsys.readouterr()
    secret = done.err.split("foedera_")[1].split()[0]
    assert secret not in done.out
    assert main(["token", "list"]) == 0
    listed = capsys.readouterr()
    assert "sheet" in listed.out
    assert secret not in listed.out + listed.err
    (token,) = foedera.tokens()
    assert main(["token", "revoke", token.id]) == 0
    assert main(["token", "list"]) == 0
    assert "revoked" in capsys.readouterr().out


def test_a_desk_for_others_needs_accounts_and_an_admin(home, ledger_of_examples, capsys):
    assert main(["serve", "--ledger", str(ledger_of_examples), "--https"]) == 2
    assert main(["serve", "--ledger", str(ledger_of_examples), "--accounts", str(home / "none.db")]) == 2
    assert "no file of accounts" in capsys.readouterr().err


@pytest.fixture
def ledger_of_examples(tmp_path):
    foedera.ingest("Kenya and Peru met.", ledger=tmp_path / "t.db")
    return tmp_path / "t.db"
