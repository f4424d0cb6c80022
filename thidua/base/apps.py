"""The room as Django knows it."""

from django.apps import AppConfig


class BaseConfig(AppConfig):
    name = "thidua.base"
