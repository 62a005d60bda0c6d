import pytest

from .reports import instruments, refusals

NAMED = [
    ("en", "Kenya and Peru praised the Economic Partnership Agreement (EPA).", "Economic Partnership Agreement", "EPA"),
    ("en", "Kenya and Peru concluded an Agreement on Veterinary Certificates.", "Agreement on Veterinary Certificates", None),
    ("en", "Kenya and Peru praised the Paris Agreement.", "Paris Agreement", None),
    ("vi", "Kenya và Peru thực hiện Hiệp định Thương mại tự do (FTA).", "Hiệp định Thương mại tự do", "FTA"),
    ("ms", "Perjanjian Perdagangan Bebas Kenya-Peru (KPFTA) menghapuskan tarif.", "Perjanjian Perdagangan Bebas Kenya-Peru", "KPFTA"),
]


@pytest.mark.parametrize(("lang", "text", "name", "abbr"), NAMED)
def test_an_instrument_has_its_name_its_abbreviation_and_its_parties(lang, text, name, abbr):
    (fact,) = instruments(lang, text)
    assert (fact.name, fact.abbr, fact.parties) == (name, abbr, ("KE", "PE"))
    assert fact.citation.quote == text


REPEATED = [
    "The Paris Agreement binds Kenya and Peru. The Paris Agreement is good.",
    "The Economic Partnership Agreement (EPA) binds Kenya and Peru. The Economic Partnership Agreement (EPA) is good.",
    "The UN Convention on the Law of the Sea (UNCLOS) binds Kenya and Peru. UNCLOS is good.",
    "The UNCLOS binds Kenya and Peru. The 1982 UNCLOS is good.",
]


def test_an_abbreviation_that_titles_begin_with_makes_no_two_of_them_one():
    first, second = "Memorandum Persefahaman Pendidikan Tinggi", "MoU mengenai Kesihatan Awam"
    text = f"Kenya dan Peru memeterai {first} (MoU) semalam. Kenya dan Peru memeterai {second}."
    assert [fact.name for fact in instruments("ms", text)] == [first, second]


@pytest.mark.parametrize("text", REPEATED)
def test_an_instrument_named_again_by_name_or_abbreviation_is_a_skip(text):
    (fact,) = instruments("en", text)
    assert fact.citation.quote == f"{text.split('. ')[0]}."
    assert "repeated" in {reason for reason, _ in refusals("en", text, of="instrument")}


REFUSED = [
    ("en", "no_name", "Kenya and Peru concluded an agreement on fish."),
    ("en", "no_name", "Treaty on fish is what Kenya and Peru want."),
    ("en", "unless", "There is broad agreement on fishing grounds among Kenya and Peru."),
    ("ms", "unless", "Kenya dan Peru: perjanjian jual beli rumah itu dibatalkan."),
]


@pytest.mark.parametrize(("lang", "reason", "text"), REFUSED)
def test_an_agreement_without_a_name_is_a_skip(lang, reason, text):
    assert instruments(lang, text) == []
    assert {given for given, _ in refusals(lang, text, of="instrument")} <= {reason, "no_name"}


def test_in_a_headline_in_capitals_capitals_make_no_name():
    text = "KENYA AND PERU SIGN AGREEMENT ON FISH\n\nKenya and Peru signed the Paris Agreement in Lima on 3 May 2025."
    assert [fact.name for fact in instruments("en", text)] == ["Paris Agreement"]
    assert [reason for reason, quote in refusals("en", text, of="instrument") if quote.isupper()] == ["no_name"]


def test_a_name_holds_no_hidden_signs_and_no_broken_lines():
    text = "Kenya and Peru praised the \u200bParis Agree\u00adment in Lima."
    (fact,) = instruments("en", text)
    assert fact.name == "Paris Agreement"
    assert "\u00ad" in fact.citation.quote


def test_a_caption_names_no_instrument():
    caption = "Photo: Kenya and Peru praise the Paris Agreement."
    text = f"{caption}\n\nKenya and Peru trade in tea."
    assert instruments("en", text) == []
    assert refusals("en", text, of="instrument") == [("caption", caption)]
