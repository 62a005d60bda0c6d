"""What lasts is made without collection and is looked through no more; collection goes on as it was."""

import gc

import pytest

from foedera.plumbing.lasting import lasting


@pytest.fixture
def collecting():
    """Collection on, whatever the test leaves, and nothing kept from it."""
    yield
    gc.enable()
    gc.unfreeze()


@pytest.mark.parametrize("on", [True, False])
@pytest.mark.usefixtures("collecting")
def test_what_is_made_is_frozen_and_collection_goes_on_as_it_was(on):
    gc.enable() if on else gc.disable()
    before = gc.get_freeze_count()
    with lasting():
        assert not gc.isenabled()
        made = [[number] for number in range(1000)]
    assert gc.isenabled() is on
    assert gc.get_freeze_count() >= before + len(made)


@pytest.mark.usefixtures("collecting")
def test_a_fault_leaves_collection_as_it_was():
    gc.enable()
    with pytest.raises(ValueError, match="broken"), lasting():
        raise ValueError("broken")
    assert gc.isenabled()
