"""Intake: concepts and letters of none come in, late ones go back."""
