from __future__ import annotations

from pathlib import Path

import pytest

from foedera import knowledge

WORLD = {
    "actors/jp.toml": 'code = "JP"\nname = "Japan"\nkind = "state"\ncapital = "Tokyo"\n',
    "actors/vn.toml": 'code = "VN"\nname = "Vietnam"\nkind = "state"\ncapital = "Hanoi"\n',
    "actors/asean.toml": 'code = "ASEAN"\nname = "ASEAN"\nkind = "organisation"\nmembers = ["VN"]\n',
    "offices/all.toml": (
        '[[office]]\nname = "president"\nrank = 1\n\n[[office]]\nname = "foreign minister"\nrank = 4\n\n'
        '[[office]]\nname = "emperor"\nrank = 1\nholder = "JP"\n'
    ),
    "areas/energy.toml": 'id = "energy"\nname = "Energy"\n',
    "topics/energy.toml": (
        '[[topic]]\nid = "coal"\nname = "Coal"\nkind = "object"\n\n[[topic]]\nid = "loan"\nname = "Loan"\nkind = "form"\n'
    ),
    "levels/titles.toml": '[[level]]\ntitle = "partnership"\norder = 1\n',
    "levels/ladders/vn.toml": 'state = "VN"\nrungs = ["partnership"]\nsource = "its ministry"\n',
    "events/talks.toml": 'id = "talks"\nname = "Talks"\nfamily = "encounter"\nmin_parties = 2\nwindow = 3\n',
    "publishers/vna.toml": 'id = "vna"\nname = "VNA"\nforms = ["VNA"]\nkind = "agency"\nstate = "VN"\n',
    "places/cities.toml": '[[place]]\nname = "Tokyo"\nstate = "JP"\n\n[[place]]\nname = "Hanoi"\nstate = "VN"\nforms = ["Ha Noi"]\n',
    "places/weak.toml": 'weak = ["Nara"]\n',
    "tiles/all.toml": "[tiles]\nJP = [2, 1]\nVN = [1, 2]\n",
    "names/vn.toml": 'state = "VN"\norder = "family_first"\nsurnames = ["tran"]\nsyllables = "[a-z]+"\n',
}
PACK = """tag = "xx"
name = "Toyish"
english = "Toyish"
script = "Latn"
spaced = true
home = ["VN"]
ordinals = ['(?P<n>\\d+)th', '(?P<n>{number}) time']

[sentences]
terminators = ".!?"

[names]
name_side = "after"

[parts]

[[discriminator]]
against = "yy"
ours = ["foo"]
theirs = ["bar"]
"""
RULES = """[[rule]]
id = "xx.talks.held"
say = ["{hold} talks", "[at] {with} {actor} ... (met|spoke)"]
unless = ["peace talks"]
needs = ["actor"]

[[rule.example]]
text = "Japan held talks with Vietnam in Hanoi."
span = "held talks"
parties = ["JP", "VN"]
place = "Hanoi"
by = "JP"

[[rule.silent]]
text = "The union held talks."
why = "no state"
"""
LANGUAGE = {
    "languages/xx/pack.toml": PACK,
    "languages/xx/actors.toml": 'masks = ["Japan Street"]\n\n[JP]\nname = ["Japan"]\nweak_adjective = ["Jap"]\n\n'
    '[VN]\nname = ["Vietnam"]\n',
    "languages/xx/places.toml": '[places]\nHanoi = ["Hanoy"]\n',
    "languages/xx/offices.toml": (
        '[offices]\npresident = ["head", "Foreign Chief"]\n"deputy president" = ["second head"]\n\n'
        '[ministers]\npatterns = ["{head} of {field}", "{field} {head}"]\n'
        'head = ["minister", "chief"]\ndeputy_head = ["vice"]\n\n'
        '[ministers.fields]\nforeign = ["foreign"]\n\n[[mark]]\ntext = "ex"\nmeaning = "former"\nside = "before"\n'
    ),
    "languages/xx/areas.toml": '[areas]\nenergy = ["power", "oil"]\n',
    "languages/xx/topics.toml": 'masks = ["charcoal"]\n\n[topics]\ncoal = ["coal", "coals"]\nloan = ["loan"]\n',
    "languages/xx/fields.toml": '[fields]\nsport = ["goal"]\n',
    "languages/xx/levels.toml": '[levels]\npartnership = ["pact"]\n',
    "languages/xx/words.toml": '[words]\nhold = ["hold", "held"]\n',
    "languages/xx/cues.toml": '[cues]\nwith = ["with"]\n',
    "languages/xx/dates.toml": (
        '[months]\n1 = ["jan"]\n\n[weekdays]\n1 = ["mon"]\n\n[numbers]\n2 = ["two"]\n\n[relative]\ntoday = ["now"]\n\n'
        '[[pattern]]\nid = "day"\npattern = \'(?P<d>\\d+) {month}\'\nshape = "day"\n'
    ),
    "languages/xx/amounts.toml": 'decimal = ","\n\n[currencies_before]\nEUR = ["euro"]\n\n'
    '[currencies_after]\nUSD = ["dollar"]\n\n[scales]\n1000 = ["k"]\n',
    "languages/xx/rules/talks.toml": RULES,
}


@pytest.fixture
def written(tmp_path):
    """Writes the small world and its language with some files in other words (None: without it); gives the folder."""

    def write(changes: dict[str, str | bytes | None] | None = None) -> Path:
        for name, text in {**WORLD, **LANGUAGE, **(changes or {})}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is not None:
                path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return tmp_path

    return write


@pytest.fixture
def told(written):
    """The mistakes of the small world after one file has had `old` replaced by `new`, as (where, what)."""

    def tell(name: str, old: str, new: str) -> list[tuple[str, str]]:
        text = {**WORLD, **LANGUAGE}.get(name, "")
        assert old in text
        return [(problem.where, problem.what) for problem in knowledge.problems(written({name: text.replace(old, new, 1)}))]

    return tell
