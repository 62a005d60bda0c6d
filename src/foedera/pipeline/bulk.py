"""Locations → a ledger, by workers: they read reports and derive entries into files; this process alone writes, in whole transactions.

A run that ends before its time is taken up where it stopped: files that are done are not made again, and documents that are in are not
read again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TypeVar, cast

from foedera import runners
from foedera.ledger.parts import codec
from foedera.ledger.parts.prepared import Prepared
from foedera.ledger.parts.shelves import Rows
from foedera.ledger.parts.store import Ledger
from foedera.ledger.parts.wave import Stage
from foedera.model.document import Skip
from foedera.model.keys import Key
from foedera.model.pack import Knowledge
from foedera.pipeline import judged, origins, partfiles, waves
from foedera.pipeline.ingest import Tally
from foedera.pipeline.maps import READ, SAME, MapTask, map_file
from foedera.pipeline.options import DEFAULT, Options
from foedera.pipeline.read import apart
from foedera.pipeline.reductions import TURN, ReduceTask, reduce_partition
from foedera.pipeline.workplace import workplace
from foedera.plumbing import discover
from foedera.plumbing.errors import UsageError
from foedera.plumbing.ids import id_of
from foedera.plumbing.interface import _
from foedera.runners import Crew, Outcome, Runner
from foedera.runners import serial as here

FILES = 32
"""Files of a task: a few seconds of work, so that little is done twice where a worker dies."""
LARGE = 1_000_000
"""Bytes from which on one file is shared among tasks."""
SHARES = 4
"""Tasks for each worker into which such a file, or a stage, is divided: the last ones end nearly together."""
ROWS = 200
"""Documents, or keys, of a transaction."""
FEW = 500
"""Touched keys that are derived here rather than handed out."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What all steps of a run know."""

    ledger: Ledger
    knowledge: Knowledge
    options: Options
    folder: Path
    runner: Runner
    crew: Crew
    recorded: str


def ingest(ledger: Ledger, locations: Iterable[str], knowledge: Knowledge, *, options: Options = DEFAULT) -> Tally:
    """Read what is at the locations into the ledger, by the runner that the options name; what is bad is kept with its reason."""
    runner = _runner(options.runner or here.__name__)
    crew = Crew(workers=options.workers, scheduler=options.scheduler, preload="foedera.pipeline.warmed")
    recorded = options.recorded or datetime.now(UTC).isoformat(timespec="seconds")
    with workplace(ledger, options.work) as folder:
        site = Site(ledger=ledger, knowledge=knowledge, options=options, folder=folder, runner=runner, crew=crew, recorded=recorded)
        tally = _read(site, locations)
        derive(site)
        waves.refresh(ledger, knowledge)
    return tally


def derive(site: Site) -> None:
    """Have everything that is touched derived; what others touch meanwhile stays touched."""
    if not site.ledger.is_derived_with(site.knowledge.digest):
        site.ledger.forget(site.knowledge.digest)
    _reduce(site, "origin")
    waves.refresh_stage(site.ledger, site.knowledge, "person")
    _reduce(site, "parties")


def _runner(name: str) -> Runner:
    known = cast("dict[str, Runner]", discover.modules(runners.__name__, runners.VERB))
    chosen = known.get(name.rpartition(".")[2])
    if chosen is None:
        raise UsageError(_("{name!r} is no runner").format(name=name), remedy=_("take one of {known}").format(known=", ".join(known)))
    return chosen


def _read(site: Site, locations: Iterable[str]) -> Tally:
    """Have everything read, and keep it as it comes."""
    tally, several = Tally(), []
    for found in apart(locations):
        if isinstance(found, Skip):
            tally = _kept(site, [found], tally)
        else:
            several.append(found)
    own = [_task(site, (one,), (0, 1)) for one in several if one == "-"]
    for outcome in here.run(map_file, own, site.crew):
        tally = _taken(site, outcome, tally)
    for outcome in site.runner.run(map_file, _tasks(site, [one for one in several if one != "-"]), site.crew):
        tally = _taken(site, outcome, tally)
    return tally


