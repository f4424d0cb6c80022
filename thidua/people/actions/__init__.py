"""What can be done about units, users and roles; the only writers of this room."""
