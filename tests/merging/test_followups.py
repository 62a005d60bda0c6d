import pytest

DAYS = {"d1": "2021-04-05", "d2": "2022-05-06", "d3": "2023-11-28", "d4": "2024-02-12"}
VISA = ("defence_cooperation", "visa_exemption")
FIRST = {"type": "dialogue", "edition": 1, "topics": ["two_plus_two"]}


def links(nouns, *facts, days=None):
    """Kind, documents of the earlier passages, documents of the later ones, of each link."""
    found = nouns.ledger(*facts, days=days or DAYS)
    return [(link.kind, _documents(link.earlier_facts), _documents(link.later_facts)) for link in found.followups]


def _documents(facts):
    return "".join(fact.document for fact in facts)


def promise(nouns, document="d1", *, topics=VISA, areas=("energy",), **fields):
    return nouns.commitment(areas, document=document, topics=topics, **fields)


def signing(nouns, day="2023-11-27", document="d3", *, topics=VISA, **fields):
    return nouns.event(day, document=document, type=fields.pop("type", "signing"), topics=topics, **fields)


def test_a_plan_is_fulfilled_by_the_happening_that_another_report_tells(nouns):
    planned = nouns.event("2023-11-27", document="d2", realis="planned")
    found = nouns.ledger(planned, nouns.event("2023-11-27", document="d3"), days=DAYS)
    (link,) = found.followups
    assert (link.kind, link.earlier == link.later == found.events[0].id, link.grounds) == ("fulfils", True, (("plan", "talks"),))
    assert [fact.document for fact in (*link.earlier_facts, *link.later_facts)] == ["d2", "d3"]
    assert found.events[0].followups == (link,)


def test_a_plan_and_the_happening_in_one_report_are_no_link(nouns):
    assert (
        links(nouns, nouns.event("2024-02", type="visit", document="d3", realis="planned"), nouns.event("2023-11-27", document="d3")) == []
    )


@pytest.mark.parametrize(
    ("day", "place", "found"),
    [("2024-02-10", None, True), ("2024-02-10", "Tokyo", True), ("2024-02-10", "Hanoi", False), ("2024-06-10", None, False)],
)
def test_a_plan_comes_true_some_weeks_late_but_not_elsewhere(nouns, day, place, found):
    days = DAYS | {"d4": "2024-07-01"}
    facts = [
        nouns.event("2023-12", type="dialogue", document="d3", realis="planned", place="Osaka"),
        nouns.event(day, type="dialogue", document="d4", place=place),
    ]
    assert links(nouns, *facts, days=days) == ([("fulfils", "d3", "d4")] if found else [])


def test_talks_during_the_visit_that_was_planned_fulfil_it_unless_the_visit_itself_is_told(nouns):
    planned = nouns.event("2024-02", type="visit", document="d3", realis="planned")
    talks = nouns.event("2024-02-10", document="d4")
    assert links(nouns, planned, talks) == [("fulfils", "d3", "d4")]
    visit = nouns.event("2024-02-09/2024-02-11", type="visit", document="d4", start=90)
    found = nouns.ledger(planned, talks, visit, days=DAYS)
    assert [(link.kind, link.later) for link in found.followups] == [
        ("fulfils", event.id) for event in found.events if event.type == "visit"
    ]
    early = nouns.event("2023-11-01", document="d4")
    assert links(nouns, planned, early) == []


def test_a_promise_is_kept_by_a_signing_about_the_same(nouns):
    (link,) = nouns.ledger(promise(nouns), signing(nouns), days=DAYS).followups
    assert (link.kind, link.parties, link.strength) == ("fulfils", nouns.PAIR, 2.75)
    assert link.grounds == (("topic", "visa_exemption"), ("topic", "defence_cooperation"))
    assert [report.document for report in link.reports] == ["d1", "d3"]


@pytest.mark.parametrize("topics", [("patrol_vessels", "trade"), ("visa_exemption",), ("defence_cooperation", "treaty"), ()])
def test_what_is_about_something_else_or_only_about_a_field_is_no_link(nouns, topics):
    assert links(nouns, promise(nouns), signing(nouns, topics=topics)) == []


def test_what_was_only_reaffirmed_is_not_kept_again(nouns):
    assert links(nouns, promise(nouns, modality="reaffirmed"), signing(nouns)) == []


def test_talks_and_statements_keep_no_promise(nouns):
    for kind in ("talks", "joint_statement", "visit"):
        assert links(nouns, promise(nouns), signing(nouns, type=kind)) == []


