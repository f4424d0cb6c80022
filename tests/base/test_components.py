"""The components of the pages: what each shows for what it is given."""

import datetime as dt
import re
from types import SimpleNamespace
from typing import Any

import pytest
from django import forms
from django.template.loader import render_to_string
from django.utils.translation import override

DAY = dt.date(2026, 11, 15)
CHOICES = (("a", "Giấy khen"), ("b", "Bằng khen"))


def drawn(name: str, **given: Any) -> str:
    with override("vi"):
        return re.sub(r"\s+", " ", render_to_string(f"base/_{name}.html", given)).strip()


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).strip()


class Asked(forms.Form):
    name = forms.CharField(label="Họ và tên", help_text="Ghi như trong căn cước.")
    kind = forms.ChoiceField(
        label="Hình thức", choices=(("a", "Giấy khen"), ("b", "Bằng khen")), widget=forms.RadioSelect
    )
    note = forms.CharField(label="Ghi chú", required=False)


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (12, "15/11/2026 (còn 12 ngày làm việc)"),
        (0, "15/11/2026 (sau hôm nay không còn ngày làm việc)"),
        (-3, "15/11/2026 (quá hạn 3 ngày làm việc)"),
        (None, "15/11/2026"),
    ],
)
def test_a_day_is_told_with_the_working_days_to_it(left: int | None, said: str) -> None:
    assert words(drawn("due", day=DAY, left=left)) == said


def test_a_clause_mark_leads_to_its_sentence_or_only_says_it() -> None:
    led = drawn("clause", cite="mục V.2.h", href="/van-ban/1/#fact-7")
    assert 'href="/van-ban/1/#fact-7"' in led
    assert words(led) == "§ mục V.2.h"
    assert "href" not in drawn("clause", cite="mục V.2.h")


def test_a_field_points_to_its_hint_and_its_error() -> None:
    html = drawn("field", field=Asked({"kind": "a"})["name"])
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'id="id_name_helptext"' in html
    assert 'id="id_name_error"' in html
    assert 'aria-invalid="true"' in html
    assert words(html).startswith("Họ và tên Ghi như trong căn cước. Lỗi: Chưa điền mục này.")


def test_a_choice_is_a_group_with_a_legend() -> None:
    html = drawn("field", field=Asked()["kind"])
    assert 'id="id_kind"' in html
    assert html.index("<fieldset") < html.index("<legend>Hình thức") < html.index('type="radio"')


def test_what_is_not_required_says_so() -> None:
    assert "(không bắt buộc)" in drawn("field", field=Asked()["note"])
    assert "(không bắt buộc)" not in drawn("field", field=Asked()["name"])


def test_the_errors_lead_to_their_fields() -> None:
    html = drawn("errors", form=Asked({"name": "An"}))
    assert 'href="#id_kind' in html
    assert "#id_name" not in html
    assert drawn("errors", form=Asked()) == ""


def test_a_table_names_each_cell_for_the_telephone() -> None:
    cell = SimpleNamespace(href="/don-vi/3/", text="UBND xã Suối Trúc")
    html = drawn("table", caption="Đơn vị", heads=["Tên", "Số việc"], rows=[(cell, 0), ("Khác", None)])
    assert '<td data-label="Tên"><a href="/don-vi/3/">UBND xã Suối Trúc</a></td>' in html
    assert '<td data-label="Số việc">0</td>' in html
    assert '<td data-label="Số việc"></td>' in html


def test_a_form_gets_a_fresh_key_and_keeps_its_own_when_shown_again() -> None:
    keys = {re.search(r'value="([^"]+)"', drawn("once"))[1] for _ in range(3)}  # type: ignore[index]
    assert len(keys) == 3
    assert 'value="abc"' in drawn("once", once="abc")


def test_the_time_line_writes_numbers_for_machines() -> None:
    phase = {"text": "Giai đoạn 1", "when": "2025 – 2027", "left": 12.5, "width": 30.25, "tone": "now"}
    html = drawn("timeline", phases=[phase], today=41.5)
    assert 'x="12.5"' in html
    assert 'width="30.25"' in html
    assert 'x="41.5"' in html


def test_a_missing_value_is_said_to_be_missing() -> None:
    row = SimpleNamespace(name="Số, ký hiệu", value=None, cite="", href="", change="")
    assert words(drawn("summary", rows=[row])) == "Số, ký hiệu Văn bản không nêu"


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "413", "500"])
def test_an_error_page_stands_without_a_request(name: str) -> None:
    with override("vi"):
        html = render_to_string(f"{name}.html")
    assert "<h1>" in html
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=", html)
