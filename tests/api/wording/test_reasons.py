import re
from pathlib import Path

from foedera.api.wording.reasons import _words, reason_words
from foedera.model.document import FAULTS

GLOSSARY = (Path(__file__).resolve().parents[3] / "docs" / "glossary.md").read_text(encoding="utf-8")


def test_every_reason_of_the_glossary_that_a_rule_can_give_has_words():
    table = GLOSSARY.split("## Reasons of skips")[1].split("##")[0]
    rows = [row.split("|")[1] for row in table.splitlines() if row.startswith("| `") and "faults of the input" not in row]
    named = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    assert named <= set(_words())


def test_a_reason_without_words_is_shown_by_its_identifier():
    assert reason_words("some_new_reason") == "some new reason"


def test_every_fault_of_the_input_has_words():
    assert FAULTS - set(_words()) == set()
