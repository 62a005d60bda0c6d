"""Japanese through the whole extraction: what a script without spaces and words behind what they mark ask of every stage."""

from functools import partial

import pytest

from foedera.extraction import drafts, readings
from foedera.extraction.mentions import listed
from foedera.model.fact import CommitmentFact, EventFact, LevelFact, MechanismFact, TenureFact

from . import reports


@pytest.fixture(scope="module")
def read():
    return partial(reports.read, "ja")


def people(reading):
    return [(fact.name, fact.office, fact.country) for fact in reading.facts if isinstance(fact, TenureFact)]


def events(reading):
    """What makes an entry: that a visit was called off is kept beside it, and makes none."""
    found = [fact for fact in reading.facts if isinstance(fact, EventFact) and fact.stance.realis != "denied"]
    return [(fact.type, fact.parties, fact.when.edtf if fact.when else None, fact.place) for fact in found]


def promises(reading):
    return [(fact.by, fact.modality, fact.citation.quote) for fact in reading.facts if isinstance(fact, CommitmentFact)]


PEOPLE = [
    ("岸田文雄首相は会見した。", [("岸田文雄", "prime minister", "JP")]),
    ("ベトナムのボー・バン・トゥオン国家主席が来日した。", [("ボー・バン・トゥオン", "president", "VN")]),
    ("バイデン米大統領が演説した。", [("バイデン", "president", "US")]),
    ("韓国の尹錫悦(ユン・ソンニョル)大統領が訪日した。", [("尹錫悦", "president", "KR")]),
    ("王毅政治局員兼外相が訪日した。", [("王毅", "politburo member; foreign minister", "CN")]),
    ("国家主席のボー・バン・トゥオン氏がチリに着いた。", [("ボー・バン・トゥオン", "president", "VN")]),
    ("オースティン米国防長官が訪日した。", [("オースティン", "defence minister", "US")]),
    ("ピート・ヘグセス米国国防長官が訪日した。", [("ピート・ヘグセス", "defence minister", "US")]),
    ("ブイ・タイン・ソン・ベトナム社会主義共和国外務大臣(H.E. Mr. SON)が訪日した。", [("ブイ・タイン・ソン", "foreign minister", "VN")]),
    ("伊藤直樹駐ベトナム大使が離任した。", [("伊藤直樹", "ambassador", "JP")]),
    ("ナッパー駐ベトナム米国大使が離任した。", [("ナッパー", "ambassador", "US")]),
    ("中谷元防衛相がチリを訪れた。", [("中谷元", "defence minister", "JP")]),
    ("中谷防衛相がチリを訪れた。", [("中谷", "defence minister", "JP")]),
    ("片山さつき外相がチリを訪れた。", [("片山さつき", "foreign minister", "JP")]),
    ("グエン・ホアン資源環境相がチリを訪れた。", [("グエン・ホアン", "natural resources and environment minister", "VN")]),
    ("マレーシア・アンワル首相がチリを訪れた。", [("アンワル", "prime minister", "MY")]),
    ("会談後安倍晋三首相が話した。", [("安倍晋三", "prime minister", "JP")]),
    ("外遊先日高橋健太郎外相が話した。", [("高橋健太郎", "foreign minister", "JP")]),
    ("国連のグテレス事務総長がチリを訪れた。", [("グテレス", "secretary-general", "UN")]),
    ("前外相が話した。副首相も話した。", []),
    ("ヒーリー英国防相が話した。", [("ヒーリー", "defence minister", "GB")]),
    ("アンワル鉱工相首相が話した。", [("アンワル", "prime minister", "MY")]),
    ("鵜首相が話した。", []),
    ("鵜飼三千夫首相が話した。", [("鵜飼三千夫", "prime minister", "JP")]),
    ("鵜飼首相が話した。", [("鵜飼", "prime minister", None)]),
    ("鵜鶘鷺鷹鷲鴉首相が話した。", []),
    ("首相", []),
    ("同首相が話した。", []),
    ("石破茂、インドのモディ両首相が話した。", [("石破茂", "prime minister", "JP"), ("モディ", "prime minister", "IN")]),
    ("モディ両首相が話した。", [("モディ", "prime minister", "IN")]),
    ("アラブ首長国連邦の人が話した。", []),
    ("岸田文雄首相が話した。\n\n関連記事:チリの首相", [("岸田文雄", "prime minister", "JP")]),
    ("彼はさくら外相に会った。", []),
    ("サミット議長が話した。", []),
    ("さくら外相が話した。", []),
    ("トランプ米大統領、ルビオ国務長官が話した。", [("トランプ", "president", "US"), ("ルビオ", "foreign minister", "US")]),
    ("岸田文雄首相が話した。岸田氏は喜んだ。", [("岸田文雄", "prime minister", "JP")]),
]


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_names_stand_before_offices(read, text, expected):
    assert people(read(text)) == expected


