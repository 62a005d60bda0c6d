"""The catalogues of the interface's languages hold each text of the desk, and nothing else."""

import pytest
from babel.messages.catalog import Catalog

import messages
from foedera.plumbing.interface import CATALOGUES, ENDING, _, counted, languages, speaking

KEPT = sorted(CATALOGUES.glob(f"*{ENDING}"))


@pytest.fixture(scope="module")
def wanted():
    return messages.texts()


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.stem)
def test_each_text_is_translated_with_its_fields(path, wanted):
    assert list(messages.problems(messages._read(path), wanted)) == []


def test_what_is_wrong_with_a_catalogue_is_told():
    wanted, kept = Catalog(locale="vi"), Catalog(locale="vi")
    for text in ("whole {n}", "lost", "unlike {a}", " spaced"):
        wanted.add(text)
    kept.add("whole {n}", "{n} nguyên")
    kept.add("unlike {a}", "{b}")
    kept.add(" spaced", "x")
    kept.add("gone", "x")
    assert list(messages.problems(kept, wanted)) == [
        "'lost' is not translated",
        "'unlike {a}': other fields in '{b}'",
        "' spaced': other spaces around 'x'",
        "'gone' is said nowhere",
    ]


def test_texts_come_from_pages_tables_and_data_but_not_from_commands(wanted):
    for text in ("Search", "reaffirmed", ("{n} report", "{n} reports"), "Joint statement"):
        assert wanted.get(text if isinstance(text, str) else text[0]) is not None
    assert wanted.get("Write to this file, with FILE.manifest.json beside it.") is None


@pytest.mark.parametrize("tag", languages()[1:])
def test_a_language_speaks_until_it_is_asked_no_more(tag):
    with speaking(tag):
        said, number = _("Search"), counted("{n} report", "{n} reports", 2)
    assert said != "Search" == _("Search")
    assert "2" in number != counted("{n} report", "{n} reports", 2)
