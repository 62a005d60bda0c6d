from dataclasses import FrozenInstanceError

import pytest

from foedera.model.judgement import Correction, Judgement


def test_a_ruling_can_carry_a_correction_and_never_changes():
    ruling = Judgement(
        id="j",
        ruling="corrected",
        facts=("f",),
        quotes=("q",),
        by="me",
        why="misread",
        recorded="2026-01-01",
        correction=Correction(property="date", value="2023-11-27"),
    )
    assert ruling.correction.value == "2023-11-27"
    with pytest.raises(FrozenInstanceError):
        ruling.why = "other"
