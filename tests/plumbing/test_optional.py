import json

import pytest

from foedera.plumbing.errors import UsageError
from foedera.plumbing.optional import library


def test_a_library_that_is_there_is_its_module():
    assert library("json", extra="crawl") is json


def test_one_that_is_not_there_is_wrong_use_and_says_what_to_install():
    with pytest.raises(UsageError, match=r"no_such_library.*foedera\[crawl\]") as told:
        library("no_such_library.inner", extra="crawl")
    assert told.value.exit_code == 2
