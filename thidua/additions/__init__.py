"""What persons add to a plan: facts with their source, other documents, obligations of a movement already open."""
