"""What holds of all nouns: values that go from room to room neither change nor grow."""

import pkgutil
from dataclasses import fields, is_dataclass
from importlib import import_module

import pytest
from msgspec import Struct

import foedera.model

PATTERN = "foedera.model.pattern"
"""Its parts are written in the order in which they match."""
NOUNS = sorted(
    {
        noun
        for module in pkgutil.iter_modules(foedera.model.__path__, "foedera.model.")
        for noun in vars(import_module(module.name)).values()
        if isinstance(noun, type) and (is_dataclass(noun) or issubclass(noun, Struct)) and noun.__module__ == module.name
    },
    key=lambda noun: noun.__qualname__,
)
"""Nouns of which every report makes hundreds are structs, which cost a tenth of a data class; all others are data classes."""


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__qualname__)
def test_a_noun_is_frozen_slotted_made_by_keyword_and_explained(noun):
    if issubclass(noun, Struct):
        assert noun.__struct_config__.frozen
        assert not noun.__match_args__
    else:
        assert noun.__dataclass_params__.frozen
        assert "__slots__" in vars(noun)
        assert noun.__module__ == PATTERN or all(field.kw_only for field in fields(noun))
    assert noun.__doc__
    assert not noun.__doc__.startswith(f"{noun.__name__}(")
