"""Every reader of bytes is given bytes that coverage leads to, a few seconds each; what it makes of them is a value, never an error."""

import re
import subprocess
import sys
import textwrap

import pytest

pytest.importorskip("trafilatura")
pytest.importorskip("fastwarc")

SECONDS = 4
READERS = {
    "encodings": "from foedera.formats.parts import encodings; read = lambda body: encodings.decode(body, None)",
    "html": "from foedera.formats import html; read = lambda body: html.article(made(body, 'text/html'))",
    "jsonl": "from foedera.formats import jsonl; read = lambda body: jsonl.article(made(body, 'application/json'))",
    "robots": "from foedera.plumbing.network.robots import robots; read = lambda body: robots(body, 'foedera').allows('/a/b?c')",
    "feeds": "from foedera.sources.parts import feeds; read = lambda body: feeds.entries(body, 'https://e.org/feed')",
    "archives": (
        "import io; from foedera.sources.parts.members import pieces; from foedera.sources.parts.splitting import records; "
        "read = lambda body: list(records(pieces(io.BytesIO(body)), limit=10_000))"
    ),
}
SEEDS = {
    "encodings": [b"\x93\xfa\x96\x7b", b"\x1b$BF|K\\\x1b(B", b"Vi\xd6t Nam"],
    "html": [b'<html><head><meta charset=utf-8><script type=\'application/ld+json\'>{"@type":"NewsArticle"}</script></head><body><p>x</p>'],
    "jsonl": [b'{"id": 1, "text": "x", "published": "2023-01-01"}'],
    "robots": [b"User-agent: *\nDisallow: /a*b$\nCrawl-delay: 2\n"],
    "feeds": [b"<rss version='2.0'><channel><item><title>t</title><link>https://e.org</link></item></channel></rss>"],
    "archives": [b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n", b"\x1f\x8b\x08\x00", b"\x28\xb5\x2f\xfd"],
}
PROGRAM = """
import sys
import atheris
with atheris.instrument_imports(include=["foedera"]):
    from foedera.model.document import Document
    {reader}
def made(body, media_type):
    return Document(body=body, name="a", location="a", media_type=media_type)
# No limit of what is resident: the system counts what the run of tests held before.
bounds = ["-max_total_time={seconds}", "-max_len=4096", "-timeout=20", "-rss_limit_mb=0", "-malloc_limit_mb=1024"]
atheris.Setup([sys.argv[0], *bounds, *sys.argv[1:]], read)
atheris.Fuzz()
"""


@pytest.mark.parametrize("name", READERS)
def test_a_reader_makes_something_of_whatever_bytes_it_is_given(name, tmp_path):
    pytest.importorskip("atheris")
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(SEEDS[name]):
        (corpus / str(number)).write_bytes(seed)
    program = tmp_path / "fuzz.py"
    program.write_text(textwrap.dedent(PROGRAM).format(reader=READERS[name], seconds=SECONDS))
    command = [sys.executable, str(program), f"-artifact_prefix={tmp_path}/", str(corpus)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=180)
    assert done.returncode == 0, done.stderr[-3000:]
    assert int(re.search(r"Done (\d+) runs", done.stderr)[1]) > 20
