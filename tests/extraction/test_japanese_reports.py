"""Japanese reports and releases: headings that name the session, tours, guests, lists of past meetings, what was agreed on."""

from functools import partial

import pytest

from foedera.extraction.mentions import listed
from foedera.model.fact import LevelFact, TenureFact

from . import reports
from .reports import told


@pytest.fixture(scope="module")
def read():
    return partial(reports.read, "ja")


REPORTS = [
    # A tour goes on without its subject: who travels was told before.
    (
        "ガーナのマハマ大統領は2023年7月20日にペルーを訪れる。22日にはチリのボリッチ大統領と会談する。24日にリマを発ち、キューバを訪問する予定だ。",
        [
            ("talks", "CL-GH", "2023-07-22", "", "planned"),
            ("visit", "CU-GH", "2023-07-24", "Cuba", "planned"),
            ("visit", "GH-PE", "2023-07-20", "Peru", "planned"),
        ],
    ),
    # Office holders of one state, one after the other; those of a committee of four together.
    (
        "安倍晋三首相は2023年7月5日、コロンボでスリランカのシリセーナ大統領及びウィクラマシンハ首相をそれぞれ表敬した。",
        [("meeting", "JP-LK", "2023-07-05", "Colombo", "asserted")] * 2,
    ),
    (
        "木原稔防衛相と上川陽子外相は2023年7月9日、豪州のマールズ国防相、ウォン外相とメルボルンで会談した。",
        [("talks", "AU-JP", "2023-07-09", "Melbourne", "asserted")],
    ),
    (
        "チリのボリッチ大統領は2023年7月20日に中国を訪れる。21日は李強首相、趙楽際全人代常務委員長とも個別に会う。",
        [
            ("meeting", "CL-CN", "2023-07-21", "", "planned"),
            ("meeting", "CL-CN", "2023-07-21", "", "planned"),
            ("visit", "CL-CN", "2023-07-20", "China", "planned"),
        ],
    ),
    # An arrival at the airport is the visit; a year that opens the tale goes on in the sentence after it.
    (
        "2022年9月4日、リマの空港にチリのボリッチ大統領を乗せた特別機が降り立つと、ペルーの人々が手を振った。",
        [("visit", "CL-PE", "2022-09-04", "Lima", "asserted")],
    ),
    (
        "ペルーとチリは和解へ動いた。転機は21年だった。同年5月、チリのオナル外務次官がリマに入り、ペルー側と2日間にわたって協議した。",
        [("meeting", "CL-PE", "2021-05", "Lima", "asserted"), ("visit", "CL-PE", "2021-05", "Lima", "asserted")],
    ),
    # The guest is whose visit it is said to be, though the host is named first.
    (
        "2023年7月4日、ペルーのソト大統領とガーナのマハマ大統領は、マハマ大統領の公式実務訪問に際し、リマにおいて首脳会談を行った。",
        [("talks", "GH-PE", "2023-07-04", "Lima", "asserted"), ("visit", "GH-PE", "2023-07-04", "Peru", "asserted")],
    ),
    # Sights, invitations, and who travels for himself make no visit.
    ("チリのボリッチ大統領は上海の自動車工場を訪れ、銀行の本部も訪ねた。ガーナのマハマ大統領の訪日を招請した。", []),
    ("果物業界の関係者の多くは2022年9月4日にチリから上海入りした。", []),
    # A visit under way is no plan, though the sentence ends in one.
    (
        "ガーナのマハマ大統領は14-18日にかけペルーを訪問し、経済会議に出席する。",
        [("visit", "GH-PE", "2023-07-14/2023-07-18", "Peru", "asserted")],
    ),
    (
        "ガーナのマハマ大統領は来月25日から28日まで、ペルーを訪問する。",
        [("visit", "GH-PE", "2023-08-25/2023-08-28", "Peru", "planned")],
    ),
    (
        "ガーナのマハマ大統領は8月3日にチリを訪れた後、5-7日にペルーを訪問する。",
        [("visit", "CL-GH", "2023-08-03", "Chile", "planned"), ("visit", "GH-PE", "2023-08-05/2023-08-07", "Peru", "planned")],
    ),
    # Several hosts of one verb, each with a day and a town before it.
    (
        "ガーナのマハマ大統領は、2022年3月2日にリマでペルーのボルアルテ大統領と、4日にはサンティアゴでチリのボリッチ大統領と会談した。",
        [("talks", "CL-GH", "2022-03-04", "Santiago", "asserted"), ("talks", "GH-PE", "2022-03-02", "Lima", "asserted")],
    ),
    (
        "ガーナのマハマ大統領は2022年3月2日にペルーのリマ、4日から6日までチリを訪問した。",
        [("visit", "CL-GH", "2022-03-04/2022-03-06", "Chile", "asserted"), ("visit", "GH-PE", "2022-03-02", "Lima", "asserted")],
    ),
    # A heading tells a further encounter of the day.
    (
        (
            "2023年7月2日、アクラを訪問中のペルーのランダ外相は、ガーナのボチウェイ外相と会談した。\n\n2 マハマ大統領表敬(午後3時から)\n\n"
            "漁業を話した。"
        ),
        [
            ("meeting", "GH-PE", "2023-07-02", "Accra", "asserted"),
            ("talks", "GH-PE", "2023-07-02", "Accra", "asserted"),
            ("visit", "GH-PE", "", "Accra", "asserted"),
        ],
    ),
    # A year that opens the tale; the year and the month before or after what was told.
    (
        "両国の関係が変わったのは2019年である。5月、ガーナのマハマ大統領がペルーを訪れた。翌6月にはペルーのボルアルテ大統領がガーナを訪れた。",
        [("visit", "GH-PE", "2019-05", "Peru", "asserted"), ("visit", "GH-PE", "2019-06", "Ghana", "asserted")],
    ),
    (
        "ガーナとペルーは2013年に協定を結んだ。前年の9月、ガーナのマハマ大統領がペルーを訪れていた。",
        [("signing", "GH-PE", "2013", "", "asserted"), ("visit", "GH-PE", "2012-09", "Peru", "asserted")],
    ),
    # What happened during the visit belongs to that of the news, not to one of years ago.
    (
        "2023年7月2日、ガーナのマハマ大統領がペルーを訪問した。2015年にガーナのアサンテ大臣がペルーを訪問していた。今回の訪問中、両国は漁業協定に署名した。",
        [
            ("signing", "GH-PE", "2023-07-02", "", "asserted"),
            ("visit", "GH-PE", "2015", "Peru", "asserted"),
            ("visit", "GH-PE", "2023-07-02", "Peru", "asserted"),
        ],
    ),
    # The day of the heading's session, with its hour and how long it took.
    (
        "日・ペルー政策対話の結果\n\n標記の会合が、2022年10月4日(火)16時から約2時間、リマにおいて開催された。",
        [("dialogue", "JP-PE", "2022-10-04", "Lima", "asserted")],
    ),
    # A tour: one visit for each town, of the state it lies in.
    (
        "ガーナのマハマ大統領は2022年3月2日、リマとサンティアゴを相次いで訪れた。",
        [("visit", "CL-GH", "2022-03-02", "Santiago", "asserted"), ("visit", "GH-PE", "2022-03-02", "Lima", "asserted")],
    ),
    (
        "ガーナのマハマ大統領は2022年3月2日、チリと南米のペルーを歴訪した。",
        [("visit", "CL-GH", "2022-03-02", "Chile", "asserted"), ("visit", "GH-PE", "2022-03-02", "Peru", "asserted")],
    ),
    # The town of a visit is that of the talks in the same sentence.
    (
        "ガーナのマハマ大統領は2022年3月2日、リマを訪れ、ペルーのボルアルテ大統領と会談した。",
        [("talks", "GH-PE", "2022-03-02", "Lima", "asserted"), ("visit", "GH-PE", "2022-03-02", "Lima", "asserted")],
    ),
    # A guest whose visit is only mentioned brings no date of his own.
    (
        "ペルーを訪問中のガーナのマハマ大統領は2022年3月2日、ペルーのボルアルテ大統領と会談した。",
        [("talks", "GH-PE", "2022-03-02", "Peru", "asserted"), ("visit", "GH-PE", "", "Peru", "asserted")],
    ),
    # The days of the stay stand in the clause behind.
    (
        "昨年12月、ガーナのマハマ大統領はペルーを訪問し、7日から9日までの滞在中にボルアルテ大統領と会談した。",
        [("talks", "GH-PE", "2022-12-07/2022-12-09", "", "asserted"), ("visit", "GH-PE", "2022-12-07/2022-12-09", "Peru", "asserted")],
    ),
    # A place behind its label.
    ("2013年5月 ガーナとペルーの外相会談(於:リマ)、漁業協定に署名", [("signing", "GH-PE", "2013-05", "Lima", "asserted")]),
    # What was agreed on lies ahead; a level is raised by the agreement.
    ("ガーナとペルーの外相は2023年7月2日、共同演習を実施することで一致した。", [("exercise", "GH-PE", "2023-07-02", "", "planned")]),
    (
        "ガーナとペルーの首相は2022年3月2日、関係を戦略的パートナーシップに格上げすることで合意した。",
        [("upgrade", "GH-PE", "2022-03-02", "", "asserted")],
    ),
    # Talks in the town where one of the two is a guest for another reason; such a stay is no visit between the two.
    (
        "2022年3月2日、国連総会に出席するためニューヨークを訪問中のガーナのマハマ大統領は、ペルーのボルアルテ大統領と会談した。",
        [("talks", "GH-PE", "2022-03-02", "New York", "asserted")],
    ),
    # One who meets several, each with a state before the name and an office behind it.
    (
        "ガーナのマハマ大統領は訪中した。マハマ大統領は2022年3月2日、ペルーのボルアルテ大統領、チリのボリッチ大統領と会談した。",
        [
            ("talks", "CL-GH", "2022-03-02", "", "asserted"),
            ("talks", "GH-PE", "2022-03-02", "", "asserted"),
            ("visit", "CN-GH", "", "China", "asserted"),
        ],
    ),
    # The name of a session tells whose it is, and what the world speaks of is no party.
    (
        "ウクライナ情勢をめぐり、日米韓外務次官協議が2022年3月2日、ソウルで開かれた。",
        [("dialogue", "JP-KR-US", "2022-03-02", "Seoul", "asserted")],
    ),
    # People of whom no state is known are others than those met before.
    (
        "ガーナのマハマ大統領は2022年3月2日、リマでペルーのオタロラ首相と会談した。マハマ氏はこの日、ノバーク議長とも会った。",
        [("meeting", "GH-PE", "2022-03-02", "", "asserted"), ("talks", "GH-PE", "2022-03-02", "Lima", "asserted")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), REPORTS)
def test_reports_are_read_as_they_are_meant(read, text, expected):
    assert told(read(text, "2023-07-15")) == expected


def test_a_heading_of_a_joint_statement_is_one_and_a_sentence_of_it_none(read):
    body = "ガーナとペルーの外相は2022年3月2日、リマで会談した。"
    heading = ("joint_statement", "GH-PE", "2022-03-02", "Lima", "asserted")
    assert heading in told(read(f"漁業に関する共同声明\n\n{body}"))
    assert heading not in told(read(f"{body}漁業に関する共同声明がよく読まれている。"))


YEARS = [
    ("2014年12月17日に会談した。翌年4月11日に会談し、7月20日に会談した。", ["2014-12-17", "2015-04-11", "2015-07-20"]),
    ("2014年に会談した。翌年3月に会談した。", ["2014", "2015-03"]),
    ("2015年10月2日に会談した。3月30日に会談した。", ["2015-10-02", "2016-03-30"]),
    ("2010年10月2日に会談した。7月30日に会談した。", ["2010-10-02", "2016-07-30"]),
    ("昨年12月に会談し、7日に調印した。", ["2015-12", "2015-12-07"]),
]


@pytest.mark.parametrize(("text", "expected"), YEARS)
def test_days_go_on_with_the_year_told_before(text, expected, knowledge, article_of):
    found = listed(article_of(text, "ja", "2016-03-24"), knowledge)
    assert [mention.value for mention in found if mention.kind == "date"] == expected


PUBLISHED = [
    ("ペルーの外相が来日\n\n令和四年三月二日\n\n外相は会談した。", "2022-03-02"),
    ("ペルーの外相が来日\n\n共同通信 / 2022年3月2日 19時17分\n\n外相は会談した。", "2022-03-02"),
    ("報道資料\n防衛省\n第2号\n第5回会合の結果\n2022年3月2日、ペルーの外相が来日し、日本の外相と東京において会談を行った。", "2022-03-02"),
    ("政治面。外相は会談した。", None),
]


@pytest.mark.parametrize(("text", "expected"), PUBLISHED)
def test_the_head_of_a_release_tells_its_day(read, text, expected):
    published = read(text).article.published
    assert (published.edtf if published else None) == expected


LEVELS = [
    # One state with each of its companions, with the year behind each.
    (
        "チリとペルーの外相が会談した。チリは、ガーナ(2003年)、ケニア(2014年)とも戦略的パートナーシップを結んでいる。",
        [("CL-GH", "2003"), ("CL-KE", "2014")],
    ),
    (
        "チリとペルーの外相が会談した。チリは、ガーナ、ケニアの双方と2014年に戦略的パートナーシップを結んだ。",
        [("CL-GH", "2014"), ("CL-KE", "2014")],
    ),
    # Its beginning is told before the title.
    ("チリとペルーの外相は、2011年に構築された「戦略的パートナーシップ」の下で協力を進めた。", [("CL-PE", "2011")]),
    ("チリとペルーの外相は、同じ年に構築された「戦略的パートナーシップ」の下で協力を進めた。", [("CL-PE", "")]),
    # The level told before.
    (
        "チリとペルーは2019年に戦略的パートナーシップを結んだ。チリは2021年にガーナとも同じ水準の関係を築いた。",
        [("CL-GH", "2021"), ("CL-PE", "2019")],
    ),
    # Wishes, drafts, names and missing words are no levels.
    ("チリとペルーの外相は、戦略的パートナーシップへの格上げを目指すことで一致した。", []),
    ("チリの外相は、関係を戦略的パートナーシップに引き上げるようペルーに提案した。", []),
    ("チリとペルーの外相は「戦略的パートナーシップに関する共同声明」に署名した。", []),
    ("チリとペルーの外相が会談した。声明に「戦略的パートナーシップ」という言葉はない。", []),
]


@pytest.mark.parametrize(("text", "expected"), LEVELS)
def test_levels_that_stand_and_levels_that_are_only_spoken_of(read, text, expected):
    found = [fact for fact in read(text, "2022-03-03").facts if isinstance(fact, LevelFact)]
    assert sorted(("-".join(fact.parties), fact.since.edtf if fact.since else "") for fact in found) == expected


def test_a_town_right_before_a_name_tells_whose_minister_it_is(read):
    reading = read("茂木外相は4日、ローマでドラギ首相と会談した。茂木氏はイタリアの後にフランスとスペインへ向かう。", "2022-03-05")
    assert [fact.country for fact in reading.facts if isinstance(fact, TenureFact) and fact.name == "ドラギ"] == ["IT"]


BEGINNINGS = [
    ("ペルーとチリは1992年1月に国交を樹立し、2006年に「戦略的パートナーシップ」を結んだ。", [("strategic partnership", "CL-PE", "2006")]),
    (
        "ペルーとチリは1993年に「戦略的パートナーシップ」を打ち立て、2012年には「包括的戦略パートナーシップ」へと引き上げた。",
        [("comprehensive strategic partnership", "CL-PE", "2012"), ("strategic partnership", "CL-PE", "1993")],
    ),
    (
        "ペルーは2021年6月にチリとの関係を「同盟」に高め、コロンビアは2022年3月、ガーナとの関係を「戦略的パートナーシップ」に引き上げた。",
        [("alliance", "CL-PE", "2021-06"), ("strategic partnership", "CO-GH", "2022-03")],
    ),
    (
        "ペルーの外相は2023年7月13日、チリの外相と会談し、両国関係を「戦略的パートナーシップ」と位置付けた2019年の合意を確認した。",
        [("strategic partnership", "CL-PE", "2019")],
    ),
    (
        "日本は米国との同盟を基軸に、2014年に豪州との関係を「特別な戦略的パートナーシップ」に引き上げた。",
        [("special strategic partnership", "AU-JP", "2014")],
    ),
    ("ペルーの外相は、チリとの関係を「同盟」と呼ぶのは時期尚早だと語った。関係は「戦略的パートナーシップ」には程遠い。", []),
    ("ペルーとチリが数年のうちに「戦略的パートナー」を名乗るとの見方もある。", []),
]


@pytest.mark.parametrize(("text", "expected"), BEGINNINGS)
def test_a_level_began_on_the_date_right_before_it(read, text, expected):
    found = [fact for fact in read(text).facts if isinstance(fact, LevelFact)]
    assert sorted((fact.level, "-".join(fact.parties), fact.since.edtf if fact.since else "") for fact in found) == expected


NEWS = [
    # What a day of the past dates is no plan, though the sentence ends in one.
    (
        "チリのボリッチ大統領は8日、ペルーの首都リマに到着し、11日にボルアルテ大統領と会談する予定だ。",
        [("talks", "CL-PE", "2024-09-11", "Lima", "planned"), ("visit", "CL-PE", "2024-09-08", "Lima", "asserted")],
    ),
    # A meeting of an organisation speaks for it, whoever else is named.
    (
        "東南アジア諸国連合(ASEAN)外相会議は9日、ビエンチャンで、インドやニュージーランドを招くことで合意し、共同声明を採択した。",
        [("joint_statement", "ASEAN", "2024-09-09", "Vientiane", "asserted")],
    ),
    # Called off behind the words that end its clause.
    (
        "ガーナのマハマ大統領は今月、ケニアのルト大統領とアクラで会談する予定だったが、戦闘の激化で見送られた。",
        [("talks", "GH-KE", "2024-09", "Accra", "denied")],
    ),
    # Each encounter of a chain is of the one subject with its own host, and an act of both parliaments is of both.
    (
        "ブラジルのビエイラ外相は8日、アンマンでヨルダンのサファディ外相と会談した後、パレスチナのマリキ外相とも会談した。",
        [("talks", "BR-JO", "2024-09-08", "Amman", "asserted"), ("talks", "BR-PS", "2024-09-08", "Amman", "asserted")],
    ),
    (
        "フランスとドイツは1963年1月22日、エリゼ条約に調印した。2019年1月にはアーヘン条約が結ばれ、翌年1月に発効した。",
        [
            ("other", "DE-FR", "2020-01", "", "asserted"),
            ("signing", "DE-FR", "1963-01-22", "", "asserted"),
            ("signing", "DE-FR", "2019-01", "", "asserted"),
        ],
    ),
    # The document that speaks itself; companies, clubs and mere rumours.
    (
        "私たち、ケニア、ウガンダ及びタンザニアの首脳は、2024年9月9日、ナイロビに集い、以下のとおり宣言する。",
        [("joint_statement", "KE-TZ-UG", "2024-09-09", "", "asserted"), ("summit", "KE-TZ-UG", "2024-09-09", "", "asserted")],
    ),
    ("チリの造船大手とガーナの石油会社は8日、リマで契約に調印した。両社は戦略的パートナーシップを結んだ。", []),
    ("ガーナのマハマ大統領が訪中に踏み切るとの報道を、大統領府は否定した。", []),
    # The length of a stay is not its last day; each of two hosts in his own town.
    (
        "ネパールのダハル首相は9月30日から4日間の日程でインドを公式訪問する。",
        [("visit", "IN-NP", "2024-09-30/2024-10-03", "India", "planned")],
    ),
    (
        "フランスのマクロン大統領は24日にモンゴル、25日に韓国を訪れる。モンゴルではフレルスフ大統領、韓国では尹大統領と会談する。",
        [
            ("talks", "FR-KR", "2024-09-25", "South Korea", "planned"),
            ("talks", "FR-MN", "2024-09-24", "Mongolia", "planned"),
            ("visit", "FR-KR", "2024-09-25", "South Korea", "planned"),
            ("visit", "FR-MN", "2024-09-24", "Mongolia", "planned"),
        ],
    ),
    # Who is received comes to the state of his host; dates count on from the last one told.
    (
        "ケニアのルト大統領は、ガーナのマハマ大統領を国賓として9日に迎えた。",
        [("visit", "GH-KE", "2024-09-09", "Kenya", "asserted")],
    ),
    (
        "ノルウェーのストーレ首相は、先月11日にワシントンを訪れ、米国のバイデン大統領と会談した。その2日後にはカナダのトルドー首相とオタワで会った。",
        [
            ("meeting", "CA-NO", "2024-08-13", "Ottawa", "asserted"),
            ("talks", "NO-US", "2024-08-11", "Washington", "asserted"),
            ("visit", "NO-US", "2024-08-11", "Washington", "asserted"),
        ],
    ),
    (
        "ルーマニアのヨハニス大統領とモルドバのサンドゥ大統領は、ブカレストで会談し、送電線の建設を急ぐことで一致した。会談は7日。",
        [("talks", "MD-RO", "2024-09-07", "Bucharest", "asserted")],
    ),
    # Heads whom the press names without their state; the day behind a verb is that of the next one; who followed; the session before.
    (
        "ドイツのベアボック外相は6日、ベルリンでマクロン大統領と会い、7日にはポーランドを訪れた。",
        [("meeting", "DE-FR", "2024-09-06", "Berlin", "asserted"), ("visit", "DE-PL", "2024-09-07", "Poland", "asserted")],
    ),
    (
        "2005年4月、中国の温家宝首相がインドのニューデリーを訪れた。06年11月には胡錦濤国家主席が続いた。",
        [("visit", "CN-IN", "2005-04", "New Delhi", "asserted"), ("visit", "CN-IN", "2006-11", "India", "asserted")],
    ),
    (
        "インドとロシアの政府間委員会は今年秋にモスクワで第25回会合を開く。前回は昨年4月にニューデリーで開かれた。",
        [("dialogue", "IN-RU", "2023-04", "New Delhi", "asserted"), ("dialogue", "IN-RU", "2024", "Moscow", "planned")],
    ),
    # A government that announces that it cuts relations has cut them.
    ("コロンビア政府は5日、イスラエルとの外交関係を断絶すると発表した。", [("other", "CO-IL", "2024-09-05", "", "asserted")]),
]


@pytest.mark.parametrize(("text", "expected"), NEWS)
def test_news_of_a_day(read, text, expected):
    assert told(read(text, "2024-09-10")) == expected
