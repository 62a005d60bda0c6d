import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.plumbing.network.targets import VisitError, joined, target


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd", "gopher://example.org/", "ftp://example.org/", "javascript:alert(1)", "data:text/html,x", "//example.org",
        "https://", "https:///x", "https://user@example.org/", "https://a:b@example.org/", "https://example.org:25/", "https://example.org:0/",
        "https://example.org:99999/", "https://exa mple.org/", "https://example.org/\r\nHost: x", "https://example.org\\@127.0.0.1/",
        "https://[::1/", "https://example.org/" + "a" * 3000, "", "x", "https://\u2024\u2024/",
    ],
)  # fmt: skip
def test_what_is_no_plain_address_of_the_web_is_refused(url):
    with pytest.raises(VisitError) as told:
        target(url)
    assert told.value.reason == "refused"
    assert told.value.remedy


def test_an_address_is_written_in_its_plain_form():
    assert target("HTTPS://Example.org:443/a b?q=ã#top".replace(" ", "%20")).url == "https://example.org/a%20b?q=%C3%A3"
    assert target("http://bücher.example").url == "http://xn--bcher-kva.example/"
    assert target("http://[2606:2800::1]:8080/x").url == "http://[2606:2800::1]:8080/x"


def test_a_link_is_counted_from_where_it_stands():
    base = target("https://example.org/news/today")
    assert joined(base, "../a").url == "https://example.org/a"
    assert joined(base, "//other.example/a").url == "https://other.example/a"
    with pytest.raises(VisitError):
        joined(base, "file:///etc/passwd")
    with pytest.raises(VisitError):
        joined(base, "https://eor]g/")


@given(st.text(max_size=60))
def test_any_words_are_an_address_or_refused(url):
    try:
        found = target(url)
    except VisitError:
        return
    assert found.scheme in {"http", "https"}
    assert target(found.url) == found
