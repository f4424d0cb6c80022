"""Figures with their units in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from thidua.plan_reader.facts.lexicon import Lexicon
from thidua.plan_reader.facts.papers import places
from thidua.plan_reader.facts.wording import Wording
from thidua.viet.dates import find_dates, find_days, find_months, find_periods, find_quarters, find_years
from thidua.viet.numbers import find_numbers, in_words

_MONEY = Lexicon(
    "triệu đồng/người/năm|triệu đồng/năm|tỷ đồng/năm|triệu đồng/người|triệu đồng/ha|nghìn tỷ đồng|tỷ đồng|triệu đồng|nghìn đồng|đồng|triệu USD",
    "lượt người|lượt khách|lượt|phần trăm|điểm phần trăm|giờ|ngày công|ngày|phút|tấn|tạ|kg|ha|km|m2|m²|m|lít|kwh",
    "sáng kiến|mô hình|công trình|sản phẩm|đề tài|dự án|chương trình|tập thể|cá nhân|đơn vị|cơ quan|hộ gia đình|hộ|gia đình|đoàn viên",
    "học sinh|sinh viên|giáo viên|cán bộ|người lao động|người dân|người|doanh nghiệp|hợp tác xã|tổ chức|chi bộ|giải pháp|bài viết|bài|tin bài",
    "tuyến đường|cây xanh|cây|căn nhà|căn|ngôi nhà|nhà|lớp tập huấn|lớp|buổi|cuộc|hội nghị|câu lạc bộ|thủ tục hành chính|dịch vụ công|hồ sơ",
    "tỷ lệ|điểm|giải|bậc|lần|điểm cầu|phần việc|việc làm|lao động|sáng chế|thôn|xã|phường|trường|khu dân cư|tổ dân phố|vụ|ca|cuốn|phòng học",
    "điển hình tiên tiến|điển hình|gương|tủ sách|thư viện|tổ|nhóm|hội viên|đảng viên|nghiệp vụ|tin|phóng sự|chuyên mục|tiết|chuyên đề|cải tiến",
)
_PERCENT = re.compile(r"\s?%")
_LEAST = re.compile(
    r"(?:ít nhất|tối thiểu|trên|từ|có|thêm|đạt|mỗi \w+ có)\s+(một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?= )"
)
_NAME_BEFORE = re.compile(
    r"(?:giai doan|dieu|khoan|muc|phan|chuong|dot|so|thang|quy|hang|loai|cap|quyet|lop|khoi|cum|chuong trinh|de an|nghi quyet|bieu|phu luc|mau) \Z"
)


@dataclass(frozen=True, slots=True)
class Figure:
    value: int | float
    unit: str | None
    start: int
    end: int  # behind the unit


def find_figures(words: Wording, start: int, end: int) -> Iterator[Figure]:
    """Numbers that count or measure; days, years and the numbers of documents do not."""
    closed = _closed(words)
    for value, at, stop in _numbers(words):
        if (
            not start <= at < end
            or any(a <= at < b for a, b in closed)
            or _NAME_BEFORE.search(words.text[max(0, at - 14) : at])
        ):
            continue
        percent = _PERCENT.match(words.text, stop)
        if percent:
            yield Figure(value, "%", at, percent.end())
            continue
        unit = _MONEY.at(words, stop + 1, end) if words.text[stop : stop + 1] == " " else _MONEY.at(words, stop, end)
        if unit is not None:
            yield Figure(value, words.quote(stop, unit).strip(), at, unit)


def _numbers(words: Wording) -> Iterator[tuple[int | float, int, int]]:
    found = list(find_numbers(words.printed))
    for hit in _LEAST.finditer(words.toned):
        number = in_words(hit[1])
        if number is not None:
            found.append((number, hit.start(1), hit.end(1)))
    yield from sorted(found, key=lambda row: row[1])


def _closed(words: Wording) -> list[tuple[int, int]]:
    text = words.printed
    found = [
        (a, b)
        for finder in (find_dates, find_days, find_months, find_periods, find_quarters, find_years)
        for _, a, b in finder(text)
    ]
    return [*places(words), *found]
