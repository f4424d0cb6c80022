"""Addresses of the room."""

from django.urls import path

from thidua.desk import views

app_name = "desk"
urlpatterns = [path("", views.index, name="index")]
