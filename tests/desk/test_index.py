"""The desk: what one's units owe, how pressing it is, by which clause; and what to do when nothing is owed."""

import datetime as dt
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from tests.desk.factories import NAME, hand_in, make_movement
from tests.factories import make_unit, make_user
from thidua.desk import queries
from thidua.people.models import Unit

pytestmark = pytest.mark.django_db
QUESTIONS = 11  # session, user, leave three times, units twice, menu, obligations, plans
Count = Callable[..., AbstractContextManager[Any]]


@pytest.fixture
def province() -> Unit:
    return make_unit("Ủy ban nhân dân tỉnh Lam Khê", kind="committee", locality="tỉnh Lam Khê")


@pytest.fixture
def commune(province: Unit) -> Unit:
    name = "Ủy ban nhân dân xã Suối Trúc"
    return make_unit(name, under=province, kind="committee", level="commune", locality="xã Suối Trúc")


def duty(kind: str = "annual_report", due: str = "", actor: str = "Ủy ban nhân dân xã Suối Trúc") -> dict[str, str]:
    return {"kind": kind, "actor": actor, "due": due}


def in_days(days: int) -> str:
    return (localdate() + dt.timedelta(days=days)).isoformat()


def test_the_most_pressing_stands_first(province: Unit, commune: Unit) -> None:
    make_movement(province, [duty(due=in_days(30)), duty("register"), duty("issue_plan", in_days(-10))])
    clerk = make_user(role="unit_clerk", at=commune)

    groups = queries.groups_of(clerk, on=localdate())

    assert [group.key for group in groups] == ["overdue", "later", "no_date"]
    assert [row.what for group in groups for row in group.rows] == [
        "Ban hành kế hoạch",
        "Báo cáo hằng năm",
        "Đăng ký thi đua",
    ]
    assert [group.tone for group in groups] == ["late", "", ""]


def test_a_line_says_what_for_which_movement_until_when_and_by_which_clause(
    client: Client, province: Unit, commune: Unit
) -> None:
    make_movement(province, [duty(due=in_days(30))])
    client.force_login(make_user(role="unit_clerk", at=commune))

    page = client.get(reverse("desk:index")).content.decode()

    assert "Báo cáo hằng năm" in page
    assert NAME in page
    assert (localdate() + dt.timedelta(days=30)).strftime("%d/%m/%Y") in page
    assert "ngày làm việc" in page
    assert "#fact-" in page


def test_what_is_due_in_over_a_year_is_folded_away(province: Unit, commune: Unit) -> None:
    make_movement(province, [duty(due=in_days(30)), duty("final_review", in_days(900))])
    group, *others = queries.groups_of(make_user(role="unit_clerk", at=commune), on=localdate())
    assert others == []
    assert ([row.what for row in group.rows], [row.what for row in group.far]) == (["Báo cáo hằng năm"], ["Tổng kết"])
    assert group.count == 2


def test_a_neighbour_owes_nothing_of_it(client: Client, province: Unit, commune: Unit) -> None:
    neighbour = make_unit("Ủy ban nhân dân xã Lam Hạ", under=province, kind="committee", level="commune")
    make_movement(province, [duty(due=in_days(5))])
    assert queries.groups_of(make_user(role="unit_head", at=neighbour), on=localdate()) == []


def test_a_plan_waits_on_the_desk_of_whoever_confirms_it(client: Client, commune: Unit) -> None:
    clerk, head = make_user(role="unit_clerk", at=commune), make_user(role="unit_head", at=commune)
    version = hand_in(commune, [duty()], by=clerk)
    stranger = make_user(role="unit_head", at=make_unit("Sở Tài chính"))

    assert queries.plans_before(head) == [version]
    assert queries.plans_before(clerk) == [version]
    assert queries.plans_before(stranger) == []
    client.force_login(clerk)
    assert "Chờ thủ trưởng" in client.get(reverse("desk:index")).content.decode()
    client.force_login(head)
    assert "Chờ xác nhận" in client.get(reverse("desk:index")).content.decode()


def test_an_administrator_is_not_asked_for_what_he_may_not_see(client: Client, province: Unit, commune: Unit) -> None:
    make_movement(province, [duty(due=in_days(5))])
    client.force_login(make_user(role="administrator", at=commune))
    page = client.get(reverse("desk:index")).content.decode()
    assert NAME not in page
    assert "Chưa có việc phải làm" in page


@pytest.mark.parametrize(
    ("role", "action", "name"),
    [
        ("standing_officer", "Mở phong trào từ kế hoạch", "movements:open"),
        ("unit_clerk", "Mở phong trào từ kế hoạch", "movements:open"),
        ("auditor", "Xem các phong trào", "movements:index"),
        ("administrator", "Xem các đơn vị", "people:units"),
    ],
)
def test_an_empty_desk_says_what_to_do_next(client: Client, role: str, action: str, name: str) -> None:
    client.force_login(make_user(role=role, at=make_unit()))
    page = client.get(reverse("desk:index")).content.decode()
    assert "Chưa có việc phải làm" in page
    assert action in page
    assert f'href="{reverse(name)}"' in page


def test_who_is_not_signed_in_is_sent_to_sign_in(client: Client) -> None:
    answer = client.get(reverse("desk:index"))
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("account_login"))


def test_who_holds_no_role_is_told_so(client: Client) -> None:
    client.force_login(make_user())
    answer = client.get(reverse("desk:index"))
    assert answer.status_code == 403
    assert "vai trò" in answer.content.decode()


@pytest.mark.parametrize("many", [1, 3])
def test_the_desk_asks_the_same_number_of_questions(
    client: Client, province: Unit, commune: Unit, many: int, django_assert_num_queries: Count
) -> None:
    for number in range(many):
        make_movement(province, [duty(due=in_days(number + 1)), duty("register")])
        hand_in(commune, [duty(due=in_days(number))])
    client.force_login(make_user(role="unit_head", at=commune))
    with django_assert_num_queries(QUESTIONS):
        client.get(reverse("desk:index"))
