"""The page on commands names every command and every option there is."""

import re
from pathlib import Path

import pytest
import typer.main

from foedera.cli.app import application

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")


def commands(group=None, prefix=""):
    group = group or typer.main.get_command(application())
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, f"{prefix}{name} ")
        else:
            yield f"{prefix}{name}", command


COMMANDS = dict(commands())


def section(name):
    """The part of the page that begins with a head that names the command, up to the next head."""
    heads = [match for match in re.finditer(r"^### .*$", PAGE, re.MULTILINE) if re.search(rf"`foedera {name}\b", match.group())]
    assert heads, f"docs/commands.md has no section for {name}"
    return re.split(r"^##", PAGE[heads[0].end() :], maxsplit=1, flags=re.MULTILINE)[0]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_each_of_its_options_is_on_the_page(name):
    text = section(name)
    for parameter in COMMANDS[name].params:
        for option in parameter.opts:
            if option.startswith("--") and option != "--help":
                assert option in text, f"{name} {option}"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_each_of_its_options_is_explained_in_its_help(name):
    command = COMMANDS[name]
    assert command.help
    for parameter in command.params:
        assert getattr(parameter, "help", None), f"{name} {parameter.name}"


def test_the_page_names_no_command_that_is_not_there():
    for name in re.findall(r"^### .*?`foedera ([a-z]+(?: [a-z]+)?)", PAGE, re.MULTILINE):
        assert name in COMMANDS
