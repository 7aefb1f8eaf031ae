"""Backups: everything that an installation holds in one file, and back from it."""
