"""Vocabulary of bodies: how their names begin, what kinds there are, and the words that begin what they do."""

from __future__ import annotations

from thidua.plan_reader.facts.lexicon import Lexicon

# A name of its own begins so: a capital stands at this word or right behind it.
NAMED = Lexicon(
    "ủy ban|ubnd|hđnd|hội đồng|ubmttqvn|ubmttq|ubmt|mttq|mặt trận|tỉnh ủy|thành ủy|huyện ủy|quận ủy|đảng ủy|đảng bộ|chi bộ",
    "chi ủy|cấp ủy|ban|bộ|sở|phòng|vụ|cục|tổng cục|chi cục|viện|học viện|trường|nhà trường|khoa|tổ|trung tâm|trạm|văn phòng|vp",
    "thanh tra|công an|kho bạc|ngân hàng|báo|đài|cổng thông tin|tổng công ty|công ty|tập đoàn|chi nhánh|xí nghiệp|nhà máy",
    "phân xưởng|tổ đội|đội|hợp tác xã|liên minh|liên hiệp|liên đoàn|công đoàn|đoàn|hội|thường trực|ban thường vụ|bộ phận",
    "ban chấp hành|ban chỉ đạo|ban chỉ huy|bộ chỉ huy|ban tổ chức|ban quản lý|ban giám hiệu|ban giám đốc|ban biên tập|tiểu ban",
    "tòa án|viện kiểm sát|bệnh viện|quỹ|hiệp hội|câu lạc bộ|cơ quan|đơn vị|chủ tịch|phó chủ tịch|tổng giám đốc|giám đốc",
    "phó giám đốc|hiệu trưởng|phó hiệu trưởng|thủ trưởng|trưởng|bí thư|cục trưởng|vụ trưởng|chánh văn phòng|người đứng đầu",
    "lãnh đạo|kế toán|giáo viên|tổng phụ trách|cụm|khối|cụm trưởng|khối trưởng|tổ trưởng|trưởng phòng|trưởng ban|trưởng khoa",
    "thành đoàn|tỉnh đoàn|huyện đoàn|đoàn trường|trung đoàn|sư đoàn|lữ đoàn|tiểu đoàn|đại đội|hải đội|đồn|bộ tư lệnh",
    "doanh nghiệp|tổ chức công đoàn|tổ chức đảng|tổ chức đoàn|tổng biên tập|chủ nhiệm|quân sự|ban nhân dân|hải quan|cảng vụ",
    "bưu điện|cổng thông tin điện tử|tạp chí|thường vụ|hội sở|cán bộ|công chức|viên chức|người lao động|đoàn viên|học sinh",
    "đảng viên|đồng chí|cá nhân|tập thể|hội viên|sinh viên|giảng viên|thuế|bảo hiểm xã hội|điện lực|thi hành án|kiểm lâm",
    "thủ tướng|chính phủ|bộ trưởng|thứ trưởng|bộ chính trị|ban bí thư|quốc hội|chủ tịch nước|trạm truyền thanh|hội nông dân",
    "ủy viên|thành viên|tổng công đoàn|địa phương|hộ gia đình|phó trưởng|tổ thư ký|tổ giúp việc|thư ký",
)

