"""What open movements ask of units: obligations, who has a part in each, when it is due next."""
