import pytest

from foedera.extraction.datelines import opening
from foedera.knowledge import load

REST = "Presiden Kenya bertemu Perdana Menteri Fiji untuk membahas perdagangan, Senin (27/1/2025)."


@pytest.mark.parametrize(
    "head",
    [
        "Jakarta - ",
        "Jakarta, Harian Pagi - ",
        "Harian.com, Jakarta - ",
        "HARIAN.CO.ID, JAKARTA -- ",
        "Harian6.com, JAKARTA\u2014",
        "Harian.com - ",
        "Tokyo (HARIAN) - ",
        "Beijing, China (HARIAN) - ",
    ],
)
def test_a_dateline_may_stand_behind_a_site_or_a_hyphen(head):
    assert opening(head + REST, load().pack("id")) == len(head)


@pytest.mark.parametrize(
    "line",
    [
        "Jakarta-Bandung dapat ditempuh dalam empat puluh menit dengan kereta cepat yang baru itu.",
        "Jakarta - Bandung dapat ditempuh dalam empat puluh menit dengan kereta cepat yang baru itu.",
        "Harian.com: situs berita yang dikelola sebuah yayasan di Jakarta sejak dua puluh tahun lalu.",
    ],
)
def test_a_route_or_a_site_with_a_colon_is_no_dateline(line):
    assert opening(line, load().pack("id")) == 0
