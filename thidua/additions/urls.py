"""Addresses of the room."""

from django.urls import path

from thidua.additions import views

app_name = "additions"
urlpatterns = [
    path("<int:pk>/", views.add, name="add"),
    path("<int:pk>/van-ban/", views.add_document, name="document"),
    path("van-ban/<int:pk>/tep/", views.file, name="file"),
]
