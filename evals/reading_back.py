#!/usr/bin/env python3
"""What readers of others find in a folder of exports, as JSON: `FORM by READER`, and how many of each kind. Needs no Foedera.

reading_back.py FOLDER     the folder holds `ledger.FORM` for each form
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

Counts = Mapping[str, int]
ANNOTATION = "http://www.w3.org/ns/oa#Annotation"
TERMS = {"Annotation": ANNOTATION, "id": "@id", "type": "@type", "graph": "@graph", "foedera": "urn:foedera:term:"}
"""Of the context that JSON-LD names, what counting needs: nothing is fetched."""
COMMAS = "CSV:44,34,76,1"
"""How LibreOffice is told that a file is CSV: commas, quotation marks, UTF-8, from the first line."""
KINDS = ("event", "level", "commitment", "mechanism", "instrument", "person")


def main() -> int:
    """Read everything, and tell what was found."""
    folder = Path(sys.argv[1])
    found = {f"{form} by {reader}": dict(read(folder / f"ledger.{form}")) for (form, reader), read in READERS.items()}
    sys.stdout.write(json.dumps(found) + "\n")
    return 0


def _by_kind(frame: Any) -> Counts:
    return {str(kind): int(count) for kind, count in Counter(frame["kind"]).items()}


def _csv(path: Path) -> Counts:
    import pandas as pd

    return _by_kind(pd.read_csv(path, keep_default_na=False))


def _csv_polars(path: Path) -> Counts:
    import polars

    return _by_kind(polars.read_csv(path, infer_schema_length=None))


def _parquet(path: Path) -> Counts:
    import pandas as pd

    return _by_kind(pd.read_parquet(path))


def _parquet_polars(path: Path) -> Counts:
    import polars

    return _by_kind(polars.read_parquet(path))


def _lines(path: Path) -> Counts:
    import pandas as pd

    counts = Counter(pd.read_json(path, lines=True)["item"])
    assert counts.pop("end") == 1
    return counts


def _rows(path: Path) -> Counts:
    import pandas as pd

    return {"rows": len(pd.read_json(path, lines=True))}


def _tabbed(path: Path) -> Counts:
    import pandas as pd

    return {"rows": len(pd.read_csv(path, sep="\t", keep_default_na=False, dtype=str, quoting=3))}


def _sqlite(path: Path) -> Counts:
    import pandas as pd

    connection = sqlite3.connect(path)
    return {kind: len(pd.read_sql_query(f"select * from {kind}", connection)) for kind in KINDS}  # noqa: S608 - words of this module


def _xlsx(path: Path) -> Counts:
    import pandas as pd

    return {name: len(sheet) for name, sheet in pd.read_excel(path, sheet_name=None).items()}


def _office(path: Path, told: str = "") -> Counts:
    """The kinds in what LibreOffice writes anew, having read the file."""
    import pandas as pd

    with tempfile.TemporaryDirectory() as place:
        own = f"-env:UserInstallation=file://{place}/profile"
        command = [shutil.which("soffice") or "soffice", own, "--headless", *([f"--infilter={told}"] if told else [])]
        subprocess.run(
            [*command, "--convert-to", "xlsx", "--outdir", f"{place}/out", str(path)], check=True, capture_output=True, timeout=300
        )
        sheets = pd.read_excel(Path(place) / "out" / f"{path.stem}.xlsx", sheet_name=None)
    return Counter(str(kind) for sheet in sheets.values() for kind in sheet["kind"])


def _graph(read: str) -> Callable[[Path], Counts]:
    def counted(path: Path) -> Counts:
        import networkx

        made = getattr(networkx, read)(path)
        return {"nodes": made.number_of_nodes(), "edges": made.number_of_edges()}

    return counted


def _geojson(path: Path) -> Counts:
    import pyogrio

    return {"event": int(pyogrio.read_info(path, force_feature_count=True)["features"])}


def _ics(path: Path) -> Counts:
    import icalendar

    return {"event": len(icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT"))}


def _atom(path: Path) -> Counts:
    import feedparser

    made = feedparser.parse(path.read_bytes())
    assert not made.bozo
    return {"entries": len(made.entries)}


def _ris(path: Path) -> Counts:
    import rispy

    with path.open(encoding="utf-8") as file:
        return {"reports": len(rispy.load(file))}


def _bibtex(path: Path) -> Counts:
    import bibtexparser

    read = getattr(bibtexparser, "parse_file", None)
    made = read(str(path)) if read else bibtexparser.loads(path.read_text(encoding="utf-8"))
    assert not getattr(made, "failed_blocks", [])
    return {"reports": len(made.entries)}


def _csl(path: Path) -> Counts:
    import pandas as pd

    return {"reports": len(pd.read_json(path))}


def _jsonld(path: Path) -> Counts:
    import rdflib

    made = json.loads(path.read_text(encoding="utf-8"))
    made["@context"] = TERMS
    graph = rdflib.Graph().parse(data=json.dumps(made), format="json-ld")
    return {"annotation": len(set(graph.subjects(rdflib.RDF.type, rdflib.URIRef(ANNOTATION))))}


def _ftm(path: Path) -> Counts:
    import followthemoney
    from followthemoney.statement.serialize import read_csv_statements

    with path.open("rb") as file:
        statements = list(read_csv_statements(file))
    data = followthemoney.Dataset({"name": "foedera", "title": "Foedera"})
    own: dict[str, list[Any]] = {}
    for one in statements:
        own.setdefault(one.entity_id, []).append(one)
    schemata = Counter(followthemoney.StatementEntity.from_statements(data, told).schema.name for told in own.values())
    return {"event": schemata["Event"], "person": schemata["Person"], "level and commitment": schemata["UnknownLink"]}


READERS: Mapping[tuple[str, str], Callable[[Path], Counts]] = {
    ("csv", "pandas"): _csv,
    ("csv", "Polars"): _csv_polars,
    ("csv", "LibreOffice"): lambda path: _office(path, COMMAS),
    ("parquet", "pandas"): _parquet,
    ("parquet", "Polars"): _parquet_polars,
    ("jsonl", "pandas"): _lines,
    ("sqlite", "pandas"): _sqlite,
    ("xlsx", "pandas and openpyxl"): _xlsx,
    ("xlsx", "LibreOffice"): _office,
    ("graphml", "networkx"): _graph("read_graphml"),
    ("gexf", "networkx"): _graph("read_gexf"),
    ("geojson", "GDAL (pyogrio)"): _geojson,
    ("ics", "icalendar"): _ics,
    ("atom", "feedparser"): _atom,
    ("ris", "rispy"): _ris,
    ("bibtex", "bibtexparser"): _bibtex,
    ("csl", "pandas"): _csl,
    ("jsonld", "rdflib"): _jsonld,
    ("ftm", "followthemoney"): _ftm,
    ("plover", "pandas"): _rows,
    ("cameo", "pandas"): _tabbed,
}
"""Form and reader → what the reader counts."""


if __name__ == "__main__":
    raise SystemExit(main())
