"""Lines of a TOML text: where each table, key and array element stands. Used for messages only; the text parses as TOML."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

Path = tuple[str | int, ...]

_QUOTES = ('"""', "'''", '"', "'")


def line_of(text: str, path: Path) -> int:
    """The line (from 1) of what `path` leads to, or of the nearest thing above it that stands in the text."""
    found = _lines(text)
    while path and path not in found:
        path = path[:-1]
    return found.get(path, 1)


@lru_cache(maxsize=8)
def _lines(text: str) -> dict[Path, int]:
    return _Scan(text).lines()


def table_lines(text: str, header: str) -> list[int]:
    """The lines that hold nothing but `header`, as `[[rule]]`: cheap, and right unless a long string holds such a line."""
    return [number for number, line in enumerate(text.split("\n"), 1) if line.strip() == header]


@dataclass(slots=True)
class _Scan:
    text: str
    at: int = 0
    table: Path = ()
    counted: int = 0
    line: int = 1
    counts: dict[Path, int] = field(default_factory=dict)
    found: dict[Path, int] = field(default_factory=lambda: {(): 1})

    def lines(self) -> dict[Path, int]:
        """Walk the text statement by statement."""
        while self._to_statement():
            if self.text.startswith("[", self.at):
                self._header()
            else:
                path = (*self.table, *self._key("="))
                self._note(path)
                self.at += 1
                self._value(path)
        return self.found

    def _to_statement(self) -> bool:
        self._skip(" \t\r\n")
        return self.at < len(self.text)

    def _header(self) -> None:
        many = self.text.startswith("[[", self.at)
        self.at += 2 if many else 1
        path = self._within(self._key("]"))
        if many:
            self._note(path)
            number = self.counts.get(path, -1) + 1
            self.counts[path] = number
            path = (*path, number)
        self.found.setdefault(path, self._line())
        self.table = path
        self.at += 2 if many else 1

    def _within(self, keys: list[str]) -> Path:
        # [[rule.example]] lies in the latest [[rule]].
        path: Path = ()
        for number, key in enumerate(keys):
            path = (*path, key)
            if number < len(keys) - 1 and path in self.counts:
                path = (*path, self.counts[path])
        return path

    def _key(self, end: str) -> list[str]:
        keys, plain = [], ""
        while not self.text.startswith(end, self.at):
            sign = self.text[self.at]
            if sign in "\"'":
                keys.append(self._string())
            elif sign == ".":
                keys += [plain] if plain else []
                plain = ""
                self.at += 1
            else:
                plain += sign.strip()
                self.at += 1
        return [*keys, plain] if plain else keys

    def _string(self) -> str:
        quote = next(quote for quote in _QUOTES if self.text.startswith(quote, self.at))
        start = self.at = self.at + len(quote)
        while not self.text.startswith(quote, self.at):
            self.at += 2 if self.text[self.at] == "\\" and quote[0] == '"' else 1
        end, self.at = self.at, self.at + len(quote)
        while len(quote) == len(_QUOTES[0]) and self.text.startswith(quote[0], self.at):
            self.at += 1  # a long string may end in quotation marks of its own
        return self.text[start:end]

    def _value(self, path: Path) -> None:
        self._skip(" \t")
        sign = self.text[self.at]
        if sign == "[":
            self._array(path)
        elif sign == "{":
            self._inline(path)
        elif sign in "\"'":
            self._string()
        else:
            while self.at < len(self.text) and self.text[self.at] not in ",]}\n#":
                self.at += 1

    def _array(self, path: Path) -> None:
        self.at += 1
        number = 0
        while self._inside("]"):
            self._note((*path, number))
            self._value((*path, number))
            number += 1
        self.at += 1

    def _inline(self, path: Path) -> None:
        self.at += 1
        while self._inside("}"):
            inner = (*path, *self._key("="))
            self._note(inner)
            self.at += 1
            self._value(inner)
        self.at += 1

    def _inside(self, end: str) -> bool:
        self._skip(" \t\r\n,")
        return not self.text.startswith(end, self.at)

    def _skip(self, signs: str) -> None:
        while self.at < len(self.text) and (self.text[self.at] in signs or self.text[self.at] == "#"):
            if self.text[self.at] == "#":
                end = self.text.find("\n", self.at)
                self.at = len(self.text) if end < 0 else end
            else:
                self.at += 1

    def _note(self, path: Path) -> None:
        line = self._line()
        for length in range(1, len(path) + 1):
            self.found.setdefault(path[:length], line)

    def _line(self) -> int:
        self.line += self.text.count("\n", self.counted, self.at)
        self.counted = self.at
        return self.line
