"""What must be done, by whom, for whom, by when: acts told from what only sounds like one."""

from __future__ import annotations

from typing import Any

import pytest

from tests.plan_reader.facts.trees import clause, part, passage, plan, table
from thidua.plan_reader.facts.obligations import find_obligations
from thidua.plan_reader.phrases.acts import find_acts
from thidua.plan_reader.phrases.wording import wording
from thidua.plan_reader.reading import Clause


def acts(sentence: str) -> list[str]:
    words = wording(passage(sentence))
    return [act.kind for act in find_acts(words, 0, len(words.text))]


def told(root: Clause, **heading: Any) -> list[tuple[Any, ...]]:
    rows = find_obligations(root, heading)
    return [(fact.clause, *(fact.values[key] for key in ("kind", "actor", "to", "due"))) for fact in rows]


def duties(*sentences: str, tail: str = "") -> Clause:
    items = tuple(clause(f"V.{number}", words) for number, words in enumerate(sentences, 1))
    return plan(part("V", "TỔ CHỨC THỰC HIỆN", children=items, tail=tail))


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("chủ động xây dựng chương trình, kế hoạch thực hiện", "issue_plan"),
        ("ban hành và triển khai kế hoạch của đơn vị", "issue_plan"),
        ("đăng ký nội dung thi đua với Phòng Nội vụ", "register"),
        ("ký kết giao ước thi đua", "register"),
        ("xây dựng, ban hành bộ tiêu chí đánh giá", "criteria_set"),
        ("tự đánh giá, chấm điểm theo bảng điểm", "self_assessment"),
        ("chấm điểm, xếp hạng các đơn vị", "cluster_scoring"),
        ("bổ sung nội dung phong trào vào tiêu chí chấm điểm của cụm", "cluster_scoring"),
        ("tiếp nhận, thẩm định hồ sơ", "appraisal"),
        ("lựa chọn tập thể xuất sắc trình cấp có thẩm quyền khen thưởng", "appraisal"),
        ("đôn đốc, kiểm tra việc thực hiện", "inspection"),
        ("hướng dẫn quy trình, thủ tục", "guidance"),
        ("tổ chức sơ kết phong trào", "interim_review"),
        ("tiến hành tổng kết phong trào", "final_review"),
        ("đẩy mạnh công tác tuyên truyền", "publicity"),
        ("vận động hội viên hưởng ứng", "publicity"),
        ("phân công rõ trách nhiệm từng thành viên", "other"),
    ],
)
def test_each_kind_by_its_words(sentence: str, kind: str) -> None:
    assert acts(sentence)[0] == kind


@pytest.mark.parametrize(
    "sentence",
    [
        "phối hợp với các đơn vị nhằm đẩy mạnh tuyên truyền, kiểm tra",
        "bố trí kinh phí để xây dựng kế hoạch trang bị máy tính",
        "phát huy vai trò giám sát, phản biện",
        "thực hiện theo văn bản hướng dẫn, tiêu chí đã ban hành",
        "cử thành viên trong quá trình chỉ đạo, hướng dẫn, giám sát",
        "cung cấp số liệu làm căn cứ đánh giá, bình xét khen thưởng",
        "phục vụ Hội đồng chấm điểm",
        "bố trí thời gian nộp hồ sơ đề nghị khen thưởng",
    ],
)
def test_purposes_grounds_and_things_order_nothing(sentence: str) -> None:
    assert acts(sentence) == []


def test_one_sentence_may_hold_several_acts_each_with_its_day() -> None:
    first, second = "xây dựng kế hoạch trong quý II năm 2026", "tiến hành sơ kết vào năm 2028 để rút kinh nghiệm"
    [plan_, review] = told(duties(f"Các phòng, ban {first}; {second}."))
    assert plan_ == ("V.1", "issue_plan", "Các phòng, ban", None, "2026-Q2")
    assert review == ("V.1", "interim_review", "Các phòng, ban", None, "2028")


