"""The program as a person meets it: answers, messages and exit codes, on real files."""

import csv
import io
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from importlib import metadata
from pathlib import Path

import pytest

from foedera.api import exporting, packs
from foedera.api import ledger as verbs
from foedera.cli import app
from foedera.cli.app import main
from foedera.model.problem import Problem

ROOT = Path(__file__).resolve().parents[2]
REPORTS = ROOT / "examples" / "reports"
ENGLISH = REPORTS / "005-en-ishiba-hanoi-translation.txt"
PROGRAM = [sys.executable, "-m", "foedera"]


@pytest.fixture(autouse=True)
def own_ledger(tmp_path, monkeypatch):
    """No test touches the ledger of whoever runs it."""
    monkeypatch.setenv("FOEDERA_LEDGER", str(tmp_path / "own.db"))
    for name in ("FOEDERA_LIMIT", "FORCE_COLOR", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    path = tmp_path_factory.mktemp("ledger") / "t.db"
    assert main(["ingest", str(REPORTS), "--ledger", str(path)]) == 0
    return path


@pytest.fixture
def run(capsys):
    def call(*arguments):
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return call


def test_without_a_command_the_help_is_shown(run):
    code, out, err = run()
    assert code == 2
    assert "relation" in err
    assert (out, err.count("Usage")) == ("", 1)


def test_the_version_is_told(run):
    assert run("--version") == (0, f"foedera {metadata.version('foedera')}\n", "")


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["relation", "JP", "VN", "--fromat", "json"], "--format"),
        (["relaton", "JP", "VN"], "relation"),
        (["events", "--format", "xml"], "csv"),
        (["relation", "JP"], "STATE"),
        (["relation", "Japn", "VN"], "Japan (JP)"),
        (["relation", "JP", "Jepun"], "name two states"),
        (["levels", "Viet Nma"], "VN"),
        (["events", "--type", "tals"], "talks"),
        (["events", "--area", "energi"], "energy"),
        (["commitments", "--type", "agred"], "'agred' is no modality"),
        (["people", "--type", "prime ministr"], "prime minister"),
        (["events", "--from", "yesterday"], "2023-11-27"),
        (["events", "--from", "2024", "--to", "2020"], "earlier date first"),
        (["search", " -- "], "one word or more"),
        (["export", "fax"], "no form of export"),
        (["relation", "JP", "VN", "--as-of", "27/11/2023"], "2023-11-27"),
        (["extract", str(ENGLISH), "--lang", "xx"], "vi"),
        (["mentions", str(ENGLISH), "--published", "soon"], "2023-11-27"),
        (["packs", "check", "vn"], "vi"),
        (["packs", "check", "vi", "--lang", "malai"], "ms"),
        (["packs", "check", "vi", "--corpus", "nowhere"], "--corpus"),
        (["export", "fact"], "facts"),
        (["explain", str(ENGLISH), "--format", "csv"], "jsonl"),
        (["ingest", str(ENGLISH), "--recorded", "soon"], "2023-11-27"),
    ],
)
def test_wrong_use_ends_with_two_and_the_nearest_names(run, ledger, arguments, hint):
    if arguments[0] in {"relation", "levels", "events", "commitments", "people", "export", "search"}:
        arguments = [*arguments, "--ledger", str(ledger)]
    code, out, err = run(*arguments)
    assert code == 2
    assert hint in err
    assert out == ""
    assert "Traceback" not in err


def test_a_limit_that_is_no_size_is_wrong_use(run, monkeypatch):
    monkeypatch.setenv("FOEDERA_LIMIT", "much")
    code, _, err = run("extract", ENGLISH)
    assert code == 2
    assert "FOEDERA_LIMIT" in err


def test_extraction_gives_a_record_a_report_and_reports_left_out_by_rule_are_no_fault(run):
    code, out, _ = run("extract", REPORTS)
    records = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [record["file"] for record in records] == sorted(path.name for path in REPORTS.iterdir())
    for record in records:
        text = (REPORTS / record["file"]).open(encoding="utf-8", newline="").read()
        for kind in ("people", "events", "levels", "commitments", "mechanisms", "instruments"):
            for item in record[kind]:
                assert text[item["span"][0] : item["span"][1]] == item["quote"]