# Kinds of bodies and people: after a plural word, or one after the other in a list.
KINDS = Lexicon(
    "sở|phòng|ban|ngành|bộ|cơ quan|đơn vị|địa phương|trường|trường học|nhà trường|khoa|tổ|xã|phường|thị trấn|thị xã|thành phố",
    "huyện|quận|thôn|ấp|bản|buôn|làng|khu phố|khu dân cư|khu|tổ dân phố|cụm|khối|cấp|doanh nghiệp|doanh nhân|công ty|tổ chức",
    "đoàn thể|hội|chi hội|chi đoàn|liên đội|chi bộ|đảng bộ|đảng ủy|cấp ủy|phân xưởng|xí nghiệp|chi nhánh|trung tâm|trạm|viện",
    "cục|vụ|chi cục|tổng công ty|cá nhân|tập thể|thành viên|đồng chí|lớp|học sinh|sinh viên|học viên|giáo viên|giảng viên",
    "nhà giáo|cán bộ|công chức|viên chức|người lao động|đảng viên|đoàn viên|hội viên|cơ sở|đồn|đội|hộ gia đình|hộ kinh doanh",
    "hộ|hợp tác xã|nhà máy|bộ phận|mặt trận|công đoàn|ban ngành|chủ đầu tư|nhà thầu|ngân hàng|tập đoàn|thủ trưởng|lãnh đạo",
    "người đứng đầu|trưởng|mầm non|tiểu học|thcs|thpt|trung học cơ sở|trung học phổ thông|lực lượng|báo chí|chiến sĩ|quân nhân",
    "sĩ quan|tiểu ban|ban chỉ đạo|văn phòng|chi ủy|cụm trưởng|khối trưởng|trưởng phòng|tổ trưởng|trưởng thôn|trưởng ban|bí thư",
    "truyền hình|phát thanh|truyền thanh|phụ huynh|người dân|ban quản lý|nhân viên|công nhân|tổ đội|đội sản xuất|tổ chuyên môn|hiệu trưởng|giám đốc|chủ tịch",
    "ủy ban nhân dân|ubnd|hội đồng|ban thường trực|câu lạc bộ|nghiệp đoàn|bệnh viện|trạm y tế|thủ trưởng các đơn vị|ủy viên",
)
PLURALS = Lexicon("các|những|toàn thể các|tất cả các|mọi|từng|mỗi|toàn thể|tất cả")
# Named without a capital.
AUTHORITIES = Lexicon(
    "nhà trường|cơ quan thường trực|cấp có thẩm quyền|cơ quan có thẩm quyền|người có thẩm quyền|cấp trên|cấp trên trực tiếp|trung ương"
)

# Begins like a body and is none.
NO_BODIES = Lexicon(
    "ban hành|bộ tiêu chí|bộ chỉ số|bộ câu hỏi|bộ máy|bộ luật|bộ đội|hội nghị|hội thi|hội thảo|hội diễn|hội họp|hội chợ|báo cáo",
    "tổ chức|đoàn kết|đoàn kiểm tra|đội ngũ|khoa học|trường hợp|báo chí|bộ mặt|ban đầu|vụ việc|khu vực|đoàn thể|cấp bách|cơ sở dữ liệu",
    "phòng chống|phòng, chống|phòng ngừa|tổ chức thực hiện|khối lượng|cấp độ|cấp phát|cấp nước|hộ tịch|lớp tập huấn|cơ sở vật chất",
    "các nội dung|cán bộ chủ chốt của|ngân hàng dữ liệu|đoàn giám sát|cấp độ|bộ phận này|lãnh đạo, chỉ đạo|tập thể, cá nhân",
    "tập thể|cơ sở hạ tầng|cấp thẻ|bộ tài liệu|khu công|hội nhập|đoàn xe|thành phố thông minh|đại hội|trường đời",
)

