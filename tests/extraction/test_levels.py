import pytest

from .reports import edtf, events, levels, refusals

STRATEGIC = "strategic partnership"
COMPREHENSIVE = "comprehensive partnership"
HIGHEST = "comprehensive strategic partnership"


def told(lang, text, published=None):
    """(parties, level, since) of every level, sorted."""
    return sorted((level.parties, level.level, edtf(level.since)) for level in levels(lang, text, published))


ONE = [
    ("en", "Kenya and Peru, strategic partners since 2014, trade in tea.", STRATEGIC, "2014"),
    ("en", "The strategic partnership between Kenya and Peru dates from 2014.", STRATEGIC, "2014"),
    ("en", "Kenya and Peru upgraded their relations to a strategic partnership in Lima on 3 May 2021.", STRATEGIC, "2021-05-03"),
    ("en", "In 2015, Kenya and Peru became strategic partners.", STRATEGIC, "2015"),
    ("en", "Kenya and Peru are comprehensive partners.", COMPREHENSIVE, None),
    ("vi", "Ngày 27/11/2020, Kenya và Peru nâng cấp quan hệ lên Đối tác chiến lược.", STRATEGIC, "2020-11-27"),
    ("vi", "Kenya và Peru là Đối tác toàn diện từ năm 2014.", COMPREHENSIVE, "2014"),
    ("vi", "Quan hệ Đối tác toàn diện giữa Kenya và Peru phát triển tốt.", COMPREHENSIVE, None),
    ("ms", "Kenya dan Peru menaik taraf hubungan kepada Perkongsian Strategik di Lima pada 3 Mei 2021.", STRATEGIC, "2021-05-03"),
    ("ms", "Kenya dan Peru menjalin Perkongsian Strategik Komprehensif sejak 2016.", HIGHEST, "2016"),
]


@pytest.mark.parametrize(("lang", "text", "level", "since"), ONE)
def test_a_level_has_the_pair_its_title_and_the_day_it_began(lang, text, level, since):
    assert told(lang, text) == [(("KE", "PE"), level, since)]
    (fact,) = levels(lang, text)
    assert fact.citation.quote == text
    assert fact.title in text


LISTS = [
    ("en", "Kenya has strategic partnerships with Norway, Ghana and Nepal."),
    ("vi", "Kenya có quan hệ Đối tác chiến lược với Na Uy, Ghana và Nepal."),
    ("ms", "Kenya mempunyai perkongsian strategik dengan Norway, Ghana dan Nepal."),
]


@pytest.mark.parametrize(("lang", "text"), LISTS)
def test_a_list_of_partners_gives_one_level_for_each_pair(lang, text):
    assert told(lang, text) == [(pair, STRATEGIC, None) for pair in (("GH", "KE"), ("KE", "NO"), ("KE", "NP"))]


def test_each_of_a_list_has_the_date_in_brackets_behind_it():
    text = "Kenya có quan hệ Đối tác chiến lược với Na Uy (2012), Ghana (9/2023) và Nepal."
    assert told("vi", text) == [(("GH", "KE"), STRATEGIC, "2023-09"), (("KE", "NO"), STRATEGIC, "2012"), (("KE", "NP"), STRATEGIC, None)]


def test_of_two_with_dates_in_brackets_each_has_its_own():
    text = "Kenya memiliki kemitraan strategis komprehensif dengan Norwegia (2016) dan Ghana (2020)."
    assert told("id", text) == [(("GH", "KE"), HIGHEST, "2020"), (("KE", "NO"), HIGHEST, "2016")]


BOTH = [
    ("ms", "Norway menandatangani perjanjian dengan Ghana. Kenya mempunyai perkongsian strategik dengan kedua-dua negara sejak 2016."),
    ("id", "Raja Kenya mengunjungi Norwegia dan Ghana. Kenya menjalin kemitraan strategis dengan masing-masing negara sejak 2016."),
]


@pytest.mark.parametrize(("lang", "text"), BOTH)
def test_a_third_state_has_a_level_with_each_of_both_told_before(lang, text):
    assert told(lang, text) == [(("GH", "KE"), STRATEGIC, "2016"), (("KE", "NO"), STRATEGIC, "2016")]


def test_both_of_whom_one_has_the_level_are_no_partners_of_a_third():
    text = "Norway menandatangani perjanjian dengan Kenya. Perkongsian strategik kedua-dua negara bermula pada 2016."
    assert told("ms", text) == [(("KE", "NO"), STRATEGIC, "2016")]


def test_a_level_raised_today_dates_the_pair_and_not_the_list_that_it_joins():
    text = "On 3 May 2024 Kenya raised its ties with Peru to a comprehensive strategic partnership, joining Chile, Norway and Ghana."
    assert told("en", text) == [
        (("CL", "KE"), HIGHEST, None),
        (("GH", "KE"), HIGHEST, None),
        (("KE", "NO"), HIGHEST, None),
        (("KE", "PE"), HIGHEST, "2024-05-03"),
    ]


