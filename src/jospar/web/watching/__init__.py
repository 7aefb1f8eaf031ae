"""Watching the program at work: its requests, its figures, and its state."""
