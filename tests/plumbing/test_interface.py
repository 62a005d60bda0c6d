from foedera.plumbing.interface import _, catalogue, counted


def test_text_without_a_catalogue_is_english():
    assert _("no such text") == "no such text"


def test_a_number_chooses_the_form():
    assert counted("{n} report", "{n} reports", 1) == "1 report"
    assert counted("{n} report", "{n} reports", 3) == "3 reports"


def test_the_catalogue_is_looked_up_once():
    assert catalogue() is catalogue()