def test_a_delegation_is_the_state_of_those_it_sends(read):
    text = "日本側からは鯰博行外務審議官が、ベトナム側からはグエン・ミン・ブー外務次官が出席した。"
    assert people(read(text)) == [("鯰博行", "deputy foreign minister", "JP"), ("グエン・ミン・ブー", "deputy foreign minister", "VN")]


SHORTS = [
    ("日越は話し合った。", ["JP", "VN"]),
    ("日米韓は話し合った。", ["JP", "US", "KR"]),
    ("27日中に決まる。", []),
    ("会談中に決まる。", []),
    ("来日中の客。", ["JP"]),
    ("日・ペルー政策対話", ["JP", "PE"]),
    ("ペルー・日の会合", ["PE", "JP"]),
    ("日ASEANの会合", ["JP", "ASEAN"]),
    ("訪問中ロシアで", ["RU"]),
    ("米、中国に譲歩", ["US", "CN"]),
    ("インドネシアの米", ["ID"]),
    ("米政府は黙った。", ["US"]),
    ("独のメルケル首相", ["DE"]),
]


@pytest.mark.parametrize(("text", "expected"), SHORTS)
def test_one_sign_names_a_state_only_in_a_compound(knowledge, article_of, text, expected):
    article = article_of(text, "ja")
    made = drafts.draft(article, knowledge, drafts.opening(article, knowledge, knowledge.pack("ja"), drafts.flowing(text)))
    assert [hit.value for hit in made.hits.of("actor")] == expected


EVENTS = [
    ("チリのボリッチ大統領は14日、マドリードでスペインのサンチェス首相と会談した。", [("talks", ("CL", "ES"), "2023-07-14", "Madrid")]),
    (
        "岸田文雄首相は26日、韓国の尹錫悦大統領、中国の李強首相とそれぞれ会談した。",
        [("talks", ("JP", "KR"), "2023-07-26", None), ("talks", ("CN", "JP"), "2023-07-26", None)],
    ),
    ("岸田文雄首相は6日、2日間の日程で韓国を訪問した。", [("visit", ("JP", "KR"), "2023-07-06/2023-07-07", "South Korea")]),
    ("岸田文雄首相は韓国を訪問しなかった。", []),
    (
        "岸田文雄首相は18日、ケニア、ガーナ、ペルーを歴訪した。",
        [
            ("visit", ("JP", "KE"), "2023-07-18", "Kenya"),
            ("visit", ("GH", "JP"), "2023-07-18", "Ghana"),
            ("visit", ("JP", "PE"), "2023-07-18", "Peru"),
        ],
    ),
    ("もし岸田文雄首相が韓国を訪問した場合、協議する。", []),
    ("もし岸田文雄首相が韓国を訪問して、雨が降る。", []),
    ("岸田文雄首相は国賓として韓国を訪れて、会見する予定だった。", []),
    ("ケニアの首相とガーナの大統領の公式訪問が続いた。", [("visit", ("GH", "KE"), None, None)]),
    ("岸田文雄首相は韓国への訪問を取りやめた。", []),
    ("ケニアとガーナは1963年12月12日の国交樹立以来、親しい。", [("establish_relations", ("GH", "KE"), "1963-12-12", None)]),
    ("ケニアの首相は「来年こそガーナを訪問して両国の関係を深めていきたい」と述べた。", []),
]