# Begins what a body does.
DEEDS = Lexicon(
    "chủ trì|chủ động|phối hợp|căn cứ|tổ chức|xây dựng|hướng dẫn|vận động|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|báo cáo",
    "phân công|kịp thời|bổ sung|tham mưu|thực hiện|triển khai|tiếp tục|phát động|tăng cường|đẩy mạnh|quán triệt|chỉ đạo|lãnh đạo",
    "tuyên truyền|phổ biến|đăng ký|tổng hợp|theo dõi|đôn đốc|kiểm tra|giám sát|thẩm định|bình xét|đề xuất|lựa chọn|ban hành",
    "hoàn thiện|nghiên cứu|rà soát|bố trí|cân đối|đảm bảo|bảo đảm|phản ánh|phản ảnh|có văn bản|kiến nghị|tiến hành|tự đánh giá",
    "đánh giá|chấm điểm|tự chấm|quyết định|xem xét|sử dụng|yêu cầu|phát huy|nâng cao|thường xuyên|định kỳ|hàng năm|hằng năm",
    "tích cực|lồng ghép|thông báo|công bố|thành lập|kiện toàn|huy động|khuyến khích|hỗ trợ|cung cấp|đăng tải|đưa tin|giới thiệu",
    "phát hiện|khen thưởng|xác định|cụ thể hóa|tham gia|đóng góp|ký kết|làm đầu mối|cập nhật|duy trì|vận hành|rút kinh nghiệm",
    "sơ kết|tổng kết|khảo sát|được giao|có ý kiến|góp ý|chuẩn bị|tiếp nhận|hoàn thành|phấn đấu|gắn kết|quản lý|lấy kết quả",
    "đưa kết quả|đưa nội dung|tập trung|nghiêm túc|khẩn trương|đồng thời|tập huấn|bồi dưỡng|nêu gương|trong quá trình|hưởng ứng",
    "trực tiếp|biểu dương|xét chọn|xét duyệt|đổi mới|cải tiến|đầu tư|áp dụng|ứng dụng|hàng tháng|hàng quý|hằng tháng|hằng quý",
    "ra quân|mở chuyên mục|có kế hoạch|có giải pháp|đảm nhận|xếp loại|xếp hạng|tiến cử|lưu trữ|nhân rộng|tạo điều kiện|thi hành",
    "gửi|nộp|trình|lập|cần|cử|giao|xét|sẽ|lấy|đưa|gắn|viết|giúp|mời|đã|được|có|tự|là|ký|phải|theo|khi|nếu|coi|mở|làm|ra|nêu|đề ra",
    "đề nghị|trước ngày|chậm nhất|vào cuối|vào đầu|vào dịp|cuối năm|đầu năm|hàng tuần|hằng tuần|mỗi năm|trên cơ sở|công khai|chấp hành",
    "thống nhất|thảo luận|tặng|trao|phê duyệt|đạt|thi đua thực hiện|thi đua lao động|in ấn|tiếp thu|chăm lo|tìm hiểu|nhận xét|duyệt",
    "kêu gọi|phụ trách|đôn đốc|cam kết|vận dụng|truyền đạt|học tập|rèn luyện|ghi nhận|thu thập|tính điểm|chọn|bảo quản|tuyển chọn",
    "không|phát|đăng|dành|quay|dựng|trồng|thu gom|tư vấn|giới thiệu|quản trị|quán triệt|cải tạo|phục vụ|khởi công|hoàn tất|biên soạn|nhận",
    "tuyên dương|trang bị|chia sẻ|kết nối|khai thác|sửa chữa|mua sắm|thông qua|giải quyết|tháo gỡ|chấn chỉnh|xử lý|niêm yết|cấp kinh phí",
    "thường trực|hiệp y|hiệp thương|nắm|tạo|quy định|bình chọn|dự toán|thanh toán|chi trả|lắp đặt|vào|trong tháng|trong quý",
)
# Looks like a deed inside a name: `các tổ chức`, `cơ quan quản lý nhà nước`.
NO_DEEDS = Lexicon(
    "tổ chức chính trị|tổ chức xã hội|tổ chức đảng|tổ chức công đoàn|tổ chức đoàn thể|tổ chức hội viên|tổ chức kinh tế|tổ chức cơ sở",
    "tổ chức thành viên|tổ chức tín dụng|tổ chức khoa học|quản lý nhà nước|quản lý dự án|quản lý khu|báo cáo viên|thường trực hội",
    "lãnh đạo các|lãnh đạo cơ quan|được giao chủ trì|đầu tư công|thường trực các|có liên quan|có thẩm quyền|có vốn|có tên|có tổ chức",
    "được giao nhiệm vụ|được phân công giúp đỡ|được phân công|được giao|quản lý trực tiếp|tham gia khối|tham gia cụm|theo ngành|thường trực của|thường trực cấp|lãnh đạo phòng",
    "lãnh đạo đơn vị|là thành viên|được phân công|giao cho|tập trung của|chủ trì xây dựng bộ|học tập suốt",
)
# Ends the name of a body that something is done to, besides the deeds.
ENDS = Lexicon(
    "để|nhằm|trước|về|tại|từ|đến|bằng|qua|thông qua|kết quả|nhưng|nơi|tình hình|cho|với|việc|danh sách|hồ sơ|số lượng|một lần",
    "trên cơ sở|nội dung|chậm nhất|và gửi|trong thời gian|định kỳ|kèm|như|vào|do|sau khi|khi có|làm cơ sở|làm căn cứ|theo dõi",
)
COURTESY = Lexicon(
    "đề nghị|giao cho|giao|yêu cầu|phân công|đối với|ủy quyền cho|kính đề nghị|trân trọng đề nghị|đề nghị các đồng chí|phân công cho"
)
