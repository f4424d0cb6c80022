"""The first page after sign-in: what I owe, and the menu of every page."""
