import pytest

from .reports import instruments, mechanisms

NAMES = [
    # over capitalised words, states and linking words towards the end
    ("en", "The Joint Commission of Kenya and Peru met.", "Joint Commission of Kenya and Peru"),
    ("vi", "Đối thoại Chính sách Quốc phòng Kenya - Peru diễn ra tại Lima.", "Đối thoại Chính sách Quốc phòng Kenya - Peru"),
    ("ms", "Dialog Strategik Kenya-Peru berlangsung di Lima.", "Dialog Strategik Kenya-Peru"),
    # and towards the beginning
    ("en", "Ministers opened the Kenya-Peru Joint Commission.", "Kenya-Peru Joint Commission"),
    ("en", "The Chile–Ghana Joint Committee met.", "Chile–Ghana Joint Committee"),
    ("en", "Kenya-Peru Joint Commission meets", "Kenya-Peru Joint Commission"),
    # up to a word in small letters, punctuation or a sentence's own capital
    ("en", "Kenya and Peru, through the Joint Commission, trade more.", "Joint Commission"),
    ("en", "The Joint Commission met, said Kenya and Peru.", "Joint Commission"),
    ("en", "Ministers of Kenya  --  Peru Joint Commission was their aim.", "Peru Joint Commission"),
    ("en", "Kenya and Peru sent clerks (Joint Commission).", "Joint Commission"),
]


@pytest.mark.parametrize(("lang", "text", "name"), NAMES)
def test_the_name_of_a_mechanism_grows_over_the_words_that_belong_to_it(lang, text, name):
    assert [fact.name for fact in mechanisms(lang, text)] == [name]


PAPERS = [
    ("en", "Kenya and Peru praised the Convention on the Rights of Fishers.", "Convention on the Rights of Fishers"),
    ("en", "Kenya and Peru praised the Convention on Fishers and Sailors 2030.", "Convention on Fishers and Sailors 2030"),
    ("en", "Kenya and Peru praised the Pantanal Treaty once more.", "Pantanal Treaty"),
    ("en", 'Kenya and Peru praised the "Pantanal Treaty" again.', "Pantanal Treaty"),
    ("en", "Kenya and Peru praised the Paris Agreement.", "Paris Agreement"),
    ("vi", "Kenya và Peru ca ngợi Hiệp định Đối tác kinh tế giữa hai nước.", "Hiệp định Đối tác kinh tế"),
    ("ms", "Kenya dan Peru memuji Perjanjian Perdagangan Bebas itu.", "Perjanjian Perdagangan Bebas"),
    # a day or a place behind is no part of it
    ("en", "Kenya and Peru praised the Treaty on Fisheries in Lima.", "Treaty on Fisheries"),
]


@pytest.mark.parametrize(("lang", "text", "name"), PAPERS)
def test_the_name_of_an_instrument_grows_over_the_words_that_belong_to_it(lang, text, name):
    assert [fact.name for fact in instruments(lang, text)] == [name]


SHORT = [
    ("en", "Kenya and Peru praised the Economic Partnership Agreement (EPA).", "EPA"),
    ("en", 'Kenya and Peru praised the Economic Partnership Agreement ("EPA").', "EPA"),
    ("vi", "Kenya và Peru thực hiện Hiệp định Thương mại tự do (FTA).", "FTA"),
    ("ms", "Perjanjian Perdagangan Bebas Kenya-Peru (KPFTA) menghapuskan tarif.", "KPFTA"),
    ("en", "Kenya and Peru praised the Economic Partnership Agreement (at last).", None),
    ("en", "Kenya and Peru praised the Economic Partnership Agreement.", None),
]


@pytest.mark.parametrize(("lang", "text", "abbr"), SHORT)
def test_the_abbreviation_stands_in_brackets_right_behind_the_name(lang, text, abbr):
    assert [fact.abbr for fact in instruments(lang, text)] == [abbr]


NUMBERS = [
    ("en", "The fourth Kenya-Peru Joint Commission met in Lima.", 4),
    ("en", "The Kenya-Peru Joint Commission held its 12th session in Lima.", 12),
    ("vi", "Đối thoại Chính sách Quốc phòng Kenya - Peru lần thứ 7 diễn ra tại Lima.", 7),
    ("vi", "Kỳ họp lần thứ 12 Ủy ban hỗn hợp Kenya - Peru diễn ra tại Lima.", 12),
    ("ms", "Dialog Strategik Kenya-Peru ke-3 berlangsung di Lima.", 3),
    ("en", "The Kenya-Peru Joint Commission met in Lima.", None),
    ("en", "The Kenya-Peru Joint Commission met in Lima, where ministers from many lands had held a fair for the 30th time.", None),
]


@pytest.mark.parametrize(("lang", "text", "number"), NUMBERS)
def test_the_number_of_a_session_stands_near_its_name(lang, text, number):
    assert [fact.edition for fact in mechanisms(lang, text)] == [number]


def test_of_two_numbers_the_nearer_is_the_sessions():
    text = "On its 50th birthday, the ninth Kenya-Peru Joint Commission met in Lima."
    assert [fact.edition for fact in mechanisms("en", text)] == [9]
