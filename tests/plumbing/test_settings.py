from pathlib import Path

import pytest

from foedera.plumbing.errors import UsageError
from foedera.plumbing.settings import DEFAULT_LIMIT, author, limit, located, settings, shown


def test_an_empty_environment_gives_the_ledger_in_the_data_folder_and_ten_megabytes():
    made = settings({})
    assert made.ledger.name == "ledger.db"
    assert "foedera" in str(made.ledger)
    assert made.limit == DEFAULT_LIMIT == 10_000_000


def test_the_environment_names_another_ledger():
    assert settings({"FOEDERA_LEDGER": "some/where.db"}).ledger == Path("some/where.db")


def test_the_environment_may_name_a_database():
    address = "postgresql://me@host/db"
    assert settings({"FOEDERA_LEDGER": address}).ledger == located(address) == address
    assert located("some/where.db") == Path("some/where.db")


@pytest.mark.parametrize(
    ("location", "said"),
    [
        ("some/where.db", "some/where.db"),
        ("postgresql://me:secret@host:5432/db", "postgresql://me@host:5432/db"),
        ("postgresql://host/db?password=secret&options=-csearch_path%3Da", "postgresql://host/db?options=-csearch_path%3Da"),
        ("postgresql://me:sec@ret@host/db", "postgresql://me@host/db"),
    ],
)
def test_a_location_is_shown_without_its_password(location, said):
    assert shown(location) == said


@pytest.mark.parametrize(
    ("value", "limit"), [("5", 5), ("25 MB", 25_000_000), ("3kB", 3_000), ("10kb", 10_000), ("1GB", 1_000_000_000), (" ", DEFAULT_LIMIT)]
)
def test_a_limit_is_a_number_of_bytes_or_has_a_unit(value, limit):
    assert settings({"FOEDERA_LIMIT": value}).limit == limit


@pytest.mark.parametrize("value", ["many", "-3", "0", "3 MiB", "1.5 MB", "MB"])
def test_what_is_no_size_is_refused_by_name(value):
    with pytest.raises(UsageError, match="FOEDERA_LIMIT"):
        settings({"FOEDERA_LIMIT": value})


def test_whom_the_environment_names_judges_else_who_is_logged_in(monkeypatch):
    assert author({"FOEDERA_BY": " ann "}) == "ann"
    monkeypatch.setattr("getpass.getuser", lambda: "ben")
    assert author({}) == author({"FOEDERA_BY": " "}) == "ben"


@pytest.mark.parametrize("error", [KeyError("nobody"), OSError("no login")])
def test_nobody_judges_without_a_name(monkeypatch, error):
    def nobody():
        raise error

    monkeypatch.setattr("getpass.getuser", nobody)
    with pytest.raises(UsageError, match="who judges is not known"):
        author({})


def test_the_limit_alone_is_that_of_the_settings():
    environment = {"FOEDERA_LIMIT": "2 MB"}
    assert limit(environment) == settings(environment).limit == 2_000_000
