"""Words of two syllables that plans use again and again, for telling a wrong mark from a right one."""

from __future__ import annotations

from collections.abc import Sequence

from thidua.viet.text import fold, tone

# After a slash: neighbours with the same letters and other marks that are right where two words meet.
_LISTED = """
bảo đảm | phấn đấu/phần đấu | chuyển đổi/chuyển đôi | thi đua/thì đua/thi đưa | tổ chức | triển khai
báo cáo/báo cao/báo cảo | kiểm tra/kiểm trả | giám sát | đánh giá/danh giá/đánh giả | phong trào | kế hoạch
nhiệm vụ | trách nhiệm | doanh nghiệp | chuyển giao/chuyến giao/chuyện giao/chuyển giáo | công nghệ/công nghề
sáng tạo/sang tạo | đổi mới/đội mới/đời mới/đôi mới/đối mới/đổi mọi/đổi mỗi/đổi môi | khoa học/khóa học
tuyên truyền/tuyến truyền | hoàn thành | nâng cao/năng cao | hiệu quả/hiệu qua | thành tích | tập thể | địa phương
tiêu chí/tiêu chỉ/tiêu chi | giải pháp | sáng kiến/sang kiến | tham mưu | phối hợp
hướng dẫn/hướng dân/hướng dần/hưởng dẫn | thường xuyên/thưởng xuyên | kịp thời | chất lượng | tiên tiến/tiến tiến
điển hình/điện hình/diễn hình | tổng kết | biểu dương | tôn vinh | bồi dưỡng | nguồn lực | thẩm quyền | thủ tục
hành chính/hành chỉnh/hành chinh | chính quyền/chỉnh quyền | chính trị | xây dựng/xây đúng/xây dùng | phát triển
bình xét | tình hình/tỉnh hình/tính hình | cụ thể/cứ thể/cử thể/cũ thể | lãnh đạo | chỉ đạo/chi đạo
đoàn kết/đoạn kết | quyết định | quy định/quỹ định/quý định | nghị quyết | hoạt động | xuất sắc | kết quả/kết qua
mục tiêu/mức tiêu | yêu cầu | đồng bộ/động bộ/đồng bố/đồng bỏ | đột phá/đốt phá/đợt phá | an ninh | quốc phòng
cải cách/cái cách | tham gia/thăm gia/tham giá | hưởng ứng/hướng ứng | thống nhất/thông nhất | toàn diện/toàn điện
đẩy mạnh/dậy mạnh/đầy mạnh/dạy mạnh/đấy mạnh | tăng cường/tầng cường | sử dụng/sử đúng/sử dựng
ứng dụng/ứng đúng/ứng dùng | vận động | phổ biến/phố biến | vướng mắc | điều chỉnh/điều chính | tổng hợp | giai đoạn
môi trường/mỗi trường/mọi trường/mới trường/mời trường | nền tảng | hạ tầng | dữ liệu/dự liệu | công chức
viên chức/viện chức | cán bộ/cần bộ/cạn bộ | nội dung/nội đúng/nội dùng/nội dựng | tiêu chuẩn
thành viên/thành viện | quán triệt | kinh tế | kinh phí | ngân sách/ngàn sách/ngăn sách | nhân rộng/nhận rộng
phương thức/phương thực | mô hình | năng lực/nặng lực | chính sách | nghiêm túc | thiết thực
khen thưởng/khen thường | biện pháp/biến pháp/biên pháp | vai trò | truyền thông/truyền thống
lực lượng/lực lưỡng/lúc lượng | đạo đức | chương trình | giáo dục | đào tạo/đảo tạo/đạo tạo | nhận thức/nhận thực
ý nghĩa | trình độ/trình đo/trình đổ | phục vụ/phúc vụ | tinh gọn/tính gọn/tỉnh gọn | hợp tác/họp tác | quốc tế
dịch vụ/đích vụ
"""

