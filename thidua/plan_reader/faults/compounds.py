"""Words of two syllables that plans use again and again, for telling a wrong mark from a right one."""

from __future__ import annotations

from thidua.viet.text import fold, tone

# After a slash: neighbours with the same letters and other marks that are right where two words meet.
_LISTED = """
bảo đảm | phấn đấu/phần đấu | chuyển đổi/chuyển đôi | thi đua/thì đua | tổ chức | triển khai | báo cáo/báo cao/báo cảo
kiểm tra/kiểm trả | giám sát | đánh giá/danh giá/đánh giả | phong trào | kế hoạch | nhiệm vụ | trách nhiệm
doanh nghiệp | chuyển giao/chuyến giao/chuyện giao | công nghệ | sáng tạo/sang tạo
đổi mới/đội mới/đời mới/đôi mới/đối mới | khoa học/khóa học | tuyên truyền/tuyến truyền | hoàn thành
nâng cao/năng cao | hiệu quả/hiệu qua | thành tích | tập thể | địa phương | tiêu chí/tiêu chỉ/tiêu chi | giải pháp
sáng kiến/sang kiến | tham mưu | phối hợp | hướng dẫn/hướng dân/hướng dần | thường xuyên/thưởng xuyên | kịp thời
chất lượng | tiên tiến/tiến tiến | điển hình/điện hình/diễn hình | tổng kết | biểu dương | tôn vinh | bồi dưỡng
nguồn lực | thẩm quyền | thủ tục | hành chính/hành chỉnh/hành chinh | chính quyền/chỉnh quyền | chính trị | xây dựng
phát triển | bình xét | tình hình/tỉnh hình/tính hình | cụ thể | lãnh đạo | chỉ đạo/chi đạo | đoàn kết | quyết định
quy định/quỹ định/quý định | nghị quyết | hoạt động | xuất sắc | kết quả/kết qua | mục tiêu | yêu cầu
đồng bộ/động bộ/đồng bố/đồng bỏ | đột phá/đốt phá | an ninh | quốc phòng | cải cách/cái cách
tham gia/thăm gia/tham giá | hưởng ứng/hướng ứng | thống nhất/thông nhất | toàn diện/toàn điện
đẩy mạnh/dậy mạnh/đầy mạnh/dạy mạnh/đấy mạnh | tăng cường/tầng cường | sử dụng | ứng dụng | vận động
phổ biến/phố biến | vướng mắc | điều chỉnh/điều chính | tổng hợp | giai đoạn | môi trường/mỗi trường | nền tảng
hạ tầng | dữ liệu/dự liệu | công chức | viên chức/viện chức | cán bộ/cần bộ/cạn bộ | nội dung | tiêu chuẩn
thành viên/thành viện | quán triệt | kinh tế | kinh phí | ngân sách | nhân rộng/nhận rộng | phương thức | mô hình
năng lực/nặng lực | chính sách | nghiêm túc | thiết thực | khen thưởng/khen thường | biện pháp | vai trò
truyền thông/truyền thống | lực lượng | đạo đức | chương trình | giáo dục | đào tạo | nhận thức | ý nghĩa | trình độ
phục vụ/phúc vụ | tinh gọn/tính gọn | hợp tác | quốc tế | dịch vụ
"""

# Words that only tell where one word ends: `địa phương` and `thực hiện` make no wrong `phương thức`.
_NEIGHBOURS = """
thực hiện | thông báo | đảm bảo | hình thức | quản lý | cơ quan | đơn vị | công nhận | xác nhận | nguyên nhân
khả năng | tiềm năng | chức năng | kỹ năng | thương hiệu | tín hiệu | liên quan | cảnh báo | dự báo | hiện nay
hiện đại | hiện trạng | nhân dân | cá nhân | xã hội | đại hội | dân tộc | tinh thần | quan trọng | quan điểm | quan hệ
đảng viên | hội viên | đoàn viên | lao động | người lao | toàn thể | toàn dân | sơ kết | liên kết | thành phố
thành lập | hình thành | trở thành | trưởng thành | gia đình | quốc gia | tham quan | đề xuất | đề nghị | đề án
vấn đề | tiếp tục | nguyện vọng | tự giác | chủ động | chủ trì | đăng ký | trực tuyến | trực tiếp | gián tiếp
công tác | công an | thành công | phù hợp | tỷ lệ | đời sống | nhu cầu | cung cấp | trung cấp | cấp trên | chuyên môn
chuyên đề | chuyên nghiệp | chuyên gia | học sinh | học tập | khóa học
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

_SMALL_WORDS = (
    "đó",
    "do",
    "để",
    "đã",
    "đến",
    "đang",
    "đều",
    "qua",
    "cao",
    "vì",
    "là",
    "và",
    "các",
    "có",
    "cho",
    "thì",
    "tại",
)


def meant(before: str, first: str, second: str, after: str) -> str | None:
    """The word that two small syllables were surely meant to be; None where they are right or may be.

    Only one of the two may be marked wrong: with both wrong they are likely two other words. Nor are they one word
    where the syllables around take one each.
    """
    ways = _WORDS.get(fold(f"{first} {second}"))
    if ways is None or tone(f"{first} {second}") in ways:
        return None
    alone = tone(f"{second} {after}") in _RIGHT or second in _SMALL_WORDS
    if alone and tone(f"{before} {first}") in _RIGHT:
        return None
    right, left = ways[0].split(" "), (tone(first), tone(second))
    return ways[0] if (left[0] == right[0]) != (left[1] == right[1]) else None