def test_a_list_without_an_owner_belongs_to_the_main_actor_that_ranks_the_level():
    text = "Countries like Peru, Chile and Norway are strategic partners.\nVietnam thanked them, and Vietnam will trade."
    assert told("en", text) == [(pair, STRATEGIC, None) for pair in (("CL", "VN"), ("NO", "VN"), ("PE", "VN"))]


def test_a_list_of_partners_of_nobody_is_a_list_of_those_of_its_first():
    text = "Peru, Chile and Norway spoke of strategic partnerships."
    assert {parties for parties, *_ in told("en", text)} <= {("CL", "NO"), ("CL", "PE"), ("NO", "PE")}


SAME = [
    ("Cuba và Kenya ca ngợi quan hệ Đối tác toàn diện giữa hai nước. Cuba cũng có quan hệ này với Mông Cổ.", ("CU", "MN")),
    ("Cuba và Kenya ca ngợi quan hệ Đối tác toàn diện giữa hai nước.\nCuba cũng có quan hệ này với Mông Cổ.", ("CU", "MN")),
]


@pytest.mark.parametrize(("text", "pair"), SAME)
def test_this_relationship_is_the_level_named_before(text, pair):
    assert told("vi", text) == [(("CU", "KE"), COMPREHENSIVE, None), (pair, COMPREHENSIVE, None)]


def test_this_relationship_without_a_level_before_it_is_none():
    assert told("vi", "Cuba và Kenya ca ngợi buôn bán. Cuba cũng có quan hệ này với Mông Cổ.") == []


def test_dates_in_brackets_belong_to_the_title_before_them():
    text = "Kenya and Peru raised their ties to a strategic partnership (2014) and then to a comprehensive strategic partnership (2021)."
    assert told("en", text) == [(("KE", "PE"), HIGHEST, "2021"), (("KE", "PE"), STRATEGIC, "2014")]


def test_of_two_passages_the_one_with_a_beginning_stays():
    text = "Kenya and Peru are strategic partners. Kenya and Peru became strategic partners in 2014."
    (fact,) = levels("en", text)
    assert (edtf(fact.since), fact.citation.quote) == ("2014", "Kenya and Peru became strategic partners in 2014.")
    assert refusals("en", text, of="level") == [("repeated", "Kenya and Peru are strategic partners.")]


def test_of_two_passages_alike_the_first_stays():
    text = "Kenya and Peru have been strategic partners since 2014. They are strategic partners, said Kenya and Peru."
    (fact,) = levels("en", text)
    assert edtf(fact.since) == "2014"
    assert [reason for reason, _ in refusals("en", text, of="level")] == ["repeated"]


def test_a_title_counts_after_the_body():
    text = "Kenya and Peru become strategic partners\n\nKenya and Peru raised their ties to a strategic partnership on 3 May 2021.\n"
    (fact,) = levels("en", text)
    assert fact.citation.quote == "Kenya and Peru raised their ties to a strategic partnership on 3 May 2021."


REFUSED = [
    ("en", "The Kenya-Peru Strategic Partnership Council is new.", "part_of_a_name"),
    ("en", "The carmaker of Kenya has a strategic partnership with a firm of Peru.", "unless"),
    ("en", "Kenya and Peru did not become strategic partners.", "denied"),
    ("en", "Kenya has a strategic partnership.", "no_parties"),
    ("vi", "Kenya và Peru mong muốn nâng cấp quan hệ lên Đối tác chiến lược.", "unless"),
    ("ms", "Kenya dan Peru belum menaik taraf hubungan kepada Perkongsian Strategik.", "denied"),
]


@pytest.mark.parametrize(("lang", "text", "reason"), REFUSED)
def test_a_title_that_is_no_level_of_two_states_is_a_skip_with_its_reason(lang, text, reason):
    assert levels(lang, text) == []
    assert refusals(lang, text, of="level") == [(reason, text)]


def test_a_caption_tells_no_level():
    assert levels("en", "Photo: Kenya and Peru, strategic partners since 2014.\n\nKenya and Peru trade in tea.") == []


def test_the_day_of_the_upgrade_is_the_day_the_level_began():
    text = "Kenya and Peru held talks in Lima on 3 May 2021. On this occasion they upgraded relations to a strategic partnership."
    upgrade = next(event for event in events("en", text) if event.type == "upgrade")
    assert told("en", text) == [(("KE", "PE"), STRATEGIC, edtf(upgrade.when))]


