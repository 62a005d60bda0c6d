import pytest

from foedera.plumbing.errors import FoederaError, KnowledgeError, LedgerError, UsageError


@pytest.mark.parametrize(
    ("where", "remedy", "message"),
    [
        ("", "", "it broke"),
        ("a.toml:3", "", "a.toml:3: it broke"),
        ("", "mend it", "it broke - mend it"),
        ("a.toml:3", "mend it", "a.toml:3: it broke - mend it"),
    ],
)
def test_an_error_says_where_what_and_what_to_do(where, remedy, message):
    error = FoederaError("it broke", where=where, remedy=remedy)
    assert str(error) == message
    assert (error.what, error.where, error.remedy) == ("it broke", where, remedy)


@pytest.mark.parametrize(("kind", "code"), [(FoederaError, 1), (UsageError, 2), (KnowledgeError, 1), (LedgerError, 1)])
def test_an_error_has_the_exit_code_of_its_kind(kind, code):
    with pytest.raises(FoederaError) as raised:
        raise kind("it broke")
    assert raised.value.exit_code == code
