"""Why a file is refused: one sentence each, what is wrong and what to do."""

from __future__ import annotations

from thidua.plan_reader.reading import NotReadable

_TO_WORD = "hãy mở bằng Word hoặc LibreOffice, lưu thành .docx hoặc .pdf rồi đưa lại."
SENTENCES = {
    "missing": "Không tìm thấy tệp; hãy kiểm tra lại tên và đường dẫn.",
    "directory": "Đây là thư mục, không phải tệp; hãy chỉ đúng tệp kế hoạch bên trong.",
    "not_a_file": "Đây không phải tệp thường; hãy đưa tệp .docx, .pdf hoặc .txt của kế hoạch.",
    "forbidden": "Không có quyền đọc tệp này; hãy cấp quyền đọc hoặc chép tệp sang chỗ khác.",
    "unreadable": "Máy không đọc được tệp từ đĩa; hãy chép lại tệp rồi thử lại.",
    "empty": "Tệp rỗng, không có chữ nào; hãy kiểm tra lại tệp đã lưu.",
    "too_big": "Tệp quá lớn so với một bản kế hoạch; hãy tách riêng phần kế hoạch rồi đưa lại.",
    "too_many_pages": "Tệp có quá nhiều trang so với một bản kế hoạch; hãy tách riêng phần kế hoạch rồi đưa lại.",
    "image": "Đây là tệp ảnh; hãy ghép các trang ảnh thành một tệp .pdf (bản quét) rồi đưa lại.",
    "old_doc": f"Đây là tệp Word kiểu cũ (.doc) hoặc tài liệu Office cũ; {_TO_WORD}",
    "other_office": f"Đây không phải văn bản Word (.docx) mà là loại tài liệu khác; {_TO_WORD}",
    "macro": "Tệp Word này chứa macro nên bị từ chối; hãy lưu thành .docx không có macro rồi đưa lại.",
    "archive": "Đây là tệp nén; hãy giải nén rồi đưa đúng tệp .docx, .pdf hoặc .txt của kế hoạch.",
    "encrypted": "Tệp được đặt mật khẩu; hãy gỡ mật khẩu rồi đưa lại.",
    "damaged": "Tệp bị hỏng, không mở được; hãy lưu hoặc tải lại tệp từ bản gốc.",
    "bomb": "Tệp nén này phình ra quá lớn khi mở nên bị từ chối; hãy lưu lại tệp từ Word rồi đưa lại.",
    "binary": "Tệp không phải văn bản (.docx, .pdf hoặc .txt); hãy kiểm tra lại đã chọn đúng tệp chưa.",
    "legacy_font": "Văn bản dùng bảng mã cũ (TCVN3 hoặc VNI); hãy chuyển sang Unicode bằng UniKey rồi đưa lại.",
    "encoding": "Không nhận ra bảng mã của tệp văn bản; hãy lưu lại tệp với bảng mã UTF-8 rồi đưa lại.",
    "no_text": "Không tìm thấy chữ nào trong tệp; hãy quét lại rõ hơn hoặc đưa tệp gốc.",
    "not_a_plan": "Văn bản không giống một kế hoạch thi đua: không thấy các mục nội dung; hãy chọn đúng tệp kế hoạch.",
    "no_ocr": "Tệp là bản quét, cần Tesseract mà máy chưa có; hãy cài: apt-get install tesseract-ocr tesseract-ocr-vie",
    "no_ocr_vie": "Tesseract trên máy chưa có tiếng Việt; hãy cài: apt-get install tesseract-ocr-vie",
    "ocr_failed": "Tesseract không nhận dạng được bản quét; hãy quét lại ở 300 dpi hoặc đưa tệp gốc.",
    "too_slow": "Đọc tệp này mất quá nhiều thời gian nên đã dừng; hãy lưu lại tệp hoặc đưa bản .docx.",
    "too_hungry": "Đọc tệp này cần quá nhiều bộ nhớ nên đã dừng; hãy lưu lại tệp hoặc đưa bản .docx.",
    "crashed": "Tệp làm bộ đọc dừng đột ngột; hãy lưu lại tệp từ bản gốc hoặc đưa bản .docx.",
}


def refused(code: str) -> NotReadable:
    """The error to raise for `code`."""
    return NotReadable(code, SENTENCES[code])
