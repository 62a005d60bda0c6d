"""An addition adds files and edits none: a toy language, event type, source and export in a copy of the house work end to end."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "foedera"

PACK = """
tag = "eo"
name = "Esperanto"
english = "Esperanto"
script = "Latn"
spaced = true
home = []
ordinals = ['(?P<n>\\d+)-a']

[sentences]
terminators = ".!?"
abbreviations = ["s-ro."]
closers = '"'

[names]
honorifics = ["sinjoro"]
particles = []
stop = ["la"]
name_side = "after"
link = ["de"]

[parts]
caption = ["Foto:"]
byline = []
credit = []
boilerplate = []
published = []
"""

ACTORS = """
masks = []

[JP]
name = ["Japanio"]

[VN]
name = ["Vjetnamio"]
"""

CUES = """
[cues]
denied = ["ne"]
planned = ["estos"]
with = ["kun"]
at = ["en"]
leader_noun = ["ministro"]
diplomacy = ["ministro", "traktato", "ambasadoro"]
"""

DATES = """
future_cues = []

[months]
3 = ["marto"]

[weekdays]
[numbers]
[relative]

[[pattern]]
id = "eo.day"
pattern = '(?P<d>\\d{1,2}) (?P<month>{month}) (?P<y>\\d{4})'
shape = "day"
"""

RULE = """
[[rule]]
id = "eo.handshake.manpremis"
say = ["manpremis"]

[[rule.example]]
text = "La ministro de Japanio manpremis kun la ministro de Vjetnamio la 7 marto 2024."
span = "manpremis"
parties = ["JP", "VN"]
date = "2024-03-07"

[[rule.silent]]
text = "La ministro de Japanio ne manpremis kun la ministro de Vjetnamio."
why = "denied"
"""

EVENT = """
id = "handshake"
name = "handshake"
family = "encounter"
min_parties = 2
window = 1
roles = ["participant"]
"""

SOURCE_MODULE = '''
"""A toy source: the location `toy:` holds one report."""

from foedera.model.document import Document


def accepts(location):
    """Whether it is a toy."""
    return location == "toy:"


def documents(location, errand):
    """The one report."""
    text = "La ministro de Japanio manpremis kun la ministro de Vjetnamio la 7 marto 2024. La ambasadoro laudis la traktato."
    yield Document(body=text.encode(), name="toy.txt", location=location, media_type="text/plain")
'''

EXPORT_MODULE = '''
"""A toy export: how many readings there are."""


from foedera.exports.parts.contents import Written


def write(contents, out):
    """Write the count."""
    count = len(list(contents.readings()))
    out.write(f"{count} readings\\n")
    return Written(rows={"readings": count})
'''


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A copy of the package with files added."""
    root = tmp_path_factory.mktemp("house")
    package = root / "foedera"
    shutil.copytree(SOURCE, package, ignore=shutil.ignore_patterns("__pycache__"))
    language = package / "data" / "languages" / "eo"
    (language / "rules").mkdir(parents=True)
    for name, text in (("pack", PACK), ("actors", ACTORS), ("cues", CUES), ("dates", DATES)):
        (language / f"{name}.toml").write_text(text, encoding="utf-8")
    (language / "rules" / "handshake.toml").write_text(RULE, encoding="utf-8")
    (package / "data" / "events" / "handshake.toml").write_text(EVENT, encoding="utf-8")
    (package / "sources" / "toy.py").write_text(SOURCE_MODULE, encoding="utf-8")
    (package / "exports" / "count.py").write_text(EXPORT_MODULE, encoding="utf-8")
    return root


def foedera(house, *arguments):
    environment = {**os.environ, "PYTHONPATH": str(house), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run([sys.executable, "-m", "foedera", *arguments], env=environment, capture_output=True, text=True, check=False)


def test_the_toy_language_and_event_type_pass_their_own_rehearsal(house):
    done = foedera(house, "packs", "check", "eo")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_toy_source_reaches_the_ledger_and_leaves_by_the_toy_export(house, tmp_path):
    ledger = str(tmp_path / "toy.db")
    done = foedera(house, "ingest", "toy:", "--ledger", ledger)
    assert done.returncode == 0, done.stderr
    events = json.loads(foedera(house, "events", "--ledger", ledger, "--format", "json").stdout)
    found = events["events"]
    assert [(event["type"], event["date"], event["parties"]) for event in found] == [("handshake", "2024-03-07", ["JP", "VN"])]
    assert foedera(house, "export", "count", "--ledger", ledger).stdout == "1 readings\n"