def test_what_the_guided_do_is_not_the_guides() -> None:
    [row] = told(duties("Phòng Nội vụ hướng dẫn các trường học đăng ký thi đua, xây dựng kế hoạch."))
    assert row[1:4] == ("guidance", "Phòng Nội vụ", "các trường học")


def test_a_report_names_receiver_and_day() -> None:
    [row] = told(
        duties("Trước ngày 15/11 hằng năm, các xã báo cáo kết quả về Sở Nội vụ (qua Phòng A) để trình UBND tỉnh.")
    )
    assert row == ("V.1", "annual_report", "các xã", "Sở Nội vụ", "yearly-11-15")


def test_reports_asked_for_several_times_a_year_are_several() -> None:
    rows = told(duties("Các chi bộ báo cáo 6 tháng trước ngày 05/6, báo cáo năm trước ngày 20/11 về Đảng ủy xã."))
    assert sorted(row[4] for row in rows) == ["every-6-months", "yearly-11-20"]


def test_the_actor_comes_from_the_heading_above() -> None:
    item = clause(
        "V.1",
        "Phòng Nội vụ là cơ quan thường trực, có trách nhiệm:",
        children=(clause("V.1.a", "Kiểm tra việc thực hiện;"),),
    )
    assert told(plan(part("V", "PHÂN CÔNG NHIỆM VỤ", children=(item,)))) == [
        ("V.1.a", "inspection", "Phòng Nội vụ", None, None)
    ]


def test_a_duty_of_no_known_kind_is_still_a_duty() -> None:
    assert told(duties("Phòng Tài chính bố trí kinh phí.")) == [("V.1", "other", "Phòng Tài chính", None, None)]


def test_the_closing_paragraph_asks_for_feedback_to_the_first_receiver() -> None:
    tail = (
        "Trong quá trình thực hiện, nếu có vướng mắc, đề nghị các đơn vị phản ánh về Sở Nội vụ để báo cáo UBND tỉnh./."
    )
    [row] = told(duties(tail=tail))
    assert row == ("V", "feedback", "các đơn vị", "Sở Nội vụ", None)


def test_outside_the_duties_only_actor_with_day_counts() -> None:
    told_ = clause("IV.1", "Hằng năm, Hội đồng thi đua xã tổ chức kiểm tra việc thực hiện.")
    silent = clause("IV.2", "Thực hiện kiểm tra, giám sát thường xuyên; vận động nhân dân.")
    root = plan(part("IV", "GIẢI PHÁP", children=(told_, silent)))
    assert told(root) == [("IV.1", "inspection", "Hội đồng thi đua xã", None, "yearly")]


def test_purposes_bind_nobody() -> None:
    item = clause("I.1", "Các đơn vị xây dựng kế hoạch trước ngày 01/5/2026.")
    assert told(plan(part("I", "MỤC ĐÍCH, YÊU CẦU", children=(item,)))) == []


def test_rows_of_a_task_table() -> None:
    root = plan(
        part(
            "E",
            "PHÂN CÔNG THỰC HIỆN",
            children=(
                table(
                    "E",
                    "Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn",
                    "Báo cáo kết quả về Ban Nhân sự | Các xưởng | Công đoàn | Trước ngày 25/11 hằng năm",
                ),
            ),
        )
    )
    [fact] = find_obligations(root, {})
    assert fact.values["actor"] == "Các xưởng"
    assert (fact.values["to"], fact.values["due"]) == ("Ban Nhân sự", "yearly-11-25")
    assert fact.values["with"] == "Công đoàn"


def test_an_act_without_an_actor_is_given_with_doubt() -> None:
    item = clause("V.1", "Giai đoạn 2 (2028 - 2030): tổng kết phong trào trong quý III năm 2030.")
    [fact] = find_obligations(plan(part("V", "THỜI GIAN THỰC HIỆN", children=(item,))), {})
    assert fact.values["actor"] is None
    assert fact.confidence < 0.6
    assert fact.about
