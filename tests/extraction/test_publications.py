import pytest

from foedera.extraction.expressions import scan
from foedera.extraction.parts import parts
from foedera.extraction.publications import published
from foedera.knowledge import load
from foedera.model.article import Article
from foedera.model.document import DocumentId
from foedera.model.when import When

LONG = "Hai bên nhất trí tăng cường hợp tác thực chất, hiệu quả trong nhiều lĩnh vực và duy trì trao đổi đoàn cấp cao."
LONG_EN = "The two sides agreed to step up cooperation in many fields and to keep up regular exchanges of senior delegations."
LONG_MS = "Kedua-dua pihak bersetuju memperkukuh kerjasama dalam pelbagai bidang dan mengekalkan lawatan peringkat tinggi."


def when(tag, text, **record):
    pack = load().pack(tag)
    given = {"address": "a.txt", "record": "a.txt", "record_key": "file", "location": "a.txt", "digest": "", **record}
    article = Article(id=DocumentId("0"), text=text, **given)
    found = published(article, text, parts(text, pack), scan(text, pack))
    return (found.edtf, found.basis) if found else None


CASES = [
    ("vi", f" date 2023-11 Việt Nam nâng cấp quan hệ\n\nHôm nay. {LONG}", "2023-11", "stated"),
    ("vi", f" date 2025-12-05 Ngày 4/12, hai bên hội đàm. {LONG}", "2025-12-05", "stated"),
    ("vi", f" date 2024-03 Việt Nam nâng cấp quan hệ\n07/03/2024 10:00\n\n{LONG}", "2024-03-07", "stated"),
    ("vi", f"Tiêu đề\nĐăng ngày: 08/10/2024 - 10:27\n\nHôm qua, hai bên hội đàm. {LONG}", "2024-10-08", "stated"),
    ("vi", f"Tiêu đề\n\nJakarta, 11/3/2025 - Hôm qua, hai bên hội đàm. {LONG}", "2025-03-11", "stated"),
    ("vi", f"Tiêu đề\n\nHai nước hôm qua, 27/11/2023, lập quan hệ. {LONG}\nĐăng ngày:\n", "2023-11-28", "inferred"),
    ("vi", f"Tiêu đề\n\nHai nước hôm nay (7/3/2024) lập quan hệ. {LONG}", "2024-03-07", "inferred"),
    ("vi", f"Tiêu đề\n\nNgày 7-3, hai bên hội đàm. {LONG}", "XXXX-03-07", "inferred"),
    ("vi", f"Tiêu đề\n\nNgày 16/5, hai bên hội đàm.\n\nBà thăm trong hai ngày 15 và 16/5/2025. {LONG}", "2025-05-16", "inferred"),
    ("vi", f"Tiêu đề\n\nNgày 12/3/2025, hai bên hội đàm. {LONG}", "2025-03-12", "inferred"),
    ("vi", f"Tiêu đề\n\nNgày 2/9/1945, nước Việt Nam ra đời. Năm 2025, hai bên hội đàm. {LONG}", None, None),
    ("ms", f"Tajuk\n\nPUTRAJAYA, 19 Jun – {LONG_MS}", "XXXX-06-19", "stated"),
    ("ms", f"Tajuk\nOleh Meja | 11 Februari 2025, 6:42 petang\n\nPUTRAJAYA, 11 Feb – {LONG_MS}", "2025-02-11", "stated"),
    ("ms", f"Sidang Kemuncak ASEAN 2025\n\nPUTRAJAYA, 19 Jun – {LONG_MS}", "2025-06-19", "stated"),
    ("ms", f"Tajuk\n\nMereka berunding, Rabu (16 April 2025). {LONG_MS}", "2025-04-16", "inferred"),
    ("ms", f"TOKYO – {LONG_MS}\nMereka kemudian berangkat pulang – 16 Disember, 2023", "2023-12-16", "stated"),
    ("ms", f"TOKYO – {LONG_MS}\nMereka berangkat pulang pada 16 Disember 2023.", "2023-12-16", "inferred"),
    ("en", f"A title\n\nMANILA, Dec 16, 2024 — {LONG_EN}\n\nUpdated: December 17, 2024, 12:20 a.m.", "2024-12-17", "stated"),
    ("en", f"A title\n\nMANILA, Nov 3 (Wire) — {LONG_EN}", "XXXX-11-03", "stated"),
    ("en", f"JOINT STATEMENT\nCanberra, 7 March 2024\n\n{LONG_EN}", "2024-03-07", "stated"),
    ("en", f"A title\n\nThe treaty was signed yesterday (27 November 2023). {LONG_EN}", "2023-11-28", "inferred"),
    ("en", f"A title\n\nThe ministers will meet on 5 March. {LONG_EN}", None, None),
    ("en", f"A title\n\n{LONG_EN}\n\nSource: https://example.org/world/2023/11/27/talks.html", "2023-11-27", "metadata"),
    ("en", f"A title\n\n{LONG_EN}", None, None),
    ("en", "", None, None),
]


@pytest.mark.parametrize(("tag", "text", "value", "basis"), CASES)
def test_the_day_of_a_report_is_read_from_its_lines_or_its_body(tag, text, value, basis):
    assert when(tag, text) == ((value, basis) if value else None)


def test_the_record_goes_before_all():
    given = When(edtf="2024-07-09", basis="metadata")
    assert when("en", f"A title\nCanberra, 7 March 2024\n\n{LONG_EN}", published=given) == ("2024-07-09", "metadata")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/2023/11/27/talks", ("2023-11-27", "metadata")),
        ("https://example.org/20231127-talks", ("2023-11-27", "metadata")),
        ("https://example.org/2023-11-27-talks", ("2023-11-27", "metadata")),
        ("https://example.org/2023/11/talks", ("2023-11", "metadata")),
        ("https://example.org/2023/02/30/talks", None),
        ("https://example.org/post120325.html", None),
    ],
)
def test_the_address_tells_the_day(url, expected):
    assert when("en", f"A title\n\n{LONG_EN}", url=url) == expected
    assert when("en", f"A title\n\n{LONG_EN}", address=url) == expected
