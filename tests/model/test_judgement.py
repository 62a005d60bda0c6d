from dataclasses import FrozenInstanceError, replace

import pytest

from foedera.model.document import Span
from foedera.model.judgement import Anchor, Correction, Judgement, in_force

ANCHOR = Anchor(fact="f", document="d", kind="event", span=Span(start=0, end=1), quote="q", read=(("date", "2023-11-28"),))
RULING = Judgement(
    id="j",
    ruling="corrected",
    anchors=(ANCHOR,),
    by="me",
    why="misread",
    recorded="2026-01-01",
    correction=Correction(property="date", value="2023-11-27"),
)


def withdrawn(name, *others, recorded="2026-01-02"):
    return replace(RULING, id=name, ruling="undone", anchors=(), correction=None, withdraws=others, recorded=recorded)


def test_a_ruling_can_carry_a_correction_and_never_changes():
    assert RULING.correction.value == "2023-11-27"
    assert (RULING.facts, RULING.quotes) == (("f",), ("q",))
    with pytest.raises(FrozenInstanceError):
        RULING.why = "other"


def test_what_was_withdrawn_is_not_in_force_and_comes_back_when_that_is_withdrawn():
    undo = withdrawn("u", "j")
    assert in_force([RULING]) == (RULING,)
    assert in_force([undo, RULING]) == ()
    assert in_force([withdrawn("v", "u"), undo, RULING]) == (RULING,)


def test_a_ruling_that_withdraws_another_takes_its_place():
    newer = replace(RULING, id="k", withdraws=("j",), recorded="2025-01-01")
    assert in_force([RULING, newer]) == (newer,)
    assert in_force([RULING, newer, withdrawn("u", "k")]) == (RULING,)


def test_rulings_stand_in_order_of_time_and_one_that_is_not_there_matters_to_none():
    earlier = replace(RULING, id="z", recorded="2025-01-01")
    assert in_force([RULING, earlier, withdrawn("u", "none")]) == (earlier, RULING)
