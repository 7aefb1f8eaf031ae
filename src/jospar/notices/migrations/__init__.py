"""The schema of notices, step by step."""