@pytest.mark.parametrize(("text", "expected"), EVENTS)
def test_events_of_verbs_that_stand_last(read, text, expected):
    assert sorted(events(read(text, "2023-07-15")), key=str) == sorted(expected, key=str)


def test_a_level_that_was_decided_on_is_raised_at_once(read):
    reading = read("ケニアとペルーの両首脳は2024年5月3日に会談し、両国関係を戦略的パートナーシップに格上げすることを決定した。")
    assert ("upgrade", "asserted") in {(fact.type, fact.stance.realis) for fact in reading.facts if isinstance(fact, EventFact)}


def test_a_plan_ends_its_sentence(read):
    reading = read("岸田文雄首相は韓国を訪問し、尹錫悦大統領と会談する予定だ。")
    assert {(fact.type, fact.stance.realis) for fact in reading.facts if isinstance(fact, EventFact)} == {
        ("visit", "planned"),
        ("talks", "planned"),
    }
    assert {fact.stance.realis for fact in read("岸田文雄首相は韓国を訪問する。").facts if isinstance(fact, EventFact)} == {"planned"}
    told = read("岸田文雄首相は韓国を訪問し、尹錫悦大統領と会談した。訪日の予定もある。")
    assert {fact.stance.realis for fact in told.facts if isinstance(fact, EventFact) and fact.type == "talks"} == {"asserted"}


PROMISES = [
    ("日本とベトナムは港の整備で協力することで一致した。", [("both", "agreed")]),
    ("岸田文雄首相はペルーのボルアルテ大統領と会談し、港の整備を進めることを確認した。", [("both", "reaffirmed")]),
    ("岸田文雄首相はペルーに対し、港の整備を支援すると約束した。", [("JP", "pledged")]),
    ("日本とペルーは港の整備を検討し、鉄道の整備を進めることで合意した。", [("both", "considering"), ("both", "agreed")]),
    ("日本とペルーは港の整備を進めていくことで一致した。", [("both", "agreed")]),
    ("日本とペルーは、5月に合意した港の整備に触れた。", []),
    ("日本とペルーは港の整備で合意しなかった。", []),
    ("日本とペルーは港の整備で合意したとの期待を示した。", []),
]


@pytest.mark.parametrize(("text", "expected"), PROMISES)
def test_promises_end_in_their_verb(read, text, expected):
    assert [(by, modality) for by, modality, _ in promises(read(text))] == expected


def test_who_goes_without_saying_was_the_topic_before(read):
    text = "岸田文雄首相はペルーの大統領と会った。首相は喜んだ。また、港の整備を支援すると約束した。"
    assert [by for by, _, _ in promises(read(text))] == ["JP"]
    assert [by for by, _, _ in promises(read("ペルーと日本の会合があった。また、港の整備を支援すると約束した。"))] == ["both"]


def test_a_later_paragraph_does_not_take_the_topic_of_a_far_one(read):
    text = "岸田文雄首相はペルーの大統領と会った。\n\n会合は2時間だった。\n\nまた、港の整備を支援すると約束した。"
    assert [by for by, _, _ in promises(read(text))] == ["both"]


def test_the_source_stands_before_its_word(read):
    reading = read("外務省によると、ケニアのルト大統領はガーナのアクフォアド大統領と会談した。")
    assert {fact.stance.attributed_to for fact in reading.facts if isinstance(fact, EventFact)} == {"外務省"}


