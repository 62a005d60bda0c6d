"""The stages whose shares the bench tells are functions of the reading: one that was moved would count under "all else"."""

from importlib import import_module
from inspect import isfunction

import pytest

import bench


@pytest.mark.parametrize("stage", sorted(bench.STAGES))
def test_a_stage_is_a_function_of_the_module_that_it_names(stage):
    module, name = stage.split(".")
    made = import_module(f"foedera.extraction.{module}")
    assert isfunction(getattr(made, name))
    assert getattr(made, name).__module__ == made.__name__
