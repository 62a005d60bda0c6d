import gzip
import itertools
import socket
import ssl
import subprocess
import time
import zlib

import pytest

from foedera.plumbing import memory as memories
from foedera.plumbing.memory import Memory
from foedera.plumbing.network.addresses import Allowed, allowed
from foedera.plumbing.network.connection import Door
from foedera.plumbing.network.targets import VisitError
from foedera.plumbing.network.visits import Manners, Visitor, visitor
from sites import running


class Patience:
    """A clock that waits without waiting."""

    def __init__(self):
        self.now, self.waits = 0.0, []

    def monotonic(self):
        return self.now

    def sleep(self, seconds):
        self.waits.append(seconds)
        self.now += seconds


def guest(**given):
    door = given.pop("door", Door(allowed=allowed(["127.0.0.1"])))
    memory, clock = given.pop("memory", None), given.pop("clock", Patience())
    return Visitor(door=door, manners=Manners(**{"seconds": 5, **given}), memory=memory, clock=clock)


def refused(url, **given):
    with pytest.raises(VisitError) as told:
        guest(**given).get(url)
    return told.value.reason


def page(body=b"talks", status=200, **headers):
    return (status, {name.replace("_", "-"): value for name, value in headers.items()}, body)


def moved(location, status=302):
    return (status, {"Location": location}, b"")


def test_what_a_site_gives_comes_with_its_kind_and_encoding():
    with running({"/a": page(content_type='text/html; charset="Shift_JIS"')}) as site:
        found = guest().get(site.url("/a"))
        assert (found.url, found.body, found.media_type, found.charset) == (site.url("/a"), b"talks", "text/html", "Shift_JIS")
        assert site.asked[-1][1]["User-Agent"].startswith("Foedera/")


LOOPBACKS = ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0177.1", "0x7f.1", "2130706433", "127.1", "0"]


@pytest.mark.parametrize("host", [*LOOPBACKS, "10.0.0.1", "169.254.169.254", "100.100.100.200", "[fe80::1]", "168.63.129.16"])
def test_what_is_not_public_is_refused_before_anything_is_sent(host, monkeypatch):
    def connect(*_):
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket.socket, "connect", connect)
    assert refused(f"http://{host}:8080/", door=Door()) == "refused"


def test_a_site_on_this_machine_sees_nothing_of_who_is_refused():
    with running({"/": page()}) as site:
        assert refused(site.url(), door=Door()) == "refused"
        assert refused(f"http://localhost:{site.port}/", door=Door()) == "refused"
        assert site.asked == []


def test_a_redirect_to_what_is_not_public_is_refused():
    secret = page(b"secret")
    with running({"/secret": secret}) as inner, running({}) as site:
        for location in (f"http://localhost:{inner.port}/secret", "file:///etc/passwd", "gopher://127.0.0.1/", "http://169.254.169.254/"):
            site.pages["/a"] = moved(location)
            assert refused(site.url("/a"), door=Door(allowed=Allowed(hosts=frozenset({"127.0.0.1"})))) == "refused"
        assert inner.asked == []


def test_a_redirect_that_is_allowed_is_followed_and_a_circle_has_an_end():
    with running({"/a": moved("/b", 301), "/b": moved("c", 308), "/c": page(b"here"), "/x": moved("/x")}) as site:
        assert guest().get(site.url("/a")).url == site.url("/c")
        assert refused(site.url("/x")) == "unreachable"


def test_a_name_that_leads_elsewhere_the_second_time_is_checked_where_it_is_connected_to():
    with running({"/": page()}) as site:
        public = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", site.port))]
        inner = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", site.port))]
        answers = itertools.chain([public], itertools.repeat(inner))
        calls = []

        def resolve(*asked, **_):
            calls.append(asked)
            return next(answers)

        door = Door(resolve=resolve)
        first = door.resolve("rebinding.example", site.port)
        assert first == public
        assert refused(f"http://rebinding.example:{site.port}/", door=door) == "refused"
        assert refused(f"http://both.example:{site.port}/", door=Door(resolve=lambda *_, **__: public + inner)) == "refused"
        assert site.asked == []


def test_the_address_that_was_connected_to_is_checked_again(monkeypatch):
    with running({"/": page()}) as site:
        public = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", site.port))]
        connect = socket.socket.connect
        monkeypatch.setattr(socket.socket, "connect", lambda self, _: connect(self, ("127.0.0.1", site.port)))
        assert refused(f"http://name.example:{site.port}/", door=Door(resolve=lambda *_, **__: public)) == "refused"
        assert site.asked == []


