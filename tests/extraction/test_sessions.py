import pytest

from .reports import edtf, events


@pytest.mark.parametrize(
    ("lang", "before", "text", "expected"),
    [
        (
            "en",
            "The presidents of Peru, Chile and Colombia attended a summit in Lima on 3 March 2026.",
            "The next summit will be held in Cali in 2027.",
            ("summit", "CL,CO,PE", "2027", "planned"),
        ),
        (
            "en",
            "The Joint Commission of Kenya and Malawi met in Nairobi on 3 March 2026.",
            "The next session will be held in Lilongwe in 2027.",
            ("dialogue", "KE,MW", "2027", "planned"),
        ),
        (
            "ms",
            "Sidang kemuncak Mesir, Greece dan Cyprus berlangsung di Kaherah pada 3 Mac 2026.",
            "Sidang kemuncak berikutnya akan diadakan di Athens pada 2027.",
            ("summit", "CY,EG,GR", "2027", "planned"),
        ),
    ],
)
def test_the_next_session_has_the_parties_of_the_one_before(lang, before, text, expected):
    last = events(lang, f"{before} {text}", "2026-03-05")[-1]
    assert (last.type, ",".join(last.parties), edtf(last.when), last.stance.realis) == expected


def test_a_next_session_that_names_another_series_has_its_own_parties():
    text = "KTT Mesir, Yunani dan Siprus digelar di Kairo pada 3 Maret 2026. KTT ASEAN-China berikutnya dijadwalkan di Hanoi pada 2027."
    assert ",".join(events("id", text, "2026-03-05")[-1].parties) == "ASEAN,CN"


def test_a_next_summit_of_no_series_is_none():
    text = "The next summit will be held in Cali in 2027, Peru and Chile heard."
    assert all(one.rule != "en.summit.of_the_series" for one in events("en", text, "2026-03-05"))


def test_a_next_session_behind_no_other_is_none():
    text = "The president of Kenya spoke of the lake on Monday. The next session will be held in 2027."
    assert [event.type for event in events("en", text, "2026-03-05") if event.type == "dialogue"] == []


def test_a_statement_after_a_summit_is_its_members():
    text = "The ASEAN summit was held in Cebu on 3 March 2026. Peru and Chile watched. They issued a joint statement."
    last = events("en", text, "2026-03-05")[-1]
    assert (last.type, last.parties) == ("joint_statement", ("ASEAN",))


def test_a_statement_after_talks_is_the_pairs():
    text = "The ASEAN summit was held in Cebu on 3 March 2026. Peru and Chile held talks. They issued a joint statement."
    last = events("en", text, "2026-03-05")[-1]
    assert (last.type, last.parties) == ("joint_statement", ("CL", "PE"))


def test_a_paper_signed_after_talks_is_the_pairs_though_the_visitor_came_from_a_summit():
    text = (
        "President Gabriel Boric of Chile held talks with Peruvian President Dina Boluarte on 3 March 2026. "
        "Boric arrived in Lima on 2 March 2026 from Manila, where he attended the ASEAN summit. "
        "Three memorandums were signed after the talks."
    )
    last = events("en", text, "2026-03-05")[-1]
    assert (last.type, last.parties) == ("signing", ("CL", "PE"))
