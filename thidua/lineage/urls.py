"""Addresses of the room."""

from django.urls import path

from thidua.lineage import views

app_name = "lineage"
urlpatterns = [
    path("<int:pk>/", views.page, name="page"),
    path("<int:pk>/cap-tren/", views.carry_down, name="carry_down"),
    path("<int:pk>/khac-biet/", views.changes, name="changes"),
]