def test_a_host_that_the_operator_allows_by_name_is_visited():
    with running({"/": page()}) as site:
        assert visitor(allow=("localhost",)).get(f"http://localhost:{site.port}/").body == b"talks"


def test_what_robots_txt_forbids_is_not_fetched():
    with running({"/robots.txt": page(b"User-agent: *\nDisallow: /private\nCrawl-delay: 7"), "/a": page(), "/private": page()}) as site:
        clock = Patience()
        who = guest(clock=clock)
        who.get(site.url("/a"))
        with pytest.raises(VisitError) as told:
            who.get(site.url("/private"))
        assert told.value.reason == "robots"
        who.get(site.url("/a"))
        assert site.paths() == ["/a", "/a"]
        assert [one[0] for one in site.asked].count("/robots.txt") == 1
        assert clock.waits == [7.0, 7.0]


@pytest.mark.parametrize(("status", "reason"), [(500, "robots"), (429, "robots"), (404, None), (403, None)])
def test_a_site_that_cannot_say_what_it_wishes_is_left_alone(status, reason):
    with running({"/robots.txt": page(status=status), "/a": page()}) as site:
        if reason:
            assert refused(site.url("/a")) == reason
            assert site.paths() == []
        else:
            assert guest().get(site.url("/a")).status == 200


def test_a_robots_txt_elsewhere_is_followed_and_one_on_this_machine_is_refused():
    with running({"/robots.txt": moved("/r"), "/r": page(b"User-agent: *\nDisallow: /"), "/a": page()}) as site:
        assert refused(site.url("/a")) == "robots"
        site.pages["/robots.txt"] = moved("http://169.254.169.254/robots.txt")
        assert refused(site.url("/a")) == "refused"


def test_visits_to_one_site_keep_their_distance():
    with running({"/a": page(), "/b": page()}) as site:
        clock = Patience()
        who = guest(clock=clock, wait=1.5)
        who.get(site.url("/a"))
        who.get(site.url("/b"))
        assert clock.waits == [1.5, 1.5]


def test_what_is_not_new_is_told_so_and_a_broken_memory_is_an_empty_one(tmp_path):
    def changed(desk):
        same = desk.headers.get("If-None-Match") == '"1"' and desk.headers.get("If-Modified-Since") == "today"
        return page(b"", 304) if same else page(ETag='"1"', Last_Modified="today")

    with running({"/a": changed}) as site:
        first = Memory()
        assert guest(memory=first).get(site.url("/a"), changed=True).is_new
        memories.save(first, tmp_path / "m" / "memory.json")
        again = memories.load(tmp_path / "m" / "memory.json")
        assert not guest(memory=again).get(site.url("/a"), changed=True).is_new
        assert guest(memory=again).get(site.url("/a")).is_new
    (tmp_path / "broken.json").write_text("{")
    assert memories.load(tmp_path / "broken.json") == Memory() == memories.load(tmp_path / "none.json")


def test_marks_that_are_no_longer_given_are_forgotten():
    memory = Memory()
    memory.keep("u", {"etag": "1"})
    memory.keep("u", {})
    assert memory.asking("u") == {}


def test_a_packed_answer_is_unpacked_and_a_bomb_is_left_out(max_memory):
    small = gzip.compress(b"talks " * 100)
    several = gzip.compress(b"one ") + gzip.compress(b"two")
    packer = zlib.compressobj(9, wbits=31)
    bomb = b"".join(packer.compress(bytes(1_000_000)) for _ in range(100)) + packer.flush()
    pages = {
        "/a": page(small, Content_Encoding="gzip"),
        "/d": page(zlib.compress(b"talks"), Content_Encoding="deflate"),
        "/s": page(several, Content_Encoding="gzip"),
        "/b": page(bomb, Content_Encoding="gzip"),
        "/x": page(b"no gzip", Content_Encoding="gzip"),
        "/y": page(b"x", Content_Encoding="br"),
    }
    with running(pages) as site:
        assert guest().get(site.url("/a")).body == b"talks " * 100
        assert guest().get(site.url("/d")).body == b"talks"
        assert guest().get(site.url("/s")).body == b"one two"
        with max_memory(40_000_000):
            assert refused(site.url("/b"), limit=1_000_000_000) == "too_large"
        assert refused(site.url("/x")) == "damaged"
        assert refused(site.url("/y")) == "unreadable"


