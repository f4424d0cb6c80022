"""Addresses of the room."""

from django.urls import path

from thidua.people import views

app_name = "people"
urlpatterns = [
    path("", views.units, name="units"),
    path("<int:pk>/", views.unit, name="unit"),
    path("lam-viec-cho/", views.act_for, name="act_for"),
]

site = [path("ngon-ngu/", views.set_language, name="set_language")]  # of no room: taken in at the top