def test_standard_input_can_be_a_text_or_records():
    text = ENGLISH.read_bytes()
    one = subprocess.run([*PROGRAM, "extract", "-"], input=text, capture_output=True, check=True).stdout
    record = json.dumps({"id": "r1", "text": text.decode()}).encode() + b"\n"
    two = subprocess.run([*PROGRAM, "extract", "-", "--jsonl"], input=record, capture_output=True, check=True).stdout
    first, second = json.loads(one), json.loads(two)
    assert second["id"] == "r1"
    assert [event["span"] for event in first["events"]] == [event["span"] for event in second["events"]]


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        ("empty.txt", b"", "empty.txt"),
        ("blank.txt", b" \n\t ", "blank.txt"),
        ("binary.txt", b"\x00\x01\x02PNG\x00", "binary.txt"),
        ("latin.txt", "caf\u00e9 d\u00e9j\u00e0".encode("latin-1"), "latin.txt"),
        ("large.txt", b"word " * 3000, "large.txt"),
        ("bad.jsonl", b'{"id": "a", "text": "Some text."}\nnot json\n', "bad.jsonl:2"),
        ("bare.jsonl", b'{"id": "a"}\n', "bare.jsonl:1"),
        ("list.jsonl", b"[1]\n", "list.jsonl:1"),
    ],
)
def test_a_bad_item_is_named_with_its_reason_and_the_rest_is_done(run, tmp_path, monkeypatch, name, body, said):  # noqa: PLR0913, PLR0917
    monkeypatch.setenv("FOEDERA_LIMIT", "10 kB")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / name).write_bytes(body)
    good = tmp_path / "in" / "zz-good.txt"
    good.write_bytes(ENGLISH.read_bytes())
    for command in (["extract", tmp_path / "in"], ["ingest", tmp_path / "in"], ["mentions", tmp_path / "in"]):
        code, out, err = run(*command)
        assert code == 3, command
        assert said in err
        assert "Traceback" not in err
        assert out
    assert "zz-good.txt" in run("export", "facts")[1]


def test_a_dangling_link_and_a_missing_path_are_bad_items(run, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "nowhere.txt")
    code, _, err = run("ingest", tmp_path / "in", tmp_path / "missing.txt", ENGLISH)
    assert code == 3
    assert "link.txt" in err
    assert "missing.txt" in err


def test_a_report_without_a_pack_or_not_about_states_is_no_fault(run, tmp_path):
    letters = (0x397, 0x20, 0x3BA, 0x3C5, 0x3B2, 0x3AD, 0x3C1, 0x3BD, 0x3B7, 0x3C3, 0x3B7, 0x20, 0x3BD, 0x3AD, 0x3B1, 0x2E)
    (tmp_path / "el.txt").write_text("".join(map(chr, letters)) * 20, encoding="utf-8")
    (tmp_path / "sport.txt").write_text("The striker scored twice and the crowd sang until late in the evening.\n", encoding="utf-8")
    code, out, _ = run("extract", tmp_path / "el.txt", tmp_path / "sport.txt")
    assert code == 0
    assert [json.loads(line)["is_interstate"] for line in out.splitlines()] == [False, False]


LEDGER_COMMANDS = (
    ["relation", "JP", "VN"],
    ["levels", "VN"],
    ["events"],
    ["search", "tokyo"],
    ["export", "facts"],
    ["verify"],
    ["rebuild"],
)


@pytest.mark.parametrize("command", LEDGER_COMMANDS, ids=lambda command: command[0])
def test_a_ledger_that_is_none_is_told_and_left_alone(run, tmp_path, command):
    path = tmp_path / "notes.db"
    path.write_bytes(b"these are my notes, no database at all\n" * 50)
    before = path.read_bytes()
    code, out, err = run(*command, "--ledger", path)
    assert code == 1
    assert out == ""
    assert "notes.db" in err
    assert "Remedy" in err
    assert path.read_bytes() == before


def test_ingesting_into_what_is_no_ledger_leaves_it_alone(run, tmp_path):
    path = tmp_path / "notes.db"
    path.write_bytes(b"these are my notes, no database at all\n" * 50)
    before = path.read_bytes()
    code, _, err = run("ingest", ENGLISH, "--ledger", path)
    assert code == 1
    assert "notes.db" in err
    assert path.read_bytes() == before


