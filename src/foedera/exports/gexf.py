"""Entries → GEXF 1.2, as Gephi reads it: states as nodes, relations as edges with their levels and counts."""

from __future__ import annotations

from typing import TextIO

from foedera.exports.parts.contents import Contents, Written
from foedera.exports.parts.graphs import EDGE, NODE, Values, graph
from foedera.exports.parts.xml import HEAD, quoted

LISTING = True
TYPES = {"string": "string", "int": "integer"}
APART = frozenset({"label", "weight"})
"""Attributes that GEXF has a place of its own for."""


def write(contents: Contents, out: TextIO) -> Written:
    """Write the graph of what is listed."""
    made = graph(contents)
    out.write(HEAD + '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n <graph mode="static" defaultedgetype="undirected">\n')
    for bearer, attributes in (("node", NODE), ("edge", EDGE)):
        out.write(f'  <attributes class="{bearer}">\n')
        for name, kind in attributes.items():
            if name not in APART:
                out.write(f'   <attribute id="{name}" title="{name}" type="{TYPES[kind]}"/>\n')
        out.write("  </attributes>\n")
    out.write("  <nodes>\n")
    out.writelines(
        f"   <node id={quoted(code)} label={quoted(values['label'])}>\n{_values(values)}   </node>\n" for code, values in made.nodes.items()
    )
    out.write("  </nodes>\n  <edges>\n")
    for (one, other), values in made.edges.items():
        ends = f"id={quoted(f'{one}+{other}')} source={quoted(one)} target={quoted(other)} weight={quoted(values['weight'])}"
        out.write(f"   <edge {ends}>\n{_values(values)}   </edge>\n")
    out.write("  </edges>\n </graph>\n</gexf>\n")
    return made.written


def _values(values: Values) -> str:
    inner = "".join(f'     <attvalue for="{name}" value={quoted(value)}/>\n' for name, value in values.items() if name not in APART)
    return f"    <attvalues>\n{inner}    </attvalues>\n"
