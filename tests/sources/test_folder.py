import pytest

from foedera.model.document import Document, Skip
from foedera.sources import Errand, folder

ENDINGS = {".txt": "text/plain", ".jsonl": "application/json"}


def found(location, limit=1000):
    return list(folder.documents(str(location), Errand(limit=limit, media_types=ENDINGS)))


def test_a_path_is_accepted_and_an_address_or_standard_input_is_not():
    assert folder.accepts("reports/a.txt")
    assert folder.accepts("C:")
    assert not folder.accepts("-")
    assert not folder.accepts("https://example.org/a.txt")
    assert not folder.accepts("toy:box")


def test_a_file_is_accepted_though_its_name_begins_like_an_address(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "note:1.txt").write_text("talks")
    assert folder.accepts("note:1.txt")


def test_a_text_comes_with_its_bytes_and_its_base_name(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfTalks\r\n")
    (document,) = found(tmp_path / "a.txt")
    assert document == Document(body=b"\xef\xbb\xbfTalks\r\n", name="a.txt", location=str(tmp_path / "a.txt"), media_type="text/plain")


def test_a_folder_is_read_in_order_of_relative_names_without_what_is_hidden(tmp_path):
    for name in ("b/a.txt", "b-1.txt", "a.TXT", ".hidden.txt", ".cache/x.txt", "b/c/d.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("talks")
    assert [item.location.removeprefix(f"{tmp_path}/") for item in found(tmp_path)] == [
        "a.TXT",
        "b/a.txt",
        "b/c/d.txt",
        "b-1.txt",
    ]


def test_records_come_a_line_each_with_the_number_of_the_line(tmp_path):
    (tmp_path / "x.jsonl").write_bytes(b'{"text": "a"}\n\n{"text": "b"}\r\n')
    first, second = found(tmp_path / "x.jsonl")
    assert (first.name, first.location, first.media_type) == ("x.jsonl:1", f"{tmp_path}/x.jsonl:1", "application/json")
    assert (second.name, second.body) == ("x.jsonl:3", b'{"text": "b"}\r')


def test_another_ending_is_a_fault_only_when_the_file_was_named(tmp_path):
    (tmp_path / "a.png").write_bytes(b"x")
    (named,), (met,) = found(tmp_path / "a.png"), found(tmp_path)
    assert (named.reason, named.is_fault) == ("unknown_format", True)
    assert (met.reason, met.is_fault) == ("other_format", False)


@pytest.mark.parametrize("ending", ["txt", "jsonl", "png"])
def test_a_link_to_nowhere_is_unreadable(tmp_path, ending):
    link = tmp_path / f"gone.{ending}"
    link.symlink_to(tmp_path / "nowhere")
    (skip,) = found(link)
    assert (skip.reason, skip.is_fault, skip.location) == ("unreadable", True, str(link))
    assert "link" in skip.detail


def test_a_link_to_nowhere_in_a_folder_does_not_stop_the_rest(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "b.txt").write_text("talks")
    assert [type(item) for item in found(tmp_path)] == [Skip, Document]


def test_a_file_that_is_not_there_is_unreadable(tmp_path):
    (skip,) = found(tmp_path / "none.txt")
    assert skip.reason == "unreadable"
    assert "none.txt" in skip.location


def test_a_text_over_the_limit_is_left_out_unread(tmp_path):
    (tmp_path / "a.txt").write_text("x" * 11)
    (skip,) = found(tmp_path / "a.txt", limit=10)
    assert skip.reason == "too_large"
    assert "11" in skip.detail
    assert "10" in skip.detail


def test_of_records_only_the_line_over_the_limit_is_left_out(tmp_path):
    (tmp_path / "x.jsonl").write_text('{"text": "aaaaaaaaaaaa"}\n{"text": "b"}\n')
    skip, document = found(tmp_path / "x.jsonl", limit=15)
    assert (skip.reason, skip.location) == ("too_large", f"{tmp_path}/x.jsonl:1")
    assert document.name == "x.jsonl:2"