def _tasks(site: Site, locations: Iterable[str]) -> Iterator[MapTask]:
    """Small files together, of a large one a share each."""
    small: list[str] = []
    for location in locations:
        path = Path(location)
        size = path.stat().st_size if path.is_file() else None
        if size is not None and size < LARGE:
            small.append(location)
            continue
        number = site.crew.workers * SHARES if size is not None else 1
        yield from (_task(site, (location,), (share, number)) for share in range(number))
    yield from (_task(site, tuple(some), (0, 1)) for some in _batches(small, FILES))


def _task(site: Site, locations: tuple[str, ...], share: tuple[int, int]) -> MapTask:
    options = replace(site.options, progress=None)
    chosen = (options.limit, options.jsonl, options.lang, options.published)
    name = id_of(locations, share, site.knowledge.digest, chosen)
    return MapTask(
        path=str(site.folder / f"read-{name}"),
        locations=locations,
        share=share,
        ledger=site.ledger.location,
        digest=site.knowledge.digest,
        options=options,
    )


def _taken(site: Site, outcome: Outcome, tally: Tally) -> Tally:
    """Keep what a worker read, some documents a transaction."""
    if outcome.made is None:
        detail = _("every process that read it ended; leave it out, or report it")
        lost = [Skip(reason="worker_died", detail=detail, location=location) for location in outcome.task.locations]
        return _kept(site, lost, tally)
    path = Path(outcome.made)
    for some in _batches(partfiles.lines(path), ROWS):
        readings = [codec.decode(value, Prepared, str(path)) for name, value in some if name == READ]
        site.ledger.load(readings, site.recorded)
        for one in readings:
            stays = one.reading[0]
            tally = replace(tally, read=tally.read + 1) if stays else replace(tally, skipped=tally.skipped + 1)
            _tell(site, one)
        tally = replace(tally, unchanged=tally.unchanged + sum(name == SAME for name, _value in some))
        tally = _kept(site, [codec.decode(value, Skip, str(path)) for name, value in some if name not in {READ, SAME}], tally)
    partfiles.remove(path)
    return tally


def _kept(site: Site, skips: Iterable[Skip], tally: Tally) -> Tally:
    for skip in skips:
        site.ledger.keep_skip(skip, site.recorded)
        _tell(site, skip)
        tally = replace(tally, faults=tally.faults + 1) if skip.is_fault else replace(tally, skipped=tally.skipped + 1)
    return tally


def _tell(site: Site, item: object) -> None:
    if site.options.progress:
        site.options.progress(item)


def _reduce(site: Site, stage: Stage) -> None:
    """Have a stage derived, and keep it while nobody else wrote; what others touched meanwhile stays touched."""
    if len(site.ledger.touched(stage, FEW)) < FEW:
        waves.refresh_stage(site.ledger, site.knowledge, stage)
        return
    of = site.crew.workers * SHARES
    tasks = [
        ReduceTask(
            path=str(site.folder / f"{stage}-{number}"),
            stage=stage,
            number=number,
            of=of,
            ledger=site.ledger.location,
            digest=site.knowledge.digest,
        )
        for number in range(of)
    ]
    mine = site.ledger.turn()
    others = mine
    for outcome in site.runner.run(reduce_partition, tasks, site.crew):
        if outcome.made is not None:
            mine, others = _applied(site, stage, Path(outcome.made), (mine, others))


def _applied(site: Site, stage: Stage, path: Path, turns: tuple[int, int]) -> tuple[int, int]:
    """Keep a partition; the last turn that was ours, and the last that was another's."""
    mine, others = turns
    found = partfiles.lines(path)
    seen = next((int(value) for name, value in found if name == TURN), 0)
    for some in _batches(found, ROWS):
        with site.ledger.deriving():
            now = site.ledger.turn()
            others = others if now == mine + 1 else now
            mine = now
            if seen >= others:
                _keep(site, stage, [value for _name, value in some])
    partfiles.remove(path)
    return mine, others


def _keep(site: Site, stage: Stage, values: Sequence[str]) -> None:
    known = judged.known(site.ledger, site.knowledge)
    keys: list[str] = []
    for value in values:
        if stage == "origin":
            key, found = codec.decode(value, tuple[str, origins.Found], stage)
            origins.keep(site.ledger, found, known)
        else:
            key, rows = codec.decode(value, tuple[Key, Rows], stage)
            site.ledger.shelves.put(key, rows)
        keys.append(key)
    site.ledger.settle(stage, keys)


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    left = iter(items)
    while some := list(islice(left, size)):
        yield some
