"""The demo: an invented province, filled by the same acts as a real one."""
