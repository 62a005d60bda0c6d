"""An object in a store (`s3://bucket/name`) → its bytes, through fsspec, from the one store that the operator names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from foedera.plumbing.interface import _
from foedera.plumbing.network.bodies import Readable
from foedera.plumbing.network.targets import VisitError, target
from foedera.plumbing.optional import library

SCHEME = "s3://"
BLOCK = 1 << 23
"""Bytes asked for at a time."""


@contextmanager
def stream(url: str, store: str | None) -> Iterator[Readable]:
    """The bytes of an object, from its beginning.

    Raises:
        VisitError: no store is named, or it does not give the object.
    """
    if store is None:
        raise VisitError("refused", _("names no store to read from"), where=url, remedy=_("name its address in FOEDERA_S3"))
    endpoint = target(store).site
    files = library("s3fs", extra="s3").S3FileSystem(
        anon="AWS_ACCESS_KEY_ID" not in os.environ,
        endpoint_url=endpoint,
        skip_instance_cache=True,
        config_kwargs={"s3": {"addressing_style": "path"}},
    )
    try:
        opened = files.open(url.removeprefix(SCHEME), "rb", block_size=BLOCK, cache_type="readahead")
    except (OSError, ValueError) as error:
        raise VisitError("unreachable", _("the store does not give it: {why}").format(why=error), where=url) from error
    with opened:
        yield opened
