"""A folder of all that means harm, with reports in it: these are read, each bad item has its reason, memory and time are bounded."""

import gzip
import io
import json
import os
import subprocess
import sys
import zipfile

import pytest

pytest.importorskip("trafilatura")
pytest.importorskip("fastwarc")

GOOD = (
    "Prime Minister Kishida Fumio of Japan and President Vo Van Thuong of Viet Nam held talks in Tokyo on 27 November 2023. "
    "They agreed to upgrade bilateral relations and signed a memorandum of understanding."
)
RUN = """
import sys
from foedera.cli.app import main
code = main(sys.argv[1:])
# What the system calls the most resident of a process counts that of the one which started it.
held = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(held.split()[1], file=sys.stderr)
sys.exit(code)
"""
MEGABYTE = 1_000_000


def nested(times):
    body = b"x" * 1000
    for number in range(times):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(f"../../{number}.zip", body)
        body = out.getvalue()
    return body


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    root = tmp_path_factory.mktemp("hostile")
    (root / "a-good.txt").write_text(GOOD)
    (root / "z-good.html").write_text(f"<html><body><article><h1>Talks</h1><p>{GOOD}</p><p>{GOOD} Again.</p></article></body></html>")
    (root / "deep.html").write_text("<html><body>" + "<div>" * 20_000 + GOOD + "</div>" * 20_000)
    with (root / "large.html").open("wb") as out:
        out.writelines(b"<p>page</p>" * 100_000 for _ in range(46))
    with (root / "line.jsonl").open("wb") as out:
        out.write(b'{"text": "')
        out.writelines(b"a" * MEGABYTE for _ in range(200))
        out.write(b'"}\n' + json.dumps({"id": "after", "text": GOOD}).encode() + b"\n")
    packer = gzip.GzipFile(root / "bomb.warc.gz", "wb")
    for _ in range(300):
        packer.write(bytes(MEGABYTE))
    packer.close()
    (root / "cut.warc.gz").write_bytes(gzip.compress(b"WARC/1.0\r\nContent-Length: 10\r\n\r\n0123456789\r\n\r\n")[:-10])
    (root / "bomb.zip").write_bytes(nested(5))
    (root / "entities.html").write_text('<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x;</p>')
    (root / "turned \u202etxt.txt").write_bytes(b"")
    (root / "%2e%2e%2fetc%2fpasswd.txt").write_bytes(b"\0")
    (root / "broken.pdf").write_bytes(b"%PDF-1.7\n" + b"[" * 100_000)
    (root / "depth.jsonl").write_bytes(b"[" * 100_000 + b"\n")
    return root


def test_the_good_is_read_the_bad_is_kept_with_its_reason_and_memory_is_bounded(folder, tmp_path):
    ledger = tmp_path / "t.db"
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", RUN, "ingest", str(folder), "--ledger", str(ledger)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=400)
    assert done.returncode == 3, done.stderr
    assert "3 reports read" in done.stdout
    assert "Traceback" not in done.stderr
    assert int(done.stderr.split()[-1]) < 512_000, "kilobytes resident, with the words of the one language that is read"
    asked = [sys.executable, "-m", "foedera", "skips", "--ledger", str(ledger), "--format", "json"]
    left = json.loads(subprocess.run(asked, env=environment, capture_output=True, text=True, check=True).stdout)
    reasons = {one["location"].rsplit("/", 1)[1].partition("@")[0]: one["reason"] for one in left["skips"]}
    assert reasons == {
        "deep.html": "too_deep",
        "large.html": "too_large",
        "line.jsonl:1": "too_large",
        "bomb.warc.gz": "hole",
        "cut.warc.gz": "hole",
        "bomb.zip": "other_format",
        "entities.html": "no_article",
        "turned \u202etxt.txt": "empty",
        "%2e%2e%2fetc%2fpasswd.txt": "binary",
        "broken.pdf": "damaged",
        "depth.jsonl:1": "not_json",
    }
    assert sorted(path.name for path in tmp_path.iterdir() if not path.name.startswith("t.db")) == []
