"""Carrying out: reports on agreed rows, signing, names."""
