from foedera.api.packs import PackCheck
from foedera.cli.parts import coverage
from foedera.knowledge import Count
from foedera.model.problem import Problem, Unused

LANGUAGES = ("ab", "cd", "ef", "gh", "ij", "kl", "mn")


def count(kind, name, number, language="ab"):
    return Count(kind=kind, name=name, language=language, count=number)


def unused(kind, name, language="ab"):
    return Unused(language=language, kind=kind, name=name, where="words.toml", what="no rule names it", remedy="name it")


def check(**fields):
    return PackCheck(**{"languages": ("ab",), "digest": "d", "problems": (), "coverage": (count("event", "talks", 3),), **fields})


def bodies(done):
    return [line.body for line in coverage.page(done)]


def named(done, left):
    return [line.body for line in coverage.page(done) if line.left == left]


def test_a_table_has_a_column_for_each_language_and_a_dash_for_a_gap():
    done = check(coverage=(count("event", "talks", 3), count("event", "talks", 0, "cd")))
    assert [body.split() for body in bodies(done)[1:4]] == [["ab", "cd"], ["events,", "rules"], ["talks", "3", "-"]]
    assert named(done, "cd event") == ["talks"]


def test_more_languages_than_a_page_is_wide_stand_below_each_other():
    done = check(coverage=tuple(count("event", "talks", number, tag) for number, tag in enumerate(LANGUAGES, start=1)))
    heads = [body.split() for body in bodies(done) if body.split()[:1] in ([LANGUAGES[0]], [LANGUAGES[-1]])]
    assert heads == [list(LANGUAGES[:6]), list(LANGUAGES[6:])]
    assert max(map(len, bodies(done))) <= 80


def test_of_levels_and_offices_the_page_tells_how_many_are_there_and_names_the_first_gaps():
    held = [count("office", "president", 2)]
    missing = [count("office", f"office {number}", 0) for number in range(coverage.SHOWN + 3)]
    (body,) = named(check(coverage=(*held, *missing)), "ab office")
    assert body.startswith("office 0, office 1, ")
    assert body.endswith(", office 11, 3 more (all with --format csv)")
    assert "1" in next(body for body in bodies(check(coverage=(*held, *missing))) if body.startswith("offices")).split()
    (body,) = named(check(coverage=tuple(missing[: coverage.SHOWN])), "ab office")
    assert "more" not in body


def test_what_is_without_effect_is_told_apart_from_rules_that_no_report_speaks_to():
    left = (unused("class", "idle"), unused("rule", "ab.talks.a"), unused("rule", "ab.talks.b"), unused("language", "cd", "cd"))
    done = check(unused=left, corpus="texts", reports=(("ab", 2), ("cd", 0)))
    assert named(done, "ab class") == ["idle: no rule names it (words.toml)"]
    assert named(done, "ab") == ["ab.talks.a, ab.talks.b"]
    assert named(done, "cd") == ["no rule names it"]
    assert "2 reports read: ab 2, cd 0" in bodies(done)
    assert any("--corpus" in body for body in bodies(check()))


def test_the_verdict_stands_last_and_alone_where_the_data_cannot_be_read():
    problem = Problem(where="pack.toml:1", what="wrong", remedy="mend it")
    assert bodies(check(problems=(problem,), coverage=())) == ["pack.toml:1: wrong", "Remedy: mend it"]
    assert bodies(check())[-1] == "No mistake in ab."


def test_rows_hold_every_item_of_every_list():
    problem = Problem(where="pack.toml:1", what="wrong")
    rows = list(coverage.rows(check(problems=(problem,), unused=(unused("class", "idle"),))))
    assert [row["item"] for row in rows] == ["problem", "coverage", "unused"]
    assert (rows[1]["name"], rows[1]["count"]) == ("talks", 3)
    assert {key for row in rows for key in row} == set(coverage.COLUMNS)
