"""How plans relate: to the plan that they carry down, and to their own earlier version."""