def test_a_visit_keeps_the_promise_of_a_visit(nouns):
    promised = promise(nouns, topics=("visit",))
    (link,) = nouns.ledger(promised, nouns.event("2021-09-10", type="visit", document="d2"), days=DAYS).followups
    assert (link.kind, link.grounds) == ("fulfils", (("topic", "visit"),))


def test_a_mechanism_that_was_to_be_studied_is_fulfilled_by_its_first_session_and_reaffirmed_later(nouns):
    facts = [
        promise(nouns, topics=("new_mechanism",), modality="considering"),
        nouns.event("2022-05-05", document="d2", **FIRST),
        *(nouns.mechanism("2+2", document=document) for document in ("d2", "d4")),
        promise(nouns, "d4", topics=()),
    ]
    found = nouns.ledger(*facts, days=DAYS)
    assert [(link.kind, _documents(link.earlier_facts), _documents(link.later_facts)) for link in found.followups] == [
        ("fulfils", "d1", "d2"),
        ("reaffirms", "d2", "d4"),
    ]
    assert found.followups[0].grounds == (("mechanism", "new_mechanism"),)


def test_a_second_session_is_no_new_mechanism(nouns):
    facts = [promise(nouns, topics=("new_mechanism",)), nouns.event("2022-05-05", document="d2", **(FIRST | {"edition": 2}))]
    assert links(nouns, *facts) == []


def test_a_dialogue_is_reaffirmed_where_a_report_speaks_of_it_by_name(nouns):
    facts = [
        nouns.mechanism("2+2 dialogue", document="d2"),
        nouns.event("2022-05-05", type="dialogue", document="d2"),
        nouns.mechanism("2+2 Dialogue", document="d4", start=90),
    ]
    assert links(nouns, *facts) == [("reaffirms", "d2", "d4")]
    told_again = nouns.event("2022-05-05", type="dialogue", document="d4")
    assert links(nouns, *facts, told_again) == []


def test_what_becomes_firmer_is_carried_on(nouns):
    assert links(nouns, promise(nouns, modality="considering"), promise(nouns, "d2")) == [("continues", "d1", "d2")]


def test_the_same_object_promised_again_is_another_step(nouns):
    assert links(nouns, promise(nouns), promise(nouns, "d2")) == [("continues", "d1", "d2")]


@pytest.mark.parametrize("again", [{"modality": "reaffirmed"}, {"amount": (18, "USD")}])
def test_what_is_said_again_is_reaffirmed(nouns, again):
    amount = again.get("amount")
    assert links(nouns, promise(nouns, amount=amount), promise(nouns, "d2", **again)) == [("reaffirms", "d1", "d2")]


def test_fields_and_areas_alone_are_said_again(nouns):
    said = {"topics": ("defence_cooperation", "trade"), "areas": ("energy", "digital", "health")}
    assert links(nouns, promise(nouns, **said), promise(nouns, "d2", **said)) == [("reaffirms", "d1", "d2")]


def test_a_promise_to_set_up_what_no_report_named_before_carries_the_study_of_it_on(nouns):
    study = promise(nouns, topics=("new_mechanism",), modality="agreed")
    agreed = promise(nouns, "d2", topics=("two_plus_two",))
    assert links(nouns, study, agreed) == []
    named = nouns.mechanism("2+2", document="d2", topics=["two_plus_two"])
    assert links(nouns, study, agreed, named) == [("continues", "d1", "d2")]


def test_another_side_or_the_same_occasion_is_no_step(nouns):
    assert links(nouns, promise(nouns, by="JP"), promise(nouns, "d2", by="VN")) == []
    assert links(nouns, promise(nouns, by="JP"), promise(nouns, "d2", by="both")) == [("continues", "d1", "d2")]
    close = {"d1": "2022-05-04", "d2": "2022-05-06"}
    assert links(nouns, promise(nouns, modality="considering", by="JP"), promise(nouns, "d2"), days=close) == []


def test_a_planned_signing_carries_a_promise_on(nouns):
    assert links(nouns, promise(nouns), signing(nouns, "2023-12-20", realis="planned")) == [("continues", "d1", "d3")]


def test_no_step_is_skipped(nouns):
    facts = [promise(nouns, modality="considering"), promise(nouns, "d2"), signing(nouns)]
    assert sorted(links(nouns, *facts)) == [("continues", "d1", "d2"), ("fulfils", "d2", "d3")]