def test_a_missing_ledger_is_told_with_the_remedy(run, tmp_path):
    code, _, err = run("relation", "JP", "VN", "--ledger", tmp_path / "none.db")
    assert code == 1
    assert "none.db" in err
    assert not (tmp_path / "none.db").exists()


def test_a_ledger_of_a_newer_version_is_told_and_left_alone(run, tmp_path, ledger):
    path = tmp_path / "newer.db"
    path.write_bytes(ledger.read_bytes())
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE schema_version SET version = 999")
    connection.close()
    before = path.read_bytes()
    for command in (["relation", "JP", "VN"], ["ingest", str(ENGLISH)]):
        code, _, err = run(*command, "--ledger", path)
        assert code == 1
        assert "newer" in err
        assert path.read_bytes() == before


def test_a_locked_ledger_is_told_and_left_alone(run, tmp_path, ledger):
    path = tmp_path / "locked.db"
    path.write_bytes(ledger.read_bytes())
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        (tmp_path / "new.txt").write_bytes(ENGLISH.read_bytes() + b"One more line.\n")
        code, _, err = run("ingest", tmp_path / "new.txt", "--ledger", path)
    finally:
        holder.execute("ROLLBACK")
        holder.close()
    assert code == 1
    assert "locked" in err
    assert "Traceback" not in err


def test_the_dossier_fits_eighty_columns_and_names_both_states(run, ledger):
    code, out, _ = run("relation", "Jepun", "Vi\u1ec7t Nam", "--ledger", ledger)
    assert code == 0
    assert out.startswith("Japan \N{EN DASH} Vietnam")
    assert max(map(len, out.splitlines())) <= 80
    assert "\x1b" not in out


def test_every_name_of_a_state_gives_the_same_dossier(run, ledger):
    answers = {run("relation", a, "VN", "--ledger", ledger, "--format", "json")[1] for a in ("JP", "jpn", "Japan", "Jepun", "nhat ban")}
    assert len(answers) == 1


@pytest.mark.parametrize(
    "command",
    [
        ["relation", "JP", "VN"],
        ["levels", "VN"],
        ["events"],
        ["commitments"],
        ["people"],
        ["search", "tokyo"],
        ["doctor"],
        ["verify"],
    ],
)
def test_every_answer_comes_in_four_shapes(run, ledger, command):
    named = [*command, "--ledger", str(ledger)]
    answer = json.loads(run(*named, "--format", "json")[1])
    assert answer["schema_version"] == 1
    for line in run(*named, "--format", "jsonl")[1].splitlines():
        assert json.loads(line)["schema_version"] == 1
    rows = list(csv.reader(io.StringIO(run(*named, "--format", "csv")[1])))
    assert len({len(row) for row in rows}) == 1
    assert run(*named)[1].strip()


def test_filters_narrow_a_listing_down(run, ledger):
    def count(*filters):
        return len(json.loads(run("events", "--ledger", ledger, "--format", "json", *filters)[1])["events"])

    every = count()
    assert 0 < count("--party", "JP", "--party", "Vi\u1ec7t Nam") <= every
    assert count("--from", "1800", "--to", "1801") == 0
    assert 0 < count("--type", "talks") < every
    assert count("--area", "defence_security") <= every
    assert count("--party", "Brazil") == 0


def test_what_was_searched_without_marks_is_found_with_them(run, ledger):
    found = json.loads(run("search", "doi tac", "--ledger", ledger, "--format", "json")[1])["findings"]
    assert found
    assert run("search", "zzzqqq", "--ledger", ledger)[1].strip() == "no report holds all these words"


def test_ingesting_twice_or_in_another_order_gives_the_same_bytes(run, tmp_path, ledger):
    other = tmp_path / "other.db"
    for path in sorted(REPORTS.iterdir(), reverse=True):
        assert run("ingest", path, "--ledger", other, "--recorded", "2020-01-01")[0] == 0
    assert run("ingest", REPORTS, "--ledger", other)[0] == 0
    for form in ("facts", "ledger"):
        assert run("export", form, "--ledger", other)[1] == run("export", form, "--ledger", ledger)[1]


