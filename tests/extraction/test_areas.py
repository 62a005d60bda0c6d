import pytest

from .reports import KNOWLEDGE, commitments

CASES = [
    ("en", "Chile and Ghana agreed to work together on fisheries, energy and health.", ("energy", "health")),
    ("en", "Chile and Ghana agreed to work together on health, energy and again on health.", ("health", "energy")),
    ("vi", "Chile và Ghana nhất trí hợp tác về năng lượng và y tế.", ("energy", "health")),
    ("ms", "Chile dan Ghana bersetuju bekerjasama dalam bidang tenaga dan kesihatan.", ("energy", "health")),
    ("en", "Chile and Ghana agreed to work together ever more closely.", ("politics",)),
]


@pytest.mark.parametrize(("lang", "text", "areas"), CASES)
def test_areas_stand_in_the_order_of_first_mention_and_without_any_it_is_relations_in_general(lang, text, areas):
    (promise,) = commitments(lang, text)
    assert tuple(area for area in promise.areas if area in areas) == areas
    assert len(set(promise.areas)) == len(promise.areas)
    assert set(promise.areas) <= {area.id for area in KNOWLEDGE.world.areas}


def test_each_promise_has_only_the_areas_of_its_own_stretch():
    text = "Chile and Ghana agreed to share clean energy and pledged to send doctors for better health care."
    assert [promise.areas[0] for promise in commitments("en", text)] == ["energy", "health"]


LEANING = [
    ("en", "Chile asked Ghana for a new hospital. Ghana promised to study the request by next spring.", "health"),
    ("en", "Chile asked for a new hospital, and Ghana promised that it would study the request by next spring.", "health"),
    ("en", "Chile spoke of hospitals.\n\nGhana promised to study the request by next spring.", "politics"),
    ("en", "Chile spoke of hospitals. Chile and Ghana agreed to hold the next session of their commission by spring.", "politics"),
    ("vi", "Chile đề nghị Ghana xây bệnh viện. Ghana cam kết sẽ xem xét đề nghị này trong thời gian tới.", "health"),
    ("id", "Chile meminta Ghana membangun rumah sakit. Ghana berjanji akan mempelajari permintaan itu.", "health"),
]


@pytest.mark.parametrize(("lang", "text", "area"), LEANING)
def test_a_promise_that_names_no_area_leans_on_what_stands_before_it_unless_it_speaks_of_relations(lang, text, area):
    promise = commitments(lang, text)[-1]
    assert promise.areas == (area,)
