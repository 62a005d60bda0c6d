from __future__ import annotations

import pytest

from ledger import NEEDED, exported, measure, without
from measure.material import CORPUS

GOLD = {
    "events": [{"type": "talks", "reports": ["seed-000"]}, {"type": "visit", "reports": ["dev-001", "seed-000"]}],
    "levels": [{"level": "x", "reports": ["dev-001"]}],
    "followups": [{"earlier": {"report": "seed-000"}, "later": {"report": "dev-001"}}],
    "syndicated": [["seed-000", "seed-004"], ["dev-004", "dev-005"]],
    "same_person": [[{"name": "A", "reports": ["seed-000"]}, {"name": "B", "reports": ["dev-001", "seed-000"]}]],
    "discrepancies": [{"values": [{"reports": ["seed-000"]}, {"reports": ["dev-003"]}]}],
}


def test_gold_of_reports_that_are_not_there_is_left_out():
    left = without(GOLD, "seed-")
    assert left["events"] == [{"type": "visit", "reports": ["dev-001"]}]
    assert left["followups"] == left["discrepancies"] == []
    assert left["syndicated"] == [[], ["dev-004", "dev-005"]]
    assert left["same_person"] == [[{"name": "B", "reports": ["dev-001"]}]]


def test_the_ledger_of_the_corpus_keeps_what_it_is_needed_for(monkeypatch):
    monkeypatch.delenv("FOEDERA_SHARED", raising=False)
    found = {figure.name.removeprefix("ledger: "): figure.value for figure in measure()}
    slack = 0.15  # the needed values hold for the corpus with the five real reports, which tell more of one relation
    assert {name: value for (task, figure), least in NEEDED.items() if (value := found[name := f"{task} {figure}"]) < least - slack} == {}


def test_two_orders_give_one_export():
    texts = sorted((CORPUS / "texts").glob("00*.txt"))
    assert exported(texts) == exported(reversed(texts))


@pytest.mark.parametrize("task", sorted({task for task, _ in NEEDED}))
def test_every_task_that_is_needed_is_one_of_the_scorer(task):
    assert task in {
        "event pairs",
        "event entries",
        "levels",
        "levels since",
        "follow-ups",
        "follow-up kind",
        "syndicated",
        "same person",
        "disagreements",
    }