def test_an_intact_ledger_verifies_and_rebuilding_changes_nothing(run, ledger):
    before = run("export", "ledger", "--ledger", ledger)[1]
    assert run("rebuild", "--ledger", ledger)[0] == 0
    assert run("verify", "--ledger", ledger)[0] == 0
    assert run("export", "ledger", "--ledger", ledger)[1] == before


def test_the_reason_of_every_fact_and_every_silence_is_told(run):
    code, out, _ = run("explain", ENGLISH)
    assert code == 0
    assert "rule en." in out
    assert "no fact" in out


def test_mentions_are_lines_in_order_whose_spans_are_right(run):
    code, out, _ = run("mentions", ENGLISH)
    text = ENGLISH.open(encoding="utf-8", newline="").read()
    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [line["span"] for line in lines] == sorted(line["span"] for line in lines)
    assert {line["file"] for line in lines} == {ENGLISH.name}
    for line in lines:
        assert text[line["span"][0] : line["span"][1]] == line["quote"]
        assert ("basis" in line) <= (line["kind"] == "date")


def test_relative_days_count_from_the_day_of_publication_given():
    text = b"Prime Minister Anwar Ibrahim of Malaysia met President Prabowo Subianto of Indonesia yesterday in Jakarta.\n"
    done = subprocess.run(
        [*PROGRAM, "mentions", "-", "--lang", "en", "--published", "2024-03-02"], input=text, capture_output=True, check=True
    )
    dates = [line for line in map(json.loads, done.stdout.splitlines()) if line["kind"] == "date"]
    assert [(line["value"], line["basis"]) for line in dates] == [("2024-03-01", "relative")]


def test_the_doctor_names_a_ledger_that_is_none_with_a_remedy(run, tmp_path):
    path = tmp_path / "notes.db"
    path.write_text("no database\n" * 100)
    code, out, _ = run("doctor", "--ledger", path, "--format", "json")
    answer = json.loads(out)
    assert code == 1
    assert not answer["good"]
    (ledger,) = (check for check in answer["checks"] if not check["good"])
    assert ledger["name"] == "ledger"
    assert "not a SQLite file" in ledger["found"]
    assert ledger["remedy"] == "name a ledger with --ledger, or make one with foedera ingest"


def test_the_doctor_needs_no_network(run, monkeypatch):
    def refuse(*_, **__):
        raise AssertionError

    monkeypatch.setattr(socket.socket, "connect", refuse)
    run("doctor")


def test_facts_can_be_read_as_a_page_and_as_a_table(run, tmp_path):
    greek = tmp_path / "greek.txt"
    greek.write_text("Ο πρωθυπουργός συναντήθηκε στην Αθήνα με τον πρόεδρο της Γαλλίας.", encoding="utf-8")
    code, page, _ = run("extract", ENGLISH, greek, "--format", "text")
    assert code == 0
    assert "Talks" in page
    assert "there is no pack for the language" in page
    rows = list(csv.DictReader(io.StringIO(run("extract", ENGLISH, "--format", "csv")[1])))
    assert {"event", "commitment", "tenure"} <= {row["kind"] for row in rows}


def test_an_explanation_comes_as_lines_too(run):
    (line,) = run("explain", ENGLISH, "--format", "jsonl")[1].splitlines()
    assert json.loads(line)["explanations"][0]["file"] == ENGLISH.name


def test_what_a_check_finds_is_told_and_ends_with_one(run, ledger, monkeypatch):
    problem = Problem(where="d17", what="the quote is not in the text", remedy="read it again")
    monkeypatch.setattr(verbs.rebuilding, "verify", lambda *_: iter([problem]))
    code, out, _ = run("verify", "--ledger", ledger)
    assert code == 1
    assert "d17: the quote is not in the text" in out
    code, out, _ = run("verify", "--ledger", ledger, "--format", "csv")
    assert code == 1
    assert "read it again" in out