def test_the_life_of_a_paper_goes_on_under_its_name(nouns):
    facts = [
        signing(nouns, "2022-05-05", "d2", topics=("treaty",)),
        nouns.instrument("Reciprocal Access Agreement", "RAA", document="d2"),
        signing(nouns, "2023-11-27", type="other", topics=("ratification",)),
        nouns.instrument("RAA", document="d3"),
    ]
    (link,) = nouns.ledger(*facts, days=DAYS).followups
    assert (link.kind, link.grounds) == ("continues", (("instrument", "raa"),))


def test_a_step_of_a_paper_under_another_name_counts_on_the_same_object(nouns):
    facts = [
        promise(nouns, topics=("visa_exemption",)),
        nouns.instrument("Visa waiver", document="d1"),
        signing(nouns, topics=("visa_exemption",)),
        nouns.instrument("Agreement on visas", document="d3"),
    ]
    (link,) = nouns.ledger(*facts, days=DAYS).followups
    assert link.grounds == (("topic", "visa_exemption"), ("instrument", "agreement on visas"))
    assert link.strength == 2.5


def test_ratification_that_was_promised_counts_as_a_step(nouns):
    facts = [promise(nouns, topics=("ratification",)), signing(nouns, type="other", topics=("ratification",))]
    assert links(nouns, *facts) == [("fulfils", "d1", "d3")]


def test_after_more_than_a_term_of_office_only_a_name_links(nouns):
    days = {"d1": "2014-03-19", "d3": "2023-11-28"}
    assert links(nouns, promise(nouns), signing(nouns), days=days) == []
    named = [nouns.instrument("RAA", document=document) for document in days]
    assert links(nouns, promise(nouns), signing(nouns), *named, days=days) == [("fulfils", "d1", "d3")]


def test_a_report_that_came_later_is_no_earlier_word(nouns):
    days = {"d3": "2023-11-28", "d4": "2024-02-12"}
    looking_back = [nouns.event("2021-04-05", document="d4"), promise(nouns, "d4")]
    assert links(nouns, *looking_back, signing(nouns), days=days) == []
    assert links(nouns, *looking_back, signing(nouns), signing(nouns, document="d5"), days=days | {"d5": "2024-03-01"}) != []


def test_a_report_is_no_later_word_on_itself(nouns):
    assert links(nouns, promise(nouns, "d3"), nouns.event("2021-04-05", document="d3"), signing(nouns, start=90)) == []


def test_of_one_report_the_first_passage_shows_it(nouns):
    days = {"d1": "2021-04-05", "d2": "2021-04-05", "d3": "2023-11-28"}
    found = nouns.ledger(promise(nouns), promise(nouns, "d2"), signing(nouns), days=days)
    (link,) = found.followups
    assert {fact.document for fact in link.earlier_facts} == {"d1", "d2"}
    assert len(found.commitments) == 1


def test_other_parties_are_no_follow_up(nouns):
    assert links(nouns, promise(nouns, parties=("CN", "VN")), signing(nouns)) == []


def test_a_paper_carries_on_the_paper_before_it_whatever_was_promised_between(nouns):
    memo = nouns.event("2021-04-05", document="d1", type="signing", topics=VISA)
    between = promise(nouns, "d2")
    found = links(nouns, memo, between, signing(nouns))
    assert sorted(found) == [("continues", "d1", "d3"), ("fulfils", "d2", "d3")]


def test_a_promise_of_a_visit_is_kept_by_the_visit_whatever_else_both_are_about(nouns):
    found = nouns.ledger(promise(nouns, "d1", topics=("visit",)), signing(nouns, type="visit", topics=("visit",)), days=DAYS)
    assert [(link.kind, link.grounds[0]) for link in found.followups] == [("fulfils", ("topic", "visit"))]


def test_a_step_told_on_the_way_to_a_later_one_is_no_news_of_its_own(nouns):
    first = [signing(nouns, "2022-05-05", "d2", topics=("treaty",)), nouns.instrument("RAA", document="d2")]
    passed = [signing(nouns, "2023-06-01", "d3", type="other", topics=("ratification",)), nouns.instrument("RAA", document="d3")]
    force = [
        signing(nouns, "2023-11-27", "d3", type="other", topics=("entry_into_force",), start=90),
        nouns.instrument("RAA", document="d3", start=90),
    ]
    for told, day in (([], "2023-06-01"), (force, "2023-11-27")):
        known = nouns.ledger(*first, *passed, *told, days=DAYS)
        assert [event.when.edtf for link in known.followups for event in known.events if event.id == link.later] == [day]
