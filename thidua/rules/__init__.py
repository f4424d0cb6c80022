"""Facts and law in, answers out: no Django, no clock, no network, no database."""