# Words that only tell where one word ends: `địa phương` and `thực hiện` make no wrong `phương thức`.
_NEIGHBOURS = """
thực hiện | thông báo | đảm bảo | hình thức | quản lý | cơ quan | đơn vị | công nhận | xác nhận | nguyên nhân
khả năng | tiềm năng | chức năng | kỹ năng | thương hiệu | tín hiệu | liên quan | cảnh báo | dự báo | hiện nay
hiện đại | hiện trạng | nhân dân | cá nhân | xã hội | đại hội | dân tộc | tinh thần | quan trọng | quan điểm
quan hệ | đảng viên | hội viên | đoàn viên | lao động | người lao | toàn thể | toàn dân | sơ kết | liên kết
thành phố | thành lập | hình thành | trở thành | trưởng thành | gia đình | quốc gia | tham quan | đề xuất | đề nghị
đề án | vấn đề | tiếp tục | nguyện vọng | tự giác | chủ động | chủ trì | đăng ký | trực tuyến | trực tiếp
gián tiếp | công tác | công an | thành công | phù hợp | tỷ lệ | đời sống | nhu cầu | cung cấp | trung cấp | cấp trên
chuyên môn | chuyên đề | chuyên nghiệp | chuyên gia | học sinh | học tập | khóa học | pháp luật | pháp lý
liên thông | động viên | hình ảnh | tạo điều | điều kiện | định kỳ | định hướng | báo chí | đấu tranh | đấu thầu
giao lưu | giao thông | phát sinh | phát huy | phát hiện | tra cứu | mỹ thuật | chính đáng | chính thức | kỷ cương
kỷ luật | hành động | hành vi | thành thị | quyết tâm | quyết liệt | động lực | học viên | bộ phận | bộ máy | cán sự
dân vận | công trình | công tâm | thị trường | thị xã | thể thao | thể chế | hiệu lực | hiệu trưởng | kết nối
kết hợp | năng suất | văn phòng | văn nghệ | tác phong | tác động | sản phẩm | sản xuất | tuyên dương | dương lịch
kiến nghị | kiến thức | ý kiến | ý thức | kinh nghiệm | nghiệm thu | sinh hoạt | hoạt cảnh | tiếp xúc | xúc tiến
lượng hóa | tự hào | truyền hình | truyền thanh | dẫn đầu | dẫn dắt | đầu mối | đầu tư | tư tưởng | căn cứ
thay đổi | trao đổi | biến đổi | tư vấn
"""


def _learnt() -> dict[str, tuple[str, ...]]:
    """For the letters of each word all the right ways to mark them, the word itself first."""
    words: dict[str, tuple[str, ...]] = {}
    for entry in _LISTED.replace("\n", "|").split("|"):
        ways = tuple(tone(way.strip()) for way in entry.split("/") if way.strip())
        if ways:
            words[fold(ways[0])] = ways
    return words


_WORDS = _learnt()


_RIGHT = frozenset(way for ways in _WORDS.values() for way in ways[:1]) | {
    tone(word.strip()) for word in _NEIGHBOURS.replace("\n", "|").split("|")
}


def meant(words: Sequence[str], at: int) -> str | None:
    """The word that the small syllables at `at` and behind were surely meant to be; None where they may be right.

    Only one of the two may be marked wrong: with both wrong they are likely two other words. Nor are they one word
    where a neighbour and one of them make a word of their own.
    """
    first, second = words[at], words[at + 1]
    ways = _WORDS.get(fold(f"{first} {second}"))
    if ways is None or tone(f"{first} {second}") in ways:
        return None
    if (_word(words, at - 1) and not _word(words, at - 2)) or (_word(words, at + 1) and not _word(words, at + 2)):
        return None
    right, left = ways[0].split(" "), (tone(first), tone(second))
    one_wrong = (left[0] == right[0]) != (left[1] == right[1])
    return ways[0] if one_wrong and second not in _SMALL_WORDS else None


def _word(words: Sequence[str], at: int) -> bool:
    """Whether the two syllables at `at` are a word that is known to be right."""
    return 0 <= at < len(words) - 1 and tone(f"{words[at]} {words[at + 1]}") in _RIGHT


_SMALL_WORDS = frozenset(
    ("đó", "do", "để", "đã", "đến", "đang", "đều", "qua", "cao", "vì", "là", "và", "các", "có", "thì")
)
