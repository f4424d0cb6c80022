"""Columns that mean the same on every database."""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import CharField


class KeyField(CharField):
    """Text compared byte by byte on every database, so that ranges and orders are the same everywhere."""

    def db_parameters(self, connection: BaseDatabaseWrapper) -> dict[str, Any]:
        """Ask PostgreSQL for the collation that SQLite has by nature."""
        collation = "C" if connection.vendor == "postgresql" else None
        return super().db_parameters(connection) | {"collation": collation}
