"""Jospar: the system in which a state plans its treaties."""
