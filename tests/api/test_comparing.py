from pathlib import Path

import pytest

import foedera
from foedera.plumbing.errors import UsageError

REPORTS = Path(__file__).resolve().parents[2] / "examples" / "reports"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    path = tmp_path_factory.mktemp("ledger") / "t.db"
    foedera.ingest(REPORTS, ledger=path)
    return path


def test_two_reports_are_compared_the_earlier_first_whatever_the_order(ledger):
    found = foedera.compare("007", "004-vi", ledger=ledger)
    assert (found.earlier.record[:3], found.later.record[:3]) == ("004", "007")
    assert foedera.compare("004-vi", "007", ledger=ledger) == found
    assert {"new", "dropped"} <= {one.change for one in found.promises}


@pytest.mark.parametrize(
    ("name", "words"), [("00", "beginning of several"), ("nothing like it", "no report in this ledger"), ("007-ja", "the same report")]
)
def test_what_cannot_be_compared_is_named(ledger, name, words):
    with pytest.raises(UsageError, match=words):
        foedera.compare("007", name, ledger=ledger)
