"""What can be done with plans, their facts and obligations; the only writers of this room."""
