"""`foedera alert` as a person meets it."""

from pathlib import Path

from foedera.cli.app import main

ROOT = Path(__file__).resolve().parents[2]


def test_it_says_what_was_told_and_leaves_with_three_when_somebody_could_not_be(tmp_path, capsys):
    ledger = str(tmp_path / "t.db")
    assert main(["ingest", str(ROOT / "examples" / "reports" / "005-en-ishiba-hanoi-translation.txt"), "--ledger", ledger]) == 0
    asked = tmp_path / "alerts.toml"
    asked.write_text(f'[[alert]]\nname = "all"\nto = ["feed:{tmp_path}/news.xml", "feed:{tmp_path}/none/news.xml"]\n', encoding="utf-8")
    capsys.readouterr()
    assert main(["alert", str(asked), "--since", "2020", "--ledger", ledger]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert "waiting" in err
    assert f"{tmp_path}/none/news.xml: " in err
    (tmp_path / "none").mkdir()
    assert main(["alert", str(asked), "--ledger", ledger]) == 0
    assert (tmp_path / "none" / "news.xml").read_bytes().count(b"<entry>") == (tmp_path / "news.xml").read_bytes().count(b"<entry>") > 0
