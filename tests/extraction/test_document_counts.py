import pytest

from foedera.extraction.document_counts import NONE, document_counts
from foedera.extraction.readings import read, traced
from foedera.model.fact import EventFact


@pytest.fixture(scope="module")
def counted(knowledge, article_of):
    """How many papers the signings of a text are about, in order of their passages."""

    def made(text, lang="en"):
        facts = read(article_of(text, lang, "2023-06-10"), knowledge, gated=False).facts
        return [fact.document_count for fact in facts if isinstance(fact, EventFact) and fact.type == "signing"]

    return made


@pytest.mark.parametrize(
    ("lang", "text", "number"),
    [
        ("en", "Fiji and Peru signed 11 agreements in Lima.", 11),
        ("en", "Fiji and Peru exchanged forty-two cooperation documents in Lima.", 42),
        ("en", "Eleven agreements were signed by Fiji and Peru in Lima.", 11),
        ("en", "The leaders of Fiji and Peru witnessed the signing of a total of nine memoranda of understanding.", 9),
        ("en", "Fiji and Peru signed five agreements, including two treaties on fisheries.", 5),
        ("vi", "Fiji và Peru ký 31 văn kiện hợp tác tại Lima.", 31),
        ("vi", "Lãnh đạo Fiji và Peru chứng kiến lễ trao mười một thỏa thuận tại Lima.", 11),
        ("vi", "Mười hai văn kiện đã được ký giữa Fiji và Peru tại Lima.", 12),
        ("ms", "Fiji dan Peru menandatangani 13 MoU di Lima.", 13),
        ("ms", "Sebanyak dua puluh lima perjanjian dimeterai antara Fiji dan Peru di Lima.", 25),
        ("id", "Fiji dan Peru menandatangani sebelas nota kesepahaman di Lima.", 11),
        ("id", "Sebanyak delapan dokumen diteken Fiji dan Peru di Lima.", 8),
        ("ja", "フィジーとペルーはリマで文書9件に署名した。", 9),
        ("ja", "フィジーとペルーはリマで十二件の協力文書に署名した。", 12),
        ("ja", "フィジーとペルーの間で17本の覚書が署名された。", 17),
    ],
)
def test_the_number_of_papers_signed_is_read_in_figures_and_in_words(counted, lang, text, number):
    assert counted(text, lang) == [number]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Fiji and Peru signed an agreement in Lima."),
        ("en", "Fiji and Peru signed one agreement in Lima."),
        ("en", "Eleven ministers of Fiji and Peru signed an agreement in Lima."),
        ("en", "Fiji and Peru signed an agreement on 12 ports and 3 dams."),
        ("en", "Fiji and Peru signed more than 30 agreements in Lima."),
        ("en", "Fiji and Peru signed 10 to 12 agreements in Lima."),
        ("en", "Fiji and Peru signed 1,200 agreements in Lima."),
        ("en", "Fiji and Peru signed the second agreement in Lima."),
        ("en", "Fiji and Peru signed one of the four agreements in Lima."),
        ("en", "Fiji and Peru signed documents, including two treaties, in Lima."),
        ("en", "Fiji and Peru signed a treaty on fisheries and two memoranda of understanding in Lima."),
        ("en", "Fiji and Peru signed an accord in Lima; 16 agreements are under negotiation."),
        ("vi", "Fiji và Peru ký hơn 30 thỏa thuận tại Lima."),
        ("vi", "Fiji và Peru ký hiệp định nghề cá và hai bản ghi nhớ tại Lima."),
        ("vi", "Cuối năm hiệp định được ký giữa Fiji và Peru ngày 2/3/2023."),
        ("ms", "Fiji dan Peru menandatangani lebih 30 perjanjian di Lima."),
        ("ms", "Fiji dan Peru menandatangani kedua-dua perjanjian di Lima."),
        ("id", "Fiji dan Peru menandatangani kedua perjanjian di Lima."),
        ("id", "Fiji dan Peru menandatangani sekitar 30 perjanjian di Lima."),
        ("ja", "フィジーとペルーは約30件の覚書に署名した。"),
        ("ja", "フィジーとペルーは30件以上の覚書に署名した。"),
        ("ja", "フィジーとペルーは第2協定に署名した。"),
        ("ja", "フィジーとペルーの5閣僚が協定に署名した。"),
    ],
)
def test_a_number_that_is_not_how_many_papers_were_signed_is_none(counted, lang, text):
    assert set(counted(text, lang)) == {None}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Fiji and Peru had drafted six agreements. They were signed by Fiji and Peru in Lima on 2 June 2023."),
        ("vi", "Fiji và Peru đã chuẩn bị sáu văn kiện. Các văn kiện này được ký giữa Fiji và Peru ngày 2/6/2023."),
        ("ms", "Fiji dan Peru menyediakan enam dokumen. Kesemuanya ditandatangani di Lima oleh Fiji dan Peru."),
        ("id", "Fiji dan Peru menyiapkan enam dokumen. Semuanya ditandatangani di Lima oleh Fiji dan Peru."),
        ("ja", "フィジーとペルーは6件の文書をまとめた。両国外相はこれらの文書に署名した。"),
    ],
)
def test_the_number_may_stand_in_the_sentence_before_and_is_cited_there(knowledge, article_of, lang, text):
    facts = read(article_of(text, lang, "2023-06-10"), knowledge, gated=False).facts
    signing = next(fact for fact in facts if isinstance(fact, EventFact) and fact.type == "signing")
    assert signing.document_count == 6
    passage = next(one.citation for one in signing.support if one.property == "document_count")
    assert passage.quote in text.split(". ")[0] + text.split("。")[0]
    assert text[passage.span.start : passage.span.end] == passage.quote


