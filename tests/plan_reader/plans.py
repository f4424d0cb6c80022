"""A short invented plan for tests of the reader as a whole."""

PLAN = """ỦY BAN NHÂN DÂN
XÃ ĐÔNG LĨNH

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 12/KH-UBND
Đông Lĩnh, ngày 05 tháng 3 năm 2026

KẾ HOẠCH
Triển khai Phong trào thi đua “Xã sạch, đường đẹp” giai đoạn 2026 - 2030

Thực hiện Kế hoạch số 40/KH-UBND ngày 10/02/2026 của Ủy ban nhân dân tỉnh, Ủy ban nhân dân xã ban hành Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

Phát huy tinh thần tự quản của Nhân dân trong giữ gìn đường làng, ngõ xóm.

2. Yêu cầu

Thi đua thiết thực, không phô trương, hình thức.

II. NỘI DUNG THI ĐUA

1. Thi đua giữ sạch đường làng, ngõ xóm, sân trường, chợ quê.

2. Thi đua trồng cây dọc đường trục xã.

III. KHEN THƯỞNG

1. Hằng năm, Chủ tịch Ủy ban nhân dân xã tặng Giấy khen cho 05 tập thể và 10 cá nhân.

IV. TỔ CHỨC THỰC HIỆN

1. Phòng Văn hóa - Xã hội theo dõi, báo cáo kết quả trước ngày 15/11 hằng năm.

2. Các thôn đăng ký thi đua trước ngày 30/4/2026.

Trong quá trình thực hiện, nếu có vướng mắc, phản ánh về Phòng Văn hóa - Xã hội.

Nơi nhận:
- Như trên;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lê Thị Hạ
"""
