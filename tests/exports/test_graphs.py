import io
from itertools import combinations

import pytest
from ledgers import TRICKY

from foedera.exports import gexf, graphml
from foedera.exports.parts.xml import plain, quoted

networkx = pytest.importorskip("networkx")


def read(form, text):
    source = io.BytesIO(text.encode())
    return networkx.read_graphml(source) if form is graphml else networkx.read_gexf(source)


@pytest.mark.parametrize("form", [graphml, gexf])
def test_a_reader_of_graphs_finds_states_relations_levels_and_counts(form, written, ledger):
    text, counts = written(form)
    graph = read(form, text)
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (counts.rows["nodes"], counts.rows["edges"]) == (3, 2)
    assert not graph.is_directed()
    assert (graph.nodes["JP"]["label"], graph.nodes["JP"]["kind"]) == ("Japan", "state")
    edge = graph.edges["JP", "VN"]
    assert edge["level"] == "comprehensive strategic partnership"
    assert edge["level_since"] == "2023-11-27"
    assert (edge["level_report"], edge["level_lang"], edge["level_url"]) == ("d1.txt", "en", "https://example.org/a?b=1&c=<2>")
    assert edge["level_end"] - edge["level_start"] == len(edge["level_quote"])
    pair = [entry for entry in (*ledger.events, *ledger.levels, *ledger.commitments) if entry.parties == ("JP", "VN")]
    assert edge["events"] + edge["levels"] + edge["commitments"] == len(pair)
    assert edge["weight"] == len(pair) + edge["mechanisms"] + edge["instruments"]
    assert counts.left_out == {"people": 1}


def test_what_several_do_together_counts_apart(nouns):
    three = nouns.event("2023-11-27", parties=("CN", "JP", "VN"))
    out = io.StringIO()
    graphml.write(nouns.contents(nouns.ledger(three)), out)
    graph = read(graphml, out.getvalue())
    for pair in combinations(("CN", "JP", "VN"), 2):
        assert (graph.edges[pair]["weight"], graph.edges[pair]["events"], graph.edges[pair]["events_with_others"]) == (0, 0, 1)


def test_text_is_safe_in_xml():
    assert plain("a<b>&\x00\ud800") == "a&lt;b&gt;&amp;\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}"
    assert quoted(TRICKY).startswith("'=HYPERLINK(")