def test_two_numbers_before_tell_nothing(counted):
    text = "Fiji had drafted six agreements, and Peru had drafted four treaties. They were signed by Fiji and Peru in Lima on 2 June 2023."
    assert counted(text) == [None]
    assert counted("They were signed by Fiji and Peru in Lima on 2 June 2023.") == [None]


def test_further_papers_are_a_signing_of_their_own(counted):
    text = "Fiji and Peru signed a treaty on fisheries in Lima. Two other documents were signed by Fiji and Peru in Lima."
    assert counted(text) == [None, 2]


def test_of_two_passages_on_one_signing_the_one_that_counts_leads_but_a_headline_lends_no_number(counted):
    assert counted("Fiji and Peru signed agreements in Lima. Six agreements were signed by Fiji and Peru, the ministries said.") == [6]
    assert counted("Fiji, Peru sign two treaties\n\nFiji and Peru signed papers on fisheries and tax in Lima.") == [None]


def test_it_is_told_what_became_of_each_number(knowledge, article_of):
    text = (
        "Fiji and Peru signed five agreements in Lima on 2 June 2023. The five agreements cover roads. "
        "Kenya keeps 14 agreements. About 30 treaties lapsed. Fiji and Peru have concluded 50 agreements since 1990."
    )
    reading, trace = traced(article_of(text, "en", "2023-06-10"), knowledge, gated=False)
    signing = next(fact for fact in reading.facts if isinstance(fact, EventFact))
    steps = [(step.fact, step.reason) for step in trace.steps if step.rule.startswith("en.document_count")]
    assert steps[:4] == [(signing.id, None), (None, "repeated"), (None, "not_signed"), (None, "uncounted")]
    assert steps[4] == (None, "unless")


def test_no_rules_no_numbers(heard):
    context, match = heard("Fiji and Peru signed 11 agreements.", "en", kind="signing")
    assert NONE.of(context.draft, match) is None


def test_words_without_a_number_count_nothing(heard):
    context, match = heard("Fiji and Peru keep 11 agreements.", "en", type="document_count", say=("agreements",))
    assert document_counts(context.draft, [match]) == NONE
