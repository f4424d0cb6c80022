"""Who acts: names of bodies told from what they do."""

from __future__ import annotations

import pytest

from tests.plan_reader.facts.trees import passage
from thidua.plan_reader.phrases.actors import bodies, lone, subject
from thidua.plan_reader.phrases.wording import wording

NAMES = (
    "Sở Giáo dục và Đào tạo",
    "Sở Xây dựng",
    "Sở Kế hoạch và Đầu tư",
    "Phòng Tổ chức - Hành chính",
    "Phòng Kinh tế, Hạ tầng và Đô thị",
    "Ban chỉ đạo phong trào",
    "Ban Chỉ huy Quân sự xã",
    "Ban Quản lý các khu công nghiệp tỉnh",
    "Báo và Phát thanh, Truyền hình tỉnh",
    "Trung tâm Dịch vụ việc làm",
    "Trung tâm Phục vụ hành chính công",
    "Văn phòng HĐND và UBND phường",
    "Hội Nông dân, Hội Cựu chiến binh xã",
    "Ủy ban Mặt trận Tổ quốc Việt Nam xã và các tổ chức chính trị - xã hội",
    "Các sở, ban, ngành; UBND các xã, phường",
    "Ủy ban nhân dân các xã, phường, đặc khu",
    "Các trường mầm non, tiểu học, trung học cơ sở",
    "Thủ trưởng các cơ quan, đơn vị, doanh nghiệp trực thuộc",
    "Giáo viên chủ nhiệm, giáo viên bộ môn",
    "Hội đồng Thi đua - Khen thưởng ngành",
    "Các phòng chuyên môn, đơn vị sự nghiệp thuộc Sở",
    "Phân xưởng Cơ điện",
)
DEEDS = (
    "chủ trì, phối hợp với Sở Tài chính tổ chức kiểm tra.",
    "có trách nhiệm đôn đốc.",
    "báo cáo kết quả về Sở Nội vụ.",
    "xây dựng kế hoạch.",
    "căn cứ Kế hoạch này triển khai.",
    "tổ chức phát động.",
    "đăng ký thi đua.",
    "lập hồ sơ.",
    "thường xuyên tuyên truyền.",
)


def who(sentence: str) -> str | None:
    words = wording(passage(sentence))
    told = subject(words, 0, len(words.text))
    return told.body.name if told else None


@pytest.mark.parametrize("name", NAMES)
def test_a_name_ends_where_the_deed_begins(name: str) -> None:
    for deed in DEEDS:
        for lead in ("", "Hằng năm, ", "Đề nghị ", "Giao ", "Trước ngày 15/11 hằng năm, "):
            assert who(f"{lead}{name} {deed}") == name


PLACES = {
    "Phòng Nội vụ": (
        "Phòng Nội vụ: Chủ trì tham mưu.",
        "Phòng Nội vụ (cơ quan thường trực) chủ trì thực hiện.",
    ),
    "Sở Nội vụ": (
        "Ủy ban nhân dân tỉnh giao Sở Nội vụ lựa chọn, trình cấp có thẩm quyền.",
        "Trên cơ sở đề nghị của các xã, phường, Sở Nội vụ tổng hợp.",
    ),
    "các cơ quan, đơn vị": ("yêu cầu 100% các cơ quan, đơn vị triển khai phát động.",),
    "các đơn vị": ("Nếu có khó khăn, vướng mắc các đơn vị phản ánh về Sở.",),
    "các xã, phường": (
        "Căn cứ Kế hoạch số 12/KH-UBND ngày 01/3/2026 của UBND tỉnh, các xã, phường tổ chức thực hiện.",
    ),
    "Phòng Hỗ trợ phát triển làng nghề": ("Phòng Hỗ trợ phát triển làng nghề chủ trì, đôn đốc.",),
    "Phòng Kế hoạch tổng hợp": (
        "Phòng Kế hoạch tổng hợp: Theo dõi, đôn đốc.",
        "Phòng Kế hoạch tổng hợp chủ trì, phối hợp với các khoa thực hiện.",
    ),
    "Ban Tổ chức": ("Ban Tổ chức phát động, chủ trì phong trào.",),
    "Phòng Tài vụ": ("Phòng Tài vụ tổng hợp báo cáo, có trách nhiệm lưu trữ.",),
    "Các tiểu đoàn, đại đội": ("Các tiểu đoàn, đại đội tổ chức phát động thi đua.",),
    "các đồng chí Ủy viên Ban Thường vụ": ("Đề nghị các đồng chí Ủy viên Ban Thường vụ chỉ đạo thực hiện.",),
    "giáo viên chủ nhiệm": ("đối với giáo viên chủ nhiệm thực hiện chấm điểm.",),
    "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông": (
        "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông: lập kế hoạch.",
    ),
}


@pytest.mark.parametrize(("name", "sentence"), [(name, one) for name, all_ in PLACES.items() for one in all_])
def test_the_actor_is_found_wherever_the_sentence_puts_it(name: str, sentence: str) -> None:
    assert who(sentence) == name


@pytest.mark.parametrize(
    "sentence",
    [
        "Tổ chức tuyên truyền sâu rộng tới cán bộ, công chức.",
        "Thực hiện kiểm tra, giám sát định kỳ và đột xuất.",
        "Ban hành kế hoạch, phát động phong trào.",
        "Bộ tiêu chí được xây dựng dễ hiểu, dễ thực hiện.",
        "Tổng hợp hồ sơ đề nghị Chủ tịch Ủy ban nhân dân xã khen thưởng.",
        "Bảo đảm quốc phòng, an ninh trên địa bàn.",
        "Báo cáo kết quả hằng tháng.",
    ],
)
def test_a_sentence_without_an_actor_has_none(sentence: str) -> None:
    assert who(sentence) is None


def test_a_heading_that_is_only_a_name() -> None:
    words = wording(passage("Đề nghị Ban Chỉ huy Quân sự phường và các đoàn thể:"))
    body = lone(words, 0, len(words.text))
    assert body is not None
    assert body.name == "Ban Chỉ huy Quân sự phường và các đoàn thể"
    prose = wording(passage("Phòng Nội vụ hướng dẫn thực hiện"))
    assert lone(prose, 0, len(prose.text)) is None


def test_bodies_of_a_sentence_quote_its_words() -> None:
    words = wording(passage("gửi Phòng Nội vụ (qua Văn phòng Đảng ủy) để trình cấp có thẩm quyền xem xét"))
    found = list(bodies(words, 0, len(words.text)))
    assert [body.name for body in found] == ["Phòng Nội vụ", "Văn phòng Đảng ủy", "cấp có thẩm quyền"]
    assert all(words.quote(body.start, body.end) == body.name for body in found)


def test_words_that_an_extractor_broke_are_still_known() -> None:
    assert who("Sở Nội vụ ch ủ trì, đôn đốc thực hiện.") == "Sở Nội vụ"


def test_a_misread_mark_is_forgiven_where_a_name_must_stand() -> None:
    assert who("Sơ Nội vụ chủ trì thực hiện.") == "Sơ Nội vụ"
    assert who("Cac đơn vị thuộc Bộ đăng ký thi đua.") == "Cac đơn vị thuộc Bộ"
    assert who("Phong trào thi đua được triển khai sâu rộng.") is None
    assert who("Số lượng tham gia được bảo đảm.") is None
    assert who("SỐ LƯỢNG KHEN THƯỞNG được giao.") is None
