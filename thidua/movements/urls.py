"""Addresses of the room."""

from django.urls import path, re_path

from thidua.movements.views import confirming, movements, opening

app_name = "movements"
urlpatterns = [
    path("", movements.index, name="index"),
    path("mo/", opening.open, name="open"),
    path("<int:pk>/", movements.page, name="page"),
    path("<int:pk>/van-ban/", movements.document, name="document"),
    path("<int:pk>/van-ban/<int:ordinal>/", movements.document, name="document"),
    path("<int:pk>/van-ban/<int:ordinal>/tep/", movements.file, name="file"),
    path("<int:pk>/ban-moi/", opening.amend, name="amend"),
    path("<int:pk>/dang-doc/", opening.reading, name="reading"),
    path("<int:pk>/doc-lai/", opening.retry, name="retry"),
    path("<int:pk>/bo/", opening.discard, name="discard"),
    path("<int:pk>/xac-nhan/", confirming.confirm, name="confirm"),
    path("<int:pk>/xac-nhan/ca-loat/", confirming.confirm_sure, name="confirm_sure"),
    path("<int:pk>/xac-nhan/mo/", confirming.ready, name="ready"),
    path("dieu/<int:pk>/sua/", confirming.correct, name="correct"),
    path("dieu/<int:pk>/loai/", confirming.reject, name="reject"),
    re_path(r"^dieu/(?P<pk>[0-9]{1,18})/(?P<word>confirm|undo)/$", confirming.settle, name="settle"),
]
