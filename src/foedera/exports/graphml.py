"""Entries → GraphML: states as nodes, relations as edges with their levels and counts."""

from __future__ import annotations

from typing import TextIO

from foedera.exports.parts.contents import Contents, Written
from foedera.exports.parts.graphs import EDGE, NODE, Values, graph
from foedera.exports.parts.xml import HEAD, plain, quoted

LISTING = True


def write(contents: Contents, out: TextIO) -> Written:
    """Write the graph of what is listed."""
    made = graph(contents)
    out.write(HEAD + '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
    for bearer, attributes in (("node", NODE), ("edge", EDGE)):
        out.writelines(
            f' <key id="{bearer}_{name}" for="{bearer}" attr.name="{name}" attr.type="{kind}"/>\n' for name, kind in attributes.items()
        )
    out.write(' <graph id="relations" edgedefault="undirected">\n')
    out.writelines(f"  <node id={quoted(code)}>\n{_data('node', values)}  </node>\n" for code, values in made.nodes.items())
    out.writelines(
        f"  <edge source={quoted(one)} target={quoted(other)}>\n{_data('edge', values)}  </edge>\n"
        for (one, other), values in made.edges.items()
    )
    out.write(" </graph>\n</graphml>\n")
    return made.written


def _data(bearer: str, values: Values) -> str:
    return "".join(f'   <data key="{bearer}_{name}">{plain(value)}</data>\n' for name, value in values.items())
