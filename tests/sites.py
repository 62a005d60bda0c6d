"""A site on this machine for tests: what it gives is a function of path and headers, and what was asked is kept."""

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Site:
    """A running site; `pages` maps a path to (status, headers, body), or to a function of the request that gives these."""

    def __init__(self, pages):
        self.pages, self.asked = pages, []
        site = self

        class Desk(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                site.asked.append((self.path, dict(self.headers)))
                given = site.pages.get(self.path, (404, {}, b""))
                if callable(given):
                    given = given(self)
                    if given is None:
                        return
                status, headers, body = given
                self.send_response(status)
                for name, value in {"Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(body)

            do_HEAD = do_GET  # noqa: N815 - the name that the server looks for

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                site.asked.append((self.path, dict(self.headers), body))
                self.send_response(200)
                self.send_header("Content-Length", "2")
                self.end_headers()
                self.wfile.write(b"ok")

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Desk)
        self.server.daemon_threads = True

    @property
    def port(self):
        return self.server.server_port

    def url(self, path="/"):
        return f"http://127.0.0.1:{self.port}{path}"

    def paths(self):
        return [one[0] for one in self.asked if one[0] != "/robots.txt"]


@contextmanager
def running(pages):
    site = Site(pages)
    thread = threading.Thread(target=site.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield site
    finally:
        site.server.shutdown()
        site.server.server_close()
        thread.join()
