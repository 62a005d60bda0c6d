import sqlite3
from importlib import metadata
from types import SimpleNamespace

import foedera
from foedera import ledger as stores
from foedera.api import health
from foedera.plumbing.errors import KnowledgeError


def bad(checks):
    return {check.name: check for check in checks if not check.good}


def test_a_healthy_house_has_no_problem(ledger):
    assert bad(foedera.doctor(ledger=ledger)) == {}


def test_a_ledger_that_is_not_there_yet_is_no_problem(tmp_path):
    assert bad(foedera.doctor(ledger=tmp_path / "deep" / "none.db")) == {}


def test_a_ledger_that_is_none_is_a_problem_with_a_remedy(tmp_path):
    (tmp_path / "t.db").write_text("notes")
    found = bad(foedera.doctor(ledger=tmp_path / "t.db"))
    assert found["ledger"].remedy


def test_a_database_that_is_no_ledger_is_a_problem(tmp_path):
    connection = sqlite3.connect(tmp_path / "t.db")
    connection.execute("CREATE TABLE other (x)")
    connection.close()
    assert "ledger" in bad(foedera.doctor(ledger=tmp_path / "t.db"))


def test_missing_rights_space_abilities_and_libraries_are_problems_with_remedies(ledger, monkeypatch):
    def missing(_):
        raise metadata.PackageNotFoundError

    monkeypatch.setattr(health.os, "access", lambda *_: False)
    monkeypatch.setattr(health.shutil, "disk_usage", lambda _: SimpleNamespace(free=1))
    monkeypatch.setattr(health.abilities, "abilities", lambda: {"FTS5": False})
    monkeypatch.setattr(health.metadata, "requires", lambda _: ["typer>=0.15", "extra; extra == 'llm'"])
    monkeypatch.setattr(health.metadata, "version", missing)
    monkeypatch.setattr(health.sys, "version_info", (3, 9))
    found = bad(foedera.doctor(ledger=ledger))
    rights = "change its rights, or name another with --ledger"
    assert {name: check.remedy for name, check in found.items()} == {
        "python": "install Python 3.11 or newer",
        "sqlite FTS5": "use a Python whose SQLite has it (most builds do)",
        "ledger file": rights,
        "ledger folder": rights,
        "disk": "make room",
        "library typer": "install foedera anew",
    }


def test_entries_that_wait_to_be_derived_are_told_with_what_to_do(ledger):
    with stores.open(ledger) as kept:
        kept.forget("older")
    assert "rebuild" in bad(foedera.doctor(ledger=ledger))["entries"].remedy


def test_broken_knowledge_and_a_house_that_is_not_installed_are_told(ledger, monkeypatch):
    def broken():
        raise KnowledgeError("a key is not known", where="actors/jp.toml:3")

    def missing(_):
        raise metadata.PackageNotFoundError

    monkeypatch.setattr(health, "known", broken)
    monkeypatch.setattr(health.metadata, "requires", missing)
    monkeypatch.setattr(health.metadata, "version", missing)
    found = bad(foedera.doctor(ledger=ledger))
    assert "actors/jp.toml:3" in found["knowledge"].found
    assert "library foedera" in found
    assert "ledger" not in found
