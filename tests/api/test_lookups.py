import shutil

import pytest

import foedera
from foedera import ledger as stores
from foedera.api import answers
from foedera.merging import pairs as folding
from foedera.pipeline import asked
from foedera.plumbing.errors import UsageError


def test_an_entry_is_found_by_its_id_and_by_that_of_any_fact_in_it(ledger):
    found = foedera.relation("JP", "VN", ledger=ledger)
    entries = [*found.events, *found.levels, *found.mechanisms, *found.instruments, *found.people]
    entries += [one for group in found.commitments for one in group.commitments]
    assert len({answers.kind_of(entry) for entry in entries}) == 6
    for entry in entries:
        assert foedera.entry(entry.id, ledger=ledger) == entry
        assert {foedera.entry(fact.id, ledger=ledger).id for fact in entry.facts} == {entry.id}


def test_an_id_of_nothing_is_an_error_that_says_so(ledger):
    with pytest.raises(UsageError, match="is the id of no fact"):
        foedera.entry("none", ledger=ledger)


def test_an_entry_that_was_struck_is_gone_and_one_that_was_joined_is_found_under_its_old_id(ledger, tmp_path):
    path = tmp_path / "t.db"
    shutil.copy(ledger, path)
    first, second = [one for one in foedera.events(ledger=path) if one.parties == ("JP", "VN")][:2]
    foedera.judge_same(first.id, second.id, ledger=path, by="ann")
    joined = foedera.entry(max(first.id, second.id), ledger=path)
    assert joined.id == min(first.id, second.id)
    assert {fact.id for fact in joined.facts} == {fact.id for fact in (*first.facts, *second.facts)}
    for fact in joined.facts:
        foedera.judge_strike(fact.id, ledger=path, by="ann")
    gone = {fact.id for fact in joined.facts}
    assert not any(gone & {fact.id for fact in foedera.report(one.document, ledger=path).facts} for one in joined.reports)
    with pytest.raises(UsageError, match="is in no entry"):
        foedera.entry(first.id, ledger=path)


def test_a_report_comes_with_its_text_its_parts_and_its_facts(ledger):
    named = foedera.relation("JP", "VN", ledger=ledger).reports
    for known in named:
        found = foedera.report(known.document, ledger=ledger)
        assert found.article.record == known.record
        assert found.article.parts
        assert all(found.article.text[one.citation.span.start : one.citation.span.end] == one.citation.quote for one in found.facts)
    with pytest.raises(UsageError, match="is the id of no report"):
        foedera.report("none", ledger=ledger)


def test_the_pairs_are_those_of_which_there_is_a_dossier(ledger):
    found = foedera.relations(ledger=ledger)
    assert [one.entries for one in found] == sorted((one.entries for one in found), reverse=True)
    pair = next(one for one in found if one.parties == ("JP", "VN"))
    dossier = foedera.relation("JP", "VN", ledger=ledger)
    assert pair.standing.level == dossier.standing.level
    assert pair.last in dossier.reports
    assert pair.last.published.edtf == max(
        report.published.edtf for report in dossier.reports if report.published and report.published.year_known
    )
    assert all("VN" in one.parties for one in foedera.relations("Jepun", ledger=ledger) if "JP" not in one.parties)
    assert {one.parties for one in foedera.relations("Jepun", ledger=ledger)} == {one.parties for one in found if "JP" in one.parties}


def test_the_pairs_of_what_is_kept_are_those_of_what_is_derived_anew(ledger):
    known = foedera.api.packs.known()
    with stores.glance(ledger) as kept:
        anew = folding.holdings(asked.of_parties(kept, known, ()))
        assert sorted(asked.pairs_of(kept, known), key=lambda one: one.parties) == sorted(anew, key=lambda one: one.parties)


def test_a_search_goes_on_where_it_stopped(ledger):
    every = foedera.search("2025", ledger=ledger)
    assert len(every) > 2
    assert foedera.search("2025", ledger=ledger, limit=2, offset=1) == every[1:3]
