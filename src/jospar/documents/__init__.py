"""What Jospar puts on paper: plans and letters, from plain values, never records."""
