"""Visits in Malay: the days of a stay, what only recalls an earlier visit, and calls that are none."""

import pytest

from .reports import events


def told(text):
    return [(fact.type, fact.when.edtf if fact.when else None) for fact in events("ms", text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Presiden Kenya ke Peru esok\n\nLIMA, 12 Okt 2024 - Presiden Kenya, Ann Otieno melawat Peru bermula esok hingga 15 Oktober.",
            [("visit", "2024-10-13/2024-10-15")],
        ),
        (
            "LIMA, 12 Okt 2024 - Presiden Kenya, Ann Otieno mengakhiri lawatan negara ke Peru, yang pertama sejak 2008.",
            [("visit", None)],
        ),
        (
            "LIMA, 12 Okt 2024 - Presiden Kenya, Ann Otieno melakukan kunjungan hormat ke atas Presiden Peru, Luis Vega semalam.",
            [("meeting", "2024-10-11")],
        ),
        ("LIMA, 12 Okt 2024 - Presiden Kenya, Ann Otieno berharap dapat bertemu Presiden Peru, Luis Vega.", []),
    ],
)
def test_a_visit_has_its_own_days(text, expected):
    assert told(text) == expected
