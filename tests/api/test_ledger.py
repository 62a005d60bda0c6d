import contextlib
import io
from pathlib import Path

import pytest

import foedera
from foedera.api.ledger import MODALITIES
from foedera.model.fact import Modality
from foedera.plumbing.errors import LedgerError, UsageError

REPORTS = Path(__file__).resolve().parents[2] / "examples" / "reports"


def test_the_modalities_are_those_of_the_model():
    assert set(MODALITIES) == set(Modality.__args__)


def test_a_relation_is_the_same_by_code_and_by_name_in_either_order(ledger):
    assert foedera.relation("JP", "VN", ledger=ledger) == foedera.relation("Vi\u1ec7t Nam", "Jepun", ledger=str(ledger))


def test_a_relation_as_of_a_day_knows_nothing_later(ledger):
    then = foedera.relation("JP", "VN", ledger=ledger, as_of="2015-01-01")
    assert then.standing.level.level == "extensive strategic partnership"
    assert then.events
    assert all(event.when is None or event.when.first <= "2015-01-01" for event in then.events)
    assert all(tenure.first.first <= "2015-01-01" for person in then.people for tenure in person.tenures)


def test_a_state_has_no_relation_with_itself(ledger):
    with pytest.raises(UsageError):
        foedera.relation("JP", "Japan", ledger=ledger)


def test_levels_are_those_in_force(ledger):
    (held,) = (standing for standing in foedera.levels("VN", ledger=ledger) if standing.partner("VN") == "JP")
    assert held.level.level == "comprehensive strategic partnership"


def test_filters_are_the_same_for_every_listing(ledger):
    filters = {"party": ["Jepun", "VN"], "start": "2014", "end": "2025", "area": "maritime"}
    for verb in (foedera.events, foedera.commitments, foedera.people):
        found = set(verb(ledger=ledger, **filters))
        assert found
        assert found < set(verb(ledger=ledger))


def test_an_area_of_an_event_is_that_of_a_commitment_told_beside_it(ledger):
    told = foedera.commitments(ledger=ledger, area="maritime")
    assert told
    documents = {report.document for promise in told for report in promise.reports}
    events = foedera.events(ledger=ledger, area="maritime")
    assert events
    assert all({report.document for report in event.reports} & documents for event in events)


def test_people_are_found_by_office(ledger):
    found = foedera.people(ledger=ledger, type="Prime Minister", party=["JP"])
    assert found
    assert {person.country for person in found} == {"JP"}


def test_words_are_found_without_their_marks(ledger):
    assert foedera.search("doi tac chien luoc", ledger=ledger)
    assert len(foedera.search("vietnam", ledger=ledger, limit=1)) <= 1


def test_an_export_is_written_in_a_form_that_there_is(ledger):
    for form in foedera.export_forms():
        out = io.BytesIO()
        with contextlib.suppress(UsageError):  # where a library is not installed
            assert foedera.export(form, out, ledger=ledger).rows
            assert out.getvalue()
    with pytest.raises(UsageError):
        foedera.export("fax", io.StringIO(), ledger=ledger)


def test_without_a_name_the_ledger_of_the_environment_is_taken(tmp_path):
    assert foedera.ledger_location(None) == tmp_path / "own.db"
    assert foedera.ingest(REPORTS).read > 0
    assert (tmp_path / "own.db").exists()
    assert foedera.verify() == ()
    assert foedera.rebuild()["documents"] == len(list(REPORTS.iterdir()))


def test_a_ledger_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(LedgerError):
        foedera.events(ledger=tmp_path / "none.db")
