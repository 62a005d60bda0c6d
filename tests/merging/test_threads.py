from dataclasses import replace

import pytest

from foedera.merging.threads import SAID, status, threaded
from foedera.model.followup import FollowUp

DAYS = {"d1": "2021-04-05", "d2": "2022-05-06", "d3": "2023-11-28"}
VISA = ("defence_cooperation", "visa_exemption")


def promise(nouns, document="d1", **fields):
    return nouns.commitment(document=document, topics=VISA, **fields)


def signing(nouns):
    return nouns.event("2023-11-27", document="d3", type="signing", topics=VISA)


def statuses(found):
    return [(one.reports[0].document, one.status) for one in found.commitments]


def test_a_promise_is_done_when_a_happening_fulfils_what_carried_it_on(nouns):
    found = nouns.ledger(promise(nouns, modality="considering"), promise(nouns, "d2"), signing(nouns), days=DAYS)
    assert statuses(found) == [("d1", "done"), ("d2", "done")]
    assert all(link.earlier_facts and link.later_facts for one in found.commitments for link in one.followups)


def test_a_promise_is_under_way_when_a_later_one_carries_it_on_which_itself_is_as_it_was_said(nouns):
    found = nouns.ledger(promise(nouns, modality="considering"), promise(nouns, "d2"), days=DAYS)
    assert statuses(found) == [("d1", "under way"), ("d2", "agreed")]


def test_what_was_merely_reaffirmed_is_as_it_was_said(nouns):
    found = nouns.ledger(promise(nouns, modality="pledged"), promise(nouns, "d2", modality="reaffirmed"), days=DAYS)
    assert statuses(found) == [("d1", "pledged"), ("d2", "reaffirmed")]


@pytest.mark.parametrize(("modality", "said"), SAID.items())
def test_without_a_later_report_it_is_what_was_said(nouns, modality, said):
    (one,) = nouns.ledger(promise(nouns, modality=modality), days=DAYS).commitments
    assert (one.status, one.followups) == (said, ())


def test_silence_counts_the_later_reports_on_the_same_parties_and_their_publishers(nouns):
    facts = [promise(nouns), nouns.event("2022-05-05", document="d2"), nouns.event("2023-11-27", document="d3")]
    (one,) = nouns.ledger(*facts, nouns.event("2024-02-12", document="d4", parties=("CN", "VN")), days=DAYS).commitments
    assert (one.silence.until, one.silence.reports, one.silence.publishers) == ("2023-11-28", 2, 2)
    (one,) = nouns.ledger(*facts, days=DAYS, publisher="wire").commitments
    assert (one.silence.reports, one.silence.publishers) == (2, 1)


def test_silence_up_to_the_report_itself_when_nothing_came_after(nouns):
    (one,) = nouns.ledger(promise(nouns), days=DAYS).commitments
    assert (one.silence.until, one.silence.reports, one.silence.publishers) == ("2021-04-05", 0, 0)
    (one,) = nouns.ledger(promise(nouns)).commitments
    assert (one.silence.until, one.silence.reports) == (None, 0)


def test_what_was_carried_on_is_not_silent(nouns):
    found = nouns.ledger(promise(nouns), promise(nouns, "d2"), days=DAYS)
    assert [one.silence is None for one in found.commitments] == [True, False]


def link(nouns, kind, earlier, later):
    fact = nouns.commitment()
    return FollowUp(
        kind=kind, parties=nouns.PAIR, earlier=earlier, later=later, earlier_facts=(fact,), later_facts=(fact,), grounds=(), strength=3.0
    )


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (("postpones",), "postponed"),
        (("contradicts",), "contradicted"),
        (("postpones", "continues"), "under way"),
        (("contradicts", "fulfils"), "done"),
        (("postpones", "fulfils"), "done"),
    ],
)
def test_the_furthest_that_a_thread_shows_is_the_status(nouns, kinds, expected):
    (one,) = nouns.ledger(promise(nouns), days=DAYS).commitments
    chain = [one.id, *(f"later{at}" for at in range(len(kinds)))]
    links = {}
    for kind, earlier, later in zip(kinds, chain, chain[1:], strict=False):
        made = link(nouns, kind, earlier if kinds[0] != "contradicts" else one.id, later)
        links.setdefault(made.earlier, []).append(made)
        links.setdefault(made.later, []).append(made)
    assert status(one, links, {}) == expected


def test_a_circle_of_links_ends(nouns):
    (one,) = nouns.ledger(promise(nouns), days=DAYS).commitments
    links = {one.id: [link(nouns, "continues", one.id, "b")], "b": [link(nouns, "continues", "b", one.id)]}
    assert status(one, links, {}) == "under way"


def test_every_kind_of_entry_holds_its_own_links_in_order_of_time(nouns):
    facts = [
        nouns.event("2022-05-05", type="dialogue", document="d2"),
        nouns.mechanism("2+2", document="d2"),
        nouns.mechanism("2+2", document="d3", start=90),
    ]
    found = nouns.ledger(*facts, days=DAYS)
    (mechanism,), (event,) = found.mechanisms, found.events
    assert mechanism.followups == event.followups == found.followups
    assert found.followups[0].kind == "reaffirms"
    bare = replace(found, followups=(), mechanisms=(replace(mechanism, followups=()),), events=(replace(event, followups=()),))
    assert threaded(replace(bare, followups=found.followups), DAYS) == found
    assert threaded(bare, DAYS) == bare