def test_the_check_of_the_packs_tells_every_mistake_with_its_remedy(run, monkeypatch):
    monkeypatch.setattr(packs, "rehearse", lambda *_: [Problem(where="en.talks.held", what="makes nothing", remedy="mend it")])
    code, out, _ = run("packs", "check", "en", "--corpus", ENGLISH)
    assert code == 1
    assert out.endswith("\nen.talks.held: makes nothing\n  Remedy: mend it\n")
    rows = list(csv.DictReader(io.StringIO(run("packs", "check", "en", "--corpus", ENGLISH, "--format", "csv")[1])))
    assert {rows[0][key] for key in ("item", "where", "what", "remedy")} == {"problem", "en.talks.held", "makes nothing", "mend it"}


def test_the_check_of_the_packs_tells_coverage_and_what_is_without_effect(run, monkeypatch, tmp_path):
    monkeypatch.setattr(packs, "rehearse", lambda *_: [])
    (tmp_path / "empty.txt").write_text("")
    code, out, err = run("packs", "check", "--lang", "en", "Malay", "--corpus", ENGLISH)
    assert (code, err) == (0, "")
    assert "1 report read: en 1, ms 0" in out
    assert "en.exercise.held" in out
    assert out.endswith("\nNo mistake in ms, en.\n")
    assert all(len(line) <= 80 for line in out.splitlines())
    code, out, err = run("packs", "check", "en", "--corpus", tmp_path, "--format", "jsonl")
    assert code == 3
    assert "empty.txt" in err
    items = [json.loads(line) for line in out.splitlines()]
    assert {item["item"] for item in items} == {"coverage", "unused"}
    assert {item["schema_version"] for item in items} == {1}
    assert [item["name"] for item in items if item["item"] == "unused" and item["kind"] == "language"] == ["en"]


def test_rebuilding_tells_what_the_ledger_holds(run, ledger):
    assert "documents" in run("rebuild", "--ledger", ledger)[1]
    assert run("rebuild", "--ledger", ledger, "--format", "csv")[1].startswith("documents,")


def test_a_listing_that_nothing_fits_says_so(run, ledger):
    assert run("events", "--party", "Brazil", "--ledger", ledger)[:2] == (0, "  nothing in the ledger fits\n")
    assert "none in the reports read" in run("levels", "Brazil", "--ledger", ledger)[1]


def test_half_a_surrogate_pair_in_a_record_costs_that_record_alone(run, tmp_path):
    text = "The Prime Minister of Malaysia visited Japan on 3 March 2024."
    records = f'{{"id": "\\ud800", "text": "{text}"}}\n{{"id": "2", "text": "{text}"}}\n'
    (tmp_path / "r.jsonl").write_text(records)
    code, out, err = run("extract", tmp_path / "r.jsonl")
    assert code == 3
    assert "r.jsonl:1: holds half a character" in err
    assert "Traceback" not in err
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["2"]


def test_an_export_into_a_closed_pipe_is_told_apart_from_an_error(run, monkeypatch):
    def closed(*_, **__):
        raise BrokenPipeError

    monkeypatch.setattr(exporting, "export", closed)
    assert run("export", "facts") == (0, "", "")


def test_a_closed_pipe_is_silent(ledger):
    command = f"{sys.executable} -m foedera export facts --ledger {ledger} | head -c 1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.returncode == 0


def test_an_interrupt_ends_with_130():
    read, write = os.pipe()
    # Who is started in the background ignores interrupts, and whom it starts does so too.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen([*PROGRAM, "extract", "-"], stdin=read, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    signal.signal(signal.SIGINT, before)
    deadline = time.monotonic() + 40
    while process.poll() is None and time.monotonic() < deadline:
        # One that comes while the program is still being loaded may be lost.
        time.sleep(2)
        process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    os.close(read)
    os.close(write)
    assert process.returncode == 130
    assert "Traceback" not in err


def test_an_error_of_the_system_is_a_message(run, monkeypatch):
    def full(_):
        raise OSError(28, "No space left on device", "t.db")

    monkeypatch.setattr(app, "application", lambda: lambda **_: full(None))
    code, _, err = run("doctor")
    assert code == 1
    assert "t.db: No space left on device" in err
    assert "Remedy" in err


@pytest.mark.parametrize(("raised", "code"), [(KeyboardInterrupt, 130), (BrokenPipeError, 0)])
def test_an_end_from_outside_has_its_code(run, monkeypatch, raised, code):
    def stop(**_):
        raise raised

    monkeypatch.setattr(app, "application", lambda: stop)
    assert run("doctor")[0] == code
