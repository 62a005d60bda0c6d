import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.plumbing.network.robots import EVERYTHING, NOTHING, Rule, robots

WISHES = b"""\xef\xbb\xbf# a comment
User-agent: *
Disallow: /private
Allow: /private/open$
Crawl-delay: 2

User-agent: Other
User-agent: foedera   # us
Disallow: /*.pdf$
Disallow: /a*b*c
Allow: /a/b
Crawl-delay: soon
Disallow:
"""


def test_those_who_are_named_have_wishes_of_their_own():
    ours = robots(WISHES, "Foedera/1.0")
    assert ours.allows("/private")
    assert not ours.allows("/x.pdf")
    assert ours.allows("/x.pdf?y")
    assert not ours.allows("/a1b2c3")
    assert ours.allows("/a1b2")
    others = robots(WISHES, "Somebody")
    assert not others.allows("/private/x")
    assert others.allows("/private/open")
    assert not others.allows("/private/open/x")
    assert (others.wait, ours.wait) == (2.0, 0.0)


def test_the_longest_pattern_decides():
    wishes = robots(b"user-agent: *\ndisallow: /a\nallow: /a/b\ndisallow: /a/b/c\n", "x")
    assert [wishes.allows(path) for path in ("/", "/a", "/a/b", "/a/b/c")] == [True, False, True, False]


def test_without_wishes_everything_may_be_fetched():
    assert robots(b"", "x") == EVERYTHING
    assert robots(b"<html>not found</html>", "x").allows("/")
    assert not NOTHING.allows("/")


def test_a_wish_for_patience_has_an_end():
    assert robots(b"user-agent: *\ncrawl-delay: 86400", "x").wait == 60.0


def test_stars_cost_linear_time():
    start = time.process_time()
    assert not Rule(allows=False, pattern="/" + "*a" * 2000 + "$").matches("/" + "a" * 1999)
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    ("pattern", "path", "fits"), [("/a*a$", "/a", False), ("/a*a$", "/aa", True), ("/$", "/", True), ("/$", "/a", False)]
)
def test_a_star_takes_no_sign_twice(pattern, path, fits):
    assert Rule(allows=True, pattern=pattern).matches(path) is fits


@given(st.binary(max_size=200))
def test_any_bytes_are_wishes(body):
    assert robots(body, "foedera").allows("/") in {True, False}