def test_an_answer_over_the_limit_is_left_off():
    def endless(desk):
        desk.send_response(200)
        desk.end_headers()
        sent = 0
        try:
            while sent < 50_000_000:
                sent += desk.wfile.write(b"a" * 65536)
        except OSError:
            desk.close_connection = True
        assert sent < 50_000_000
        desk.close_connection = True

    with running({"/a": page(b"a" * 101), "/e": endless}) as site:
        assert refused(site.url("/a"), limit=100) == "too_large"
        assert refused(site.url("/e"), limit=100) == "too_large"


def test_an_answer_that_breaks_off_or_drips_or_is_no_answer_is_unreachable():
    def drips(desk):
        desk.send_response(200)
        try:
            for _ in range(100):
                desk.wfile.write(b"a: b\r\n")
                time.sleep(0.05)
        except OSError:
            pass
        desk.close_connection = True

    def noise(desk):
        desk.wfile.write(b"\x00\x01\x02\r\n\r\n")
        desk.close_connection = True

    def short(desk):
        desk.send_response(200)
        desk.send_header("Content-Length", "100")
        desk.end_headers()
        desk.wfile.write(b"only this")
        desk.close_connection = True

    def many(desk):
        desk.send_response(200)
        for number in range(500):
            desk.send_header(f"X-{number}", "x")
        desk.end_headers()
        desk.close_connection = True

    with running({"/d": drips, "/n": noise, "/s": short, "/m": many}) as site:
        start = time.monotonic()
        assert refused(site.url("/d"), seconds=0.5) == "unreachable"
        assert time.monotonic() - start < 3
        for path in ("/n", "/s", "/m"):
            assert refused(site.url(path)) == "unreachable"


@pytest.mark.parametrize("status", [404, 410, 500, 503, 429, 204])
def test_what_is_no_success_is_told_with_its_status(status):
    with running({"/a": page(b"", status, Retry_After="120")}) as site:
        assert refused(site.url("/a")) == "unreachable"


def test_nobody_at_home_is_unreachable():
    with running({}) as site:
        url = site.url("/a")
    assert refused(url) in {"unreachable", "robots"}
    assert refused("http://no-such-host.invalid/") in {"unreachable", "robots"}


def test_a_stream_comes_as_it_is():
    body = gzip.compress(b"archive")
    with running({"/a": page(body, Content_Encoding="gzip"), "/x": page(status=404)}) as site:
        with guest().stream(site.url("/a")) as stream:
            assert stream.read(5) + stream.read(1000) == body
        with pytest.raises(VisitError), guest().stream(site.url("/x")):
            pass


def test_a_message_is_posted_and_not_to_this_machine_unless_allowed():
    with running({}) as site:
        assert guest().post(site.url("/hook"), b"{}", "application/json").body == b"ok"
        assert site.asked[-1][2] == b"{}"
        with pytest.raises(VisitError):
            guest(door=Door()).post(site.url("/hook"), b"{}", "application/json")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tls")
    key, cert = folder / "key.pem", folder / "cert.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", str(key), "-out", str(cert)]
    command += ["-subj", "/CN=site.example", "-addext", "subjectAltName=DNS:site.example"]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no openssl to make a certificate with")
    return key, cert


def test_a_certificate_is_held_against_the_name_that_was_asked_for(certificate):
    key, cert = certificate
    with running({"/a": page()}) as site:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(cert, key)
        names = []
        context.sni_callback = lambda _socket, name, _context: names.append(name)
        site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
        place = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", site.port))]

        def door(**given):
            return Door(allowed=allowed(["127.0.0.1"]), resolve=lambda *_, **__: place, **given)

        trusting = door(certificates=lambda: ssl.create_default_context(cafile=cert))
        assert guest(door=trusting).get(f"https://site.example:{site.port}/a").body == b"talks"
        assert set(names) == {"site.example"}
        assert site.asked[-1][1]["Host"] == f"site.example:{site.port}"
        assert refused(f"https://other.example:{site.port}/a", door=trusting) in {"unreachable", "robots"}
        assert refused(f"https://site.example:{site.port}/a", door=door()) in {"unreachable", "robots"}
