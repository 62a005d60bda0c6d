"""What is handed out: completion in shells, the container, the list of components, the pins, files of others, extras."""

import ast
import hashlib
import json
import os
import re
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest

import release

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
PIN = re.compile(r"^([a-z0-9._-]+)(?:\[[a-z,]+\])?==([^ ;\\]+)", re.MULTILINE)
NAME = re.compile(r"[A-Za-z0-9._-]+")
BINARIES = {".js", ".woff", ".woff2", ".ttf", ".png", ".jpg", ".svg", ".css", ".min.js"}
OWN = {"src/foedera/web/icon.svg", "src/foedera/web/style.css", "src/foedera/api/briefs/style.css"}


def pins(name):
    return dict(PIN.findall((ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")))


def asked(name):
    lines = (ROOT / "requirements" / f"{name}.in").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith(("-", "#"))]


def completed(shell, **more):
    environment = {**os.environ, "_FOEDERA_COMPLETE": shell, **more}
    done = subprocess.run([sys.executable, "-m", "foedera"], env=environment, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_every_shell_gets_its_completion(shell):
    assert "FOEDERA_COMPLETE" in completed(f"source_{shell}")


def test_bash_completes_commands_options_and_values(tmp_path):
    program = tmp_path / "foedera"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m foedera "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    script = tmp_path / "completion"
    script.write_text(completed("source_bash"), encoding="utf-8")
    ask = f'source {script}; COMP_WORDS=(foedera "$@"); COMP_CWORD=$#; _foedera_completion foedera; echo "${{COMPREPLY[@]}}"'
    path = {"PATH": f"{tmp_path}:{os.environ['PATH']}"}

    def offered(*words):
        done = subprocess.run(["bash", "-c", ask, "bash", *words], env={**os.environ, **path}, capture_output=True, text=True, check=True)
        return done.stdout.split()

    assert offered("relat") == ["relation"]
    assert {"--as-of", "--quotes"} <= set(offered("relation", "--"))
    assert offered("events", "--format", "js") == ["json", "jsonl"]


def test_the_container_is_plain_and_runs_as_nobody_in_particular():
    # No engine is here to build it with: what can be told from the file is told, and no more.
    text = (ROOT / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    steps = [line.split(maxsplit=1) for line in text.splitlines() if line and not line.startswith("#")]
    words = [word for word, _rest in steps]
    assert set(words) <= {"FROM", "COPY", "RUN", "ENV", "USER", "WORKDIR", "VOLUME", "ENTRYPOINT", "CMD"}
    bases = [rest.split()[0] for word, rest in steps if word == "FROM"]
    assert all(re.fullmatch(r"python:3\.\d+-slim", base) for base in bases)
    last = steps[max(place for place, word in enumerate(words) if word == "FROM") :]
    assert [rest for word, rest in last if word == "USER"] == ["10001:10001"]
    assert [word for word, _rest in last].index("USER") > [word for word, _rest in last].index("RUN")
    assert "--require-hashes" in text
    assert not re.search(r"curl|wget|https?://|sudo|chmod 777|:latest|ssh|PASSWORD|TOKEN", text)
    taken = [source for word, rest in steps if word == "COPY" and "--from" not in rest for source in rest.split()[:-1]]
    assert all((ROOT / source).exists() or source == "dist/*.whl" for source in taken)
    assert json.loads(next(rest for word, rest in last if word == "ENTRYPOINT")) == ["foedera"]


def test_the_list_of_components_is_the_lock_with_its_digests_and_always_the_same(tmp_path):
    if find_spec("cyclonedx_py") is None:
        missing = "cyclonedx-bom is not installed (requirements/dev.txt)"
        (pytest.fail if os.environ.get("FOEDERA_REQUIRE") == "all" else pytest.skip)(missing)
    release.components(tmp_path / "a.json")
    release.components(tmp_path / "b.json")
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    made = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert made["bomFormat"] == "CycloneDX"
    assert made["metadata"]["component"]["name"] == "foedera"
    found = {one["name"]: one["version"] for one in made["components"]}
    assert found == pins("container")
    assert all("sha256" in json.dumps(one).lower() or "sha-256" in json.dumps(one).lower() for one in made["components"])


@pytest.mark.parametrize("name", ["base", "container", "dev", "bench", "audit"])
def test_every_library_asked_for_is_pinned_with_digests_and_no_address(name):
    text, held = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8"), pins(name)
    assert {NAME.match(line).group().lower().replace("_", "-") for line in asked(name)} <= set(held)
    assert "://" not in text
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)
    assert all("--hash=sha256:" in block for block in blocks if block.strip())


def test_one_library_has_one_version_wherever_it_is_pinned():
    for name, version in pins("container").items():
        assert pins("dev").get(name, version) == version, name
    assert pins("base").items() <= pins("container").items()


def test_files_of_others_are_as_they_were_taken():
    listed = tomllib.loads((Path(__file__).parent / "vendored.toml").read_text(encoding="utf-8"))["file"]
    for one in listed:
        assert hashlib.sha256((ROOT / one["path"]).read_bytes()).hexdigest() == one["sha256"], one["path"]
    held = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    foreign = {path for path in held if Path(path).suffix in BINARIES and not path.startswith(("src/foedera/web/", "docs/"))}
    assert foreign - OWN <= {one["path"] for one in listed}


def test_every_extra_that_a_library_is_told_to_come_with_brings_it():
    for path in (ROOT / "src" / "foedera").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "library":
                extra = next((word.value.value for word in node.keywords if isinstance(word.value, ast.Constant)), None)
                assert extra is None or extra in EXTRAS, path


def test_the_container_has_what_its_extras_ask_for_and_the_papers_name_every_extra():
    held = {NAME.match(line).group() for line in asked("container")}
    for extra in ("crawl", "desk", "llm", "mcp", "parquet", "pdf", "postgres", "xlsx"):
        assert {NAME.match(one).group() for one in EXTRAS[extra]} <= held, extra
    told = (ROOT / "docs" / "installing.md").read_text(encoding="utf-8")
    assert all(f"`{extra}`" in told for extra in EXTRAS)
