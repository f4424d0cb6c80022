"""Addresses of the whole site, room by room; of allauth only what a user needs."""

from allauth.account import views as account
from django.urls import include, path, re_path

from thidua.people.urls import site

ROOMS = {
    "desk": "",
    "additions": "bo-sung/",
    "lineage": "pha-he/",
    "obligations": "viec/",
    "movements": "phong-trao/",
    "people": "don-vi/",
}
handler400 = "thidua.base.uploads.bad_request"

urlpatterns = [
    *(path(at, include(f"thidua.{room}.urls")) for room, at in ROOMS.items()),
    *site,
    path("accounts/login/", account.login, name="account_login"),
    path("accounts/logout/", account.logout, name="account_logout"),
    path("accounts/inactive/", account.account_inactive, name="account_inactive"),
    path(
        "accounts/signup/", account.signup, name="account_signup"
    ),  # closed; the sign-in page of allauth asks for the name
    path("accounts/reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("accounts/password/change/", account.password_change, name="account_change_password"),
    path("accounts/password/set/", account.password_set, name="account_set_password"),
    path("accounts/password/reset/", account.password_reset, name="account_reset_password"),
    path("accounts/password/reset/done/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^accounts/password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "accounts/password/reset/key/done/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
]
