"""Plans and what follows from them: read, confirmed, opened; versions, lineage, obligations."""
