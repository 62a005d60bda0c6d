"""Data files: read from a folder, each with its tree and the complaints about it, and turned into typed items."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any, Generic, TypeVar

import msgspec

from foedera.knowledge.locator import Path, line_of
from foedera.knowledge.violations import violation
from foedera.model.problem import Problem
from foedera.plumbing.errors import KnowledgeError
from foedera.plumbing.interface import _

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """One TOML file: its name within the data folder, its text and tree, and what is wrong with it."""

    name: str
    text: str
    tree: dict[str, Any]
    complaints: list[Problem] = field(default_factory=list)

    @property
    def stem(self) -> str:
        """The file's own name, without folder and ending."""
        return FilePath(self.name).stem

    @property
    def folder(self) -> str:
        """The folder within the data folder."""
        return self.name.rpartition("/")[0]

    @property
    def sound(self) -> bool:
        """Whether the file is TOML at all."""
        return not self.complaints or bool(self.tree)

    def where(self, path: Path) -> str:
        """File and line of what `path` leads to."""
        return f"{self.name}:{line_of(self.text, path)}"

    def complain(self, path: Path, what: str, remedy: str) -> None:
        """Note that what `path` leads to is wrong."""
        self.complaints.append(Problem(where=self.where(path), what=what, remedy=remedy))


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Generic[T]):
    """A typed value and the place it was read from."""

    file: DataFile
    path: Path
    value: T

    def complain(self, key: Path, what: str, remedy: str) -> None:
        """Note that the part of the item that `key` leads to is wrong."""
        self.file.complain((*self.path, *key), what, remedy)


def read_files(root: FilePath) -> tuple[list[DataFile], list[bytes]]:
    """All TOML files under `root` by name, and the names and bodies that make up the digest.

    Raises:
        KnowledgeError: there is no such folder.
    """
    if not root.is_dir():
        raise KnowledgeError(_("no folder of data files"), where=str(root), remedy=_("name the folder that holds languages/"))
    named = sorted((path.relative_to(root).as_posix(), path) for path in root.glob("**/*.toml"))
    bodies = [(name, path.read_bytes()) for name, path in named]
    return [_parsed(name, body) for name, body in bodies], [part for name, body in bodies for part in (name.encode(), body)]


def items(file: DataFile, key: str, shape: type[T]) -> Iterator[Item[T]]:
    """The tables of an array of tables, each as `shape`; what does not fit becomes a complaint."""
    tables = file.tree.get(key, [])
    if not isinstance(tables, list):
        what = _("{key} is no array of tables").format(key=key)
        file.complain((key,), what, _("write [[{key}]]").format(key=key))
        return
    for number in range(len(tables)):
        item = converted(file, (key, number), shape)
        if item is not None:
            yield item


def converted(file: DataFile, path: Path, shape: type[T]) -> Item[T] | None:
    """What `path` leads to as `shape`. Keys that do not fit become complaints and are left out; None if nothing is left."""
    tree = _at(file.tree, path)
    try:
        return Item(file=file, path=path, value=msgspec.convert(tree, shape))
    except msgspec.ValidationError as error:
        failure = error
    tree = deepcopy(tree)
    left_out: set[Path] = set()
    while True:
        found = violation(failure, tree)
        if found.path not in left_out:
            file.complain((*path, *found.path), found.what, found.remedy)
        if found.missing or not found.path:
            return None
        left_out.add(found.path)
        _drop(tree, found.path)
        try:
            return Item(file=file, path=path, value=msgspec.convert(tree, shape))
        except msgspec.ValidationError as error:
            failure = error


def _parsed(name: str, body: bytes) -> DataFile:
    try:
        text = unicodedata.normalize("NFC", body.decode())
        return DataFile(name=name, text=text, tree=tomllib.loads(text))
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        return _broken(name, line, _("not UTF-8"))
    except tomllib.TOMLDecodeError as error:
        # tomllib tells the place only in words: "... (at line 3, column 4)" or "(at end of document)".
        _before, _sign, place = str(error).partition("(at line ")
        line = int(place.split(",")[0]) if place else text.count("\n") + 1
        return _broken(name, line, _("no valid TOML: {error}").format(error=error))


def _broken(name: str, line: int, what: str) -> DataFile:
    file = DataFile(name=name, text="", tree={})
    file.complaints.append(Problem(where=f"{name}:{line}", what=what, remedy=_("correct the file")))
    return file


def _at(tree: Any, path: Path) -> Any:  # noqa: ANN401 - a TOML tree has no narrower type
    for key in path:
        tree = tree[key]
    return tree


def _drop(tree: Any, path: Path) -> None:  # noqa: ANN401 - a TOML tree has no narrower type
    # The whole array goes when one of its elements is wrong: the places of the others must not move.
    while isinstance(path[-1], int):
        path = path[:-1]
    del _at(tree, path[:-1])[path[-1]]
