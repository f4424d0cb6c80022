"""Addresses of the room."""

app_name = "obligations"
urlpatterns: list[object] = []