def test_a_date_outside_the_clause_is_support():
    text = "Kenya and Peru are strategic partners; this has been so since 2014."
    (fact,) = levels("en", text)
    assert edtf(fact.since) == "2014"
    assert [(support.property, support.citation.quote) for support in fact.support] == [("date", "2014")]


def test_a_bare_title_without_a_rule_of_its_own_has_the_rule_of_bare_titles():
    text = "Kenya và Peru thiết lập quan hệ Đối tác toàn diện (2014) và Đối tác chiến lược (2019)."
    assert told("vi", text) == [(("KE", "PE"), COMPREHENSIVE, "2014"), (("KE", "PE"), STRATEGIC, "2019")]
    bare = next(fact for fact in levels("vi", text) if fact.level == STRATEGIC)
    assert bare.rule == "vi.level.named"


def test_what_and_joins_to_a_title_has_a_date_of_its_own():
    text = "Chile and Ghana are strategic partners and since 2015 have had an agreement on fisheries."
    assert [(fact.level, edtf(fact.since)) for fact in levels("en", text)] == [("strategic partnership", None)]


@pytest.mark.parametrize(
    ("lang", "text", "pairs"),
    [
        ("en", "Kenya has a strategic partnership with Fiji and Norway.", "FJ,KE KE,NO"),
        ("en", "Both Kenya and Norway have a strategic partnership with Fiji.", "FJ,KE FJ,NO"),
        ("vi", "Kenya có quan hệ đối tác chiến lược với Lào và Peru.", "KE,LA KE,PE"),
        ("vi", "Cả Kenya và Peru đều có quan hệ đối tác chiến lược với Lào.", "KE,LA LA,PE"),
        ("vi", "Ngoài Peru, Kenya còn có quan hệ đối tác chiến lược với Lào.", "KE,LA"),
        ("vi", "Kenya là nước thứ tư có quan hệ đối tác chiến lược với Lào, sau Peru, Chile và Fiji.", "KE,LA LA,PE CL,LA FJ,LA"),
        ("vi", "Kenya là đối tác chiến lược của Lào.", "KE,LA"),
        ("en", "Fiji met Peru. Hailed was the strategic partnership between Kenya and Norway.", "KE,NO"),
        ("en", "Kenya slept. It has a strategic partnership with Fiji, Peru and Norway.", "FJ,KE KE,PE KE,NO"),
        ("vi", "Cả Kenya và Peru là đối tác chiến lược của Lào và Fiji.", "KE,LA FJ,KE LA,PE FJ,PE"),
        ("vi", "Peru cho biết Kenya có quan hệ đối tác chiến lược với Lào và Fiji.", "KE,LA FJ,KE"),
        ("vi", "Đối tác chiến lược với Lào có giá trị lâu dài.", ""),
    ],
)
def test_a_level_with_several_is_a_level_with_each(lang, text, pairs):
    found = {",".join(level.parties) for level in levels(lang, text)}
    assert found == set(pairs.split())


def test_each_of_a_list_has_the_date_behind_it_and_all_that_of_the_last():
    text = (
        "Kenya là đối tác chiến lược của Lào từ năm 2009, của Peru từ năm 2012. "
        "Kenya có quan hệ đối tác toàn diện với Fiji và Chile từ năm 2020."
    )
    dates = {level.parties: level.since.edtf for level in levels("vi", text)}
    assert dates == {("KE", "LA"): "2009", ("KE", "PE"): "2012", ("FJ", "KE"): "2020", ("CL", "KE"): "2020"}


def test_two_levels_of_one_sentence_have_each_its_own_list():
    text = "Kenya có quan hệ đối tác chiến lược với Lào, Peru và Chile, đối tác toàn diện với Fiji và Ghana."
    found = {(level.parties, level.level) for level in levels("vi", text)}
    assert {parties for parties, level in found if level == "comprehensive partnership"} == {("FJ", "KE"), ("GH", "KE")}
    assert len(found) == len(["LA", "PE", "CL", "FJ", "GH"])


def test_a_state_named_alone_has_the_level_with_the_one_the_report_is_about():
    hub = "Kenya and Peru are strategic partners, President Juan Soto of Kenya said. Kenya and Peru trade in tea."
    assert (("KE", "NO"), STRATEGIC, "2016") in told("en", f"{hub} Norway became a strategic partner in 2016.")
    alike = told("en", f"{hub} They are strategic partners. Norway got the same title in 2012, Ghana in 2014.")
    assert (("KE", "NO"), STRATEGIC, "2012") in alike
    assert (("GH", "KE"), STRATEGIC, "2014") in alike


def test_a_state_of_the_pair_alone_has_it_with_the_other():
    assert told("en", "Kenya and Peru trade in tea. Peru became a strategic partner in 2016.") == [(("KE", "PE"), STRATEGIC, "2016")]
