"""The room as Django knows it; its rows are facts and documents of `movements`."""

from django.apps import AppConfig


class AdditionsConfig(AppConfig):
    name = "thidua.additions"
