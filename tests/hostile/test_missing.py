"""Without an extra, what needs it says so: exit code 2 and the command that installs it."""

import subprocess
import sys

import pytest

RUN = "import sys; sys.modules[{module!r}] = None\nfrom foedera.cli.app import main\nsys.exit(main(sys.argv[1:]))"


@pytest.mark.parametrize(
    ("module", "file", "extra"),
    [
        ("trafilatura", ("a.html", b"<p>talks were held in Tokyo between the ministers of two states</p>"), "crawl"),
        ("lxml.html", ("a.html", b"<p>talks</p>"), "crawl"),
        ("pypdf", ("a.pdf", b"%PDF-1.4"), "pdf"),
        ("fastwarc.warc", ("a.warc", b"WARC/1.0\r\nContent-Length: 1\r\n\r\nx\r\n\r\n"), "crawl"),
        ("zstandard", ("a.warc.zst", b"\x28\xb5\x2f\xfd"), "crawl"),
    ],
)
def test_a_missing_library_is_named_with_what_installs_it(tmp_path, module, file, extra):
    name, body = file
    (tmp_path / name).write_bytes(body)
    command = [sys.executable, "-c", RUN.format(module=module), "extract", str(tmp_path / name)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2, done.stderr
    assert f"foedera[{extra}]" in done.stderr
    assert "Traceback" not in done.stderr