def test_a_name_is_the_run_before_its_head(read):
    reading = read("日本とペルーは経済協力に関する政策対話を開いた。両国は協議を続けた。")
    assert [fact.name for fact in reading.facts if isinstance(fact, MechanismFact)] == ["経済協力に関する政策対話"]
    dotted = read("日本とペルーは第3回・経済政策対話を開いた。")
    assert [(fact.name, fact.edition) for fact in dotted.facts if isinstance(fact, MechanismFact)] == [("経済政策対話", 3)]


def test_levels_in_quotation_marks(read):
    reading = read("日本とペルーは2023年、両国関係を「戦略的パートナーシップ」に格上げした。")
    assert [(fact.level, fact.since.edtf) for fact in reading.facts if isinstance(fact, LevelFact)] == [("strategic partnership", "2023")]


def test_a_quotation_of_sentences_ends_none(knowledge, article_of):
    text = "首相は「港を作る。道も作る。」と述べた。次の文。"
    article = article_of(text, "ja")
    made = drafts.draft(article, knowledge, drafts.opening(article, knowledge, knowledge.pack("ja"), drafts.flowing(text)))
    assert [text[each.span.start : each.span.end] for each in made.sentences] == ["首相は「港を作る。道も作る。」と述べた。", "次の文。"]


DATES = [
    ("令和5年11月27日", "2023-11-27"),
    ("平成元年1月8日", "1989-01-08"),
    ("昭和47年9月29日", "1972-09-29"),
    ("２０２３年１１月２７日", "2023-11-27"),
    ("二〇二三年十一月二十七日", "2023-11-27"),
    ("2023年11月27日(月)", "2023-11-27"),
    ("27、28両日", "2023-11-27/2023-11-28"),
    ("11月27日から29日まで", "2023-11-27/2023-11-29"),
    ("27日", "2023-11-27"),
    ("来月上旬", "2023-12"),
    ("一昨年", "2021"),
    ("今年度", "2023"),
    ("2024年度", "2024"),
    ("2024年上半期", "2024-01/2024-06"),
    ("2024年第1四半期", "2024-01/2024-03"),
    ("1990年代", "1990/1999"),
    ("21世紀", "2001/2100"),
    ("3日前", "2023-11-25"),
    ("25～26年", "2025/2026"),
    ("17年度", "2017"),
    ("今月10日", "2023-11-10"),
    ("先月20日", "2023-10-20"),
    ("二〇二三年一一月二七日", "2023-11-27"),
    ("春節", None),
    ("数年間", None),
    ("3日間", None),
    ("約20分間", None),
]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_dates(knowledge, article_of, text, expected):
    found = listed(article_of(f"会合は{text}に続いた。", "ja", "2023-11-28"), knowledge)
    assert [mention.value for mention in found if mention.kind == "date"] == [expected]


@pytest.mark.parametrize("text", ["2プラス2", "第3回", "50周年", "日本", "4年ぶり"])
def test_no_dates(knowledge, article_of, text):
    found = listed(article_of(f"会合は{text}だった。", "ja", "2023-11-28"), knowledge)
    assert [mention.value for mention in found if mention.kind == "date"] == []


def test_a_future_ends_its_sentence(knowledge, article_of):
    found = listed(article_of("首相は3日に訪れる予定だ。", "ja", "2023-11-28"), knowledge)
    assert [mention.value for mention in found if mention.kind == "date"] == ["2023-12-03"]


def test_datelines_in_brackets(knowledge, article_of):
    text = "【ハノイ共同】岸田文雄首相は27日、ベトナムのファム・ミン・チン首相と会談した。（共同）\n\n"
    text += "(1) 協力する。\n\n2023年11月28日 18時30分 更新"
    reading = readings.read(article_of(text, "ja"), knowledge, gated=False)
    kinds = [(part.kind, text[part.span.start : part.span.end]) for part in reading.article.parts]
    assert ("dateline", "【ハノイ共同】") in kinds
    assert ("credit", "（共同）") in kinds
    assert ("dateline", "2023年11月28日 18時30分 更新") in kinds
    assert ("body", "(1) 協力する。") in kinds
