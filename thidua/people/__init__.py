"""Which units, who may, who acts: units through time, users, roles, and the one door of states."""
