from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.knowledge.locator import line_of, table_lines

TEXT = '''# a comment = 1
first = "one" # [x]
"quoted key".sub = 2
list = [
    "a", # no "b"
    "c,]", 'd\\',
    [1,
     2],
]
long = """
[not.a.table]
key = "value"
"""
inline = { a = 1, b = ["x", "y"] }

[table]
key = 1

[[many]]
id = 1
  [[many.inner]]
  text = \'\'\'it''s\'\'\'\'
  [[many.inner]]
  text = "\\"quoted\\""
[[many]]
id = 2
[[many.inner]]
text = 3
[many.single]
deep.key = true
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("first",), 2),
        (("quoted key", "sub"), 3),
        (("list",), 4),
        (("list", 0), 5),
        (("list", 1), 6),
        (("list", 2), 6),
        (("list", 3, 1), 8),
        (("long",), 10),
        (("not", "a"), 1),
        (("inline", "b", 1), 14),
        (("table",), 16),
        (("table", "key"), 17),
        (("table", "missing"), 16),
        (("many", 0), 19),
        (("many", 0, "inner", 0, "text"), 22),
        (("many", 0, "inner", 1), 23),
        (("many", 1), 25),
        (("many", 1, "inner", 0, "text"), 28),
        (("many", 1, "single", "deep", "key"), 30),
    ],
)
def test_every_path_leads_to_its_line(path, line):
    tomllib.loads(TEXT)
    assert line_of(TEXT, path) == line


def test_lines_of_a_header_are_those_that_hold_nothing_else():
    assert table_lines(TEXT, "[[many]]") == [19, 25]


def test_a_comment_at_the_end_is_passed_over():
    assert line_of("a = 1 # x\n# end", ("a",)) == 1


@given(st.lists(st.text(st.characters(codec="ascii", min_codepoint=32), max_size=8), min_size=1, max_size=6))
def test_keys_after_any_strings_keep_their_lines(texts):
    quoted = ["'" + text.replace("'", "") + "'" for text in texts]
    body = "".join(f"k{number} = {text}\n" for number, text in enumerate(quoted))
    assert [line_of(body, (f"k{number}",)) for number in range(len(texts))] == list(range(1, len(texts) + 1))
