"""Past plans out of annex tables: reviewed by a person, then brought in."""
