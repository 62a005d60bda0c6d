"""People who share an office or a state with those beside them in a list."""

from __future__ import annotations

import pytest

from foedera.extraction.people import people


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Presidents Ana Solis and Luis Rojas.", [("Ana Solis", "president"), ("Luis Rojas", "president")]),
        (
            "They met Peruvian Prime Ministers Solis, Rojas and Vega.",
            [("Solis", "prime minister"), ("Rojas", "prime minister"), ("Vega", "prime minister")],
        ),
        ("They met Presidents Ana Solis and Foreign Minister Rojas.", [("Ana Solis", "president"), ("Rojas", "foreign minister")]),
        (
            "The Brazilian Ministers of Agriculture, Caio Lima, and of Energy, Rui Paz, came.",
            [("Caio Lima", "agriculture minister"), ("Rui Paz", "energy minister")],
        ),
        ("The Brazilian Ministers of Agriculture, Caio Lima, and of Magic, Rui Paz, came.", [("Caio Lima", "agriculture minister")]),
        ("Minister of Development, Industry, Foreign Trade and Services, Rui Paz, came.", [("Rui Paz", "development minister")]),
        ("Minister of Trade/Energy Rui Paz came.", [("Rui Paz", "trade minister")]),
        ("Minister of Trade and Defence Minister Rui Paz came.", [("Rui Paz", "trade minister; defence minister")]),
        ("FM G.L. Perera of Sri Lanka came.", [("G.L. Perera", "foreign minister")]),
        ("BDX President Rui Paz and Trade Federation President Ana Solis came.", []),
        ("The EU President Rui Paz came.", [("Rui Paz", "president")]),
        ("The Foreign Ministers' Meeting began.", []),
    ],
)
def test_an_office_in_the_plural_or_of_several_fields_has_its_holders(draft_of, text, expected):
    assert [(person.name, person.office) for person in people(draft_of(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The foreign ministers of Peru and Chile, Ana Solis and Luis Rojas, signed it.",
            [("Ana Solis", "PE"), ("Luis Rojas", "CL")],
        ),
        ("The foreign ministers of Peru and Chile, Ana Solis, signed it.", []),
        ("The foreign ministers of Peru and Chile signed it.", []),
        ("The foreign ministers of Peru met Chile.", []),
        (
            "She met the Foreign Ministers of Malta, Carmelo Abela, Slovenia, Miro Cerar, and Cyprus, Nikos Pavlou.",
            [("Carmelo Abela", "MT"), ("Miro Cerar", "SI"), ("Nikos Pavlou", "CY")],
        ),
        ("The Foreign Minister of Malta, Carmelo Abela, Slovenia, and others came.", [("Carmelo Abela", "MT")]),
    ],
)
def test_lists_of_states_and_names_are_paired(draft_of, text, expected):
    assert [(person.name, person.country) for person in people(draft_of(text))] == expected
