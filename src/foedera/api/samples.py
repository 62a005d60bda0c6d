"""The verb of examples: the reports that come with Foedera, as files to try it on."""

from __future__ import annotations

from pathlib import Path

from foedera.api.packs import EXAMPLES
from foedera.plumbing.errors import FoederaError, UsageError
from foedera.plumbing.interface import _


def examples(folder: str | Path) -> tuple[Path, ...]:
    """Write the example reports into a folder, which is made where there is none; a file that is there is left alone.

    Raises:
        UsageError: when one of them is there with other words in it.
        FoederaError: when they cannot be written.
    """
    place = Path(folder)
    source = next(one for one in EXAMPLES if one.is_dir())
    reports = {place / one.name: one.read_bytes() for one in sorted(source.iterdir()) if one.suffix == ".txt"}
    try:
        place.mkdir(parents=True, exist_ok=True)
        other = next((path for path, body in reports.items() if path.exists() and path.read_bytes() != body), None)
        if other is not None:
            raise UsageError(_("there is another file of this name"), where=str(other), remedy=_("name another folder"))
        for path, body in reports.items():
            path.write_bytes(body)
    except OSError as error:
        raise FoederaError(error.strerror or str(error), where=str(place), remedy=_("check path, rights and disk space")) from error
    return tuple(reports)
