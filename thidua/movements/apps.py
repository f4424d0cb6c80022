"""The room as Django knows it."""

from django.apps import AppConfig


class MovementsConfig(AppConfig):
    name = "thidua.movements"
