import pytest

from foedera.extraction.languages import language
from foedera.knowledge import load

CASES = [
    ("vi", "Hai bên nhất trí tăng cường hợp tác trong nhiều lĩnh vực."),
    ("ms", "Kerajaan Malaysia dan Jepun bersetuju memperkukuh kerjasama kerana hubungan dua hala semakin erat."),
    ("id", "Pemerintah Indonesia dan Jepang sepakat memperkuat kerja sama karena hubungan bilateral semakin erat."),
    ("ms", "Menteri Luar Jepun berkata bahawa lawatan ke Perancis minggu ini amat penting."),
    ("id", "Menteri Luar Negeri Jepang mengatakan bahwa kunjungan ke Prancis pekan ini sangat penting."),
    ("en", "The two sides agreed to step up cooperation in many fields and to keep up exchanges."),
    ("en", "KUALA LUMPUR: Malaysia and Singapore signed an agreement on the economic zone on Monday."),
    ("fr", "Le président de la République a rencontré lundi à Paris le Premier ministre vietnamien."),
    ("es", "El presidente del Gobierno se reunió este lunes en Madrid con el primer ministro japonés."),
    ("de", "Der Bundeskanzler traf am Montag den japanischen Premierminister in Berlin zu Gesprächen."),
    ("tl", "Ang Pangulo ng Pilipinas ay nakipagpulong sa Punong Ministro ng Hapon sa Maynila noong Lunes."),
    ("ja", "安倍総理大臣は、ベトナムのフック首相と会談しました。"),
    ("zh", "国家主席同越共中央总书记在北京举行会谈，双方签署多项合作文件。"),
    ("ko", "한국과 일본 정상회담이 서울에서 열렸다."),
    ("th", "ประธานาธิบดีหารือกับนายกรัฐมนตรีเรื่องความร่วมมือ"),
    ("ru", "Президент России провёл переговоры с премьер-министром Индии."),
    ("ar", "رئيس الوزراء يلتقي نظيره الياباني في القاهرة لبحث التعاون بين البلدين"),
    ("el", "Ο πρωθυπουργός συναντήθηκε με τον πρόεδρο της Γαλλίας."),
    ("und", "Hà Nội"),
    ("und", "日越会談"),
    ("und", "2023-11-27 12:00"),
    ("und", ""),
]


@pytest.mark.parametrize(("tag", "text"), CASES)
def test_a_text_is_known_by_script_letters_and_words(tag, text):
    assert language(text, load()) == tag


@pytest.mark.parametrize(
    ("declared", "text", "tag"),
    [
        ("ms", "Hubungan Malaysia dan Indonesia amat baik", "ms"),
        ("ms-MY", "Hubungan Malaysia dan Indonesia amat baik", "ms"),
        ("EN", "Viet Nam", "en"),
        ("vi", "Viet Nam va Nhat Ban ky hiep dinh", "vi"),
        ("en", "安倍総理大臣は、ベトナムのフック首相と会談しました。", "ja"),
        ("xx", "The two sides agreed to step up cooperation in many fields.", "en"),
        ("no tag!", "The two sides agreed to step up cooperation in many fields.", "en"),
        ("en", "", "en"),
    ],
)
def test_a_declared_language_wins_unless_the_script_contradicts_it(declared, text, tag):
    assert language(text, load(), declared=declared) == tag


def test_a_quoted_name_in_another_script_changes_nothing():
    text = "The two sides (日本国 and Việt Nam) agreed to step up cooperation in many fields and to keep up exchanges."
    assert language(text, load()) == "en"
