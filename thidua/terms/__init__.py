"""The terms of emulation as tables: fields of a plan, audiences, occasions, award forms, duties, and their words."""
