"""Addresses of the room."""

from django.urls import path

from thidua.obligations import views

app_name = "obligations"
urlpatterns = [
    path("<int:pk>/", views.reach, name="reach"),
    path("mot/<int:pk>/", views.assign, name="assign"),
]
